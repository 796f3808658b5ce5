"""Furniture: told from text, kept out of it, and used for what it says of a sheet."""

from __future__ import annotations

import pytest
from builders import HEIGHT, Sheet, line, pack
from msgspec.structs import replace

from agendapack.evidence import evidence
from agendapack.layout import Document, Line, Page
from agendapack.rules import book, using
from agendapack.stages.check import on_sheet
from agendapack.stages.tidy import tidy

PROSE = "The service has been reviewed.\nIts cost is met from the budget."


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def furniture(document: Document) -> list[list[str]]:
    return [[line.text for line in page.furniture] for page in document.pages]


def printed(document: Document) -> list[int | None]:
    return [page.printed for page in document.pages]


def own(document: Document) -> list[int | None]:
    return [page.own_number for page in document.pages]


def with_line(document: Document, sheet: int, added: Line) -> Document:
    pages = list(document.pages)
    pages[sheet - 1] = replace(pages[sheet - 1], lines=(*pages[sheet - 1].lines, added))
    return replace(document, pages=tuple(pages))


# ---- a bundle's stamps -----------------------------------------------------------------------------------------------


def test_stamps_leave_the_text_and_say_page_and_item() -> None:
    document = tidy(pack(Sheet(PROSE, number=41, item="7"), Sheet(PROSE, number=42)))
    assert [texts(page) for page in document.pages] == [PROSE.splitlines()] * 2
    assert furniture(document) == [["Page 41", "Agenda Item 7"], ["Page 42"]]
    assert printed(document) == [41, 42]
    assert [page.item_stamp for page in document.pages] == ["7", None]


def test_stamps_on_a_landscape_sheet_are_turned_with_it() -> None:
    document = tidy(pack(Sheet(PROSE, number=41), Sheet(PROSE, number=42, item="8", landscape=True), Sheet(PROSE, number=43)))
    assert (printed(document), document.page(2).item_stamp) == ([41, 42, 43], "8")
    assert texts(document.page(2)) == PROSE.splitlines()


def test_both_stamps_of_a_system_may_arrive_as_one_line() -> None:
    with using(book("ModernGov")):
        document = tidy(pack(Sheet(PROSE, number="Page 1 Agenda Item 3"), Sheet(PROSE, number=2)))
    assert (printed(document), document.page(1).item_stamp) == ([1, 2], "3")


@pytest.mark.parametrize(
    ("stamp", "item"),
    [
        ("Agenda Item 6(a)", "6a"),
        ("AGENDA ITEM NO: 6", "6"),
        ("Agenda item no. 12", "12"),
        ("Agenda Item: 5.1", "5.1"),
        ("Item No. 9", "9"),
        ("Item 4b", "4b"),
        ("Eitem 4", "4"),
    ],
)
def test_an_item_stamp_is_the_number_as_items_compare(stamp: str, item: str) -> None:
    assert tidy(pack(Sheet(PROSE, item=stamp))).page(1).item_stamp == item


def test_an_item_number_in_the_text_is_no_stamp() -> None:
    document = tidy(pack(Sheet("Agenda Item 3\nwas deferred at the last meeting.", text_at=300)))
    assert document.page(1).item_stamp is None
    assert texts(document.page(1))[0] == "Agenda Item 3"


def test_an_item_s_number_on_the_left_is_a_heading_and_no_stamp() -> None:
    """ "Item 5" top right is a template's stamp; the same words above the text on the left open a list of items."""
    document = with_line(pack(Sheet(PROSE)), 1, line("Item 5", top=60))
    assert tidy(document).page(1).item_stamp is None


@pytest.mark.parametrize("word", ["Page", "Tudalen", "PAGE"])
def test_a_welsh_bundle_numbers_its_sheets_too(word: str) -> None:
    document = tidy(pack(*(Sheet(PROSE, number=f"{word} {n}") for n in range(5, 9))))
    assert printed(document) == [5, 6, 7, 8]


# ---- numbering that does not simply run on ---------------------------------------------------------------------------


