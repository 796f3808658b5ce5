"""The business that an agenda lists: which lines are one item, its title, its pages and its marks.

The list is found by its numbers (see `labels`); where it has none, by titles set in bold or capitals, or closed by a page
range. Titles end where the typography says so: at the page range, where bold ends, where a line was broken before it was full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Line, Listed, join
from agendapack.prepared import pattern
from agendapack.stages import columns, dates, labels, left_out, listing, people, titles, tongues
from agendapack.stages.labels import Row
from agendapack.stages.list_starts import Setting, Start, parts, strong

_ELECTED = pattern(r"\b(?:councillors?|cllrs?|alderman|mayor)\b", re.IGNORECASE)
_HEADING = 110
"""Characters of the longest heading among the business."""
_APART = 1.4
"""Type sizes from line to line beyond which a line stands apart from the one above it."""
_OFFICE = 10
"""Words of the longest office under a signature."""
_LAST_BRACKET = pattern(r"\([^()]{1,60}\)(?=\.?$)")
"""The remark in brackets with which a sentence beneath a title ends ("... (copy to follow).")."""
_PAGES_OPEN = pattern(r"[\[(]\s*(?:pages?|pp?\.?)\b[^)\]]*$", re.IGNORECASE)


class Business(Struct, frozen=True):
    """The items of a list, the lines around them, and the sheet on which the last one begins (0 where there is none); `passed`
    are numbered lines among them that are set as its business is and begin none of it."""

    items: tuple[Listed, ...] = ()
    outside: tuple[Line, ...] = ()
    heading: Line | None = None
    last_sheet: int = 0
    passed: tuple[Line, ...] = ()


def business(lines: Sequence[Line], setting: Setting) -> Business:
    """The items listed in the lines of the front sheets."""
    edge, authors = columns.further_edge(lines), columns.authors(lines) if not setting.minutes else ()
    lines = columns.one_by_one(lines, minutes=setting.minutes)
    heads = listing.heads(lines)
    starts = listing.starts(lines, heads, setting)
    if not starts:
        return Business(outside=tuple(lines), heading=lines[heads[0]] if heads else None)
    above = [at for at in heads if at < starts[0].at]
    found = _items(lines, starts, setting, lines[above[-1]] if above else None, edge)
    return replace(found, items=_with_authors(found.items, authors)) if authors else found


def _with_authors(items: Sequence[Listed], column: Sequence[Line]) -> tuple[Listed, ...]:
    """The items with what stands beside their lines in the column of authors."""
    told = []
    for item in items:
        first, last = item.lines[0], item.lines[-1]
        reach = item.lines[0].size
        rows = [each for each in column if each.sheet == first.sheet and each.box.top > first.box.top - reach / 2]
        following = [
            other.lines[0].box.top
            for other in items
            if other.lines[0].sheet == first.sheet and other.lines[0].box.top > last.box.top
        ]
        beside = [each for each in rows if not following or each.box.top < min(following) - reach / 2]
        told.append(replace(item, report_by=join(beside) or None))
    return tuple(told)


def _items(lines: Sequence[Line], starts: Sequence[Start], setting: Setting, heading: Line | None, edge: float) -> Business:
    """The items that begin at these places. `edge` is how far to the right the list can run."""
    rows = [start.row for start in starts if start.row]
    side = tongues.english_side([row.title for row in rows])
    beneath = side is None and tongues.english_beneath(lines, rows)
    titled = 1 + (beneath and _has_twin(lines, starts[-1]))
    end = _end_of_minutes(lines, starts[-1].at + titled) if setting.minutes else _end(lines, starts, titled)
    ends = [*(start.at for start in starts[1:]), end]
    above = _times_above(lines, starts)
    marks = {at for at, _ in parts(lines)}
    items: list[Listed] = []
    used: set[int] = set()
    margin = min(titles.margin(rows, lines, setting.width), edge)
    single, refs = _single_page_column(starts), _ref_column(lines[: starts[0].at])
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
        if end < len(lines):
            last = _before_section_heads(lines, start, last)
        own = tuple(lines[first:last])
        if beneath and start.row:
            own, row = tongues.without_welsh(own, start.at - first, start.row)
            start = replace(start, row=row)  # noqa: PLW2901
        item = _item(own, start.at - first, start, setting, margin=margin, column=single, english=side, refs=refs)
        if item.title:
            used.update(range(first, last))
            items.append(item)
    items = _as_open(_starred(_after_exclusion(items), lines))
    outside = tuple(line for at, line in enumerate(lines) if at not in used)
    passed = () if setting.minutes else left_out.passed(lines, starts)
    return Business(tuple(items), outside, heading, lines[starts[-1].at].sheet, passed)


def _end(lines: Sequence[Line], starts: Sequence[Start], titled: int) -> int:
    """Where the last item's lines end, of which so many at least are its title: at notes, signatures and guidance, on a new
    sheet that opens with a heading, or where a line stands left of the titles, set off by more room than any in the list, as
    no other item's does."""
    table = rules.load("agenda")
    last = starts[-1]
    left = last.row.title_x if last.row else lines[last.at].box.x0
    hang, room = _titles_hang(lines, starts), _widest_gap(lines[starts[0].at : last.at + 1])
    closing = [hit.rule for line in lines[starts[0].at : last.at] if (hit := _closes(line, table))]
    for at in range(last.at + titled, len(lines)):
        line, before = lines[at], lines[at - 1]
        hit = _closes(line, table)
        if _signed(lines, at) or (hit and not (hit.rule in closing and line.box.x0 >= left - 8)):
            return at
        if line.sheet != before.sheet and line.sheet != lines[last.at].sheet and strong(line):
            return at
        if line.sheet != before.sheet and strong(line) and line.box.x0 < left - labels.COLUMN / 2:
            return at
        apart = line.sheet != before.sheet or line.box.top - before.box.bottom > room + 1
        if hang and apart and line.box.x0 < left - 8:
            return at
        if line.sheet == before.sheet and line.box.top - before.box.bottom > 2.5 * line.size and line.box.x0 < left - 8:
            return at
    return len(lines)


