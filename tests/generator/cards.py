"""How papers name whom to ask. Each way notes in the paper what it prints of the person."""

from __future__ import annotations

from collections.abc import Callable

from generator.content import Person
from generator.pack import Contact, Paper
from generator.typeset import Cell, Press


def _known(paper: Paper, person: Person, *, role: bool = True, email: bool = True, phone: bool = True) -> None:
    paper.contacts.append(
        Contact(person.name, person.role if role else None, person.email if email else None, person.phone if phone else None)
    )


def _officer_line(press: Press, paper: Paper, person: Person) -> None:
    press.para(f"Contact Officer: {person.name}, {person.role}, {person.phone}, {person.email}")
    _known(paper, person)


def _officer_dash(press: Press, paper: Paper, person: Person) -> None:
    press.para(f"**Contact:** {person.name} – {person.role}\nTel: {person.phone} Email: {person.email}")
    _known(paper, person)


def _officer_lines(press: Press, paper: Paper, person: Person) -> None:
    press.need(90)
    press.para(f"**Contact Officer:**\n{person.name}\n{person.role}\nTelephone: {person.phone}\nE-mail: {person.email}")
    _known(paper, person)


def _author_fields(press: Press, paper: Paper, person: Person) -> None:
    press.need(90)
    for label, words in (
        ("Report author:", person.name),
        ("Job title:", person.role),
        ("Email:", person.email),
        ("Tel:", person.phone),
    ):
        press.para(f"**{label}** {words}", after=2)
    _known(paper, person)


def _two_columns(press: Press, paper: Paper, person: Person) -> None:
    boss = paper.presenter or person
    if any(press.measure(who.email, press.look.size, False) > 212 for who in (person, boss)):
        _officer_lines(press, paper, person)
        return
    columns = [("Report Author:", person), ("Relevant Director:", boss)]
    press.table(
        (0, 230),
        [[Cell(f"**{label}**\n{who.name}\n{who.role}\n{who.phone}\n{who.email}") for label, who in columns]],
        ruled=False,
    )
    _known(paper, person)
    if boss is not person:
        paper.contacts = [contact for contact in paper.contacts if contact.name != boss.name]
        _known(paper, boss)


def _further(press: Press, paper: Paper, person: Person) -> None:
    press.para(
        f"For further information on this report please contact {person.name}, {person.role}, "
        f"on {person.phone} or e-mail {person.email}."
    )
    _known(paper, person)


def _end_card(press: Press, paper: Paper, person: Person) -> None:
    press.need(90)
    press.para(f"{person.name}\n{person.role}\n{person.phone}\n{person.email}")
    _known(paper, person)


def _table(press: Press, paper: Paper, person: Person) -> None:
    heads = ("Contact officer", "Job title", "Telephone", "Email")
    values = (person.name, person.role, person.phone, person.email)
    wide = [max(press.measure(words, press.look.size, True) for words in pair) + 22 for pair in zip(heads, values, strict=True)]
    wide[1] = 0.0
    if press.width - sum(wide) < 80:
        _officer_lines(press, paper, person)
        return
    press.need(60)
    press.table(wide, [[Cell(words, bold=True) for words in heads], [Cell(words) for words in values]])
    _known(paper, person)


def _trail(press: Press, paper: Paper, person: Person) -> None:
    rows = (
        ("Lead Officer", f"{person.name}, {person.role}"),
        ("Report Author", f"{person.name}, {person.role}"),
        ("Version", "Final"),
        ("Dated", "1 March 2031"),
        ("Key Decision?", "No"),
    )
    press.table(
        (130, 0), [[Cell("AUDIT TRAIL", bold=True), Cell("")], *([Cell(label, bold=True), Cell(words)] for label, words in rows)]
    )
    _known(paper, person, email=False, phone=False)


def _heading_card(press: Press, paper: Paper, person: Person) -> None:
    press.need(100)
    press.para(f"{person.name}, {person.role}\n{person.phone}\n{person.email}")
    _known(paper, person)


CARDS: dict[str, Callable[[Press, Paper, Person], None]] = {
    "officer-line": _officer_line,
    "officer-dash": _officer_dash,
    "officer-lines": _officer_lines,
    "author-fields": _author_fields,
    "two-columns": _two_columns,
    "further": _further,
    "end-card": _end_card,
    "table": _table,
    "trail": _trail,
    "heading-card": _heading_card,
}
