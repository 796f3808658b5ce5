"""Records as views for people, to be shown on a terminal: made here, printed elsewhere.

Bold leads, dim recedes, and colour is kept for what should be noticed; all of it can be taken away without loss. Text from a
PDF goes through `printable` and never through rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agendapack import words
from agendapack.explain import Reason, reasons
from agendapack.exports import View
from agendapack.exports.rows import Place, contact_lists, recommendation_lists, response_lists
from agendapack.printable import printable
from agendapack.records import AgendaPack, Contact, Evidence, Finding, Item, Recommendation, Report, Response

INDENT = 4
"""Columns by which what belongs to something stands to the right of it."""

STRONG, QUIET, NOTICE, GOOD, BAD = "bold", "dim", "yellow", "green", "red"

_MARKS = {"info": ("·", QUIET), "warning": ("!", NOTICE), "error": ("✗", BAD)}
_STATUS_STYLES = {"accepted": GOOD, "already_actioned": GOOD, "partially_accepted": NOTICE, "rejected": BAD, "none": QUIET}
_ADDRESSEE_WIDTH, _REACH_WIDTH, _RULE_WIDTH = 18, 36, 30
"""Columns that addressees, e-mail addresses and the ids of rules take at most."""

_SAID = 100
"""Letters of a text that show which one is meant."""

_LONG = 150
"""Letters from which a recommendation takes several lines, so that its list is easier to read with room between."""


def view(pack: AgendaPack, what: View) -> RenderableType | None:
    """One view of a pack, or None where it has nothing to show."""
    views = {
        "items": _items,
        "recs": _recommendations,
        "contacts": _contacts,
        "responses": _responses,
        "reasons": _reasons,
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


def _text(value: str | None, style: str = "") -> Text:
    return Text(printable(value or ""), style)


def _plain_table(*, show_header: bool) -> Table:
    """A table without lines that takes the whole width."""
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=QUIET, show_header=show_header)


def _business_table(heading: str, *numbers: str) -> Table:
    """A table of items: number, title, kind, and then columns of numbers."""
    table = _plain_table(show_header=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(heading, ratio=1, overflow="fold")
    table.add_column("Kind")
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


# The meeting


def _head(pack: AgendaPack) -> RenderableType:
    lines = []
    if pack.council and pack.council != pack.body:
        lines.append(_text(pack.council, QUIET))
    lines.append(_text(pack.body or pack.source.title or pack.source.file, STRONG))
    when = ", ".join(filter(None, (words.day(pack.meeting_date), pack.meeting_time)))
    lines += [_text(line) for line in (when, pack.venue) if line]
    facts = [words.kind(pack.pack_kind), words.count(pack.source.sheets, "sheet"), pack.source.file]
    if pack.status == "partial":
        facts.insert(0, "only partly read")
    lines.append(_text(" · ".join(facts), QUIET))
    return Group(*lines)


def _one_line(contact: Contact) -> Text:
    who = ", ".join(filter(None, (contact.name, contact.role)))
    return _text(" · ".join(filter(None, (who, contact.email, contact.phone))))


def _business(pack: AgendaPack) -> Table:
    """The items and, beneath each, its papers: what it is, on which sheets, and what it recommends."""
    table = _business_table("Business", "Sheets", "Pages")
    for number, item in enumerate(pack.items):
        lone = _same_paper(item)
        beneath = () if lone else item.reports
        if number and (beneath or (pack.items[number - 1].reports and not _same_paper(pack.items[number - 1]))):
            table.add_row()
        table.add_row(
            _text(item.number, STRONG),
            _lines_of(_title(item), _own_counts(item, lone)),
            _kind(item.kind),
            words.span(item.pdf_pages),
            Text(words.span(item.printed_pages), QUIET),
        )
        for report in beneath:
            counts = _counts(report.recommendations, report.contacts, report.responses)
            paper = _lines_of(_text(_paper_title(report, item)), counts)
            table.add_row("", _under(paper), _kind(report.kind), words.span(report.pdf_pages))
    return table


def _kind(kind: str) -> Text:
    return _text(words.kind(kind), NOTICE if kind == "unknown" else QUIET)


def _lines_of(*lines: Text | None) -> RenderableType:
    return Group(*(line for line in lines if line))


def _same_paper(item: Item) -> Report | None:
    """An item's only paper, where it bears the item's own name: to list it again beneath would say nothing new."""
    same = len(item.reports) == 1 and item.reports[0].title.casefold() == item.title.casefold()
    return item.reports[0] if same else None


def _title(item: Item) -> Text:
    title = _text(item.title, STRONG)
    notes = [item.start_time or "", "to follow" if item.to_follow else "", "exempt" if item.exempt else ""]
    if any(notes):
        title.append(f"  {printable(', '.join(filter(None, notes)))}", NOTICE if item.exempt or item.to_follow else QUIET)
    return title


def _own_counts(item: Item, lone: Report | None) -> Text | None:
    """What stands under the item itself: in the agenda and, where it has its name, in its only paper."""
    if lone:
        return _counts((*item.recommendations, *lone.recommendations), (*item.contacts, *lone.contacts), lone.responses)
    counts = _counts(item.recommendations, item.contacts, ())
    return counts.append(" in the agenda") if counts and item.reports else counts


def _counts(recommendations: Sized, contacts: Sized, responses: Sized) -> Text | None:
    numbers = ((recommendations, "recommendation"), (responses, "response"), (contacts, "contact"))
    said = [words.count(len(some), noun) for some, noun in numbers if some]
    return Text(", ".join(said), GOOD if recommendations or responses else QUIET) if said else None


def _findings(findings: Iterable[Finding]) -> Table:
    table = _plain_table(show_header=False)
    table.add_column()
    table.add_column(ratio=1, overflow="fold")
    for finding in findings:
        mark, style = _MARKS[finding.level]
        told = finding.sheet is None or f"sheet {finding.sheet}" in finding.message
        where = "" if told else f" (sheet {finding.sheet})"
        table.add_row(Text(mark, style), _lines((finding.message + where, ""), (finding.hint, QUIET)))
    return table


# The items alone


def _items(pack: AgendaPack) -> Iterator[RenderableType]:
    if not pack.items:
        return
    table = _business_table("Item", "Sheets", "Pages", "Papers")
    for item in pack.items:
        table.add_row(
            _text(item.number, STRONG),
            _title(item),
            _kind(item.kind),
            words.span(item.pdf_pages),
            Text(words.span(item.printed_pages), QUIET),
            str(len(item.reports) or ""),
        )
    yield table


# Recommendations, contacts and responses, under the item and the paper they stand in


def _recommendations(pack: AgendaPack) -> Iterator[RenderableType]:
    every = [each for _, recommendations in recommendation_lists(pack) for each in _limbs(recommendations)]
    if not every:
        return
    widest = max(len(printable(each.addressee or "")) for each in every)
    shape = _Shape(
        columns=("", *(("To",) if widest else ())),
        widths=(None, min(widest, _ADDRESSEE_WIDTH)) if widest else (None,),
        paged=any(_page(each.evidence) for each in every),
    )
    yield shape.head()
    for heading, (_, recommendations) in zip(_headings(recommendation_lists(pack)), recommendation_lists(pack), strict=True):
        yield heading
        for number, ((strand, group), run) in enumerate(groupby(recommendations, key=lambda each: (each.strand, each.group))):
            if number:
                yield Text()
            if group or strand == "scrutiny":
                yield _under(_group_heading(group, strand))
            yield _under(_recommendation_table(shape, list(run), addressed=bool(widest)))


def _limbs(recommendations: Sequence[Recommendation]) -> Iterator[Recommendation]:
    for each in recommendations:
        yield each
        yield from _limbs(each.children)


def _group_heading(group: str | None, strand: str) -> Text:
    heading = _text(group or "Made by scrutiny", "italic")
    if group and strand == "scrutiny":
        heading.append("  made by scrutiny", QUIET)
    return heading


def _recommendation_table(shape: _Shape, recommendations: Sequence[Recommendation], *, addressed: bool) -> Table:
    table = shape.table()
    airy = any(len(each.text) > _LONG or each.children for each in recommendations)
    for number, each in enumerate(recommendations):
        if airy and number:
            table.add_row()
        _add_limbs(table, shape, [each], recommendations, addressed=addressed)
    return table


def _add_limbs(
    table: Table,
    shape: _Shape,
    limbs: Sequence[Recommendation],
    siblings: Sequence[Recommendation],
    *,
    addressed: bool,
    parent: Recommendation | None = None,
    depth: int = 0,
) -> None:
    """Rows for some limbs and all beneath them. The labels of `siblings` set how far the text is moved to the right."""
    label_width = max(len(printable(each.label or "")) for each in siblings)
    for each in limbs:
        cells: list[RenderableType] = [Padding(_labelled(each, label_width), (0, 0, 0, INDENT * depth))]
        if addressed:
            cells.append(_text(None if parent and parent.addressee == each.addressee else each.addressee, QUIET))
        table.add_row(*cells, *shape.place(each.evidence))
        if each.children:
            _add_limbs(table, shape, each.children, each.children, addressed=addressed, parent=each, depth=depth + 1)


def _labelled(recommendation: Recommendation, label_width: int) -> RenderableType:
    if not label_width:
        return _text(recommendation.text)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=label_width, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(_text(recommendation.label, STRONG), _text(recommendation.text))
    return grid


def _contacts(pack: AgendaPack) -> Iterator[RenderableType]:
    every = [each for _, contacts in contact_lists(pack) for each in contacts]
    if not every:
        return
    reach = max(len(printable(line or "")) for each in every for line in (each.email, each.phone))
    shape = _Shape(columns=("", ""), widths=(None, min(reach, _REACH_WIDTH)), paged=any(_page(each.evidence) for each in every))
    yield shape.head()
    for heading, (_, contacts) in zip(_headings(contact_lists(pack)), contact_lists(pack), strict=True):
        yield heading
        table = shape.table()
        for each in contacts:
            table.add_row(_person(each), _lines((each.email, ""), (each.phone, "")), *shape.place(each.evidence))
        yield _under(table)


def _person(contact: Contact) -> RenderableType:
    kind = None if contact.kind == "contact_officer" else words.kind(contact.kind)
    return _lines((contact.name, STRONG), (contact.role, QUIET), (kind, QUIET))


def _lines(*lines: tuple[str | None, str]) -> RenderableType:
    return Group(*(_text(text, style) for text, style in lines if text))


def _responses(pack: AgendaPack) -> Iterator[RenderableType]:
    every = [each for _, responses in response_lists(pack) for each in responses]
    if not every:
        return
    answer_width = max(len(words.kind(each.status)) for each in every)
    acted = any(each.action for each in every)
    shape = _Shape(
        columns=("Recommendation", "Answer", *(("Action",) if acted else ())),
        widths=(None, answer_width, *((None,) if acted else ())),
        paged=any(_page(each.evidence) for each in every),
    )
    yield shape.head()
    for heading, (_, responses) in zip(_headings(response_lists(pack)), response_lists(pack), strict=True):
        yield heading
        table = shape.table()
        for number, each in enumerate(responses):
            if number:
                table.add_row()
            action = (_text(each.action),) if acted else ()
            table.add_row(_text(each.recommendation), _answer(each), *action, *shape.place(each.evidence))
        yield _under(table)


def _answer(response: Response) -> Text:
    return _text(words.kind(response.status), _STATUS_STYLES[response.status])


# What a record rests on


def _reasons(pack: AgendaPack) -> Iterator[RenderableType]:
    every = list(reasons(pack))
    if not every:
        return
    shape = _Shape(
        columns=("", "", "Rule"),
        widths=(max(len(each.what) for each in every), None, min(max(len(each.rule) for each in every), _RULE_WIDTH)),
        paged=any(each.printed_page is not None for each in every),
    )
    yield shape.head()
    told: set[str] = set()
    places = [(Place(pack, each.item, each.report), each) for each in every]
    lists = [(place, [each for _, each in run]) for place, run in groupby(places, key=lambda pair: pair[0])]
    for heading, (_, run) in zip(_headings(lists), lists, strict=True):
        yield heading
        table = shape.table()
        for each in run:
            says = _says(each, told=each.rule in told)
            told.add(each.rule)
            table.add_row(_text(each.what, QUIET), says, _text(each.rule, QUIET), *shape.cells(each.sheet, each.printed_page))
        yield _under(table)


def _says(reason: Reason, *, told: bool) -> RenderableType:
    """What is said and why: a rule's reason once, not with each of the twenty recommendations that it found."""
    said = reason.value or reason.words
    value = words.kind(said) if reason.what == "kind" else said
    return _lines((value if len(value) <= _SAID else value[:_SAID].rstrip() + "…", ""), (None if told else reason.why, QUIET))


