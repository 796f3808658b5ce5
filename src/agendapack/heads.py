"""Rows of heads: which columns a table has, and from where to where they run, whether it is ruled or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from agendapack.grid import NARROWEST, Cell, Columns, Row, columns_of, in_columns
from agendapack.layout import Line, join

DEEPEST_HEADS, LOOSE_LINES, LONGEST_HEADS = 6, 20, 120
"""In a table without rules: rows that its heads may take, lines looked at for its columns, characters in a row of heads."""

LONGEST_STRANGER = 30
"""Characters of a head that no rule knows: councils name their further columns as they like, narrow ones break a word."""

STRANGERS = 3
"""One in so many columns may have a head that no rule knows, but one always may."""

SAME_SIZE = 1.0
"""Points by which the size of heads may differ."""

VAGUE = (None, "other")
"""What a head is whose words say little."""


class Subject(Struct, frozen=True):
    """What the rows of a table are about: the role of its column. `sure` is False where only the rows can prove it."""

    role: str
    sure: bool = True


class Heads(Struct, frozen=True):
    """The heads of one kind of table."""

    role: Callable[[str], str | None]
    """What a column with this head holds; "" where the head is blank, None where it is no head that is known."""
    subject: Callable[[Sequence[str], Sequence[Line]], Subject | None]
    """What each row is about, by the roles and the lines above the table; None: not wanted."""
    certain: Callable[[Sequence[str]], bool]
    """Whether these roles make it certain that a row is one of heads: then some columns may have any head."""
    worth: Callable[[str], bool]
    """Whether a line may belong to the heads of a wanted table that has no rules. Cheap: nearly every line is asked."""
    divides: Callable[[str], bool] = lambda _: False
    """Whether a line divides the rows of a table, such as the date for which those beneath it are planned."""
    loose: bool = False
    """Whether parts of a table that follow each other at once are one though their columns are shifted."""


def find_heads(entries: Sequence[Row | Line], at: int, heads: Heads, above: Sequence[Line]) -> tuple[Columns | None, int]:
    """The columns that begin with an entry, if it is a row of heads, and how many entries they take."""
    entry = entries[at]
    if isinstance(entry, Row):
        found = []
        for cell in entry.cells:
            if cell.box.x1 > cell.box.x0:
                head = _head(cell, heads)
                if len(head) > LONGEST_STRANGER and heads.role(head) is None:
                    return None, 1
                found.append((head, (cell.box.x0, cell.box.x1)))
        return columns_under(found, entry.table, heads), 1
    if stacked := _stacked(entries[at : at + LOOSE_LINES], heads, above):
        return stacked
    lines = _lines_from(entries[at : at + LOOSE_LINES])
    first = next((n for n, line in enumerate(lines[:DEEPEST_HEADS]) if heads.worth(line.text)), None)
    if len(entry.text) > LONGEST_HEADS or first is None:
        return None, 1
    for depth in range(min(DEEPEST_HEADS, len(lines)), first, -1):
        if not in_columns(lines[:depth]) or not _of_one_size(lines[:depth]):
            continue
        columns = columns_under(columns_of(lines[:depth]), None, heads)
        if columns is not None and heads.subject(columns.roles, above):
            return columns.widened(lines[depth:]), depth
    return None, 1


def _head(cell: Cell, heads: Heads) -> str:
    """The words of a head. A column that is too narrow breaks a word ("Timescal", below it "e")."""
    text = cell.text
    if len(text) <= LONGEST_HEADS and heads.role(text) in VAGUE:
        for n in range(1, len(cell.lines)):
            mended = join(cell.lines[:n]) + join(cell.lines[n:])
            if heads.role(mended) not in VAGUE:
                return mended
    return text


def _stacked(entries: Sequence[Row | Line], heads: Heads, above: Sequence[Line]) -> tuple[Columns, int] | None:
    """The columns of a ruled table whose heads stand above it, each on a line of its own, as a table without rules becomes."""
    roles: list[str] = []
    for at, entry in enumerate(entries):
        if isinstance(entry, Row):
            cells = [cell for cell in entry.cells if cell.box.x1 - cell.box.x0 >= NARROWEST]
            if len(roles) < 2 or len(cells) != len(roles) or not heads.subject(roles, above):
                return None
            sides = tuple((cell.box.x0, cell.box.x1) for cell in cells)
            return Columns(tuple(roles), sides, entry.table, tuple(roles)), len(roles)
        if heads.divides(entry.text):
            continue
        role = heads.role(entry.text) if at == len(roles) and heads.worth(entry.text) else None
        if role in (None, "", "other"):
            return None
        roles.append(role or "")
    return None


def _lines_from(entries: Sequence[Row | Line]) -> list[Line]:
    """The lines with which the entries begin, as far as they stand outside ruled cells on one sheet."""
    lines: list[Line] = []
    for entry in entries:
        if isinstance(entry, Row) or (lines and entry.sheet != lines[0].sheet):
            break
        lines.append(entry)
    return lines


def _of_one_size(lines: Sequence[Line]) -> bool:
    """Whether lines are set alike: the title above a table is no part of its heads."""
    sizes = [line.size for line in lines]
    return max(sizes) - min(sizes) <= SAME_SIZE


def columns_under(found: Sequence[tuple[str, tuple[float, float]]], table: int | None, heads: Heads) -> Columns | None:
    """The columns under a row of heads; None where it is none: two heads at least, and no cell that is none."""
    roles: list[str | None] = []
    for text, _ in found:
        role = heads.role(text)
        if role is None and len(text) > LONGEST_STRANGER:
            return None
        roles.append(role)
    unknown = [text for (text, _), role in zip(found, roles, strict=True) if role is None]
    named = tuple("other" if role is None else role or "blank" for role in roles)
    if unknown:
        few = len(unknown) <= max(1, len(found) // STRANGERS)
        if not few or not heads.certain(named):
            return None
    if sum(bool(role) for role in roles) < 2:
        return None
    return Columns(named, tuple(sides for _, sides in found), table, tuple(text for text, _ in found))
