"""Answers to scrutiny recommendations: the rows of a response pro forma or tracker, and answers labelled in running text.

A table is taken only where its heads say that one column holds recommendations and another the answers to them. What cannot
be told is left alone: no row is guessed from its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.answers import answer_in, has_words, worded
from agendapack.evidence import evidence
from agendapack.headed import OWN_LABEL, Draft, Headed, tables
from agendapack.layout import Section
from agendapack.records import Response
from agendapack.stages.respond_labels import from_labels
from agendapack.stages.trackers import TOLD, asked, heads, is_recommendation, said

USED = ("number", "meeting", "date", "item", "recommendation", "either", "owner", "due", "reviewed", *TOLD, "action", "comment")
"""The columns whose words are in a response."""


def respond(section: Section) -> tuple[Response, ...]:
    """The answers to recommendations in a section, in reading order. Minutes give none."""
    if section.where == "minutes":
        return ()
    return tuple(_from_tables(section)) or tuple(from_labels(section))


def _from_tables(section: Section) -> Iterator[Response]:
    for table in tables(section, heads(section)):
        if table.subject.role in ("recommendation", "either"):
            yield from _responses(table)


def _responses(table: Headed) -> Iterator[Response]:
    drafts = [draft for draft in table.rows if has_words(table.about(draft))]
    if table.columns.table is None:
        drafts = [draft for draft in drafts if table.text(draft, *TOLD, "action", "comment")]
    if not table.subject.sure and not _mostly_answers(table, drafts):
        return
    for draft in drafts:
        if table.subject.role == "recommendation" or is_recommendation(table.about(draft)):
            yield _response(table, draft)


def _mostly_answers(table: Headed, drafts: list[Draft]) -> bool:
    """Whether the cells of the column for progress begin with the words of an answer more often than not."""
    told = [text for draft in drafts if (text := table.text(draft, "progress") or table.text(draft, "state"))]
    return bool(told) and sum(answer_in(text) is not None for text in told) * 2 >= len(told)


def _response(table: Headed, draft: Draft) -> Response:
    answer = said(table, draft)
    words = worded(table.text(draft, "answer") or table.text(draft, "progress"))
    told = answer_in(words) if words else None
    beside = worded(table.text(draft, "action")) or worded(table.text(draft, "comment"))
    return Response(
        recommendation=OWN_LABEL.sub("", table.about(draft), count=1),
        status=answer.status,
        status_text=answer.words,
        action=beside or (told.rest if told else words) or answer.rest or None,
        evidence=evidence(table.lines(draft, *USED), "respond.table"),
        **asked(table, draft),
    )
