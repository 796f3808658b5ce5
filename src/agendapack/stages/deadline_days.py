"""By when something is due: the days and periods that are printed, and the last day of a period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from agendapack.layout import Section
from agendapack.prepared import pattern
from agendapack.records import Nation
from agendapack.stages.dates import DateFound, dates, with_year_from
from agendapack.stages.deadline_words import RULES, Due, places
from agendapack.workdays import working_days_after

ASKING = frozenset({"scrutiny_report", "scrutiny_response", "response_pro_forma"})
"""Kinds of paper in which a duty to answer, however general, is about the recommendations in hand."""
PAST = frozenset({"minutes", "tracker", "work_programme"})
"""Kinds of paper that tell what was asked elsewhere."""
_LONGEST = 200
"""Days after the meeting within which a day without its year is looked for."""
_BEFORE = 60
"""Characters before a day among which stands what makes it a last day."""
_NUMBERS = {
    word: number
    for number, words in (
        *enumerate(("one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1),
        *((14, "fourteen"), (15, "fifteen"), (18, "eighteen"), (20, "twenty"), (21, "twenty-one"), (28, "twenty-eight")),
        *((30, "thirty"), (40, "forty"), (60, "sixty"), (90, "ninety")),
    )
    for word in words.split()
}
_PERIOD = pattern(
    r"(?P<number>[a-z]+(?:[- ]one|[- ]eight)?|\d+)(?: ?\([^)]*\))?[- ](?:calendar |(?P<working>(?:working|business) )?)"
    r"(?P<unit>day|week|month|year)s?"
)


class Meeting(Struct, frozen=True):
    """The meeting for which a paper is published: its day (ISO 8601), the body that meets, and the council's nation."""

    date: str | None = None
    body: str | None = None
    nation: Nation | None = None


class When(Struct, frozen=True):
    """By when: a period as printed, what it runs from, and a day as ISO 8601, each where it is printed."""

    period: str | None
    start: str | None
    date: str | None


class Paper(Struct, frozen=True):
    """A paper as far as its deadlines depend on it.

    `asks`: whether any duty to answer in it is about what it asks. `answered`: whether it holds answers. `requested`: the day on
    which it says that the answer was asked for; its words where they are no day.
    """

    section: Section
    meeting: Meeting
    asks: bool
    answered: bool
    requested: DateFound | str | None

    def computed(self, what: Due, when: When) -> str | None:
        """The last day of a period as ISO 8601; None where it is not certain what it runs from, or how its days are counted."""
        start = self._start(what, when)
        return later(start, when, self.meeting.nation) if start and when.period else None

    def _start(self, what: Due, when: When) -> str | None:
        if when.start and RULES.first("from.meeting", when.start):
            return self.meeting.date
        if when.start and not RULES.first("from.request", when.start):
            return None
        if what == "report":
            return self.meeting.date if not when.start and self.section.kind != "annex" else None
        if self.requested is not None:
            return self.requested.iso if isinstance(self.requested, DateFound) else None
        scrutiny = self.meeting.body is None or RULES.first("scrutiny", self.meeting.body)
        asks = self.section.kind in ("scrutiny_report", "response_pro_forma") and not self.answered
        return self.meeting.date if what == "response" and asks and not scrutiny else None


def paper(section: Section, meeting: Meeting, *, answered: bool) -> Paper:
    """A section with what its deadlines depend on."""
    told = section.where == "front" or section.kind in ASKING | PAST
    asks = told or any(RULES.first("asking", section.lines[at].text) for at in places(section, "asking"))
    texts = (section.lines[at].text for at in places(section, "field.requested"))
    fields = ((text, RULES.first("field.requested", text)) for text in texts)
    printed = next((text[hit.match.end() :] for text, hit in fields if hit), None)
    return Paper(section, meeting, asks, answered, None if printed is None else next(iter(dates(printed)), printed))


def when_due(text: str, meeting: Meeting) -> When | None:
    """By when a text says that something is due; None where it does not say."""
    hit = RULES.first("period", text)
    day = next((iso for found in dates(text) if _is_last(text, found) and (iso := iso_of(found, meeting))), None)
    if hit is None:
        return When(None, None, day) if day else None
    return When(hit["period"], hit["start"], day)


def _is_last(text: str, found: DateFound) -> bool:
    return RULES.first("by", text[max(0, found.start - _BEFORE) : found.start]) is not None


def iso_of(found: DateFound, meeting: Meeting) -> str | None:
    """A day as ISO 8601; one without its year where its weekday proves the year."""
    return found.iso or (with_year_from(found, meeting.date, _LONGEST) if meeting.date else None)


def later(start: str, when: When, nation: Nation | None) -> str | None:
    """The day so many days, working days, weeks, months or years after another; one less where the period begins with that day.

    None where the days are counted in a way that is not certain ("clear" days, days on which schools are open).
    """
    found = _PERIOD.fullmatch((when.period or "").lower())
    if found is None:
        return None
    number = int(found["number"]) if found["number"].isdigit() else _NUMBERS.get(found["number"].replace(" ", "-"))
    if number is None:
        return None
    day = date.fromisoformat(start)
    if found["working"]:
        last = working_days_after(day, number, nation) if found["unit"] == "day" else None
        return last.isoformat() if last and not _begins_with(when) else None
    if found["unit"] in ("day", "week"):
        day += timedelta(days=number * (7 if found["unit"] == "week" else 1))
    else:
        months = day.month - 1 + number * (12 if found["unit"] == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        day = date(year, month, min(day.day, monthrange(year, month)[1]))
    return (day - timedelta(days=1) if _begins_with(when) else day).isoformat()


def _begins_with(when: When) -> bool:
    """Whether the day from which a period runs is the first of its days."""
    return (when.start or "").lower().startswith("beginning")
