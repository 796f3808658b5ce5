"""What is known before a list of business is read, what is told of each business, and marks that any list may have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from agendapack import rules
from agendapack.layout import Line
from agendapack.matching import folded
from agendapack.stages import labels
from agendapack.stages.labels import Row


class Setting(Struct, frozen=True, dict=True):
    """What the reading of a list needs to know of the pack.

    `stamps` are the numbers stamped on papers, `openings` the lines with which papers open, `starts` is the meeting's
    time, `width` the sheets' width in points. `minutes` is True where the list is of business already done, `late` where it is
    of addenda. `decides` is False where a number before a title is a planning application's and not a forward plan's. `titled`
    is True where the PDF's own title says that it is of a meeting.
    """

    stamps: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    starts: str | None = None
    width: float = 595.0
    minutes: bool = False
    titled: bool = False
    late: bool = False
    decides: bool = True

    @cached_property
    def folded_openings(self) -> frozenset[str]:
        """The lines with which papers open in a form that compares: only rows of a list within a list ask for them."""
        return frozenset(map(folded, self.openings))


class Start(Struct, frozen=True):
    """Where an item begins in the lines: its row (None for an unnumbered title), and whether it stands in the closed part."""

    at: int
    row: Row | None
    closed: bool


def strong(line: Line) -> bool:
    """Set as a heading: in bold or in capitals, but for its page range."""
    hit = rules.load("agenda").first("pages", line.text)
    letters = [letter for letter in (line.text[: hit.match.start()] if hit else line.text) if letter.isalpha()]
    bold = line.bold or (hit is not None and bool(line.spans) and line.spans[0].bold)
    return len(letters) > 3 and (bold or all(letter.isupper() for letter in letters))


def parts(lines: Sequence[Line]) -> list[tuple[int, bool]]:
    """Where the agenda's open and closed parts begin: index of the head, and whether the part is closed."""
    table = rules.load("agenda")
    found = []
    for at, line in enumerate(lines):
        if labels.label_of(line.text) and not re.match(r"\W*part\b", line.text, re.IGNORECASE):
            continue
        if table.first("closed_part", line.text):
            found.append((at, True))
        elif table.first("open_part", line.text):
            found.append((at, False))
    return found


def closed_at(marks: Sequence[tuple[int, bool]], at: int) -> bool:
    """Whether a line stands in a closed part."""
    return next((closed for mark, closed in reversed(marks) if mark < at), False)
