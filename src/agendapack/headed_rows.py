"""Which row of a table under heads a ruled row or a line belongs to: one of its own, or the one before it."""

from __future__ import annotations

from agendapack import rules
from agendapack.answers import answer_in, answer_opens, has_words
from agendapack.drafts import OWN_LABEL, Draft, Headed
from agendapack.grid import Cell, Columns, Row
from agendapack.layout import Line, join
from agendapack.noise import is_noise
from agendapack.prepared import pattern

LINE_PITCH = 1.7
"""Ems from row to row inside a cell, at most: single spacing is 1.15 to 1.25, one and a half 1.7."""

WIDE_GAP = 2.5
"""Ems between the last row of a table and what has nothing to do with it: the padding of two cells is less."""

STRAY_LINES = 8
"""Lines in a row that fit no column and end a table: footnotes and a repeated title are fewer, a paper that goes on is more."""

LONG_CELLS = frozenset(
    {"blank", "recommendation", "action", "either", "resolution", "comment", "answer", "progress", "topic", "purpose"}
)
"""What runs over lines. The other columns (a number, a date, a name) are filled where a row begins, not where it goes on."""

MERGED = ("meeting", "date", "item")
"""What stands once for all rows to which it belongs."""

DATED = ("meeting", "date", "reviewed")

DAY = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-]\d\d|\d[a-z ]{0,4}[A-Z][a-z]+,? \d{4}")
"""A whole date: part of one may be the rest of the date in the row before."""

ANSWERS = ("status", "answer")


def add_row(table: Headed, row: Row, before: Row | None) -> bool:
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
    if placed is None or all(is_noise(line.text, table.known()) for line in words):
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


def add_line(table: Headed, line: Line) -> bool:
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


def add_loose(table: Headed, line: Line) -> bool:
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
    return rules.load("respond").first("cell.open", text) is not None or text.count("(") > text.count(")")


def _dated_twice(table: Headed, placed: dict[int, tuple[Line, ...]]) -> bool:
    """Whether a row has a date of its own where the row before it has one: only its first line stands on this sheet."""
    dated = [n for n, role in enumerate(table.columns.roles) if role in DATED]
    return any(DAY.search(table.rows[-1].text(n)) and DAY.search(join(placed.get(n, ()))) for n in dated)


def _begins_nothing(table: Headed, placed: dict[int, tuple[Line, ...]]) -> bool:
    """Whether a row has words only in the columns that run over lines, unlike the row before it."""
    short = [n for n, role in enumerate(table.columns.roles) if role not in LONG_CELLS]
    return any(table.rows[-1].text(n) for n in short) and not any(has_words(join(placed.get(n, ()))) for n in short)
