"""Rosters: tables with a row for each person, under a head such as "Name | Designation | Telephone" or "Role | Name | Date"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.candidates import candidates_of
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.stages import cards, people
from agendapack.stages.cards import Person, Row

_FAR = 10_000.0
_ROWS = 40
_HEADING_WORDS = 10
_ON_THE_EDGE = 2.0
"""Points within which a cell begins where a column does."""
_CLOSE = 1.45
"""Type sizes from line to line within one cell at most: between two rows of a table there is more room."""
_FAR_BELOW = 3.0
"""Type sizes from line to line of one row at most, blank lines in its cells included."""
_NAME = pattern(r"name", re.IGNORECASE)
_ROLE = pattern(r"role|title|designation|position|post|job", re.IGNORECASE)
_PHONE = pattern(r"\b(?:tele)?phone\b|\btel\b|\bext(?:n|ension)?\b", re.IGNORECASE)
_SHORT_NUMBER = pattern(r"(?:ext(?:n|ension)?\W{0,2})?\d{3,6}", re.IGNORECASE)
"""An internal extension, which is no telephone number without the head that says so."""
_SAID = pattern(r":\s*\w|\.$")
"""A line that says something after a colon, or ends as a sentence does, heads nothing."""
_DATE = pattern(r"date", re.IGNORECASE)


class Roster(Struct, frozen=True):
    """The persons of one table, and whether they are those who cleared the paper."""

    persons: tuple[Person, ...]
    cleared: bool


class _Columns(Struct, frozen=True):
    """Where the columns of a roster lie: each from its start to the start of the next."""

    name: tuple[float, float]
    role: tuple[float, float] | None
    others: tuple[tuple[float, float], ...]
    phones: tuple[tuple[float, float], ...] = ()


def roster(section: Section, at: int) -> Roster | None:
    """The roster whose head is the row at this place; None where it is no such head."""
    if at not in may_head(section):
        return None
    if len(section.lines[at].cells) < 2:
        return _signed_off(section, at)
    columns = _columns(_whole_head(section, at))
    if columns is None:
        return None
    above = " ".join(line.text for line in section.lines[max(at - 2, 0) : at + 1] if not _SAID.search(line.text))
    vocabulary = rules.load("contacts")
    cleared = vocabulary.first("cleared", above) is not None
    labelled = any(
        vocabulary.first(means, line.text) for means in ("contact", "heading") for line in section.lines[max(at - 1, 0) : at]
    )
    persons = tuple(one for one in _persons(section, at, columns) if cleared or labelled or one.reachable)
    return Roster(persons, cleared) if persons else None


def may_head(section: Section) -> set[int]:
    """The places of the rows that have words of a roster's head."""
    means = ("field-word", "contact", "checked", "cleared", "person-column")
    return section.kept("rows that may head rosters", lambda: candidates_of(section, rules.load("contacts"), means))


def _signed_off(section: Section, at: int) -> Roster | None:
    """The roster without a head beneath a line that says who cleared the paper: in each row an office, a name and a day."""
    words = section.lines[at].text.split()
    if len(words) > _HEADING_WORDS or not rules.load("contacts").first("cleared", section.lines[at].text):
        return None
    rows = enumerate(section.lines[at + 1 : at + 1 + _ROWS], at + 1)
    dated = takewhile(
        lambda row: _is_dated_row(row[1]), dropwhile(lambda row: row[0] < at + 4 and not _is_dated_row(row[1]), rows)
    )
    persons = tuple(_in_row(section, number) for number, _ in dated)
    return Roster(persons, cleared=True) if len(persons) > 1 else None


def _is_dated_row(line: Line) -> bool:
    """Whether a row holds one name, and a day in its last cell."""
    cells = line.cells
    return len(cells) > 1 and people.dated(cells[-1].text) and sum(people.person(cell.text) is not None for cell in cells) == 1


