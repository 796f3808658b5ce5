"""From page space, in which a PDF is drawn, to the sheet as it is shown: turned, cropped, measured from the top left."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""Tested for by `is`: what stands in no form, which is nearly everything, is not multiplied at all."""

Sides = tuple[float, float, float, float]
"""Left, top, right and bottom on the sheet; a plain tuple because there is one for each object of a pack."""


class Frame:
    """What is shown of a page: its crop box in page space, in points from the bottom left, and its turn in degrees."""

    __slots__ = ("bottom", "height", "left", "right", "rotation", "top", "width")

    def __init__(self, left: float, bottom: float, right: float, top: float, rotation: int) -> None:
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.rotation = rotation % 360
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if self.rotation in (90, 270) else (across, down)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of page space lies on the sheet: how far from the left, and how far down."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    @property
    def matrix(self) -> Matrix:
        """What `point` does, as a transformation that can follow others."""
        return {
            0: (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            90: (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            180: (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            270: (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        }[self.rotation]

    def sides(self, x0: float, y0: float, x1: float, y1: float) -> Sides:
        """Left, top, right and bottom of a box of page space on the sheet."""
        if self.rotation == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """The transformation that applies `m` first and `n` after it."""
    if n is IDENTITY:
        return IDENTITY if m == IDENTITY else m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def around(m: Matrix, x0: float, y0: float, x1: float, y1: float) -> Sides:
    """The box around a box that has been transformed by `m`."""
    corners = [transform(m, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def transform(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point lies after it has been transformed by `m`."""
    return (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])
