"""Limbs of resolutions in minutes, which are numbered as businesses are."""

from __future__ import annotations

from builders import document

from agendapack.stages.front import front

HEAD = "Minutes of the Scrutiny Panel held on 4 December 2031\n\nPresent: Cllr H Bass (Chair), Cllr R Dow\n\n"
LIMBS = "1. To ask for figures by practice.\n2. To invite the dental committee in March.\n\n"


def numbers(minutes: str) -> list[str | None]:
    return [item.number for item in front(document(HEAD + minutes)).items]


def test_what_is_listed_beneath_a_stem_is_no_business() -> None:
    assert numbers(f"**3. GP access**\n\nThe Panel resolved:\n\n{LIMBS}**4. Work programme**\n\nThe Panel AGREED it.\n") == [
        "3",
        "4",
    ]


def test_without_a_stem_above_them_the_same_rows_are_businesses() -> None:
    assert numbers("1. Apologies\n\nNone.\n\n2. Minutes\n\nThe Panel AGREED them.\n") == ["1", "2"]


def test_bold_rows_beneath_a_resolution_go_on_with_the_business() -> None:
    assert numbers("**1. Apologies**\n\nRESOLVED:\n\nThat they be noted.\n\n**2. Minutes**\n\nAgreed.\n") == ["1", "2"]
