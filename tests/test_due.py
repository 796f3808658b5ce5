"""On which day something is due: printed, computed, or both."""

from __future__ import annotations

import pytest

from agendapack.due import Due, due
from agendapack.records import Deadline

MEETING = "2023-10-17"


@pytest.mark.parametrize(
    ("printed", "computed", "found"),
    [
        ("2023-12-01", None, Due("2023-12-01")),
        (None, "2023-12-17", Due("2023-12-17")),
        ("2023-11-14", "2023-12-17", Due("2023-11-14")),
        ("2023-12-20", "2023-12-17", Due("2023-12-20")),
        (None, None, None),
    ],
)
def test_the_printed_day_comes_first(printed: str | None, computed: str | None, found: Due | None) -> None:
    assert due(Deadline(what="response", text="words", period="two months", date=printed, computed=computed), MEETING) == found


@pytest.mark.parametrize("printed", ["2022-11-14", "2024-11-14"])
def test_a_day_that_the_period_contradicts_gives_way_to_the_computed_one(printed: str) -> None:
    deadline = Deadline(what="response", text="words", period="two months", date=printed, computed="2023-12-17")
    assert due(deadline, MEETING) == Due("2023-12-17", printed)
