"""Deadlines: what is due, from whom, by when, and by which rule."""

from __future__ import annotations

import pytest
from builders import section

from agendapack.records import Deadline, Recommendation
from agendapack.stages.deadlines import Meeting, deadlines

CABINET = Meeting("2031-03-18", "Cabinet", "England")
PANEL = Meeting("2031-03-18", "Parks Scrutiny Panel", "England")


def found(
    text: str, *, kind: str = "scrutiny_report", meeting: Meeting = CABINET, answered: bool = False
) -> tuple[Deadline, ...]:
    return deadlines(section(text, kind=kind), meeting, answered=answered)


def one(text: str, *, kind: str = "scrutiny_report", meeting: Meeting = CABINET, answered: bool = False) -> Deadline:
    (deadline,) = found(text, kind=kind, meeting=meeting, answered=answered)
    return deadline


def recommended(text: str, *, kind: str = "report", meeting: Meeting = CABINET) -> tuple[Deadline, ...]:
    return deadlines(section("A report", kind=kind), meeting, (Recommendation(label="1", text=text),))


ASKED = """
In accordance with section 9FE of the Local Government Act 2000, the Panel
requires that, within two months of the consideration of this report, the
Cabinet publish a response to it.
"""


def test_a_duty_to_answer_within_a_period() -> None:
    deadline = one(ASKED)
    assert (deadline.what, deadline.who, deadline.period) == ("response", "Cabinet", "two months")
    assert (deadline.statute, deadline.nation) == ("section 9FE of the Local Government Act 2000", "England")
    assert (deadline.date, deadline.computed) == (None, "2031-05-18")
    assert deadline.text.startswith("In accordance with section 9FE")
    assert deadline.evidence[0].rule == "deadlines.give-response"


def test_the_health_scrutiny_regulations_name_whoever_is_responsible() -> None:
    deadline = one("""
    The Health and Social Care Act 2012 and the Local Authority (Public Health, Health and Wellbeing
    Boards and Health Scrutiny) Regulations 2013 provide that the committee may require a response from
    the responsible person to whom it has made the report and that person must respond in writing
    within 28 days of the request.
    """)
    assert (deadline.who, deadline.period, deadline.computed) == ("responsible person", "28 days", "2031-04-15")
    assert deadline.statute is not None
    assert deadline.statute.startswith("Health and Social Care Act 2012 and the Local Authority (Public Health")
    assert deadline.statute.endswith("Regulations 2013")
    assert deadline.nation == "England"


def test_a_provision_of_another_nation_than_the_council_s_has_no_nation() -> None:
    text = "Under section 21B of the Local Government Act 2000 the Executive must respond to the report within two months."
    assert one(text, meeting=Meeting("2031-03-18", "Cabinet", "Wales")).nation == "Wales"
    assert one(text, meeting=CABINET).nation is None


def test_a_sentence_that_goes_on_is_told_with_the_one_before_it() -> None:
    deadline = one("""
    Under section 9FE, committees must require the Executive to respond to a report. Such a
    response must be provided within two months from the date on which it is requested.
    """)
    assert (deadline.who, deadline.statute, deadline.period) == ("Executive", "section 9FE", "two months")
    assert deadline.text.startswith("Under section 9FE, committees")


# By when


@pytest.mark.parametrize(
    ("words", "period", "computed"),
    [
        ("within 28 days", "28 days", "2031-04-15"),
        ("within 28 (twenty-eight) days of the request", "28 (twenty-eight) days", "2031-04-15"),
        ("within two calendar months of receipt", "two calendar months", "2031-05-18"),
        ("within six weeks of this meeting", "six weeks", "2031-04-29"),
        ("within two months beginning with the date on which it is received", "two months", "2031-05-17"),
        ("within ten working days", "ten working days", "2031-04-01"),
        ("within 20 working days", "20 working days", "2031-04-17"),
        ("within ten working days beginning with the day of receipt", "ten working days", None),
        ("within thirty school days", "thirty school days", None),
        ("within five clear working days of receipt", "five clear working days", None),
        ("within two months of the end of the pilot", "two months", None),
        ("at its next meeting", "its next meeting", None),
        ("by the end of May 2031", "the end of May 2031", None),
    ],
)
def test_periods(words: str, period: str, computed: str | None) -> None:
    deadline = one(f"The Cabinet must respond to this report {words}.")
    assert (deadline.period, deadline.date, deadline.computed) == (period, None, computed)


