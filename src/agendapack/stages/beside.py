"""A paper's own text: what it says beside its tables of answers, actions and planned business.

What stands in a cell was said elsewhere, or of another matter: a recommendation that a tracker follows is not made again, and the
lead officer of a row wrote no report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from agendapack.headed import Headed
from agendapack.layout import Box, Line, Section
from agendapack.stages.plan_heads import plan_tables
from agendapack.stages.trackers import followed


def beside_tables(section: Section) -> Section:
    """The section without the words of those tables. Minutes are told in tables too: they stay whole."""
    if section.where == "minutes":
        return section
    taken: dict[tuple[int, float], list[Box]] = defaultdict(list)
    for table in (*followed(section), *plan_tables(section)):
        for line in _words(table) if table.rows else ():
            taken[line.sheet, line.box.top].append(line.box)
    if not taken:
        return section
    kept = (_beside(line, taken.get((line.sheet, line.box.top), [])) for line in section.lines)
    return replace(section, lines=tuple(line for line in kept if line is not None))


def _words(table: Headed) -> Iterator[Line]:
    yield from table.heads
    for draft in table.rows:
        for lines in draft.cells.values():
            yield from lines


def _beside(line: Line, taken: list[Box]) -> Line | None:
    """What of a line is not taken; None where nothing is left."""
    if not taken:
        return line
    spans = [span for span in line.spans if not any(box.x0 <= (span.x0 + span.x1) / 2 <= box.x1 for box in taken)]
    if len(spans) == len(line.spans):
        return line
    return line.part(spans) if spans and not line.turned else None
