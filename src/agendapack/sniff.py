"""Tells what some bytes are by how they begin, so that an endless or foreign input is not read to its end."""

from __future__ import annotations

from typing import BinaryIO

HEAD = 1024
"""Bytes that settle it: a PDF's header may stand anywhere in its first kilobyte."""


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF does."""
    return b"%PDF-" in data[:HEAD]


def is_json(data: bytes) -> bool:
    """Whether it begins as a JSON object or array does."""
    return data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read(stream: BinaryIO) -> bytes:
    """All of a stream where it begins as a PDF or as JSON; otherwise no more than its beginning."""
    head = stream.read(HEAD)
    return head + stream.read() if is_pdf(head) or is_json(head) else head
