"""Findings: what a reader is told before he relies on a record."""

from __future__ import annotations

import pytest
from builders import Sheet, front_sheet, listed, pack
from msgspec.structs import replace

from agendapack.layout import Business, Document, FrontSheet, Page, Paper
from agendapack.records import Contact, Decision, Evidence, Finding, Item, Recommendation, Report
from agendapack.stages.check import check, on_sheet
from agendapack.stages.tidy import tidy

PROSE = "The service has been reviewed over the year."
FRONT = replace(front_sheet(), council="Lyndon Borough Council", meeting_date="2031-06-04")
ITEM = Item(number="4", title="Parks", kind="report")
WHOLE = Business(listed("4", "Parks"), first=2, last=2, signals=("stamp", "outline"))


def found(
    document: Document, *businesses: Business, front: FrontSheet = FRONT, items: tuple[Item, ...] = (ITEM,), **more: object
) -> dict[str, Finding]:
    contacts = more.get("contacts", ())
    return {each.code: each for each in check(tidy(document), front, businesses, items, contacts)}  # type: ignore[arg-type]


def test_a_sound_pack_has_none() -> None:
    assert found(pack("AGENDA", Sheet(PROSE, item="4")), WHOLE) == {}


# ---- the meeting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "code"), [("council", "council-unknown"), ("body", "body-unknown"), ("meeting_date", "meeting-date-unknown")]
)
def test_what_the_front_sheets_do_not_say_is_an_information(field: str, code: str) -> None:
    findings = found(pack("AGENDA", PROSE), WHOLE, front=replace(FRONT, **{field: None}))
    assert {code: finding.level for code, finding in findings.items()} == {code: "info"}


@pytest.mark.parametrize("items", [(), (Item(number=None, title="", kind="unknown"),)], ids=["no item", "nothing but unknown"])
def test_a_file_that_is_no_pack_says_so(items: tuple[Item, ...]) -> None:
    whole = Business(listed(None, ""), first=1, last=1)
    findings = found(pack("A letter about the weather"), whole, items=items)
    assert findings["nothing-recognised"].level == "warning"


def test_a_line_of_the_agenda_that_looks_like_business_and_was_taken_for_none() -> None:
    left = pack("AGENDA", PROSE).pages[0].lines[:1]
    finding = found(pack("AGENDA", Sheet(PROSE, item="4")), WHOLE, front=replace(FRONT, passed=left))["agenda-line-left-out"]
    assert (finding.level, finding.sheet) == ("warning", 1)
    assert "'AGENDA'" in finding.message


# ---- where items stand -----------------------------------------------------------------------------------------------


def test_an_item_with_pages_that_are_not_there() -> None:
    missing = Business(listed("5", "Roads", pages=(40, 60)))
    finding = found(pack("AGENDA", Sheet(PROSE, item="4")), WHOLE, missing)["item-not-found"]
    assert (finding.level, finding.message) == (
        "warning",
        "Item 5 (Roads) is listed with pages 40 to 60, which are not in this PDF.",
    )


def test_an_item_to_follow_is_no_fault() -> None:
    later = Business(listed("5", "Roads", to_follow=True))
    assert found(pack("AGENDA", Sheet(PROSE, item="4")), WHOLE, later)["item-to-follow"].level == "info"


def test_an_item_without_papers_needs_no_finding() -> None:
    assert found(pack("AGENDA", Sheet(PROSE, item="4")), Business(listed("1", "Apologies")), WHOLE) == {}


def test_an_item_that_only_its_title_placed() -> None:
    finding = found(pack("AGENDA", PROSE), replace(WHOLE, signals=("title",)))["item-placed-by-title"]
    assert (finding.level, finding.sheet) == ("info", 2)


@pytest.mark.parametrize(("signals", "level"), [(("stamp",), "warning"), (("stamp", "printed pages"), "info")])
def test_a_signal_that_lost_is_doubt_only_where_the_winner_stands_alone(signals: tuple[str, ...], level: str) -> None:
    doubted = replace(WHOLE, signals=signals, contradicted=(("link", 3),))
    finding = found(pack("AGENDA", PROSE, ""), doubted)["item-contradicted"]
    assert (finding.level, finding.message) == (level, "Item 4 (Parks) was placed on sheet 2, but its link points to sheet 3.")


