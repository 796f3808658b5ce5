"""Finds the cells of ruled tables, on the few sheets where they are needed.

A sheet's rules are as many objects again as its words. So `sheets_with_cells` first picks, from lines that have been read
anyway, the sheets that seem to hold a table whose cells matter, and `find` opens only those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pypdfium2 import PdfDocument

from agendapack import rules
from agendapack.candidates import Folded
from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import Line, Page, Table
from agendapack.reading.edges import Edge, edges
from agendapack.reading.native import TooMuch, handle
from agendapack.reading.pdfium import opened, opened_sheet
from agendapack.reading.ruling import tables_of

FEWEST_PATHS = 4
"""Drawn paths on the poorest sheet that can hold a ruled table: a frame and one rule each way, or the four sides of a cell."""

HEADER_DEPTH = 6.0
"""How far from the word "Recommendation" its neighbours may stand, in ems: narrow columns break their heads over five rows."""

TOP_LINES = 12
"""Lines of a sheet among which the heading of a plan stands where the plan begins there."""

COLUMNED = 0.3
"""Share of a sheet's lines with a gap in them from which it seems to hold a table: cells of long text make lines without one."""

LONGEST_HEAD = 50
"""Characters in one row of a column's head: longer is a sentence that speaks of recommendations or answers."""

_OF_RESPONSES = ("sheet.heads", "sheet.recommendation")
_OF_PLANS = ("above.plan",)
_LABEL = "label.recommendation"
_ABOVE = ("above.tracker", "above.answers")
_OF_ACTIONS = ("sheet.action",)
_OF_AMENDMENTS = ("sheet.amendment",)
_OF_TAKEN, _OF_DECISIONS = ("taken",), ("heading", "column.topic")
"""What the head of a table must mean, or a word on its sheet, for it to be one of responses, of actions, of an amendment."""


def find(source: Path | bytes, sheets: Iterable[int], password: str | None = None) -> dict[int, tuple[Table, ...]]:
    """The ruled tables of the given sheets, from top to bottom. A sheet that cannot be read has none.

    Boxes are in points from the top left of the sheet as shown, like those of the lines.
    """
    found: dict[int, tuple[Table, ...]] = dict.fromkeys(sorted(set(sheets)), ())
    if found:
        content = source.read_bytes() if isinstance(source, Path) else source
        with suppress(NotAPdf, EncryptedPdf), opened(content, password) as pdf:
            for sheet in found:
                found[sheet] = tables_of(*_edges(pdf, sheet), sheet)
    return found


def _edges(pdf: PdfDocument, sheet: int) -> tuple[list[Edge], list[Edge]]:
    with suppress(TooMuch), opened_sheet(pdf, sheet - 1) as shown:
        if shown is not None:
            page, frame = shown
            return edges(handle(page), frame)
    return [], []


def sheets_with_cells(pages: Iterable[Page]) -> tuple[int, ...]:
    """The sheets worth opening for their cells: those where such a table begins, and those over which it may run on.

    A table runs on over sheets of the same shape that have rules too, until an agenda item or a sheet without rules begins.
    """
    chosen: list[int] = []
    before: Page | None = None
    plan = False
    for page in pages:
        runs_on = before is not None and _may_run_on(before, page) and (not plan or _in_columns(page))
        if needs_cells(page):
            chosen.append(page.sheet)
            before, plan = page, False
        elif (runs_on and plan) or _opens_columns(page):
            chosen.append(page.sheet)
            before, plan = page, True
        elif runs_on:
            chosen.append(page.sheet)
            before = page
        else:
            before = None
    return tuple(chosen)


def _may_run_on(before: Page, page: Page) -> bool:
    """Whether a table of the sheet before may run over this one: it has rules too, the same shape, and no item begins on it."""
    same = (page.width, page.height) == (before.width, before.height)
    return same and page.paths >= FEWEST_PATHS and page.item_stamp is None


def _opens_columns(page: Page) -> bool:
    """Whether a plan, a tracker or answers to scrutiny seem to begin here, in columns, by a heading that says so: the lines of a
    plan are dates and topics, hardly ever told by their heads, and every council has heads of its own.
    """
    if page.paths < FEWEST_PATHS or not _in_columns(page):
        return False
    plan, respond = rules.load("plan"), rules.load("respond")
    top = [line.text for line in page.lines[:TOP_LINES]]
    folded = Folded(top)
    return any(plan.first(*_OF_PLANS, top[n]) for n in folded.candidates(plan, _OF_PLANS)) or any(
        respond.first_of(_ABOVE, top[n]) for n in folded.candidates(respond, _ABOVE)
    )


