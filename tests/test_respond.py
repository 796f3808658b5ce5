"""Answers to recommendations: response tables, ruled or not, and labelled answers in running text."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section
from msgspec.structs import replace

from agendapack.layout import Box, Line, Section, Table
from agendapack.records import Response
from agendapack.rules import Book, Layer, book, using
from agendapack.stages.actions import actions
from agendapack.stages.respond import respond
from agendapack.stages.unresolved import unresolved


def told(responses: tuple[Response, ...]) -> list[tuple[str, str, str | None]]:
    return [(r.recommendation, r.status, r.action) for r in responses]


PRO_FORMA = ruled(
    """
Recommendation              Accepted, rejected    Proposed action and
                            or partially          indicative timescale
                            accepted
That the Council plants     Accepted              Planting starts in
two trees in every street                         the autumn.
2. That the Council mends   Partially             Benches in parks only.
every bench                 accepted
""",
    0,
    28,
    50,
    75,
    rows=[3, 2, 2],
)


def test_a_row_of_a_pro_forma_is_a_response() -> None:
    assert told(respond(paper(PRO_FORMA))) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in the autumn."),
        ("That the Council mends every bench", "partially_accepted", "Benches in parks only."),
    ]


def test_words_that_fill_their_cell_do_not_run_into_the_next() -> None:
    block = ruled(
        """
Recommendation             Response      Action
That officers should work Accepted       A forum meets in May.
with landlords.
""",
        0,
        26,
        40,
        70,
        rows=[1, 2],
    )
    assert told(respond(paper(block))) == [("That officers should work with landlords.", "accepted", "A forum meets in May.")]


def test_the_status_is_kept_as_printed_and_the_evidence_is_the_row() -> None:
    first = respond(paper(PRO_FORMA))[0]
    assert first.status_text == "Accepted"
    assert [e.sheet for e in first.evidence] == [1]
    assert "two trees in every street" in first.evidence[0].text
    assert "Planting starts in the autumn." in first.evidence[0].text
    assert "bench" not in first.evidence[0].text


def test_minutes_give_no_responses() -> None:
    assert respond(paper(PRO_FORMA, where="minutes")) == ()


def test_a_blank_form_gives_recommendations_without_an_answer() -> None:
    form = ruled(
        """
Recommendation              Accepted?             Proposed action
That the Council plants     Choose an item.       Click or tap here
two trees in every street                         to enter text.
That the Council mends
every bench
""",
        0,
        28,
        50,
        75,
        rows=[1, 2, 2],
    )
    assert told(respond(paper(form))) == [
        ("That the Council plants two trees in every street", "none", None),
        ("That the Council mends every bench", "none", None),
    ]


def test_a_row_that_runs_over_a_sheet_is_one_response_and_the_repeated_heads_are_none() -> None:
    first = ruled(
        """
Recommendation              Accepted?             Action
That the Council plants     Agreed                Planting starts in
""",
        0,
        28,
        50,
        75,
        rows=[1, 1],
    )
    second = ruled(
        """
Recommendation              Accepted?             Action
two trees in every street                         the autumn.
That benches are mended     Rejected              Too dear.
""",
        0,
        28,
        50,
        75,
        rows=[1, 1, 1],
        sheet=2,
    )
    found = respond(paper(first, second))
    assert told(found) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in the autumn."),
        ("That benches are mended", "rejected", "Too dear."),
    ]
    assert [e.sheet for e in found[0].evidence] == [1, 2]


def test_a_row_whose_first_cell_is_empty_goes_on_with_the_row_before() -> None:
    first = ruled("Recommendation              Response\nThat trees are planted      Agreed. Planting", 0, 28, 60, rows=[1, 1])
    second = ruled("                            starts in May.", 0, 28, 60, rows=[1], sheet=2)
    assert told(respond(paper(first, second))) == [("That trees are planted", "accepted", "Planting starts in May.")]


@pytest.mark.parametrize(
    ("heads", "row", "expected"),
    [
        (
            "No.   Recommendation              Response of the Executive     Lead officer",
            "3     That trees are planted      Agreed. Work begins.          Head of Parks",
            ("That trees are planted", "accepted", "Work begins."),
        ),
        (
            "No.   Recommendation              Cabinet Response              Timescale",
            "3     That trees are planted      Noted                         May",
            ("That trees are planted", "none", None),
        ),
        (
            "Ref   Scrutiny recommendation     Agree / disagree              Comments",
            "R1    That trees are planted      Disagree                      No money.",
            ("That trees are planted", "rejected", "No money."),
        ),
        (
            "Date  Recommendation              Responsible person            Update/response",
            "May   That trees are planted      Cllr Green                    Accepted Work begins",
            ("That trees are planted", "accepted", "Work begins"),
        ),
        (
            "Date  Recommendation              Outcome                       Owner",
            "May   That trees are planted      Already in place              Parks",
            ("That trees are planted", "already_actioned", None),
        ),
    ],
)
def test_other_heads_for_the_same_table(heads: str, row: str, expected: tuple[str, str, str | None]) -> None:
    assert told(respond(paper(ruled(f"{heads}\n{row}", 0, 6, 34, 64, 90, rows=[1, 1])))) == [expected]


@pytest.mark.parametrize(
    "heads",
    [
        "No.   Recommendation              Management response           Priority",
        "Ref   Officer recommendation      Decision                      Site",
        "No.   Recommendation              Reasons                       Lead officer",
        "No.   Action                      Update                        Owner",
        "Date  Recommendation              Progress update               Owner",
    ],
)
def test_tables_that_answer_no_scrutiny_recommendation_are_left_alone(heads: str) -> None:
    row = "3     That trees are planted      Work has begun                Head of Parks"
    assert respond(paper(ruled(f"{heads}\n{row}", 0, 6, 34, 64, 90, rows=[1, 1]))) == ()


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Accepted", "accepted"),
        ("AGREED", "accepted"),
        ("Yes", "accepted"),
        ("Accept in full", "accepted"),
        ("Agreed in part", "partially_accepted"),
        ("In part", "partially_accepted"),
        ("Partially", "partially_accepted"),
        ("Not agreed", "rejected"),
        ("Not accepted", "rejected"),
        ("No", "rejected"),
        ("Already in place", "already_actioned"),
        ("Noted", "none"),
        ("Deferred", "none"),
        ("Accepted / Rejected", "none"),
        ("TBC", "none"),
    ],
)
def test_the_words_of_an_answer(answer: str, status: str) -> None:
    table = ruled(f"Recommendation              Accepted?\nThat trees are planted      {answer}", 0, 28, 60, rows=[1, 1])
    assert [r.status for r in respond(paper(table))] == [status]


def test_a_table_without_rules_is_read_by_its_columns() -> None:
    text = """
                            Accepted,
