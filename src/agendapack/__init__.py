"""agendapack: a UK council's agenda pack in, its records out.

import agendapack
pack = agendapack.parse("pack.pdf")
for item in pack.items:
    print(item.number, item.title, item.kind, item.pdf_pages)
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendapack.layout import Scan
    from agendapack.records import AgendaPack, Engine

__version__ = "0.1.0"


def parse(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    password: str | None = None,
    rules: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    timeout: float | None = None,
    max_memory: int | None = None,
    guarded: bool = True,
    jobs: int = 1,
    ocr: bool = False,
    ocr_languages: str = "eng",
    engine: Engine = "pdfium",
) -> AgendaPack:
    """The record of a pack, from a path or from the bytes of a PDF.

    `name` is the file name to record (by default the path's last part), `password` opens an encrypted file, `rules` is a file
    of rules of your own, `progress` is told the number of sheets read so far and of all sheets.

    The pack is parsed in a child process that may take `timeout` seconds and `max_memory` megabytes (by default 300 and 2000: far
    more than a pack of 2,000 sheets needs). Without it (`guarded=False`) a hostile file can hang or crash this process.

    A pack of 128 sheets or more is divided over `jobs` processes where the system can fork and one thread runs: the same record,
    sooner.

    With `ocr` the sheets that have no text are read by OCRmyPDF and Tesseract, where they are installed; the record says which
    those are (`source.ocred`). `ocr_languages` are those of the scans, as Tesseract names them ("eng+cym": English and Welsh).

    `engine` is the library that takes the text out of the PDF (`source.engine`): PDFium, or "pdfplumber", which takes many times
    as long and reads some files that PDFium cannot open or crashes on.

    Raises:
        agendapack.errors.AgendaPackError: the PDF or the rules cannot be read; its class says why.
        OSError: the file cannot be opened.
    """
    if engine not in ("pdfium", "pdfplumber"):
        raise ValueError(f"There is no engine {engine!r}, but pdfium and pdfplumber.")
    path_or_bytes = source if isinstance(source, bytes) else Path(source)
    own = Path(rules) if rules is not None else None
    ocred: tuple[Scan, ...] = ()
    if ocr:
        from agendapack import ocr as reader  # noqa: PLC0415
        from agendapack.reading.whole import read_whole  # noqa: PLC0415

        if isinstance(path_or_bytes, Path):
            name, path_or_bytes = name or path_or_bytes.name, read_whole(path_or_bytes)
        ocred = reader.of_pack(
            path_or_bytes,
            password=password,
            timeout=timeout,
            max_memory=max_memory,
            progress=progress,
            engine=engine,
            languages=ocr_languages,
        )
    if guarded:
        from agendapack.reading import guard  # noqa: PLC0415

        limits = guard.Limits(timeout or guard.TIMEOUT, max_memory or guard.MEMORY)
        work: Callable[..., AgendaPack] = partial(guard.parse, limits=limits)
    else:
        from agendapack.pipeline import parse_pdf  # noqa: PLC0415  (start-up: the PDF libraries load only when there is a PDF)

        work = parse_pdf
    return work(
        path_or_bytes,
        name=name or "",
        password=password,
        own_rules=own,
        progress=progress,
        jobs=jobs,
        ocred=ocred,
        engine=engine,
    )
