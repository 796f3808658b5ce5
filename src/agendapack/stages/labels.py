"""Numbers before business: reading them, and finding the run of them that is the agenda's own list.

A front sheet holds many numbered lines: the business, lists under an item, guidance notes, the paragraphs of a paper that
follows. They are told apart by form ("1." and "1)" are two lists), by place (a list keeps its column) and by sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack import prepared
from agendapack.layout import Line
from agendapack.stages import dates

COLUMN = 14.0
"""How far apart, in points, the numbers of one list may start: they are set flush left, flush right or centred."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NOT_A_TITLE = (
    r"(?!(?i:january|february|march|april|may|june|july|august|september|october|november|december|noon|midday|am|pm|hours|hrs)\b)"
    r"(?!(?:st|nd|rd|th|years?|months?|weeks?|days?|minutes|members|councillors|pages?|of|per|and|or|to|x)\b)(?![-–—,;%)]|\d)"
)
_SERIES = r"(?:[A-Z]{1,5}(?:\s?[/.-]\s?|\s)?|[A-Z][a-z]{1,4}/)?"
"""Letters that name the body before its own numbers ("PC 24/031", "Cou/31/07")."""
_BEHIND = r"[.:)]?(?:\s+|$)(?![-–—])"
_FORMS: tuple[tuple[str, str], ...] = (
    (
        "word",
        r"(?i:(?:(?:agenda|eitem)\s*/?\s*)?(?:item|eitem)\s*(?:no\.?|number)?\s*:?\s*)"
        r"(?P<n>\d{1,3}[A-Za-z]?)(?![\w/])\s*[.:)–—-]{0,2}(?:\s+|$)",
    ),
    ("minute", rf"(?P<n>\d{{1,4}}/\d{{1,4}}/[A-Z]{{2,6}}){_BEHIND}"),
    ("minute", rf"(?P<n>{_SERIES}\d{{1,4}}/\d{{1,4}}){_BEHIND}"),
    ("minute", rf"(?P<n>{_SERIES}\d{{1,4}}(?:[./-]\d{{1,4}}){{2,3}}){_BEHIND}"),
    ("minute", rf"(?P<n>[A-Z]{{2,5}}\s?[/.-]\s?\d{{2,4}}[.-]\d{{1,3}}){_BEHIND}"),
    ("minute", rf"(?P<n>\d{{5}}/\d\d/\d{{2,4}}|{_SERIES}\d{{2,4}}[.-]\d{{3}}){_BEHIND}"),
    ("sub", r"(?P<n>\d{1,3}\s?\.\s?\d{1,2})(?!\d|\.\d|\s?(?i:[ap]\.?m))[.:)]?(?:\s+|$)"),
    ("sub", r"(?P<n>\d{1,3}\s?\.?\s?(?:\([a-z]\)|[a-z]))[.:)]{0,2}(?:\s+|$)"),
    ("figure", r"(?P<n>\d{1,4})[.:](?!\d)\s*(?![\d)])"),
    ("figure", r"(?P<n>\d{1,2})(?=[A-Z]{4,})"),
    ("bracket", r"(?P<n>\d{1,3})\)\s*"),
    ("brackets", r"\((?P<n>\d{1,3})\)\s*"),
    ("part", r"(?P<n>[A-Z]{1,4}\s?[.-]?\d{1,4})(?![\d/])[.:)]?(?:\s+|$)"),
    ("roman", r"(?P<n>[IVXL]{1,6})(?:[.:)](?:\s+|$)|$)"),
    ("letter", r"(?P<n>[A-Z])[.)](?:\s+|$)"),
    ("figure", rf"(?P<n>\d{{1,4}})(?:\s+|$){_NOT_A_TITLE}"),
    ("figure", r"(?P<n>\d{1,3}),\s+(?=[A-Z])"),
    ("figure", r"(?P<n>\d{5})[.:]?(?:\s+(?=[A-Z]{2})|$)"),
    ("dated", r"(?P<n>\d\d(?:0[1-9]|1[0-2])\d\d)[.:]?(?:\s+(?=[A-Z])|$)"),
)
_DOUBTFUL = {"letter": 1.0, "roman": 0.8, "brackets": 0.4}
"""What a run of one of these forms has to make up for: initials, sections and lists under an item look like it."""
_COMPILED = tuple((family, prepared.pattern(pattern)) for family, pattern in _FORMS)

