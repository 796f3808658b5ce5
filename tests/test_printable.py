"""Nothing that steers a terminal gets through raw."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.printable import escape_json, printable

DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("£5 – “quoted” café Ynys Môn Ó Briain", "£5 – “quoted” café Ynys Môn Ó Briain"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b2J", "�2J"),
        ("\x1b]0;title\x07", "�]0;title�"),
        ("a\x00b\x7fc\x08", "a�b�c�"),
        ("fdp\u202efdp.exe", "fdp�fdp.exe"),
        ("\u2066isolated\u2069", "�isolated�"),
        ("zero\u200bwidth\ufeff", "zero�width�"),
        ("two\nlines\r\nand\ta tab\u2028more", "two lines and a tab more"),
        ("half \ud83d", "half �"),
        ("\U000e0041tag", "�tag"),
        ("", ""),
    ],
)
def test_text_is_shown_on_one_line_without_what_steers(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_no_control_and_no_direction_mark_is_left_in_any_text(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} for char in shown
    )
    shown.encode()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_printing_twice_changes_nothing_more(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.recursive(st.none() | st.text(st.characters(exclude_categories=["Cs"])), st.lists, max_leaves=8))
def test_escaped_json_means_the_same_and_holds_nothing_raw(value: object) -> None:
    document = escape_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(document) == value
    assert printable(document) == document


def test_characters_beyond_the_first_plane_are_escaped_as_two_halves() -> None:
    assert escape_json('"\U000e0041"') == '"\\udb40\\udc41"'
