"""What the words of a decision say: where a stem ends and the decision begins, who decided, and with what outcome."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from agendapack.records import Outcome
from agendapack.rules import Hit, Rules, load
from agendapack.stages.recommend_words import bare, first_sentence, named_body

EDGES = " .:;,–—-"
"""What may stand between a title, a stem and what follows them."""
_LEAD = 400
"""Characters of the longest words that lead up to a stem within its sentence: a motion with its mover and seconder."""
_OUTCOMES: tuple[tuple[str, Outcome], ...] = (
    ("outcome.lost", "lost"),
    ("outcome.refused", "refused"),
    ("outcome.deferred", "deferred"),
    ("outcome.withdrawn", "withdrawn"),
    ("outcome.referred", "referred"),
    ("outcome.appointed", "appointed"),
    ("outcome.noted", "noted"),
    ("outcome.agreed", "agreed"),
)


def rules() -> Rules:
    """The phrases of this stage."""
    return load("decide")


class Stem(Struct, frozen=True):
    """What makes a sentence a decision. `end` is where in the sentence the decision's own text begins.

    `whole` tells that the text is a sentence of its own ("The report was noted"), so that no list follows it; `vote`, that it
    says only how a vote ended.
    """

    rule: str
    end: int
    decided_by: str | None = None
    outcome: Outcome | None = None
    whole: bool = False
    vote: bool = False


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    start = 0
    while start < len(text):
        end = start + first_sentence(text[start:])
        yield start, end
        start = end + len(text[end:]) - len(text[end:].lstrip())


def stem_of(sentence: str, *, persons: bool = False, set_off: bool = False, abroad: bool = False) -> Stem | None:
    """What makes a sentence a decision; None where it is none.

    `persons`: single persons decide here as well as bodies. `set_off`: capitals set resolutions off from the debate, so that what
    members agreed in small letters is part of it. `abroad`: it stands in a list of what another authority decided.
    """
    found = _stem_of(sentence, persons=persons)
    if found is None or (abroad and _is_theirs(found, sentence)):
        return None
    debate = set_off and found.decided_by is not None and rules().first("members", found.decided_by)
    return None if debate and not rules().first("set-off", sentence) else found


def _is_theirs(stem: Stem, sentence: str) -> bool:
    """Whether a decision in a list of another authority's is one of them: the meeting itself notes, or is named, or resolves."""
    if stem.decided_by is not None:
        return rules().first("other", stem.decided_by) is not None
    return stem.whole and outcome_of(sentence) != "noted"


def _stem_of(sentence: str, *, persons: bool) -> Stem | None:
    if hit := rules().first("resolved", sentence):
        passed_on: Outcome | None = "referred" if outcome_of(hit.match.group()) == "referred" else None
        return None if _opinion(hit, sentence) else Stem(hit.rule, hit.match.end(), bare(hit["who"]), passed_on)
    if (hit := rules().first("formal", sentence[:_LEAD])) is not None:
        return Stem(hit.rule, hit.match.end(), bare(hit["who"]))
    if (hit := rules().first("active", sentence)) is not None and _decides(hit, persons=persons) and not _opinion(hit, sentence):
        return Stem(hit.rule, hit.match.end(), bare(hit["who"]))
    if (hit := rules().first("impersonal", sentence[:_LEAD])) is not None:
        lead = sentence[: hit.match.start() + (not hit.match.group()[0].isalpha())]
        return None if _told(lead) or _opinion(hit, sentence) else Stem(hit.rule, hit.match.end())
    if (hit := rules().first("actions", sentence)) is not None and (not hit["who"] or _decides(hit, persons=persons)):
        return Stem(hit.rule, hit.match.end(), bare(hit["who"]), "action")
    return _told_of(sentence, persons=persons)


def _told_of(sentence: str, *, persons: bool) -> Stem | None:
    """A decision that is told in a sentence of its own."""
    if (hit := rules().first("did", sentence)) is not None and _decides(hit, persons=persons):
        what = sentence[hit.match.start("verb") :]
        abroad = rules().first("other", hit["who"] or "") and rules().first("of-an-application", what)
        thanks = rules().first("courtesy", what)
        return None if abroad or thanks else Stem(hit.rule, hit.match.start("verb"), bare(hit["who"]), whole=True)
    if rules().first("elsewhere", sentence) or rules().first("courtesy", sentence):
        return None
    if hit := rules().first("statement", sentence):
        return Stem(hit.rule, 0, whole=True)
    if (hit := rules().first("vote", sentence)) is not None and not _told(sentence[: hit.match.start("verb")]):
        return Stem(hit.rule, 0, outcome=outcome_of(sentence) or "agreed", whole=True, vote=True)
    if hit := rules().first("moved", sentence):
        return Stem(hit.rule, 0, whole=True)
    return None


def motion_in(sentence: str) -> Hit | None:
    """How a sentence moves something that may then be carried: up to what is moved, or the whole of it."""
    return None if rules().first("courtesy", sentence) else rules().first("moving", sentence) or rules().first("motion", sentence)


def _decides(hit: Hit, *, persons: bool) -> bool:
    who = (hit["who"] or "").strip()
    if rules().first("foreign", who):
        return False
    return rules().first("decider", who) is not None or (persons and rules().first("person", who) is not None)


def _told(lead: str) -> bool:
    return rules().first("told", lead) is not None


def _opinion(hit: Hit, sentence: str) -> bool:
    """Whether what was agreed is how things are, not what is to be done."""
    verb = hit["verb"] or ""
    return verb == "agreed" and rules().first("view", sentence[hit.match.end() :]) is not None


def decided_in(text: str) -> tuple[str, int] | None:
    """The body that a resolution names as its own ("that Cabinet note"), and where its verb starts in the text."""
    for lead in ("", "that "):
        named = named_body(lead + text)
        if named is not None and is_decider(named[0]):
            return named[0], named[1] - len(lead)
    return None


def is_decider(who: str) -> bool:
    """Whether a phrase names a body that decides."""
    return rules().first("decider", who) is not None


def outcome_of(text: str) -> Outcome | None:
    """The outcome that the first verb of a decision tells; None where none is known."""
    found = [(hit.match.start(), outcome) for means, outcome in _OUTCOMES if (hit := rules().first(means, text))]
    return min(found, key=lambda each: each[0])[1] if found else None
