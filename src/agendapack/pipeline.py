"""The whole program on one screen: a PDF in, its record out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from agendapack import assemble, rules
from agendapack.errors import NotAPdf, NoText
from agendapack.layout import Document, Scan
from agendapack.reading import scans, tables
from agendapack.reading.batches import Progress
from agendapack.reading.readers import reader
from agendapack.reading.whole import read_whole
from agendapack.records import AgendaPack, Engine, Source
from agendapack.rules.layers import Layer
from agendapack.stages.check import check
from agendapack.stages.front import front
from agendapack.stages.publisher import publisher
from agendapack.stages.split import split
from agendapack.stages.tidy import tidy


def parse_pdf(
    source: Path | bytes,
    *,
    name: str = "",
    password: str | None = None,
    own_rules: Path | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    ocred: Sequence[Scan] = (),
    engine: Engine = "pdfium",
) -> AgendaPack:
    """The record of a pack. The same bytes, name, rules, scans and engine give the same record, whatever the number of `jobs`.

    `ocred` are its sheets without text (`without_text`) after OCR.

    Raises:
        BadRules: the file of the user's own rules cannot be used.
        NotAPdf: the bytes are no PDF, or too damaged to open, or every sheet is.
        EncryptedPdf: the file needs a password.
        NoText: there is no text on any sheet.
        InputChanged: the file was written to while it was read.
        OSError: the file cannot be read.
    """
    own = _own(own_rules) if own_rules else None
    content = read_whole(source) if isinstance(source, Path) else source
    by = reader(engine)
    document = scans.put_in(by.read(content, password, progress, jobs), ocred, by)
    _with_text(document, engine)

    digest = hashlib.sha256(content).hexdigest()
    file = name or (source.name if isinstance(source, Path) else "")
    about = Source(
        file=file,
        sha256=digest,
        sheets=len(document.pages) + document.left_out,
        title=document.title,
        producer=document.producer,
        engine=engine,
        ocred=tuple(page.sheet for page in document.pages if page.ocred and page.lines),
    )

    whose = publisher(document)
    with rules.using(rules.book(whose.system, whose.council, own)) as book:
        document = tidy(document)
        sheets = front(document)
        businesses = split(document, sheets)
        cells = by.find(content, tables.sheets_with_cells(document.pages), password)

        items = assemble.items(document, sheets, businesses, cells, jobs)
        contacts = assemble.front_contacts(document, sheets)
        findings = check(document, sheets, businesses, items, contacts)
    return assemble.pack(
        about, rules=book.names, document=document, front=sheets, items=items, front_contacts=contacts, findings=findings
    )


def without_text(content: bytes, password: str | None = None, engine: Engine = "pdfium") -> Iterator[Scan]:
    """The sheets of a pack that show a picture and no text, in small PDFs for OCR.

    Raises:
        NotAPdf, EncryptedPdf: as `parse_pdf`.
    """
    yield from scans.taken_out(tidy(reader(engine).read(content, password, None, 1)), content, password)


def _own(path: Path) -> Layer:
    """The layer of rules that a file of the user's holds."""
    from agendapack.rules.own import read  # noqa: PLC0415  (most packs are read without)

    return read(path)


def _with_text(document: Document, engine: Engine) -> None:
    """Raises where there is nothing to work on."""
    if all(page.unreadable for page in document.pages):
        raise NotAPdf("Every sheet of this PDF is damaged.", NotAPdf.last_step if engine == "pdfplumber" else None)
    if not any(page.lines for page in document.pages):
        scanned = any(page.images for page in document.pages)
        why = next((page.ocr_failure for page in document.pages if page.ocr_failure), "")
        if why:
            raise NoText(f"There is no text in this PDF, and OCR failed: {why}.", "See what ocrmypdf itself says of it.")
        raise NoText if scanned else NoText("The sheets of this PDF are blank.", "See whether it is the file that you meant.")