_POSITION = prepared.pattern(r"\d{1,2}[.)]?")
"""An item's place on the agenda, which may be printed behind its minute's number."""
_SMALL_ROMAN = prepared.pattern(r"\(?(?P<n>[ivxl]{1,6})[.)]{1,2}(?:\s+|$)")
_ROMAN_ITEM = prepared.pattern(r"(?:agenda )?item (?:no\.? ?)?\(?(?P<n>[ivxl]{1,6})[.)]{0,2}", re.IGNORECASE)
_POINT = prepared.pattern(r"\(?([A-Za-z])\)\s*")
_FARTHEST = 99
"""Numbers that a list may leave out between two of its own at most: the year with which a line begins follows no item."""
_RANGE = prepared.pattern(r"\d{1,4} ?[-–—] ?\d{1,4}")


class Label(Struct, frozen=True):
    """A number before a title. `family` is its form, `key` orders it among its family, `length` is what it takes of the text."""

    family: str
    number: str
    key: tuple[int, ...]
    length: int


class Row(Struct, frozen=True):
    """A line read as a row of a list of business: time, number, title and the cells around them (a page range may stand left)."""

    at: int
    line: Line
    label: Label
    title: str
    label_x: float
    title_x: float
    title_end: float
    bold: bool
    right: tuple[Line, ...]
    clock: str | None


def label_of(text: str) -> Label | None:
    """The number that a text opens with; a star before it marks the business and is no part of it."""
    return next(labels_of(text), None)


def labels_of(text: str) -> Iterator[Label]:
    """The number that a text opens with, in each way to read it: "I." is the ninth letter too."""
    start = len(text) - len(text.lstrip("* "))
    for family, pattern in _COMPILED:
        match = pattern.match(text, start)
        if match and (key := _key(family, match["n"])):
            yield Label(family, re.sub(r"\s+", "", match["n"]), key, match.end())
            if family != "roman" or len(match["n"]) > 1:
                return


def rows_of(at: int, line: Line) -> Iterator[Row]:
    """A line as a row of a list, in each way to read its number; none where it opens with no number (after a time)."""
    cells = _time_apart(list(line.cells))
    clock = dates.only_time(cells[0].text) if len(cells) > 1 else None
    left: tuple[Line, ...] = ()
    if clock and label_of(cells[1].text):
        cells = cells[1:]
    elif clock:
        clock, cells = None, list(line.cells)
    elif len(cells) > 1 and _RANGE.fullmatch(cells[0].text):
        left, cells = (cells[0],), cells[1:]
    for label in labels_of(cells[0].text):
        yield _row(at, line, label, cells, clock=clock, left=left)


def _time_apart(cells: list[Line]) -> list[Line]:
    """The cells of a row with a time in a cell of its own, where the number stands too close behind it."""
    first = cells[0]
    for end in range(1, len(first.spans)):
        time = first.part(first.spans[:end])
        if dates.only_time(time.text):
            return [time, first.part(first.spans[end:]), *cells[1:]]
    return cells


def _row(at: int, line: Line, label: Label, cells: list[Line], *, clock: str | None = None, left: tuple[Line, ...] = ()) -> Row:
    first, rest = cells[0], cells[1:]
    title = first.text[label.length :].strip()
    if not title and label.family == "minute" and len(rest) > 1 and _POSITION.fullmatch(rest[0].text):
        rest = rest[1:]
    if title:
        width = (first.box.x1 - first.box.x0) / max(len(first.text), 1)
        start, end, bold = first.box.x0 + width * label.length, first.box.x1, _bold_after(first, label.length)
    elif rest:
        title, start, end, bold = rest[0].text, rest[0].box.x0, rest[0].box.x1, _bold_after(rest[0], 0)
        rest = rest[1:]
    else:
        start, end, bold = first.box.x1, first.box.x1, first.bold
    return Row(at, line, label, title, first.box.x0, start, end, bold, (*rest, *left), clock)


