"""Which sheets are whose: stamps, page numbers, outline, links and titles, each alone and against each other."""

from __future__ import annotations

import pytest
from builders import Sheet, front_sheet, line, listed, pack
from msgspec.structs import replace

from agendapack.layout import Bookmark, Box, Business, Document, FrontSheet, Link
from agendapack.matching import item_number
from agendapack.stages.openings import opening
from agendapack.stages.place import item_bookmarks, place
from agendapack.stages.tidy import tidy

PROSE = "The service has been reviewed over the year\nand its cost is met from the budget."


def placed(document: Document, front: FrontSheet) -> tuple[Business, ...]:
    document = tidy(document)
    return place(document, front, {page.sheet: opening(page, document.body_size) for page in document.pages})


def ranges(businesses: tuple[Business, ...]) -> dict[str | None, tuple[int | None, int | None]]:
    return {business.listed.number: (business.first, business.last) for business in businesses}


def prose(count: int, start: int) -> list[Sheet]:
    return [Sheet(PROSE, number=start + n) for n in range(count)]


# ---- one kind of evidence alone --------------------------------------------------------------------------------------


def test_stamps_place_items() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="4"), PROSE, Sheet(PROSE, item="6"), PROSE)
    found = placed(document, front_sheet(listed("4", "Parks"), listed("5", "Apologies"), listed("6", "Roads")))
    assert ranges(found) == {"4": (2, 3), "5": (None, None), "6": (4, 5)}
    assert found[0].signals == ("stamp",)


def test_printed_pages_place_items_where_front_sheets_are_not_counted() -> None:
    document = pack("AGENDA", "AGENDA", *prose(5, 1))
    found = placed(document, front_sheet(listed("4", "Parks", pages=(1, 2)), listed("5", "Roads", pages=(3, 5)), sheets=2))
    assert ranges(found) == {"4": (3, 4), "5": (5, 7)}


def test_printed_pages_place_items_where_front_sheets_are_counted() -> None:
    document = pack(*(Sheet("AGENDA", number=n) for n in (1, 2)), *prose(3, 3))
    found = placed(document, front_sheet(listed("4", "Parks", pages=(3, 4)), listed("5", "Roads", pages=(5, 5)), sheets=2))
    assert ranges(found) == {"4": (3, 4), "5": (5, 5)}


def test_numbering_that_jumps_still_places_what_is_there() -> None:
    """The papers of item 5, pages 3 to 90, were published in a second file."""
    document = pack("AGENDA", *prose(2, 1), *prose(2, 91))
    entries = listed("4", "Parks", pages=(1, 2)), listed("5", "Roads", pages=(3, 90)), listed("6", "Rates", pages=(91, 92))
    assert ranges(placed(document, front_sheet(*entries))) == {"4": (2, 3), "5": (None, None), "6": (4, 5)}


def test_a_heading_of_the_minutes_is_not_the_business_of_the_same_title() -> None:
    headings = ("MINUTES of the meeting held on 9 May 2031", "**Members' Interests**")
    minutes = (Sheet(f"{heading}\n\n{PROSE}", number=n) for n, heading in enumerate(headings, 3))
    document = pack(*(Sheet("AGENDA", number=n) for n in (1, 2)), *minutes, *prose(1, 5))
    entries = listed("1", "Minutes", pages=(3, 4)), listed("2", "Members' Interests"), listed("3", "Roads", pages=(5, 5))
    assert ranges(placed(document, front_sheet(*entries, sheets=2))) == {"1": (3, 4), "2": (None, None), "3": (5, 5)}


FORM = "Application No:   {0}\nLocation:   {1}\nProposal:   Six houses\nCase Officer:   Ruth Vale"


def test_a_sheet_may_print_its_item_s_number_at_the_head_of_its_text() -> None:
    papers = ["Vale Council        Item 3\n\n**Stile or gate?**", "Vale Council        Item 4\n\n**What we spend**"]
    front = FrontSheet(1, "agenda_pack", items=(listed("3", "Footpath 14"), listed("4", "Budget")))
    assert ranges(placed(pack("Agenda", *papers), front)) == {"3": (2, 2), "4": (3, 3)}


def test_applications_that_the_agenda_does_not_name_are_of_its_schedule() -> None:
    papers = [FORM.format("31/00668/FUL", "18 Mill Lane"), FORM.format("31/00669/FUL", "3 Quay Street")]
    named = FORM.format("31/00002/HOU", "5 Long Acre")
    entries = listed("4", "Schedule of Planning Applications"), listed("5", "31/00002/HOU - 5 Long Acre")
    found = placed(pack("AGENDA", *papers, named), front_sheet(*entries))
    assert ranges(found) == {"4": (2, 3), "5": (4, 4)}


