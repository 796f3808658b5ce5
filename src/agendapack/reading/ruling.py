"""The ruled tables that the straight edges of a sheet make: the same as pdfplumber's, by its measures.

pdfplumber itself takes as long to load as thirty sheets take to read, nearly all of it for a second reader of PDFs that is not
needed here. tests/test_parity.py holds the tables found to those that it finds, on real sheets and on edges of any kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from agendapack.layout import Box, Table
from agendapack.reading.edges import Edge

Point = tuple[float, float]
Corners = tuple[float, float, float, float]
"""Left, top, right and bottom of a cell."""
Crossings = dict[Point, tuple[set[Edge], set[Edge]]]
"""Where rules meet, and which: those down the sheet and those across it."""

NEAR = 3.0
"""Points within which edges side by side are one, edges end to end go on from each other, and rules cross."""

SHORTEST_EDGE, SHORTEST_RULE = 1.0, 3.0
"""Points below which an edge is a speck, and below which those that were joined are no rule."""

MOST_PAIRS, MOST_CROSSINGS = 250_000, 5_000
"""Pairs of rules, and crossings, that are tried on one sheet: every one with every other. The densest tables seen have some
thousand crossings; more make a drawing."""


def tables_of(across: Iterable[Edge], down: Iterable[Edge], sheet: int) -> tuple[Table, ...]:
    """The tables that edges make, which run across the sheet or down it, from top to bottom. One cell alone is no table."""
    found = [_table(cells, sheet) for cells in _touching(cells_of(rules_of(across), rules_of(down))) if len(cells) > 1]
    return tuple(sorted(found, key=lambda table: (table.box.top, table.box.x0)))


def rules_of(edges: Iterable[Edge]) -> list[Edge]:
    """Edges of one direction, those side by side moved to their middle, and those that go on from each other joined."""
    rules = []
    for beside in _side_by_side(edge for edge in edges if edge[2] - edge[1] >= SHORTEST_EDGE):
        middle = sum([place for place, _, _ in beside]) / len(beside)
        _, first, last = min(beside, key=itemgetter(1))
        for _, start, end in sorted(beside, key=itemgetter(1)):
            if start > last + NEAR:
                rules.append((middle, first, last))
                first, last = start, end
            last = max(last, end)
        rules.append((middle, first, last))
    return [rule for rule in rules if rule[2] - rule[1] >= SHORTEST_RULE]


def _side_by_side(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Edges in groups, each edge of which is near to another one of it."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges, key=itemgetter(0)):
        if groups and edge[0] <= groups[-1][-1][0] + NEAR:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups


def cells_of(across: list[Edge], down: list[Edge]) -> list[Corners]:
    """The cells that rules enclose, from the left; none where the rules are too many."""
    if len(across) * len(down) > MOST_PAIRS:
        return []
    crossings: Crossings = {}
    for one in down:
        x, top, bottom = one
        for other in across:
            y, x0, x1 = other
            if top <= y + NEAR and bottom >= y - NEAR and x0 - NEAR <= x <= x1 + NEAR:
                meeting = crossings.setdefault((x, y), (set(), set()))
                meeting[0].add(one)
                meeting[1].add(other)
    return _between(crossings) if len(crossings) <= MOST_CROSSINGS else []


def _between(crossings: Crossings) -> list[Corners]:
    """The smallest cell to the right of and below each crossing, where four rules join four crossings."""
    found: list[Corners] = []
    below: dict[float, list[Point]] = {}
    beside: dict[float, list[Point]] = {}
    for point in sorted(crossings, reverse=True):
        x, y = point
        corner = _corner(crossings, point, below.setdefault(x, []), beside.setdefault(y, []))
        if corner is not None:
            found.append((x, y, *corner))
        below[x].append(point)
        beside[y].append(point)
    return found[::-1]


def _corner(crossings: Crossings, point: Point, below: Sequence[Point], beside: Sequence[Point]) -> Point | None:
    """Where the smallest cell ends that begins at a crossing; `below` and `beside` it are others, the nearest last."""
    down, across = crossings[point]
    for under in reversed(below):
        under_down, under_across = crossings[under]
        if not down.isdisjoint(under_down):
            for over in reversed(beside):
                over_down, over_across = crossings[over]
                met = crossings.get((over[0], under[1])) if not across.isdisjoint(over_across) else None
                if met and not met[0].isdisjoint(over_down) and not met[1].isdisjoint(under_across):
                    return over[0], under[1]
    return None


def _touching(cells: Iterable[Corners]) -> Iterator[list[Corners]]:
    """Cells that have a corner in common, with each other or with one between them."""
    left = dict.fromkeys(cells)
    at: dict[Point, list[Corners]] = {}
    for cell in left:
        for corner in _corners(cell):
            at.setdefault(corner, []).append(cell)
    while left:
        together = [left.popitem()[0]]
        for cell in together:
            for corner in _corners(cell):
                for other in at.pop(corner, ()):
                    if other in left:
                        del left[other]
                        together.append(other)
        yield together


def _corners(cell: Corners) -> tuple[Point, ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


def _table(cells: list[Corners], sheet: int) -> Table:
    """Its rows have a cell for each place where one begins in any of them; None where another one reaches over it."""
    x0, top, x1, bottom = zip(*cells, strict=True)
    begun = {(cell[0], cell[1]): Box(*cell) for cell in cells}
    columns, rows = sorted(set(x0)), sorted(set(top))
    return Table(
        sheet=sheet,
        box=Box(min(x0), min(top), max(x1), max(bottom)),
        rows=tuple(tuple(begun.get((x, y)) for x in columns) for y in rows),
    )
