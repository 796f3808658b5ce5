"""Records put together from what the stages found: ids, printed pages, the pack's status."""

from __future__ import annotations

import pytest
from builders import Sheet, front_sheet, lines, listed, pack
from msgspec.structs import replace

from agendapack import assemble
from agendapack.layout import Document, FrontSheet, Listed
from agendapack.records import AgendaPack, Finding, Item, Source
from agendapack.stages.split import split
from agendapack.stages.tidy import tidy

SOURCE = Source(file="pack.pdf", sha256="0" * 64, sheets=3)
REPORT = """
CABINET – 4 June 2031

**Parks Charter**

Report by the Director of Place

**RECOMMENDATION**

The Cabinet is RECOMMENDED to:

    (a)   agree the charter;
    (b)   ask the Director to
          (i)   publish it; and
          (ii)  report on it in a year.

1. The service has been reviewed over the past year.

Contact Officer: Ann Marsh, Head of Parks  ann.marsh@downshire.example
"""


def items_of(document: Document, front: FrontSheet) -> tuple[Item, ...]:
    document = tidy(document)
    return assemble.items(document, front, split(document, front), {})


def parks() -> Item:
    document = pack("AGENDA", Sheet(REPORT, number=7, item="4"), Sheet("The end.", number=8))
    (item,) = items_of(document, front_sheet(listed("4", "Parks Charter", pages=(7, 8))))
    return item


def test_an_item_carries_what_the_agenda_says_and_where_its_papers_are() -> None:
    item = parks()
    assert (item.number, item.title, item.printed_pages, item.pdf_pages) == ("4", "Parks Charter", (7, 8), (2, 3))
    assert [each.text for each in item.evidence] == ["4. Parks Charter"]


def test_a_paper_carries_its_own_fields() -> None:
    (report,) = parks().reports
    assert (report.title, report.report_by, report.pdf_pages, report.printed_pages) == (
        "Parks Charter",
        "Director of Place",
        (2, 3),
        (7, 8),
    )
    assert [limb.text for limb in report.recommendations] == ["agree the charter;", "ask the Director to"]
    assert [contact.name for contact in report.contacts] == ["Ann Marsh"]


def test_ids_name_the_way_to_a_record() -> None:
    item = parks()
    (report,) = item.reports
    assert (item.id, report.id) == ("item-4", "item-4/paper-1")
    assert [limb.id for limb in report.recommendations] == ["item-4/paper-1/rec-1", "item-4/paper-1/rec-2"]
    assert [limb.id for limb in report.recommendations[1].children] == ["item-4/paper-1/rec-2-1", "item-4/paper-1/rec-2-2"]
    assert [contact.id for contact in report.contacts] == ["item-4/paper-1/contact-1"]


def test_ids_differ_where_numbers_are_printed_twice_or_not_at_all() -> None:
    entries = listed("1", "Parks"), listed("1", "Land sale"), listed(None, "Roads"), listed(None, "Rates"), listed("2", "Trees")
    found = items_of(pack("AGENDA", "x"), front_sheet(*entries))
    assert [item.id for item in found] == ["item-1", "item-1-2", "item", "item-2", "item-2-2"]


def test_an_agenda_without_papers_has_items_without_sheets() -> None:
    (item,) = items_of(pack("AGENDA"), front_sheet(listed("1", "Apologies"), kind="agenda"))
    assert (item.kind, item.pdf_pages, item.reports) == ("procedural", None, ())


def test_a_lone_paper_has_no_front_contacts() -> None:
    assert assemble.front_contacts(pack(REPORT), front_sheet(sheets=0, kind="report")) == ()


def test_a_contact_above_the_list_of_business_does_not_go_on_below_it() -> None:
    text = """
Contact:  Ann Marsh
Email: ann.marsh@addle.gov.uk
No.   Item   Pages
1.   Apologies

Noel Fenn
Monitoring Officer
"""
    above, item, below = lines(text)[:3], lines(text)[3:4], lines(text)[4:]
    front = replace(front_sheet(Listed("1", "Apologies", item)), lines=(*above, *below))
    assert [(each.name, each.role) for each in assemble.front_contacts(pack(text), front)] == [
        ("Ann Marsh", None),
        ("Noel Fenn", "Monitoring Officer"),
    ]


