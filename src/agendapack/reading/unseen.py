"""What nobody can see on a sheet: white words on white paper, and words that are not painted where no picture shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.reading.frame import Frame, Sides
from agendapack.reading.rows import Piece

SCAN = 0.5
"""Share of a sheet that its pictures cover where it is a scan: a margin may be cut off, a logo covers less."""

Ground = tuple[int, bool, Sides]
"""What covers a part of the sheet: its place in the order of drawing, whether it is as white as paper, and its box."""


def hide(pale: Iterable[tuple[int, Piece]], grounds: Sequence[Ground]) -> None:
    """Mark white text, given with its place in the order of drawing, as hidden where white paper is what lies beneath it, and
    not a dark cell or a picture."""
    for number, piece in pale:
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        under = [
            white for order, white, (x0, top, x1, bottom) in grounds if order < number and x0 <= x <= x1 and top <= y <= bottom
        ]
        piece.hidden = not under or under[-1]


def uncover(pieces: Iterable[Piece], pictures: Sequence[Sides], frame: Frame) -> None:
    """Take the mark from the words that were recognised on a scan: unpainted, they stand on the picture that shows them."""
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in pictures)
    if covered < SCAN * frame.width * frame.height:
        return
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        if any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in pictures):
            piece.hidden = False
