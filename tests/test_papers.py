"""The sheets of a business divided into its papers."""

from __future__ import annotations

import pytest
from builders import Sheet, listed, pack

from agendapack.layout import Bookmark, Business, Document, Paper
from agendapack.stages.openings import opening
from agendapack.stages.papers import paper_lines, papers
from agendapack.stages.tidy import tidy

PROSE = "The service has been reviewed over the past year and its cost\nis met from the budget that the Council agreed."
REPORT = f"CABINET – 4 June 2031\n\n**Parks Charter**\n\nReport by the Director of Place\n\n{PROSE}"
BLANK = "This page is intentionally left blank"


def divided(document: Document, *signals: str, last: int | None = None) -> tuple[Paper, ...]:
    document = tidy(document)
    business = Business(listed("4", "Parks"), first=1, last=last or len(document.pages), signals=signals or ("stamp",))
    return papers(document, business, {page.sheet: opening(page, document.body_size) for page in document.pages})


def shape(found: tuple[Paper, ...]) -> list[tuple[str, int, int]]:
    return [(paper.title, paper.first, paper.last) for paper in found]


def test_one_report_is_one_paper() -> None:
    assert shape(divided(pack(REPORT, PROSE, PROSE))) == [("Parks Charter", 1, 3)]


def test_a_business_without_sheets_has_no_papers() -> None:
    assert papers(pack(REPORT), Business(listed("4", "Parks")), {}) == ()


# ---- annexes ---------------------------------------------------------------------------------------------------------


def test_annexes_follow_their_report() -> None:
    document = pack(REPORT, PROSE, f"**Appendix A – Consultation**\n\n{PROSE}", PROSE, f"**Appendix B – Map**\n\n{PROSE}")
    found = divided(document)
    assert shape(found) == [("Parks Charter", 1, 2), ("Appendix A – Consultation", 3, 4), ("Appendix B – Map", 5, 5)]
    assert [paper.annex for paper in found] == [None, "appendix a", "appendix b"]


def test_an_annex_that_heads_each_of_its_sheets_is_one_paper() -> None:
    sheets = [Sheet(f"**Consultation**\n\n{PROSE}", head="Appendix A")] + [Sheet(PROSE, head="Appendix A") for _ in range(3)]
    report = REPORT + f"\n\n{PROSE}" * 4
    assert [(first, last) for _, first, last in shape(divided(pack(report, *sheets)))] == [(1, 1), (2, 5)]


def test_a_cover_without_its_annex_s_running_head_belongs_to_the_annex() -> None:
    sheets = [Sheet(PROSE, head="Appendix A") for _ in range(3)]
    assert [(first, last) for _, first, last in shape(divided(pack(Sheet("Play Strategy", size=24), *sheets)))] == [(1, 4)]


def test_padding_belongs_to_the_item_and_not_to_the_paper() -> None:
    document = pack(REPORT, BLANK, f"**Appendix A – Map**\n\n{PROSE}", BLANK)
    assert shape(divided(document)) == [("Parks Charter", 1, 1), ("Appendix A – Map", 3, 3)]


def test_a_divider_sheet_belongs_to_the_paper_after_it() -> None:
    document = pack(REPORT, "Appendix A", f"**Consultation Results**\n\n{PROSE}", PROSE)
    assert shape(divided(document)) == [("Parks Charter", 1, 1), ("Consultation Results", 2, 4)]


def test_a_divider_sheet_that_names_its_annex_names_the_paper() -> None:
    document = pack(REPORT, "Appendix A – Consultation Results", f"**What people told us**\n\n{PROSE}")
    assert shape(divided(document)) == [("Parks Charter", 1, 1), ("Appendix A – Consultation Results", 2, 3)]


def test_a_report_s_list_of_annexes_starts_none() -> None:
    end = f"{PROSE}\n\nAppendix A – Consultation\nAppendix B – Map\nAppendix C – Costs"
    listing = f"Appendix A – Consultation\nAppendix B – Map\nAppendix C – Costs\n\n{PROSE}"
    assert shape(divided(pack(REPORT, end, listing))) == [("Parks Charter", 1, 3)]


def test_an_annex_may_start_in_mid_sheet_beneath_its_bold_heading() -> None:
    both = f"{PROSE}\n\nContact Officer: Ann Marsh\n\n{PROSE}\n\n{PROSE}\n\n**Appendix 1 – Fees and charges**\n\n{PROSE}"
    found = divided(pack(REPORT, both, PROSE))
    assert shape(found) == [("Parks Charter", 1, 2), ("Appendix 1 – Fees and charges", 2, 3)]
    assert found[1].start is not None
    assert found[0].end == found[1].start