def _in_row(section: Section, at: int) -> Person:
    """The person of such a row, with what wraps in his cell."""
    cells = section.lines[at].cells
    n = next(n for n, cell in enumerate(cells) if people.person(cell.text))
    left, right = cells[n].box.x0, cells[n + 1].box.x0 if n + 1 < len(cells) else _FAR
    below = section.lines[at + 1 : at + 2]
    wrapped = below and all(left - 6 <= cell.box.x0 < right for cell in below[0].cells)
    rows = [Row(at + k, line) for k in range(2 if wrapped else 1) if (line := cards.cut(section.lines[at + k], left, right))]
    person = cards.read(cards.strands(rows, right))[0]
    office = people.bare(cells[0].text) if n else ""
    person.role = person.role or (office if people.is_role(office) else None)
    return person


def _columns(head: Line) -> _Columns | None:
    """The columns of a head: of names ("Name", else "Contact officer"), and at least one more of titles, telephones or dates."""
    vocabulary = rules.load("contacts")
    plain = [cell for cell in head.cells if ":" not in cell.text]
    heads = [cell for cell in plain if vocabulary.first("field-word", cell.text) or _labels_person(cell.text)]
    names = [cell for cell in heads if _NAME.search(cell.text)] or [cell for cell in heads if _labels_person(cell.text)]
    if not names and len(heads) > 1:
        names = [cell for cell in plain if vocabulary.first("person-column", cell.text)]
    if len(heads) < 2 or len(names) != 1:
        return None
    starts = [cell.box.x0 for cell in head.cells]
    bounds = list(zip(starts, [*starts[1:], _FAR], strict=True))
    name = next(bound for cell, bound in zip(head.cells, bounds, strict=True) if cell is names[0] or cell.box == names[0].box)
    role = next((bound for cell, bound in zip(head.cells, bounds, strict=True) if _ROLE.search(cell.text)), None)
    if role is None:
        role = (0.0, name[0])
    dates = [bound for cell, bound in zip(head.cells, bounds, strict=True) if _DATE.search(cell.text)]
    phones = tuple(bound for cell, bound in zip(head.cells, bounds, strict=True) if _PHONE.search(cell.text))
    return _Columns(name, role, tuple(bound for bound in bounds if bound not in (name, role) and bound not in dates), phones)


def _whole_head(section: Section, at: int) -> Line:
    """A head with what wraps in its first cell, where the row beneath holds no more ("Cleared | Date" over "by")."""
    head, below = section.lines[at], section.lines[at + 1 : at + 2]
    if not below or not _wraps(head, below[0]) or len(below[0].cells) > 1 or abs(below[0].box.x0 - head.box.x0) >= 6:
        return head
    first, *others = head.cells
    whole = replace(first.spans[0], text=f"{first.text} {below[0].text}", x1=first.box.x1)
    return replace(head, spans=(whole, *(span for cell in others for span in cell.spans)))


def _labels_person(text: str) -> bool:
    """Whether a head is the label of somebody to be asked, or of whoever cleared a paper, and nothing more."""
    return any(
        hit.match.end() == len(text) for means in ("contact", "checked") for hit in rules.load("contacts").all(means, text)
    )


def _wraps(head: Line, below: Line) -> bool:
    """Whether a row only goes on with the words of the head ("Contact / officer")."""
    starts = [cell.box.x0 for cell in head.cells]
    return all(cell.text[0].islower() and any(abs(cell.box.x0 - start) < 6 for start in starts) for cell in below.cells)


def _persons(section: Section, at: int, columns: _Columns) -> Iterator[Person]:
    """A person for each row with a name, with the rows beneath that only go on in its other columns."""
    group: list[Row] = []
    first = at + 1
    while first < len(section.lines) and _wraps(section.lines[at], section.lines[first]):
        first += 1
    for number in range(first, min(first + _ROWS, len(section.lines))):
        line = section.lines[number]
        cell = _cell(line, columns.name)
        told = cell is not None and (bool(people.persons(cell.text)) or _names_nobody(cell))
        named = told or (cell is not None and _begins_name(section, number, columns))
        goes_on = cell is None or _in_name(group, line, columns)
        if goes_on and group and cell is not None:
            named = False
        if not named and (not group or not goes_on or len(line.text.split()) > 14):
            break
        if rules.load("contacts").first("boundary", line.text) or (not named and _begins_anew(group, line)):
            break
        if named and group:
            yield from _of_row(group, columns)
            group = []
        group.append(Row(number, line))
    if group:
        yield from _of_row(group, columns)


