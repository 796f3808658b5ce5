"""Decisions in minutes, notices of decisions and records of decisions: what counts as one, its text, and what is known of it."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled, section
from msgspec.structs import replace

from agendapack.layout import Section
from agendapack.records import Decision, Outcome
from agendapack.stages.decide import decide
from agendapack.stages.decide_people import movers, owner_of
from agendapack.stages.decide_titles import under_heads
from agendapack.stages.decide_words import outcome_of, sentences
from agendapack.stages.recommend import recommend


def decided(text: str, *, where: str = "minutes", title: str = "", kind: str = "") -> tuple[Decision, ...]:
    """The decisions in the text of one minute."""
    return decide(section(text, where=where, title=title, kind=kind))


def told(text: str, **how: str) -> list[str]:
    """Each decision as "label|text", its limbs after it."""
    return [line for each in decided(text, **how) for line in _told(each)]


def _told(decision: Decision) -> list[str]:
    label = f"{decision.label}|" if decision.label else ""
    return [f"{label}{decision.text}", *(line for child in decision.children for line in _told(child))]


# ---- stems -----------------------------------------------------------------------------------------------------------

STEMS = {
    "a stem and a colon": ("RESOLVED: That the report be noted.", "the report be noted."),
    "a stem and a dash": ("RESOLVED – that the report be noted.", "the report be noted."),
    "a stem with a slash": ("RESOLVED/- To note the report.", "note the report."),
    "with how the vote went": ("Resolved (nem con) that the fees be frozen.", "the fees be frozen."),
    "with how many voted": ("RESOLVED: (For: 25, Against: 12, Abstain: 3) That the fees be frozen.", "the fees be frozen."),
    "letters set apart": ("RESOLVED – T H A T the report be noted.", "the report be noted."),
    "as police authorities order": ("ORDERED that the report be noted.", "the report be noted."),
    "impersonal": ("It was RESOLVED that the fees be frozen.", "the fees be frozen."),
    "unanimous": ("It was unanimously agreed to buy a bench.", "buy a bench."),
    "agreed": ("AGREED: to buy a bench.", "buy a bench."),
    "agreed, in small letters": ("Agreed that a bench be bought.", "a bench be bought."),
    "to another body": (
        "RESOLVED to recommend to Council that the plan be adopted.",
        "recommend to Council that the plan be adopted.",
    ),
    "after a clause": ("Following a debate, it was agreed to buy a bench.", "buy a bench."),
    "in capitals at the end of a sentence that leads up to it": (
        "It was proposed by Councillor Marsh, seconded by Councillor Vale and RESOLVED that the gate be mended.",
        "the gate be mended.",
    ),
    "the noun": ("There was unanimous agreement to support this application.", "support this application."),
    "in Welsh": ("PENDERFYNWYD derbyn yr adroddiad.", "derbyn yr adroddiad."),
    "in Welsh, unanimous": ("Penderfynwyd yn unfrydol: derbyn yr adroddiad.", "derbyn yr adroddiad."),
    "a heading on the line": ("Decision: Approved subject to conditions.", "Approved subject to conditions."),
    "a heading and a dash": ("DECISION – GRANT permission.", "GRANT permission."),
    "a resolution behind its heading": ("Decision taken: It was agreed that the fees be frozen.", "the fees be frozen."),
}


@pytest.mark.parametrize(("text", "expected"), STEMS.values(), ids=STEMS)
def test_a_stem_says_that_a_decision_follows_and_is_no_part_of_it(text: str, expected: str) -> None:
    assert told(text) == [expected]


BODIES = {
    "agreed to": ("The Committee agreed to note the report.", "note the report.", "Committee"),
    "agreed a thing": (
        "The Committee agreed the minutes of the last meeting.",
        "agreed the minutes of the last meeting.",
        "Committee",
    ),
    "noted a paper": ("The Board noted the report.", "noted the report.", "Board"),
    "noted, in capitals": ("The Panel NOTED the progress made.", "NOTED the progress made.", "Panel"),
    "noted somebody's paper": ("The Council noted the Clerk’s report.", "noted the Clerk’s report.", "Council"),
    "noted changes": ("The Council noted the changes.", "noted the changes.", "Council"),
    "voted": ("The Council voted in favour of ordering a bench.", "voted in favour of ordering a bench.", "Council"),
    "approved": ("The Cabinet approved the award of the contract.", "approved the award of the contract.", "Cabinet"),
    "decided": ("The Cabinet DECIDED to award the contract.", "award the contract.", "Cabinet"),
    "members": ("Members resolved to GRANT permission.", "GRANT permission.", "Members"),
    "a sub-committee": (
        "The Licensing Sub-Committee agreed that the licence be granted.",
        "the licence be granted.",
        "Licensing Sub-Committee",
    ),
    "in capitals after a clause": (
        "Following debate, the Planning Committee RESOLVED to defer it.",
        "defer it.",
        "Planning Committee",
    ),
    "the body within the resolution": ("RESOLVED that Cabinet note the report.", "note the report.", "Cabinet"),
    "passed on": (
        "The Panel recommended to Council that the fees be frozen.",
        "recommended to Council that the fees be frozen.",
        "Panel",
    ),
}


@pytest.mark.parametrize(("text", "expected", "who"), BODIES.values(), ids=BODIES)
def test_a_body_and_its_verb_are_a_decision_of_that_body(text: str, expected: str, who: str) -> None:
    (found,) = decided(text)
    assert (found.text, found.decided_by) == (expected, who)


STATEMENTS = (
    "The report was noted.",
    "The minutes of the meeting held on 4 May 2031 were approved as a correct record and signed by the Chair.",
    "The schedule of payments was unanimously agreed.",
    "Consideration of the application was deferred for a site visit.",
    "This was deferred to the next meeting as the figures were late.",
    "Councillor Marsh was elected Chair for the year.",
    "Proposed as a true record by Cllr Vale seconded by Cllr Marsh and unanimously approved.",
    "Noted.",
    "Approved & signed as correct.",
    "Mr G Marsh reappointed.",
    "VT was appointed as Vice Chairman.",
    "31/0012 Ash House, porch: no objection.",
    "The application was approved by Cllr Vale and Cllr Marsh.",
    "Agreed by Cllr Vale and Cllr Marsh.",
    "Proposed by Cllr Vale, seconded by Cllr Marsh and agreed unanimously.",
    "Proposed by Cllr Vale, seconded by Cllr Marsh with all in favour.",
    "Proposed: Cllr Vale Seconded: Cllr Marsh Carried unanimously",
)


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_sentence_that_tells_what_became_of_a_matter_is_a_decision_as_it_stands(text: str) -> None:
    assert told(text) == [text]


def test_the_number_of_a_minute_may_stand_beside_its_resolution() -> None:
    assert told("19/8   Resolved to approve the minutes. The minutes were signed by the Chair.") == ["approve the minutes."]


def test_the_words_of_a_title_under_the_heading_of_a_decision_are_the_decision_s() -> None:
    text = "Decision\n1. That the\nLeisure Strategy\nbe approved.\n2. That the Director make minor changes."
    assert [one.text for one in decided(text, where="decisions", title="Leisure Strategy")] == [
        "That the Leisure Strategy be approved.",
        "That the Director make minor changes.",
    ]


def test_a_body_alone_over_its_limbs_ends_the_paragraph_above_it() -> None:
    text = "Petra Marsh presented the return.\nThe Board:\n• NOTED the return; and\n• AGREED the revised targets."
    assert told(text) == ["NOTED the return; and", "AGREED the revised targets."]


def test_the_number_of_a_minute_in_its_own_column_is_none_of_its_words() -> None:
    assert told("31/114    The minutes of 11th November were approved and signed.") == [
        "The minutes of 11th November were approved and signed."
    ]


def test_whoever_moved_an_amendment_did_not_move_the_motion() -> None:
    text = """
