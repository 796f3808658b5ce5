"""A calendar of what is due: one whole-day entry for each answer or action that is still to come, as RFC 5545 has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from agendapack import words
from agendapack.printable import printable
from agendapack.track import Tracked

SUMMARY = 70
"""Letters of a recommendation that a calendar has room for."""


def calendar(tracked: Sequence[Tracked], as_of: date) -> str:
    """The due dates. An entry keeps its id from day to day, so that a calendar that is fed again brings it up to date."""
    found = Calendar()
    found.add("prodid", "-//agendapack//recommendations//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", "Recommendations of scrutiny")
    for each in tracked:
        if day := _day(each.due):
            found.add_component(_entry(each, day, as_of))
    return bytes(found.to_ical()).decode("utf-8")


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def _entry(each: Tracked, day: date, as_of: date) -> Event:
    entry = Event()
    entry.add("uid", f"{each.id}-{each.due_for}@agendapack")
    entry.add("dtstamp", datetime.combine(as_of, time(), UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    text = printable(each.text)
    short = text if len(text) <= SUMMARY else text[: SUMMARY - 1].rstrip() + "…"
    entry.add("summary", f"{'Overdue' if each.overdue else 'Due'}: {each.due_for}: {short}")
    entry.add("description", "\n".join(printable(line) for line in _description(each)))
    return entry


def _description(each: Tracked) -> list[str]:
    made = ", ".join(filter(None, ("; ".join(each.made_by), words.day(each.made_on))))
    lines = [each.text, f"Made by: {made}" if made else "", f"To: {each.addressee}" if each.addressee else ""]
    lines.append(f"Printed: {words.where(each.made_at.file, each.made_at.sheet, each.made_at.printed_page)}")
    if each.answer:
        lines.append(f"Answer: {each.answer.words or words.kind(each.answer.status)}")
        lines += [f"Action: {each.answer.action}"] if each.answer.action else []
        lines += [f"By: {each.answer.owner}"] if each.answer.owner else []
        said = words.since(each.answer.state, each.answer.update)
        lines += [f"Since: {said}"] if said else []
    return [line for line in lines if line]
