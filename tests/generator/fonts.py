"""Faces, and what a word processor makes of letters: ligatures, spaces that do not break, hyphens at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
    "Vera": ("Vera", "VeraBd"),
}
"""Plain and bold. The last is embedded, as word processors embed; it comes with reportlab, so that it is there everywhere."""
EMBEDDED = ("Vera",)

_LIGATURES = {"fi": "\ufb01", "fl": "\ufb02"}
_BOUND = re.compile(r"(?<=\d) (?=\w)|(?<=Councillor) |(?<=Paragraph) |(?<=Appendix) |(?<=Annex) |(?<=Item) |(?<=Part) ")
_SYLLABLE = re.compile(r"(?<=[a-z]{4})(?=[bcdfgmprst][aeiou][a-z]{3})")


@cache
def _embed() -> None:
    for face in EMBEDDED:
        for name in FACES[face]:
            registerFont(TTFont(name, f"{name}.ttf"))


def face_of(font: str, bold: bool) -> str:
    """The name of the face that a font uses for a weight, ready to be set."""
    if font in EMBEDDED:
        _embed()
    return FACES[font][bold]


@lru_cache(maxsize=100_000)
def width_of(words: str, font: str, bold: bool, size: float) -> float:
    """How wide words are, in points."""
    return float(stringWidth(words, face_of(font, bold), size))


def lettered(words: str, letters: str) -> str:
    """Words in the letters that a producer puts into the PDF: plain, with ligatures, or with spaces bound."""
    if letters == "ligatures":
        for plain, joined in _LIGATURES.items():
            words = words.replace(plain, joined)
    if letters == "bound":
        words = _BOUND.sub("\u00a0", words)
    return words


def syllables(word: str) -> list[int]:
    """Where a long word may be broken."""
    return [found.start() for found in _SYLLABLE.finditer(word)] if word.isalpha() and len(word) > 9 else []


def spaced(words: str) -> str:
    """A heading in letters that stand apart."""
    return "   ".join(" ".join(word) for word in words.upper().split())