Councillor Marsh moved an amendment, seconded by Councillor Vale.

Upon being put to the vote the motion as amended was CARRIED.
"""
    (one,) = decided(text)
    assert (one.proposer, one.seconder) == (None, None)


def test_what_a_body_resolved_behind_the_vote_in_one_sentence() -> None:
    text = "The motion was accordingly declared carried and the Committee resolved to approve the policy."
    (one,) = decided(text)
    assert (one.text, one.decided_by) == ("approve the policy.", "Committee")


def test_the_number_of_the_next_application_ends_what_was_decided_on_the_one_before() -> None:
    text = (
        "31/02211/HH – 4 Church Row, porch. It was agreed to submit no objection.\n"
        "31/02280/F – Land at Mill End. Resolved: to object on grounds of access."
    )
    assert [one.text for one in decided(text)] == ["submit no objection.", "object on grounds of access."]


def test_a_sum_that_was_set_is_decided_and_whoever_moved_it_stands_behind() -> None:
    (one,) = decided("The precept for 2032/33 was set at £18,400. Proposed Cllr Moss, seconded Cllr Fern, all in favour.")
    assert (one.text, one.proposer, one.seconder) == ("The precept for 2032/33 was set at £18,400.", "Moss", "Fern")


def test_a_body_that_agreed_to_the_following_has_not_said_what() -> None:
    text = "Cabinet agreed to the following for the reasons in the report.\n\nRESOLVED:\n1.   That the plan be approved."
    assert told(text) == ["1|That the plan be approved."]


def test_a_body_may_be_named_alone_before_the_limbs() -> None:
    text = "RESOLVED:\nThat Cabinet;\n1.   Accept the award of £4.4m, and\n2.   Delegate authority to the Director to sign."
    assert told(text) == ["1|Accept the award of £4.4m, and", "2|Delegate authority to the Director to sign."]


def test_a_reference_to_a_limb_at_the_start_of_a_line_goes_on_with_the_sentence() -> None:
    text = "The minutes were agreed as a correct record, subject to words being added to minute 8 decision\n(b) after it."
    assert told(text) == [
        "The minutes were agreed as a correct record, subject to words being added to minute 8 decision (b) after it."
    ]


def test_a_form_may_set_a_list_beside_the_word_decision() -> None:
    text = """
    RECORD OF EXECUTIVE DECISION
    Purpose:       To consider the report that was asked for in May
    Decision:      1. That the recommendations set out in section 7 of it
                   are approved.
                   2. That a group be set up.
    Reasons:       The group has done its work.
    """
    assert told(text, where="paper", kind="report") == [
        "1|That the recommendations set out in section 7 of it are approved.",
        "2|That a group be set up.",
    ]


def test_what_was_agreed_in_a_few_words_stands_in_the_sentence_before() -> None:
    text = "The brigade has asked whether its plan could be taken in March. This was agreed."
    assert told(text) == [text]


def test_what_was_moved_and_carried_is_a_decision() -> None:
    (found,) = decided("Cllr Vale proposed, seconded by Cllr Marsh, that the bench be bought. All in favour.")
    assert (found.text, found.proposer, found.seconder) == ("the bench be bought.", "Vale", "Marsh")


def test_a_motion_with_which_all_were_content_is_carried() -> None:
    (found,) = decided("Cllr Vale proposed and Cllr Marsh seconded that the bench be bought. Councillors present were content.")
    assert (found.text, found.proposer, found.seconder) == ("the bench be bought.", "Vale", "Marsh")


def test_initials_with_a_stop_do_not_hide_that_a_motion_was_agreed() -> None:
    motion = "It was proposed by Cllr. A. Vale, seconded by Cllr. P. Marsh and unanimously agreed"
    (found,) = decided(f"{motion} that the Annual Return be approved.")
    assert (found.text, found.proposer, found.seconder) == ("the Annual Return be approved.", "A. Vale", "P. Marsh")


ELECTED = "Cllr. Vale accepted the position of Vice Chairman for the year 2031-2032 and was duly elected."


def test_whoever_was_proposed_and_then_elected_was_moved_by_his_proposer() -> None:
    (found,) = decided(f"Cllr. Ann Vale was proposed by Cllr. Jo Birch and seconded by Cllr. Max Marsh. {ELECTED}")
    assert (found.text, found.outcome, found.proposer, found.seconder) == (ELECTED, "appointed", "Jo Birch", "Max Marsh")


def test_whoever_stood_alone_was_elected() -> None:
    moved = "It was proposed and seconded that Cllr Vale should remain as Chairman."
    assert told(f"{moved} With no other nominations Cllr Vale was duly elected.") == [
        "With no other nominations Cllr Vale was duly elected."
    ]


def test_minutes_that_were_moved_and_then_signed_are_approved() -> None:
    motion = "Councillor Vale proposed the minutes to be a correct record, seconded by Councillor Marsh."
    (found,) = decided(f"{motion} The Chairman then signed the minutes.")
    assert (found.text, found.proposer, found.seconder) == (motion, "Vale", "Marsh")


AGREED = {
    "in the next sentence": (
        "It was proposed by Cllr Vale and seconded by Cllr Marsh to buy a bench. Agreed unanimously.",
        "buy a bench.",
    ),
    "each in a sentence": (
        "Proposed by Cllr Vale. Seconded by Cllr Marsh. Agreed by all.",
        "Proposed by Cllr Vale. Seconded by Cllr Marsh.",
    ),
    "of what stands above": (
        "Proposed by Cllr Vale and seconded by Cllr Marsh. Agreed unanimously.",
        "Proposed by Cllr Vale and seconded by Cllr Marsh.",
    ),
    "in one breath": (
        "It was proposed by Cllr Vale, seconded by Cllr Marsh and agreed unanimously to buy a bench.",
        "buy a bench.",
    ),
}


@pytest.mark.parametrize(("text", "expected"), AGREED.values(), ids=AGREED)
def test_what_was_proposed_seconded_and_agreed_is_a_decision(text: str, expected: str) -> None:
    (found,) = decided(text)
    assert (found.text, found.proposer, found.seconder) == (expected, "Vale", "Marsh")


NARRATIVE = {
    "what members noted": "Members noted that the road was closed for a week.",
    "that something was noted": "The Committee noted that information on the review had not been circulated.",
    "what was noted of nobody in particular": "It was noted that Councillor Marsh had left the meeting.",
    "an agreed view": "Members agreed with the view that more seats were needed.",
    "how things are": "It was agreed that there was a need for more seats.",
    "this": "Councillors agreed to this and thanked the officer.",
    "a report that was received": "The Committee received a report of the Director of Place.",
    "apologies": "Apologies for absence were received from Councillor Marsh.",
    "a report that was considered": "The Committee considered a report on the fees.",
    "an undertaking": "The Director agreed to circulate the figures.",
    "what was told": "The Clerk reported that it was agreed to close the road.",
    "the past": "At the last meeting it was agreed to buy a bench.",
    "another authority's permission": "Application 31/0044 at Mill Farm was granted permission by Addle District Council.",
    "another council and its application": "Addle Borough Council approved the application for six houses.",
    "a matter that is settled": "Bus shelter: the Clerk has written to the owner. Resolved.\n\nThe bench has been mended.",
    "figures that agree": "The invoices were agreed against the bank statement by Cllr Marsh.",
    "what might be agreed": "If it was agreed to go ahead, costs would be shared.",
    "what has come in": "The following applications were received:",
    "an earlier meeting, by its month": "The precept of £12,000 was agreed at the January meeting.",
    "an earlier year": "The policy was adopted in 2029 and is due for review.",
    "a neighbouring body": "The Village Hall Committee agreed to repair the roof.\n\nThe Highways Authority approved the order.",
    "whom others chose": "Noel Fenn was appointed to the school by the diocese.",
    "whom voters chose": "Mr Noel Fenn was elected as our MP.",
    "another authority": "Application 31/0045 was approved by the District Council.",
    "a motion that was only moved": "Cllr Vale proposed that the bench be bought. There was no seconder.",
    "an appeal": "The appeal on planning application 31/0012 was refused.",
    "an appeal that an inspector dismissed": "The application was refused and the appeal was dismissed by an inspector.",
    "what was refused on appeal": "Application 31/0012 was refused on appeal.",
    "what was refused on a day": "The application for the barn was refused on 4 May by the District Council.",
    "a vote of thanks": "A vote of thanks to the Clerk was carried unanimously.",
    "a vote of thanks that was moved": "A vote of thanks was proposed by Cllr Vale, seconded by Cllr Marsh and carried.",
    "a vote of thanks that a body approved": "The Council approved a vote of thanks to the Clerk.",
    "a vote of thanks that was agreed": "Cllr Vale proposed a vote of thanks, seconded by Cllr Marsh. All agreed.",
    "a county councillor's grant": "The grant was approved by County Councillor Vale.",
    "the wording of an earlier minute": "Minute 14/31 should read: Fees were displayed. These were unanimously agreed.",
    "no decision": "Decision: There were none.",
    "who decides": "Decision maker: Leader of the Council",
}


@pytest.mark.parametrize("text", NARRATIVE.values(), ids=NARRATIVE)
def test_narrative_decides_nothing(text: str) -> None:
    assert told(text) == []


ABROAD = {
    "under a line": """
        Planning

        Decisions taken by the County Council:

        **Decision:** That the library be closed.

        31/0012 The application for a barn was refused.
        """,
    "behind the word decision": """
        Planning

        Decisions received from Addle District Council:

        31/0012 Ash House, porch
        Decision: Approved with conditions
        """,
    "in participles": """
        Planning

        Planning decisions received

        Refused.
        """,
    "beneath a heading that says only decisions": """
        Planning

        **Decisions**

        31/0012 Ash House: approved by the District Council
        """,
    "where they say what the authority did": """
        Planning

        The following decisions have been made by the County Council:

        The County Council agreed to close the library.
        """,
}


@pytest.mark.parametrize("text", ABROAD.values(), ids=ABROAD)
def test_a_list_of_what_another_authority_decided_decides_nothing(text: str) -> None:
    assert told(text, title="Planning") == []


@pytest.mark.parametrize("title", ["Decisions by the District Council", "Planning appeals"])
def test_a_minute_about_another_authority_s_decisions_tells_what_the_meeting_made_of_them(title: str) -> None:
    text = f"{title}\n\n31/0012 Ash House. Approved.\n\nRefused.\n\nThe report was noted.\n\nIt was agreed to write to the owner."
    assert told(text, title=title) == ["The report was noted.", "write to the owner."]


def test_a_list_of_another_authority_s_decisions_ends_at_the_next_number_or_heading() -> None:
    text = """
