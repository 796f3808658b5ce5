"""Markdown: recommendations and decisions as nested lists under headings, everything else as tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from agendapack import words
from agendapack.exports import View
from agendapack.exports.rows import (
    Place,
    action_lists,
    contact_lists,
    deadline_lists,
    decision_lists,
    planned_lists,
    recommendation_lists,
    response_lists,
)
from agendapack.prepared import pattern
from agendapack.printable import printable

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Deadline, Decision, Item, Recommendation

_MEANS_SOMETHING = pattern(r"([\\`*_\[\]<>|~&$])")
_STARTS_A_BLOCK = pattern(r"^(\s*)([#+\-=])")
_STARTS_A_LIST = pattern(r"^(\s*\d{1,9})([.)])")


def escape(text: str | None) -> str:
    """Text that Markdown shows as it is, on one line."""
    safe = _MEANS_SOMETHING.sub(r"\\\1", printable(text or ""))
    return _STARTS_A_LIST.sub(r"\1\\\2", _STARTS_A_BLOCK.sub(r"\1\\\2", safe))


def write(pack: AgendaPack, view: View) -> str:
    """One view of a pack under a heading that names the meeting."""
    views = {
        "items": _items,
        "recs": _recommendations,
        "contacts": _contacts,
        "responses": _responses,
        "actions": _actions,
        "planned": _planned,
        "deadlines": _deadlines,
        "reasons": _reasons,
        "decisions": _decisions,
    }
    body = views[view](pack)
    return "\n".join([f"# {escape(words.meeting(pack))}", "", *body]).rstrip("\n") + "\n"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str | None, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(' --- ' for _ in head)}|"
    for row in rows:
        yield f"| {' | '.join(escape(cell) for cell in row)} |"


def _items(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "Title", "Kind", "Sheets", "Printed pages"),
        (
            (item.number, _titled(item), words.kind(item.kind), _sheets(item), words.span(item.printed_pages))
            for item in pack.items
        ),
    )


def _sheets(item: Item) -> str:
    elsewhere = (f"{words.span(each.pdf_pages)} of {each.file}" for each in item.supplied)
    return "; ".join(filter(None, (words.span(item.pdf_pages), *elsewhere)))


def _titled(item: Item) -> str:
    notes = [note for note, holds in (("to follow", item.to_follow), ("exempt", item.exempt)) if holds]
    return words.title(item.title) + (f" ({', '.join(notes)})" if notes else "")


def _recommendations(pack: AgendaPack) -> Iterator[str]:
    before: Item | None = None
    for place, recommendations in recommendation_lists(pack):
        if place.item is not before and place.item is not None:
            before = place.item
            yield from (f"## {_heading(place.item)}", "")
        yield from (f"### {escape(words.title(place.report.title)) if place.report else 'In the agenda'}", "")
        for (strand, group), run in groupby(recommendations, key=lambda each: (each.strand, each.group)):
            if group or strand == "scrutiny":
                yield from (f"#### {escape(group) if group else 'Made by scrutiny'}", "")
            for each in run:
                yield from _limb(each, None, 0)
            yield ""


def _heading(item: Item) -> str:
    return f"{escape(item.number)}\\. {escape(words.title(item.title))}" if item.number else escape(words.title(item.title))


def _limb(recommendation: Recommendation, addressee: str | None, depth: int) -> Iterator[str]:
    to = f"to {recommendation.addressee}" if recommendation.addressee not in (None, addressee) else ""
    yield _entry(recommendation, depth, to)
    for child in recommendation.children:
        yield from _limb(child, recommendation.addressee, depth + 1)


def _entry(limb: Recommendation | Decision, depth: int, *notes: str) -> str:
    """One entry of a nested list: label, text and, in brackets, the notes and the place."""
    label = f"**{escape(limb.label)})** " if limb.label else ""
    said = "; ".join(filter(None, (*notes, words.place(limb.evidence))))
    return f"{'    ' * depth}- {label}{escape(limb.text)}" + (f" *({escape(said)})*" if said else "")


def _decisions(pack: AgendaPack) -> Iterator[str]:
    before: Item | None = None
    for place, decisions in decision_lists(pack):
        if place.item is not before and place.item is not None:
            before = place.item
            yield from (f"## {_heading(place.item)}", "")
        if place.report:
            yield from (f"### {escape(words.title(place.report.title))}", "")
        for each in decisions:
            yield from _decided(each, 0)
        yield ""


def _decided(decision: Decision, depth: int) -> Iterator[str]:
    who = (("by", decision.decided_by), ("proposed by", decision.proposer), ("seconded by", decision.seconder))
    said = [f"{word} {name}" for word, name in (*who, ("to act:", decision.owner)) if name]
    yield _entry(decision, depth, words.kind(decision.outcome), *said)
    for child in decision.children:
        yield from _decided(child, depth + 1)


def _where(place: Place) -> str:
    return place.item.number or words.title(place.item.title) if place.item else "the meeting"


def _contacts(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "Name", "Role", "E-mail", "Telephone", "Named as", "Where"),
        (
            (_where(place), each.name, each.role, each.email, each.phone, words.kind(each.kind), words.place(each.evidence))
            for place, contacts in contact_lists(pack)
            for each in contacts
        ),
    )


def _responses(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "Recommendation", "Answer", "Action", "Owner", "By", "Update", "Where"),
        (
            (
                *(_where(place), each.recommendation, words.kind(each.status), each.action, each.owner, each.due),
                words.since(each.state, each.update),
                words.place(each.evidence),
            )
            for place, responses in response_lists(pack)
            for each in responses
        ),
    )


def _actions(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "Asked for", "Action", "Owner", "By", "Status", "Update", "Where"),
        (
            (
                *(_where(place), each.meeting_date, each.text, each.owner, each.due, each.status_text, each.update),
                words.place(each.evidence),
            )
            for place, actions in action_lists(pack)
            for each in actions
        ),
    )


def _planned(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "When", "Business", "Decided by", "Lead", "Reference", "Where"),
        (
            (
                *(_where(place), each.date, each.topic, each.decision_maker, each.lead, each.reference),
                words.place(each.evidence),
            )
            for place, planned in planned_lists(pack)
            for each in planned
        ),
    )


def _deadlines(pack: AgendaPack) -> Iterator[str]:
    yield from _table(
        ("Item", "Due", "What", "From", "Period", "Words", "Where"),
        (
            (
                *(_where(place), _due(each, pack), words.kind(each.what), each.who, each.period, each.text),
                words.place(each.evidence),
            )
            for place, deadlines in deadline_lists(pack)
            for each in deadlines
        ),
    )


def _due(deadline: Deadline, pack: AgendaPack) -> str:
    day, note = words.due(deadline, pack.meeting_date)
    return f"{day} ({note})" if note else day


def _reasons(pack: AgendaPack) -> Iterator[str]:
    from agendapack.explain import reasons  # noqa: PLC0415  (the rules are read for reasons alone)

    yield from _table(
        ("Record", "What", "Says", "Sheet", "Rule", "Why", "Words"),
        ((each.record, each.what, each.value, str(each.sheet or ""), each.rule, each.why, each.words) for each in reasons(pack)),
    )
