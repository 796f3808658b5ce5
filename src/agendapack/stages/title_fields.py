"""The title of a form that calls it by a name nobody knows: of its strange fields the one whose value reads as a title."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.layout import Line
from agendapack.stages import people
from agendapack.stages.forms import BESIDE, UNLISTED, Field
from agendapack.stages.headings import RULES, letterhead

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


def _is_title(field: Field) -> bool:
    """Whether a value reads as a title: words that are no sentence, no answer and neither person, office, body nor day."""
    text = field.text.strip("* ")
    if not _FEWEST <= len(text.split()) <= _MOST or text.endswith((".", "?")) or field.label.text.endswith("?"):
        return False
    if not (text[0].isupper() or text[0].isdigit()) or RULES.first("no_title", text) or RULES.first("no_title", field.label.text):
        return False
    named = people.person(text)
    somebody = named is not None and (named.role is not None or len(text.split()) < _MOST_NAMES)
    return not (somebody or people.is_role(text) or any(letterhead(line) for line in field.value))
