"""On which day something is due, where the pack prints a day, a period, or both and they contradict each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from agendapack.records import Deadline


LATE = 14
"""Days by which a printed day may lie after the end of the period that a paper gives: the request may follow the meeting."""


class Due(NamedTuple):
    """A day on which something is due, ISO 8601, and the printed day that it stands instead of."""

    day: str
    printed: str | None = None


def due(deadline: Deadline, meeting: str | None) -> Due | None:
    """The day of a deadline: the printed one, unless the period that the paper gives contradicts it, else the computed one.

    `meeting` is the day of the meeting for which the paper is published.
    """
    if deadline.date and deadline.computed and contradicted(deadline, meeting):
        return Due(deadline.computed, deadline.date)
    day = deadline.date or deadline.computed
    return Due(day) if day else None


def contradicted(deadline: Deadline, meeting: str | None) -> str | None:
    """What speaks against the printed day of a deadline, in words; None where nothing does."""
    if deadline.computed is None or deadline.date is None:
        return None
    ends = f"{deadline.period} end on {deadline.computed}"
    if meeting and deadline.date < meeting < deadline.computed:
        return f"the meeting is on {meeting}, and {ends}"
    late = date.fromisoformat(deadline.date) - date.fromisoformat(deadline.computed)
    return ends if late.days > LATE else None
