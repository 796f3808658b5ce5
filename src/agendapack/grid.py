"""Tables in a section's own words: the rows of its ruled tables, in one stream with the lines that stand outside them.

The boxes of cells come from the PDF's rules (`layout.Table`), the words from the section's lines, so that a stage sees the
same text in a cell as it would see on the line, and nothing of a neighbouring section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack.layout import Box, Line, Section, Span, Table, join
from agendapack.prepared import pattern

NARROWEST = 11.0
"""Points below which a column can hold no text: the padding of a word processor's cells alone takes 10.8."""

NEAR_SIDE = 10.0
"""Points from a cell's side within which a blank may be the gap between two cells."""

SAME_PLACE = 12.0
"""Points by which the same column may be shifted from one table to the next."""

SAME_COLUMN = 30.0
"""The same where both tables have as many columns: a table set anew on each sheet fits its columns to the words."""


_NUMBER = pattern(r"\(?\d{1,2}[.)]?")
"""What numbers a row in a narrow column of its own, where one head stands over that and the words beside it."""


class Cell(Struct, frozen=True):
    """A cell: its box and the parts of lines that stand in it."""

    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The cell's words as running text."""
        return join(self.lines)


class Row(Struct, frozen=True):
    """A row of a ruled table, from left to right. Cells that a merged neighbour covers are left out.

    `table` numbers the tables of the stream: two rows with the same number stand in the same table on the same sheet.
    """

    sheet: int
    table: int
    cells: tuple[Cell, ...]


def within(lines: Iterable[Line], box: Box) -> tuple[Line, ...]:
    """The parts of the lines that stand in a box of their sheet: the spans whose centre lies in it.

    A span that runs through a side of the box, because the gap between two cells was no wider than a blank, is divided there.
    """
    return tuple(part for line in lines if (part := _part_within(line, box)) is not None)


def _part_within(line: Line, box: Box) -> Line | None:
    if not box.top <= _middle(line) <= box.bottom:
        return None
    if line.turned:
        return line if box.x0 <= (line.box.x0 + line.box.x1) / 2 <= box.x1 else None
    if box.x0 <= line.box.x0 and line.box.x1 <= box.x1:
        return line
    near = (span for span in line.spans if span.x1 > box.x0 and span.x0 < box.x1)
    spans = tuple(piece for span in near for piece in _pieces(span, box) if _holds(box, piece))
    return (line if spans == line.spans else line.part(spans)) if spans else None


