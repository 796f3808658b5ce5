"""What holds for any document whatever: streams of lines drawn by chance from what packs print, in any order and place."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

from builders import EM, HEIGHT, LEADING, WIDTH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import faults, out_of_place

from agendapack import assemble
from agendapack.layout import Bookmark, Box, Document, Line, Link, Page, Section, Span, join
from agendapack.matching import folded, likeness
from agendapack.records import AgendaPack, Source
from agendapack.stages.authors import report_by
from agendapack.stages.check import check
from agendapack.stages.contacts import contacts
from agendapack.stages.forms import read_form
from agendapack.stages.front import front
from agendapack.stages.openings import RULES, opening
from agendapack.stages.recommend import recommend
from agendapack.stages.respond import respond
from agendapack.stages.split import split
from agendapack.stages.tidy import tidy

MANY = int(os.environ.get("AGENDAPACK_EXAMPLES", "0"))
"""So many examples of each property, drawn afresh; else a few that are the same in every run, so that a change is what fails."""

EXAMPLES = settings(
    max_examples=MANY or 60,
    derandomize=not MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


PHRASES = (
    "AGENDA",
    "A G E N D A",
    "Lyndon Borough Council",
    "CABINET – 4 June 2031",
    "Wednesday, 4 June 2031 at 6.30 pm",
    "1. Apologies for Absence",
    "2. Minutes of the last meeting (Pages 1 - 6)",
    "3. Parks Charter (Pages 7 - 12)",
    "4. Winter Roads TO FOLLOW",
    "5 School Streets",
    "Part II – Exempt items",
    "Report by the Director of Place",
    "RECOMMENDATION",
    "Recommendations",
    "The Cabinet is RECOMMENDED to:",
    "It is recommended that the Committee:",
    "(a) agree the charter; and",
    "(b) delegate to the Director, in consultation with the Leader,",
    "(i) publish it; and",
    "1) notes the report.",
    "1. That the plan be approved.",
    "Contact Officer: Ann Marsh, Head of Parks",
    "ann.marsh@lyndon.example  01632 960001",
    "Tel: 01632 960002",
    "Report to:     Cabinet",
    "Subject:       Parks Charter",
    "Ward(s):       All",
    "Item No.     Classification:     Date:",
    "MINUTES of the meeting of the Cabinet held on 6 May 2031",
    "Appendix A – Map of Parks",
    "Appendix 1",
    "Annexes: Annex 1 – Map",
    "Equality Impact Assessment",
    "Scrutiny Response Pro Forma",
    "Recommendation     Accepted, rejected or partially accepted     Proposed action",
    "1. Plant a thousand trees     Accepted     By March",
    "This page is intentionally left blank",
    "The service has been reviewed over the past year and its cost is met",
    "from the budget that the Council agreed in a low-",
    "carbon",
    "•",
    "–",
    "(",
    "£1,250.00",
    "2031-06-04",
    "Page 7",
    "Page 3 of 9",
    "Agenda Item 3",
    "Page 1 Agenda Item 2",
    "Mae'r dudalen hon yn wag yn fwriadol",
    "Dear Councillor Marsh",
    "Yours sincerely",
    "Ann Marsh",
    "Head of Parks",
)

words = st.one_of(st.sampled_from(PHRASES), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))


@st.composite
def rows(draw: st.DrawFn, sheet: int) -> Line:
    """A line anywhere on a sheet, of one to three spans, perhaps turned or unseen."""
    size = draw(st.sampled_from((9.0, 11.0, 12.0, 12.0, 12.0, 16.0, 24.0)))
    x = start = draw(st.sampled_from((36.0, 72.0, 72.0, 72.0, 90.0, 108.0, 300.0, 440.0)))
    top = draw(st.one_of(st.integers(0, 50).map(lambda n: 60 + LEADING * n), st.sampled_from((20.0, HEIGHT - 30))))
    spans: list[Span] = []
    for text in draw(st.lists(words, min_size=1, max_size=3)):
        folded = " ".join(text.split())
        if folded:
            spans.append(Span(folded, x, x + EM * len(folded), size, draw(st.booleans())))
            x = spans[-1].x1 + draw(st.sampled_from((0.0, 3.0, 24.0, 72.0)))
    box = Box(start, top, spans[-1].x1 if spans else start, top + size)
    text = " ".join(span.text for span in spans)
    turned = draw(st.sampled_from((0, 0, 0, 0, 0, 90, 270)))
    hidden = draw(st.sampled_from((False, False, False, False, True)))
    bold = bool(spans) and all(span.bold for span in spans)
    return Line(sheet, text, box, size, bold, tuple(spans), turned=turned, hidden=hidden)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A few sheets, with any outline and links that a damaged or careless PDF may have."""
    count = draw(st.integers(1, 6))
    pages = []
    for sheet in range(1, count + 1):
        lines = [line for line in draw(st.lists(rows(sheet), max_size=14)) if line.text]
        lines.sort(key=lambda line: (line.box.top, line.box.x0))
        wide = draw(st.sampled_from((False, False, False, True)))
        links = draw(st.lists(st.builds(Link, st.just(Box(72, 60, 300, 400)), st.integers(1, count)), max_size=1))
        width, height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
        pages.append(Page(sheet, width, height, tuple(lines), links=tuple(links), images=draw(st.integers(0, 1))))
    targets = st.one_of(st.none(), st.integers(1, count))
    marks = draw(st.lists(st.builds(Bookmark, st.integers(0, 2), words, targets), max_size=4))
    title = draw(st.sampled_from((None, "report.docx", "(Public Pack)Agenda Document for Cabinet, 04/06/2031 18:30")))
    return Document(tuple(pages), tuple(marks), title)


