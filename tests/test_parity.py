"""The words and tables that pdfplumber finds, a reader some thirty times slower: on sheets of the samples and of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.page import Page as PlumberPage
from pdfplumber.table import Table as Ruled
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pdfplumber.utils import filter_edges

from agendapack.layout import Box, Document, Table
from agendapack.reading import pdfium, tables
from agendapack.reading.edges import Edge
from agendapack.reading.ruling import NEAR, SHORTEST_EDGE, SHORTEST_RULE, tables_of

WORDS, TABLES = 4, 3
"""Sheets of a pack that are looked at, spread over it: any, and of those with rules."""

AGREED = 0.99
"""Share of the words that both find. They differ where letters are spaced out by hand, and where a producer draws words twice."""

CLOSE = 1.5
"""Points by which the sides of a cell may differ: pdfplumber measures before what PDFium has rounded."""

samples = pytest.mark.parametrize("pack", SAMPLES, ids=lambda path: path.parent.name)


@contextmanager
def reference(pack: Path) -> Iterator[pdfplumber.PDF]:
    with pdfplumber.open(pack) as found:
        yield found


def spread(sheets: list[int], most: int) -> list[int]:
    """Some of the sheets, evenly over all."""
    return sheets[:: max(1, len(sheets) // most)][:most]


def agreement(pack: Path) -> float:
    """Share of upright words that both readers find on the same sheets, in any order."""
    document = pdfium.read(pack)
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    with reference(pack) as other:
        for sheet in spread([page.sheet for page in document.pages], WORDS):
            ours.update(word for line in document.page(sheet).lines if not line.turned for word in line.text.split())
            upright = other.pages[sheet - 1].filter(lambda thing: thing.get("upright", True)).dedupe_chars()
            theirs.update(word["text"] for word in upright.extract_words())
            other.pages[sheet - 1].close()
    return (ours & theirs).total() / max(ours.total(), theirs.total(), 1)


def unlike(pack: Path) -> list[int]:
    """The sheets on which pdfplumber finds other tables."""
    document = pdfium.read(pack)
    sheets = spread(ruled(document), TABLES)
    found = tables.find(pack, sheets)
    with reference(pack) as other:
        return [sheet for sheet in sheets if not _alike(found[sheet], _theirs(other.pages[sheet - 1]))]


def ruled(document: Document) -> list[int]:
    return [page.sheet for page in document.pages if page.paths >= tables.FEWEST_PATHS]


Rows = list[list[Box | None]]


def _theirs(page: PlumberPage) -> list[Rows]:
    found = [[[Box(*cell) if cell else None for cell in row.cells] for row in table.rows] for table in page.find_tables()]
    page.close()
    return found


def _alike(ours: tuple[Table, ...], theirs: list[Rows]) -> bool:
    return len(ours) == len(theirs) and all(
        [len(row) for row in table.rows] == [len(row) for row in other]
        and all(_same(a, b) for row, twin in zip(table.rows, other, strict=True) for a, b in zip(row, twin, strict=True))
        for table, other in zip(ours, theirs, strict=True)
    )


def _same(a: Box | None, b: Box | None) -> bool:
    if a is None or b is None:
        return a is b
    return max(abs(a.x0 - b.x0), abs(a.top - b.top), abs(a.x1 - b.x1), abs(a.bottom - b.bottom)) <= CLOSE


@samples
def test_the_words_of_a_sample(pack: Path) -> None:
    assert agreement(pack) >= AGREED


@samples
def test_the_tables_of_a_sample(pack: Path) -> None:
    assert unlike(pack) == []


def test_the_words_of_a_corpus(corpus_folder: Path) -> None:
    found = {pack.name: agreement(pack) for pack in sorted((corpus_folder / "packs").glob("*.pdf"))}
    assert {name: share for name, share in found.items() if share < AGREED} == {}


def test_the_tables_of_a_corpus(corpus_folder: Path) -> None:
    found = {pack.name: unlike(pack) for pack in sorted((corpus_folder / "packs").glob("*.pdf"))}
    assert {name: sheets for name, sheets in found.items() if sheets} == {}


def edges() -> st.SearchStrategy[list[Edge]]:
    """Edges of some lengths at some places, many of them of a common grid, some beside each other or nearly meeting."""
    places = st.sampled_from([20.0, 40.0, 42.5, 47.0, 60.0, 63.0, 80.0])
    return st.lists(st.tuples(places, places, places).map(lambda each: (each[0], min(each[1:]), max(each[1:]))), max_size=14)


@given(edges(), edges())
def test_any_edges_make_the_tables_that_pdfplumber_makes_of_them(across: list[Edge], down: list[Edge]) -> None:
    drawn: list[dict[str, Any]] = [
        *({"orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y} for y, x0, x1 in across),
        *({"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom} for x, top, bottom in down),
    ]
    for edge in drawn:
        edge |= {"width": edge["x1"] - edge["x0"], "height": edge["bottom"] - edge["top"], "doctop": edge["top"]}
    merged = merge_edges(filter_edges(drawn, min_length=SHORTEST_EDGE), NEAR, NEAR, NEAR, NEAR)
    crossings = edges_to_intersections(filter_edges(merged, min_length=SHORTEST_RULE), NEAR, NEAR)
    theirs = [Ruled(None, cells) for cells in cells_to_tables(intersections_to_cells(crossings))]
    theirs.sort(key=lambda table: (table.bbox[1], table.bbox[0]))
    rows = [[[Box(*cell) if cell else None for cell in row.cells] for row in table.rows] for table in theirs]
    assert _alike(tables_of(across, down, 1), rows)