def _end_of_minutes(lines: Sequence[Line], first: int) -> int:
    """Where the text of the last minute ends: where the meeting closes, or at the lines for signature and date."""
    table = rules.load("agenda")
    return next((at for at in range(first, len(lines)) if table.first("after_minutes", lines[at].text)), len(lines))


def _signed(lines: Sequence[Line], at: int) -> bool:
    """Whether an officer signs here: a name alone on its line, in the column of the job title alone on the next one."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if below is None or len(line.cells) > 1 or len(below.cells) > 1 or _ELECTED.search(line.text):
        return False
    if len(below.text.split()) > _OFFICE:
        return False
    flush = abs(line.box.x0 - below.box.x0) <= 8 or abs(line.box.x1 - below.box.x1) <= 8
    return flush and people.person_name(line.text) is not None and people.is_role(below.text) and ":" not in below.text


def _has_twin(lines: Sequence[Line], start: Start) -> bool:
    """Whether a title may be printed once more beneath, in another language."""
    return start.row is not None and start.at + 1 < len(lines) and tongues.twin(start.row, lines[start.at + 1])


def _closes(line: Line, table: rules.Rules) -> rules.Hit | None:
    """Whether a line says what is printed after a list; what other items have too is an item's own ("Contact: ...")."""
    return table.first("after_list", line.text) or table.first("guidance", line.text)


def _titles_hang(lines: Sequence[Line], starts: Sequence[Start]) -> bool:
    """Whether the titles of a list stand in a column of their own, with nothing left of it beneath any item but the last."""
    marks = {at for at, _ in parts(lines)}
    for start, following in pairwise(starts):
        if start.row is None:
            return False
        end = min([following.at, *(at for at in marks if at > start.at)])
        for line in lines[start.at + 1 : end]:
            if line.box.x0 < start.row.title_x - 8 and dates.only_time(line.text) is None:
                return False
    return len(starts) > 2 and starts[-1].row is not None and starts[-1].row.title_x - starts[-1].row.label_x > 8


def _widest_gap(lines: Sequence[Line]) -> float:
    """The most room between two lines of one sheet, in points."""
    return max((below.box.top - above.box.bottom for above, below in pairwise(lines) if above.sheet == below.sheet), default=0.0)


def _before_section_heads(lines: Sequence[Line], start: Start, end: int) -> int:
    """Where an item ends when the last lines before the next item are a section's head: capitals set further left than titles."""
    table = rules.load("agenda")
    edge = max(line.box.x1 for line in lines)
    if start.row is None:
        return end
    while end > start.at + 1:
        line = lines[end - 1]
        capitals = line.text.isupper() and len(line.text) > 6 and line.box.x0 < start.row.title_x - 8
        if (
            not capitals
            or _goes_on(lines[end - 2], line, edge)
            or any(table.first(means, line.text) for means in ("pages", "to_follow", "description"))
        ):
            break
        end -= 1
    return end


