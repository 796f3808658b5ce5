"""Whether two texts are the same recommendation."""

from __future__ import annotations

import pytest

from agendapack.tracking.folding import ready
from agendapack.tracking.sameness import FLOOR, match
from agendapack.tracking.vocabulary import specific

BOATS = "That the boats on the mere be counted each spring by the wardens, and the count be published by June 2032."


def likeness(a: str, b: str, *, near: bool = False) -> float | None:
    found = match(ready(a), ready(b), near=near)
    return found.likeness if found else None


@pytest.mark.parametrize(
    ("text", "mangled"),
    [
        (BOATS, BOATS.upper()),
        (BOATS, BOATS.replace(" ", "  ")),
        (BOATS, BOATS.replace("boats on", "boatson").replace("spring", "spr ing")),
        (
            "A well-run co-operative of children’s boats – on the mere",
            "A wellrun co- operative of childrens' boats - on the mere",
        ),
        (BOATS, BOATS.replace("l", "1").replace("rn", "m").replace("O", "0")),
        (BOATS, BOATS.replace("2032", "2O32")),
        (BOATS, BOATS.replace("counted", "countcd").replace("wardens", "wardcns")),
        (BOATS, BOATS.replace("published", "pubIished").replace("June", "Junc")),
        (BOATS, BOATS.replace("wardens,", "wardens.12")),
        ("That six boats be bought for the mere and moored there.", "That 6 boats be bought for the mere and moored there."),
        ("That £1,250 be spent on boats for the mere.", "That £1.250 be spent on boats for the mere."),
    ],
)
def test_what_does_not_count(text: str, mangled: str) -> None:
    found = likeness(text, mangled)
    assert found is not None
    assert found >= FLOOR


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("2032", "2033"),
        ("June", "July"),
        ("spring", "autumn"),
        ("be published", "not be published"),
        ("be counted", "never be counted"),
        ("each spring", "before spring"),
        ("on the mere", "on the river"),
        ("by the wardens", "by the club"),
    ],
)
def test_one_word_makes_it_another(said: str, otherwise: str) -> None:
    assert likeness(BOATS, BOATS.replace(said, otherwise)) is None
    assert likeness(BOATS, BOATS.replace(said, otherwise), near=True) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("That two libraries in the town be open on Sundays.", "That three libraries in the town be open on Sundays."),
        ("That the library in Northfield be open on Sundays.", "That the library in Southfield be open on Sundays."),
        ("That the grant to primary schools be doubled.", "That the grant to secondary schools be doubled."),
        ("That the speed limit be increased on Mill Lane.", "That the speed limit be reduced on Mill Lane."),
        ("That the Cabinet agree to the closing of the ford.", "That the Cabinet agree to the opening of the ford."),
        ("That £1,250 be spent on boats for the mere.", "That £12.50 be spent on boats for the mere."),
    ],
)
def test_twins_are_two(one: str, two: str) -> None:
    assert likeness(one, two) is None


def test_names_of_bodies_are_printed_as_the_writer_likes() -> None:
    assert likeness(f"The Committee recommends: {BOATS}", f"The committee recommends: {BOATS}") == 1.0


def test_near_it_an_editor_may_change_a_word_of_a_long_text() -> None:
    long = f"{BOATS} The wardens should be given boots, and every boat a number painted on its bow in letters that can be read."
    assert likeness(long, long.replace("painted", "drawn"), near=True) is not None
    assert likeness(long, long.replace("painted", "drawn")) is None
    assert likeness(BOATS, BOATS.replace("counted", "measured"), near=True) is None


def test_an_abridged_text_is_found_where_it_is_long_enough_to_be_known() -> None:
    found = match(ready(BOATS), ready("That the boats on the mere be counted each spring by the wardens."))
    assert found is not None
    assert found.part
    assert likeness(BOATS, "That the boats be counted.") is None


def test_near_it_a_text_may_be_short_and_leave_things_out() -> None:
    assert likeness(BOATS, "That the boats on the mere be counted by June 2032", near=True) is not None
    assert likeness(
        "That a grant of up to £250 be paid to each village hall.", "That a grant be paid to each village hall.", near=True
    )
    assert (
        likeness("That a grant of up to £250 be paid to each hall.", "That a grant not be paid to each hall.", near=True) is None
    )


def test_nothing_is_like_nothing() -> None:
    assert likeness("", "") is None
    assert likeness(BOATS, "–") is None


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (BOATS, True),
        ("That boats be counted each spring", True),
        ("That the Committee receive a report on progress in six months", False),
        ("That the report be noted", False),
    ],
)
def test_a_text_says_what_it_is_about_or_not(text: str, known: bool) -> None:
    assert specific(ready(text).words) is known
