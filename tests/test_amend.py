"""What a paper changes in another one, and the sums that it moves."""

from __future__ import annotations

import pytest
from builders import section

from agendapack.records import Amendment
from agendapack.stages.amend import amendments


def found(text: str, *, kind: str = "budget_amendment", title: str = "Amendment") -> tuple[Amendment, ...]:
    return amendments(section(text, kind=kind, title=title))


def one(text: str, *, kind: str = "budget_amendment", title: str = "Amendment") -> Amendment:
    (amendment,) = found(text, kind=kind, title=title)
    return amendment


@pytest.mark.parametrize(
    ("text", "recommendation", "paragraph", "after"),
    [
        ("To replace Recommendation (d) with: Agree the pond.", "d", None, "Agree the pond."),
        ("Delete recommendation 2.1 (b) and insert: That the pond be dug.", "2.1 (b)", None, "That the pond be dug."),
        ("Amend recommendation 3 to read: That the pond be dug.", "3", None, "That the pond be dug."),
        ("Paragraph 4.2 be amended to read as follows: The pond is deep.", None, "4.2", "The pond is deep."),
        ("Delete recommendation 3.", "3", None, None),
        ("To replace Recommendation (d) by making changes to the plan.", "d", None, None),
        ("Add a new recommendation (k): That the ducks be counted.", "k", None, "That the ducks be counted."),
    ],
)
def test_what_is_changed_and_into_what(text: str, recommendation: str | None, paragraph: str | None, after: str | None) -> None:
    amendment = one(text)
    assert (amendment.recommendation, amendment.paragraph, amendment.after) == (recommendation, paragraph, after)


def test_the_words_that_go_and_the_words_that_come() -> None:
    amendment = one("In paragraph 2 delete “two ponds” and insert “three ponds”.")
    assert (amendment.before, amendment.after) == ("two ponds", "three ponds")


def test_the_words_may_stand_below_with_the_list_that_they_lead_to() -> None:
    changed = found("""
    To replace Recommendation (h) with

    Agree the following:

      •   dig a pond;
      •   count the ducks.

    To replace Recommendation (o) with

    Note the pond.

    All other recommendations remain.
    """)
    assert [(each.recommendation, each.after) for each in changed] == [
        ("h", "Agree the following: dig a pond; count the ducks."),
        ("o", "Note the pond."),
    ]


def test_the_heading_names_what_is_amended() -> None:
    amendment = one("Amendment to the Revenue Budget 2030-31\n\nDelete recommendation 3.")
    assert amendment.target == "Revenue Budget 2030-31"


def test_a_paper_that_takes_the_place_of_a_section() -> None:
    amendment = one(
        "Parks Plan 2030\nUpdate to the section:\nPonds\nParagraph 66\nThe ponds are deeper now.", title="Parks Plan 2030"
    )
    assert (amendment.target, amendment.section, amendment.paragraph) == ("Parks Plan 2030", "Ponds", "66")


def test_other_papers_amend_nothing() -> None:
    assert found("Delete recommendation 3.", kind="report", title="Ponds") == ()


# Sums


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("£75k", 75_000),
        ("£1,750k", 1_750_000),
        ("£2.149m", 2_149_000),
        ("£250,000", 250_000),
        ("£5million", 5_000_000),
        ("£1.5bn", 1.5e9),
    ],
)
def test_a_sum_as_printed_and_in_pounds(printed: str, value: float) -> None:
    (amount,) = one(
        f"Proposed Amount                      Proposed Funding Source:\n{printed} for ponds                       Reserves"
    ).amounts
    assert (amount.text, amount.value, amount.unit, amount.change) == (printed, value, "£", "by")
    assert (amount.what, amount.source) == ("for ponds", "Reserves")


def test_a_sum_before_and_after() -> None:
    amounts = one("""
    Proposed Amount                      Proposed Funding Source:
    £1m                                  Reduce the £12m pond reserve to £11m
    """).amounts
    assert [(each.change, each.value, each.what) for each in amounts[1:]] == [
        ("from", 12e6, "pond reserve"),
        ("to", 11e6, "pond reserve"),
    ]


def test_a_rate_before_and_after() -> None:
    amounts = one("Amend recommendation 2 to read: That the rise in council tax be changed from 4.99% to 2.99%.").amounts
    assert [(each.change, each.value, each.unit) for each in amounts] == [("from", 4.99, "%"), ("to", 2.99, "%")]
