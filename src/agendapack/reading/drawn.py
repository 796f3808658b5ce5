"""What is drawn on one sheet, as pdfminer.six tells it to a device: words as pieces with their place and style, pictures, paths.

A text operator of the page is a piece, as it is a text object of PDFium's; so both give the same rows.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from pdfminer.cmapdb import IdentityCMap
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from agendapack import prepared
from agendapack.layout import Line
from agendapack.reading import unseen
from agendapack.reading.frame import IDENTITY, Frame, Matrix, Sides, around, multiply
from agendapack.reading.native import MOST_CHARACTERS, MOST_OBJECTS, TooMuch
from agendapack.reading.pdfium import MOST_LINKS
from agendapack.reading.rows import Piece, lines_of, written
from agendapack.reading.sheet import BOLD_NAME, clean

LIGATURES = prepared.pattern("[\ufb00-\ufb06]")

UNKNOWN = "\ufffd"
"""A letter of which the font does not say what it is."""

_BULLET, _SPACE = 0o225, 0o40
"""Codes of WinAnsi."""

HEAVY_STEM, HEAVY_WEIGHT = 120, 600
"""Thousandths of an em in the upright strokes, and the weight, from which a face counts as bold."""

STROKED, UNSEEN = 2, (3, 7)
"""Modes in which letters are drawn: filled and outlined; not at all."""

TALL, LOW, DEPTH, BEARING = 0.72, 0.52, 0.21, 0.05
"""Ems that letters reach above their baseline, tall ones and low ones, and below it, and leave free on either side: pdfminer
knows the room that a letter takes, not its shape."""

_LOW, _DEEP = frozenset("acegmnopqrsuvwxyz.,;:_- "), frozenset("Qgjpqy,;()[]{}|/_@")

UNSAID = 0.5
"""Ems that a letter takes of which its font does not say how wide it is. One of which it says nought is never seen."""

NO_WIDTHS = dict.fromkeys(range(256), 0)
"""What pdfminer gives a font that says nothing of widths."""

SPACE = 0.13
"""Ems by which two letters of one operator stand apart where a space is meant: half of the narrowest space of a common face."""

DOUBLE = 0.1
"""Ems by which a word that is drawn twice, to look bold, is moved."""

LAST = 5
"""Pieces back in which a double is looked for."""

PALE = 0.98
"""Red, green and blue from which a fill cannot be told from white paper."""

_TYPED = frozenset(("Widget", "FreeText", "Stamp"))
_HIDDEN_OR_NOT_SHOWN = 2 | 32
"""Flags of an annotation."""


class Drawn(PDFTextDevice):
    """The things that are drawn on a sheet, in their order."""

    def __init__(self, manager: Any, frame: Frame) -> None:
        super().__init__(manager)
        self.frame = frame
        self.pieces: list[Piece] = []
        self.pictures: list[Sides] = []
        self.paths = 0
        self._pale: list[tuple[int, Piece]] = []
        self._grounds: list[unseen.Ground] = []
        self._things = self._letters = 0
        self._run: list[tuple[str, Matrix, float]] = []
        self._faces: dict[int, tuple[str, bool]] = {}

    def draw(self, page: PDFPage) -> None:
        """Draws a page, and what was typed on it.

        Raises:
            TooMuch: there is more on it than on any that was typeset or drawn.
            Exception: whatever its contents make the library do.
        """
        if not all(isinstance(resolve1(part), PDFStream) for part in page.contents):
            raise ValueError("contents that are lost would be taken for an empty sheet")
        interpreter = _Interpreter(self.rsrcmgr, self)
        interpreter.render_contents(page.resources, page.contents, IDENTITY)
        for look, resources, matrix in _typed(page):
            interpreter.subinterp().render_contents(resources, [look], matrix)

    def lines(self, sheet: int) -> tuple[Line, ...]:
        """The lines of the sheet, numbered as this one."""
        unseen.hide(self._pale, self._grounds)
        if any(piece.hidden for piece in self.pieces):
            unseen.uncover(self.pieces, self.pictures, self.frame)
        return lines_of(self.pieces, sheet)

    # What pdfminer calls

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """A text operator."""
        self._count()
        if textstate.font is None:
            return
        if not getattr(getattr(textstate.font, "cmap", None), "code2cid", True):
            textstate.font.cmap = IdentityCMap(WMode=0)  # one that the file brings itself, which pdfminer would take as empty
        self._run = []
        super().render_string(textstate, seq, ncs, graphicstate)
        piece = self._piece(textstate)
        if piece is None or self._is_double(piece):
            return
        self.pieces.append(piece)
        if not piece.hidden and _is_pale(graphicstate):
            self._pale.append((self._things, piece))

    def render_char(  # noqa: PLR0917
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any, graphicstate: Any
    ) -> float:
        """A letter, which is as wide as the answer, in the space of the text."""
        self._letters += 1
        if self._letters > MOST_CHARACTERS:
            raise TooMuch("the sheet has more than two hundred thousand letters")
        width = _ems(font, cid) * fontsize * scaling
        self._run.append((_letter(font, cid), matrix, width))
        return width

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """A path that is drawn or filled."""
        self._count()
        self.paths += 1
        points = [point for _, *numbers in path for point in zip(numbers[::2], numbers[1::2], strict=True)]
        if fill and points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self._cover(_is_pale(graphicstate), (min(xs), min(ys), max(xs), max(ys)))

    def render_image(self, name: str, stream: Any) -> None:
        """A picture: it fills the unit square of its space."""
        self._count()
        self._cover(False, (0, 0, 1, 1))
        self.pictures.append(self._grounds[-1][2])

    def shade(self) -> None:
        """A run of colours. What bounds it is not known here, so that white words may stand on it anywhere."""
        self._count()
        self._grounds.append((self._things, False, (0, 0, self.frame.width, self.frame.height)))

    # What becomes of it

    def _count(self) -> None:
        self._things += 1
        if self._things > MOST_OBJECTS:
            raise TooMuch("the sheet draws more than half a million things")

    def _cover(self, white: bool, box: Sides) -> None:
        left, bottom, right, top = around(self.ctm or IDENTITY, *box)
        self._grounds.append((self._things, white, self.frame.sides(left, bottom, right, top)))

    def _piece(self, textstate: Any) -> Piece | None:
        """The letters of a text operator where they stand on the sheet; None where none is seen there."""
        if not any(width and not text.isspace() for text, _, width in self._run):
            return None
        a, b, cc, d, e, f = self._run[0][1]
        starts = [self._along(matrix) for _, matrix, _ in self._run]
        ends = [start + width for start, (_, _, width) in zip(starts, self._run, strict=True)]
        em, rise = textstate.fontsize, textstate.rise
        start, end = starts[0] + self._bearing(0, em), ends[-1] - self._bearing(-1, em)
        if self._run[-1][0].isspace():
            end = starts[-1]
        letters = {letter for text, _, _ in self._run for letter in text}
        deep, tall = DEPTH if letters & _DEEP else 0.0, LOW if letters <= _LOW else TALL
        low, high = sorted((rise - deep * em, rise + tall * em))
        frame = self.frame
        x0, y0, x1, y1 = frame.sides(*around((a, b, cc, d, e, f), start, low, end, high))
        if not (-1 <= (x0 + x1) / 2 <= frame.width + 1 and -1 <= (y0 + y1) / 2 <= frame.height + 1):
            return None
        turned = frame.rotation
        if b or a < 0:
            turned = (round(-math.degrees(math.atan2(b, a)) / 90) * 90 + turned) % 360
        along0, along1, baseline = written(turned, (x0, y0, x1, y1), *frame.point(e + rise * cc, f + rise * d))
        size = round(abs(em) * math.hypot(cc, d), 1)
        name, bold = self._face(textstate.font)
        mode = textstate.render
        text = clean(self._words(starts, ends, abs(em)))
        return Piece(text, x0, y0, x1, y1, along0, along1, baseline, size, bold or mode == STROKED, name, turned, mode in UNSEEN)

    def _bearing(self, number: int, em: float) -> float:
        """What a letter at an end of the run leaves free there. A space has no shape: as for PDFium, it is where it begins."""
        text, _, width = self._run[number]
        return 0.0 if text.isspace() else min(BEARING * em, width / 4, key=abs)

    def _along(self, matrix: Matrix) -> float:
        """How far a letter of the run stands from its first, in the space of the text."""
        a, b, _, _, e, f = self._run[0][1]
        return ((matrix[4] - e) * a + (matrix[5] - f) * b) / ((a * a + b * b) or 1.0)

    def _words(self, starts: Sequence[float], ends: Sequence[float], em: float) -> str:
        """The letters of a run, with spaces where they stand apart; not where all of them do, spaced out by the face."""
        gaps = [start - end for start, end in zip(starts[1:], ends, strict=False)]
        least = max(min(gaps), 0.0) if len(gaps) > 1 else 0.0
        words = self._run[0][0]
        for gap, (text, _, _) in zip(gaps, self._run[1:], strict=True):
            apart = gap - least > SPACE * em and not words[-1:].isspace() and not text[:1].isspace()
            words += f" {text}" if apart else text
        return LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), words)

    def _is_double(self, piece: Piece) -> bool:
        """Whether the same has just been drawn in nearly the same place."""
        room = DOUBLE * max(piece.size, 1.0)
        return any(
            other.text == piece.text and abs(other.x0 - piece.x0) <= room and abs(other.top - piece.top) <= room
            for other in self.pieces[-LAST:]
        )

    def _face(self, font: Any) -> tuple[str, bool]:
        """The name of a font without the tag of its subset, and whether it is bold by name or weight."""
        if id(font) not in self._faces:
            full = str(font.fontname)
            name = full.partition("+")[2] or full
            stem, weight = (resolve1(font.descriptor.get(key)) for key in ("StemV", "FontWeight"))
            heavy = (_number(stem) or 0) >= HEAVY_STEM or (_number(weight) or 0) >= HEAVY_WEIGHT
            self._faces[id(font)] = (name, heavy or bool(BOLD_NAME.search(name)))
        return self._faces[id(font)]


class _Interpreter(PDFPageInterpreter):
    """pdfminer's, which tells of runs of colours too."""

    def do_sh(self, name: object) -> None:
        """The operator that draws one."""
        if isinstance(self.device, Drawn):
            self.device.shade()


