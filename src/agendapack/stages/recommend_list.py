"""Limbs: from the rows after a stem to a list of labelled texts with their depth, and from those to a tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages.recommend_labels import Label, Reading, bare, split
from agendapack.stages.recommend_rows import (
    NEAR,
    Passage,
    Row,
    Rows,
    finished,
    goes_on,
    in_reference,
    is_heading,
    paragraph,
    starts_low,
    unfinished,
)
from agendapack.stages.recommend_words import reads_like, rules

_DRIFT = 14.0
"""Points by which the labels of one list may stand apart ("9." and "10." set flush right, a scanned sheet)."""
_RUN_IN = pattern(r"[;,.](?: and| or)? (?P<label>\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)) ?")
"""Where the next limb of a list begins that runs on in one paragraph."""
_VERB_ALONE = pattern(r"(?:To )?[A-Za-z]+:", re.IGNORECASE)
"""A verb that heads the limbs to which it belongs ("To AGREE:") and recommends nothing by itself."""
_TITLE = 110
"""Characters of the longest heading within a list: two lines."""
_AHEAD = 8
"""Rows to look ahead for the next label of the list, past a remark or a heading within it."""
_COUNTED = 40
"""Rows after the start of a list in which its second figure would show."""
_STEM = 4
"""Rows of a stem at most between a heading and the list beneath it."""
_STEM_END = pattern(r"\b(?:to|that)$", re.IGNORECASE)
"""How a stem ends whose colon is not printed."""


class Limb(Struct):
    """One limb while it is read. `lines` hold its text without the label, `places` the lines as they stand on the sheet."""

    label: str | None
    depth: int
    x: float
    text_x: float
    group: str | None = None
    lines: list[Line] = field(default_factory=list)
    places: list[Line] = field(default_factory=list)
    last: Row | None = None

    @property
    def before(self) -> str:
        """The text of its last line."""
        return self.lines[-1].text if self.lines else ""

    def add(self, row: Row, line: Line | None) -> None:
        """Go on with a row, or the part of it that is not its label."""
        if line is not None:
            self.lines.append(line)
        self.places.append(row.line)
        self.last = row


class _Level(Struct):
    scheme: str
    ordinal: int
    x: float
    count: int = 1

    def holds(self, reading: Reading) -> bool:
        """Whether a label is of this level's scheme. A word processor may have made the first a capital: "A)", then "b)"."""
        return reading.scheme == self.scheme or (self.count == 1 and reading.scheme == self.scheme.lower())


class Taken(Struct, frozen=True):
    """The limbs of a list, the row after the last, and whether a heading closed the list."""

    limbs: tuple[Limb, ...]
    end: int
    closed: bool


