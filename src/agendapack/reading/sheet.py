"""What stands on one sheet: its text objects as pieces with their place and style, its pictures and drawn paths.

PDFium is asked for the facts of text objects, not of characters: a tenth of the calls for the same. What it says is then put
right here, once, so that no later stage has to know of it:

- positions are in unrotated page space from the bottom left and ignore the crop box;
- the font size is the raw operand and has to be multiplied by the text matrix (1.0 is a common raw size);
- the weight is often missing or wrong, so the font's name and the stroke of the letters count too;
- a hyphen at a line's end arrives as a control or non-character;
- text outside the sheet and text that nobody can see are there like any other;
- the order is the order of drawing, so rows are built from the positions.
"""

from __future__ import annotations

import math
import re
from ctypes import byref, c_int

import pypdfium2.raw as c

from agendapack import prepared
from agendapack.layout import Line
from agendapack.reading import native, unseen
from agendapack.reading.frame import IDENTITY, Frame, Matrix, Sides, around, multiply
from agendapack.reading.native import (
    IMAGE,
    PATH,
    SHADING,
    TEXT,
    Handle,
    Placed,
    bounds,
    char_object,
    draw_mode,
    fill_colour,
    font,
    font_size,
    matrix,
    render_mode,
)
from agendapack.reading.rows import Piece, lines_of, written

BOLD_NAME = prepared.pattern(r"bold|black|heavy|demi|semibold|[-,](?:bd|bld)\b", re.IGNORECASE)
BOLD_WEIGHT = 600
"""CSS weight from which a face counts as bold (700 is bold, 600 semi-bold)."""

USUAL = str.maketrans(
    {
        **dict.fromkeys(("\x02", "\ufffe", "\u00ad", "\uf02d"), "-"),
        **dict.fromkeys(("\u00a0", "\u2002", "\u2003", "\u2009"), " "),
        **dict.fromkeys(("\u200b", "\ufeff")),
        **dict(zip("\uf0b7\uf0a7\uf06e\uf06f\uf0a8\uf071\uf0d8\uf076\uf0fc\uf0fb\uf0fe\uf0e0", "•▪■□□❑➢❖✓✗☑→", strict=True)),
    }
)
"""What is written for a sign: the usual hyphen and blank for others, nothing for what has no width, and the sign that is seen for
the codes that word processors give those of their lists in the fonts Symbol and Wingdings, which mean nothing elsewhere."""
CONTROLS = prepared.pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SURROGATES = prepared.pattern(r"[\ud800-\udfff]")
"""Halves of characters beyond the first 65,536 (signs, faces, letters of mathematics): PDFium gives both, a damaged font one."""

PALE = 250
"""Red, green and blue (0 to 255) from which a fill cannot be told from white paper."""

STROKED = c.FPDF_TEXTRENDERMODE_FILL_STROKE
UNSEEN = frozenset((c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP))


def clean(text: str) -> str:
    """Text with the usual signs for PDFium's and unusual ones, halves of characters joined, without controls."""
    if text.isascii() and text.isprintable():
        return text
    if SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return CONTROLS.sub("", text.translate(USUAL).replace("\r\n", " "))


