"""A paper's own text: what it says beside its answers, and its tables of actions and planned business.

What stands in a cell was said elsewhere, or of another matter: a recommendation that a tracker follows is not made again, and the
lead officer of a row wrote no report.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from agendapack.drafts import Headed
from agendapack.layout import Line, Section, beside
from agendapack.stages.plan_heads import plan_tables
from agendapack.stages.respond_labels import answer_lines
from agendapack.stages.respond_prose import paragraph_lines
from agendapack.stages.trackers import followed


def beside_tables(section: Section) -> Section:
    """The section without their words. Minutes are told in tables too: they stay whole."""
    if section.where == "minutes":
        return section
    found = [table for table in (*followed(section), *plan_tables(section)) if table.rows]
    taken = [line for table in found for line in _words(table)]
    taken = taken or list(answer_lines(section)) or list(paragraph_lines(section))
    return replace(section, lines=beside(section.lines, taken)) if taken else section


def _words(table: Headed) -> Iterator[Line]:
    yield from table.heads
    for draft in table.rows:
        for lines in draft.cells.values():
            yield from lines
