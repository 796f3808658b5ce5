"""Cards abreast: persons side by side, each with his title, telephone and address beneath, divided into one column for each.

Read row by row, such cards would give everybody the fields of the one who stands last in the row of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from agendapack import rules
from agendapack.layout import Line, Span
from agendapack.stages import cards, people
from agendapack.stages.cards import Row, Strand

_SLACK = 6.0
"""How far, in points, the starts or the middles of two cells of one column may lie apart."""


class _Column(Struct):
    """The rows of one card, or of several beneath each other, and where its first name begins, in points."""

    left: float
    rows: list[Row] = field(default_factory=list)

    def centred(self, cell: Line) -> bool:
        """Whether the middle of a cell lies under the middle of one of the column's."""
        return any(abs(_middle(row.line) - _middle(cell)) <= _SLACK for row in self.rows)

    def flush(self, cell: Line) -> bool:
        """Whether a cell begins where one of the column's does."""
        return any(abs(row.line.box.x0 - cell.box.x0) <= _SLACK for row in self.rows)


def strands(rows: Sequence[Row], edge: float) -> list[Strand]:
    """The cells of some rows in the order in which they are read: from card to card where cards stand abreast.

    What stands beneath several of them belongs to none: nobody can tell whose it is. `edge` is as in `cards.strands`.
    """
    out: list[Strand] = []
    first = 0
    while (found := _opened(rows, first)) is not None:
        at, columns = found
        out += cards.strands(rows[first:at], edge)
        first = _filled(columns, rows, at)
        for number, column in enumerate(columns):
            right = columns[number + 1].left - _SLACK if number + 1 < len(columns) else edge
            out += cards.strands(column.rows, right)
    return out + cards.strands(rows[first:], edge)


def _opened(rows: Sequence[Row], first: int) -> tuple[int, list[_Column]] | None:
    """The first row of cards abreast from a row on, and their columns, still empty."""
    for at in range(first, len(rows)):
        fields = _fields(rows[at].line)
        reached = any(kind in ("email", "phone") for kind, _ in cards.tokens(rows[at].line.text))
        names = [cell for n, cell in enumerate(fields) if _opens(cell) and not (n and reached and people.is_ward(cell.text))]
        above = _fields(rows[at - 1].line) if at > first else []
        if len(names) > 1:
            titled = len(above) == len(names) == len(fields) and all(people.is_role(cell.text) for cell in above)
            return at - titled, [_Column(cell.box.x0) for cell in names]
        lower = len(fields) > 1 and names == fields[-1:] and len(above) == 1 and _opens(above[0])
        if lower and abs(above[0].box.x0 - fields[0].box.x0) <= _SLACK:
            return at - 1, [_Column(cell.box.x0) for cell in (above[0], names[0])]
    return None


def _filled(columns: Sequence[_Column], rows: Sequence[Row], first: int) -> int:
    """Give the columns the cells of the rows from the first on; the row with which they are at their end."""
    lefts = [column.left for column in columns[1:]]
    for at in range(first, len(rows)):
        fields = _fields(rows[at].line, lefts)
        if at > first and len(fields) == 1 and _opens(fields[0]) and _column_of(fields[0], columns) is None:
            return at
        in_turn = len(fields) == len(columns) and all(map(_may_hold, columns, fields)) and fields[0].box.x0 < lefts[0] - _SLACK
        for number, cell in enumerate(fields):
            column = columns[number] if in_turn else _column_of(cell, columns)
            if column is not None:
                column.rows.append(Row(rows[at].at, cell))
    return len(rows)


def _may_hold(column: _Column, cell: Line) -> bool:
    """Whether a cell may stand in a column where a row has one for each: what stands left of it can only push it on."""
    return cell.box.x0 >= column.left - _SLACK or column.centred(cell)


def _column_of(cell: Line, columns: Sequence[_Column]) -> _Column | None:
    """The column in which a cell stands; None where it reaches into another one and is no address, which wants the room."""
    ends = [column.left - _SLACK for column in columns[1:]]
    within = [
        column
        for column, end in zip(columns, [*ends, float("inf")], strict=True)
        if cell.box.x0 < end and cell.box.x1 > column.left + _SLACK
    ]
    addressed = [kind for kind, _ in cards.tokens(cell.text)] == ["email"]
    flush = [column for column in columns if addressed and column.flush(cell)]
    found = (within, [column for column in columns if column.centred(cell)], flush)
    return next((fit[0] for fit in found if len(fit) == 1), None)


def _fields(line: Line, lefts: Sequence[float] = ()) -> list[Line]:
    """The cells of a row, the label of a field together with what it labels. A cell that holds the beginning of a column
    (`lefts`) is divided there: the gap was too narrow to be seen."""
    out: list[list[Span]] = []
    vocabulary = rules.load("contacts")
    for cell in line.cells:
        for number, span in enumerate(cell.spans):
            label = line.part(out[-1]).text if out else ""
            goes_on = number and not any(abs(span.x0 - left) <= _SLACK for left in lefts)
            if goes_on or label.endswith(":") or (label and vocabulary.first("field-word", label)):
                out[-1].append(span)
            else:
                out.append([span])
    return [line.part(spans) for spans in out]


def _opens(cell: Line) -> bool:
    """Whether a cell begins with a person's name, printed alone or before his job title."""
    kind, value = next(_first_words(cell.text), ("", ""))
    return kind == "name" or (kind == "text" and cards.opens_person(value))


def _first_words(text: str) -> Iterator[tuple[str, str]]:
    return (token for token in cards.tokens(text) if token[0] != "skip")


def _middle(line: Line) -> float:
    return (line.box.x0 + line.box.x1) / 2