def _headings(lists: Iterable[tuple[Place, object]]) -> Iterator[RenderableType]:
    """For each list its heading: the item, where it is another than before, and the paper."""
    before: Item | None = None
    for number, (place, _) in enumerate(lists):
        lines: list[RenderableType] = [Text()] if number else []
        if place.item is None:
            lines.append(Text("The meeting", STRONG))
        elif place.item is not before:
            lines.append(_item_heading(place.item))
        before = place.item
        if place.item and place.report is None:
            lines.append(_under(Text("In the agenda", QUIET)))
        elif place.item and place.report and place.report is not _same_paper(place.item):
            lines.append(_under(_paper_heading(place.report, place.item)))
        yield Group(*lines)


def _item_heading(item: Item) -> RenderableType:
    if item.number is None:
        return _text(item.title, STRONG)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(_text(item.number, STRONG), _text(item.title, STRONG))
    return grid


def _paper_heading(report: Report, item: Item) -> Text:
    return _text(_paper_title(report, item), "underline").append(f"  {_sheets(report)}", "not underline dim")


def _paper_title(report: Report, item: Item) -> str:
    """Its title, but not the item's over again: most reports bear the name of their item."""
    same = item.title.casefold().endswith(report.title.casefold()) and 2 * len(report.title) > len(item.title)
    return "The report itself" if same else report.title


