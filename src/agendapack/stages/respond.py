"""Answers to scrutiny recommendations: the rows of a response pro forma or tracker, and answers labelled in running text.

A table is taken only where its heads say that one column holds recommendations and another the answers to them. What cannot
be told is left alone: no row is guessed from its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agendapack import rules
from agendapack.answers import Answer, answer_in, has_words, worded
from agendapack.evidence import evidence
from agendapack.grid import Columns, Row, columns_of, stream
from agendapack.layout import Line, Section, join
from agendapack.records import Response
from agendapack.stages.respond_labels import from_labels

HEADS = (
    "head.strange",
    "head.number",
    "head.action",
    "head.status",
    "head.answer",
    "head.recommendation",
    "head.progress",
    "head.other",
)
"""What a column may hold, in the order in which its head is tried: "Response to recommendation" is an answer."""

LINE_PITCH = 1.7
"""Ems from row to row inside a cell, at most: single spacing is 1.15 to 1.25, one and a half 1.7."""

DEEPEST_HEADS, LOOSE_LINES, LONGEST_HEADS = 6, 20, 120
"""In a table without rules: rows that its heads may take, lines looked at for its columns, characters in a row of heads."""

LONGEST_STRANGER = 30
"""Characters of a head that no rule knows: councils name their further columns as they like, narrow ones break a word."""

STRAY_LINES = 8
"""Lines in a row that fit no column and end a table: footnotes and a repeated title are fewer, a paper that goes on is more."""

OWN_LABEL = re.compile(
    r"^(?:recommendation\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]+|R\d{1,2}\b[.:)]?|recommendation \d{1,2}\b[.:)]?)\s+"
    r"|^\d{1,2}\s+(?=(?:That|To)\b)",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"(?:[,:/–-]|\b(?:a|an|and|are|as|at|be|by|for|from|in|is|its|of|on|or|that|the|their|to|which|will|with))$"
)


@dataclass(slots=True)
class _Draft:
    """A row in the making: the lines of each column, by number of the column."""

    cells: dict[int, list[Line]] = field(default_factory=dict)

    def add(self, placed: dict[int, tuple[Line, ...]]) -> None:
        for n, lines in placed.items():
            self.cells.setdefault(n, []).extend(lines)

    def text(self, n: int | None) -> str:
        return join(self.cells.get(n, ())) if n is not None else ""


@dataclass(slots=True)
class _Table:
    """A response table in the making: its columns and the rows found so far."""

    columns: Columns
    rows: list[_Draft] = field(default_factory=list)
    strays: int = 0
    last: Line | None = None
    """The last line outside ruled cells that was placed in a column."""

    @property
    def recommendation(self) -> int:
        return self.columns.roles.index("recommendation")

    def column(self, role: str) -> int | None:
        return self.columns.roles.index(role) if role in self.columns.roles else None


def respond(section: Section) -> tuple[Response, ...]:
    """The answers to recommendations in a section, in reading order. Minutes give none."""
    if section.where == "minutes":
        return ()
    return tuple(_from_tables(section)) or tuple(from_labels(section))


# --- tables ---------------------------------------------------------------------------------------------------------------


def _from_tables(section: Section) -> Iterator[Response]:
    for table in _tables(section):
        yield from _responses(table)


def _tables(section: Section) -> list[_Table]:
    """The section's response tables, each with its rows put together over sheets. Repeated heads go on with the same table."""
    tables: list[_Table] = []
    table: _Table | None = None
    before: Row | None = None
    entries = list(stream(section))
    at = 0
    while at < len(entries):
        entry, columns, depth = entries[at], *_heads(entries, at)
        if columns is not None and _answers(columns):
            if not tables or tables[-1].columns.roles != columns.roles:
                tables.append(_Table(columns))
            table = tables[-1]
            table.columns, table.last = columns, None
        elif table is not None and not _takes(table, entry, columns, before):
            table = None
        if isinstance(entry, Row):
            before = None if columns else entry
        at += depth
    return tables


