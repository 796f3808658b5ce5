"""Lines, their columns and parts, running text, and the size in which a document is set."""

from __future__ import annotations

import pytest
from builders import document, line, lines

from agendapack.layout import Box, Document, Line, Span, join


def test_a_box_grows_to_hold_another() -> None:
    assert Box(1, 2, 3, 4).union(Box(0, 3, 2, 9)) == Box(0, 2, 3, 9)


@pytest.mark.parametrize(
    ("printed", "cells"),
    [
        ("one run of words", ["one run of words"]),
        ("Ward:     All", ["Ward:", "All"]),
        ("Item No.     Classification:     Date:", ["Item No.", "Classification:", "Date:"]),
    ],
)
def test_a_line_is_divided_at_its_wide_gaps(printed: str, cells: list[str]) -> None:
    assert [cell.text for cell in line(printed).cells] == cells


def test_a_line_runs_across_an_edge_that_its_text_lies_on_both_sides_of() -> None:
    left, right = line("Ward:     All", x0=72).cells
    assert [left.runs_across(edge) for edge in (74, 87, 100, 116)] == [False, True, False, False]
    assert right.runs_across(87) is False


def test_a_cell_has_the_box_of_its_own_words() -> None:
    left, right = line("Ward:     All", x0=72).cells
    assert (left.box.x0, left.box.x1, right.box.x0, right.box.x1) == (72, 102, 132, 150)


def test_the_columns_are_read_once() -> None:
    row = line("Ward:     All")
    assert row.cells is row.cells


def test_a_part_is_bold_where_its_letters_are() -> None:
    row = line("**Ward:**     All")
    assert [cell.bold for cell in row.cells] == [True, False]


def test_pieces_of_a_word_are_one_word_again() -> None:
    """A word processor changes the font in the middle of a word; the gap says whether two pieces are two words."""
    spans = (Span("Recom", 72, 102, 12, True), Span("mendation", 102.5, 150, 12, False), Span("a", 156, 162, 12, False))
    row = Line(1, "", Box(72, 72, 162, 84), 12, False, spans)
    assert row.part(spans).text == "Recommendation a"


@pytest.mark.parametrize(
    ("rows", "running"),
    [
        ("The Council is\nasked to agree", "The Council is asked to agree"),
        ("a low-\ncarbon fleet", "a low-carbon fleet"),
        ("Budget -\nan overview", "Budget - an overview"),
        ("Budget 2031-\n32", "Budget 2031-32"),
        ("see paragraph 4 –\nCosts", "see paragraph 4 – Costs"),
    ],
)
def test_lines_join_to_running_text(rows: str, running: str) -> None:
    assert join(lines(rows)) == running


def test_no_lines_make_no_text() -> None:
    assert join(()) == ""


def test_lines_of_some_sheets() -> None:
    whole = document("first", "second", "third")
    assert [each.text for each in whole.lines(2)] == ["second", "third"]
    assert [each.text for each in whole.lines(1, 2)] == ["first", "second"]
    assert whole.page(3).lines[0].text == "third"


def test_the_body_size_is_that_of_most_letters() -> None:
    heading, *rest = lines("A heading\nA long sentence of the text.\nAnother long sentence of it.")
    page = document("").pages[0]
    large = line("A heading", size=24)
    whole = Document((type(page)(sheet=1, width=595, height=842, lines=(large, *rest)),))
    assert (whole.body_size, heading.size) == (12.0, 12.0)


def test_a_document_without_text_has_no_body_size() -> None:
    assert document("").body_size == 0.0