class _Reader:
    """Reads one list. `number` are the readings of the paragraph or heading that the list belongs to: its successor ends it."""

    def __init__(self, rows: Sequence[Row], opens: Callable[[int], bool], number: tuple[Reading, ...]) -> None:
        self.rows = rows
        self.opens = opens
        self.number = number
        self.limbs: list[Limb] = []
        self.levels: list[_Level] = []
        self.group: str | None = None

    def read(self, start: int) -> Taken:
        at = start
        while at < len(self.rows):
            row = self.rows[at]
            if self.limbs and not self.limbs[-1].lines and row.label is None:
                self._text_below_label(row)
                at += 1
                continue
            if self.limbs and self.opens(at) and not unfinished(self.limbs[-1].before):
                return Taken(tuple(self.limbs), at, False)
            if (after := self._subheading(at)) is not None:
                at = after
                continue
            if self.limbs and self._heading(row):
                return Taken(tuple(self.limbs), at, True)
            if row.label is not None and self._labelled(at, row, row.label):
                at += 1
                continue
            if not self.limbs or (row.label is not None and not self._in_sentence(row)):
                break
            if not self._unlabelled(at, row):
                if rules().first("note", row.text) and (resumed := self._resumes(at + 1)) is not None:
                    at = resumed
                    continue
                break
            at += 1
        return Taken(tuple(self.limbs), at, False)

    def _text_below_label(self, row: Row) -> None:
        """Take the first row of a limb whose label stands on a line of its own."""
        limb = self.limbs[-1]
        limb.add(row, row.line)
        limb.x = limb.text_x = row.x

    def _heading(self, row: Row) -> bool:
        limb = self.limbs[-1]
        if row.label is not None and row.label.named:
            return False
        return is_heading(row, limb.before, limb.last, bold_is_plain=limb.places[0].bold)

    def _in_sentence(self, row: Row) -> bool:
        """Whether what looks like a label is a reference that a line happens to start with ("... as set out in / (c) above")."""
        before = self.limbs[-1].before
        return in_reference(row, before) or (not finished(before) and row.fresh is not True and starts_low(row.said))

    def _labelled(self, at: int, row: Row, label: Label) -> bool:
        """Take a labelled row into the list; False where its label leaves the list."""
        if not self.limbs:
            return self._start(row, label, 0)
        before = self.limbs[-1].before
        if in_reference(row, before):
            return False
        if label.bullet and self._run_on(at, row, before):
            self.limbs[-1].add(row, row.rest)
            return True
        depth = self._same_level(row, label, before)
        if depth is None and label.follows(self.number):
            return False
        if depth is None:
            depth = self._new_level(row, label, before)
        return depth is not None and self._start(row, label, depth)

    def _start(self, row: Row, label: Label | None, depth: int) -> bool:
        reading = self._reading(label, depth)
        del self.levels[depth + 1 :]
        if depth < len(self.levels):
            level = self.levels[depth]
            level.count += 1
            if not (label is not None and label.bullet and level.scheme != reading.scheme):
                level.scheme, level.ordinal, level.x = reading.scheme, reading.ordinal, row.x
        else:
            self.levels.append(_Level(reading.scheme, reading.ordinal, row.x))
        limb = Limb(label.text if label else None, depth, row.x, row.text_x, self.group)
        limb.add(row, row.rest)
        self.limbs.append(limb)
        return True

    def _reading(self, label: Label | None, depth: int) -> Reading:
        if label is None:
            return Reading("paragraph", 1)
        if depth < len(self.levels):
            level = self.levels[depth]
            for reading in label.readings:
                if level.holds(reading) and reading.ordinal > level.ordinal:
                    return reading
        return label.readings[0]

    def _same_level(self, row: Row, label: Label, before: str) -> int | None:
        """The depth of the open level that the label goes on with: as its successor, else later, where labels were lost.

        Behind a colon the first label of another list is the beginning of that list, not a later one of this.
        """
        for skip in (False,) if label.first and before.endswith(":") else (False, True):
            for depth in range(len(self.levels) - 1, -1, -1):
                level = self.levels[depth]
                if abs(row.x - level.x) > _DRIFT and row.fresh is not None:
                    continue
                for reading in label.readings:
                    due = reading.ordinal == level.ordinal + 1 or label.bullet
                    later = skip and level.ordinal < reading.ordinal <= level.ordinal + 12
                    if level.holds(reading) and (due or later):
                        return depth
        return None

    def _new_level(self, row: Row, label: Label, before: str) -> int | None:
        here = self.levels[-1]
        root = self.levels[0]
        if row.x < root.x - NEAR:
            # Bullets stand where a scanned list lost its numbers: the number that is due counts them.
            counted = root.scheme.startswith("bullet") and any(r.ordinal == root.count + 1 for r in label.readings)
            follows = label.follows((Reading(root.scheme, root.ordinal),))
            return 0 if (counted or follows) and not label.bullet else None
        for depth, level in enumerate(self.levels):
            alike = abs(row.x - level.x) <= NEAR
            lost = label.bullet or (
                level.scheme.startswith("bullet") and any(r.ordinal >= level.count + 1 for r in label.readings)
            )
            if alike and lost and not (before.endswith(":") and depth == len(self.levels) - 1):
                return depth
        if not label.first:
            stems = [r.scheme.rpartition(".#")[0] for r in label.readings if r.scheme.endswith(".#")]
            return len(self.levels) if self.limbs[-1].label in stems else None
        if (
            label.bullet
            and before.endswith(".")
            and not starts_low(row.said)
            and not here.scheme.startswith(("bullet", "paragraph"))
        ):
            return len(self.levels) - 1
        deeper = row.x > here.x + NEAR or before.endswith((":", "–", "—", "-")) or not finished(before)
        return len(self.levels) if deeper else None

    def _run_on(self, at: int, row: Row, before: str) -> bool:
        """Whether a bullet is a scanner's: alone, in mid-sentence, in the text of a limb."""
        if finished(before) or not starts_low(row.said) or self.levels[-1].scheme.startswith(("bullet", "paragraph")):
            return False
        following = (r for r in self.rows[at + 1 : at + _AHEAD] if r.label is not None)
        later = next(following, None)
        return later is None or later.label is None or not later.label.bullet or later.label.readings != row.label.readings  # type: ignore[union-attr]

    def _unlabelled(self, at: int, row: Row) -> bool:
        """Take a row without a label of the list into the last limb; False where it stands outside the list."""
        limb = self.limbs[-1]
        assert limb.last is not None
        hangs = limb.text_x > limb.x + NEAR and row.x >= limb.text_x - NEAR
        wrapped = starts_low(row.text) and (hangs or (row.fresh is False and limb.last.wraps_into(row)))
        if rules().first("note", row.text) and not unfinished(limb.before) and not wrapped:
            return False
        if goes_on(limb.last, limb.before, row, label_x=limb.x, text_x=limb.text_x):
            limb.add(row, row.line)
            return True
        if hangs and (row.fresh is None or self._resumes(at + 1) is not None):
            limb.add(row, row.line)
            return True
        return False

    def _resumes(self, start: int) -> int | None:
        """The row in which the list goes on, after a remark or a second paragraph."""
        for at in range(start, min(start + _AHEAD, len(self.rows))):
            row = self.rows[at]
            if row.label is None:
                if is_heading(row, "."):
                    return None
                continue
            root = self.levels[0]
            due = row.label.follows((Reading(root.scheme, root.ordinal),))
            return at if due and abs(row.x - root.x) <= _DRIFT and not row.label.bullet else None
        return None

    def _subheading(self, at: int) -> int | None:
        """The row after a heading within the list ("Contractual:"), which becomes the group of the limbs after it."""
        first = self.rows[at]
        if not self._may_head(at, first):
            return None
        after = at + 1
        if (
            first.full
            and after < len(self.rows)
            and self.rows[after].label is None
            and goes_on(first, first.text, self.rows[after])
        ):
            after += 1
        words = paragraph(self.rows, at, after - at).text
        limb = self.rows[after] if after < len(self.rows) else None
        titled = words.endswith(":") or all(row.line.bold for row in self.rows[at:after])
        if limb is None or limb.label is None or not titled or len(words) > _TITLE:
            return None
        if self.limbs and not reads_like(paragraph(self.rows, after).text):
            return None
        if not self._fits_after_heading(limb, limb.label, words):
            return None
        self.group = words.rstrip(": ")
        return after

    def _may_head(self, at: int, row: Row) -> bool:
        """Whether a row can be the first of such a heading at all."""
        before = self.limbs[-1].before if self.limbs else "."
        if row.label is not None or starts_low(row.text) or unfinished(before) or self.opens(at):
            return False
        if any(rules().first(means, row.text.strip(" -–—")) for means in ("note", "section", "end")):
            return False
        return not self.limbs or finished(before) or row.fresh is not False

    def _fits_after_heading(self, row: Row, label: Label, words: str) -> bool:
        """Whether the limb under a heading belongs to this list: its successor, or the first of another list of its kind."""
        if not self.limbs:
            return label.first
        root = self.levels[0]
        if abs(row.x - root.x) > _DRIFT:
            return False
        if label.follows((Reading(root.scheme, root.ordinal),)) and not label.bullet:
            return True
        again = label.first and (label.bullet or any(reading.scheme == root.scheme for reading in label.readings))
        if again and (words.endswith(":") or "recommend" in words.lower()):
            self.levels = [_Level(root.scheme, 0, root.x, 0)]
            return True
        return False


