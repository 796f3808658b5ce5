"""Tables under heads that say what their columns hold: their rows put together over sheets, whether the table is ruled or not.

What the heads may be, and which tables are wanted, the caller says (`Heads`). What cannot be told is left alone: no row is
guessed from its words. A row that runs over sheets is one; repeated heads, footnotes and banners are no rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from agendapack.drafts import Headed
from agendapack.grid import Columns, Row, stream
from agendapack.headed_rows import LINE_PITCH, add_line, add_loose, add_row
from agendapack.heads import Heads, find_heads, near_lines, worth_lines
from agendapack.layout import Line, Section, join

LONGEST_HEADING = 80
"""Characters of a heading between two tables: longer is text."""

MOST_UNRESOLVED = 40
"""Lines behind heads without a row that are kept as the words of a table."""

ABOVE = 3
"""Lines above a table that may be its heading."""

BAND_ABOVE = 12
"""Rows or lines above heads among which stands what all rows beneath them are about: the comments on it come between."""


def tables(section: Section, heads: Heads) -> list[Headed]:
    """The section's tables of a kind, each with its rows put together over sheets. Repeated heads go on with the same table."""
    found: list[Headed] = []
    table: Headed | None = None
    before: Row | None = None
    division: tuple[Line, ...] = ()
    entries = stream(section)
    # The words of most cells and lines are looked at more than once.
    dividing = cache(heads.divides) if heads.divides else None
    heads = replace(heads, role=cache(heads.role), hint=cache(heads.hint), divides=dividing)
    worth = worth_lines(entries, heads)
    near = near_lines(entries, worth)
    at = 0
    while at < len(entries):
        entry = entries[at]
        if divides := _division(entries, at, heads):
            division = divides
            if table is not None:
                table.divide(division)
            at += 1
            continue
        columns, depth, subject = None, 1, None
        band: tuple[Line, ...] = ()
        if isinstance(entry, Row) or (at in near and not _is_field(entry)):
            band = _band(entries, at, heads) if isinstance(entry, Row) else ()
            above = [*band[:1], *(other for other in entries[max(0, at - ABOVE) : at] if isinstance(other, Line))]
            columns, depth = find_heads(entries, at, worth, heads, above)
            subject = heads.subject(columns.roles, above) if columns else None
        if columns is not None and subject:
            if not found or (found[-1].columns.roles, found[-1].subject) != (columns.roles, subject):
                found.append(Headed(columns, subject, loose=heads.loose, known=section.vocabulary, begins=at))
            table = found[-1]
            table.columns, table.last, table.banner = columns, None, division or band
            table.heads += [line for head in entries[at : at + depth] for line in lines_of(head)]
        elif table is not None and not _takes(table, entry, columns, before, heads):
            if isinstance(entry, Row) and columns is None and _overleaf(entries, at, table):
                table.unresolved += _rest_of(entries[at:], entry.table)
            table = None
        if isinstance(entry, Row):
            before = None if columns else entry
        elif division and _is_heading(entry, division[0], new=table is None or table.strays > 0):
            division = ()
        at += depth
    for each in found:
        if not each.rows and each.columns.table is None:
            lines = _lines_until_heading(entries[each.begins :])
            each.unresolved += lines if any(line not in each.heads for line in lines) else []  # a row without others is a form's
    return found


def lines_of(entry: Row | Line) -> Sequence[Line]:
    """The lines of an entry."""
    return (entry,) if isinstance(entry, Line) else [line for cell in entry.cells for line in cell.lines]


def _is_field(line: Line) -> bool:
    """Whether a line is the field of a form: a label with its colon and a value without. Heads have colons all or none."""
    first, *others = line.cells
    return first.text.endswith(":") and not any(cell.text.endswith(":") for cell in others)


def _overleaf(entries: Sequence[Row | Line], at: int, table: Headed) -> bool:
    """Whether a row that fits no column is the first thing on the sheet after the one on which the table's last row ends."""
    before = entries[at - 1]
    return bool(table.rows) and isinstance(before, Row) and before.sheet == entries[at].sheet - 1 == table.sheet


