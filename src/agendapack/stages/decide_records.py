"""From the lines of a decision to its record: what is left out of its text, its limbs, who moved it, who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack.evidence import evidence
from agendapack.layout import Line, join
from agendapack.records import Decision
from agendapack.stages.decide_margin import Entry
from agendapack.stages.decide_people import Owner, movers, owner_of
from agendapack.stages.decide_words import Stem, decided_in, outcome_of, rules
from agendapack.stages.recommend_list import Limb
from agendapack.stages.recommend_rows import Passage
from agendapack.stages.recommend_words import bare

_CLOSE = 8
"""Type sizes beneath a title within which what was decided begins."""
_LONG = 40
"""Characters from which a text that stands twice in a minute is the same decision printed twice."""


class Draft(Struct):
    """A decision while its minute is read: the row at which it stands, its lines, and whether it only tells of a vote."""

    record: Decision
    at: int
    places: Sequence[Line]
    vote: bool = False

    def moved_in(self, text: str) -> None:
        """Take who moved it from a text, as far as it says so and it is not known yet."""
        self.record = _moved(self.record, text)

    def led_up_to_by(self, text: str) -> None:
        """Take from the words before it who moved it, or who decides, where they say only that; whoever moved an amendment has
        moved nothing else."""
        if rules().first("amends", text) and not rules().first("amends", self.record.text):
            return
        if rules().first("aside", text) or rules().first("motion", text):
            self.moved_in(text)
        who = bare(text)
        if self.record.decided_by is None and who and rules().first("decider", who):
            self.record = self.record.model_copy(update={"decided_by": who})

    def resolves(self, vote: Draft) -> None:
        """Take who moved it from the vote that carried it."""
        mine, theirs = self.record, vote.record
        update = {"proposer": mine.proposer or theirs.proposer, "seconder": mine.seconder or theirs.seconder}
        self.record = mine.model_copy(update=update)

    def owned_by(self, owner: str | None) -> None:
        """Take who is to act, where it is not known yet."""
        self.record = self.record.model_copy(update={"owner": self.record.owner or owner})


def drafted(passage: Passage, start: int, end: int, stem: Stem, at: int) -> Draft | None:
    """The decision that stands between two places of a passage; None where there is nothing to decide in it."""
    text = passage.text[start:end]
    if not stem.whole and (named := decided_in(text)) is not None:
        stem = replace(stem, decided_by=named[0])
        start = end - len(text[named[1] :].lstrip(" :–—-"))
    said_whole = passage.between(start, end)
    lines = said_whole if stem.whole else _trimmed(said_whole)
    said = join(lines)
    if not any(letter.isalpha() for letter in said) or rules().first("nothing", said):
        return None
    return Draft(_moved(_record(None, lines, lines, stem), text), at, lines, stem.vote)


def limbs_of(limbs: Sequence[Limb], stem: Stem, at: int) -> list[Draft]:
    """The limbs of a list as decisions, the deeper ones as children of theirs."""
    told = [limb for limb in limbs if not rules().first("nothing", join(limb.lines))]
    return [Draft(record, at, places) for record, places in _tree(told, stem)]


def _tree(limbs: Sequence[Limb], stem: Stem) -> Iterator[tuple[Decision, Sequence[Line]]]:
    """A limb with no text of its own gives its place to its children."""
    at = 0
    while at < len(limbs):
        limb = limbs[at]
        end = at + 1
        while end < len(limbs) and limbs[end].depth > limb.depth:
            end += 1
        below = list(_tree(limbs[at + 1 : end], stem))
        if limb.lines:
            yield _limb(limb, stem, tuple(record for record, _ in below)), limb.places
        else:
            yield from below
        at = end


def _limb(limb: Limb, stem: Stem, children: tuple[Decision, ...]) -> Decision:
    text = join(limb.lines)
    lines = _trimmed(limb.lines)
    if (named := decided_in(text)) is not None and (rest := text[named[1] :].lstrip(" :–—-")):
        stem = replace(stem, decided_by=named[0])
        lines = Passage((), lines).between(len(text) - len(rest), len(text)) or lines
    return _moved(_record(limb.label, lines, limb.places, stem, children), text)


def _record(
    label: str | None, lines: Sequence[Line], places: Sequence[Line], stem: Stem, children: tuple[Decision, ...] = ()
) -> Decision:
    text = join(lines)
    return Decision(
        label=label,
        text=text,
        outcome=stem.outcome or outcome_of(text) or "agreed",
        decided_by=stem.decided_by,
        children=children,
        evidence=evidence(places, stem.rule),
    )


def _trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without what follows a decision in its sentence: who moved it, how the vote went, who is to act."""
    passage = Passage((), lines)
    hit = rules().first("tail", passage.text)
    return passage.between(0, hit.match.start()) if hit is not None and hit.match.start() else lines


