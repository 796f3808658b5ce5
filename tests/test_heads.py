"""Where heads of columns may begin: told before any rule is tried, since most lines that use their words are running text."""

from __future__ import annotations

import pytest
from builders import lines, paper, ruled

from agendapack.grid import stream
from agendapack.heads import near_lines


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Recommendation     Response\nPlant trees        Agreed", {0}),
        ("Decision           Response\nmade               by cabinet", {0, 1}),
        ("#                  Recommendation\n1                  Plant trees", {0}),
        ("3.1     The recommendation was made", set()),
        ("•       The recommendation was made\n•       The response was short", set()),
        ("The recommendation was made\nand is repeated here", set()),
    ],
    ids=["two heads", "heads of two rows", "a sign for the number", "a paragraph", "a list", "running text"],
)
def test_heads_may_begin_where_words_stand_beside_each_other(text: str, places: set[int]) -> None:
    entries = lines(text)
    worth = {n for n, line in enumerate(entries) if "made" in line.text or n == 0}
    assert near_lines(entries, worth) == places


def test_a_head_may_stand_alone_above_a_ruled_table() -> None:
    entries = [*lines("Recommendation"), *stream(paper(ruled("Plant trees     Agreed", 0, 16, 40, rows=[1])))]
    assert near_lines(entries, {0}) == {0}
