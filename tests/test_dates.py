"""Dates and times as councils print them."""

from __future__ import annotations

import pytest

from agendapack.stages import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thursday, 30th January, 2031, at 10.00 am", "2031-01-30"),
        ("7th MARCH 2031 @ 7.30pm", "2031-03-07"),
        ("on the 3rd day of May 2031", "2031-05-03"),
        ("Tuesday 17-Oct-2031 14.00 Cabinet", "2031-10-17"),
        ("Cabinet, 30/01/2031 10:00", "2031-01-30"),
        ("30.01.2031", "2031-01-30"),
        ("30/1/31", "2031-01-30"),
        ("2031-01-30", "2031-01-30"),
        ("June 5, 2031", "2031-06-05"),
        ("July 4th 2031", "2031-07-04"),
        ("Monday 5th Sept. 2031", "2031-09-05"),
        ("Dydd Iau, 30ain Ionawr, 2031", "2031-01-30"),
        ("7 th March 2031", "2031-03-07"),
        ("the 15th - 17th October 2031", "2031-10-17"),
        ("31 February 2031", None),
        ("24/01234/FUL", None),
        ("2024/25 - 2026/27", None),
        ("paragraph 3.2.1", None),
        ("Tuesday 4 March", None),
    ],
)
def test_reads_dates(text: str, iso: str | None) -> None:
    found = dates.first_date(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 6.00 o'clock p.m., pursuant to notice", "18:00"),
        ("at 10.00 am", "10:00"),
        ("@ 7.30pm", "19:30"),
        ("2.00 p.m. in the Guildhall", "14:00"),
        ("at 12 noon", "12:00"),
        ("12.30 p.m", "12:30"),
        ("at noon", "12:00"),
        ("14.00", "14:00"),
        ("09:30", "09:30"),
        ("1400 hours", "14:00"),
        ("6.30 - 8.30pm", "18:30"),
        ("10.00am to 12 noon", "10:00"),
        ("11.00 - 1.00pm", "11:00"),
        ("30/01/2031 10:00", "10:00"),
        ("at 6.30", None),
        ("£2.50 million", None),
        ("a rise of 10.25%", None),
        ("30.01.2031", None),
    ],
)
def test_reads_times_that_leave_no_doubt(text: str, clock: str | None) -> None:
    assert dates.first_time(text) == clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10.10", "10:10"),
        ("(2.00pm - 2.30pm)", "14:00"),
        ("10.10 am", "10:10"),
        ("Approx. 3.15", "03:15"),
        ("10.10 Welcome", None),
        ("Welcome", None),
    ],
)
def test_tells_a_text_that_is_a_time_alone(text: str, clock: str | None) -> None:
    assert dates.only_time(text) == clock


@pytest.mark.parametrize(
    ("clock", "start", "expected"), [("01:10", "10:00", "13:10"), ("10:10", "10:00", "10:10"), ("02:00", None, "14:00")]
)
def test_moves_a_time_into_the_meeting(clock: str, start: str | None, expected: str) -> None:
    assert dates.later_in_the_day(clock, start) == expected


def test_a_weekday_proves_the_year_that_is_not_printed() -> None:
    hit = dates.dates("Tuesday 6 May at 7.30 pm")[0]
    assert dates.with_year_from(hit, "2031-04-30") == "2031-05-06"
    assert dates.with_year_from(hit, "2030-04-30") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 Apr 31", "2031-04-15"),
        ("Tues 15th April '31", "2031-04-15"),
        ("15 April 2031", "2031-04-15"),
        ("15/04/31", "2031-04-15"),
        ("31 Apr 31", None),
        ("15 Apr 31 or 16 Apr 31", None),
        ("15 April", None),
    ],
)
def test_the_only_day_of_a_cell(text: str, iso: str | None) -> None:
    assert dates.only_day(text) == iso
