"""Tables under heads that say what their columns hold: their rows put together over sheets, whether the table is ruled or not.

What the heads may be, and which tables are wanted, the caller says (`Heads`). What cannot be told is left alone: no row is
guessed from its words. A row that runs over sheets is one; repeated heads, footnotes and banners are no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from agendapack.answers import answer_in, answer_opens, has_words
from agendapack.grid import Cell, Columns, Row, stream
from agendapack.heads import DEEPEST_HEADS, Heads, Subject, find_heads
from agendapack.layout import Line, Section, join
from agendapack.noise import is_noise

LONGEST_HEADING = 80
"""Characters of a heading between two tables: longer is text."""

LINE_PITCH = 1.7
"""Ems from row to row inside a cell, at most: single spacing is 1.15 to 1.25, one and a half 1.7."""

WIDE_GAP = 2.5
"""Ems between the last row of a table and what has nothing to do with it: the padding of two cells is less."""

STRAY_LINES = 8
"""Lines in a row that fit no column and end a table: footnotes and a repeated title are fewer, a paper that goes on is more."""

MOST_UNRESOLVED = 40
"""Lines behind heads without a row that are kept as the words of a table."""

ABOVE = 3
"""Lines above a table that may be its heading."""

OWN_LABEL = re.compile(
    r"^(?:recommendation\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]+|R\d{1,2}\b[.:)]?|recommendation \d{1,2}\b[.:)]?)\s+"
    r"|^\d{1,2}\s+(?=(?:That|To)\b)",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"(?:[,:/–-]|\b(?:a|an|and|are|as|at|be|been|but|by|could|for|from|has|have|if|in|into|is|its|must|of|on|or|our|should|than|that|the|their|to"
    r"|which|while|whilst|who|whose|will|with|would))$"
)

LONG_CELLS = frozenset({"blank", "recommendation", "action", "either", "comment", "answer", "progress", "topic", "purpose"})
"""What runs over lines. The other columns (a number, a date, a name) are filled where a row begins, not where it goes on."""

MERGED = ("meeting", "date", "item")
"""What stands once for all rows to which it belongs."""

DATED = ("meeting", "date", "reviewed")
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d\d|\d[a-z ]{0,4}[A-Z][a-z]+,? \d{4}")
"""A whole date: part of one may be the rest of the date in the row before."""

ANSWERS = ("status", "answer")


@dataclass(slots=True)
class Draft:
    """A row: the lines of each column, by number of the column.

    `banner` is the row over all columns that it stands under; `above` are the cells that are merged with those of the row above.
    """

    banner: tuple[Line, ...] = ()
    cells: dict[int, list[Line]] = field(default_factory=dict)
    above: dict[int, Sequence[Line]] = field(default_factory=dict)

    def add(self, placed: dict[int, tuple[Line, ...]]) -> None:
        """More lines of the same row."""
        for n, lines in placed.items():
            self.cells.setdefault(n, []).extend(lines)

    def text(self, n: int | None) -> str:
        """The words of a column."""
        return join(self.cells.get(n) or self.above.get(n, ())) if n is not None else ""


@dataclass(slots=True)
class Headed:
    """A table: its columns, which of them says what a row is about, and its rows."""

    columns: Columns
    subject: Subject
    rows: list[Draft] = field(default_factory=list)
    banner: tuple[Line, ...] = ()
    strays: int = 0
    last: Line | None = None
    """The last line outside ruled cells that was placed in a column."""
    unresolved: list[Line] = field(default_factory=list)
    """Lines that belong to the table and could not be divided into rows."""
    known: frozenset[str] = frozenset()
    """The words that the document knows."""
    part: int | None = None
    """The table of the stream that is the rest of this one in other columns."""
    begins: int = 0
    """The place of its heads among the entries of the section."""
    heads: list[Line] = field(default_factory=list)
    """The lines of its heads, each time they are printed."""

    sheet: int = 0
    """The sheet of the last ruled row."""
    loose: bool = False
    """As `Heads.loose`."""
    loosened: bool = False
    """Whether a line that divides the rows stands before the next: a part of the table behind it may be set anew."""

    def divide(self, line: tuple[Line, ...]) -> None:
        """Begin the rows under a line that divides the table."""
        self.banner, self.loosened, self.last, self.strays = line, True, None, 0

    def column(self, role: str) -> int | None:
        """The first column with a role."""
        return self.columns.roles.index(role) if role in self.columns.roles else None

    def text(self, draft: Draft, *roles: str) -> str:
        """The words of a row in the columns of some roles, in that order."""
        return " ".join(text for role in roles for text in self.texts(draft, role))

    def texts(self, draft: Draft, role: str) -> list[str]:
        """The words of a row in each column of a role, without those that are blank there."""
        return [text for n, each in enumerate(self.columns.roles) if each == role and (text := draft.text(n))]

    def about(self, draft: Draft) -> str:
        """What the row is about; "banner" where that stands in a row over all columns above it."""
        if self.subject.role == "banner":
            return join(draft.banner)
        return draft.text(self.column(self.subject.role))

    def lines(self, draft: Draft, *roles: str) -> list[Line]:
        """The lines of a row in the columns of some roles, sheet by sheet."""
        wanted = {n for n, role in enumerate(self.columns.roles) if role in roles}
        used = [line for n in sorted(draft.cells) if n in wanted for line in draft.cells[n]]
        used = [*draft.banner, *used] if self.subject.role == "banner" else used
        return sorted(used, key=lambda line: line.sheet)


def tables(section: Section, heads: Heads) -> list[Headed]:
    """The section's tables of a kind, each with its rows put together over sheets. Repeated heads go on with the same table."""
    found: list[Headed] = []
    table: Headed | None = None
    before: Row | None = None
    division: tuple[Line, ...] = ()
    entries = stream(section)
    worth = [isinstance(entry, Row) or heads.worth(entry.text) for entry in entries]
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
        if any(worth[at : at + DEEPEST_HEADS]):
            above = [other for other in entries[max(0, at - ABOVE) : at] if isinstance(other, Line)]
            columns, depth = find_heads(entries, at, heads, above)
            subject = heads.subject(columns.roles, above) if columns else None
        if columns is not None and subject:
            if not found or (found[-1].columns.roles, found[-1].subject) != (columns.roles, subject):
                found.append(Headed(columns, subject, loose=heads.loose, known=section.vocabulary, begins=at))
            table = found[-1]
            table.columns, table.last, table.banner = columns, None, division
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
            each.unresolved += _lines_until_heading(entries[each.begins :])
    return found


