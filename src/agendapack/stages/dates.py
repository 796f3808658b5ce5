"""Dates and times as councils print them, read into ISO form.

Nothing is guessed: a date that is not in the calendar, or an hour that could be morning or evening, is not read.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from agendapack import prepared

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr",
            "february feb febuary chwefror",
            "march mar mawrth",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = (
    ("monday", "mon", "llun"),
    ("tuesday", "tues", "tue", "mawrth"),
    ("wednesday", "wed", "mercher"),
    ("thursday", "thurs", "thur", "thu", "iau"),
    ("friday", "fri", "gwener"),
    ("saturday", "sat", "sadwrn"),
    ("sunday", "sun", "sul"),
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted((name for names in _WEEKDAYS for name in names), key=len, reverse=True))
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|ain|eg|fed|af|ydd|il|™|\*))?"
_DASHES = "‐‑‒–—−"

_DAY_FIRST = prepared.pattern(
    rf"(?<![\d/.])(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+(?:day\s+)?of)?[\s,.-]{{0,3}}(?P<month>{_MONTH})\b\.?"
    rf"(?:[\s,.-]{{0,3}}(?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = prepared.pattern(
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_FIGURES = prepared.pattern(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/])"
)
_ISO = prepared.pattern(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_SHORT_YEAR = prepared.pattern(
    rf"(?:(?:{_WEEKDAY})\b[\s,.]*)?(?P<day>\d{{1,2}}){_ORDINAL}[\s-](?P<month>{_MONTH})\b\.?[\s-]?['’]?(?P<year>\d\d)",
    re.IGNORECASE,
)
_NAMED_DAY = prepared.pattern(rf"\b(?P<name>{_WEEKDAY})\b[\s,.]*(?:the\s+)?$", re.IGNORECASE)

_TIME = prepared.pattern(
    r"(?<![\d.:/£])(?P<hour>[01]?\d|2[0-3])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?\s?(?:o['’]?\s?clock,?\s)?(?P<half>[ap]\s?\.?\s?m\b\.?|noon\b|midday\b)"
    r"|(?<![\d.:/£])(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?![\d%]|[.:/]\d|\s?(?:m|k|p)\b)"
    r"|(?<![\d.:/£])(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)\s?(?:hours|hrs)\b"
    r"|\b(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)
_RANGE = prepared.pattern(rf"\s*(?:[-{_DASHES}]|to|until)\s*", re.IGNORECASE)


class DateFound(Struct, frozen=True):
    """A date in a text. `iso` is None where no year is printed; `weekday` counts from Monday 0, None where none is named."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int

    @property
    def iso(self) -> str | None:
        """The date as YYYY-MM-DD."""
        return None if self.year is None else date(self.year, self.month, self.day).isoformat()


class TimeFound(Struct, frozen=True):
    """A time of day in a text as HH:MM. `sure` is False where nothing settles the half of the day."""

    clock: str
    sure: bool
    start: int
    end: int


def dates(text: str) -> tuple[DateFound, ...]:
    """All dates in a text, in order; those without a year only where a weekday is named with them."""
    found: list[DateFound] = []
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _FIGURES, _ISO):
        found.extend(filter(None, (_date(text, match) for match in pattern.finditer(text))))
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[DateFound] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def only_day(text: str) -> str | None:
    """The day that a cell or a field names, ISO 8601; None where it names none or several.

    Where nothing but a date can stand, the year may have two figures ("15 Apr 31"): in a sentence they might be anything.
    """
    short = _SHORT_YEAR.fullmatch(text.strip())
    found = tuple(filter(None, (_date(text.strip(), short),))) if short else dates(text)
    return found[0].iso if len(found) == 1 else None


def first_date(text: str) -> DateFound | None:
    """The first date of a text that is printed with its year."""
    return next((hit for hit in dates(text) if hit.iso), None)