def _letter(font: Any, code: int) -> str:
    """What a letter is. All codes that WinAnsi leaves free draw its bullet (ISO 32000, annex D)."""
    try:
        return str(font.to_unichr(code)) or UNKNOWN
    except PDFUnicodeNotDefined:
        win = getattr(font, "cid2unicode", {}).get(_BULLET) == "\u2022"
        return "\u2022" if win and code > _SPACE else UNKNOWN


def _ems(font: Any, code: int) -> float:
    """How wide a letter is."""
    ems: float = font.char_width(code)
    return ems if ems or (code in font.widths and font.widths != NO_WIDTHS) else UNSAID


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) else None


def _is_pale(graphicstate: Any) -> bool:
    """Whether things are filled with white; not where their colour is a pattern or the space that it is of is not known."""
    colour, space = graphicstate.ncolor, graphicstate.ncs.name
    shares = colour if isinstance(colour, tuple) else (colour,)
    if not all(isinstance(share, int | float) for share in shares) or space in ("Pattern", "Indexed", "Lab"):
        return False
    if len(shares) == 4 or space in ("Separation", "DeviceN"):  # ink on the paper, not light
        return all(share <= 1 - PALE for share in shares)
    return all(share >= PALE for share in shares)


def _typed(page: PDFPage) -> Iterator[tuple[PDFStream, Any, Matrix]]:
    """How what was typed or stamped on a sheet looks, with its resources, and the matrix that puts it into its box."""
    for reference in islice(resolve1(page.annots) or (), MOST_LINKS):
        entry = resolve1(reference)
        kind = resolve1(entry.get("Subtype")) if isinstance(entry, dict) else None
        if not isinstance(kind, PSLiteral) or kind.name not in _TYPED or resolve1(entry.get("F", 0)) & _HIDDEN_OR_NOT_SHOWN:
            continue
        look = resolve1((resolve1(entry.get("AP")) or {}).get("N"))
        if isinstance(look, dict):  # one look for each state, as a box has that can be ticked
            state = resolve1(entry.get("AS"))
            look = resolve1(look.get(state.name)) if isinstance(state, PSLiteral) else None
        if isinstance(look, PDFStream):
            own = _matrix(look.get("Matrix"))
            x0, y0, x1, y1 = around(own, *_numbers(look.get("BBox")))
            left, bottom, right, top = _numbers(entry.get("Rect"))
            across, down = (right - left) / ((x1 - x0) or 1.0), (top - bottom) / ((y1 - y0) or 1.0)
            into = (across, 0.0, 0.0, down, left - x0 * across, bottom - y0 * down)
            yield look, resolve1(look.get("Resources")) or {}, multiply(own, into)


def _matrix(value: object) -> Matrix:
    if not (numbers := _numbers(value)):
        return IDENTITY
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _numbers(value: object) -> list[float]:
    return [float(resolve1(number)) for number in resolve1(value) or ()]
