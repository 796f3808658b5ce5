"""Which of many texts the rows of some meanings may match: told of all of them at once by the words that the rows need.

Most lines of a pack can be nothing for a stage. To ask `Rules.may_match` of each of them costs as much as to look at the few
that can be something.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from agendapack.layout import Section
from agendapack.rules import Rules
from agendapack.rules.needs import REACH, has_any, together


def candidates(rules: Rules, means: tuple[str, ...], texts: Sequence[str]) -> set[int]:
    """The places of the texts that a row of some meanings may match."""
    return Folded(texts).candidates(rules, means)


def candidates_in_pieces(rules: Rules, means: tuple[str, ...], texts: Sequence[str]) -> set[int]:
    """The places of the texts that may hold a piece of what a row matches, where that is divided at its blanks."""
    return Folded(texts).having({max(word.split(), key=len, default="") for word in rules.words(means)})


def candidates_of(section: Section, rules: Rules, means: tuple[str, ...]) -> set[int]:
    """The places of a section's lines that a row of some meanings may match."""
    return section.kept("folded lines", lambda: Folded([line.text for line in section.lines])).candidates(rules, means)


def may_match_together(rules: Rules, means: tuple[str, ...], texts: Iterable[str]) -> bool:
    """Whether a row may match what texts say one behind the other, told also from how that begins."""
    folded = " ".join(texts).casefold()
    words = _needed_behind(rules, means, folded[:REACH])
    if words is None or has_any(words, folded):
        return words is not None
    return "- " in folded and has_any(words, folded.replace("- ", "-"))


@lru_cache(maxsize=4096)
def _needed_behind(rules: Rules, means: tuple[str, ...], start: str) -> tuple[str, ...] | None:
    """What a text needs that begins so; None where no row may match it."""
    rows = [row.needs for row in rules.rows if row.means in means and row.needs.meets(start)]
    return together(rows) if rows else None


class Folded:
    """Texts in the letters of `str.casefold`: each alone, and all of them in one, with where each ends in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        folded = [text.casefold() for text in texts]
        self._whole = "\n".join(folded)
        self._ends = list(accumulate([len(text) + 1 for text in folded]))

    def candidates(self, rules: Rules, means: tuple[str, ...]) -> set[int]:
        """The places of the texts that a row of some meanings may match."""
        return self.having(rules.words(means))

    def having(self, words: Collection[str]) -> set[int]:
        """The places of the texts in which one of some words stands; all where there are no words."""
        if not words:
            return set(range(len(self._ends)))
        whole, ends = self._whole, self._ends
        found = set()
        for word in words:
            at = whole.find(word)
            while at >= 0:
                place = bisect(ends, at)
                found.add(place)
                at = whole.find(word, ends[place])
        return found