4.  Planning decisions received from Addle District Council

31/0012 Ash House: Refused.

5.  Accounts

The accounts were approved.

**Planning appeals**

Refused.

**Fees**

The fees were read. Deferred to the next meeting.

Approved.
"""
    assert told(text, where="paper", kind="minutes") == ["The accounts were approved.", "Approved."]


def test_what_members_agreed_is_debate_where_capitals_set_resolutions_off() -> None:
    text = """
Members agreed to look at the figures again in May.

RESOLVED that the report be noted.
"""
    assert told(text) == ["the report be noted."]


def test_only_the_sentence_of_a_stem_is_decided() -> None:
    text = "The Clerk read two quotations. It was resolved to accept the lower one. Cllr Vale thanked the Clerk."
    assert told(text) == ["accept the lower one."]


def test_another_resolution_behind_the_first_shares_its_stem() -> None:
    assert told("RESOLVED: That the report be noted. That the fees be frozen.") == [
        "the report be noted.",
        "That the fees be frozen.",
    ]


# ---- lists -----------------------------------------------------------------------------------------------------------

LISTS = {
    "below a stem": (
        """
RESOLVED:

(1)  That the report be noted; and
(2)  That the fees be frozen.

Councillor Marsh left the meeting.
""",
        ["1|That the report be noted; and", "2|That the fees be frozen."],
    ),
    "behind a stem on its line": (
        """
RESOLVED that (a) the report be noted; and
              (b) the fees be frozen.
""",
        ["a|the report be noted; and", "b|the fees be frozen."],
    ),
    "of a body": (
        """
The Committee agreed:-

(1)  to note the report; and
(2)  to freeze the fees.
""",
        ["1|to note the report; and", "2|to freeze the fees."],
    ),
    "a body within the stem": (
        """
3.   RESOLVED that Cabinet agree to:

     a)  Note the forecast.
     b)  Agree the changes.
""",
        ["a|Note the forecast.", "b|Agree the changes."],
    ),
    "whose first label became a capital": (
        """
RESOLVED that Cabinet agree to:

A)  Note the forecast.
b)  Agree the changes.
""",
        ["A|Note the forecast.", "b|Agree the changes."],
    ),
    "of a body alone under a heading": (
        """
**Decisions**

The Committee

(1)  Notes the report; and
(2)  Requests a further report.
""",
        ["1|Notes the report; and", "2|Requests a further report."],
    ),
    "under a heading that a stray word stands before": (
        """
•   noting the pressures on the budget; and
**Decisions**
The Board:-
(1)  notes the report.
""",
        ["1|notes the report."],
    ),
    "of a person under a heading": (
        """
**Decision of Executive Councillor for Housing**

i.   Approved the issue of tenders.

**Reason for the Decision**
""",
        ["i|Approved the issue of tenders."],
    ),
    "parts of one decision": (
        """
RESOLVED that the Head of Law be authorised to:

(a)  sign the lease; and
(b)  let the hall.
""",
        ["the Head of Law be authorised to:", "a|sign the lease; and", "b|let the hall."],
    ),
    "reasons belong to the refusal": (
        """
RESOLVED that application 31/0045 be REFUSED for the following reasons:

1.   The building is too high.
2.   The road is too narrow.
""",
        ["application 31/0045 be REFUSED for the following reasons:"],
    ),
    "below a heading": (
        """
**Decision**

1)   To approve the plan.
2)   To note that a report will follow.

(Reference – report by the Director of Place, submitted)
""",
        ["1|To approve the plan.", "2|To note that a report will follow."],
    ),
    "plain paragraphs below a stem": (
        """
RESOLVED

That the report be noted.

That the fees be frozen.

