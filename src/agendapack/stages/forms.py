"""Forms at the head of a report: labels in one place, values beside them, beneath them or behind a colon.

Councils lay the same dozen fields out in every possible way. What they share is the vocabulary of labels (rules) and a geometry
(code): a value stands right of its label, or after it on its line, or under it; it goes on while lines start in its column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from msgspec import Struct, field

from agendapack.layout import Line, Span, column_edge, join
from agendapack.prepared import pattern
from agendapack.rules import InForce
from agendapack.stages import people
from agendapack.stages.form_labels import (
    LABEL_WORDS,
    NUMBER,
    after_colon,
    field_of,
    is_label_by_colon,
    is_label_tail,
    is_plural,
    label,
    may_be_label,
    plain,
)

INDENT = 8.0
"""Points that a line has to start right of the label's own start to continue the value."""

_SET_OFF = 0.9
"""Type sizes of room above a line that is no further line of the value before it: single spacing leaves less than half of one."""

_SINGLE = 0.45
"""Type sizes of room between the lines of one paragraph at the most."""

_LOOSE = 0.55
"""The same between lines without a letter that goes below the line: boxes are tight to the letters."""

_LARGER = 1.15
"""How much larger type is that sets a heading off from a label above it."""

_MUCH_LARGER = 1.4
"""The same for plain text, which is no heading for being larger than a small label."""

_MOST_LINES = 3
"""Lines of a value that is set to its label's margin at the most."""

_MOST_LISTED = 8
"""Lines of the values beneath a label in the plural at the most."""

_BLANK = 1.6
"""Type sizes of room that one blank line leaves at the most."""

LABEL_GAP = 0.6
"""Ems between a label and its value at the least; a word space is at most half an em, but for justified lines."""

UNLISTED = "unlisted"
"""The name of a field whose label no rule knows, but which is printed as the labels around it are."""

BESIDE = "beside"
"""The name of such a field where nothing but its columns tells it: any table's rows stand so."""

STACKED = "stacked"
"""The name of such a field where labels stand in bold over their values: headings over their text look the same."""

_COLUMN_GAP = 1.5
"""Ems between two columns at the least: the words of a justified line stand closer."""

_OPEN_END = pattern(r"(?:\b(?:and|or|of|for|the|to|by|with)|[/&,–-])$", re.IGNORECASE)
"""How a label ends that goes on in the next line."""

_LABEL_LIKE = pattern(r"(?P<label>[A-Z][^:.;]{1,44}):")


