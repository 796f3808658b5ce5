"""The business that an agenda lists: which lines are one item, its title, its pages and its marks.

The list is found by its numbers (see `labels`); where it has none, by titles set in bold or capitals, or closed by a page
range. Titles end where the typography says so: at the page range, where bold ends, where a line was broken before it was full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agendapack import rules
from agendapack.layout import Line, Listed, join
from agendapack.stages import dates, labels, titles
from agendapack.stages.labels import Row

NEAR = 6
"""How many lines may stand between the head of a list and a lone business under it."""


@dataclass(frozen=True, slots=True)
class Business:
    """The items of a list, the lines around them, and the sheet on which the last one stands (0 where there is none)."""

    items: tuple[Listed, ...] = ()
    outside: tuple[Line, ...] = ()
    heading: Line | None = None
    last_sheet: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What an item's reading needs to know of the pack: the numbers stamped on papers, the meeting's time, the sheets' width."""

    stamps: frozenset[str] = frozenset()
    starts: str | None = None
    width: float = 595.0
    minutes: bool = False
    decides: bool = True
    """Whether a number before a title may be a forward plan's (it is an application's where planning is decided)."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an item begins in the lines: its row, or none for an unnumbered title; and whether it stands in the closed part."""

    at: int
    row: Row | None
    closed: bool


def business(lines: Sequence[Line], setting: Setting) -> Business:
    """The items listed in the lines of the front sheets."""
    table = rules.load("agenda")
    heads = [at for at, line in enumerate(lines) if table.first("list_heading", line.text)]
    starts = _numbered(lines, heads, setting) or _unnumbered(lines, heads, setting)
    if not starts:
        return Business(outside=tuple(lines), heading=lines[heads[0]] if heads else None)
    above = [at for at in heads if at < starts[0].at]
    return _items(lines, starts, setting, lines[above[-1]] if above else None)


def _numbered(lines: Sequence[Line], heads: Sequence[int], setting: Setting) -> list[_Start]:
    first = heads[0] + 1 if heads and not setting.minutes else 0
    rows = [row for at, line in enumerate(lines) if at >= first and (row := labels.row_of(at, line)) and row.line.turned == 0]
    bonus = {row.at: _bonus(lines, row, setting) for row in rows}
    found: list[Row] = []
    for segment in _segments(lines, rows, heads):
        found.extend(_credible(labels.chain(segment, bonus), bonus, heads, setting))
    found = _with_subordinate(found, rows, lines, setting)
    marks = _parts(lines)
    return [
        _Start(row.at, row, any(closed for at, closed in marks if at < row.at) and _closed_at(marks, row.at)) for row in found
    ]


def _segments(lines: Sequence[Line], rows: Sequence[Row], heads: Sequence[int]) -> list[list[Row]]:
    """Runs of rows among which numbering may begin anew: after the head of a part or of another list."""
    breaks = sorted({*heads, *(at for at, _ in _parts(lines))})
    segments: list[list[Row]] = [[]]
    for row in rows:
        if segments[-1] and breaks and row.label.key[-1] == 1 and any(segments[-1][-1].at < at < row.at for at in breaks):
            segments.append([])
        segments[-1].append(row)
    return segments


def _credible(run: tuple[Row, ...], bonus: dict[int, float], heads: Sequence[int], setting: Setting) -> tuple[Row, ...]:
    """The run if it can be an agenda's list: long enough, under a head or with signs of business."""
    if not run:
        return ()
    signs = sum(bonus[row.at] > 0 for row in run)
    under = any(0 < run[0].at - at <= NEAR for at in heads)
    enough = len(run) >= 2 if heads else len(run) >= 3 and signs >= 2
    alone = len(run) == 1 and (under or setting.stamps) and (signs or under)
    return run if enough or alone or setting.minutes else ()


def _bonus(lines: Sequence[Line], row: Row, setting: Setting) -> float:
    table = rules.load("agenda")
    text = " ".join(line.text for line in lines[row.at : row.at + 3])
    return (
        0.6 * bool(table.first("usual", row.title))
        + 0.6 * bool(table.first("pages", text) or table.first("to_follow", text))
        + 1.0 * (row.label.number in setting.stamps)
    )


def _with_subordinate(run: Sequence[Row], rows: Sequence[Row], lines: Sequence[Line], setting: Setting) -> list[Row]:
    """The run with its "5a" or "5.1", where these have papers of their own: a page range, or a stamp on a paper."""
    if not run or run[0].label.family not in ("figure", "word"):
        return list(run)
    majors = {row.label.key[0]: at for at, row in enumerate(run)}
    subs = [row for row in rows if row.label.family == "sub" and row.label.key[0] in majors]
    subs = [row for row in subs if run[majors[row.label.key[0]]].at < row.at]
    after = {at: run[at + 1].at if at + 1 < len(run) else len(lines) for at in range(len(run))}
    subs = [row for row in subs if row.at < after[majors[row.label.key[0]]]]
    table = rules.load("agenda")
    own = [row for row in subs if row.label.number in setting.stamps or _has_pages(lines, row, table)]
    return sorted([*run, *subs], key=lambda row: row.at) if own else list(run)


