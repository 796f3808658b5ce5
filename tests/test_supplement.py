"""Supplements: what they bring, what they supersede, and which are refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Parsed
from invariants import all_evidence
from sample_records import source

from agendapack.errors import AnotherMeeting
from agendapack.records import AgendaPack, Contact, Evidence, Finding, Item, Kind, Recommendation, Report, Supplied
from agendapack.supplement import in_order, merge

FERRY = "The ferry timetable"


def evidence(sheet: int) -> tuple[Evidence, ...]:
    return (Evidence(sheet=sheet, text="as printed", rule="openings.heading"),)


def paper(title: str = FERRY, first: int = 3, *texts: str, last: int | None = None) -> Report:
    """A paper with a recommendation for each text."""
    limbs = tuple(
        Recommendation(id=f"/rec-{n}", label=str(n), text=text, evidence=evidence(first)) for n, text in enumerate(texts, 1)
    )
    return Report(
        title=title, kind="report", pdf_pages=(first, last or first + 1), recommendations=limbs, evidence=evidence(first)
    )


def item(number: str | None, title: str = FERRY, *papers: Report, to_follow: bool = False, kind: Kind = "report") -> Item:
    stem = f"item-{number}" if number else "item"
    named = []
    for n, each in enumerate(papers, 1):
        limbs = tuple(limb.model_copy(update={"id": f"{stem}/paper-{n}{limb.id}"}) for limb in each.recommendations)
        named.append(each.model_copy(update={"id": f"{stem}/paper-{n}", "recommendations": limbs}))
    sheets = (papers[0].pdf_pages[0], papers[-1].pdf_pages[1]) if papers else None
    return Item(
        id=stem,
        number=number,
        title=title,
        kind=kind,
        to_follow=to_follow,
        pdf_pages=sheets,
        reports=tuple(named),
        evidence=evidence(1),
    )


def pack(*items: Item, **fields: Any) -> AgendaPack:
    known = {
        "council": "Wendlemere District Council",
        "body": "Cabinet",
        "meeting_date": "2031-03-18",
        "pack_kind": "agenda_pack",
    }
    return AgendaPack.model_validate({"source": source("pack.pdf", 40), "items": items, **known, **fields})


def supplement(*items: Item, file: str = "supplement.pdf", **fields: Any) -> AgendaPack:
    about = source(file, 8).model_copy(update={"sha256": f"{sum(file.encode()):064d}"})
    return pack(*items, **({"source": about, "pack_kind": "addenda"} | fields))


def codes(record: AgendaPack) -> list[str]:
    return [finding.code for finding in record.findings]


class TestTheSameMeeting:
    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"meeting_date": "2031-03-19"}, "another day"),
            ({"body": "Planning Committee"}, "another body"),
            ({"body": "Planning Committee B"}, "another body"),
            ({"council": "Brackwater Borough Council"}, "another council"),
        ],
    )
    def test_a_supplement_to_another_meeting_is_refused(self, fields: dict[str, Any], said: str) -> None:
        with pytest.raises(AnotherMeeting, match=said) as caught:
            merge(pack(item("7")), [supplement(item("7"), **fields)])
        assert caught.value.exit_status == 2
        assert "pack.pdf" in caught.value.sentence
        assert "supplement.pdf" in caught.value.sentence

    @pytest.mark.parametrize(
        "fields", [{"body": "The Cabinet"}, {"body": "Wendlemere Cabinet"}, {"council": "WENDLEMERE DISTRICT COUNCIL"}]
    )
    def test_how_a_body_is_named_does_not_count(self, fields: dict[str, Any]) -> None:
        assert codes(merge(pack(item("7")), [supplement(item("7"), **fields)])) == []

    def test_what_is_not_known_is_no_other_meeting_but_a_doubt(self) -> None:
        merged = merge(pack(item("7")), [supplement(item("7"), meeting_date=None)])
        assert codes(merged) == ["meeting-uncertain"]
        assert (merged.status, merged.meeting_date) == ("partial", "2031-03-18")

    def test_another_time_is_told(self) -> None:
        merged = merge(pack(item("7"), meeting_time="14:00"), [supplement(item("7"), meeting_time="15:00")])
        assert codes(merged) == ["time-differs"]
        assert merged.meeting_time == "14:00"

    def test_what_the_pack_does_not_say_the_supplement_may(self) -> None:
        merged = merge(pack(item("7"), venue=None), [supplement(item("7"), venue="The Old Mill")])
        assert merged.venue == "The Old Mill"


class TestPapers:
    def test_what_was_to_follow_is_filled(self) -> None:
        old = pack(
            item("7", to_follow=True),
            findings=(
                Finding(code="item-to-follow", level="info", message=f"Item 7 ({FERRY}) is to follow: its papers are not here."),
            ),
        )
        merged = merge(old, [supplement(item("7", FERRY, paper(FERRY, 3, "Buy a ferry.")))])
        (filled,) = merged.items
        assert (filled.id, filled.to_follow, filled.pdf_pages) == ("item-7", False, None)
        assert filled.supplied == (Supplied(file="supplement.pdf", pdf_pages=(3, 4)),)
        assert filled.reports[0].file == "supplement.pdf"
        assert codes(merged) == ["papers-supplied"]

    def test_a_revised_paper_takes_the_place_of_the_one_sent_out(self) -> None:
        old = pack(item("7", FERRY, paper(FERRY, 3, "Buy a ferry."), paper("Appendix A – The map", 5)))
        merged = merge(old, [supplement(item("7", FERRY, paper(FERRY, 3, "Buy two ferries.")))])
        assert [report.title for report in merged.items[0].reports] == [FERRY, "Appendix A – The map"]
        assert [each.text for each in merged.items[0].reports[0].recommendations] == ["Buy two ferries."]
        assert [report.file for report in merged.items[0].reports] == ["supplement.pdf", None]
        (said,) = merged.findings
        assert (said.code, said.level, said.sheet, said.file) == ("paper-superseded", "info", 3, None)
        assert "sheets 3–4) is superseded by sheets 3–4 of supplement.pdf" in said.message

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (FERRY, f"REVISED {FERRY.upper()}"),
            (FERRY, f"{FERRY} (amended)"),
            ("Appendix B – The map of the harbour", "Revised Appendix B – The map of the harbour"),
            ("Appendix B – The map of the harbour", "Revised Appendix B"),
            ("Annexe 2: The map of the harbour", "Annex 2 - updated"),
            ("The ferry and its timetables from 2031", "The ferry and its timetable from 2031"),
        ],
    )
    def test_titles_that_name_the_same_paper(self, old: str, new: str) -> None:
        merged = merge(pack(item("7", FERRY, paper(old))), [supplement(item("7", FERRY, paper(new)))])
        assert [report.title for report in merged.items[0].reports] == [new]

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (FERRY, f"Supplementary report: {FERRY}", "paper-added"),
            (FERRY, "Appendix C – The survey", "paper-added"),
            ("Appendix B – The map of the harbour", "Appendix C – The map of the harbour", "paper-added"),
            ("Quarter 1 report on the ferries", "Quarter 2 report on the ferries", "paper-added"),
            ("Appendix B – The map of the harbour", "Appendix B – Costs", "paper-uncertain"),
        ],
    )
    def test_titles_that_name_two_papers(self, old: str, new: str, said: str) -> None:
        merged = merge(pack(item("7", FERRY, paper(old))), [supplement(item("7", FERRY, paper(new)))])
        assert [report.title for report in merged.items[0].reports] == [old, new]
        assert said in codes(merged)

    def test_an_item_of_which_no_paper_of_the_pack_is_left_has_no_sheets_in_it(self) -> None:
        merged = merge(pack(item("7", FERRY, paper())), [supplement(item("7", FERRY, paper()))])
        assert merged.items[0].pdf_pages is None

    def test_a_lone_paper_finds_its_item_by_its_title_or_by_the_paper_that_it_supersedes(self) -> None:
        old = pack(item("6", "Reports of officers", paper("The harbour wall", 9), paper(FERRY, 11)), item("7", "Ducks"))
        lone = supplement(item(None, FERRY, paper(FERRY, 1)), pack_kind="report")
        merged = merge(old, [lone])
        assert [(each.title, each.file) for each in merged.items[0].reports] == [
            ("The harbour wall", None),
            (FERRY, "supplement.pdf"),
        ]
        assert codes(merged) == ["paper-superseded"]


class TestItems:
    def test_business_that_is_added_stands_where_its_number_belongs(self) -> None:
        old = pack(item("6", "Ducks"), item("7"), item("10", "Close"))
        merged = merge(old, [supplement(item("7A", "A leak in the ferry", paper("A leak in the ferry")))])
        assert [each.number for each in merged.items] == ["6", "7", "7A", "10"]
        assert merged.items[2].supplied[0].pdf_pages == (3, 4)
        assert codes(merged) == ["item-added"]

    def test_a_title_that_says_more_or_less_is_the_same_business(self) -> None:
        merged = merge(pack(item("7", f"31/007 - {FERRY}")), [supplement(item("7", FERRY, paper()))])
        assert codes(merged) == ["papers-supplied"]
        assert merged.items[0].title == f"31/007 - {FERRY}"

    def test_another_title_under_the_same_number_is_told(self) -> None:
        merged = merge(pack(item("7", "Ducks")), [supplement(item("7", "Budget 2031/32", paper("Budget 2031/32")))])
        assert [each.number for each in merged.items] == ["7"]
        assert codes(merged) == ["item-title-differs", "papers-supplied"]

    def test_the_same_title_under_another_number_is_that_business(self) -> None:
        merged = merge(pack(item("6", "Ducks"), item("7")), [supplement(item("6", FERRY, paper()))])
        assert [len(each.reports) for each in merged.items] == [0, 1]

    def test_the_agenda_s_own_recommendations_are_superseded_where_the_supplement_prints_others(self) -> None:
        old = item("7").model_copy(
            update={"recommendations": (Recommendation(id="item-7/rec-1", label=None, text="Buy a ferry."),)}
        )
        new = item("7").model_copy(update={"recommendations": (Recommendation(id="item-7/rec-1", label=None, text="Buy none."),)})
        merged = merge(pack(old), [supplement(new)])
        assert [each.text for each in merged.items[0].recommendations] == ["Buy none."]
        assert codes(merged) == ["recommendations-superseded"]
        assert codes(merge(pack(old), [supplement(old)])) == []


class TestWhereThingsStand:
    def test_everything_from_a_supplement_names_its_file_and_has_an_id_of_its_own(self) -> None:
        old = pack(item("7", FERRY, paper(FERRY, 3, "Buy a ferry.")))
        new = supplement(
            item("7", FERRY, paper("Appendix C – The survey", 3, "Ask again.")),
            contacts=(Contact(id="contact-1", name="Ida Marsh", evidence=evidence(1)),),
            findings=(Finding(code="pages-disagree", level="warning", message="Look.", sheet=2),),
        )
        merged = merge(old, [new])
        added = merged.items[0].reports[1]
        assert added.id == "item-7/supplement-1/paper-1"
        assert added.recommendations[0].id == "item-7/supplement-1/paper-1/rec-1"
        assert {each.file for each in all_evidence(added)} == {"supplement.pdf"}
        assert (merged.contacts[0].id, merged.contacts[0].evidence[0].file) == ("supplement-1/contact-1", "supplement.pdf")
        assert merged.findings[-1].file == "supplement.pdf"
        assert {each.file for each in all_evidence(merged.items[0].reports[0])} == {None}

    def test_files_of_one_name_are_told_apart(self) -> None:
        merged = merge(pack(item("7")), [supplement(item("7", FERRY, paper()), file="pack.pdf")])
        (file,) = merged.source.supplements
        assert file.file == f"pack.pdf ({file.sha256[:8]})"
        assert merged.items[0].reports[0].file == file.file

    def test_a_supplement_given_twice_counts_once(self) -> None:
        new = supplement(item("7", FERRY, paper()))
        merged = merge(pack(item("7")), [new, new])
        assert len(merged.items[0].reports) == 1
        assert codes(merged)[-1] == "supplement-repeated"

    def test_it_does_not_matter_whether_supplements_come_together_or_one_after_the_other(self) -> None:
        old = pack(item("7", FERRY, paper(FERRY, 3, "Buy a ferry.")))
        one = supplement(item("7", FERRY, paper(FERRY, 3, "Buy two.")), file="one.pdf")
        two = supplement(item("7", FERRY, paper(FERRY, 3, "Buy three.")), file="two.pdf")
        assert merge(old, [one, two]) == merge(merge(old, [one]), [two])
        assert merge(old, [one, two]).items[0].reports[0].file == "two.pdf"

    def test_contacts_are_not_listed_twice(self) -> None:
        ida = Contact(id="contact-1", name="Ida Marsh", phone="01632 960002")
        merged = merge(pack(contacts=(ida,)), [supplement(contacts=(ida, Contact(id="contact-2", name="Orla Fen")))])
        assert [each.name for each in merged.contacts] == ["Ida Marsh", "Orla Fen"]

    def test_a_merged_pack_is_a_pack(self) -> None:
        merged = merge(pack(item("7", FERRY, paper())), [supplement(item("7", FERRY, paper("Appendix A")))])
        assert AgendaPack.model_validate_json(merged.model_dump_json()) == merged


class TestTheOrderOfArguments:
    def test_the_agenda_is_the_pack_wherever_it_stands(self) -> None:
        agenda, addenda = pack(), supplement()
        assert in_order([addenda, agenda]) == in_order([agenda, addenda]) == (agenda, addenda)

    def test_without_an_agenda_or_with_two_the_order_is_as_given(self) -> None:
        one, two = supplement(file="one.pdf"), supplement(file="two.pdf")
        assert in_order([two, one]) == (two, one)
        assert in_order([one, pack(), pack()])[0] is one


def ids(record: AgendaPack) -> Iterator[str]:
    for each in record.items:
        yield each.id
        for report in each.reports:
            yield report.id
            yield from (limb.id for limb in report.recommendations)


def test_the_sample_supplement_replaces_a_report_and_adds_an_appendix(samples: tuple[Parsed, ...]) -> None:
    records = {pack.name: pack.record for pack in samples}
    merged = merge(records["brackwater-committee-2031-05-08"], [records["brackwater-committee-2031-05-08-supplement"]])
    business = next(each for each in merged.items if each.number == "5")
    assert [(report.title[:10], report.file is not None) for report in business.reports] == [
        ("Brackwater", True),
        ("Appendix A", False),
        ("Appendix B", False),
        ("Appendix C", True),
    ]
    assert codes(merged) == ["paper-superseded", "paper-added"]
    assert len(business.reports[0].recommendations) == 5
    assert len(set(ids(merged))) == len(list(ids(merged)))
    assert len(merged.items) == 11