def test_a_signal_out_of_order_that_placed_nothing() -> None:
    doubted = Business(listed("5", "Roads"), contradicted=(("stamp", 2),))
    finding = found(pack("AGENDA", PROSE), WHOLE, doubted)["item-contradicted"]
    assert finding.message == "Item 5 (Roads) was not placed, but its stamp points to sheet 2."


@pytest.mark.parametrize(("pages", "agree"), [((1, 3), True), ((1, 2), True), ((1, 4), False), ((2, 3), False), ((1, 1), False)])
def test_printed_ranges_agree_with_the_sheets_with_or_without_padding(pages: tuple[int, int], agree: bool) -> None:
    document = pack(
        "AGENDA", Sheet(PROSE, number=1), Sheet(PROSE, number=2), Sheet("This page is intentionally left blank", number=3)
    )
    findings = found(document, Business(listed("4", "Parks", pages=pages), first=2, last=4, signals=("printed pages",)))
    assert ("pages-disagree" not in findings) is agree


def test_an_agenda_that_prints_first_pages_alone_says_nothing_of_the_last() -> None:
    document = pack("AGENDA", Sheet(PROSE, number=2), Sheet(PROSE, number=3), Sheet(PROSE, number=4))
    parks = Business(listed("4", "Parks", pages=(2, 2)), first=2, last=3, signals=("printed pages",))
    roads = Business(listed("5", "Roads", pages=(4, 4)), first=4, last=4, signals=("printed pages",))
    assert "pages-disagree" not in found(document, parks, roads)
    ranged = replace(roads, listed=listed("5", "Roads", pages=(4, 5)))
    assert "pages-disagree" in found(document, parks, ranged)


def test_sheets_that_are_nobody_s() -> None:
    finding = found(pack("AGENDA", PROSE, PROSE, PROSE), WHOLE)["sheets-unclaimed"]
    assert finding.message == "Sheets 3 to 4 belong to no item that the agenda lists."


def test_blank_sheets_need_nobody() -> None:
    assert found(pack("AGENDA", PROSE, "This page is intentionally left blank"), WHOLE) == {}


def test_in_minutes_every_sheet_is_somebody_s() -> None:
    front = replace(FRONT, pack_kind="minutes", sheets=2)
    assert found(pack(PROSE, PROSE), replace(WHOLE, first=1, last=1), front=front) == {}


def test_a_paper_without_a_title() -> None:
    finding = found(pack("AGENDA", PROSE), replace(WHOLE, papers=(Paper("", 2, 2, ""),)))["paper-untitled"]
    assert (finding.level, finding.sheet) == ("info", 2)


# ---- sheets that cannot be read --------------------------------------------------------------------------------------


def changed(document: Document, **fields: object) -> Document:
    first, second = document.pages
    return replace(document, pages=(first, replace(second, **fields)))


def test_a_table_that_makes_no_rows_is_told_once_for_each_sheet() -> None:
    kept = (Evidence(sheet=2, text="reviewed over"), Evidence(sheet=2, text="the year."))
    report = Report(title="Parks", kind="tracker", pdf_pages=(2, 2), unresolved=kept)
    findings = found(pack("AGENDA", Sheet(PROSE, item="4")), WHOLE, items=(ITEM.model_copy(update={"reports": (report,)}),))
    assert {code: (each.level, each.sheet) for code, each in findings.items()} == {"table-unresolved": ("warning", 2)}


def test_a_sheet_that_could_not_be_read_is_an_error() -> None:
    finding = found(changed(pack("AGENDA", ""), unreadable="its content stream is damaged"), WHOLE)["sheet-unreadable"]
    assert (finding.level, finding.sheet) == ("error", 2)


def test_a_scan_says_how_to_read_it() -> None:
    finding = found(pack("AGENDA", Sheet("", images=1)), WHOLE)["sheet-without-text"]
    assert "ocrmypdf" in (finding.hint or "")


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("(cid:3)(cid:17)(cid:88)(cid:12) x", True),
        ("\ufffd\ufffd\ufffd\ufffd report", True),
        ("\uf0b7 a bullet of a symbol font", False),
    ],
)
def test_letters_that_nobody_knows(text: str, garbled: bool) -> None:
    assert ("sheet-garbled" in found(pack("AGENDA", text), WHOLE)) is garbled