Councillor Marsh thanked the officers.
""",
        ["That the report be noted.", "That the fees be frozen."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_the_list_after_a_stem_is_what_was_decided(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_reasons_and_options_are_no_part_of_a_decision() -> None:
    text = """
**Decision**

That the contract be awarded to the lowest bidder.

**Reasons for the decision**

To secure best value.

**Alternative options considered**

To do nothing.
"""
    assert told(text) == ["That the contract be awarded to the lowest bidder."]


def test_a_heading_may_stand_beside_what_was_decided() -> None:
    text = """
Decision:           That the contract be awarded to the
                    lowest bidder.
Reasons:            To secure best value.
"""
    assert told(text) == ["That the contract be awarded to the lowest bidder."]


def test_a_list_of_actions_is_what_a_body_asks_for() -> None:
    text = """
The Committee requested the following ACTIONS:

•  Figures on each school

The Committee resolved to make the following RECOMMENDATIONS:

•  That the policy be revised.
"""
    assert [(each.text, each.outcome, each.decided_by) for each in decided(text)] == [
        ("Figures on each school", "action", "Committee"),
        ("That the policy be revised.", "referred", "Committee"),
    ]


# ---- what is known of a decision -------------------------------------------------------------------------------------

OUTCOMES: dict[Outcome, tuple[str, ...]] = {
    "agreed": ("the fees be frozen", "the plan be approved and the comments noted", "GRANT permission", "buy a bench"),
    "noted": ("the report be noted", "note the forecast", "The minutes were received"),
    "refused": ("permission be REFUSED for the following reasons:", "refuse the application"),
    "deferred": ("consideration of the application be deferred", "Deferred to the next meeting"),
    "withdrawn": ("The motion was withdrawn",),
    "referred": ("recommend to Council that the budget be approved", "the report be referred to Cabinet"),
    "appointed": ("Councillor Marsh was elected Chair", "appoint Cllr Vale to the trust"),
    "lost": ("The amendment was put to the vote and declared LOST.",),
}


@pytest.mark.parametrize(("outcome", "text"), [(outcome, text) for outcome, texts in OUTCOMES.items() for text in texts])
def test_the_first_verb_of_a_decision_tells_its_outcome(outcome: Outcome, text: str) -> None:
    assert (outcome_of(text) or "agreed") == outcome


def test_a_lost_amendment_is_kept_and_a_carried_motion_gives_way_to_its_resolution() -> None:
    text = """
On being put to the vote, the amendment was declared LOST.

On being put to the vote, the motion was declared CARRIED.

RESOLVED: That the fees be frozen.
"""
    assert [(each.text, each.outcome) for each in decided(text)] == [
        ("On being put to the vote, the amendment was declared LOST.", "lost"),
        ("the fees be frozen.", "agreed"),
    ]


def test_a_carried_motion_leaves_its_movers_to_its_resolution() -> None:
    text = """
It was proposed by Councillor Vale and seconded by Councillor Marsh that the plan be recommended to the Council. On being put
to the vote the motion was carried by five votes to two.

RESOLVED to recommend to the Council:

(a)  that the plan be adopted; and
(b)  that £20,000 be set aside.
"""
    found = decided(text)
    assert [(each.label, each.text, each.outcome) for each in found] == [
        ("a", "that the plan be adopted; and", "referred"),
        ("b", "that £20,000 be set aside.", "referred"),
    ]
    assert {(each.proposer, each.seconder, each.decided_by) for each in found} == {("Vale", "Marsh", None)}


def test_a_carried_motion_without_a_resolution_is_a_decision() -> None:
    assert told("The motion was put to the vote and carried.") == ["The motion was put to the vote and carried."]


MOVERS = {
    "by": ("Proposed by Cllr A Vale, seconded by Cllr B Marsh", ("A Vale", "B Marsh")),
    "fields": ("Proposed: Ann Vale Seconded: Bea Marsh", ("Ann Vale", "Bea Marsh")),
    "short": ("Prop. Cllr Vale, sec. Cllr Marsh.", ("Vale", "Marsh")),
    "initials": ("proposed by AV and seconded by BM", ("AV", "BM")),
    "before the verb": ("Councillor Mrs Vale moved and Councillor Marsh seconded the motion", ("Vale", "Marsh")),
    "before the verb, both": ("Councillor Vale, seconded by Councillor Marsh, moved approval.", ("Vale", "Marsh")),
    "who was nominated": ("Cllr Vale proposed Cllr Birch, seconded by Cllr Marsh.", ("Vale", "Marsh")),
    "the motion of": ("On the motion of Councillor Vale, seconded by Councillor Marsh, it was", ("Vale", "Marsh")),
    "nobody": ("the proposed scheme was seconded to the team", (None, None)),
}


@pytest.mark.parametrize(("text", "names"), MOVERS.values(), ids=MOVERS)
def test_who_moved_and_seconded_is_named_without_titles(text: str, names: tuple[str | None, str | None]) -> None:
    assert movers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: that the bench be bought. Proposed by Cllr Vale, seconded by Cllr Marsh, all in favour.",
        "RESOLVED: that the bench be bought, proposed Cllr Vale, seconded Cllr Marsh, all in favour.",
        "It was proposed by Cllr Vale, seconded by Cllr Marsh and resolved that the bench be bought.",
        "RESOLVED: that the bench be bought (Proposed: Cllr Vale; Seconded: Cllr Marsh)",
    ],
)
def test_who_moved_a_decision_is_no_part_of_its_text(text: str) -> None:
    (found,) = decided(text)
    assert (found.text.rstrip("."), found.proposer, found.seconder) == ("the bench be bought", "Vale", "Marsh")


def test_who_moved_it_may_stand_in_the_paragraph_after_it() -> None:
    text = """
Resolved: That the minutes be approved.

Mover:- Councillor Vale       Seconder:- Councillor Marsh
"""
    (found,) = decided(text)
    assert (found.text, found.proposer, found.seconder) == ("the minutes be approved.", "Vale", "Marsh")


def test_who_moved_it_may_stand_in_the_paragraph_before_it() -> None:
    text = """
Proposed by Ann Vale, seconded by Bea Marsh.

**Decision:**

That Cllr Birch be elected Chair.
"""
    (found,) = decided(text)
    assert (found.text, found.proposer, found.seconder) == ("That Cllr Birch be elected Chair.", "Ann Vale", "Bea Marsh")


OWNERS = {
    "an office": ("Clerk", ("Clerk", False)),
    "a name": ("Cllr Vale", ("Cllr Vale", False)),
    "initials": ("AV/BM", ("AV/BM", False)),
    "who is told what": ("Cllr Vale to write to the owner", ("Cllr Vale", True)),
    "two": ("Clerk and Cllr Vale", ("Clerk and Cllr Vale", False)),
    "nobody": ("write to the owner", (None, True)),
}


@pytest.mark.parametrize(("text", "owner"), OWNERS.values(), ids=OWNERS)
def test_who_is_to_act_is_named_first(text: str, owner: tuple[str | None, bool]) -> None:
    assert owner_of(text) == owner


def test_an_action_line_names_who_is_to_act_on_the_decision_before_it() -> None:
    text = """
It was agreed that the gate be mended.