def test_front_sheets_are_not_numbered() -> None:
    document = tidy(pack("AGENDA", "1. Apologies", Sheet(PROSE, number=1), Sheet(PROSE, number=2)))
    assert printed(document) == [None, None, 1, 2]


def test_a_pack_cut_short_starts_anywhere() -> None:
    assert printed(tidy(pack(*(Sheet(PROSE, number=n) for n in range(211, 215))))) == [211, 212, 213, 214]


def test_numbering_jumps_forward_where_papers_are_missing() -> None:
    document = tidy(pack(*(Sheet(PROSE, number=n) for n in (1, 2, 3, 19, 20, 21))))
    assert printed(document) == [1, 2, 3, 19, 20, 21]


def test_a_sheet_without_a_stamp_between_two_takes_the_number_that_fits() -> None:
    document = tidy(pack(Sheet(PROSE, number=1), Sheet(PROSE), Sheet(PROSE, number=3)))
    assert printed(document) == [1, 2, 3]


def test_a_sheet_without_a_stamp_in_a_jump_takes_none() -> None:
    document = tidy(pack(Sheet(PROSE, number=1), Sheet(PROSE), Sheet(PROSE, number=9), Sheet(PROSE, number=10)))
    assert printed(document) == [1, None, 9, 10]


def test_a_reprinted_paper_keeps_the_stamps_of_another_meeting_beneath_the_bundle_s() -> None:
    """An annex may be taken from an earlier bundle, stamps and all: the series that runs through the pack is the bundle's."""
    sheets = [Sheet(PROSE, number=n) for n in (50, 51, 52, 53, 54, 55)]
    document = pack(*sheets)
    for sheet, stray in ((3, 7), (4, 8)):
        document = with_line(document, sheet, line(f"Page {stray}", sheet=sheet, top=HEIGHT - 50, x0=270))
    tidied = tidy(document)
    assert printed(tidied) == [50, 51, 52, 53, 54, 55]
    assert own(tidied) == [None, None, 7, 8, None, None]


def test_a_paper_s_own_numbers_start_again() -> None:
    feet = ["1", "2", "1", "2", "3"]
    document = tidy(pack(*(Sheet(PROSE, number=n, foot=foot) for n, foot in enumerate(feet, 30))))
    assert own(document) == [1, 2, 1, 2, 3]
    assert printed(document) == [30, 31, 32, 33, 34]


@pytest.mark.parametrize(
    ("foot", "number"),
    [
        ("4", 4),
        ("- 12 -", 12),
        ("– 3 –", 3),
        ("Page 3 of 9", 3),
        ("page 1/4", 1),
        ("Tudalen 2 o 8", 2),
        ("3 | P a g e", 3),
        ("Page | 12", 12),
    ],
)
def test_own_page_numbers_in_many_forms(foot: str, number: int) -> None:
    assert own(tidy(pack(Sheet(PROSE, foot=foot)))) == [number]


def test_bare_numbers_that_run_through_the_whole_pack_are_its_pages() -> None:
    document = tidy(pack(*(Sheet(PROSE, foot=str(n)) for n in range(3, 9))))
    assert printed(document) == [3, 4, 5, 6, 7, 8]


def test_bare_numbers_that_start_again_are_nobody_s_but_the_papers_() -> None:
    document = tidy(pack(*(Sheet(PROSE, foot=foot) for foot in ("1", "2", "3", "1", "2", "3"))))
    assert printed(document) == [None] * 6
    assert own(document) == [1, 2, 3, 1, 2, 3]


def test_a_figure_in_the_text_is_no_page_number() -> None:
    document = tidy(pack(Sheet("Homes built in the year\n412", text_at=300)))
    assert (own(document), texts(document.page(1))) == ([None], ["Homes built in the year", "412"])


# ---- running heads and footers ---------------------------------------------------------------------------------------


def test_a_head_that_its_neighbours_have_too_is_furniture() -> None:
    document = tidy(pack(*(Sheet(PROSE, head="Audit Committee - 4 June 2031") for _ in range(3))))
    assert [texts(page) for page in document.pages] == [PROSE.splitlines()] * 3