def label_bare(rows: Rows, start: int) -> None:
    """Give their labels to the rows of a list that figures without a mark count ("1 Approve ...", "2 Note ...").

    They are 1, 2 and so on at one left edge, the first of them right beneath the heading or the stem; one figure alone may be a
    figure of the text.
    """
    found: list[tuple[int, Row]] = []
    for at in range(start, min(start + _COUNTED, len(rows))):
        row = rows[at]
        first = found[0][1] if found else None
        if (first is None and at - start > _STEM) or (first is not None and row.line.bold and not first.line.bold):
            break
        above = rows.line(at - 1).text if at > start else ""
        announced = _STEM_END.search(above) is not None or not unfinished(above)
        begins = announced if first is None else abs(row.x - first.x) <= NEAR
        read = bare(row.line) if row.label is None and begins else None
        if read is not None and read[0].text == str(len(found) + 1):
            found.append((at, replace(row, label=read[0], rest=read[1])))
    for at, row in found if len(found) > 1 else ():
        rows.put(at, at + 1, [row])


def read_labelled(rows: Sequence[Row], start: int, opens: Callable[[int], bool], number: tuple[Reading, ...] = ()) -> Taken:
    """The limbs of the list that starts at a row. `opens` tells whether another list opens at a row."""
    taken = _Reader(rows, opens, number).read(start)
    return replace(taken, limbs=tuple(part for limb in taken.limbs for part in _divided(limb)))