def _has_pages(lines: Sequence[Line], row: Row, table: rules.Rules) -> bool:
    return any(table.first("pages", line.text) for line in lines[row.at : row.at + 3]) or any(
        table.first("pages_cell", cell.text) for cell in row.right
    )


def _unnumbered(lines: Sequence[Line], heads: Sequence[int], setting: Setting) -> list[_Start]:
    """Titles without numbers under the head of a list: bold or capital lines in one column, or lines that a page range ends."""
    if not heads or setting.minutes:
        return []
    table = rules.load("agenda")
    below = list(enumerate(lines))[heads[-1] + 1 :]
    marks = _parts(lines)
    stop = next(
        (at for at, line in below if table.first("after_list", line.text) and not table.first("pages", line.text)), len(lines)
    )
    below = [(at, line) for at, line in below if at < stop and at not in {mark for mark, _ in marks}]
    strong = [(at, line) for at, line in below if _strong(line) and not table.first("description", line.text)]
    if len(strong) < 2 or not any(table.first("usual", line.text) or table.first("pages", line.text) for _, line in strong):
        strong = [(at, line) for at, line in below if table.first("pages", line.text)]
    starts: list[_Start] = []
    for at, line in strong:
        if abs(line.box.x0 - strong[0][1].box.x0) > labels.COLUMN:
            continue
        if starts and titles.continues(lines[at - 1], line, [lines[at - 1]], setting.width - 72):
            continue
        starts.append(_Start(at, None, _closed_at(marks, at)))
    return starts


def _strong(line: Line) -> bool:
    letters = [letter for letter in line.text if letter.isalpha()]
    return len(letters) > 3 and (line.bold or all(letter.isupper() for letter in letters))


def _parts(lines: Sequence[Line]) -> list[tuple[int, bool]]:
    """Where the agenda's open and closed parts begin: index of the head, and whether the part is closed."""
    table = rules.load("agenda")
    found = []
    for at, line in enumerate(lines):
        if labels.label_of(line.text) and not re.match(r"\W*part\b", line.text, re.IGNORECASE):
            continue
        if table.first("closed_part", line.text):
            found.append((at, True))
        elif table.first("open_part", line.text):
            found.append((at, False))
    return found


def _closed_at(marks: Sequence[tuple[int, bool]], at: int) -> bool:
    return next((closed for mark, closed in reversed(marks) if mark < at), False)


def _items(lines: Sequence[Line], starts: Sequence[_Start], setting: Setting, heading: Line | None) -> Business:
    ends = [start.at for start in starts[1:]] + [_end(lines, starts)]
    above = _times_above(lines, starts)
    marks = {at for at, _ in _parts(lines)}
    items: list[Listed] = []
    used: set[int] = set()
    margin = titles.margin([start.row for start in starts if start.row], lines, setting.width)
    single = _single_page_column(starts)
    for start, end in zip(starts, ends, strict=True):
        first = start.at - 1 if above and start.at and dates.only_time(lines[start.at - 1].text) else start.at
        last = (
            end - 1
            if above
            and end < len(lines)
            and end > start.at + 1
            and dates.only_time(lines[end - 1].text)
            and end in {other.at for other in starts}
            else end
        )
        last = min((at for at in marks if start.at < at < last), default=last)
        own = tuple(lines[first:last])
        used.update(range(first, last))
        items.append(_item(own, start.at - first, start, setting, margin, single))
    items = _after_exclusion(items)
    outside = tuple(line for at, line in enumerate(lines) if at not in used)
    return Business(tuple(items), outside, heading, lines[max(used)].sheet)


