"""A paper's own text: what it says beside its tables of answers, actions and planned business."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section

from agendapack.stages.authors import report_by
from agendapack.stages.beside import beside_tables
from agendapack.stages.recommend import recommend
from agendapack.stages.respond import respond

TRACKER = ruled(
    """
Recommendation            Progress                  Lead officer    Due date
That trees are planted    The Cabinet is            Ann Marsh       May 2031
in every street           recommended to agree
                          the sum in June.
""",
    *(0, 26, 52, 68, 80),
    rows=[1, 3],
    sheet=2,
)
INTRODUCTION = lines("Recommendation tracker\n\nThe Panel is RECOMMENDED to note the progress.\n")


def words(found: tuple[object, ...]) -> list[str]:
    return [getattr(each, "text", "") for each in found]


def test_a_recommendation_that_a_cell_quotes_is_not_made_again() -> None:
    tracker = paper(INTRODUCTION, TRACKER, title="Recommendation tracker", kind="tracker")
    moved = beside_tables(tracker)
    assert [line.text for line in moved.lines] == [line.text for line in INTRODUCTION]
    assert words(recommend(moved)) == ["note the progress."]


def test_the_head_of_a_column_names_no_author() -> None:
    tracker = paper(TRACKER, title="Recommendation tracker", kind="tracker")
    assert report_by(beside_tables(tracker)) is None


def test_a_paper_without_such_a_table_stays_as_it_is() -> None:
    report = paper(INTRODUCTION, title="Street trees")
    assert beside_tables(report) is report


def test_minutes_stay_whole() -> None:
    minutes = paper(TRACKER, where="minutes")
    assert beside_tables(minutes) is minutes


FORM = """
Recommendation 1: That the Council plants more trees.
Response: {}
Lead officer:

Recommendation 2: That the benches are mended.
Response:
Lead officer:
"""


@pytest.mark.parametrize("kind", ["report", "annex", "response_pro_forma"])
def test_a_form_that_nobody_has_filled_in_makes_no_recommendations(kind: str) -> None:
    form = section(FORM.format(""), kind=kind)
    assert recommend(beside_tables(form)) == ()
    assert [each.status for each in respond(form)] == ["none", "none"]


def test_a_report_that_answers_makes_the_recommendations_above_the_answers() -> None:
    report = section(FORM.format("The Council will consider it."), kind="report")
    assert words(recommend(beside_tables(report))) == ["That the Council plants more trees.", "That the benches are mended."]
