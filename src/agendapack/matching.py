"""Comparing titles that two places print differently: case, dashes, quotes, spaces and stops do not count."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from agendapack.prepared import pattern

_NO_LETTERS = pattern(r"[\W_]+")

UNLIKE = 0.6
"""Likeness below which two titles count as having nothing in common."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text without what does not count in a comparison of titles."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).replace("&", "and").casefold())


def likeness(a: str, b: str, least: float = UNLIKE) -> float:
    """How alike two titles are: 1.0 the same, 0.0 nothing in common. One that begins with the other counts as alike.

    Titles that cannot come to `least` may count as having nothing in common: that is told from their letters alone.
    """
    x, y = folded(a), folded(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    short, long = sorted((x, y), key=len)
    if len(short) >= 12 and long.startswith(short):
        return 0.95
    enough = least * (len(x) + len(y)) / 2
    if len(short) < enough or sum([min(x.count(letter), y.count(letter)) for letter in set(short)]) < enough:
        return 0.0
    return difflib.SequenceMatcher(None, x, y, autojunk=False).ratio()


def alike(a: str, b: str, least: float) -> bool:
    """Whether the likeness of two titles is `least` or more."""
    return likeness(a, b, least) >= least


def item_number(text: str) -> str:
    """An item number in a form that compares: "5.", "5 (a)" and "5A" become "5", "5a", "5a"; "1(3)", not 13, becomes "1-3"."""
    return re.sub(r"[\s.()]", "", re.sub(r"(?<=\d) ?\((\d{1,2})\)", r"-\1", text)).lower()
