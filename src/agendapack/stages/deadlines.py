"""By when somebody has to answer, report back or object: what a paper says of it, in fields and in sentences.

A sentence counts where it has words for what is due, a day or a period, and is about what the paper itself asks: in the papers
of scrutiny any duty to answer, elsewhere only one that names these very recommendations or stands in one of them. A day by
which something is to be carried out is no deadline: it is part of what is recommended.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from agendapack.evidence import evidence
from agendapack.layout import Line, Section
from agendapack.records import Deadline, Nation, Recommendation
from agendapack.rules import Hit, InForce, load
from agendapack.stages.dates import DateFound, dates, with_year_from
from agendapack.stages.prose import Sentence, sentences
from agendapack.stages.recommend_words import bare, is_body, is_office

_RULES = InForce("deadlines")
Due = Literal["response", "consideration", "reconsideration", "call-in", "report"]

_DUE: dict[Due, str] = {
    "response": "due.response",
    "reconsideration": "due.reconsideration",
    "call-in": "due.call-in",
    "consideration": "due.consideration",
}
"""What can be due by any sentence of a paper, with the words for it; a report only by a recommendation."""
_LABELS: dict[Due, str] = {"response": "field.response", "call-in": "field.call-in"}
_FIELDS = frozenset({"deadlines.field-response", "deadlines.field-call-in"})
_ASKING = frozenset({"scrutiny_report", "scrutiny_response", "response_pro_forma"})
"""Kinds of paper in which a duty to answer, however general, is about the recommendations in hand."""
_PAST = frozenset({"minutes", "tracker", "work_programme"})
"""Kinds of paper that tell what was asked elsewhere."""
_NEAR = 6
"""Rows before and after the words for what is due among which a day or a period can belong to them."""
_AROUND = 30
"""Rows before and after them in which their paragraph begins and ends."""
_BEFORE = 60
"""Characters before a day among which stands what makes it a last day."""
_NATIONS: dict[Nation, str] = {"England": "nation.England", "Wales": "nation.Wales"}
_NUMBERS = {
    word: number
    for number, words in (
        *enumerate(("one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1),
        *((14, "fourteen"), (15, "fifteen"), (18, "eighteen"), (20, "twenty"), (21, "twenty-one"), (28, "twenty-eight")),
        *((30, "thirty"), (40, "forty"), (60, "sixty"), (90, "ninety")),
    )
    for word in words.split()
}
_CONJUNCTION = re.compile(r"^(?:and|or|but)\b ?")
_AND = re.compile(r",? and (?:the )?")
_PERIOD = re.compile(
    r"(?P<number>[a-z]+(?:[- ]one|[- ]eight)?|\d+)(?: ?\([^)]*\))?[- ](?:calendar )?(?P<unit>day|week|month|year)s?"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting for which a paper is published: its day (ISO 8601), the body that meets, and the council's nation."""

    date: str | None = None
    body: str | None = None
    nation: Nation | None = None


@dataclass(frozen=True, slots=True)
class _When:
    """By when: a period as printed, what it runs from, and a day as ISO 8601, each where it is printed."""

    period: str | None
    start: str | None
    date: str | None


def deadlines(
    section: Section, meeting: Meeting, recommendations: Sequence[Recommendation] = (), *, answered: bool = False
) -> tuple[Deadline, ...]:
    """The deadlines that a section states, in reading order.

    Front sheets, minutes and what else tells of things past say only until when a decision can be called in. `answered` tells
    that a paper holds answers: the meeting that it comes to is not the one at which they were asked for.
    """
    reckoned = _Reckoner(section, meeting, answered=answered)
    found = [*_fields(section, meeting), *_stated(section, reckoned), *_reports(section, reckoned, recommendations)]
    asks = section.where == "paper" and section.kind not in _PAST
    return tuple(each for each in _told_once(found) if asks or each.what == "call-in")


