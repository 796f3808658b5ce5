"""Knows page furniture and keeps it out of the text, but uses it: the printed page of a sheet, where an item starts.

Furniture stands in the margins: a bundle's stamps (`Page N`, `Agenda Item N`, turned on landscape sheets), a paper's own page
numbers, running heads and footers. What distinguishes a running line from a heading is that its neighbours have it too, at the
same height, whatever the numbers in it say. Text that a reader cannot see goes the same way: no later stage takes it for the
paper's own.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from agendapack import prepared
from agendapack.candidates import candidates
from agendapack.layout import Document, Line, Page
from agendapack.rules import InForce, load
from agendapack.stages.spaced import closed_up, words_of

RULES = InForce("tidy")

MARGIN = 0.085
"""Share of the sheet's height (or width, for turned text) in which furniture stands: an inch of an A4 sheet."""

NEAR = 4
"""Sheets on each side in which a running line has to be seen again: left and right sheets of a paper may differ, and the first
sheet has neighbours on one side only."""

HEAD = 0.3
"""Share of the sheet's height in which a report's own head stands."""

HEAD_LINES = 8
"""Lines that such a head has at most."""

SAME_HEIGHT = 6.0
"""Points by which a running line may move from sheet to sheet."""

DIGITS = prepared.pattern(r"\d+")

_SMALLER = 1.0
"""Points by which the type of a running head is smaller than that of the text, where it is."""


class _Marks(Struct, frozen=True):
    """What the margins of one sheet say: candidates for the bundle's and the paper's own page numbers, and the item stamp."""

    stamps: tuple[tuple[int, Line], ...]
    numbers: tuple[tuple[int, Line], ...]
    item: str | None
    item_line: Line | None


def tidy(document: Document) -> Document:
    """The document with furniture out of `lines` and into `furniture`; printed pages, item stamps and blank sheets are set."""
    known = cache(partial(words_of, [line for page in document.pages for line in page.lines]))
    pages = [
        replace(page, lines=tuple(closed_up(line, known) for line in _in_order(page)), furniture=()) for page in document.pages
    ]
    marks = [_read_margins(page) for page in pages]
    printed = _printed_pages(marks)
    running = _running_lines(pages, replace(document, pages=tuple(pages)).body_size)
    tidied: list[Page] = []
    for page, mark in zip(pages, marks, strict=True):
        done = _tidied(page, mark, printed.get(page.sheet), running[page.sheet])
        before = tidied[-1].printed if tidied else None
        tidied.append(replace(done, printed=before + 1) if done.blank and done.printed is None and before else done)
    return replace(document, pages=tuple(tidied))


def _in_order(page: Page) -> tuple[Line, ...]:
    """All lines of a sheet, furniture included, so that tidying twice gives what tidying once gives."""
    return (*page.lines, *page.furniture)


def in_margin(line: Line, page: Page) -> bool:
    """Whether a line stands in the sheet's margin; turned writing is at the foot or head of a sheet that was turned."""
    if line.turned in (90, 270):
        middle = (line.box.x0 + line.box.x1) / 2
        return middle < MARGIN * page.width or middle > (1 - MARGIN) * page.width
    middle = (line.box.top + line.box.bottom) / 2
    return middle < MARGIN * page.height or middle > (1 - MARGIN) * page.height


def _read_margins(page: Page) -> _Marks:
    stamps: list[tuple[int, Line]] = []
    numbers: list[tuple[int, Line]] = []
    item, item_line = None, None
    for line in page.lines:
        if line.hidden or len(line.text) > 40 or not _marginal(line, page):
            continue
        if hit := RULES.first("item_stamp", line.text):
            if item is None and not (hit.rule == "tidy.item-corner" and line.box.x0 < page.width / 2):
                item, item_line = _number(hit["item"] or ""), line
            if hit["page"]:
                stamps.append((int(hit["page"]), line))
        elif hit := RULES.first("page_stamp", line.text):
            stamps.append((int(hit["page"] or 0), line))
        elif in_margin(line, page) and (hit := RULES.first("own_number", line.text)):
            numbers.append((int(hit["page"] or hit["page2"] or 0), line))
    if item is None and page.sheet > 1:
        item, item_line = _in_head(page)
    return _Marks(tuple(stamps), tuple(numbers), item, item_line)


def _head(page: Page) -> list[Line]:
    """The topmost lines of a sheet, whatever their order: tidied once, furniture stands behind the text."""
    return sorted(page.lines, key=lambda line: (line.box.top, line.box.x0, line.text))[:HEAD_LINES]


def _in_head(page: Page) -> tuple[str | None, Line | None]:
    """The item's number in a report's own head, below the margin; its line where nothing else stands in it."""
    for line in _head(page):
        if line.box.top >= HEAD * page.height:
            break
        for cell in line.cells if not line.hidden and RULES.may_match(("item_stamp",), line.text) else ():
            if (hit := RULES.first("item_stamp", cell.text)) and hit.rule == "tidy.agenda-item":
                return _number(hit["item"] or ""), line if cell is line else None
    return None, None


def _marginal(line: Line, page: Page) -> bool:
    """The margin, and for stamps a little more of the sheet's top: report templates print the item's number just below it."""
    return in_margin(line, page) or (line.turned == 0 and line.box.top < 0.14 * page.height)


