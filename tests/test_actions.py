"""Actions that a body asked for: logs of actions, and the tables of actions in a tracker of recommendations."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section

from agendapack.layout import Section
from agendapack.stages.actions import actions
from agendapack.stages.respond import respond

TRACKER = ruled(
    """
Meeting     Item            Action                      Responsible     Last        Update
date                                                    person          reviewed
4 May 2031  Street trees    The number of trees in each Ann Marsh       2 June 2031 Sent to members
                            ward to be sent to members.                             in May.
4 May 2031  Benches         Costs to be shared.         Cllr Green
""",
    0,
    12,
    28,
    56,
    72,
    84,
    102,
    rows=[2, 2, 1],
)


def texts(found: Section) -> list[str]:
    return [action.text for action in actions(found)]


def test_a_row_of_a_tracker_of_actions_is_an_action() -> None:
    first, second = actions(paper(TRACKER))
    assert first.text == "The number of trees in each ward to be sent to members."
    assert (first.meeting_date, first.item) == ("2031-05-04", "Street trees")
    assert (first.owner, first.reviewed) == ("Ann Marsh", "2031-06-02")
    assert (first.update, first.status, first.status_text) == ("Sent to members in May.", "none", None)
    assert (second.text, second.owner, second.update, second.reviewed) == ("Costs to be shared.", "Cllr Green", None, None)


def test_the_evidence_is_the_row() -> None:
    words = " ".join(each.text for each in actions(paper(TRACKER))[1].evidence)
    assert "Costs to be shared." in words
    assert "Cllr Green" in words
    assert "members" not in words


def test_a_table_of_actions_behind_one_of_recommendations_is_not_its_rest() -> None:
    heads = "Date        Item            Recommendation              Responsible     Last        Update/response"
    first = ruled(
        f"{heads}\n4 May 2031  Trees           That trees are planted      Cllr Green      2 June 2031 Accepted",
        0,
        12,
        28,
        56,
        72,
        84,
        102,
        rows=[1, 1],
    )
    both = paper(first, lines("Actions", sheet=2), (lines(""), TRACKER[1]))
    assert [each.recommendation for each in respond(both)] == ["That trees are planted"]


@pytest.mark.parametrize(
    "above",
    ["Action log", "Actions arising from the last meeting", "Matters arising", "Outstanding actions"],
)
def test_a_log_under_its_own_heading(above: str) -> None:
    log = """
