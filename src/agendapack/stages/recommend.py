"""Recommendations: what the meeting, or a decision-maker, is recommended to do, limb by limb.

A paper is read once from its first line to its last. A list opens in one of four ways: with a stem that names whoever
decides ("The Cabinet is RECOMMENDED to"), under a heading ("Recommendations"), with a label that says what it is
("Recommendation 3:"), or, in a scrutiny body's own report, with a sentence that announces it. Outside a section of that
name only a stem that asks a body for a decision, at the start of a paragraph, is trusted: text that merely talks about
recommendations yields nothing. A report that recommends nothing in any of these ways may do so in one sentence of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from agendapack.candidates import candidates_in_pieces
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import Recommendation, Strand
from agendapack.rules import Hit
from agendapack.stages.recommend_labels import Reading, tail
from agendapack.stages.recommend_list import Limb, Taken, label_bare, read_labelled, read_paragraphs
from agendapack.stages.recommend_openings import Opening, Place, find_opening, openings
from agendapack.stages.recommend_records import plain_groups, tree
from agendapack.stages.recommend_rows import (
    NEAR,
    Rows,
    drop_side_column,
    finished,
    is_heading,
    paragraph,
    rows_of,
    starts_low,
    starts_paragraph,
    unfinished,
)
from agendapack.stages.recommend_words import (
    decides,
    first_sentence,
    is_pending,
    is_stem,
    reads_like,
    rules,
    tells_of_decisions,
    verb,
)

_NONE = frozenset({"response_pro_forma", "minutes"})
"""Kinds of paper that only repeat or record what was recommended elsewhere."""
_NEVER_ALONE = frozenset({"annex", "scrutiny_response", "inspection"})
"""Kinds in which a lone sentence tells of what others recommend."""
_MOVED = frozenset({"motion", "budget_amendment"})
"""Kinds in which whoever moves them says what is to be resolved."""
_BENEATH = 2
"""Rows beneath a heading within which the limbs begin that it stands over."""
_MARGINAL = 5
"""Characters of the head of a column of numbers ("No.", "Ref.") that stands beside the heading of a table's list."""
_TOP = 30
"""Rows at the top of a paper that say what it is."""
_CELL_LEADING = 0.7
"""Type sizes of room between two lines of one cell at most; between two rows of a table it is an em or more."""
_TALL = 3
"""Rows over which a heading in a narrow column may run."""
_PATIENCE = 45
"""Rows of narrative under a heading after which no list is expected any more: about one sheet."""
_HEADINGS = ("heading", "inline", "decision")
_NUMBERED = pattern(r"\d{1,2}(?:\.\d{1,2})*\s*[|.):]?\s+(?=[A-Za-z])")


def recommend(section: Section) -> tuple[Recommendation, ...]:
    """The recommendations printed in a section, in reading order."""
    agenda = section.where == "agenda"
    if section.where in ("front", "minutes", "decisions") or (section.kind in _NONE and not agenda):
        return ()
    if not agenda and tells_of_decisions(section.lines):
        return ()
    rows = Rows(section.lines)
    top = [line.text for line in rows.lines[:_TOP]]
    pending = is_pending(top)
    place = Place(
        agenda=agenda,
        response=section.kind == "scrutiny_response",
        procedural=section.kind == "procedural",
        pending=pending,
        scrutiny=_is_scrutiny(section, top),
        motion=section.kind in _MOVED,
    )
    found = _Paper(rows, place).read()
    if found or section.where != "paper" or section.kind in _NEVER_ALONE:
        return found
    return _Paper(Rows(section.lines), replace(place, alone=True)).read()


def _is_scrutiny(section: Section, top: Sequence[str]) -> bool:
    """Whether a scrutiny body speaks in this paper."""
    if section.kind in ("scrutiny_report", "scrutiny_response"):
        return section.kind == "scrutiny_report" and not rules().first("called_in", section.title)
    return section.where == "paper" and any(rules().first("scrutiny", text) for text in (section.title, *top[:12]))