def lines_of(entry: Row | Line) -> Sequence[Line]:
    """The lines of an entry."""
    return (entry,) if isinstance(entry, Line) else [line for cell in entry.cells for line in cell.lines]


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


def _division(entries: Sequence[Row | Line], at: int, heads: Heads) -> tuple[Line, ...]:
    """The lines of an entry that divides the rows of a table: a line, perhaps with the one above, or the only words of a row."""
    entry = entries[at]
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
        return _add_line(table, entry) if table.columns.table is not None else _add_loose(table, entry)
    return _add_row(table, entry, before) if columns is None else _refines(table, columns, heads)


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


def _add_row(table: Headed, row: Row, before: Row | None) -> bool:
    """Put a ruled row into the table. False where it belongs to a table of another shape."""
    if (banner := _banner(table.columns, row)) is not None:
        table.banner = banner.lines
        return True
    if not any(has_words(cell.text) for cell in row.cells):
        return True
    placed = table.columns.place(row)
    if placed is None and (table.loosened or (table.loose and not table.strays)):
        placed = table.columns.in_order(row)
    if placed is None and _goes_on(table, row, before):
        return _add_rest(table, row)
    if placed is None:
        return False
    table.columns = table.columns.follow(row)
    table.strays, table.last, table.loosened, table.sheet = 0, None, False, row.sheet
    merged = not any(n == table.column(table.subject.role) for n in placed)
    _put(table, placed, broken=before is None or before.table != row.table, merged=merged)
    return True


