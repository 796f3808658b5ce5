"""Lines as the reader of a list sees them: with their labels, the space above them, and whether they look like a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages.recommend_labels import Label, head, split, tail
from agendapack.stages.recommend_words import is_stem, rules

NEAR = 7.0
"""Points within which two left edges count as the same: tab stops lie at least twice as far apart."""
_BREAK = 1.25
"""Share by which the space above a paragraph exceeds that between its lines: templates add at least a third of a line."""
_WIDE = 2.0
"""Line distance in type sizes above which lines are not the lines of one paragraph: double spacing stays below."""
_FULL = 0.88
"""Share of the column that a line of running text fills at least; headings are shorter."""
_LIST = 40
"""Rows after the start of a list in which a table's further column would show."""
_AROUND = 8
"""Rows above and below that show how far to the right the text runs."""
_CLAUSE = pattern(r"[,;] [a-z]|\bto [a-z]")
_OFFICE = 7
"""Words of the longest office that stands alone under a paper."""
_PAGE_NUMBER = pattern(r"page \d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_OPEN_END = pattern(
    r"(?:[,(\[–—-]|(?<!: )(?<!/)\b(?:and|or|of|the|a|an|to|for|in|on|by|with|from|at|as|that|which|who|any|all|its|their|"
    r"this|these|is|are|be|into|between|within|under|our|each|per|via|via the|including))$",
    re.IGNORECASE,
)
_LONGEST_END = 20
"""Characters of the longest of these ends, and of those below; they are looked for nowhere else in a line."""
_REFERS = pattern(
    r"\b(?:paragraphs?|paras?|sections?|appendix|appendices|annex(?:es)?|tables?|figures?|parts?|schedules?|clauses?|minutes?|items?|recommendations?|decisions?|resolutions?|polic(?:y|ies)"
    r"|options?|rules?|regulations?|standing orders?|nos?\.?)$",
    re.IGNORECASE,
)
_DRAFTED = pattern(r"That (?!is\b|was\b)")
"""How a limb begins that is drafted to be resolved. In a table's cell no space may set it off from the limb above it."""
_LIMB_END = pattern(r"[;.] (?:and|or|and/or)$", re.IGNORECASE)
"""What closes a limb and promises another: no word of it is missing."""
_CLOSED_END = pattern(r"[.;:!?][)\]\"'”’]*$|[;,.:] (?:and|or|and/or)$", re.IGNORECASE)


class Row(Struct, frozen=True):
    """One line of a paper. `rest` is what follows its label (the whole line where it has none; None where nothing does)."""

    line: Line
    label: Label | None
    rest: Line | None
    fresh: bool | None
    """Whether more space than usual stands above it; None at the top of a sheet, where nobody can tell."""
    right: float
    """Right edge of the text around it, in points."""

    @property
    def text(self) -> str:
        """The whole line, label included."""
        return self.line.text

    @property
    def said(self) -> str:
        """The text after the label."""
        return self.rest.text if self.rest is not None else ""

    @property
    def x(self) -> float:
        """Left edge of the line, in points."""
        return self.line.box.x0

    @property
    def full(self) -> bool:
        """Whether it fills its column, as running text does."""
        left = min(self.x, 90.0)
        return self.line.box.x1 - left >= _FULL * (self.right - left)

    def wraps_into(self, below: Row, edge: float | None = None) -> bool:
        """Whether the first word of the row below had no room left on this one, so that the text may simply go on. `edge`: where
        its column ends, in points, if not with the text around it."""
        line = self.line
        letter = (line.box.x1 - line.box.x0) / max(1, len(line.text))
        return line.box.x1 + letter * (len(below.text.split(" ", 1)[0]) + 1) > (edge or self.right) - 2 * letter

    @property
    def text_x(self) -> float:
        """Left edge of the text after the label, in points."""
        return self.rest.box.x0 if self.rest is not None else self.line.box.x0


