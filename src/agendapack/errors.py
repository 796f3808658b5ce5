"""What can go wrong with the input: one class for each cause, with its exit status, its sentence and the next step.

The words may change from release to release; the classes and the exit statuses do not.
"""

from __future__ import annotations


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


class NotAPdf(AgendaPackError):
    """The bytes are no PDF, or too damaged to open."""

    exit_status = 3
    sentence = "This is not a PDF that can be read."
    next_step = "Open it in a PDF viewer; if that fails too, download it again."


class EncryptedPdf(AgendaPackError):
    """The file opens only with a password."""

    exit_status = 4
    sentence = "This PDF is protected with a password."
    next_step = "Ask the publisher for an open copy, or save one without the password from a PDF viewer."


class NoText(AgendaPackError):
    """There is no text on any sheet: a scan."""

    exit_status = 5
    sentence = "There is no text in this PDF: it looks like a scan."
    next_step = "Make it readable first, for example with: ocrmypdf in.pdf out.pdf"
