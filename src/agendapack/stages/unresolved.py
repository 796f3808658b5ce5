"""Tables that should answer or follow up what was asked for, by their heads, and could not be divided into rows: their words."""

from __future__ import annotations

from agendapack.evidence import evidence
from agendapack.layout import Section
from agendapack.records import Evidence
from agendapack.stages.respond_labels import from_labels
from agendapack.stages.trackers import followed


def unresolved(section: Section) -> tuple[Evidence, ...]:
    """The words of such tables as they stand, one evidence for each sheet and column. Answers told by labels are no table."""
    if section.where == "minutes":
        return ()
    found = [table for table in followed(section) if table.unresolved]
    if not any(table.rows for table in found) and next(from_labels(section), None):
        return ()
    return tuple(each for table in found for each in evidence(table.unresolved, "respond.unresolved"))
