"""The rows of a table under heads while they are put together: what each column holds so far, and what the table is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from agendapack.grid import Columns
from agendapack.heads import Subject
from agendapack.layout import Line, join
from agendapack.prepared import pattern

OWN_LABEL = pattern(
    r"^(?:recommendation\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]+|R\d{1,2}\b(?: ?[.:)–—-])?"
    r"|recommendation \d{1,2}\b(?: ?[.:)–—-])?)\s+"
    r"|^\d{1,2}\s+(?=(?:That|To)\b)",
    re.IGNORECASE,
)
"""How a cell begins that numbers what it is about."""


class Draft(Struct):
    """A row: the lines of each column, by number of the column.

    `banner` is the row over all columns that it stands under; `above` are the cells that are merged with those of the row above.
    """

    banner: tuple[Line, ...] = ()
    cells: dict[int, list[Line]] = field(default_factory=dict)
    above: dict[int, Sequence[Line]] = field(default_factory=dict)

    def add(self, placed: dict[int, tuple[Line, ...]]) -> None:
        """More lines of the same row."""
        for n, lines in placed.items():
            self.cells.setdefault(n, []).extend(lines)

    def text(self, n: int | None) -> str:
        """The words of a column."""
        return join(self.cells.get(n) or self.above.get(n, ())) if n is not None else ""


class Headed(Struct):
    """A table: its columns, which of them says what a row is about, and its rows."""

    columns: Columns
    subject: Subject
    rows: list[Draft] = field(default_factory=list)
    banner: tuple[Line, ...] = ()
    strays: int = 0
    last: Line | None = None
    """The last line outside ruled cells that was placed in a column."""
    unresolved: list[Line] = field(default_factory=list)
    """Lines that belong to the table and could not be divided into rows."""
    known: Callable[[], frozenset[str]] = frozenset
    """Gives the words that the document knows."""
    part: int | None = None
    """The table of the stream that is the rest of this one in other columns."""
    begins: int = 0
    """The place of its heads among the entries of the section."""
    heads: list[Line] = field(default_factory=list)
    """The lines of its heads, each time they are printed."""

    sheet: int = 0
    """The sheet of the last ruled row."""
    loose: bool = False
    """As `Heads.loose`."""
    loosened: bool = False
    """Whether a line that divides the rows stands before the next: a part of the table behind it may be set anew."""

    def divide(self, line: tuple[Line, ...]) -> None:
        """Begin the rows under a line that divides the table."""
        self.banner, self.loosened, self.last, self.strays = line, True, None, 0

    def column(self, role: str) -> int | None:
        """The first column with a role."""
        return self.columns.roles.index(role) if role in self.columns.roles else None

    def text(self, draft: Draft, *roles: str) -> str:
        """The words of a row in the columns of some roles, in that order."""
        return " ".join(text for role in roles for text in self.texts(draft, role))

    def texts(self, draft: Draft, role: str) -> list[str]:
        """The words of a row in each column of a role, without those that are blank there."""
        return [text for n, each in enumerate(self.columns.roles) if each == role and (text := draft.text(n))]

    def about(self, draft: Draft) -> str:
        """What the row is about; "banner" where that stands in a row over all columns above it."""
        if self.subject.role == "banner":
            return join(draft.banner)
        return draft.text(self.column(self.subject.role))

    def lines(self, draft: Draft, *roles: str) -> list[Line]:
        """The lines of a row in the columns of some roles, sheet by sheet."""
        wanted = {n for n, role in enumerate(self.columns.roles) if role in roles}
        used = [line for n in sorted(draft.cells) if n in wanted for line in draft.cells[n]]
        used = [*draft.banner, *used] if self.subject.role == "banner" else used
        return sorted(used, key=lambda line: line.sheet)