def _goes_on(above: Line, line: Line, edge: float) -> bool:
    """Whether capitals go on with the capitals close above them, which left no room for the next word before the edge."""
    letter = (line.box.x1 - line.box.x0) / max(len(line.text), 1)
    full = above.box.x1 + letter * (len(line.text.split(" ")[0]) + 1) > edge
    close = line.sheet == above.sheet and line.bold == above.bold and line.box.top - above.box.top <= _APART * line.size
    return above.text.isupper() and full and close


def _times_above(lines: Sequence[Line], starts: Sequence[Start]) -> bool:
    """Whether times stand on lines of their own above the items and not under them: above the first and another one. Above the
    first alone it is the meeting's."""
    timed = [start.at for start in starts if start.at and dates.only_time(lines[start.at - 1].text)]
    return timed[:1] == [starts[0].at] and (len(timed) > 1 or len(starts) == 1)


def _single_page_column(starts: Sequence[Start]) -> bool:
    """Whether a bare figure in the right-hand column is a page number: then most items that have a column have a figure there."""
    table = rules.load("agenda")
    cells = [start.row.right[-1] for start in starts if start.row and start.row.right]
    figures = [cell for cell in cells if table.first("pages_cell", cell.text)]
    return bool(figures) and len(figures) * 2 >= len(cells)


def _item(
    own: tuple[Line, ...],
    at: int,
    start: Start,
    setting: Setting,
    *,
    margin: float,
    column: bool,
    english: int | None,
    refs: float | None,
) -> Listed:
    """One item: its title stands on line `at` of its `own`.

    `column`: bare figures to the right are page numbers. `english`: the side of a stroke on which titles are in English.
    `refs` is where a column of the forward plan's numbers begins.
    """
    table = rules.load("agenda")
    title, used = titles.title(own[at:], start.row, margin, minutes=setting.minutes)
    head = own[at : at + used]
    pages = _column_pages(start.row, head, own[at + used :], column) or titles.pages(head, own[at + used :])
    printed, exempt = titles.clean(title, minutes=setting.minutes, english=english)
    below = own[at + used :]
    marks = (join(head), *(line.text for line in (*head, *below) if len(line.text) < 60 or line in head))
    marks = (*marks, *_LAST_BRACKET.findall(join(below)))
    follow = any(table.first("to_follow", text) for text in marks)
    stated = any(table.first("exempt_statement", line.text) for line in below)
    plan = table.first("plan_ref_first", printed) if setting.decides else None
    labelled = next((hit for line in (*head, *below) if (hit := table.first("plan_ref", line.text))), None)
    return Listed(
        number=start.row.label.number or None if start.row else None,
        title=printed,
        lines=own,
        to_follow=follow,
        exempt=start.closed or exempt or stated,
        printed_pages=pages,
        start_time=None if table.first("no_secret", printed) else _clock(own, at, start, used, setting),
        portfolio=tuple(hit["portfolio"] or "" for line in below if (hit := table.first("portfolio", line.text))),
        forward_plan_ref=plan["ref"] if plan else _own_ref(labelled) or _ref_beside(own, refs),
        rule="agenda.numbered" if start.row and start.row.label.number else "agenda.unnumbered",
    )


def _ref_column(lines: Sequence[Line]) -> float | None:
    """Where the column of the forward plan's numbers begins, by the head of the table; None where there is none."""
    heads = (cell for line in lines for cell in line.cells[1:] if rules.load("agenda").first("plan_ref_column", cell.text))
    return next((cell.box.x0 for cell in heads), None)


def _ref_beside(own: Sequence[Line], column: float | None) -> str | None:
    """The number of the forward plan that stands beside a title in the column of such numbers."""
    if column is None:
        return None
    cells = (cell for line in own for cell in line.cells[1:] if abs(cell.box.x0 - column) <= labels.COLUMN)
    return next((hit["ref"] for cell in cells if (hit := rules.load("agenda").first("plan_ref_cell", cell.text))), None)


def _own_ref(hit: rules.Hit | None) -> str | None:
    return hit["ref"] if hit else None


def _column_pages(row: Row | None, head: Sequence[Line], below: Sequence[Line], column: bool) -> tuple[int, int] | None:
    """The page numbers that stand in a cell to the right of the title; a range may run on in that column on the next line."""
    table = rules.load("agenda")
    cells = [*(row.right if row else ()), *(cell for line in head[1:] for cell in line.cells[1:])]
    for cell in reversed(cells):
        hit = table.first("pages_cell", cell.text)
        if hit and (hit["last"] or column):
            return titles.span(hit)
    opening = next((cell for cell in cells if _PAGES_OPEN.match(cell.text)), None)
    if opening is None:
        return _pages_beneath(row, below)
    beside = [cell.text for line in (*head[1:], *below[:1]) for cell in line.cells if abs(cell.box.x0 - opening.box.x0) < 40]
    hit = table.first("pages", " ".join([opening.text, *beside[:1]]))
    return titles.span(hit) if hit else None


