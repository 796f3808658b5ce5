"""Reads every sheet once with PDFium: lines with box, size and weight, the outline, the links. Only importer of pypdfium2.

PDFium is asked for text objects, not for characters: a tenth of the calls for the same facts. What it says is then put
right here, once, so that no later stage has to know of it:

- positions are in unrotated page space from the bottom left and ignore the crop box;
- the font size is the raw operand and has to be multiplied by the text matrix (1.0 is a common raw size);
- the weight is often missing or wrong, so the font's name and the stroke of the letters count too;
- a hyphen at a line's end arrives as a control or non-character;
- the order is the order of drawing, so rows are built from the positions.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as c

from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import WORD_GAP, Bookmark, Box, Document, Line, Link, Page, Span

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
FIGURES = frozenset("0123456789,.%")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

FIGURE_GAP = 0.3
"""The same inside a number: a "1" is narrow in a wide slot, so that figures drawn one by one stand far apart."""

MAX_FORM_DEPTH = 8
"""Forms drawn inside forms: real packs nest two or three deep; a file that nests more is not a typeset page."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Piece:
    """A text object in the sheet's own coordinates; `along` and `across` follow its direction of writing."""

    __slots__ = ("along0", "along1", "baseline", "bold", "box", "font", "hidden", "size", "text", "turned")

    def __init__(
        self, text: str, box: Box, baseline: float, size: float, bold: bool, font: str, turned: int, hidden: bool
    ) -> None:
        self.text, self.box, self.size, self.bold, self.font, self.turned, self.hidden = (
            text,
            box,
            size,
            bold,
            font,
            turned,
            hidden,
        )
        self.baseline = baseline
        if turned == 0:
            self.along0, self.along1 = box.x0, box.x1
        elif turned == 90:
            self.along0, self.along1 = box.top, box.bottom
        elif turned == 180:
            self.along0, self.along1 = -box.x1, -box.x0
        else:
            self.along0, self.along1 = -box.bottom, -box.top


def read(source: Path | bytes, password: str | None = None) -> Document:
    """Read a PDF into a `Document`.

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
        pages = tuple(_read_page(pdf, index) for index in range(len(pdf)))
        metadata = pdf.get_metadata_dict(skip_empty=True)
        return Document(
            pages=pages,
            bookmarks=tuple(_bookmarks(pdf)),
            title=_fold(metadata.get("Title", "")) or None,
            producer=_fold(metadata.get("Producer", "")) or None,
        )
    finally:
        pdf.close()


def _fold(text: str) -> str:
    return " ".join(CONTROLS.sub("", text.translate(HYPHENS)).split())


def _bookmarks(pdf: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for entry in pdf.get_toc(max_depth=6):
        destination = entry.get_dest()
        index = destination.get_index() if destination else None
        yield Bookmark(level=entry.level, title=_fold(entry.get_title()), sheet=index + 1 if index is not None else None)


class _Frame:
    """Takes a point of unrotated page space to the sheet as it is shown."""

    __slots__ = ("bottom", "height", "left", "right", "rotation", "top", "width")

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.rotation = page.get_rotation() % 360
        across, down = self.right - self.left, self.top - self.bottom
        self.width, self.height = (down, across) if self.rotation in (90, 270) else (across, down)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _read_page(pdf: pdfium.PdfDocument, index: int) -> Page:
    sheet = index + 1
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return Page(sheet=sheet, width=0.0, height=0.0, unreadable="the sheet is damaged")
    try:
        frame = _Frame(page)
        textpage = page.get_textpage()
        try:
            reader = _PageReader(sheet, frame, textpage.raw)
            reader.walk(page.raw, c.FPDFPage_CountObjects, c.FPDFPage_GetObject, IDENTITY, 0)
        finally:
            textpage.close()
        return Page(
            sheet=sheet,
            width=frame.width,
            height=frame.height,
            lines=tuple(_lines(reader.pieces, sheet)),
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

    def __init__(self, sheet: int, frame: _Frame, textpage: c.FPDF_TEXTPAGE) -> None:
        self.frame, self.textpage = frame, textpage
        self.pieces: list[_Piece] = []
        self.images = self.paths = 0
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._buffer = ctypes.create_string_buffer(4096)
        self._matrix = c.FS_MATRIX()
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._size = ctypes.c_float()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def walk(self, parent: object, count: object, get: object, outer: Matrix, depth: int) -> None:
        for number in range(count(parent)):  # type: ignore[operator]
            raw = get(parent, number)  # type: ignore[operator]
            kind = c.FPDFPageObj_GetType(raw)
            if kind == c.FPDF_PAGEOBJ_TEXT:
                self._text(raw, outer)
            elif kind == c.FPDF_PAGEOBJ_PATH:
                self.paths += 1
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self.images += 1
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
                self.walk(
                    raw, c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, _multiply(self._matrix_of(raw), outer), depth + 1
                )

    def _matrix_of(self, raw: object) -> Matrix:
        m = self._matrix
        c.FPDFPageObj_GetMatrix(raw, m)
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _text_of(self, raw: object) -> str:
        needed = c.FPDFTextObj_GetText(
            raw, self.textpage, ctypes.cast(self._buffer, ctypes.POINTER(c.FPDF_WCHAR)), len(self._buffer)
        )
        if needed > len(self._buffer):
            self._buffer = ctypes.create_string_buffer(needed)
            needed = c.FPDFTextObj_GetText(raw, self.textpage, ctypes.cast(self._buffer, ctypes.POINTER(c.FPDF_WCHAR)), needed)
        return self._buffer.raw[: max(needed - 2, 0)].decode("utf-16-le", errors="replace")

    def _font_of(self, raw: object) -> tuple[str, bool]:
        font = c.FPDFTextObj_GetFont(raw)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            c.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = buffer.value.decode("utf-8", errors="replace").partition("+")[2] or buffer.value.decode(
                "utf-8", errors="replace"
            )
            self._fonts[key] = (name, bool(BOLD_NAME.search(name)) or c.FPDFFont_GetWeight(font) >= BOLD_WEIGHT)
        return self._fonts[key]

    def _hidden(self, raw: object, mode: int) -> bool:
        if mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP):
            return True
        return False

    def _text(self, raw: object, outer: Matrix) -> None:
        text = self._text_of(raw).translate(HYPHENS).replace("\r\n", " ")
        text = CONTROLS.sub("", text)
        if not text.strip():
            return
        left, bottom, right, top = self._sides
        if not c.FPDFPageObj_GetBounds(raw, left, bottom, right, top):
            return
        a, b, cc, d, e, f = _multiply(self._matrix_of(raw), outer)
        corners = [_apply(outer, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
        if not all(math.isfinite(value) for corner in corners for value in corner):
            return
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        box = self.frame.box(min(xs), min(ys), max(xs), max(ys))
        if not (
            -1 <= (box.x0 + box.x1) / 2 <= self.frame.width + 1 and -1 <= (box.top + box.bottom) / 2 <= self.frame.height + 1
        ):
            return
        c.FPDFTextObj_GetFontSize(raw, self._size)
        size = round(abs(self._size.value) * math.hypot(cc, d), 1)
        turned = (round(-math.degrees(math.atan2(b, a)) / 90) * 90 + self.frame.rotation) % 360
        origin = self.frame.point(e, f)
        baseline = {0: origin[1], 90: -origin[0], 180: -origin[1], 270: origin[0]}[turned]
        font, bold = self._font_of(raw)
        mode = c.FPDFTextObj_GetTextRenderMode(raw)
        bold = bold or mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE
        self.pieces.append(_Piece(text, box, baseline, size, bold, font, turned, self._hidden(raw, mode)))


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    """The transformation that applies `m` first and `n` after it."""
    if n == IDENTITY:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])


def _links(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, frame: _Frame) -> Iterator[Link]:
    position, link, rect = ctypes.c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    while c.FPDFLink_Enumerate(page.raw, position, link):
        dest = c.FPDFLink_GetDest(pdf.raw, link)
        if not dest:
            action = c.FPDFLink_GetAction(link)
            dest = c.FPDFAction_GetDest(pdf.raw, action) if action else None
        if not dest:
            continue
        index = c.FPDFDest_GetDestPageIndex(pdf.raw, dest)
        if index >= 0 and c.FPDFLink_GetAnnotRect(link, rect):
            yield Link(box=frame.box(rect.left, rect.bottom, rect.right, rect.top), target=index + 1)


def _lines(pieces: list[_Piece], sheet: int) -> list[Line]:
    """Rows of pieces, in the order in which they are read; writing in the sheet's main direction first."""
    weight: dict[int, int] = {}
    for piece in pieces:
        weight[piece.turned] = weight.get(piece.turned, 0) + len(piece.text)
    lines: list[Line] = []
    for turned in sorted(weight, key=lambda t: (-weight[t], t)):
        rows: list[list[_Piece]] = []
        for piece in sorted((p for p in pieces if p.turned == turned), key=lambda p: (p.baseline, p.along0)):
            if rows and _same_row(rows[-1], piece):
                rows[-1].append(piece)
            else:
                rows.append([piece])
        lines.extend(_line(sorted(row, key=lambda p: p.along0), sheet) for row in rows)
    return [line for line in lines if line.text]


