"""Decisions told in a table: "Item | Decision | Lead officer", with a row for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from agendapack.candidates import candidates
from agendapack.drafts import Headed
from agendapack.headed import tables
from agendapack.heads import Heads, Subject
from agendapack.layout import Line, Section
from agendapack.rules import InForce, load

RULES = InForce("decide")

HEADS = {"heading": "decision", "column.topic": "topic", "column.owner": "owner", "column.other": "other"}
"""What a column may hold by what its head means, in the order in which its head is tried."""


class Told(Struct, frozen=True):
    """The lines of one row that say what was decided, and the words of the column for who is to act."""

    lines: tuple[Line, ...]
    owner: str


def decision_tables(section: Section) -> tuple[tuple[Told, ...], tuple[Line, ...]]:
    """The rows of a section's tables of decisions, and the lines of the section that stand in none of them."""
    found = tables(section, _heads())
    rows = tuple(
        Told(tuple(row.cells[column]), table.text(row, "owner"))
        for table in found
        for row in table.rows
        if (column := table.column("decision")) is not None and row.cells.get(column)
    )
    return rows, tuple(line for line in section.lines if not any(_holds(table, line) for table in found if table.rows))


def _holds(table: Headed, line: Line) -> bool:
    """Whether a line stands between the first and the last line of a table on its sheet."""
    cells = [each for row in table.rows for held in row.cells.values() for each in held]
    own = [each.box for each in (*table.heads, *cells) if each.sheet == line.sheet]
    return bool(own) and min(box.top for box in own) - 1 <= line.box.top and line.box.bottom <= max(box.bottom for box in own) + 1


def _heads() -> Heads:
    def subject(roles: Sequence[str], _above: Sequence[Line]) -> Subject | None:
        return Subject("decision") if roles.count("decision") == 1 and "topic" in roles else None

    return Heads(_role, subject, lambda roles: {"decision", "topic"} <= set(roles), _worth)


def _role(head: str) -> str | None:
    if not any(letter.isalnum() for letter in head):
        return ""
    means = RULES.first_of(tuple(HEADS), head)
    return HEADS[means] if means else None


def _worth(lines: Sequence[str]) -> set[int]:
    return candidates(load("decide"), ("heading",), lines)