@pytest.mark.parametrize(
    ("start", "words", "computed"),
    [
        ("2031-12-31", "two months", "2032-02-29"),
        ("2031-01-31", "one month", "2031-02-28"),
        ("2031-11-05", "3 months", "2032-02-05"),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_its_last(start: str, words: str, computed: str) -> None:
    deadline = one(f"The Cabinet must respond within {words}.", meeting=Meeting(start, "Cabinet", None))
    assert deadline.computed == computed


@pytest.mark.parametrize(
    "words",
    [
        "by 5 May 2031",
        "no later than 5.00 pm on Monday 5 May 2031",
        "by close of business on the 5th May 2031",
        "before 05/05/2031",
    ],
)
def test_a_day_as_printed(words: str) -> None:
    deadline = one(f"The Cabinet is asked to respond to this report {words}.")
    assert (deadline.who, deadline.date, deadline.computed) == ("Cabinet", "2031-05-05", None)


def test_a_day_that_is_no_last_day_is_none() -> None:
    assert found("The Cabinet must respond to the report of 5 May 2031.") == ()


# What a period runs from

REQUESTED = "The Cabinet must respond within two months of the date on which it is requested.\n\nDate response requested:"


def test_a_period_is_not_reckoned_from_the_meeting_of_those_who_ask() -> None:
    assert one(ASKED, meeting=PANEL).computed is None


def test_a_period_is_not_reckoned_from_the_meeting_to_which_the_answers_come() -> None:
    text = "The Cabinet must respond within two months of the request."
    assert one(text, kind="response_pro_forma", answered=True).computed is None
    assert one(text, kind="response_pro_forma").computed == "2031-05-18"


def test_a_form_says_itself_when_the_answer_was_asked_for() -> None:
    assert one(f"{REQUESTED} 4 February 2031", kind="response_pro_forma", answered=True).computed == "2031-04-04"


def test_a_day_of_request_that_cannot_be_read_leaves_the_period_open() -> None:
    assert one(f"{REQUESTED} 218 February 2031", kind="response_pro_forma").computed is None


# Two places


def test_a_period_in_a_sentence_and_the_day_in_a_field_are_one_deadline() -> None:
    deadline = one("The Cabinet must respond within 28 days of the request.\n\nDeadline for response: Tuesday 15th April 2030")
    assert (deadline.date, deadline.computed) == ("2030-04-15", "2031-04-15")
    assert deadline.text.endswith("of the request. Deadline for response: Tuesday 15th April 2030")
    assert len(deadline.evidence) == 1 or deadline.evidence[1].rule == "deadlines.field-response"


def test_what_is_said_again_is_one_deadline() -> None:
    assert len(found(f"{ASKED}\n\nLEGAL IMPLICATIONS\n\n{ASKED}")) == 1


def test_two_who_are_asked_are_two_deadlines() -> None:
    text = "The Cabinet must respond to this report within two months.\n\nThe Health Board must respond to it within 28 days."
    assert [(each.who, each.period) for each in found(text)] == [("Cabinet", "two months"), ("Health Board", "28 days")]


# What is none


@pytest.mark.parametrize(
    "text",
    [
        "The service must respond to complaints within ten working days.",
        "Residents were asked to respond to the consultation by 5 May 2031.",
        "The Cabinet was required to respond by 5 May 2031.",
        "The Cabinet responded within two months.",
        "The service will be in place by 5 May 2031.",
        "The Cabinet must respond to this report.",
    ],
)
def test_no_deadline(text: str) -> None:
    assert found(text) == ()


def test_elsewhere_than_in_a_paper_of_scrutiny_the_sentence_has_to_speak_of_these_recommendations() -> None:
    assert found("The Cabinet must respond to reports of scrutiny within two months.", kind="plan_or_strategy") == ()
    assert one("The Cabinet must respond to the Panel's recommendations within two months.", kind="report").period == "two months"


@pytest.mark.parametrize("kind", ["minutes", "tracker", "work_programme"])
def test_papers_that_tell_what_was_asked_elsewhere_have_none(kind: str) -> None:
    assert found(ASKED, kind=kind) == ()


# Coming back with a report


def test_a_recommendation_to_come_back_with_a_report() -> None:
    (deadline,) = recommended("asks the Director of Parks to report back to the Panel within six months.")
    assert (deadline.what, deadline.who, deadline.period) == ("report", "Director of Parks", "six months")
    assert deadline.computed == "2031-09-18"


@pytest.mark.parametrize(
    ("text", "period", "date"),
    [
        ("That a progress report be brought back in six months' time.", "six months", None),
        ("That officers provide the Committee with an update by 5 May 2031.", None, "2031-05-05"),
        ("That an update on the pilot be provided to the next meeting of the Panel.", "the next meeting", None),
        ("That the Director report back to the next meeting.", "the next meeting", None),
    ],
)
def test_reports_that_are_due(text: str, period: str | None, date: str | None) -> None:
    deadlines_ = recommended(text)
    assert [(each.period, each.date) for each in deadlines_] == [(period, date)]


@pytest.mark.parametrize(
    "text", ["Agree to plant 200 trees by 5 May 2031.", "That the scheme be in place within six months.", "Note the report."]
)
def test_the_day_by_which_a_recommendation_is_to_be_carried_out_is_no_deadline(text: str) -> None:
    assert recommended(text) == ()


# Call-in


CALL_IN = "Deadline for call-in: 5.00 pm on Tuesday 25 March 2031"


@pytest.mark.parametrize("kind", ["report", "minutes"])
def test_until_when_a_decision_can_be_called_in(kind: str) -> None:
    deadline = one(CALL_IN, kind=kind)
    assert (deadline.what, deadline.date) == ("call-in", "2031-03-25")


@pytest.mark.parametrize("text", ["Date call-in received: 24 March 2031", "The call-in was considered on 24 March 2031."])
def test_a_call_in_that_has_come_is_no_deadline(text: str) -> None:
    assert deadlines(section(text, kind="report"), CABINET) == ()


def test_front_sheets_say_only_until_when_a_decision_can_be_called_in() -> None:
    (deadline,) = deadlines(section(f"{ASKED}\n\n{CALL_IN}", where="front"), CABINET)
    assert deadline.what == "call-in"


def test_a_decision_that_was_called_in_is_reconsidered_within_a_period() -> None:
    deadline = one("If it is referred back, the Cabinet shall reconsider the decision within ten working days.")
    assert (deadline.what, deadline.who, deadline.period, deadline.computed) == (
        "reconsideration",
        "Cabinet",
        "ten working days",
        None,
    )


# Other laws


def test_an_auditor_s_recommendations_are_considered_within_a_period() -> None:
    text = """
    Under Schedule 7 of the Local Audit and Accountability Act 2014 the Council must consider the
    recommendations at a meeting held within one month of receiving them.
    """
    deadline = one(text, kind="report")
    assert (deadline.what, deadline.who, deadline.period) == ("consideration", "Council", "one month")
    assert deadline.statute == "Schedule 7 of the Local Audit and Accountability Act 2014"


def test_the_council_s_own_rules_are_named() -> None:
    deadline = one(
        "Under Scrutiny Procedure Rule 10.3(b) the Cabinet shall respond to the Panel within eight weeks of receiving it."
    )
    assert (deadline.statute, deadline.nation, deadline.who) == ("Scrutiny Procedure Rule 10.3(b)", None, "Cabinet")


# Words for an answer


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("That the Cabinet publish its answer to this report by 30 May 2031.", "Cabinet"),
        ("The Cabinet is asked to answer the recommendations by 30 May 2031.", "Cabinet"),
        ("The Executive must set out its response to this report by 30 May 2031.", "Executive"),
        ("The Cabinet is required to indicate whether it accepts the recommendations by 30 May 2031.", "Cabinet"),
        ("The Cabinet is to tell the Committee by 30 May 2031 which recommendations it accepts.", "Cabinet"),
        ("The Cabinet Member is asked to provide feedback to the Committee by 30 May 2031.", "Cabinet Member"),
        ("The Cabinet's answer must be published by 30 May 2031.", "Cabinet"),
        ("A response to the recommendations is due from the Cabinet on 30 May 2031.", "Cabinet"),
        ("The Cabinet has until 30 May 2031 to respond to the recommendations.", "Cabinet"),
        ("The Executive's response should come to the meeting of the Panel on 30 May 2031.", "Executive"),
        ("The Panel looks for an answer by 30 May 2031.", None),
        ("The two-month period for a response ends on 30 May 2031.", None),
        ("We ask that you let us have your response by 30 May 2031.", None),
    ],
)
def test_an_answer_is_asked_for_in_many_words(text: str, who: str | None) -> None:
    deadline = one(text)
    assert (deadline.what, deadline.who, deadline.date) == ("response", who, "2031-05-30")


