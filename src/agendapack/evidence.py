"""From lines to evidence: where something stands and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.layout import Line, join
from agendapack.records import Evidence


def evidence(lines: Iterable[Line], rule: str) -> tuple[Evidence, ...]:
    """One evidence for each sheet, and on a sheet for each column, in which the lines stand, in order.

    The lines may be parts of lines (`Line.cells`, `Line.part`): the box then holds just those parts. The printed page is not
    known here; the pipeline puts it in.
    """
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.sheet == runs[-1][-1].sheet and line.box.bottom > runs[-1][-1].box.top - line.size:
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(_evidence(run, rule) for run in runs)


def _evidence(run: Sequence[Line], rule: str) -> Evidence:
    box = run[0].box
    for line in run[1:]:
        box = box.union(line.box)
    bbox = (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
    return Evidence(sheet=run[0].sheet, bbox=bbox, text=join(run), rule=rule)