class Rows(Sequence[Row]):
    """The rows of a run of lines, each made when it is first asked for: most rows of a paper nobody looks at.

    Writing that cannot be seen is left out: `lines` are those that are rows at first. Others may be put in their place.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = [line for line in lines if line.text and not _PAGE_NUMBER.fullmatch(line.text)]
        self._made: list[Row | None] = [None] * len(self.lines)
        self._rows: list[Row | int] = list(range(len(self.lines)))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self._rows)))]
        row = self._rows[at]
        return row if isinstance(row, Row) else self._made[row] or self._make(row)

    def line(self, at: int) -> Line:
        """The line of a row, for which the row need not be made."""
        row = self._rows[at]
        return row.line if isinstance(row, Row) else self.lines[row]

    def put(self, start: int, end: int, rows: Iterable[Row]) -> None:
        """Let other rows stand in the place of some."""
        self._rows[start:end] = rows

    def after(self, start: int, places: Container[int]) -> int:
        """The first row from one on that was put there, or is the line of one of some places; behind the last where none is."""
        for at, row in enumerate(islice(self._rows, start, None), start):
            if isinstance(row, Row) or row in places:
                return at
        return len(self._rows)

    def _make(self, n: int) -> Row:
        line = self.lines[n]
        label, rest = split(line) or (None, line)
        first, last = self._sheets[line.sheet]
        right = max(self._sides[max(first, n - _AROUND) : min(last, n + _AROUND) + 1])
        row = self._made[n] = Row(line, label, rest, _fresh(self._steps, n, line.size, self._usual), right)
        return row

    @cached_property
    def _sheets(self) -> dict[int, tuple[int, int]]:
        """The places of the first and the last line of each sheet."""
        last = {line.sheet: n for n, line in enumerate(self.lines)}
        first = {line.sheet: n for n, line in reversed(list(enumerate(self.lines)))}
        return {sheet: (first[sheet], last[sheet]) for sheet in first}

    @cached_property
    def _sides(self) -> list[float]:
        return [line.box.x1 for line in self.lines]

    @cached_property
    def _steps(self) -> list[float | None]:
        return [_step(above, below) for above, below in pairwise(self.lines)]

    @cached_property
    def _usual(self) -> float:
        """The commonest distance from line to line; 0 where there is none."""
        counts = Counter(round(step) for step in self._steps if step is not None)
        return float(max(counts, key=lambda step: (counts[step], -step))) if counts else 0.0


def rows_of(lines: Iterable[Line]) -> tuple[Row, ...]:
    """The rows of a run of lines, for whoever looks at all of them."""
    return tuple(Rows(lines))


def _step(above: Line, below: Line) -> float | None:
    """The distance from line to line; None where it tells nothing (another sheet, another column)."""
    step = below.box.top - above.box.top
    return step if above.sheet == below.sheet and step > 0.5 * below.size else None


def _fresh(steps: Sequence[float | None], n: int, size: float, usual: float) -> bool | None:
    """Whether the space above line `n` is that between paragraphs, judged by the whole paper and by the lines around it."""
    own = steps[n - 1] if n else None
    if own is None:
        return None
    if not (own > 1.05 * usual or usual > _WIDE * size):
        return False
    near = min((step for step in steps[max(0, n - 4) : n + 3] if step is not None and step >= 0.9 * size), default=own)
    return own > _BREAK * (1.2 * size if near > _WIDE * size else near)


def drop_side_column(rows: Rows, start: int) -> None:
    """Take the column out that a table prints beside the list from a row on ("2.1 | Note the forecast | See section 3").

    The column is known by two or more labelled rows in which it starts at the same place. It ends with the first row whose
    text runs across that place.
    """
    left = _side_column(rows[start : start + _LIST])
    if left is None:
        return
    across = (n for n in range(start, len(rows)) if _runs_across(rows.line(n), left))
    end = next(across, len(rows))
    rows.put(start, end, _left_of(rows[start:end], left))


def _runs_across(line: Line, left: float) -> bool:
    return any(span.x0 < left - NEAR < left + NEAR < span.x1 for span in line.spans)


def _left_of(rows: Iterable[Row], left: float) -> list[Row]:
    """What stands left of a column in some rows."""
    out: list[Row] = []
    for row in rows:
        kept = [span for span in row.line.spans if span.x0 < left - NEAR]
        if not kept:
            continue
        line = row.line.part(kept)
        found = split(line)
        narrow = replace(row, line=line, label=found[0] if found else None, rest=found[1] if found else line, right=left)
        above = out[-1] if out else None
        if (
            narrow.label is not None
            and narrow.rest is None
            and above is not None
            and above.label is None
            and _centred(above, narrow)
        ):
            # A cell's text in two lines, its label set between them: the label belongs before the first.
            spans = (*narrow.line.spans, *above.line.spans)
            out[-1] = replace(
                narrow, line=replace(above.line.part(spans), box=narrow.line.box.union(above.line.box)), rest=above.line
            )
        else:
            out.append(narrow)
    return out


def _centred(above: Row, label: Row) -> bool:
    step = label.line.box.top - above.line.box.top
    return above.line.sheet == label.line.sheet and 0 < step < 0.9 * label.line.size and above.x > label.line.box.x1


def _side_column(rows: Sequence[Row]) -> float | None:
    """Where a column beside the list starts, in points."""
    starts: list[float] = []
    for row in rows:
        cells = row.line.cells
        if row.label is None or len(cells) < 2:
            continue
        texts = cells[1:] if row.rest is None or row.rest.box.x0 >= cells[1].box.x0 - 1 else cells
        if len(texts) > 1:
            starts.append(texts[1].box.x0)
    return next((start for start in starts if sum(abs(start - other) < NEAR for other in starts) > 1), None)


def unfinished(text: str) -> bool:
    """Whether a text stops in mid-sentence beyond doubt: at a comma, a bracket, an article, a preposition."""
    start = max(0, len(text) - _LONGEST_END)
    return bool(_OPEN_END.search(text, start)) and not _LIMB_END.search(text, start)


def finished(text: str) -> bool:
    """Whether a text ends as a sentence or a limb of a list does."""
    return bool(_CLOSED_END.search(text))


def starts_low(text: str) -> bool:
    """Whether a text starts in mid-sentence: with a small letter."""
    return text[:1].islower()


def is_capitals(text: str) -> bool:
    """Whether a text is set in capitals throughout (at least one word of four letters)."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and text == text.upper()


