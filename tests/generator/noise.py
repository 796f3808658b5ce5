"""What scanners and careless producers do to text on its way onto a sheet, from none of it (0) to a lot (1).

Letters are read wrongly as OCR reads them, labels are lost, words split or run together, a scan knows no bold. The record stays
that of the clean pack: the table shows how the scores fall.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from random import Random

LOOKS_LIKE: Mapping[str, tuple[str, ...]] = {
    "l": ("1", "I", "i"),
    "I": ("l", "1"),
    "i": ("l", "1"),
    "1": ("l", "I"),
    "0": ("O", "o"),
    "O": ("0",),
    "o": ("0",),
    "rn": ("m",),
    "m": ("rn",),
    "ll": ("U", "il"),
    "cl": ("d",),
    "S": ("5",),
    "5": ("S",),
    "e": ("c",),
    "h": ("b",),
    "fi": ("\ufb01",),
    "fl": ("\ufb02",),
    ",": (".",),
    ".": (",", ""),
    ":": (";", "."),
    "(": ("[", "{"),
    ")": ("]", "}"),
    "•": ("·", "*", "e", "o"),
    "–": ("-", "~"),
}
"""Letters and marks, and what OCR takes them for."""
WORDS = {"Cllr": "Clir", "It is": "Itis", "it is": "itis", "For the": "Forthe", "of the": "ofthe", "to the": "tothe"}
"""Words that OCR makes one, or another, more often than others."""

_CONFUSED = re.compile("|".join(map(re.escape, sorted(LOOKS_LIKE, key=len, reverse=True))))
_KNOWN = re.compile(r"\b(?:" + "|".join(WORDS) + r")\b")
_BETWEEN = re.compile(r"(?<=\w) (?=\w)")
_INSIDE = re.compile(r"(?<=[a-z]{3})(?=[a-z]{3})")


def noise(amount: float, seed: int) -> Callable[[str], str]:
    """What spoils each piece of text; the same piece is always spoilt alike, whatever stands before it."""

    def spoil(words: str) -> str:
        rng = Random(zlib.crc32(words.encode()) + seed)
        return _letters(_spaces(_label(words, rng, amount), rng, amount), rng, amount)

    return spoil


def loses_bold(amount: float, seed: int) -> bool:
    """Whether a pack has gone through a scanner: the more noise, the more packs have."""
    return Random(seed).random() < amount / 2


def _label(words: str, rng: Random, amount: float) -> str:
    """A label standing alone is sometimes lost, or loses its stop."""
    if len(words) <= 4 and rng.random() < 0.1 * amount:
        return rng.choice((" ", words.rstrip(".)")))
    return words


def _spaces(words: str, rng: Random, amount: float) -> str:
    words = _KNOWN.sub(lambda found: WORDS[found.group()] if rng.random() < 0.1 * amount else found.group(), words)
    words = _BETWEEN.sub(lambda found: "" if rng.random() < 0.01 * amount else found.group(), words)
    return _INSIDE.sub(lambda found: " " if rng.random() < 0.002 * amount else found.group(), words)


def _letters(words: str, rng: Random, amount: float) -> str:
    def confused(found: re.Match[str]) -> str:
        return rng.choice(LOOKS_LIKE[found.group()]) if rng.random() < 0.006 * amount else found.group()

    return _CONFUSED.sub(confused, words)
