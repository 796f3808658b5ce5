"""Advisers in brackets: who gave the financial or legal comments that they close ("... of 1964. (Jane Doe, Solicitor)")."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack import rules
from agendapack.candidates import candidates
from agendapack.layout import Section, join
from agendapack.prepared import pattern
from agendapack.stages import people
from agendapack.stages.cards import Person

_BRACKET = pattern(r"(?:^|[.;:]\s*)\((?P<who>[^()]{5,120}(?:\([^()]{1,30}\))?)\)\.?$")
_ROWS = 40
"""Rows of comments above their adviser's name at the most."""


def advisers(section: Section) -> Iterator[tuple[Person, str]]:
    """Whoever is named in brackets at the end of comments of an office, with the rule of their heading."""
    texts = [line.text for line in section.lines]
    for at in sorted(candidates(rules.load("contacts"), ("advice-heading",), texts)):
        hit = rules.load("contacts").first("advice-heading", texts[at])
        if hit is None:
            continue
        for number, line in enumerate(section.lines[at + 1 : at + 1 + _ROWS], at + 1):
            if line.bold or rules.load("contacts").first("advice-heading", line.text):
                break
            open_end = line.text.count("(") > line.text.count(")")
            lines = section.lines[number : number + (2 if open_end else 1)]
            found = _BRACKET.search(join(lines))
            named = people.person(found["who"]) if found else None
            if named is not None and (named.role is None or people.is_role(named.role)):
                rows = list(range(number, number + len(lines)))
                yield Person(name=named.name, role=named.role, lines=list(lines), rows=rows), hit.rule