def _goes_on(table: Headed, row: Row, before: Row | None) -> bool:
    """Whether a row of a part with other columns is the rest of the row before it: it begins within a sentence."""
    if row.table == table.part:
        return True
    words = next((cell.text for cell in row.cells if cell.lines), "")
    return bool(table.rows) and before is not None and not table.strays and words[:1].islower()


def _add_rest(table: Headed, row: Row) -> bool:
    """Put a row of such a part into the table, as far as it has words in one column; what is a scanner's noise is kept apart."""
    placed = table.columns.alone(row)
    words = [line for cell in row.cells for line in cell.lines]
    if placed is None or all(is_noise(line.text, table.known) for line in words):
        table.unresolved += words
    else:
        _put(table, placed, broken=True, merged=False)
    table.part, table.sheet = row.table, row.sheet
    return True


def _banner(columns: Columns, row: Row) -> Cell | None:
    """The only cell of a row, where it reaches over all columns of a table whose columns are known."""
    filled = [cell for cell in row.cells if cell.lines]
    if row.table != columns.table or len(filled) != 1 or len(columns.sides) < 2:
        return None
    box = filled[0].box
    over = [n for n, (x0, x1) in enumerate(columns.sides) if box.x0 < (x0 + x1) / 2 < box.x1]
    return filled[0] if len(over) == len(columns.sides) else None


def _add_line(table: Headed, line: Line) -> bool:
    """Put a line outside ruled cells into the table, if it fits its columns. False where the table is over."""
    placed = table.columns.place_line(line)
    after = table.last is not None and table.last.sheet == line.sheet
    close = after and table.last is not None and line.box.top - table.last.box.top <= LINE_PITCH * max(line.size, 1.0)
    if placed and _tops_sheet(table, line) and min(placed) > 0:
        table.rows[-1].add(placed)
        return True
    behind = not close and _is_behind(table, line)
    if placed is None or behind or (not close and (len(placed) < 2 or _only_names(table, placed))):
        table.strays += 1
        table.last = None
        return table.strays < STRAY_LINES
    if close and table.rows:
        table.rows[-1].add(placed)
    else:
        _put(table, placed, broken=True, merged=False)
    table.strays, table.last = 0, line
    return True


def _is_behind(table: Headed, line: Line) -> bool:
    """Whether a line stands on the sheet on which the ruled rows end, with something else or a wide gap between."""
    held = [each for row in table.rows[-1:] for cell in row.cells.values() for each in cell if each.sheet == line.sheet]
    if table.sheet != line.sheet or not held:
        return False
    return table.strays > 0 or line.box.top - max(each.box.bottom for each in held) > WIDE_GAP * max(line.size, 1.0)


def _only_names(table: Headed, placed: dict[int, tuple[Line, ...]]) -> bool:
    """Whether a line has a number and what a row may be about, and no more: so has the numbered heading of the next section."""
    return {table.columns.roles[n] for n in placed} <= {"number", table.subject.role}


def _tops_sheet(table: Headed, line: Line) -> bool:
    """Whether a line stands at the top of the sheet after that of the last row: the rest of a cell that is open at its top."""
    if not table.rows or table.strays:
        return False
    held = [each for cell in table.rows[-1].cells.values() for each in cell]
    return bool(held) and max(each.sheet for each in held) in (line.sheet - 1, line.sheet) and table.sheet == line.sheet - 1


def _add_loose(table: Headed, line: Line) -> bool:
    """Put a line of a table without rules into it. False where the line fits no column, or is a heading: the table is over."""
    placed, last = table.columns.place_line(line), table.last
    if placed is None or (last is not None and line.bold and not last.bold):
        return False
    table.last = line
    if last is None or last.sheet != line.sheet or not table.rows:
        _put(table, placed, broken=True, merged=False)
    elif _starts_row(table, placed, apart=line.box.top - last.box.top > LINE_PITCH * max(line.size, 1.0)):
        _open(table, placed)
    else:
        table.rows[-1].add(placed)
    return True


