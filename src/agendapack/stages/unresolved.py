"""Tables that should answer, follow up or plan, and could not be divided into rows: their words as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.drafts import Headed
from agendapack.evidence import evidence
from agendapack.grid import Row, stream
from agendapack.headed import lines_of
from agendapack.layout import Line, Section
from agendapack.records import Evidence
from agendapack.stages.plan_heads import is_plan_paper, plan_tables
from agendapack.stages.respond_labels import from_labels
from agendapack.stages.trackers import followed

FEWEST_ROWS = 2
"""Rows of two columns or more from which a ruled table of a plan is one that plans something: a row of heads, and one beneath."""


def unresolved(section: Section, *, planned: bool = False) -> tuple[Evidence, ...]:
    """The words of such tables, one evidence for each sheet and column. Answers told by labels are no table.

    `planned` tells that lines of a plan were found in the section: then its other tables are no plan.
    """
    if section.where == "minutes":
        return ()
    return (*_answers(section), *_plans(section, planned=planned))


def _answers(section: Section) -> Iterator[Evidence]:
    found = [table for table in followed(section) if table.unresolved]
    if any(table.rows for table in found) or not next(from_labels(section), None):
        yield from _of(found, "respond.unresolved")


def _plans(section: Section, *, planned: bool) -> Iterator[Evidence]:
    """What stands beneath the heads of a plan; in a paper that is a plan, and of which no line was found, all that is ruled."""
    found = [table for table in plan_tables(section) if table.unresolved]
    if any(table.rows for table in found) or not planned:
        yield from _of(found, "plan.unresolved")
    if not (planned or found) and is_plan_paper(section):
        for lines in _ruled(section):
            yield from evidence(lines, "plan.unresolved")


def _of(found: list[Headed], rule: str) -> Iterator[Evidence]:
    return (each for table in found for each in evidence(table.unresolved, rule))


def _ruled(section: Section) -> Iterator[list[Line]]:
    """The lines of each ruled table with columns."""
    by_table: dict[int, list[Row]] = {}
    for entry in stream(section):
        if isinstance(entry, Row):
            by_table.setdefault(entry.table, []).append(entry)
    for rows in by_table.values():
        if sum(sum(bool(cell.lines) for cell in row.cells) > 1 for row in rows) >= FEWEST_ROWS:
            yield [line for row in rows for line in lines_of(row)]
