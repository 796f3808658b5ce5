"""A whole pack divided: agendas with papers, supplements, lone reports, minutes."""

from __future__ import annotations

from builders import Sheet, front_sheet, line, lines, listed, pack
from msgspec.structs import replace

from agendapack.layout import Bookmark, Business, Document, FrontSheet, Listed
from agendapack.stages.split import split
from agendapack.stages.tidy import tidy

PROSE = "The service has been reviewed over the past year and its cost\nis met from the budget that the Council agreed."
PARKS = f"CABINET – 4 June 2031\n\n**Parks Charter**\n\nReport by the Director of Place\n\n{PROSE}"
ROADS = f"CABINET – 4 June 2031\n\n**Winter Roads**\n\nReport by the Director of Place\n\n{PROSE}"
BLANK = "This page is intentionally left blank"


def divided(document: Document, front: FrontSheet) -> tuple[Business, ...]:
    return split(tidy(document), front)


def papers_of(businesses: tuple[Business, ...]) -> dict[str | None, list[str]]:
    return {business.listed.number: [paper.title for paper in business.papers] for business in businesses}


def test_items_hold_their_papers() -> None:
    document = pack(
        "AGENDA",
        Sheet(PARKS, number=1, item="4"),
        Sheet(BLANK, number=2),
        Sheet(f"**Appendix A – Map**\n\n{PROSE}", number=3),
        Sheet(ROADS, number=4, item="5"),
    )
    found = divided(document, front_sheet(listed("4", "Parks Charter", pages=(1, 3)), listed("5", "Winter Roads", pages=(4, 4))))
    assert papers_of(found) == {"4": ["Parks Charter", "Appendix A – Map"], "5": ["Winter Roads"]}
    assert [(business.first, business.last) for business in found] == [(2, 4), (5, 5)]


def test_a_heading_that_the_first_sheets_of_several_items_share_is_a_brand() -> None:
    document = pack(
        "AGENDA",
        Sheet(f"**CRANMERE**\n\n**Splash pad: a fourth month?**\n\n{PROSE}", item="4"),
        Sheet(f"**CRANMERE**\n\n**Leisure contract: two years on**\n\n{PROSE}", item="5"),
    )
    found = divided(document, front_sheet(listed("4", "Splash Pad"), listed("5", "Contract")))
    assert papers_of(found) == {"4": ["Splash pad: a fourth month?"], "5": ["Leisure contract: two years on"]}


def test_a_heading_of_one_item_alone_is_its_title() -> None:
    document = pack(
        "AGENDA",
        Sheet(f"**CRANMERE**\n\n**Splash pad: a fourth month?**\n\n{PROSE}", item="4"),
        Sheet(f"**Leisure contract: two years on**\n\n{PROSE}", item="5"),
    )
    found = divided(document, front_sheet(listed("4", "Splash Pad"), listed("5", "Contract")))
    assert papers_of(found) == {"4": ["CRANMERE"], "5": ["Leisure contract: two years on"]}


def test_items_without_papers_have_none() -> None:
    found = divided(pack("AGENDA", Sheet(PARKS, item="4")), front_sheet(listed("1", "Apologies"), listed("4", "Parks Charter")))
    assert papers_of(found) == {"1": [], "4": ["Parks Charter"]}


def test_an_agenda_alone_has_items_and_no_sheets() -> None:
    found = divided(pack("AGENDA"), front_sheet(listed("1", "Apologies"), kind="agenda"))
    assert [(business.first, business.papers) for business in found] == [(None, ())]


def test_a_lone_report_is_one_business_with_the_report_s_title() -> None:
    document = pack(PARKS, PROSE, f"**Appendix 1 – Costs**\n\n{PROSE}")
    (found,) = divided(document, front_sheet(sheets=0, kind="report"))
    assert (found.listed.number, found.listed.title, found.first, found.last) == (None, "Parks Charter", 1, 3)
    assert [paper.title for paper in found.papers] == ["Parks Charter", "Appendix 1 – Costs"]


def test_a_lone_report_that_keeps_its_stamp_has_its_number() -> None:
    (found,) = divided(pack(Sheet(PARKS, item="8"), PROSE), front_sheet(sheets=0, kind="report"))
    assert (found.listed.number, found.listed.title) == ("8", "Parks Charter")


def test_a_supplement_without_a_list_has_what_is_stamped() -> None:
    marks = (Bookmark(0, "5 Winter Roads Policy", 3),)
    document = pack("SUPPLEMENT", Sheet(PARKS, item="4"), Sheet(ROADS, item="5"), bookmarks=marks)
    found = divided(document, front_sheet(kind="addenda"))
    assert [(b.listed.number, b.listed.title) for b in found] == [("4", "Parks Charter"), ("5", "Winter Roads Policy")]


def test_a_supplement_with_neither_list_nor_stamps_is_one_business_after_its_letter() -> None:
    (found,) = divided(pack("SUPPLEMENT", PARKS, PROSE), front_sheet(kind="addenda"))
    assert (found.listed.number, found.listed.title, found.first, found.last) == (None, "Parks Charter", 2, 3)


def test_minutes_have_their_items_where_they_are_minuted_and_no_papers() -> None:
    first = Listed("1", "Apologies", lines("1. Apologies\nNone were received."))
    second = Listed("2", "Budget", (line("2. Budget", sheet=1, top=500), line("It was agreed.", sheet=2)))
    found = divided(pack(PROSE, PROSE), front_sheet(first, second, sheets=2, kind="minutes"))
    assert [(business.first, business.last) for business in found] == [(1, 1), (1, 2)]
    assert papers_of(found) == {"1": [], "2": []}


def test_minutes_without_numbered_business_are_one() -> None:
    (found,) = divided(pack(PROSE, PROSE), front_sheet(sheets=2, kind="minutes"))
    assert (found.first, found.last) == (1, 2)


def test_a_parish_pack_without_stamps_or_outline_is_placed_by_titles() -> None:
    minutes = "Minutes of the meeting of Pennick Parish Council held on 6 May 2031 at 7.00 pm\n\n" + PROSE
    accounts = "**Accounts for payment**\n\nGrass cutting   120.00\nHall hire        36.00"
    entries = listed("3", "Minutes of the last meeting"), listed("4", "Highways"), listed("5", "Accounts for Payment")
    found = divided(pack("AGENDA", minutes, accounts), front_sheet(*entries, body="Parish Council"))
    assert {b.listed.number: (b.first, b.last) for b in found} == {"3": (2, 2), "4": (None, None), "5": (3, 3)}


def test_the_label_by_which_the_agenda_calls_a_paper_is_no_part_of_its_title() -> None:
    """Where it does not say so, "Enclosure 3" is the label of an annex."""
    sheet = f"Enclosure 3\n\n**WINTER ROADS**\n\n{PROSE}"
    plain = listed("4", "Winter Roads")
    called = replace(plain, lines=(*plain.lines, line("Report by the Director (Enclosure 3)")))
    assert papers_of(divided(pack("AGENDA", sheet), front_sheet(called))) == {"4": ["WINTER ROADS"]}
