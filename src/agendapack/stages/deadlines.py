"""By when somebody has to answer, report back or object: what a paper says of it, in fields and in sentences.

A sentence counts where it has words for what is due, a day or a period, and is about what the paper itself asks: in the papers
of scrutiny any duty to answer, elsewhere only one that names these very recommendations or stands in one of them. A day by
which something is to be carried out is no deadline: it is part of what is recommended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.evidence import evidence
from agendapack.layout import Line, Section
from agendapack.records import Deadline, Recommendation
from agendapack.rules import Hit
from agendapack.stages.dates import dates
from agendapack.stages.deadline_days import PAST, Meeting, Paper, When, iso_of, paper, when_due
from agendapack.stages.deadline_words import DUE, RULES, Due, due, nation, places, statute, who
from agendapack.stages.prose import Sentence, sentences

__all__ = ["Meeting", "deadlines"]

_LABELS: dict[Due, str] = {"response": "field.response", "call-in": "field.call-in"}
_FIELDS = frozenset({"deadlines.field-response", "deadlines.field-call-in"})
_NEAR = 6
"""Rows before and after the words for what is due among which a day or a period can belong to them."""
_AROUND = 30
"""Rows before and after them in which their paragraph begins and ends."""


def deadlines(
    section: Section, meeting: Meeting, recommendations: Sequence[Recommendation] = (), *, answered: bool = False
) -> tuple[Deadline, ...]:
    """The deadlines that a section states, in reading order.

    Front sheets, minutes and what else tells of things past say only until when a decision can be called in. `answered` tells
    that a paper holds answers: the meeting that it comes to is not the one at which they were asked for.
    """
    about = paper(section, meeting, answered=answered)
    found = [*_fields(about), *_stated(about), *_recommended(about, recommendations)]
    asks = section.where == "paper" and section.kind not in PAST
    return tuple(each for each in _told_once(found) if asks or each.what == "call-in")


# ---- what two places say of one deadline -----------------------------------------------------------------------------


def _told_once(found: Sequence[Deadline]) -> Iterator[Deadline]:
    """The deadlines in reading order. What two places say of one deadline, a period here and the day there, is one record."""
    kept: list[Deadline] = []
    for each in sorted(found, key=_place):
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
    if one.what != other.what or (one.what == "report" and one.text not in other.text and other.text not in one.text):
        return False
    pairs = ((one.who, other.who), (one.period, other.period), (one.date, other.date))
    if not all(not a or not b or a.casefold() == b.casefold() for a, b in pairs):
        return False
    return (one.period, one.date) == (other.period, other.date) or _is_field(one) != _is_field(other)


def _is_field(deadline: Deadline) -> bool:
    return any(seen.rule in _FIELDS for seen in deadline.evidence)


def _complete(one: Deadline, other: Deadline) -> bool:
    """Whether of two sentences of a paragraph one gives the period and the other the day of the same deadline."""
    whose = one.who is None or other.who is None or one.who == other.who
    return whose and one.what == other.what and bool(one.period) != bool(other.period) and bool(one.date) != bool(other.date)


def _together(one: Deadline, other: Deadline) -> Deadline:
    """Both as one; the earlier alone where the later says nothing new."""
    names = ("who", "statute", "nation", "period", "date", "computed")
    fresh = {name: value for name in names if getattr(one, name) is None and (value := getattr(other, name)) is not None}
    if not fresh.keys() - {"nation"} or other.text in one.text:
        return one.model_copy(update=fresh)
    return one.model_copy(update={**fresh, "text": f"{one.text} {other.text}", "evidence": (*one.evidence, *other.evidence)})


# ---- where deadlines stand -------------------------------------------------------------------------------------------


def _fields(about: Paper) -> Iterator[Deadline]:
    """Labels with the last day for it ("Deadline for response: ...")."""
    lines = about.section.lines
    for at in places(about.section, *_LABELS.values()):
        line = lines[at]
        for what, label in _LABELS.items():
            hit = RULES.first(label, line.text)
            if hit is None:
                continue
            seen = lines[at : at + (2 if hit.match.end() == len(line.text) else 1)]
            text = " ".join(each.text for each in seen)
            days = (iso_of(found, about.meeting) for found in dates(text[hit.match.end() :]))
            if day := next(filter(None, days), None):
                yield Deadline(what=what, text=text, date=day, evidence=evidence(seen, hit.rule))


def _stated(about: Paper) -> Iterator[Deadline]:
    """Sentences that say by when something is due. One that only goes on about it is told with the one before it."""
    before: Sentence | None = None
    kept: Deadline | None = None
    for sentence in (each for lines in _worth_reading(about) for each in sentences(lines)):
        goes_on = before is not None and RULES.first("goes-on", sentence.text) is not None
        found = (_deadline(_both(before, sentence), about) if before and goes_on else None) or _deadline(sentence, about)
        if found and kept and not sentence.opens and _complete(kept, found):
            kept = _together(kept, found)
        elif found or sentence.opens:
            yield from (kept,) if kept else ()
            kept = found
        asks = found is None and due(sentence.text) is not None and when_due(sentence.text, about.meeting) is None
        before = sentence if asks else None
    yield from (kept,) if kept else ()


def _worth_reading(about: Paper) -> Iterator[tuple[Line, ...]]:
    """The stretches of a paper in which something that is due and a day or a period stand near each other."""
    lines, means = about.section.lines, (*DUE.values(), *(("due.report",) if _is_motion(about) else ()))
    reaches: list[list[int]] = []
    for at in places(about.section, *means):
        wrapped = " ".join(each.text for each in lines[at : at + 2])
        if RULES.first_of(means, wrapped) is None:
            continue
        near = " ".join(each.text for each in lines[max(0, at - _NEAR) : at + _NEAR])
        if when_due(near, about.meeting) is None or not (_is_asked(near, about) or _is_motion(about)):
            continue
        if reaches and at - _AROUND <= reaches[-1][1]:
            reaches[-1][1] = at + _AROUND
        else:
            reaches.append([max(0, at - _AROUND), at + _AROUND])
    for first, last in reaches:
        yield lines[first:last]


def _is_motion(about: Paper) -> bool:
    return about.section.kind == "motion"


def _is_asked(text: str, about: Paper) -> bool:
    """Whether a duty to answer is about what the paper itself asks."""
    return about.asks or RULES.first("answering", text) is not None


def _stated_due(text: str, about: Paper) -> tuple[Due, Hit] | None:
    """What a sentence of a paper says is due: an answer to what it asks; in a motion a report too."""
    found = due(text)
    if found and _is_asked(text, about):
        return found
    report = RULES.first("due.report", text) if _is_motion(about) else None
    return ("report", report) if report else None


def _both(first: Sentence, second: Sentence) -> Sentence:
    return Sentence(f"{first.text} {second.text}", (*first.lines, *second.lines), first.opens)


def _deadline(sentence: Sentence, about: Paper) -> Deadline | None:
    """The deadline that a sentence of a paper sets; None where it sets none, or none that has to do with what the paper asks."""
    found, when = _stated_due(sentence.text, about), when_due(sentence.text, about.meeting)
    if found is None or when is None or RULES.first("other", sentence.text):
        return None
    what, hit = found
    return _record(what, hit, sentence.text, when, about).model_copy(update={"evidence": evidence(sentence.lines, hit.rule)})


def _recommended(about: Paper, recommendations: Sequence[Recommendation]) -> Iterator[Deadline]:
    """Recommendations that somebody answer, or come back with a report, by a day or within a period."""
    for record in recommendations:
        when, found = when_due(record.text, about.meeting), _recommended_due(record.text)
        if found and when and not RULES.first("other", record.text):
            what, hit = found
            said = _record(what, hit, record.text, when, about)
            asked = record.addressee if hit["act"] and hit.match.start("act") == 0 else None
            seen = tuple(each.model_copy(update={"rule": hit.rule}) for each in record.evidence)
            yield said.model_copy(update={"who": said.who or asked, "evidence": seen})
        yield from _recommended(about, record.children)


def _recommended_due(text: str) -> tuple[Due, Hit] | None:
    """What a recommendation says is due; of an answer and a report the later, to which the day or the period belongs."""
    answer, report = due(text), RULES.first("due.report", text)
    if report is None or (answer is not None and answer[1].match.end() >= report.match.end()):
        return answer
    return "report", report


def _record(what: Due, hit: Hit, text: str, when: When, about: Paper) -> Deadline:
    provision = statute(text)
    return Deadline(
        what=what,
        who=who(text, hit),
        text=text,
        statute=provision,
        nation=nation(provision, about.meeting.nation),
        period=when.period,
        date=when.date,
        computed=about.computed(what, when),
    )