def is_heading(row: Row, before: str, last: Row | None = None, *, bold_is_plain: bool = False) -> bool:
    """Whether a row is the heading of another section.

    `before` is the text that it follows and `last` the row of that text's end. `bold_is_plain`: that text is bold itself, so
    that being bold says nothing.
    """
    text = row.text
    if unfinished(before) or starts_low(row.said or text) or not any(letter.isalpha() for letter in text):
        return False
    apart = finished(before) or row.fresh is not False or (last is not None and not last.wraps_into(row))
    if rules().first("end", row.said or text):
        return apart or row.line.bold or not _runs_on(text)
    capitals = is_capitals(row.said)
    known = rules().first("section", text.strip(" -–—")) or (
        rules().first("heading", row.said or text) and not row.full and not text.endswith(":")
    )
    if known:
        return apart or row.line.bold or capitals
    if row.full or text.endswith((".", ";", ",")) or unfinished(text) or len(text) > 90:
        return False
    if capitals and not row.line.bold:
        return apart and row.label is None and not rules().first("decide", row.said)
    return apart and row.line.bold and not bold_is_plain


def _runs_on(text: str) -> bool:
    """Whether a line that begins like a signature is text: "Director of Planning to sign;", not "Director of Planning"."""
    labelled = re.match(r"[\w ()/]{2,40}: ", text)
    clause = text.endswith((".", ";", ":", ",")) or len(text.split()) > _OFFICE or unfinished(text) or _CLAUSE.search(text)
    return labelled is None and bool(clause)


class Passage:
    """Rows read as running text, with the way back from a place in the text to the row."""

    def __init__(self, rows: Sequence[Row], lines: Sequence[Line]) -> None:
        self.rows = rows
        self._lines = lines
        self._starts: list[int] = []
        self.text = ""
        for line in lines:
            glued = self.text.endswith("-") and len(self.text) > 1 and self.text[-2].isalnum() and line.text[:1].isalnum()
            self.text += "" if glued or not self.text else " "
            self._starts.append(len(self.text))
            self.text += line.text

    def begins_row(self, offset: int) -> bool:
        """Whether a row begins at a place in the text."""
        return offset in self._starts

    def followed_by(self, other: Passage) -> Passage:
        """Both as one."""
        return Passage([*self.rows, *other.rows], [*self._lines, *other._lines])

    def between(self, start: int, end: int) -> list[Line]:
        """The lines, or parts of lines, between two places in the text."""
        out = []
        for first, line in zip(self._starts, self._lines, strict=True):
            low, high = max(start - first, 0), min(end - first, len(line.text))
            if low < high:
                out.append(tail(head(line, high), low))
        return out

    def after(self, offset: int) -> tuple[int, Line | None]:
        """How many whole rows lie before a place in the text, and what is left of the next row from there (None: nothing)."""
        for n, (start, line) in enumerate(zip(self._starts, self._lines, strict=True)):
            if offset < start + len(line.text):
                return n, tail(line, offset - start)
        return len(self._lines), None