def _heads(entries: Sequence[Row | Line], at: int) -> tuple[Columns | None, int]:
    """The columns that begin with an entry, if it is a row of heads, and how many entries they take."""
    entry = entries[at]
    if isinstance(entry, Row):
        cells = [cell for cell in entry.cells if cell.box.x1 > cell.box.x0]
        return _columns([(cell.text, (cell.box.x0, cell.box.x1)) for cell in cells], entry.table), 1
    lines = _lines_from(entries[at : at + LOOSE_LINES])
    if len(entry.text) > LONGEST_HEADS or not any("recommendation" in line.text.lower() for line in lines[:DEEPEST_HEADS]):
        return None, 1
    for depth in range(min(DEEPEST_HEADS, len(lines)), 0, -1):
        if (heads := columns_of(lines[:depth])) and (columns := _columns(heads, None)) and _answers(columns):
            return columns.widened(lines[depth:]), depth
    return None, 1


def _lines_from(entries: Sequence[Row | Line]) -> list[Line]:
    """The lines with which the entries begin, as far as they stand outside ruled cells on one sheet."""
    lines: list[Line] = []
    for entry in entries:
        if isinstance(entry, Row) or (lines and entry.sheet != lines[0].sheet):
            break
        lines.append(entry)
    return lines


def _takes(table: _Table, entry: Row | Line, columns: Columns | None, before: Row | None) -> bool:
    """Put a row, a row of heads or a line into the table. False where the table is over."""
    if isinstance(entry, Line):
        return _add_line(table, entry) if table.columns.table is not None else _add_loose(table, entry)
    return _add_row(table, entry, before) if columns is None else _refines(table, columns)


def _columns(heads: Sequence[tuple[str, tuple[float, float]]], table: int | None) -> Columns | None:
    """The columns under a row of heads; None where it is none: two heads at least, and no cell that is none.

    Beside a recommendation and its answer one short head may be any.
    """
    roles = [_role(text) for text, _ in heads]
    unknown = [text for (text, _), role in zip(heads, roles, strict=True) if role is None]
    certain = "recommendation" in roles and ("status" in roles or "answer" in roles)
    if unknown and not (certain and len(unknown) == 1 and len(unknown[0]) <= LONGEST_STRANGER):
        return None
    if sum(bool(role) for role in roles) < 2:
        return None
    named = tuple("other" if role is None else role or "blank" for role in roles)
    return Columns(named, tuple(sides for _, sides in heads), table)


def _role(head: str) -> str | None:
    """What a column with this head holds; "" where the head is blank, None where it is no head."""
    if not has_words(head):
        return ""
    phrases = rules.load("respond")
    return next((means.removeprefix("head.") for means in HEADS if phrases.first(means, head)), None)


def _answers(columns: Columns) -> bool:
    """Whether these are the columns of a table that answers recommendations."""
    roles = columns.roles
    return (
        roles.count("recommendation") == 1
        and "strange" not in roles
        and any(role in roles for role in ("status", "answer", "progress"))
    )


def _refines(table: _Table, columns: Columns) -> bool:
    """Heads on a second row, under a head that spans them: they replace it."""
    if columns.table != table.columns.table or table.rows:
        return False
    lower = [(role, side) for role, side in zip(columns.roles, columns.sides, strict=True) if role != "blank"]
    kept = [
        (role, side)
        for role, side in zip(table.columns.roles, table.columns.sides, strict=True)
        if not any(side[0] - 2 <= x0 and x1 <= side[1] + 2 for _, (x0, x1) in lower)
    ]
    merged = sorted([*kept, *lower], key=lambda column: column[1][0])
    table.columns = Columns(tuple(role for role, _ in merged), tuple(side for _, side in merged), columns.table)
    return _answers(table.columns)


def _add_row(table: _Table, row: Row, before: Row | None) -> bool:
    """Put a ruled row into the table. False where it belongs to a table of another shape."""
    placed = table.columns.place(row)
    if placed is None:
        return False
    table.columns = table.columns.follow(row)
    table.strays, table.last = 0, None
    merged = not any(n == table.recommendation for n in placed)
    _put(table, placed, broken=before is None or before.table != row.table, merged=merged)
    return True


def _add_line(table: _Table, line: Line) -> bool:
    """Put a line outside ruled cells into the table, if it fits its columns. False where the table is over."""
    placed = table.columns.place_line(line)
    after = table.last is not None and table.last.sheet == line.sheet
    close = after and table.last is not None and line.box.top - table.last.box.top <= LINE_PITCH * max(line.size, 1.0)
    if placed is None or (len(placed) < 2 and not close):
        table.strays += 1
        table.last = None
        return table.strays < STRAY_LINES
    if close and table.rows:
        table.rows[-1].add(placed)
    else:
        _put(table, placed, broken=True, merged=False)
    table.strays, table.last = 0, line
    return True


