"""Whether two texts are the same recommendation, however a printer, a scanner or a clerk has treated them.

Two questions, each answered apart. How alike are their letters? Case, spaces, hyphens, quotes and what OCR confuses do not count,
so that a text broken over lines, split into wrong words or scanned again is still itself. And is there a difference that makes it
another recommendation, however alike the rest? "By 2031" and "by 2032", "should" and "should not", "primary schools" and
"secondary schools" are two recommendations, and no likeness outweighs that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from agendapack.tracking.folding import Text, Word, joined
from agendapack.tracking.vocabulary import BODIES, LONG, SMALL, denies, meanings, tells_apart

FLOOR = 0.85
"""Likeness below which two texts are never the same recommendation.

It was measured on drawn packs whose copies are misread ever more badly (`tests/score_tracked.py --floors`). Between 0.6 and 0.9
all floors give the same: of what is the same nothing lies below, even where four letters in a hundred are wrong, and what keeps
two recommendations apart is not their likeness but what tells them apart. From 0.95 on, copies are lost. In the real packs of
the gold nothing that is the same is below 0.86.
"""

RESPELT = 0.65
"""Likeness from which two words are one word, misread or misspelt; it then also begins as it should."""

GARBLED = 0.5
"""The same in a text of which other words are misread as well."""

PER_CHANGE = 20
"""Words, small ones not counted, for each one that may be exchanged for another where there are reasons beside the text: a clerk
who copies it writes "build" for "make". Without such reasons it is another recommendation."""

AROUND = 6
"""Words that a text may lack in its middle when it is looked for within a longer one."""


class Match(Struct, frozen=True):
    """That two texts are the same recommendation, and how alike they are (0 to 1). `part`: the one stands within the other."""

    likeness: float
    part: bool = False


def match(a: Text, b: Text, *, near: bool = False) -> Match | None:
    """How alike two texts are; None where they are not the same recommendation.

    `near`: there are reasons beside the text, as where an answer stands in the form that a report has for it. Then the one may be
    short, and may leave out what the other says.
    """
    if not a.words or not b.words:
        return None
    whole = fuzz.ratio(a.letters, b.letters, score_cutoff=100 * FLOOR) / 100
    if whole and not _another(a.words, b.words, near=near):
        return Match(round(whole, 3))
    return within(a, b, near=near)


def within(a: Text, b: Text, *, near: bool = False) -> Match | None:
    """How alike the shorter of two texts is to that part of the longer in which it stands; None where it does not."""
    short, long = sorted((a, b), key=lambda text: len(text.letters))
    if not short.words or not (near or short.telling):
        return None
    found = fuzz.partial_ratio_alignment(short.letters, long.letters, score_cutoff=100 * FLOOR)
    likeness, first, last = (found.score / 100, found.dest_start, found.dest_end) if found else (0.0, 0, 0)
    if near:
        likeness, first, last = max(likeness, _kept(short.words, long.words)), 0, len(long.letters)
    if likeness < FLOOR or _another(short.words, _words_between(long.words, first, last), ends=True, near=near):
        return None
    return Match(round(likeness, 3), part=True)


def _kept(short: Sequence[Word], long: Sequence[Word]) -> float:
    """The share of the letters of an abridged text that stand in the whole, word by word and in their order."""
    steps = Levenshtein.opcodes([word.folded for word in short], [word.folded for word in long])
    kept = (len(joined(short[step.src_start : step.src_end])) for step in steps if step.tag == "equal")
    return sum(kept) / len(joined(short))


def _words_between(words: Sequence[Word], first: int, last: int) -> Sequence[Word]:
    """The words that hold the letters from `first` to `last`, from the start of their sentence, and some after them: an abridged
    text stands in a longer piece."""
    at, inside = 0, []
    for number, word in enumerate(words):
        if at < last and at + len(word.folded) > first:
            inside.append(number)
        at += len(word.folded)
    return words[_sentence(words, inside[0]) : inside[-1] + 1 + AROUND] if inside else ()


def _sentence(words: Sequence[Word], at: int) -> int:
    """Where the sentence of a word starts."""
    return next((number for number in range(at, 0, -1) if words[number].starts), 0)


def _another(a: Sequence[Word], b: Sequence[Word], *, ends: bool = False, near: bool = False) -> bool:
    """Whether something differs that makes it another recommendation. `ends`: what `b` says before and after does not count."""
    differences = [
        (mine, other)
        for mine, other in _differences(a, b, ends=ends)
        if joined(mine) != joined(other) and meanings(mine) != meanings(other)
    ]
    if any(tells_apart(mine, other, lenient=near) for mine, other in differences):
        return True
    exchanged = [(mine, other) for mine, other in differences if not _respelt(mine, other)]
    misread = len(differences) > len(exchanged)
    exchanged = [(mine, other) for mine, other in exchanged if not (misread and _spelling(mine, other) >= GARBLED)]
    if any(_names(mine) and _names(other) for mine, other in exchanged):
        return True
    weight = sum(min(_weight(mine), _weight(other)) for mine, other in exchanged)
    return weight > (min(_weight(a), _weight(b)) // PER_CHANGE if near else 0)


def _differences(a: Sequence[Word], b: Sequence[Word], *, ends: bool) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The runs of words in which two texts differ: what the one has in the place of what the other has."""
    steps = list(Levenshtein.opcodes([word.folded for word in a], [word.folded for word in b]))
    if ends:
        while steps and steps[-1].tag == "insert":
            del steps[-1]
        first = next((step for step in steps if step.tag != "insert"), None)
        if first and not denies(b[_sentence(b, first.dest_start) : first.dest_start]):
            steps = steps[steps.index(first) :]
    mine: list[Word] = []
    other: list[Word] = []
    for step in steps:
        if step.tag != "equal":
            mine += a[step.src_start : step.src_end]
            other += b[step.dest_start : step.dest_end]
        elif mine or other:
            yield mine, other
            mine, other = [], []
    if mine or other:
        yield mine, other


def _respelt(mine: Sequence[Word], other: Sequence[Word]) -> bool:
    a, b = joined(mine), joined(other)
    if a[:1] == b[:1]:
        return _spelling(mine, other) >= RESPELT
    named = _names(mine) or _names(other)
    return not named and min(len(a), len(b)) >= LONG and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _spelling(mine: Sequence[Word], other: Sequence[Word]) -> float:
    return Levenshtein.normalized_similarity(joined(mine), joined(other))


def _names(run: Sequence[Word]) -> bool:
    return any(word.name and word.plain not in BODIES for word in run)


def _weight(run: Sequence[Word]) -> int:
    return sum(word.plain not in SMALL and word.plain not in BODIES for word in run)
