"""A row of the rules, and the rows of one stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import astuple

from agendapack import prepared
from agendapack.rules.needs import REACH, Needs, has_any, needs, together


class Rule(Struct, frozen=True, dict=True):
    """One row: a phrase, what it means, why it holds, and lines that it must and must not match."""

    id: str
    """Its stage and its name among the stage's rows: "recommend.stem"."""
    means: str
    source: str
    """The pattern as it is written."""
    reason: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    case: bool = False
    """Whether small and capital letters are told apart."""

    @property
    def stage(self) -> str:
        """The stage that asks for it."""
        return self.id.partition(".")[0]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is tried first: few packs give cause to try every row."""
        return prepared.pattern(self.source, 0 if self.case else re.IGNORECASE)

    @cached_property
    def needs(self) -> Needs:
        """What a line needs for the pattern to match it."""
        found = prepared.answer("needs", self.source, lambda: astuple(needs(self.source)))
        return Needs(*found)

    def prepare(self) -> None:
        """Finds out now what is otherwise found out when the row is tried first."""
        _ = self.pattern, self.needs

    def find(self, text: str) -> re.Match[str] | None:
        """The row's match in a line.

        A pattern that can match at the start only is tried there and nowhere else: `re` itself would try every position of the
        line before it gives up.
        """
        return self.pattern.match(text) if self.needs.anchored else self.pattern.search(text)


class Hit(Struct, frozen=True):
    """A rule that matched, and its match."""

    rule: str
    match: re.Match[str]

    def __getitem__(self, group: str) -> str | None:
        """The text of a named group, None where the pattern has none of that name or it took no part."""
        return self.match.groupdict().get(group)


class _Rows(dict[str, tuple[tuple[Rule, tuple[str, ...]], ...]]):
    """Rows that are tried one after the other, with the words that they need, by the first letters of a line.

    Which of them a beginning leaves is found out when a line first begins like that. Most beginnings leave those that ask for
    none.
    """

    def __init__(self, rows: Iterable[Rule]) -> None:
        super().__init__()
        self.every = tuple(rows)

    @cached_property
    def _whatever(self) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
        """The rows that match whatever a line begins with."""
        return tuple((row, row.needs.words) for row in self.every if not row.needs.starts)

    @cached_property
    def _starts(self) -> frozenset[str]:
        """The first letters of the beginnings that the others need."""
        return frozenset(start[:1] for row in self.every for start in row.needs.starts)

    def __missing__(self, start: str) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
        if start.isascii() and start[:1].lower() not in self._starts:
            found = self._whatever
        else:
            found = tuple((row, row.needs.words) for row in self.every if row.needs.meets(start))
        self[start] = found
        return found

    def hits(self, text: str) -> Iterator[Hit]:
        """The rows that match a line."""
        if rows := self[text[:REACH]]:
            folded = text.casefold()
            for row, words in rows:
                if has_any(words, folded) and (match := row.find(text)):
                    yield Hit(row.id, match)


class Rules:
    """The rows of one stage in the order in which they are tried, by what they mean."""

    def __init__(self, rows: tuple[Rule, ...], meanings: frozenset[str] = frozenset()) -> None:
        """`meanings` may be asked for even where no row of that meaning is in force; any other is a mistake of the stage."""
        self.rows = rows
        by_meaning: dict[str, list[Rule]] = {means: [] for means in meanings}
        for row in rows:
            by_meaning.setdefault(row.means, []).append(row)
        self._by_meaning = {means: _Rows(rows) for means, rows in by_meaning.items()}
        self._all = _Rows(rows)
        self._orders: dict[tuple[str, ...], _Rows] = {}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}

    def first(self, means: str, text: str) -> Hit | None:
        """The first row of that meaning that matches."""
        if rows := self._by_meaning[means][text[:REACH]]:
            folded = text.casefold()
            for row, words in rows:
                if has_any(words, folded) and (match := row.find(text)):
                    return Hit(row.id, match)
        return None

    def first_of(self, meanings: tuple[str, ...], text: str) -> str | None:
        """The first of some meanings of which a row matches. One look at a text where asking for each would take many."""
        order = self._orders.get(meanings)
        if order is None:
            order = self._orders[meanings] = _Rows(row for means in meanings for row in self._by_meaning[means].every)
        if rows := order[text[:REACH]]:
            folded = text.casefold()
            for row, words in rows:
                if has_any(words, folded) and row.find(text):
                    return row.means
        return None

    def each(self, text: str) -> Iterator[Hit]:
        """Every row that matches, whatever it means."""
        return self._all.hits(text)

    def all(self, means: str, text: str) -> Iterator[Hit]:
        """Every row of that meaning that matches."""
        return self._by_meaning[means].hits(text)

    def matches(self, means: str, text: str) -> Iterator[Hit]:
        """Every match of every row of that meaning: row by row, each from left to right."""
        if rows := self._by_meaning[means][text[:REACH]]:
            folded = text.casefold()
            for row, words in rows:
                if has_any(words, folded):
                    yield from (Hit(row.id, match) for match in row.pattern.finditer(text))

    def meaning(self, hit: Hit) -> str:
        """What the row of a hit means."""
        return next(row.means for row in self.rows if row.id == hit.rule)

    def may_match(self, means: tuple[str, ...], text: str) -> bool:
        """False where a text has none of the words without which no row of these meanings can match."""
        return has_any(self.words(means), text.casefold())

    def may_begin(self, means: str, text: str) -> bool:
        """False where no row of that meaning matches what begins as a text does."""
        return bool(self._by_meaning[means][text[:REACH]])

    def words(self, means: tuple[str, ...]) -> tuple[str, ...]:
        """Words in the letters of `str.casefold`, one of which a text needs for a row of these meanings to match it; empty where
        there is no telling."""
        if means not in self._words:
            self._words[means] = together(row.needs for each in means for row in self._by_meaning[each].every)
        return self._words[means]
