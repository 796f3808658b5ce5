"""What comes of files that are damaged, that lie or that are made to do harm: a record or an error of ours, within limits."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest
from pdfs import Sheet, pdf, text

from agendapack.errors import AgendaPackError
from agendapack.reading import guard
from agendapack.reading.guard import Limits
from agendapack.records import AgendaPack

LIMITS = Limits(seconds=60, megabytes=700)
FLIPS = int(os.environ.get("AGENDAPACK_EXAMPLES", "100"))
"""Files with changed bytes; the README says how many were tried at most."""


def outcome(content: bytes) -> AgendaPack | AgendaPackError:
    """The record, or the error; anything else fails the test."""
    try:
        record = guard.parse(content, limits=LIMITS)
    except AgendaPackError as error:
        return error
    assert AgendaPack.model_validate_json(record.model_dump_json()) == record
    return record


@pytest.fixture(autouse=True)
def _nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", hostile.CASES)
def test_it_ends_in_a_record_or_an_error_of_ours_within_its_limits(what: str) -> None:
    content = hostile.CASES[what]()
    started = time.monotonic()
    assert outcome(content)
    assert time.monotonic() - started < LIMITS.seconds + 30


def test_a_file_cut_off_anywhere_ends_in_a_record_or_an_error_of_ours() -> None:
    assert all(outcome(content) for content in hostile.truncated())


def test_changed_bytes_end_in_a_record_or_an_error_of_ours() -> None:
    assert all(outcome(hostile.flipped(seed)) for seed in range(FLIPS))


def said(pack: AgendaPack | AgendaPackError) -> list[str]:
    """The texts of all recommendations."""
    assert isinstance(pack, AgendaPack)
    return [each.text for item in pack.items for paper in item.reports for each in paper.recommendations]


def codes(pack: AgendaPack | AgendaPackError) -> set[str]:
    assert isinstance(pack, AgendaPack)
    return {finding.code for finding in pack.findings}


@pytest.mark.parametrize("what", ["invisible text", "white text"])
def test_what_nobody_can_see_is_a_finding_and_no_recommendation(what: str) -> None:
    pack = outcome(hostile.CASES[what]())
    assert said(pack) == ["agree the plan."]
    assert "hidden-text" in codes(pack)


def test_a_sheet_beyond_its_limits_is_unreadable_and_the_others_are_read() -> None:
    pack = outcome(hostile.beside_a_good_sheet(hostile.flood_of_paths(600_000)))
    assert said(pack) == ["agree the plan."]
    assert "sheet-unreadable" in codes(pack)


def test_more_sheets_than_any_pack_are_cut_short_and_this_is_said() -> None:
    pack = outcome(hostile.many_sheets(5_010))
    assert isinstance(pack, AgendaPack)
    assert pack.source.sheets == 5_010
    assert "sheets-left-out" in codes(pack)


def test_a_line_longer_than_any_is_cut_and_this_is_said() -> None:
    words = "The Cabinet is RECOMMENDED to agree the plan. " * 2_000
    pack = outcome(pdf(Sheet(text(72, 760, "Report of the Head of Parks") + text(72, 700, words, size=0.01))))
    assert "line-clipped" in codes(pack)


def test_letters_without_their_characters_are_told() -> None:
    assert "sheet-garbled" in codes(outcome(hostile.CASES["a font that lies"]()))


def test_characters_beyond_the_first_65_536_are_whole_and_their_halves_alone_are_replaced() -> None:
    pack = outcome(hostile.unicode_of("\U0001f333 tree"))
    assert isinstance(pack, AgendaPack)
    assert pack.items[0].evidence[0].text == "\U0001f333 tree"
    assert isinstance(outcome(hostile.surrogates()), AgendaPack)
