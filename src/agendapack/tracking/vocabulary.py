"""Words that make two recommendations out of one text: numbers, days, "not", and the one of two that is meant."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from agendapack.prepared import pattern
from agendapack.tracking.folding import Word, folded, joined

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
_SIDES = {
    folded(word): (of, at) for of, sides in _LISTS["sides"].items() for at, side in enumerate(sides) for word in side.split()
}

LONG = 5
"""Letters of a word that is still itself with one of them misread, and with two where it is twice as long."""

GLUED = 0.8
"""Likeness of two runs of words but for what is glued to one of them."""

SPECIFIC = 3
"""Words of its own matter that a text needs to be known by it."""


def specific(words: Iterable[Word]) -> bool:
    """Whether a text says what it is about, so that another with its words is about the same."""
    own = {word.folded for word in words if not (word.plain in SMALL or word.plain in BODIES or word.plain in _GENERAL)}
    return sum(word not in _NUMBERS and not word.isdecimal() for word in own) >= SPECIFIC


_NUMBER = pattern(r"(\d+(?:\.\d+)?)(?:st|nd|rd|th|m|k|bn)?")
_LIKE_NUMBER = pattern(r"[\doilszb|]+")
_READ_AS_NUMBER = str.maketrans("oilszb|", "0115281")


def denies(run: Iterable[Word]) -> bool:
    """Whether there is a "not" among some words."""
    return any(True for _ in _of(_NOT, run))


def meanings(run: Iterable[Word]) -> list[str]:
    """The words of a run, numbers and days as what they stand for: "six" is "6", "Sept" is "September"."""
    return [_NUMBERS.get(word.folded) or _DAYS.get(word.folded) or word.folded for word in run]


def tells_apart(mine: Sequence[Word], other: Sequence[Word], *, lenient: bool = False) -> bool:
    """Whether two runs of words in which two texts differ make them two recommendations.

    `lenient`: what one of the two leaves out makes no difference, unless it is "not".
    """
    if Counter(_of(_NOT, mine)) != Counter(_of(_NOT, other)) or _hides_not(mine, other) or _hides_not(other, mine):
        return True
    if _sides_differ(mine, other):
        return True
    if lenient and not (mine and other):
        return False
    return (
        _days_differ(mine, other)
        or bool(Counter(_numbers(mine)) - Counter(_possible_numbers(other)))
        or bool(Counter(_numbers(other)) - Counter(_possible_numbers(mine)))
    )


def _of(words: Mapping[str, str], run: Iterable[Word]) -> Iterator[str]:
    return (words[word.folded] for word in run if word.folded in words)


def _hides_not(run: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a run is the other with a "not" in it that a scanner has glued to its neighbours ("servic enever")."""
    whole, part = joined(run), joined(other)
    return any(
        len(whole) > len(part) and word in whole and Levenshtein.normalized_similarity(whole.replace(word, "", 1), part) >= GLUED
        for word in _NOT
        if len(word) > 2
    )


def _days_differ(mine: Iterable[Word], other: Iterable[Word]) -> bool:
    """Whether the one says when and the other does not, or says another day. "Septernbcr" is September."""
    a, b = (Counter(day for word in run if (day := _read(_DAYS, word.folded))) for run in (mine, other))
    return a != b


def _read(words: Mapping[str, str], folded: str) -> str | None:
    """What a word stands for, even where a letter or two of it are misread."""
    if folded in words or len(folded) < LONG:
        return words.get(folded)
    alike = (word for word in words if word[0] == folded[0] and abs(len(word) - len(folded)) <= 1 and len(word) >= LONG)
    return next((words[word] for word in alike if Levenshtein.distance(word, folded, score_cutoff=2) <= len(word) // LONG), None)


def _sides_differ(mine: Iterable[Word], other: Iterable[Word]) -> bool:
    """Whether the one says "before" where the other says "after"."""
    a, b = ({_SIDES[word.folded] for word in run if word.folded in _SIDES} for run in (mine, other))
    return not a & b and any(one == two for one, _ in a for two, _ in b)


def _numbers(run: Iterable[Word]) -> Iterator[str]:
    """The numbers that are certainly there, in figures or in words."""
    for word in run:
        if word.folded in _NUMBERS:
            yield _NUMBERS[word.folded]
        elif found := _NUMBER.fullmatch(word.plain):
            yield found[1]


def _possible_numbers(run: Iterable[Word]) -> Iterator[str]:
    """Those, and what a scanner may have made of a number: "2O31", "lo", "tvvelvc"."""
    for word in run:
        certain = list(_numbers((word,)))
        yield from certain
        if not certain and (number := _read(_NUMBERS, word.folded)):
            yield number
        elif not certain:
            for found in _LIKE_NUMBER.findall(word.plain):
                yield found.translate(_READ_AS_NUMBER)
