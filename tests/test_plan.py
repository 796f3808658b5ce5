"""Forward plans and work programmes: tables, blocks of labels, lists under dates."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section

from agendapack.layout import Box, Section, Table
from agendapack.records import Planned
from agendapack.stages.plan import planned


def plan(text: str) -> tuple[Planned, ...]:
    return planned(section(text, kind="work_programme"))


def told(found: tuple[Planned, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(each.topic, each.date, each.lead) for each in found]


PROGRAMME = ruled(
    """
Topic                   Purpose                 Lead officer
4 March 2031
Street trees            To note the report      Ann Marsh
The use of grit on      To comment on the       Bea Holt
footways                new routes
6 May 2031
Benches                 To receive a report     TBC
""",
    0,
    24,
    48,
    70,
    rows=[1, 1, 1, 2, 1, 1],
)


def test_rows_beneath_a_date_are_planned_for_it() -> None:
    found = planned(paper(PROGRAMME, kind="work_programme"))
    assert told(found) == [
        ("Street trees", "4 March 2031", "Ann Marsh"),
        ("The use of grit on footways", "4 March 2031", "Bea Holt"),
        ("Benches", "6 May 2031", None),
    ]
    assert [each.meeting_date for each in found] == ["2031-03-04", "2031-03-04", "2031-05-06"]


def test_the_same_words_are_a_plan_only_where_a_title_or_a_heading_says_so() -> None:
    assert planned(paper(PROGRAMME, kind="report")) == ()
    assert len(planned(paper(PROGRAMME, kind="annex", title="Appendix 1: Work Programme 2031/32"))) == 3
    assert len(planned(section("Forward Plan\nTopic                   Lead officer\nBenches                 Ann Marsh"))) == 1
    assert planned(paper(PROGRAMME, kind="work_programme", where="minutes")) == ()


def test_a_part_of_the_table_beneath_a_date_may_be_set_anew() -> None:
    again = ruled("Gates           To note                         Cllr Green", 0, 16, 48, 70, rows=[1], sheet=2)
    found = planned(paper(PROGRAMME, lines("3 June 2031", sheet=2, top=30), again, kind="work_programme"))
    assert told(found)[-1] == ("Gates", "3 June 2031", "Cllr Green")


def test_a_heading_that_is_no_date_ends_what_was_planned_for_the_one_before() -> None:
    text = """
4 March 2031
Topic                   Lead officer
Street trees            Ann Marsh

**Items without a date**
Topic                   Lead officer
Benches                 Bea Holt
"""
    assert told(plan(text)) == [("Street trees", "4 March 2031", "Ann Marsh"), ("Benches", None, "Bea Holt")]


def test_a_forward_plan_says_who_decides_when_and_under_which_number() -> None:
    text = """
Ref       Decision title          Decision maker    Date of decision     Contact officer
31/004    Parking charges         Cabinet           4 March 2031         Ann Marsh

31/007    Sale of the depot       Leader            Spring 2031          Bea Holt
"""
    first, second = plan(text)
    assert (first.reference, first.topic, first.decision_maker) == ("31/004", "Parking charges", "Cabinet")
    assert (first.date, first.meeting_date, first.lead) == ("4 March 2031", "2031-03-04", "Ann Marsh")
    assert (second.date, second.meeting_date) == ("Spring 2031", None)


def test_without_rules_a_row_begins_with_its_date_or_its_number() -> None:
    text = """
Meeting date    Item                    Officer
4 March 2031    Street trees and the    Ann Marsh
                use of grit
6 May 2031      Benches                 Bea Holt
"""
    assert [each.topic for each in plan(text)] == ["Street trees and the use of grit", "Benches"]


def test_heads_above_the_table_each_on_its_own_line_and_a_body_with_its_date() -> None:
    rows = ruled(
        """
