"""From pieces of text, in the order in which they were drawn, to lines in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from agendapack.layout import WORD_GAP, Box, Line, Span
from agendapack.reading.frame import Sides

FIGURES = frozenset("0123456789,.%")

FIGURE_GAP = 0.3
"""`WORD_GAP` inside a number and before what is raised behind it ("31st", a footnote's mark): a "1" is narrow in a wide slot, so
that what is drawn behind it stands far off."""

SPAN_GAP = 0.8
"""Gap in ems from which two pieces of the same style are two spans of their line."""

SAME_BASELINE = 0.35
"""Ems by which a piece may stand above or below its row, so that raised and lowered figures stay in it."""

SAME_SIZE = 0.5
"""Points by which pieces of one style may differ in size."""

MOSTLY = 0.9
"""Share of a line's letters that makes the line bold: a label or a bullet before it may be light."""


LONGEST_LINE = 2_000
"""Letters of the longest line that is kept whole: a sheet of A3 in the smallest print has six hundred. The rules are tried on
each line, and on one that was made for it some of them take time that grows with the square of its length."""


class Piece(Struct, eq=False):
    """Some words drawn together, in points from the top left of the sheet as shown.

    `along0` and `along1` are where they start and end in their direction of writing, `baseline` is how far down (across that
    direction) they stand. Not frozen only because a page may have thousands of them.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    along0: float
    along1: float
    baseline: float
    size: float
    bold: bool
    font: str
    turned: int
    hidden: bool


def written(turned: int, sides: Sides, x: float, y: float) -> tuple[float, float, float]:
    """A piece's `along0`, `along1` and `baseline`, from its turn, its sides and the point on the sheet where it begins."""
    x0, y0, x1, y1 = sides
    if turned == 0:
        return x0, x1, y
    if turned == 90:
        return y0, y1, -x
    if turned == 180:
        return -x1, -x0, -y
    return -y1, -y0, x


def lines_of(pieces: Iterable[Piece], sheet: int) -> tuple[Line, ...]:
    """Rows of pieces, in the order in which they are read; writing in the sheet's main direction first."""
    ways: dict[int, list[Piece]] = {}
    for piece in pieces:
        ways.setdefault(piece.turned, []).append(piece)
    weight = {turned: sum(len(piece.text) for piece in found) for turned, found in ways.items()}
    order = sorted(ways, key=lambda turned: (-weight[turned], turned))
    found = (_line(row, sheet) for turned in order for row in _rows(ways[turned]))
    return tuple(line for line in found if line.text)


def clipped(line: Line) -> Line:
    """The line, or the beginning of one that is longer than any."""
    if len(line.text) <= LONGEST_LINE:
        return line
    spans, letters = [], 0
    for span in line.spans:
        if letters >= LONGEST_LINE:
            break
        spans.append(replace(span, text=span.text[:LONGEST_LINE]))
        letters += len(span.text)
    return replace(line, text=line.text[:LONGEST_LINE].rstrip(), spans=tuple(spans))


_READING_ORDER = attrgetter("baseline", "along0")
_START = attrgetter("along0")


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces whose baselines agree, each row in its order of reading; the largest piece of a row says where its baseline is."""
    rows: list[list[Piece]] = []
    anchor: Piece | None = None
    for piece in sorted(pieces, key=_READING_ORDER):
        size = piece.size
        if anchor is not None and piece.baseline - anchor.baseline <= SAME_BASELINE * max(
            anchor.size, min(size, 2 * anchor.size), 1.0
        ):
            rows[-1].append(piece)
            if size > anchor.size:
                anchor = piece
        else:
            rows.append([piece])
            anchor = piece
    for row in rows:
        row.sort(key=_START)
    return rows


def _line(row: list[Piece], sheet: int) -> Line:
    """A row as a line. One pass, and a span is made only when it is complete: this runs for every piece of a pack."""
    if len(row) == 1:
        return _line_of_one(row[0], sheet)
    spans: list[Span] = []
    head = last = main = row[0]
    words, inside, end = head.text, head.text, head.along1
    x0, top, x1, bottom, longest = head.x0, head.top, head.x1, head.bottom, len(head.text)
    for piece in row[1:]:
        text = piece.text
        gap = piece.along0 - last.along1
        size = max(piece.size, last.size, 1.0)
        if gap > WORD_GAP * size and words[-1] != " " and text[0] != " ":
            figures = words[-1].isdigit() and (text[0] in FIGURES or _is_raised(piece, last))
            joint = " " if not figures or gap > FIGURE_GAP * size else ""
        else:
            joint = ""
        words += joint + text
        if head.bold == piece.bold and abs(head.size - piece.size) < SAME_SIZE and gap <= SPAN_GAP * size:
            inside += joint + text
            end = max(end, piece.along1)
        else:
            spans.append(Span(inside, head.along0, end, head.size, head.bold))
            head, inside, end = piece, text, piece.along1
        x0, top, x1, bottom = min(x0, piece.x0), min(top, piece.top), max(x1, piece.x1), max(bottom, piece.bottom)
        if len(text) > longest:
            main, longest = piece, len(text)
        last = piece
    spans.append(Span(inside, head.along0, end, head.size, head.bold))
    letters = sum([len(span.text.strip()) for span in spans])
    bold = sum([len(span.text.strip()) for span in spans if span.bold])
    return Line(
        sheet=sheet,
        text=" ".join(words.split()),
        box=Box(x0, top, x1, bottom),
        size=main.size,
        bold=letters > 0 and bold >= MOSTLY * letters,
        spans=tuple(spans),
        turned=main.turned,
        font=main.font,
        hidden=all(piece.hidden for piece in row),
    )


def _is_raised(piece: Piece, before: Piece) -> bool:
    """Whether a piece is set smaller and higher than the one before it."""
    return piece.size < before.size and piece.baseline < before.baseline


def _line_of_one(piece: Piece, sheet: int) -> Line:
    return Line(
        sheet=sheet,
        text=" ".join(piece.text.split()),
        box=Box(piece.x0, piece.top, piece.x1, piece.bottom),
        size=piece.size,
        bold=piece.bold,
        spans=(Span(piece.text, piece.along0, piece.along1, piece.size, piece.bold),),
        turned=piece.turned,
        font=piece.font,
        hidden=piece.hidden,
    )