class _Zone(Struct):
    """The section of recommendations in which the reader is."""

    rule: str
    at: int
    number: tuple[Reading, ...]
    group: str | None = None
    read: bool = False


class _Paper:
    """One section while it is read."""

    def __init__(self, rows: Rows, place: Place) -> None:
        self.rows = rows
        self.place = place
        self.zone: _Zone | None = None
        self.zones = 0
        self.found: list[Recommendation] = []

    def read(self) -> tuple[Recommendation, ...]:
        begins, at = self._beginnings(), 0
        while at < len(self.rows):
            at = self._step(at)
            if self.zone is None:
                at = self.rows.after(at, begins)
        return plain_groups(self.found)

    def _beginnings(self) -> set[int]:
        """The places of the lines at which a list or a section of recommendations may begin: outside one no other row matters."""
        lines = self.rows.lines
        headings = candidates_in_pieces(rules(), _HEADINGS, [line.text for line in lines])
        above = {max(n - tall, 0) for n in headings for tall in range(1, _TALL)}
        return headings | {n for n in above if len(lines[n].cells) > 1} | openings(self.rows, self.place)

    def _step(self, at: int) -> int:
        """Read what stands at a row; the row to go on with."""
        if not self._starts(at):
            return at + 1
        amends = self.place.motion and rules().first("amends", self.rows[at].text) is not None
        if not amends and self._stands_alone(at) and (after := self._heading(at)) is not None:
            return after
        if (opening := find_opening(self.rows, at, self._here())) is not None and (after := self._take(opening)) is not None:
            return after
        if self.zone is not None and self._leaves(self.zone, at) and not self._may_begin(at):
            self.zone = None
        if self.zone is not None and not self.zone.read and (after := self._unannounced(self.zone, at)) is not None:
            return after
        if self.zone is not None and self._leaves(self.zone, at):
            self.zone = None
        return at + 1

    def _may_begin(self, at: int) -> bool:
        """Whether a list may begin at a row that looks like the end of its section."""
        return self._heads_limbs(at) or decides(self.rows[at].said)

    def _starts(self, at: int) -> bool:
        """Whether something of its own begins at a row. An agenda sets its notes close: a stem may follow any finished one."""
        row = self.rows[at]
        if starts_paragraph(self.rows, at) or _heading_hit(row.line.cells[0]):
            return True
        asked = is_stem(row.text) if self.place.agenda or self.zone else False
        stated = self.zone is not None and rules().first("impersonal", row.text) is not None
        beside = len(row.line.cells) > 1 and self._heading_beside(at) is not None
        moved = self.place.motion and rules().first("motion", row.text) is not None
        says_so = asked or moved or stated or beside or rules().first("inline", row.text) is not None
        return says_so and not unfinished(self.rows.line(at - 1).text)

    def _here(self) -> Place:
        if self.zone is None:
            return self.place
        return replace(self.place, section=True, number=self.zone.number)

    # Sections of recommendations

    def _heading(self, at: int) -> int | None:
        """Enter a section of recommendations where its heading stands here; the row to go on with."""
        row = self.rows[at]
        cells = row.line.cells
        beside = self._heading_beside(at) if len(cells) > 1 else None
        if beside and beside[1] > 1:
            return self._enter_column(at, *beside)
        if not rules().may_match(_HEADINGS, row.text):
            return None
        if len(cells) > 1 and any(rules().first("table", cell.text) and not _heading_hit(cell) for cell in cells):
            return None
        said = row.rest if row.rest is not None and row.label is not None and not row.label.named else row.line
        if numbered := _NUMBERED.match(said.text):
            said = tail(said, numbered.end())
        named = [cell for cell in cells if len(cell.text) > _MARGINAL]
        if hit := _heading_hit(said) or _heading_hit(named[0] if len(named) == 1 else row.line):
            within = self.zone is not None and (hit["whose"] or hit["whom"])
            return self._enter(hit.rule, at, at + 1, hit.match.string.rstrip(": ") if within else None)
        return self._enter_column(at, *beside) if beside else self._inline(at, said)

    def _heading_beside(self, at: int) -> tuple[Hit, int] | None:
        """A heading in a table's left column, beside its text, and over how many rows it runs ("Officer / Recommendation")."""
        first, text = self.rows.line(at).cells[:2]
        words = ""
        for tall, n in enumerate(range(at, min(at + _TALL, len(self.rows))), 1):
            line = self.rows.line(n)
            cell = line.cells[0]
            if cell.sheet != first.sheet or abs(cell.box.x0 - first.box.x0) > NEAR or cell.box.x1 > text.box.x0:
                return None
            if tall > 1 and line.box.top - self.rows.line(n - 1).box.bottom > _CELL_LEADING * cell.size:
                return None
            if words and rules().first("heading", cell.text) and not rules().first("heading-begins", words):
                return None
            words = f"{words} {cell.text}".strip()
            if (hit := rules().first("heading", words)) and not starts_low(words):
                return hit, tall
        return None

    def _enter_column(self, at: int, hit: Hit, tall: int) -> int:
        self._take_column(at, self.rows.line(at).cells[1].box.x0, tall)
        return self._enter(hit.rule, at, at)

    def _inline(self, at: int, said: Line) -> int | None:
        """Enter a section whose heading stands on the line of its text ("Recommendation: That ...")."""
        hit = rules().first("inline", said.text) or (rules().first("decision", said.text) if self.place.pending else None)
        if hit is None:
            return None
        if hit.match.end() >= len(said.text):
            return self._enter(hit.rule, at, at + 1)
        self._enter(hit.rule, at, at)
        self._put(at, tail(said, hit.match.end()))
        return at

    def _stands_alone(self, at: int) -> bool:
        """Whether a heading is one, and not the end of a sentence that happens to break here."""
        line = self.rows.line(at)
        begins_bold = line.spans[0].bold if line.spans else line.bold
        return at == 0 or begins_bold or not unfinished(self.rows.line(at - 1).text)

    def _enter(self, rule: str, at: int, after: int, group: str | None = None) -> int:
        label = self.rows[at].label
        label_bare(self.rows, after)
        self.zones += self.zone is None or self.zone.read
        self.zone = _Zone(rule, at, label.readings if label else (), group)
        return after

    def _put(self, at: int, line: Line, *, fresh: bool | None = None) -> None:
        """Let a part of a row stand in its place."""
        self.rows.put(at, at + 1, [replace(rows_of([line])[0], right=self.rows[at].right, fresh=fresh)])

    def _take_column(self, at: int, left: float, tall: int) -> None:
        """Reduce rows to the column beside their heading ("Recommendation:" | text), down to the next heading in the left one.

        The heading runs over `tall` rows.
        """
        column = [_column(self.rows.line(at), left)]
        end = at + 1
        while end < len(self.rows):
            line = self.rows.line(end)
            wrapped = end - at <= 2 and len(line.cells) > 1 and (starts_low(line.text) or line.text.startswith("("))
            if line.box.x0 < left - NEAR and not wrapped and end - at >= tall:
                break
            if line.box.x1 > left:
                column.append(_column(line, left))
            end += 1
        first = replace(self.rows[at], line=column[0])
        if end < len(self.rows) and (
            len(column) > 1 or not first.wraps_into(self.rows[end]) or _is_row_of(self.rows.line(end), left)
        ):
            self.rows.put(end, end + 1, [replace(self.rows[end], fresh=True)])
        self.rows.put(at, end, rows_of(column))

    def _leaves(self, zone: _Zone, at: int) -> bool:
        """Whether the section of recommendations ends here."""
        row = self.rows[at]
        if not zone.read and at - zone.at > _PATIENCE:
            return True
        before = self.rows.line(at - 1).text if at else ""
        next_section = row.label is not None and row.label.follows(zone.number) and row.line.bold
        return next_section or is_heading(row, before if finished(before) or not row.line.bold else ".")

    # Lists

    def _take(self, opening: Opening) -> int | None:
        """Read the list that an opening announces; the row to go on with, None where there turns out to be none."""
        if opening.rule == "recommend.named":
            return self._keep(opening, read_labelled(self.rows, opening.start, self._is_opening))
        said, end = opening.said, opening.end
        if not said:
            return self._take_list(opening, end)
        if rules().first("whole", said) and end < len(self.rows) and self.rows[end].label is not None:
            return self._take_whole(opening)
        if self._announces(said, end) and (after := self._take_list(replace(opening, verb=verb(said)), end)) is not None:
            return after
        return self._take_said(opening)

    def _take_said(self, opening: Opening) -> int | None:
        """What is recommended in the paragraph of the stem itself: another stem, a list that runs on, or a sentence."""
        count, rest = opening.passage.after(opening.offset)
        assert rest is not None
        at = opening.start + count
        if is_stem(opening.said):
            self._put(at, rest, fresh=True)
            return at
        label = rows_of([rest])[0].label
        if label is not None and label.first:
            self._put(at, rest)
            return self._take_list(opening, at)
        if self._first_of_several(opening):
            self.rows.put(at, at + 1, [replace(self.rows[at], rest=rest)])
            return self._keep(opening, read_labelled(self.rows, at, self._is_opening))
        return self._take_sentence(opening)

    def _first_of_several(self, opening: Opening) -> bool:
        """Whether a numbered paragraph that opens with the stem is only the first of a section's numbered recommendations."""
        label = self.rows[opening.start].label
        if self.zone is None or label is None or opening.end >= len(self.rows) or opening.said.endswith(":"):
            return False
        within = opening.offset < len((opening.passage.rows[0].rest or opening.passage.rows[0].line).text)
        following = self.rows[opening.end].label
        text = paragraph(self.rows, opening.end).text
        return within and following is not None and following.follows(label.readings) and reads_like(text) and not is_stem(text)

    def _announces(self, said: str, end: int) -> bool:
        """Whether the words after a stem only announce the limbs that follow ("consider and comment on the:")."""
        if end >= len(self.rows) or rules().first("closing", said) or said.endswith((".", ";", "?", "!")):
            return False
        row = self.rows[end]
        if row.label is not None:
            return (row.label.first or said.endswith(":")) and not is_heading(row, said)
        return said.endswith((":", "–", "—")) and (reads_like(row.text) or (len(row.line.cells) == 1 and not row.line.bold))

    def _take_list(self, opening: Opening, start: int) -> int | None:
        if start >= len(self.rows):
            return None
        label_bare(self.rows, start)
        if is_stem(paragraph(self.rows, start, 4).text):
            return start
        self._drop_heading_beside(start, opening.passage.rows[0].x - NEAR)
        if self.rows[start].label is not None or self._heads_limbs(start):
            drop_side_column(self.rows, start)
            taken = read_labelled(self.rows, start, self._is_opening, opening.number)
            return taken.end if self.place.agenda and _topics(taken) else self._keep(opening, taken)
        wanted = reads_like if opening.strand == "formal" else bool
        return self._keep(opening, read_paragraphs(self.rows, start, self._is_opening, wanted))

    def _drop_heading_beside(self, start: int, left: float) -> None:
        """Take out a heading that a table sets half way down beside the list whose stem, at a left edge, stands above it."""
        for at in range(start, min(start + _PATIENCE, len(self.rows))):
            cells = self.rows.line(at).cells
            if len(cells) > 1 and cells[0].box.x1 < left <= cells[1].box.x0 and _heading_hit(cells[0]):
                self._put(at, _column(self.rows.line(at), left), fresh=self.rows[at].fresh)
            elif cells[0].box.x0 < left - NEAR:
                return

    def _heads_limbs(self, at: int) -> bool:
        """Whether a row without a label is a heading over the limbs after it."""
        row = self.rows[at]
        if rules().first("section", row.text.strip(" -–—")) or rules().first("end", row.text):
            return False
        below = list(takewhile(lambda r: r.label is None, self.rows[at + 1 : at + 3]))
        if row.label is not None or reads_like(row.text) or at + 1 + len(below) >= len(self.rows):
            return False
        return len(below) < _BENEATH and not any(is_stem(r.text) or rules().first("impersonal", r.text) for r in below)

    def _take_whole(self, opening: Opening) -> int:
        """A recommendation in one sentence that ends in a list of its parts."""
        below = read_labelled(self.rows, opening.end, self._is_opening, opening.number)
        for part in below.limbs:
            part.depth += 1
        parts = opening.passage.between(opening.offset, len(opening.passage.text))
        limb = Limb(None, 0, parts[0].box.x0, parts[0].box.x0, lines=parts, places=parts)
        self._keep(opening, Taken((limb, *below.limbs), below.end, below.closed))
        return below.end

    def _take_sentence(self, opening: Opening) -> int:
        """The rest of the sentence that the stem begins."""
        said = opening.said
        stop = first_sentence(said)
        parts = opening.passage.between(opening.offset, opening.offset + stop)
        limb = Limb(None, 0, parts[0].box.x0, parts[0].box.x0, lines=parts, places=parts)
        self._keep(opening, Taken((limb,), opening.end, False))
        more = said[stop:].lstrip()
        if is_stem(more):
            count, rest = opening.passage.after(len(opening.passage.text) - len(more))
            if rest is not None:
                self._put(opening.start + count, rest, fresh=True)
                return opening.start + count
        return opening.end

    def _unannounced(self, zone: _Zone, at: int) -> int | None:
        """A list that stands under its heading without a stem, where it reads like one; the row to go on with."""
        row = self.rows[at]
        if row.rest is None:
            return None
        like = reads_like if self.place.scrutiny else decides
        headed = self._heads_limbs(at)
        first = next(n for n in range(at, at + 3) if self.rows[n].label is not None) if headed else at
        if not like(paragraph(self.rows, first).text):
            return None
        strand: Strand = "scrutiny" if self.place.scrutiny and self.zones > 1 else "formal"
        opening = Opening(zone.rule, at, paragraph(self.rows, at), 0, strand=strand, number=zone.number)
        if row.label is None and not headed:
            return self._keep(opening, read_paragraphs(self.rows, at, self._is_opening, like))
        drop_side_column(self.rows, at)
        return self._keep(opening, read_labelled(self.rows, at, self._is_opening, zone.number))

    def _is_opening(self, at: int) -> bool:
        """Whether another list opens at a row, so that the one before it ends."""
        row = self.rows[at]
        if _heading_hit(row.rest or row.line) and not row.full:
            return not row.text.endswith(":") or row.line.bold
        return row.label is None and starts_paragraph(self.rows, at) and is_stem(paragraph(self.rows, at, 4).text)

    def _keep(self, opening: Opening, taken: Taken) -> int | None:
        """Add the limbs to what was found; the row after them."""
        if not taken.limbs:
            return None
        if self.zone is not None:
            self.zone.read = True
            for limb in taken.limbs:
                limb.group = limb.group or self.zone.group
        self.found += tree(taken.limbs, opening)
        return taken.end


def _topics(taken: Taken) -> bool:
    """Whether bullets only name the matters to be taken under a business, none of them what is to be decided."""
    limbs = [limb for limb in taken.limbs if limb.lines]
    return bool(limbs) and not any(limb.label or reads_like(join(limb.lines)) for limb in limbs)


def _heading_hit(line: Line) -> Hit | None:
    """The rule by which a line is the heading of a section of recommendations, and its match; a stem may speak of those too."""
    hit = rules().first("heading", line.text) if len(line.text) <= 90 and not starts_low(line.text) else None
    return None if hit is not None and hit["whose"] and is_stem(line.text) else hit


def _is_row_of(line: Line, left: float) -> bool:
    """Whether a line has a label and a value that starts in the column with that left edge: the next row of one form."""
    return len(line.cells) == 2 and abs(line.cells[1].box.x0 - left) <= NEAR


def _column(line: Line, left: float) -> Line:
    """The part of a line in the column that starts at a left edge."""
    spans = [span for span in line.spans if span.x0 >= left - NEAR]
    return line.part(spans) if spans else line
