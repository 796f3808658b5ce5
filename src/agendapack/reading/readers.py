"""Who reads a PDF: PDFium, or pdfplumber, which takes longer and is loaded only where it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from agendapack.layout import Document, Table
from agendapack.reading import pdfium, tables
from agendapack.reading.batches import Progress
from agendapack.records import Engine


class Reader(Struct, frozen=True):
    """The two things that are asked of a PDF: its document, and the ruled tables of some of its sheets."""

    read: Callable[[bytes, str | None, Progress | None, int], Document]
    """From the bytes, the password, who is told how far it is, and how many processes may read."""
    find: Callable[[bytes, Iterable[int], str | None], dict[int, tuple[Table, ...]]]
    """From the bytes, the sheets (counted from 1) and the password."""


def reader(engine: Engine) -> Reader:
    """The reader of that name."""
    if engine == "pdfplumber":
        from agendapack.reading import plumber  # noqa: PLC0415  (its libraries take a tenth of a second to load)

        return Reader(plumber.read, plumber.find)
    return Reader(pdfium.read, tables.find)
