"""OCR of the sheets that have no text, by OCRmyPDF and Tesseract, where the user asks for it and has them.

They run as programs of their own, outside the child that parses (which starts none): on small PDFs of the scanned sheets alone,
within limits of time and memory, in a folder that is gone afterwards. What they give is read like any other PDF from elsewhere.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from agendapack.errors import OcrMissing
from agendapack.interrupts import held
from agendapack.layout import Scan
from agendapack.printable import printable

if TYPE_CHECKING:
    from agendapack.records import Engine

Progress = Callable[[int, int], None]

SECONDS_A_SHEET = 120
"""What a sheet may take at most: a dense one takes five seconds, several times as many on a machine that is busy."""

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
"""What it says is read here; and on a busy machine threads of Tesseract spend their time waiting for each other."""

LANGUAGES = "eng"
"""What the scans are taken to be written in: English, which comes with Tesseract. It has names of its own for languages."""

LONGEST_REASON = 200
"""Letters that are kept of what the program says of its failure."""


def ready(languages: str = LANGUAGES) -> list[str]:
    """The command that runs OCRmyPDF for scans in these languages ("eng+cym").

    Raises:
        OcrMissing: it is not installed, or Tesseract is not, or what Tesseract needs for a language.
    """
    command = ["ocrmypdf"] if shutil.which("ocrmypdf") else [sys.executable, "-m", "ocrmypdf"]
    if len(command) > 1 and find_spec("ocrmypdf") is None:
        raise OcrMissing
    if not shutil.which("tesseract"):
        raise OcrMissing("OCR needs Tesseract, which is not installed.")
    if lacking := [each for each in languages.split("+") if each not in (LANGUAGES, *_installed(languages))]:
        raise OcrMissing(
            f"Tesseract has no data for the language {lacking[0]!r}.",
            "See which it has: tesseract --list-langs. Install more: sudo apt install tesseract-ocr-cym (Welsh, on Debian and "
            "Ubuntu), brew install tesseract-lang (macOS).",
        )
    return [*command, "--language", languages]


def _installed(languages: str) -> list[str]:
    """The languages that Tesseract has data for, as far as more than those that come with it are wanted."""
    if languages == LANGUAGES:
        return []
    told = subprocess.run(["tesseract", "--list-langs"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return told.stdout.splitlines()


def of_pack(
    content: bytes,
    *,
    password: str | None = None,
    timeout: float | None = None,
    max_memory: int | None = None,
    progress: Progress | None = None,
    engine: Engine = "pdfium",
    languages: str = LANGUAGES,
) -> tuple[Scan, ...]:
    """The sheets of a PDF that have no text, after OCR. `timeout`, `max_memory` and `engine` are for finding them, as in `parse`.

    Raises:
        OcrMissing: what it needs is not installed.
        AgendaPackError: the PDF cannot be read; its class says why.
    """
    from agendapack.reading import guard  # noqa: PLC0415

    ready(languages)
    limits = guard.Limits(timeout or guard.TIMEOUT, max_memory or guard.MEMORY)
    scans = guard.without_text(content, password=password, limits=limits, engine=engine)
    return read(scans, megabytes=limits.megabytes, progress=progress, languages=languages)


def read(
    scans: Sequence[Scan],
    *,
    megabytes: int,
    progress: Progress | None = None,
    seconds: float = SECONDS_A_SHEET,
    languages: str = LANGUAGES,
) -> tuple[Scan, ...]:
    """The scans with the text that OCR finds in them, each or the reason why not. `progress` is told the sheets done and all.

    `megabytes` is what each program may take of memory (on Linux), `seconds` what a sheet may take of time.

    Raises:
        OcrMissing: what it needs is not installed.
    """
    command, total = ready(languages), sum(len(scan.sheets) for scan in scans)
    found: list[Scan] = []
    for scan in scans:
        found.append(_read(command, scan, seconds * len(scan.sheets), megabytes))
        if progress is not None:
            progress(sum(len(each.sheets) for each in found), total)
    return tuple(found)


def _read(command: Sequence[str], scan: Scan, seconds: float, megabytes: int) -> Scan:
    with tempfile.TemporaryDirectory(prefix="agendapack-") as folder:
        before, after, said = Path(folder, "in.pdf"), Path(folder, "out.pdf"), Path(folder, "said.txt")
        try:
            before.write_bytes(scan.content)
            how = "--redo-ocr" if scan.stamped else "--skip-text"  # the one leaves out sheets with any text, be it a page number
            options = [how, "--output-type", "pdf", "--optimize", "0", "--tesseract-timeout", str(SECONDS_A_SHEET), "--quiet"]
            with (
                said.open("wb") as file,
                _running([*command, *options, str(before), str(after)], file.fileno(), megabytes) as run,
            ):
                status = run.wait(seconds)
            return replace(scan, content=after.read_bytes()) if status == 0 else replace(scan, failure=_reason(said, status))
        except subprocess.TimeoutExpired:
            return replace(scan, failure=f"it took more than {seconds:.0f} seconds")
        except OSError as error:
            return replace(scan, failure=f"its files cannot be written or read ({error.strerror or error})")


def _reason(said: Path, status: int) -> str:
    lines = [printable(line).strip() for line in said.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1][:LONGEST_REASON].rstrip(".") if lines else f"it ended with status {status}"


@contextlib.contextmanager
def _running(command: Sequence[str], said: int, megabytes: int) -> Iterator[subprocess.Popen[bytes]]:
    """The program and all that it starts, in a group of their own. Whatever happens, they are gone at the end."""
    with held() as released:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            env={**os.environ, **ENVIRONMENT},
        )
        try:
            _limit(process.pid, megabytes)
            with released():
                yield process
        finally:
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()


def _limit(process: int, megabytes: int) -> None:
    """The memory of a program that has just been started, and of all that it starts; only Linux sets it from outside."""
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  (not on Windows)

        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (megabytes * 1024 * 1024, megabytes * 1024 * 1024))