def _number(printed: str) -> str:
    """An item's number as the agenda prints it: "6(a)" and "6 a" are both 6a; "1(3)" is kept, since it is not 13."""
    if re.search(r"\d ?\(\d", printed):
        return printed.replace(" ", "")
    return re.sub(r"[\s().]+$|[\s()]", "", printed).lower() if printed else printed


def _printed_pages(marks: list[_Marks]) -> dict[int, int]:
    """Sheet → page number of the bundle.

    The bundle's series is the one that runs on: number and sheet rise together, and where numbering jumps it jumps forward. A
    paper's own numbers start again, so they cannot belong to it. Bare numbers make a series only where they run through nearly
    all sheets and no sheet has a worded stamp. A sheet without a stamp between two that agree takes the number that fits.
    """
    worded = {(sheet, number) for sheet, mark in enumerate(marks, 1) for number, _ in mark.stamps}
    series = _rising(worded)
    if len(series) < 2:
        bare = {(sheet, number) for sheet, mark in enumerate(marks, 1) for number, _ in mark.numbers}
        series = _rising(bare)
        if len(marks) < 3 or len(series) < 0.8 * len(marks):
            return {}
    known = sorted(series.items())
    for (sheet, number), (next_sheet, next_number) in pairwise(known):
        if next_number - number == next_sheet - sheet:
            series.update({sheet + step: number + step for step in range(1, next_sheet - sheet)})
    return series


def _rising(candidates: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The best-supported numbers that rise with the sheets: offsets (number - sheet) with most sheets first."""
    by_offset: dict[int, list[int]] = defaultdict(list)
    for sheet, number in candidates:
        by_offset[number - sheet].append(sheet)
    taken: dict[int, int] = {}
    sheets: list[int] = []
    for offset, standing in sorted(by_offset.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        for sheet in sorted(standing):
            at = bisect(sheets, sheet)
            above_earlier = at == 0 or taken[sheets[at - 1]] < sheet + offset
            below_later = at == len(sheets) or taken[sheets[at]] > sheet + offset
            if sheet not in taken and above_earlier and below_later:
                taken[sheet] = sheet + offset
                sheets.insert(at, sheet)
    return taken


def _running_lines(pages: list[Page], body_size: float) -> dict[int, set[Line]]:
    """The running heads and footers of each sheet; what is smaller than the text is one wherever else it is seen again."""
    found: dict[int, set[Line]] = {page.sheet: set() for page in pages}
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if in_margin(line, page):
                places[DIGITS.sub("#", line.text), line.turned].append(line)
    for lines in places.values():
        for index, line in enumerate(lines):
            fellows = [other for other in _neighbours(lines, index) if _same_place(line, other)]
            again = line.size < body_size - _SMALLER and any(_same_place(line, other) for other in lines if other is not line)
            if again or len({other.sheet for other in fellows}) >= 2:
                found[line.sheet].add(line)
    heads: dict[int, list[Line]] = {}
    for page in pages:
        top = [line for line in page.lines if line.turned == 0 and line.box.top < MARGIN / 2 * page.height]
        if top:
            before = pages[max(0, page.sheet - 1 - NEAR) : page.sheet - 1]
            heads |= {other.sheet: _head(other) for other in before if other.sheet not in heads}
            found[page.sheet].update(_titles_again(top, page, [line for other in before for line in heads[other.sheet]]))
    return found


def _titles_again(top: Sequence[Line], page: Page, before: Sequence[Line]) -> Iterator[Line]:
    """The lines at the very top of a sheet that say again, in smaller or lighter type, what heads a sheet shortly before it.

    A paper of two sheets has such a running head on one of them only, so that it has no fellows.
    """
    for line in top:
        titles = (title for head in before if line.text in head.text for title in (head, *head.cells) if title.text == line.text)
        if any(_weight(title) > _weight(line) and not in_margin(title, page) for title in titles):
            yield line


def _weight(line: Line) -> float:
    return line.size + line.bold


def _neighbours(lines: list[Line], index: int) -> Iterator[Line]:
    for other in lines[max(0, index - 2 * NEAR) : index + 2 * NEAR + 1]:
        if other.sheet != lines[index].sheet and abs(other.sheet - lines[index].sheet) <= NEAR:
            yield other


def _same_place(a: Line, b: Line) -> bool:
    if a.turned in (90, 270):
        return abs(a.box.x0 - b.box.x0) <= SAME_HEIGHT
    return abs(a.box.top - b.box.top) <= SAME_HEIGHT


def _tidied(page: Page, marks: _Marks, printed: int | None, running: set[Line]) -> Page:
    own = [(number, line) for number, line in marks.numbers if number != printed or len(marks.numbers) == 1]
    own += [(number, line) for number, line in marks.stamps if number != printed]
    out = {line for _, line in marks.stamps + marks.numbers} | running | ({marks.item_line} if marks.item_line else set())
    out |= {line for line in page.lines if line.hidden}
    said = candidates(load(RULES.stage), ("left_blank",), [line.text for line in page.lines])
    out |= {page.lines[n] for n in said if RULES.first("left_blank", page.lines[n].text)}
    texts = {line.text for line in out}  # looked for first: a line is told from another in ten times the time
    body = tuple([line for line in page.lines if line.text not in texts or line not in out])
    return replace(
        page,
        lines=body,
        furniture=tuple([line for line in page.lines if line.text in texts and line in out]),
        printed=printed,
        item_stamp=marks.item,
        own_number=own[0][0] if own else None,
        blank=not body and (page.images == 0 or any(RULES.first("left_blank", line.text) for line in out)),
    )