class Field(Struct, frozen=True):
    """One field: which label rule it met, and the lines (or parts of lines) of its value."""

    name: str
    label: Line
    value: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The value as running text."""
        return join(self.value)


class _Open(Struct):
    """A field whose value may still go on."""

    name: str
    label: Line
    x0: float
    tail: str = ""
    """The second half of a label that wraps in its column; the next row has it at the same place."""
    value: list[Line] = field(default_factory=list)

    def close(self) -> Field:
        return Field(self.name, self.label, tuple(self.value))


def read_form(lines: Sequence[Line], rules: InForce) -> tuple[Field, ...]:
    """The fields of the form that the lines open with, in reading order; empty where they open with none.

    Reading stops at the first line that neither is a field nor continues one; so the first line has to be a field.
    """
    done: list[Field] = []
    current: list[_Open] = []
    last_bottom: float | None = None
    for line, following in zip_longest(lines, lines[1:]):
        if any(each.tail for each in current):
            _finish_labels(current, line)
        elif row := _row(line, following, rules, current):
            done.extend(each.close() for each in current)
            current = row
        elif not current or not _continue(current, line, last_bottom, lines):
            break
        last_bottom = line.box.bottom
    return (*done, *(each.close() for each in current))


def _parts(line: Line) -> tuple[Line, ...]:
    """The line divided at every gap wider than a word space: a label and its value may stand less than an em apart."""
    return _divided(line) if len(line.spans) > 1 else (line,)


@lru_cache(maxsize=256)
def _divided(line: Line) -> tuple[Line, ...]:
    groups: list[list[Span]] = []
    for span in line.spans:
        if groups and span.x0 - groups[-1][-1].x1 <= LABEL_GAP * span.size:
            groups[-1].append(span)
        else:
            groups.append([span])
    return tuple(line.part(group) for group in groups) if len(groups) > 1 else (line,)


def _row(line: Line, following: Line | None, rules: InForce, before: Sequence[_Open]) -> list[_Open]:
    """The fields that start on this line; `before` are those of the row above it."""
    parts = _parts(line)
    parts = parts[1:] if len(parts) > 1 and NUMBER.fullmatch(parts[0].text) else parts
    heads = _heads_values(parts, following)
    found: list[_Open] = []
    for index, part in enumerate(parts):
        start = _start(part, parts[index + 1 :], following, rules) or _unlisted(part, parts[index + 1 :], following, before)
        if start is not None and (heads or not (found and _is_answer(found[-1], start, part))):
            found.append(start)
        elif found and found[-1].value and is_label_by_colon(part):
            found.append(_Open(UNLISTED, part, part.box.x0))
        elif found and (heads or _in_another_column(found[-1], part, before)):
            found.append(_Open(UNLISTED if heads else BESIDE, part, part.box.x0, value=[] if heads else [part]))
        elif found:
            found[-1].value.append(part)
        else:
            return []
    return found


def _heads_values(parts: Sequence[Line], following: Line | None) -> bool:
    """Whether a row is labels alone, bold and without colons, each over a plain value in its column on the next row."""
    below = _parts(following) if following is not None and len(parts) > 1 else ()
    if not below or any(not _bold(part) or ":" in part.text for part in parts) or any(_bold(cell) for cell in below):
        return False
    return all(any(abs(cell.box.x0 - part.box.x0) <= INDENT for part in parts) for cell in below) and len(below) > 1


def _in_another_column(last: _Open, part: Line, before: Sequence[_Open]) -> bool:
    """Whether words stand in a column of their own, right of a cell with both a label and its value ("Subject: X | Public"): far
    off, or where a column begins in the row above (`before`)."""
    label = last.label
    inline = len(last.value) == 1 and ":" in label.text and last.value[0].box.top == label.box.top
    gap = part.box.x0 - label.box.x1
    begun = [value.box.x0 for each in before for value in each.value]
    column = gap > part.size and any(abs(x - part.box.x0) <= INDENT for x in begun)
    return inline and not label.text.endswith(":") and (gap > _COLUMN_GAP * part.size or column)


def _is_answer(before: _Open, start: _Open, part: Line) -> bool:
    """Whether a word that could be a label is the value of the label left of it: "Report to:  Cabinet", "COMMITTEE  COUNCIL",
    "Officer:  Corporate Director: Resources"."""
    if before.value:
        return False
    if start.name == UNLISTED and start.value and before.label.text.endswith(":"):
        return True
    office, colon, area = part.text.partition(":")
    if colon:
        titled = before.label.text.endswith(":") and people.is_role(office) and bool(area.strip())
        return titled and people.person(area) is None and len(part.cells) == 1
    return before.label.text.endswith(":") or before.name == start.name == "to"


def _start(part: Line, rest: Sequence[Line], following: Line | None, rules: InForce) -> _Open | None:
    """The field that starts with this part of a line, None where it is no label."""
    named = label(part, rules)
    wrapped = _wrapped(part, rest, following, rules)
    if wrapped is not None and (named is None or wrapped.tail.endswith(":")):
        return wrapped
    if named is not None and (":" in part.text or rest or _closely_beneath(part, following)):
        name, value = named
        return _Open(name, part, part.box.x0, value=[value] if value is not None else [])
    return None


def _wrapped(part: Line, rest: Sequence[Line], following: Line | None, rules: InForce) -> _Open | None:
    """The field whose label goes on beneath this part of a line."""
    if following is None or ":" in part.text or not (rest or ":" in following.text):
        return None
    below = _beneath(part, following)
    if below is None or not (below.text.endswith(":") or (rest and _close(part, below))):
        return None
    if rest and len(_parts(following)) > 1 and field_of(plain(below.text), rules) and _set_off(part, below):
        return None
    said = plain(f"{part.text} {below.text}")
    hit = field_of(said, rules)
    return _Open(hit.rule.rpartition(".")[2], part, part.box.x0, tail=below.text) if hit else None


def _set_off(part: Line, below: Line) -> bool:
    """Whether there is more room between two lines than between those of one paragraph: each stands in a row of its own."""
    return below.box.top - part.box.bottom > _LOOSE * part.size


def _beneath(part: Line, following: Line | None) -> Line | None:
    """What stands beneath a part of a line, in its column."""
    cells = _parts(following) if following else ()
    found = next((cell for cell in cells if abs(cell.box.x0 - part.box.x0) <= INDENT or _centred(part, cell)), None)
    return found or next((cell for cell in cells if _indented(part, cell, len(cells))), None)


def _indented(part: Line, cell: Line, cells: int) -> bool:
    """Whether a plain line stands a little to the right beneath a bold one, each alone in its row."""
    alone = cells == 1 and not part.spans[1:]
    return alone and 0 < cell.box.x0 - part.box.x0 <= 2 * part.size + INDENT and _bold(part) and not _bold(cell)


def _centred(part: Line, cell: Line) -> bool:
    """Whether a line stands centred beneath another, each alone in its row as on a title page: their middles meet."""
    return not part.spans[1:] and abs(part.box.x0 + part.box.x1 - cell.box.x0 - cell.box.x1) <= INDENT


def _unlisted(part: Line, rest: Sequence[Line], following: Line | None, before: Sequence[_Open]) -> _Open | None:
    """A field that no rule knows, by what it has in common with one of the row above: its column, its colon, its weight."""
    above = next((each for each in before if abs(each.x0 - part.box.x0) <= INDENT), None)
    if above is not None and not rest and _stands_over(above.label, above.value, part, following):
        return _Open(STACKED, part, part.box.x0)
    if above is not None and len(rest) == 1 and _in_columns_of(above, part, rest[0]):
        return _Open(UNLISTED if _bold(part) and not _bold(rest[0]) else BESIDE, part, part.box.x0)
    if above is None or not above.value or ":" not in above.label.text or not _set_alike(above.label, part):
        return None
    if match := _LABEL_LIKE.match(part.text):
        value = part.text[match.end() :].strip()
        few = len(match["label"].split()) <= LABEL_WORDS
        return _Open(UNLISTED, part, part.box.x0, value=[after_colon(part, value)] if value else []) if few else None
    below = _beneath(part, following)
    if rest and below is not None and is_label_tail(below) and part.text[0].isupper():
        return _Open(UNLISTED, part, part.box.x0, tail=below.text)
    return None


def _set_alike(label: Line, part: Line) -> bool:
    """Whether a part of a line is as heavy as a label and in type no larger."""
    return _bold(label) == _bold(part) and part.size < _LARGER * label.size


def _in_columns_of(above: _Open, part: Line, value: Line) -> bool:
    """Whether a label without a colon and its value stand in the two columns of the row above, set as there: the label in bold,
    or else the first few words of a phrase."""
    if ":" in above.label.text or _bold(above.label) != _bold(part) or not _in_value_column(above, value):
        return False
    return (_bold(part) and not _bold(value)) or (may_be_label(part) and not _wraps_label(above, part))


def _in_value_column(above: _Open, value: Line) -> bool:
    """Whether something stands right of a label, where the value of that begins."""
    first = above.value[0].box.x0 if above.value else None
    return first is not None and abs(first - value.box.x0) <= INDENT and value.box.x0 > above.x0 + INDENT


def _wraps_label(above: _Open, part: Line) -> bool:
    """Whether words beneath a label in its column go on with it: it is strange and ends in mid-phrase, or they begin so."""
    opens = above.name in (UNLISTED, BESIDE) and _OPEN_END.search(above.label.text) is not None
    return opens or part.text[0].islower() or part.text[0] in "(/&"


def _stands_over(label: Line, value: Sequence[Line], part: Line, below: Line | None) -> bool:
    """Whether a line without a colon stands over its value as the label above it does: bold, its value plain and close."""
    over = below is not None and _beneath(part, below) is not None and _close(part, below) and not _bold(below)
    return over and bool(value) and ":" not in label.text + part.text and _bold(label) and _bold(part) and not _bold(value[0])


def _bold(line: Line) -> bool:
    """Whether a line begins in bold."""
    return line.spans[0].bold if line.spans else line.bold


def _finish_labels(current: list[_Open], line: Line) -> None:
    """The row with the second halves of wrapped labels: those are dropped, the rest goes on with the values."""
    for part in _parts(line):
        if any(part.text == each.tail and abs(part.box.x0 - each.x0) <= INDENT for each in current):
            continue
        target = max((each for each in current if each.x0 <= part.box.x0), key=lambda each: each.x0, default=current[0])
        target.value.append(part)
    for each in current:
        each.tail = ""


def _closely_beneath(part: Line, following: Line | None) -> bool:
    """Whether something stands closely beneath a part of a line, in its column; what is set in larger type is a heading, but
    for plain text beneath a bold label."""
    below = _beneath(part, following)
    larger = _LARGER if below is None or _bold(below) or not _bold(part) else _MUCH_LARGER
    return below is not None and _close(part, below) and below.size < larger * part.size


def _close(part: Line, below: Line) -> bool:
    return below.box.top - part.box.bottom < 2 * part.size


def _continue(current: list[_Open], line: Line, last_bottom: float | None, lines: Sequence[Line]) -> bool:
    """Whether the line goes on with the values of the current row; if so it is added to them. `lines` show how far text runs."""
    gap = 0.0 if last_bottom is None else line.box.top - last_bottom
    if line.sheet != current[0].label.sheet or gap > 3.2 * line.size or (len(current) > 1 and _below_a_row(current, line, gap)):
        return False
    if len(current) > 1:
        placed = False
        for cell in _parts(line):
            target = max((each for each in current if each.x0 <= cell.box.x0 + INDENT), key=lambda each: each.x0, default=None)
            if target is not None:
                target.value.append(cell)
                placed = True
        return placed
    only = current[0]
    cells = line.cells
    if cells[0].box.x0 > only.x0 + INDENT and not _set_apart(only, line, gap):
        only.value.append(line)
        return True
    if only.value and ":" not in only.label.text and _goes_on_beneath(only, cells, gap):
        only.value.extend(cells[1:])
        return True
    if not only.value or _wraps_to_margin(only, line, gap, lines) or _is_listed(only, line, gap):
        only.value.append(line)
        return True
    return False


def _goes_on_beneath(only: _Open, cells: Sequence[Line], gap: float) -> bool:
    """Whether the second row of a label without a colon stands close beneath it, alone or with more of the value right of it."""
    if gap >= _SINGLE * cells[0].size:
        return False
    if is_label_tail(cells[0]):
        return True
    if abs(cells[0].box.x0 - only.x0) > INDENT or not _wraps_label(only, cells[0]):
        return False
    alone = only.value[0].box.x0 > cells[0].box.x1 if len(cells) == 1 else _in_value_column(only, cells[1])
    return alone and len(cells[0].text.split()) <= LABEL_WORDS


def _set_apart(only: _Open, line: Line, gap: float) -> bool:
    """Whether a line right of a label is no more of its value: it is in larger type, or has room above it and starts elsewhere,
    as a centred heading."""
    if not only.value:
        return False
    first = only.value[0]
    apart = gap > _SET_OFF * line.size and abs(line.box.x0 - first.box.x0) > INDENT
    return apart or line.size >= _LARGER * max(first.size, only.label.size)


def _wraps_to_margin(only: _Open, line: Line, gap: float, lines: Sequence[Line]) -> bool:
    """Whether a line close beneath a label and its value goes on with them at the label's own margin: a plain one beneath a bold
    label, one whose first word had no room left above, or one more where the value stands beneath its label and looks like it."""
    beneath = only.value[0].box.top > only.label.box.bottom - only.label.size / 4 and only.label.text.endswith(":")
    close = gap < (_LOOSE if beneath else _SINGLE) * line.size
    if not close or len(line.cells) > 1 or ":" not in only.label.text or len(only.value) > _MOST_LINES:
        return False
    above = only.value[-1]
    edge = column_edge(lines, above) or max(each.box.x1 for each in lines)
    letter = (above.box.x1 - above.box.x0) / max(len(above.text), 1)
    full = above.box.x1 + letter * (1 + len(line.text.split(" ", 1)[0])) > edge
    return (_bold(only.label) and not _bold(line)) or ((full or beneath) and _bold(line) == _bold(above))


def _is_listed(only: _Open, line: Line, gap: float) -> bool:
    """Whether a plain line is one more of the values beneath a bold label in the plural, which has a line of its own: it follows
    closely, or it names a person with his title beneath a blank line."""
    beneath = bool(only.value) and only.value[0].box.top > only.label.box.top + only.label.size / 2
    if not beneath or len(only.value) >= _MOST_LISTED or not is_plural(only.label.text):
        return False
    named = people.person(line.text) if gap < _BLANK * line.size else None
    close = gap < _SINGLE * line.size or (named is not None and named.role is not None)
    plain = _bold(only.label) and not _bold(line) and not _bold(only.value[0])
    return close and plain and abs(line.box.x0 - only.x0) <= INDENT


def _below_a_row(current: list[_Open], line: Line, gap: float) -> bool:
    """Whether a line stands beneath a row of labels whose values are all there: set off from them, or a heading where they are
    plain. In a cell the lines of a value follow each other closely."""
    values = [value for each in current for value in each.value]
    if not all(each.value for each in current):
        return False
    heading = line.cells[0].bold and not any(value.bold for value in values)
    return gap > _SET_OFF * line.size or (heading and gap > _SET_OFF * line.size / 2)