ACTION: Clerk
"""
    (found,) = decided(text)
    assert (found.text, found.owner, found.outcome) == ("the gate be mended.", "Clerk", "agreed")


def test_an_action_line_that_says_what_to_do_is_a_decision_of_its_own() -> None:
    (found,) = decided("Action: Cllr Vale to write to the owner of the gate.")
    assert (found.text, found.owner, found.outcome) == (
        "Cllr Vale to write to the owner of the gate.",
        "Cllr Vale",
        "action",
    )


def test_an_office_beside_the_title_of_a_minute_is_to_act_on_what_it_decides() -> None:
    for office in ("Licensing Manager", "Head of Licensing"):
        title = f"TAXI FARES                                                       {office}"
        (found,) = decided(f"{title}\n\nMembers asked about fuel.\n\nRESOLVED: That the fares be approved.")
        assert (found.text, found.owner) == ("the fares be approved.", office)


def test_an_office_beside_a_person_is_his_and_acts_on_nothing() -> None:
    present = "Petra Marsh                                                      Licensing Manager"
    (found,) = decided(f"{present}\n\nRESOLVED: That the fares be approved.")
    assert found.owner is None


def test_a_condition_between_a_stem_and_its_list_only_leads_on() -> None:
    text = "RESOLVED - subject to advice from Legal -\n\ni) That four panels be set up.\nii) That their terms be approved."
    assert told(text) == ["i|That four panels be set up.", "ii|That their terms be approved."]


def test_what_the_meeting_had_before_it_is_no_decision_though_it_stands_under_that_heading() -> None:
    text = """
Decision:
The Committee received an application for a new premises licence for Elm Tree Ltd.

The Committee, having considered the matter carefully, RESOLVED that the application be refused.
"""
    (found,) = decided(text)
    assert (found.text, found.outcome) == ("the application be refused.", "refused")


def test_a_vote_that_leads_on_to_what_was_resolved_is_no_part_of_it() -> None:
    text = "Members then voted:-\n\nResolved unanimously:\n\n(1)   That the lease be renewed.\n\n(2)   That officers report back."
    assert [(each.label, each.text, each.decided_by) for each in decided(text)] == [
        ("1", "That the lease be renewed.", "Members"),
        ("2", "That officers report back.", "Members"),
    ]


def test_what_is_agreed_on_being_put_to_the_vote_is_the_motion_before_it() -> None:
    (found,) = decided(
        "Councillor Ash proposed, duly seconded by Councillor Vale, that it be deferred. "
        "On being put to the vote this was agreed."
    )
    assert (found.text, found.outcome, found.proposer, found.seconder) == ("it be deferred.", "deferred", "Ash", "Vale")


def test_a_sentence_may_head_what_a_sub_committee_decided() -> None:
    (found,) = decided("The Sub-Committee’s decision was as follows:\n\nThe licence is granted with the hours applied for.")
    assert found.text == "The licence is granted with the hours applied for."


def test_a_stem_in_capitals_begins_a_paragraph_however_the_line_before_it_ends() -> None:
    text = (
        "Minutes of the meeting held on 8 October\n2031\nPresent: Councillor A Rees (Chair)\nPENDERFYNWYD / RESOLVED: to note it."
    )
    assert told(text) == ["note it."]


def test_a_stem_in_capitals_goes_on_from_who_moved_it() -> None:
    (found,) = decided("It was\nPROPOSED by Councillor J Vale\nSeconded by Councillor J Marsh, and\nRESOLVED: that it be noted.")
    assert (found.text, found.proposer, found.seconder) == ("it be noted.", "J Vale", "J Marsh")


def test_how_many_voted_is_nobody_who_decides() -> None:
    (found,) = decided("On a vote, sixteen Members voted for the amendment and two against and it was declared carried.")
    assert (found.outcome, found.decided_by) == ("agreed", None)


def test_the_third_figure_of_a_minute_s_number_is_a_figure_too() -> None:
    assert told("338.1 The Minutes of the meeting held on 3rd March were APPROVED.\nNo matters arising.") == [
        "The Minutes of the meeting held on 3rd March were APPROVED."
    ]


ASSENTS = (
    "Cllr Vale nominated Cllr Heath to be elected as Chairman, seconded by Cllr Marsh and passed with a unanimous vote.",
    "Mr M. Vale proposed and Mrs Marsh seconded Mr G. Hall as Chairman. The meeting unanimously agreed.",
    "Agreement to the minutes was proposed by Mr Vale and seconded by Mr P. Marsh and was unanimously agreed by the meeting.",
    "Mr M. Vale proposed and Mr. P. Marsh seconded agreement to this application and the meeting unanimously agreed.",
)


@pytest.mark.parametrize("text", ASSENTS)
def test_what_is_moved_and_meets_with_assent_is_decided(text: str) -> None:
    (found,) = decided(text)
    assert (found.outcome in {"agreed", "appointed"}, found.proposer is not None) == (True, True)


def test_a_motion_put_to_the_meeting_and_carried_is_a_decision_with_its_movers() -> None:
    text = """
Councillor Heron proposed and Councillor Gault seconded: “That this Council asks for new bus shelters.”

The motion was put to the meeting and declared carried, 14 voting for, 3 against and 2 abstaining.
"""
    (found,) = decided(text)
    assert (found.outcome, found.proposer, found.seconder) == ("agreed", "Heron", "Gault")


def test_a_heading_and_the_word_that_alone_lead_on_to_the_limbs() -> None:
    text = """
Decision
That
(a) the scheme be adopted; and
(b) the Head of Housing be
authorised to amend it.
"""
    found = told(text, where="decisions")
    assert found == ["a|the scheme be adopted; and", "b|the Head of Housing be authorised to amend it."]


def test_what_is_to_be_done_ends_where_a_resolution_begins() -> None:
    text = """
ACTION: Director of Care to send Members the figures for each practice.
RESOLVED: That the report be noted.
"""
    assert [each.text for each in decided(text)] == [
        "Director of Care to send Members the figures for each practice.",
        "the report be noted.",
    ]


def test_a_column_to_the_right_names_who_is_to_act() -> None:
    text = """
The Clerk reported that the gate was broken again.

It was agreed that the gate be mended and that the path        AV
be cleared of leaves before the winter.
"""
    (found,) = decided(text)
    assert (found.text, found.owner) == (
        "the gate be mended and that the path be cleared of leaves before the winter.",
        "AV",
    )


def test_one_owner_beside_a_minute_is_the_owner_of_what_it_decides() -> None:
    text = """
Path behind the school                                                  Clerk
The Clerk reported that the path was blocked by a fallen ash.

It was agreed that the owner be asked to remove it.
"""
    (found,) = decided(text, title="Path behind the school")
    assert (found.text, found.owner) == ("the owner be asked to remove it.", "Clerk")


def test_a_table_sets_what_was_decided_beside_the_title() -> None:
    text = """
4      Purchase of the           The Cabinet agreed to: (a) buy the
       Ropewalk                  Ropewalk; and (b) let it.
"""
    found = told(text, where="decisions", title="Purchase of the Ropewalk")
    assert found == ["a|buy the Ropewalk; and", "b|let it."]


def test_a_field_names_who_decides() -> None:
    text = """
RECORD OF DECISION

Decision maker: Cabinet Member for Highways

Decision:

