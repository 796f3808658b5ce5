"""The rules: every row carries its own proof, matches in linear time, and is used."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from agendapack import rules

ROWS = [(stage, row) for stage in rules.stages() for row in rules.load(stage).rows]
IDS = [row.id for _, row in ROWS]
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(rules.__file__).parent.parent.rglob("*.py"))

HOSTILE = 10_000
"""Characters of an awkward line: a hundred times the longest line seen in a pack."""

AWKWARD = {
    "spaces": " " * HOSTILE,
    "letters": "a" * HOSTILE,
    "capitals": "COMMITTEE " * (HOSTILE // 10),
    "digits": "1" * HOSTILE,
    "numbers": "1." * (HOSTILE // 2),
    "dashes": "-" * HOSTILE,
    "brackets": "(" * HOSTILE,
    "words": "report of the committee " * (HOSTILE // 24),
    "names": "Ann Marsh, " * (HOSTILE // 11),
    "addresses": "a.b@" * (HOSTILE // 4),
}


@pytest.mark.parametrize(("stage", "row"), ROWS, ids=IDS)
def test_each_row_matches_its_yes_lines_and_none_of_its_no_lines(stage: str, row: rules.Rule) -> None:
    assert row.yes, "a row without an example proves nothing"
    assert row.no, "a row without a counter-example may match anything"
    assert [line for line in row.yes if not row.find(line)] == []
    assert [line for line in row.no if row.find(line)] == []


@pytest.mark.parametrize(("stage", "row"), ROWS, ids=IDS)
def test_each_row_gives_a_reason(stage: str, row: rules.Rule) -> None:
    assert len(row.reason.split()) >= 4


def test_ids_are_unique() -> None:
    assert sorted(set(IDS)) == sorted(IDS)


@pytest.mark.parametrize("stage", rules.stages())
def test_every_meaning_is_asked_for_by_some_stage(stage: str) -> None:
    """A row whose meaning no code names is dead. Kinds are asked for all together."""
    if stage in ("classify", "classify_authors"):
        return
    meanings = {row.means for row in rules.load(stage).rows}
    assert {means for means in meanings if not re.search(rf"[\"']{re.escape(means)}[\"']", SOURCES)} == set()


@pytest.mark.parametrize("kind", AWKWARD)
def test_no_pattern_backtracks_on_an_awkward_line(kind: str) -> None:
    """The cap is generous (a linear pattern needs microseconds), so that only a catastrophe exceeds it."""
    slow = []
    for _, row in ROWS:
        started = time.perf_counter()
        row.find(AWKWARD[kind])
        if time.perf_counter() - started > 1.0:
            slow.append(row.id)
    assert slow == []