def _in_columns(page: Page) -> bool:
    """Whether a good part of a sheet's lines stand in columns."""
    return sum(len(line.cells) > 1 for line in page.lines) >= COLUMNED * len(page.lines)


def needs_cells(page: Page) -> bool:
    """Whether a ruled table seems to begin here that answers, follows up or amends: told by its columns' heads."""
    if page.paths < FEWEST_PATHS:
        return False
    respond, amend = rules.load("respond"), rules.load("amend")
    lines, texts = page.lines, [line.text for line in page.lines]
    folded = Folded(texts)
    labelled = (number for number, text in enumerate(texts) if respond.may_begin(_LABEL, text))
    return (
        any(_opens_responses(lines, number) for number in folded.candidates(respond, _OF_RESPONSES).union(labelled))
        or any(_opens_actions(lines, number) for number in folded.candidates(respond, _OF_ACTIONS))
        or (bool(folded.candidates(amend, _OF_AMENDMENTS)) and _opens_sums(lines))
        or _opens_decisions(lines, folded)
    )


def _opens_decisions(lines: Sequence[Line], folded: Folded) -> bool:
    """The same for a table of decisions, beneath a heading that says that they were taken."""
    recommend, phrases = rules.load("recommend"), rules.load("decide")
    headings = (n for n in folded.candidates(recommend, _OF_TAKEN) if n < TOP_LINES)
    if not any(recommend.first(*_OF_TAKEN, lines[n].text) for n in headings):
        return False
    heads = ([cell.text for cell in line.cells if len(cell.text) <= LONGEST_HEAD] for line in lines if len(line.cells) > 1)
    return any(all(any(phrases.first(means, cell) for cell in cells) for means in _OF_DECISIONS) for cells in heads)


def _opens_sums(lines: Sequence[Line]) -> bool:
    """The same for a table of sums in an amendment: a head of two columns or more, one of them with sums, where it is named."""
    phrases = rules.load("amend")
    if not any(phrases.first(*_OF_AMENDMENTS, line.text) for line in lines):
        return False
    heads = (line.cells for line in lines if len(line.cells) > 1)
    return any(len(cell.text) <= LONGEST_HEAD and phrases.first("sheet.sums", cell.text) for cells in heads for cell in cells)


def _opens_responses(lines: Sequence[Line], number: int) -> bool:
    """Whether a line belongs to a row of heads: "Recommendation" in one column, the answer or who acts and when in others."""
    phrases, line = rules.load("respond"), lines[number]
    if phrases.first("sheet.heads", line.text):
        return True
    labelled = phrases.first(_LABEL, line.text)
    if labelled and labelled["label"]:
        return any(_is(head, "sheet.answer") for other in lines if len(other.cells) > 1 for head in other.cells)
    for head in _heads(line, "sheet.recommendation"):
        beside = list(_neighbours(lines, number, head))
        followed = {other.text for other in beside if _is(other, "sheet.followed")}
        return len(followed) > 1 or any(_is(other, "sheet.answer") or _is(other, "sheet.asked") for other in beside)
    return False


def _opens_actions(lines: Sequence[Line], number: int) -> bool:
    """The same for "Action", beside when it was asked for, or in a paper that says that it follows actions up."""
    for head in _heads(lines[number], "sheet.action"):
        beside = list(_neighbours(lines, number, head))
        if any(_is(other, "sheet.asked") for other in beside):
            return True
        above = lines[:number]
        return any(_is(other, "sheet.followed") for other in beside) and any(_is(line, "above.tracker") for line in above)
    return False


def _heads(line: Line, means: str) -> Iterator[Line]:
    """The cells of a line that are heads of a meaning."""
    return (head for head in line.cells if len(head.text) <= LONGEST_HEAD and _is(head, means))


def _is(head: Line, means: str) -> bool:
    return rules.load("respond").first(means, head.text) is not None


def _neighbours(lines: Sequence[Line], number: int, head: Line) -> Iterator[Line]:
    """The cells that stand in other columns than a head, about as high as it."""
    depth = HEADER_DEPTH * max(head.size, 1.0)
    for line in lines[max(0, number - 5) : number + 10]:
        if abs(line.box.top - head.box.top) <= depth:
            yield from (
                cell
                for cell in line.cells
                if len(cell.text) <= LONGEST_HEAD and (cell.box.x0 > head.box.x1 or cell.box.x1 < head.box.x0)
            )