Recommendation              rejected or           Proposed action
                            partially
That the Council plants     Accepted              Planting starts in
two trees in every street                         the autumn.
That the Council mends      Rejected              There is no money for
every bench                                       this.
The Council thanks the Panel for its work over these two years.
"""
    assert told(respond(section(text))) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in the autumn."),
        ("That the Council mends every bench", "rejected", "There is no money for this."),
    ]


def test_without_rules_a_row_runs_over_a_sheet() -> None:
    text = """
No.   Recommendation              Response
1     That the Council plants     Agreed. Planting starts
      two trees in
=== 2
      every street                in the autumn.
2     That benches are mended     Not agreed
"""
    found = respond(section(text))
    assert told(found) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in the autumn."),
        ("That benches are mended", "rejected", None),
    ]


def test_without_rules_a_status_may_take_two_lines() -> None:
    text = """
Recommendation              Accepted?             Action
That the Council plants     Partially             Planting starts in
two trees in every street   accepted              the autumn.
That benches are mended     Not                   Too dear.
at once                     agreed
"""
    assert [(r.status, r.status_text) for r in respond(section(text))] == [
        ("partially_accepted", "Partially accepted"),
        ("rejected", "Not agreed"),
    ]


def test_without_rules_a_space_above_begins_a_row() -> None:
    text = """
Recommendation              Response of the Cabinet
That the Council plants     The Cabinet will look
two trees in every street   into it.

That the Council mends      There is no money
every bench                 for this.
"""
    assert [r.recommendation for r in respond(section(text))] == [
        "That the Council plants two trees in every street",
        "That the Council mends every bench",
    ]


def test_rows_of_a_table_go_on_behind_a_key_that_interrupts_it() -> None:
    heads = "Date  Recommendation              Responsible person            Update/response"
    first = ruled(
        f"{heads}\nMay   That the Leader works on    Cllr Green                    Accepted. Talks", 0, 6, 34, 64, 90, rows=[1, 1]
    )
    key = ruled("KEY               Open            Done", 0, 18, 34, 90, rows=[1], sheet=2)
    again = ruled(
        f"{heads}\n      with his neighbours                                       go on.", 0, 6, 34, 64, 90, rows=[1, 1], sheet=3
    )
    assert told(respond(paper(first, key, again))) == [
        ("That the Leader works on with his neighbours", "accepted", "Talks go on.")
    ]


def test_a_table_of_other_heads_ends_the_response_table() -> None:
    first = ruled("Recommendation              Response\nThat trees are planted      Agreed.", 0, 28, 60, rows=[1, 1])
    other = ruled("Action                      Owner\nWrite to the Board          Cllr Green", 0, 28, 60, rows=[1, 1], sheet=2)
    assert [r.recommendation for r in respond(paper(first, other))] == ["That trees are planted"]


def test_heads_on_two_rows_are_read_together() -> None:
    text = """
Recommendation              Response of the Executive
                            Accepted?             Comments
That trees are planted      Y                     Planting starts in May.
"""
    block, table = ruled(text, 0, 28, 50, 75, rows=[1, 1, 1])
    (left, middle, right), *rest = table.rows
    assert left and middle and right
    spanned = (left, Box(middle.x0, middle.top, right.x1, right.bottom), None)
    table = Table(table.sheet, table.box, (spanned, *rest))
    assert told(respond(paper((block, table)))) == [("That trees are planted", "accepted", "Planting starts in May.")]


def test_footnotes_between_the_parts_of_a_table_are_no_rows() -> None:
    first = ruled("Recommendation              Response\nThat trees are              Agreed.", 0, 28, 60, rows=[1, 1])
    notes = lines(
        "1 Date of the meeting at which the report was received by the Cabinet\nResponse to the Panel, second part",
        sheet=1,
        top=700,
    )
    second = ruled("planted                     Work begins.", 0, 28, 60, rows=[1], sheet=2)
    assert told(respond(paper(first, notes, second))) == [("That trees are planted", "accepted", "Work begins.")]


def test_answers_labelled_in_running_text() -> None:
    text = """
Recommendation 1: That the Council plants two trees in
every street.
Response: Accepted. Planting starts in the autumn.
Lead officer: The Head of Parks
Recommendation 2: That every bench is mended.
Response: The Cabinet has no money for this.
Conclusion
"""
    assert told(respond(section(text))) == [
        ("That the Council plants two trees in every street.", "accepted", "Planting starts in the autumn."),
        ("That every bench is mended.", "none", "The Cabinet has no money for this. Conclusion"),
    ]


def test_a_labelled_answer_says_who_is_to_act_and_by_when() -> None:
    text = """
