"""Recommendations, contacts and decisions, under the item and the paper they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agendapack import words
from agendapack.exports.rows import Place, contact_lists, decision_lists, recommendation_lists
from agendapack.printable import printable
from agendapack.render.parts import (
    BAD,
    GOOD,
    INDENT,
    NOTICE,
    QUIET,
    STRONG,
    paper_title,
    plain_table,
    safe,
    safe_lines,
    same_paper,
    under,
)

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Contact, Decision, Evidence, Item, Recommendation, Report

_OUTCOME_STYLES = {"agreed": GOOD, "appointed": GOOD, "refused": BAD, "lost": BAD, "noted": QUIET, "action": ""}
"""An outcome that is not among these leaves something open."""
ADDRESSEE_WIDTH, _REACH_WIDTH = 18, 36
"""Columns that addressees, and e-mail addresses, take at most."""

_Limb = TypeVar("_Limb", "Recommendation", "Decision")

_LONG = 150
"""Letters from which a text takes several lines, so that its list is easier to read with room between."""


def recommendations(pack: AgendaPack) -> Iterator[RenderableType]:
    """The recommendations, each with its limbs beneath it and whom it is made to."""
    every = [each for _, recommendations in recommendation_lists(pack) for each in _limbs(recommendations)]
    if not every:
        return
    widest = max(len(printable(each.addressee or "")) for each in every)
    shape = Shape(
        columns=("", *(("To",) if widest else ())),
        widths=(None, min(widest, ADDRESSEE_WIDTH)) if widest else (None,),
        paged=any(page(each.evidence) for each in every),
    )
    yield shape.head()
    for heading, (_, recommendations) in zip(headings(recommendation_lists(pack)), recommendation_lists(pack), strict=True):
        yield heading
        for number, ((strand, group), run) in enumerate(groupby(recommendations, key=lambda each: (each.strand, each.group))):
            if number:
                yield Text()
            if group or strand == "scrutiny":
                yield under(_group_heading(group, strand))
            yield under(_limb_table(shape, list(run), _addressee if widest else _nothing))


def _addressee(each: Recommendation, parent: Recommendation | None) -> tuple[Text, ...]:
    return (safe(None if parent and parent.addressee == each.addressee else each.addressee, QUIET),)


def _nothing(each: Recommendation, parent: Recommendation | None) -> tuple[Text, ...]:
    return ()


def _limbs(records: Sequence[_Limb]) -> Iterator[_Limb]:
    for each in records:
        yield each
        yield from _limbs(each.children)


def _group_heading(group: str | None, strand: str) -> Text:
    heading = safe(group or "Made by scrutiny", "italic")
    if group and strand == "scrutiny":
        heading.append("  made by scrutiny", QUIET)
    return heading


def _limb_table(shape: Shape, records: Sequence[_Limb], cells: Callable[[_Limb, _Limb | None], tuple[Text, ...]]) -> Table:
    """A table of records with their limbs. `cells` gives what stands beside the text of one, whose parent is the second."""
    table = shape.table()
    airy = any(len(each.text) > _LONG or each.children for each in records)
    for number, each in enumerate(records):
        if airy and number:
            table.add_row()
        _add_limbs(table, shape, [each], records, cells)
    return table


def _add_limbs(
    table: Table,
    shape: Shape,
    limbs: Sequence[_Limb],
    siblings: Sequence[_Limb],
    cells: Callable[[_Limb, _Limb | None], tuple[Text, ...]],
    *,
    parent: _Limb | None = None,
    depth: int = 0,
) -> None:
    """Rows for some limbs and all beneath them. The labels of `siblings` set how far the text is moved to the right."""
    label_width = max(len(printable(each.label or "")) for each in siblings)
    for each in limbs:
        text = Padding(_labelled(each, label_width), (0, 0, 0, INDENT * depth))
        table.add_row(text, *cells(each, parent), *shape.place(each.evidence))
        if each.children:
            _add_limbs(table, shape, each.children, each.children, cells, parent=each, depth=depth + 1)


def _labelled(limb: Recommendation | Decision, label_width: int) -> RenderableType:
    if not label_width:
        return safe(limb.text)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=label_width, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(safe(limb.label, STRONG), safe(limb.text))
    return grid


def contacts(pack: AgendaPack) -> Iterator[RenderableType]:
    """The contacts and how to reach them."""
    every = [each for _, contacts in contact_lists(pack) for each in contacts]
    if not every:
        return
    reach = max(len(printable(line or "")) for each in every for line in (each.email, each.phone))
    shape = Shape(columns=("", ""), widths=(None, min(reach, _REACH_WIDTH)), paged=any(page(each.evidence) for each in every))
    yield shape.head()
    for heading, (_, contacts) in zip(headings(contact_lists(pack)), contact_lists(pack), strict=True):
        yield heading
        table = shape.table()
        for each in contacts:
            table.add_row(_person(each), safe_lines((each.email, ""), (each.phone, "")), *shape.place(each.evidence))
        yield under(table)


def _person(contact: Contact) -> RenderableType:
    kind = None if contact.kind == "contact_officer" else words.kind(contact.kind)
    return safe_lines((contact.name, STRONG), (contact.role, QUIET), (kind, QUIET))


def decisions(pack: AgendaPack) -> Iterator[RenderableType]:
    """The decisions, each with its limbs beneath it, its outcome, and who decided and is to act where any says so."""
    every = [each for _, decisions in decision_lists(pack) for each in _limbs(decisions)]
    if not every:
        return
    said = {
        "By": max(len(printable(each.decided_by or "")) for each in every),
        "To act": max(len(printable(each.owner or "")) for each in every),
    }
    shown = {heading: max(len(heading), min(width, ADDRESSEE_WIDTH)) for heading, width in said.items() if width}
    outcome_width = max(len(words.kind(each.outcome)) for each in every)
    shape = Shape(
        columns=("Decision", "Outcome", *shown),
        widths=(None, max(len("Outcome"), outcome_width), *shown.values()),
        paged=any(page(each.evidence) for each in every),
    )

    def cells(each: Decision, parent: Decision | None) -> tuple[Text, ...]:
        by = None if parent and parent.decided_by == each.decided_by else each.decided_by
        further = {"By": by, "To act": each.owner}
        return (_outcome(each), *(safe(further[heading], QUIET) for heading in shown))

    yield shape.head()
    for heading, (_, decisions) in zip(headings(decision_lists(pack), None), decision_lists(pack), strict=True):
        yield heading
        yield under(_limb_table(shape, decisions, cells))


def _outcome(decision: Decision) -> Text:
    return safe(words.kind(decision.outcome), _OUTCOME_STYLES.get(decision.outcome, NOTICE))


def headings(lists: Iterable[tuple[Place, object]], own: str | None = "In the agenda") -> Iterator[RenderableType]:
    """For each list its heading: the item, where it is another than before, and the paper, or what is the item's `own`."""
    before: Item | None = None
    for number, (place, _) in enumerate(lists):
        lines: list[RenderableType] = [Text()] if number else []
        if place.item is None:
            lines.append(Text("The meeting", STRONG))
        elif place.item is not before:
            lines.append(_item_heading(place.item))
        before = place.item
        if place.item and place.report is None and own:
            lines.append(under(Text(own, QUIET)))
        elif place.item and place.report and place.report is not same_paper(place.item):
            lines.append(under(_paper_heading(place.report, place.item)))
        yield Group(*lines)