def test_text_that_nobody_sees() -> None:
    document = pack("AGENDA", PROSE)
    hidden = tuple(replace(each, hidden=True) for each in document.page(2).lines)
    assert found(changed(document, lines=hidden), WHOLE)["hidden-text"].level == "info"


# ---- evidence --------------------------------------------------------------------------------------------------------


def evidence(
    text: str, *, sheet: int = 1, bbox: tuple[float, float, float, float] | None = (72.0, 90.0, 400.0, 102.0)
) -> Evidence:
    return Evidence(sheet=sheet, bbox=bbox, text=text)


def page(text: str) -> Page:
    return tidy(pack(text)).page(1)


@pytest.mark.parametrize(
    ("quoted", "stands"),
    [
        ("The service has been reviewed", True),
        ("reviewed been has service The", True),
        ("The service has been cancelled", False),
        ("The service The service", False),
    ],
)
def test_words_stand_on_a_sheet_as_often_as_they_are_quoted(quoted: str, stands: bool) -> None:
    assert on_sheet(evidence(quoted), page(PROSE)) is stands


def test_words_outside_the_box_do_not_count() -> None:
    assert not on_sheet(evidence("Agree it"), page(f"{PROSE}\nAgree it"))
    assert on_sheet(evidence("Agree it", bbox=(72, 105, 200, 118)), page(f"{PROSE}\nAgree it"))


def test_words_in_another_column_do_not_count() -> None:
    row = page("Ward:     All")
    assert not on_sheet(evidence("All", bbox=(72, 90, 102, 102)), row)
    assert on_sheet(evidence("All", bbox=(132, 90, 150, 102)), row)


def test_a_word_that_a_line_ends_in_its_hyphen_may_go_on_below_something_else() -> None:
    sheet = page("from the budget in a low-\nPage 3 of 9\ncarbon")
    whole = (72, 90, 500, 200)
    assert on_sheet(evidence("in a low-carbon", bbox=whole), sheet)
    assert not on_sheet(evidence("in a low-water", bbox=whole), sheet)


def test_evidence_without_a_place_proves_nothing() -> None:
    assert not on_sheet(evidence("The service", bbox=None), page(PROSE))


@pytest.mark.parametrize("holder", ["recommendation", "limb", "decision", "contact"])
def test_a_record_whose_words_are_not_on_the_sheet_is_our_fault(holder: str) -> None:
    wrong = (evidence("words of nobody", sheet=2),)
    limb = Recommendation(label="i", text="x", evidence=wrong)
    item = {
        "recommendation": ITEM.model_copy(update={"recommendations": (Recommendation(label="1", text="x", evidence=wrong),)}),
        "limb": ITEM.model_copy(update={"recommendations": (Recommendation(label="1", text="x", children=(limb,)),)}),
        "decision": ITEM.model_copy(update={"decisions": (Decision(label="1", text="x", evidence=wrong),)}),
        "contact": ITEM.model_copy(update={"contacts": (Contact(name="Ann Marsh", evidence=wrong),)}),
    }[holder]
    finding = found(pack("AGENDA", PROSE), WHOLE, items=(item,))["evidence-not-on-sheet"]
    assert (finding.level, finding.sheet) == ("error", 2)


def test_a_front_contact_is_held_to_its_sheet_too() -> None:
    contact = Contact(name="Ann Marsh", evidence=(evidence("Ann Marsh"),))
    assert "evidence-not-on-sheet" in found(pack("AGENDA", PROSE), WHOLE, contacts=(contact,))


def test_evidence_may_be_furniture() -> None:
    document = pack(*(Sheet(PROSE, head="Contact: Ann Marsh") for _ in range(3)))
    contact = Contact(name="Ann Marsh", evidence=(evidence("Contact: Ann Marsh", bbox=(72, 30, 300, 42)),))
    business = replace(WHOLE, first=2, last=3)
    assert "evidence-not-on-sheet" not in found(document, business, contacts=(contact,))
