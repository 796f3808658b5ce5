"""The clerk of a small council: the letterhead prints how to reach him, the foot of the summons who he is.

A parish has one officer. Its letterhead, or the line beneath the signature, gives his telephone and his address without his name;
the name stands where he signs. They belong together where the address says that it is the clerk's, or is the only one there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from agendapack.evidence import evidence
from agendapack.layout import Line
from agendapack.records import Contact
from agendapack.rules import InForce
from agendapack.stages import cards

_RULES = InForce("contacts")
_NEAR = 2
"""Rows between an address and the telephone that belongs to it."""


class Reach(Struct, frozen=True):
    """An e-mail address, the telephone printed with it, and the lines that hold them."""

    email: str | None
    phone: str | None
    lines: tuple[Line, ...]


def with_letterhead(contacts: Sequence[Contact], lines: Sequence[Line]) -> tuple[Contact, ...]:
    """The contacts of front sheets, each once: the clerk with what the letterhead says of how to reach him, and nobody twice
    because he signs as well."""
    found = tuple(contacts)
    clerk = next((one for one in found if one.name and one.role and _RULES.first("clerk", one.role)), None)
    reachable = any(one.email or one.phone for one in found)
    if clerk and not reachable and (reach := _reach(lines)):
        more = evidence(reach.lines, "contacts.letterhead")
        known = {"email": reach.email, "phone": reach.phone, "kind": "committee_contact", "evidence": (*clerk.evidence, *more)}
        found = tuple(one.model_copy(update=known) if one is clerk else one for one in found)
    roles = {_key(one): one.role for one in reversed(found) if one.role}
    found = tuple(one if one.role else one.model_copy(update=_with_role(one, roles.get(_key(one)), found)) for one in found)
    asked = {_key(one) for one in found if one.kind == "committee_contact" and (one.email or one.phone)}
    return tuple(one for one in found if one.email or one.phone or _key(one) not in asked)


def _with_role(contact: Contact, role: str | None, found: Sequence[Contact]) -> dict[str, object]:
    """What a contact gains from the place where he signs with his job title, where he does."""
    if role is None or contact.kind != "committee_contact":
        return {}
    signed = next(one for one in found if _key(one) == _key(contact) and one.role == role)
    return {"role": role, "evidence": (*contact.evidence, *signed.evidence)}


def _key(contact: Contact) -> str:
    return (contact.name or "").casefold()


def _reach(lines: Sequence[Line]) -> Reach | None:
    """How the clerk is reached; None where the lines do not tell."""
    printed = [(at, kind, value) for at, line in enumerate(lines) for kind, value in _tokens(line)]
    emails = {value.lower(): at for at, kind, value in reversed(printed) if kind == "email"}
    phones = {value: at for at, kind, value in reversed(printed) if kind == "phone"}
    clerks = [email for email in emails if _RULES.first("clerks-address", email)]
    chosen = clerks or list(emails)
    if len(chosen) > 1 or (not chosen and len(phones) != 1):
        return None
    at = emails[chosen[0]] if chosen else None
    beside = {value: row for value, row in phones.items() if at is not None and abs(row - at) <= _NEAR}
    phone, row = next(iter((beside or (phones if len(phones) == 1 else {})).items()), (None, None))
    rows = sorted({number for number in (at, row) if number is not None})
    return Reach(chosen[0] if chosen else None, phone, tuple(lines[number] for number in rows))


def _tokens(line: Line) -> Iterable[tuple[str, str]]:
    return ((kind, " ".join(value.split())) for cell in line.cells for kind, value in cards.tokens(cell.text))