def test_a_heading_that_stands_once_in_the_margin_is_text() -> None:
    document = tidy(pack(Sheet(PROSE, head="Housing Strategy 2031"), PROSE, PROSE))
    assert texts(document.page(1))[-1] == "Housing Strategy 2031"


def test_a_title_said_again_in_smaller_type_at_the_head_of_the_next_sheet_is_furniture() -> None:
    first = "Subject:   Housing Strategy 2031\n" + PROSE
    document = with_line(pack(first, PROSE), 2, line("Housing Strategy 2031", sheet=2, top=30, size=8))
    assert furniture(tidy(document)) == [[], ["Housing Strategy 2031"]]


def test_small_type_at_one_height_on_two_sheets_far_apart_is_furniture() -> None:
    document = pack(*[PROSE] * 9)
    for sheet in (1, 9):
        document = with_line(document, sheet, line("Lyndon Council - Cabinet", sheet=sheet, top=30, size=8))
    assert [bool(found) for found in furniture(tidy(document))] == [True, *[False] * 7, True]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("A G E N D A", "AGENDA"),
        ("R E C O M M E N D A T I O N ( S )", "RECOMMENDATION(S)"),
        ("M I N U T E S :", "MINUTES:"),
        ("1. A P O L O G I E S", "1. APOLOGIES"),
        ("12   M I N U T E S", "12 MINUTES"),
        ("3 Y N Y Y N", "3 Y N Y Y N"),
        ("Y N Y", "Y N Y"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("A   B   C   D   E", "A B C D E"),
        ("P U B L I C  S P E A K I N G", "PUBLIC SPEAKING"),
        ("4.  P U B L I C  S P E A K I N G", "4. PUBLIC SPEAKING"),
    ],
)
def test_letters_that_stand_apart_are_the_words_that_they_spell(printed: str, told: str) -> None:
    assert texts(tidy(pack(printed)).page(1)) == [told]


KNOWING = "The minutes of the last meeting tell who may ask to speak; public speaking is at the end. Get that and hold her."

SPELT = {
    "a word within a line": ("RESOLVED - T H A T the depot be let", "RESOLVED - THAT the depot be let"),
    "marks within a line are none": ("Grades A B C D were given", "Grades A B C D were given"),
    "words of the document": ("P U B L I C S P E A K I N G", "PUBLIC SPEAKING"),
    "behind a number": ("4. P U B L I C S P E A K I N G", "4. PUBLIC SPEAKING"),
    "small words too": ("M I N U T E S O F T H E L A S T M E E T I N G", "MINUTES OF THE LAST MEETING"),
    "a word that the document does not use": ("P U B L I C Q U E S T I O N S", "PUBLICQUESTIONS"),
    "a word that could be made of smaller ones": ("T O G E T H E R", "TOGETHER"),
    "a colon at the end": ("P U B L I C S P E A K I N G :", "PUBLIC SPEAKING:"),
}


@pytest.mark.parametrize(("printed", "told"), SPELT.values(), ids=SPELT)
def test_letters_that_stand_apart_are_divided_into_the_words_of_the_document(printed: str, told: str) -> None:
    document = pack(f"{printed}\n\n{KNOWING}")
    spaced = document.page(1).lines[0]
    assert spaced.text == printed
    tidied = tidy(document)
    assert texts(tidied.page(1))[0] == told
    assert tidy(tidied) == tidied
    (quoted,) = evidence(tidied.page(1).lines[:1], "test")
    assert quoted.text == told
    assert on_sheet(quoted, document.page(1))


def test_a_wider_space_within_the_letters_divides_words() -> None:
    spaced = line("A N Y B O D Y", top=90)
    (span,) = spaced.spans
    wide = replace(spaced, spans=(replace(span, text="A N Y   B O D Y"),))
    document = pack(PROSE)
    document = replace(document, pages=(replace(document.page(1), lines=(wide,)),))
    assert texts(tidy(document).page(1)) == ["ANY BODY"]


def test_numbers_in_a_footer_may_count_up() -> None:
    document = tidy(pack(*(Sheet(PROSE, foot=f"Version 1.{n}   Sheet {n} of 4") for n in range(1, 5))))
    assert furniture(document) == [[f"Version 1.{n} Sheet {n} of 4"] for n in range(1, 5)]