▪ Parking charges       Cabinet, 2031/22 -
for the year            Cabinet Member for Parks
▪ Sale of the depot     Cabinet, 2031/23
""",
        0,
        24,
        60,
        rows=[2, 1],
    )
    body = paper((*lines("Topic/Decision\nPortfolio/Ref\nCabinet, 15 October 2031", sheet=1, top=10),), kind="work_programme")
    whole = Section("paper", "", (*body.lines, *(each for each in rows[0])), kind="work_programme", tables=(rows[1],))
    first, second = planned(whole)
    assert (first.topic, first.reference, first.lead) == ("Parking charges for the year", "2031/22", "Cabinet Member for Parks")
    assert (first.decision_maker, first.meeting_date) == ("Cabinet", "2031-10-15")
    assert (second.reference, second.lead) == ("2031/23", None)


def test_the_date_of_several_rows_may_stand_once() -> None:
    block, table = ruled(
        """
Meeting date   Item                Officer
4 March 2031   Street trees        Ann Marsh
               Benches             Bea Holt
""",
        0,
        15,
        35,
        55,
        rows=[1, 1, 1],
    )
    assert [each.date for each in planned(paper((block, table), kind="work_programme"))] == ["4 March 2031", "4 March 2031"]


def test_entries_with_bullets_in_one_cell_are_lines_of_their_own() -> None:
    block = ruled(
        """
Meeting date   Agenda items
4 March 2031   • Street trees and
               their roots
               • Benches
""",
        0,
        15,
        55,
        rows=[1, 3],
    )
    found = planned(paper(block, kind="work_programme"))
    assert [(each.topic, each.date) for each in found] == [
        ("Street trees and their roots", "4 March 2031"),
        ("Benches", "4 March 2031"),
    ]


def test_columns_that_are_dates_hold_what_is_planned_for_them() -> None:
    block = ruled(
        """
June 2031                 Sept 2031
Budget outturn            Flooding plan for the
Annual report             whole of the district
""",
        0,
        26,
        50,
        rows=[1, 2],
    )
    found = planned(paper(block, kind="work_programme"))
    assert [(each.topic, each.date) for each in found] == [
        ("Budget outturn", "June 2031"),
        ("Annual report", "June 2031"),
        ("Flooding plan for the whole of the district", "Sept 2031"),
    ]


def test_a_mark_beneath_a_date_plans_the_topic_of_its_row_for_it() -> None:
    block = ruled(
        """
Report              June      Sept      Lead
Risk register       X         X         Ann Marsh
Accounts                      X         Bea Holt
""",
        0,
        20,
        30,
        40,
        60,
        rows=[1, 1, 1],
    )
    found = planned(paper(block, kind="work_programme"))
    assert [(each.topic, each.date, each.lead) for each in found] == [
        ("Risk register", "June", "Ann Marsh"),
        ("Risk register", "Sept", "Ann Marsh"),
        ("Accounts", "Sept", "Bea Holt"),
    ]


def test_a_line_that_plans_nothing_is_none() -> None:
    assert plan("Topic                   Lead officer\nNo items currently scheduled            TBC") == ()


def test_a_record_of_what_was_done_is_no_plan() -> None:
    assert (
        plan("Item                    Date                Action taken\nBenches                 4 March 2031        Mended") == ()
    )


def test_a_block_of_labels_for_each_decision() -> None:
    text = """
Title of decision: Parking charges for
the year
Decision maker: Cabinet
Date of decision: 4 March 2031
Reasons: Expenditure
Lead officer: Ann Marsh

Title of decision: Sale of the depot
Decision maker: Leader
Date of decision: not before 6 May 2031
Wards affected: All
"""
    first, second = plan(text)
    assert (first.topic, first.decision_maker, first.lead) == ("Parking charges for the year", "Cabinet", "Ann Marsh")
    assert (first.date, first.meeting_date) == ("4 March 2031", "2031-03-04")
    assert (second.topic, second.date, second.meeting_date, second.lead) == (
        "Sale of the depot",
        "not before 6 May 2031",
        "2031-05-06",
        None,
    )


def test_the_head_of_a_report_on_the_programme_is_no_block() -> None:
    assert plan("Title: Work Programme\nDate: 4 March 2031\nThe Committee is asked to agree it.") == ()


def test_a_table_of_labels_and_values_is_such_a_block() -> None:
    form = ruled(
        """
