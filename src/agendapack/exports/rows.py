"""A pack as flat rows: what JSON Lines, CSV and Markdown tables have in common.

The rows of one view all have the same columns, in the same order; the ids let them be joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from agendapack.due import due
from agendapack.exports import View

if TYPE_CHECKING:
    from agendapack.explain import Reason
    from agendapack.records import (
        Action,
        AgendaPack,
        Contact,
        Deadline,
        Decision,
        Evidence,
        Item,
        Planned,
        Range,
        Recommendation,
        Report,
        Response,
    )

    Flat = Contact | Response | Action | Planned | Deadline

Value = str | int | float | bool | None
Row = dict[str, Value]

_PLACE = ("pack", "item_number", "item_title", "report_title")
_EVIDENCE = ("file", "sheet", "printed_page")
_FOLLOWED = ("owner", "due", "due_date", "meeting_date", "item", "reviewed")
_FORM = {
    "issue": "issue",
    "lead_member": "lead_member",
    "requested": "requested",
    "response_due": "due_date",
    "answered": "answered",
}
"""The columns for what the head of a pro forma says of all its responses, and its fields."""

COLUMNS: dict[View, tuple[str, ...]] = {
    "items": (
        *("pack", "id", "number", "title", "kind", "to_follow", "exempt", "start_time"),
        *("papers_file", "first_sheet", "last_sheet", "first_printed_page", "last_printed_page"),
        *("portfolio", "forward_plan_ref", "report_by", "reports", "recommendations", "contacts", "responses", "decisions"),
        *("actions", "planned"),
        *_EVIDENCE,
    ),
    "recs": (
        *_PLACE,
        *("id", "path", "parent_id", "text", "addressee", "strand", "group", "action"),
        *_EVIDENCE,
    ),
    "contacts": (*_PLACE, "id", "name", "role", "email", "phone", "kind", *_EVIDENCE),
    "responses": (
        *_PLACE,
        *("id", "recommendation", "answers", "status", "status_text", "action", "update", "state"),
        *_FOLLOWED,
        *_FORM,
        *_EVIDENCE,
    ),
    "actions": (*_PLACE, "id", "text", "status", "status_text", "update", *_FOLLOWED, *_EVIDENCE),
    "planned": (*_PLACE, "id", "topic", "description", "date", "meeting_date", "decision_maker", "reference", "lead", *_EVIDENCE),
    "deadlines": (
        *_PLACE,
        *("id", "what", "who", "due", "period", "date", "computed", "contradicted", "statute", "nation", "text"),
        *_EVIDENCE,
    ),
    "reasons": (*_PLACE, "id", "what", "value", *_EVIDENCE, "rule", "why", "words"),
    "decisions": (
        *_PLACE,
        *("id", "path", "parent_id", "text", "outcome", "decided_by", "owner", "proposer", "seconder"),
        *_EVIDENCE,
    ),
}


class Place(Struct, frozen=True):
    """Where in a pack something stands: under which item, in which paper (None: in the agenda itself)."""

    pack: AgendaPack
    item: Item | None
    report: Report | None

    def columns(self) -> Row:
        """The place as the first columns of a row."""
        return {
            "pack": self.pack.source.file,
            "item_number": self.item.number if self.item else None,
            "item_title": self.item.title if self.item else None,
            "report_title": self.report.title if self.report else None,
        }


def rows(pack: AgendaPack, view: View) -> Iterator[Row]:
    """The rows of one view, in reading order, with the columns of `COLUMNS[view]`."""
    if view == "items":
        yield from (_item_row(pack, item) for item in pack.items)
    elif view == "recs":
        for place, recommendations in recommendation_lists(pack):
            for each in recommendations:
                yield from _recommendation_rows(place, each, (), None)
    elif view == "reasons":
        from agendapack.explain import reasons  # noqa: PLC0415  (the rules are read for reasons alone)

        yield from (_reason_row(pack, reason) for reason in reasons(pack))
    elif view == "decisions":
        for place, decisions in decision_lists(pack):
            for decision in decisions:
                yield from _decision_rows(place, decision, (), None)
    else:
        for place, records in FLAT[view](pack):
            yield from (_flat_row(view, place, each) for each in records)


def recommendation_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Recommendation, ...]]]:
    """The recommendations of a pack with their places: for each item those in the agenda, then those of each paper."""
    for item in pack.items:
        if item.recommendations:
            yield Place(pack, item, None), item.recommendations
        yield from ((Place(pack, item, report), report.recommendations) for report in item.reports if report.recommendations)


def contact_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Contact, ...]]]:
    """The contacts of a pack with their places: the meeting's own, then for each item as for recommendations."""
    if pack.contacts:
        yield Place(pack, None, None), pack.contacts
    for item in pack.items:
        if item.contacts:
            yield Place(pack, item, None), item.contacts
        yield from ((Place(pack, item, report), report.contacts) for report in item.reports if report.contacts)


def response_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Response, ...]]]:
    """The responses of a pack with their places."""
    for item in pack.items:
        yield from ((Place(pack, item, report), report.responses) for report in item.reports if report.responses)


def action_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Action, ...]]]:
    """The actions of a pack with their places."""
    for item in pack.items:
        yield from ((Place(pack, item, report), report.actions) for report in item.reports if report.actions)


def planned_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Planned, ...]]]:
    """What the plans and programmes in a pack list, with their places."""
    for item in pack.items:
        yield from ((Place(pack, item, report), report.planned) for report in item.reports if report.planned)


