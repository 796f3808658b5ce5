"""Divides the sheets of a business into its papers: report, annexes, pro formas, minutes.

As with the items, several things speak for a new paper: how a sheet opens, the outline, a padding sheet before it, page numbers
that start again, another sheet format. Each has a weight, a sheet where they add up to two starts a paper. In packs that were
re-typeset from text a paper may also start in the middle of a sheet, after the report before it has closed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.candidates import candidates
from agendapack.layout import Bookmark, Business, Document, Line, Page, Paper, join
from agendapack.matching import alike
from agendapack.stages.annexes import annex_label, annex_of, is_annex_list
from agendapack.stages.openings import COVER_LINES, RULES, Opening
from agendapack.stages.title_evidence import names_nothing, said_elsewhere

SETTLED = 2.0
"""Weight at which a sheet starts a paper: one strong signal, or two that support each other."""

BY_LOOKS = ("", "openings.heading", "openings.title-block", "openings.form")
"""How a title was found that was told by where it stands and how it is set."""

REPEATED, SAME_TITLE = 0.95, 0.9
"""Likeness from which a sheet prints its paper's title again, and from which a line is the title of an outline's entry."""


class _Start(Struct, frozen=True):
    """A place where a paper starts: a sheet, and a line where it is not the sheet's top."""

    sheet: int
    opening: Opening
    signals: tuple[str, ...]
    line: Line | None = None
    bookmark: str | None = None


def papers(document: Document, business: Business, openings: Mapping[int, Opening]) -> tuple[Paper, ...]:
    """The papers of a business that has sheets, in order. Where two share a sheet, both ranges hold it."""
    if business.first is None or business.last is None:
        return ()
    starts = _starts(document, business.first, business.last, openings, business.signals)
    found: list[Paper] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = business.last if following is None else following.sheet - (following.line is None)
        paper = Paper(
            title=start.opening.title,
            first=start.sheet,
            last=_without_padding(document, start.sheet, last),
            rule=start.opening.rule,
            title_lines=start.opening.lines,
            annex=start.opening.annex or _annex_in(start.bookmark),
            outline=start.bookmark,
            signals=start.signals,
            start=start.line,
            end=following.line if following is not None else None,
        )
        found.append(_titled(document, paper, start, business, found))
    return tuple(found)


def paper_lines(document: Document, paper: Paper) -> tuple[Line, ...]:
    """The lines of a paper, without those of its neighbours on shared sheets."""
    lines = list(document.lines(paper.first, paper.last))
    if paper.start is not None and paper.start in lines:
        lines = lines[lines.index(paper.start) :]
    if paper.end is not None and paper.end in lines:
        lines = lines[: lines.index(paper.end)]
    return tuple(lines)


def _starts(
    document: Document, first: int, last: int, openings: Mapping[int, Opening], business_signals: Sequence[str]
) -> list[_Start]:
    marks: dict[int, list[Bookmark]] = {}
    for mark in document.bookmarks:
        if mark.sheet is not None and first < mark.sheet <= last:
            marks.setdefault(mark.sheet, []).append(mark)
    bundled = "outline" in business_signals
    starts = [_Start(first, openings[first], ("first sheet",))]
    annex = openings[first].annex
    for sheet in range(first, last + 1):
        page = document.page(sheet)
        opening = openings[sheet]
        here = marks.get(sheet, [])
        listed = bool(here or marks.get(sheet + 1))
        before = document.page(sheet - 1).lines if starts[-1].sheet < sheet else ()
        within = _within(page, annex, before, expected=annex is not None or listed)
        if sheet > first and not page.blank and not _closes_first(page, within):
            attached = [] if within and opening.strength < SETTLED else here
            signals = _signals(document, page, opening, starts[-1], annex=annex, marks=attached, bundled=bundled)
            divider = starts[-1].sheet == sheet - 1 and _is_divider(document.page(sheet - 1)) and opening.annex in (None, annex)
            if divider:
                starts[-1] = replace(starts[-1], opening=_better(starts[-1].opening, opening))
            elif sum(weight for _, weight in signals) >= SETTLED:
                title = next((mark.title for mark in here), None)
                starts.append(_Start(sheet, opening, tuple(name for name, _ in signals), bookmark=title))
                annex = opening.annex or _annex_in(title)
            else:
                annex = opening.annex or annex
        for line, found in within:
            started = starts[-1].sheet == sheet and starts[-1].line is None
            title = None if started else next((mark.title for mark in here or marks.get(sheet + 1, [])), None)
            starts.append(_Start(sheet, found, ("heading within a sheet",), line=line, bookmark=title))
            annex = found.annex or annex
    return starts


