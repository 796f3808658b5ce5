"""From lines to evidence: where something stands and its words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from agendapack.layout import Line, join
from agendapack.records import Evidence


def evidence(lines: Iterable[Line], rule: str) -> tuple[Evidence, ...]:
    """One evidence for each sheet on which the lines stand, in order.

    The lines may be parts of lines (`Line.cells`, `Line.part`): the box then holds just those parts. The printed page is not
    known here; the pipeline puts it in.
    """
    found = []
    for sheet, run in groupby(lines, key=lambda line: line.sheet):
        rows = list(run)
        box = rows[0].box
        for row in rows[1:]:
            box = box.union(row.box)
        bbox = (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
        found.append(Evidence(sheet=sheet, bbox=bbox, text=join(rows), rule=rule))
    return tuple(found)
