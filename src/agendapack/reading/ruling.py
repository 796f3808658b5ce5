"""The ruled tables that the straight edges of a sheet make, as pdfplumber finds them. Only importer of pdfplumber.

pdfplumber is given the edges that PDFium reads (reading/edges.py), not the file: opening a sheet takes it about 140 ms, nearly
all of it for letters that are not needed here. tests/test_parity.py holds the tables found to those of pdfplumber's own reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

from pdfplumber.table import (
    Table as Ruled,
)
from pdfplumber.table import (
    TableSettings,
    cells_to_tables,
    edges_to_intersections,
    merge_edges,
)
from pdfplumber.utils import filter_edges

from agendapack.layout import Box, Table
from agendapack.reading.edges import Edge

Point = tuple[float, float]
Corners = tuple[float, float, float, float]

MOST_PAIRS, MOST_CROSSINGS = 250_000, 5_000
"""Pairs of rules, and crossings, that are tried on one sheet: every one with every other. The densest tables seen have some
thousand crossings; more make a drawing."""


def tables_of(across: Iterable[Edge], down: Iterable[Edge], sheet: int) -> tuple[Table, ...]:
    """The tables that edges make, which run across the sheet or down it, from top to bottom."""
    found = [_table(cells, sheet) for cells in cells_to_tables(cells_of(rules_of(across, down)))]
    return tuple(sorted(found, key=lambda table: (table.box.top, table.box.x0)))


_SETTINGS = TableSettings()
"""pdfplumber's own measures: edges within 3 points of each other are one, go on from each other, cross."""


def rules_of(across: Iterable[Edge], down: Iterable[Edge]) -> list[dict[str, Any]]:
    """Edges snapped to each other and joined."""
    least = _SETTINGS.edge_min_length_prefilter
    joined = merge_edges(
        [
            *(_edge("h", (x0, y), (x1, y)) for y, x0, x1 in across if x1 - x0 >= least),
            *(_edge("v", (x, top), (x, bottom)) for x, top, bottom in down if bottom - top >= least),
        ],
        _SETTINGS.snap_x_tolerance,
        _SETTINGS.snap_y_tolerance,
        _SETTINGS.join_x_tolerance,
        _SETTINGS.join_y_tolerance,
    )
    rules: list[dict[str, Any]] = filter_edges(joined, min_length=_SETTINGS.edge_min_length)
    return rules


def _edge(orientation: str, start: tuple[float, float], end: tuple[float, float]) -> dict[str, Any]:
    """An edge as pdfplumber describes it, as far as it matters here: it makes a copy of all that whenever it moves one."""
    (x0, top), (x1, bottom) = start, end
    length = {"width": x1 - x0} if orientation == "h" else {"height": bottom - top}
    return {"orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom, **length}


def cells_of(rules: list[dict[str, Any]]) -> list[Corners]:
    """The cells that rules enclose, as their left, top, right and bottom, from the left; none where the rules are too many."""
    columns = sum(rule["orientation"] == "v" for rule in rules)
    if columns * (len(rules) - columns) <= MOST_PAIRS:
        crossings = edges_to_intersections(rules, _SETTINGS.intersection_x_tolerance, _SETTINGS.intersection_y_tolerance)
        if len(crossings) <= MOST_CROSSINGS:
            return _between({point: (_ids(of["v"]), _ids(of["h"])) for point, of in crossings.items()})
    return []


def _ids(rules: Iterable[dict[str, Any]]) -> frozenset[Corners]:
    """Rules as what tells them apart."""
    return frozenset((rule["x0"], rule["top"], rule["x1"], rule["bottom"]) for rule in rules)


def _between(crossings: dict[Point, tuple[frozenset[Corners], frozenset[Corners]]]) -> list[Corners]:
    """The smallest cell to the right of and below each crossing, where four rules join four crossings.

    `crossings` say which rules down the sheet, and which across it, meet there. The same cells as pdfplumber's own
    `intersections_to_cells` (the parity tests hold it to them), which compares every crossing with every other.
    """
    found: list[Corners] = []
    below: dict[float, list[Point]] = {}
    beside: dict[float, list[Point]] = {}
    for point in sorted(crossings, reverse=True):
        x, y = point
        down, across = crossings[point]
        lower = [other for other in reversed(below.setdefault(x, [])) if not down.isdisjoint(crossings[other][0])]
        right = [other for other in reversed(beside.setdefault(y, [])) if not across.isdisjoint(crossings[other][1])]
        below[x].append(point)
        beside[y].append(point)
        for under, over in product(lower, right):
            corner = over[0], under[1]
            if corner in crossings and crossings[corner][0] & crossings[over][0] and crossings[corner][1] & crossings[under][1]:
                found.append((x, y, *corner))
                break
    return found[::-1]


def _table(cells: list[Corners], sheet: int) -> Table:
    found = Ruled(None, cells)
    rows = tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in found.rows)
    return Table(sheet=sheet, box=Box(*found.bbox), rows=rows)