Decision title        Parking charges
Decision maker        Cabinet
Decision due date     4 March 2031
Wards affected        All
""",
        0,
        22,
        50,
        rows=[1, 1, 1, 1],
    )
    (only,) = planned(paper(form, kind="work_programme"))
    assert (only.topic, only.decision_maker, only.date) == ("Parking charges", "Cabinet", "4 March 2031")


@pytest.mark.parametrize("heading", ["Cabinet, 4 March 2031", "Meeting of 4 March 2031", "Tuesday 4 March 2031", "4/3/2031"])
def test_a_list_beneath_a_date(heading: str) -> None:
    found = plan(f"Work Programme\n{heading}\n• Street trees and\n  their roots\n• Benches\nThe programme is kept under review.")
    assert [(each.topic, each.meeting_date) for each in found] == [
        ("Street trees and their roots", "2031-03-04"),
        ("Benches", "2031-03-04"),
    ]


def test_text_about_a_programme_plans_nothing() -> None:
    assert plan("The Committee agreed its programme on 4 March 2031.\n1. It met in May.\n2. It met in June.") == ()


# Plans that strangers drew


def test_a_topic_and_what_is_said_beneath_it_in_one_column() -> None:
    table = ruled(
        """
Title and brief description     Decision maker and date     Lead Member
Parking charges                 Cabinet                     Cllr Green
To set the charges for the      15 April 2031
year from July.
Allotment rules                 Cabinet Member for Parks    Cllr Oak
To adopt new rules.             Not before 2 June 2031
""",
        *(0, 32, 60, 75),
        rows=[1, 3, 2],
    )
    first, second = planned(paper(table, title="Forward Plan"))
    assert (first.topic, first.description) == ("Parking charges", "To set the charges for the year from July.")
    assert (first.decision_maker, first.date, first.meeting_date) == ("Cabinet", "15 April 2031", "2031-04-15")
    assert (second.decision_maker, second.date) == ("Cabinet Member for Parks", "Not before 2 June 2031")


def test_questions_may_be_the_labels() -> None:
    (found,) = plan("""
What is being decided: Sale of the depot
Who is taking the decision: Cabinet
When will the decision be taken: 15 April 2031
""")
    assert (found.topic, found.decision_maker, found.meeting_date) == ("Sale of the depot", "Cabinet", "2031-04-15")


def test_the_date_of_the_committee_is_a_date() -> None:
    (found,) = plan(
        "Committee date      Report                  Report author\n12 June 2031        Statement of accounts   Head of Audit"
    )
    assert (found.topic, found.date, found.decision_maker) == ("Statement of accounts", "12 June 2031", None)


def test_a_day_by_which_it_comes_is_not_its_day() -> None:
    (found,) = plan("Title of decision: Sale of the depot\nDecision maker: Cabinet\nDate of decision: By 6 May 2031")
    assert (found.date, found.meeting_date) == ("By 6 May 2031", None)


def test_a_column_for_the_type_of_scrutiny_is_one_of_the_others() -> None:
    (found,) = plan(
        "Item                    Lead                 Type of scrutiny\nSchool places           Head of Admissions   Pre-decision"
    )
    assert (found.topic, found.lead) == ("School places", "Head of Admissions")


def test_a_heading_above_a_block_is_its_topic_where_no_label_gives_one() -> None:
    first, second = plan("""
**Tree strategy**
Decision maker: Executive
Decision date: 8 July 2031
Key decision: Yes

**Grant to the museum**
Decision maker: Executive Member for Culture
Decision date: 9 September 2031
Key decision: No
""")
    assert (first.topic, first.decision_maker, first.meeting_date) == ("Tree strategy", "Executive", "2031-07-08")
    assert (second.topic, second.decision_maker) == ("Grant to the museum", "Executive Member for Culture")


def test_a_year_of_two_figures_is_read_where_nothing_but_a_date_can_stand() -> None:
    (found,) = plan("Meeting        Item                    Report author\n15 Apr 31      Budget outturn          Una Vance")
    assert found.meeting_date == "2031-04-15"


def test_a_planner_has_heads_of_its_own_and_says_what_came_of_each() -> None:
    planner = ruled(
        """