def goes_on(last: Row, before: str, row: Row, *, label_x: float | None = None, text_x: float | None = None) -> bool:
    """Whether an unlabelled row goes on with the paragraph whose text so far is `before` and whose last row is `last`.

    `label_x` and `text_x`: where the label of the paragraph and the text after it stand, if it has one.
    """
    if starts_low(row.text) or unfinished(before):
        return True
    if row.fresh:
        return False
    if row.fresh is None:
        return last.full and (not finished(before) or abs(row.x - last.x) < NEAR)
    if label_x is not None and text_x is not None and text_x > label_x + NEAR and abs(row.x - text_x) < NEAR:
        return True
    if before.endswith(":") or (row.x < (last.x if label_x is None else label_x) - 2 * NEAR and finished(before)):
        return False
    return (label_x is not None and not finished(before)) or last.wraps_into(row) or _in_narrow_column(last, before, row)


def _in_narrow_column(last: Row, before: str, row: Row) -> bool:
    """Whether a sentence that has not ended fills its line as far as the line beneath it reaches: beside another column the text
    of a cell is narrower than that of the sheet."""
    edge = row.line.box.x1
    alike = abs(row.x - last.x) < NEAR and row.line.bold == last.line.bold
    open_end = before[-1:].isalnum() or before.endswith(",")
    return alike and open_end and last.line.box.x1 <= edge < last.right and last.wraps_into(row, edge)


def paragraph(rows: Sequence[Row], start: int, most: int = 60, ends: Callable[[int], bool] | None = None) -> Passage:
    """The text from a row on, without its label, to the end of its paragraph, to `most` rows, or to a row at which it `ends`."""
    first = rows[start]
    taken, lines = [first], [first.rest or first.line]
    label_x, text_x = (None, None) if first.label is None else (first.x, first.text_x)
    for n in range(start + 1, min(start + most, len(rows))):
        row = rows[n]
        before = lines[-1].text
        if before.endswith(":") and row.line.bold != taken[-1].line.bold:
            break
        if n == start + 1 and _heads(first, row):
            break
        if row.label is not None and not (in_reference(row, before) or _in_sentence(row, before)):
            break
        if is_heading(row, before, taken[-1], bold_is_plain=first.line.bold) or _asks(row, before):
            break
        if _DRAFTED.match(lines[0].text) and _DRAFTED.match(row.text) and finished(before):
            break
        if not goes_on(taken[-1], before, row, label_x=label_x, text_x=text_x) or (ends is not None and ends(n)):
            break
        taken.append(row)
        lines.append(row.line)
    return Passage(taken, lines)


def _heads(first: Row, below: Row) -> bool:
    """Whether a row is the heading of the text close beneath it: bold and not full, over a sentence that is not bold."""
    whole = first.line.bold and not first.full and not unfinished(first.text)
    begins = below.said[:1].isupper() if below.label is not None else below.text[:1].isupper()
    return whole and not below.line.bold and begins


def in_reference(row: Row, before: str) -> bool:
    """Whether what looks like a label is the number that the words before it refer to ("as set out in paragraph / 3.2.")."""
    return row.fresh is not True and bool(_REFERS.search(before, max(0, len(before) - _LONGEST_END)))


def _in_sentence(row: Row, before: str) -> bool:
    return row.label is not None and starts_low(row.said) and unfinished(before) and not row.label.first


def _asks(row: Row, before: str) -> bool:
    """Whether a row begins with a stem of its own."""
    return not unfinished(before) and not starts_low(row.text) and is_stem(row.text)


def starts_paragraph(rows: Sequence[Row], n: int) -> bool:
    """Whether a paragraph begins with this row."""
    if n == 0 or rows[n].label is not None or rows[n].fresh is not False:
        return True
    above = rows[n - 1]
    return above.line.bold or (rows[n].line.bold and not unfinished(above.text)) or not above.wraps_into(rows[n])
