"""What a paper changes in another one, and the sums that it moves."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section

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


@pytest.mark.parametrize(
    ("text", "recommendation", "after"),
    [
        (
            "That the following new Recommendation (6) be added, with renumbering: That ducks be counted.",
            "6",
            "That ducks be counted.",
        ),
        ("That recommendation 3(c) be deleted and replaced with: That ducks be counted.", "3(c)", "That ducks be counted."),
        (
            "the replacement of recommendation (b) with a new recommendation (b) as follows:- That ducks be counted.",
            "b",
            "That ducks be counted.",
        ),
        ("the deletion of recommendation (d);", "d", None),
        (
            "That the recommendations be amended with additional recommendation 2.12: That ducks be counted.",
            "2.12",
            "That ducks be counted.",
        ),
    ],
)
def test_other_ways_to_say_it(text: str, recommendation: str, after: str | None) -> None:
    amendment = one(text)
    assert (amendment.recommendation, amendment.after) == (recommendation, after)


def test_a_motion_gets_another_end() -> None:
    amendment = one("Delete all after “This Council” and replace with: thanks the ducks.", kind="motion")
    assert amendment.after == "thanks the ducks."


def test_a_part_is_announced_for_what_follows() -> None:
    changed = found("""
    In sub paragraph (ii):

      •   after ‘use of’, delete ‘£798k’ and insert ‘£801k’;
      •   after ‘ponds’, insert ‘and lakes’.
    """)
    assert [(each.paragraph, each.before, each.after) for each in changed] == [
        ("ii", "£798k", "£801k"),
        ("ii", None, "and lakes"),
    ]
    assert [(amount.change, amount.value) for amount in changed[0].amounts] == [("from", 798_000), ("to", 801_000)]


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


@pytest.mark.parametrize(
    ("text", "value", "what", "source"),
    [
        ("Increase the budget for ponds by £250,000, funded from the Duck Reserve.", 250_000, "budget for ponds", "Duck Reserve"),
        ("Reduce the hire of boats by £75k.", -75_000, "hire of boats", None),
        ("Reinstate £75k for the duck scheme, to be met by deleting one post.", 75_000, "duck scheme", "deleting one post"),
        ("Transfer £2.5 million from the hall to pond maintenance.", 2.5e6, "pond maintenance", "hall"),
    ],
)
def test_a_sum_that_is_moved(text: str, value: float, what: str, source: str | None) -> None:
    (amount,) = one(text).amounts
    assert (amount.change, amount.value, amount.what, amount.source) == ("by", value, what, source)


@pytest.mark.parametrize(
    "text", ["The rate has fallen from £5,067 to £5,022.", "The plan is bold. That includes £61.5m of savings needed."]
)
def test_what_only_tells_of_sums_moves_none(text: str) -> None:
    assert found(text) == ()


def test_a_heading_at_the_top_makes_a_paper_an_amendment() -> None:
    assert one("GREEN GROUP AMENDMENT 3\n\nDelete recommendation 3.", kind="report", title="Budget 2031").recommendation == "3"
    assert found("Amendment to Controlled Parking Zone\n\nThe zone is wider.", kind="traffic_order", title="Zone") == ()


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Page 47, paragraph 3.2 should read “two ponds” not “three ponds”.", "three ponds", "two ponds"),
        ("The total in paragraph 3.2 should read £18.25 million instead of £18.52 million.", "£18.52 million", "£18.25 million"),
        ("Add the words “and ducks” at the end of paragraph 3.2.", None, "and ducks"),
    ],
)
def test_errata_and_additions(text: str, before: str | None, after: str) -> None:
    amendment = one(text)
    assert (amendment.paragraph, amendment.before, amendment.after) == ("3.2", before, after)


def test_a_motion_gets_new_words() -> None:
    assert one("That the Motion be amended to read: “This Council digs.”", kind="motion").after == "This Council digs."


def test_what_follows_the_quotation_is_not_quoted() -> None:
    assert one("Replace paragraph 4 with the following: “Ponds are deep.” Remove the map.").after == "Ponds are deep."


def test_a_label_that_names_the_part_is_read_with_the_text() -> None:
    amendment = one("Recommendation 2 to be amended to refer to Appendix A rather than Appendix B.")
    assert (amendment.recommendation, amendment.before, amendment.after) == ("2", "Appendix B", "Appendix A")


# Sums in tables


def sums(found: tuple[Amendment, ...]) -> list[tuple[str | None, str | None, str, float]]:
    return [(each.what, each.change, each.text, each.value) for amendment in found for each in amendment.amounts]


BEFORE_AND_AFTER = """
Amendment to the Revenue Budget

