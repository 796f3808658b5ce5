"""The straight edges that are drawn on a sheet across it or down it: rules, and the sides of boxes."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float

import pypdfium2.raw as c

from agendapack.reading import native
from agendapack.reading.frame import Frame, Matrix, multiply
from agendapack.reading.native import PATH, Handle

Edge = tuple[float, float, float]
"""Where an edge stands across its direction, and where it starts and ends along it, in points from the sheet's top left."""

LEANING = 0.1
"""Points by which the ends of an edge may differ across its direction: what rounding leaves."""

MOST = 100_000
"""Edges on a sheet: more make a drawing, of which a table would be no part."""


def edges(page: Handle, frame: Frame) -> tuple[list[Edge], list[Edge]]:
    """The edges of a page, those across the sheet and those down it.

    Raises:
        TooMuch: there are more than in any table.
    """
    across: list[Edge] = []
    down: list[Edge] = []
    room, shown = (c_float(), c_float()), frame.matrix
    for raw, kind, outer in native.objects(page):
        if kind != PATH:
            continue
        for x0, y0, x1, y1 in _strokes(raw, multiply(multiply(native.matrix_of(raw), outer), shown), room):
            if abs(y0 - y1) <= LEANING:
                across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= LEANING:
                down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > MOST:
            raise native.TooMuch("the sheet has more edges than any table")
    return across, down


def _strokes(raw: Handle, shown: Matrix, room: tuple[c_float, c_float]) -> Iterator[tuple[float, float, float, float]]:
    """The straight lines of a path, from where to where on the sheet. The pen moves along curves too, but those are left out.

    `shown` takes the points of the path to the sheet; `room` is where PDFium writes one.
    """
    a, b, c_, d, e, f = shown
    px, py = room
    x, y = byref(px), byref(py)
    begun = pen = (0.0, 0.0)
    for number in range(min(native.path_length(raw), MOST)):
        segment = native.path_segment(raw, number)
        native.segment_point(segment, x, y)
        u, v = px.value, py.value
        point = u * a + v * c_ + e, u * b + v * d + f
        kind = native.segment_type(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == c.FPDF_SEGMENT_LINETO:
            yield *pen, *point
        if native.segment_closes(segment):
            yield *point, *begun
            point = begun
        pen = point
