"""Which council a paper is of."""

from __future__ import annotations

import pytest
from builders import lines

from agendapack.stages import councils


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MILL ADDLE PARISH COUNCIL", ["Mill Addle Parish Council"]),
        ("Clerk to Much Addle Parish Council", ["Much Addle Parish Council"]),
        ("All Members of Stow-cum-Addle Town Council", ["Stow-cum-Addle Town Council"]),
        ("the Cabinet of Wendlemere County Council", ["Wendlemere County Council"]),
        ("SUMMONS TO ATTEND A MEETING OF LITTLE ADDLE TOWN COUNCIL", ["Little Addle Town Council"]),
        ("EAST OF WENDLE MAYORAL COMBINED AUTHORITY", ["East of Wendle Mayoral Combined Authority"]),
        ("Kent County Council", ["Kent County Council"]),
        ("Mayoral Combined Authority Board", []),
        ("Southwark Council and LB Brent", ["London Borough of Southwark", "London Borough of Brent"]),
        ("Royal Borough of Kensington & Chelsea", ["Royal Borough of Kensington and Chelsea"]),
        ("Brighton & Hove City Council", ["Brighton and Hove City Council"]),
        ("WEST NORTHAMPTONSHIRE COUNCIL", ["West Northamptonshire Council"]),
        ("Dover Town Council", ["Dover Town Council"]),
        ("the Highland Council", ["The Highland Council"]),
        ("ST ADDLE (OUTER) PARISH COUNCIL", ["St Addle (Outer) Parish Council"]),
        ("Cyngor Cymuned Llanaddl Community Council", ["Llanaddl Community Council"]),
        ("London Borough of Wandle Heath", ["London Borough of Wandle Heath"]),
        ("London Borough of Wandle Cabinet", ["London Borough of Wandle"]),
        ("Wendle Combined Fire Authority", ["Wendle Combined Fire Authority"]),
        ("About the County Council", []),
        ("The District Council and the Parish Council", []),
        ("Full Council", []),
        ("Next Parish Council Meeting: 10th February", []),
        ("The National Park Authority Office, Addle", []),
        ("Y BRYN TOWN COUNCIL", ["Y Bryn Town Council"]),
        ("the council will pay", []),
    ],
)
def test_names_councils_in_a_text(text: str, expected: list[str]) -> None:
    assert [name for name, _ in councils.names(text, "2031-01-01")] == expected


def test_a_council_that_no_longer_sits_is_not_meant() -> None:
    assert list(councils.names("Cumbria County Council", "2031-01-01")) == []
    assert [name for name, _ in councils.names("Cumbria County Council", "2020-01-01")] == ["Cumbria County Council"]


@pytest.mark.parametrize(
    ("front", "rest", "title", "expected"),
    [
        ("Cabinet\nContact: an.officer@kent.gov.uk", "", None, "Kent County Council"),
        ("Ask for: A. N. Officer\nan.officer@kent\n.gov.uk", "", None, "Kent County Council"),
        ("Cabinet", "Write to an.officer@kent.gov.uk", None, None),
        ("The board is asked to note it.", "See www.southwark.gov.uk", None, None),
        (
            "Bristol City Council would follow Nottingham City Council.\nBristol City Council pays.",
            "",
            None,
            "Bristol City Council",
        ),
        (
            "BRISTOL CITY COUNCIL\nas Derby City Council and Nottingham City Council do\nand as Nottingham City Council says",
            "",
            None,
            "Bristol City Council",
        ),
        ("Cabinet", "Kent County Council said.\nMedway Council agreed.\nKent County Council paid.", None, "Kent County Council"),
        ("Cabinet", "", "Agenda of Wendlemere Borough Council", "Wendlemere Borough Council"),
        ("as at Bristol\nCity Council's offices", "", None, "Bristol City Council"),
        ("Cyngor Sir Calderwick\nCalderwick County Council\nPwyllgor Cynllunio", "", None, "Calderwick County Council"),
        ("Bristol City Council and Nottingham City Council", "", None, None),
        ("Bristol City Council\nCabinet\nNottingham City Council", "", None, "Bristol City Council"),
        ("The bus\nBristol City Council and Nottingham City Council", "", None, None),
        (
            "Downshire Combined Authority Board\nMembers  Derby City Council\nLeicester City Council",
            "",
            None,
            "Downshire Combined Authority",
        ),
        ("Decisions of the Cabinet\nTaken by the Cabinet of Wendle Vale Council on Tuesday", "", None, "Wendle Vale Council"),
        (
            "Draft Minutes of the Annual Meeting of Much Addle Parish Council held in May\nDover District Council's hall\n"
            "as Dover District Council says and Dover District Council knows",
            "",
            None,
            "Much Addle Parish Council",
        ),
        ("Cofnodion Cyngor Tref Llanaddl\na gynhaliwyd nos Lun", "", None, "Cyngor Tref Llanaddl"),
        ("BOROUGH OF ADDLE\nPlanning Committee", "", None, "Borough of Addle"),
        ("Metropolitan Borough of Addle and Wendle\nCabinet", "", None, "Metropolitan Borough of Addle and Wendle"),
        ("Borough of Dacorum\nCabinet", "", None, "Dacorum Borough Council"),
        ("Cabinet\nRoads in the Borough of Addle", "", None, None),
        ("Borough of Addle\nMill Addle Town Council\nMill Addle Town Council meets", "", None, "Mill Addle Town Council"),
        ("CYNGOR TREF LLANADDL     LLANADDL TOWN COUNCIL", "", None, "Llanaddl Town Council"),
        ("CYNGOR CYMUNED LLANADDL / LLANADDL COMMUNITY COUNCIL", "", None, "Llanaddl Community Council"),
    ],
)
def test_weighs_names_by_place(front: str, rest: str, title: str | None, expected: str | None) -> None:
    found = councils.find(lines(front), lines(rest), title, "2031-01-01")
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("PLANNING AND HIGHWAYS COMMITTEE", "Planning and Highways Committee"),
        ("CABINET MEMBER FOR CHILDREN'S SERVICES", "Cabinet Member for Children's Services"),
        ("Audit Committee", "Audit Committee"),
        ("STOKE-ON-ADDLE BOARD", "Stoke-On-Addle Board"),
    ],
)
def test_writes_capitals_as_in_a_sentence(printed: str, expected: str) -> None:
    assert councils.title_case(printed) == expected
