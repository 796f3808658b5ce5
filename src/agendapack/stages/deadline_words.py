"""The words of a deadline: what is due, from whom, and by which law."""

from __future__ import annotations

from typing import Literal

from agendapack.candidates import candidates_of
from agendapack.layout import Section
from agendapack.prepared import pattern
from agendapack.records import Nation
from agendapack.rules import Hit, InForce, load
from agendapack.stages.recommend_words import bare, is_body, is_office

Due = Literal["response", "consideration", "reconsideration", "call-in", "report"]

DUE: dict[Due, str] = {
    "response": "due.response",
    "reconsideration": "due.reconsideration",
    "call-in": "due.call-in",
    "consideration": "due.consideration",
}
"""What can be due by any sentence of a paper, with the words for it; a report only by a recommendation or a motion."""

RULES = InForce("deadlines")
_NATIONS: dict[Nation, str] = {"England": "nation.England", "Wales": "nation.Wales"}
_CONJUNCTION = pattern(r"^(?:and|or|but)\b ?")
_AND = pattern(r",? and (?:the )?")


def places(section: Section, *means: str) -> list[int]:
    """The places of the lines that a phrase of some meanings may match."""
    return sorted(candidates_of(section, load(RULES.stage), means))


def due(text: str) -> tuple[Due, Hit] | None:
    """What a text says is due."""
    return next(((what, hit) for what, means in DUE.items() if (hit := RULES.first(means, text))), None)


def who(text: str, hit: Hit) -> str | None:
    """Whoever is asked: the subject of the verb, else whoever the law or the sentence names for it."""
    verb = next((hit.match.start(group) for group in ("modal", "act") if hit[group]), hit.match.start())
    prefix = _without_statutes(text[:verb])
    while asked := RULES.first("asked", prefix):
        prefix = prefix[: asked.match.start()]
    starts = [0, *(found.match.end() for found in RULES.matches("boundary", prefix))]
    pieces = [prefix[start:].strip(" ,") for start in reversed(starts)]
    for piece in (*pieces, *(piece.rpartition(" the ")[2] for piece in pieces if " the " in piece)):
        named = bare(_CONJUNCTION.sub("", piece))
        if named and RULES.first("who", named) and (is_body(named) or is_office(named)) and not RULES.first("scrutiny", named):
            return named
    addressee = RULES.first("addressee", text)
    return addressee["who"] if addressee else None


def _without_statutes(text: str) -> str:
    """A text in which a comma stands for each provision that it names: no provision is asked for anything."""
    while found := RULES.first("statute", text):
        text = f"{text[: found.match.start()]}, {text[found.match.end() :]}"
    return text


def statute(text: str) -> str | None:
    """The provisions that a text names, from the first to the last of them where they follow each other."""
    first = RULES.first("statute", text)
    if first is None:
        return None
    start, end = first.match.span()
    while (joined := _AND.match(text, end)) and (more := RULES.first("statute", text[joined.end() :])) and not more.match.start():
        end = joined.end() + more.match.end()
    return text[start:end]


def nation(provision: str | None, council: Nation | None) -> Nation | None:
    """Where a provision holds, unless the council itself lies elsewhere."""
    for each, means in _NATIONS.items():
        if provision and RULES.first(means, provision):
            return each if council in (None, each) else None
    return None
