"""Where a meeting is held, from the lines of a front sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack import rules
from agendapack.layout import Line, join
from agendapack.prepared import pattern
from agendapack.stages import dates
from agendapack.stages.facts import OPEN, TOP, Fact, around, field, of_another_meeting, row_of

_IN = pattern(r"[\s,]*(?:in|at) ", re.IGNORECASE)
_IN_THE = pattern(r"[\s,]*(?:in|at) the ", re.IGNORECASE)
_AWAITS = pattern(r"(?::|\b(?:in|at|the))$", re.IGNORECASE)
"""How a line ends that names the place in the next one, however far below."""
_TO_THE_DAY = pattern(r"[\s,]+on(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?$", re.IGNORECASE)
"""What leads from a place to the day, which stands behind it or on the next line."""
_OTHER = pattern(r"@|^[\w ()/-]{2,30}:(?:\s|$)")
"""What a line has that holds an address or a field, and goes on with no sentence."""
_SHORT = 60.0
"""Points by which a line falls short of the next one where its sentence ended before the column did."""
_APART = 1.75
"""Type sizes from line to line beyond which a line stands apart from the next one."""
_PARAGRAPH = 2.0
"""Type sizes between the day or the hour and the place, where each is a paragraph of its own."""


def venue(lines: Sequence[Line], day: Fact | None, body: Fact | None) -> Fact | None:
    """The place of the meeting as printed."""
    table = rules.load("front")
    for at, line in enumerate(lines[:TOP]):
        for n, cell in enumerate(line.cells):
            hit = table.first("venue_field", cell.text)
            if hit and (hit["value"] is not None or n + 1 < len(line.cells)):
                text, value = field(lines, at, n, hit["value"] or "")
                if table.first("venue_words", text):
                    return Fact(text, value, hit.rule)
    if day and day.lines:
        at = row_of(lines, day.lines[0])
        called = range(max(0, at - 2), at + 1) if table.first("calls", around(lines, at)) else range(0)
        if found := _venue_told(lines, called) or _venue_under(lines, day.lines):
            return found
    if found := _venue_told(lines, range(TOP)):
        return found
    if day and day.lines and (found := _venue_above(lines, day.lines[0], body) or _venue_before(day.lines[0], body)):
        return found
    return _venue_under(lines, body.lines[-1:]) if body and body.lines and not (day and day.lines) else None


def _venue_told(lines: Sequence[Line], rows: range) -> Fact | None:
    """The place in a sentence that calls the meeting and begins in one of these rows."""
    table = rules.load("front")
    for at in rows[: len(lines)]:
        near = _sentence(lines[at : at + 3])
        hit = table.first("venue_sentence", join(near))
        if hit is None or of_another_meeting(join(lines[max(0, at - 1) : at + 1])):
            continue
        named = table.first("venue_words", hit["value"] or "") or _follows_clock(join(near), hit)
        if named and hit.match.start() < len(near[0].text):
            return Fact(_trim_venue(hit["value"] or ""), tuple(near), hit.rule)
    return None


def _follows_clock(text: str, hit: rules.Hit) -> bool:
    """Whether a place stands right behind the day or the time at which the meeting is called, whatever the place is called."""
    before = text[: hit.match.start("value")]
    ends = [*(day.end for day in dates.dates(before)), *(clock.end for clock in dates.times(before))]
    named = (hit["value"] or "").startswith("The ")
    return bool(ends) and (_IN if named else _IN_THE).fullmatch(before[max(ends) :]) is not None


def _sentence(lines: Sequence[Line]) -> Sequence[Line]:
    """The first of some lines with those that go on with its sentence: close beneath it, after a line that fills its column."""
    for at, (above, below) in enumerate(pairwise(lines), 1):
        apart = below.sheet != above.sheet or below.box.top - above.box.bottom > 0.6 * below.size
        short = below.box.x1 > above.box.x1 + _SHORT and not OPEN.search(above.text)
        begins = below.text[:1].isupper() and not _AWAITS.search(above.text)
        if begins and (apart or short or above.text.endswith(".") or _OTHER.search(below.text)):
            return lines[:at]
    return lines


def _venue_under(lines: Sequence[Line], source: tuple[Line, ...]) -> Fact | None:
    """What stands behind the date (or the body) and under it in its own column, as far as it goes on naming a place."""
    line = source[-1]
    parts: list[str] = []
    taken: list[Line] = []
    column = list(_column_under(lines, line))
    if tail := _behind_date(join(source) if len(line.cells) == 1 else line.cells[0].text, column[0].text if column else ""):
        parts, taken = [tail], list(source) if len(line.cells) == 1 else [line.cells[0]]
    for cell in column:
        if taken and parts[-1] != tail and (cell.bold != taken[-1].bold or abs(cell.size - taken[-1].size) > 0.5):
            break
        text = _before("behind_place", cell.text)
        if (parts and parts[-1].endswith(".")) or rules.load("front").first("no_place", text) or _opens_list(text):
            break
        if parts or rules.load("front").first("venue_words", text):
            parts.append(text)
            taken.append(cell)
        elif dates.only_time(text) is None and not text.startswith("(") and not text.endswith(")"):
            break
    text = _trim_venue(" ".join(parts))
    return Fact(text, tuple(taken), "front.venue-beneath") if text else None


def _venue_above(lines: Sequence[Line], day: Line, body: Fact | None) -> Fact | None:
    """The line right above the date, set as it is, where it names a place and not the body."""
    at = row_of(lines, day)
    if not 0 < at < len(lines):
        return None
    line = lines[at - 1]
    close = day.box.top - line.box.top <= _APART * day.size and line.sheet == day.sheet
    alike = line.bold == day.bold and abs(line.size - day.size) <= 0.5 and len(line.cells) == 1
    place = rules.load("front").first("venue_words", line.text) and not rules.load("front").first("no_place", line.text)
    named = body is not None and line in body.lines
    broken_off = _AWAITS.search(line.text) is not None
    told = close and alike and place and not named and not broken_off
    return Fact(_trim_venue(line.text), (line,), "front.venue-above") if told else None


def _behind_date(text: str, below: str) -> str:
    """What stands behind a line's date and time where it names a place, or begins one that goes on `below`; else empty."""
    hits = dates.dates(text)
    tail = text[hits[-1].end :] if hits else ""
    clocks = dates.times(tail)
    tail = tail[clocks[-1].end :] if clocks else tail
    place = re.sub(r"^[\s,–—-]*(?:(?:in|at)\s+(?:the\s+|THE\s+)?)?", "", tail).strip()
    parted = place != tail.strip() and place[:1].isupper()
    words = rules.load("front")
    return place if words.first("venue_words", place) or (parted and words.first("venue_words", below)) else ""


