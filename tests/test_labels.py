"""The numbers that councils print before their business, and the runs of them that are a list."""

from __future__ import annotations

import pytest
from builders import line, lines

from agendapack.stages import labels
from agendapack.stages.agenda import business
from agendapack.stages.list_starts import Setting

MINUTES = Setting(minutes=True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1. Apologies", "1"),
        ("24/031 Apologies", "24/031"),
        ("PC 24/031 Apologies", "PC24/031"),
        ("PL21/075 Public participation", "PL21/075"),
        ("2030-31/007 To elect a chair", "2030-31/007"),
        ("13.17/18 Apologies", "13.17/18"),
        ("30.11.4 Play area", "30.11.4"),
        ("HC/24/05/01 Welcome", "HC/24/05/01"),
        ("FC31-012 Apologies", "FC31-012"),
        ("10457/04/31 Apologies", "10457/04/31"),
        ("SC215 Declarations of interest", "SC215"),
        ("14365 POLICE MATTERS", "14365"),
        ("14365 pounds were spent", None),
        ("Eitem / Item 4: Planning", "4"),
        ("VI", "VI"),
        ("IV the fourth", None),
        ("10.30am Coffee", None),
    ],
)
def test_reads_the_number_that_a_line_opens_with(text: str, number: str | None) -> None:
    label = labels.label_of(text)
    assert (label.number if label else None) == number


def test_a_letter_that_is_a_roman_figure_too_is_read_both_ways() -> None:
    assert [label.family for label in labels.labels_of("I. Dates of meetings")] == ["roman", "letter"]
    assert [row.label.family for row in labels.rows_of(0, line("II. Apologies"))] == ["roman"]


def test_a_clock_before_a_number_is_a_time_and_alone_it_is_the_number() -> None:
    (timed,) = labels.rows_of(0, line("13:10   4.   Action log"))
    assert (timed.label.number, timed.clock, timed.title) == ("4", "13:10", "Action log")
    (numbered,) = labels.rows_of(0, line("21.44   Election of chair"))
    assert (numbered.label.number, numbered.clock, numbered.title) == ("21.44", None, "Election of chair")


RUNS = {
    "a minute's number and the item's place on the agenda": (
        """
C048/30   1.   Apologies for absence
None.
C049/30   2.   Public questions
None.
""",
        ["C048/30|Apologies for absence", "C049/30|Public questions"],
    ),
    "years of two towns' halls": (
        """
12.30/31   Apologies for absence
13.30/31   Minutes of the last meeting
14.30/31   Planning
""",
        ["12.30/31|Apologies for absence", "13.30/31|Minutes of the last meeting", "14.30/31|Planning"],
    ),
    "letters to the ninth": (
        """
G.  Finance
H.  Correspondence
I.  Date of next meeting
""",
        ["G|Finance", "H|Correspondence", "I|Date of next meeting"],
    ),
    "roman figures in a column of their own": (
        """
I     APOLOGIES FOR ABSENCE
II    MINUTE OF PREVIOUS MEETING
III   PLAY AREAS
""",
        ["I|APOLOGIES FOR ABSENCE", "II|MINUTE OF PREVIOUS MEETING", "III|PLAY AREAS"],
    ),
    "dates of payments are no numbers": (
        """
Payments
02/03/31   Hall hire
09/03/31   Mower
23/03/31   Clerk
""",
        [],
    ),
    "references to applications are no numbers": (
        """
31/01822   Barn at Low Farm
31/01910   Porch at Mill House
31/02004   Shed
""",
        [],
    ),
}


@pytest.mark.parametrize("case", RUNS)
def test_a_list_counts_on(case: str) -> None:
    text, expected = RUNS[case]
    assert [f"{item.number}|{item.title}" for item in business(lines(text), MINUTES).items] == expected


def test_times_before_titles_are_no_numbers() -> None:
    text = """
AGENDA
9.30    Welcome and apologies
9.45    Minutes of the last meeting
10.00   Budget report
"""
    assert [item.number for item in business(lines(text), Setting()).items] == [None, None, None]
