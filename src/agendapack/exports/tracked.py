"""What became of each recommendation, for other programs and other eyes: a table, JSON, a page of its own, a calendar."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

from agendapack import words
from agendapack.exports import csv
from agendapack.exports.rows import Value
from agendapack.printable import escape_json
from agendapack.track import Answer, Place, Tracked

TrackedFormat = Literal["json", "csv", "html", "ics"]

COLUMNS = (
    *(
        "id",
        "status",
        "due",
        "due_for",
        "due_instead_of",
        "overdue",
        "closed",
        "council",
        "made_on",
        "made_by",
        "addressee",
        "label",
        "text",
    ),
    *("made_file", "made_sheet", "made_page", "due_file", "due_sheet"),
    *("answer", "answer_date", "action", "owner", "action_due", "state", "update"),
    *("answer_file", "answer_sheet", "answer_page"),
    *("similarity", "mentions"),
)


def write(tracked: Sequence[Tracked], form: str, as_of: date) -> str:
    """The recommendations in one format, by its name. The same recommendations on the same day give the same text."""
    if form not in get_args(TrackedFormat):
        raise ValueError(f"unknown format {form!r}")
    if form == "json":
        return escape_json(json.dumps([each.model_dump(mode="json") for each in tracked], ensure_ascii=False, indent=2)) + "\n"
    if form == "csv":
        return csv.table(COLUMNS, map(row, tracked))
    if form == "html":
        from agendapack.exports import html  # noqa: PLC0415

        return html.page(tracked, as_of)
    from agendapack.exports import ics  # noqa: PLC0415 - the only format that needs a library of its own

    return ics.calendar(tracked, as_of)


def row(each: Tracked) -> dict[str, Value]:
    """A recommendation as one flat row."""
    answer = each.answer
    return {
        "id": each.id,
        "status": each.status,
        "due": each.due,
        "due_for": each.due_for,
        "due_instead_of": each.due_instead_of,
        "overdue": each.overdue,
        "closed": each.closed,
        "council": each.council,
        "made_on": each.made_on,
        "made_by": "; ".join(each.made_by) or None,
        "addressee": each.addressee,
        "label": each.label,
        "text": each.text,
        **_where("made", each.made_at),
        "due_file": each.due_at.file if each.due_at else None,
        "due_sheet": each.due_at.sheet if each.due_at else None,
        "answer": words.answer(each.status, answer.words) if answer else None,
        "answer_date": answer.date if answer else None,
        "action": answer.action if answer else None,
        "owner": answer.owner if answer else None,
        "action_due": _due(answer),
        "state": answer.state if answer else None,
        "update": answer.update if answer else None,
        **_where("answer", answer.place if answer else None),
        "similarity": each.similarity,
        "mentions": "; ".join(f"{mention.place.file} sheet {mention.place.sheet}" for mention in each.mentions),
    }


def _due(answer: Answer | None) -> str | None:
    return (answer.due_date or answer.due) if answer else None


def _where(name: str, place: Place | None) -> dict[str, Value]:
    return {
        f"{name}_file": place.file if place else None,
        f"{name}_sheet": place.sheet if place else None,
        f"{name}_page": place.printed_page if place else None,
    }