Service               Current budget £000   Amended budget £000   Change £000
Ponds                 1,250                 1,400                 150
Boat hire             310                   235                   (75)
Total                 1,560                 1,635                 75

The Leader said that ponds matter.
"""


def test_columns_say_what_a_sum_was_and_is_to_be_and_the_unit() -> None:
    assert sums(found(BEFORE_AND_AFTER)) == [
        *(("Ponds", "from", "1,250", 1.25e6), ("Ponds", "to", "1,400", 1.4e6), ("Ponds", "by", "150", 150e3)),
        *(("Boat hire", "from", "310", 310e3), ("Boat hire", "to", "235", 235e3), ("Boat hire", "by", "(75)", -75e3)),
    ]


def test_each_row_is_an_amendment_of_its_own_and_its_evidence() -> None:
    first, _ = found(BEFORE_AND_AFTER)
    assert [each.text for each in first.evidence] == ["Ponds 1,250 1,400 150"]
    assert first.evidence[0].rule == "amend.table"


@pytest.mark.parametrize(
    ("unit", "value"),
    [("£k", 75e3), ("(£k)", 75e3), ("£'000", 75e3), ("(£000s)", 75e3), ("£m", 75e6), ("£", 75.0)],
)
def test_the_head_of_a_column_gives_the_unit(unit: str, value: float) -> None:
    text = f"Amendment 3\n\nProposal                 Cost {unit}\nDig a deeper pond        75"
    assert sums(found(text)) == [("Dig a deeper pond", "by", "75", value)]


def test_a_line_above_the_table_may_give_it() -> None:
    text = (
        "Amendment 3\nAll figures in £'000\nScheme               Proposed       Revised\nPond dredging        500            750"
    )
    assert sums(found(text)) == [("Pond dredging", "from", "500", 500e3), ("Pond dredging", "to", "750", 750e3)]


def test_figures_without_a_unit_are_no_sums() -> None:
    assert found("Amendment 3\n\nProposal                 Cost\nDig a deeper pond        75") == ()


def test_a_sum_with_a_unit_of_its_own_needs_none_above() -> None:
    assert sums(found("Amendment 3\n\nProposal                 Cost\nDig a deeper pond        £75k")) == [
        ("Dig a deeper pond", "by", "£75k", 75e3)
    ]


def test_a_saving_is_taken_away() -> None:
    text = "Amendment 3\n\nProposal             Cost £      Saving £\nSell the boats                   52,400"
    assert sums(found(text)) == [("Sell the boats", "by", "52,400", -52_400.0)]


def test_columns_of_years_and_where_the_money_comes_from() -> None:
    (amendment,) = found("""
    Amendment 3

    Proposal                      2031/32 £k   2032/33 £k   Funding source
    More wardens for the ponds    120          130          General reserve
    """)
    assert [(each.value, each.year, each.source) for each in amendment.amounts] == [
        (120e3, "2031/32", "General reserve"),
        (130e3, "2032/33", "General reserve"),
    ]


def test_a_cell_of_a_ruled_table_may_run_over_lines() -> None:
    table = ruled(
        """
Budget line          Cabinet proposal (£m)   As amended (£m)   Reason
Ponds and streams    1.25                    1.4               Deeper
in all parks                                                   water
Council tax          4.99%                   2.99%             Lower
""",
        *(0, 21, 45, 63, 80),
        rows=[1, 2, 1],
    )
    changed = amendments(paper(lines("Amendment to the Budget", top=30), table, kind="budget_amendment"))
    assert sums(changed) == [
        *(("Ponds and streams in all parks", "from", "1.25", 1.25e6), ("Ponds and streams in all parks", "to", "1.4", 1.4e6)),
        *(("Council tax", "from", "4.99%", 4.99), ("Council tax", "to", "2.99%", 2.99)),
    ]


def test_text_beside_the_table_is_read_as_before() -> None:
    text = f"{BEFORE_AND_AFTER}\n\nDelete recommendation 3.\n\nIncrease the budget for ducks by £20,000."
    changed = found(text)
    assert "3" in [each.recommendation for each in changed]
    assert ("budget for ducks", "by", "£20,000", 20_000.0) in sums(changed)


def test_a_table_of_another_paper_moves_nothing() -> None:
    assert found(BEFORE_AND_AFTER.replace("Amendment to the", "The"), kind="report", title="Revenue Budget") == ()