class SheetReader:
    """Reads the lines of a sheet and counts its pictures and drawn paths."""

    def __init__(self, frame: Frame, page: Handle, textpage: Handle) -> None:
        self.frame, self.textpage = frame, textpage
        self._objects = native.objects(page)
        kinds = [kind for _, kind, _ in self._objects]
        self.images, self.paths = kinds.count(IMAGE), kinds.count(PATH)
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._sizes: dict[float, float] = {}
        self._room = native.Room()
        self._at = self._room.at

    def lines(self, sheet: int) -> tuple[Line, ...]:
        """The lines of the sheet, numbered as this one."""
        words = self._words()
        pieces, pale = [], []
        for number, (raw, kind, outer) in enumerate(self._objects):
            if kind != TEXT:
                continue
            text = clean(words.get(raw.value, ""))
            if text and not text.isspace() and (piece := self._piece(raw, text, outer)) is not None:
                pieces.append(piece)
                if not piece.hidden and self._is_pale(raw):
                    pale.append((number, piece))
        if pale:
            self._hide(pale)
        if self.images and any(piece.hidden for piece in pieces):
            self._uncover(pieces)
        return lines_of(pieces, sheet)

    def _words(self) -> dict[int | None, str]:
        """The words of each text object, as PDFium's list of the page's characters divides them among the objects.

        Asking PDFium for the words of one object makes it look through the whole list: the square of the characters on a sheet
        that is drawn letter by letter. Here the list is gone through once, from the start of one object to the start of the
        next. A space that PDFium makes up behind an object belongs to it.
        """
        found: dict[int | None, str] = {}
        textpage = self.textpage
        characters = native.characters(textpage)
        start, count = 0, len(characters)
        while start < count:
            owner = char_object(textpage, start)
            if not owner:
                start += 1
                continue
            end = self._end_of_run(characters, start, owner)
            text = characters[start:end]
            if end < count and characters[end] == " " and char_object(textpage, end) != owner:
                text += " "
            if owner in found:
                before = found[owner]
                text = f"{before}{text}" if before.endswith(" ") else f"{before} {text}"
            found[owner] = text
            start = end
        return found

    def _end_of_run(self, characters: str, start: int, owner: int) -> int:
        """Where the characters of one object end.

        Mostly that is the end of its line, or else of its first word; failing that, by strides that double, then by halves.
        """
        textpage = self.textpage
        break_at = characters.find("\r", start)
        end = break_at if break_at >= 0 else len(characters)
        if char_object(textpage, end - 1) == owner:
            return end
        last, beyond = start, end - 1
        space = characters.find(" ", start, beyond)
        if space >= 0 and char_object(textpage, space) != owner:
            if char_object(textpage, space - 1) == owner:
                return space
            beyond = space - 1
        elif space >= 0:
            last = space
        stride = 1
        while last + stride < beyond:
            if char_object(textpage, last + stride) != owner:
                beyond = last + stride
                break
            last, stride = last + stride, stride * 2
        while beyond - last > 1:
            middle = (last + beyond) // 2
            if char_object(textpage, middle) == owner:
                last = middle
            else:
                beyond = middle
        return beyond

    def _piece(self, raw: Handle, text: str, outer: Matrix) -> Piece | None:
        """A text object where it stands on the sheet; None where it stands outside."""
        at, frame = self._at, self.frame
        if not bounds(raw, at[0], at[1], at[2], at[3]):
            return None
        matrix(raw, at[4])
        font_size(raw, at[10])
        left, bottom, right, top, a, b, cc, d, e, f, size = self._room.read()
        if outer is not IDENTITY:
            a, b, cc, d, e, f = multiply((a, b, cc, d, e, f), outer)
            left, bottom, right, top = around(outer, left, bottom, right, top)
        x0, y0, x1, y1 = frame.sides(left, bottom, right, top)
        if not (-1 <= (x0 + x1) / 2 <= frame.width + 1 and -1 <= (y0 + y1) / 2 <= frame.height + 1):
            return None
        turned = frame.rotation
        if b or a < 0:
            turned = (round(-math.degrees(math.atan2(b, a)) / 90) * 90 + turned) % 360
        along0, along1, baseline = written(turned, (x0, y0, x1, y1), *frame.point(e, f))
        size = abs(size * d) if cc == 0 else abs(size) * math.hypot(cc, d)
        size = self._sizes.get(size) or self._size_of(size)
        address = font(raw)
        name, bold = self._fonts.get(address) or self._font_of(address)
        mode = render_mode(raw)
        return Piece(text, x0, y0, x1, y1, along0, along1, baseline, size, bold or mode == STROKED, name, turned, mode in UNSEEN)

    def _size_of(self, size: float) -> float:
        """A size as it is compared and shown: rounding takes longer than a look at what was rounded before."""
        return self._sizes.setdefault(size, round(size, 1))

    def _font_of(self, address: int) -> tuple[str, bool]:
        """The name of a font without the tag of its subset, and whether it is bold by name or weight."""
        full, weight = native.font_facts(address)
        name = full.partition("+")[2] or full
        self._fonts[address] = (name, bool(BOLD_NAME.search(name)) or weight >= BOLD_WEIGHT)
        return self._fonts[address]

    def _box_of(self, raw: Handle, outer: Matrix) -> Sides | None:
        """Left, top, right and bottom of an object on the sheet; None where PDFium does not know them."""
        at = self._room.at
        if not bounds(raw, at[0], at[1], at[2], at[3]):
            return None
        left, bottom, right, top = self._room.read()[:4]
        if outer is not IDENTITY:
            left, bottom, right, top = around(outer, left, bottom, right, top)
        return self.frame.sides(left, bottom, right, top) if math.isfinite(left + bottom + right + top) else None

    def _is_pale(self, raw: Handle) -> bool:
        """Whether an object is filled with white or with nothing; not where its colour is a pattern."""
        at, colour = self._room.colour_at, self._room.colour
        if not fill_colour(raw, at[0], at[1], at[2], at[3]):
            return False
        return (colour[0] >= PALE and colour[1] >= PALE and colour[2] >= PALE) or colour[3] == 0

    def _hide(self, pale_pieces: list[tuple[int, Piece]]) -> None:
        """Mark white text as hidden where white paper is what lies beneath it, and not a dark cell or a picture."""
        beneath = [
            (number, pale, box)
            for number, placed in enumerate(self._objects[: pale_pieces[-1][0]])
            if (pale := self._backdrop(placed)) is not None and (box := self._box_of(placed[0], placed[2])) is not None
        ]
        unseen.hide(pale_pieces, beneath)

    def _backdrop(self, placed: Placed) -> bool | None:
        """Whether what an object covers becomes white; None where it covers nothing."""
        raw, kind, _ = placed
        if kind in (IMAGE, SHADING):
            return False
        if kind != PATH:
            return None
        mode, stroke = c_int(), c_int()
        draw_mode(raw, byref(mode), byref(stroke))
        if mode.value == c.FPDF_FILLMODE_NONE:
            return None
        pale = self._is_pale(raw)
        return None if pale and self._room.colour[3] == 0 else pale

    def _uncover(self, pieces: list[Piece]) -> None:
        """Take the mark from the words that were recognised on a scan: unpainted, they stand on the picture that shows them."""
        boxes = [self._box_of(raw, outer) for raw, kind, outer in self._objects if kind == IMAGE]
        unseen.uncover(pieces, [box for box in boxes if box is not None], self.frame)
