"""Many packs: which files are read, in which order, and what happens where one cannot be."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sample_records import PACK, source

from agendapack import batch
from agendapack.batch import Failure, is_single, read
from agendapack.errors import CannotOpen, NotAPdf, NotARecord, NoText
from agendapack.records import AgendaPack
from agendapack.source import Pdf

PDF = b"%PDF-1.7\n"


@pytest.fixture(autouse=True)
def _work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parse(pdf: Pdf) -> AgendaPack:
    return PACK.model_copy(update={"source": source(pdf.name)})


def write(path: str, content: bytes = PDF) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content)
    return path


def names(*arguments: str) -> list[str]:
    """What was read, by its file; a failure by its class."""
    found = read(arguments, parse)
    return [type(each.error).__name__ if isinstance(each, Failure) else each.source.file for each in found]


RECORD = PACK.model_dump_json().encode()


def test_files_come_in_the_order_in_which_they_are_named() -> None:
    assert names(write("b.pdf", PDF + b"%b"), write("a.pdf"), write("c.json", RECORD)) == ["b.pdf", "a.pdf", "wendlemere.pdf"]


def test_a_folder_is_all_pdfs_and_records_in_it_in_name_order() -> None:
    for path in ("packs/b.PDF", "packs/a.pdf", "packs/june/a.pdf", "packs/.hidden.pdf", "packs/.git/c.pdf", "packs/notes.txt"):
        write(path, PDF + path.encode())
    write("packs/z.json", RECORD)
    write("packs/settings.json", b'{"colour": "green"}')
    assert names("packs") == ["a.pdf", "b.PDF", "wendlemere.pdf", "june/a.pdf"]


def test_a_folder_without_any_is_a_failure() -> None:
    Path("empty").mkdir()
    assert names("empty", write("a.pdf")) == ["CannotOpen", "a.pdf"]


def test_a_file_that_two_arguments_lead_to_is_read_once() -> None:
    write("packs/a.pdf")
    assert names("packs/a.pdf", "packs", "./packs/a.pdf") == ["a.pdf"]


def test_a_pdf_beside_its_record_is_not_parsed_again() -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    record = PACK.model_copy(update={"source": source("a.pdf").model_copy(update={"sha256": digest})})
    write("packs/a.json", record.model_dump_json().encode())
    write("packs/a.pdf")
    write("packs/b.pdf", PDF + b"%")
    assert names("packs") == ["a.pdf", "b.pdf"]


def test_what_cannot_be_read_does_not_stop_the_others() -> None:
    paths = [write("a.pdf"), write("b.pdf", b"<html>"), "missing.pdf", write("c.json", RECORD[:-9]), write("d.pdf", PDF + b"%d")]
    assert names(*paths) == ["a.pdf", NotAPdf.__name__, CannotOpen.__name__, NotARecord.__name__, "d.pdf"]


@pytest.mark.parametrize("error", [NoText(), ZeroDivisionError("sheet 3"), MemoryError()])
def test_nor_does_a_pack_that_fails_in_the_parsing(error: Exception) -> None:
    def fails(pdf: Pdf) -> AgendaPack:
        if pdf.name == "a.pdf":
            raise error
        return parse(pdf)

    found = list(read([write("a.pdf"), write("b.pdf", PDF + b"%b")], fails))
    assert isinstance(found[0], Failure)
    assert found[0].name == "a.pdf"
    assert isinstance(found[1], AgendaPack)


def test_an_interrupt_stops_them_all() -> None:
    def interrupted(pdf: Pdf) -> AgendaPack:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read([write("a.pdf")], interrupted))


def test_one_pack_at_a_time_is_read() -> None:
    opened: list[str] = []

    def noted(pdf: Pdf) -> AgendaPack:
        opened.append(pdf.name)
        return parse(pdf)

    found = batch.read([write("a.pdf"), write("b.pdf")], noted)
    next(found)
    assert opened == ["a.pdf"]


def test_whether_just_one_is_meant() -> None:
    Path("packs").mkdir()
    assert is_single(["a.pdf"])
    assert is_single([])
    assert not is_single(["packs"])
    assert not is_single(["a.pdf", "b.pdf"])