Min no    Action                      Owner           Deadline        Status
12/31     Write to the Board          Clerk           30 June 2031    Open
14/31     Mend the gate               Cllr Green      by August       Complete
"""
    first, second = actions(section(f"{above}\n{log}"))
    assert (first.text, first.owner, first.due, first.due_date) == ("Write to the Board", "Clerk", "30 June 2031", "2031-06-30")
    assert (second.due, second.due_date, second.status, second.status_text) == ("by August", None, "none", "Complete")


def test_a_plan_of_actions_is_no_log() -> None:
    plan = "Action                      Lead            Timescale\nPlant more trees            Parks           2032"
    assert texts(section(f"Tree Strategy: delivery\n{plan}")) == []
    assert texts(section(f"Action plan\n{plan}")) == []
    assert texts(section(plan, kind="tracker")) == ["Plant more trees"]


def test_a_date_before_the_action_is_the_meeting_s_and_one_behind_it_the_day_by_which_it_is_due() -> None:
    log = "Date          Action                Who        Date\n4 May 2031    Mend the gate         Clerk      9 May 2031"
    (action,) = actions(section(f"Action log\n{log}"))
    assert action.meeting_date == "2031-05-04"
    before, behind = "Date          Action                Who", "Action                Who        Date"
    (first,) = actions(section(f"Action log\n{before}\n4 May 2031    Mend the gate         Clerk"))
    (second,) = actions(section(f"Action log\n{behind}\nMend the gate         Clerk      9 May 2031"))
    assert (first.meeting_date, first.due_date) == ("2031-05-04", None)
    assert (second.meeting_date, second.due_date) == (None, "2031-05-09")


OWNERS_AND_DAYS = {
    "a comma": ("Ann Marsh, 9 May 2031", ("Ann Marsh", "9 May 2031", "2031-05-09")),
    "by": ("Ann Marsh by 9 May 2031", ("Ann Marsh", "by 9 May 2031", "2031-05-09")),
    "brackets": ("Clerk (9 May 2031)", ("Clerk", "9 May 2031", "2031-05-09")),
    "the day first": ("9 May 2031 – Clerk", ("Clerk", "9 May 2031", "2031-05-09")),
    "a day alone": ("9 May 2031", (None, "9 May 2031", "2031-05-09")),
    "a season, of which nobody knows the day": ("Clerk, spring 2031", ("Clerk", "spring 2031", None)),
    "a month": ("Ann Marsh – by April 2032", ("Ann Marsh", "by April 2032", None)),
    "no time that is one": ("Clerk, as soon as can be", ("Clerk, as soon as can be", None, None)),
    "two of each": ("Ann, 9 May 2031; Ben, 2 June 2031", ("Ann, 9 May 2031; Ben, 2 June 2031", None, None)),
    "words on both sides": ("Clerk 9 May 2031 then Ben", ("Clerk 9 May 2031 then Ben", None, None)),
}


@pytest.mark.parametrize("head", ["Officer and due date", "Owner / Timescale", "Who (by when)"])
@pytest.mark.parametrize(("cell", "expected"), OWNERS_AND_DAYS.values(), ids=OWNERS_AND_DAYS)
def test_one_column_for_who_and_by_when_is_divided_where_the_day_is_plain(
    head: str, cell: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    log = ruled(f"Action          {head}\nMend the gate   {cell}", 0, 16, 56, rows=[1, 1])
    (action,) = actions(paper(log, kind="tracker"))
    assert (action.owner, action.due, action.due_date) == expected


def test_a_day_beside_an_owner_stays_where_the_head_asks_for_none() -> None:
    log = ruled("Action          Owner\nMend the gate   Clerk, 9 May 2031", 0, 16, 56, rows=[1, 1])
    (action,) = actions(paper(log, kind="tracker"))
    assert (action.owner, action.due) == ("Clerk, 9 May 2031", None)


def test_a_column_for_both_is_divided_by_the_words() -> None:
    log = ruled(
        """
Meeting date   Recommendation / Action           Owner       Update
4 May 2031     That the Council plants trees     Cllr Green  Agreed. Work begins.
4 May 2031     Figures for May to be sent        Clerk       Done
""",
        0,
        15,
        49,
        61,
        90,
        rows=[1, 1, 1],
    )
    assert [each.recommendation for each in respond(paper(log))] == ["That the Council plants trees"]
    assert [(each.text, each.update) for each in actions(paper(log))] == [("Figures for May to be sent", "Done")]


def test_rows_under_the_banner_of_a_meeting_are_of_that_meeting() -> None:
    block, table = ruled(
        """
Action                      Owner           Status
Meeting of 4 May 2031
Write to the Board          Clerk           Open
Meeting of 8 June 2031
Mend the gate               Cllr Green      Open
""",
        0,
        28,
        44,
        60,
        rows=[1, 1, 1, 1, 1],
    )
    rows = list(table.rows)
    for n in (1, 3):
        first, *_, last = rows[n]
        assert first and last
        rows[n] = (type(first)(first.x0, first.top, last.x1, first.bottom), None, None)
    log = paper((block, type(table)(table.sheet, table.box, tuple(rows))), kind="tracker")
    assert [(each.text, each.meeting_date) for each in actions(log)] == [
        ("Write to the Board", "2031-05-04"),
        ("Mend the gate", "2031-06-08"),
    ]


def test_a_meeting_whose_cell_is_merged_with_the_one_above_holds_for_the_row() -> None:
    block, table = ruled(
        """