def _moved(record: Decision, text: str) -> Decision:
    proposer, seconder = movers(text)
    return record.model_copy(update={"proposer": record.proposer or proposer, "seconder": record.seconder or seconder})


def entered(entries: Sequence[Entry]) -> tuple[list[Owner], list[Draft]]:
    """What stands beside the text in the column for whoever is to act: who acts on what was decided, and things to do."""
    owners, actions = [], []
    for entry in entries:
        owner, told = owner_of(join(entry.lines))
        if told:
            record = _record(None, entry.lines, entry.lines, Stem("decide.margin", 0, outcome="action", whole=True))
            actions.append(Draft(record.model_copy(update={"owner": owner}), 0, entry.lines))
        elif owner:
            owners.append(Owner(owner, entry.lines[0], entry.headed))
    return owners, actions


def as_they_stand(drafts: Sequence[Draft], actions: Sequence[Draft]) -> list[Draft]:
    """The decisions with the things to do, each behind what stands above it or beside it."""
    placed = list(drafts)
    for action in actions:
        place = _place(action)
        placed.insert(next((n for n, draft in enumerate(placed) if _place(draft) > place), len(placed)), action)
    return placed


def _place(draft: Draft) -> tuple[int, float]:
    return draft.places[0].sheet, draft.places[0].box.top


def owned(drafts: Sequence[Draft], owners: Sequence[Owner], *, alone: bool) -> None:
    """Give each decision whoever stands beside it in the column to the right of the text.

    Where one minute stands `alone` and names one owner, higher up or further down, he is the owner of what was decided in it.
    """
    for owner in owners:
        beside = [draft for draft in drafts if _beside(owner, draft)]
        for draft in beside or _beneath(owner, owners, drafts):
            draft.owned_by(owner.text)
    if alone and len({owner.text for owner in owners}) == 1 and not any(draft.record.owner for draft in drafts):
        for draft in drafts:
            draft.owned_by(owners[0].text)


def _beside(owner: Owner, draft: Draft) -> bool:
    """Whether an owner stands beside a decision, or within a line of it where nothing else stands on his row."""
    first, last = draft.places[0], draft.places[-1]
    below = owner.line.box.top - first.box.top
    reach = last.box.bottom - first.box.top + (0.0 if owner.headed else last.size)
    return owner.line.sheet == first.sheet and -first.size <= below <= reach


def _beneath(owner: Owner, owners: Sequence[Owner], drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The first decision close beneath the title beside which an owner stands, and above the next owner, in all its limbs."""
    top, sheet = owner.line.box.top, owner.line.sheet
    after = [other.line.box.top for other in owners if other.line.sheet == sheet and other.line.box.top > top]
    end = min([top + _CLOSE * owner.line.size, *after])
    below = [draft for draft in drafts if draft.places[0].sheet == sheet and top < draft.places[0].box.top < end]
    return [draft for draft in drafts if draft.at == below[0].at] if owner.headed and below else []


def once(records: Sequence[Decision]) -> tuple[Decision, ...]:
    """The records without those that are printed a second time, as a decision and again in the minutes of the debate."""
    seen: set[str] = set()
    kept = []
    for record in records:
        key = _squeezed(record.text + "".join(child.text for child in record.children))
        if len(key) <= _LONG or key not in seen:
            kept.append(record)
        seen.add(key)
    return tuple(kept)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()
