"""Recommendations: what the meeting, or a decision-maker, is recommended to do, limb by limb.

A paper is read once from its first line to its last. A list opens in one of four ways: with a stem that names whoever
decides ("The Cabinet is RECOMMENDED to"), under a heading ("Recommendations"), with a label that says what it is
("Recommendation 3:"), or, in a scrutiny body's own report, with a sentence that announces it. Outside a section of that
name only a stem that asks a body for a decision, at the start of a paragraph, is trusted: text that merely talks about
recommendations yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Recommendation, Strand
from agendapack.stages.recommend_labels import Reading, head, tail
from agendapack.stages.recommend_list import Limb, Taken, read_labelled, read_paragraphs
from agendapack.stages.recommend_rows import (
    NEAR,
    Passage,
    Row,
    finished,
    is_body,
    is_heading,
    is_stem,
    paragraph,
    rows_of,
    rules,
    starts_paragraph,
    unfinished,
    without_side_column,
)

_NONE = frozenset({"response_pro_forma", "minutes"})
"""Kinds of paper that only repeat or record what was recommended elsewhere."""
_OPENING_ROWS = 30
"""Rows at the top of a paper that say what it is."""
_SENTENCE_END = re.compile(r"(?<=[\w)\]%’'”\"])[.?!][)\]’”\"']?(?=\s+[A-Z])")
_ABBREVIATION = re.compile(r"(?:\b(?:no|nos|st|rd|cllrs?|clir|dr|mrs?|ms|sir|rev|para|paras|sec|ref|e\.g|i\.e|etc|approx|app|fig|vol|ltd|co|inc|p|pp|cl|art|reg|hon)|\b[A-Z])$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s*[|.):]?\s+(?=[A-Za-z])")
_OFFICE = re.compile(r"\b(?:directors?|officers?|head of|chief executive|chair(?:man|person)?|manager|clerk|solicitor|treasurer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What opened a list: by which rule, who is addressed, and where its text starts."""

    rule: str
    at: int
    rest: Line | None
    passage: Passage | None
    addressee: str | None = None
    strand: Strand = "formal"
    verb: str | None = None
    trusted: bool = True
    number: tuple[Reading, ...] = ()


@dataclass(slots=True)
class _Zone:
    """A section of recommendations that the reader is in."""

    rule: str
    number: tuple[Reading, ...]
    qualified: str | None
    read: bool = False
    first: bool = True


def recommend(section: Section) -> tuple[Recommendation, ...]:
    """The recommendations printed in a section, in reading order."""
    if section.where in ("front", "minutes") or section.kind in _NONE:
        return ()
    rows = rows_of(section.lines)
    top = [row.text for row in rows[:_OPENING_ROWS]]
    pending = any(rules().first("pending", text) for text in top)
    if not pending and any(rules().first("taken", text) for text in top[:6]):
        return ()
    return _Paper(section, list(rows), pending, _scrutiny(section, top)).read()


def _scrutiny(section: Section, top: Sequence[str]) -> bool:
    """Whether a scrutiny body speaks in this paper."""
    if section.kind == "scrutiny_report":
        return True
    if section.kind not in ("", "unknown", "report", "annex") or section.where == "agenda":
        return False
    return any(rules().first("scrutiny", text) for text in (section.title, *top[:12]))


