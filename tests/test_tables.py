"""Ruled tables as boxes of cells, and the cheap choice of the sheets that are opened for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import document
from msgspec.structs import replace
from pdfs import Sheet, pdf, ruled, text

from agendapack.layout import Box, Line, Page, Span
from agendapack.reading import pdfium, tables

GRID = ruled((100, 250, 400), (700, 660, 600)) + text(110, 675, "Recommendation") + text(260, 675, "Response")


def close(box: Box | None, *sides: float) -> bool:
    return box is not None and (box.x0, box.top, box.x1, box.bottom) == pytest.approx(sides, abs=1.0)


def test_cells_are_measured_from_the_top_left() -> None:
    (table,) = tables.find(pdf(Sheet(GRID)), [1])[1]
    assert table.sheet == 1
    assert [len(row) for row in table.rows] == [2, 2]
    assert close(table.rows[0][0], 100, 142, 250, 182)
    assert close(table.rows[1][1], 250, 182, 400, 242)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50.0, 200.0, 500.0, 800.0)])
@pytest.mark.parametrize("media", [(0.0, 0.0, 595.0, 842.0), (-20.0, 10.0, 575.0, 852.0)])
def test_cells_lie_where_the_lines_lie(rotate: int, crop: tuple[float, ...] | None, media: tuple[float, ...]) -> None:
    source = pdf(Sheet(GRID, rotate=rotate, crop=crop, media=media))
    (table,) = tables.find(source, [1])[1]
    words = {span.text.strip(): _shown(line, span) for line in pdfium.read(source).page(1).lines for span in line.spans}
    for word in ("Recommendation", "Response"):
        inside = [box for row in table.rows for box in row if box is not None and _holds(box, words[word])]
        assert len(inside) == 1, (word, words[word], table)


def _shown(line: Line, span: Span) -> Box:
    """The box of a span on the sheet, whichever way its line is turned."""
    start, end = (span.x0, span.x1) if line.turned in (0, 90) else (-span.x1, -span.x0)
    if line.turned in (0, 180):
        return Box(start, line.box.top, end, line.box.bottom)
    return Box(line.box.x0, start, line.box.x1, end)


def _holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and inner.x1 <= outer.x1 and outer.top <= inner.top and inner.bottom <= outer.bottom


def test_only_the_sheets_asked_for_are_opened() -> None:
    assert list(tables.find(pdf(Sheet(GRID), Sheet(GRID), Sheet(GRID)), [3, 1, 3])) == [1, 3]
    assert tables.find(b"never opened", []) == {}


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    source = pdf(Sheet(GRID))
    (tmp_path / "pack.pdf").write_bytes(source)
    assert tables.find(tmp_path / "pack.pdf", [1]) == tables.find(source, [1])


def test_a_password_opens_an_encrypted_file() -> None:
    source = pdf(Sheet(GRID), password="plane tree")
    assert len(tables.find(source, [1], "plane tree")[1]) == 1
    assert tables.find(source, [1]) == {1: ()}


@pytest.mark.parametrize("source", [b"", b"<html>no such page</html>", pdf(Sheet(GRID))[:300]])
def test_what_cannot_be_read_has_no_tables(source: bytes) -> None:
    assert tables.find(source, [1]) == {1: ()}


def test_a_damaged_sheet_or_one_that_is_not_there_has_no_tables() -> None:
    damaged = pdf(Sheet(GRID), Sheet(GRID)).replace(b"/Type /Page /Parent", b"/Type /Nope /Parent", 1)
    found = tables.find(damaged, [1, 2, 9])
    assert (len(found[1]), len(found[2]), len(found[9])) == (0, 1, 0)


def page(text: str, *, paths: int = 20, sheet: int = 1) -> Page:
    return replace(document(text).page(1), sheet=sheet, paths=paths)


@pytest.mark.parametrize(
    "heads",
    [
        "Recommendation              Accepted, rejected    Proposed action",
        "No.   Recommendation of the Panel     Response of the Executive   Lead",
        "Recommendation                        Agreed Y/N    Owner",
        "SCRUTINY RECOMMENDATIONS              Cabinet response",
        "Meeting  Item  Recommendation   Responsible  Update/response",
        "Recommendation Accepted or rejected",
        "                                      Response of\nRecommendation\n                                      the Cabinet",
    ],
)
def test_the_heads_of_a_response_table_ask_for_cells(heads: str) -> None:
    assert tables.needs_cells(page(f"Response to the Panel\n{heads}\nThat trees are planted"))


@pytest.mark.parametrize(
    "words",
    [
        "RECOMMENDATION\nThat the Committee agrees the response to the consultation.",
        "Recommendation(s):          Cabinet is asked to agree the budget",
        "Recommendation\nResponse",
        "The Panel made three recommendations and received a response to each of them in the summer.",
        "Proposal                    Response to consultation",
        "Recommendation              Lead officer",
    ],
)
def test_other_sheets_do_not(words: str) -> None:
    assert not tables.needs_cells(page(words))


@pytest.mark.parametrize(
    "words",
    [
        "Action log\nAction                Owner          Deadline",
        "Meeting date          Action                Owner",
        "Min no       Action / Recommendation       Update",
        "Recommendation        Meeting date          Owner",
    ],
)
def test_the_heads_of_a_tracker_do(words: str) -> None:
    assert tables.needs_cells(page(words))


def test_actions_that_nobody_follows_up_do_not() -> None:
    assert not tables.needs_cells(page("Tree strategy\nAction                Owner          Deadline"))


def test_a_plan_asks_for_cells_as_long_as_its_sheets_stand_in_columns() -> None:
    rows = "4 March          Trees          Ann Marsh\n6 May          Benches          Bea Holt"
    pages = [
        page(f"Work Programme 2031\n{rows}", sheet=1),
        page(rows, sheet=2),
        page("The Council met in May.", sheet=3),
        page(rows, sheet=4),
        page("Work Programme 2031\nThe Committee agreed it.", sheet=5),
    ]
    assert tables.sheets_with_cells(pages) == (1, 2)


def test_a_sheet_without_rules_holds_no_ruled_table() -> None:
    assert not tables.needs_cells(page("Recommendation              Response", paths=3))


def test_a_table_is_followed_over_the_sheets_on_which_it_may_run_on() -> None:
    heads, more, prose = "Recommendation              Response", "That trees are planted", "The Council met in May."
    pages = [
        page(prose, paths=9, sheet=1),
        page(heads, sheet=2),
        page(more, sheet=3),
        page(more, sheet=4),
        page(prose, paths=0, sheet=5),
        page(more, sheet=6),
    ]
    assert tables.sheets_with_cells(pages) == (2, 3, 4)


def test_it_is_not_followed_into_the_next_item_nor_onto_a_sheet_of_another_shape() -> None:
    heads, more = page("Recommendation              Response"), page("That trees are planted", sheet=2)
    assert tables.sheets_with_cells([heads, replace(more, item_stamp="7")]) == (1,)
    assert tables.sheets_with_cells([heads, replace(more, width=842.0, height=595.0)]) == (1,)


def test_a_heading_that_says_tracker_or_answers_opens_the_columns_beneath_whatever_their_heads() -> None:
    rows = "Thing          Whose          Where we are\nMend gates     Ann Marsh      Ten mended"

    def page(heading: str) -> Page:
        return replace(document(f"{heading}\n{rows}").page(1), paths=tables.FEWEST_PATHS)

    for heading in ("Action list", "Cabinet Response to the Scrutiny Review of Parks", "Committee Business Planner"):
        assert tables.sheets_with_cells([page(heading)]) == (1,), heading
    assert tables.sheets_with_cells([page("Staff of the service")]) == ()


def test_who_acts_and_by_when_beside_a_recommendation_open_its_cells() -> None:
    heads = "Recommendation          New steps      Timescale      Lead officer"
    assert tables.needs_cells(replace(document(heads).page(1), paths=tables.FEWEST_PATHS))
