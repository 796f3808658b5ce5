"""Gold of what is the same recommendation, and how well tracking finds it: over pairs of places, found and missed.

A gold file names sets of packs, and for each set the groups of mentions ("pack record-id") that a reader found to be one
recommendation. What no group names is a recommendation of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from agendapack.records import AgendaPack
from agendapack.track import track

TODAY = date(2031, 12, 1)

Pair = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions that are one recommendation: rightly joined, wrongly joined, and missed."""

    right: frozenset[Pair]
    wrong: frozenset[Pair]
    missed: frozenset[Pair]

    @property
    def precision(self) -> float:
        """The share of what was joined that is one recommendation."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what is one recommendation that was joined."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def groups(path: Path) -> dict[str, list[set[tuple[str, str]]]]:
    """The groups of a gold file, by the name of their set of packs."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return {name: [{_mention(each) for each in group} for group in found] for name, found in table.items()}


def _mention(text: str) -> tuple[str, str]:
    pack, _, record = text.partition(" ")
    return pack, record


def compared(packs: Sequence[AgendaPack], same: Iterable[set[tuple[str, str]]]) -> Pairs:
    """What tracking joins in some packs, held against what is the same. A mention is its file and its record's id."""
    joined = [{(mention.place.file, mention.record) for mention in each.mentions} for each in track(packs, TODAY)]
    found, wanted = _pairs(joined), _pairs(same)
    return Pairs(found & wanted, found - wanted, wanted - found)


def _pairs(groups: Iterable[set[tuple[str, str]]]) -> frozenset[Pair]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(sorted(group), 2))
