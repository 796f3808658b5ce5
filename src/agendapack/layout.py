"""What the stages hand to each other: lines on sheets, and runs of lines.

Everything here is frozen, and a `Struct`: a pack has tens of thousands of lines, and Python takes six times as long to make a
frozen dataclass, and eight times as long to define one. Sheets are counted from 1 as a PDF viewer
counts them; the number printed on a sheet is something else and is called the printed page. Boxes are in points from the
top left corner of the sheet as it is shown, that is after its rotation and its crop box have been applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from agendapack.noise import vocabulary

T = TypeVar("T")

BULLETS = "•▪■●○◦‣□❑➢➤►▶❖✓·"
"""The signs with which entries of lists begin, but for hyphens, which are more often something else."""

WORD_GAP = 0.185
"""Gap in ems from which two pieces of a row are two words. Boxes are tight to the letters: over three packs of three
producers joined words lie below 0.18 and separate ones above 0.19."""


class Box(Struct, frozen=True, gc=False):
    """A rectangle on a sheet, in points from the sheet's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))


class Span(Struct, frozen=True, gc=False):
    """A stretch of a line in one style with no wide gap in it."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool


ACROSS = 6.0
"""Points by which text has to lie on both sides of a column's edge to run across it."""


class Line(Struct, frozen=True, dict=True):
    """One visual row of text on a sheet.

    `text` has its white space folded. `spans` are the same words divided where the style changes or a gap opens, so that a
    label and its value, or two columns, can be told apart. `turned` is the direction of the writing in degrees clockwise
    (0 for upright text). `hidden` marks text that a reader cannot see (invisible or white).
    """

    sheet: int
    text: str
    box: Box
    size: float
    bold: bool
    spans: tuple[Span, ...] = ()
    turned: int = 0
    font: str = ""
    hidden: bool = False

    def __hash__(self) -> int:
        return hash((self.sheet, self.text, self.box))

    @property
    def cells(self) -> tuple[Line, ...]:
        """The line divided at its wide gaps (more than one em): the columns of this row, each a line of its own."""
        return (len(self.spans) > 1 and self._divided) or (self,)

    @cached_property
    def _divided(self) -> tuple[Line, ...]:
        """Its columns; none where it has but one. Every stage asks for them again."""
        groups: list[list[Span]] = []
        for span in self.spans:
            if groups and span.x0 - groups[-1][-1].x1 <= max(span.size, groups[-1][-1].size):
                groups[-1].append(span)
            else:
                groups.append([span])
        return () if len(groups) < 2 else tuple(self.part(group) for group in groups)

    def runs_across(self, edge: float) -> bool:
        """Whether text of it lies on both sides of a column's edge, in points from the left, and not only by a little."""
        return any(span.x0 < edge - ACROSS and span.x1 > edge + ACROSS for span in self.spans)

    def part(self, spans: Sequence[Span]) -> Line:
        """A line made of some of this line's spans, its box narrowed to them."""
        if len(spans) == 1:
            (span,) = spans
            text = " ".join(span.text.split())
            box = Box(span.x0, self.box.top, span.x1, self.box.bottom) if self.turned == 0 else self.box
            return Line(self.sheet, text, box, span.size, span.bold and bool(text), (span,), self.turned, self.font, self.hidden)
        text = spans[0].text
        letters = bold = 0
        main = before = spans[0]
        for span in spans:
            if span is not before:
                close = text.endswith(" ") or span.text.startswith(" ") or span.x0 - before.x1 < WORD_GAP * span.size
                text += ("" if close else " ") + span.text
            weight = len(span.text.strip())
            letters += weight
            bold += weight if span.bold else 0
            main = span if len(span.text) > len(main.text) else main
            before = span
        box = Box(spans[0].x0, self.box.top, spans[-1].x1, self.box.bottom) if self.turned == 0 else self.box
        strong = letters > 0 and bold >= 0.9 * letters
        return Line(self.sheet, " ".join(text.split()), box, main.size, strong, tuple(spans), self.turned, self.font, self.hidden)


class Link(Struct, frozen=True):
    """A link on a sheet to another sheet of the same PDF."""

    box: Box
    target: int