def _starts_row(table: Headed, placed: dict[int, tuple[Line, ...]], *, apart: bool) -> bool:
    """Whether a line begins a row where no rule says so: by its number, its answer, or the space above it."""
    subject = table.column(table.subject.role)
    if subject not in placed:
        return False
    numbered = any(table.column(role) in placed for role in ("number", "meeting", "reference"))
    dated = any(DAY.search(join(placed.get(n, ()))) for n, role in enumerate(table.columns.roles) if role == "date")
    answered = any(
        _new_answer(table.rows[-1].text(n), text)
        for n in map(table.column, ANSWERS)
        if n in placed and (text := join(placed[n]))[:1].isupper()
    )
    return apart or numbered or dated or answered or OWN_LABEL.match(join(placed[subject])) is not None


def _new_answer(before: str, text: str) -> bool:
    """Whether a status is one of its own and not the second half of the one before it ("Partially", below it "accepted")."""
    if answer_opens(text):
        return True
    both = answer_in(f"{before} {text}")
    return answer_in(text) is not None and (both is None or bool(both.rest) or both.words == before)


def _put(table: Headed, placed: dict[int, tuple[Line, ...]], *, broken: bool, merged: bool) -> None:
    """Add a row, or the rest of the row before it. `broken`: a sheet or a table ended between the two."""
    if not any(placed.values()):
        return
    under = table.subject.role == "banner"
    same = table.rows[-1].banner == table.banner if under and table.rows else None
    if same or (table.rows and not under and _continues(table, placed, broken=broken, merged=merged)):
        table.rows[-1].add(placed)
    else:
        _open(table, placed)


def _open(table: Headed, placed: dict[int, tuple[Line, ...]]) -> None:
    """Begin a row. A meeting or an item whose cell is merged with the one above holds for it too."""
    draft = Draft(table.banner)
    draft.add(placed)
    if table.rows and table.columns.table is not None:
        merged = [n for n, role in enumerate(table.columns.roles) if role in MERGED and n not in placed]
        last = table.rows[-1]
        draft.above = {n: last.cells.get(n) or last.above.get(n, ()) for n in merged}
    table.rows.append(draft)


def _continues(table: Headed, placed: dict[int, tuple[Line, ...]], *, broken: bool, merged: bool) -> bool:
    last, status = table.rows[-1], table.column("status")
    subject = table.column(table.subject.role)
    own = join(placed.get(subject, ())) if subject is not None else ""
    told_before = table.about(last)
    answered_twice = bool(answer_in(last.text(status))) and bool(
        answer_in(join(placed.get(status, ())) if status is not None else "")
    )
    if not own:
        return merged or not (answered_twice or _dated_twice(table, placed))
    if broken and not told_before:
        return True
    if broken and (number := table.column("number")) is not None and last.text(number):
        return not placed.get(number)
    if answered_twice or OWN_LABEL.match(own):
        return False
    if _is_open(told_before) or (broken and own[0].islower()):
        return True
    return broken and _begins_nothing(table, placed)


def _is_open(text: str) -> bool:
    """Whether a text breaks off: behind a word that asks for another, or inside brackets."""
    return OPEN_END.search(text) is not None or text.count("(") > text.count(")")


def _dated_twice(table: Headed, placed: dict[int, tuple[Line, ...]]) -> bool:
    """Whether a row has a date of its own where the row before it has one: only its first line stands on this sheet."""
    dated = [n for n, role in enumerate(table.columns.roles) if role in DATED]
    return any(DAY.search(table.rows[-1].text(n)) and DAY.search(join(placed.get(n, ()))) for n in dated)


def _begins_nothing(table: Headed, placed: dict[int, tuple[Line, ...]]) -> bool:
    """Whether a row has words only in the columns that run over lines, unlike the row before it."""
    short = [n for n, role in enumerate(table.columns.roles) if role not in LONG_CELLS]
    return any(table.rows[-1].text(n) for n in short) and not any(has_words(join(placed.get(n, ()))) for n in short)