def unnumbered(at: int, line: Line) -> Row:
    """A line as a row of a list without numbers."""
    return _row(at, line, Label("", "", (), 0), list(line.cells))


def timed_row_of(at: int, line: Line) -> Row | None:
    """A line that opens with a time and no number as a row of its own; its label's number is empty."""
    cells = list(line.cells)
    clock = dates.only_time(cells[0].text)
    if clock is None or len(cells) < 2:
        return None
    clock = dates.later_in_the_day(clock, None)
    return _row(at, line, Label("time", "", (int(clock.replace(":", "")),), 0), cells[1:], clock=clock)


def point_of(at: int, line: Line, parent: Label) -> Row | None:
    """A line that opens with a letter in brackets as a row of its own, numbered with its parent ("5a")."""
    first = line.cells[0]
    match = _POINT.match(first.text)
    if match is None:
        return None
    key = (*parent.key, ord(match[1].lower()) - 96)
    label = Label("sub", f"{parent.number}{match[1]}", key, match.end())
    return _row(at, line, label, list(line.cells))


def small_roman_of(at: int, line: Line) -> Row | None:
    """A line that opens with a Roman number in small letters ("iii.") as a row of its own: most often a limb, and no business."""
    first = line.cells[0]
    match = _SMALL_ROMAN.match(first.text)
    if match is None:
        return None
    label = Label("small roman", match["n"], (_roman(match["n"].upper()),), match.end())
    return _row(at, line, label, list(line.cells))


def item_alone(text: str) -> str | None:
    """The number in a text that says nothing else than whose item it is ("Item 3", "Agenda item iii")."""
    if (roman := _ROMAN_ITEM.fullmatch(text)) is not None:
        return roman["n"]
    mark = label_of(text)
    return mark.number if mark and mark.family == "word" and mark.length == len(text) else None


def chain(rows: Sequence[Row], bonus: Mapping[int, float]) -> tuple[Row, ...]:
    """The best run of rows that are numbered one after another in one form and column.

    `bonus` adds weight to lines (by index) that look like business: known titles, page ranges, stamped numbers.
    """
    best: tuple[float, tuple[Row, ...]] = (0.0, ())
    for group in _groups(rows):
        found = _ascent(group, bonus)
        if found[0] > best[0] + 1e-9:
            best = found
    return best[1]


