"""What became of each recommendation, for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from agendapack import words
from agendapack.printable import printable
from agendapack.track import Place, Tracked

STYLES = {"accepted": "green", "already_actioned": "green", "partially_accepted": "yellow", "rejected": "red", "none": "bold"}
_ANSWER_WIDTH, _PLACE_WIDTH = 18, 24


def table(tracked: Sequence[Tracked]) -> RenderableType | None:
    """The recommendations, the unanswered first; None where there are none."""
    if not tracked:
        return None
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    grid.add_column("Answer", max_width=_ANSWER_WIDTH, overflow="fold")
    grid.add_column("Recommendation", ratio=1, overflow="fold")
    grid.add_column("Where", max_width=_PLACE_WIDTH, overflow="fold")
    for number, each in enumerate(tracked):
        if number:
            grid.add_row()
        grid.add_row(_answer(each), _said(each), _where(each))
    return grid


def _text(value: str | None, style: str = "") -> Text:
    return Text(printable(value or ""), style)


def _answer(each: Tracked) -> RenderableType:
    said = words.answer(each.status, each.answer.words if each.answer else None)
    lines = [_text(said, STYLES[each.status])]
    if each.due:
        lines.append(_text(f"{'overdue:' if each.overdue else 'due'} {each.due}", "red" if each.overdue else ""))
        lines.append(_text(words.instead(each.due_instead_of), "dim"))
    elif each.answer and each.answer.due:
        lines.append(_text(each.answer.due))
    return Group(*(line for line in lines if line.plain))


def _said(each: Tracked) -> RenderableType:
    made = ", ".join(
        filter(None, ("; ".join(each.made_by), words.day(each.made_on), f"to {each.addressee}" if each.addressee else ""))
    )
    lines = [
        Text.assemble((printable(each.label) + "  ", "bold") if each.label else "", printable(each.text)),
        _text(made, "dim"),
    ]
    if each.answer and each.answer.action:
        lines.append(_text("→ " + each.answer.action))
    if each.answer and each.answer.owner:
        lines.append(_text("by " + each.answer.owner, "dim"))
    if each.answer:
        lines.append(_text(words.since(each.answer.state, each.answer.update), "dim"))
    return Group(*(line for line in lines if line.plain))


def _where(each: Tracked) -> RenderableType:
    places: dict[str, list[Place]] = {}
    for place in dict.fromkeys((each.made_at, *(mention.place for mention in each.mentions))):
        places.setdefault(place.file, []).append(place)
    return Group(*(_text(f"{file} {', '.join(str(place.sheet) for place in some)}", "dim") for file, some in places.items()))
