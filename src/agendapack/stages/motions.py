"""Motions and amendments: who proposes and who seconds them, as an agenda or a paper prints it before the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import Mover
from agendapack.rules import Hit, InForce, load
from agendapack.stages import cards, people
from agendapack.stages.forms import Field, read_form

_RULES = InForce("motions")
_MOTIONS = frozenset({"motion", "budget_amendment"})
_PLURAL = pattern(r"(?:councillors|cllrs)\.? ", re.IGNORECASE)
_SEVERAL = pattern(r",? and |, | & ")
_AFTER_NAME = pattern(r"[,(–-]")
_ROWS = 3
"""Rows over which a sentence with both names may run."""
_FORM = 6
"""Rows of a form from the proposer's to the seconder's at most."""
_NARROWEST = 400.0
"""Right edge, in points, of the narrowest text that fills its line."""
_TOP = 8
"""Rows at the top of a paper among which a heading says that it is a motion."""
_HEADING = 8
"""Words of a heading that is set like the text at most."""
_SAME = 4
"""Rows within which the same motion may be said once more to be somebody's."""
_BELOW = 40
"""Rows of a motion's text between its proposer and its seconder."""
_LONGEST_NAME = 4
"""Words of a name behind a title."""
_ABOVE = 4
"""Rows above the names among which the heading of their motion stands."""


class _Found(Struct, frozen=True):
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
    alone = section.kind in _MOTIONS or _heads_motion(section)
    if section.where == "paper" and not alone:
        return ()
    found: list[tuple[Mover, int]] = []
    at = 0
    while at < len(section.lines):
        here = _at(section, at, alone=alone)
        if here is not None:
            _add(found, _mover(section, at, here), at)
        elif found and at - found[-1][1] <= _BELOW:
            _second(found, section.lines[at])
        at += here.used if here else 1
    return tuple(mover for mover, _ in found)


def _heads_motion(section: Section) -> bool:
    """Whether the title, or a heading near the top, says that it is a motion or an amendment."""
    top = section.lines[:_TOP] if section.where == "paper" else ()
    return any(_RULES.first("motion", text) for text in (section.title, *(line.text for line in top if _is_heading(line))))


def _is_heading(line: Line) -> bool:
    """Whether a line near the top is set as a heading, or short enough for one."""
    short = len(line.text.split()) <= _HEADING and not line.text.endswith((".", ",", ";", ":"))
    return line.bold or line.text.isupper() or short


def _add(found: list[tuple[Mover, int]], mover: Mover, at: int) -> None:
    """Keeps a mover, unless the lines before have already told the same of the same motion: in full, or without the seconder."""
    if found and at - found[-1][1] <= _SAME and _same_person(found[-1][0].proposer, mover.proposer):
        fuller = found[-1][0] if found[-1][0].seconder or not mover.seconder else mover
        found[-1] = (fuller, at)
    else:
        found.append((mover, at))


def _second(found: list[tuple[Mover, int]], line: Line) -> None:
    """Takes the seconder from a line of his own below the motion, where its proposer stands above it without one."""
    mover, at = found[-1]
    hit = _RULES.first("seconder", line.text) if mover.seconder is None else None
    if hit and (name := _names(line.text[hit.match.end() :])):
        seen = (*mover.evidence, *evidence((line,), hit.rule))
        found[-1] = (mover.model_copy(update={"seconder": name, "evidence": seen}), at)


def _same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's, once perhaps by the surname alone."""
    a, b = (one or "").casefold().split(), (other or "").casefold().split()
    return bool(a and b) and a[-min(len(a), len(b)) :] == b[-min(len(a), len(b)) :]


def _at(section: Section, at: int, *, alone: bool) -> _Found | None:
    """Who brings a motion by the words that begin on a line."""
    lines = section.lines
    if not alone:
        return _pair(lines, at)
    found = _form(lines, at) or _pair(lines, at) or _separate(lines, at) or _single("single", lines, at)
    return found or (_single("titled", lines, at) if section.where == "agenda" and section.kind == "motion" else None)


def _pair(lines: Sequence[Line], at: int) -> _Found | None:
    """Both in one sentence, which may wrap."""
    for rows, hit in _matches("pair", lines, at):
        proposer, seconder = _names(hit["proposer"]), _names(hit["seconder"])
        if proposer and seconder and not _RULES.first("history", join(rows)):
            return _Found(proposer, seconder, tuple(rows), hit.rule, len(rows), rows[0].text[: hit.match.start()])
    return None


