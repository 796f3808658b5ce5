"""Why a record says what it says: for each part of it the rule, the sheet and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.records import AgendaPack, Evidence, Item, Record, Report

SIGNALS = {
    "stamp": "the item's number is stamped on that sheet",
    "outline": "the PDF's outline has an entry for it there",
    "printed pages": "the agenda prints the page number of that sheet",
    "link": "a link of the agenda leads there",
    "title": "a paper with its title begins there",
    "minuted": "it is minuted there",
    "all sheets": "no agenda lists any business: all sheets are taken as one",
}
"""What a signal that places an item says."""

_WORDS = ("text", "recommendation", "name", "email")
"""The fields that hold what a record says, the first that is there."""


class Reason(Struct, frozen=True):
    """One thing that a record says, and what it rests on."""

    record: str
    """The id of the record, empty for the meeting itself."""
    what: str
    """What is said: "meeting", "item", "place", "kind", "paper", "recommendation", "contact" ..."""
    value: str
    sheet: int | None
    printed_page: int | None
    rule: str
    """The id of the rule; for a place the signals."""
    why: str
    """Why that rule holds, empty where no layer in force knows it."""
    words: str
    """The words on that sheet, verbatim."""
    file: str | None = None
    """The supplement whose sheet it is, None for the pack's own."""
    item: Item | None = None
    """The item that it belongs to, None for the meeting itself."""
    report: Report | None = None
    """The paper that it belongs to or is, None for what stands in the agenda."""


def reasons(pack: AgendaPack) -> Iterator[Reason]:
    """What a pack says, in its order, with what each rests on. The reasons of rules are those of the rules in force."""
    yield from (_Said("", "meeting", "").rests_on(seen) for seen in pack.evidence)
    for each in (*pack.contacts, *pack.deadlines):
        yield from _of(each)
    for item in pack.items:
        within = [*_holder(item, "item"), *_place(item), *_kind(item), *_held(item)]
        yield from (replace(each, item=item) for each in within)
        for report in item.reports:
            within = [*_holder(report, "paper"), *_kind(report), *_held(report)]
            yield from (replace(each, item=item, report=report) for each in within)


class _Said(Struct, frozen=True):
    """Something that a record says: its id, what it is and its words."""

    record: str
    what: str
    value: str

    def rests_on(self, evidence: Evidence) -> Reason:
        """What is said, with an evidence of it."""
        return Reason(
            record=self.record,
            what=self.what,
            value=self.value,
            sheet=evidence.sheet,
            printed_page=evidence.printed_page,
            rule=evidence.rule,
            why=rules.why(evidence.rule) or "",
            words=evidence.text,
            file=evidence.file,
        )


def _holder(holder: Item | Report, what: str) -> Iterator[Reason]:
    yield from (_Said(holder.id, what, holder.title).rests_on(each) for each in holder.evidence[:1])


def _place(item: Item) -> Iterator[Reason]:
    if not item.placed_by or item.pdf_pages is None:
        return
    first, last = item.pdf_pages
    sheets = f"sheet {first}" if first == last else f"sheets {first} to {last}"
    yield Reason(
        record=item.id,
        what="place",
        value=sheets,
        sheet=first,
        printed_page=None,
        rule=", ".join(item.placed_by),
        why="; ".join(SIGNALS[signal] for signal in item.placed_by),
        words="",
    )


def _kind(holder: Item | Report) -> Iterator[Reason]:
    if holder.kind_evidence:
        yield _Said(holder.id, "kind", holder.kind).rests_on(holder.kind_evidence)


def _held(holder: Item | Report) -> Iterator[Reason]:
    """The recommendations, contacts and whatever else an item or a paper holds."""
    for name in type(holder).model_fields:
        value = getattr(holder, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record) and not isinstance(value[0], Report | Evidence):
            for each in value:
                yield from _of(each)


def _of(record: Record) -> Iterator[Reason]:
    """A record and those beneath it. What runs over a sheet's end has several evidences of one rule: the first is enough."""
    value = next((str(said) for name in _WORDS if (said := getattr(record, name, None))), "")
    said = _Said(getattr(record, "id", ""), type(record).__name__.lower(), value)
    yield from (said.rests_on(each) for each in getattr(record, "evidence", ())[:1])
    for child in getattr(record, "children", ()):
        yield from _of(child)