class _Paper:
    """One section while it is read."""

    def __init__(self, section: Section, rows: list[Row], pending: bool, scrutiny: bool) -> None:
        self.section = section
        self.rows = rows
        self.pending = pending
        self.scrutiny = scrutiny
        self.zone: _Zone | None = None
        self.zones = 0
        self.found: list[Recommendation] = []

    def read(self) -> tuple[Recommendation, ...]:
        at = 0
        while at < len(self.rows):
            at = self._step(at)
        return _plain_groups(self.found)

    def _step(self, at: int) -> int:
        row = self.rows[at]
        if (after := self._heading(at)) is not None:
            return after
        if not starts_paragraph(self.rows, at):
            return at + 1
        opening = self._opening(at)
        if opening is not None:
            after = self._take(opening)
            if after > at:
                return after
        if self.zone is not None and self._closes(at, row):
            self.zone = None
        if self.zone is not None and not self.zone.read and (after := self._unannounced(at)) is not None:
            self.zone.read = True
            return after
        return at + 1

    # Sections of recommendations

    def _heading(self, at: int) -> int | None:
        """Enter a section where its heading stands here; the row after the heading."""
        row = self.rows[at]
        cells = row.line.cells
        said = row.rest if row.rest is not None and row.label is not None and not row.label.named else row.line
        if numbered := _NUMBERED.match(said.text):
            said = tail(said, numbered.end())
        for line in (said, row.line, cells[0]):
            hit = rules().first("heading", line.text)
            if hit is None or len(line.text) > 90:
                continue
            if len(cells) > 1 and any(rules().first("table", cell.text) for cell in cells):
                return None
            if line is not cells[0] or len(cells) == 1:
                if not self._stands_alone(at):
                    return None
                self._enter(hit.rule, row, hit["whose"] or hit["whom"])
                return at + 1
            if line is cells[0] and self._column(at, cells[1].box.x0):
                self._enter(hit.rule, row, None)
                return at
        hit = rules().first("inline", said.text) or (rules().first("decision", said.text) if self.pending else None)
        if hit is None or not starts_paragraph(self.rows, at):
            return None
        self._enter(hit.rule, row, None)
        if hit.match.end() >= len(said.text):
            return at + 1
        rest = tail(said, hit.match.end())
        self.rows[at] = replace(row_of(rest), right=row.right)
        return at

    def _stands_alone(self, at: int) -> bool:
        """Whether a heading is one: not the end of a sentence that happens to break here."""
        row = self.rows[at]
        before = self.rows[at - 1] if at else None
        return before is None or starts_paragraph(self.rows, at) and not (unfinished(before.text) and not row.line.bold)

    def _enter(self, rule: str, row: Row, qualified: str | None) -> None:
        self.zones += 1
        self.zone = _Zone(rule, row.label.readings if row.label else (), qualified.strip() if qualified else None)

    def _column(self, at: int, left: float) -> bool:
        """Reduce the rows of a right-hand column ("Recommendation:" | text) to it; False where the text runs under its heading."""
        first = self.rows[at]
        column = [_part(first.line, left)]
        end = at + 1
        while end < len(self.rows):
            line = self.rows[end].line
            if line.box.x0 >= left - NEAR:
                column.append(line)
            elif end - at <= 2 and len(line.cells) > 1 and line.cells[0].text[:1] in "(abcdefghijklmnopqrstuvwxyz":
                column.append(_part(line, left))
            else:
                break
            end += 1
        follows = self.rows[end].line if end < len(self.rows) else None
        if len(column) == 1 and follows is not None and follows.text[:1].islower():
            column = [_part(first.line, left)]
        self.rows[at:end] = list(rows_of(column))
        if follows is not None and len(column) > 1:
            self.rows[at + len(column)] = replace(self.rows[at + len(column)], fresh=True)
        return True

    def _closes(self, at: int, row: Row) -> bool:
        """Whether a heading here ends the section of recommendations."""
        before = self.rows[at - 1].text if at else ""
        if rules().first("heading", row.said or row.text):
            return False
        assert self.zone is not None
        numbered = row.label is not None and set(self.zone.number) & {Reading(r.scheme, r.ordinal - 1) for r in row.label.readings}
        return is_heading(row, before if finished(before) or not row.line.bold else ".") or bool(numbered and row.line.bold)

    # What opens a list

    def _opening(self, at: int) -> _Opening | None:
        """The list that opens in the paragraph that starts here."""
        row = self.rows[at]
        if row.label is not None and row.label.named and row.rest is not None:
            return self._named(at)
        if row.rest is None:
            return None
        passage = paragraph(self.rows, at)
        number = row.label.readings if row.label else self.zone.number if self.zone else ()
        for kind, body_needed in (("stem", True), ("lead", False), ("impersonal", False), ("that", True), ("proposal", True)):
            if not self._allowed(kind):
                continue
            for hit in rules().all(kind, passage.text):
                who = hit["who"] or hit["whom"]
                if body_needed and not is_body(who):
                    continue
                count, rest = passage.after(hit.match.end())
                opening = _Opening(hit.rule, at + count, rest, passage, _bare(who), number=number)
                if (checked := self._checked(kind, opening, passage.text[hit.match.end() :])) is not None:
                    return checked
        return None

    def _allowed(self, kind: str) -> bool:
        if kind == "proposal":
            return self.pending and self.zone is not None
        if kind == "lead":
            return self.scrutiny or self.zone is not None
        if kind == "that":
            return self.zone is not None and not self.zone.read
        return True

    def _checked(self, kind: str, opening: _Opening, rest: str) -> _Opening | None:
        """The opening with what its kind adds, or None where this place does not bear it out."""
        decides = bool(rules().first("decide", rest))
        lists = not rest or rest.endswith(":")
        if kind == "stem":
            if rules().first("housekeeping", rest) or self.section.kind == "procedural" and not lists and not decides:
                return None
            anywhere = self.zone is not None or self.section.where == "agenda"
            return opening if anywhere or decides or lists and self._begins_limbs(opening) else None
        if kind == "lead":
            return replace(opening, strand="scrutiny" if self.scrutiny else "formal")
        if kind == "impersonal":
            inner = rules().first("that", "that " + rest)
            if inner is not None and is_body(inner["who"]):
                cut = inner.match.end() - len("that ")
                opening = self._moved(opening, cut, _bare(inner["who"]))
                lists = not rest[cut:].strip(" :–—-")
            anywhere = self.zone is not None or self.section.where == "agenda"
            capital = opening.passage is not None and re.match(r"(?:it is )?(?:RECOMMENDED|RESOLVED)\b", opening.passage.text)
            return opening if anywhere or (lists or rest.endswith(":")) and self._begins_limbs(opening) or capital and decides else None
        if kind == "that":
            return opening if lists and not rest.strip(" :–—-") else None
        return opening

    def _moved(self, opening: _Opening, by: int, who: str | None) -> _Opening:
        """The opening with some more of the text counted to the stem."""
        assert opening.passage is not None
        text = opening.passage.text
        start = len(text) - len(text[self._offset(opening) :]) + by
        while start < len(text) and text[start] in " :–—-":
            start += 1
        count, rest = opening.passage.after(start)
        first = opening.at - opening.passage.after(self._offset(opening))[0]
        return replace(opening, at=first + count, rest=rest, addressee=who or opening.addressee)

    def _offset(self, opening: _Opening) -> int:
        assert opening.passage is not None
        if opening.rest is None:
            return len(opening.passage.text)
        return opening.passage.text.find(opening.rest.text)

    def _begins_limbs(self, opening: _Opening) -> bool:
        """Whether a list follows whose first limb reads like a decision."""
        after = opening.at if opening.rest is None else opening.at + 1
        return after < len(self.rows) and (self.rows[after].label is not None or _reads_like(self.rows[after].text))

    def _named(self, at: int) -> _Opening | None:
        """A list whose labels say what they are: "Recommendation 1: ..."."""
        row = self.rows[at]
        weak = self.scrutiny or self.zone is not None and self.section.kind != "annex"
        if row.rest is None or not (rules().first("decide", row.said) or weak and _reads_like(row.said)):
            return None
        strand: Strand = "scrutiny" if self.scrutiny else "formal"
        return _Opening("recommend.named", at, row.line, None, strand=strand)

    # Taking a list

    def _take(self, opening: _Opening) -> int:
        """Read the list that an opening announces; the row after it."""
        if opening.passage is None:
            taken = read_labelled(self.rows, opening.at, self._is_opening)
            return self._keep(opening, taken)
        first = opening.at
        if opening.rest is not None:
            end = first + len(opening.passage.rows) - opening.passage.after(self._offset(opening))[0]
            said = opening.passage.text[self._offset(opening) :]
            if self._announces(said, end):
                return self._take_list(replace(opening, verb=_verb(said)), end) or self._single(opening, end)
            rest = replace(row_of(opening.rest), right=self.rows[first].right)
            if is_stem(said):
                self.rows[first] = replace(rest, fresh=True)
                return first
            if rest.label is not None and rest.label.first:
                self.rows[first] = rest
                return self._take_list(opening, first)
            return self._single(opening, end)
        return self._take_list(opening, first)

    def _announces(self, said: str, end: int) -> bool:
        """Whether the words after a stem only announce the limbs that follow ("consider and comment on the:")."""
        if end >= len(self.rows) or rules().first("closing", said) or re.search(r"[.;?!]$", said):
            return False
        row = self.rows[end]
        if row.label is not None:
            return row.label.first and not is_heading(row, said)
        return said.endswith((":", "–", "—")) and (_reads_like(row.text) or len(row.line.cells) == 1 and not row.line.bold)

    def _take_list(self, opening: _Opening, start: int) -> int:
        if start >= len(self.rows):
            return 0
        if self._is_stem(start):
            return start
        self.rows[start:] = without_side_column(self.rows[start:])
        if self.rows[start].label is not None or self._heads_limbs(start):
            taken = read_labelled(self.rows, start, self._is_opening, opening.number)
        else:
            taken = read_paragraphs(self.rows, start, self._is_opening, self._wanted(opening))
        return self._keep(opening, taken)

    def _heads_limbs(self, start: int) -> bool:
        return any(row.label is not None for row in self.rows[start + 1 : start + 3]) and not _reads_like(self.rows[start].text)

    def _wanted(self, opening: _Opening):  # type: ignore[no-untyped-def]
        return _reads_like if opening.strand == "formal" else (lambda text: True)

    def _single(self, opening: _Opening, end: int) -> int:
        """The rest of the sentence that the stem begins."""
        assert opening.passage is not None and opening.rest is not None
        said = opening.passage.text[self._offset(opening) :]
        stop = _sentence(said)
        start = self._offset(opening)
        limb = Limb(None, 0, opening.rest.box.x0, opening.rest.box.x0)
        limb.lines = opening.passage.between(start, start + stop)
        limb.places = limb.lines
        count = opening.passage.after(start)[0]
        self._keep(opening, Taken((limb,), end, False))
        more = said[stop:].strip()
        if more and any(is_body(hit["who"]) for hit in rules().all("stem", more)):
            at, rest = opening.passage.after(self._offset(opening) + stop + len(said[stop:]) - len(said[stop:].lstrip()))
            first = opening.at - count + at
            if rest is not None:
                self.rows[first] = replace(row_of(rest), fresh=True, right=self.rows[first].right)
                return first
        return end

    def _is_stem(self, at: int) -> bool:
        if self.rows[at].rest is None:
            return False
        return is_stem(paragraph(self.rows, at, 4).text)

    def _is_opening(self, at: int) -> bool:
        row = self.rows[at]
        if rules().first("heading", row.said or row.text) and not row.full:
            return not row.text.endswith(":") or row.line.bold
        return starts_paragraph(self.rows, at) and row.label is None and self._is_stem(at)

    def _unannounced(self, at: int) -> int | None:
        """A list that stands under its heading without a stem; only where it reads like one."""
        row = self.rows[at]
        assert self.zone is not None
        if row.rest is None:
            return None
        passage = paragraph(self.rows, at)
        strict = self.section.kind == "annex" and not self.scrutiny
        like = (lambda text: bool(rules().first("decide", text))) if strict else _reads_like
        if self._heads_limbs(at) and row.label is None:
            follows = next(n for n in range(at + 1, at + 3) if self.rows[n].label is not None)
            if not like(paragraph(self.rows, follows).text):
                return None
        elif not like(passage.text) and not _names_body(passage.text):
            return None
        strand: Strand = "scrutiny" if self.scrutiny and self.zones > 1 else "formal"
        opening = _Opening(self.zone.rule, at, None, passage, strand=strand, number=self.zone.number)
        if row.label is None and not self._heads_limbs(at):
            return self._keep(opening, read_paragraphs(self.rows, at, self._is_opening, lambda t: like(t) or _names_body(t)))
        self.rows[at:] = without_side_column(self.rows[at:])
        return self._keep(opening, read_labelled(self.rows, at, self._is_opening, opening.number))

    def _keep(self, opening: _Opening, taken: Taken) -> int:
        """Add the limbs to what was found; the row after them."""
        if not taken.limbs:
            return 0
        if self.zone is not None:
            self.zone.read = True
        self.found += _tree(list(taken.limbs), opening)
        return taken.end