Report title      Minute reference or purpose of report    Update         Report author    Terms of reference
12 June 2031
Street trees      To approve the list of streets           Issued         Ann Marsh        1.1.3
""",
        *(0, 18, 59, 74, 91, 112),
        rows=[1, 1, 1],
    )
    found = planned(paper(planner, kind="work_programme", title="Parks Committee Business Planner"))
    assert told(found) == [("Street trees", "12 June 2031", "Ann Marsh")]


def test_a_meeting_may_be_numbered_and_the_last_to_decide_have_a_day_of_its_own() -> None:
    table = ruled(
        """
Topic             Lead Officer/s    Final decision-maker (& date)
Meeting 4 – 10 September 2031 at 2.00 pm
Street trees      Ann Marsh         Full Council, 3 December 2031
Benches           Bo Lee            This Committee
""",
        *(0, 18, 36, 70),
        rows=[1, 1, 1, 1],
    )
    found = planned(paper(table, kind="work_programme"))
    assert [(each.topic, each.decision_maker, each.meeting_date) for each in found] == [
        ("Street trees", "Full Council", "2031-09-10"),
        ("Benches", "This Committee", "2031-09-10"),
    ]


def test_a_row_whose_date_is_merged_with_the_one_above_keeps_its_columns() -> None:
    block, table = ruled(
        """
Meeting    Lead member     Item             Purpose
22 May     Cllr Green      1  Trees         To note
           Cllr Marsh      2  Benches       To comment
""",
        *(0, 11, 27, 30, 44, 60),
        rows=[1, 1, 1],
    )
    head, first, second = table.rows
    assert head[2] and head[3] and first[0] and second[0]
    head = (head[0], head[1], Box(head[2].x0, head[2].top, head[3].x1, head[2].bottom), None, head[4])
    first = (Box(first[0].x0, first[0].top, first[0].x1, second[0].bottom), *first[1:])
    merged = Table(table.sheet, table.box, (head, first, (None, *second[1:])))
    assert told(planned(paper((block, merged), kind="work_programme"))) == [
        ("Trees", "22 May", "Cllr Green"),
        ("Benches", "22 May", "Cllr Marsh"),
    ]


def test_a_head_in_the_plural_stands_over_several_reports_in_one_cell() -> None:
    table = ruled(
        """
Date of meeting    Reports                       Lead
12 June 2031       Street trees                  Ann Marsh
                   Benches                       Bo Lee
""",
        *(0, 19, 49, 70),
        rows=[1, 2],
    )
    assert told(planned(paper(table, kind="work_programme"))) == [
        ("Street trees", "12 June 2031", "Ann Marsh"),
        ("Benches", "12 June 2031", "Bo Lee"),
    ]
    wrapped = ruled(
        """
Date of meeting    Report                        Lead
12 June 2031       Street trees                  Ann Marsh
                   Benches                       Bo Lee
""",
        *(0, 19, 49, 70),
        rows=[1, 2],
    )
    assert len(planned(paper(wrapped, kind="work_programme"))) == 1


def test_who_will_decide_is_not_who_leads() -> None:
    plan = """
Decision               Decision due     Who will decide?    Contact
Street trees           22 April 2031    Cabinet             Ann Marsh
"""
    (line,) = planned(section(f"Forward Plan\n{plan}"))
    assert (line.decision_maker, line.lead) == ("Cabinet", "Ann Marsh")


BLOCKS = """
Matter for decision: The street trees
Decision making individual or body: Executive
Date on which or period within which decision is to be made: 16 May 2031
Documents to be submitted: Report
"""


def test_a_block_may_name_who_decides_and_when_as_the_law_does() -> None:
    (line,) = planned(section(BLOCKS, title="Forward Plan"))
    assert (line.topic, line.decision_maker, line.meeting_date) == ("The street trees", "Executive", "2031-05-16")


def test_half_of_a_ruled_table_s_heads_may_be_strange_where_the_others_are_certain() -> None:
    table = ruled(
        """
