"""Finds the sheets of each listed business.

Several things say where a business starts: the stamp on its first sheet, the page numbers that the agenda prints, the PDF's
outline, the links on the agenda, and the title of the paper itself. None is always there and each is sometimes wrong (a stamp
left over from another meeting, a pack cut short, an outline of Word headings). So each is a vote for a sheet; the sheets chosen
are those with most votes that keep the order of the agenda. Votes that lost are kept: they are findings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from agendapack.layout import Bookmark, Business, Document, FrontSheet, Listed, Page, join
from agendapack.matching import alike, item_number, likeness
from agendapack.prepared import pattern
from agendapack.rules import InForce
from agendapack.stages.annexes import annex_label
from agendapack.stages.labels import item_alone
from agendapack.stages.openings import Opening

Votes = list[tuple[str, int]]
"""What speaks for which sheet: signal and sheet."""

VOTES = {"stamp": 3.0, "outline": 3.0, "printed pages": 2.0, "link": 2.0, "title": 1.5}
"""How much each kind of evidence counts. Two agreeing weak ones outweigh a strong one that stands alone."""

TITLES = InForce("classify")
OPENINGS = InForce("openings")
FRONT = InForce("front")

SAME_TITLE = 0.9
"""Likeness from which the title of a paper or bookmark is the agenda's title."""

_IN_BRACKETS = pattern(r"\(([^()]{3,60})\)")
_ONE_OF_A_SORT = ("work_programme", "tracker")
"""Papers of which a pack has one, as it has one of minutes."""
_HEAD_ROWS = 3
"""Rows at the head of a sheet among which the number of its item may stand."""
NUMBERED = pattern(
    r"^(?:item |eitem )?(?P<number>[A-Z]?\d{1,4}(?:\.\d{1,2})?(?:[a-z]|\([a-z]\))?)(?:\.|\)|:)?\s+(?P<title>\S.*)$", re.IGNORECASE
)


def place(document: Document, front: FrontSheet, openings: Mapping[int, Opening]) -> tuple[Business, ...]:
    """Each listed business with its sheets, in the order of the agenda; unplaced ones have none.

    Businesses that the agenda does not list but stamps and outline agree on (a supplement without a list) are added.
    """
    listed = list(front.items) or _unlisted(document, front)
    if not listed:
        return ()
    votes = [_votes(document, front, entry, openings) for entry in listed]
    votes = [cast or _by_applications(front, entry, listed, openings) for entry, cast in zip(listed, votes, strict=True)]
    if not any(page.printed is not None for page in document.pages[front.sheets :]):
        votes = _with_counted_pages(votes, listed, len(document.pages))
    chosen = _in_order(votes)
    placed: list[Business] = []
    for index, entry in enumerate(listed):
        sheet = chosen.get(index)
        supporting = tuple(signal for signal, at in votes[index] if at == sheet)
        against = tuple((signal, at) for signal, at in votes[index] if at != sheet and signal != "title")
        placed.append(Business(entry, first=sheet, signals=supporting, contradicted=against))
    return tuple(_without_repeats(business) for business in _with_ends(placed, len(document.pages)))


def _without_repeats(business: Business) -> Business:
    """A business whose stamp stands on several of its own sheets: the later ones say again whose they are, no more."""
    first, last = business.first or 0, business.last or 0
    against = tuple((signal, at) for signal, at in business.contradicted if signal != "stamp" or not first < at <= last)
    return replace(business, contradicted=against)


def item_bookmarks(bookmarks: Sequence[Bookmark]) -> list[tuple[str, str, Bookmark]]:
    """The outline's entries for items: number, title, entry. They stand on one level, the lowest on which numbers rise."""
    by_level: dict[int, list[tuple[str, str, Bookmark]]] = defaultdict(list)
    for mark in bookmarks:
        if mark.sheet is not None and (found := NUMBERED.match(mark.title)):
            by_level[mark.level].append((found["number"], found["title"], mark))
    for level in sorted(by_level):
        sheets = [mark.sheet for _, _, mark in by_level[level] if mark.sheet is not None]
        if sheets == sorted(sheets):
            return by_level[level]
    return []


def _unlisted(document: Document, front: FrontSheet) -> list[Listed]:
    """The items of a pack without an agenda list, from its stamps, with the outline's titles."""
    titles = {item_number(number): title for number, title, _ in item_bookmarks(document.bookmarks)}
    numbers = dict.fromkeys(page.item_stamp for page in document.pages[front.sheets :] if page.item_stamp)
    return [Listed(number=number, title=titles.get(item_number(number), ""), lines=(), rule="place.stamp") for number in numbers]