def _annex_in(title: str | None) -> str | None:
    """The annex label in an outline entry's title ("Annex B - Finance", "31-00108 - Appendix 1 - Costs")."""
    hit = RULES.first("annex_named", title) if title else None
    return annex_label(hit) if hit else None


def _closes_first(page: Page, within: Sequence[tuple[Line, Opening]]) -> bool:
    """Whether a sheet's first lines still close the paper before: a new one then starts below them."""
    return any(page.lines.index(line) <= 2 for line, _ in within)


def _better(divider: Opening, following: Opening) -> Opening:
    """A divider sheet that says only "Appendix A" takes the title of the sheet that it stands before."""
    bare = (hit := RULES.first("annex", divider.title)) and not (hit["title"] or "").strip()
    return replace(following, annex=divider.annex) if bare and following.title else divider


def _is_divider(page: Page) -> bool:
    return 0 < len(page.lines) <= 3 and sum(len(line.text) for line in page.lines) < 120 and page.images == 0


def _signals(
    document: Document,
    page: Page,
    opening: Opening,
    current: _Start,
    *,
    annex: str | None,
    marks: Sequence[Bookmark],
    bundled: bool,
) -> list[tuple[str, float]]:
    """What speaks for a paper starting on this sheet, with its weight. `bundled`: the outline is that of a bundle."""
    before = document.page(page.sheet - 1)
    signals: list[tuple[str, float]] = []
    if opening.annex is not None and opening.annex == annex and opening.rule == "openings.annex-heading":
        return []
    fresh = current.sheet == page.sheet - 1
    repeated = opening.annex in (None, annex) and _repeats(opening, current.opening, page)
    head = annex_of(page)
    head_only = head is not None and head[1] in page.furniture
    headed_cover = fresh and annex is None and head_only and len(before.lines) <= COVER_LINES
    if opening.annex is not None and opening.annex != annex and not repeated and not headed_cover:
        signals.append((opening.rule, 2.0))
    elif (
        opening.strength
        and not repeated
        and not headed_cover
        and not (opening.rule == current.opening.rule == "openings.impact-assessment")
    ):
        signals.append((opening.rule, 0.5 if fresh and opening.strength < SETTLED else opening.strength))
    if any(_is_attachment(mark, page) for mark in marks) and not (fresh and current.line is not None):
        signals.append(("outline", 2.0 if bundled else 0.5))
    if page.item_stamp is not None:
        signals.append(("item stamp", 2.0))
    if before.blank:
        signals.append(("padding before", 1.0))
    if page.own_number == 1:
        earlier = document.page(max(1, page.sheet - 2)) if before.blank else before
        signals.append(("page numbers start again", 2.0 if (earlier.own_number or 0) > 1 else 0.5))
    if abs(page.width - before.width) > 5 and not before.blank:
        signals.append(("sheet format", 0.5))
    return signals


def _repeats(opening: Opening, current: Opening, page: Page) -> bool:
    """Whether a sheet only prints its paper's heading again. A new form of the same name begins with its preamble."""
    same = bool(opening.title) and alike(opening.title, current.title, REPEATED)
    return same and not any(RULES.first("known_text", line.text) for line in page.lines[:4])


def _is_attachment(mark: Bookmark, page: Page) -> bool:
    """Whether an outline entry names a paper, not a heading inside one: a heading stands on the sheet, below its top."""
    if mark.level == 0 and mark.title.casefold() in ("agenda", "contents"):
        return False
    place = next((line for line in page.lines if alike(line.text, mark.title, SAME_TITLE)), None)
    return place is None or place.box.top < 0.2 * page.height


def _within(page: Page, annex: str | None, before: Sequence[Line], *, expected: bool) -> list[tuple[Line, Opening]]:
    """Papers that start in the middle of a sheet: a bold annex heading alone in its row, or what follows a report's close.

    An annex is `expected` among annexes, and where the outline has an entry; else once the report has come to its contacts, on
    this sheet or on the one `before` it, since until then such a heading stands over a table of the report's own.
    """
    found: list[tuple[Line, Opening]] = []
    lines = page.lines
    bold = {index for index, line in enumerate(lines) if line.bold and index > 1 and line.box.top > 0.15 * page.height}
    dated = candidates(rules.load(RULES.stage), ("date_line",), [line.text for line in lines])
    for index in sorted(bold | {index + 1 for index in dated if index + 1 < len(lines)}):
        line = lines[index]
        hit = RULES.first("annex", line.text) if index in bold else None
        another = hit and hit["label"] and (hit["title"] or "").strip() and annex_label(hit) != annex
        if hit and another and (expected or _contacts_in((*before, *lines[:index]))) and not is_annex_list(lines, line):
            found.append((line, Opening(line.text, (line,), "openings.annex-heading", 2.0, annex_label(hit))))
        elif _after_close(lines, index, before):
            found.append((line, Opening("", (), "openings.after-close", 2.0)))
    return found