def _begins_anew(group: Sequence[Row], line: Line) -> bool:
    """Whether a row without a name is no more of the table: a label of its own, or far beneath the row above it."""
    above = group[-1].line
    far = line.sheet == above.sheet and line.box.top - above.box.top > _FAR_BELOW * line.size
    vocabulary = rules.load("contacts")
    return far or any(
        hit.match.end() < len(line.text.rstrip()) or line.text.endswith(":") for hit in vocabulary.all("contact", line.text)
    )


def _begins_name(section: Section, at: int, columns: _Columns) -> bool:
    """Whether the cell of a narrow column holds the beginning of a name that goes on in the row beneath."""
    below = section.lines[at + 1 : at + 2]
    return bool(below) and _in_name([Row(at, section.lines[at])], below[0], columns)


def _in_name(group: Sequence[Row], line: Line, columns: _Columns) -> bool:
    """Whether a row goes on with the name above it: close beneath it, with fewer cells, and with a name that is whole only so."""
    cell = _cell(line, columns.name)
    rows = _column(group, columns.name)
    if cell is None or not rows or line.sheet != group[-1].line.sheet or len(line.cells) >= len(group[0].line.cells):
        return False
    close = line.box.top - group[-1].line.box.top < _CLOSE * line.size and rows[-1].at == group[-1].at
    whole = people.person(join([*(row.line for row in rows), cell]))
    return close and whole is not None and whole.role is None and people.person(cell.text) is None


def _names_nobody(cell: Line) -> bool:
    """Whether the cell of a name says that there is none ("Not applicable")."""
    return rules.load("contacts").first("nobody", cell.text) is not None


def _of_row(rows: Sequence[Row], columns: _Columns) -> list[Person]:
    """The person of a row, or those whom its cell names together ("Jane Doe and John Roe"): the title is then each one's, but
    a telephone or an address in the singular may be either's. None where it says that there is nobody."""
    names = _column(rows, columns.name)
    if _names_nobody(names[0].line):
        return []
    whole = join(row.line for row in names)
    first = replace(names[0].line, text=whole, spans=()) if len(names) > 1 and people.persons(whole) else names[0].line
    found, several = _person(rows, columns, Row(names[0].at, first)), people.persons(first.text)
    if len(several) < 2 or any(one.role for one in several):
        return [found]
    return [Person(name=one.name, role=found.role, lines=list(found.lines), rows=list(found.rows)) for one in several]


def _person(rows: Sequence[Row], columns: _Columns, first: Row) -> Person:
    found = cards.read(cards.strands([first], _FAR))[0]
    for column in columns.others:
        for other in cards.read(cards.strands(_column(rows, column), column[1])):
            found.email, found.phone = found.email or other.email, found.phone or other.phone
        short = join(row.line for row in _column(rows, column)) if column in columns.phones else ""
        if found.phone is None and _SHORT_NUMBER.fullmatch(short):
            found.phone = short
    words: list[str] = []
    for kind, value in cards.tokens(join(row.line for row in _column(rows, columns.role)) if columns.role else ""):
        if kind == "email":
            found.email = found.email or value.lower()
        elif kind == "phone":
            found.phone = found.phone or value
        else:
            words.append(value)
    text = people.bare(", ".join(words))
    mere = rules.load("contacts").first("contact", text)
    found.role = found.role or (text if text and not mere else None)
    found.rows = [row.at for row in rows]
    found.lines = [row.line for row in rows]
    return found


def _column(rows: Sequence[Row], bounds: tuple[float, float]) -> list[Row]:
    return [Row(row.at, piece) for row in rows if (piece := _cell(row.line, bounds))]


def _cell(line: Line, bounds: tuple[float, float]) -> Line | None:
    """What a line has in a column; what begins where the next one does is in that."""
    piece = cards.cut(line, *bounds)
    return piece if piece is not None and piece.box.x0 < bounds[1] - _ON_THE_EDGE else None
