"""Splits a pack into its items and each item into its papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from agendapack.layout import Business, Document, FrontSheet, Line, Listed
from agendapack.matching import folded
from agendapack.stages.annexes import annex_of
from agendapack.stages.openings import Opening, opening
from agendapack.stages.papers import BY_LOOKS, papers
from agendapack.stages.place import annexes_in, place


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
    openings |= dict(_without_label(document, placed, openings))
    openings |= dict(_without_brand(document, placed, openings))
    return tuple(_named(replace(business, papers=papers(document, business, openings))) for business in placed)


def _without_brand(
    document: Document, placed: Sequence[Business], openings: Mapping[int, Opening]
) -> Iterator[tuple[int, Opening]]:
    """The openings of first sheets that share their heading with those of other businesses: it is a brand or the name of a form,
    and what stands beneath it is the title. Where nothing does it stays."""
    firsts = [business.first for business in placed if business.first is not None]
    looked = [sheet for sheet in dict.fromkeys(firsts) if openings[sheet].rule in BY_LOOKS and not openings[sheet].named]
    shared = Counter(folded(openings[sheet].title) for sheet in looked)
    for sheet in looked:
        title, page = openings[sheet].title, document.page(sheet)
        if title and shared[folded(title)] > 1:
            rest = tuple(line for line in page.lines if line not in openings[sheet].lines)
            beneath = opening(replace(page, lines=rest), document.body_size)
            if beneath.title and beneath.rule in BY_LOOKS:
                yield sheet, replace(beneath, strength=openings[sheet].strength)


def _without_label(
    document: Document, placed: Sequence[Business], openings: Mapping[int, Opening]
) -> Iterator[tuple[int, Opening]]:
    """The openings of first sheets under the label by which the agenda itself calls a business's paper ("Enclosure 3"): it says
    where the paper is, and what stands beneath it is the title. Where nothing does it stays."""
    for business in placed:
        sheet = business.first
        if sheet is None or openings[sheet].annex not in annexes_in(business.listed):
            continue
        page = document.page(sheet)
        head = annex_of(page)
        if head is None or head[0] != head[1].text.strip("* ").casefold():
            continue
        rest = replace(page, lines=_without(page.lines, head[1]), furniture=_without(page.furniture, head[1]))
        beneath = opening(rest, document.body_size)
        if beneath.title and beneath.annex is None:
            yield sheet, replace(beneath, strength=openings[sheet].strength)


def _without(lines: Sequence[Line], one: Line) -> tuple[Line, ...]:
    return tuple(line for line in lines if line != one)


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