def deadline_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Deadline, ...]]]:
    """The deadlines of a pack with their places: the meeting's own, then those of each paper."""
    if pack.deadlines:
        yield Place(pack, None, None), pack.deadlines
    for item in pack.items:
        yield from ((Place(pack, item, report), report.deadlines) for report in item.reports if report.deadlines)


FLAT: dict[View, Callable[[AgendaPack], Iterator[tuple[Place, tuple[Flat, ...]]]]] = {
    "contacts": contact_lists,
    "responses": response_lists,
    "actions": action_lists,
    "planned": planned_lists,
    "deadlines": deadline_lists,
}
"""The views whose records hold no others: one row for each."""


def decision_lists(pack: AgendaPack) -> Iterator[tuple[Place, tuple[Decision, ...]]]:
    """The decisions of a pack with their places: for each item its own, then those that each paper records."""
    for item in pack.items:
        if item.decisions:
            yield Place(pack, item, None), item.decisions
        yield from ((Place(pack, item, report), report.decisions) for report in item.reports if report.decisions)


def _where(pack: AgendaPack, evidence: tuple[Evidence, ...]) -> Row:
    first = evidence[0] if evidence else None
    return {
        "file": (first.file or pack.source.file) if first else None,
        "sheet": first.sheet if first else None,
        "printed_page": first.printed_page if first else None,
    }


def _papers(pack: AgendaPack, item: Item) -> Row:
    """Where an item's papers are: in the pack, or where it has none of them in the first supplement that has."""
    elsewhere = item.supplied[0] if item.supplied and item.pdf_pages is None else None
    place = elsewhere or item
    file = elsewhere.file if elsewhere else pack.source.file
    pages = {**_ends(place.pdf_pages, "sheet"), **_ends(place.printed_pages or item.printed_pages, "printed_page")}
    return {"papers_file": file if place.pdf_pages else None, **pages}


def _ends(pages: Range | None, name: str) -> Row:
    return {f"first_{name}": pages[0] if pages else None, f"last_{name}": pages[1] if pages else None}


def _item_row(pack: AgendaPack, item: Item) -> Row:
    return {
        "pack": pack.source.file,
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "kind": item.kind,
        "to_follow": item.to_follow,
        "exempt": item.exempt,
        "start_time": item.start_time,
        **_papers(pack, item),
        "portfolio": "; ".join(item.portfolio) or None,
        "forward_plan_ref": item.forward_plan_ref,
        "report_by": item.report_by,
        "reports": len(item.reports),
        "recommendations": len(item.recommendations) + sum(len(report.recommendations) for report in item.reports),
        "contacts": len(item.contacts) + sum(len(report.contacts) for report in item.reports),
        "responses": sum(len(report.responses) for report in item.reports),
        "decisions": len(item.decisions) + sum(len(report.decisions) for report in item.reports),
        "actions": sum(len(report.actions) for report in item.reports),
        "planned": sum(len(report.planned) for report in item.reports),
        **_where(pack, item.evidence),
    }


def _recommendation_rows(
    place: Place, recommendation: Recommendation, above: tuple[str, ...], parent: str | None
) -> Iterator[Row]:
    path = (*above, recommendation.label) if recommendation.label else above
    yield {
        **place.columns(),
        "id": recommendation.id,
        "path": ".".join(path) or None,
        "parent_id": parent,
        "text": recommendation.text,
        "addressee": recommendation.addressee,
        "strand": recommendation.strand,
        "group": recommendation.group,
        "action": recommendation.action,
        **_where(place.pack, recommendation.evidence),
    }
    for child in recommendation.children:
        yield from _recommendation_rows(place, child, path, recommendation.id)


def _flat_row(view: View, place: Place, record: Flat) -> Row:
    return {
        **place.columns(),
        **{name: _field(view, place, record, name) for name in COLUMNS[view] if name not in (*_PLACE, *_EVIDENCE)},
        **_where(place.pack, record.evidence),
    }


def _field(view: View, place: Place, record: Flat, name: str) -> Value:
    if view == "responses" and name in _FORM:
        form = place.report.pro_forma if place.report else None
        value: Value = getattr(form, _FORM[name], None)
        return value
    if view == "deadlines" and name in ("due", "contradicted"):
        day = due(cast("Deadline", record), place.pack.meeting_date)
        return (day.day if day else None) if name == "due" else bool(day and day.printed)
    said: Value | tuple[str, ...] = getattr(record, name)
    return ("; ".join(said) or None) if isinstance(said, tuple) else said


def _reason_row(pack: AgendaPack, reason: Reason) -> Row:
    return {
        **Place(pack, reason.item, reason.report).columns(),
        "id": reason.record or None,
        "what": reason.what,
        "value": reason.value or None,
        "file": reason.file or pack.source.file,
        "sheet": reason.sheet,
        "printed_page": reason.printed_page,
        "rule": reason.rule,
        "why": reason.why or None,
        "words": reason.words or None,
    }


def _decision_rows(place: Place, decision: Decision, above: tuple[str, ...], parent: str | None) -> Iterator[Row]:
    path = (*above, decision.label) if decision.label else above
    yield {
        **place.columns(),
        "id": decision.id,
        "path": ".".join(path) or None,
        "parent_id": parent,
        "text": decision.text,
        "outcome": decision.outcome,
        "decided_by": decision.decided_by,
        "owner": decision.owner,
        "proposer": decision.proposer,
        "seconder": decision.seconder,
        **_where(place.pack, decision.evidence),
    }
    for child in decision.children:
        yield from _decision_rows(place, child, path, decision.id)