def _column_under(lines: Sequence[Line], line: Line) -> Iterator[Line]:
    """The first cells of the next lines that stand close beneath a line's first cell, flush with it or centred under it."""
    first, before = line.cells[0], line
    for other in lines[row_of(lines, line) + 1 :][:6]:
        cell = other.cells[0]
        under = abs(_middle(cell) - _middle(first)) <= 24 or abs(cell.box.x0 - first.box.x0) <= 8
        if not under and other.box.top - before.box.top < 4:
            continue
        room = _PARAGRAPH if before is line or dates.only_time(before.text) else 1.1
        if not under or other.sheet != line.sheet or other.box.top - before.box.bottom > room * other.size:
            return
        yield cell
        before = other


def _opens_list(text: str) -> bool:
    table = rules.load("agenda")
    return any(table.first(means, text) for means in ("list_heading", "open_part", "closed_part"))


def _trim_venue(text: str) -> str:
    """A place as far as its postcode, or without what stands behind a heading that follows it."""
    text = re.sub(r"^(?:(?i:[ap]\.?m\b\.?) )?(?:(?:(?i:in|at) )?(?:the |THE )|(?i:in|at) )", "", " ".join(text.split()))
    text = re.sub(
        r"(?:,? (?:at|from|commencing at|starting at) \d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|hrs|hours)?|"
        r", \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"^(?:venue|place|location)\W+", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"^(?:(?i:meeting) )?(?:to be )?(?:held |commencing |starting )?"
        r"(?:at )?(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?,? )?(?:in|at) (?:the )?(?=[A-Z])",
        "",
        text,
    )
    if match := re.search(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b", text):
        return text[: match.end()]
    if days := dates.dates(text):
        text = text[: days[0].start]
    return _TO_THE_DAY.sub("", _before("heading_behind_place", text).strip(" ,.;"))


def _venue_before(day: Line, body: Fact | None) -> Fact | None:
    """The place that opens the line of the date, with nothing between them but a comma or a dash."""
    hits = dates.dates(day.text)
    text = day.text[: hits[0].start].rstrip(" ,–—-") if hits else ""
    table = rules.load("front")
    place = text[:1].isupper() and table.first("place_alone", text) and not table.first("no_place", text)
    named = body is not None and day in body.lines
    return Fact(_trim_venue(text), (day,), "front.venue-before") if place and not named else None


def _before(means: str, text: str) -> str:
    """A text as far as the first thing of a meaning begins in it."""
    return text[: min((hit.match.start() for hit in rules.load("front").all(means, text)), default=len(text))]


def _middle(line: Line) -> float:
    return (line.box.x0 + line.box.x1) / 2