def _pages_beneath(row: Row | None, below: Sequence[Line]) -> tuple[int, int] | None:
    """What the ranges span, or else the pages ("Page 4"), that stand alone in a column right of the lines beneath a title."""
    table = rules.load("agenda")
    far = (row.title_x if row else 0.0) + 150
    ends = [line.cells[-1] for line in below if line.cells[-1].box.x0 > far]
    hits = [hit for cell in ends if (hit := table.first("pages_cell", cell.text)) and hit["last"]]
    pages = [int(hit["first"] or 0) for cell in ends if (hit := table.first("page_beneath", cell.text))]
    spans = [one for hit in hits if (one := titles.span(hit))] or [(page, page) for page in pages if page]
    return (spans[0][0], spans[-1][1]) if spans and spans == sorted(spans) else None


def _clock(own: Sequence[Line], at: int, start: Start, used: int, setting: Setting) -> str | None:
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
        heading = next((n for n, line in enumerate(item.lines) if n and _excludes(line)), None)
        if not table.first("exclusion", item.title) and heading is None:
            beneath = table.first("exclusion_beneath", join(item.lines[1:]))
            if beneath and not any(_plainly_public(one.title) for one in items[at + 1 :]):
                end = at + 2 if beneath["one"] else len(items)
                return [*items[: at + 1], *_in_private(items[at + 1 : end]), *items[end:]]
            continue
        text = join(item.lines[heading or 0 :])
        if table.first("exclusion_possible", text) and not table.first("exclusion_of_what_follows", text):
            continue
        if named := _named_numbers(text, items[at + 1 :]):
            return [replace(one, exempt=one.exempt or one.number in named) for one in items]
        after = items[at + 1 :]
        if any(_plainly_public(later.title) for later in after):
            continue
        return [*items[: at + 1], *_in_private(after)]
    return items


def _excludes(line: Line) -> bool:
    """Whether a line beneath a business is the heading of the resolution by which the public leave, without a number."""
    heads = line.bold and len(line.text) < _HEADING
    return heads and rules.load("agenda").first("exclusion_head", line.text) is not None


def _named_numbers(text: str, after: Sequence[Listed]) -> set[str]:
    """The numbers of the businesses listed `after` a resolution that it names as those in private; empty where it names none."""
    named: set[str] = set()
    numbers = [item.number for item in after if item.number]
    for hit in rules.load("agenda").all("exclusion_of_numbers", text):
        told = hit["numbers"] or ""
        named |= {number for number in numbers if re.search(rf"(?<![\w.]){re.escape(number)}(?![\w(]|\.\d)", told)}
        for first, last in re.findall(r"(\d+) ?(?:[-–—]|to) ?(\d+)", told):
            named |= {number for number in numbers if number.isdigit() and int(first) <= int(number) <= int(last)}
    return named


def _in_private(items: Sequence[Listed]) -> list[Listed]:
    """The business after the exclusion as exempt, as far as the public is let in again."""
    table = rules.load("agenda")
    back = next((at for at, item in enumerate(items) if table.first("readmission", item.title)), len(items))
    return [*(replace(item, exempt=True) for item in items[:back]), *items[back:]]


def _as_open(items: list[Listed]) -> list[Listed]:
    """The items without the mark of private business on those that are no secret, wherever they stand."""
    table = rules.load("agenda")
    return [replace(item, exempt=False) if table.first("no_secret", item.title) else item for item in items]


def _starred(items: list[Listed], lines: Sequence[Line]) -> list[Listed]:
    """Items with a star at either end of the title's line are exempt, where a legend says that stars mean that; elsewhere the
    star before a title marks something else and is no part of it."""
    table = rules.load("agenda")
    if not any(table.first("star_legend", line.text) for line in lines):
        return [replace(item, title=item.title.lstrip("* ")) for item in items]
    return [
        replace(item, title=item.title.strip("* "), exempt=True)
        if item.title.startswith("*") or re.search(r"\w ?\*(?:\s|$)|^[\W\d]*\*\s?\w", item.lines[0].text)
        else item
        for item in items
    ]


def _plainly_public(title: str) -> bool:
    return rules.load("agenda").first("plainly_public", title) is not None
