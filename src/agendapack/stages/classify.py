"""Says what an item and each of its papers are, and by what.

A title settles most kinds (rules, the particular before the general). An author settles some (a scrutiny committee's report is
that whatever it is about). An annex is an annex whatever it is about, if the report, the outline or the sheet itself calls it
so. What nothing settles is `report`; an item with neither title nor text is `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from agendapack.layout import Line, Listed, Paper
from agendapack.matching import alike
from agendapack.rules import Hit, InForce

TITLES = InForce("classify")
OPENINGS = InForce("openings")
AUTHORS = InForce("classify_authors")
BODIES = InForce("classify_bodies")
MOTIONS = InForce("motions")

ATTACHED = {"openings.proposed-decision": "report", "openings.impact-assessment": "annex", "openings.minutes": "annex"}
"""What a paper of this opening is behind another paper, where the report does not list it as an annex."""

SAME_TITLE = 0.8
"""Likeness from which an entry in a report's list of annexes is a paper's title: reports shorten and reword them."""

LISTED_LINES = 25
"""How far a list of annexes may run beneath its heading."""

LETTERHEAD_LINES = 4
"""How many lines a letterhead takes."""


class PaperText(Struct, frozen=True):
    """The lines of a paper, and those of the first paper under the same item, which lists the annexes."""

    own: Sequence[Line]
    main: Sequence[Line]


class Settled(Struct, frozen=True):
    """A kind, the rule that settled it and the lines it was read from (none where the kind follows from another record)."""

    kind: str
    rule: str
    lines: tuple[Line, ...] = ()


def by_title(title: str) -> Hit | None:
    """The first row of the title rules that matches."""
    return next(TITLES.each(title), None)


def classify_item(listed: Listed, papers: Sequence[Paper], authors: Sequence[str | None], body: str | None = None) -> Settled:
    """The kind of a business that comes before a `body`. `authors` are its papers' authors as printed, in order, None where not
    said."""
    return next(_item_kinds(listed, papers, authors, body))


def _item_kinds(listed: Listed, papers: Sequence[Paper], authors: Sequence[str | None], body: str | None) -> Iterator[Settled]:
    """What speaks for a kind, the strongest first."""
    if not listed.title and listed.rule != "split.whole":
        yield Settled("unknown", "classify.no-title")
    if amends := _amends(listed, papers):
        yield amends
    titled = _title_lines(listed, papers)
    if hit := by_title(listed.title):
        yield Settled(TITLES.meaning(hit), hit.rule, titled)
    if papers and authors[0] and (found := AUTHORS.first("scrutiny_report", authors[0])):
        yield Settled("scrutiny_report", found.rule, papers[0].title_lines)
    if papers and papers[0].rule != "openings.impact-assessment" and (own := by_title(papers[0].title)):
        yield Settled(TITLES.meaning(own), own.rule, papers[0].title_lines)
    if BODIES.first("site", listed.title) and (hit := _kind_of_sites(body)):
        yield Settled(BODIES.meaning(hit), hit.rule, titled)
    yield Settled("report", "classify.any-other", titled)


def _kind_of_sites(body: str | None) -> Hit | None:
    """What business is that a body lists by its site alone."""
    return next((hit for means in ("licensing", "planning_application") if (hit := BODIES.first(means, body or ""))), None)


def classify_paper(paper: Paper, position: int, item: Settled, author: str | None, text: PaperText) -> Settled:
    """The kind of a paper: `position` is its place under the item, 0 the first."""
    return next(_paper_kinds(paper, position, item, author, text))


def _paper_kinds(paper: Paper, position: int, item: Settled, author: str | None, text: PaperText) -> Iterator[Settled]:
    """What speaks for a kind, the strongest first."""
    own = by_title(paper.title)
    said = Settled(TITLES.meaning(own), own.rule, paper.title_lines) if own else None
    if opened := _by_opening(paper, position):
        yield opened
    if position and _is_annex(paper, said, text.main):
        yield Settled("annex", "classify.called-annex", paper.title_lines)
    if position and paper.rule in ATTACHED:
        yield Settled(ATTACHED[paper.rule], paper.rule, paper.title_lines)
    if item.kind == "budget_amendment" and (moved := MOTIONS.first("motion", paper.title)):
        yield Settled(item.kind, moved.rule, paper.title_lines)
    annual = said is not None and said.kind == "annual_report"
    if author and not annual and (found := AUTHORS.first("scrutiny_report", author)):
        yield Settled("scrutiny_report", found.rule, paper.title_lines)
    if position == 0 and not (said and item.kind == "report"):
        yield Settled(item.kind, "classify.as-its-item", paper.title_lines)
    if said:
        yield said
    if letterhead := next((line for line in text.own[:LETTERHEAD_LINES] if AUTHORS.first("inspection", line.text)), None):
        yield Settled("inspection", "classify_authors.inspectorate-letterhead", (letterhead,))
    if paper.rule in ("openings.form", "openings.title-block"):
        yield Settled("report", paper.rule, paper.title_lines)
    yield Settled("annex", "classify.attachment", paper.title_lines)


def _by_opening(paper: Paper, position: int) -> Settled | None:
    """What the form of a paper's opening settles, whatever its title says."""
    hit = OPENINGS.first("known", paper.title)
    if paper.rule == "openings.pro-forma-text" or (hit is not None and hit.rule == "openings.pro-forma"):
        return Settled("response_pro_forma", "openings.pro-forma", paper.title_lines)
    if paper.rule == "openings.minutes" and (position == 0 or paper.annex is None):
        return Settled("minutes", paper.rule, paper.title_lines)
    if paper.rule == "openings.amendment-form":
        return Settled("budget_amendment", paper.rule, paper.title_lines)
    return None


