"""Who proposes and who seconds a motion or an amendment."""

from __future__ import annotations

import pytest
from builders import section

from agendapack.records import Mover
from agendapack.stages.motions import movers


def found(text: str, *, where: str = "agenda", kind: str = "motion", title: str = "Motions on notice") -> tuple[Mover, ...]:
    return movers(section(text, where=where, kind=kind, title=title))


def names(text: str, **about: str) -> list[tuple[str | None, str | None]]:
    return [(each.proposer, each.seconder) for each in found(text, **about)]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Councillor Ida Marsh, seconded by Councillor Tam Oakshott",
        "Bus shelters (proposed by Cllr Ida Marsh, seconded by Cllr Tam Oakshott)",
        "Councillor Ida Marsh to move and Councillor Tam Oakshott to second:",
        "Councillor Ida Marsh, seconded by Councillor Tam Oakshott, to move:",
        "Motion submitted under Procedure Rule 12 by Councillor Ida Marsh and seconded by Councillor Tam Oakshott",
        "To consider the following motion in the name of Councillor Ida Marsh, to be seconded by Councillor Tam Oakshott:",
        "Proposer:  Cllr Ida Marsh    Seconder:  Cllr Tam Oakshott",
        "Proposer: Cllr Ida Marsh\nSeconder: Cllr Tam Oakshott",
        "Proposed by: Councillor Ida Marsh\nSeconded by: Councillor Tam Oakshott",
        "Proposed by Mrs Ida Marsh\nSeconded by Mr Tam Oakshott, MBE",
        "Proposed by Councillor Ida Marsh and\nseconded by Councillor Tam Oakshott",
    ],
)
def test_proposer_and_seconder(text: str) -> None:
    assert names(text) == [("Ida Marsh", "Tam Oakshott")]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ida Marsh to move:",
        "Notice of motion from Councillor Ida Marsh:",
        "Motion by Cllr Ida Marsh on bus shelters",
        "Proposed by: Cllr Ida Marsh",
    ],
)
def test_a_proposer_without_a_seconder(text: str) -> None:
    assert names(text) == [("Ida Marsh", None)]


@pytest.mark.parametrize(
    ("text", "proposer", "seconder"),
    [
        (
            "Parks (proposed by Councillor Marsh, seconded by Councillors Oakshott and Pennyfeather)",
            "Marsh",
            "Oakshott; Pennyfeather",
        ),
        ("Motion standing in the names of Mr I Marsh, Ms T J Oakshott and Mrs O Penny:", "I Marsh; T J Oakshott; O Penny", None),
        ("AMENDMENT MOVED BY COUNCILLOR IDA MARSH, SECONDED BY COUNCILLOR TAM OAKSHOTT", "IDA MARSH", "TAM OAKSHOTT"),
        ("Proposed by Councillor Ida Marsh, Leader of the Council\nSeconded by Councillor K. May", "Ida Marsh", "K. May"),
        (
            "MOTION IN THE NAME OF COUNCILLOR IDA MARSH\nThis Council digs.\nMotion seconded by Councillor Tam Oakshott",
            "IDA MARSH",
            "Tam Oakshott",
        ),
    ],
)
def test_names_as_they_are_printed(text: str, proposer: str, seconder: str | None) -> None:
    assert names(text) == [(proposer, seconder)]


def test_who_gave_notice_and_will_move_is_told_once() -> None:
    assert names("Notice of this motion was given by Councillor I. Marsh\nCouncillor Marsh to move:") == [("I. Marsh", None)]


def test_a_paper_is_a_motion_where_a_heading_at_its_top_says_so() -> None:
    text = "COUNCIL 24 MARCH 2031\nNOTICE OF MOTION\nProposer:   Cllr Ida Marsh\nSeconder:   Cllr Tam Oakshott"
    assert names(text, where="paper", kind="report", title="Bus fares") == [("Ida Marsh", "Tam Oakshott")]


def test_several_motions_of_one_item_keep_their_headings() -> None:
    text = """
    Motion 1 - Bus shelters
    Proposed by Councillor Ida Marsh, seconded by Councillor Tam Oakshott
    This Council notes the state of the shelters.

    Motion 2 - Ponds
    Proposed by Councillor Tam Oakshott, seconded by Councillor Orla Pennyfeather
    This Council resolves to dig ponds.
    """
    assert [(each.motion, each.proposer) for each in found(text)] == [
        ("Motion 1 - Bus shelters", "Ida Marsh"),
        ("Motion 2 - Ponds", "Tam Oakshott"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Proposed Amount    Proposed Funding Source",
        "Proposed changes to the rota",
        "Seconded staff",
        "Amendments to these motions must be sent by councillors to the Head of Law by noon",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert names(text) == []


def test_a_proposer_alone_counts_only_in_motions_and_amendments() -> None:
    assert names("Proposed by: Cllr Ida Marsh", kind="report", title="Bus shelters") == []


@pytest.mark.parametrize("where", ["minutes", "front"])
def test_what_was_moved_at_a_meeting_that_is_over_is_not_told_here(where: str) -> None:
    assert names("Proposed by Councillor Ida Marsh, seconded by Councillor Tam Oakshott", where=where) == []


def test_the_titles_of_motions_in_an_agenda_end_with_their_authors() -> None:
    text = "10. Notice of Motions\n10a. Bus shelters - Councillor I Marsh\nThat we build.\n10b. Ponds - Councillor Oakshott"
    assert [(each.motion, each.proposer) for each in found(text, title="Notice of Motions")] == [
        ("10a. Bus shelters", "I Marsh"),
        ("10b. Ponds", "Oakshott"),
    ]


def test_parties_behind_names_are_left_out() -> None:
    assert names("(1) Councillor Marsh (Lab) to move, seconded by Councillor Oakshott (Ind):") == [("Marsh", "Oakshott")]
    assert names("(3) From Councillor Ida Marsh (Ind):") == [("Ida Marsh", None)]


def test_a_motion_of_another_meeting_is_history() -> None:
    text = "At its meeting in May Council resolved, on a motion proposed by Cllr Marsh and seconded by Cllr Oakshott, to dig."
    assert names(text, where="paper", title="Response to Motion") == []


def test_the_evidence_says_once_what_stands_on_one_line() -> None:
    (mover,) = found("Proposed by: Councillor Ida Marsh\nSeconded by: Councillor Tam Oakshott")
    assert [each.text for each in mover.evidence] == ["Proposed by: Councillor Ida Marsh Seconded by: Councillor Tam Oakshott"]