def _contacts_in(lines: Sequence[Line]) -> bool:
    return any(RULES.first("closing_contact", line.text) for line in lines)


def _after_close(lines: Sequence[Line], index: int, before: Sequence[Line]) -> bool:
    """Whether the line before is the date that closes a report: after its contact officer, or alone at a sheet's top.

    A report has said something before it closes, on the sheet `before` or above: its author and date may stand at its head.
    """
    if (
        index == 0
        or not RULES.first("date_line", lines[index - 1].text.strip())
        or any(RULES.first(means, lines[index].text) for means in ("annexes_heading", "closing_contact"))
        or (index + 1 >= len(lines) and not lines[index].bold)
    ):
        return False
    above = lines[max(0, index - 9) : index - 1]
    told = bool(before) or any(RULES.first("section_heading", line.text.strip("* ")) for line in lines[: index - 1])
    closing = told and any(RULES.first("closing_contact", line.text) for line in above)
    opens = RULES.first("known_text", lines[index].text) is not None
    return (closing and lines[index - 1].box.top > 150) or opens


def _titled(document: Document, paper: Paper, start: _Start, business: Business, before: Sequence[Paper]) -> Paper:
    """The paper with the best title there is: its own; for running heads what they share; the outline's; the report's list's."""
    if start.opening.rule == "openings.annex-heading" and (shared := _shared_head(document, paper)):
        return replace(paper, title=shared)
    if start.line is None and start.opening.rule in BY_LOOKS and not start.opening.named:
        listed = business.listed.title if start.sheet == business.first else ""
        own = document.title if business.signals == ("all sheets",) else None
        given = (listed, start.bookmark or "", own or "")
        if lines := said_elsewhere(document, paper, given):
            return replace(paper, title=join(lines), title_lines=lines, rule="papers.said-elsewhere")
        if paper.title and names_nothing(paper.title):
            paper = replace(paper, title="", title_lines=())
    if paper.title and start.opening.strength >= 1.0:
        return paper
    if start.line is not None and not paper.title:
        return _titled_within(document, paper, before)
    if paper.title:
        return paper
    fallback = start.bookmark or (business.listed.title if start.sheet == business.first else "")
    return replace(paper, title=fallback, rule="papers.outline-title" if start.bookmark else "papers.agenda-title")


def _shared_head(document: Document, paper: Paper) -> str | None:
    """What the running heads of an annex have in common: parts of one annex may add words of their own."""
    heads = [annex_of(document.page(sheet)) for sheet in range(paper.first, paper.last + 1)]
    texts = list(dict.fromkeys(line.text for found in heads if found for label, line in [found] if label == paper.annex))
    if len(texts) < 2 or paper.title not in texts:
        return None
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    shared = "".join(letters[0] for letters in same).rstrip(" -–—:,")
    return shared if len(shared) > len(paper.annex or "") + 3 else None


def _titled_within(document: Document, paper: Paper, before: Sequence[Paper]) -> Paper:
    """A paper that starts after a report's close, with no heading form: its heading line, else as the report lists its annex."""
    lines = paper_lines(document, paper)
    for line in lines[:60]:
        hit = RULES.first("known", line.text) or (RULES.first("annex", line.text) if len(line.text) < 120 else None)
        if (
            hit
            and hit.rule in ("openings.pro-forma", "openings.annex-heading")
            and (hit.rule == "openings.pro-forma" or line.bold)
        ):
            return replace(paper, title=line.text, title_lines=(line,), rule=hit.rule)
    first = lines[0] if lines else None
    if first is not None and first.bold and len(first.text) < 150:
        return replace(paper, title=first.text, title_lines=(first,), rule="openings.heading")
    if before:
        for line in reversed(paper_lines(document, before[-1])[-14:]):
            if (hit := RULES.first("annex_listed", line.text)) and hit["title"]:
                return replace(paper, title=(hit["title"] or "").strip(), title_lines=(line,), rule=hit.rule)
    return paper


def _without_padding(document: Document, first: int, last: int) -> int:
    while last > first and document.page(last).blank:
        last -= 1
    return last