def times(text: str) -> tuple[TimeFound, ...]:
    """All times of day in a text, in order. In a range the half of the day printed at its end counts for its beginning too."""
    dated = [found.span() for pattern in (_FIGURES, _ISO) for found in pattern.finditer(text)]
    matches = [
        match for match in _TIME.finditer(text) if not any(start < match.end() and match.start() < end for start, end in dated)
    ]
    found: list[TimeFound] = []
    for at, match in enumerate(matches):
        half = _half(match)
        if half is None and at + 1 < len(matches) and _range_between(text, match, matches[at + 1]):
            half = _half_of_start(match, matches[at + 1])
        clock = _clock(match, half)
        if clock is not None:
            found.append(TimeFound(clock, half is not None or _unmistakable(match), match.start(), match.end()))
    return tuple(found)


def first_time(text: str) -> str | None:
    """The first time of a text that leaves no doubt about the half of the day, as HH:MM."""
    return next((hit.clock for hit in times(text) if hit.sure), None)


def only_time(text: str) -> str | None:
    """The time, as HH:MM, of a text that is nothing but a time or a range of times ("10.10", "(2.00pm - 2.30pm)")."""
    found = times(text)
    if not found:
        return None
    rest = text
    for hit in reversed(found):
        rest = rest[: hit.start] + rest[hit.end :]
    if re.sub(rf"[\s()\[\]*,.:{_DASHES}-]|\b(?:to|at|approx|hrs|hours)\b", "", rest, flags=re.IGNORECASE):
        return None
    return found[0].clock


def later_in_the_day(clock: str, start: str | None) -> str:
    """A time without am or pm, moved to the afternoon where the meeting would otherwise not have begun ("2.10" after "10:00")."""
    hour, minute = (int(part) for part in clock.split(":"))
    begins = int(start.split(":")[0]) if start else 8
    return f"{hour + 12:02d}:{minute:02d}" if hour < begins and hour + 12 < 24 else clock


def with_year_from(hit: DateFound, other: str, within: int = 60) -> str | None:
    """The ISO date of one without a year, from another date of the same paper at most so many days before, where the weekday
    proves the year."""
    year = int(other[:4])
    for candidate in (year, year + 1):
        try:
            full = date(candidate, hit.month, hit.day)
        except ValueError:
            continue
        if hit.weekday is not None and full.weekday() == hit.weekday and 0 <= (full - date.fromisoformat(other)).days <= within:
            return full.isoformat()
    return None


_BEFORE = 60
"""Letters before a date in which the day of the week is looked for: it stands right before it."""


def _date(text: str, match: re.Match[str]) -> DateFound | None:
    printed = match["month"]
    month = int(printed) if printed.isdigit() else _MONTHS[printed.lower()]
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    try:
        date(year or 2000, month, int(match["day"]))
    except ValueError:
        return None
    named = _NAMED_DAY.search(text, max(0, match.start() - _BEFORE), match.start())
    weekday = next(n for n, names in enumerate(_WEEKDAYS) if named["name"].lower() in names) if named else None
    if year is None and weekday is None:
        return None
    return DateFound(int(match["day"]), month, year, weekday, named.start() if named else match.start(), match.end())


def _half(match: re.Match[str]) -> str | None:
    """ "a", "p" or "noon"; None where not printed."""
    if match["noon"]:
        return "noon"
    half = match["half"]
    if half is None:
        return None
    return "noon" if half.lower() in ("noon", "midday") else half[0].lower()


def _half_of_start(match: re.Match[str], end: re.Match[str]) -> str | None:
    half = _half(end)
    if half != "p":
        return "a" if half == "noon" else half
    begins, ends = int(match["hour24"] or 12) % 12, int(end["hour"] or 0) % 12
    return "p" if begins <= ends else "a"


def _range_between(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    return _RANGE.fullmatch(text, first.end(), second.start()) is not None


def _unmistakable(match: re.Match[str]) -> bool:
    """A 24-hour figure, or an hour at which meetings begin in the morning only."""
    if match["hours"]:
        return True
    return match["hour24"] is not None and (int(match["hour24"]) >= 8 or match["hour24"].startswith("0"))


def _clock(match: re.Match[str], half: str | None) -> str | None:
    if match["noon"]:
        return "12:00"
    hour = int(match["hour"] or match["hour24"] or match["hours"])
    minute = int(match["minute"] or match["minute24"] or match["minutes"] or 0)
    if half == "noon":
        if hour != 12:
            return f"{hour:02d}:{minute:02d}" if hour < 12 else None
    elif half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"
