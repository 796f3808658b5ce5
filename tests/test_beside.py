"""A paper's own text: what it says beside its tables of answers, actions and planned business."""

from __future__ import annotations

from builders import lines, paper, ruled

from agendapack.stages.authors import report_by
from agendapack.stages.beside import beside_tables
from agendapack.stages.recommend import recommend

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
