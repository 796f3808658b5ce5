"""Titles that two places print differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.matching import alike, folded, likeness


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Housing & Homelessness Strategy", "HOUSING AND HOMELESSNESS STRATEGY"),
        ("Member’s Questions", "Member's questions."),
        ("Budget 2031–32", "Budget 2031/32"),
        ("Cafﬁ Culture", "Caffi Culture"),
    ],
)
def test_case_signs_and_spaces_do_not_count(a: str, b: str) -> None:
    assert folded(a) == folded(b)
    assert likeness(a, b) == 1.0


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Local Plan Review", "Local Plan Review: Regulation 18 consultation", True),
        ("Budget", "Budget monitoring", False),
        ("Parking Charges", "Library Opening Hours", False),
        ("Annual Report of the Audit Committee", "Annual Report of the Audit Comittee", True),
        ("", "Parking", False),
        ("–", "Parking", False),
    ],
)
def test_a_title_that_begins_with_the_other_is_alike(a: str, b: str, alike: bool) -> None:
    assert (likeness(a, b) >= 0.9) is alike
    assert likeness(a, b) == likeness(b, a)


def test_an_ampersand_is_a_word() -> None:
    assert likeness("&", "and") == 1.0


TITLES = st.text(alphabet="abcde &'’-", max_size=24)


@given(TITLES, TITLES, st.sampled_from([0.6, 0.9, 0.95]))
def test_what_the_letters_alone_rule_out_is_not_alike(a: str, b: str, least: float) -> None:
    assert alike(a, b, least) is (likeness(a, b, 0.0) >= least)
