"""Running text: the paragraphs of a section divided into sentences, each with the lines that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages.recommend_rows import Passage, Row, is_capitals, paragraph, rows_of
from agendapack.stages.recommend_words import first_sentence

_MOST = 60
"""Rows of the longest paragraph."""
_LIMB_ENDS = pattern(r"[;:,](?: (?:and|or|and/or))?$")


class Sentence(Struct, frozen=True):
    """A sentence, and the lines or parts of lines that hold it. `opens` tells that a paragraph begins with it."""

    text: str
    lines: tuple[Line, ...]
    opens: bool = False


def paragraphs(lines: Sequence[Line]) -> Iterator[Passage]:
    """The paragraphs of a section in reading order, without their labels, but for those that say what they are."""
    rows = rows_of(lines)
    at = 0
    while at < len(rows):
        passage = paragraph(rows, at, most=_limb(rows, at))
        label = rows[at].label
        yield Passage(passage.rows, [row.line for row in passage.rows]) if label and label.named else passage
        at += len(passage.rows)


def _limb(rows: Sequence[Row], at: int) -> int:
    """The rows from one on up to the next label that opens a paragraph of its own: below a heading, or the next limb of a
    sentence ("... two months; and / b) ...")."""
    following = zip(rows[at : at + _MOST], rows[at + 1 : at + _MOST], strict=False)
    return next((n for n, (above, row) in enumerate(following, 1) if row.label and _closes(above, row)), _MOST)


def _closes(above: Row, row: Row) -> bool:
    heading = above.line.bold and not row.line.bold
    return heading or is_capitals(above.said) or _LIMB_ENDS.search(above.text) is not None


def sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    """The sentences of a section in reading order."""
    for passage in paragraphs(lines):
        yield from divided(passage)


def divided(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    start = 0
    while start < len(passage.text):
        end = start + first_sentence(passage.text[start:])
        if text := passage.text[start:end].strip():
            yield Sentence(text, tuple(passage.between(start, end)), opens=start == 0)
        start = end
