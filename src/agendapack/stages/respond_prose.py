"""Answers told in paragraphs: a recommendation with its number, and beneath it a paragraph that begins with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from agendapack.answers import Answer, answer_in
from agendapack.drafts import OWN_LABEL
from agendapack.evidence import evidence
from agendapack.layout import Line, Section
from agendapack.records import Response
from agendapack.stages.prose import paragraphs
from agendapack.stages.recommend_rows import Passage
from agendapack.stages.trackers import ANSWERING, is_recommendation


def from_paragraphs(section: Section) -> Iterator[Response]:
    """The answers of a paper that holds answers, and tells them neither in a table nor by labels.

    Both halves have to be plain: the recommendation is numbered and worded as one, the answer begins with the word for it.
    """
    for above, below in _answered(section):
        told = answer_in(below.text) or Answer("none")
        yield Response(
            recommendation=OWN_LABEL.sub("", above.text, count=1),
            status=told.status,
            status_text=told.words,
            action=told.rest or None,
            evidence=evidence(_lines(above, below), "respond.paragraph"),
        )


def paragraph_lines(section: Section) -> Iterator[Line]:
    """The lines of those answers, and of the recommendations above them: they were made elsewhere."""
    return (line for above, below in _answered(section) for line in _lines(above, below))


def _answered(section: Section) -> Iterator[tuple[Passage, Passage]]:
    if section.kind in ANSWERING:
        for above, below in pairwise(paragraphs(section.lines)):
            told = answer_in(below.text)
            if told and told.words is not None and _recommends(above) and below.rows[0].label is None:
                yield above, below


def _lines(*passages: Passage) -> list[Line]:
    return [line for passage in passages for line in passage.between(0, len(passage.text))]


def _recommends(passage: Passage) -> bool:
    return passage.rows[0].label is not None and is_recommendation(passage.text)
