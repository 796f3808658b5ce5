"""The words without which a pattern cannot match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack import rules
from agendapack.rules.literals import any_of, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("recommended", {"recommended"}),
        ("is RECOMMENDED to", {"is recommended to"}),
        ("(?:asked|invited) to", {"asked", "invited"}),
        ("(?:asked|invited)? recommended", {" recommended"}),
        ("recommend(?:ed)?", {"recommend"}),
        ("(?:recommended)+", {"recommended"}),
        (r"^\d+\.? *", set()),
        ("(?:asked|to)", set()),
        (".*", set()),
    ],
)
def test_the_words_of_a_pattern(pattern: str, words: set[str]) -> None:
    assert needed(re.compile(pattern, re.IGNORECASE)) == words


def test_patterns_together_are_found_by_any_of_their_words() -> None:
    together = any_of([re.compile("asked"), re.compile("asked again"), re.compile("invited")])
    assert together is not None
    assert together.pattern == "asked|invited"


def test_a_pattern_without_such_words_may_match_anything() -> None:
    assert any_of([re.compile("asked"), re.compile(r"\d")]) is None


@pytest.mark.parametrize("stage", rules.stages())
def test_what_a_row_matches_has_one_of_its_words(stage: str) -> None:
    for row in rules.load(stage).rows:
        words = needed(row.pattern)
        assert not words or all(any(word in line.lower() for word in words) for line in row.yes), row.id


@given(st.sampled_from([row for stage in rules.stages() for row in rules.load(stage).rows]), st.data())
def test_whatever_a_row_matches_has_one_of_its_words(row: rules.Rule, data: st.DataObject) -> None:
    words = needed(row.pattern)
    text = data.draw(st.from_regex(row.pattern))
    assert not words or any(word in text.lower() for word in words)
