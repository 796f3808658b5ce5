"""Headings: what belongs to one, and what stands above it and names no paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.rules import InForce, Rules, load

RULES = InForce("openings")

_TOP_ROWS = 12
"""Rows of a sheet among which a table stands beneath its title."""
_PIECES = pattern(r" ?[|•·] ?")
"""What stands between the parts of a line that says for whom and when a paper is ("Cabinet | 17 June 2031 | Item 10")."""
_FLUSH = 6.0
"""Points by which the cells of one column may start apart."""


def letterhead(line: Line) -> bool:
    """Whether a line says for whom, where and when a paper is, and not what it is about."""
    cells = line.cells
    if len(cells) > 1 and any(map(str.isalpha, cells[0].text)):
        cells = tuple(cell for cell in cells if not cell.text.strip(".").isdigit())
    pieces = _PIECES.split(line.text)
    if len(pieces) > 1 and all(map(_is_letterhead, pieces)):
        return True
    return _is_letterhead(line.text) or (len(line.cells) > 1 and all(_is_letterhead(cell.text) for cell in cells))


def _is_letterhead(text: str) -> bool:
    return _is_letterhead_by(text.strip("*–— "), load(RULES.stage))


@lru_cache(maxsize=256)
def _is_letterhead_by(text: str, rules: Rules) -> bool:
    """Each way to read the head of a sheet asks it of the same lines."""
    return rules.first_of(("letterhead", "body_date", "body_name", "date_line"), text) is not None


def section_number(line: Line) -> bool:
    """Whether a line begins with the number of a section or paragraph."""
    return bool(re.match(r"^\(?\d{1,2}[.)](?:\d{1,2}\.?)? ", line.text))


def first_block(lines: Sequence[Line], *, cover: bool = False) -> tuple[Line, ...]:
    """The lines up to the first change of style or paragraph. A cover sets its title in widely spaced lines."""
    block: list[Line] = []
    for line in lines:
        if block and not _same_heading(block[-1], line, cover=cover):
            break
        block.append(line)
    return tuple(block)


def table_start(lines: Sequence[Line]) -> int:
    """Where a table begins beneath a title that stands alone in its row; after the last line where none does.

    Two rows of three cells or more that begin at the same places are a table, three rows of two; not the fields of a form.
    """
    titled = False
    for at, line in enumerate(lines[:_TOP_ROWS]):
        cells = len(line.cells)
        rows = lines[at : at + (2 if cells > 2 else 3)]
        if titled and cells > 1 and len(rows) == (2 if cells > 2 else 3) and _in_columns(rows, min(cells, 3)):
            return at
        titled = titled or (cells == 1 and not letterhead(line))
    return len(lines)


def _in_columns(rows: Sequence[Line], fewest: int) -> bool:
    """Whether cells of all rows begin at the same places, in so many columns at least; none is the label of a field."""
    if any(row.cells[0].text.endswith(":") for row in rows):
        return False
    starts = [cell.box.x0 for cell in rows[0].cells]
    same = [start for start in starts if all(any(abs(cell.box.x0 - start) <= _FLUSH for cell in row.cells) for row in rows)]
    return len(same) >= fewest


def by_columns(block: Sequence[Line]) -> tuple[Line, ...]:
    """A heading in two columns ("site | reference") with its left column first; another one as it is."""
    if not block or len(block[0].cells) != 2:
        return tuple(block)
    edge = block[0].cells[1].box.x0 - block[0].size
    cells = [cell for line in block for cell in line.cells]
    return (*(cell for cell in cells if cell.box.x0 < edge), *(cell for cell in cells if cell.box.x0 >= edge))


def _same_heading(before: Line, line: Line, *, cover: bool) -> bool:
    """Whether a heading goes on: the same style, close beneath, and not a section of its own."""
    text = line.text.strip("* ")
    ends = ("section_heading", "letterhead", "date_line", "annex", *(("body_name",) if _whole(before) else ()))
    if RULES.first_of(ends, text) or section_number(line):
        return False
    label, colon, value = text.partition(":")
    if (
        abs(before.size - line.size) > 0.6
        or before.bold != line.bold
        or len(line.cells) > 2
        or (colon and value and len(label) < 40)
    ):
        return False
    return line.box.top - before.box.bottom <= (1.9 if before.size >= 16 or (cover and line.bold) else 0.75) * line.size


def _whole(line: Line) -> bool:
    """Whether a heading's line may be its last: it ends in no word that needs another after it."""
    return re.search(r"(?:\b(?:and|of|for|the|to|by|in|on|with|a)|[,&–—-])$", line.text, re.IGNORECASE) is None


def scattered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A title page's lines, each a few words and all evenly spaced, as a title set in narrow lines is left by re-typesetting."""
    run = [lines[0]]
    for before, line in pairwise(lines):
        even = len(run) < 2 or abs((line.box.top - before.box.top) - (run[1].box.top - run[0].box.top)) < 2
        if len(line.text) > 26 or not even or RULES.first("section_heading", line.text) or abs(line.size - before.size) > 0.6:
            break
        run.append(line)
    return tuple(run) if len(run) > 2 and len(run[0].text) <= 26 else ()


def heading_like(line: Line, body_size: float) -> bool:
    """Whether a line may head a paper: set out from the text (whose size is `body_size` points), or short and no sentence."""
    if RULES.first("section_heading", line.text) or len(line.text) > 180 or not any(c.isalpha() for c in line.text):
        return False
    if len(line.cells) > 2:
        return False
    standing_out = line.bold or line.size >= 1.15 * body_size or line.text.isupper()
    return standing_out or (len(line.text) < 90 and not line.text.endswith((".", ",", ";")) and line.text[0].isupper())
