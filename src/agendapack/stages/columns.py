"""Columns of an agenda, one by one: its list in two columns, in two languages, or with a column that is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from agendapack import rules
from agendapack.layout import ACROSS, Line
from agendapack.prepared import pattern
from agendapack.stages import labels, tongues
from agendapack.stages.labels import Label

_PAGES = pattern(r"[\[(]?\s*(?:pages?|pp?\.)\s*\d", re.IGNORECASE)
_SAME = 8.0
"""Points within which what stands beneath each other begins."""


def one_by_one(lines: Sequence[Line], *, minutes: bool = False) -> Sequence[Line]:
    """The lines as one list to be read from top to bottom.

    In `minutes`, and in notices of decisions, a further column belongs to the list: what was decided, or who is to act.
    """
    list_ = _down_each_column(_in_one_language(lines))
    return list_ if minutes else _without_further_column(list_)


def further_edge(lines: Sequence[Line]) -> float:
    """How far to the right the list can run, in points: to a column that is no part of it."""
    return next((column[0] - _SAME for line in lines if (column := _further_column(line))), float("inf"))


def authors(lines: Sequence[Line]) -> Sequence[Line]:
    """What stands in the column of a table of business that says whose report each is ("Report by"), its head left out."""
    table = rules.load("agenda")
    for at, head in enumerate(lines):
        column = _further_column(head)
        if column and any(
            abs(cell.box.x0 - column[0]) < _SAME and table.first("author_column", cell.text) for cell in head.cells
        ):
            return list(_parts(lines[at + 1 :], *_without_page_ranges(column, lines[at + 1 :])))
    return ()


def _parts(lines: Sequence[Line], left: float, right: float) -> Iterator[Line]:
    """What lines have in a column, as far as no text runs across its edge."""
    for line in takewhile(lambda line: not line.runs_across(left), lines):
        if spans := [span for span in line.spans if left - ACROSS <= span.x0 < right - ACROSS]:
            yield line.part(spans)


def _down_each_column(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the right half of a list below its left half, where the numbers of the right go on from the left."""
    for at, line in enumerate(lines):
        for edge in _second_numbers(line):
            end = next((n for n in range(at + 1, len(lines)) if lines[n].runs_across(edge)), len(lines))
            left, right = (_labels_at(lines[at:end], x) for x in (line.cells[0].box.x0, edge))
            if len(left) > 1 and len(right) > 1 and labels.follows(left[-1], right[0]):
                halves = [[half for each in lines[at:end] if (half := _half(each, edge - 4, right=on))] for on in (False, True)]
                titled = any(letter.isalpha() for half in halves[1] if half.box.x0 >= edge - _SAME for letter in half.text)
                if titled:  # else the numbers are those of pages
                    return [*lines[:at], *halves[0], *halves[1], *lines[end:]]
    return lines


def _second_numbers(line: Line) -> Iterator[float]:
    """Where further cells of a row begin that open with a number of the same form as the first cell's, but a later one."""
    first = labels.label_of(line.cells[0].text)
    for cell in line.cells[1:] if first else ():
        label = labels.label_of(cell.text)
        if first and label and first.family == label.family and first.key < label.key:
            yield cell.box.x0


def _labels_at(lines: Sequence[Line], x: float) -> list[Label]:
    return [label for line in lines if (label := _label_at(line, x))]


def _label_at(line: Line, x: float) -> Label | None:
    """The number that a cell opens with which stands at a place."""
    return next((label for cell in line.cells if abs(cell.box.x0 - x) < _SAME and (label := labels.label_of(cell.text))), None)


def _without_further_column(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the column of a table of business that says who presents an item ("No. | Item | Lead").

    The column ends where text runs across its edge.
    """
    found = next(((at, column) for at, line in enumerate(lines) if (column := _further_column(line))), None)
    if found is None:
        return lines
    at, column = found
    left, right = _without_page_ranges(column, lines[at + 1 :])
    kept = list(lines[: at + 1])
    for n, line in enumerate(lines[at + 1 :], at + 1):
        if line.runs_across(left):
            return [*kept, *lines[n:]]
        spans = [span for span in line.spans if not left - ACROSS <= span.x0 < right - ACROSS]
        if spans:
            kept.append(line if len(spans) == len(line.spans) else line.part(spans))
    return kept


def _without_page_ranges(column: tuple[float, float], lines: Sequence[Line]) -> tuple[float, float]:
    """A column no further than where page ranges begin right of it: their own column often has no head."""
    left, right = column
    return left, min([right, *_page_ranges(lines, left)])


def _page_ranges(lines: Sequence[Line], left: float) -> list[float]:
    return [
        cell.box.x0 - ACROSS
        for line in lines
        for cell in line.cells[1:]
        if cell.box.x0 > left + _SAME and _PAGES.match(cell.text)
    ]


def _further_column(head: Line) -> tuple[float, float] | None:
    """Where such a column lies, by the head of the table."""
    table = rules.load("agenda")
    cells = head.cells
    for at, cell in enumerate(cells):
        if table.first("further_column", cell.text) and any(table.first("business_column", one.text) for one in cells[:at]):
            return cell.box.x0, cells[at + 1].box.x0 if at + 1 < len(cells) else float("inf")
    return None


def _in_one_language(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the Welsh half of a list that is printed in Welsh and English side by side."""
    twins = {at: pair for at, line in enumerate(lines) if (pair := _twins(line))}
    if len(twins) < 2:
        return lines
    left, right = (" ".join(pair[side].text for pair in twins.values()) for side in (0, 1))
    english = tongues.english_of(left, right)
    if english is None:
        return lines
    middle = min(pair[1].box.x0 for pair in twins.values()) - 4
    first, last = min(twins), max(twins)
    end = next((at for at in range(last + 1, len(lines)) if _ends(lines[at - 1], lines[at], middle)), len(lines))
    kept = [_half(line, middle, right=english == 1) for line in lines[first:end]]
    return [*lines[:first], *(line for line in kept if line is not None), *lines[end:]]


def _ends(before: Line, line: Line, middle: float) -> bool:
    """Whether a line is no longer of a list in two halves: it runs across the middle, or stands apart on the left alone."""
    apart = line.sheet != before.sheet or line.box.top - before.box.bottom > line.size
    return line.runs_across(middle) or (apart and line.box.x1 < middle)


def _twins(line: Line) -> tuple[Line, Line] | None:
    """The two cells of a row that hold the same number in two columns, each joined with its title."""
    cells = line.cells
    first = labels.label_of(cells[0].text)
    for at, cell in enumerate(cells[1:], 1):
        second = labels.label_of(cell.text)
        if first and second and first.number == second.number:
            return line.part([s for c in cells[:at] for s in c.spans]), line.part([s for c in cells[at:] for s in c.spans])
    return None


def _half(line: Line, middle: float, *, right: bool) -> Line | None:
    """What a line has on one side of the middle; the whole line where its text runs across it, None where nothing is there."""
    if any(span.x0 < middle < span.x1 for span in line.spans):
        return line
    spans = [span for span in line.spans if (span.x0 >= middle) == right]
    return line.part(spans) if spans else None
