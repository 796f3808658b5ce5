"""Working days, and the bank holidays of each nation."""

from __future__ import annotations

from datetime import date

import pytest

from agendapack.records import Nation
from agendapack.workdays import bank_holidays, working_days_after


def days(year: int, nation: Nation) -> list[str]:
    return [f"{day:%d.%m}" for day in sorted(bank_holidays(year, nation))]


@pytest.mark.parametrize(
    ("year", "published"),
    [
        (2019, "01.01 19.04 22.04 06.05 27.05 26.08 25.12 26.12"),
        (2020, "01.01 10.04 13.04 08.05 25.05 31.08 25.12 28.12"),
        (2021, "01.01 02.04 05.04 03.05 31.05 30.08 27.12 28.12"),
        (2022, "03.01 15.04 18.04 02.05 02.06 03.06 29.08 19.09 26.12 27.12"),
        (2023, "02.01 07.04 10.04 01.05 08.05 29.05 28.08 25.12 26.12"),
        (2024, "01.01 29.03 01.04 06.05 27.05 26.08 25.12 26.12"),
    ],
)
def test_the_days_that_were_published_for_england_and_wales(year: int, published: str) -> None:
    assert days(year, "England") == days(year, "Wales") == published.split()


def test_northern_ireland_has_two_more() -> None:
    assert set(days(2025, "Northern Ireland")) - set(days(2025, "England")) == {"17.03", "14.07"}


@pytest.mark.parametrize(
    ("start", "number", "last"),
    [
        (date(2031, 3, 18), 10, date(2031, 4, 1)),
        (date(2031, 4, 10), 1, date(2031, 4, 15)),
        (date(2031, 12, 24), 3, date(2031, 12, 31)),
        (date(2031, 3, 22), 1, date(2031, 3, 24)),
    ],
)
def test_weekends_and_bank_holidays_are_passed_over_and_the_first_day_is_not_counted(
    start: date, number: int, last: date
) -> None:
    assert working_days_after(start, number, "England") == last


@pytest.mark.parametrize("nation", ["Scotland", None])
def test_where_councils_set_their_own_holidays_nothing_is_computed(nation: Nation | None) -> None:
    assert working_days_after(date(2031, 3, 18), 10, nation) is None
