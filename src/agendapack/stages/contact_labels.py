"""Labels before the persons of a paper: what one means, and who stands in the rows beside it."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages import cards, people
from agendapack.stages.cards import Person

_PLURAL = pattern(r"(?:s|\(s\)|contacts? details)\W*$", re.IGNORECASE)


class Label(Struct, frozen=True):
    """A label in a row: what it means, its rule, its column, the label itself and what stands after it in its column."""

    means: str
    rule: str
    left: float
    right: float
    cell: Line
    rest: Line | None
    role: str | None = None

    @property
    def plural(self) -> bool:
        """Whether several persons may stand beneath it."""
        return self.means in ("heading", "column") or bool(_PLURAL.search(self.cell.text))


def names_someone(text: str) -> bool:
    """Whether a piece of text holds the name of somebody."""
    return any(kind in ("text", "name") and people.persons(value) for kind, value in cards.tokens(text))


def cleared(label: Label, row: Line) -> Label | None:
    """The label with the office that stands in a row before the name of whoever cleared a paper for it ("Finance: A. Doe")."""
    if label.means != "checked":
        return None
    vocabulary, (first, *others) = rules.load("contacts"), row.cells
    if others and (beside := vocabulary.first("office-beside", first.text)) and cards.opens_person(people.bare(others[0].text)):
        return replace(label, role=beside["role"], rest=row.part([span for cell in others for span in cell.spans]))
    hit = vocabulary.first("cleared-office", row.text)
    named = people.person(people.bare(row.text[hit.match.end() :])) if hit else None
    if hit is None or named is None or named.role_first or people.person_name(hit["role"] or ""):
        return None
    return replace(label, role=hit["role"], rest=cards.clip(row, hit.match.end()))


def listed(label: Label, before: Person, person: Person) -> bool:
    """Whether a person stands right beneath another in the cell beside their label, each with his office; or neither with one,
    where they checked the paper. Who checked it may be listed beneath the label as well, in a row each."""
    titled = bool(before.role and person.role) or (label.means == "checked" and not (before.role or person.role))
    beside = label.rest is not None and label.rest.box.x0 - label.cell.box.x1 >= label.rest.size
    single = all(len(each.lines) == 1 for each in (before, person))
    beneath = single and label.rest is None and label.means == "checked"
    if not titled or not (beside or beneath):
        return False
    left = label.rest.box.x0 if label.rest is not None else before.lines[0].box.x0
    flush = all(abs(each.lines[0].box.x0 - left) <= 4 for each in (before, person))
    return flush and min(person.rows) == max(before.rows) + 1 and ":" not in person.lines[0].text
