"""The title of a form that calls it by a name nobody knows: of its strange fields the one whose value reads as a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from agendapack.layout import Line
from agendapack.stages import people
from agendapack.stages.forms import BESIDE, UNLISTED, Field
from agendapack.stages.headings import RULES, letterhead

_ROWS, _LABEL_WORDS = 3, 8
"""Rows of such a form at the least, and words of its labels at the most."""
_FLUSH = 6.0
"""Points by which the cells of one column may start apart."""
_FEWEST, _MOST = 3, 30
"""Words of such a title."""
_MOST_NAMES = 4
"""Words from which capitals alone make no name."""
_LARGER = 1.15
"""How much larger type is that sets a heading apart from the fields above it."""


def told_apart(form: Sequence[Field], below: tuple[Line, ...]) -> tuple[Line, ...]:
    """The title of a form without a field for it: the heading `below` where that is in larger type, else the value of the one
    strange field that reads as a title, else that heading."""
    strange = [field.value for field in form if field.name in (UNLISTED, BESIDE) and field.value and _is_title(field)]
    larger = bool(below) and below[0].size >= _LARGER * form[0].label.size
    return below if larger or len(strange) != 1 else strange[0]


def strange_form(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The title of a form none of whose labels is known, told by its columns alone: bold labels, right of each a plain value.
    None where no value, or more than one, reads as a title."""
    rows = [line for line in lines if labelled_row(line)]
    starts = [tuple(cell.box.x0 for cell in row.cells) for row in rows]
    if len(rows) < _ROWS or any(abs(x - y) > _FLUSH for each in starts for x, y in zip(each, starts[0], strict=True)):
        return ()
    fields: list[Field] = []
    for line in takewhile(lambda line: line.box.top <= rows[-1].box.bottom + line.size, lines[lines.index(rows[0]) :]):
        if line in rows:
            fields.append(Field(BESIDE, line.cells[0], (line.cells[1],)))
        elif abs(line.box.x0 - rows[0].cells[1].box.x0) <= _FLUSH:
            fields[-1] = Field(BESIDE, fields[-1].label, (*fields[-1].value, line))
        else:
            return ()
    return told_apart(fields, ())


def labelled_row(line: Line) -> bool:
    """Whether a line looks like a label and its value beside it: a few bold words, and plain ones in the next column."""
    if len(line.cells) != 2:
        return False
    label, value = line.cells
    return label.bold and not value.bold and len(label.text.split()) <= _LABEL_WORDS and label.text[0].isupper()


def _is_title(field: Field) -> bool:
    """Whether a value reads as a title: words that are no sentence, no answer and neither person, office, body nor day."""
    text = field.text.strip("* ")
    if not _FEWEST <= len(text.split()) <= _MOST or text.endswith((".", "?")) or field.label.text.endswith("?"):
        return False
    if (
        not (text[0].isupper() or text[0].isdigit())
        or RULES.first("no_title", text)
        or RULES.first("no_title_label", field.label.text)
    ):
        return False
    named = people.person(text)
    somebody = people.is_addressed(text) or (named is not None and (named.role is not None or len(text.split()) < _MOST_NAMES))
    return not (somebody or people.is_role(text) or any(letterhead(line) for line in field.value))
