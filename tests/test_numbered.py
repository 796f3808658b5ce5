"""Rows that name a recommendation by its number: which one of the pack is meant."""

from __future__ import annotations

import pytest

from agendapack.numbered import linked, numbers
from agendapack.records import Item, Recommendation, Report, Response, Strand


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rec 3", ("3",)),
        ("R03", ("3",)),
        ("Recommendation No. 2a:", ("2a",)),
        ("Recommendations 1 and 2", ("1", "2")),
        ("R1, R4 & R6", ("1", "4", "6")),
        ("Recommendations 2 to 5", ("2", "3", "4", "5")),
        ("R1-R3", ("1", "2", "3")),
        ("That two trees be planted", ()),
        ("Recommendation 3: That", ()),
        ("2031", ()),
    ],
)
def test_what_numbers_a_text_names(text: str, named: tuple[str, ...]) -> None:
    assert numbers(text) == named


def report(name: str, *labels: str, rows: tuple[str, ...] = (), strand: Strand = "scrutiny") -> Report:
    return Report(
        title=name,
        kind="scrutiny_report",
        pdf_pages=(1, 2),
        recommendations=tuple(Recommendation(id=f"{name}-{label}", label=label, text="That", strand=strand) for label in labels),
        responses=tuple(Response(recommendation=row) for row in rows),
    )


def item(*reports: Report) -> Item:
    return Item(number="5", title="Trees", kind="scrutiny_report", reports=reports)


def answers(*items: Item) -> list[tuple[str, ...]]:
    return [each.answers for one in linked(items) for paper in one.reports for each in paper.responses]


def test_the_same_paper_comes_first_then_the_item_then_the_pack() -> None:
    assert answers(item(report("own", "1", rows=("R1",)), report("other", "1"))) == [("own-1",)]
    assert answers(item(report("form", rows=("R1",)), report("other", "1")), item(report("far", "1"))) == [("other-1",)]
    assert answers(item(report("form", rows=("R1",))), item(report("far", "1"))) == [("far-1",)]


def test_several_numbers_are_several_recommendations() -> None:
    assert answers(item(report("own", "1", "2", "3", rows=("Recommendations 1 to 3",)))) == [("own-1", "own-2", "own-3")]


def test_what_is_not_certain_is_not_linked() -> None:
    assert answers(item(report("form", rows=("R1",)), report("a", "1"), report("b", "1"))) == [()]
    assert answers(item(report("own", "1", rows=("R1 and R2",)))) == [()]
    assert answers(item(report("own", "1", rows=("R1",), strand="formal"))) == [()]


def test_a_response_to_scrutiny_prints_what_scrutiny_recommended() -> None:
    paper = report("own", "1", rows=("R1",), strand="formal").model_copy(update={"kind": "scrutiny_response"})
    assert answers(item(paper)) == [("own-1",)]


def test_a_row_that_prints_the_recommendation_needs_no_link() -> None:
    assert answers(item(report("own", "1", rows=("That trees be planted",)))) == [()]
