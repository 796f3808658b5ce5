"""A row of the rules, and the rows of one stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agendapack.rules.literals import any_of


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a phrase, what it means, why it holds, and lines that it must and must not match."""

    id: str
    """Its stage and its name among the stage's rows: "recommend.stem"."""
    means: str
    pattern: re.Pattern[str]
    reason: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    anchored: bool = False
    """Whether it can match at the start of a line only. Such a row is tried there and nowhere else: `re` itself would try every
    position of the line before it gives up, and most rows are tried on most lines.
    """

    @property
    def stage(self) -> str:
        """The stage that asks for it."""
        return self.id.partition(".")[0]

    def find(self, text: str) -> re.Match[str] | None:
        """The row's match in a line."""
        return self.pattern.match(text) if self.anchored else self.pattern.search(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched, and its match."""

    rule: str
    match: re.Match[str]

    def __getitem__(self, group: str) -> str | None:
        """The text of a named group, None where the pattern has none of that name or it took no part."""
        return self.match.groupdict().get(group)


class Rules:
    """The rows of one stage in the order in which they are tried, by what they mean."""

    def __init__(self, rows: tuple[Rule, ...], meanings: frozenset[str] = frozenset()) -> None:
        """`meanings` may be asked for even where no row of that meaning is in force; any other is a mistake of the stage."""
        self.rows = rows
        self._by_meaning: dict[str, list[Rule]] = {means: [] for means in meanings}
        for row in rows:
            self._by_meaning.setdefault(row.means, []).append(row)
        self._worth: dict[tuple[str, ...], re.Pattern[str] | None] = {}

    def first(self, means: str, text: str) -> Hit | None:
        """The first row of that meaning that matches."""
        for row in self._by_meaning[means]:
            if match := row.find(text):
                return Hit(row.id, match)
        return None

    def each(self, text: str) -> Iterator[Hit]:
        """Every row that matches, whatever it means."""
        for row in self.rows:
            if match := row.find(text):
                yield Hit(row.id, match)

    def all(self, means: str, text: str) -> Iterator[Hit]:
        """Every row of that meaning that matches."""
        for row in self._by_meaning[means]:
            if match := row.find(text):
                yield Hit(row.id, match)

    def meaning(self, hit: Hit) -> str:
        """What the row of a hit means."""
        return next(row.means for row in self.rows if row.id == hit.rule)

    def may_match(self, means: tuple[str, ...], text: str) -> bool:
        """False where a text has none of the words without which no row of these meanings can match."""
        if means not in self._worth:
            self._worth[means] = any_of(row.pattern for each in means for row in self._by_meaning[each])
        worth = self._worth[means]
        return worth is None or worth.search(text) is not None