def test_a_bold_caption_in_the_middle_of_a_report_starts_no_annex() -> None:
    caption = f"{PROSE}\n\n" * 3 + f"**Appendix 1 – Fees and charges**\n\n{PROSE}"
    assert shape(divided(pack(REPORT, caption, PROSE))) == [("Parks Charter", 1, 3)]


def test_a_sentence_in_mid_sheet_that_names_an_annex_starts_none() -> None:
    both = f"{PROSE}\n\n" * 3 + f"Appendix 1 sets out the fees.\n\n{PROSE}"
    assert len(divided(pack(REPORT, both, PROSE))) == 1


# ---- other papers ----------------------------------------------------------------------------------------------------


def test_a_second_form_is_a_second_report() -> None:
    form = "Report to:     Cabinet\nDate:          4 June 2031\nSubject:       {}\nWards:         All\n\n" + PROSE
    document = pack(form.format("Parks Charter"), PROSE, form.format("Play Areas"), PROSE)
    assert shape(divided(document)) == [("Parks Charter", 1, 2), ("Play Areas", 3, 4)]


def test_several_papers_of_the_same_title_are_several() -> None:
    """Each scrutiny committee answers on the form of the same name, each with the preamble that forms begin with."""
    form = "**Scrutiny Response Pro Forma**\n\nThis template provides a structure for the response.\n\n" + PROSE
    document = pack(REPORT, form, PROSE, form)
    assert [(first, last) for _, first, last in shape(divided(document))] == [(1, 1), (2, 3), (4, 4)]


def test_a_heading_that_a_paper_prints_again_starts_no_other() -> None:
    document = pack(REPORT, PROSE, f"**Parks Charter**\n\n{PROSE}")
    assert len(divided(document)) == 1


def test_a_date_beneath_the_author_at_a_report_s_head_closes_nothing() -> None:
    above = "**Parks Charter**" + 8 * "\n\nThe council has parks."
    head = f"{above}\n\nReport Author: Petra Marsh\n18 September 2031\n\n**Reason for Decision**\n\n{PROSE}"
    assert len(divided(pack(head, PROSE))) == 1


def test_a_list_of_appendices_beneath_a_report_s_closing_date_is_no_paper() -> None:
    close = f"{PROSE}\n\nReport Author: Petra Marsh\n\n11 August 2031\n\n**Appendices**\nAppendix 1 – Plan"
    assert len(divided(pack(REPORT, close))) == 1


def test_minutes_are_papers_of_their_own() -> None:
    minutes = "MINUTES of the meeting of the {} held on 9 May 2031 at 7.00 pm\n\n" + PROSE
    document = pack(minutes.format("Parks Panel"), PROSE, minutes.format("Roads Panel"))
    assert [(first, last) for _, first, last in shape(divided(document))] == [(1, 2), (3, 3)]


def test_page_numbers_that_start_again_start_a_paper() -> None:
    feet = ("1", "2", "3", "1", "2")
    texts = (REPORT, PROSE, PROSE, f"Play areas in the north\n\n{PROSE}", PROSE)
    document = pack(*(Sheet(text, foot=foot) for text, foot in zip(texts, feet, strict=True)))
    assert shape(divided(document)) == [("Parks Charter", 1, 3), ("Play areas in the north", 4, 5)]


def test_padding_and_a_large_heading_start_a_paper_together() -> None:
    document = pack(REPORT, BLANK, Sheet("Play Strategy 2031", size=24), PROSE)
    assert shape(divided(document)) == [("Parks Charter", 1, 1), ("Play Strategy 2031", 3, 4)]


def test_a_landscape_sheet_alone_starts_none() -> None:
    document = pack(REPORT, Sheet(PROSE, landscape=True), PROSE)
    assert len(divided(document)) == 1


@pytest.mark.parametrize(
    ("signals", "count"),
    [(("outline",), 2), (("stamp",), 1)],
    ids=["the outline is a bundle's", "the outline is a word processor's"],
)
def test_an_outline_entry_starts_a_paper_where_the_outline_is_the_bundle_s(signals: tuple[str, ...], count: int) -> None:
    document = pack(REPORT, PROSE, f"Play areas in the north\n\n{PROSE}", bookmarks=(Bookmark(1, "31-042 Play area map", 3),))
    assert len(divided(document, *signals)) == count