Recommendation 1: That trees are planted.
Response: Accepted. Planting starts soon.
Lead officer: The Head of Parks
Timescale: 4 May 2031
"""
    (response,) = respond(section(text))
    assert (response.owner, response.due, response.due_date) == ("The Head of Parks", "4 May 2031", "2031-05-04")


def test_a_row_says_who_is_to_act_and_by_when() -> None:
    table = ruled(
        """
Recommendation              Accepted?     Action by       Target date
That trees are planted      Agreed        Head of Parks   4 May 2031
That benches are mended     Agreed        Cllr Green      by autumn
""",
        0,
        28,
        42,
        58,
        72,
        rows=[1, 1, 1],
    )
    first, second = respond(paper(table))
    assert (first.owner, first.due, first.due_date) == ("Head of Parks", "4 May 2031", "2031-05-04")
    assert (second.owner, second.due, second.due_date) == ("Cllr Green", "by autumn", None)


@pytest.mark.parametrize(("kind", "known"), [("tracker", True), ("report", False)])
def test_a_tracker_follows_recommendations_that_nobody_has_answered(kind: str, known: bool) -> None:
    """In any other paper a column for progress does not make answers of what stands in it."""
    table = ruled(
        "Recommendation              Progress              Status\nThat trees are planted      Sites are found.      In progress",
        0,
        28,
        50,
        70,
        rows=[1, 1],
    )
    found = [(each.status, each.status_text, each.action) for each in respond(paper(table, kind=kind))]
    assert found == ([("none", "In progress", "Sites are found.")] if known else [])


def test_the_meeting_of_a_row_is_its_own() -> None:
    table = ruled(
        """
Meeting date  Item        Recommendation              Last reviewed   Update
4 May 2031    Trees       That trees are planted      9 July 2031     Accepted. Begun.
""",
        0,
        14,
        26,
        54,
        70,
        90,
        rows=[1, 1],
    )
    (response,) = respond(paper(table))
    assert (response.meeting_date, response.item, response.reviewed) == ("2031-05-04", "Trees", "2031-07-09")
    assert (response.status, response.action) == ("accepted", "Begun.")


def test_a_narrow_column_breaks_the_word_of_its_head() -> None:
    table = ruled(
        """
Recommendation              Response              Timescal
                                                  e
That trees are planted      Agreed                May
""",
        0,
        28,
        50,
        75,
        rows=[2, 1],
    )
    assert [each.due for each in respond(paper(table))] == ["May"]


def test_a_line_that_ends_a_sentence_is_no_answer() -> None:
    text = """
Recommendation          That the proposals set out in the first part of the report be
                        approved.
"""
    assert respond(paper(lines(text))) == ()


def test_a_recommendation_without_an_answer_below_it_is_no_response() -> None:
    assert respond(section("Recommendation 1: That trees are planted.\n**Reasons**\nResponse: none was received.")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Recommendation 2 - That trees are planted.\nCabinet response: Not accepted. There is no money.\nAction: None",
            [("That trees are planted.", "rejected", "There is no money.")],
        ),
        (
            "RECOMMENDATION 1\nThat trees are planted.\nAgreed\nAction: The Head of Parks will write to schools.",
            [("That trees are planted.", "accepted", "The Head of Parks will write to schools.")],
        ),
        (
            "Scrutiny Recommendation 4: That trees are planted.\nAccepted / Rejected: Partially accepted",
            [("That trees are planted.", "partially_accepted", None)],
        ),
        (
            "Recommendation: That trees are planted.\nResponse: The Highways team has no objection.",
            [],
        ),
        (
            "Recommendation 1: That controls are mended.\nManagement response: Agreed.\nResponse: Agreed.",
            [],
        ),
        (
            "Officer recommendation: approve\nResponse: Agreed",
            [],
        ),
    ],
)
def test_other_labels_in_running_text(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(respond(section(text))) == expected


def test_answers_in_a_table_of_labels_and_values() -> None:
    form = ruled(
        """
Recommendation 1  That the Council plants two trees
                  in every street
Response          Accepted
Action            Planting starts in the autumn.
Lead officer      Head of Parks
Recommendation 2  That every bench is mended
Response          Rejected
Action            None
""",
        0,
        18,
        60,
        rows=[2, 1, 1, 1, 1, 1, 1],
    )
    assert told(respond(paper(form))) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in the autumn."),
        ("That every bench is mended", "rejected", None),
    ]


def test_one_recommendation_with_an_answer_for_each_of_two_actions_is_one_response() -> None:
    block, table = ruled(
        """
Recommendation              Accepted?             Action
That trees are planted      Agreed                Planting starts in May.
                                                  Schools will help.