def _votes(document: Document, front: FrontSheet, entry: Listed, openings: Mapping[int, Opening]) -> Votes:
    number = item_number(entry.number) if entry.number else None
    found: Votes = []
    if number is not None:
        others = {item_number(each.number) for each in front.items if each.number}
        found += [
            ("stamp", page.sheet)
            for page in document.pages[front.sheets :]
            if page.item_stamp and _stamps(item_number(page.item_stamp), number, others)
        ]
        if not any(page.item_stamp for page in document.pages):
            headed = (page.sheet for page in document.pages[front.sheets :] if _headed_by(page, number))
            found += [("stamp", sheet) for sheet in islice(headed, 1)]
    for printed, title, mark in item_bookmarks(document.bookmarks):
        if (
            mark.sheet is not None
            and mark.sheet > front.sheets
            and item_number(printed) == number
            and likeness(title, entry.title) > 0.6
        ):
            found.append(("outline", mark.sheet))
    if entry.printed_pages:
        found += [
            ("printed pages", page.sheet) for page in document.pages[front.sheets :] if page.printed == entry.printed_pages[0]
        ][:1]
    found += [("link", target) for target in _link_targets(document, entry) if target > front.sheets]
    return found or _by_title(document, front, entry, openings)


def _stamps(stamped: str, number: str, listed: set[str]) -> bool:
    """Whether a stamp is a business's own, or that of a point of it that is no business of the list ("1(3)" of 1)."""
    return stamped == number or (stamped.startswith(f"{number}-") and stamped not in listed)


def _headed_by(page: Page, number: str) -> bool:
    """Whether a sheet prints an item's number as its stamp would, in a line of its own at the head of its text ("Item 3")."""
    texts = (cell.text.strip("* ") for line in page.lines[:_HEAD_ROWS] for cell in line.cells)
    return any(item_number(told) == number for text in texts if (told := item_alone(text)))


def _by_title(document: Document, front: FrontSheet, entry: Listed, openings: Mapping[int, Opening]) -> Votes:
    """Where nothing else tells: the outline's entry of that title, the first paper of that title, the minutes for the minutes."""
    others = {item_number(each.number) for each in front.items if each.number}
    papers = {
        sheet: each
        for sheet, each in openings.items()
        if sheet > front.sheets
        and item_number(document.page(sheet).item_stamp or "") not in others
        and not _within_another(document.page(sheet).printed, entry, front)
    }
    marks = [mark.sheet for mark in document.bookmarks if mark.sheet in papers and alike(mark.title, entry.title, SAME_TITLE)]
    titled = [sheet for sheet, each in papers.items() if alike(each.title, entry.title, SAME_TITLE)]
    minuted = (
        [sheet for sheet, each in papers.items() if each.rule == "openings.minutes"]
        if TITLES.first("minutes", entry.title) and not FRONT.first("arising", entry.title)
        else []
    )
    found = [("outline", mark) for mark in marks[:1] if mark is not None]
    named = _named_annex(front, entry, papers) or _named_paper(document, front, entry, papers)
    titled = sorted({*titled[:1], *named}) if named else titled or minuted or _only_one_of_its_sort(front, entry, papers)
    return found + [("title", sheet) for sheet in titled[:1]]


def _only_one_of_its_sort(front: FrontSheet, entry: Listed, papers: Mapping[int, Opening]) -> list[int]:
    """The only paper that is a work programme, for the only business that is (a log of actions likewise): such papers are headed
    with their body and their year, and the agenda leaves those out."""
    for sort in _ONE_OF_A_SORT:
        if TITLES.first(sort, entry.title) and sum(TITLES.first(sort, other.title) is not None for other in front.items) == 1:
            sheets = [sheet for sheet, each in papers.items() if each.annex is None and TITLES.first(sort, each.title)]
            return sheets if len(sheets) == 1 else []
    return []


def _within_another(printed: int | None, entry: Listed, front: FrontSheet) -> bool:
    """Whether a printed page lies behind the first of those that the agenda gives to another business: minutes have the same
    headings as the agenda above them."""
    ranges = (other.printed_pages for other in front.items if other is not entry and other.printed_pages)
    return printed is not None and any(first < printed <= last for first, last in ranges)


def _named_annex(front: FrontSheet, entry: Listed, papers: Mapping[int, Opening]) -> list[int]:
    """The sheet headed with the annex that the agenda names for a business ("Accounts for payment (Appendix B)"), where neither
    another business nor another sheet has one of that label."""
    labels = annexes_in(entry)
    if len(labels) != 1 or any(labels & annexes_in(other) for other in front.items if other is not entry):
        return []
    sheets = [sheet for sheet, each in papers.items() if each.annex in labels]
    return sheets if len(sheets) == 1 else []


