"""Reads every sheet of a PDF once with PDFium: lines with box, size and weight, the outline, the links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_int
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import Bookmark, Box, Document, Link, Page
from agendapack.reading import native
from agendapack.reading.batches import Progress, in_batches
from agendapack.reading.frame import Frame
from agendapack.reading.native import handle
from agendapack.reading.rows import clipped
from agendapack.reading.sheet import SheetReader, clean

MOST_SHEETS, MOST_BOOKMARKS, MOST_LINKS = 5_000, 20_000, 5_000
"""What is read of a file, and of the links of one sheet: five times the longest pack, its outline and its longest agenda."""


def read(source: Path | bytes, password: str | None = None, progress: Progress | None = None, jobs: int = 1) -> Document:
    """Read a PDF into a `Document`, a long one in `jobs` processes.

    `progress` is told the number of sheets read so far and of all sheets.

    Raises:
        NotAPdf: the bytes are no PDF, or too damaged for PDFium to open.
        EncryptedPdf: the file needs a password, or the one given is wrong.
        OSError: the file cannot be read.
    """
    content = source.read_bytes() if isinstance(source, Path) else source
    with opened(content, password) as pdf:
        count = min(len(pdf), MOST_SHEETS)
        left_out = len(pdf) - count
        metadata = pdf.get_metadata_dict(skip_empty=True)
        bookmarks = tuple(islice(_bookmarks(pdf), MOST_BOOKMARKS))
    pages = in_batches(partial(_pages, content, password), count, progress, jobs)
    return Document(
        pages=pages,
        left_out=left_out,
        bookmarks=bookmarks,
        title=_fold(metadata.get("Title", "")) or None,
        producer=_fold(metadata.get("Producer", "")) or None,
    )


def _pages(content: bytes, password: str | None, sheets: range, told: Callable[[], None]) -> list[Page]:
    """Some sheets, counted from 0; `told` is called after each."""
    pages = []
    with opened(content, password) as pdf:
        for index in sheets:
            pages.append(_page(pdf, index))
            told()
    return pages


def extracted(content: bytes, sheets: Sequence[int], password: str | None) -> bytes:
    """Some sheets of a PDF, by their numbers from 1, as an open PDF of their own.

    Raises:
        NotAPdf: PDFium cannot open the file, or does not find the sheets in it that another engine has found.
    """
    out = BytesIO()
    try:
        with opened(content, password) as pdf:
            part = pdfium.PdfDocument.new()
            part.import_pages(pdf, [sheet - 1 for sheet in sheets])
            part.save(out)
            part.close()
    except (NotAPdf, pdfium.PdfiumError) as error:
        raise NotAPdf("Its scanned sheets cannot be taken out for OCR.", "Run it again without --ocr.") from error
    return out.getvalue()


@contextmanager
def opened(content: bytes, password: str | None) -> Iterator[pdfium.PdfDocument]:
    """The PDF that these bytes are, open as long as it is used.

    Raises:
        NotAPdf: the bytes are no PDF, or too damaged for PDFium to open.
        EncryptedPdf: the file needs a password, or the one given is wrong.
    """
    try:
        pdf = pdfium.PdfDocument(content, password=password)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedPdf from error
        raise NotAPdf from error
    try:
        yield pdf
    finally:
        pdf.close()


def _fold(text: str) -> str:
    return " ".join(clean(text).split())


def _bookmarks(pdf: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for entry in pdf.get_toc(max_depth=6):
        destination = entry.get_dest()
        index = destination.get_index() if destination else None
        yield Bookmark(level=entry.level, title=_fold(entry.get_title()), sheet=index + 1 if index is not None else None)


@contextmanager
def opened_sheet(pdf: pdfium.PdfDocument, index: int) -> Iterator[tuple[Any, Frame] | None]:
    """A sheet by its number from 0, open as long as it is used, and what is shown of it; None where it is damaged."""
    page = c.FPDF_LoadPage(pdf.raw, index)
    if not page:
        yield None
        return
    try:
        shown = c.FS_RECTF()
        c.FPDF_GetPageBoundingBox(page, shown)
        yield page, Frame(shown.left, shown.bottom, shown.right, shown.top, 90 * c.FPDFPage_GetRotation(page))
    finally:
        c.FPDF_ClosePage(page)


def _page(pdf: pdfium.PdfDocument, index: int) -> Page:
    with opened_sheet(pdf, index) as found:
        if found is None:
            return Page(sheet=index + 1, width=0.0, height=0.0, unreadable="the sheet is damaged")
        page, frame = found
        links = tuple(islice(_links(pdf, page, frame), MOST_LINKS))
        if not _laid_flat(page):
            return _read(page, frame, index + 1, links)
    with opened_sheet(pdf, index) as again:
        if again is None:
            return Page(sheet=index + 1, width=0.0, height=0.0, unreadable="the sheet is damaged")
        return _read(*again, index + 1, links)


_TYPED = (c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_FREETEXT, c.FPDF_ANNOT_STAMP)
"""The fields of forms, and what else somebody typed or stamped on a sheet that was printed already."""


def _laid_flat(page: Any) -> bool:
    """Makes what was typed on a sheet a part of it, as a viewer and a printer show it; whether there was anything to lay flat.

    It counts when the sheet is opened again. The links of a sheet are gone after that.
    """
    annotations = range(min(c.FPDFPage_GetAnnotCount(page), MOST_LINKS))
    typed = {number for number in annotations if _typed(page, number)}
    if not typed:
        return False
    for number in sorted(set(annotations) - typed, reverse=True):
        c.FPDFPage_RemoveAnnot(page, number)
    return bool(c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS)


def _typed(page: Any, number: int) -> bool:
    annotation = c.FPDFPage_GetAnnot(page, number)
    try:
        unseen = c.FPDFAnnot_GetFlags(annotation) & (c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW)
        return not unseen and c.FPDFAnnot_GetSubtype(annotation) in _TYPED
    finally:
        c.FPDFPage_CloseAnnot(annotation)


def _read(page: Any, frame: Frame, sheet: int, links: tuple[Link, ...]) -> Page:
    textpage = c.FPDFText_LoadPage(page)
    if not textpage:
        return Page(sheet=sheet, width=0.0, height=0.0, unreadable="the sheet's contents are damaged")
    try:
        reader = SheetReader(frame, handle(page), handle(textpage))
        whole = reader.lines(sheet)
        lines = tuple(clipped(line) for line in whole)
        return Page(
            sheet=sheet,
            width=frame.width,
            height=frame.height,
            lines=lines,
            clipped=lines != whole,
            links=links,
            images=reader.images,
            paths=reader.paths,
        )
    except native.TooMuch as error:
        return Page(sheet=sheet, width=frame.width, height=frame.height, unreadable=str(error))
    finally:
        c.FPDFText_ClosePage(textpage)


def _links(pdf: pdfium.PdfDocument, page: Any, frame: Frame) -> Iterator[Link]:
    position, link, rect = c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    while c.FPDFLink_Enumerate(page, position, link):
        dest = c.FPDFLink_GetDest(pdf.raw, link)
        if not dest:
            action = c.FPDFLink_GetAction(link)
            dest = c.FPDFAction_GetDest(pdf.raw, action) if action else None
        if not dest:
            continue
        index = c.FPDFDest_GetDestPageIndex(pdf.raw, dest)
        if index >= 0 and c.FPDFLink_GetAnnotRect(link, rect):
            yield Link(box=Box(*frame.sides(rect.left, rect.bottom, rect.right, rect.top)), target=index + 1)
