"""Motions and amendments: who proposes and who seconds them, as an agenda or a paper prints it before the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Mover
from agendapack.rules import InForce
from agendapack.stages import people
from agendapack.stages.forms import Field, read_form

_RULES = InForce("motions")
_MOTIONS = frozenset({"motion", "budget_amendment"})
_ROWS = 3
"""Rows over which a sentence with both names may run."""
_FORM = 6
"""Rows of a form from the proposer's to the seconder's at most."""
_ABOVE = 4
"""Rows above the names among which the heading of their motion stands."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Who brings a motion, the lines that say so, and the rule."""

    proposer: str | None
    seconder: str | None
    lines: tuple[Line, ...]
    rule: str
    used: int
    """Rows from the first of the lines to the last."""
    head: str = ""
    """The text of the first line before the names."""


def movers(section: Section) -> tuple[Mover, ...]:
    """Whoever proposes and seconds the motions of a section, in reading order.

    Both names in one sentence are believed in any paper; a proposer alone only where the business is a motion or an amendment.
    Minutes tell who moved what at a meeting that is over, and give none.
    """
    if section.where not in ("agenda", "paper") or section.kind == "minutes":
        return ()
    alone = section.kind in _MOTIONS or _RULES.first("motion", section.title) is not None
    if section.where == "paper" and not alone:
        return ()
    found: list[Mover] = []
    at = 0
    while at < len(section.lines):
        here = _at(section.lines, at, alone=alone)
        if here is not None:
            found.append(_mover(section, at, here))
        at += here.used if here else 1
    return tuple(dict.fromkeys(found))


def _at(lines: Sequence[Line], at: int, *, alone: bool) -> _Found | None:
    """Who brings a motion by the words that begin on a line."""
    if not alone:
        return _pair(lines, at)
    return _form(lines, at) or _pair(lines, at) or _separate(lines, at) or _single(lines, at)


def _pair(lines: Sequence[Line], at: int) -> _Found | None:
    """Both in one sentence, which may wrap."""
    first = lines[at].text
    if not any(word in " ".join(line.text for line in lines[at : at + _ROWS]).lower() for word in ("second", "support")):
        return None
    rows = lines[at : at + _ROWS]
    text = join(rows)
    for hit in _RULES.all("pair", text):
        if hit.match.start() >= len(first):
            continue
        proposer, seconder = _names(hit["proposer"]), _names(hit["seconder"])
        if proposer and seconder:
            count = next(n for n in range(1, len(rows) + 1) if len(join(rows[:n])) >= hit.match.end() or n == len(rows))
            return _Found(proposer, seconder, tuple(rows[:count]), hit.rule, count, first[: hit.match.start()])
    return None


def _form(lines: Sequence[Line], at: int) -> _Found | None:
    """The two fields of a form, beside or beneath each other."""
    fields = read_form(lines[at : at + _FORM], _RULES)
    proposer = next(((name, field) for field in fields if field.name == "proposer" and (name := _value(field))), None)
    seconder = next(((name, field) for field in fields if field.name == "seconder" and (name := _value(field))), None)
    if proposer is None:
        return None
    seen = [line for _, field in (each for each in (proposer, seconder) if each) for line in (field.label, *field.value[:1])]
    last = seen[-1]
    used = next((n for n, line in enumerate(lines[at : at + _FORM], 1) if line.box.bottom >= last.box.bottom), 1)
    return _Found(proposer[0], seconder[0] if seconder else None, tuple(dict.fromkeys(seen)), "motions.proposer", used)


def _value(field: Field) -> str | None:
    return _names(field.value[0].text) if field.value else None


def _separate(lines: Sequence[Line], at: int) -> _Found | None:
    """The proposer on a line of his own, the seconder on the next."""
    hit = _RULES.first("proposer", lines[at].text)
    proposer = _names(lines[at].text[hit.match.end() :]) if hit else None
    if hit is None or proposer is None:
        return None
    below = lines[at + 1 : at + 2]
    second = _RULES.first("seconder", below[0].text) if below else None
    seconder = _names(below[0].text[second.match.end() :]) if second else None
    seen = (lines[at], *below) if seconder else (lines[at],)
    return _Found(proposer, seconder, seen, hit.rule, len(seen))


def _single(lines: Sequence[Line], at: int) -> _Found | None:
    hit = _RULES.first("single", lines[at].text)
    proposer = _names(hit["proposer"] or "") if hit else None
    if hit is None or proposer is None:
        return None
    return _Found(proposer, None, (lines[at],), hit.rule, 1, lines[at].text[: hit.match.start("proposer")])


def _names(text: str | None) -> str | None:
    """The persons of a text, joined with "; ", or an office that stands for one; None where it names nobody."""
    if not text:
        return None
    pieces = people.pieces(text.strip(" .,;:"))
    named = [people.person(piece) for piece in pieces]
    if named and all(named):
        return "; ".join(one.name for one in named if one)
    plain = text.strip(" .,;:")
    return plain if people.is_role(plain) and len(plain.split()) <= 8 else None


def _mover(section: Section, at: int, found: _Found) -> Mover:
    head = found.head.strip(" (–-:,")
    heading = head if _RULES.first("heading", head) else _heading(section, at)
    return Mover(motion=heading, proposer=found.proposer, seconder=found.seconder, evidence=evidence(found.lines, found.rule))


def _heading(section: Section, at: int) -> str | None:
    """The heading above the names, where it is another one than the title of the whole."""
    for line in reversed(section.lines[max(0, at - _ABOVE) : at]):
        if _RULES.first("heading", line.text) and line.text != section.title:
            return line.text
    return None
