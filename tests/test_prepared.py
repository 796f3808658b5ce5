"""What is kept from one start to the next: the same answers, and no harm where the file is another's, damaged or missing."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agendapack import prepared, rules


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the file of this test lies; nothing is known at its start."""
    found = tmp_path / "cache" / prepared.NAME
    monkeypatch.setattr(prepared, "_place", lambda: found)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    forget()
    yield found
    forget()


def forget() -> None:
    """What this process knows is as at its start."""
    prepared._file.cache_clear()
    prepared._kept.cache_clear()


def next_start() -> None:
    """What this process knows is written, and forgotten."""
    prepared.keep()
    forget()


def test_an_answer_is_worked_out_once() -> None:
    answers = iter((3, 4))
    assert [prepared.answer("sums", (1, 2), lambda: next(answers)) for _ in range(2)] == [3, 3]
    next_start()
    assert prepared.answer("sums", (1, 2), lambda: next(answers)) == 3


def test_every_pattern_is_the_same_when_it_is_found_again() -> None:
    rows = list(rules.every().rows.values())
    for row in rows:
        prepared.pattern(row.source, 0 if row.case else re.IGNORECASE)
    next_start()
    for row in rows:
        found, plain = prepared.pattern(row.source, 0 if row.case else re.IGNORECASE), row.pattern
        assert (found.pattern, found.flags, found.groups, dict(found.groupindex)) == (
            *(plain.pattern, plain.flags, plain.groups),
            dict(plain.groupindex),
        )
        for text in (*row.yes, *row.no):
            ours, theirs = found.search(text), re.search(row.source, text, plain.flags)
            assert (ours and (ours.regs, ours.groupdict())) == (theirs and (theirs.regs, theirs.groupdict()))


def test_a_pattern_that_is_none_is_refused_as_ever() -> None:
    with pytest.raises(re.error):
        prepared.pattern("(")


def test_where_python_compiles_otherwise_it_does_so_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_machine", lambda: None)
    found = prepared.pattern("a(?P<b>.)", re.IGNORECASE).search("xAb")
    assert found is not None
    assert found["b"] == "b"


def test_the_file_is_used_by_the_next_start(place: Path) -> None:
    assert not prepared.kept()
    prepared.answer("sums", 1, lambda: 1)
    assert not prepared.kept(), "what was worked out in this process is in no file yet"
    next_start()
    assert place.exists()
    assert prepared.kept()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00nonsense",
        marshal.dumps([1, 2]),
        marshal.dumps({"release": ("another",), "sums": {1: 2}}),
        marshal.dumps({"sums": {1: 2}}),
    ],
    ids=["empty", "damaged", "no dictionary", "another release's", "nobody's"],
)
def test_another_file_is_worth_nothing(place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    assert not prepared.kept()
    assert prepared.answer("sums", 1, lambda: 7) == 7


def test_half_a_file_is_worth_nothing(place: Path) -> None:
    prepared.answer("sums", 1, lambda: "a long answer")
    prepared.keep()
    whole = place.read_bytes()
    for length in range(0, len(whole), 7):
        place.write_bytes(whole[:length])
        forget()
        assert prepared.answer("sums", 1, lambda: "another") == "another"


def test_a_change_of_the_rules_makes_it_another_release(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared.answer("sums", 1, lambda: 1)
    next_start()
    monkeypatch.setattr(prepared, "_release", lambda: ("changed",))
    assert not prepared.kept()


def test_where_nothing_can_be_written_all_is_worked_out_anew(place: Path) -> None:
    place.parent.write_text("a file where the folder should be")
    prepared.answer("sums", 1, lambda: 1)
    next_start()
    assert prepared.answer("sums", 1, lambda: 2) == 2


def test_who_wants_no_bytecode_wants_no_such_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert prepared.kept()
