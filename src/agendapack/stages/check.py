"""Turns doubt into findings: what was listed and not found, page numbers that do not add up, text that could not be read.

The other stages keep their doubts in their values; this one alone words them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from agendapack.due import contradicted
from agendapack.layout import Business, Document, FrontSheet, Line, Page
from agendapack.numbered import numbers
from agendapack.prepared import pattern
from agendapack.records import (
    Action,
    Amendment,
    Contact,
    Deadline,
    Decision,
    Evidence,
    Finding,
    Item,
    Mover,
    Planned,
    ProForma,
    Recommendation,
    Report,
    Response,
)

GARBLED = pattern(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]")
"""What is left of text whose font does not say which letters it draws: character ids, replacement or private-use characters."""

UNREAD = "A scan: run it again with --ocr, or make it readable first, for example with: ocrmypdf --skip-text in.pdf out.pdf"
"""What to do about a sheet that is a picture."""

GARBLED_SHARE = 0.2
"""Share of such characters from which a sheet counts as unreadable; bullets in symbol fonts stay far below."""


def check(
    document: Document, front: FrontSheet, businesses: Sequence[Business], items: Sequence[Item], contacts: Sequence[Contact]
) -> tuple[Finding, ...]:
    """All findings on a pack, in the order: the meeting, the items, their papers, the sheets, the evidence."""
    return (
        *_meeting(front, items),
        *_passed(front),
        *_placing(document, front, businesses),
        *_claims(document, front, businesses),
        *_papers(businesses),
        *_tables(items),
        *_numbers(items),
        *_deadlines(front, items),
        *_sheets(document),
        *_evidence(document, items, contacts),
    )


def _meeting(front: FrontSheet, items: Sequence[Item]) -> Iterator[Finding]:
    for field, value in (("council", front.council), ("body", front.body), ("meeting date", front.meeting_date)):
        if value is None:
            yield Finding(
                code=f"{field.replace(' ', '-')}-unknown",
                level="info",
                message=f"The {field} was found neither on the front sheets nor at the first paper's head nor in the PDF title.",
            )
    if not items or all(item.kind == "unknown" for item in items):
        yield Finding(
            code="nothing-recognised",
            level="warning",
            message="No agenda list, no item stamps, no outline and no report heading were recognised.",
            hint="The sheets' text is kept as one item; is this a council's agenda pack?",
        )


def _passed(front: FrontSheet) -> Iterator[Finding]:
    """Lines of the agenda that look like business and were not taken for it."""
    for line in front.passed:
        yield Finding(
            code="agenda-line-left-out",
            level="warning",
            message=f"A numbered line of the agenda is set as its business is, but was taken for no item: {line.text[:60]!r}.",
            hint="Look at that line: an item may be missing from this record.",
            sheet=line.sheet,
        )


def _placing(document: Document, front: FrontSheet, businesses: Sequence[Business]) -> Iterator[Finding]:
    ranges = [business.listed.printed_pages for business in businesses if business.listed.printed_pages]
    firsts = len(ranges) > 1 and all(first == last for first, last in ranges)
    for business in businesses:
        name = _name(business)
        pages = business.listed.printed_pages
        if business.first is None and pages is not None:
            yield Finding(
                code="item-not-found",
                level="warning",
                message=f"{name} is listed with pages {pages[0]} to {pages[1]}, which are not in this PDF.",
                hint="The pack may be cut short, or the papers may be in another file.",
            )
        elif business.first is None and business.listed.to_follow:
            yield Finding(code="item-to-follow", level="info", message=f"{name} is to follow: its papers are not in this PDF.")
        if business.first is not None and business.signals == ("title",):
            yield Finding(
                code="item-placed-by-title",
                level="info",
                message=f"{name} was placed on sheet {business.first} only because a paper there has its title or label.",
                sheet=business.first,
            )
        yield from _contradictions(business)
        yield from _range(document, business, firsts=firsts)


def _contradictions(business: Business) -> Iterator[Finding]:
    """Signals that lost. Against two that agree a third is most likely a stamp or entry left over from another meeting."""
    placed = "not placed" if business.first is None else f"placed on sheet {business.first}"
    for signal, sheet in business.contradicted:
        yield Finding(
            code="item-contradicted",
            level="info" if len(set(business.signals)) > 1 else "warning",
            message=f"{_name(business)} was {placed}, but its {signal} points to sheet {sheet}.",
            hint="Look at that sheet." if business.first is None else "Look at both sheets.",
            sheet=sheet,
        )


def _name(business: Business) -> str:
    number = f"Item {business.listed.number}" if business.listed.number else "The item"
    title = business.listed.title
    return f"{number} ({title if len(title) <= 60 else title[:57].rstrip() + '...'})" if title else number


def _range(document: Document, business: Business, *, firsts: bool) -> Iterator[Finding]:
    """Whether the printed range of an item and its sheets agree, of which an agenda may print the `firsts` alone."""
    pages = business.listed.printed_pages
    if pages is None or business.first is None or business.last is None:
        return
    stamped = [page for page in document.pages[business.first - 1 : business.last] if page.printed is not None]
    printed = [page.printed or 0 for page in stamped]
    text_ends = max((page.printed or 0 for page in stamped if not page.blank), default=0)
    if printed and (printed[0] != pages[0] or not (firsts or text_ends <= pages[1] <= printed[-1])):
        yield Finding(
            code="pages-disagree",
            level="warning",
            message=(
                f"{_name(business)} is listed with pages {pages[0]} to {pages[1]}; "
                f"its sheets {business.first} to {business.last} are stamped {printed[0]} to {printed[-1]}."
            ),
            hint="Sheets may be missing, or the pack may be cut short." if printed[-1] < pages[1] else None,
            sheet=business.first,
        )


def _claims(document: Document, front: FrontSheet, businesses: Sequence[Business]) -> Iterator[Finding]:
    """Sheets with text that belong to no item."""
    if front.pack_kind in ("minutes", "decisions") or not businesses:
        return
    claimed = {sheet for b in businesses if b.first is not None and b.last is not None for sheet in range(b.first, b.last + 1)}
    loose = [page.sheet for page in document.pages[front.sheets :] if page.lines and page.sheet not in claimed]
    for first, last in _runs(loose):
        where = f"Sheet {first} belongs" if first == last else f"Sheets {first} to {last} belong"
        yield Finding(
            code="sheets-unclaimed",
            level="warning",
            message=f"{where} to no item that the agenda lists.",
            hint="Their recommendations and contacts are not in this record.",
            sheet=first,
        )


def _papers(businesses: Sequence[Business]) -> Iterator[Finding]:
    for business in businesses:
        for paper in business.papers:
            if not paper.title:
                yield Finding(
                    code="paper-untitled",
                    level="info",
                    message=f"{_paper(business)} on sheet {paper.first} prints no title that was recognised.",
                    hint="Its title is left empty; what else it says is in the record. Look at the head of that sheet.",
                    sheet=paper.first,
                )


def _paper(business: Business) -> str:
    """A paper as a sentence names it: a lone one belongs to no business."""
    return f"A paper of {_name(business)}" if business.listed.number or business.listed.title else "The paper"


def _tables(items: Sequence[Item]) -> Iterator[Finding]:
    """Tables whose words are kept as they stand, because they make no rows: one finding for each sheet."""
    for report in (report for item in items for report in item.reports):
        for sheet, plans in dict.fromkeys((each.sheet, each.rule.startswith("plan.")) for each in report.unresolved):
            yield Finding(
                code="table-unresolved",
                level="warning",
                message=f"Words of a table of {'a plan' if plans else 'responses or actions'} on sheet {sheet}"
                " could not be placed in its rows.",
                hint="They are kept under the paper as `unresolved`.",
                sheet=sheet,
            )


def _numbers(items: Sequence[Item]) -> Iterator[Finding]:
    """Rows that name a recommendation by its number alone, where the pack has none, or several, of that number."""
    for item in items:
        for report in item.reports:
            lost = [each for each in report.responses if not each.answers and numbers(each.recommendation)]
            if lost:
                named = ", ".join(each.recommendation for each in lost)
                yield Finding(
                    code="answer-to-number",
                    level="info",
                    message=f"{report.title or item.title}: which recommendations are answered is told by number only ({named}).",
                    hint="The pack prints no recommendation of that number, or several.",
                    sheet=lost[0].evidence[0].sheet if lost[0].evidence else None,
                )


def _deadlines(front: FrontSheet, items: Sequence[Item]) -> Iterator[Finding]:
    """Days printed for an answer that lie before the meeting, or after the end of the period that the paper gives for it."""
    for item in items:
        for report in item.reports:
            for deadline in report.deadlines:
                if deadline.date and (why := contradicted(deadline, front.meeting_date)):
                    yield Finding(
                        code="deadline-contradicted",
                        level="info",
                        message=f"{report.title or item.title}: the {deadline.what} is due on {deadline.date}, but {why}.",
                        hint="The pack contradicts itself: ask which day is meant.",
                        sheet=deadline.evidence[0].sheet if deadline.evidence else None,
                    )


def _sheets(document: Document) -> Iterator[Finding]:
    if document.left_out:
        yield Finding(
            code="sheets-left-out",
            level="error",
            message=f"Only the first {len(document.pages):,} of {len(document.pages) + document.left_out:,} sheets were read.",
            hint="No pack has as many; cut the file into parts.",
        )
    for page in document.pages:
        if page.unreadable:
            yield Finding(
                code="sheet-unreadable", level="error", message=f"Sheet {page.sheet}: {page.unreadable}.", sheet=page.sheet
            )
            continue
        if page.clipped:
            yield Finding(
                code="line-clipped",
                level="warning",
                message=f"Sheet {page.sheet} has a line that is longer than a line can be: only its beginning was read.",
                hint="It is damaged, or made to do harm; look at it.",
                sheet=page.sheet,
            )
        if _garbled(page):
            yield Finding(
                code="sheet-garbled",
                level="warning",
                message=f"Sheet {page.sheet} has letters whose font does not say what they are.",
                hint="Run the file through OCR to read it.",
                sheet=page.sheet,
            )
        if any(line.hidden for line in (*page.lines, *page.furniture)):
            yield Finding(
                code="hidden-text",
                level="info",
                message=f"Sheet {page.sheet} has text that a reader cannot see.",
                sheet=page.sheet,
            )
    yield from _scans(document)


def _scans(document: Document) -> Iterator[Finding]:
    """Sheets that are pictures: not read, or read by OCR, whose words are no more than what it took the pictures to say."""
    for first, last in _runs([page.sheet for page in document.pages if page.scanned]):
        where = f"Sheet {first} has" if first == last else f"Sheets {first} to {last} have"
        why = document.page(first).ocr_failure
        yield Finding(
            code="sheet-without-text",
            level="warning",
            message=f"{where} a picture and no text{f'; OCR failed: {why}' if why else ''}.",
            hint="Look at the picture." if why or document.page(first).ocred else UNREAD,
            sheet=first,
        )
    for first, last in _runs([page.sheet for page in document.pages if page.ocred and not page.scanned]):
        where = f"Sheet {first} is a scan" if first == last else f"Sheets {first} to {last} are scans"
        yield Finding(
            code="sheet-ocred",
            level="warning",
            message=f"{where}: the words are what OCR read, and some may be misread.",
            hint="Hold them against the picture before relying on them.",
            sheet=first,
        )


def _runs(sheets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sheets in a row as first and last."""
    for _, run in groupby(enumerate(sheets), key=lambda pair: pair[1] - pair[0]):
        numbers = [sheet for _, sheet in run]
        yield numbers[0], numbers[-1]


