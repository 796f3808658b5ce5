"""Actions that a body asked for: the rows of action logs, and of the tables of actions in a tracker of recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.answers import has_words, worded
from agendapack.drafts import OWN_LABEL, Draft, Headed
from agendapack.evidence import evidence
from agendapack.layout import Section
from agendapack.records import Action
from agendapack.stages.parted import parted
from agendapack.stages.respond_labels import followed_actions
from agendapack.stages.trackers import MIXED, TOLD, asked, followed, is_recommendation, said, update

USED = ("number", "meeting", "date", "item", "action", *MIXED, "owner", "due", "reviewed", *TOLD, "comment")
"""The columns whose words are in an action."""


def actions(section: Section) -> tuple[Action, ...]:
    """The actions that a section follows up, in reading order. Minutes give none."""
    if section.where == "minutes":
        return ()
    return tuple(_actions(section)) or tuple(followed_actions(section))


def _actions(section: Section) -> Iterator[Action]:
    for table in followed(section):
        if table.subject.role in ("action", "item", *MIXED):
            yield from (_action(table, draft) for draft in parted(table) if _asks(table, draft))


def _asks(table: Headed, draft: Draft) -> bool:
    text = table.about(draft)
    return has_words(text) and not (table.subject.role in MIXED and is_recommendation(text))


def _action(table: Headed, draft: Draft) -> Action:
    answer, _ = said(table, draft)
    return Action(
        text=OWN_LABEL.sub("", table.about(draft), count=1),
        status=answer.status,
        status_text=answer.words,
        update=update(table, draft) or worded(table.text(draft, "answer")) or worded(table.text(draft, "comment")) or None,
        evidence=evidence(table.lines(draft, *USED), "respond.action"),
        **asked(table, draft),
    )
