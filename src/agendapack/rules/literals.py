"""What a pattern cannot match without: words that spare most lines the pattern itself.

A stage tries hundreds of patterns on tens of thousands of lines, and most of them name a word outright ("recommended",
"asked"). Where a line has none of those words, no match is possible; finding that out takes one search for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # the one place that tells how a pattern is built
from typing import Any

SHORTEST = 3
"""Letters below which a word is no help: every line has it."""

MOST = 40
"""Words beyond which looking for any of them costs more than the patterns would."""

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words (in lower case) one of which stands in everything that the pattern matches; none where there are no such words."""
    return _of(list(_parser.parse(pattern.pattern, pattern.flags)))


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str] | None:
    """A pattern that finds a line which one of these patterns could match; None where any line could be one."""
    words: set[str] = set()
    for pattern in patterns:
        found = needed(pattern)
        if not found:
            return None
        words |= found
    shortest = {word for word in words if not any(other != word and other in word for other in words)}
    return re.compile("|".join(map(re.escape, sorted(shortest))), re.IGNORECASE) if len(shortest) <= MOST else None


def _of(parts: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The best words of a sequence: of all that stand in every match those whose shortest is longest."""
    best: frozenset[str] = frozenset()
    for words in _candidates(parts):
        if words and min(map(len, words)) >= SHORTEST and _better(words, best):
            best = words
    return best


def _better(words: frozenset[str], best: frozenset[str]) -> bool:
    return not best or (min(map(len, words)), -len(words)) > (min(map(len, best)), -len(best))


def _candidates(parts: Sequence[tuple[Any, Any]]) -> Iterable[frozenset[str]]:
    run = ""
    for kind, value in parts:
        if kind is _constants.LITERAL:
            run += chr(value).lower()
            continue
        if run:
            yield frozenset({run})
            run = ""
        yield _inside(kind, value)
    if run:
        yield frozenset({run})


def _inside(kind: Any, value: Any) -> frozenset[str]:
    if kind is _constants.SUBPATTERN:
        return _of(list(value[-1]))
    if kind is _constants.ATOMIC_GROUP:
        return _of(list(value))
    if kind in _REPEATS and value[0] > 0:
        return _of(list(value[2]))
    if kind is _constants.BRANCH:
        branches = [_of(list(branch)) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()
