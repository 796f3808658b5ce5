"""A calendar of what is due: one whole-day entry for each answer or action that is still to come, as RFC 5545 has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from agendapack import words
from agendapack.due import due
from agendapack.exports import View
from agendapack.exports.rows import deadline_lists
from agendapack.printable import printable
from agendapack.track import Tracked

if TYPE_CHECKING:
    from agendapack.records import AgendaPack

SUMMARY = 70
"""Letters of a text that a calendar has room for."""


def calendar(tracked: Sequence[Tracked], as_of: date) -> str:
    """What is due of the recommendations that were tracked. An entry keeps its id from day to day, so that a calendar that is fed
    again brings it up to date."""
    return _written("Recommendations of scrutiny", (_of_tracked(each, day, as_of) for each in tracked if (day := _day(each.due))))


def write(pack: AgendaPack, view: View) -> str:
    """The deadlines of a pack. The entries are stamped with the day of the meeting: the same pack gives the same bytes."""
    assert view == "deadlines"
    stamp = _day(pack.meeting_date)
    return _written(words.meeting(pack), _of_deadlines(pack, stamp))


def _written(name: str, entries: Iterable[Event]) -> str:
    found = Calendar()
    found.add("prodid", "-//agendapack//recommendations//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", printable(name))
    for each in entries:
        found.add_component(each)
    return bytes(found.to_ical()).decode("utf-8")


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def _of_tracked(each: Tracked, day: date, as_of: date) -> Event:
    said = f"{'Overdue' if each.overdue else 'Due'}: {each.due_for}: "
    return _entry(f"{each.id}-{each.due_for}", day, as_of, said + _short(each.text), _description(each))


def _of_deadlines(pack: AgendaPack, stamp: date | None) -> Iterator[Event]:
    for place, deadlines in deadline_lists(pack):
        for each in deadlines:
            found = due(each, pack.meeting_date)
            if found and (day := _day(found.day)):
                title = (place.report and place.report.title) or (place.item and place.item.title) or ""
                said = [each.text, title, words.instead(found.printed), each.statute or ""]
                said.append(f"Printed: {words.where(pack.source.file, None, None)}, {words.place(each.evidence)}")
                summary = f"Due: {words.kind(each.what)}{f' from {each.who}' if each.who else ''}: {_short(title)}"
                uid = f"{pack.source.sha256[:12]}-{each.id.replace('/', '-')}"
                yield _entry(uid, day, stamp or day, summary, [line for line in said if line])


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= SUMMARY else shown[: SUMMARY - 1].rstrip() + "…"


def _entry(uid: str, day: date, stamp: date, summary: str, description: Sequence[str]) -> Event:
    entry = Event()
    entry.add("uid", f"{uid}@agendapack")
    entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", printable(summary))
    entry.add("description", "\n".join(printable(line) for line in description))
    return entry


def _description(each: Tracked) -> list[str]:
    made = ", ".join(filter(None, ("; ".join(each.made_by), words.day(each.made_on))))
    lines = [each.text, f"Made by: {made}" if made else "", f"To: {each.addressee}" if each.addressee else ""]
    lines.append(f"Printed: {words.where(each.made_at.file, each.made_at.sheet, each.made_at.printed_page)}")
    lines.append(words.instead(each.due_instead_of))
    if each.answer:
        lines.append(f"Answer: {each.answer.words or words.kind(each.answer.status)}")
        lines += [f"Action: {each.answer.action}"] if each.answer.action else []
        lines += [f"By: {each.answer.owner}"] if each.answer.owner else []
        said = words.since(each.answer.state, each.answer.update)
        lines += [f"Since: {said}"] if said else []
    return [line for line in lines if line]
