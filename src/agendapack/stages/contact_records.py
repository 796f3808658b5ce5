"""Contacts as records: one for each person and kind, whatever the places that print something of him."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from agendapack.evidence import as_printed, evidence
from agendapack.layout import Line
from agendapack.records import Contact, ContactKind
from agendapack.stages import tongues
from agendapack.stages.cards import Person


class Found(Struct, frozen=True):
    """A person, its kind, the rule that led to it and the lines that show it."""

    person: Person
    kind: ContactKind
    rule: str
    lines: tuple[Line, ...]


def records(found: Iterable[Found], printed: Sequence[Line]) -> tuple[Contact, ...]:
    """One record for each person and kind: what a second mention adds is filled in, what contradicts the first is left out."""
    merged: dict[tuple[str, str], tuple[Contact, list[Line]]] = {}
    found = tuple(found)
    named = {(one.kind, one.person.email) for one in found if one.person.name and one.person.email}
    for one in found:
        person = one.person
        if person.name is None and (one.kind, person.email) in named:
            continue
        name = person.name or person.team
        contact = Contact(name=name, role=person.role, email=person.email, phone=person.phone, kind=one.kind)
        key = (one.kind, (name or person.email or person.phone or "").casefold())
        known, lines = merged.get(key, (contact, []))
        update = {name: getattr(known, name) or getattr(contact, name) for name in ("role", "email", "phone")}
        if known.role and contact.role and tongues.english_of(known.role, contact.role) == 1:
            update["role"] = contact.role
        adds = not lines or any(update[name] != getattr(known, name) for name in update)
        fresh = [line for line in one.lines if adds and line not in lines]
        quoted = known.evidence or evidence(as_printed(fresh, printed), one.rule)
        merged[key] = (known.model_copy(update={**update, "evidence": quoted}), [*lines, *fresh])
    return tuple(contact for contact, _ in merged.values())
