"""Minutes in a table: the columns to the right of the text that say who is to act, by when, and what became of the item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from agendapack.layout import ACROSS, Line
from agendapack.stages.decide_words import rules

_CLOSE = 1.6
"""Type sizes from line to line of one entry at most."""
_ACTING = "column.acting"
_MEANINGS = (_ACTING, "column.margin", "column.text")
_RIGHT = 0.5
"""Share of the width of the text from which such columns stand to its right: a table of actions has them further left."""


class _Columns(Struct, frozen=True):
    """Where the column begins in which the matter is told, and the first one right of it; and the sides of the one for whoever
    is to act, if there is one."""

    text: float
    edge: float
    acting: tuple[float, float] | None


class Entry(Struct, frozen=True):
    """What stands in the column for whoever is to act, beside one matter."""

    lines: tuple[Line, ...]
    headed: bool
    """Whether it begins beside the title of its matter, and not beside what was decided."""


class _Beside(Struct, frozen=True):
    """What a line has in that column, whether there is text on it too, and whether that begins a row of the table."""

    line: Line
    shared: bool
    begins: bool


class Margin(Struct, frozen=True):
    """A table of minutes in its two parts: the text, and beside it the entries of the column for whoever is to act."""

    text: tuple[Line, ...]
    entries: tuple[Entry, ...]


def head_above(lines: Sequence[Line]) -> Line | None:
    """The last row of heads of such a table among some lines."""
    return next((line for line in reversed(lines) if _columns(line) is not None), None)


def without_margin(lines: Sequence[Line]) -> Margin:
    """Minutes without those columns and without those before the last one of text, which hold the number and the title of each
    matter, as far as rows of heads say where they begin; else all of it is text.

    A table ends where text runs across the edge of such a column.
    """
    text: list[Line] = []
    beside: list[_Beside] = []
    columns: _Columns | None = None
    left = min((line.box.x0 for line in lines), default=0.0)
    right = max((line.box.x1 for line in lines), default=0.0)
    for line in lines:
        if (found := _columns(line)) is not None and found.edge > left + _RIGHT * (right - left):
            columns = found
            continue
        if columns is not None and line.runs_across(columns.edge):
            columns = None
        if columns is None:
            text.append(line)
            continue
        told = [span for span in line.spans if span.x0 < columns.edge - ACROSS]
        if within := told if line.runs_across(columns.text) else [span for span in told if span.x0 >= columns.text - ACROSS]:
            text.append(line.part(within))
        first, last = columns.acting or (0.0, 0.0)
        if spans := [span for span in line.spans if first <= span.x0 + ACROSS < last]:
            beside.append(_Beside(line.part(spans), bool(told), bool(told) and told[0].x0 < left + ACROSS))
    return Margin(tuple(text), tuple(_entries(beside)))


def _columns(head: Line) -> _Columns | None:
    """The columns of such a table by the row of its heads; None where the line is none."""
    cells = head.cells
    if len(cells) < 2:
        return None
    means = [rules().first_of(_MEANINGS, cell.text) for cell in cells]
    told = list(takewhile(lambda each: each == "column.text", means))
    beside = means[len(told) :]
    if not told or not beside or "column.text" in beside or None in beside or beside.count(_ACTING) > 1:
        return None
    starts = [*(cell.box.x0 for cell in cells), float("inf")]
    at = means.index(_ACTING) if _ACTING in means else len(cells)
    return _Columns(starts[len(told) - 1], starts[len(told)], (starts[at], starts[at + 1]) if at < len(cells) else None)


def _entries(beside: Sequence[_Beside]) -> Iterator[Entry]:
    """The lines of the column put together: what stands close beneath each other, within one row of the table."""
    held: list[_Beside] = []
    for each in beside:
        above = held[-1].line if held else each.line
        far = each.line.sheet != above.sheet or each.line.box.top - above.box.top > _CLOSE * each.line.size
        another = rules().first("owner", each.line.text)
        if held and (each.begins or far or (another and another["rest"])):
            yield _entry(held)
            held = []
        held.append(each)
    if held:
        yield _entry(held)


def _entry(held: Sequence[_Beside]) -> Entry:
    return Entry(tuple(each.line for each in held), held[0].shared)
