"""Decisions: what a meeting, or somebody in its name, resolved, as its minutes or a notice of decisions tell.

A minute is read once from its title to its end, paragraph by paragraph. A sentence is a decision where a stem says so
("RESOLVED that", "The Committee agreed to"), or where it tells what became of a matter ("The report was noted"). After a stem
that ends its paragraph, or under the heading "Decision", the list or the paragraphs that follow are what was decided. What
members said, heard and held is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from agendapack.layout import Line, Section
from agendapack.prepared import pattern
from agendapack.records import Decision
from agendapack.stages.decide_margin import Entry, without_margin
from agendapack.stages.decide_people import Owner, owner_of, without_owners
from agendapack.stages.decide_records import Draft, as_they_stand, drafted, entered, limbs_of, once, owned
from agendapack.stages.decide_starts import drafted_under, heads, is_apart, resolves_under
from agendapack.stages.decide_tables import Told, decision_tables
from agendapack.stages.decide_theirs import theirs
from agendapack.stages.decide_titles import heading_of, in_place_of, rows_under, without_number
from agendapack.stages.decide_words import EDGES, Stem, decided_in, is_decider, motion_in, outcome_of, rules, sentences, stem_of
from agendapack.stages.recommend_labels import Reading, tail
from agendapack.stages.recommend_list import read_labelled
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

_PARAGRAPHS = 12
"""Paragraphs under one heading that may be decisions at most."""
_SOON = 25
"""Rows after a vote within which the resolution that it carried is printed, if it is."""
_STEM_ROWS = 4
"""Rows over which a stem runs at most."""
_LONGEST = 60
"""Rows of the longest paragraph."""
_BESIDE = 60
"""Rows that a decision takes at most in the column beside its heading."""
_ANNOUNCES = (":", ":-", ":–", ":—", ": -")
_THAT = pattern(r"^that ", re.IGNORECASE)
_LOUD = pattern(r"[A-Z]{6,}(?: ?/ ?[A-Z]{6,})? ?[:–]")
"""Words in capitals with a colon."""


def decide(section: Section, *, taken: bool = False) -> tuple[Decision, ...]:
    """The decisions that a section tells of, in reading order. Only minutes and records of decisions tell of any; `taken`: the
    document has been told to be such a record, whatever stands at the head of the paper."""
    paper = section.where == "paper"
    if paper and section.kind != "minutes" and not tells_of_decisions(section.lines, taken=taken):
        return ()
    if not paper and section.where not in ("minutes", "decisions"):
        return ()
    tabled, rest = decision_tables(section) if paper and section.where != "minutes" else ((), section.lines)
    found = tuple(each for row in tabled for each in _in_row(row))
    margin = without_margin(rest)
    lines, owners = without_owners([without_number(line, first=not paper and n == 0) for n, line in enumerate(margin.text)])
    rows = rows_under(lines, heading_of(section))
    told = theirs(rows, "" if paper else section.title) if "minutes" in (section.where, section.kind) else frozenset()
    reader = _Minutes(rows, told, persons=paper or section.where == "decisions")
    return (*found, *reader.read(owners, margin.entries, alone=not paper))


def _in_row(row: Told) -> tuple[Decision, ...]:
    """The decisions of a table's row, with whoever is to act on them."""
    reader = _Minutes(list(rows_of(row.lines)), frozenset(), persons=True)
    return reader.read_cell(row.owner or None)


def _only_leads(said: str) -> bool:
    """Whether words say nothing of what was decided, and only lead on to a list of it."""
    return said.strip(EDGES).lower() in ("", "that", "to") or rules().first("condition", said.strip()) is not None


def _tells_no_matter(sentence: str) -> bool:
    """Whether what "this was agreed" points back to is thanks, or the wording of an earlier minute."""
    return any(rules().first(means, sentence) for means in ("courtesy", "corrects"))


