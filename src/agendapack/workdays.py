"""Working days: Mondays to Fridays that are no bank holiday in the council's nation.

The bank holidays are kept here rather than taken from a library of every country's calendars: they are few and set by law, and a
record may not change because such a library was released anew. What a later proclamation moves or adds is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from agendapack.records import Nation

_DAY = timedelta(days=1)
_SATURDAY = 5

_FIXED: dict[Nation, tuple[tuple[int, int], ...]] = {
    "England": ((1, 1), (12, 25), (12, 26)),
    "Wales": ((1, 1), (12, 25), (12, 26)),
    "Northern Ireland": ((1, 1), (3, 17), (7, 12), (12, 25), (12, 26)),
}
"""Month and day of the holidays that have a date. One that falls on a weekend is kept on the next working day. Scotland is left
out: each of its councils sets days of its own."""

_MOVED: dict[date, date | None] = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Bank holidays that a proclamation moved: for jubilees, and to the anniversary of the end of the war in Europe."""

_ADDED = frozenset({date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)})
"""Bank holidays of one year alone: a royal wedding, two jubilees, a funeral and a coronation."""


def working_days_after(start: date, number: int, nation: Nation | None) -> date | None:
    """The last of so many working days after a day, which is not counted itself; None where nobody can tell which days are."""
    if nation not in _FIXED:
        return None
    day = start
    while number:
        day += _DAY
        number -= _works(day, nation)
    return day


def _works(day: date, nation: Nation) -> bool:
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year, nation)


@lru_cache(maxsize=64)
def bank_holidays(year: int, nation: Nation) -> frozenset[date]:
    """The bank holidays of a year, on the days on which they are kept. Scotland has none here: each council sets its own."""
    if nation not in _FIXED:
        return frozenset()
    found = {_MOVED.get(day) or day for day in _by_weekday(year)} | {day for day in _ADDED if day.year == year}
    for month, number in _FIXED[nation]:
        day = date(year, month, number)
        while day.weekday() >= _SATURDAY or day in found:
            day += _DAY
        found.add(day)
    return frozenset(found)


def _by_weekday(year: int) -> Iterator[date]:
    """Good Friday, Easter Monday, the first and the last Monday of May, the last of August."""
    yield easter(year) - 2 * _DAY
    yield easter(year) + _DAY
    yield _monday_from(date(year, 5, 1))
    yield _monday_from(date(year, 5, 25))
    yield _monday_from(date(year, 8, 25))


def _monday_from(day: date) -> date:
    return day + _DAY * (-day.weekday() % 7)
