"""What the words of a recommendation say: who is addressed, whether a text reads like one, and its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.rules import Rules, load

_SENTENCE_END = pattern(
    r"(?<=[\w)\]%’'”\"])[.?!][)\]’”\"']?"
    r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|(?<=[a-z]{2}[.?!])\d{1,2})?"  # the mark of a footnote
    r"(?=\s+(?:[A-Z]|\d{2,4}/\d{3,6}/[A-Z]))"  # the number of the next application, which opens what is said of it
)
_BEFORE_WHO = pattern(
    r"^(?:(?:for|in|having|given|subject|following|after|on the)\b[^,]{3,80}, )?(?:(?:the|this|your) )?", re.IGNORECASE
)
"""What stands before the name of whoever is asked."""
_ENDINGS = (("ies", "y"), ("ing", "e"), ("s", ""), ("d", ""), ("es", ""), ("ed", ""))
"""What the third person, the participles and the gerund put in place of the end of the verb."""
_ABBREVIATED = 12
"""Characters before a stop in which a shortened word shows: the longest has six."""
_TOP, _FIRST = 30, 6
"""Lines at the top of a paper that say what it is, and those among them with its name."""
MOST_OF_A_NAME = 140
"""Characters of the longest addressee that is believed: a Cabinet Member's title with several portfolios."""


def rules() -> Rules:
    """The phrases of this stage."""
    return load("recommend")


def is_body(who: str | None) -> bool:
    """Whether a phrase names whoever can be asked for a decision."""
    return who is not None and len(who) <= MOST_OF_A_NAME and rules().first("body", who.strip(" ,")) is not None


def is_office(who: str) -> bool:
    """Whether a phrase names an officer: asked to act, but never the one who decides."""
    return rules().first("office", who) is not None


def bare(who: str | None) -> str | None:
    """The addressee without its article and without a clause that leads up to it ("For the reasons given, the Mayor")."""
    return _BEFORE_WHO.sub("", who.strip(" ,:–—-")) if who else None


def is_stem(text: str) -> bool:
    """Whether a text begins by asking a body for a decision."""
    return any(is_body(hit["who"]) for hit in rules().all("stem", text))


def named_body(text: str) -> tuple[str, int] | None:
    """The body that a text names as the one to decide ("That the Cabinet approves"), and where its verb starts."""
    for hit in rules().all("that", text):
        who = bare(hit["who"])
        if who is not None and is_body(who) and not is_office(who) and not _is_told(who, text[hit.match.end() :]):
            end = hit.match.end()
            resolves = rules().first("resolves", text[end:])
            return who, end + resolves.match.end() if resolves else end
    return None


def _is_told(who: str, said: str) -> bool:
    """Whether one member is told to do something ("That the Portfolio Holder consider"), and does not decide himself."""
    verb_ = re.match(r"\s*(?:formally |hereby |also |further |therefore )?([a-z]+)\b", said)
    return rules().first("member", who) is not None and verb_ is not None and not verb_[1].endswith("s")


def decides(text: str) -> bool:
    """Whether a text begins with the words of a decision."""
    return rules().first("decide", text) is not None or named_body(text) is not None


def reads_like(text: str) -> bool:
    """Whether a text begins like a recommendation of any kind."""
    return decides(text) or rules().first("act", text) is not None


def verb(text: str) -> str | None:
    """The verb that a text starts with, or what its subject is to be ("be noted"), in the form of the dictionary."""
    for means in ("decide", "act"):
        for hit in rules().all(means, text):
            if (found := hit["verb"]) is not None:
                return _infinitive(found.lower())
    return None


def _infinitive(form: str) -> str:
    for ending, plain in _ENDINGS:
        if form.endswith(ending):
            bare_form = form.removesuffix(ending) + plain
            if any(hit["verb"] == bare_form for means in ("decide", "act") for hit in rules().all(means, bare_form)):
                return bare_form
    return form


def tells_of_decisions(lines: Sequence[Line], *, taken: bool = False) -> bool:
    """Whether a paper's first lines say that it records decisions already taken, or minutes; where that is known (`taken`), only
    that they do not call them still to be taken."""
    top = [line.text for line in lines[:_TOP]]
    return not is_pending(top) and (taken or any(rules().first("taken", text) for text in top[:_FIRST]))


def is_pending(top: Sequence[str]) -> bool:
    """Whether a paper's first lines say that it is the form of a decision still to be taken."""
    return any(rules().first("pending", text) for text in top)


def first_sentence(text: str) -> int:
    """The length of the first sentence."""
    for found in _SENTENCE_END.finditer(text):
        if not rules().first("abbreviation", text[max(0, found.start() - _ABBREVIATED) : found.start()]):
            return found.end()
    return len(text)
