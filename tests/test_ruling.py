"""From edges to tables."""

from __future__ import annotations

import pytest

from agendapack.reading.edges import Edge
from agendapack.reading.ruling import tables_of

Xs = tuple[float, ...]


def grid(xs: Xs, ys: Xs) -> tuple[list[Edge], list[Edge]]:
    """The edges of a table whose columns and rows meet at these places."""
    return [(y, xs[0], xs[-1]) for y in ys], [(x, ys[0], ys[-1]) for x in xs]


def shapes(across: list[Edge], down: list[Edge]) -> list[list[int]]:
    """How many cells each row of each table has."""
    return [[sum(cell is not None for cell in row) for row in table.rows] for table in tables_of(across, down, 1)]


def test_a_table_has_its_rows_and_cells() -> None:
    (table,) = tables_of(*grid((100, 250, 400), (140, 180, 240)), 7)
    assert table.sheet == 7
    assert (table.box.x0, table.box.top, table.box.x1, table.box.bottom) == (100, 140, 400, 240)
    assert [[(cell.x0, cell.top, cell.x1, cell.bottom) for cell in row if cell] for row in table.rows] == [
        [(100, 140, 250, 180), (250, 140, 400, 180)],
        [(100, 180, 250, 240), (250, 180, 400, 240)],
    ]


def test_a_single_box_is_no_table() -> None:
    assert shapes(*grid((100, 400), (140, 240))) == []


def test_a_cell_over_two_columns_leaves_the_second_empty() -> None:
    across, down = grid((100, 400), (140, 180, 240))
    assert shapes(across, [*down, (250, 180, 240)]) == [[1, 2]]
    (table,) = tables_of(across, [*down, (250, 180, 240)], 1)
    assert table.rows[0][1] is None


def test_the_sides_of_boxes_side_by_side_are_one_rule() -> None:
    left, right = grid((100, 249), (140, 180)), grid((251, 400), (140, 180))
    assert shapes(left[0] + right[0], left[1] + right[1]) == [[2]]


def test_boxes_far_apart_make_two_tables_in_the_order_of_reading() -> None:
    below, above = grid((100, 250, 400), (500, 540)), grid((100, 250, 400), (140, 180, 220))
    assert shapes(below[0] + above[0], below[1] + above[1]) == [[2, 2], [2]]


@pytest.mark.parametrize(("gap", "rows"), [(2.5, [[2]]), (8, [])])
def test_rules_that_nearly_meet_do(gap: float, rows: list[list[int]]) -> None:
    across, down = grid((100, 250, 400), (140, 180))
    assert shapes(across, [(x, top + gap, bottom) for x, top, bottom in down]) == rows


def test_specks_are_no_rules() -> None:
    assert shapes(*grid((100, 100.5, 101), (140, 140.5, 141))) == []


def test_a_drawing_is_no_table() -> None:
    """Every rule is tried with every other: a chart's squared paper would take minutes."""
    many = tuple(4.0 * number for number in range(600))
    assert shapes(*grid(many, many)) == []
    assert shapes(*grid(many[:100], many[:100])) == []