def _told_once(found: Sequence[Deadline]) -> Iterator[Deadline]:
    """The deadlines in reading order. What two places say of one deadline, a period here and the day there, is one record."""
    kept: list[Deadline] = []
    for each in sorted(
        found, key=lambda deadline: [(seen.sheet, seen.bbox[1] if seen.bbox else 0) for seen in deadline.evidence[:1]]
    ):
        at = next((n for n, other in enumerate(kept) if _same(other, each)), None)
        if at is None:
            kept.append(each)
        else:
            kept[at] = _together(kept[at], each)
    return iter(kept)


def _place(deadline: Deadline) -> list[tuple[int, float]]:
    return [(seen.sheet, seen.bbox[1] if seen.bbox else 0.0) for seen in deadline.evidence[:1]]


def _same(one: Deadline, other: Deadline) -> bool:
    """Whether two places speak of one deadline: they say the same, or one is a field that only gives the day."""
    if one.what != other.what or one.what == "report":
        return False
    pairs = ((one.who, other.who), (one.period, other.period), (one.date, other.date))
    if not all(not a or not b or a.casefold() == b.casefold() for a, b in pairs):
        return False
    return (one.period, one.date) == (other.period, other.date) or _is_field(one) != _is_field(other)


def _is_field(deadline: Deadline) -> bool:
    return any(seen.rule in _FIELDS for seen in deadline.evidence)


def _together(one: Deadline, other: Deadline) -> Deadline:
    """Both as one; the earlier alone where the later says nothing new."""
    names = ("who", "statute", "nation", "period", "date", "computed")
    fresh = {name: value for name in names if getattr(one, name) is None and (value := getattr(other, name)) is not None}
    if not fresh.keys() - {"nation"}:
        return one
    return one.model_copy(update={**fresh, "text": f"{one.text} {other.text}", "evidence": (*one.evidence, *other.evidence)})


@dataclass(frozen=True, slots=True)
class _Reckoner:
    """What periods are counted from in a paper."""

    section: Section
    meeting: Meeting
    answered: bool

    def computed(self, what: Due, when: _When) -> str | None:
        """The last day of a period as ISO 8601; None where it is not certain what it runs from, or how its days are counted."""
        start = self._start(what, when)
        return _later(start, when) if start and when.period else None

    def _start(self, what: Due, when: _When) -> str | None:
        if when.start and _RULES.first("from.meeting", when.start):
            return self.meeting.date
        if when.start and not _RULES.first("from.request", when.start):
            return None
        if what == "report":
            return self.meeting.date if not when.start and self.section.kind != "annex" else None
        asked = self._requested()
        if asked is not None:
            return asked.iso if isinstance(asked, DateFound) else None
        scrutiny = self.meeting.body is None or _RULES.first("scrutiny", self.meeting.body)
        asks = self.section.kind in ("scrutiny_report", "response_pro_forma") and not self.answered
        return self.meeting.date if what == "response" and asks and not scrutiny else None

    def _requested(self) -> DateFound | str | None:
        """The day on which a form says that the answer was asked for; its text where that is no day."""
        for line in self.section.lines:
            if hit := _RULES.first("field.requested", line.text):
                rest = line.text[hit.match.end() :]
                return next(iter(dates(rest)), rest)
        return None


