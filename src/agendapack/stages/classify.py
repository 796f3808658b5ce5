"""Says what an item and each of its papers are, and by what.

A title settles most kinds (rules, the particular before the general). An author settles some (a scrutiny committee's report is
that whatever it is about). An annex is an annex whatever it is about, if the report, the outline or the sheet itself calls it
so. What nothing settles is `report`; an item with neither title nor text is `unknown`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from agendapack.layout import Business, Line, Listed, Paper
from agendapack.matching import likeness
from agendapack.records import Kind, ReportKind
from agendapack.rules import Hit, load

TITLES = load("classify")
OPENINGS = load("openings")
AUTHORS = load("classify_authors")

KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Settled:
    """A kind, the rule that settled it and the lines it was read from (none where the kind follows from another record)."""

    kind: str
    rule: str
    lines: tuple[Line, ...] = ()


def by_title(title: str) -> Hit | None:
    """The first row of the title rules that matches."""
    return next(TITLES.each(title), None)


def classify_item(listed: Listed, papers: Sequence[Paper], authors: Sequence[str | None]) -> Settled:
    """The kind of a business. `authors` are its papers' authors as printed, in order, None where not said."""
    if not listed.title and not papers:
        return Settled("unknown", "classify.no-title")
    amends = _amends(listed, papers)
    if amends is not None:
        return amends
    hit = by_title(listed.title)
    if hit is not None:
        return Settled(TITLES.meaning(hit), hit.rule, _title_lines(listed, papers))
    if authors and authors[0] and (found := AUTHORS.first("scrutiny_report", authors[0])):
        return Settled("scrutiny_report", found.rule, papers[0].title_lines)
    if papers and papers[0].rule == "openings.impact-assessment":
        return Settled("report", papers[0].rule)
    if papers and (own := by_title(papers[0].title)):
        return Settled(TITLES.meaning(own), own.rule, papers[0].title_lines)
    return Settled("report", "classify.any-other", _title_lines(listed, papers))


def classify_paper(paper: Paper, position: int, item: Settled, author: str | None, main: Sequence[Line]) -> Settled:
    """The kind of a paper: `position` is its place under the item (0 the first), `main` the lines of the item's first paper."""
    lines = paper.title_lines
    if paper.rule in ("openings.pro-forma", "openings.pro-forma-text") or OPENINGS.first("known", paper.title) and _is_pro_forma(paper.title):
        return Settled("response_pro_forma", "openings.pro-forma", lines)
    if paper.rule == "openings.minutes":
        return Settled("minutes" if position == 0 or paper.annex is None else "annex", paper.rule, lines)
    if paper.rule == "openings.amendment-form":
        return Settled("budget_amendment", paper.rule, lines)
    if position and (paper.annex is not None or _is_listed_annex(paper, main)):
        return Settled("annex", "classify.called-annex", lines)
    if position and paper.rule == "openings.proposed-decision":
        return Settled("report", paper.rule, lines)
    if position and paper.rule == "openings.impact-assessment":
        return Settled("annex", paper.rule, lines)
    if author and (found := AUTHORS.first("scrutiny_report", author)):
        return Settled("scrutiny_report", found.rule, lines)
    own = by_title(paper.title) if position or item.kind in ("report", "scrutiny_report") else None
    if own is not None and not (position == 0 and item.kind == "scrutiny_report"):
        return Settled(TITLES.meaning(own), own.rule, lines)
    if position == 0:
        return Settled(item.kind, "classify.as-its-item", lines)
    if paper.rule in ("openings.form", "openings.title-block"):
        return Settled("report", paper.rule, lines)
    return Settled("annex", "classify.attachment", lines)


def _amends(listed: Listed, papers: Sequence[Paper]) -> Settled | None:
    """A budget item that stands on the agenda only to be amended: it says so beneath its title, or its papers do."""
    hit = by_title(listed.title)
    if hit is None or TITLES.meaning(hit) != "budget":
        return None
    said = next((line for line in listed.lines if OPENINGS.first("amends", line.text)), None)
    if said is not None:
        return Settled("budget_amendment", "openings.amends", (said,))
    first = papers[0] if papers else None
    if first is not None and (first.rule == "openings.amendment-form" or _is_amendment(first)):
        return Settled("budget_amendment", first.rule, first.title_lines)
    return None


def _is_amendment(paper: Paper) -> bool:
    hit = by_title(paper.title)
    return hit is not None and TITLES.meaning(hit) == "budget_amendment"


def _is_pro_forma(title: str) -> bool:
    hit = OPENINGS.first("known", title)
    return hit is not None and hit.rule == "openings.pro-forma"


def _is_listed_annex(paper: Paper, main: Sequence[Line]) -> bool:
    """Whether the item's report names this paper in its list of annexes, by its title or as a proposed record of decision."""
    for line in main:
        hit = OPENINGS.first("annex_listed", line.text)
        if hit is None or not hit["title"]:
            continue
        title = hit["title"] or ""
        if likeness(title, paper.title) >= 0.8 or (paper.outline and likeness(title, paper.outline) >= 0.8):
            return True
        if paper.rule == "openings.proposed-decision" and OPENINGS.first("decision_listed", title):
            return True
    return False


def _title_lines(listed: Listed, papers: Sequence[Paper]) -> tuple[Line, ...]:
    if listed.lines:
        return listed.lines[:1]
    return papers[0].title_lines if papers else ()


def is_report_kind(kind: str) -> bool:
    """Whether a word is one of records.ReportKind."""
    return kind in KINDS or kind in ("annex", "response_pro_forma")


__all__ = ["ReportKind", "Settled", "by_title", "classify_item", "classify_paper", "is_report_kind"]