def _is_annex(paper: Paper, said: Settled | None, main: Sequence[Line]) -> bool:
    """Whether the report, the outline or the paper itself calls it an annex. An amendment is what is moved, not an annex to it:
    there the outline's word alone does not count.
    """
    printed = paper.rule == "openings.annex-heading"
    if said is not None and said.kind == "budget_amendment" and not printed:
        return False
    return paper.annex is not None or any(_names(title, paper) for title in _annexes_listed(main))


def _annexes_listed(main: Sequence[Line]) -> Iterator[str]:
    """The titles in a report's list of annexes: single lines ("Annex 1: Map"), and what stands beneath a heading for them."""
    listing = 0
    for line in main:
        if OPENINGS.first("annexes_heading", line.text):
            listing = LISTED_LINES
            continue
        hit = OPENINGS.first("annex_entry" if listing else "annex_listed", line.text)
        if hit and hit["title"]:
            yield hit["title"]
        listing = 0 if line.bold else max(0, listing - 1)


def _names(title: str, paper: Paper) -> bool:
    """Whether an entry of the list names the paper: by its title, by its outline entry, or as the record of the decision."""
    if paper.rule == "openings.proposed-decision" and OPENINGS.first("decision_listed", title):
        return True
    return any(alike(title, other, SAME_TITLE) for other in (paper.title, paper.outline) if other)


def _amends(listed: Listed, papers: Sequence[Paper]) -> Settled | None:
    """A budget item that stands on the agenda only to be amended: it says so beneath its title, or its first paper does."""
    hit = by_title(listed.title)
    if hit is None or TITLES.meaning(hit) != "budget":
        return None
    said = next((line for line in listed.lines if OPENINGS.first("amends", line.text)), None)
    if said is not None:
        return Settled("budget_amendment", "openings.amends", (said,))
    first = papers[0] if papers else None
    own = by_title(first.title) if first else None
    if first and (first.rule == "openings.amendment-form" or (own and TITLES.meaning(own) == "budget_amendment")):
        return Settled("budget_amendment", first.rule, first.title_lines)
    return None


def _title_lines(listed: Listed, papers: Sequence[Paper]) -> tuple[Line, ...]:
    if listed.lines:
        return listed.lines[:1]
    return papers[0].title_lines if papers else ()