def test_applications_under_business_of_their_own_are_not_of_the_heading_above_them() -> None:
    entries = listed("4", "Planning Applications"), listed("4a", "31/00002/HOU - 5 Long Acre")
    found = placed(pack("AGENDA", FORM.format("31/00668/FUL", "18 Mill Lane")), front_sheet(*entries))
    assert ranges(found) == {"4": (None, None), "4a": (None, None)}


def test_the_outline_places_items() -> None:
    marks = (Bookmark(0, "Agenda", 1), Bookmark(0, "4 Parks", 2), Bookmark(1, "Map of parks", 3), Bookmark(0, "5 Roads", 4))
    document = pack("AGENDA", PROSE, PROSE, PROSE, bookmarks=marks)
    found = placed(document, front_sheet(listed("4", "Parks"), listed("5", "Roads")))
    assert ranges(found) == {"4": (2, 3), "5": (4, 4)}


def test_links_on_the_agenda_place_items() -> None:
    link = Link(Box(72, 90, 200, 102), 3)
    document = pack(Sheet("AGENDA", links=(link,)), PROSE, PROSE)
    entries = listed("4", "Parks", top=72), listed("5", "Roads", top=90)
    found = placed(document, front_sheet(*entries))
    assert ranges(found) == {"4": (None, None), "5": (3, 3)}
    assert found[1].signals == ("link",)


def test_a_link_within_the_agenda_places_nothing() -> None:
    document = pack(Sheet("AGENDA", links=(Link(Box(72, 72, 200, 84), 1),)), PROSE)
    assert ranges(placed(document, front_sheet(listed("4", "Parks")))) == {"4": (None, None)}


def test_titles_place_items_where_nothing_else_does() -> None:
    report = "{}\n\nReport by the Director of Place\n\n" + PROSE
    document = pack(
        "AGENDA",
        "CABINET – 4 June 2031\n\n" + report.format("Parks and Open Spaces Charter"),
        PROSE,
        "CABINET – 4 June 2031\n\n" + report.format("Winter Road Maintenance"),
    )
    found = placed(document, front_sheet(listed("4", "Parks and open spaces charter"), listed("5", "Winter Road Maintenance")))
    assert ranges(found) == {"4": (2, 3), "5": (4, 4)}
    assert [business.signals for business in found] == [("title",), ("title",)]


def test_the_agenda_s_page_numbers_count_where_sheets_print_none_once_an_item_is_found() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="4"), PROSE, PROSE, PROSE)
    entries = listed("4", "Parks", pages=(1, 2)), listed("5", "Roads", pages=(3, 4))
    assert ranges(placed(document, front_sheet(*entries))) == {"4": (2, 3), "5": (4, 5)}


# ---- several kinds against each other --------------------------------------------------------------------------------


def test_a_stray_stamp_in_a_reprinted_annex_is_outvoted_and_kept() -> None:
    entries = listed("4", "Parks", pages=(1, 3)), listed("5", "Roads", pages=(4, 5))
    document = pack(
        "AGENDA",
        Sheet(PROSE, number=1, item="4"),
        Sheet(PROSE, number=2, item="5"),
        Sheet(PROSE, number=3),
        Sheet(PROSE, number=4, item="5"),
        Sheet(PROSE, number=5),
    )
    found = placed(document, front_sheet(*entries))
    assert ranges(found) == {"4": (2, 4), "5": (5, 6)}
    assert found[1].contradicted == (("stamp", 3),)


def test_a_stamp_on_each_sheet_of_an_item_contradicts_nothing() -> None:
    document = pack("AGENDA", *(Sheet(PROSE, item="4") for _ in range(3)), *(Sheet(PROSE, item="5") for _ in range(2)))
    found = placed(document, front_sheet(listed("4", "Parks"), listed("5", "Roads")))
    assert ranges(found) == {"4": (2, 4), "5": (5, 6)}
    assert [business.contradicted for business in found] == [(), ()]


def test_an_outline_of_headings_with_numbers_of_their_own_is_not_the_agenda_s() -> None:
    """Word headings are numbered too: "4 Financial implications" is no item 4."""
    marks = (Bookmark(0, "4 Financial implications", 3), Bookmark(0, "5 Legal implications", 3))
    document = pack("AGENDA", Sheet(PROSE, item="4"), PROSE, Sheet(PROSE, item="5"), bookmarks=marks)
    found = placed(document, front_sheet(listed("4", "Parks"), listed("5", "Roads")))
    assert ranges(found) == {"4": (2, 3), "5": (4, 4)}