Strand          Item/Issue        Channel         Lead Officer    Intended outcomes
12 June 2031
Performance     Street trees      Slides          Ann Marsh       To count them
""",
        *(0, 16, 34, 50, 66, 86),
        rows=[1, 1, 1],
    )
    assert told(planned(paper(table, kind="work_programme"))) == [("Street trees", "12 June 2031", "Ann Marsh")]


TWO_FIELDS = """
Subject         Leisure operator   Decision Maker    Cabinet
Decision Date   4 November 2031    Lead Officer      Head of Leisure
Subject         Housing strategy   Decision Maker    Council
Decision Date   2 December 2031    Lead Officer      Head of Housing
"""


def test_a_row_of_a_block_may_hold_two_labels_each_beside_its_value() -> None:
    found = planned(paper(ruled(TWO_FIELDS, 0, 16, 35, 53, 70, rows=[1, 1, 1, 1]), kind="work_programme"))
    assert [(each.topic, each.decision_maker, each.meeting_date) for each in found] == [
        ("Leisure operator", "Cabinet", "2031-11-04"),
        ("Housing strategy", "Council", "2031-12-02"),
    ]


ASKED = """
**Local Plan: Publication Draft**

What is the decision?     To approve the draft plan.
Who will take it?         Cabinet
When?                     14 July 2031
Lead officer              Ann Marsh

**Sale of the Depot**

What is the decision?     To agree the sale.
Who will take it?         Cabinet
When?                     8 September 2031
Lead officer              Bea Holt
"""


def test_beneath_titles_what_is_decided_says_what_each_is_about() -> None:
    assert [(each.topic, each.description, each.decision_maker, each.lead) for each in plan(ASKED)] == [
        ("Local Plan: Publication Draft", "To approve the draft plan.", "Cabinet", "Ann Marsh"),
        ("Sale of the Depot", "To agree the sale.", "Cabinet", "Bea Holt"),
    ]


def test_without_a_title_over_each_what_is_decided_is_the_topic() -> None:
    assert [each.topic for each in plan(ASKED.replace("**Sale of the Depot**", ""))] == [
        "To approve the draft plan.",
        "To agree the sale.",
    ]


def test_rows_without_heads_beneath_a_date_say_what_comes_and_who_leads_on_it() -> None:
    text = "**9 June 2031**\nBus Partnership          Ruben Falk, Transport Lead\nPerformance              Head of Policy"
    _, table = ruled(text, 0, 25, 55, rows=[1, 1, 1])
    rows = Table(table.sheet, Box(table.box.x0, table.rows[1][0].top, table.box.x1, table.box.bottom), table.rows[1:])  # type: ignore[union-attr]
    found = planned(paper((lines(text), rows), kind="work_programme"))
    assert told(found) == [
        ("Bus Partnership", "9 June 2031", "Ruben Falk, Transport Lead"),
        ("Performance", "9 June 2031", "Head of Policy"),
    ]


CARDS = """
**Schedule of forthcoming decisions**

**1. Car Park Charges**
Details           To set the charges.
Decision by       Cabinet, 10 June 2031
Officer           Jess Holm

**2. Youth Strategy**
Details           To adopt the strategy.
Decision by       Council, 15 July 2031
Officer           Remy Tait
"""


def test_who_decides_and_when_may_be_one_field() -> None:
    assert [(each.decision_maker, each.date, each.meeting_date) for each in plan(CARDS)] == [
        ("Cabinet", "10 June 2031", "2031-06-10"),
        ("Council", "15 July 2031", "2031-07-15"),
    ]


def test_the_plan_s_own_name_is_none_of_its_lines() -> None:
    text = CARDS.replace("**1. Car Park Charges**", "").replace("**2. Youth Strategy**", "")
    assert plan(text) == ()


def test_who_leads_and_what_the_topic_is_about_stand_in_columns_of_their_own() -> None:
    text = """