def _named_paper(document: Document, front: FrontSheet, entry: Listed, papers: Mapping[int, Opening]) -> list[int]:
    """The same for the sheet headed with a paper's letter or number that the agenda names ("Budget outturn (Paper A)")."""
    marks = _marks_in(entry)
    if len(marks) != 1 or any(marks & _marks_in(other) for other in front.items if other is not entry):
        return []
    sheets = [sheet for sheet in papers if _mark_of(document.page(sheet)) in marks]
    return sheets if len(sheets) == 1 else []


def _marks_in(entry: Listed) -> set[str]:
    """The marks of papers that stand in brackets among the lines of a business."""
    return {said.casefold() for said in _IN_BRACKETS.findall(join(entry.lines)) if FRONT.first("paper_mark", said)}


def _mark_of(page: Page) -> str | None:
    """The mark of a paper that a sheet prints in a line of its own at its head."""
    head = (line.text.strip("* ") for line in (*page.furniture, *page.lines[:_HEAD_ROWS]))
    return next((text.casefold() for text in head if FRONT.first("paper_mark", text)), None)


def annexes_in(entry: Listed) -> set[str]:
    """The labels of annexes that stand in brackets among the lines of a business."""
    hits = (OPENINGS.first("annex_named", said) for said in _IN_BRACKETS.findall(join(entry.lines)))
    return {annex_label(hit) for hit in hits if hit and hit["label"]}


def _by_applications(front: FrontSheet, entry: Listed, listed: Sequence[Listed], openings: Mapping[int, Opening]) -> Votes:
    """Where a business is of planning applications in general: the first application that no other business names."""
    if not TITLES.first("planning_application", entry.title) or any(letter.isdigit() for letter in entry.title):
        return []
    if any(_is_under(other, entry) for other in listed):
        return []
    applied = (
        sheet
        for sheet, each in openings.items()
        if sheet > front.sheets and each.rule == "openings.form" and TITLES.first("planning_application", each.title)
        if not any(alike(each.title, other.title, SAME_TITLE) for other in listed)
    )
    return [("title", sheet) for sheet in applied][:1]


def _is_under(sub: Listed, entry: Listed) -> bool:
    """Whether a business is numbered as part of another: 5a, 5(a) or 5.1 as part of 5."""
    return bool(entry.number and sub.number and re.match(rf"{re.escape(entry.number)}(?:\W?[a-z]|\.\d)", sub.number))


def _with_counted_pages(votes: list[Votes], listed: Sequence[Listed], sheets: int) -> list[Votes]:
    """The votes with those of the agenda's page numbers, in a pack that prints none on its sheets.

    Where the items that were found stand at one and the same distance from their listed pages, the others do too.
    """
    distances = Counter(
        sheet - entry.printed_pages[0]
        for entry, cast in zip(listed, votes, strict=True)
        if entry.printed_pages
        for _, sheet in cast
    )
    if not distances:
        return votes
    distance, _ = distances.most_common(1)[0]
    counted = []
    for entry, cast in zip(listed, votes, strict=True):
        sheet = entry.printed_pages[0] + distance if entry.printed_pages else 0
        counted.append([*cast, ("printed pages", sheet)] if 0 < sheet <= sheets else cast)
    return counted


def _link_targets(document: Document, entry: Listed) -> list[int]:
    """Where the links beside an entry's title lead."""
    targets: list[int] = []
    for line in entry.lines[:4]:
        for link in document.page(line.sheet).links:
            if link.box.top < line.box.bottom and link.box.bottom > line.box.top:
                targets.append(link.target)
    return list(dict.fromkeys(targets))


def _in_order(votes: Sequence[Votes]) -> dict[int, int]:
    """For each entry the sheet with most votes, such that sheets never fall as entries rise (best sum of votes over all)."""
    best: list[tuple[float, int, dict[int, int]]] = [(0.0, 0, {})]
    for index, cast in enumerate(votes):
        weight: dict[int, float] = defaultdict(float)
        for signal, sheet in cast:
            weight[sheet] += VOTES[signal]
        extended = [
            (score + weight[sheet], sheet, {**chosen, index: sheet})
            for score, last, chosen in best
            for sheet in weight
            if sheet >= last
        ]
        merged: dict[int, tuple[float, int, dict[int, int]]] = {}
        for candidate in [*best, *extended]:
            if candidate[1] not in merged or candidate[0] > merged[candidate[1]][0]:
                merged[candidate[1]] = candidate
        best = list(merged.values())
    return max(best, key=lambda candidate: (candidate[0], -candidate[1]))[2]


def _with_ends(placed: Sequence[Business], sheets: int) -> tuple[Business, ...]:
    """Each business ends where the next placed one starts; the last ends with the pack."""
    starts = sorted({business.first for business in placed if business.first is not None})
    ended = []
    for business in placed:
        if business.first is None:
            ended.append(business)
            continue
        following = next((start for start in starts if start > business.first), sheets + 1)
        ended.append(replace(business, last=max(business.first, following - 1)))
    return tuple(ended)
