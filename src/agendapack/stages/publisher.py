"""Whose pack it is, as far as the choice of rules goes: the publishing system that made it and the council that it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from agendapack.layout import Document
from agendapack.rules import register, systems
from agendapack.stages import councils

FIRST = 40
"""Sheets that are searched for what only one publishing system prints: a stamp stands on the first sheet of each item."""

FRONT = 2
"""Sheets on which a pack names its council."""

SHORT = 40
"""Characters of the longest stamp."""


class Publisher(Struct, frozen=True):
    """The name of a publishing system and the code of a council, each None where the document does not show it."""

    system: str | None = None
    council: str | None = None


def publisher(document: Document) -> Publisher:
    """Who published a document: the system by its own marks, else the one that the council is known to use."""
    front = [line for page in document.pages[:FRONT] for line in page.lines if not line.hidden]
    found = councils.find(front, (), document.title, None)
    council = register.listed(found.name) if found else None
    known = council.system if council and council.system in systems() else None
    return Publisher(_marked(document) or known, council.code if council else None)


def _marked(document: Document) -> str | None:
    texts = list(_marks(document))
    for name, system in systems().items():
        if any(mark.search(text) for mark in system.signatures for text in texts):
            return name
    return None


def _marks(document: Document) -> Iterator[str]:
    """The texts in which a publishing system leaves its marks."""
    yield " ".join((document.title or "").split())
    yield document.producer or ""
    for page in document.pages[:FIRST]:
        yield from (line.text for line in page.lines if len(line.text) <= SHORT)
