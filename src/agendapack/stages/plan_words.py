"""What plans print over and over: papers that are plans, dates that stand by themselves, marks before entries."""

from __future__ import annotations

from agendapack.layout import BULLETS, Line
from agendapack.prepared import pattern
from agendapack.rules import InForce, load
from agendapack.stages.dates import only_day

RULES = InForce("plan")

BULLET = pattern(rf"^[{BULLETS}*–-]\s*(?=\S)")


def is_plan(text: str) -> bool:
    """Whether a title or a heading says that what is beneath it is a plan of what comes next."""
    return load("plan").may_match(("above.plan",), text) and RULES.first("above.plan", text) is not None


def heads_plan(line: Line) -> bool:
    """Whether a line does: in one of its columns, for heads side by side ("Date of meeting | Agenda item") make no phrase."""
    return any(is_plan(cell.text) for cell in line.cells)


def when(text: str) -> tuple[str | None, str] | None:
    """Who meets, where that is said, and when, of a text that is nothing else; None of any other."""
    hit = RULES.first("line.when", text)
    return (hit["maker"], hit["when"] or "") if hit else None


def day(text: str) -> str | None:
    """The day that a text names, ISO 8601; None where it names none or several, or one by or after which it is to be."""
    return None if RULES.first("not-on-day", text) else only_day(text)
