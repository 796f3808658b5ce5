"""Words that make two recommendations out of one text: numbers, days, "not", and the one of two that is meant."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

from agendapack.tracking.folding import Word, folded

_LISTS = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))

BODIES = frozenset(_LISTS["bodies"].split())
"""Words printed with a capital or without, as the writer likes. They name whoever speaks, and no place or thing."""

SMALL = frozenset(_LISTS["small"].split())
"""Words that carry nothing which another would not."""

_GENERAL = frozenset(_LISTS["general"].split())


def _keyed(lists: Mapping[str, str]) -> dict[str, str]:
    """By each word of the lists, as it is compared, what it stands for."""
    return {folded(word): meaning for meaning, words in lists.items() for word in words.split()}


_NUMBERS = _keyed(_LISTS["numbers"])
_DAYS = _keyed(_LISTS["days"])
_NOT = _keyed({"not": _LISTS["not"]})
_SIDES = {side: _keyed({str(at): words for at, words in enumerate(sides)}) for side, sides in _LISTS["sides"].items()}

SPECIFIC = 3
"""Words of its own matter that a text needs to be known by it."""


def specific(words: Iterable[Word]) -> bool:
    """Whether a text says what it is about, so that another with its words is about the same."""
    own = {word.folded for word in words if not (word.plain in SMALL or word.plain in BODIES or word.plain in _GENERAL)}
    return sum(word not in _NUMBERS and not word.isdecimal() for word in own) >= SPECIFIC


_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:st|nd|rd|th|m|k|bn)?")
_LIKE_NUMBER = re.compile(r"[\doilszb|]+")
_READ_AS_NUMBER = str.maketrans("oilszb|", "0115281")


def meanings(run: Iterable[Word]) -> list[str]:
    """The words of a run, numbers and days as what they stand for: "six" is "6", "Sept" is "September"."""
    return [_NUMBERS.get(word.folded) or _DAYS.get(word.folded) or word.folded for word in run]


def tells_apart(mine: Sequence[Word], other: Sequence[Word], *, lenient: bool = False) -> bool:
    """Whether two runs of words in which two texts differ make them two recommendations.

    `lenient`: what one of the two leaves out makes no difference, unless it is "not".
    """
    if Counter(_of(_NOT, mine)) != Counter(_of(_NOT, other)):
        return True
    if _sides_differ(mine, other):
        return True
    if lenient and not (mine and other):
        return False
    return (
        Counter(_of(_DAYS, mine)) != Counter(_of(_DAYS, other))
        or bool(Counter(_numbers(mine)) - Counter(_possible_numbers(other)))
        or bool(Counter(_numbers(other)) - Counter(_possible_numbers(mine)))
    )


def _of(words: Mapping[str, str], run: Iterable[Word]) -> Iterator[str]:
    return (words[word.folded] for word in run if word.folded in words)


def _sides_differ(mine: Iterable[Word], other: Iterable[Word]) -> bool:
    """Whether the one says "before" where the other says "after"."""
    return any(a and b and not a & b for sides in _SIDES.values() for a, b in (({*_of(sides, mine)}, {*_of(sides, other)}),))


def _numbers(run: Iterable[Word]) -> Iterator[str]:
    """The numbers that are certainly there, in figures or in words."""
    for word in run:
        if word.folded in _NUMBERS:
            yield _NUMBERS[word.folded]
        elif found := _NUMBER.fullmatch(word.plain):
            yield found[1]


def _possible_numbers(run: Iterable[Word]) -> Iterator[str]:
    """Those, and what a scanner may have made of a number: "2O31", "lo"."""
    for word in run:
        certain = list(_numbers((word,)))
        yield from certain
        if not certain:
            for found in _LIKE_NUMBER.findall(word.plain):
                yield found.translate(_READ_AS_NUMBER)
