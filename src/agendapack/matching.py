"""Comparing titles that two places print differently: case, dashes, quotes, spaces and stops do not count."""

from __future__ import annotations

import difflib
import re
import unicodedata

_FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "&": "and"})


UNLIKE = 0.6
"""Likeness below which two titles count as having nothing in common."""


def folded(text: str) -> str:
    """The text without what does not count in a comparison of titles."""
    text = unicodedata.normalize("NFKC", text).translate(_FOLD).casefold()
    return re.sub(r"[\W_]+", "", text)


def likeness(a: str, b: str) -> float:
    """How alike two titles are: 1.0 the same, 0.0 nothing in common. One that begins with the other counts as alike."""
    x, y = folded(a), folded(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    short, long = sorted((x, y), key=len)
    if len(short) >= 12 and long.startswith(short):
        return 0.95
    matcher = difflib.SequenceMatcher(None, x, y, autojunk=False)
    # Both are upper bounds and cheap; nobody asks how unlike two titles are.
    if matcher.real_quick_ratio() < UNLIKE or matcher.quick_ratio() < UNLIKE:
        return 0.0
    return matcher.ratio()


def item_number(text: str) -> str:
    """An item number in a form that compares: "5.", "5 (a)" and "5A" become "5", "5a", "5a"."""
    return re.sub(r"[\s.()]", "", text).lower()
