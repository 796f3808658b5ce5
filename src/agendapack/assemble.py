"""Puts what the stages found into records: runs the field stages over each section, gives ids and printed pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from agendapack import __version__
from agendapack.evidence import evidence
from agendapack.layout import Business, Document, FrontSheet, Line, Paper, Section, Table
from agendapack.numbered import linked
from agendapack.records import (
    AgendaPack,
    Contact,
    Decision,
    Evidence,
    Finding,
    Item,
    Kind,
    Nation,
    PackKind,
    Planned,
    Recommendation,
    Record,
    Report,
    ReportKind,
    Response,
    Signal,
    Source,
)
from agendapack.rules import register
from agendapack.stages.actions import actions
from agendapack.stages.amend import amendments
from agendapack.stages.authors import report_by
from agendapack.stages.beside import beside_tables
from agendapack.stages.classify import PaperText, Settled, classify_item, classify_paper
from agendapack.stages.contacts import contacts
from agendapack.stages.deadlines import Meeting, deadlines
from agendapack.stages.decide import decide
from agendapack.stages.decide_titles import under_heads
from agendapack.stages.letterhead import with_letterhead
from agendapack.stages.motions import movers
from agendapack.stages.papers import paper_lines
from agendapack.stages.plan import planned
from agendapack.stages.pro_forma import pro_forma
from agendapack.stages.recommend import recommend
from agendapack.stages.respond import respond
from agendapack.stages.unresolved import unresolved
from agendapack.workers import share

Cells = Mapping[int, tuple[Table, ...]]
Author = tuple[str, tuple[Line, ...], str]
_LOOKS = frozenset({"", "openings.heading", "openings.title-block"})
"""Openings known by how they are set: any paper's may be."""
WORTH_SHARING = 4_000
"""Lines of papers from which they are divided over processes: those of some 130 sheets."""
R = TypeVar("R", bound=Record)


def pack(
    source: Source,
    *,
    rules: tuple[str, ...] = (),
    document: Document,
    front: FrontSheet,
    items: tuple[Item, ...],
    front_contacts: tuple[Contact, ...],
    findings: tuple[Finding, ...],
) -> AgendaPack:
    """The whole record. It is partial where a finding says that something listed or printed did not come through."""
    whole = AgendaPack(
        generator=f"agendapack {__version__}",
        source=source,
        rules=rules,
        status="partial" if any(finding.level != "info" for finding in findings) else "complete",
        council=front.council,
        nation=_nation(front.council),
        body=front.body,
        meeting_date=front.meeting_date,
        meeting_time=front.meeting_time,
        venue=front.venue,
        pack_kind=_pack_kind(front, items),
        items=items,
        contacts=front_contacts,
        deadlines=_numbered(deadlines(Section("front", "", front.lines), _meeting(front)), "deadline"),
        findings=findings,
        evidence=tuple(each for _, lines, rule in front.sources for each in evidence(lines, rule)),
    )
    return _printed(whole, {page.sheet: page.printed for page in document.pages if page.printed is not None})


def _nation(council: str | None) -> Nation | None:
    listed = register.listed(council) if council else None
    return cast(Nation, listed.nation) if listed else None


def _meeting(front: FrontSheet) -> Meeting:
    return Meeting(front.meeting_date, front.body, _nation(front.council))


def _pack_kind(front: FrontSheet, items: Sequence[Item]) -> PackKind:
    """What the PDF is. A paper that opens in no way that the front knows is a report all the same, once its title was found."""
    if front.pack_kind == "unknown" and len(items) == 1 and items[0].kind != "unknown":
        return "report"
    return cast(PackKind, front.pack_kind)


def front_contacts(document: Document, front: FrontSheet) -> tuple[Contact, ...]:
    """The contacts of the meeting itself, from the front sheets. A lone paper has none, nor has the record of one decision, whose
    contacts are its own; minutes name those present."""
    if not front.sheets or (front.pack_kind == "decisions" and not front.items):
        return ()
    listed = [line for item in front.items[:1] for line in item.lines[:1]]
    below = tuple(line for line in front.lines if listed and _place(line) > _place(listed[0]))
    above = front.lines[: len(front.lines) - len(below)]
    parts = (Section("front", "", above, body=front.body), Section("front", "", below, "below", body=front.body))
    found = with_letterhead([contact for part in parts for contact in contacts(part)], front.lines)
    if front.pack_kind == "minutes":
        found = tuple(contact for contact in found if contact.email or contact.phone)
    return _numbered(found, "contact")


def _place(line: Line) -> tuple[int, float]:
    return line.sheet, line.box.top


