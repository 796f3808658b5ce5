"""Lines that a scanner made of specks, borders and half-read rows: told by words that the rest of the pack does not use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from agendapack.prepared import pattern

TOKEN = pattern(r"[^\W\d_]+|\d+(?:[.,/]\d+)*")
"""A word or a number."""

OFTEN = 3
"""Times that a pack uses a word that it knows: a name or a term of its own comes back, a misread word does not."""

ODD = 2
"""Unknown words from which a short line is noise; one may be a word of its own."""


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts use often enough to be words of theirs, in lower case."""
    counts: Counter[str] = Counter()
    for word, times in Counter(" ".join(texts).split()).items():  # most words come again: each is taken apart once
        for token in TOKEN.findall(word.casefold()):
            counts[token] += times
    return frozenset(token for token, count in counts.items() if count >= OFTEN)


def is_noise(text: str, known: frozenset[str]) -> bool:
    """Whether a line has several words that are not known, or none that is. Where no words are known nothing is noise."""
    tokens = TOKEN.findall(text.casefold())
    odd = sum(token not in known for token in tokens)
    return bool(known and tokens) and (odd >= ODD or odd == len(tokens))