def test_sheets_never_fall_as_items_rise() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="6"), Sheet(PROSE, item="4"), Sheet(PROSE, item="5"), Sheet(PROSE, item="6"))
    found = placed(document, front_sheet(listed("4", "Parks"), listed("5", "Roads"), listed("6", "Rates")))
    assert ranges(found) == {"4": (3, 3), "5": (4, 4), "6": (5, 5)}


def test_numbers_that_start_again_in_part_two_belong_to_their_part() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="1"), Sheet(PROSE, item="2"), Sheet(PROSE, item="1"), Sheet(PROSE, item="2"))
    part_one, part_two = (listed("1", "Parks"), listed("2", "Roads")), (listed("1", "Land sale"), listed("2", "Tender"))
    found = placed(document, front_sheet(*part_one, *part_two))
    assert [business.first for business in found] == [2, 3, 4, 5]


def test_two_items_may_share_their_papers() -> None:
    document = pack("AGENDA", *prose(4, 1))
    entries = listed("4", "Parks", pages=(1, 2)), listed("5", "Roads", pages=(1, 2)), listed("6", "Rates", pages=(3, 4))
    assert ranges(placed(document, front_sheet(*entries))) == {"4": (2, 3), "5": (2, 3), "6": (4, 5)}


def test_items_with_sub_numbers_are_items_of_their_own() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="6(a)"), PROSE, Sheet(PROSE, item="Agenda Item 6 b"))
    found = placed(document, front_sheet(listed("6a", "Land at Mill Lane"), listed("6(b)", "The Old Forge")))
    assert ranges(found) == {"6a": (2, 3), "6(b)": (4, 4)}


def test_a_pack_cut_short_leaves_its_last_items_without_sheets() -> None:
    document = pack("AGENDA", *prose(3, 1))
    entries = listed("4", "Parks", pages=(1, 2)), listed("5", "Roads", pages=(3, 40)), listed("6", "Rates", pages=(41, 60))
    assert ranges(placed(document, front_sheet(*entries))) == {"4": (2, 3), "5": (4, 4), "6": (None, None)}


def test_minutes_are_placed_by_the_item_that_approves_them() -> None:
    minutes = "MINUTES of the meeting held on Tuesday, 6 May 2031 at 7.00 pm\n\n" + PROSE
    document = pack("AGENDA", minutes, PROSE)
    found = placed(document, front_sheet(listed("3", "To approve the minutes of the last meeting"), kind="agenda_pack"))
    assert ranges(found) == {"3": (2, 3)}


# ---- packs that list nothing -----------------------------------------------------------------------------------------


def test_a_supplement_without_a_list_has_the_items_that_are_stamped() -> None:
    marks = (Bookmark(0, "7 Budget Monitoring", 2), Bookmark(0, "9 School Streets", 4))
    document = pack(
        "SUPPLEMENT", Sheet(PROSE, number=1, item="7"), Sheet(PROSE, number=2), Sheet(PROSE, number=3, item="9"), bookmarks=marks
    )
    found = placed(document, front_sheet(kind="addenda"))
    assert [(b.listed.number, b.listed.title, b.first, b.last) for b in found] == [
        ("7", "Budget Monitoring", 2, 3),
        ("9", "School Streets", 4, 4),
    ]


def test_where_nothing_is_listed_or_stamped_nothing_is_placed() -> None:
    assert placed(pack(PROSE, PROSE), front_sheet(sheets=0)) == ()


# ---- numbers and outlines --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("printed", "number"), [("5.", "5"), ("5 (a)", "5a"), ("5A", "5a"), ("(12)", "12"), ("A1", "a1")])
def test_numbers_compare_without_brackets_stops_and_case(printed: str, number: str) -> None:
    assert item_number(printed) == number


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (("4 Parks", "5 Roads"), ["4", "5"]),
        (("4. Parks", "5) Roads"), ["4", "5"]),
        (("Item 4 Parks", "ITEM 5: Roads"), ["4", "5"]),
        (("4a Parks", "4b Roads"), ["4a", "4b"]),
        (("Parks", "2031 in figures and maps"), ["2031"]),
        (("Parks", "Roads"), []),
    ],
)
def test_outline_entries_of_items(titles: tuple[str, ...], numbers: list[str]) -> None:
    marks = [Bookmark(0, title, sheet) for sheet, title in enumerate(titles, 2)]
    assert [number for number, _, _ in item_bookmarks(marks)] == numbers