That the road be closed.
"""
    (found,) = decided(text, where="paper", kind="report")
    assert (found.text, found.decided_by) == ("That the road be closed.", "Cabinet Member for Highways")


# ---- where decisions are looked for ----------------------------------------------------------------------------------


def test_a_title_that_reads_like_a_decision_is_none() -> None:
    title = "To approve the minutes"
    assert told(f"5.  {title}\n\nThe minutes were signed.", title=title) == ["The minutes were signed."]


def test_the_text_of_a_minute_may_run_on_from_its_title() -> None:
    assert told("2469. Approval of minutes: Approved & signed as correct.", title="Approval of minutes") == [
        "Approved & signed as correct."
    ]


def test_a_title_may_end_with_the_decision() -> None:
    assert told("3. Minutes of the last meeting: Approved", title="Minutes of the last meeting: Approved") == ["Approved"]


def test_a_short_minute_may_end_with_its_decision() -> None:
    assert told("2471. Payments: Hall hire - £45, salary - £417.18 – approved.", title="Payments") == [
        "Hall hire - £45, salary - £417.18 – approved."
    ]


def test_a_decision_printed_twice_is_one() -> None:
    text = """
Decision:

That the contract be awarded to the lowest bidder.

Minutes:

The Director spoke.

RESOLVED:

That the contract be awarded to the lowest bidder.
"""
    assert told(text) == ["That the contract be awarded to the lowest bidder."]


RESOLUTION = "RESOLVED: That the report be noted."


@pytest.mark.parametrize(
    ("where", "kind", "expected"),
    [
        ("minutes", "", 1),
        ("decisions", "", 1),
        ("paper", "minutes", 1),
        ("paper", "report", 0),
        ("agenda", "", 0),
        ("front", "", 0),
    ],
)
def test_only_minutes_and_records_of_decisions_tell_of_decisions(where: str, kind: str, expected: int) -> None:
    assert len(decided(RESOLUTION, where=where, kind=kind)) == expected


def test_a_form_of_a_decision_still_to_be_taken_tells_of_none() -> None:
    assert told(f"PROPOSED RECORD OF DECISION\n\n{RESOLUTION}", where="paper", kind="annex") == []


@pytest.mark.parametrize("where", ["minutes", "decisions"])
def test_what_was_resolved_is_nobody_s_recommendation(where: str) -> None:
    assert recommend(section("RESOLVED to recommend to Council that the plan be adopted.", where=where)) == ()


def test_evidence_holds_the_words_and_the_rule() -> None:
    (found,) = decided("RESOLVED: That the report\nbe noted.")
    (seen,) = found.evidence
    assert (seen.text, seen.rule, seen.sheet) == ("the report be noted.", "decide.resolved", 1)


def test_a_decision_over_two_sheets_has_evidence_on_both() -> None:
    text = "RESOLVED: That the fees of the swimming pool be frozen until the\n=== 2\nspring of the next year."
    (found,) = decide(Section("minutes", "", lines(text)))
    assert [each.sheet for each in found.evidence] == [1, 2]


def test_sentences_end_where_a_capital_follows_and_not_at_abbreviations() -> None:
    text = "Agreed to pay St. John's. The Clerk to act."
    assert [text[start:end] for start, end in sentences(text)] == ["Agreed to pay St. John's.", "The Clerk to act."]


def test_minutes_that_were_circulated_and_approved_are_a_decision() -> None:
    text = "Minutes of the meeting held on 26 June 2031 were circulated and approved as a correct record."
    assert told(text) == [text]


def test_whoever_is_to_act_by_name_and_office_is_no_decision() -> None:
    text = "It was agreed that the charges be approved.\n\nACTION BY: Petra Marsh, Deputy Director of Sport (Leisure and Parks)"
    (found,) = decided(text)
    assert (found.text, found.owner) == ("the charges be approved.", "Petra Marsh, Deputy Director of Sport (Leisure and Parks)")


# ---- Scotland, and police and crime panels ---------------------------------------------------------------------------


def test_the_body_alone_over_limbs_that_tell_what_it_did() -> None:
    text = """
    There was submitted Report No 226 by the Director of Finance.

    The Committee:-

    (i)   noted that the outturn was an overspend; and
    (ii)  agreed that the Director should act.
    """
    (first, second) = decided(text)
    assert told(text) == ["i|noted that the outturn was an overspend; and", "ii|agreed that the Director should act."]
    assert (first.outcome, first.decided_by, second.outcome) == ("noted", "Committee", "agreed")


def test_the_body_alone_over_what_it_heard_decides_nothing() -> None:
    assert told("The Panel:\n\n(a)  heard from the Commissioner; and\n(b)  asked about rural crime.") == []


def test_a_bold_title_close_above_its_text_is_no_part_of_the_decision() -> None:
    text = "**33.  Minutes**\n     The minutes of the meeting held on 25 June 2031 were confirmed and signed."
    assert told(text) == ["The minutes of the meeting held on 25 June 2031 were confirmed and signed."]


def test_a_bold_title_close_above_a_numbered_paragraph_is_no_part_of_the_decision() -> None:
    text = "**2   Minutes**\n2.1   The minutes of 24 July 2031 were agreed as an accurate record."
    assert told(text) == ["The minutes of 24 July 2031 were agreed as an accurate record."]


def test_a_resolution_as_bold_as_the_title_close_above_it() -> None:
    text = """
    **158   Bus Reform**
    A report was submitted which told of what had been done in the year and of what it had cost the authority.

    **159   Delegated Authority Report**
    **RESOLVED: that the report be noted.**
    """
    assert told(text, where="paper", kind="minutes") == ["the report be noted."]


def test_the_papers_in_brackets_beneath_a_decision_are_no_part_of_it() -> None:
    text = """
    The Area Committee:
    1.  noted the balances; and
    2.  agreed to award £1,200.
    (Reference: Report by the Section 95 Officer dated February 2031, submitted)
    """
    assert told(text) == ["1|noted the balances; and", "2|agreed to award £1,200."]


def test_who_stands_beside_a_title_is_to_act_on_what_is_decided_beneath_it() -> None:
    text = """
    Minute   Text                                                             Action
    31/058   Clerk's Report
             The report was noted.
    31/059   Bus Shelter                                                      Clerk
             It was AGREED to accept the quotation of £3,480.
    31/060   Gate                                                             Cllr Vale
             It was AGREED to mend the gate.
    """
    found = decided(text, where="paper", kind="minutes")
    assert [(each.text, each.owner) for each in found] == [
        ("The report was noted.", None),
        ("accept the quotation of £3,480.", "Clerk"),
        ("mend the gate.", "Cllr Vale"),
    ]


def test_a_resolution_beneath_the_dash_that_leads_up_to_it() -> None:
    text = """
    On a motion by the Chair, seconded by Councillor Marsh, it was –

    **Resolved – That**

    (1)  the overspend be noted; and
    (2)  the savings plan be approved.
    """
    assert told(text) == ["1|the overspend be noted; and", "2|the savings plan be approved."]


# ---- notices of decisions and records of them ------------------------------------------------------------------------


HEADS_ABOVE = "Agenda item        Decision                        Reason for decision"
ROW = """5. Leisure contract  That the contract be extended   To align it with
                     by two years.                   the strategy."""


def test_the_head_of_a_column_says_what_was_decided() -> None:
    business = section(ROW, where="decisions", title="Leisure contract")
    above = lines(HEADS_ABOVE.replace("Agenda item  ", "Agenda item    "))
    (decision,) = decide(replace(business, lines=under_heads(business.lines, above)))
    assert decision.text == "That the contract be extended by two years."


def test_without_heads_a_business_keeps_all_its_lines() -> None:
    business = section(ROW, where="decisions")
    assert under_heads(business.lines, lines("The decisions are published today.")) == business.lines


def test_the_member_who_decides_only_announces_the_limbs() -> None:
    text = "Decision\nThat the Executive Member:\n1. approves the fee; and\n2. notes the results."
    assert told(text, where="decisions") == ["1|approves the fee; and", "2|notes the results."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report was received.", ["The report was received."]),
        ("The letter was noted.", ["The letter was noted."]),
        ("The Committee received and noted the report.", ["received and noted the report."]),
        ("Members noted the contents of the report.", ["noted the contents of the report."]),
        ("The Committee received the report of the Head of Audit on progress.", []),
        ("Members received an update from the Treasurer.", []),
        ("A letter was received from the Minister.", []),
    ],
)
def test_to_be_given_a_paper_decides_nothing_but_that_it_was_received_does(text: str, expected: list[str]) -> None:
    """That members received a report tells how the debate began; that a report was received or noted, what became of it."""
    assert told(text) == expected


def test_an_amendment_that_was_lost_is_told_with_what_it_was() -> None:
    text = "An amendment moved by Councillor Marsh, that £50,000 be added to the budget, was put to the vote and declared LOST."
    (decision,) = decided(text)
    assert (decision.text, decision.outcome) == (text, "lost")


def test_mover_and_seconder_may_both_stand_before_their_verbs() -> None:
    text = "Cllr Roe proposed and Cllr Stott seconded that the quotation be accepted. All agreed."
    assert told(text) == ["the quotation be accepted."]


def test_what_is_passed_on_to_an_authority_is_referred_to_it() -> None:
    (decision,) = decided("RECOMMENDED TO THE AUTHORITY: That the indicators be approved.")
    assert (decision.text, decision.outcome) == ("the indicators be approved.", "referred")


def test_a_job_title_that_wraps_in_the_narrow_column_is_no_part_of_the_decision() -> None:
    text = """RESOLVED: That the works in red be carried out by June 2031 and that the   Grounds