def _later(start: str, when: _When) -> str | None:
    """The day so many days, weeks, months or years after another; one less where it begins with that day."""
    found = _PERIOD.fullmatch((when.period or "").lower())
    if found is None:
        return None
    number = int(found["number"]) if found["number"].isdigit() else _NUMBERS.get(found["number"].replace(" ", "-"))
    if number is None:
        return None
    day = date.fromisoformat(start)
    if found["unit"] in ("day", "week"):
        day += timedelta(days=number * (7 if found["unit"] == "week" else 1))
    else:
        months = day.month - 1 + number * (12 if found["unit"] == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        day = date(year, month, min(day.day, monthrange(year, month)[1]))
    return (day - timedelta(days=1) if (when.start or "").lower().startswith("beginning") else day).isoformat()


def _fields(section: Section, meeting: Meeting) -> Iterator[Deadline]:
    """Labels with the last day for it ("Deadline for response: ...")."""
    for at, line in enumerate(section.lines):
        for what, label in _LABELS.items():
            hit = _RULES.first(label, line.text)
            if hit is None:
                continue
            below = section.lines[at + 1 : at + 2] if hit.match.end() == len(line.text) else ()
            lines = (line, *below)
            value = " ".join(each.text for each in lines)[hit.match.end() :]
            if day := next((iso for found in dates(value) if (iso := _iso(found, meeting))), None):
                yield Deadline(
                    what=what, text=" ".join(each.text for each in lines), date=day, evidence=evidence(lines, hit.rule)
                )


def _stated(section: Section, reckoned: _Reckoner) -> Iterator[Deadline]:
    """Sentences that say by when something is due. One that only goes on about it is told with the one before it."""
    before: Sentence | None = None
    kept: Deadline | None = None
    for sentence in (each for lines in _worth_reading(section, reckoned.meeting) for each in sentences(lines)):
        alone = _deadline(sentence, section, reckoned)
        goes_on = before is not None and _RULES.first("goes-on", sentence.text) is not None
        found = (_deadline(_both(before, sentence), section, reckoned) if before and goes_on else None) or alone
        if found and kept and not sentence.opens and _complete(kept, found):
            kept = _together(kept, found)
        elif found or sentence.opens:
            yield from (kept,) if kept else ()
            kept = found
        asks = found is None and _due(sentence.text) is not None and _when(sentence.text, reckoned.meeting) is None
        before = sentence if asks else None
    yield from (kept,) if kept else ()


def _complete(one: Deadline, other: Deadline) -> bool:
    """Whether of two sentences of a paragraph one gives the period and the other the day of the same deadline."""
    whose = one.who is None or other.who is None or one.who == other.who
    return whose and one.what == other.what and bool(one.period) != bool(other.period) and bool(one.date) != bool(other.date)


def _worth_reading(section: Section, meeting: Meeting) -> Iterator[tuple[Line, ...]]:
    """The stretches of a paper in which something that is due and a day or a period stand near each other."""
    means, phrases = tuple(_DUE.values()), load("deadlines")
    reaches: list[list[int]] = []
    for at, line in enumerate(section.lines):
        wrapped = " ".join(each.text for each in section.lines[at : at + 2])
        if not phrases.may_match(means, line.text) or _due(wrapped) is None:
            continue
        near = " ".join(each.text for each in section.lines[max(0, at - _NEAR) : at + _NEAR])
        if _when(near, meeting) is None or not _about(section, near):
            continue
        if reaches and at - _AROUND <= reaches[-1][1]:
            reaches[-1][1] = at + _AROUND
        else:
            reaches.append([max(0, at - _AROUND), at + _AROUND])
    for first, last in reaches:
        yield section.lines[first:last]


def _about(section: Section, text: str) -> bool:
    """Whether a duty to answer is about what the paper itself asks."""
    return (
        section.kind in _ASKING
        or section.where == "front"
        or section.kind in _PAST
        or _RULES.first("answering", text) is not None
    )


def _both(first: Sentence, second: Sentence) -> Sentence:
    return Sentence(f"{first.text} {second.text}", (*first.lines, *second.lines), first.opens)


def _deadline(sentence: Sentence, section: Section, reckoned: _Reckoner) -> Deadline | None:
    """The deadline that a sentence of a paper sets; None where it sets none, or none that has to do with what the paper asks."""
    text = sentence.text
    due, when = _due(text), _when(text, reckoned.meeting)
    if due is None or when is None or _RULES.first("other", text) or not _about(section, text):
        return None
    what, hit = due
    return _record(what, hit, text, when, reckoned).model_copy(update={"evidence": evidence(sentence.lines, hit.rule)})


def _due(text: str) -> tuple[Due, Hit] | None:
    return next(((what, hit) for what, means in _DUE.items() if (hit := _RULES.first(means, text))), None)


def _record(what: Due, hit: Hit, text: str, when: _When, reckoned: _Reckoner) -> Deadline:
    statute = _statute(text)
    return Deadline(
        what=what,
        who=_who(text, hit),
        text=text,
        statute=statute,
        nation=_nation(statute, reckoned.meeting),
        period=when.period,
        date=when.date,
        computed=reckoned.computed(what, when),
    )


def _reports(section: Section, reckoned: _Reckoner, recommendations: Sequence[Recommendation]) -> Iterator[Deadline]:
    """Recommendations that somebody come back with a report by a day or within a period."""
    for record in recommendations:
        when = _when(record.text, reckoned.meeting)
        hit = _RULES.first("due.report", record.text)
        if hit and when and not _RULES.first("other", record.text) and not _answers_later(record.text, hit):
            seen = tuple(each.model_copy(update={"rule": hit.rule}) for each in record.evidence)
            said = _record("report", hit, record.text, when, reckoned)
            asked = record.addressee if hit["act"] and hit.match.start("act") == 0 else None
            yield said.model_copy(update={"who": said.who or asked, "evidence": seen})
        yield from _reports(section, reckoned, record.children)


def _answers_later(text: str, report: Hit) -> bool:
    """Whether a text that speaks of a report goes on to speak of an answer, to which the day or the period then belongs."""
    due = _due(text)
    return due is not None and due[1].match.end() > report.match.end()


# ---- by when ---------------------------------------------------------------------------------------------------------


def _when(text: str, meeting: Meeting) -> _When | None:
    """By when a text says that something is due; None where it does not say."""
    hit = _RULES.first("period", text)
    day = next((iso for found in dates(text) if _is_last(text, found) and (iso := _iso(found, meeting))), None)
    if hit is None:
        return _When(None, None, day) if day else None
    return _When(hit["period"], hit["start"], day)


def _is_last(text: str, found: DateFound) -> bool:
    return _RULES.first("by", text[max(0, found.start - _BEFORE) : found.start]) is not None


def _iso(found: DateFound, meeting: Meeting) -> str | None:
    return found.iso or (with_year_from(found, meeting.date) if meeting.date else None)


# ---- from whom, and by which law -------------------------------------------------------------------------------------


def _who(text: str, hit: Hit) -> str | None:
    """Whoever is asked: the subject of the verb, else whoever the law or the sentence names for it."""
    verb = next((hit.match.start(group) for group in ("modal", "act") if hit[group]), hit.match.start())
    prefix = _without_statutes(text[:verb])
    while asked := _RULES.first("asked", prefix):
        prefix = prefix[: asked.match.start()]
    boundary = _RULES.first("boundary", prefix)
    starts = [0, *(found.end() for found in boundary.match.re.finditer(prefix))] if boundary else [0]
    pieces = [prefix[start:].strip(" ,") for start in reversed(starts)]
    for piece in (*pieces, *(piece.rpartition(" the ")[2] for piece in pieces if " the " in piece)):
        who = bare(_CONJUNCTION.sub("", piece))
        if who and _RULES.first("who", who) and (is_body(who) or is_office(who)) and not _RULES.first("scrutiny", who):
            return who
    named = _RULES.first("addressee", text)
    return named["who"] if named else None


def _without_statutes(text: str) -> str:
    """A text in which a comma stands for each provision that it names: no provision is asked for anything."""
    while found := _RULES.first("statute", text):
        text = f"{text[: found.match.start()]}, {text[found.match.end() :]}"
    return text


def _statute(text: str) -> str | None:
    """The provisions that a text names, from the first to the last of them where they follow each other."""
    first = _RULES.first("statute", text)
    if first is None:
        return None
    start, end = first.match.span()
    while (
        (joined := _AND.match(text, end)) and (more := _RULES.first("statute", text[joined.end() :])) and not more.match.start()
    ):
        end = joined.end() + more.match.end()
    return text[start:end]


def _nation(statute: str | None, meeting: Meeting) -> Nation | None:
    """Where a provision holds, unless the council itself lies elsewhere."""
    for nation, means in _NATIONS.items():
        if statute and _RULES.first(means, statute):
            return nation if meeting.nation in (None, nation) else None
    return None