def _end(lines: Sequence[Line], starts: Sequence[_Start]) -> int:
    """Where the last item's lines end: at notes, signatures and guidance, or on a new sheet that opens with a heading."""
    table = rules.load("agenda")
    last = starts[-1]
    left = last.row.title_x if last.row else lines[last.at].box.x0
    for at in range(last.at + 1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if table.first("after_list", line.text):
            return at
        if line.sheet != before.sheet and line.sheet != lines[last.at].sheet and _strong(line):
            return at
        if line.sheet != before.sheet and _strong(line) and line.box.x0 < left - labels.COLUMN / 2:
            return at
        if line.sheet == before.sheet and line.box.top - before.box.bottom > 2.5 * line.size and line.box.x0 < left - 8:
            return at
    return len(lines)


def _times_above(lines: Sequence[Line], starts: Sequence[_Start]) -> bool:
    """Whether times stand on lines of their own above the items and not under them: then one stands above the first."""
    return starts[0].at > 0 and dates.only_time(lines[starts[0].at - 1].text) is not None


def _single_page_column(starts: Sequence[_Start]) -> bool:
    """Whether a bare figure in the right-hand column is a page number: then most items that have a column have a figure there."""
    table = rules.load("agenda")
    cells = [start.row.right[-1] for start in starts if start.row and start.row.right]
    figures = [cell for cell in cells if table.first("pages_cell", cell.text)]
    return bool(figures) and len(figures) * 2 >= len(cells)


def _item(own: tuple[Line, ...], at: int, start: _Start, setting: Setting, margin: float, column: bool) -> Listed:
    table = rules.load("agenda")
    title, used = titles.title(own[at:], start.row, margin, minutes=setting.minutes)
    head = own[at : at + used]
    pages = (
        titles.pages(head) or _column_pages(start.row, head, column) or titles.pages(own[at + used : at + used + 2], alone=True)
    )
    printed, exempt = titles.clean(title, minutes=setting.minutes)
    below = own[at + used :]
    follow = any(table.first("to_follow", line.text) for line in (*head, *(line for line in below if len(line.text) < 60)))
    stated = any(table.first("exempt_statement", line.text) for line in below)
    plan = table.first("plan_ref_first", printed) if setting.decides else None
    labelled = next((hit for line in (*head, *below) if (hit := table.first("plan_ref", line.text))), None)
    return Listed(
        number=start.row.label.number if start.row else None,
        title=printed,
        lines=own,
        to_follow=follow,
        exempt=start.closed or exempt or stated,
        printed_pages=pages,
        start_time=_clock(own, at, start, used, setting),
        portfolio=tuple(hit["portfolio"] or "" for line in below if (hit := table.first("portfolio", line.text))),
        forward_plan_ref=plan["ref"] if plan else _own_ref(labelled),
        rule="agenda.numbered" if start.row else "agenda.unnumbered",
    )


def _own_ref(hit: rules.Hit | None) -> str | None:
    return hit["ref"] if hit else None


def _column_pages(row: Row | None, head: Sequence[Line], column: bool) -> tuple[int, int] | None:
    """The page numbers that stand alone in a cell to the right of the title."""
    table = rules.load("agenda")
    cells = [*(row.right if row else ()), *(cell for line in head[1:] for cell in line.cells[1:])]
    for cell in reversed(cells):
        hit = table.first("pages_cell", cell.text)
        if hit and (hit["last"] or column):
            return titles.span(hit)
    return None


def _clock(own: Sequence[Line], at: int, start: _Start, used: int, setting: Setting) -> str | None:
    """The time at which the item is to be taken: in a cell of its row, on the line above, or alone under the title."""
    if setting.minutes:
        return None
    candidates: list[str] = []
    if at:
        candidates.append(own[0].text)
    if start.row:
        if start.row.clock:
            return dates.later_in_the_day(start.row.clock, setting.starts)
        candidates.extend(cell.text for cell in start.row.right)
    candidates.extend(line.text for line in own[at + used : at + used + 1])
    for text in candidates:
        if clock := dates.only_time(text):
            sure = any(hit.sure for hit in dates.times(text)[:1])
            return clock if sure else dates.later_in_the_day(clock, setting.starts)
    return titles.clock(join(own[at : at + used]))


def _after_exclusion(items: list[Listed]) -> list[Listed]:
    """What is listed after the resolution to exclude the public is exempt, unless business follows that is plainly public."""
    table = rules.load("agenda")
    for at, item in enumerate(items):
        if not table.first("exclusion", item.title):
            continue
        text = join(item.lines)
        if table.first("exclusion_possible", text):
            continue
        after = items[at + 1 :]
        if any(_plainly_public(later.title) for later in after):
            continue
        return [*items[: at + 1], *(replace(later, exempt=True) for later in after)]
    return items


def _plainly_public(title: str) -> bool:
    return (
        re.search(r"\b(?:apologies|declarations? of|public (?:questions?|participation|forum|speaking)|petitions)\b", title, re.I)
        is not None
    )


def english(businesses: Iterable[Business]) -> Business | None:
    """Of several lists of one meeting the one in English; the first where all are."""
    found = [one for one in businesses if one.items]
    return next(
        (one for one in found if not titles.welsh(" ".join(item.title for item in one.items))), found[0] if found else None
    )