""",
        0,
        28,
        50,
        75,
        rows=[1, 1, 1],
    )
    head, first, (_, _, last) = table.rows
    merged = Table(table.sheet, table.box, (head, first, (None, None, last)))
    assert told(respond(paper((block, merged)))) == [
        ("That trees are planted", "accepted", "Planting starts in May. Schools will help.")
    ]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("1. That trees are planted", "That trees are planted"),
        ("(a) That trees are planted", "That trees are planted"),
        ("R2 That trees are planted", "That trees are planted"),
        ("R2 – That trees are planted", "That trees are planted"),
        ("Recommendation 3: That trees are planted", "That trees are planted"),
        ("3 That trees are planted", "That trees are planted"),
        ("20 mph limits are set", "20 mph limits are set"),
        ("A plan is made for trees", "A plan is made for trees"),
    ],
)
def test_the_label_of_a_recommendation_is_left_out_of_its_text(printed: str, text: str) -> None:
    table = ruled(f"Recommendation                            Response\n{printed:<42}Agreed", 0, 42, 70, rows=[1, 1])
    assert [r.recommendation for r in respond(paper(table))] == [text]


def test_a_further_column_may_have_any_short_head() -> None:
    table = ruled(
        "Recommendation              Response              Timescal e\nThat trees are planted      Agreed                May",
        0,
        28,
        50,
        75,
        rows=[1, 1],
    )
    assert told(respond(paper(table))) == [("That trees are planted", "accepted", None)]


def scanned(rows: str, known: str) -> Section:
    """A table of which the end stands in other columns, and the words that the pack knows."""
    heads = "Recommendation              Response              Lead"
    first = ruled(f"{heads}\nThat trees are planted      Agreed                Parks", 0, 28, 50, 75, rows=[1, 1])
    rest = ruled(rows, 0, 60, 66, 70, 75, rows=[1] * rows.count("\n"), sheet=2)
    return replace(paper(first, rest), vocabulary=lambda: frozenset(known.split()))


def test_the_rest_of_a_row_in_other_columns_goes_on_without_a_scanner_s_noise() -> None:
    form = scanned(
        "in all wards (a\nlhc wurds 1.000\nrecommendation of the Panel)\n", "in all wards a recommendation of the panel"
    )
    (response,) = respond(form)
    assert response.recommendation == "That trees are planted in all wards (a recommendation of the Panel)"
    assert [each.text for each in unresolved(form)] == ["lhc wurds 1.000"]


def test_a_part_in_other_columns_that_begins_a_sentence_is_no_rest() -> None:
    (response,) = respond(scanned("Costs in all wards\n", "costs in all wards"))
    assert response.recommendation == "That trees are planted"


def test_coloured_bands_without_rules_between_the_columns_are_no_cells() -> None:
    block, table = ruled(
        """
Recommendation              Response              Lead
That the Council plants     Agreed. Planting      Head of Parks
two trees in every street   starts in May.
That benches are mended     Rejected.             Head of Parks
""",
        0,
        75,
        rows=[1, 2, 1],
    )
    assert told(respond(paper((block, table)))) == [
        ("That the Council plants two trees in every street", "accepted", "Planting starts in May."),
        ("That benches are mended", "rejected", None),
    ]


# What a tracker says beside the answer

TRACKED = ruled(
    """
Date        Recommendation            Response           Update            Status      Lead officer
4 May 2031  That trees are planted    Agreed. Planting   200 planted so    On track    Ann Marsh
            in every street           starts in May.     far.
4 May 2031  That benches are mended   Accepted           All were mended.  Complete    Cllr Green
4 May 2031  That bins are emptied     The service will   Begun in June.    In progress Bo Lee
            twice                     see to it.
""",
    *(0, 12, 38, 57, 75, 87, 100),
    rows=[1, 2, 1, 2],
)


def test_an_answer_and_what_was_done_since_are_both_kept() -> None:
    first, second, third = respond(paper(TRACKED, title="Recommendation tracker", kind="tracker"))
    assert (first.status_text, first.action, first.update) == ("Agreed", "Planting starts in May.", "200 planted so far.")
    assert (first.state, second.state) == ("On track", "Complete")
    assert (second.action, second.update) == ("All were mended.", None)
    assert (third.status, third.status_text, third.state) == ("none", "In progress", None)
    assert (third.action, third.update) == ("The service will see to it.", "Begun in June.")


# Rows that give only a recommendation's number


@pytest.mark.parametrize("named", ["Rec 3", "R3", "Recommendation 3", "3", "Recommendations 3 and 4"])
def test_a_row_may_name_its_recommendation_by_number(named: str) -> None:
    form = ruled(f"Rec no.                   Response      Lead\n{named:26}Agreed        Parks", 0, 26, 40, 60, rows=[1, 1])
    assert told(respond(paper(form, kind="response_pro_forma"))) == [(named, "accepted", None)]


def test_a_number_in_a_table_that_answers_nothing_is_no_recommendation() -> None:
    form = ruled(
        "No.                       Response      Lead\n3                         Agreed        Parks", 0, 26, 40, 60, rows=[1, 1]
    )
    assert respond(paper(form, kind="report")) == ()
    ward = ruled(
        "No.                       Response      Lead\nNorth ward                Agreed        Parks", 0, 26, 40, 60, rows=[1, 1]
    )
    assert respond(paper(ward, kind="response_pro_forma")) == ()


def test_a_label_may_give_only_the_number() -> None:
    text = "Recommendation 3\nResponse: Agreed. Work begins in May."
    (found,) = respond(section(text))
    assert (found.recommendation, found.status, found.action) == ("Recommendation 3", "accepted", "Work begins in May.")


def test_an_answer_may_stand_behind_the_number() -> None:
    text = "Recommendation 1: Accepted. Work begins in May.\nRecommendation 2: Not accepted."
    assert told(respond(section(text, kind="scrutiny_response"))) == [
        ("Recommendation 1", "accepted", "Work begins in May."),
        ("Recommendation 2", "rejected", None),
    ]
    assert respond(section(text, kind="report")) == ()


# Forms that strangers drew


def test_a_graded_recommendation_is_answered_in_a_response_to_scrutiny_and_nowhere_else() -> None:
    form = ruled(
        """
No. Recommendation            Priority   Responsibility   Agreed    Comments
1   That trees are planted    3          Head of Parks    Yes       From May.
2   That benches are mended   1          Cabinet          In part   In parks.
""",
        *(0, 4, 30, 41, 58, 68, 80),
        rows=[1, 1, 1],
    )
    assert told(respond(paper(form, kind="scrutiny_response"))) == [
        ("That trees are planted", "accepted", "From May."),
        ("That benches are mended", "partially_accepted", "In parks."),
    ]
    assert respond(paper(form, kind="report")) == ()


def test_a_card_of_labels_for_each_recommendation() -> None:
    cards = """
