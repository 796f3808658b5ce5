"""From page space to the sheet as it is shown: turned and cropped, measured from the top left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.reading.frame import IDENTITY, Frame, multiply, transform

TURNS = [0, 90, 180, 270]
NUMBERS = st.floats(-1000, 1000)


@pytest.mark.parametrize(("turn", "corner"), [(0, (10, 790)), (90, (20, 10)), (180, (590, 20)), (270, (790, 590))])
def test_a_point_is_measured_from_the_corner_that_is_shown_top_left(turn: int, corner: tuple[int, int]) -> None:
    assert Frame(0, 0, 600, 810, turn).point(10, 20) == corner


@pytest.mark.parametrize("turn", TURNS)
@given(x=NUMBERS, y=NUMBERS)
def test_the_transformation_of_a_frame_does_what_its_point_does(turn: int, x: float, y: float) -> None:
    frame = Frame(15, -20, 580, 822, turn)
    assert transform(frame.matrix, x, y) == pytest.approx(frame.point(x, y))


@given(m=st.tuples(*[NUMBERS] * 6), x=NUMBERS, y=NUMBERS)
def test_one_transformation_after_another_is_one(m: tuple[float, ...], x: float, y: float) -> None:
    a, b, c, d, e, f = m
    first, then = (a, b, c, d, e, f), (0.0, 2.0, -3.0, 0.0, 5.0, 7.0)
    assert transform(multiply(first, then), x, y) == pytest.approx(transform(then, *transform(first, x, y)), abs=1e-6)
    assert multiply(first, IDENTITY) == first