def row_of(line: Line) -> Row:
    """A row of a line that stands by itself."""
    return rows_of([line])[0]


def _part(line: Line, left: float) -> Line:
    """The cells of a line that start at or after a left edge."""
    spans = [span for span in line.spans if span.x0 >= left - NEAR]
    return line.part(spans) if spans else line


def _sentence(text: str) -> int:
    """The length of the first sentence."""
    for found in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[: found.start()]):
            return found.end()
    return len(text)


def _bare(who: str | None) -> str | None:
    return re.sub(r"^the ", "", who.strip(" ,"), flags=re.IGNORECASE) if who else None


def _reads_like(text: str) -> bool:
    return bool(rules().first("decide", text) or rules().first("act", text)) or _names_body(text)


def _names_body(text: str) -> bool:
    return any(is_body(hit["who"]) and not _OFFICE.search(hit["who"] or "") for hit in rules().all("that", text))


def _verb(text: str) -> str | None:
    """The verb that a text starts with, or that its subject is to be treated with, in the form of the dictionary."""
    for means in ("decide", "act"):
        for hit in rules().all(means, text):
            if (verb := hit["verb"]) is not None:
                return _infinitive(verb.lower())
    return None


def _infinitive(verb: str) -> str:
    irregular = {"noted": "note", "approved": "approve", "agreed": "agree", "adopted": "adopt", "endorsed": "endorse", "ratifies": "ratify", "notes": "note", "noting": "note", "granted": "grant", "refused": "refuse", "discusses": "discuss"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("ed"):
        return verb[:-1] if verb[:-1] in _ENDING_IN_E else verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


_ENDING_IN_E = frozenset({"delegate", "authorise", "receive"})


def _tree(limbs: list[Limb], opening: _Opening) -> list[Recommendation]:
    """The limbs as records, the deeper ones as children. A limb with no text of its own gives its place to its children."""
    out: list[Recommendation] = []
    at = 0
    while at < len(limbs):
        limb = limbs[at]
        end = at + 1
        while end < len(limbs) and limbs[end].depth > limb.depth:
            end += 1
        children = _tree(limbs[at + 1 : end], opening)
        out += [_record(limb, opening, tuple(children))] if limb.lines else children
        at = end
    return out


def _record(limb: Limb, opening: _Opening, children: tuple[Recommendation, ...]) -> Recommendation:
    text = join(limb.lines).lstrip(". ")
    addressee = opening.addressee
    for hit in rules().all("that", text):
        who = _bare(hit["who"])
        if is_body(who) and not _OFFICE.search(who or "") and text[hit.match.end() :].strip(" :–—-"):
            addressee, text = who, text[hit.match.end() :].lstrip(" :–—-")
            break
    return Recommendation(
        label=limb.label,
        text=text,
        addressee=addressee,
        strand=opening.strand,
        group=limb.group,
        action=_verb(text) or opening.verb,
        children=children,
        evidence=evidence(limb.places, opening.rule),
    )


def _plain_groups(found: list[Recommendation]) -> tuple[Recommendation, ...]:
    """A heading is a group's only where there are several lists: dropped where all stand under the same one."""
    if len({record.group for record in found}) > 1:
        return tuple(found)
    return tuple(_ungrouped(record) for record in found)


def _ungrouped(record: Recommendation) -> Recommendation:
    children = tuple(_ungrouped(child) for child in record.children)
    return record.model_copy(update={"group": None, "children": children})
