"""Rows of a table that hold several actions, each numbered in its cell, and beside it whose it is under the same number."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.drafts import Draft, Headed
from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages.recommend_labels import tail

_NUMBER = pattern(r"^\(?(?P<number>\d{1,2}|[a-z])[.)]\s+(?=\S)")
"""How an action begins that is one of several in its cell."""
_FOLLOWING = ("owner", "due", "progress", "state", "status", "answer", "comment")
"""The columns that tell of an action whose it is, by when, and what became of it."""

Limbs = dict[str, list[Line]]


def parted(table: Headed) -> list[Draft]:
    """The rows of a table of actions: one that numbers several actions, and whose they are as well, is one row for each."""
    return [part for draft in table.rows for part in _parts(table, draft)]


def _parts(table: Headed, draft: Draft) -> list[Draft]:
    """The rows that a row is made of; the row itself where it is not plain what belongs to which action."""
    subject = table.column(table.subject.role)
    asked = _limbs(draft.cells.get(subject, ())) if subject is not None else {}
    if len(asked) < 2 or subject is None:
        return [draft]
    limbs: dict[int, Limbs] = {subject: asked}
    for n, role in enumerate(table.columns.roles):
        if n == subject or not draft.cells.get(n):
            continue
        found = _limbs(draft.cells[n])
        if found and set(found) <= set(asked):
            limbs[n] = found
        elif role in _FOLLOWING and len(draft.cells[n]) > 1:
            return [draft]
    if len(limbs) < 2:
        return [draft]
    return [_part(draft, limbs, number) for number in asked]


def _part(draft: Draft, limbs: dict[int, Limbs], number: str) -> Draft:
    """One action of a row, with what its columns say of it and what they say of all."""
    own = {n: found[number] for n, found in limbs.items() if number in found}
    common = {n: lines for n, lines in draft.cells.items() if n not in limbs}
    return Draft(draft.banner, {**common, **own}, dict(draft.above))


def _limbs(lines: Sequence[Line]) -> Limbs:
    """The lines of a cell by the number under which they stand; empty where the cell does not begin with the first of a run."""
    found: Limbs = {}
    number = ""
    for line in lines:
        if hit := _NUMBER.match(line.text):
            number = hit["number"]
            if number in found or (not found and number not in ("1", "a")):
                return {}
            found[number] = [tail(line, hit.end())]
        elif not number:
            return {}
        else:
            found[number].append(line)
    return found