Recommendation 1    That trees are planted.
Cabinet decision    Not agreed
Commentary          There is no room.
Lead officer        Head of Parks
"""
    (found,) = respond(section(cards))
    assert (found.recommendation, found.status, found.action, found.owner) == (
        *("That trees are planted.", "rejected", "There is no room."),
        "Head of Parks",
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The Executive accepts this recommendation. Work begins.", "accepted"),
        ("This recommendation is accepted in full.", "accepted"),
        ("The Executive does not accept this recommendation because it is late.", "rejected"),
        ("The Cabinet is unable to support this recommendation.", "rejected"),
        ("Unable to support at this time.", "rejected"),
        ("This recommendation is partially accepted. The map is drawn.", "partially_accepted"),
        ("The Cabinet Member for Parks accepts this recommendation in principle.", "partially_accepted"),
        ("The recommendations were considered in May.", "none"),
        ("The Executive accepts that the map is late.", "none"),
    ],
)
def test_an_answer_may_be_a_sentence(words: str, status: str) -> None:
    (found,) = respond(section(f"Recommendation 1: That trees are planted.\nExecutive response: {words}"))
    assert found.status == status


def test_a_tick_answers_the_head_of_its_column_and_not_scrutiny() -> None:
    form = ruled(
        """
Meeting date   Recommendation            Response received   Latest position   Complete Y/N
14 Jan 2031    That trees are planted    Accepted in May     Survey begun.     N
11 Feb 2031    That benches are mended   Accepted.           All are mended.   Y
""",
        *(0, 15, 41, 61, 79, 92),
        rows=[1, 1, 1],
    )
    first, second = respond(paper(form, kind="tracker"))
    assert [(each.status, each.state) for each in (first, second)] == [
        ("accepted", "Complete Y/N: N"),
        ("accepted", "Complete Y/N: Y"),
    ]


def test_a_table_beneath_a_recommendation_is_not_its_answer() -> None:
    text = """
Recommendation 3: That trees are planted.
Response
Ward         Trees        Benches      Boats
North        12           4            1
South        7            2            3
"""
    assert [each.action for each in respond(section(text)) if "North" in (each.action or "")] == []


def test_a_title_above_a_table_is_no_part_of_its_heads() -> None:
    title = lines("Recommendation tracker", size=18)
    rows = lines(
        """
Ref     Recommendation              Response        Lead
A1      That trees are planted      Agreed          Parks
A2      That benches are mended     Rejected        Streets
""",
        top=100,
    )
    found = respond(Section("paper", "Recommendation tracker", (*title, *rows), kind="tracker"))
    assert [(each.recommendation, each.status) for each in found] == [
        ("That trees are planted", "accepted"),
        ("That benches are mended", "rejected"),
    ]


def banners(*rows: str, columns: tuple[int, ...]) -> tuple[tuple[Line, ...], Table]:
    """A table in which each second row runs over all columns."""
    block, table = ruled("\n".join(rows), *columns, rows=[1] * len(rows))
    whole = [
        (Box(row[0].x0, row[0].top, row[-1].x1, row[-1].bottom), *[None] * (len(row) - 1))
        for row in table.rows
        if row[0] and row[-1]
    ]
    mixed = [over if n % 2 else row for n, (row, over) in enumerate(zip(table.rows, whole, strict=True))]
    return block, Table(table.sheet, table.box, tuple(mixed))


def test_a_recommendation_may_stand_in_a_row_over_all_columns() -> None:
    form = banners(
        "Cabinet response    Action                  Lead officer",
        "Recommendation 1: That trees are planted",
        "Accepted            Two in every street     Head of Parks",
        "Recommendation 2: That benches are mended",
        "Rejected                                    Head of Parks",
        columns=(0, 20, 44, 60),
    )
    assert told(respond(paper(form, kind="scrutiny_response"))) == [
        ("That trees are planted", "accepted", "Two in every street"),
        ("That benches are mended", "rejected", None),
    ]
    assert respond(paper(form, kind="report")) == ()


RESOLUTIONS = ruled(
    """
Date / Minute No.    Resolution                                Officer      Progress
14 January 2031      The Panel recommended to Cabinet that     Ann Marsh    Agreed in May.
Minute 27            trees are planted
14 January 2031      Officers to send the figures for voids    Bo Lee       Sent in April.
Minute 28
""",
    *(0, 21, 63, 76, 95),
    rows=[1, 2, 2],
)


def test_a_tracker_of_resolutions_holds_recommendations_and_actions() -> None:
    tracker = paper(RESOLUTIONS, title="Tracking Resolutions", kind="tracker")
    (answered,) = respond(tracker)
    assert (answered.recommendation, answered.status) == (
        "The Panel recommended to Cabinet that trees are planted",
        "accepted",
    )
    (action,) = actions(tracker)
    assert (action.text, action.meeting_date) == ("Officers to send the figures for voids", "2031-01-14")
    decided = ruled("Resolution                 Officer\nThat trees are planted     Ann Marsh", 0, 27, 40, rows=[1, 1])
    assert (respond(paper(decided, kind="report")), actions(paper(decided, kind="report"))) == ((), ())


LETTER = """
Thank you for the report.

1.  That trees are planted in every street.

Agreed. Two were planted in May.

2.  That benches are mended.

Not agreed. The park belongs to the county.

3.  The park is large.

Agreed by all.
"""


def test_a_letter_may_answer_each_recommendation_in_a_paragraph() -> None:
    assert told(respond(section(LETTER, kind="scrutiny_response"))) == [
        ("That trees are planted in every street.", "accepted", "Two were planted in May."),
        ("That benches are mended.", "rejected", "The park belongs to the county."),
    ]
    assert respond(section(LETTER, kind="report")) == ()


def test_several_updates_are_told_together() -> None:
    table = ruled(
        """
Recommendation            Update July 2030    Update January 2031    RAG
That bins are emptied     Bid made.           Bid refused.           Amber
""",
        *(0, 26, 46, 69, 77),
        rows=[1, 1],
    )
    (found,) = respond(paper(table, title="Monitoring of Scrutiny Recommendations", kind="tracker"))
    assert (found.action, found.status_text) == ("Bid made. Bid refused.", "Amber")


def test_the_numbered_heading_behind_a_table_is_no_row_of_it() -> None:
    block, table = ruled(
        """