class _Minutes:
    """One minute, or a whole paper of minutes, while it is read.

    `theirs`: rows in which another authority's decisions are listed. `persons`: single persons decide here as well as bodies.
    `apart`: since the last decision something else has been told.
    """

    def __init__(self, rows: list[Row], theirs: frozenset[int], *, persons: bool) -> None:
        self.rows = rows
        self.theirs = theirs
        self.persons = persons
        self.set_off = any(rules().first("set-off", row.text) for row in rows)
        self.maker: str | None = None
        self.said = ""
        self.apart = False
        self.found: list[Draft] = []

    def read(self, owners: Sequence[Owner], entries: Sequence[Entry], *, alone: bool) -> tuple[Decision, ...]:
        """The decisions. `owners` and `entries` stand in a column beside the text; `alone`: it is one minute."""
        at, lead, decided = 0, "", False
        while at < len(self.rows):
            if not self._starts(at):
                at += 1
                continue
            before, self.said = len(self.found), ""
            at = self._step(at)
            for draft in self.found[before:]:
                draft.led_up_to_by(lead)
            ahead = self._looks_ahead(behind=decided) if len(self.found) == before else ""
            both_move = all(text and rules().first("aside", text) for text in (lead, ahead))  # one line each for two movers
            lead = f"{lead} {ahead}" if both_move else ahead
            decided = len(self.found) > before
            self.apart = not decided and (self.apart or (bool(self.said) and not rules().first("aside", self.said)))
        others, actions = entered(entries)
        owned(self.found, [*owners, *others], alone=alone)
        kept = [draft for n, draft in enumerate(self.found) if not (self._resolved_after(n) or self._adopted_after(n))]
        return once([draft.record for draft in as_they_stand(kept, actions)])

    def read_cell(self, owner: str | None) -> tuple[Decision, ...]:
        """The decisions of a cell that tells nothing else."""
        at, end = 0, -1
        while end < at < len(self.rows):
            end, at = at, self._below(at, Stem("decide.heading", 0), headed=True)
        for draft in self.found:
            draft.owned_by(owner)
        return once([draft.record for draft in self.found])

    def _looks_ahead(self, *, behind: bool) -> str:
        """The words of a paragraph that decides nothing, which may lead up to what is decided next.

        Who moved a resolution may stand `behind` it as well, in the paragraph after it.
        """
        if not (behind and rules().first("aside", self.said)):
            return self.said
        for draft in self.found:
            if draft.at == self.found[-1].at:
                draft.moved_in(self.said)
        return ""

    def _adopted_after(self, n: int) -> bool:
        """Whether a recommendation is one to the meeting, which then resolves that it be adopted."""
        draft = self.found[n]
        if not any(each.rule == "decide.recommended" for each in draft.record.evidence):
            return False
        return any(rules().first("adopts", later.record.text) for later in self.found[n + 1 :])

    def _resolved_after(self, n: int) -> bool:
        """Whether a draft is a vote whose resolution is printed after it, so that it tells nothing new but who moved it."""
        vote, following = self.found[n], self.found[n + 1 : n + 2]
        if not vote.vote or vote.record.outcome == "lost" or not following:
            return False
        at = following[0].at
        resolution = [draft for draft in self.found[n + 1 :] if draft.at == at and not draft.vote and at - vote.at <= _SOON]
        for draft in resolution:
            draft.resolves(vote)
        return bool(resolution)

    def _starts(self, at: int) -> bool:
        """Whether something of its own begins at a row. Minutes set paragraphs close: a stem may follow any finished one."""
        row = self.rows[at]
        if row.rest is None:
            return False
        if at == 0 or starts_paragraph(self.rows, at) or heads(self.rows, at):
            return True
        own = any(rules().first(means, row.text) for means in ("resolved", "heading", "action")) or self._names_body(at)
        return own and (resolves_under(self.rows, at) or not unfinished(self.rows[at - 1].text)) and row.text[:1].isupper()

    def _step(self, at: int) -> int:
        """Read what stands at a row; the row to go on with."""
        if hit := rules().first("maker", self.rows[at].text):
            return self._maker(at, hit["who"] or "")
        if (after := self._heading(at)) is not None:
            return after
        if self.persons and at not in self.theirs and drafted_under(self.rows, at):
            return self._below(at, Stem("decide.drafted", 0, self.maker), headed=True)
        if rules().first("action", self.rows[at].said):
            return self._action(at)
        if (after := self._body_alone(at)) is not None:
            return after
        return self._paragraph(at, Stem("", 0, self.maker))

    def _maker(self, at: int, said: str) -> int:
        """Keep who decides, from a form's field: on its row or on the next one."""
        value = said.strip() or (self.rows[at + 1].text if at + 1 < len(self.rows) else "")
        if rules().first("person", value) or rules().first("decider", value):
            self.maker = bare(value)
        return at + 1

    def _passage(self, at: int, most: int = _LONGEST) -> Passage:
        """The paragraph at a row. The heading of a decision, bold or beside it, ends the one before it, even in mid-sentence."""
        return paragraph(self.rows, at, most, ends=self._interrupts)

    def _interrupts(self, at: int) -> bool:
        told = self._is_loud(at) or self._names_body(at)
        return told or heads(self.rows, at) or resolves_under(self.rows, at) or is_apart(self.rows, at)

    def _names_body(self, at: int) -> bool:
        """Whether a row is the name of a body alone, over the limbs that tell what it did."""
        text = self.rows[at].text
        hit = rules().first("body-alone", text) if text.endswith(_ANNOUNCES) and self._labelled(at + 1) else None
        return hit is not None and (at == 0 or not unfinished(self.rows[at - 1].text))

    def _is_loud(self, at: int) -> bool:
        """Whether a row opens with a stem in capitals and its colon: that begins a paragraph, stop or none before it."""
        text = self.rows[at].text
        return bool(_LOUD.match(text) and not unfinished(self.rows[at - 1].text) and rules().first("resolved", text))

    # Headings

    def _heading(self, at: int) -> int | None:
        """Read what stands under or beside the heading of a decision; None where the row is no such heading."""
        row = self.rows[at]
        assert row.rest is not None
        if at in self.theirs:
            return None
        if hit := rules().first("heading", row.said):
            return self._below(at + 1, Stem(hit.rule, 0, bare(hit["who"]) or self.maker), headed=True)
        cells = row.line.cells
        if len(cells) > 1 and cells[0].box.x1 < cells[1].box.x0 - NEAR and (hit := rules().first("beside", cells[0].text)):
            self._take_column(at, cells[1].box.x0)
            return self._below(at, Stem(hit.rule, 0, self.maker), headed=True)
        if hit := rules().first("inline", row.said):
            self.rows[at] = in_place_of(row, tail(row.rest, hit.match.end()))
            return self._below(at, Stem(hit.rule, 0, self.maker), headed=True)
        return None

    def _body_alone(self, at: int) -> int | None:
        """Read the limbs beneath the name of a body ("The Committee:-"), each of which tells what it did; None where none do."""
        passage = self._passage(at)
        hit = rules().first("body-alone", passage.text)
        after = at + len(passage.rows)
        if hit is None or not is_decider(hit["who"] or "") or not self._labelled(after):
            return None
        told = rules().first("limb", self.rows[after].said) is not None
        return self._list(after, Stem(hit.rule, 0, bare(hit["who"]))) if told else None

    def _take_column(self, at: int, left: float) -> None:
        """Reduce rows to the column beside their heading, down to the next row that begins left of it."""
        column: list[Line] = []
        for row in self.rows[at : at + _BESIDE]:
            if column and row.x < left - NEAR:
                break
            column.append(row.line.part([span for span in row.line.spans if span.x0 >= left - NEAR] or row.line.spans))
        self.rows[at : at + len(column)] = rows_of(column)

    # Lists and paragraphs under a stem

    def _below(self, at: int, stem: Stem, *, headed: bool = False, number: tuple[Reading, ...] = ()) -> int:
        """Read the list or the paragraphs that a stem or a heading announces; the row to go on with."""
        if at < len(self.rows) and self.rows[at].label is not None:
            return self._list(at, stem, number)
        for n in range(_PARAGRAPHS):
            if at >= len(self.rows) or self._ends(at, first=n == 0):
                break
            passage = self._passage(at)
            after = at + len(passage.rows)
            if headed and (own := stem_of(passage.text, persons=True)) is not None and (own.end or not own.whole):
                return self._paragraph(at, stem)
            named = _THAT.sub("", passage.text.rstrip(EDGES))
            only_leads = _only_leads(passage.text) or passage.text.endswith(_ANNOUNCES)
            if self._labelled(after) and (only_leads or is_decider(bare(named) or "")):
                return self._announced(passage, 0, stem, after)
            if headed and rules().first("narrates", passage.text):
                at = after
                continue
            if not self._belongs(passage.text, first=n == 0, headed=headed):
                break
            end = len(passage.text) if headed else next(sentences(passage.text))[1]
            self._keep(passage, 0, end, stem, at)
            self._remarks(passage.text[end:])
            at = after
        return at

    def _labelled(self, at: int) -> bool:
        return at < len(self.rows) and self.rows[at].label is not None

    def _ends(self, at: int, *, first: bool) -> bool:
        """Whether what was decided ends at a row: at a heading, or where what follows is a list of its own."""
        row = self.rows[at]
        if not first and (row.label is not None or not self._starts(at)):
            return True
        bold_text = first and row.line.bold and reads_like(row.text)
        known = recommended().first("section", row.text.strip(" -–—"))
        return known is not None or (is_heading(row, ".") and not bold_text)

    def _belongs(self, text: str, *, first: bool, headed: bool) -> bool:
        """Whether a paragraph under a stem is what was decided: the first is, the others where they read like a decision."""
        if rules().first("nothing", text):
            return False
        if reads_like(text) or rules().first("limb", text) or stem_of(text, persons=True) is not None:
            return True
        if rules().first("elsewhere", text):
            return False
        return first and (headed or rules().first("view", text) is None)

    def _list(self, at: int, stem: Stem, number: tuple[Reading, ...] = ()) -> int:
        """Read the limbs of a labelled list; the row after them. `number` labels the paragraph that announces it."""
        taken = read_labelled(self.rows, at, self._opens, number)
        self.found += limbs_of(taken.limbs, stem, at)
        return max(taken.end, at + 1)

    def _opens(self, at: int) -> bool:
        """Whether a row begins something of its own, so that a list before it ends."""
        row = self.rows[at]
        if any(rules().first(means, row.text) for means in ("heading", "action", "papers")):
            return True
        stem = stem_of(self._passage(at, _STEM_ROWS).text) if row.label is None and self._starts(at) else None
        return stem is not None and not stem.whole

    def _announced(self, passage: Passage, offset: int, stem: Stem, after: int, number: tuple[Reading, ...] = ()) -> int:
        """Read a list behind words that lead up to it: they only announce its limbs, or are the decision, the limbs its parts."""
        said = passage.text[offset:].lstrip(EDGES)
        if (own := stem_of(said)) is not None and not said[own.end :].strip(EDGES):
            return self._list(after, replace(own, decided_by=own.decided_by or stem.decided_by), number)
        if (named := decided_in(said)) is not None:
            stem, said = replace(stem, decided_by=named[0]), said[named[1] :].lstrip(EDGES)
        closing = recommended().first("closing", said) is not None
        if _only_leads(said) or (rules().first("asks", said) and not closing):
            referred = outcome_of(said) == "referred"
            return self._list(after, replace(stem, outcome="referred") if referred else stem, number)
        whole = drafted(passage, offset, len(passage.text), stem, after)
        if whole is None:
            return after
        self.found.append(whole)
        if closing:
            return after
        before = len(self.found)
        end = self._list(after, stem, number)
        whole.record = whole.record.model_copy(update={"children": tuple(draft.record for draft in self.found[before:])})
        del self.found[before:]
        return end

    # Paragraphs

    def _paragraph(self, at: int, under: Stem) -> int:
        """Read the sentences of a paragraph; the row to go on with. `under`: the heading that it stands under."""
        passage = self._passage(at)
        self.said = passage.text
        first = len(self.found)
        if at == 0 and at not in self.theirs and (hit := rules().first("closing", passage.text)):
            self._keep(passage, 0, len(passage.text), Stem(hit.rule, 0, whole=True), at)
            return at + len(passage.rows)
        above, lead = 0, ""
        moved: tuple[int, int] | None = None
        mover = 0
        for start, end in sentences(passage.text):
            sentence = passage.text[start:end]
            stem = stem_of(sentence, persons=self.persons or bool(under.rule), set_off=self.set_off, abroad=at in self.theirs)
            if start and not moved and rules().first("settled", sentence):
                pass
            elif len(self.found) > first and rules().first("aside", sentence):
                self.found[-1].moved_in(sentence)
            elif moved and rules().first("carried", sentence) and (stem is None or stem.end >= len(sentence)):
                self._keep(passage, *moved, Stem("decide.moving", 0, whole=moved[0] == mover), at)
                self.found[-1].moved_in(passage.text[mover:start])
                moved = None
            elif stem is not None and not (len(self.found) > first and rules().first("signing", sentence)):
                stem = replace(stem, decided_by=stem.decided_by or under.decided_by)
                after = self._take(passage, start, end, stem, at)
                for draft in self.found[-1:]:
                    draft.led_up_to_by(lead)
                if after is not None:
                    return after
            elif hit := motion_in(sentence):
                mover = mover if moved else start
                moved = (start + hit.match.end() if hit.rule == "decide.moving" else mover), end
            elif len(self.found) > first:
                self._after(passage, start, end, at)
            elif (hit := rules().first("refers", sentence)) and not _tells_no_matter(passage.text[above:start]):
                self._keep(passage, above, end, Stem(hit.rule, 0, whole=True), at)
            elif passage.begins_row(start) and at not in self.theirs and (hit := rules().first("participle", sentence)):
                self._keep(passage, start, end, Stem(hit.rule, 0, whole=True), at)
            above, lead = start, sentence
        return at + len(passage.rows)

    def _after(self, passage: Passage, start: int, end: int, at: int) -> None:
        """Read a sentence behind a decision in its paragraph: another one that its stem holds for, or who moved it."""
        sentence = passage.text[start:end]
        if sentence.startswith(("That ", "To ")) and reads_like(sentence):
            last = self.found[-1].record
            self._keep(passage, start, end, Stem(last.evidence[0].rule, 0, last.decided_by), at)
        else:
            self._remarks(sentence)

    def _take(self, passage: Passage, start: int, end: int, stem: Stem, at: int) -> int | None:
        """Read what the stem of a sentence introduces; the row to go on with where that reaches beyond the paragraph."""
        before, offset = len(self.found), start + stem.end
        after = None if stem.whole else self._beyond(passage, offset, stem, at)
        if after is None:
            self._keep(passage, offset, end, stem, at)
        for draft in self.found[before:]:
            draft.moved_in(passage.text[start:offset])
        return after

    def _beyond(self, passage: Passage, offset: int, stem: Stem, at: int) -> int | None:
        """Read the list or the paragraphs after a stem that ends its paragraph; None where the paragraph itself is decided."""
        end = at + len(passage.rows)
        number = self.rows[at].label.readings if self.rows[at].label else ()  # type: ignore[union-attr]
        said = passage.text[offset:]
        if not said.strip(EDGES):
            return self._below(end, stem, number=number)
        count, rest = passage.after(offset)
        label = rows_of([rest])[0].label if rest is not None else None
        if rest is not None and label is not None and label.first and not label.bullet:
            self.rows[at + count] = in_place_of(self.rows[at + count], rest)
            return self._list(at + count, stem, number)
        if self._labelled(end) and (said.endswith(_ANNOUNCES) or _only_leads(said) or is_decider(said)):
            return self._announced(passage, offset, stem, end, number)
        return None

    def _keep(self, passage: Passage, start: int, end: int, stem: Stem, at: int) -> None:
        """Add the decision that stands between two places of a passage, if there is one."""
        if (draft := drafted(passage, start, end, stem, at)) is not None:
            self.found.append(draft)

    def _remarks(self, text: str) -> None:
        """Take from what stands after a decision who moved it."""
        for start, end in sentences(text):
            if self.found and rules().first("aside", text[start:end]):
                self.found[-1].moved_in(text[start:end])

    def _action(self, at: int) -> int:
        """Read an action line: who is to act on the decisions before it, or a thing to do of its own."""
        passage = paragraph(self.rows, at, _LONGEST, ends=lambda n: self._interrupts(n) or self._starts(n))
        hit = rules().first("action", passage.text)
        if hit is None:
            return at + 1
        start = hit.match.start("rest" if hit["rest"] else "who")
        owner, told = owner_of(passage.text[start:])
        if told:
            self._keep(passage, start, len(passage.text), Stem(hit.rule, 0, outcome="action", whole=True), at)
            self.found[-1].owned_by(owner)
        elif not self.apart:
            for draft in self.found:
                if draft.at == self.found[-1].at:
                    draft.owned_by(owner)
        return at + len(passage.rows)
