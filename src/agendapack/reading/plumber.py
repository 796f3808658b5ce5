"""A second, slow reading of a PDF, by pdfplumber and pdfminer.six beneath it. Only importer of pdfplumber.

Neither shares a line of code with PDFium, so that it reads what PDFium cannot open or dies of, and is somebody else to ask about
what PDFium says. Sheets are opened one after the other, and nothing of one is kept when the next is read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text
from pdfplumber.page import Page as PlumberPage

from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import Bookmark, Box, Document, Link, Page, Table
from agendapack.reading.batches import Progress, in_batches
from agendapack.reading.drawn import Drawn
from agendapack.reading.frame import Frame, Sides
from agendapack.reading.native import TooMuch
from agendapack.reading.pdfium import MOST_BOOKMARKS, MOST_LINKS, MOST_SHEETS
from agendapack.reading.rows import clipped
from agendapack.reading.sheet import clean

for _library in ("pdfminer", "pdfplumber"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # they warn of what is no matter here, and of each letter anew

T = TypeVar("T")

DEEPEST_BOOKMARK = 6
LETTER = (0.0, 0.0, 612.0, 792.0)
"""A sheet that does not say how large it is."""

INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
"""What a sheet has from the branch of the tree that it hangs on."""

MOST_EDGES = 20_000
"""Edges on a sheet from which it is a drawing: pdfplumber tries every one with every other."""

_Leaf = tuple[object, dict[str, Any] | None]
"""What a sheet is called in the file, and what its dictionary says; None for what is no sheet."""


def read(source: Path | bytes, password: str | None = None, progress: Progress | None = None, jobs: int = 1) -> Document:
    """Read a PDF into a `Document` as `pdfium.read` does, and with the same errors."""
    content = source.read_bytes() if isinstance(source, Path) else source
    pdf = _opened(content, password)
    leaves = _leaves(pdf.doc)
    if not leaves:
        raise NotAPdf(next_step=NotAPdf.last_step)
    numbers = _numbers(leaves)
    bookmarks = tuple(islice(_bookmarks(pdf.doc, numbers), MOST_BOOKMARKS))
    count = min(len(leaves), MOST_SHEETS)
    return Document(
        pages=in_batches(partial(_pages, content, password), count, progress, jobs),
        left_out=len(leaves) - count,
        bookmarks=bookmarks,
        title=_text(pdf.metadata.get("Title")) or None,
        producer=_text(pdf.metadata.get("Producer")) or None,
    )


def find(source: Path | bytes, sheets: Iterable[int], password: str | None = None) -> dict[int, tuple[Table, ...]]:
    """The ruled tables of the given sheets as `tables.find` gives them, found by pdfplumber's own reading of the sheets."""
    found: dict[int, tuple[Table, ...]] = dict.fromkeys(sorted(set(sheets)), ())
    if found:
        pdf = _opened(source.read_bytes() if isinstance(source, Path) else source, password)
        leaves = _leaves(pdf.doc)
        for sheet in found:
            found[sheet] = _or((), _tables, pdf, leaves[sheet - 1], sheet)
    return found


def _or(instead: T, work: Callable[..., T], *arguments: object) -> T:
    """What some work gives; something instead where the file leads the libraries astray: they raise all kinds of errors."""
    try:
        return work(*arguments)
    except MemoryError:
        raise
    except Exception:
        return instead


def _opened(content: bytes, password: str | None) -> pdfplumber.PDF:
    try:
        return pdfplumber.open(BytesIO(content), password=password)
    except MemoryError:
        raise
    except Exception as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, MemoryError):
            raise cause from error
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            raise EncryptedPdf from error
        raise NotAPdf(next_step=NotAPdf.last_step) from error


def _text(value: object) -> str:
    text = decode_text(value) if isinstance(value, bytes) else value
    return " ".join(clean(text).split()) if isinstance(text, str) else ""


# --- the tree of sheets ---------------------------------------------------------------------------------------------------


def _leaves(doc: Any) -> list[_Leaf]:
    """The sheets in their order, those too that are damaged. pdfminer leaves these out, and all after them would be others."""
    return _or([], _hanging, doc) or _or([], _loose, doc)


def _hanging(doc: Any) -> list[_Leaf]:
    found: list[_Leaf] = []
    seen: set[object] = set()
    waiting: list[tuple[object, dict[str, Any]]] = [(doc.catalog["Pages"], {})]
    while waiting:
        reference, inherited = waiting.pop()
        name, entry = _called(reference), _entry(reference)
        node = {**inherited, **entry}
        kids = _or(None, resolve1, node.get("Kids"))
        if not isinstance(kids, list):
            found.append((name, node if entry and _name(entry.get("Type")) in ("Page", "") else None))
        elif name not in seen:
            seen.add(name)
            from_here = {key: node[key] for key in INHERITED if key in node}
            waiting += [(kid, from_here) for kid in reversed(kids)]
    return found


def _loose(doc: Any) -> list[_Leaf]:
    """Where the tree is lost, whatever in the file says that it is a sheet."""
    return [(page.pageid, page.attrs) for page in PDFPage.create_pages(doc)]


def _called(reference: object) -> object:
    """What tells one thing in the file from another."""
    return reference.objid if isinstance(reference, PDFObjRef) else id(reference)


def _entry(reference: object) -> dict[str, Any]:
    """The dictionary that a reference leads to; empty where it leads to none."""
    found = _or(None, resolve1, reference)
    return found if isinstance(found, dict) else {}


def _numbers(leaves: list[_Leaf]) -> dict[object, int]:
    """The number of each sheet, from 1, by what it is called in the file."""
    return {name: number for number, (name, _) in reversed(list(enumerate(leaves, 1)))}