def test_items_may_stand_on_the_second_level_of_the_outline() -> None:
    marks = [Bookmark(0, "Agenda", 1), Bookmark(1, "4 Parks", 2), Bookmark(1, "5 Roads", 3)]
    assert [mark.sheet for _, _, mark in item_bookmarks(marks)] == [2, 3]


def test_a_paper_stamped_for_one_item_is_not_another_s_of_the_same_title() -> None:
    """The private part lists the same business again; its papers are not published."""
    document = pack("AGENDA", Sheet("**PARKING ORDER**\n\n" + PROSE, item="6"), PROSE)
    found = placed(document, front_sheet(listed("6", "Parking Order"), listed("11", "Parking Order")))
    assert ranges(found) == {"6": (2, 3), "11": (None, None)}


# ---- the annex that the agenda names ---------------------------------------------------------------------------------


def _with_annexes(*labels: str) -> Document:
    return pack("AGENDA", *(Sheet(f"**APPENDIX {label}**\n\n**Something Else of {label}**\n\n{PROSE}") for label in labels))


def test_an_annex_that_the_agenda_names_places_its_business() -> None:
    front = front_sheet(listed("4", "Parks (Appendix A)"), listed("5", "Roads (Appendix B)"))
    assert ranges(placed(_with_annexes("A", "B"), front)) == {"4": (2, 2), "5": (3, 3)}


def test_an_annex_of_which_there_are_two_places_nothing() -> None:
    front = front_sheet(listed("4", "Parks (Appendix A)"))
    assert ranges(placed(_with_annexes("A", "B", "A"), front)) == {"4": (None, None)}


def test_a_sheet_may_be_headed_by_an_item_s_roman_number() -> None:
    papers = ["Item iii\n\n**Stile or gate?**", "Agenda item iv\n\n**What we spend**"]
    front = FrontSheet(1, "agenda_pack", items=(listed("iii", "Footpath 14"), listed("iv", "Budget")))
    assert ranges(placed(pack("Agenda", *papers), front)) == {"iii": (2, 2), "iv": (3, 3)}


def test_the_only_work_programme_is_that_of_the_only_item_that_is_one() -> None:
    roads, plan = f"**Winter Roads**\n\n{PROSE}", f"**Audit Committee: work programme 2031/32**\n\n{PROSE}"
    front = front_sheet(listed("4", "Winter Roads"), listed("5", "Forward plan"))
    assert ranges(placed(pack("AGENDA", roads, plan), front)) == {"4": (2, 2), "5": (3, 3)}
    assert ranges(placed(pack("AGENDA", roads, plan, plan), front))["5"] == (None, None)


def test_a_report_that_the_agenda_calls_an_enclosure_stands_before_an_appendix_of_the_item_s_title() -> None:
    item = listed("4", "School Estate Strategy")
    item = replace(item, lines=(*item.lines, line("Report by the Director (Enclosure 1)")))
    papers = [f"Enclosure 1\n\n**Schools: what we plan**\n\n{PROSE}", f"**School Estate Strategy**\n\n{PROSE}"]
    assert ranges(placed(pack("AGENDA", *papers), front_sheet(item))) == {"4": (2, 3)}


def test_the_stamp_of_a_point_that_is_not_listed_places_the_business_it_is_a_point_of() -> None:
    document = pack("AGENDA", Sheet(PROSE, item="1(3)"), Sheet(PROSE, item="13"))
    found = placed(document, front_sheet(listed("1", "General"), listed("13", "Roads")))
    assert ranges(found) == {"1": (2, 2), "13": (3, 3)}


def test_what_arises_from_the_minutes_has_not_the_minutes_for_its_paper() -> None:
    minutes = "MINUTES of the meeting held on Tuesday, 6 May 2031 at 7.00 pm\n\n" + PROSE
    entries = listed("3", "Minutes of the last meeting"), listed("4", "Matters arising")
    assert ranges(placed(pack("AGENDA", minutes), front_sheet(*entries))) == {"3": (2, 2), "4": (None, None)}


def test_a_paper_s_number_that_the_agenda_prints_in_brackets_places_its_item() -> None:
    sheets = [f"PAPER NO. 31-{number}\n\n{PROSE}" for number in (210, 212)]
    entries = (
        replace(listed("4", title), lines=(line(f"4. {title} (Paper No. 31-{number})"),))
        for title, number in (("Annual report", 210), ("Work programme", 212))
    )
    front = FrontSheet(1, "agenda_pack", items=tuple(entries))
    assert [found.first for found in placed(pack("AGENDA", *sheets), front)] == [2, 3]