def test_left_and_right_sheets_may_differ() -> None:
    heads = [
        "Borough of Lyndon",
        "Local Plan 2031",
        "Borough of Lyndon",
        "Local Plan 2031",
        "Borough of Lyndon",
        "Local Plan 2031",
    ]
    document = tidy(pack(*(Sheet(PROSE, head=head) for head in heads)))
    assert furniture(document) == [[head] for head in heads]


def test_a_line_that_is_repeated_at_another_height_is_text() -> None:
    """A question that each part of a form asks stands wherever the answer before it ended."""
    document = pack(PROSE, PROSE, PROSE)
    for sheet, top in ((1, 12.0), (2, 30.0), (3, 48.0)):
        document = with_line(document, sheet, line("Evidence base", sheet=sheet, top=top))
    assert all("Evidence base" in texts(page) for page in tidy(document).pages)


# ---- blank sheets ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "This page is intentionally left blank",
        "Page intentionally blank",
        "THIS PAGE HAS BEEN INTENTIONALLY LEFT BLANK",
        "This page has been left intentionally blank",
        "Mae'r dudalen hon yn wag yn fwriadol",
        "Mae’r dudalen hon yn wag yn fwriadol",
    ],
)
def test_a_padding_sheet_is_blank_though_it_says_so(words: str) -> None:
    document = tidy(pack(Sheet(PROSE, number=1), Sheet(words, number=2, text_at=400)))
    assert [page.blank for page in document.pages] == [False, True]
    assert texts(document.page(2)) == []


def test_a_bilingual_padding_sheet_says_it_twice() -> None:
    both = "Mae'r dudalen hon yn wag yn fwriadol\nThis page is intentionally left blank"
    assert tidy(pack(Sheet(both, text_at=400))).page(1).blank


def test_an_empty_sheet_is_blank_and_a_scanned_one_is_not() -> None:
    document = tidy(pack(Sheet("", number=1), Sheet("", number=2, images=1)))
    assert [page.blank for page in document.pages] == [True, False]


def test_a_padding_sheet_may_bear_the_crest() -> None:
    assert tidy(pack(Sheet("This page is intentionally left blank", images=1))).page(1).blank


# ---- the whole -------------------------------------------------------------------------------------------------------


def test_no_line_is_lost_and_tidying_again_changes_nothing() -> None:
    document = pack(
        Sheet(PROSE, number=1, item="4", head="Executive", foot="1"),
        Sheet(PROSE, number=2, head="Executive", foot="2"),
        Sheet("This page is intentionally left blank", number=3, head="Executive"),
    )
    once = tidy(document)
    assert tidy(once) == once
    for before, after in zip(document.pages, once.pages, strict=True):
        assert sorted(before.lines, key=id) == sorted((*after.lines, *after.furniture), key=id)


def test_text_that_a_reader_cannot_see_is_kept_out_and_stamps_nothing() -> None:
    shown, unseen = line("The fares rise in May.", top=300), line("The Cabinet is RECOMMENDED to refuse", top=320)
    stamp = line("Agenda Item 9", top=20, x0=480)
    sheet = replace(pack("").page(1), lines=(replace(stamp, hidden=True), shown, replace(unseen, hidden=True)))
    page = tidy(Document(pages=(sheet,))).page(1)
    assert page.lines == (shown,)
    assert page.item_stamp is None
    assert [each.text for each in page.furniture] == ["Agenda Item 9", "The Cabinet is RECOMMENDED to refuse"]


def test_a_report_s_own_head_may_name_its_item_below_the_margin() -> None:
    head = """
VALE COUNTY COUNCIL
TRANSPORT PANEL
TUESDAY, 11 MARCH 2031
                                        Agenda Item No. 3
ROAD MARKINGS
"""
    first, second = tidy(pack("AGENDA", Sheet(head, text_at=95))).pages
    assert (first.item_stamp, second.item_stamp) == (None, "3")
    assert "Agenda Item No. 3" not in [line.text for line in second.lines]