def _sheets(report: Report) -> str:
    first, last = report.pdf_pages
    return f"sheet{'' if first == last else 's'} {words.span(report.pdf_pages)}"


def _under(renderable: RenderableType) -> Padding:
    return Padding(renderable, (0, 0, 0, INDENT))


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns that all tables of one view share, so that they stand beneath each other under one head.

    The last columns are the sheet and, where the pack prints any, the page. A width of None takes what room is left.
    """

    columns: tuple[str, ...]
    widths: tuple[int | None, ...]
    paged: bool

    def head(self) -> RenderableType:
        """The head alone."""
        return _under(self._grid(show_header=True))

    def table(self) -> Table:
        """A table without a head, to be filled."""
        return self._grid(show_header=False)

    def _grid(self, *, show_header: bool) -> Table:
        table = _plain_table(show_header=show_header)
        for heading, width in zip(self.columns, self.widths, strict=True):
            table.add_column(heading, width=width, ratio=None if width else 1, overflow="fold")
        for heading in ("Sheet", "Page") if self.paged else ("Sheet",):
            table.add_column(heading, min_width=len("Sheet"), justify="right", no_wrap=True)
        return table

    def place(self, evidence: tuple[Evidence, ...]) -> tuple[Text, ...]:
        """The last cells of a row, from what it rests on."""
        return self.cells(evidence[0].sheet, evidence[0].printed_page) if evidence else self.cells(None, None)

    def cells(self, sheet: int | None, page: int | None) -> tuple[Text, ...]:
        """The last cells of a row."""
        numbers = (sheet, page) if self.paged else (sheet,)
        return tuple(Text("" if number is None else str(number), QUIET) for number in numbers)


def _page(evidence: tuple[Evidence, ...]) -> str:
    return str(evidence[0].printed_page) if evidence and evidence[0].printed_page is not None else ""
