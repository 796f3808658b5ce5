"""Tells what some bytes are by how they begin, so that an endless or foreign input is not read to its end."""

from __future__ import annotations

from typing import BinaryIO

from agendapack.errors import LimitReached, NotARecord

HEAD = 1024
"""Bytes that settle it: a PDF's header may stand anywhere in its first kilobyte."""


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF does."""
    return b"%PDF-" in data[:HEAD]


def is_json(data: bytes) -> bool:
    """Whether it begins as a JSON object or array does."""
    return data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


LARGEST_PDF = 1 << 30
"""Bytes of the largest PDF that is taken from a pipe: a hundred times the largest pack."""

LARGEST_RECORD = 32_000_000
"""Bytes of the largest record that is read: ten times that of a pack of 900 sheets."""


def read(stream: BinaryIO, name: str) -> bytes:
    """All of a stream where it begins as a PDF or as JSON; otherwise no more than its beginning. `name` is for the error.

    Raises:
        LimitReached, NotARecord: it does not end where any pack or record would have.
    """
    head = stream.read(HEAD)
    return head + rest(head, stream, name) if is_pdf(head) or is_json(head) else head


def rest(head: bytes, stream: BinaryIO, name: str) -> bytes:
    """What follows the beginning of a PDF or of JSON. Raises as `read`."""
    largest = LARGEST_PDF if is_pdf(head) else LARGEST_RECORD
    data = stream.read(largest - len(head) + 1)
    if len(head) + len(data) > largest:
        raise LimitReached(f"{name} is larger than 1,000 MB.", "No pack is; see what it is.") if is_pdf(head) else too_large(name)
    return data


def too_large(name: str) -> NotARecord:
    """What is said of JSON that is larger than any record."""
    return NotARecord(f"{name} is larger than {LARGEST_RECORD // 1_000_000} MB, which no record is.")
