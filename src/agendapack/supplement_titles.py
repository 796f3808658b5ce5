"""Titles and numbers of business and papers, as a pack and its supplement print them: when they name the same."""

from __future__ import annotations

import re

from agendapack.matching import folded, likeness
from agendapack.rules import InForce

_RULES = InForce("supplement")

ALIKE = 0.85
"""Likeness from which two titles name the same business or the same paper: a word more or less, not another subject."""


def same_business(old: str, new: str) -> bool:
    """Whether two titles under one number can be of the same business. A supplement often says more in its title, or less."""
    short, long = sorted((folded(old), folded(new)), key=len)
    return not short or short in long or likeness(old, new) > 0


def alike(a: str, b: str) -> bool:
    """Whether two titles name the same thing: a word more or less, and no other number."""
    return bool(folded(a)) and _digits(a) == _digits(b) and likeness(a, b) >= ALIKE


def same_paper(a: str, b: str) -> bool:
    """Whether two titles differ in no more than a word or two, and in no number and no label of an annex."""
    return annex(a) == annex(b) and alike(plain_title(a), plain_title(b))


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def plain_title(title: str) -> str:
    """A title without what says that it is revised or how far it has come."""
    for means in ("revised", "noise"):
        while hit := _RULES.first(means, title):
            title = title[: hit.match.start()] + " " + title[hit.match.end() :]
    return folded(title)


def annex(title: str) -> str | None:
    """The letter or number that an annex goes by ("appendix b")."""
    hit = _RULES.first("annex", title)
    return f"{hit['kind']} {hit['label']}".casefold().replace("annexe", "annex") if hit else None


def plain(number: str | None) -> str:
    """A number of business as it is compared."""
    return (number or "").strip().strip("().").casefold()


def rank(number: str | None) -> tuple[int, str]:
    """Where a number stands in a list of business: "6A" after "6" and before "7"; what has no number at the end."""
    found = re.match(r"\(?(\d+)(.*)", number or "")
    return (int(found[1]), found[2].casefold()) if found else (10**6, number or "")


def is_revised(title: str) -> bool:
    """Whether a title says that the paper takes the place of another."""
    return _RULES.first("revised", title) is not None


def is_further(title: str) -> bool:
    """Whether a title says that the paper stands beside another."""
    return _RULES.first("added", title) is not None
