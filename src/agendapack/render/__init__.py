"""Records as views for people, to be shown on a terminal: made here, printed elsewhere.

Bold leads, dim recedes, and colour is kept for what should be noticed; all of it can be taken away without loss. Text from a
PDF goes through `printable` and never through rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from agendapack import words
from agendapack.exports import View
from agendapack.printable import printable
from agendapack.render import followed, lists
from agendapack.render.parts import (
    BAD,
    GOOD,
    NOTICE,
    QUIET,
    STRONG,
    kind_of,
    paper_title,
    plain_table,
    safe,
    safe_lines,
    same_paper,
    stacked,
    under,
)
from agendapack.render.reasons import why

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Contact, Finding, Item, Report

_MARKS = {"info": ("·", QUIET), "warning": ("!", NOTICE), "error": ("✗", BAD)}


def view(pack: AgendaPack, what: View) -> RenderableType | None:
    """One view of a pack, or None where it has nothing to show."""
    views = {
        "items": _items,
        "recs": lists.recommendations,
        "contacts": lists.contacts,
        "responses": followed.responses,
        "actions": followed.actions,
        "planned": followed.planned,
        "deadlines": followed.deadlines,
        "decisions": lists.decisions,
        "reasons": why,
    }
    blocks = list(views[what](pack))
    return Group(*blocks) if blocks else None


def show(pack: AgendaPack) -> RenderableType:
    """The whole pack at a glance: the meeting, its business with the papers beneath, and what to know before relying on it."""
    blocks: list[RenderableType] = [_head(pack)]
    if pack.contacts:
        blocks += [Text(), *(_one_line(contact) for contact in pack.contacts)]
    if pack.items:
        blocks += [Text(), _business(pack)]
    if pack.findings:
        blocks += [Text(), Text("Before you rely on this", STRONG), _findings(pack.findings)]
    return Group(*blocks)


def _head(pack: AgendaPack) -> RenderableType:
    lines = []
    if pack.council and pack.council != pack.body:
        lines.append(safe(pack.council, QUIET))
    lines.append(safe(pack.body or pack.source.title or pack.source.file, STRONG))
    when = ", ".join(filter(None, (words.day(pack.meeting_date), pack.meeting_time)))
    lines += [safe(line) for line in (when, pack.venue) if line]
    facts = [words.kind(pack.pack_kind), words.count(pack.source.sheets, "sheet"), pack.source.file]
    if pack.status == "partial":
        facts.insert(0, "only partly read")
    lines.append(safe(" · ".join(facts), QUIET))
    for file in pack.source.supplements:
        about = (words.mark(pack, file.file) + "supplement", words.count(file.sheets, "sheet"), file.file)
        lines.append(safe(" · ".join(about), QUIET))
    return Group(*lines)


def _one_line(contact: Contact) -> Text:
    who = ", ".join(filter(None, (contact.name, contact.role)))
    return safe(" · ".join(filter(None, (who, contact.email, contact.phone))))


def _business_table(heading: str, *numbers: str) -> Table:
    """A table of items: number, title, kind, and then columns of numbers."""
    table = plain_table(show_header=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(heading, ratio=1, overflow="fold")
    table.add_column("Kind")
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _business(pack: AgendaPack) -> Table:
    """The items and, beneath each, its papers: what it is, on which sheets, and what it recommends."""
    table = _business_table("Business", "Sheets", "Pages")
    for number, item in enumerate(pack.items):
        lone = same_paper(item)
        beneath = () if lone else item.reports
        if number and (beneath or (pack.items[number - 1].reports and not same_paper(pack.items[number - 1]))):
            table.add_row()
        table.add_row(
            safe(item.number, STRONG),
            stacked(_title(item), _own_counts(item, lone)),
            kind_of(item.kind),
            stacked(*map(Text, words.sheets(pack, item))),
            stacked(*(Text(line, QUIET) for line in words.pages(pack, item))),
        )
        for report in beneath:
            counts = _counts(report)
            paper = stacked(safe(paper_title(report, item)), counts)
            table.add_row("", under(paper), kind_of(report.kind), words.mark(pack, report.file) + words.span(report.pdf_pages))
    return table


def _title(item: Item) -> Text:
    title = safe(words.title(item.title), STRONG)
    notes = [item.start_time or "", "to follow" if item.to_follow else "", "exempt" if item.exempt else ""]
    if any(notes):
        title.append(f"  {printable(', '.join(filter(None, notes)))}", NOTICE if item.exempt or item.to_follow else QUIET)
    return title


def _own_counts(item: Item, lone: Report | None) -> Text | None:
    """What stands under the item itself: in the agenda and, where it has its name, in its only paper."""
    if lone:
        return _counts(item, lone)
    counts = _counts(item)
    return counts.append(" in the agenda") if counts and item.reports else counts


NOUNS = {
    "recommendations": "recommendation",
    "responses": "response",
    "actions": "action",
    "planned": "planned item",
    "decisions": "decision",
    "deadlines": "deadline",
    "amends": "amendment",
    "contacts": "contact",
}
"""What is counted, by the field of an item or a paper that holds it."""


def _counts(*holders: Item | Report) -> Text | None:
    """How much of everything some holders have together."""
    numbers = {field: sum(len(getattr(holder, field, ())) for holder in holders) for field in NOUNS}
    said = [words.count(number, NOUNS[field]) for field, number in numbers.items() if number]
    more = any(number for field, number in numbers.items() if field != "contacts")
    return Text(", ".join(said), GOOD if more else QUIET) if said else None


def _findings(findings: Iterable[Finding]) -> Table:
    table = plain_table(show_header=False)
    table.add_column()
    table.add_column(ratio=1, overflow="fold")
    for finding in findings:
        mark, style = _MARKS[finding.level]
        told = finding.sheet is None or f"sheet {finding.sheet}" in finding.message
        where = "" if told else f" (sheet {finding.sheet}{f' of {finding.file}' if finding.file else ''})"
        table.add_row(Text(mark, style), safe_lines((finding.message + where, ""), (finding.hint, QUIET)))
    return table


def _items(pack: AgendaPack) -> Iterator[RenderableType]:
    if not pack.items:
        return
    table = _business_table("Item", "Sheets", "Pages", "Papers")
    for item in pack.items:
        table.add_row(
            safe(item.number, STRONG),
            _title(item),
            kind_of(item.kind),
            stacked(*map(Text, words.sheets(pack, item))),
            stacked(*(Text(line, QUIET) for line in words.pages(pack, item))),
            str(len(item.reports) or ""),
        )
    yield table