No.   Recommendation            Agreed      Comments
1     That trees are planted    Accepted    From May.


6.    Appendices

7.    Contact details
""",
        *(0, 6, 32, 44, 60),
        rows=[1, 1],
    )
    assert told(respond(paper((block, table), kind="response_pro_forma"))) == [
        ("That trees are planted", "accepted", "From May.")
    ]


def test_what_stands_beneath_a_ruled_table_is_no_part_of_its_last_row() -> None:
    block, table = ruled(
        """
Recommendation            Response               Lead          By when
That trees are planted    Accepted               Parks         May


Ann Marsh                 Bo Lee
01632 960001              01632 960002
""",
        *(0, 26, 49, 63, 75),
        rows=[1, 1],
    )
    (found,) = respond(paper((block, table), kind="response_pro_forma"))
    assert (found.recommendation, found.owner) == ("That trees are planted", "Parks")
    assert "Ann Marsh" not in " ".join(each.text for each in found.evidence)


def test_a_decision_with_progress_and_a_colour_is_an_answer() -> None:
    table = ruled(
        """
Board recommendation      Considered by      Decision      Progress since      RAG       Expected completion
That trees are planted    Cabinet, 4 May     Agreed        Half are in.        Amber     March 2032
That benches are mended   Cabinet, 4 May     Not agreed    n/a                 n/a       n/a
""",
        *(0, 26, 45, 59, 79, 89, 110),
        rows=[1, 1, 1],
    )
    first, second = respond(paper(table, title="Recommendation Monitor", kind="tracker"))
    assert (first.status, first.action, first.state, first.due) == ("accepted", "Half are in.", "Amber", "March 2032")
    assert (second.status, second.action, second.state, second.due) == ("rejected", None, None, None)


def test_whom_to_ask_is_no_part_of_the_last_answer() -> None:
    text = """
Recommendation 1: That trees are planted.
Response: Agreed. Work begins in May.
Financial implications verified by: Ann Marsh
Contact Officer: Bo Lee, 01632 960001
"""
    (found,) = respond(section(text, kind="scrutiny_response"))
    assert found.action == "Work begins in May."
    assert "Bo Lee" not in " ".join(each.text for each in found.evidence)


def test_a_label_of_ones_own_announces_what_is_answered() -> None:
    known = book().rows["respond.label-recommendation"]
    layer = Layer("own", (replace(known, id="respond.own", source=r"^proposal (?P<label>\d)[:] "),))
    text = section("The Panel met in May.\nProposal 1: That benches are mended\nResponse: Accepted", kind="scrutiny_response")
    assert respond(text) == ()
    with using(Book((*book().layers, layer))):
        assert told(respond(replace(text))) == [("That benches are mended", "accepted", None)]


LONG_HEADS = ruled(
    """
Scrutiny           Department and      Accepted,      Identified    Any financial    Timetable for
recommendation     cabinet member      rejected or    officer       implications     delivery if
                   responding          partially                                     accepted
That trees be      Place; Cllr Moss    Accepted.      Ann Marsh     None             May 2031
planted                                Two a year.
""",
    *(0, 19, 39, 54, 68, 85, 102),
    rows=[3, 2],
)


def test_on_the_first_row_of_a_table_a_word_tells_what_a_head_holds_that_no_rule_knows() -> None:
    (answer,) = respond(paper(LONG_HEADS))
    assert (answer.status, answer.action, answer.owner, answer.due) == ("accepted", "Two a year.", "Ann Marsh", "May 2031")


def test_a_word_of_a_strange_head_tells_nothing_where_no_other_head_is_certain() -> None:
    table = ruled("Recommendation    Identified officer of the service\nThat trees grow   Ann Marsh", 0, 18, 60, rows=[1, 1])
    assert respond(paper(table, kind="report")) == ()


def test_the_day_on_which_scrutiny_hears_back_is_not_the_meeting_of_the_recommendation() -> None:
    table = ruled(
        """
Recommendation          Response     Date of meeting to report back
That trees be planted   Accepted.    4 May 2031
""",
        *(0, 24, 37, 70),
        rows=[1, 1],
    )
    assert [each.meeting_date for each in respond(paper(table))] == [None]


def test_one_column_may_say_both_the_meeting_and_the_business() -> None:
    table = ruled(
        """
Meeting date and agenda item    Recommendation           Response     Implementation status
4 May 2031 – Street trees       That trees be planted    Accepted.    In progress
""",
        *(0, 32, 57, 70, 94),
        rows=[1, 1],
    )
    (answer,) = respond(paper(table))
    assert (answer.meeting_date, answer.item, answer.state) == ("2031-05-04", "Street trees", "In progress")


ACTIONS_BELOW = ruled(
    """
Recommendation 1: That trees be planted
Comments: the service is content
Action                 Responsibility    Date
Choose the streets     Ann Marsh         4 May 2031
Order the trees        Bo Lee            4 May 2032
Recommendation 2: That benches be mended
Action                 Responsibility    Date
Find the joiner        Bo Lee            6 June 2031
""",
    *(0, 23, 41, 60),
    rows=[1] * 8,
)


def test_the_actions_in_a_table_beneath_a_recommendation_are_what_is_done_about_it() -> None:
    block, table = ACTIONS_BELOW
    over = (0, 1, 5)
    whole = [
        (Box(row[0].x0, row[0].top, row[-1].x1, row[-1].bottom), None, None) if n in over and row[0] and row[-1] else row
        for n, row in enumerate(table.rows)
    ]
    plan = (block, Table(table.sheet, table.box, tuple(whole)))
    found = respond(paper(plan, kind="scrutiny_response"))
    assert told(found) == [
        ("That trees be planted", "none", "Choose the streets Order the trees"),
        ("That benches be mended", "none", "Find the joiner"),
    ]
    assert [each.due_date for each in found] == [None, "2031-06-06"]
    assert respond(paper(plan, kind="report")) == ()


POSITIONS = """
R1: That trees be planted.
Cabinet position: Not agreed. There is no room.
By whom: none

