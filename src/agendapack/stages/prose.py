"""Running text: the paragraphs of a section divided into sentences, each with the lines that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agendapack.layout import Line
from agendapack.stages.recommend_rows import Passage, paragraph, rows_of
from agendapack.stages.recommend_words import first_sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the lines or parts of lines that hold it. `opens` tells that a paragraph begins with it."""

    text: str
    lines: tuple[Line, ...]
    opens: bool = False


def paragraphs(lines: Sequence[Line]) -> Iterator[Passage]:
    """The paragraphs of a section in reading order, their labels left out of their texts."""
    rows = rows_of(lines)
    at = 0
    while at < len(rows):
        passage = paragraph(rows, at)
        yield passage
        at += len(passage.rows)


def sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    """The sentences of a section in reading order."""
    for passage in paragraphs(lines):
        yield from _divided(passage)


def _divided(passage: Passage) -> Iterator[Sentence]:
    start = 0
    while start < len(passage.text):
        end = start + first_sentence(passage.text[start:])
        if text := passage.text[start:end].strip():
            yield Sentence(text, tuple(passage.between(start, end)), opens=start == 0)
        start = end