def _rest_of(entries: Sequence[Row | Line], table: int) -> list[Line]:
    """The words of the rows with which the entries begin, as far as they stand in one table."""
    rows = takewhile(lambda entry: isinstance(entry, Row) and entry.table == table, entries)
    return [line for row in rows for line in lines_of(row)]


def _lines_until_heading(entries: Sequence[Row | Line]) -> list[Line]:
    """The lines with which the entries begin on one sheet, up to a heading."""
    lines: list[Line] = []
    for entry in entries[:MOST_UNRESOLVED]:
        if isinstance(entry, Row) or (lines and (entry.sheet != lines[0].sheet or (entry.bold and not lines[-1].bold))):
            break
        lines.append(entry)
    return lines


def _band(entries: Sequence[Row | Line], at: int, heads: Heads) -> tuple[Line, ...]:
    """The words above heads that say what all rows beneath are about: of a row over all columns, or of a paragraph."""
    if heads.band is None:
        return ()
    for n in range(at - 1, max(-1, at - 1 - BAND_ABOVE), -1):
        entry = entries[n]
        filled = [cell for cell in entry.cells if cell.lines] if isinstance(entry, Row) else []
        if len(filled) > 1:
            return ()
        if isinstance(entry, Line) and heads.band(entry.text):
            held = [entry]
            for line in entries[n + 1 : at]:
                if isinstance(line, Row) or not _same_paragraph(held[-1], line):
                    break
                held.append(line)
            return tuple(held)
        if filled and heads.band(filled[0].text):
            return filled[0].lines
    return ()


def _division(entries: Sequence[Row | Line], at: int, heads: Heads) -> tuple[Line, ...]:
    """The lines of an entry that divides the rows of a table: a line, perhaps with the one above, or the only words of a row."""
    entry = entries[at]
    if heads.divides is None:
        return ()
    if isinstance(entry, Row):
        filled = [cell for cell in entry.cells if cell.lines]
        return filled[0].lines if len(filled) == 1 and heads.divides(filled[0].text) else ()
    if not heads.divides(entry.text):
        return ()
    above = entries[at - 1] if at else None
    if isinstance(above, Line) and _same_paragraph(above, entry) and heads.divides(join((above, entry))):
        return (above, entry)
    return (entry,)


def _same_paragraph(above: Line, line: Line) -> bool:
    """Whether a line goes on with the one above it: set alike, close beneath it, and with no more to its left."""
    close = 0 < line.box.top - above.box.top <= LINE_PITCH * max(line.size, 1.0)
    alike = (above.sheet, above.bold) == (line.sheet, line.bold) and abs(above.size - line.size) < 0.5
    return close and alike and abs(above.box.x0 - line.box.x0) < line.size


def _is_heading(line: Line, division: Line, *, new: bool) -> bool:
    """Whether a line outside a table heads something else, so that the line by which it was divided no longer holds."""
    stronger = (line.bold and not division.bold) or line.size > division.size + 0.5
    return stronger and new and len(line.text) <= LONGEST_HEADING and not line.text.endswith(".")


def _takes(table: Headed, entry: Row | Line, columns: Columns | None, before: Row | None, heads: Heads) -> bool:
    """Put a row, a row of heads or a line into the table. False where the table is over."""
    if isinstance(entry, Line):
        return add_line(table, entry) if table.columns.table is not None else add_loose(table, entry)
    return add_row(table, entry, before) if columns is None else _refines(table, columns, heads)


def _refines(table: Headed, columns: Columns, heads: Heads) -> bool:
    """Heads on a second row, under a head that spans them: they replace it."""
    if columns.table != table.columns.table or table.rows:
        return False
    lower = [column for column in _each(columns) if column[0] != "blank"]
    kept = [
        column
        for column in _each(table.columns)
        if not any(column[1][0] - 2 <= x0 and x1 <= column[1][1] + 2 for _, (x0, x1), _ in lower)
    ]
    roles, sides, names = zip(*sorted([*kept, *lower], key=lambda column: column[1][0]), strict=True)
    table.columns = Columns(roles, sides, columns.table, names)
    return heads.subject(table.columns.roles, ()) is not None


def _each(columns: Columns) -> Iterator[tuple[str, tuple[float, float], str]]:
    """The columns one by one: role, sides, head."""
    return zip(columns.roles, columns.sides, columns.names, strict=True)
