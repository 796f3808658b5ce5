"""Answers to scrutiny recommendations: the rows of a response pro forma or tracker, and answers labelled in running text.

A table is taken only where its heads say that one column holds recommendations and another the answers to them. What cannot
be told is left alone: no row is guessed from its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agendapack.answers import answer_in, has_words, worded
from agendapack.drafts import OWN_LABEL, Draft, Headed
from agendapack.evidence import evidence
from agendapack.heads import Subject
from agendapack.layout import Section
from agendapack.numbered import numbers
from agendapack.records import Response
from agendapack.stages.respond_labels import from_labels
from agendapack.stages.respond_prose import from_paragraphs
from agendapack.stages.trackers import MIXED, TOLD, asked, followed, is_recommendation, said, state, update

BANDED = Subject("banner", sure=False)
"""The subject of a table of what is done about the recommendation above it."""

USED = ("number", "meeting", "date", "item", "recommendation", *MIXED, "owner", "due", "reviewed", *TOLD, "action", "comment")
"""The columns whose words are in a response."""


def respond(section: Section) -> tuple[Response, ...]:
    """The answers to recommendations in a section, in reading order. Minutes give none."""
    if section.where == "minutes":
        return ()
    tables = followed(section)
    banded = [table for table in tables if table.subject == BANDED]
    return (
        tuple(_from_tables([table for table in tables if table.subject != BANDED]))
        or tuple(from_labels(section))
        or tuple(_from_tables(banded))
        or tuple(from_paragraphs(section))
    )


def _from_tables(tables: Iterable[Headed]) -> Iterator[Response]:
    for table in tables:
        if table.subject.role in ("recommendation", "number", "banner", *MIXED):
            yield from _responses(table)


def _responses(table: Headed) -> Iterator[Response]:
    drafts = [draft for draft in table.rows if has_words(table.about(draft))]
    if table.columns.table is None:
        drafts = [draft for draft in drafts if table.text(draft, *TOLD, "action", "comment")]
    if not table.subject.sure and table.subject != BANDED and not _mostly_answers(table, drafts):
        return
    yield from (_response(table, draft) for draft in drafts if _is_wanted(table.subject.role, table.about(draft)))


def _is_wanted(role: str, text: str) -> bool:
    """Whether a row is about a recommendation: in a table for them all are, but a bare number has to be one."""
    return role == "recommendation" or (bool(numbers(text)) if role == "number" else is_recommendation(text))


def _mostly_answers(table: Headed, drafts: list[Draft]) -> bool:
    """Whether the cells of the column for progress begin with the words of an answer more often than not."""
    told = [text for draft in drafts if (text := table.text(draft, "progress") or table.text(draft, "state"))]
    return bool(told) and sum(answer_in(text) is not None for text in told) * 2 >= len(told)


def _beside_answer(text: str) -> str:
    """An update without the word of the answer with which it begins."""
    told = answer_in(text) if text else None
    return told.rest if told else text


def _response(table: Headed, draft: Draft) -> Response:
    answer, where = said(table, draft)
    words = worded(table.text(draft, "answer", *(role for role in MIXED if role != table.subject.role)))
    told = answer_in(words) if words else None
    told_there = where == "progress" or (where == "state" and not table.text(draft, "progress"))
    since = "" if told_there else _beside_answer(update(table, draft))
    ways = (
        worded(table.text(draft, "action")),
        worded(table.text(draft, "comment")),
        told.rest if told else words,
        answer.rest,
        since,
    )
    action = next(filter(None, ways), None)
    return Response(
        recommendation=OWN_LABEL.sub("", table.about(draft), count=1),
        status=answer.status,
        status_text=answer.words,
        action=action,
        update=since if since and since != action else None,
        state=state(table, draft) if where not in (None, "state") else None,
        evidence=evidence(table.lines(draft, *USED), "respond.table"),
        **asked(table, draft),
    )