class Bookmark(Struct, frozen=True):
    """An entry of the PDF's outline. `level` is 0 for the top; `sheet` is None where it points nowhere."""

    level: int
    title: str
    sheet: int | None


class Page(Struct, frozen=True):
    """One sheet. Before `tidy` the furniture fields are empty; after it `lines` holds only the paper's own text."""

    sheet: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    images: int = 0
    paths: int = 0
    unreadable: str | None = None
    clipped: bool = False
    """A line of it was longer than any line is, and only its beginning is kept."""
    furniture: tuple[Line, ...] = ()
    printed: int | None = None
    item_stamp: str | None = None
    own_number: int | None = None
    blank: bool = False
    ocred: bool = False
    """Its lines are what OCR read in its picture."""
    ocr_failure: str = ""
    """Why OCR, which was asked for, did not read it."""

    @property
    def scanned(self) -> bool:
        """Whether, after `tidy`, it shows a picture and no text of its own."""
        return bool(self.images) and not self.lines and not self.blank


class Scan(Struct, frozen=True):
    """Sheets of a pack without text, as a PDF of their own (`content`): before OCR, or after it.

    `stamped` says that they have furniture that is text; `failure` why OCR did not read them, empty where it did.
    """

    sheets: tuple[int, ...]
    content: bytes
    stamped: bool = False
    failure: str = ""


class Document(Struct, frozen=True, dict=True):
    """A PDF as lines on sheets, with its outline and what it says of itself."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    title: str | None = None
    producer: str | None = None
    left_out: int = 0
    """Sheets at the end of the PDF that were not read: no pack has as many."""

    def page(self, sheet: int) -> Page:
        """The page of a 1-based sheet number."""
        return self.pages[sheet - 1]

    def lines(self, first: int = 1, last: int | None = None) -> Iterator[Line]:
        """The lines of the sheets `first` to `last`, both included."""
        for page in self.pages[first - 1 : last]:
            yield from page.lines

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that the document uses often enough to be words of its own, in lower case."""
        return vocabulary(line.text for page in self.pages for line in page.lines)

    @cached_property
    def body_size(self) -> float:
        """The size in which most of the text is set, in points; 0 where there is none."""
        weight: dict[float, int] = {}
        for page in self.pages:
            for line in page.lines:
                weight[line.size] = weight.get(line.size, 0) + len(line.text)
        return max(weight, key=lambda size: (weight[size], size)) if weight else 0.0


def join(lines: Iterable[Line]) -> str:
    """The text of lines that follow each other, as running text.

    A hyphen at a line's end keeps its place and the next line follows it at once: word processors break lines at hyphens that
    are there anyway ("low-carbon") far more often than they put one in. A dash with a space before it stays a dash.
    """
    text = ""
    for line in lines:
        glued = text.endswith("-") and len(text) > 1 and text[-2].isalnum() and line.text[:1].isalnum()
        text += ("" if glued or not text else " ") + line.text
    return text


class Listed(Struct, frozen=True):
    """One business as the agenda lists it. `lines` are its title and everything printed under it, up to the next business."""

    number: str | None
    title: str
    lines: tuple[Line, ...]
    to_follow: bool = False
    exempt: bool = False
    printed_pages: tuple[int, int] | None = None
    start_time: str | None = None
    portfolio: tuple[str, ...] = ()
    forward_plan_ref: str | None = None
    report_by: str | None = None
    rule: str = ""


class FrontSheet(Struct, frozen=True):
    """What the front sheets say of the meeting. `sheets` is how many sheets they take (0 where there is no agenda)."""

    sheets: int
    pack_kind: str
    council: str | None = None
    body: str | None = None
    meeting_date: str | None = None
    meeting_time: str | None = None
    venue: str | None = None
    items: tuple[Listed, ...] = ()
    lines: tuple[Line, ...] = ()
    sources: tuple[tuple[str, tuple[Line, ...], str], ...] = ()
    """Which lines settled which field, and by which rule: (field, lines, rule)."""
    passed: tuple[Line, ...] = ()
    """Numbered lines that are set as the listed business is, and are none of it."""


