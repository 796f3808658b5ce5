"""What can go wrong with the input: one class for each cause, with its exit status, its sentence and the next step.

The words may change from release to release; the classes and the exit statuses do not.
"""

# ruff: noqa: N818 - the names say what is wrong; that they are errors is plain where they are raised

from __future__ import annotations

EXIT_STATUSES: tuple[tuple[int, str], ...] = (
    (0, "done"),
    (1, "a fault of agendapack itself"),
    (2, "usage: an option, or a file that cannot be opened or written"),
    (3, "not a PDF, and not a record, that can be read"),
    (4, "the PDF is protected with a password"),
    (5, "there is no text in the PDF: a scan"),
    (6, "the limit of time or memory was reached"),
    (7, "there are warnings, and --strict was given"),
    (8, "some of many packs failed"),
    (9, "the PDF library crashed on the file"),
    (10, "somebody else ended the reading, most likely the system for want of memory"),
    (11, "the output could not be written whole: the disk is full, for example"),
    (12, "the input changed or vanished while it was read"),
    (13, "--ocr was given, and what it needs is not installed"),
    (129, "ended by a signal: the terminal was closed"),
    (130, "interrupted"),
    (143, "ended by a signal: somebody stopped it"),
)
"""Every exit status of the command line, and what it means."""


class AgendaPackError(Exception):
    """Base of all errors that agendapack raises on purpose.

    `exit_status` is what the command line exits with. `sentence` says what is wrong, `next_step` what to do about it.
    """

    exit_status = 1
    sentence = "Something went wrong."
    next_step = ""

    def __init__(self, sentence: str | None = None, next_step: str | None = None) -> None:
        self.sentence = sentence or type(self).sentence
        self.next_step = next_step if next_step is not None else type(self).next_step
        super().__init__(f"{self.sentence} {self.next_step}".strip())


class CannotOpen(AgendaPackError):
    """The file is not there, is a folder, or may not be read."""

    exit_status = 2
    sentence = "The file cannot be opened."
    next_step = "Check the name and the folder."


class CannotWrite(AgendaPackError):
    """The output cannot be written where it was asked for."""

    exit_status = 2
    sentence = "The output cannot be written."
    next_step = "Check the folder, its permissions and the space that is left."


class WritingFailed(CannotWrite):
    """The output could be written when the work began, and not when it was done."""

    exit_status = 11
    next_step = "What was there before is as it was. Make room, or write elsewhere, and run it again."


class InputChanged(AgendaPackError):
    """The file was written to while it was read, or it was gone before it could be."""

    exit_status = 12
    sentence = "The file changed while it was read."
    next_step = "Wait until it is complete (a download, a copy), then run it again."


class NoPack(AgendaPackError):
    """No pack was named, none is piped in, and none is kept from before."""

    exit_status = 2
    sentence = "No pack was named, and none has been parsed yet."
    next_step = "Name one, for example: agendapack show pack.pdf"


class NothingPiped(AgendaPackError):
    """There is a pipe, but nothing came through it: most likely the command before it failed."""

    exit_status = 2
    sentence = "Nothing came through the pipe."
    next_step = "See what the command before it says, or name the pack. For the pack parsed last, add: < /dev/null"


class BadRules(AgendaPackError):
    """A file of rules cannot be used: it is no TOML, or a row of it is wrong."""

    exit_status = 2
    sentence = "The file of rules cannot be used."
    next_step = "Nothing was read with it. Mend the row and try again."


class NoSuchItem(AgendaPackError):
    """The pack has no item of that number."""

    exit_status = 2
    sentence = "There is no such item."


class AnotherMeeting(AgendaPackError):
    """Papers of two meetings cannot be one record."""

    exit_status = 2
    sentence = "These are packs of different meetings."
    next_step = "Merge a pack with supplements to the same meeting only."


class NotAPdf(AgendaPackError):
    """The bytes are no PDF, or too damaged to open."""

    exit_status = 3
    sentence = "This is not a PDF that can be read."
    next_step = "Open it in a PDF viewer. If that shows it, read it with --engine pdfplumber; if not, download it again."
    last_step = "Open it in a PDF viewer; if that fails too, download it again."
    """The next step where that engine has failed as well."""


class NotARecord(AgendaPackError):
    """The bytes look like JSON but are no record that agendapack wrote, or not all of one."""

    exit_status = 3
    sentence = "This is not a record that agendapack wrote."
    next_step = "Write one with: agendapack parse pack.pdf -o record.json"


class NewerRecord(NotARecord):
    """The record was written by a later release, in a form that this one does not know."""

    sentence = "This record was written by a newer agendapack."
    next_step = "Upgrade agendapack, or parse the PDF again with this one."


class EncryptedPdf(AgendaPackError):
    """The file opens only with a password."""

    exit_status = 4
    sentence = "This PDF is protected with a password."
    next_step = "Give it with --password, or ask the publisher for an open copy."


class NoText(AgendaPackError):
    """There is no text on any sheet: a scan."""

    exit_status = 5
    sentence = "There is no text in this PDF: it looks like a scan."
    next_step = "Run it again with --ocr, or make it readable first, for example with: ocrmypdf in.pdf out.pdf"


class OcrMissing(AgendaPackError):
    """OCR was asked for, and the programs that it needs are not there."""

    exit_status = 13
    sentence = "OCR needs OCRmyPDF, which is not installed."
    next_step = (
        "Install both: sudo apt install ocrmypdf tesseract-ocr (Debian, Ubuntu), brew install ocrmypdf (macOS), "
        "or pip install 'agendapack[ocr]' and Tesseract."
    )


class LimitReached(AgendaPackError):
    """Reading took more time or memory than it may."""

    exit_status = 6
    sentence = "Reading this PDF took more time or memory than it may."
    next_step = "Try its papers one by one; a PDF of this kind is often damaged."
    slow_step = "pdfplumber takes many times as long as PDFium: try PDFium, or give it more with --timeout."


class ReaderCrashed(AgendaPackError):
    """The PDF library took the process down that it ran in."""

    exit_status = 9
    sentence = "The PDF library crashed on this file."
    next_step = "It is damaged, or made to do harm. Read it with --engine pdfplumber, which takes longer."
    last_step = "It is damaged, or made to do harm. Print it to a new PDF from a viewer, and try that one."
    """The next step where that engine has failed as well."""


class ReaderKilled(AgendaPackError):
    """The process that read the file was ended by somebody else."""

    exit_status = 10
    sentence = "Somebody else ended the reading of this file, most likely the system for want of memory."
    next_step = "Try it again with less running beside it."
