"""Splits a pack into its items and each item into its papers."""

from __future__ import annotations

from msgspec.structs import replace

from agendapack.layout import Business, Document, FrontSheet, Listed
from agendapack.stages.openings import opening
from agendapack.stages.papers import papers
from agendapack.stages.place import place


def split(document: Document, front: FrontSheet) -> tuple[Business, ...]:
    """Every business with its sheets and papers, in the order of the agenda.

    A document of minutes has its minuted items and no papers. A pack without an agenda, or minutes and a record of a decision
    that number nothing, are one business without a number that holds all sheets, unless stamps say otherwise.
    """
    decided = front.pack_kind in ("minutes", "decisions")
    if decided and front.items:
        return tuple(_minuted(entry) for entry in front.items)
    openings = {page.sheet: opening(page, document.body_size) for page in document.pages}
    placed = () if decided else place(document, front, openings)
    if not placed and (decided or front.sheets < len(document.pages)):
        placed = (_whole(document, 1 if decided else front.sheets + 1),)
    return tuple(_named(replace(business, papers=papers(document, business, openings))) for business in placed)


def _minuted(entry: Listed) -> Business:
    sheets = [line.sheet for line in entry.lines]
    return Business(entry, first=min(sheets, default=None), last=max(sheets, default=None), signals=("minuted",))


def _whole(document: Document, first: int = 1) -> Business:
    """All sheets as one business: a lone report, or a pack in which nothing else was recognised."""
    return Business(
        Listed(number=None, title="", lines=(), rule="split.whole"),
        first=first,
        last=len(document.pages),
        signals=("all sheets",),
    )


def _named(business: Business) -> Business:
    """A business that no agenda names has the title of its first paper."""
    if business.listed.title or not business.papers:
        return business
    return replace(business, listed=replace(business.listed, title=business.papers[0].title))