def _name(value: object) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""


# --- a sheet --------------------------------------------------------------------------------------------------------------


def _pages(content: bytes, password: str | None, sheets: range, told: Callable[[], None]) -> list[Page]:
    """Some sheets, counted from 0; `told` is called after each."""
    pdf = _opened(content, password)
    leaves = _leaves(pdf.doc)
    numbers = _numbers(leaves)
    pages = []
    for index in sheets:
        pages.append(_page(pdf, leaves[index], index + 1, numbers))
        told()
    return pages


def _page(pdf: pdfplumber.PDF, leaf: _Leaf, sheet: int, numbers: dict[object, int]) -> Page:
    found = _or(None, _shown, pdf, leaf)
    if found is None:
        return Page(sheet=sheet, width=0.0, height=0.0, unreadable="the sheet is damaged")
    page, frame = found
    drawn = Drawn(pdf.rsrcmgr, frame)
    try:
        drawn.draw(page)
    except MemoryError:
        raise
    except Exception as error:
        why = str(error) if isinstance(error, TooMuch) else "the sheet's contents are damaged"
        return Page(sheet=sheet, width=frame.width, height=frame.height, unreadable=why)
    whole = drawn.lines(sheet)
    lines = tuple(clipped(line) for line in whole)
    return Page(
        sheet=sheet,
        width=frame.width,
        height=frame.height,
        lines=lines,
        clipped=lines != whole,
        links=tuple(islice(_links(pdf.doc, page, frame, numbers), MOST_LINKS)),
        images=len(drawn.pictures),
        paths=drawn.paths,
    )


def _shown(pdf: pdfplumber.PDF, leaf: _Leaf) -> tuple[PDFPage, Frame]:
    """A sheet, and what is shown of it. Its media box is made that, so that all measures are taken from there."""
    name, attributes = leaf
    if attributes is None:
        raise ValueError("no sheet")
    page = PDFPage(pdf.doc, name, attributes, None)
    media, crop = _upright(page.mediabox), _upright(page.cropbox)
    shown = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if not _is_area(shown):
        shown = media if _is_area(media) else LETTER
    rotation = page.rotate // 90 * 90
    kept = {key: value for key, value in attributes.items() if key != "CropBox"}
    page = PDFPage(pdf.doc, name, {**kept, "MediaBox": list(shown), "Rotate": rotation}, None)
    return page, Frame(*shown, rotation)


def _is_area(box: Sides) -> bool:
    return box[0] < box[2] and box[1] < box[3]


def _upright(box: Iterable[float]) -> Sides:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _tables(pdf: pdfplumber.PDF, leaf: _Leaf, sheet: int) -> tuple[Table, ...]:
    page = PlumberPage(pdf, _shown(pdf, leaf)[0], sheet)
    left, top = page.bbox[:2]
    tables = page.find_tables() if len(page.edges) <= MOST_EDGES else []
    page.close()

    def box(corners: tuple[float, float, float, float]) -> Box:
        return Box(corners[0] - left, corners[1] - top, corners[2] - left, corners[3] - top)

    return tuple(
        Table(
            sheet=sheet,
            box=box(table.bbox),
            rows=tuple(tuple(box(cell) if cell else None for cell in row.cells) for row in table.rows),
        )
        for table in sorted(tables, key=lambda table: (table.bbox[1], table.bbox[0]))
    )


# --- links and bookmarks --------------------------------------------------------------------------------------------------


def _links(doc: Any, page: PDFPage, frame: Frame, numbers: dict[object, int]) -> Iterator[Link]:
    for reference in _or(None, resolve1, page.annots) or ():
        entry = _entry(reference)
        if _name(entry.get("Subtype")) == "Link":
            target, box = _or(None, _target, doc, entry, numbers), _or(None, _box, entry)
            if target is not None and box is not None:
                yield Link(box=Box(*frame.sides(*box)), target=target)


def _box(entry: dict[str, Any]) -> Sides:
    return _upright(float(resolve1(side)) for side in resolve1(entry["Rect"]))


def _bookmarks(doc: Any, numbers: dict[object, int]) -> Iterator[Bookmark]:
    """The outline; each entry once, though it may be made to run in a circle."""
    waiting = [(_entry(doc.catalog.get("Outlines")).get("First"), 0)]
    seen: set[object] = set()
    while waiting:
        reference, level = waiting.pop()
        name, entry = _called(reference), _entry(reference)
        if not entry or name in seen:
            continue
        seen.add(name)
        title = _text(_or(None, resolve1, entry.get("Title")))
        yield Bookmark(level=level, title=title, sheet=_or(None, _target, doc, entry, numbers))
        waiting.append((entry.get("Next"), level))
        if level + 1 < DEEPEST_BOOKMARK:
            waiting.append((entry.get("First"), level + 1))


def _target(doc: Any, entry: dict[str, Any], numbers: dict[object, int]) -> int | None:
    """The sheet to which a link or a bookmark leads, within this file."""
    place = resolve1(entry.get("Dest"))
    if place is None:
        action = resolve1(entry.get("A")) or {}
        place = resolve1(action.get("D")) if _name(action.get("S")) == "GoTo" else None
    if isinstance(place, bytes | PSLiteral):
        place = resolve1(doc.get_dest(place.name if isinstance(place, PSLiteral) else place))
    if isinstance(place, dict):
        place = resolve1(place.get("D"))
    if not isinstance(place, list) or not place:
        return None
    page = place[0]
    return numbers.get(page.objid) if isinstance(page, PDFObjRef) else page + 1 if isinstance(page, int) else None
