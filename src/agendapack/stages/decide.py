"""Decisions: what a meeting, or somebody in its name, resolved, as its minutes or a notice of decisions tell.

A minute is read once from its title to its end, paragraph by paragraph. A sentence is a decision where a stem says so
("RESOLVED that", "The Committee agreed to"), or where it tells what became of a matter ("The report was noted"). After a stem
that ends its paragraph, or under the heading "Decision", the list or the paragraphs that follow are what was decided. What
members said, heard and held is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Decision, Outcome
from agendapack.stages.decide_people import Owner, movers, owner_of, without_owners
from agendapack.stages.decide_words import Stem, decided_in, outcome_of, rules, sentences, stem_of
from agendapack.stages.recommend_labels import Reading, tail
from agendapack.stages.recommend_list import Limb, read_labelled
from agendapack.stages.recommend_rows import (
    NEAR,
    Passage,
    Row,
    is_heading,
    paragraph,
    rows_of,
    starts_paragraph,
    unfinished,
)
from agendapack.stages.recommend_words import bare, reads_like, tells_of_decisions
from agendapack.stages.recommend_words import rules as recommended

_TITLE_ROWS = 8
"""Rows over which the title of a minute may run."""
_PARAGRAPHS = 12
"""Paragraphs under one heading that may be decisions at most."""
_LONG = 40
"""Characters from which a text that stands twice in a minute is the same decision printed twice."""
_SOON = 25
"""Rows after a vote within which the resolution that it carried is printed, if it is."""
_STEM_ROWS = 4
"""Rows over which a stem runs at most."""
_BESIDE = 60
"""Rows that a decision takes at most in the column beside its heading."""


def decide(section: Section) -> tuple[Decision, ...]:
    """The decisions that a section tells of, in reading order. Only minutes and records of decisions tell of any."""
    paper = section.where == "paper"
    if section.where not in ("minutes", "decisions") and not (
        paper and (section.kind == "minutes" or tells_of_decisions(section.lines))
    ):
        return ()
    lines, owners = without_owners(section.lines)
    rows = _after_title(list(rows_of(lines)), "" if paper else section.title)
    return _Minutes(rows, persons=paper or section.where == "decisions").read(owners)


def _after_title(rows: list[Row], title: str) -> list[Row]:
    """The rows of a minute behind its title, which its text may run on from on the same row."""
    wanted = _squeezed(title)
    if not wanted:
        return rows
    text = ""
    for n, row in enumerate(rows[:_TITLE_ROWS]):
        before, text = text, text + _squeezed(row.text)
        at = text.find(wanted)
        if at < 0:
            continue
        left = at + len(wanted) - len(before)
        offset = next((m + 1 for m in range(len(row.text)) if len(_squeezed(row.text[: m + 1])) == left), len(row.text))
        rest = row.text[offset:]
        offset += len(rest) - len(rest.lstrip(" .:;–—-"))
        if offset >= len(row.text):
            return rows[n + 1 :]
        cut = tail(row.line, offset)
        return [replace(rows_of([cut])[0], right=row.right, fresh=True), *rows[n + 1 :]]
    return rows


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@dataclass(slots=True)
class _Draft:
    """A decision while its minute is read: from which row, and whether it only says how a vote ended."""

    record: Decision
    at: int
    vote: bool = False
    places: Sequence[Line] = ()


class _Minutes:
    """One minute, or a whole paper of minutes, while it is read."""

    def __init__(self, rows: list[Row], *, persons: bool) -> None:
        self.rows = rows
        self.persons = persons
        self.maker: str | None = None
        self.found: list[_Draft] = []

    def read(self, owners: Sequence[Owner]) -> tuple[Decision, ...]:
        at = 0
        while at < len(self.rows):
            at = self._step(at)
        kept = [draft for n, draft in enumerate(self.found) if not (draft.vote and self._resolved_after(n))]
        return _once([_owned(draft, owners) for draft in kept])

    def _resolved_after(self, n: int) -> bool:
        """Whether the resolution that a vote carried is printed after it, so that the vote tells nothing new."""
        vote = self.found[n]
        if vote.record.outcome == "lost":
            return False
        return any(not later.vote and later.at - vote.at <= _SOON for later in self.found[n + 1 : n + 2])

    def _step(self, at: int) -> int:
        """Read what stands at a row; the row to go on with."""
        if not self._starts(at):
            return at + 1
        row = self.rows[at]
        if hit := rules().first("maker", row.text):
            return self._maker(at, hit["who"] or "")
        if (after := self._heading(at)) is not None:
            return after
        if (hit := rules().first("action", row.said or row.text)) is not None:
            return self._action(at)
        return self._paragraph(at)

    def _starts(self, at: int) -> bool:
        """Whether something of its own begins at a row: minutes set paragraphs close, a stem may follow any finished one."""
        row = self.rows[at]
        if row.rest is None:
            return False
        if at == 0 or starts_paragraph(self.rows, at):
            return True
        own = any(rules().first(means, row.text) for means in ("resolved", "heading", "action"))
        return own and not unfinished(self.rows[at - 1].text) and row.text[:1].isupper()

    def _maker(self, at: int, said: str) -> int:
        """Keep who decides, from a form's field: on its row or on the next one."""
        value = said.strip() or (self.rows[at + 1].text if at + 1 < len(self.rows) else "")
        if rules().first("person", value) or rules().first("decider", value):
            self.maker = bare(value)
        return at + 1

    # Headings

    def _heading(self, at: int) -> int | None:
        """Read what stands under or beside the heading of a decision; None where the row is no such heading."""
        row = self.rows[at]
        said = row.rest if row.rest is not None and row.label is not None else row.line
        if hit := rules().first("heading", said.text):
            return self._below(at + 1, Stem(hit.rule, 0, self.maker), headed=True)
        cells = row.line.cells
        if len(cells) > 1 and cells[0].box.x1 < cells[1].box.x0 - NEAR and (hit := rules().first("beside", cells[0].text)):
            self._take_column(at, cells[1].box.x0)
            return self._below(at, Stem(hit.rule, 0, self.maker), headed=True)
        if hit := rules().first("inline", said.text):
            self._put(at, tail(said, hit.match.end()))
            return self._below(at, Stem(hit.rule, 0, self.maker), headed=True)
        return None

    def _take_column(self, at: int, left: float) -> None:
        """Reduce rows to the column beside their heading, down to the next row that begins left of it."""
        column = []
        end = at
        while end < min(len(self.rows), at + _BESIDE):
            line = self.rows[end].line
            if end > at and line.box.x0 < left - NEAR:
                break
            column.append(line.part([span for span in line.spans if span.x0 >= left - NEAR] or line.spans))
            end += 1
        self.rows[at:end] = rows_of(column)

    def _put(self, at: int, line: Line) -> None:
        """Let a part of a row stand in its place."""
        self.rows[at] = replace(rows_of([line])[0], right=self.rows[at].right, fresh=True)

    # Lists and paragraphs under a stem

    def _below(self, at: int, stem: Stem, *, headed: bool = False, number: tuple[Reading, ...] = ()) -> int:
        """Read the list or the paragraphs that a stem or a heading announces; the row to go on with."""
        if at >= len(self.rows):
            return at
        if self.rows[at].label is not None:
            return self._list(at, stem, number)
        for n in range(_PARAGRAPHS):
            if at >= len(self.rows) or (n and not self._starts(at)) or self._ends(at, first=n == 0):
                return at
            passage = paragraph(self.rows, at)
            after = at + len(passage.rows)
            text = passage.text
            if headed and (own := stem_of(text, persons=True)) is not None and (own.end or not own.whole):
                return self._paragraph(at, stem)
            if text.endswith((":", ":-", ":–")) and after < len(self.rows) and self.rows[after].label is not None:
                return self._announced(passage, 0, stem, after)
            if not self._belongs(text, stem, first=n == 0, headed=headed):
                return at
            end = len(text) if headed else next(sentences(text))[1]
            self._keep(passage, 0, end, stem, at)
            self._remarks(text[end:])
            at = after
            if at < len(self.rows) and self.rows[at].label is not None and self.rows[at].label.first and not headed:
                return at
        return at

    def _belongs(self, text: str, stem: Stem, *, first: bool, headed: bool) -> bool:
        """Whether a paragraph under a stem is what was decided: the first is, the others where they read like a decision."""
        if rules().first("nothing", text):
            return False
        like = reads_like(text) or rules().first("limb", text) is not None or stem_of(text, persons=True) is not None
        return like or (first and (headed or not rules().first("view", text)))

    def _ends(self, at: int, *, first: bool) -> bool:
        row = self.rows[at]
        if is_heading(row, ".") and not (first and row.line.bold and reads_like(row.text)):
            return True
        return recommended().first("section", row.text.strip(" -–—")) is not None

    def _list(self, at: int, stem: Stem, number: tuple[Reading, ...] = ()) -> int:
        """Read the limbs of a labelled list; the row after them."""
        taken = read_labelled(self.rows, at, self._opens, number)
        limbs = [limb for limb in taken.limbs if not rules().first("nothing", join(limb.lines))]
        for record, places in _tree(limbs, stem):
            self._add(_Draft(record, at, places=places))
        return max(taken.end, at + 1)

    def _opens(self, at: int) -> bool:
        """Whether a row begins something of its own, so that a list before it ends."""
        row = self.rows[at]
        if rules().first("heading", row.text) or rules().first("action", row.text):
            return True
        stem = stem_of(paragraph(self.rows, at, _STEM_ROWS).text) if row.label is None and self._starts(at) else None
        return stem is not None and not stem.whole

    def _announced(self, passage: Passage, offset: int, stem: Stem, after: int, number: tuple[Reading, ...] = ()) -> int:
        """Read a list behind a paragraph that leads up to it: the words belong to the limbs, or are the decision itself."""
        said = passage.text[offset:]
        if (named := decided_in(said)) is not None:
            stem, said = replace(stem, decided_by=named[0]), said[named[1] :].lstrip(" :–—-")
        outcome = outcome_of(said)
        if not said.strip(" :–—-") or rules().first("asks", said):
            return self._list(after, replace(stem, outcome=stem.outcome or (outcome if outcome == "referred" else None)), number)
        if recommended().first("closing", said):
            self._keep(passage, offset, len(passage.text), stem, after)
            return after
        before = len(self.found)
        self._keep(passage, offset, len(passage.text), stem, after)
        if len(self.found) == before:
            return after
        head = self.found.pop()
        end = self._list(after, replace(stem, rule=stem.rule), number)
        limbs = [draft.record for draft in self.found[before:]]
        del self.found[before:]
        self._add(replace_draft(head, tuple(limbs)))
        return end

    # Paragraphs

    def _paragraph(self, at: int, under: Stem | None = None) -> int:
        """Read the sentences of a paragraph; the row to go on with."""
        passage = paragraph(self.rows, at)
        end = at + len(passage.rows)
        number = self.rows[at].label.readings if self.rows[at].label else ()
        before = len(self.found)
        moved: tuple[int, int] | None = None
        previous = 0
        if at == 0 and len(self.found) == before and rules().first("closing", passage.text):
            self._keep(passage, 0, len(passage.text), Stem("decide.closing", 0), at)
            return end
        for start, stop in sentences(passage.text):
            sentence = passage.text[start:stop]
            earlier, previous = previous, start
            stem = stem_of(sentence, persons=self.persons or under is not None)
            if stem is None and (hit := rules().first("refers", sentence)) is not None and not moved and len(self.found) == before:
                stem, start = Stem(hit.rule, 0, whole=True), earlier
            if stem is None:
                if moved and rules().first("carried", sentence):
                    self._keep(passage, *moved, Stem("decide.moving", 0), at)
                    self._remarks(passage.text[:start])
                    moved = None
                elif len(self.found) > before and sentence.startswith(("That ", "To ")) and reads_like(sentence):
                    self._keep(passage, start, stop, Stem(self.found[-1].record.evidence[0].rule, 0), at)
                elif len(self.found) > before:
                    self._remarks(sentence)
                elif start == 0 and (hit := rules().first("participle", sentence)) is not None:
                    self._keep(passage, start, stop, Stem(hit.rule, 0, whole=True), at)
                elif hit := rules().first("moving", sentence):
                    moved = start + hit.match.end(), stop
                continue
            stem = self._with(stem, under)
            if (after := self._take(passage, start, stop, stem, at, end, number)) is not None:
                return after
        return end

    def _with(self, stem: Stem, under: Stem | None) -> Stem:
        return replace(stem, decided_by=stem.decided_by or (under.decided_by if under else None) or self.maker)

    def _take(
        self, passage: Passage, start: int, stop: int, stem: Stem, at: int, end: int, number: tuple[Reading, ...]
    ) -> int | None:
        """Read what a stem in a sentence introduces; the row to go on with where that is not the rest of the paragraph."""
        offset = start + stem.end
        if stem.whole:
            self._keep(passage, offset, stop, stem, at)
            self._movers(passage.text[start : start + stem.end])
            return None
        self._lead(passage.text[start:offset])
        said = passage.text[offset:]
        if not said.strip(" .:;–—-"):
            before = len(self.found)
            after = self._below(end, stem, number=number)
            self._movers_of(before, passage.text[start:offset])
            return after if len(self.found) > before else None
        count, rest = passage.after(offset)
        label = rows_of([rest])[0].label if rest is not None else None
        if rest is not None and label is not None and label.first and not label.bullet:
            self._put(at + count, rest)
            before = len(self.found)
            after = self._list(at + count, stem, number)
            self._movers_of(before, passage.text[start:offset])
            return after
        if said.endswith((":", ":-", ":–", ": -")) and end < len(self.rows) and self.rows[end].label is not None:
            before = len(self.found)
            after = self._announced(passage, offset, stem, end, number)
            self._movers_of(before, passage.text[start:offset])
            return after
        self._keep(passage, offset, stop, stem, at)
        self._movers(passage.text[start : start + stem.end])
        return None

    def _lead(self, text: str) -> None:
        """Hook for what leads up to a stem."""

    # Records

    def _keep(self, passage: Passage, start: int, end: int, stem: Stem, at: int) -> None:
        """Add the decision that stands between two places of a passage."""
        text = passage.text[start:end]
        decided_by = stem.decided_by
        if not stem.whole and (named := decided_in(text)) is not None:
            decided_by, start = named[0], start + named[1]
            start += len(passage.text[start:end]) - len(passage.text[start:end].lstrip(" :–—-"))
        parts = passage.between(start, end)
        parts = parts if stem.whole else _trimmed(parts)
        said = join(parts)
        if not any(letter.isalpha() for letter in said) or rules().first("nothing", said):
            return
        record = _record(None, parts, parts, replace(stem, decided_by=decided_by), ())
        self._add(_Draft(_moved(record, text), at, stem.vote, parts))

    def _add(self, draft: _Draft) -> None:
        self.found.append(draft)

    def _remarks(self, text: str) -> None:
        """Take from the sentences after a decision who moved it."""
        for start, end in sentences(text):
            if rules().first("aside", text[start:end]):
                self._movers(text[start:end])

    def _movers(self, text: str) -> None:
        self._movers_of(len(self.found) - 1, text)

    def _movers_of(self, first: int, text: str) -> None:
        for draft in self.found[max(first, 0) :]:
            draft.record = _moved(draft.record, text)

    def _action(self, at: int) -> int:
        """Read an action line: who is to act on the decisions before it, or a thing to do of its own."""
        passage = paragraph(self.rows, at)
        hit = rules().first("action", passage.text)
        if hit is None:
            return at + 1
        start = hit.match.start("rest") if hit["rest"] else hit.match.start("who")
        owner, own = owner_of(passage.text[start:])
        if own:
            parts = passage.between(start, len(passage.text))
            record = _record(None, parts, parts, Stem(hit.rule, 0, outcome="action"), ())
            self._add(_Draft(record.model_copy(update={"owner": owner}), at, places=parts))
        elif owner and self.found:
            last = self.found[-1].at
            for draft in self.found:
                if draft.at == last and draft.record.owner is None:
                    draft.record = draft.record.model_copy(update={"owner": owner})
        return at + len(passage.rows)