Meeting date  Action                      Owner
4 May 2031    Write to the Board          Clerk
              Mend the gate               Cllr Green
""",
        0,
        14,
        42,
        60,
        rows=[1, 1, 1],
    )
    head, first, (_, *rest) = table.rows
    merged = type(table)(table.sheet, table.box, (head, first, (None, *rest)))
    assert [each.meeting_date for each in actions(paper((block, merged)))] == ["2031-05-04", "2031-05-04"]


def test_a_row_of_which_only_the_dates_stand_on_the_sheet_goes_on_overleaf() -> None:
    heads = "Meeting date  Action                      Last reviewed"
    sides = (0, 14, 42, 60)
    first = ruled(
        f"{heads}\n4 May 2031    Write to the Board          2 June 2031\n8 June 2031                               9 July 2031",
        *sides,
        rows=[1, 1, 1],
    )
    second = ruled("              Mend the gate", *sides, rows=[1], sheet=2)
    found = actions(paper(first, second))
    assert [(each.text, each.meeting_date, each.reviewed) for each in found] == [
        ("Write to the Board", "2031-05-04", "2031-06-02"),
        ("Mend the gate", "2031-06-08", "2031-07-09"),
    ]


def test_minutes_give_none() -> None:
    assert actions(paper(TRACKER, where="minutes")) == ()


def test_of_two_columns_for_the_business_one_may_give_its_number_alone() -> None:
    log = """
Agenda Item    Title of Report/ Description    Action             Responsible Officer
7.             Street trees                    Write to Ann       Bo Lee

8.             Benches                         Mend the bench     Ann Marsh
"""
    assert [each.item for each in actions(section(f"Action Sheet\n{log}"))] == ["Street trees", "Benches"]


@pytest.mark.parametrize("head", ["Request", "Information requested", "Decision / Action", "Task", "Description of action"])
def test_what_a_meeting_asked_for_has_many_names(head: str) -> None:
    log = f"{head:<28}Councillor      Due date\nWrite to the Board          Green           May 2031"
    (action,) = actions(section(f"Action tracker\n{log}"))
    assert (action.text, action.owner, action.due) == ("Write to the Board", "Green", "May 2031")


def test_recommendations_and_requests_in_one_column_are_told_apart() -> None:
    log = """
Item            Recommendation / Request            Response / Progress    Status (Open/Closed)

Street trees    That trees be planted               Accepted.              Closed

Benches         Officers to count the benches       Figures are due.       Open
"""
    (action,) = actions(section(f"Recommendation Tracker\n{log}"))
    assert (action.text, action.status_text) == ("Officers to count the benches", "Open")


@pytest.mark.parametrize("above", ["Outstanding Business Statement", "Log of Actions and Requests", "Outstanding references"])
def test_a_log_goes_by_other_names(above: str) -> None:
    log = """
#    What was asked           Who          Where are we?
1    Write to the Board       Ann Marsh    Closed – sent in May
"""
    (action,) = actions(section(f"{above}\n{log}"))
    assert (action.text, action.owner, action.update) == ("Write to the Board", "Ann Marsh", "Closed – sent in May")


NUMBERED = """
Meeting     Item    Action                      Owner            Update
4 May 2031  Buses   1. To circulate the table.  1. Tobias Renn   1. Done.
                    2. To invite the operator.  2. Lena Hurst    2. Invited to
                                                                 June.
