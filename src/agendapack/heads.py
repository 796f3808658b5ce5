"""Rows of heads: which columns a table has, and from where to where they run, whether it is ruled or not."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from agendapack.grid import NARROWEST, Cell, Columns, Gathered, Row, gathered
from agendapack.layout import Line, join

DEEPEST_HEADS, LOOSE_LINES, LONGEST_HEADS, LONGEST_HEAD = 6, 20, 120, 200
"""In a table without rules: rows that its heads may take, lines looked at for its columns, characters in a row of heads and in
one head over all its rows. Longer are paragraphs side by side."""

LONGEST_ON_ROW = 70
"""Characters of one head on one of its rows: longer is text that speaks of what heads name."""

LONGEST_STRANGER, LONGEST_RULED = 30, 100
"""Characters of a head that no rule knows, and of one on the first row of a ruled table: councils name their further columns as
they like, narrow ones break a word."""

STRANGERS, RULED_STRANGERS = 3, 2
"""One in so many columns may have a head that no rule knows, but one always may; and so on the first row of a ruled table."""

TONGUES, LONGEST_PART = 2, 4
"""Parts of a head in two languages, and words of one at most: longer ones are two heads in one."""

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
    worth: Callable[[Sequence[str]], set[int]]
    """The places of those lines that may belong to the heads of a wanted table that has no rules. Cheap: all lines are asked."""
    divides: Callable[[str], bool] | None = None
    """Whether a line divides the rows of a table, such as the date for which those beneath it are planned."""
    hint: Callable[[str], str | None] = lambda _: None
    """What a column most likely holds whose head no rule knows, from a word of it; None where no word tells. Only asked where
    other heads make it certain that the row is one of heads."""
    band: Callable[[str], bool] | None = None
    """Whether words over all columns, above the heads, say what all rows beneath them are about ("Recommendation 1: ...")."""
    loose: bool = False
    """Whether parts of a table that follow each other at once are one though their columns are shifted."""


def in_two_tongues(head: str, means: Callable[[str], str | None]) -> str | None:
    """What a head means that is printed in two languages ("Argymhelliad / Recommendation"): all its known parts mean the same."""
    parts = head.split("/")
    if len(parts) != TONGUES or any(len(part.split()) > LONGEST_PART for part in parts):
        return None
    known = {found for part in parts if (found := means(part.strip()))}
    return known.pop() if len(known) == 1 else None


def worth_lines(entries: Sequence[Row | Line], heads: Heads) -> set[int]:
    """The places of the lines outside ruled cells that may belong to heads."""
    found = heads.worth(["" if isinstance(entry, Row) else entry.text for entry in entries])
    return {n for n in found if _may_be_heads(entries[n])}


def near_lines(entries: Sequence[Row | Line], worth: Iterable[int]) -> set[int]:
    """The places at which heads may begin of which some line is worth a look: that line where it may head a column of a ruled
    table alone, and it and the rows above it that may be heads too, where from there on words stand beside each other."""
    starts: set[int] = set()
    for n in worth:
        starts.update(takewhile(lambda above: _may_be_heads(entries[above]), range(n, max(-1, n - DEEPEST_HEADS), -1)))
    windows = {at: _lines_from(entries[at : at + DEEPEST_HEADS]) for at in starts}
    lines = {place: line for at, window in windows.items() for place, line in enumerate(window, at)}
    worded = {place: [cell for cell in line.cells if _is_worded(cell.text)] for place, line in lines.items()}
    abreast = {
        at
        for at, window in windows.items()
        if _are_abreast([cell for place in range(at, at + len(window)) for cell in worded[place]])
    }
    alone = {n for n in worth if any(isinstance(entry, Row) for entry in entries[n : n + LOOSE_LINES])}
    return alone | abreast


def _is_worded(text: str) -> bool:
    """Whether a text is more than a figure or a bullet: no heads are told by those alone."""
    return text[:1].isalpha() or not {"#", "№"}.isdisjoint(text) or any(map(str.isalpha, text))


def _are_abreast(lines: Sequence[Line]) -> bool:
    """Whether some line stands beside another one, and not all beneath each other."""
    return bool(lines) and max([line.box.x0 for line in lines]) >= min([line.box.x1 for line in lines])


def _may_be_heads(entry: Row | Line) -> bool:
    """Whether an entry is a line outside ruled cells on which no column has more words than a head has on one row."""
    return isinstance(entry, Line) and all(len(cell.text) <= LONGEST_ON_ROW for cell in entry.cells)


def find_heads(
    entries: Sequence[Row | Line], at: int, worth: Container[int], heads: Heads, above: Sequence[Line]
) -> tuple[Columns | None, int]:
    """The columns that begin with an entry, if it is a row of heads, and how many entries they take.

    `worth` are the lines that may belong to heads (`worth_lines`).
    """
    entry = entries[at]
    if isinstance(entry, Row):
        return _ruled_heads(entry, heads, first=_is_first(entries, at)), 1
    if at in worth and (stacked := _stacked(entries, at, worth, heads, above)):
        return stacked
    first = next((n for n in range(DEEPEST_HEADS) if at + n in worth), None)
    if first is None or len(entry.text) > LONGEST_HEADS:
        return None, 1
    return _loose_heads(entries[at : at + LOOSE_LINES], first, heads, above) or (None, 1)


def _is_first(entries: Sequence[Row | Line], at: int) -> bool:
    """Whether above a row of a table there are no other columns of it: at most a title over all of them."""
    row = entries[at]
    for n in range(at - 1, -1, -1):
        other = entries[n]
        if not (isinstance(row, Row) and isinstance(other, Row)) or other.table != row.table:
            return True
        if sum(bool(cell.lines) for cell in other.cells) > 1:
            return False
    return True


def _ruled_heads(row: Row, heads: Heads, *, first: bool) -> Columns | None:
    """The columns under a ruled row; `first` in its table. Heads stand there, and what no rule knows may be told by a word."""
    cells = [cell for cell in row.cells if cell.box.x1 > cell.box.x0]
    shortest_first = sorted(cells, key=lambda cell: len(cell.lines))
    if _are_strange((_head(cell, heads) for cell in shortest_first), len(cells), heads, first=first):
        return None
    found = [(_head(cell, heads), (cell.box.x0, cell.box.x1)) for cell in cells]
    return columns_under(found, row.table, heads, first=first)


def _loose_heads(entries: Sequence[Row | Line], first: int, heads: Heads, above: Sequence[Line]) -> tuple[Columns, int] | None:
    """The columns under the lines with which the entries begin, and how many of them are the heads: `first` and one at least."""
    lines = _lines_from(entries[:DEEPEST_HEADS])
    if _are_in_one_column(lines):
        return None
    for depth, found in reversed(list(enumerate(takewhile(_are_short, gathered(_set_alike(lines))), 1))):
        if depth > first and len(found) > 1:
            longest_first = sorted(found, key=lambda column: sum([len(part.text) for part in column[2]]), reverse=True)
            if _are_strange((_mended(held, heads) for _, _, held in longest_first), len(found), heads):
                continue
            parts = sorted(found, key=lambda column: column[0])
            columns = columns_under([(_mended(held, heads), (x0, x1)) for x0, x1, held in parts], None, heads)
            if columns is not None and heads.subject(columns.roles, above):
                return columns.widened(_lines_from(entries)[depth:]), depth
    return None


def _are_in_one_column(lines: Sequence[Line]) -> bool:
    """Whether lines stand beneath each other, and none of them beside another one."""
    return all(len(line.cells) == 1 for line in lines) and not _are_abreast(lines)


def _are_short(columns: Gathered) -> bool:
    """Whether no column holds more words than a head has."""
    return all(sum([len(part.text) for part in parts]) <= LONGEST_HEAD for _, _, parts in columns)


def _head(cell: Cell, heads: Heads) -> str:
    """The words of a head in a ruled cell."""
    return _mended(cell.lines, heads)


def _mended(lines: Sequence[Line], heads: Heads) -> str:
    """The words of a head. A column that is too narrow breaks a word ("Timescal", below it "e"), which then stands alone on its
    line: beside another word it would not have been begun."""
    text = join(lines)
    if len(text) <= LONGEST_HEADS and heads.role(text) in VAGUE:
        capitals = text.isupper()
        for n in range(1, len(lines)):
            if " " not in lines[n - 1].text and (capitals or lines[n].text[:1].islower()):
                mended = join(lines[:n]) + join(lines[n:])
                if heads.role(mended) not in VAGUE:
                    return mended
    return text


def _stacked(
    entries: Sequence[Row | Line], at: int, worth: Container[int], heads: Heads, above: Sequence[Line]
) -> tuple[Columns, int] | None:
    """The columns of a ruled table whose heads stand above it, each on a line of its own, as a table without rules becomes."""
    roles: list[str] = []
    for n, entry in enumerate(entries[at : at + LOOSE_LINES]):
        if isinstance(entry, Row):
            cells = [cell for cell in entry.cells if cell.box.x1 - cell.box.x0 >= NARROWEST]
            if len(roles) < 2 or len(cells) != len(roles) or not heads.subject(roles, above):
                return None
            sides = tuple((cell.box.x0, cell.box.x1) for cell in cells)
            return Columns(tuple(roles), sides, entry.table, tuple(roles)), len(roles)
        if heads.divides and heads.divides(entry.text):
            continue
        role = heads.role(entry.text) if n == len(roles) and at + n in worth else None
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


def _set_alike(lines: Sequence[Line]) -> Iterator[Line]:
    """The first of some lines that are set alike: what stands beneath heads in another size, or beneath bold ones in plain
    letters, is no part of them."""
    smallest = largest = lines[0].size
    for line in lines:
        smallest, largest = min(smallest, line.size), max(largest, line.size)
        if largest - smallest > SAME_SIZE or (lines[0].bold and not line.bold):
            return
        yield line


def columns_under(
    found: Sequence[tuple[str, tuple[float, float]]], table: int | None, heads: Heads, *, first: bool = False
) -> Columns | None:
    """The columns under a row of heads, the `first` row of a ruled table or not; None where it is none: two heads at least, and
    no cell that is none."""
    longest_first = sorted((text for text, _ in found), key=len, reverse=True)
    if _are_strange(longest_first, len(found), heads, first=first):
        return None
    texts = [text for text, _ in found]
    roles = [heads.role(text) for text in texts]
    named = tuple("other" if role is None else role or "blank" for role in roles)
    if sum(bool(role) for role in roles) < 2:
        return None
    if None in roles:
        hinted = _hinted(texts, roles, heads)
        if not (heads.certain(named) or (first and heads.certain(hinted))):
            return None
        named = hinted
    return Columns(named, tuple(sides for _, sides in found), table, tuple(texts))


def _hinted(texts: Sequence[str], roles: Sequence[str | None], heads: Heads) -> tuple[str, ...]:
    """The roles of columns, those of strange heads as far as a word of theirs tells. No column takes what another has for sure,
    nor what a strange one before it has taken."""
    taken = {role for role in roles if role}
    found: list[str] = []
    for text, role in zip(texts, roles, strict=True):
        hint = heads.hint(text) if role is None else None
        found.append(role or ("blank" if role is not None else hint if hint and hint not in taken else "other"))
        taken.add(found[-1])
    return tuple(found)


def _are_strange(texts: Iterable[str], columns: int, heads: Heads, *, first: bool = False) -> bool:
    """Whether among the heads of some columns too many are not known, or one of them is too long for that. On the `first` row of
    a ruled table a head may be longer, and is no stranger if a word of it tells what it holds."""
    unknown, longest = 0, LONGEST_RULED if first else LONGEST_STRANGER
    for text in texts:
        if heads.role(text) is None:
            unknown += not (first and heads.hint(text))
            if len(text) > longest or unknown > max(1, columns // (RULED_STRANGERS if first else STRANGERS)):
                return True
    return False