def replace_draft(head: _Draft, limbs: tuple[Decision, ...]) -> _Draft:
    """The decision with its parts."""
    head.record = head.record.model_copy(update={"children": limbs})
    return head


def _record(label: str | None, lines: Sequence[Line], places: Sequence[Line], stem: Stem, children: tuple[Decision, ...]) -> Decision:
    text = join(lines)
    outcome: Outcome = stem.outcome or outcome_of(text) or "agreed"
    return Decision(
        label=label,
        text=text,
        outcome=outcome,
        decided_by=stem.decided_by,
        children=children,
        evidence=evidence(places, stem.rule),
    )


def _tree(limbs: Sequence[Limb], stem: Stem) -> Iterator[tuple[Decision, Sequence[Line]]]:
    """The limbs as records, the deeper ones as children. A limb with no text of its own gives its place to its children."""
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
    lines = _trimmed(limb.lines)
    text = join(limb.lines)
    if (named := decided_in(text)) is not None and text[named[1] :].strip(" :–—-"):
        stem = replace(stem, decided_by=named[0])
        lines = Passage((), lines).between(named[1] + len(text[named[1] :]) - len(text[named[1] :].lstrip(" :–—-")), len(text))
    return _moved(_record(limb.label, lines or limb.lines, limb.places, stem, children), text)


