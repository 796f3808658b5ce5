"""What scanners and careless producers do to text on its way onto a sheet, from none of it (0) to a lot (1).

Letters are read wrongly as OCR reads them, labels are lost, words split or run together, soft hyphens and
spaces that do not break stand among the letters. The record stays that of the clean pack: the table shows how the scores fall.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from random import Random

LOOKS_LIKE = {"l": "1", "O": "0", "rn": "m", "ll": "U", "I": "l", "S": "5", "e": "c", ",": "."}
"""Letters that OCR takes for others."""


def noise(amount: float, seed: int) -> Callable[[str], str]:
    """What spoils each piece of text; the same piece is always spoilt alike, whatever stands before it."""

    def spoil(words: str) -> str:
        rng = Random(zlib.crc32(words.encode()) + seed)
        return _letters(_spaces(_label(words, rng, amount), rng, amount), rng, amount)

    return spoil


def _label(words: str, rng: Random, amount: float) -> str:
    """A label standing alone is sometimes lost, or loses its stop."""
    if len(words) <= 4 and rng.random() < 0.1 * amount:
        return rng.choice((" ", words.rstrip(".)")))
    return words


def _spaces(words: str, rng: Random, amount: float) -> str:
    def between(found: re.Match[str]) -> str:
        chance = rng.random()
        return "" if chance < 0.01 * amount else "\u00a0" if chance < 0.04 * amount else found.group()

    words = re.sub(r"(?<=\w) (?=\w)", between, words)
    if len(words) > 30 and rng.random() < 0.05 * amount:
        at = rng.randrange(10, len(words) - 10)
        words = words[:at] + rng.choice((" ", "\u00ad")) + words[at:]
    return words


def _letters(words: str, rng: Random, amount: float) -> str:
    return re.sub(
        "|".join(map(re.escape, LOOKS_LIKE)),
        lambda found: LOOKS_LIKE[found.group()] if rng.random() < 0.01 * amount else found.group(),
        words,
    )