def items(document: Document, front: FrontSheet, businesses: Sequence[Business], cells: Cells, jobs: int = 1) -> tuple[Item, ...]:
    """A record for each business, in the order of the agenda; where nothing is recognised one that holds the sheets' text.

    The papers of a long pack are divided over `jobs` processes.
    """
    ids = _ids(business.listed.number for business in businesses)
    filed = [_filed(document, front, business, cells, id_) for business, id_ in zip(businesses, ids, strict=True)]
    papers = [paper for each in filed for paper in each.papers]
    weights = [len(paper.section.lines) for paper in papers]
    record = front.pack_kind == "decisions" and not front.items
    tasks = [partial(_report, document, paper, _meeting(front), taken=record) for paper in papers]
    reports = iter(share(tasks, jobs if sum(weights) >= WORTH_SHARING else 1, weights))
    found = linked(tuple(_item(front, each, tuple(islice(reports, len(each.papers)))) for each in filed))
    whole = len(found) == 1 and businesses[0].listed.rule == "split.whole" and not any(map(_follows, found[0].reports))
    doubtful = front.pack_kind == "unknown" or not found[0].title if whole else False
    if doubtful and not _is_paper(front, found[0]):
        text = evidence(document.lines(), "split.whole")
        return (Item(id="item", number=None, title="", kind="unknown", pdf_pages=found[0].pdf_pages, evidence=text),)
    return found


def _follows(report: Report) -> bool:
    """Whether a paper has tables of answers, actions or plans, or tells of decisions: those are nobody's but a council's."""
    return bool(report.responses or report.actions or report.planned or report.decisions)


def _is_paper(front: FrontSheet, item: Item) -> bool:
    """Whether a paper is a council's: it says who is to decide, who wrote it, what is recommended or whom to ask."""
    named = any(report.report_by or report.recommendations or report.contacts or report.responses for report in item.reports)
    opened = any(one.rule not in _LOOKS for report in item.reports for one in report.evidence)
    meets = front.body is not None and (front.body != front.council or front.meeting_date is not None)
    return meets or named or opened


def _ids(numbers: Iterable[str | None]) -> list[str]:
    """An id for each item: by its number where that is printed once, with a suffix where it is not."""
    ids: list[str] = []
    for number in numbers:
        stem = f"item-{number}" if number else "item"
        counted = (f"{stem}-{count}" for count in range(2, len(ids) + 3))
        ids.append(next(each for each in (stem, *counted) if each not in ids))
    return ids


class _Paper(Struct, frozen=True):
    """A paper with its text, its kind and its author, before it becomes a record."""

    id: str
    paper: Paper
    section: Section
    settled: Settled
    author: Author | None


class _Filed(Struct, frozen=True):
    """A business with its kind and its papers."""

    id: str
    business: Business
    agenda: Section
    kind: Settled
    papers: tuple[_Paper, ...]


def _filed(document: Document, front: FrontSheet, business: Business, cells: Cells, id_: str) -> _Filed:
    listed = business.listed
    agenda = Section("minutes" if front.pack_kind == "minutes" else "agenda", listed.title, listed.lines, body=front.body)
    sections = [_section(document, paper, front, cells) for paper in business.papers]
    authors = [report_by(beside_tables(section)) for section in sections]
    kind = classify_item(listed, business.papers, [author[0] if author else None for author in authors], front.body)
    main = sections[0].lines if sections else ()
    papers = []
    for position, (paper, section, author) in enumerate(zip(business.papers, sections, authors, strict=True)):
        settled = classify_paper(paper, position, kind, author[0] if author else None, PaperText(section.lines, main))
        papers.append(_Paper(f"{id_}/paper-{position + 1}", paper, section, settled, author))
    return _Filed(id_, business, agenda, kind, tuple(papers))


def _item(front: FrontSheet, filed: _Filed, reports: tuple[Report, ...]) -> Item:
    business, agenda, kind, id_ = filed.business, filed.agenda, filed.kind, filed.id
    listed = business.listed
    told = agenda
    if front.pack_kind in ("minutes", "decisions"):
        told = replace(agenda, where=front.pack_kind, lines=under_heads(agenda.lines, front.lines))
    by = report_by(agenda) if listed.lines else None
    return Item(
        id=id_,
        number=listed.number,
        title=listed.title,
        kind=cast(Kind, kind.kind),
        to_follow=listed.to_follow,
        exempt=listed.exempt,
        printed_pages=listed.printed_pages,
        pdf_pages=(business.first, business.last) if business.first is not None and business.last is not None else None,
        start_time=listed.start_time,
        portfolio=listed.portfolio,
        forward_plan_ref=listed.forward_plan_ref,
        report_by=by[0] if by else listed.report_by,
        recommendations=_numbered(recommend(replace(told, kind=kind.kind)), f"{id_}/rec"),
        contacts=_numbered(contacts(agenda), f"{id_}/contact"),
        moved_by=movers(replace(told, kind=kind.kind)),
        reports=reports,
        placed_by=cast(tuple[Signal, ...], tuple(dict.fromkeys(business.signals))),
        decisions=_numbered(decide(told), f"{id_}/decision"),
        kind_evidence=_settled_by(kind),
        evidence=evidence(listed.lines[:1], listed.rule) or (reports[0].evidence if reports else ()),
    )


