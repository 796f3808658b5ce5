"""What becomes of things: responses to recommendations, actions that are followed up, business that is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct
from rich.console import RenderableType

from agendapack import words
from agendapack.exports.rows import Place, action_lists, deadline_lists, planned_lists, response_lists
from agendapack.printable import printable
from agendapack.render.lists import ADDRESSEE_WIDTH, Shape, headings, page
from agendapack.render.parts import BAD, GOOD, NOTICE, QUIET, safe, safe_lines, under

if TYPE_CHECKING:
    from agendapack.records import Action, AgendaPack, Deadline, Planned, Response

_STATUS_STYLES = {"accepted": GOOD, "already_actioned": GOOD, "partially_accepted": NOTICE, "rejected": BAD, "none": QUIET}

R = TypeVar("R", bound="Response | Action | Planned | Deadline")


class _Column(Struct, Generic[R], frozen=True, dict=True):
    """A column: its head and what stands in it. A `wide` one shares what room is left; one that is empty is left out."""

    head: str
    says: Callable[[R], str | None]
    wide: bool = False
    style: Callable[[R], str] = lambda _: ""
    beneath: Callable[[R], str | None] = lambda _: None


def responses(pack: AgendaPack) -> Iterator[RenderableType]:
    """The answers to recommendations of scrutiny."""
    yield from _table(
        response_lists(pack),
        _Column["Response"]("Recommendation", lambda each: each.recommendation, wide=True),
        _Column["Response"]("Answer", lambda each: words.kind(each.status), style=lambda each: _STATUS_STYLES[each.status]),
        _Column["Response"]("Action", lambda each: each.action, wide=True, beneath=_who_and_when),
        _Column["Response"]("Update", lambda each: words.since(each.state, each.update), wide=True),
    )


def actions(pack: AgendaPack) -> Iterator[RenderableType]:
    """The actions that are followed up."""
    yield from _table(
        action_lists(pack),
        _Column["Action"]("Action", lambda each: each.text, wide=True, beneath=_who_and_when),
        _Column["Action"]("Status", lambda each: each.status_text),
        _Column["Action"]("Update", lambda each: each.update, wide=True),
    )


def planned(pack: AgendaPack) -> Iterator[RenderableType]:
    """What is planned, and when."""
    yield from _table(
        planned_lists(pack),
        _Column["Planned"]("Business", lambda each: each.topic, wide=True, beneath=lambda each: each.reference),
        _Column["Planned"]("When", lambda each: each.date),
        _Column["Planned"]("Decided by", lambda each: each.decision_maker),
        _Column["Planned"]("Lead", lambda each: each.lead),
    )


def deadlines(pack: AgendaPack) -> Iterator[RenderableType]:
    """By when something is due."""
    yield from _table(
        deadline_lists(pack),
        _Column["Deadline"]("Words", lambda each: each.text, wide=True, beneath=lambda each: each.statute),
        _Column["Deadline"](
            "Due",
            lambda each: words.due(each, pack.meeting_date)[0],
            beneath=lambda each: ", ".join(filter(None, (words.due(each, pack.meeting_date)[1], each.period))),
        ),
        _Column["Deadline"]("What", lambda each: words.kind(each.what)),
        _Column["Deadline"]("From", lambda each: each.who),
    )


def _who_and_when(each: Response | Action) -> str | None:
    return ", ".join(filter(None, (each.owner, each.due))) or None


def _table(lists: Iterable[tuple[Place, Sequence[R]]], first: _Column[R], *further: _Column[R]) -> Iterator[RenderableType]:
    """The records under their headings, in columns that all headings share."""
    found = list(lists)
    every = [each for _, records in found for each in records]
    if not every:
        return
    columns: tuple[_Column[R], ...] = (first, *(column for column in further if any(_said(column, each) for each in every)))
    shape = Shape(
        columns=tuple(column.head for column in columns),
        widths=tuple(None if column.wide else _width(column, every) for column in columns),
        paged=any(page(each.evidence) for each in every),
    )
    yield shape.head()
    for heading, (_, records) in zip(headings(found), found, strict=True):
        yield heading
        table = shape.table()
        for number, each in enumerate(records):
            if number:
                table.add_row()
            table.add_row(*(_cell(column, each) for column in columns), *shape.place(each.evidence))
        yield under(table)


def _said(column: _Column[R], each: R) -> bool:
    return bool(column.says(each) or column.beneath(each))


def _width(column: _Column[R], every: Sequence[R]) -> int:
    widest = max(len(printable(column.says(each) or "")) for each in every)
    return max(len(column.head), min(widest, ADDRESSEE_WIDTH))


def _cell(column: _Column[R], each: R) -> RenderableType:
    said, beneath = column.says(each), column.beneath(each)
    return safe_lines((said, column.style(each)), (beneath, QUIET)) if beneath else safe(said, column.style(each))