"""


def test_several_numbered_actions_in_a_cell_are_each_its_owner_s() -> None:
    found = actions(paper(ruled(NUMBERED, 0, 12, 20, 48, 65, 84, rows=[1, 3])))
    assert [(each.text, each.owner, each.update) for each in found] == [
        ("To circulate the table.", "Tobias Renn", "Done."),
        ("To invite the operator.", "Lena Hurst", "Invited to June."),
    ]
    assert {(each.meeting_date, each.item) for each in found} == {("2031-05-04", "Buses")}


def test_numbered_actions_whose_owners_are_not_numbered_stay_one_row() -> None:
    text = NUMBERED.replace("1. Tobias", "   Tobias").replace("2. Lena", "   Lena").replace("1. Done.", "   Done.")
    (one,) = actions(paper(ruled(text.replace("2. Invited", "   Invited"), 0, 12, 20, 48, 65, 84, rows=[1, 3])))
    assert one.owner == "Tobias Renn Lena Hurst"


CARDS = """
Action: To publish the register.
Lead: Monitoring Officer
Due: 30 June 2031
Progress: Published on 12 June.

Action: To tender the works.
Lead: Head of Access
Due: May
Progress: Not begun.
"""


def test_a_card_of_labels_may_follow_each_action() -> None:
    first, second = actions(section(CARDS))
    assert (first.text, first.owner, first.due_date, first.update) == (
        "To publish the register.",
        "Monitoring Officer",
        "2031-06-30",
        "Published on 12 June.",
    )
    assert (second.owner, second.due, second.due_date) == ("Head of Access", "May", None)


def test_what_is_asked_for_may_be_a_request_and_its_response() -> None:
    text = CARDS.replace("Action", "Request").replace("Progress", "Response").replace("Due", "Status")
    assert [each.update for each in actions(section(text))] == ["Published on 12 June.", "Not begun."]


@pytest.mark.parametrize(
    "text",
    [
        CARDS.partition("\n\n")[0],  # one block alone
        CARDS.replace("Progress", "Cost").replace("Lead", "Reason"),  # nothing that follows it up
        f"Recommendation 1: That trees be planted.\nResponse: Accepted.\n{CARDS}",  # what answers a recommendation
    ],
)
def test_labels_that_follow_nothing_up_make_no_action(text: str) -> None:
    assert actions(section(text)) == ()


MATTERS = """
**Licensing Committee – Matters Outstanding**

**Date**        **Matter**                        **Lead**        **Position**

14 Jan 2031     Officers to report on taxis        Rory Blaine     A survey was held.

10 Mar 2031     Write to the Police on spiking    Ines Holt       Letter sent.
"""


def test_a_list_of_what_is_outstanding_may_call_it_a_matter() -> None:
    assert [(each.text, each.owner, each.update, each.meeting_date, each.item) for each in actions(section(MATTERS))] == [
        ("Officers to report on taxis", "Rory Blaine", "A survey was held.", "2031-01-14", None),
        ("Write to the Police on spiking", "Ines Holt", "Letter sent.", "2031-03-10", None),
    ]


def test_a_column_of_matters_is_followed_up_only_where_the_heading_says_so() -> None:
    assert actions(section(MATTERS.replace("Matters Outstanding", "Taxi Survey"))) == ()


def test_an_outstanding_matter_may_have_a_card() -> None:
    text = CARDS.replace("Action", "Matter").replace("Lead", "Officer").replace("Progress", "Update")
    assert [(each.text, each.owner) for each in actions(section(text))] == [
        ("To publish the register.", "Monitoring Officer"),
        ("To tender the works.", "Head of Access"),
    ]


def test_a_column_for_status_and_update_tells_the_status_first() -> None:
    table = ruled(
        """
Action                  Owner          Due            Status / update
Share the costs.        Ann Marsh      5 June 2031    Complete – the costs were sent on 2 May.
Mend the gate.          Cllr Green     6 June 2031    In progress
Write to the owner.     Clerk          7 June 2031    A letter has been drafted and is with the Chair.
""",
        *(0, 24, 39, 54, 104),
        rows=[1, 1, 1, 1],
    )
    found = actions(paper(table, title="Action log"))
    assert [(each.status_text, each.update) for each in found] == [
        ("Complete", "the costs were sent on 2 May."),
        ("In progress", None),
        (None, "A letter has been drafted and is with the Chair."),
    ]