def _add_loose(table: _Table, line: Line) -> bool:
    """Put a line of a table without rules into it. False where the line fits no column, or is a heading: the table is over."""
    placed, last = table.columns.place_line(line), table.last
    if placed is None or (last is not None and line.bold and not last.bold):
        return False
    table.last = line
    if last is None or last.sheet != line.sheet or not table.rows:
        _put(table, placed, broken=True, merged=False)
    elif _starts_row(table, placed, apart=line.box.top - last.box.top > LINE_PITCH * max(line.size, 1.0)):
        table.rows.append(_Draft())
        table.rows[-1].add(placed)
    else:
        table.rows[-1].add(placed)
    return True


def _starts_row(table: _Table, placed: dict[int, tuple[Line, ...]], *, apart: bool) -> bool:
    """Whether a line begins a row where no rule says so: by its number, its answer, or the space above it."""
    if table.recommendation not in placed:
        return False
    number = table.column("number")
    numbered = number is not None and number in placed
    answered = any(
        _new_answer(table.rows[-1].text(n), text)
        for n in (table.column("status"), table.column("answer"))
        if n in placed and (text := join(placed[n]))[:1].isupper()
    )
    return apart or numbered or answered or OWN_LABEL.match(join(placed[table.recommendation])) is not None


def _new_answer(before: str, text: str) -> bool:
    """Whether a status is one of its own and not the second half of the one before it ("Partially", below it "accepted")."""
    if rules.load("respond").first("answer.opening", text):
        return True
    both = answer_in(f"{before} {text}")
    return answer_in(text) is not None and (both is None or bool(both.rest) or both.words == before)


def _put(table: _Table, placed: dict[int, tuple[Line, ...]], *, broken: bool, merged: bool) -> None:
    """Add a row, or the rest of the row before it. `broken`: a sheet or a table ended between the two."""
    if not any(placed.values()):
        return
    if table.rows and _continues(table, placed, broken=broken, merged=merged):
        table.rows[-1].add(placed)
    else:
        table.rows.append(_Draft())
        table.rows[-1].add(placed)


def _continues(table: _Table, placed: dict[int, tuple[Line, ...]], *, broken: bool, merged: bool) -> bool:
    last, status = table.rows[-1], table.column("status")
    own = join(placed.get(table.recommendation, ()))
    told_before = last.text(table.recommendation)
    answered_twice = bool(answer_in(last.text(status))) and bool(
        answer_in(join(placed.get(status, ())) if status is not None else "")
    )
    if not own:
        return merged or not answered_twice
    number = table.column("number")
    if broken and not told_before:
        return True
    if broken and number is not None and last.text(number):
        return not placed.get(number)
    if answered_twice or OWN_LABEL.match(own):
        return False
    return bool(OPEN_END.search(told_before)) or (broken and own[0].islower())


def _responses(table: _Table) -> Iterator[Response]:
    drafts = [draft for draft in table.rows if has_words(draft.text(table.recommendation))]
    if table.columns.table is None:
        answers = [table.column(role) for role in ("status", "answer", "progress", "action")]
        drafts = [draft for draft in drafts if any(draft.text(n) for n in answers)]
    if not any(table.column(role) is not None for role in ("status", "answer")):
        told = [draft.text(table.column("progress")) for draft in drafts]
        told = [text for text in told if text]
        if not told or sum(answer_in(text) is not None for text in told) * 2 < len(told):
            return
    for draft in drafts:
        yield _response(table, draft)


def _response(table: _Table, draft: _Draft) -> Response:
    numbers = {role: table.column(role) for role in ("number", "recommendation", "status", "answer", "progress", "action")}
    answer = Answer("none", None, "")
    for role in ("status", "answer", "progress"):
        text = draft.text(numbers[role])
        if text and (told := answer_in(text)):
            answer = told
            break
    action = worded(draft.text(numbers["action"]))
    if not action:
        words = worded(draft.text(numbers["answer"]))
        told = answer_in(words) if words else None
        action = told.rest if told else words
    if not action:
        action = answer.rest
    used = [line for n in sorted(draft.cells) if n in numbers.values() for line in draft.cells[n]]
    return Response(
        recommendation=OWN_LABEL.sub("", draft.text(table.recommendation), count=1),
        status=answer.status,
        status_text=answer.words,
        action=action or None,
        evidence=evidence(sorted(used, key=lambda line: line.sheet), "respond.table"),
    )
