"""Business that the best run of numbers leaves out: numbers that were mistyped, letters before the numbers, last titles without.

What stands in the column of the list and is set as its business is, and is still in no item, is told and not dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from agendapack import rules
from agendapack.layout import Line
from agendapack.stages import labels
from agendapack.stages.labels import Row
from agendapack.stages.list_starts import Start, strong

_FLUSH = 3.0
"""Points by which the numbers or the titles of one column may differ."""
_PLAIN = ("figure", "bracket", "letter", "roman")
"""Forms of number in which a clerk who types them slips."""


def alike(row: Row, other: Row) -> bool:
    """Whether two rows stand in one column, number and title, and are set in one weight."""
    flush = abs(row.label_x - other.label_x) <= _FLUSH and abs(row.title_x - other.title_x) <= _FLUSH
    return flush and row.bold == other.bold and abs(row.line.size - other.line.size) <= 0.5


def slipped(run: Sequence[Row], rows: Iterable[Row]) -> tuple[Row, ...]:
    """The run with the one row between two of its own that has the number of the upper one once more: "2., 2., 4."."""
    taken = {row.at for row in run}
    rest = [row for row in rows if row.at not in taken and row.label.family in _PLAIN]
    found: list[Row] = []
    for upper, lower in pairwise(run):
        between = [row for row in rest if upper.at < row.at < lower.at and alike(row, upper) and alike(row, lower)]
        skips = upper.label.family == lower.label.family and lower.label.key[-1] - upper.label.key[-1] == 2
        if skips and len(between) == 1 and between[0].label.number == upper.label.number:
            found += between
    return tuple(sorted([*run, *found], key=lambda row: row.at)) if found else tuple(run)


def uncounted(run: Sequence[Row], rows: Iterable[Row]) -> tuple[Row, ...]:
    """A run of one row with all that stand in its column in bold under the same number ("1.", "1.", "1."): the counting was
    lost when the agenda was laid out."""
    if len(run) != 1 or not run[0].bold or run[0].label.family not in _PLAIN:
        return tuple(run)
    same = tuple(row for row in rows if row.label.number == run[0].label.number and alike(row, run[0]))
    usual = sum(rules.load("agenda").first("usual", row.title) is not None for row in same)
    return same if len(same) > 2 and usual else tuple(run)


def lettered(run: Sequence[Row], rows: Iterable[Row], first: int) -> tuple[Row, ...]:
    """The run with the "A.", "B.", "C." above its "1." and below the list's head, or the figures beneath its letters, where all
    stand in one column and usual business is among the letters: some councils letter what every meeting has."""
    families = {row.label.family for row in run}
    if not families or not families <= {"figure", "letter", "sub"} or {"figure", "letter"} <= families:
        return tuple(run)
    if run[0].label.family == "figure":
        other = [row for row in rows if first <= row.at < run[0].at and row.label.family == "letter" and alike(row, run[0])]
        whole = (*other, *run)
    else:
        other = [row for row in rows if row.at > run[-1].at and row.label.family == "figure" and alike(row, run[-1])]
        whole = (*run, *other)
    letters = [row for row in whole if row.label.family == "letter"]
    counts = all([row.label.key[0] for row in some] == list(range(1, len(some) + 1)) for some in (other, letters))
    usual = any(rules.load("agenda").first("usual", row.title) for row in letters)
    opens = next((row.label.key == (1,) for row in whole if row.label.family == "figure"), False)
    return whole if len(other) > 1 and counts and usual and opens else tuple(run)


def begins_anew(lines: Sequence[Line], earlier: Sequence[Row], row: Row) -> bool:
    """Whether bold business is numbered from 1 once more right under a bold heading that is set left of the titles: some
    committees number what they determine apart from what every meeting has."""
    if not row.at or row.label.key != (1,) or not row.bold:
        return False
    head = lines[row.at - 1]
    heads = strong(head) and head.sheet == row.line.sheet and labels.label_of(head.text) is None
    left = head.box.x0 <= row.label_x + _FLUSH < row.title_x
    above = [each for each in earlier if each.label.family == row.label.family][-2:]
    return heads and left and len(above) == 2 and all(alike(each, row) for each in above)


def under_heads(run: Sequence[Row], subs: Sequence[Row]) -> set[int]:
    """The numbers of the heads of a list in which each head has points beneath it that are titles: these are its business."""
    table = rules.load("agenda")
    heads = {row.label.key[0] for row in run}
    titled = {row.label.key[0] for row in subs if not table.first("description", row.title)}
    return heads if len(run) > 1 and heads == titled else set()


def closing(lines: Sequence[Line], run: Sequence[Row]) -> tuple[Row, ...]:
    """The titles without a number beneath the last one that are set as the numbered titles are and name what meetings close
    with ("Date of next meeting")."""
    if not run or not all(strong(row.line) for row in run):
        return ()
    last, table = run[-1], rules.load("agenda")
    rows = (
        labels.unnumbered(at, line)
        for at, line in enumerate(lines)
        if at > last.at and line.sheet == last.line.sheet and strong(line) and table.first("closing_business", line.text)
    )
    return tuple(row for row in rows if min(abs(row.title_x - last.title_x), abs(row.title_x - last.label_x)) <= _FLUSH)


def passed(lines: Sequence[Line], starts: Sequence[Start]) -> tuple[Line, ...]:
    """The numbered lines that stand as the business of a list does, on its sheets, and begin none of it."""
    rows = [start.row for start in starts if start.row and start.row.label.number]
    if not rows:
        return ()
    taken = {start.at for start in starts}
    table = rules.load("agenda")
    found = []
    for at, line in enumerate(lines):
        if at in taken or line.turned or not rows[0].line.sheet <= line.sheet <= rows[-1].line.sheet:
            continue
        found += [
            line
            for row in list(labels.rows_of(at, line))[:1]
            if any(alike(row, other) and other.line.sheet == line.sheet for other in rows)
            and (row.bold or table.first("usual", row.title))
        ]
    return tuple(found)
