"""What councils print, as data: rows of phrases, each with its own proof, in layers.

A row says what a match *means* to its stage; the stage decides what to do with it. `yes` and `no` are lines that the pattern
must and must not match; a test holds every row to them. Patterns ignore case unless `case = true` and are searched, so they
anchor themselves where they need to.

The layers are `common/`, one file for each stage, for every council; `systems/`, for what a publishing system prints;
`councils/`, for what one council alone prints; and a file of the user's own. Which of them are in force is settled once for
a parse (`using`); it is the one thing that the stages do not get as an argument, because the smallest helper that looks at a word
would have to hand it on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from msgspec import Struct

from agendapack.rules import register
from agendapack.rules.layers import Book, Layer, common, councils, meanings, shapes, systems
from agendapack.rules.rows import Hit, Rule, Rules

__all__ = [
    "Book",
    "Hit",
    "InForce",
    "Layer",
    "Rule",
    "Rules",
    "book",
    "every",
    "load",
    "stages",
    "systems",
    "using",
    "warm",
    "why",
]

_IN_FORCE: ContextVar[Book | None] = ContextVar("rules in force", default=None)


def load(stage: str) -> Rules:
    """The rules of a stage that are in force: those of the parse that runs in this thread, else the common ones."""
    rules = _IN_FORCE.get() or book()
    return rules.stages.get(stage) or rules.stage(stage)


class InForce(Struct, frozen=True):
    """The rules of a stage, whichever are in force when they are asked: for a module to name once."""

    stage: str

    def first(self, means: str, text: str) -> Hit | None:
        """As `Rules.first`."""
        return load(self.stage).first(means, text)

    def first_of(self, meanings: tuple[str, ...], text: str) -> str | None:
        """As `Rules.first_of`."""
        return load(self.stage).first_of(meanings, text)

    def each(self, text: str) -> Iterator[Hit]:
        """As `Rules.each`."""
        return load(self.stage).each(text)

    def all(self, means: str, text: str) -> Iterator[Hit]:
        """As `Rules.all`."""
        return load(self.stage).all(means, text)

    def matches(self, means: str, text: str) -> Iterator[Hit]:
        """As `Rules.matches`."""
        return load(self.stage).matches(means, text)

    def may_match(self, means: tuple[str, ...], text: str) -> bool:
        """As `Rules.may_match`."""
        return load(self.stage).may_match(means, text)

    def meaning(self, hit: Hit) -> str:
        """As `Rules.meaning`."""
        return load(self.stage).meaning(hit)


@contextmanager
def using(rules: Book) -> Iterator[Book]:
    """Rules in force while the block runs."""
    token = _IN_FORCE.set(rules)
    try:
        yield rules
    finally:
        _IN_FORCE.reset(token)


@cache
def book(system: str | None = None, council: str | None = None, own: Layer | None = None) -> Book:
    """The common rules with those of a publishing system, of a council (by its code) and the user's own, where there are any."""
    chosen = (common(), systems().get(system or ""), councils().get(council or ""), own)
    return Book(tuple(layer for layer in chosen if layer))


def every(own: Layer | None = None) -> Book:
    """All rules of all layers: what a record may have been read with, whichever council's it is."""
    return Book((common(), *systems().values(), *councils().values(), *([own] if own else ())))


def why(id_: str) -> str | None:
    """Why the rule of an id holds: the reason of a row in force, or what a stage tells by position and form. None: not known."""
    row = (_IN_FORCE.get() or book()).rows.get(id_)
    return row.reason if row else shapes().get(id_)


def warm() -> None:
    """Compiles every common pattern and reads the list of councils, for a process that is forked for many packs: else each fork
    does what it needs first."""
    for stage in stages():
        load(stage)
    for row in book().rows.values():
        row.prepare()
    register.prepare()


def stages() -> tuple[str, ...]:
    """The stages that have rules."""
    return tuple(sorted(meanings()))
