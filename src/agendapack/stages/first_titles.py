"""Titles without numbers above the first that meetings usually have ("Summons", "Prayers", above "Apologies")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agendapack import rules
from agendapack.layout import Line
from agendapack.stages import dates


def above(lines: Sequence[Line], usual: int, alike: Callable[[Line], bool], strong: Callable[[Line], bool]) -> list[int]:
    """The lines above the first `usual` title that are set as it is, down from the last that speaks of the meeting itself.

    A letterhead may be set as titles are, so there are none where nothing tells where it ends.
    """
    found: list[int] = []
    for at in range(usual - 1, -1, -1):
        line = lines[at]
        speaks = _speaks(line)
        if alike(line) and not speaks and not _of_the_meeting(line) and _one_field(line, lines[usual]):
            found.insert(0, at)
        elif speaks or strong(line):
            return found
    return []


def tells_of_the_house(line: Line) -> bool:
    """Whether a line heads a notice on the building, or on how to take part: above the first usual title it is no business."""
    agenda = rules.load("agenda")
    return any(agenda.first(means, line.text) for means in ("house", "after_list"))


def _of_the_meeting(line: Line) -> bool:
    return rules.load("agenda").first("of_the_meeting", line.text) is not None


def _speaks(line: Line) -> bool:
    """Whether a line is of the front matter: it says what the paper is, when the meeting is, who is called or was there."""
    front, agenda = rules.load("front"), rules.load("agenda")
    return (
        bool(dates.dates(line.text))
        or any(front.first(means, line.text) for means in ("summons", "minutes", "present", "attendance"))
        or any(agenda.first(means, line.text) for means in ("list_heading", "aside", "after_list", "house"))
    )


def _one_field(line: Line, usual: Line) -> bool:
    """Whether a colon ends the bold words of both lines or of neither: a lone "Public:" is a field of the head."""
    ends = [each.spans[0].text.rstrip().endswith(":") if each.spans else False for each in (line, usual)]
    return ends[0] == ends[1]
