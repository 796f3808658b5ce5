"""Reads every sheet once with PDFium: lines with box, size and weight, the outline, the links. Only importer of pypdfium2.

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

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from ctypes import c_float, c_int, c_uint, c_ulong, c_ushort, c_void_p
from pathlib import Path
from struct import Struct
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import Bookmark, Box, Document, Line, Link, Page
from agendapack.reading.frame import IDENTITY, Frame, Matrix, Sides, multiply
from agendapack.reading.rows import Piece, lines_of

BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold|[-,](?:bd|bld)\b", re.IGNORECASE)
BOLD_WEIGHT = 600
"""CSS weight from which a face counts as bold (700 is bold, 600 semi-bold)."""

HYPHENS = str.maketrans(
    {
        "\x02": "-",
        "\ufffe": "-",
        "\u00ad": "-",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u200b": None,
        "\ufeff": None,
    }
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

PALE = 250
"""Red, green and blue (0 to 255) from which a fill cannot be told from white paper."""

SCAN = 0.5
"""Share of a sheet that its pictures cover where it is a scan: a margin may be cut off, a logo covers less."""

MAX_FORM_DEPTH = 8
"""Forms drawn inside forms: real packs nest two or three deep; a file that nests more is not a typeset page."""

TEXT, STROKED = c.FPDF_PAGEOBJ_TEXT, c.FPDF_TEXTRENDERMODE_FILL_STROKE
UNSEEN = frozenset((c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP))
FACTS = Struct("=11f")


def _native(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of PDFium that takes and gives handles as plain addresses: a third of the time of one with typed pointers."""
    address = ctypes.cast(getattr(c, name), c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


_page_count = _native("FPDFPage_CountObjects", c_int, c_void_p)
_page_object = _native("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
_form_count = _native("FPDFFormObj_CountObjects", c_int, c_void_p)
_form_object = _native("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
_type = _native("FPDFPageObj_GetType", c_int, c_void_p)
_bounds = _native("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_matrix = _native("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
_fill = _native("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_draw_mode = _native("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
_font = _native("FPDFTextObj_GetFont", c_void_p, c_void_p)
_font_size = _native("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
_render_mode = _native("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
_font_name = _native("FPDFFont_GetBaseFontName", ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
_font_weight = _native("FPDFFont_GetWeight", c_int, c_void_p)
_char_count = _native("FPDFText_CountChars", c_int, c_void_p)
_page_text = _native("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
_char = _native("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
_char_object = _native("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)


def read(source: Path | bytes, password: str | None = None, progress: Callable[[int, int], None] | None = None) -> Document:
    """Read a PDF into a `Document`. `progress` is told the number of sheets read so far and of all sheets.

    Raises:
        NotAPdf: the bytes are no PDF, or too damaged for PDFium to open.
        EncryptedPdf: the file needs a password, or the one given is wrong.
    """
    try:
        pdf = pdfium.PdfDocument(source, password=password)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedPdf from error
        raise NotAPdf from error
    try:
        pages = []
        for index in range(len(pdf)):
            pages.append(_read_page(pdf, index))
            if progress is not None:
                progress(index + 1, len(pdf))
        metadata = pdf.get_metadata_dict(skip_empty=True)
        return Document(
            pages=tuple(pages),
            bookmarks=tuple(_bookmarks(pdf)),
            title=_fold(metadata.get("Title", "")) or None,
            producer=_fold(metadata.get("Producer", "")) or None,
        )
    finally:
        pdf.close()


def _clean(text: str) -> str:
    """Text with PDFium's marks for hyphens and the unusual spaces made usual, and without control characters."""
    if text.isascii() and text.isprintable():
        return text
    return CONTROLS.sub("", text.translate(HYPHENS).replace("\r\n", " "))


def _fold(text: str) -> str:
    return " ".join(_clean(text).split())


def _bookmarks(pdf: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for entry in pdf.get_toc(max_depth=6):
        destination = entry.get_dest()
        index = destination.get_index() if destination else None
        yield Bookmark(level=entry.level, title=_fold(entry.get_title()), sheet=index + 1 if index is not None else None)


def _read_page(pdf: pdfium.PdfDocument, index: int) -> Page:
    sheet = index + 1
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return Page(sheet=sheet, width=0.0, height=0.0, unreadable="the sheet is damaged")
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, page.get_rotation())
        textpage = page.get_textpage()
        try:
            reader = _PageReader(frame, page.raw, textpage.raw)
            lines = reader.lines(sheet)
        finally:
            textpage.close()
        return Page(
            sheet=sheet,
            width=frame.width,
            height=frame.height,
            lines=lines,
            links=tuple(_links(pdf, page, frame)),
            images=reader.images,
            paths=reader.paths,
        )
    except pdfium.PdfiumError:
        return Page(sheet=sheet, width=0.0, height=0.0, unreadable="the sheet's contents are damaged")
    finally:
        page.close()


class _PageReader:
    """Collects a page's text objects as pieces and counts its images and drawn paths."""

    def __init__(self, frame: Frame, page: Any, textpage: Any) -> None:
        self.frame = frame
        self.page, self.textpage = ctypes.cast(page, c_void_p).value, ctypes.cast(textpage, c_void_p).value
        self.images = self.paths = 0
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._numbers = (c_float * 11)()
        self._at = [ctypes.addressof(self._numbers) + 4 * n for n in range(11)]
        self._colour = (c_uint * 4)()
        self._colour_at = [ctypes.addressof(self._colour) + 4 * n for n in range(4)]

    def lines(self, sheet: int) -> tuple[Line, ...]:
        """The lines of the page, numbered as this sheet."""
        objects = list(self._walk(self.page, _page_count, _page_object, IDENTITY, 0))
        kinds = [kind for _, kind, _ in objects]
        self.images, self.paths = kinds.count(c.FPDF_PAGEOBJ_IMAGE), kinds.count(c.FPDF_PAGEOBJ_PATH)
        words = self._texts() if TEXT in kinds else {}
        pieces, pale = [], []
        for number, (raw, kind, outer) in enumerate(objects):
            if kind != TEXT:
                continue
            text = _clean(words.get(raw, ""))
            if text and not text.isspace() and (piece := self._piece(raw, text, outer)) is not None:
                pieces.append(piece)
                if self._is_pale(raw) and not piece.hidden:
                    pale.append((number, piece))
        if pale:
            self._hide(pale, objects)
        if self.images and any(piece.hidden for piece in pieces):
            self._uncover(pieces, objects)
        return lines_of(pieces, sheet)

    def _walk(
        self, parent: int | None, count: Callable[..., Any], get: Callable[..., Any], outer: Matrix, depth: int
    ) -> Iterator[tuple[int, int, Matrix]]:
        """Every object in the order of drawing, those inside forms too: its handle, its type, and the matrix around it."""
        for number in range(count(parent)):
            raw = get(parent, number)
            kind = _type(raw)
            if kind != c.FPDF_PAGEOBJ_FORM:
                yield raw, kind, outer
            elif depth < MAX_FORM_DEPTH:
                yield from self._walk(raw, _form_count, _form_object, multiply(self._matrix_of(raw), outer), depth + 1)

    def _matrix_of(self, raw: int) -> Matrix:
        _matrix(raw, self._at[4])
        a, b, cc, d, e, f = self._facts()[4:10]
        return a, b, cc, d, e, f

    def _texts(self) -> dict[int, str]:
        """The words of each text object, as PDFium's list of the page's characters divides them among the objects.

        Asking PDFium for the words of one object makes it look through the whole list: the square of the characters on a sheet
        that is drawn letter by letter. Here the list is gone through once, from the start of one object to the start of the
        next. A space that PDFium makes up behind an object belongs to it.
        """
        found: dict[int, str] = {}
        characters = self._characters()
        start, count = 0, len(characters)
        while start < count:
            owner = _char_object(self.textpage, start)
            end = self._end_of_run(start, count, owner) if owner else start + 1
            if owner:
                made_up = end < count and characters[end] == " " and owner != _char_object(self.textpage, end)
                apart = " " if owner in found and not found[owner].endswith(" ") else ""
                found[owner] = found.get(owner, "") + apart + characters[start:end] + (" " if made_up else "")
            start = end
        return found

    def _end_of_run(self, start: int, count: int, owner: int) -> int:
        """Where the characters of one object end: by strides that double, then by halves."""
        last, stride = start, 8
        while last + stride < count and _char_object(self.textpage, last + stride) == owner:
            last, stride = last + stride, stride * 2
        beyond = min(last + stride, count)
        while beyond - last > 1:
            middle = (last + beyond) // 2
            if _char_object(self.textpage, middle) == owner:
                last = middle
            else:
                beyond = middle
        return beyond

    def _characters(self) -> str:
        """The page's characters, one for each index of PDFium's list."""
        count = _char_count(self.textpage)
        buffer = (c_ushort * (count + 1))()
        written = _page_text(self.textpage, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(chr(_char(self.textpage, index)) for index in range(count))

    def _font_of(self, raw: int) -> tuple[str, bool]:
        """The name of an object's font without the tag of its subset, and whether it is bold by name or weight."""
        font = _font(raw)
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            _font_name(font, buffer, len(buffer))
            full = buffer.value.decode("utf-8", errors="replace")
            name = full.partition("+")[2] or full
            self._fonts[font] = (name, bool(BOLD_NAME.search(name)) or _font_weight(font) >= BOLD_WEIGHT)
        return self._fonts[font]

    def _box_of(self, raw: int, outer: Matrix) -> Sides | None:
        """Left, top, right and bottom of an object on the sheet; None where PDFium does not know them."""
        at = self._at
        if not _bounds(raw, at[0], at[1], at[2], at[3]):
            return None
        left, bottom, right, top = self._facts()[:4]
        return self.frame.sides_within(outer, left, bottom, right, top)

    def _facts(self) -> tuple[float, ...]:
        """What PDFium wrote last: left, bottom, right, top; the six numbers of a matrix; a font size."""
        return FACTS.unpack(self._numbers)

    def _piece(self, raw: int, text: str, outer: Matrix) -> Piece | None:
        """A text object where it stands on the sheet; None where it stands outside."""
        at, frame = self._at, self.frame
        if not _bounds(raw, at[0], at[1], at[2], at[3]):
            return None
        _matrix(raw, at[4])
        _font_size(raw, at[10])
        left, bottom, right, top, a, b, cc, d, e, f, size = self._facts()
        box = frame.sides_within(outer, left, bottom, right, top)
        if box is None or not frame.holds((box[0] + box[2]) / 2, (box[1] + box[3]) / 2):
            return None
        if outer is not IDENTITY:
            a, b, cc, d, e, f = multiply((a, b, cc, d, e, f), outer)
        turned = frame.rotation
        if b or a < 0:
            turned = (round(-math.degrees(math.atan2(b, a)) / 90) * 90 + turned) % 360
        x0, y0, x1, y1 = box
        x, y = frame.point(e, f)
        if turned == 0:
            along0, along1, baseline = x0, x1, y
        elif turned == 90:
            along0, along1, baseline = y0, y1, -x
        elif turned == 180:
            along0, along1, baseline = -x1, -x0, -y
        else:
            along0, along1, baseline = -y1, -y0, x
        size = round(abs(size) * math.hypot(cc, d), 1)
        font, bold = self._font_of(raw)
        mode = _render_mode(raw)
        bold = bold or mode == STROKED
        return Piece(text, x0, y0, x1, y1, along0, along1, baseline, size, bold, font, turned, mode in UNSEEN)

    def _is_pale(self, raw: int) -> bool:
        """Whether an object is filled with white or with nothing; not where its colour is a pattern."""
        at, colour = self._colour_at, self._colour
        if not _fill(raw, at[0], at[1], at[2], at[3]):
            return False
        return (colour[0] >= PALE and colour[1] >= PALE and colour[2] >= PALE) or colour[3] == 0

    def _hide(self, pale_pieces: list[tuple[int, Piece]], objects: list[tuple[int, int, Matrix]]) -> None:
        """Mark white text as hidden where white paper is what lies beneath it, and not a dark cell or a picture."""
        beneath = [
            (number, pale, box)
            for number, (raw, kind, outer) in enumerate(objects)
            if (pale := self._backdrop(raw, kind)) is not None and (box := self._box_of(raw, outer)) is not None
        ]
        for number, piece in pale_pieces:
            x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
            under = [
                pale for order, pale, (x0, top, x1, bottom) in beneath if order < number and x0 <= x <= x1 and top <= y <= bottom
            ]
            piece.hidden = not under or under[-1]

    def _uncover(self, pieces: list[Piece], objects: list[tuple[int, int, Matrix]]) -> None:
        """Take the mark from the words that were recognised on a scan: unpainted, they stand on the picture that shows them."""
        boxes = [self._box_of(raw, outer) for raw, kind, outer in objects if kind == c.FPDF_PAGEOBJ_IMAGE]
        pictures = [box for box in boxes if box is not None]
        covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in pictures)
        if covered < SCAN * self.frame.width * self.frame.height:
            return
        for piece in pieces:
            x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
            if any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in pictures):
                piece.hidden = False

    def _backdrop(self, raw: int, kind: int) -> bool | None:
        """Whether what an object covers becomes white; None where it covers nothing."""
        if kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            return False
        if kind != c.FPDF_PAGEOBJ_PATH:
            return None
        mode = (c_int * 2)()
        _draw_mode(raw, ctypes.addressof(mode), ctypes.addressof(mode) + 4)
        if mode[0] == c.FPDF_FILLMODE_NONE:
            return None
        pale = self._is_pale(raw)
        return None if pale and self._colour[3] == 0 else pale


def _links(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, frame: Frame) -> Iterator[Link]:
    position, link, rect = c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    while c.FPDFLink_Enumerate(page.raw, position, link):
        dest = c.FPDFLink_GetDest(pdf.raw, link)
        if not dest:
            action = c.FPDFLink_GetAction(link)
            dest = c.FPDFAction_GetDest(pdf.raw, action) if action else None
        if not dest:
            continue
        index = c.FPDFDest_GetDestPageIndex(pdf.raw, dest)
        if index >= 0 and c.FPDFLink_GetAnnotRect(link, rect):
            yield Link(box=Box(*frame.sides(rect.left, rect.bottom, rect.right, rect.top)), target=index + 1)