@pytest.mark.parametrize(
    "text",
    [
        "The service is to answer questions of residents by 30 May 2031.",
        "The Cabinet answered the recommendations by 30 May 2031.",
        "The Council will tell residents by 30 May 2031 which bins are emptied.",
        "The deadline for applications is 30 May 2031.",
    ],
)
def test_what_is_no_answer_to_scrutiny(text: str) -> None:
    assert found(text) == ()


def test_the_mark_of_a_footnote_does_not_hide_the_end_of_a_sentence() -> None:
    for mark in ("¹", "2", ""):
        text = f"The Cabinet must respond to the report within two months.{mark} Those who respond may do so at a meeting."
        assert one(text).text == f"The Cabinet must respond to the report within two months.{mark}"


def test_a_limb_begins_with_what_is_recommended() -> None:
    (deadline,) = recommended("respond to the three recommendations of the working group by 30 June 2031.")
    assert (deadline.what, deadline.date) == ("response", "2031-06-30")


def test_a_report_that_is_requested_is_due() -> None:
    (deadline,) = recommended("Requests a further report in November 2031 with certified costs.")
    assert (deadline.what, deadline.who, deadline.period) == ("report", None, "November 2031")


# From whom


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Each responsible authority must, within 28 days of receiving this report, respond in writing.",
            "Each responsible authority",
        ),
        ("The Panel requires the Executive to consider the report, and respond to it within 28 days.", "Executive"),
        (
            "The Panel tasks the Cabinet Member for Parks to prepare a written response within 28 days.",
            "Cabinet Member for Parks",
        ),
        ("A response from the Mayor is required within 28 days.", "Mayor"),
        ("I would be grateful for your response to this report by Tuesday 25 March 2031.", None),
    ],
)
def test_whoever_is_asked(text: str, who: str | None) -> None:
    assert one(text).who == who


def test_a_limb_does_not_run_on_into_the_next_one() -> None:
    deadline = one("""
    1.  The Cabinet is RECOMMENDED to

        a)  agree to respond to this report within two months; and

        b)  agree that officers tell the Panel every six months what has been done.
    """)
    assert deadline.text == "agree to respond to this report within two months; and"
