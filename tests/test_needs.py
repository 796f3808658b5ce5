"""What a line needs for a pattern to match it: how it begins, and words that it has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendapack import rules
from agendapack.rules.needs import REACH, Needs, has_any, needs, together

ROWS = list(rules.every().rows.values())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("recommended", {"recommended"}),
        ("is RECOMMENDED to", {"is recommended to"}),
        (r"\brecommended\b to", {"recommended to"}),
        (r"recommended \(draft\)", {"recommended (draft)"}),
        ("(?:asked|invited) to", {"asked", "invited"}),
        ("(?P<who>asked|invited) to", {"asked", "invited"}),
        ("(?:asked|invited)? recommended", {" recommended"}),
        ("(?:asked|invited){0,3} recommended", {" recommended"}),
        ("recommend(?:ed)?", {"recommend"}),
        ("recommended?", {"recommende"}),
        ("recommends*", {"recommend"}),
        ("(?:recommended)+", {"recommended"}),
        ("asked (?!to note)", {"asked "}),
        ("(?<=asked to )note", {"asked to "}),
        ("(?:asked|to)(?= *:)", {":"}),
        ("(?:asked|to)(?= *:)?", set()),
        ("(?:asked|to)(?! *:)", set()),
        ("cabinet|cabinet member", {"cabinet"}),
        ("[abc]greed", {"greed"}),
        ("a{3}sked", {"sked"}),
        (r"^\d+\.? *", set("0123456789")),
        (r"\b\w+@\w+\b", {"@"}),
        ("[£$]? ?asked|[£$] ?[0-9]{3}", {"asked", "£", "$"}),
        (r"(?:asked|\d)!?", {"asked", *"0123456789"}),
        ("[a-z]{3} to", {" to"}),
        ("[a-z]{3} [a-c] x", set()),
        ("(?:asked|to)", set()),
        (".*", set()),
        ("(?(1)asked|invited)", set()),
        ("(?x) asked to", set()),
    ],
)
def test_the_words_of_a_pattern(pattern: str, words: set[str]) -> None:
    assert set(needs(pattern).words) == words


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("^recommended", {"re"}),
        ("^Recommended", {"re"}),
        ("^asked|^invited", {"as", "in"}),
        ("^(?:the )?(?:asked|invited)", {"th", "as", "in"}),
        ("^(?:the )*asked", {"th", "as"}),
        (r"^\d{1,2}\.", set("0123456789")),
        (r"^\d\.", {f"{figure}." for figure in range(10)}),
        ("^[ab]c?d", {"ac", "ad", "bc", "bd"}),
        ("^(?=asked)the", {"th"}),
        ("^a+b", {"a"}),
        ("^a?b", {"ab", "b"}),
        ("^x$", {"x"}),
        ("^asked|invited", set()),
        (r"^\W*asked", set()),
        (r"^\s*asked", set()),
        ("^[^a]sked", set()),
        ("^[a-z]sked", set()),
        ("^", set()),
        ("recommended", set()),
    ],
)
def test_the_beginnings_of_a_pattern(pattern: str, starts: set[str]) -> None:
    assert set(needs(pattern).starts) == starts


@pytest.mark.parametrize(
    ("pattern", "anchored"),
    [
        ("^asked", True),
        ("^asked|^invited", True),
        (r"\Aasked", True),
        ("^asked|invited", False),
        (r"\^asked", False),
        ("asked", False),
    ],
)
def test_a_pattern_that_matches_at_the_start_or_not_at_all_is_known(pattern: str, anchored: bool) -> None:
    assert needs(pattern).anchored is anchored


def test_a_line_meets_a_beginning_in_any_letters() -> None:
    found = needs("^recommended")
    assert [found.meets(start) for start in ("RE", "re", "Ré", "ra", "r", "")] == [True, True, True, False, False, False]
    assert Needs().meets("")


def test_patterns_together_need_one_of_all_their_words() -> None:
    assert together(map(needs, ("asked", "asked again", "invited"))) == ("asked", "invited")


def test_patterns_of_which_one_needs_no_word_need_none() -> None:
    assert together(map(needs, ("asked", r"\w"))) == ()


def test_what_a_row_matches_meets_its_needs() -> None:
    for row in ROWS:
        for line in row.yes:
            assert has_any(row.needs.words, line.casefold()), row.id
            assert row.needs.meets(line[:REACH]), row.id


def test_nearly_every_row_needs_something() -> None:
    assert sum(row.needs.words == row.needs.starts == () for row in ROWS) < len(ROWS) / 10


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ROWS), st.data())
def test_whatever_a_row_matches_meets_its_needs(row: rules.Rule, data: st.DataObject) -> None:
    letters = st.characters(max_codepoint=0x17F, exclude_characters="\u0131", include_characters="☎✆")
    text = data.draw(st.from_regex(row.pattern, alphabet=letters))
    found = row.pattern.search(text)
    if found:
        assert has_any(row.needs.words, text.casefold())
        assert row.needs.meets(text[:REACH])
        assert row.find(text) is not None
