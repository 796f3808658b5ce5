"""Parts of a pack."""

from __future__ import annotations

import pytest
from sample_records import EMPTY, PACK

from agendapack.errors import NoSuchItem
from agendapack.records import AgendaPack
from agendapack.selection import only_items, only_strand


def titles(pack: AgendaPack) -> list[str]:
    return [item.title for item in pack.items]


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("6", ["Reservoirs"]),
        ("6.", ["Reservoirs"]),
        (" 6 ", ["Reservoirs"]),
        ("6A", ["Boat licences"]),
        ("6a", ["Boat licences"]),
        ("(6a)", ["Boat licences"]),
    ],
)
def test_an_item_is_found_by_its_printed_number(number: str, found: list[str]) -> None:
    assert titles(only_items(PACK, [number])) == found


def test_all_items_of_a_number_are_found() -> None:
    twice = PACK.model_copy(update={"items": (*PACK.items, PACK.items[1].model_copy(update={"title": "Reservoirs again"}))})
    assert titles(only_items(twice, ["6"])) == ["Reservoirs", "Reservoirs again"]


def test_several_numbers_keep_the_order_of_the_agenda() -> None:
    assert titles(only_items(PACK, ["6", "1"])) == ["Apologies", "Reservoirs"]


def test_the_contacts_of_the_meeting_belong_to_no_item() -> None:
    assert only_items(PACK, ["6"]).contacts == ()


@pytest.mark.parametrize("number", ["60", "6B", "", "Reservoirs"])
def test_a_number_that_is_not_there_is_told_with_those_that_are(number: str) -> None:
    with pytest.raises(NoSuchItem) as caught:
        only_items(PACK, ["1", number])
    assert caught.value.next_step == "Its items are 1, 6, 6A."


def test_a_pack_without_numbers_says_so() -> None:
    with pytest.raises(NoSuchItem) as caught:
        only_items(EMPTY, ["1"])
    assert "no numbers" in caught.value.next_step


def test_one_strand_of_recommendations() -> None:
    formal, scrutiny = only_strand(PACK, "formal").items[1], only_strand(PACK, "scrutiny").items[1]
    assert [len(report.recommendations) for report in formal.reports] == [2, 0]
    assert [len(report.recommendations) for report in scrutiny.reports] == [0, 1]
    assert (len(formal.recommendations), len(scrutiny.recommendations)) == (1, 0)
