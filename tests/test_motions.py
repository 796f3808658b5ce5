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


@pytest.mark.parametrize("text", ["Proposed Amount    Proposed Funding Source", "Proposed changes to the rota", "Seconded staff"])
def test_what_names_nobody(text: str) -> None:
    assert names(text) == []


def test_a_proposer_alone_counts_only_in_motions_and_amendments() -> None:
    assert names("Proposed by: Cllr Ida Marsh", kind="report", title="Bus shelters") == []


@pytest.mark.parametrize("where", ["minutes", "front"])
def test_what_was_moved_at_a_meeting_that_is_over_is_not_told_here(where: str) -> None:
    assert names("Proposed by Councillor Ida Marsh, seconded by Councillor Tam Oakshott", where=where) == []