def whole(*findings: Finding, council: str | None = None) -> AgendaPack:
    document = tidy(pack("AGENDA", Sheet(REPORT, number=7, item="4"), Sheet("The end.", number=8)))
    front = replace(front_sheet(listed("4", "Parks Charter", pages=(7, 8))), council=council)
    items = assemble.items(document, front, split(document, front), {})
    return assemble.pack(SOURCE, document=document, front=front, items=items, front_contacts=(), findings=findings)


def test_a_pack_is_partial_where_something_did_not_come_through() -> None:
    info = Finding(code="council-unknown", level="info", message="-")
    warning = Finding(code="item-not-found", level="warning", message="-")
    assert [whole().status, whole(info).status, whole(info, warning).status] == ["complete", "complete", "partial"]


@pytest.mark.parametrize(
    ("council", "nation"),
    [("Kent County Council", "England"), ("Fife Council", "Scotland"), ("Mill Addle Parish Council", None), (None, None)],
)
def test_the_nation_is_that_of_a_council_of_the_list(council: str | None, nation: str | None) -> None:
    assert whole(council=council).nation == nation


def test_evidence_knows_the_printed_page_of_its_sheet_at_any_depth() -> None:
    (report,) = whole().items[0].reports
    deepest = report.recommendations[1].children[0]
    assert [each.printed_page for each in deepest.evidence] == [7]
    assert report.kind_evidence is not None
    assert report.kind_evidence.printed_page == 7
    assert whole().items[0].evidence[0].printed_page is None


@pytest.mark.parametrize(
    "sheet",
    ["CHAPTER ONE\nThe rain had not let up since Tuesday.", "Which bin?\nPaper goes in the green one."],
    ids=["novel", "leaflet"],
)
def test_what_is_not_recognised_is_one_item_with_the_sheets_text(sheet: str) -> None:
    document = tidy(pack(sheet, "The end."))
    front = FrontSheet(0, "unknown")
    (item,) = assemble.items(document, front, split(document, front), {})
    assert (item.kind, item.title, item.reports) == ("unknown", "", ())
    assert [each.text for each in item.evidence] == [" ".join(sheet.split()), "The end."]


def test_a_paper_without_a_form_is_a_report_where_it_recommends() -> None:
    document = tidy(pack("Play areas\nRECOMMENDATION\nThe Council is RECOMMENDED to mend the swings."))
    front = FrontSheet(0, "unknown")
    (item,) = assemble.items(document, front, split(document, front), {})
    assert (item.kind, item.title) == ("report", "Play areas")


def test_the_record_says_what_made_it() -> None:
    assert whole().generator.startswith("agendapack ")


def test_a_sheet_without_a_title_is_a_council_s_where_it_answers_recommendations() -> None:
    document = tidy(pack("Recommendation              Response        Lead\nThat trees are planted      Agreed          Parks"))
    front = FrontSheet(0, "unknown")
    (item,) = assemble.items(document, front, split(document, front), {})
    assert [each.recommendation for report in item.reports for each in report.responses] == ["That trees are planted"]


FORWARD_PLAN = """
**Forward Plan**

Title of decision: Bus lane enforcement
Decision maker: Executive
Date of decision: 9 September 2031
Lead officer: Ann Marsh, Traffic Manager

Title of decision: Parking charges
Decision maker: Executive
Date of decision: 9 September 2031
Lead officer: Noel Vale, Parking Manager
"""


def test_the_lead_on_something_planned_is_none_to_be_asked_about_the_paper() -> None:
    document = pack("AGENDA", Sheet(FORWARD_PLAN, number=7, item="4"))
    (item,) = items_of(document, front_sheet(listed("4", "Executive business", pages=(7, 7))))
    (report,) = item.reports
    assert [(each.topic, each.lead) for each in report.planned] == [
        ("Bus lane enforcement", "Ann Marsh, Traffic Manager"),
        ("Parking charges", "Noel Vale, Parking Manager"),
    ]
    assert report.contacts == ()