contractor be told of it.                                                  Manager"""
    (decision,) = decided(text)
    assert decision.text == "the works in red be carried out by June 2031 and that the contractor be told of it."
    assert decision.owner == "Grounds Manager"


def test_a_participle_on_a_row_of_its_own_decides_beneath_a_short_sentence_too() -> None:
    assert told("Considered a report of the Treasurer.\nNoted.") == ["Noted."]


def test_what_officers_are_to_provide_is_listed_beneath_a_line_that_names_nobody() -> None:
    (action,) = decided("Actions/further information to be provided:\ni. Director of Technology to share the list of forms.")
    assert (action.label, action.text, action.outcome) == ("i", "Director of Technology to share the list of forms.", "action")


NORTHERN_IRELAND = """RECOMMENDED that Council approves the schedule.

AGREED TO RECOMMEND, on the proposal of Councillor Boyle, seconded by Councillor Rossiter, that {decided}."""


def test_what_officers_recommend_is_no_decision_where_the_meeting_then_adopts_it() -> None:
    (decision,) = decided(NORTHERN_IRELAND.format(decided="the recommendation be adopted"))
    assert decision.text == "the recommendation be adopted."
    assert (decision.proposer, decision.seconder) == ("Boyle", "Rossiter")


def test_a_recommendation_to_another_body_stands_beside_other_decisions() -> None:
    found = told(NORTHERN_IRELAND.format(decided="a letter be sent"))
    assert found == ["approves the schedule.", "a letter be sent."]


def test_a_field_behind_a_decision_is_no_part_of_it_however_close_the_rows_are_set() -> None:
    text = "Officer recommendation: Approve\nDecision: REFUSE on grounds of overlooking\nVote: 5 for, 2 against"
    assert told(text, title="31/0555/FUL") == ["REFUSE on grounds of overlooking"]
    assert told("Decision:\nThat the matter be deferred.\nReasons: Costs are awaited.") == ["That the matter be deferred."]


@pytest.mark.parametrize(
    "heading",
    [
        "Cabinet – Decision Sheet",
        "Executive, 4 May 2031: decision list",
        "Resolutions passed",
        "Outcome of the meeting held on 4 May 2031",
        "COFNOD PENDERFYNIADAU / RECORD OF DECISIONS",
    ],
)
def test_a_list_of_decisions_may_number_no_business(heading: str) -> None:
    text = f"""**{heading}**

**Leisure Services: Award of Contract**

**Decision**

That the contract be awarded to Bidder B.

**Reasons for decision**

Bidder B had the highest score."""
    assert told(text, where="paper") == ["That the contract be awarded to Bidder B."]


TABLED = """**Decisions taken by the Executive**

Agenda item                   Decision                         Lead officer
Corporate Plan                That the draft plan be           Head of Policy
                              approved.
Write-off of Debts            (a) That the debts be            Head of Finance
                              written off; and
                              (b) That a report be brought.

Call-in ends on 9 May."""


def test_a_table_of_decisions_has_one_in_each_row_and_says_who_is_to_act() -> None:
    found = ruled(TABLED.partition("\n\n")[2], 0, 30, 63, 85, rows=[1, 2, 3], sheet=2)
    section_ = paper(lines("**Decisions taken by the Executive**"), found)
    assert [(each.label, each.text, each.owner) for each in decide(section_)] == [
        (None, "That the draft plan be approved.", "Head of Policy"),
        ("a", "That the debts be written off; and", "Head of Finance"),
        ("b", "That a report be brought.", "Head of Finance"),
    ]


def test_a_table_with_a_column_for_decisions_tells_none_where_the_paper_records_none() -> None:
    found = ruled(TABLED.partition("\n\n")[2], 0, 30, 63, 85, rows=[1, 2, 3], sheet=2)
    assert decide(paper(lines("**Performance Report**"), found)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REFUSED because the extension would overbear the garden.", ["refused"]),
        ("DEFERRED for a visit to the site.", ["deferred"]),
        ("Agreed a lease of five years at £6,000 a year.", ["agreed"]),
        ("Noted the report.", ["noted"]),
        ("Noted that the road had been closed since May.", []),
        ("Agreed the following for the reasons set out below.", []),
    ],
)
def test_a_summary_says_what_was_done_without_saying_by_whom(text: str, expected: list[str]) -> None:
    assert [each.outcome for each in decided(f"Decision Sheet\n\n**6 Orchard Rise**\n{text}", where="paper")] == expected


def test_who_is_to_act_stands_behind_the_sentence_that_was_agreed_however_close_the_rows_are_set() -> None:
    (decision,) = decided("Agreed: To raise the fees by 4 per cent.\nAction: Harbour Master")
    assert (decision.text, decision.owner) == ("raise the fees by 4 per cent.", "Harbour Master")


def test_the_heading_of_a_decision_may_be_in_welsh_and_english() -> None:
    text = "Penderfyniad / Decision: To approve the policy.\nRheswm / Reason: To comply with the law."
    assert told(text) == ["To approve the policy."]


def test_a_sub_committee_may_have_decided() -> None:
    text = "Licensing – Notice of Determination\n\n**DETERMINATION**\nThe Sub-Committee has decided to grant the licence."
    assert told(text, where="paper") == ["grant the licence."]


DRAFTED = """**COUNCIL – DECISIONS**

**{heading}**

That the Pay Policy Statement be approved.

**Motion: Dark Skies**

