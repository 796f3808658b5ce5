"""Who moved a resolution, and who is to act on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from agendapack.layout import ACROSS, Line, join
from agendapack.prepared import pattern
from agendapack.rules import Hit
from agendapack.stages.decide_words import rules
from agendapack.stages.people import is_role, may_be_name, may_begin_with_name, person, person_name

_ENDS = pattern(
    r"[,;:()\[\]]|(?<!\b[A-Z])\.(?= [A-Z][a-z]{2})|\s[–—-]|\b(?:and|who|that|to|the|was|for|in|on|it"
    r"|seconded|proposed|moved|seconder|sec|agreed|resolved|carried|all|vote[ds]?|unanimous\w*|action)\b",
    re.IGNORECASE,
)
"""Where a name ends in running text."""
_TITLED = pattern(r"\b(?:cllrs?|clr|councillors?|mrs?|ms|miss|dr)\b\.? ?", re.IGNORECASE)
_INITIALS = pattern(r"[A-Z]{2,3}")
_BETWEEN = frozenset(("of", "and", "for", "the", "&"))
"""Words of an office that are written small."""
_LONGEST = 4
"""Words of the longest name that is believed behind its title, whatever they look like."""
_AROUND = 6
"""Rows above and beneath a cell among which no text may run across its column."""
_CLOSE = 1.45
"""Type sizes from line to line of one cell at most."""
_RIGHT = 0.6
"""Share of the width of the text from which a narrow column stands to its right."""


def movers(text: str) -> tuple[str | None, str | None]:
    """Who proposed and who seconded, as far as a text says it: names without titles."""
    return _named("proposer", text), _named("seconder", text)


def _named(role: str, text: str) -> str | None:
    return next((name for hit in rules().all(role, text) if (name := _name(hit)) is not None), None)


def _name(hit: Hit) -> str | None:
    if before := hit["before"]:
        titled = [found.start() for found in _TITLED.finditer(before)]
        name = _first_name(before[titled[-1] :]) if titled else None
        return name if name is not None and before.rstrip(" ,").endswith(name) else None
    return _first_name(hit["name"] or "")


def _first_name(text: str) -> str | None:
    """The name that a text begins with."""
    title = _TITLED.match(text)
    start = title.end() if title else 0
    end = _ENDS.search(text, start)
    words = text[start : end.start() if end else len(text)].split()
    for count in range(min(len(words), 6), 0, -1):
        taken = " ".join(words[:count]).strip(". ")
        if name := person_name(f"{text[:start]}{taken}"):
            return name
    if title is not None and 0 < len(words) <= _LONGEST and all(word[0].isupper() for word in words):
        return " ".join(words).strip(". ")
    alone = words[0].strip(".") if words else ""
    surname = title is None and len(alone) > 1 and may_be_name(alone)
    return alone if surname or _INITIALS.fullmatch(alone) else None


def owner_of(text: str) -> tuple[str | None, bool]:
    """Who is to act by the words behind "Action:", and whether they say what he is to do."""
    hit = rules().first("owner", text.strip(" .()[]"))
    if hit is None:
        whole = text.strip(" .")
        named = person(whole) if may_begin_with_name(whole) else None
        return (whole, False) if named and named.role and is_role(named.role) else (None, True)
    return hit["owner"], (hit["rest"] or hit["what"]) is not None


class Owner(Struct, frozen=True):
    """A cell to the right of the text that says who is to act."""

    text: str
    line: Line
    headed: bool = False
    """Whether other text stands on its row: where that is no decision, it is the title of what is decided beneath."""


def without_owners(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Owner, ...]]:
    """The lines without the narrow column to their right that says who is to act, and what stands in it."""
    cells = [
        each
        for each in _owner_cells(lines)
        if not any(line.runs_across(each[1].box.x0) for line in lines[max(0, each[0] - _AROUND) : each[0] + _AROUND])
    ]
    found = {n: cell for n, cell, _ in cells}
    kept = []
    for n, line in enumerate(lines):
        if n not in found:
            kept.append(line)
        elif spans := [span for span in line.spans if span.x0 < found[n].box.x0 - 1]:
            kept.append(line.part(spans))
    return tuple(kept), tuple(Owner(text, cell, len(lines[n].cells) > 1) for n, cell, text in cells if text)


def _owner_cells(lines: Sequence[Line]) -> Iterator[tuple[int, Line, str]]:
    """The cells of such a column, each with its place and the words of its owner: none for the second row of a title."""
    right = max((line.box.x1 for line in lines), default=0.0)
    left = min((line.box.x0 for line in lines), default=0.0)
    for n, line in enumerate(lines):
        cell = line.cells[-1]
        if cell.box.x0 < left + _RIGHT * (right - left):
            continue
        beside = len(line.cells) > 1
        office = beside and _is_office(cell.text) and not _is_present(line.cells[-2].text)
        if office or rules().first("initials", cell.text.strip(" .:")):
            yield n, cell, cell.text
        elif beside and (below := _rest_of_title(cell, lines[n + 1 : n + 2])):
            yield n, cell, join([cell, below])
            yield n + 1, below, ""


def _is_office(text: str) -> bool:
    """Whether a cell is a job title and no more ("Licensing Manager")."""
    words = text.split()
    named = all(word[0].isupper() or word in _BETWEEN for word in words)
    return len(words) <= _LONGEST and not text.endswith((".", ":")) and named and is_role(text)


def _is_present(text: str) -> bool:
    """Whether a cell names a person: beside it stands his office, in a list of those who were there."""
    return person_name(text) is not None and not text.isupper()


def _rest_of_title(cell: Line, after: Sequence[Line]) -> Line | None:
    """The cell close beneath a narrow one with which its words are a job title ("Grounds", "Manager"), if they are one."""
    below = next((other.cells[-1] for other in after), None)
    if below is None or below.sheet != cell.sheet or abs(below.box.x0 - cell.box.x0) > ACROSS:
        return None
    close = below.box.top - cell.box.top < _CLOSE * cell.size
    words = f"{cell.text} {below.text}"
    return below if close and len(words.split()) <= _LONGEST and not words.endswith(".") and is_role(words) else None
