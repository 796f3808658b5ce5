"""What the label of a form's field says: which field it names, in one language or two, with or without its value behind it; and
whether words that no rule knows may be a label."""

from __future__ import annotations

import re

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.rules import Hit, InForce

LABEL_WORDS = 6
"""Words of a label at the most."""
NUMBER = pattern(r"\d{1,2}[.)]")
"""What counts the fields of a form, before the label of each."""
_PLURAL = pattern(r"(?:\(s\)|[a-z]s)\W*$", re.IGNORECASE)
_BRACKETED = pattern(r"(?<=\w) \([a-z][^()]{3,40}\)(?=\W*$)")


def plain(said: str) -> str:
    """A label without its colon, and without what stands in brackets behind it: that there may be several ("Contact Officer(s)"),
    or what is to be filled in ("Report by (name and job title)")."""
    bare = _BRACKETED.sub("", re.sub(r"\((?:e?s)\)", "", said)) if "(" in said else said
    return bare.strip(" *-–—.:")


def label(cell: Line, rules: InForce) -> tuple[str, Line | None] | None:
    """The field's name, and the value where it stands in the same cell behind a colon. Without one a label is all of its cell
    and begins with a capital letter: the last word of a sentence may be "officers"."""
    head, colon, rest = cell.text.partition(":")
    number = NUMBER.match(head) if colon else None
    said = plain(head[number.end() :] if number else head)
    if not colon and said[:1].islower():
        return None
    hit = field_of(said, rules)
    if hit is None:
        return None
    name = hit.rule.rpartition(".")[2]
    if not colon:
        return (name, None) if hit.match.group() == said or " / " in said else None
    if not rest.strip():
        return name, None
    return name, after_colon(cell, rest.strip())


def field_of(said: str, rules: InForce) -> Hit | None:
    """What a label names, in one language or in two."""
    return rules.first("form_label", said) or _in_two_tongues(said, rules)


def _in_two_tongues(said: str, rules: InForce) -> Hit | None:
    """What a label means that is printed in two languages ("Teitl / Title:"): both stand in one cell, a stroke between them."""
    first, stroke, last = said.partition(" / ")
    if not stroke or len(said.split()) > 2 * LABEL_WORDS:
        return None
    hits = ((tongue, rules.first("form_label", tongue)) for tongue in (last, first))
    return next((hit for tongue, hit in hits if hit is not None and hit.match.group() == tongue), None)


def after_colon(cell: Line, rest: str) -> Line:
    """The part of a cell that follows its label. Where label and value share a span, the box is the whole cell's."""
    for start in range(1, len(cell.spans)):
        part = cell.part(cell.spans[start:])
        if part.text == rest:
            return part
    return Line(sheet=cell.sheet, text=rest, box=cell.box, size=cell.size, bold=cell.bold, spans=cell.spans, turned=cell.turned)


def may_be_label(part: Line) -> bool:
    """Whether words could be a label without a colon: few, the first with a capital, and no number, sentence or sum."""
    text = part.text
    return text[0].isupper() and len(text.split()) <= LABEL_WORDS and not text.endswith((".", ",", ";"))


def is_label_by_colon(part: Line) -> bool:
    """Whether a cell behind a value is the label of the next field in its row: a few words and a colon."""
    return part.text.endswith(":") and part.text[0].isupper() and len(part.text.split()) <= LABEL_WORDS


def is_label_tail(cell: Line) -> bool:
    """The second row of a label that wrapped in its column: short, and closed by a colon."""
    return cell.text.endswith(":") and len(cell.text) <= 30


def is_plural(label: str) -> bool:
    """Whether a label may stand over several values, by how it ends."""
    return _PLURAL.search(label) is not None
