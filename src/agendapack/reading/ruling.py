"""The ruled tables that the straight edges of a sheet make, as pdfplumber finds them. Only importer of pdfplumber.

pdfplumber is given the edges that PDFium reads (reading/edges.py), not the file: opening a sheet takes it about 140 ms, nearly
all of it for letters that are not needed here. tests/test_parity.py holds the tables found to those of pdfplumber's own reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pdfplumber.table import (
    Table as Ruled,
)
from pdfplumber.table import (
    TableSettings,
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)
from pdfplumber.utils import filter_edges

from agendapack.layout import Box, Table
from agendapack.reading.edges import Edge

MOST_PAIRS, MOST_CROSSINGS = 250_000, 5_000
"""Pairs of rules, and crossings, that are tried on one sheet: every one with every other. The densest tables seen have some
thousand crossings; more make a drawing."""


def tables_of(across: Iterable[Edge], down: Iterable[Edge], sheet: int) -> tuple[Table, ...]:
    """The tables that edges make, which run across the sheet or down it, from top to bottom."""
    found = [_table(cells, sheet) for cells in cells_to_tables(list(_cells(_rules(across, down))))]
    return tuple(sorted(found, key=lambda table: (table.box.top, table.box.x0)))


_SETTINGS = TableSettings()
"""pdfplumber's own measures: edges within 3 points of each other are one, go on from each other, cross."""


def _rules(across: Iterable[Edge], down: Iterable[Edge]) -> list[dict[str, Any]]:
    """Edges snapped to each other and joined."""
    edges = [
        *(_edge("h", (x0, y), (x1, y)) for y, x0, x1 in across),
        *(_edge("v", (x, top), (x, bottom)) for x, top, bottom in down),
    ]
    joined = merge_edges(
        filter_edges(edges, min_length=_SETTINGS.edge_min_length_prefilter),
        _SETTINGS.snap_x_tolerance,
        _SETTINGS.snap_y_tolerance,
        _SETTINGS.join_x_tolerance,
        _SETTINGS.join_y_tolerance,
    )
    rules: list[dict[str, Any]] = filter_edges(joined, min_length=_SETTINGS.edge_min_length)
    return rules


def _edge(orientation: str, start: tuple[float, float], end: tuple[float, float]) -> dict[str, Any]:
    """An edge as pdfplumber describes it."""
    (x0, top), (x1, bottom) = start, end
    return {
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "doctop": top,
    }


def _cells(rules: list[dict[str, Any]]) -> Iterator[tuple[float, float, float, float]]:
    columns = sum(rule["orientation"] == "v" for rule in rules)
    if columns * (len(rules) - columns) <= MOST_PAIRS:
        crossings = edges_to_intersections(rules, _SETTINGS.intersection_x_tolerance, _SETTINGS.intersection_y_tolerance)
        if len(crossings) <= MOST_CROSSINGS:
            yield from intersections_to_cells(crossings)


def _table(cells: list[tuple[float, float, float, float]], sheet: int) -> Table:
    found = Ruled(None, cells)
    rows = tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in found.rows)
    return Table(sheet=sheet, box=Box(*found.bbox), rows=rows)
