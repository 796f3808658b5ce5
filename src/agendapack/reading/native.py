"""PDFium's functions for the objects of a sheet, made quick to call: for a pack they run some hundred thousand times.

The library's own are declared with the types of their arguments, which ctypes then checks one by one at every call. Those
here are not; they take handles and places that are C values already, and keep Python's lock, since each takes less time
than it takes to let go of it. That is a third of the time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import byref, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from struct import Struct
from typing import Any

import pypdfium2.raw as c

from agendapack.reading.frame import IDENTITY, Matrix, multiply

TEXT, PATH, IMAGE, SHADING = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING

MAX_FORM_DEPTH = 8
"""Forms drawn inside forms: real packs nest two or three deep; a file that nests more is not a typeset page."""


MOST_OBJECTS, MOST_CHARACTERS = 500_000, 200_000
"""What one sheet may hold: a drawn map has a hundred thousand objects, the densest table ten thousand letters."""


class Handle(c_void_p):
    """An object of PDFium's. A class of its own keeps ctypes from making a number of it, and then a C value again."""

    value: int | None


def handle(pointer: Any) -> Handle:
    """What a pointer of the library's points to."""
    return Handle(ctypes.cast(pointer, c_void_p).value)


Placed = tuple[Handle, int, Matrix]
"""An object of a sheet, its type, and the matrix of the forms around it."""


def _function(name: str, result: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(getattr(c, name), c_void_p).value)  # type: ignore[arg-type]


bounds = _function("FPDFPageObj_GetBounds", c_int)
matrix = _function("FPDFPageObj_GetMatrix", c_int)
fill_colour = _function("FPDFPageObj_GetFillColor", c_int)
draw_mode = _function("FPDFPath_GetDrawMode", c_int)
path_length = _function("FPDFPath_CountSegments", c_int)
path_segment = _function("FPDFPath_GetPathSegment", Handle)
segment_type = _function("FPDFPathSegment_GetType", c_int)
segment_point = _function("FPDFPathSegment_GetPoint", c_int)
segment_closes = _function("FPDFPathSegment_GetClose", c_int)
font = _function("FPDFTextObj_GetFont", c_void_p)
font_size = _function("FPDFTextObj_GetFontSize", c_int)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int)
char_object = _function("FPDFText_GetTextObject", c_void_p)
_font_name = _function("FPDFFont_GetBaseFontName", c_size_t)
_font_weight = _function("FPDFFont_GetWeight", c_int)
_char_count = _function("FPDFText_CountChars", c_int)
_page_text = _function("FPDFText_GetText", c_int)
_char = _function("FPDFText_GetUnicode", c_uint)
_type = _function("FPDFPageObj_GetType", c_int)
_page_count = _function("FPDFPage_CountObjects", c_int)
_page_object = _function("FPDFPage_GetObject", Handle)
_form_count = _function("FPDFFormObj_CountObjects", c_int)
_form_object = _function("FPDFFormObj_GetObject", Handle)


_Floats, _Colour, _Matrix = c_float * 11, c_uint * 4, c_float * 6
_ELEVEN, _SIX = Struct("11f").unpack_from, Struct("6f").unpack_from


class Room:
    """Where PDFium writes numbers: left, bottom, right, top; the six of a matrix; a size; four of a colour.

    `read` gives the floating-point ones. `at` and `colour_at` are the places that a function is given.
    """

    __slots__ = ("_floats", "at", "colour", "colour_at")

    def __init__(self) -> None:
        self._floats, self.colour = _Floats(), _Colour()
        self.at = [byref(self._floats, 4 * number) for number in range(11)]
        self.colour_at = [byref(self.colour, 4 * number) for number in range(4)]

    def read(self) -> tuple[float, ...]:
        """What was written last, all eleven."""
        return _ELEVEN(self._floats)


class TooMuch(Exception):  # noqa: N818
    """A page holds more than any that was typeset or drawn; the words say of what."""


def objects(page: Handle) -> list[Placed]:
    """Every object of a page in the order of drawing, those inside forms too.

    Raises:
        TooMuch: there are more than a drawn map has.
    """
    found: list[Placed] = []
    _count(_page_count(page))
    for number in range(_page_count(page)):
        raw = _page_object(page, number)
        kind = _type(raw)
        if kind != c.FPDF_PAGEOBJ_FORM:
            found.append((raw, kind, IDENTITY))
        else:
            _inside(found, raw, IDENTITY, 0)
    return found


def _inside(found: list[Placed], form: Handle, outer: Matrix, depth: int) -> None:
    inner = multiply(matrix_of(form), outer)
    _count(len(found) + _form_count(form))
    found.append((form, c.FPDF_PAGEOBJ_FORM, inner))
    for number in range(_form_count(form)):
        raw = _form_object(form, c_ulong(number))
        kind = _type(raw)
        if kind != c.FPDF_PAGEOBJ_FORM:
            found.append((raw, kind, inner))
        elif depth + 1 < MAX_FORM_DEPTH:
            _inside(found, raw, inner, depth + 1)


def _count(objects: int) -> None:
    if objects > MOST_OBJECTS:
        raise TooMuch("the sheet draws more than half a million things")


def matrix_of(raw: Handle) -> Matrix:
    """The matrix of an object."""
    numbers = _Matrix()
    matrix(raw, byref(numbers))
    found: Matrix = _SIX(numbers)
    return found


def characters(textpage: Handle) -> str:
    """The characters of a page, one for each index of PDFium's list.

    Raises:
        TooMuch: there are more than fit on any sheet.
    """
    count = _char_count(textpage)
    if count > MOST_CHARACTERS:
        raise TooMuch("the sheet has more than two hundred thousand letters")
    room = ctypes.create_string_buffer(1 << (2 * count + 2).bit_length())  # ctypes makes a class for each length that it meets
    written = _page_text(textpage, 0, count, room)
    text = room.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    return text if len(text) == count else "".join([chr(_char(textpage, index)) for index in range(count)])


def font_facts(address: int) -> tuple[str, int]:
    """The name of a font, with the tag of its subset, and its weight."""
    buffer = ctypes.create_string_buffer(256)
    _font_name(c_void_p(address), buffer, c_size_t(len(buffer)))
    return buffer.value.decode("utf-8", errors="replace"), _font_weight(c_void_p(address))