Desired outcome – That streets are green.
Recommendation 2 – That benches be mended.
Formal response: Agreed.
Current position: Ten were mended in May.
Position status: 2 – Achieved
"""


def test_a_council_names_the_answer_and_what_came_of_it_as_it_likes() -> None:
    first, second = respond(section(POSITIONS, kind="scrutiny_response"))
    assert (first.recommendation, first.status, first.action) == ("That trees be planted.", "rejected", "There is no room.")
    assert (second.recommendation, second.status) == ("That benches be mended.", "accepted")
    assert (second.update, second.state) == ("Ten were mended in May.", "2 – Achieved")


REPLY = """
Recommendation 1
That trees be planted in every street.
The Cabinet accepts this recommendation. Two were
planted in May.

Recommendation 2
That benches be mended by the Cabinet where the
Cabinet agrees to it.
The Cabinet does not accept this recommendation. The park
belongs to the county.

Yours sincerely,
Ann Marsh
"""


def test_a_letter_answers_in_a_sentence_beneath_each_recommendation() -> None:
    assert told(respond(section(REPLY))) == [
        ("That trees be planted in every street.", "accepted", "Two were planted in May."),
        (
            "That benches be mended by the Cabinet where the Cabinet agrees to it.",
            "rejected",
            "The park belongs to the county.",
        ),
    ]


def test_a_head_in_two_languages_is_read_by_either() -> None:
    table = ruled(
        """
Argymhelliad / Recommendation    Ymateb / Response    Swyddog / Officer    Dyddiad Targed / Target
That trees be planted            Accepted.            Ann Marsh            May 2031
""",
        *(0, 33, 54, 75, 100),
        rows=[1, 1],
    )
    (answer,) = respond(paper(table))
    assert (answer.status, answer.owner, answer.due) == ("accepted", "Ann Marsh", "May 2031")


def test_decisions_and_actions_beside_a_recommendation_are_its_answer() -> None:
    table = ruled(
        """
Recommendation           Decision / Action              Lead
That trees be planted    Agreed. Two in every street    Ann Marsh
""",
        *(0, 25, 56, 70),
        rows=[1, 1],
    )
    assert told(respond(paper(table))) == [("That trees be planted", "accepted", "Two in every street")]


def test_without_rules_too_a_narrow_column_breaks_the_word_of_its_head() -> None:
    table = """
Recommendation             Respons    Lead
                           e
That trees be planted      Agreed     Ann Marsh
That benches be mended     Rejected   Bo Lee
"""
    assert told(respond(section(table))) == [
        ("That trees be planted", "accepted", None),
        ("That benches be mended", "rejected", None),
    ]


def test_recommendations_may_be_lettered_in_brackets() -> None:
    text = "Recommendation (a): That trees be planted.\nExecutive response: Disagreed. There is no room."
    assert told(respond(section(text))) == [("That trees be planted.", "rejected", "There is no room.")]


def test_the_day_of_the_next_check_is_no_progress() -> None:
    table = ruled(
        """
Meeting         Recommendation           Deadline        Progress Check    Response
9 June 2031     That trees be planted    1 May 2032      June 2032         Agreed. Ten stand.
""",
        *(0, 16, 41, 57, 75, 96),
        rows=[1, 1],
    )
    (answer,) = respond(paper(table))
    assert (answer.status, answer.action, answer.update) == ("accepted", "Ten stand.", None)


def test_heads_may_be_plain_words() -> None:
    table = ruled(
        """
Scrutiny said            Our response         Why / what next          Who
That trees be planted    Supported in part    Where there is room.     Ann Marsh
""",
        *(0, 25, 46, 71, 84),
        rows=[1, 1],
    )
    (answer,) = respond(paper(table))
    assert (answer.recommendation, answer.status) == ("That trees be planted", "partially_accepted")
    assert (answer.action, answer.owner) == ("Where there is room.", "Ann Marsh")


def test_a_paragraph_that_is_answered_is_told_without_its_label() -> None:
    text = "Recommendation 1 – Mend the benches in all parks.\n\nAccepted in full. Ten were mended."
    assert told(respond(section(text, kind="scrutiny_response"))) == [
        ("Mend the benches in all parks.", "accepted", "Ten were mended.")
    ]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            """
Recommendation          Priority    Agreed management action    Responsible officer
Leavers be removed      High        A report will be run.       Ann Marsh
""",
            (0, 24, 36, 64, 90),
        ),
        (
            """
Option    Description    Recommendation    Reason
1         Do nothing     Reject            It leaks.
""",
            (0, 10, 25, 43, 60),
        ),
        (
            """
Risk            Owner        Mitigating actions    Target date    Status
Cyber attack    Ann Marsh    New firewall          June 2031      On track
""",
            (0, 16, 29, 51, 66, 80),
        ),
    ],
)
def test_audits_options_and_risks_are_no_answers(table: str, columns: tuple[int, ...]) -> None:
    rows = ruled(table, *columns, rows=[1, 1])
    for block in (rows, rows[0]):
        assert respond(paper(block, kind="report")) == ()
        assert actions(paper(block, kind="report")) == ()


TICKED = """
No  Recommendation                Accept  Part    Reject  Comment
1   That routes be published.     X                       In July.
2   That mileage be paid.                 X               In two areas.
3   That minibuses be bought.                     X       No capital.
4   That drivers be trained.                              In May.
"""


def test_the_head_of_the_one_ticked_column_is_the_answer() -> None:
    found = respond(paper(ruled(TICKED, 0, 4, 34, 42, 50, 58, 74, rows=[1, 1, 1, 1, 1])))
    assert [each.status for each in found] == ["accepted", "partially_accepted", "rejected", "none"]
    assert [each.action for each in found] == ["In July.", "In two areas.", "No capital.", "In May."]


def test_what_we_recommended_heads_recommendations() -> None:
    text = """