def parsed(document: Document) -> tuple[Document, AgendaPack]:
    """What the pipeline makes of a document once it is read."""
    document = tidy(document)
    sheets = front(document)
    businesses = split(document, sheets)
    items = assemble.items(document, sheets, businesses, {})
    callers = assemble.front_contacts(document, sheets)
    findings = check(document, sheets, businesses, items, callers)
    about = Source(file="any.pdf", sha256="0" * 64, sheets=len(document.pages))
    return document, assemble.pack(about, document=document, front=sheets, items=items, front_contacts=callers, findings=findings)


@EXAMPLES
@given(documents())
def test_any_document_gives_a_sound_record_that_survives_json(document: Document) -> None:
    _, record = parsed(document)
    assert faults(record) == []
    assert AgendaPack.model_validate_json(record.model_dump_json()) == record


@EXAMPLES
@given(documents())
def test_every_evidence_stands_on_the_sheet_that_it_names(document: Document) -> None:
    document, record = parsed(document)
    assert out_of_place(record, document) == []
    assert "evidence-not-on-sheet" not in {finding.code for finding in record.findings}


@EXAMPLES
@given(documents())
def test_the_same_document_gives_the_same_record(document: Document) -> None:
    assert parsed(document)[1] == parsed(document)[1]


@EXAMPLES
@given(documents())
def test_tidying_loses_no_line_and_does_nothing_twice(document: Document) -> None:
    once = tidy(document)
    assert tidy(once) == once
    for before, after in zip(document.pages, once.pages, strict=True):
        kept = (*after.lines, *after.furniture)
        assert Counter(map(_place_and_letters, before.lines)) == Counter(map(_place_and_letters, kept))


def _place_and_letters(line: Line) -> tuple[Box, str]:
    """What tidying leaves of a line: letters that stand apart are closed up, no more."""
    return line.box, "".join(line.text.split())


@EXAMPLES
@given(documents())
def test_printed_pages_rise_with_the_sheets(document: Document) -> None:
    printed = [page.printed for page in tidy(document).pages if page.printed is not None]
    assert printed == sorted(set(printed))


@EXAMPLES
@given(documents())
def test_a_sheet_s_opening_and_form_are_lines_of_that_sheet(document: Document) -> None:
    document = tidy(document)
    for page in document.pages:
        found = opening(page, document.body_size)
        assert found.strength in (0.0, 1.0, 2.0)
        assert {line.sheet for line in found.lines} <= {page.sheet}
        for each in read_form(page.lines, RULES):
            assert join(each.value) == each.text


@EXAMPLES
@given(st.lists(rows(1), min_size=1, max_size=12), st.sampled_from(("front", "agenda", "paper", "minutes")))
def test_each_stage_of_a_section_looks_only_at_its_lines(lines: list[Line], where: str) -> None:
    section = Section(where, "Parks", tuple(line for line in lines if line.text), body="Cabinet")
    found: list[Any] = [*recommend(section), *contacts(section), *respond(section)]
    assert all({each.sheet for each in record.evidence} <= {1} for record in found)
    author = report_by(section)
    assert author is None or author[0].strip()
    assert where != "minutes" or recommend(section) == ()


@given(words, words)
def test_likeness_is_a_share_and_whole_for_a_title_and_itself(a: str, b: str) -> None:
    assert 0.0 <= likeness(a, b) <= 1.0
    assert likeness(a, a) == float(bool(folded(a)))