def _trimmed(lines: Sequence[Line]) -> list[Line]:
    """The lines without what follows a decision in its sentence: who moved it, how the vote went, who is to act."""
    text = Passage((), lines)
    hit = rules().first("tail", text.text)
    if hit is None or hit.match.start() == 0:
        return list(lines)
    return text.between(0, hit.match.start())


def _moved(record: Decision, text: str) -> Decision:
    """The record with who moved it, as far as a text says so and it is not known yet."""
    proposer, seconder = movers(text)
    update = {"proposer": record.proposer or proposer, "seconder": record.seconder or seconder}
    return record.model_copy(update=update) if proposer or seconder else record


def _owned(draft: _Draft, owners: Sequence[Owner]) -> Decision:
    """The record with whoever the column beside its text names."""
    if draft.record.owner or not draft.places:
        return draft.record
    first, last = draft.places[0], draft.places[-1]
    beside = [
        owner.text
        for owner in owners
        if owner.line.sheet == first.sheet and first.box.top - first.size <= owner.line.box.top <= last.box.bottom + last.size
    ]
    return draft.record.model_copy(update={"owner": beside[0]}) if beside else draft.record


def _once(records: Sequence[Decision]) -> tuple[Decision, ...]:
    """The records without those that are printed a second time, as a decision and again in the minutes of the debate."""
    seen: set[str] = set()
    kept = []
    for record in records:
        key = _squeezed(record.text).casefold() + "".join(_squeezed(child.text) for child in record.children)
        if len(record.text) > _LONG and key in seen:
            continue
        seen.add(key)
        kept.append(record)
    return tuple(kept)
