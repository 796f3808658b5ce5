"""A line is whatever its PDF says it is: of a megabyte of it no more is kept than any line has, and that takes no second."""

from __future__ import annotations

from time import process_time

import pytest
from test_properties import PHRASES, parsed

from agendapack.layout import Box, Document, Line, Page, Span
from agendapack.reading.rows import LONGEST_LINE, Piece, clipped, lines_of
from agendapack.rules.linear import AWKWARD

MEGABYTE = 1_000_000
KINDS = (*AWKWARD, *PHRASES, "\u0301", "（", "\u200f", "🌳", "1.1.1.", "Cllr A B ", "01/02/2031 ", "a@b.gov.uk ", "12 noon ")

TRIALS = 3
"""How often a line that took too long is tried: a machine with other work to do may double the time of one trial."""


def lines(words: str, top: float) -> tuple[Line, ...]:
    """The line that the reader makes of a piece of text; none of white space."""
    piece = Piece(words, 72.0, top, 523.0, top + 12, 72.0, 523.0, top, 12.0, False, "Plain", 0, False)
    return tuple(clipped(each) for each in lines_of([piece], 1))


def sheet(words: str) -> Document:
    """A paper that recommends something, with this in its midst."""
    told = ("Report by the Director of Place", "RECOMMENDATION", "The Cabinet is RECOMMENDED to:", words, "(a) agree the plan.")
    found = [each for number, words in enumerate(told) for each in lines(words, 60.0 + 20 * number)]
    return Document((Page(1, 595.0, 842.0, tuple(found)),))


def seconds(words: str) -> float:
    started = process_time()
    parsed(sheet(words))
    return process_time() - started


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_of_anything_in_one_line_takes_no_second_from_reading_to_record(kind: str) -> None:
    words = (kind * (MEGABYTE // len(kind) + 1))[:MEGABYTE]
    parsed(sheet(kind))  # compiles what is tried
    assert min(seconds(words) for _ in range(TRIALS)) < 1.0


def test_a_line_that_fits_on_a_sheet_is_kept_as_it_is() -> None:
    (whole,) = lines("a " * (LONGEST_LINE // 2), 60.0)
    assert clipped(whole) is whole


def test_of_a_longer_one_the_beginning_is_kept_in_text_and_spans() -> None:
    spans = tuple(Span(f"{number:04} ", 5.0 * number, 5.0 * number + 4, 9.0, False) for number in range(1000))
    long = Line(1, " ".join(span.text.strip() for span in spans), Box(0, 0, 5000, 9), 9.0, False, spans)
    kept = clipped(long)
    assert long.text.startswith(kept.text)
    assert len(kept.text) == LONGEST_LINE - 1  # it would end in a space
    assert kept.text.split() == [span.text.strip() for span in kept.spans][: len(kept.text.split())]
    assert sum(len(span.text) for span in kept.spans) <= 2 * LONGEST_LINE