def _item_heading(item: Item) -> RenderableType:
    if item.number is None:
        return safe(words.title(item.title), STRONG)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(safe(item.number, STRONG), safe(words.title(item.title), STRONG))
    return grid


def _paper_heading(report: Report, item: Item) -> Text:
    return safe(paper_title(report, item), "underline").append(f"  {_sheets(report)}", "not underline dim")


def _sheets(report: Report) -> str:
    first, last = report.pdf_pages
    of = f" of {printable(report.file)}" if report.file else ""
    return f"sheet{'' if first == last else 's'} {words.span(report.pdf_pages)}{of}"


class Shape(Struct, frozen=True):
    """The columns that all tables of one view share, so that they stand beneath each other under one head.

    The last columns are the sheet and, where the pack prints any, the page. A width of None takes what room is left.
    """

    columns: tuple[str, ...]
    widths: tuple[int | None, ...]
    paged: bool

    def head(self) -> RenderableType:
        """The head alone."""
        return under(self._grid(show_header=True))

    def table(self) -> Table:
        """A table without a head, to be filled."""
        return self._grid(show_header=False)

    def _grid(self, *, show_header: bool) -> Table:
        table = plain_table(show_header=show_header)
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


def page(evidence: tuple[Evidence, ...]) -> str:
    """The printed page on which something stands; empty where none is printed."""
    return str(evidence[0].printed_page) if evidence and evidence[0].printed_page is not None else ""