What we recommended          Decision of Cabinet   What has happened since
That five toilets be opened  Not agreed            No further action
"""
    (answer,) = respond(paper(ruled(text, 0, 29, 51, 76, rows=[1, 1])))
    assert (answer.recommendation, answer.status) == ("That five toilets be opened", "rejected")


DONE = """
Ref  Recommendation               Action               Owner         Due Date  Progress Commentary
(a)  That policy refer to data.   Policy to be revised A Marsh       May 2031  Draft out.
(b)  That a campaign be run.      Campaign             B Vale        June 2031 Posters printed.
"""


def test_what_is_done_about_recommendations_by_whom_and_how_far_answers_them() -> None:
    found = respond(paper(ruled(DONE, 0, 5, 34, 55, 69, 79, 100, rows=[1, 1, 1])))
    assert [(each.recommendation, each.action, each.owner, each.update) for each in found] == [
        ("That policy refer to data.", "Policy to be revised", "A Marsh", "Draft out."),
        ("That a campaign be run.", "Campaign", "B Vale", "Posters printed."),
    ]


def test_a_row_in_plain_letters_beneath_bold_heads_is_no_part_of_them() -> None:
    text = """
Recommendation to Cabinet          Lead                   Update

That a youth council be set up     Director of Children   Accepted: report due in May

That verge cutting be reviewed     Director of Place      Rejected: no money
"""
    rows = [replace(line, bold=n == 0) for n, line in enumerate(lines(text))]
    found = respond(replace(section("", kind="tracker"), lines=tuple(rows)))
    assert [each.recommendation for each in found] == ["That a youth council be set up", "That verge cutting be reviewed"]


def test_heads_may_be_asked_as_questions_and_told_in_the_plural() -> None:
    text = """
What the inquiry recommended  Executive agrees?  What we will do         Who
Set up a youth panel          Agreed             Panel to meet from May  A Marsh
Fund ten more workers         Not agreed         No funding              B Vale
"""
    found = respond(paper(ruled(text, 0, 30, 49, 73, 84, rows=[1, 1, 1])))
    assert told(found) == [
        ("Set up a youth panel", "accepted", "Panel to meet from May"),
        ("Fund ten more workers", "rejected", "No funding"),
    ]


def test_a_health_body_answers_by_its_position() -> None:
    text = """
Panel recommendation       ICB position         ICB comment
Text reminders for all     Partially supported  Only where a number is held.
"""
    assert told(respond(paper(ruled(text, 0, 27, 48, 78, rows=[1, 1])))) == [
        ("Text reminders for all", "partially_accepted", "Only where a number is held.")
    ]


FOLLOWED = """
Recommendation: The Service should publish outcomes.
Progress: The first list was published in April.
Status: Complete
"""


def test_a_recommendation_may_be_followed_up_by_labels_with_no_answer() -> None:
    (response,) = respond(section(FOLLOWED))
    assert (response.recommendation, response.status) == ("The Service should publish outcomes.", "none")
    assert (response.update, response.state) == ("The first list was published in April.", "Complete")


@pytest.mark.parametrize("label", ["Progress", "Status"])
def test_one_label_beneath_a_recommendation_may_be_a_report_s_own(label: str) -> None:
    text = "\n".join(line for line in FOLLOWED.splitlines() if not line.startswith(label))
    assert respond(section(text)) == ()


HEADINGS = """
**1. Plant two trees in every street.**
Executive’s decision: Agreed.
What we will do: Planting begins in May.

**2. Mend the benches.**
Executive’s decision: Not agreed.
Why: They are new.
"""


def test_recommendations_that_are_the_headings_of_their_answers_need_no_label() -> None:
    assert told(respond(section(HEADINGS, kind="scrutiny_response"))) == [
        ("Plant two trees in every street.", "accepted", "Planting begins in May."),
        ("Mend the benches.", "rejected", "They are new."),
    ]


@pytest.mark.parametrize(
    ("text", "kind"), [(HEADINGS, "report"), (HEADINGS.replace("**2.", "**5."), "scrutiny_response")], ids=["elsewhere", "no run"]
)
def test_numbered_headings_are_recommendations_only_in_a_run_in_papers_that_answer(text: str, kind: str) -> None:
    assert respond(section(text, kind=kind)) == ()


def test_what_became_of_recommendations_may_be_told_with_verbs() -> None:
    text = """
We recommended                 They answered                  Where it stands
Set up a fund for shops        Agreed. It is in the budget.   Open since April
Waive the rent                 Not agreed.                    –
"""
    found = respond(paper(ruled(text, 0, 31, 62, 84, rows=[1, 1, 1]), kind="tracker"))
    assert [(each.recommendation, each.status) for each in found] == [
        ("Set up a fund for shops", "accepted"),
        ("Waive the rent", "rejected"),
    ]


def test_that_a_body_agrees_is_an_answer() -> None:
    text = """
**Response of the Board to the Scrutiny Committee**
**Recommendation 1: That the quay be mended.**
Response: The Board agrees. Work begins in May.
**Recommendation 2: That fares be frozen.**
Response: The Board agrees that fares are high.
"""
    found = respond(section(text, kind="scrutiny_response"))
    assert [(each.status, each.status_text) for each in found] == [("accepted", "The Board agrees"), ("none", None)]