def in_title_column(run: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a list with their titles taken from the column that most of them have a cell in, the leftmost of several."""
    starts = sorted({round(x) for row in run for x in (row.title_x, *(cell.box.x0 for cell in row.right))})
    if not starts:
        return tuple(run)
    column = max(starts, key=lambda x: (sum(_has_cell(row, x) for row in run), -x))
    return tuple(_with_title_at(row, column) for row in run)


def _has_cell(row: Row, x: float) -> bool:
    return any(abs(start - x) <= 8 for start in (row.title_x, *(cell.box.x0 for cell in row.right)))


def _with_title_at(row: Row, x: float) -> Row:
    if row.title_x > x - 20:
        return row
    for at, cell in enumerate(row.right):
        if abs(cell.box.x0 - x) <= 8:
            return replace(
                row,
                title=cell.text,
                title_x=cell.box.x0,
                title_end=cell.box.x1,
                bold=_bold_after(cell, 0),
                right=row.right[at + 1 :],
            )
    return row


def _groups(rows: Sequence[Row]) -> Iterable[list[Row]]:
    """Rows of one form whose numbers start in one column, for each column that one of them opens."""
    families: dict[object, list[Row]] = {}
    for row in rows:
        if row.label.family == "minute":
            for part in _counting(row.label.key):
                families.setdefault(("minute", part, (*row.label.key[:part], None, *row.label.key[part + 1 :])), []).append(row)
        else:
            families.setdefault(row.label.family, []).append(row)
    for same in families.values():
        anchors: list[float] = []
        for row in same:
            if not any(abs(row.label_x - anchor) < 2 for anchor in anchors):
                anchors.append(row.label_x)
        for anchor in anchors:
            yield [row for row in same if abs(row.label_x - anchor) <= COLUMN]


def _counting(key: tuple[int, ...]) -> tuple[int, ...]:
    """The parts of a minute's number that may count: the last one, and the first where what is behind it is no more than a year.

    So "13/7/31" and "20/7/31" are two days of a month and not two minutes.
    """
    last = len(key) - 1
    first_counts = last == 1 or key[0] > 31 or (last == 2 and key[2] == key[1] + 1)
    return (0, last) if first_counts else (last,)


def _ascent(group: Sequence[Row], bonus: Mapping[int, float]) -> tuple[float, tuple[Row, ...]]:
    """The best ascending run: each row counts, a step of one costs nothing, a jump a little."""
    totals: list[float] = []
    before: list[int | None] = []
    for at, row in enumerate(group):
        own = 1.0 + bonus.get(row.at, 0.0)
        total, previous = own - _DOUBTFUL.get(row.label.family, 0.0) - (0.0 if _opens(row.label) else 0.3), None
        for earlier in range(at):
            if (cost := _step(group[earlier].label, row.label)) is not None and totals[earlier] + own - cost > total + 1e-9:
                total, previous = totals[earlier] + own - cost, earlier
        totals.append(total)
        before.append(previous)
    if not totals:
        return 0.0, ()
    last: int | None = max(range(len(totals)), key=lambda n: (totals[n], -n))
    best, run = totals[last or 0], []
    while last is not None:
        run.append(group[last])
        last = before[last]
    return best, tuple(reversed(run))


def _step(first: Label, second: Label) -> float | None:
    """What it costs to go from one number to the next; None where the second does not follow."""
    if first.family == "minute":
        steps = [b - a for a, b in zip(first.key, second.key, strict=True)]
        return min(0.1 * (max(steps) - 1), 0.9) if min(steps) == 0 and max(steps) > 0 else None
    if second.key <= first.key:
        return None
    if first.family == "time":
        return 0.0
    if len(first.key) == 2 and first.key[0] != second.key[0]:
        return 0.0 if second.key[0] == first.key[0] + 1 and second.key[1] <= 1 else 0.5
    if second.key[-1] - first.key[-1] > _FARTHEST:
        return None
    return min(0.15 * (second.key[-1] - first.key[-1] - 1), 0.9)


def follows(first: Label, second: Label) -> bool:
    """Whether the second number is the next after the first."""
    return first.family == second.family and second.key > first.key and _step(first, second) == 0.0


def _opens(label: Label) -> bool:
    return label.key[-1] == 1 or label.family == "minute" or label.key[-1] > 99


def _key(family: str, printed: str) -> tuple[int, ...]:
    """Figures that order a number; empty where it is none."""
    if family == "roman":
        return (_roman(printed),)
    if family == "letter":
        return (ord(printed) - 64,)
    figures = [int(part) for part in re.findall(r"\d+", printed)]
    if family == "part":
        letters = re.match(r"[A-Z]+", printed)
        return (sum(ord(letter) for letter in letters.group()) if letters else 0, figures[0])
    if family == "sub" and len(figures) == 1:
        letter = re.search(r"[a-z]", printed)
        return (figures[0], ord(letter.group()) - 96 if letter else 0)
    return tuple(figures)


def _roman(printed: str) -> int:
    values = [_ROMAN[letter] for letter in printed]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _bold_after(line: Line, length: int) -> bool:
    """Whether the words after a label are bold, whatever the label is."""
    seen = 0
    for span in line.spans:
        if seen + len(span.text) > length:
            return span.bold
        seen += len(span.text) + 1
    return line.bold