class Table(Struct, frozen=True):
    """A ruled table on one sheet: its rows of cells, as boxes. A cell that a merged neighbour covers is None."""

    sheet: int
    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


class Section(Struct, frozen=True, dict=True):
    """A run of lines that belongs together: the front sheets, one business as the agenda lists it, or one paper.

    `where` is "front", "agenda", "paper", "minutes" or "decisions" (a business in a notice of decisions). `kind` is the paper's
    kind once it is known ("annex", "minutes", ...), and "below" where the front sheets go on below the list of business.
    """

    where: str
    title: str
    lines: tuple[Line, ...]
    kind: str = ""
    body: str | None = None
    tables: tuple[Table, ...] = ()
    vocabulary: Callable[[], frozenset[str]] = frozenset
    """Gives the words of the whole document: a scanner's noise has others. Few rows of tables are so broken that it is asked."""

    @cached_property
    def _answers(self) -> dict[str, Any]:
        return {}

    def kept(self, name: str, answer: Callable[[], T]) -> T:
        """An answer that several stages ask of the section, worked out when it is first asked for.

        It is kept for the same text as another kind of paper too (`as_kind`): where the kind matters, the name says so.
        """
        if name not in self._answers:
            self._answers[name] = answer()
        found: T = self._answers[name]
        return found

    def as_kind(self, kind: str) -> Section:
        """The same text as a paper of a kind."""
        other = replace(self, kind=kind)
        other.__dict__["_answers"] = self._answers
        return other

    @property
    def sheets(self) -> tuple[int, ...]:
        """The sheets on which its lines stand, in order."""
        return tuple(dict.fromkeys(line.sheet for line in self.lines))


class Paper(Struct, frozen=True):
    """One separate document filed under a business. Sheets are 1-based; padding sheets are left out of `last`.

    `annex` is the label by which it is an annex ("appendix a"), whoever prints it: its first sheet, a running head, the outline.
    `outline` is its entry there. `start` is the first line of the paper where it begins in the middle of a sheet, else None;
    `end` is the first line that is no longer its own, else None.
    """

    title: str
    first: int
    last: int
    rule: str
    title_lines: tuple[Line, ...] = ()
    annex: str | None = None
    outline: str | None = None
    signals: tuple[str, ...] = ()
    start: Line | None = None
    end: Line | None = None


class Business(Struct, frozen=True):
    """A numbered business with the sheets that hold its papers.

    `signals` say what placed it ("stamp", "printed pages", "outline", "link", "title"); `contradicted` holds signals that point
    to another sheet than the one chosen, with that sheet.
    """

    listed: Listed
    first: int | None = None
    last: int | None = None
    signals: tuple[str, ...] = ()
    contradicted: tuple[tuple[str, int], ...] = ()
    papers: tuple[Paper, ...] = ()


def beside(lines: Iterable[Line], taken: Iterable[Line]) -> tuple[Line, ...]:
    """What is left of lines without those parts of them that were taken, such as the words of a table's cells."""
    boxes: dict[tuple[int, float], list[Box]] = {}
    for line in taken:
        boxes.setdefault((line.sheet, line.box.top), []).append(line.box)
    left = (_left(line, boxes.get((line.sheet, line.box.top), [])) for line in lines)
    return tuple(line for line in left if line is not None)


def _left(line: Line, taken: Sequence[Box]) -> Line | None:
    spans = [span for span in line.spans if not any(box.x0 <= (span.x0 + span.x1) / 2 <= box.x1 for box in taken)]
    if not taken or len(spans) == len(line.spans):
        return line
    return line.part(spans) if spans and not line.turned else None


_NEAR = 12
"""Type sizes up and down within which rows are of one form or table: eight or nine rows."""


def column_edge(lines: Iterable[Line], line: Line) -> float | None:
    """Where a column begins right of a line in a row near it, in points: text that wraps in the line's own column ends before."""
    near = (other for other in lines if other.sheet == line.sheet and abs(other.box.top - line.box.top) < _NEAR * line.size)
    beside = (cell.box.x0 for other in near for cell in other.cells[1:])
    return min((x for x in beside if x > line.box.x1), default=None)