def _garbled(page: Page) -> bool:
    text = "".join(line.text for line in page.lines)
    return bool(text) and sum(len(found.group()) for found in GARBLED.finditer(text)) > GARBLED_SHARE * len(text)


def _evidence(document: Document, items: Sequence[Item], contacts: Sequence[Contact]) -> Iterator[Finding]:
    """Whether each recommendation, decision and contact can be found on the sheet that its evidence names."""
    letters: dict[int, str] = {}
    for each in _all_evidence(items, contacts):
        page = document.page(each.sheet)
        if each.sheet not in letters:
            letters[each.sheet] = _letters(page.lines + page.furniture)
        if _squeezed(each.text) in letters[each.sheet] or on_sheet(each, page):
            continue
        yield Finding(
            code="evidence-not-on-sheet",
            level="error",
            message=f"A text that was taken from sheet {each.sheet} is not on it as taken: {each.text[:60]!r}.",
            hint="Please report this: it is a fault of agendapack.",
            sheet=each.sheet,
        )


def _all_evidence(items: Sequence[Item], contacts: Sequence[Contact]) -> Iterator[Evidence]:
    for contact in contacts:
        yield from contact.evidence
    for item in items:
        holders: tuple[Item | Report, ...] = (item, *item.reports)
        for holder in holders:
            limbs: tuple[Recommendation | Decision, ...] = (*holder.recommendations, *holder.decisions)
            for each in limbs:
                yield from _of(each)
            yield from _each_of(holder.contacts, holder.moved_by)
        for report in item.reports:
            forms = (report.pro_forma,) if report.pro_forma else ()
            yield from _each_of(report.responses, report.actions, report.planned, report.deadlines, report.amends, forms)
            yield from report.unresolved


