"""Texts made ready to be compared: what printers, scanners and clerks do to a text without changing what it says is taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from agendapack.prepared import pattern

LETTERS, WORDS = 40, 6
"""Letters and words that a text needs at least to be known again within a longer one: "That the report be noted" is in many."""

SHARED = 0.4
"""Share of its words that a text has in common with one that is the same, even where both are misread."""

_QUOTES = str.maketrans(dict.fromkeys("'’‘`´\"“”«»\u00ad", "") | dict.fromkeys("‐‑‒–—−", "-"))
_BROKEN = pattern(r"(?<=[^\W\d])- ?(?=[^\W\d])")
_FOOTNOTE = pattern(r"(?<=[^\W\d][.,;:)])\d{1,2}(?=\s|$)")
_MARK = pattern(r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)", re.IGNORECASE)
_THOUSANDS = pattern(r"(?<=\d)[.,](?=\d{3}\b)")
_WORD = pattern(r"\d+(?:\.\d+)?(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+")
_ENDS_SENTENCE = pattern(r"[.:;?!]\W*$|^\W*$")

_CONFUSED = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "c": "e", "m": "rn", "w": "vv", "u": "ll", "d": "el", "h": "b"}
)
"""Letters and pairs of letters that OCR takes for each other, each put as the one that is made of the fewest strokes."""


class Word(Struct, frozen=True):
    """A word as it is compared."""

    plain: str
    """Its letters, in lower case."""
    folded: str
    """Its letters, those that OCR confuses as one."""
    name: bool = False
    """Whether it is printed as a name: with a capital, and not at the start of a sentence."""
    starts: bool = False
    """Whether a sentence begins with it."""


class Text(Struct, frozen=True):
    """A text as it is compared."""

    words: tuple[Word, ...]
    letters: str
    """Its folded letters, without spaces."""

    distinct: frozenset[str]
    """Its words, each once."""

    def shares_words(self, other: Text) -> bool:
        """Whether so many words of the one are words of the other that it is worth a closer look."""
        return len(self.distinct & other.distinct) >= SHARED * min(len(self.distinct), len(other.distinct))

    @property
    def telling(self) -> bool:
        """Whether it is long enough to be known again within a longer text."""
        return len(self.letters) >= LETTERS and len(self.words) >= WORDS


def ready(text: str) -> Text:
    """A text as it is compared: without case, quotes, hyphens, footnote marks and the marks of limbs."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = _THOUSANDS.sub("", _MARK.sub(" ", _FOOTNOTE.sub("", _BROKEN.sub("", text))))
    shouted = sum(char.isupper() for char in text) * 2 > sum(char.isalpha() for char in text)
    words = []
    for match in _WORD.finditer(text):
        printed = match.group()
        starts = _ENDS_SENTENCE.search(text[max(0, match.start() - 4) : match.start()]) is not None
        named = printed[0].isupper() and not shouted and not starts
        words.append(_word(printed.casefold(), named, starts))
    return Text(tuple(words), joined(words), frozenset(word.folded for word in words))


@lru_cache(maxsize=1 << 16)
def _word(plain: str, name: bool, starts: bool) -> Word:
    return Word(plain, folded(plain), name, starts)


def folded(word: str) -> str:
    """A word in lower case with the letters and figures that OCR confuses as one: "bi11" is "bill", "rn" is "m"."""
    return word.translate(_CONFUSED)


def joined(words: Sequence[Word]) -> str:
    """The folded letters of some words, without spaces."""
    return "".join(word.folded for word in words)