def _matches(means: str, lines: Sequence[Line], at: int) -> Iterator[tuple[Sequence[Line], Hit]]:
    """What matches from a row on: over as few rows as hold it, then what reaches the end of a full row and may go on below it."""
    open_ended = []
    for count in range(1, _ROWS + 1):
        rows = lines[at : at + count]
        text = join(rows)
        for hit in _RULES.all(means, text):
            if hit.match.start() >= len(rows[0].text):
                continue
            if hit.match.end() == len(text) and _wraps(lines, at + count - 1):
                open_ended.append((rows, hit))
            else:
                yield _holding(rows, hit), hit
    yield from reversed(open_ended)


def _holding(rows: Sequence[Line], hit: Hit) -> Sequence[Line]:
    """The rows as far as a match reaches."""
    return next(rows[:count] for count in range(1, len(rows) + 1) if len(join(rows[:count])) >= hit.match.end())


def _wraps(lines: Sequence[Line], at: int) -> bool:
    """Whether the first word of the next row had no room left on this one."""
    above, below = lines[at : at + 2] if at + 1 < len(lines) else (None, None)
    if above is None or below is None or above.sheet != below.sheet or above.bold != below.bold:
        return False
    letter = (above.box.x1 - above.box.x0) / max(1, len(above.text))
    edge = max(cards.right_edge(lines, above.sheet), _NARROWEST)
    return edge - above.box.x1 <= letter * (len(below.text.split()[0]) + 3)


def _form(lines: Sequence[Line], at: int) -> _Found | None:
    """The two fields of a form, beside or beneath each other."""
    fields = read_form(lines[at : at + _FORM], _RULES)
    proposer = next(((name, field) for field in fields if field.name == "proposer" and (name := _value(field))), None)
    seconder = next(((name, field) for field in fields if field.name == "seconder" and (name := _value(field))), None)
    if proposer is None:
        return None
    named = [field for _, field in (each for each in (proposer, seconder) if each)]
    seen = [line for field in named for line in (field.label, *(v for v in field.value[:1] if v.box != field.label.box))]
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


def _single(means: str, lines: Sequence[Line], at: int) -> _Found | None:
    """The proposer alone, in a sentence or a heading that may wrap."""
    for rows, hit in _matches(means, lines, at):
        below = hit.match.start("proposer") > len(lines[at].text) and (means == "titled" or not _wraps(lines, at))
        if not below and (proposer := _names(hit["proposer"])):
            head = rows[0].text[: hit.match.start("proposer")]
            return _Found(proposer, None, tuple(rows), hit.rule, len(rows), head)
    return None


def _names(text: str | None) -> str | None:
    """The persons of a text, joined with "; ", or an office that stands for one; None where it names nobody."""
    plain = (text or "").strip(" .,;:–-")
    names = [_name(piece) for piece in _persons(plain)]
    if names and all(names):
        return "; ".join(name for name in names if name)
    return plain if plain[:1].isupper() and people.is_role(plain) and len(plain.split()) <= 8 else None


def _persons(text: str) -> list[str]:
    """A text divided into one piece for each person: "Councillors Doe and Roe", "Mr A Doe, Ms B Roe and Mrs C Poe"."""
    titles = load("people")
    if plural := _PLURAL.match(text):
        pieces = _SEVERAL.split(text[plural.end() :])
        return [piece if titles.first("title", piece) else f"Councillor {piece}" for piece in pieces]
    pieces = _SEVERAL.split(text)
    return pieces if all(titles.first("title", piece) for piece in pieces) else list(people.pieces(text))


def _name(piece: str) -> str | None:
    """The name of a person; behind a title any few words with capitals are one."""
    if one := people.person(piece):
        return one.name
    titles = load("people")
    title = titles.first("title", piece)
    rest = _AFTER_NAME.split(piece[title.match.end() :])[0].strip() if title else ""
    words = rest.split()
    if not 0 < len(words) <= _LONGEST_NAME or any(titles.first("title", word) for word in words[1:]):
        return None
    return rest if all(word[0].isupper() for word in words) else None


def _mover(section: Section, at: int, found: _Found) -> Mover:
    head = found.head.rstrip(" (–-:,")
    heading = head if _RULES.first("heading", head) and not _names_item(section, head) else _heading(section, at)
    return Mover(motion=heading, proposer=found.proposer, seconder=found.seconder, evidence=evidence(found.lines, found.rule))


def _heading(section: Section, at: int) -> str | None:
    """The heading above the names, where it is another one than that of the whole."""
    above = (line.text for line in reversed(section.lines[max(0, at - _ABOVE) : at]))
    return next((text for text in above if _RULES.first("heading", text) and not _names_item(section, text)), None)


def _names_item(section: Section, text: str) -> bool:
    """Whether a line is the beginning of the business itself, and no heading of one motion in it."""
    first = section.lines[0].text if section.lines else ""
    return bool(section.title) and (section.title in text or (section.title in first and first.startswith(text)))
