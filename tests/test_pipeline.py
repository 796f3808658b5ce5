"""A PDF in, its record out: the whole program on small PDFs written by hand."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from invariants import faults, out_of_place
from pdfs import Sheet, pdf, text

import agendapack
from agendapack.errors import AgendaPackError, EncryptedPdf, NotAPdf, NoText
from agendapack.reading import pdfium
from agendapack.records import AgendaPack
from agendapack.stages.tidy import tidy

AGENDA = (
    ("F2", 16, "Lyndon Borough Council"),
    ("F2", 14, "Executive"),
    ("F1", 12, "Wednesday, 4 June 2031 at 6.30 pm"),
    ("F1", 12, "Council Chamber, The Guildhall, Lyndon"),
    ("F2", 12, "AGENDA"),
    ("F2", 12, "1.   Apologies for Absence"),
    ("F2", 12, "2.   Parks Charter (Pages 1 - 2)"),
    ("F2", 12, "3.   Winter Roads Policy (TO FOLLOW)"),
)
REPORT = (
    ("F2", 12, "EXECUTIVE - 4 June 2031"),
    ("F2", 12, "Parks Charter"),
    ("F1", 12, "Report by the Director of Place"),
    ("F2", 12, "RECOMMENDATION"),
    ("F1", 12, "The Executive is RECOMMENDED to:"),
    ("F1", 12, "(a)  agree the charter; and"),
    ("F1", 12, "(b)  ask for a report in a year."),
    ("F1", 12, "1.  The parks have been reviewed over the past year."),
)
ANNEX = (("F2", 12, "Appendix A - Map of Parks"), ("F1", 12, "The map shows each of the parks."))


def sheet(rows: tuple[tuple[str, int, str], ...], *, page: int | None = None, item: str | None = None) -> Sheet:
    content = "".join(text(72, 740 - 30 * n, words, size=size, font=font) for n, (font, size, words) in enumerate(rows))
    content += text(280, 24, f"Page {page}") if page else ""
    content += text(440, 806, f"Agenda Item {item}") if item else ""
    return Sheet(content)


PACK = pdf(sheet(AGENDA), sheet(REPORT, page=1, item="2"), sheet(ANNEX, page=2))


@pytest.fixture(scope="module")
def record() -> AgendaPack:
    return agendapack.parse(PACK, name="executive.pdf")


def test_the_meeting(record: AgendaPack) -> None:
    assert (record.council, record.body, record.meeting_date, record.meeting_time, record.pack_kind) == (
        "Lyndon Borough Council",
        "Executive",
        "2031-06-04",
        "18:30",
        "agenda_pack",
    )


def test_the_items(record: AgendaPack) -> None:
    assert [(item.number, item.title, item.kind, item.to_follow, item.pdf_pages) for item in record.items] == [
        ("1", "Apologies for Absence", "procedural", False, None),
        ("2", "Parks Charter", "plan_or_strategy", False, (2, 3)),
        ("3", "Winter Roads Policy", "plan_or_strategy", True, None),
    ]


def test_the_papers_and_what_they_recommend(record: AgendaPack) -> None:
    report, annex = record.items[1].reports
    assert (report.title, report.report_by, report.pdf_pages) == ("Parks Charter", "Director of Place", (2, 2))
    assert [(limb.label, limb.text, limb.addressee, limb.action) for limb in report.recommendations] == [
        ("a", "agree the charter; and", "Executive", "agree"),
        ("b", "ask for a report in a year.", "Executive", "ask"),
    ]
    assert (annex.title, annex.kind, annex.pdf_pages) == ("Appendix A - Map of Parks", "annex", (3, 3))


def test_the_source(record: AgendaPack) -> None:
    assert (record.source.file, record.source.sheets) == ("executive.pdf", 3)
    assert record.source.sha256 == hashlib.sha256(PACK).hexdigest()


def test_the_record_is_sound(record: AgendaPack) -> None:
    assert faults(record) == []
    assert out_of_place(record, tidy(pdfium.read(PACK))) == []
    assert AgendaPack.model_validate_json(record.model_dump_json()) == record


def test_what_is_to_follow_is_said_and_spoils_nothing(record: AgendaPack) -> None:
    assert ([finding.code for finding in record.findings], record.status) == (["item-to-follow"], "complete")


def test_a_path_gives_its_name_and_the_same_record(tmp_path: Path, record: AgendaPack) -> None:
    path = tmp_path / "executive.pdf"
    path.write_bytes(PACK)
    assert agendapack.parse(path) == agendapack.parse(str(path)) == record


def test_progress_is_told_sheet_by_sheet() -> None:
    told: list[tuple[int, int]] = []
    agendapack.parse(PACK, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 3)
    assert told == sorted(told)


def test_a_pack_cut_short_is_partial_and_says_which_item_is_missing() -> None:
    record = agendapack.parse(pdf(sheet(AGENDA)))
    assert "item-not-found" in [finding.code for finding in record.findings]
    assert record.status == "partial"


def test_a_lone_report_is_one_item() -> None:
    record = agendapack.parse(pdf(sheet(REPORT)))
    assert record.pack_kind == "report"
    assert [(item.number, item.title, len(item.reports)) for item in record.items] == [(None, "Parks Charter", 1)]
    assert len(record.items[0].reports[0].recommendations) == 2


@pytest.mark.parametrize("head", ["Introduction", "ABC", "Report author: Jane Doe, Head of Parks", "Date of coming into force:"])
def test_a_lone_report_whose_heading_is_no_title_keeps_all_but_the_title(head: str) -> None:
    rows = [("F2", 16, head), ("F1", 12, "Report to: Executive"), ("F1", 12, "Report by: Head of Parks"), *REPORT[3:]]
    record = agendapack.parse(pdf(sheet(tuple(rows))))
    (item,) = record.items
    assert (record.pack_kind, item.kind, item.title) == ("report", "report", "")
    assert [(report.title, len(report.recommendations)) for report in item.reports] == [("", 2)]
    (found,) = (finding for finding in record.findings if finding.code == "paper-untitled")
    assert (found.message, found.sheet) == ("The paper on sheet 1 prints no title that was recognised.", 1)
    assert found.hint is not None


def test_papers_marked_by_letters_alone_are_no_front_sheets_and_are_named_where_no_item_has_them() -> None:
    agenda = (*AGENDA[:5], ("F2", 12, "1.   Apologies for Absence"), ("F2", 12, "2.   Outturn"))
    paper = (("F2", 12, "Paper A"), ("F2", 14, "How we spent the money"), ("F1", 12, "The year has been a mixed one."))
    record = agendapack.parse(pdf(sheet(agenda), sheet(paper)))
    (found,) = (finding for finding in record.findings if finding.code == "sheets-unclaimed")
    assert found.sheet == 2


@pytest.mark.parametrize("marks", [("Enclosure 1", "Enclosure 2"), ("Attachment 1", "Attachment 2"), ("Paper A", "Paper B")])
def test_papers_marked_as_the_agenda_names_them_are_its_papers_though_they_count_their_paragraphs(marks: tuple[str, str]) -> None:
    business = ("Apologies for Absence", f"Outturn ({marks[0]})", f"Works ({marks[1]})")
    agenda = (*AGENDA[:5], *(("F2", 12, f"{n}.   {title}") for n, title in enumerate(business, 1)))
    papers = [
        (("F2", 12, mark), ("F2", 14, title), ("F1", 12, "1. The year was mixed."), ("F1", 12, "2. More will be said."))
        for mark, title in zip(marks, ("How we spent the money", "What we will build next"), strict=True)
    ]
    record = agendapack.parse(pdf(sheet(agenda), *map(sheet, papers)))
    assert [item.pdf_pages for item in record.items] == [None, (2, 2), (3, 3)]
    assert [report.title for item in record.items for report in item.reports] == [
        "How we spent the money",
        "What we will build next",
    ]


def test_a_letter_that_is_no_pack_gives_a_record_that_says_so() -> None:
    record = agendapack.parse(pdf(Sheet(text(72, 700, "the weather has been fine for the time of year, with some rain."))))
    assert record.status == "partial" or any(finding.level == "info" for finding in record.findings)
    assert (record.items[0].recommendations, record.contacts) == ((), ())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotAPdf),
        (b"<html>Page not found</html>", NotAPdf),
        (pdf(Sheet("")), NoText),
        (pdf(sheet(REPORT), password="secret"), EncryptedPdf),
    ],
    ids=["nothing", "a web page", "no text", "a password"],
)
def test_what_cannot_be_read_says_why(content: bytes, error: type[AgendaPackError]) -> None:
    with pytest.raises(error):
        agendapack.parse(content)


def test_a_password_opens_an_encrypted_pack() -> None:
    assert agendapack.parse(pdf(sheet(REPORT), password="secret"), password="secret").items[0].title == "Parks Charter"


def test_the_pdf_libraries_load_only_when_there_is_a_pdf() -> None:

    program = "import agendapack, sys; print(sorted({'pypdfium2', 'pdfplumber', 'pydantic'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
