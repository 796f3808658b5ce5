"""Lists of what another authority decided, as minutes tell of them: of a parish's planning matters, of appeals."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.stages.decide_words import rules
from agendapack.stages.recommend_rows import NEAR, Row, is_heading


def theirs(rows: Sequence[Row], title: str) -> frozenset[int]:
    """The rows of such lists: from a row that says so, or a minute's title, to the next heading."""
    lead: Row | None = None
    inside = rules().first("abroad", title) is not None
    found = []
    for n, row in enumerate(rows):
        if rules().first("abroad", row.text):
            lead, inside = row, True
        elif lead is not None and (_follows(row, lead) or _heads_another(rows, n)):
            lead, inside = None, False
        if inside:
            found.append(n)
    return frozenset(found)


def _follows(row: Row, lead: Row) -> bool:
    """Whether a row is numbered in the list in which another one is."""
    return lead.label is not None and row.label is not None and abs(row.x - lead.x) < NEAR


def _heads_another(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is a heading, other than of a decision."""
    return rules().first("heading", rows[at].said) is None and is_heading(rows[at], rows[at - 1].text, rows[at - 1])