def test_an_outline_entry_for_a_heading_within_a_sheet_starts_none() -> None:
    text = f"{PROSE}\n\n" * 4 + f"Financial implications\n\n{PROSE}"
    document = pack(REPORT, text, bookmarks=(Bookmark(1, "Financial implications", 2),))
    assert len(divided(document, "outline")) == 1


def test_a_paper_that_prints_no_title_takes_the_outline_s() -> None:
    document = pack(REPORT, Sheet("", images=1), bookmarks=(Bookmark(1, "Map of parks", 2),))
    found = divided(document, "outline")
    assert shape(found) == [("Parks Charter", 1, 1), ("Map of parks", 2, 2)]
    assert found[1].rule == "papers.outline-title"


def test_a_scanned_report_takes_the_agenda_s_title() -> None:
    found = divided(pack(Sheet("", images=1), Sheet("", images=1)))
    assert shape(found) == [("Parks", 1, 2)]
    assert found[0].rule == "papers.agenda-title"


# ---- what is said elsewhere ------------------------------------------------------------------------------------------

SLOGAN = f"**Safer and fairer together**\n\nParks charter: how it went\n\n{PROSE}"


def lone(document: Document) -> Paper:
    document = tidy(document)
    business = Business(listed(None, ""), first=1, last=len(document.pages), signals=("all sheets",))
    return papers(document, business, {page.sheet: opening(page, document.body_size) for page in document.pages})[0]


def test_a_line_that_says_what_the_pdf_s_title_says_is_the_title_and_a_slogan_is_not() -> None:
    found = lone(pack(SLOGAN, title="Microsoft Word - Parks charter - how it went.docx"))
    assert (found.title, found.rule) == ("Parks charter: how it went", "papers.said-elsewhere")


def test_a_heading_that_goes_on_in_its_next_line_is_taken_whole() -> None:
    sheet = f"**Safer and fairer together**\n\nHospital discharge in winter:\nwhat we learnt\n\n{PROSE}"
    assert lone(pack(sheet, title="Hospital discharge in winter")).title == "Hospital discharge in winter: what we learnt"


def test_a_running_head_says_what_the_title_is() -> None:
    head = "Vale Council | Parks charter: how it went"
    assert lone(pack(SLOGAN, *[Sheet(PROSE, head=head) for _ in range(4)])).title == "Parks charter: how it went"


def test_a_title_that_nothing_speaks_against_stays() -> None:
    assert lone(pack(SLOGAN, title="Document1")).title == "Safer and fairer together"
    assert lone(pack(REPORT, title="Parks Charter")).title == "Parks Charter"


def test_words_of_a_recommendation_that_name_the_paper_are_not_its_title() -> None:
    sheet = "**Safer and fairer together**\n\n**RECOMMENDATION**\n\nThe Panel notes the\nParks charter: how it went.\n\n"
    assert lone(pack(sheet + PROSE, title="Parks charter: how it went")).title == "Safer and fairer together"


def test_the_body_s_name_that_runs_above_all_sheets_makes_no_title() -> None:
    sheet = f"**Safer and fairer together**\n\nMeeting: Policy and Resources Committee\n\n{PROSE}"
    document = pack(sheet, *[Sheet(PROSE, head="Vale Council - Policy and Resources Committee") for _ in range(4)])
    assert lone(document).title == "Safer and fairer together"


@pytest.mark.parametrize("heading", ["NHS", "Petra Marsh, Head of Parks", "Review of the"])
def test_a_heading_that_names_no_paper_yields_to_the_agenda_s_title(heading: str) -> None:
    found = divided(pack(f"**{heading}**\n\n{PROSE}"))
    assert (found[0].title, found[0].rule) == ("Parks", "papers.agenda-title")


# ---- the lines of a paper --------------------------------------------------------------------------------------------


def test_papers_on_a_shared_sheet_have_lines_of_their_own() -> None:
    document = pack("one\ntwo\nthree\nfour", "five")
    start = document.page(1).lines[2]
    first = Paper("A", 1, 1, "", end=start)
    second = Paper("B", 1, 2, "", start=start)
    assert [each.text for each in paper_lines(document, first)] == ["one", "two"]
    assert [each.text for each in paper_lines(document, second)] == ["three", "four", "five"]


def test_furniture_is_no_paper_s_line() -> None:
    document = tidy(pack(Sheet("one", number=3, item="4"), Sheet("two", number=4)))
    assert [each.text for each in paper_lines(document, Paper("A", 1, 2, ""))] == ["one", "two"]
