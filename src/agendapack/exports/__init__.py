"""Records as text for other programs: one module for each format, one function in each.

Each is `write(pack, view) -> str`: the whole of one view of a pack, ending with a line break.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from agendapack.records import AgendaPack


View = Literal["items", "recs", "contacts", "responses", "actions", "planned", "deadlines", "decisions", "reasons"]
"""What of a pack is wanted: its items, recommendations, contacts, responses, actions followed up, business that is planned,
deadlines or decisions, or what all of it rests on."""

Format = Literal["json", "jsonl", "csv", "md"]

CALENDAR = "ics"
"""One more format, for deadlines alone: nothing else in a pack falls on a day."""


def write(pack: AgendaPack, view: View, form: str) -> str:
    """One view of a pack in one format, by the format's name."""
    if form not in get_args(Format) and (form, view) != (CALENDAR, "deadlines"):
        raise ValueError(f"unknown format {form!r} of {view}")
    written = import_module(f"{__name__}.{form}").write(pack, view)
    assert isinstance(written, str)
    return written