Held = Contact | Mover | Response | Action | Planned | ProForma | Deadline | Amendment


def _each_of(*records: Sequence[Held]) -> Iterator[Evidence]:
    for each in (record for group in records for record in group):
        yield from each.evidence


def _of(limb: Recommendation | Decision) -> Iterator[Evidence]:
    yield from limb.evidence
    for child in limb.children:
        yield from _of(child)


def on_sheet(evidence: Evidence, page: Page) -> bool:
    """Whether the evidence's words stand inside its box on the sheet, each as often as it is quoted.

    Their order is not asked for: in a table the label of a row may stand lower than the row's first line.
    """
    if evidence.bbox is None:
        return False
    x0, top, x1, bottom = evidence.bbox
    inside: list[str] = []
    for line in (*page.lines, *page.furniture):
        if top - 1 <= (line.box.top + line.box.bottom) / 2 <= bottom + 1:
            inside += [span.text for span in line.spans if span.x0 <= x1 + 1 and span.x1 >= x0 - 1] or [line.text]
    text = _squeezed(" ".join(inside))
    counts = Counter(_squeezed(word) for word in evidence.text.split())
    return all(_stands(word, count, text) for word, count in counts.items())


def _stands(word: str, count: int, text: str) -> bool:
    """Whether a word is there so often: whole, or in parts that a hyphen ends, since something may stand between two lines."""
    return text.count(word) >= count or all(text.count(part) >= count for part in re.split(r"(?<=-)", word) if part)


def _letters(lines: Sequence[Line]) -> str:
    return "".join(_squeezed(line.text) for line in lines)


def _squeezed(text: str) -> str:
    return "".join(text.split())
