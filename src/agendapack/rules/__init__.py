"""What councils print, as data: one TOML file for each stage, one row for each phrase, with its own proof.

A row says what a match *means* to its stage; the stage decides what to do with it. `yes` and `no` are lines that the pattern
must and must not match; a test holds every row to them. Patterns ignore case unless `case = true` and are searched, so they
anchor themselves where they need to.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a phrase, what it means, why it holds, and lines that it must and must not match."""

    id: str
    means: str
    pattern: re.Pattern[str]
    reason: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    anchored: bool = False
    """Whether it can match at the start of a line only. Such a row is tried there and nowhere else: `re` itself would try every
    position of the line before it gives up, and most rows are tried on most lines.
    """

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
    """The rows of one stage, in file order, by what they mean."""

    def __init__(self, rows: tuple[Rule, ...]) -> None:
        self.rows = rows
        self._by_meaning: dict[str, list[Rule]] = {}
        for row in rows:
            self._by_meaning.setdefault(row.means, []).append(row)

    def first(self, means: str, text: str) -> Hit | None:
        """The first row of that meaning that matches, in file order."""
        for row in self._by_meaning[means]:
            if match := row.find(text):
                return Hit(row.id, match)
        return None

    def each(self, text: str) -> Iterator[Hit]:
        """Every row that matches, whatever it means, in file order."""
        for row in self.rows:
            if match := row.find(text):
                yield Hit(row.id, match)

    def meaning(self, hit: Hit) -> str:
        """What the row of a hit means."""
        return next(row.means for row in self.rows if row.id == hit.rule)

    def all(self, means: str, text: str) -> Iterator[Hit]:
        """Every row of that meaning that matches, in file order."""
        for row in self._by_meaning[means]:
            if match := row.find(text):
                yield Hit(row.id, match)


@cache
def load(stage: str) -> Rules:
    """The rules of a stage, from the file of its name beside this module."""
    table = tomllib.loads(files(__name__).joinpath("common", f"{stage}.toml").read_text(encoding="utf-8"))
    return Rules(tuple(_rule(stage, row) for row in table["rule"]))


def stages() -> tuple[str, ...]:
    """The stages that have a rules file."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in files(__name__).joinpath("common").iterdir() if entry.name.endswith(".toml")))


def _anchored(pattern: str) -> bool:
    """Whether every alternative of a pattern starts with `^`."""
    depth, in_class, escaped, starts = 0, False, False, [0]
    for at, char in enumerate(pattern):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            starts.append(at + 1)
    return all(pattern.startswith("^", start) for start in starts)


def _rule(stage: str, row: dict[str, object]) -> Rule:
    return Rule(
        id=f"{stage}.{row['id']}",
        means=str(row["means"]),
        pattern=re.compile(str(row["pattern"]), 0 if row.get("case") else re.IGNORECASE),
        reason=str(row["reason"]),
        yes=tuple(row["yes"]),  # type: ignore[arg-type]
        no=tuple(row["no"]),  # type: ignore[arg-type]
        anchored=_anchored(str(row["pattern"])),
    )