Work programme
Date             Topic               Description & purpose          Lead officer     Contributors
4 March 2031     Dementia strategy   To examine the draft.          Ann Marsh        Health Board
"""
    (found,) = planned(section(text, kind="work_programme"))
    assert (found.topic, found.description, found.lead) == ("Dementia strategy", "To examine the draft.", "Ann Marsh")
    assert "Health Board" not in found.evidence[0].text


def test_who_contributes_leads_where_no_column_says_more() -> None:
    text = """
Work programme
Date             Topic               Reason for inclusion      Contributors
4 March 2031     Dementia strategy   Asked for by members      Ann Marsh
"""
    (found,) = planned(section(text, kind="work_programme"))
    assert (found.description, found.lead) == (None, "Ann Marsh")


LED = """
Meeting         Business                           Lead officer
4 March 2031    Moorings: Options for Repair       Bea Holtenbury
                Tree Strategy (findings of the     Ann Marshwood-Kell
                working group)
6 May 2031      Ferry fares, benches and the       Bea Holtenbury
                harbour wall                       Ann Marshwood-Kell
"""


def test_topics_begin_beside_whoever_leads_on_each() -> None:
    table = ruled(LED, 0, 16, 51, 70, rows=[1, 3, 2])
    found = planned(paper(lines("Work programme", top=30), table, kind="work_programme"))
    assert told(found)[:2] == [
        ("Moorings: Options for Repair", "4 March 2031", "Bea Holtenbury"),
        ("Tree Strategy (findings of the working group)", "4 March 2031", "Ann Marshwood-Kell"),
    ]
    assert [each.topic for each in found[2:]] == ["Ferry fares, benches and the harbour wall"]


def test_all_columns_and_persons_for_who_leads_are_told_apart() -> None:
    table = ruled(
        """
Topic           Who will be consulted     Portfolio holder         Lead officer
Moorings        Sailing clubs             Cllr Ada Thwaite         Bea Holt
                                                                   Head of Ports
                                                                   Joan Fell, Dredging Manager
""",
        0,
        16,
        42,
        67,
        100,
        rows=[1, 3],
    )
    (found,) = planned(paper(lines("Work programme", top=30), table, kind="work_programme"))
    assert found.lead == "Cllr Ada Thwaite; Bea Holt Head of Ports; Joan Fell, Dredging Manager"


BOTH_LEAD = """
**JANUARY 2031**
**Moorings**
Decision to be taken by: Cabinet
Date: 6 January 2031
Portfolio Holder: Cllr Ada Thwaite
Lead officer: Head of Ports

**Ferry Fares**
Decision to be taken by: Cabinet
Date: 20 January 2031
Portfolio Holder: Cllr Ada Thwaite
Lead officer: Transport Manager
"""


def test_a_block_may_name_the_member_and_the_officer_who_lead() -> None:
    assert told(plan(BOTH_LEAD)) == [
        ("Moorings", "6 January 2031", "Cllr Ada Thwaite; Head of Ports"),
        ("Ferry Fares", "20 January 2031", "Cllr Ada Thwaite; Transport Manager"),
    ]


@pytest.mark.parametrize("mark", "•▪➢□✓")
def test_the_entries_under_a_date_may_have_any_mark(mark: str) -> None:
    text = f"**Meeting: 12 June 2031**\n{mark} Moorings\n{mark} Ferry fares"
    assert [each.topic for each in plan(text)] == ["Moorings", "Ferry fares"]


def test_the_heads_of_an_action_log_side_by_side_make_no_plan() -> None:
    log = """
    Outstanding actions
    Date of meeting     Agenda item      Action required     Officer
    4 March 2031        Moorings         Mend the quay       Bea Holt
    """
    assert planned(section(log, kind="tracker")) == ()


def test_the_day_of_the_meeting_beneath_its_month_is_no_topic() -> None:
    table = ruled(
        """
June                     July
Meeting 17 June          Meeting 15 July at 10
Moorings                 Ferry fares
""",
        0,
        25,
        50,
        rows=[1, 1, 1],
    )
    found = planned(paper(lines("Work Schedule", top=30), table, kind="work_programme"))
    assert [(each.topic, each.date) for each in found] == [("Moorings", "June"), ("Ferry fares", "July")]