1. That the motion as amended be carried.
2. That the Leader write to the lighting authority."""


def test_a_resolution_may_stand_right_beneath_its_matter_in_a_record_of_decisions() -> None:
    assert told(DRAFTED.format(heading="Pay Policy Statement"), where="paper") == [
        "That the Pay Policy Statement be approved.",
        "1|That the motion as amended be carried.",
        "2|That the Leader write to the lighting authority.",
    ]


@pytest.mark.parametrize("heading", ["Recommendation", "The original motion", "Amendment:", "Background"])
def test_what_stands_beneath_such_a_heading_is_not_decided_yet(heading: str) -> None:
    assert "That the Pay Policy Statement be approved." not in told(DRAFTED.format(heading=heading), where="paper")


def test_a_plain_line_may_be_the_heading_of_a_decision_close_behind_a_sentence() -> None:
    text = "The pump had failed twice and a new one would cost £84,000.\nDecision\nTo buy a new pump."
    assert told(text) == ["To buy a new pump."]


def test_a_record_may_ask_what_was_decided() -> None:
    text = "Decision Record\n\n**What was decided?**\nTo extend the lease by three years.\n\n**Why?**\nIt pays."
    assert told(text, where="paper") == ["To extend the lease by three years."]


def test_a_document_that_is_known_to_record_decisions_need_not_say_so_again() -> None:
    record = section("**Cabinet: what we did**\n\n**Beach Huts**\nThat twelve more huts be let.")
    assert decide(record) == ()
    assert [each.text for each in decide(record, taken=True)] == ["That twelve more huts be let."]
    pending = section("**Proposed decision**\n\n**Beach Huts**\nThat twelve more huts be let.")
    assert decide(pending, taken=True) == ()


NUMBERED = """No.    Matter        Decision
3      Taxi fares    {decided}
                     per cent from May."""


def test_a_shortened_word_may_be_the_head_of_a_column_beside_that_of_decisions() -> None:
    head, *rows = lines(NUMBERED.format(decided="That fares rise by 5"))
    assert [line.text for line in under_heads(rows, [head])] == ["Decision", "That fares rise by 5", "per cent from May."]


def test_half_of_a_cell_is_no_decision() -> None:
    head, *rows = lines(NUMBERED.format(decided="by 5"))
    assert under_heads(rows, [head]) == tuple(rows)


def test_a_stem_may_be_in_welsh_and_english() -> None:
    assert told("PENDERFYNWYD / RESOLVED: to pay the accounts listed.") == ["pay the accounts listed."]


@pytest.mark.parametrize("vote", ["(Voting: 4 for, 0 against, 1 abstention)", "(5 for, 2 against)", "Vote: 5 for, 2 against"])
def test_how_the_vote_went_is_no_part_of_what_was_resolved(vote: str) -> None:
    assert told(f"RESOLVED that the Chair write to the company.\n{vote}") == ["the Chair write to the company."]


def test_each_of_two_movers_may_stand_on_a_line_of_his_own() -> None:
    (found,) = decided("Proposed by Alderman Heron\n\nSeconded by Councillor Boyd\n\nResolved: That the minutes be adopted.")
    assert (found.proposer, found.seconder) == ("Heron", "Boyd")


def test_a_count_of_votes_is_no_decision() -> None:
    assert told("Forum voted: 11 for, 1 against.") == []


IN_A_TABLE = """Item               Discussion                        Status     Action / lead
2. Care Fund       Kay Bird presented the return.    Agreed     Kay Bird to send
                   The Board:                                   the targets out
                   • NOTED the return; and                      Clerk to thank her
                   • AGREED the targets.
3. Winter plan     Dr Moor gave an update.                      Dr Moor
                   The Board AGREED to receive a
                   further report in May."""


def test_minutes_in_a_table_have_things_to_do_beside_them_and_what_became_of_an_item_is_no_text() -> None:
    found = decided(IN_A_TABLE)
    assert [(each.text, each.outcome, each.owner) for each in found] == [
        ("Kay Bird to send the targets out", "action", "Kay Bird"),
        ("NOTED the return; and", "noted", None),
        ("Clerk to thank her", "action", "Clerk"),
        ("AGREED the targets.", "agreed", None),
        ("receive a further report in May.", "agreed", "Dr Moor"),
    ]


def test_a_business_of_such_a_table_is_read_beneath_its_heads() -> None:
    head, *rows = lines(IN_A_TABLE)
    told_in_its_table = under_heads(rows[:4], [head])
    assert told_in_its_table == (head, *rows[:4])
    found = decide(replace(section("x", where="minutes", title="Care Fund"), lines=told_in_its_table))
    assert [each.owner for each in found] == ["Kay Bird", None, "Clerk", None]


def test_a_table_of_actions_in_minutes_is_no_such_table() -> None:
    text = """
Item     Action                                  Lead     Status
2        Kay Bird to send the targets out        KB       Done"""
    assert decided(text) == ()


def test_text_across_the_edge_ends_the_table_of_minutes() -> None:
    text = f"{IN_A_TABLE}\nResolved: that the next meeting be held in the library at six and the doors be opened at five."
    assert decided(text)[-1].text.endswith("at six and the doors be opened at five.")


def test_a_resolution_with_its_colon_begins_beneath_any_line_that_is_not_full() -> None:
    text = (
        "a) To approve payments\nResolved: that the payments be approved (£845.20).\nProposed: Cllr Vale, seconded Cllr Marsh\n"
    )
    (found,) = decided(text + "b) The budget was read out to those who had come to hear it.")
    assert (found.text, found.proposer) == ("the payments be approved (£845.20).", "Vale")


def test_a_title_that_names_a_body_says_not_who_decided() -> None:
    (found,) = decided("RESOLUTIONS OF THE COMMITTEE\nRESOLVED:\n(1) That the table be noted.")
    assert found.decided_by is None


def test_whoever_is_to_act_on_what_was_told_since_is_not_to_act_on_the_decision_before() -> None:
    text = "RESOLVED that the minutes be approved.\n\nTom Vale had found fifteen schools with places.\n\n**Action: Tom Vale**"
    assert [each.owner for each in decided(text)] == [None]


def test_who_moved_a_resolution_may_stand_in_brackets_behind_its_stem() -> None:
    text = "RESOLVED (on a motion from Cllr Ann Vale, seconded by Cllr Tom Marsh and carried nem con) to endorse the report."
    (found,) = decided(text)
    assert (found.text, found.proposer, found.seconder) == ("endorse the report.", "Ann Vale", "Tom Marsh")


def test_the_votes_behind_a_stem_end_its_paragraph() -> None:
    text = (
        "Proposed by Cllr Vale, seconded by Cllr Marsh and\n\nRESOLVED by 9 votes to 3 with 1 abstention\n\nThat it be refused."
    )
    (found,) = decided(text)
    assert (found.text, found.outcome, found.proposer) == ("That it be refused.", "refused", "Vale")


def test_the_member_who_decides_in_the_first_person_only_announces_the_limbs() -> None:
    limbs = "As Cabinet Member for Care, I agree to:\na) extend the contract; and\nb) publish it."
    text = f"**Record of Decision**\n\n**Decision:**\n{limbs}"
    assert told(text, where="paper") == ["a|extend the contract; and", "b|publish it."]


def test_the_details_of_a_decision_stand_beside_their_label_in_a_form() -> None:
    text = """
**Delegated Decision Notice**

SUBJECT:             Heating programme
DECISION DETAILS:    The Director of Housing approved the expenditure
                     of £1.2m.
CONTACT PERSON:      Rob Gough"""
    assert told(text, where="paper") == ["approved the expenditure of £1.2m."]
