"""Advisers in brackets: who gave the financial or legal comments that they close ("... of 1964. (Jane Doe, Solicitor)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from agendapack import rules
from agendapack.candidates import candidates
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.stages import cards, people
from agendapack.stages.cards import Person, Row

_BRACKET = pattern(r"(?:^|[.;:]\s*)[(\[](?P<who>[^()\[\]]{5,160}(?:\([^()]{1,60}\)[^()\[\]]{0,60})?)[)\]]\.?$")
_LINES = 4
"""Lines over which what stands in brackets runs at most."""
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
            lines = _closed(section.lines[number : number + _LINES])
            found = _BRACKET.search(join(lines))
            if found and (person := _person(found["who"], lines, number)) is not None:
                yield person, hit.rule


def _closed(lines: Sequence[Line]) -> Sequence[Line]:
    """The first of some lines, with those after it down to the one in which its brackets close."""
    if "(" not in lines[0].text and "[" not in lines[0].text:
        return lines[:1]
    text = ""
    for n, line in enumerate(lines, 1):
        text += line.text
        if text.count("(") <= text.count(")") and text.count("[") <= text.count("]"):
            return lines[:n]
    return lines[:1]


def _person(who: str, lines: Sequence[Line], at: int) -> Person | None:
    """The one person of whom the words in brackets tell, with job title, telephone and address; None where they tell of none."""
    led = rules.load("contacts").first("given-by", who)
    told = replace(lines[0], text=who[led.match.end() :] if led else who, spans=())
    found = cards.read(cards.strands([Row(at, told)], told.box.x1))
    if len(found) != 1 or found[0].name is None or not (found[0].role is None or people.is_role(found[0].role)):
        return None
    found[0].lines, found[0].rows = list(lines), list(range(at, at + len(lines)))
    return found[0]
