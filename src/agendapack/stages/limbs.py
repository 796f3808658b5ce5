"""Numbered rows of minutes that are limbs of a resolution, and no businesses of their own."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.layout import Line
from agendapack.stages.decide_words import EDGES, stem_of
from agendapack.stages.labels import Row

_ALIGNED = 6.0
"""Points by which the labels of one list may be out of line."""


def without_limbs(lines: Sequence[Line], rows: Sequence[Row]) -> list[Row]:
    """The rows without those that are listed right beneath the stem of a resolution ("The Panel resolved:"): a list that begins
    with its first number there, in plain letters, goes on with whatever follows in the same form and column."""
    found: list[Row] = []
    limb: Row | None = None
    for row in rows:
        begins = row.label.key[-1:] == (1,) and not row.bold and row.at > 0 and _announces(lines[row.at - 1].text)
        if begins or (limb is not None and _goes_on(limb, row)):
            limb = row
        else:
            limb = None
            found.append(row)
    return found


def _announces(text: str) -> bool:
    """Whether a line ends with the stem of a resolution, so that what it resolves can only follow."""
    stem = stem_of(text)
    return stem is not None and not stem.whole and not text[stem.end :].strip(EDGES)


def _goes_on(limb: Row, row: Row) -> bool:
    """Whether a row is the next one of a list."""
    same = row.label.family == limb.label.family and row.bold == limb.bold and abs(row.label_x - limb.label_x) <= _ALIGNED
    return same and row.label.key[:-1] == limb.label.key[:-1] and row.label.key[-1] == limb.label.key[-1] + 1
