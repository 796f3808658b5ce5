"""The words of an answer to a recommendation: what they say of it, told from how the answer begins."""

from __future__ import annotations

from msgspec import Struct

from agendapack import rules
from agendapack.prepared import pattern
from agendapack.records import ResponseStatus

STATUSES: dict[str, ResponseStatus] = {
    "answer.none": "none",
    "answer.partially_accepted": "partially_accepted",
    "answer.rejected": "rejected",
    "answer.already_actioned": "already_actioned",
    "answer.accepted": "accepted",
}
"""What each meaning of a rule says, in the order in which they are tried: "Agreed in part" is not agreed, "Not yet agreed" is no
answer."""

WORD = pattern(r"\w")


class Answer(Struct, frozen=True):
    """An answer: its status, the words that say so as printed (None where none do), and what is said beside them."""

    status: ResponseStatus
    words: str | None = None
    rest: str = ""


def answer_in(text: str) -> Answer | None:
    """The answer with which a text begins; None where it begins with none of the words for one.

    "Agreed. Work begins." has the rest "Work begins."; in "Agreed to in the spring" the word is part of the sentence, and the
    rest is the whole of it. What only a blank form prints ("Accepted / Rejected") is an answer without words.
    """
    phrases, text = rules.load("respond"), text.strip()
    if not text:
        return None
    if phrases.first("answer.blank", text):
        return Answer("none")
    for means, status in STATUSES.items():
        if hit := phrases.first(means, text):
            words, rest = hit.match.group().strip(), text[hit.match.end() :]
            sentence = rest[:1].isspace() and rest.strip()[:1].islower()
            return Answer(status, words, text if sentence else rest.lstrip(" .,:;–—-"))
    return None


def answer_opens(text: str) -> bool:
    """Whether a text is only the first row of an answer that a narrow column breaks ("Not", below it "agreed")."""
    return rules.load("respond").first("answer.opening", text) is not None


def worded(text: str) -> str:
    """The text, or nothing where it is only what a blank form prints."""
    return text if has_words(text) and not rules.load("respond").first("answer.blank", text.strip()) else ""


def has_words(text: str) -> bool:
    """Whether there is a letter or a figure in it."""
    return WORD.search(text) is not None
