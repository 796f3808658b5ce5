"""Sheets without text: out of a PDF for OCR, and what OCR read in them back into its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from agendapack.errors import AgendaPackError
from agendapack.layout import Document, Page, Scan
from agendapack.reading import pdfium
from agendapack.reading.readers import Reader

BATCH = 8
"""Sheets that go to OCR together: few enough to tell how far it is, and to lose little where it fails."""

SAME_SIZE = 2.0
"""Points by which OCR may change the size of a sheet, which the places of its words are measured on."""


def taken_out(document: Document, content: bytes, password: str | None) -> Iterator[Scan]:
    """The scanned sheets of a tidied document in PDFs of a few sheets each, those with stamps that are text apart."""
    scanned = [page for page in document.pages if page.scanned]
    for stamped, alike in groupby(sorted(scanned, key=_stamped), key=_stamped):
        sheets = [page.sheet for page in alike]
        for first in range(0, len(sheets), BATCH):
            some = tuple(sheets[first : first + BATCH])
            yield Scan(some, pdfium.extracted(content, some, password), stamped)


def _stamped(page: Page) -> bool:
    return bool(page.furniture)


def put_in(document: Document, scans: Sequence[Scan], by: Reader) -> Document:
    """The document with the lines that OCR read on these sheets, as that reader finds them, or with the reason why not."""
    pages = list(document.pages)
    for scan in scans:
        for page in _read(scan, [pages[sheet - 1] for sheet in scan.sheets], by):
            pages[page.sheet - 1] = page
    return replace(document, pages=tuple(pages))


def _read(scan: Scan, pages: Sequence[Page], by: Reader) -> list[Page]:
    if scan.failure:
        return [replace(page, ocr_failure=scan.failure) for page in pages]
    try:
        found = by.read(scan.content, None, None, 1).pages
    except AgendaPackError:
        found = ()
    if len(found) != len(pages) or any(_differs(page, read) for page, read in zip(pages, found, strict=True)):
        return [replace(page, ocr_failure="what it gave back are not these sheets") for page in pages]
    return [
        replace(page, lines=tuple(replace(line, sheet=page.sheet) for line in read.lines), ocred=True)
        for page, read in zip(pages, found, strict=True)
    ]


def _differs(page: Page, read: Page) -> bool:
    return abs(page.width - read.width) > SAME_SIZE or abs(page.height - read.height) > SAME_SIZE
