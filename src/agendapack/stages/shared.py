"""Numbers and addresses that stand behind several names: who of them can be reached so ("Jane Doe / John Roe, 01234 567890")."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.stages import cards, people
from agendapack.stages.cards import Person, Strand


def share(persons: Sequence[Person], strands: Sequence[Strand]) -> list[Person]:
    """The persons, those who are named together without titles with what is plainly theirs.

    One number or address behind all of them is theirs together, as many numbers as names are each one's own, and of any other
    count nobody can tell whose they are. An address with somebody's name in it is his alone.
    """
    for strand in strands:
        (kind, names), *rest = (*cards.tokens(strand.text),) or (("", ""),)
        named = people.persons(names) if kind == "text" else ()
        alone = len(named) > 1 and not any(one.role for one in named)
        if not alone or not rest or {kind for kind, _ in rest} - {"phone", "email"}:
            continue
        ours = [one for one in persons if one.lines and one.lines[0] in strand.lines]
        if [one.name for one in ours] != [one.name for one in named]:
            continue
        phones = [" ".join(value.split()) for kind, value in rest if kind == "phone"]
        if phones:
            _give_phones(ours, phones)
        addresses = {one.email for one in ours if one.email}
        if len(addresses) == 1 and not any(_is_own(next(iter(addresses)), one) for one in ours):
            for one in ours:
                one.email = next(iter(addresses))
    return list(persons)


def _give_phones(persons: Sequence[Person], phones: Sequence[str]) -> None:
    common = phones[0] if len(phones) == 1 else None
    each = phones if len(phones) == len(persons) else [common] * len(persons)
    for person, phone in zip(persons, each, strict=True):
        person.phone = phone


def _is_own(address: str, person: Person) -> bool:
    """Whether an address has a person's surname or first name in it."""
    given = (person.name or "").split(" ")[0].lower()
    return cards.holds(address, person) or (len(given) > 2 and given in address.partition("@")[0])
