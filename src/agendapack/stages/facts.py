"""What the front sheet's facts are found with: a fact and its lines, the rows around it, the value of a form's field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Line, join
from agendapack.prepared import pattern
from agendapack.stages.labels import label_of

OPEN = pattern(r"(?:[,–—&-]|\b(?:and|of|for|the|to))$", re.IGNORECASE)
"""How a value ends that goes on in the next line."""
TOP = 40
"""How many lines from the top of a paper may name its meeting."""
TABLE_ROW = 5
"""Cells from which a row belongs to a table of many things: of one meeting a row tells body, day, time and place at most."""


class Fact(Struct, frozen=True):
    """One value with the lines that print it (none where only the PDF's title does) and the rule that found it."""

    value: str
    lines: tuple[Line, ...]
    rule: str


def of_another_meeting(text: str) -> bool:
    """Whether a sentence is about another meeting than the one that is called."""
    return rules.load("front").first("another_meeting", text) is not None


def row_of(lines: Sequence[Line], line: Line) -> int:
    """The position of a line, or of the row that it is a part of; past the last where it is none of the lines."""
    here = (line.sheet, line.box.top)
    return next((at for at, other in enumerate(lines) if other == line or (other.sheet, other.box.top) == here), len(lines))


def around(lines: Sequence[Line], at: int) -> str:
    """The words of a line and of the two above it."""
    return join(lines[max(0, at - 2) : at + 1])


def field(lines: Sequence[Line], at: int, n: int, inline: str, *, wraps: bool = False) -> tuple[str, tuple[Line, ...]]:
    """A field's value and its lines: behind its name (`inline`), in the next cell, or beneath, as far as it runs on. What stands
    behind the name runs on where it is open at its end, or where it is known to wrap (`wraps`)."""
    cells = lines[at].cells
    if inline:
        head, column = [replace(cells[n], text=inline)], cells[n]
    elif n + 1 < len(cells) and not _is_label(cells[n + 1]):
        head, column = [cells[n + 1]], cells[n + 1]
    else:
        head, column = [], cells[n]
    below = _value_lines(lines, at, column, alone=bool(head)) if wraps or not inline or OPEN.search(inline) else []
    return join([*head, *below]).strip(), (*head, *below)


def _is_label(cell: Line) -> bool:
    """Whether a cell names a field itself: a row of such heads has its values beneath."""
    if ":" not in cell.text and rules.load("front").first("body_name", cell.text):
        return False
    heads = rules.load("front").first("field_head", cell.text) or rules.load("openings").first("form_label", cell.text)
    return cell.text.endswith(":") or heads is not None


def _only_number(text: str) -> bool:
    """Whether a cell is the number of a section that begins there."""
    label = label_of(text)
    return label is not None and label.length == len(text)


def _value_lines(lines: Sequence[Line], at: int, value: Line, *, alone: bool) -> list[Line]:
    """The cells that go on with a value in its column, up to the next field or heading; `alone` where nothing may stand left of
    them."""
    found: list[Line] = []
    for line in lines[at + 1 : at + 5]:
        cell = next((cell for cell in line.cells if abs(cell.box.x0 - value.box.x0) <= 6), None)
        last = found[-1] if found else lines[at]
        room = (0.9 if found or alone else 1.3) * value.size
        if cell is None or cell.sheet != value.sheet or cell.box.top - last.box.bottom > room:
            break
        if alone and cell.box.x0 - line.box.x0 > 6:
            break
        if re.match(r"[\w ()/]{2,30}:", cell.text) or _only_number(cell.text) or (found and cell.bold and not found[0].bold):
            break
        found.append(cell)
    return found