def _divided(limb: Limb) -> list[Limb]:
    """The limbs of a list that runs on in one paragraph: "(a) note the report; (b) agree the fees; and (c) ..."."""
    label = split(limb.places[0]) if limb.label is not None else None
    if label is None or not label[0].readings[0].scheme.endswith("("):
        return [limb]
    text = Passage((), limb.lines)
    due, start, parts = label[0], 0, []
    for found in _RUN_IN.finditer(text.text):
        following = split(replace(limb.lines[0], text=text.text[found.start("label") :], spans=()))
        if following is not None and following[0].follows(due.readings):
            parts.append((due, start, found.start("label")))
            due, start = following[0], found.end()
    parts.append((due, start, len(text.text)))
    if len(parts) == 1:
        return [limb]
    return [
        Limb(part.text, limb.depth, limb.x, limb.text_x, limb.group, lines := text.between(low, high), lines, limb.last)
        for part, low, high in parts
    ]


def read_paragraphs(rows: Sequence[Row], start: int, opens: Callable[[int], bool], wanted: Callable[[str], bool]) -> Taken:
    """The limbs of a list whose limbs are plain paragraphs. `wanted` tells whether a text reads like a recommendation.

    Paragraphs that do not are kept only where a heading closes the list at once; else they are the text that follows it.
    """
    limbs: list[Limb] = []
    sure = 0
    end = at = start
    group: str | None = None
    while at < len(rows):
        row = rows[at]
        last = limbs[-1] if limbs else None
        if last is None and not wanted(row.text) and is_heading(row, "."):
            break
        if last is not None and is_heading(row, last.before, last.last, bold_is_plain=last.places[0].bold):
            return Taken(tuple(limbs), at, True)
        if (limbs and (opens(at) or abs(row.x - limbs[0].x) > _DRIFT)) or row.label is not None:
            break
        passage = paragraph(rows, at)
        after = at + len(passage.rows)
        if unfinished(passage.text) and after < len(rows) and rows[after].label is None and len(passage.rows) == 1:
            passage = paragraph(rows, at, 1).followed_by(paragraph(rows, after))
            after = at + len(passage.rows)
        if not limbs and not wanted(passage.text):
            if group is None and not finished(passage.text) and len(passage.text) < 110 and after < len(rows):
                group, at = passage.text, after
                continue
            break
        at = after
        heads = _VERB_ALONE.fullmatch(passage.text) is not None and _labelled_at(rows, at)
        if heads:
            group = passage.text.rstrip(": ")
        else:
            limbs.append(_whole_paragraph(row, passage, group))
        if passage.text.endswith(":") and _labelled_at(rows, at) and not rules().first("closing", passage.text):
            below = read_labelled(rows, at, opens)
            limbs.extend(replace(child, depth=child.depth + (not heads), group=group) for child in below.limbs)
            at = below.end
        if wanted(passage.text):
            sure, end = len(limbs), at
        elif len(limbs) - sure > 3:
            break
    return Taken(tuple(limbs[:sure]), end, False)


def _labelled_at(rows: Sequence[Row], at: int) -> bool:
    return at < len(rows) and rows[at].label is not None


def _whole_paragraph(row: Row, passage: Passage, group: str | None) -> Limb:
    """A paragraph without a label as a limb."""
    limb = Limb(None, 0, row.x, row.text_x, group)
    for taken in passage.rows:
        limb.add(taken, taken.line)
    return limb