def _section(document: Document, paper: Paper, front: FrontSheet, cells: Cells) -> Section:
    where = "minutes" if paper.rule == "openings.minutes" else "paper"
    found = tuple(table for sheet in range(paper.first, paper.last + 1) for table in cells.get(sheet, ()))
    lines = paper_lines(document, paper)
    return Section(where, paper.title, lines, body=front.body, tables=found, vocabulary=lambda: document.vocabulary)


def _report(document: Document, filed: _Paper, meeting: Meeting, *, taken: bool) -> Report:
    """The record of a paper. `taken`: the document is a record of decisions, of which the paper tells."""
    paper, section, settled, author, id_ = filed.paper, filed.section, filed.settled, filed.author, filed.id
    known = section.as_kind(settled.kind)
    prose = beside_tables(known)
    asked, answers, plans = recommend(prose), respond(known), planned(known)
    return Report(
        id=id_,
        title=paper.title,
        kind=cast(ReportKind, settled.kind),
        pdf_pages=(paper.first, paper.last),
        printed_pages=_printed_range(document, paper),
        report_by=author[0] if author else None,
        recommendations=_numbered(asked, f"{id_}/rec"),
        contacts=_numbered([one for one in contacts(prose) if not _leads_on(one, plans)], f"{id_}/contact"),
        responses=_numbered(answers, f"{id_}/response"),
        deadlines=_numbered(deadlines(known, meeting, asked, answered=_answered(answers)), f"{id_}/deadline"),
        amends=_numbered(amendments(known), f"{id_}/amendment"),
        moved_by=movers(known),
        decisions=_numbered(decide(known, taken=taken), f"{id_}/decision"),
        pro_forma=pro_forma(known),
        actions=_numbered(actions(known), f"{id_}/action"),
        planned=_numbered(plans, f"{id_}/planned"),
        unresolved=unresolved(known, planned=bool(plans)),
        kind_evidence=_settled_by(settled),
        evidence=evidence(paper.title_lines or section.lines[:1], paper.rule),
    )


def _leads_on(contact: Contact, plans: Sequence[Planned]) -> bool:
    """Whether a person is named as the lead on something planned, and so is none to be asked about the paper itself."""
    places = [(each.sheet, each.bbox) for plan in plans for each in plan.evidence if each.bbox]
    return any(
        each.bbox and sheet == each.sheet and box[1] - 1 <= each.bbox[1] and each.bbox[3] <= box[3] + 1
        for each in contact.evidence
        for sheet, box in places
    )


def _answered(answers: Sequence[Response]) -> bool:
    """Whether a paper holds answers to recommendations, and not only the form for them."""
    return any(answer.status != "none" or answer.action for answer in answers)


def _printed_range(document: Document, paper: Paper) -> tuple[int, int] | None:
    """The printed pages of a paper's first and last sheet, where both have one."""
    first, last = document.page(paper.first).printed, document.page(paper.last).printed
    return (first, last) if first is not None and last is not None else None


def _settled_by(settled: Settled) -> Evidence | None:
    found = evidence(settled.lines, settled.rule)
    return found[0] if found else None


def _numbered(records: Sequence[R], stem: str) -> tuple[R, ...]:
    """The records with ids: a running number under the stem, children under their parent."""
    found = []
    for number, record in enumerate(records, 1):
        update: dict[str, object] = {"id": f"{stem}-{number}"}
        if isinstance(record, (Recommendation, Decision)) and record.children:
            update["children"] = _numbered(record.children, f"{stem}-{number}")
        found.append(record.model_copy(update=update))
    return tuple(found)


def _printed(record: R, printed: Mapping[int, int]) -> R:
    """The record with the printed page in all its evidence."""
    update: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Evidence):
            update[name] = value.model_copy(update={"printed_page": printed.get(value.sheet)})
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            update[name] = tuple(_printed(each, printed) for each in value)
        elif isinstance(value, Record):
            update[name] = _printed(value, printed)
    if isinstance(record, Evidence):
        update["printed_page"] = printed.get(record.sheet)
    return record.model_copy(update=update) if update else record
