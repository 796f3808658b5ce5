"""Finds the cells of ruled tables with pdfplumber, on the few sheets where they are needed. Only importer of pdfplumber.

Looking for cells costs about 65 ms a sheet, twenty times what reading its lines costs. So `sheets_with_cells` first picks,
from lines that have been read anyway, the sheets that seem to hold a table whose cells matter, and `find` opens only those.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pdfplumber
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.pdfinternals import resolve_all

from agendapack import rules
from agendapack.layout import Box, Line, Page, Table

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


def find(source: Path | bytes, sheets: Iterable[int], password: str | None = None) -> dict[int, tuple[Table, ...]]:
    """The ruled tables of the given sheets, from top to bottom. A sheet that cannot be read has none.

    Boxes are in points from the top left of the sheet as shown, like those of the lines.
    """
    found: dict[int, tuple[Table, ...]] = dict.fromkeys(sorted(set(sheets)), ())
    if not found:
        return found
    with _quiet(), io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        # Neither pdfplumber's list of pages nor its closing is used: both build every page, and one damaged page spoils all.
        for sheet, raw in _sheets(stream, password, last=max(found)):
            if sheet in found:
                found[sheet] = _tables_of(raw, sheet)
    return found


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
        elif (runs_on and plan) or _opens_plan(page):
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


def _opens_plan(page: Page) -> bool:
    """Whether a forward plan or work programme seems to begin here, in columns: its lines are dates and topics, hardly ever told
    by their heads.
    """
    if page.paths < FEWEST_PATHS or not _in_columns(page):
        return False
    phrases = rules.load("plan")
    return any(
        phrases.may_match(("above.plan",), line.text) and phrases.first("above.plan", line.text)
        for line in page.lines[:TOP_LINES]
    )


def _in_columns(page: Page) -> bool:
    """Whether a good part of a sheet's lines stand in columns."""
    return sum(len(line.cells) > 1 for line in page.lines) >= COLUMNED * len(page.lines)


def needs_cells(page: Page) -> bool:
    """Whether a ruled table that answers or follows up what was asked for seems to begin here: told by its columns' heads."""
    if page.paths < FEWEST_PATHS:
        return False
    return any(_opens_responses(page.lines, number) or _opens_actions(page.lines, number) for number in range(len(page.lines)))


def _opens_responses(lines: Sequence[Line], number: int) -> bool:
    """Whether a line belongs to a row of heads: "Recommendation" in one column, the answer in another."""
    phrases, line = rules.load("respond"), lines[number]
    if not any(word in line.text.lower() for word in ("recommendation", "argymhell")):
        return False
    if phrases.first("sheet.heads", line.text):
        return True
    for head in _heads(line, "sheet.recommendation"):
        return any(_is(other, "sheet.answer") or _is(other, "sheet.asked") for other in _neighbours(lines, number, head))
    return False


def _opens_actions(lines: Sequence[Line], number: int) -> bool:
    """The same for "Action", beside when it was asked for, or in a paper that says that it follows actions up."""
    if "action" not in lines[number].text.lower():
        return False
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


@contextmanager
def _quiet() -> Iterator[None]:
    """pdfminer warns about every oddity of a font; what matters here is only whether there are cells."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def _sheets(stream: BinaryIO, password: str | None, last: int) -> Iterator[tuple[int, tuple[pdfplumber.PDF, PDFPage]]]:
    """The sheets in order up to the last that is wanted; as many as can be reached in a damaged file."""
    # A damaged file makes pdfminer raise whatever its parsing meets (KeyError, RecursionError, ...): no class covers it all.
    with suppress(Exception):
        pdf = pdfplumber.open(stream, password=password or "")
        for sheet, page in enumerate(islice(PDFPage.create_pages(pdf.doc), last), 1):
            yield sheet, (pdf, page)


def _tables_of(raw: tuple[pdfplumber.PDF, PDFPage], sheet: int) -> tuple[Table, ...]:
    with suppress(Exception):
        page = PlumberPage(*raw, page_number=sheet)
        try:
            left, top = _corner(page)
            shown = [_table(found, sheet, left, top) for found in page.find_tables()]
            return tuple(sorted(shown, key=lambda table: (table.box.top, table.box.x0)))
        finally:
            page.close()
    return ()


def _table(found: Any, sheet: int, left: float, top: float) -> Table:
    def moved(cell: Sequence[float]) -> Box:
        return Box(cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top)

    rows = tuple(tuple(moved(cell) if cell else None for cell in row.cells) for row in found.rows)
    return Table(sheet=sheet, box=moved(found.bbox), rows=rows)


def _corner(page: PlumberPage) -> tuple[float, float]:
    """Where the top left corner of the shown sheet lies in pdfplumber's coordinates.

    pdfplumber turns the sheet but measures from its media box; what is shown is the crop box.
    """
    media, crop = _sides(page, "MediaBox"), _sides(page, "CropBox")
    if media is None or crop is None:
        return page.bbox[0], page.bbox[1]
    left, bottom = max(crop[0], media[0]) - media[0], max(crop[1], media[1]) - media[1]
    right, above = media[2] - min(crop[2], media[2]), media[3] - min(crop[3], media[3])
    across, down = {0: (left, above), 90: (bottom, left), 180: (right, bottom), 270: (above, right)}.get(
        page.rotation, (0.0, 0.0)
    )
    return page.bbox[0] + across, page.bbox[1] + down


def _sides(page: PlumberPage, name: str) -> tuple[float, float, float, float] | None:
    """A box of the page as left, bottom, right, top in unrotated page space; None where it is not given."""
    raw = resolve_all(page.page_obj.attrs.get(name))
    if not raw:
        return None
    x0, y0, x1, y1 = (float(side) for side in raw)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
