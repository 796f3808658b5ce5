"""A scanner's noise, told by words that nobody else in the pack uses."""

from __future__ import annotations

import pytest

from agendapack.noise import is_noise, vocabulary

KNOWN = vocabulary(
    ["the council plants trees in all wards", "The Council plants trees", "the council plants trees by 2031", "2031, 2031"]
)


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("The Council plants trees", False),
        ("the Council plants cherries", False),
        ("thc Councll plants trees", True),
        ("1.000", True),
        ("2031", False),
        ("·  —", False),
        ("", False),
    ],
)
def test_a_line_with_several_words_that_are_not_known_or_none_that_is(text: str, noise: bool) -> None:
    assert is_noise(text, KNOWN) == noise


def test_where_no_words_are_known_nothing_is_noise() -> None:
    assert not is_noise("thc Councll", frozenset())


def test_a_word_is_known_that_comes_back() -> None:
    assert {"council", "trees", "2031"} <= KNOWN
    assert "wards" not in KNOWN
