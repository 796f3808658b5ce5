"""From lines to evidence: where something stands and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.layout import Line, join
from agendapack.records import Evidence

STOPS = " :.–—-"
"""What may follow a label on its row without being part of it."""


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


def as_printed(parts: Iterable[Line], lines: Iterable[Line]) -> list[Line]:
    """What the sheet prints where the parts stand: of each row everything between the first and the last part, in reading order.

    A stage that reads fields holds a label without its colon, or a value without its label; what it quotes is the row. `lines`
    are the rows that the parts were taken from.
    """
    rows = {(line.sheet, line.box.top, line.box.bottom): line for line in lines}
    wanted: dict[tuple[int, float, float], list[Line]] = {}
    for part in parts:
        wanted.setdefault((part.sheet, part.box.top, part.box.bottom), []).append(part)
    quoted: list[Line] = []
    for row, held in sorted(wanted.items(), key=lambda entry: entry[0]):
        whole = row in rows and (len(held) > 1 or rows[row].text.rstrip(STOPS) == held[0].text.rstrip(STOPS))
        quoted += [_between(rows[row], held)] if whole else held
    return quoted


def _between(line: Line, parts: Sequence[Line]) -> Line:
    """A row from the first of its parts to the last. The parts of a turned row cannot be told apart."""
    first, last = min(part.box.x0 for part in parts), max(part.box.x1 for part in parts)
    spans = [span for span in line.spans if span.x1 > first and span.x0 < last]
    return line.part(spans) if line.turned == 0 and 0 < len(spans) < len(line.spans) else line


def _evidence(run: Sequence[Line], rule: str) -> Evidence:
    box = run[0].box
    for line in run[1:]:
        box = box.union(line.box)
    bbox = (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
    return Evidence(sheet=run[0].sheet, bbox=bbox, text=join(run), rule=rule)