def _middle(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2


def stream(section: Section) -> Sequence[Row | Line]:
    """The section from top to bottom: each row of a table once, each line outside the tables."""
    return section.kept("stream", lambda: tuple(_stream(section)))


def _stream(section: Section) -> Iterator[Row | Line]:
    sheets: dict[int, list[Line]] = {}
    for line in section.lines:
        sheets.setdefault(line.sheet, []).append(line)
    homes: dict[int, list[Table]] = {}
    for table in section.tables:
        if not _is_banding(table, sheets.get(table.sheet, ())):
            homes.setdefault(table.sheet, []).append(table)
    given: list[Table] = []
    for line in section.lines:
        home = next((table for table in homes.get(line.sheet, ()) if _part_within(line, table.box) is not None), None)
        if home is None:
            yield line
        elif not any(home is table for table in given):
            given.append(home)
            yield from _rows(home, len(given), sheets[home.sheet])


def _is_banding(table: Table, lines: Iterable[Line]) -> bool:
    """Whether the boxes are only the coloured bands or the frame of a table whose columns no rule divides."""
    if any(sum(box is not None and box.x1 - box.x0 >= NARROWEST for box in row) > 1 for row in table.rows):
        return False
    return any(len(line.cells) > 1 for line in within(lines, table.box))


def _rows(table: Table, number: int, lines: Iterable[Line]) -> Iterator[Row]:
    """The rows of a table, from the lines of its sheet."""
    inside = within(lines, table.box)
    for row in table.rows:
        boxes = [box for box in row if box is not None]
        top, bottom = min((box.top for box in boxes), default=0.0), max((box.bottom for box in boxes), default=0.0)
        beside = [line for line in inside if top <= _middle(line) <= bottom]
        yield Row(table.sheet, number, tuple(Cell(box, within(beside, box)) for box in boxes))


def _pieces(span: Span, box: Box) -> Iterable[Span]:
    """A span in the pieces between the upright sides of a box; nearly always the span itself."""
    divided = any(span.x0 + NEAR_SIDE < side < span.x1 - NEAR_SIDE for side in (box.x0, box.x1))
    return _divided(span, box.x0, box.x1) if divided else (span,)


def _divided(span: Span, *sides: float) -> Iterator[Span]:
    """A span in the pieces between those upright sides that it runs through at a blank."""
    for side in sides:
        place = _blank_at(span, side)
        if place is not None:
            width = (span.x1 - span.x0) / len(span.text)
            x = span.x0 + width * place
            yield from _divided(replace(span, text=span.text[:place].rstrip(), x1=x), *sides)
            yield from _divided(replace(span, text=span.text[place:].lstrip(), x0=x + width), *sides)
            return
    yield span


def _blank_at(span: Span, side: float) -> int | None:
    """The offset of the blank that lies nearest to a side of a cell, if the span runs through that side and one is near."""
    if not span.x0 + NEAR_SIDE < side < span.x1 - NEAR_SIDE:
        return None
    width = (span.x1 - span.x0) / len(span.text)
    blanks = [n for n, letter in enumerate(span.text) if letter == " " and n]
    place = min(blanks, key=lambda n: abs(span.x0 + width * (n + 0.5) - side), default=None)
    near = place is not None and abs(span.x0 + width * (place + 0.5) - side) < NEAR_SIDE
    return place if near else None


def _holds(box: Box, span: Span) -> bool:
    return box.x0 <= (span.x0 + span.x1) / 2 <= box.x1


class Columns(Struct, frozen=True):
    """The columns of a table as its heads give them: what each holds, and from where to where it runs, from left to right."""

    roles: tuple[str, ...]
    sides: tuple[tuple[float, float], ...]
    table: int | None = None
    names: tuple[str, ...] = ()
    """The heads as printed."""

    def place(self, row: Row) -> dict[int, tuple[Line, ...]] | None:
        """The words of a row by column; None where the row belongs to a table of another shape."""
        cells = [cell for cell in row.cells if cell.box.x1 - cell.box.x0 >= NARROWEST]
        if row.table == self.table:
            where = [self._nearest(cell.box.x0) for cell in cells]
        elif len(cells) == len(self.sides):
            where = list(range(len(cells)))
            if any(abs(cell.box.x0 - side[0]) > SAME_COLUMN for cell, side in zip(cells, self.sides, strict=True)):
                return None
        else:
            where = [self._nearest(cell.box.x0) for cell in cells]
            if any(abs(cell.box.x0 - self.sides[n][0]) > SAME_PLACE for cell, n in zip(cells, where, strict=True)):
                return None
        placed: dict[int, tuple[Line, ...]] = {}
        for cell, n in zip(cells, where, strict=True):
            before = placed.get(n, ())
            placed[n] = cell.lines if _NUMBER.fullmatch(join(before)) and cell.lines else before + cell.lines
        return placed

    def in_order(self, row: Row) -> dict[int, tuple[Line, ...]] | None:
        """The words of a row of a part that is set anew: as many cells as there are columns, in their order; else None."""
        cells = [cell for cell in row.cells if cell.box.x1 - cell.box.x0 >= NARROWEST]
        return {n: cell.lines for n, cell in enumerate(cells)} if len(cells) == len(self.sides) else None

    def alone(self, row: Row) -> dict[int, tuple[Line, ...]] | None:
        """The words of a row of a part whose columns are others, where they stand in one cell that begins with a column."""
        filled = [cell for cell in row.cells if cell.lines]
        n = self._nearest(filled[0].box.x0) if len(filled) == 1 else 0
        fits = len(filled) == 1 and abs(filled[0].box.x0 - self.sides[n][0]) <= SAME_PLACE
        return {n: filled[0].lines} if fits else None

    def place_line(self, line: Line) -> dict[int, tuple[Line, ...]] | None:
        """The same for a line that stands in no ruled cell; None where a part of it fits no column."""
        placed: dict[int, tuple[Line, ...]] = {}
        for part in line.cells:
            fits = [n for n, (x0, x1) in enumerate(self.sides) if x0 - 3 <= part.box.x0 and part.box.x1 <= x1 + 3]
            if not fits or fits[0] in placed:
                return None
            placed[fits[0]] = (part,)
        return placed

    def follow(self, row: Row) -> Columns:
        """The same columns with the sides that a later table gives them; in the same table a row with as many cells may have
        others merged with those above."""
        if row.table == self.table:
            return self
        cells = [cell for cell in row.cells if cell.box.x1 - cell.box.x0 >= NARROWEST]
        if len(cells) != len(self.sides):
            return self
        return replace(self, sides=tuple((cell.box.x0, cell.box.x1) for cell in cells), table=row.table)

    def widened(self, lines: Iterable[Line]) -> Columns:
        """For a table without rules: each column from where the words under its head start to where the next one starts."""
        starts = [x0 for x0, _ in self.sides]
        for part in (cell for line in lines for cell in line.cells):
            under = [n for n, (x0, x1) in enumerate(self.sides) if part.box.x0 < x1 and part.box.x1 > x0]
            if len(under) == 1:
                starts[under[0]] = min(starts[under[0]], part.box.x0)
        return replace(self, sides=tuple(zip(starts, [*starts[1:], float("inf")], strict=True)))

    def _nearest(self, x0: float) -> int:
        return min(range(len(self.sides)), key=lambda n: abs(self.sides[n][0] - x0))


Gathered = Sequence[tuple[float, float, tuple[Line, ...]]]
"""Columns without rules: from where to where each runs, and the parts of lines that stand in it."""


def gathered(lines: Iterable[Line]) -> Iterator[Gathered]:
    """The columns in which the parts of some rows stand: of the first row, of the first two, and so on."""
    columns: Gathered = ()
    for line in lines:
        for part in line.cells:
            columns = _with(columns, part)
        yield columns


def _with(columns: Gathered, part: Line) -> Gathered:
    """Columns with another part: in one of its own, or in one with all those above and beneath which it stands."""
    x0, x1 = start, end = part.box.x0, part.box.x1
    apart: list[tuple[float, float, tuple[Line, ...]]] = []
    above: tuple[Line, ...] = ()
    for column in columns:
        left, right, held = column
        if start < right and end > left:
            x0, x1, above = min(x0, left), max(x1, right), above + held
        else:
            apart.append(column)
    return [*apart, (x0, x1, (*above, part))]