def _same_row(row: list[_Piece], piece: _Piece) -> bool:
    """Whether a piece stands on a row: its baseline within a third of an em (so that raised and lowered figures stay)."""
    anchor = max(row, key=lambda p: p.size)
    return abs(piece.baseline - anchor.baseline) <= 0.35 * max(anchor.size, min(piece.size, 2 * anchor.size), 1.0)


def _line(row: list[_Piece], sheet: int) -> Line:
    spans: list[Span] = []
    text = ""
    box = row[0].box
    last: _Piece | None = None
    for piece in row:
        box = box.union(piece.box)
        gap = piece.along0 - last.along1 if last else 0.0
        size = max(piece.size, last.size if last else 0.0, 1.0)
        spaced = (
            last is not None
            and not text.endswith(" ")
            and not piece.text.startswith(" ")
            and gap > (FIGURE_GAP if text[-1].isdigit() and piece.text[0] in FIGURES else WORD_GAP) * size
        )
        text += (" " if spaced else "") + piece.text
        same_style = last is not None and spans[-1].bold == piece.bold and abs(spans[-1].size - piece.size) < 0.5
        if same_style and gap <= 0.8 * size:
            before = spans[-1]
            spans[-1] = Span(
                before.text + (" " if spaced else "") + piece.text,
                before.x0,
                max(before.x1, piece.along1),
                before.size,
                before.bold,
            )
        else:
            spans.append(Span(piece.text, piece.along0, piece.along1, piece.size, piece.bold))
        last = piece
    letters = sum(len(s.text.strip()) for s in spans)
    bold_letters = sum(len(s.text.strip()) for s in spans if s.bold)
    main = max(row, key=lambda p: len(p.text))
    return Line(
        sheet=sheet,
        text=" ".join(text.split()),
        box=box,
        size=main.size,
        bold=letters > 0 and bold_letters >= 0.9 * letters,
        spans=tuple(spans),
        turned=main.turned,
        font=main.font,
        hidden=all(p.hidden for p in row),
    )
