"""What some bytes are by how they begin, and how many of them are taken at most."""

from __future__ import annotations

import io
from typing import Any

import pytest

from agendapack import sniff
from agendapack.errors import LimitReached, NotARecord


def buffered(stream: Any, size: int = 1024) -> io.BufferedReader:
    return io.BufferedReader(stream, size)


class Endless(io.RawIOBase):
    """A stream that never ends; it counts what was taken of it."""

    def __init__(self, head: bytes) -> None:
        self.head, self.taken = head, 0

    def readable(self) -> bool:
        return True

    def readinto(self, room: bytearray) -> int:  # type: ignore[override]
        filled = (self.head[self.taken :] + b" " * len(room))[: len(room)]
        room[:] = filled
        self.taken += len(filled)
        return len(filled)


def test_what_begins_as_nothing_known_is_read_no_further() -> None:
    stream = Endless(b"words")
    assert len(sniff.read(buffered(stream), "it")) == sniff.HEAD
    assert stream.taken <= 2 * sniff.HEAD


def test_json_without_end_is_read_no_further_than_any_record() -> None:
    stream = Endless(b"{")
    with pytest.raises(NotARecord, match="it is larger than 32 MB, which no record is"):
        sniff.read(buffered(stream, 1 << 20), "it")
    assert stream.taken < 1.1 * sniff.LARGEST_RECORD


def test_a_pdf_without_end_is_read_no_further_than_any_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "LARGEST_PDF", 1 << 20)
    with pytest.raises(LimitReached, match="it is larger than"):
        sniff.read(buffered(Endless(b"%PDF-1.7")), "it")


def test_what_is_within_the_limits_is_read_whole() -> None:
    for content in (b"%PDF-1.7" + b" " * 5000, b'{"a": [' + b"1, " * 2000 + b"1]}"):
        assert sniff.read(io.BytesIO(content), "it") == content
