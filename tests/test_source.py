"""What PACK stands for."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from sample_records import PACK

from agendapack.errors import CannotOpen, NotAPdf, NothingPiped
from agendapack.source import STDIN, Last, Pdf, Saved, find

PDF = b"%PDF-1.7\nbody"
RECORD = PACK.model_dump_json().encode()


def stdin(data: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data))


def test_a_pdf_is_given_as_its_path(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(PDF)
    assert find(str(path), None) == Pdf("pack.pdf", path)


def test_what_a_file_holds_counts_and_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    path.write_bytes(RECORD)
    assert find(str(path), None) == Saved(str(path), RECORD)


def test_a_pdf_header_may_stand_a_little_further_down(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + PDF)
    assert isinstance(find(str(path), None), Pdf)


def test_white_space_and_a_byte_order_mark_may_stand_before_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf\n " + RECORD)
    assert isinstance(find(str(path), None), Saved)


def test_a_dash_is_what_is_piped_in() -> None:
    assert find("-", stdin(PDF)) == Pdf(STDIN, PDF)
    assert find("-", stdin(RECORD)) == Saved(STDIN, RECORD)


def test_a_dash_with_nothing_piped_is_an_error() -> None:
    for nothing in (stdin(b""), None):
        with pytest.raises(NothingPiped):
            find("-", nothing)


def test_left_out_it_is_what_is_piped_in_and_else_the_last() -> None:
    assert find(None, stdin(RECORD)) == Saved(STDIN, RECORD)
    assert find(None, stdin(b"")) == Last()
    assert find(None, None) == Last()


def test_a_name_is_taken_before_what_is_piped_in(tmp_path: Path) -> None:
    path, piped = tmp_path / "pack.pdf", stdin(RECORD)
    path.write_bytes(PDF)
    assert isinstance(find(str(path), piped), Pdf)
    assert piped.buffer.read() == RECORD


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"\n  <html>", "is a web page"),
        (b"PK\x03\x04 docx", "neither a PDF nor a record"),
        (b"number,title\n1,Apologies", "neither a PDF nor a record"),
    ],
)
def test_what_is_neither_a_pdf_nor_a_record_is_told_as_what_it_is(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(data)
    with pytest.raises(NotAPdf, match=sentence):
        find(str(path), None)


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("missing.pdf", "There is no file missing.pdf"),
        (".", "is a folder"),
        ("https://wendlemere.example/pack.pdf", "is a web address"),
        ("bad\0name.pdf", "cannot be opened|There is no file"),
        ("x" * 300, "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_told_as_what_it_is(
    argument: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotOpen, match=sentence):
        find(argument, None)


def test_a_file_that_may_not_be_read_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotOpen, match="may not be read"):
        find("pack.pdf", None)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_named_pipe_is_read_as_bytes() -> None:
    reading, writing = os.pipe()
    os.write(writing, PDF)
    os.close(writing)
    try:
        assert find(f"/dev/fd/{reading}", None) == Pdf(str(reading), PDF)
    finally:
        os.close(reading)
