"""What became of each recommendation of scrutiny: made where, to whom, due when, answered how, in however many packs.

The same recommendation is printed many times: in the reports of two committees, in a copy that was scanned again, on the form on
which it is answered, in the tracker that follows it. It is one `Tracked`; all places are its `mentions`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from agendapack.records import AgendaPack, Record, ResponseStatus, Sheet
from agendapack.tracking.joining import Group, groups
from agendapack.tracking.sightings import Sighting, sightings


class Place(Record):
    """Where something is printed."""

    file: str
    sheet: Sheet | None = Field(default=None, description="1-based sheet of the file")
    printed_page: int | None = Field(default=None, description="the page number printed on that sheet")


class Mention(Record):
    """One place in which a recommendation is printed."""

    role: Literal["recommendation", "answer"] = Field(description="made there, or answered (or followed in a tracker) there")
    record: str = Field(description="the id in the record of its pack")
    label: str | None = None
    text: str
    body: str | None = Field(default=None, description="the body whose papers it stands in")
    meeting_date: str | None = Field(default=None, description="ISO 8601: the day of that body's meeting")
    place: Place
    similarity: float = Field(default=1.0, description="to the text of the recommendation: 1 the same, never below the floor")
    part: bool = Field(default=False, description="the one text stands within the other: abridged, or answered with others")


class Answer(Record):
    """What was answered, and what is to be done."""

    status: ResponseStatus
    words: str | None = Field(default=None, description="the words of the answer, as printed")
    date: str | None = Field(default=None, description="ISO 8601: when it was given, else the meeting it was given to")
    action: str | None = None
    update: str | None = Field(default=None, description="what became of it, where a tracker says so beside the answer or action")
    state: str | None = Field(default=None, description="how far it has come, where a tracker has a word for that")
    owner: str | None = Field(default=None, description="who is to do it, as printed")
    due: str | None = Field(default=None, description="by when, as printed")
    due_date: str | None = Field(default=None, description="ISO 8601, where `due` is a day")
    place: Place


class Tracked(Record):
    """A recommendation of scrutiny, and what the packs say became of it."""

    id: str = Field(description="made of the council and the text: the same wherever the same recommendation is tracked")
    text: str
    label: str | None = None
    group: str | None = Field(default=None, description="the heading of its list, where a report has several")
    council: str | None = None
    made_by: tuple[str, ...] = Field(default=(), description="the bodies whose reports print it")
    made_on: str | None = Field(default=None, description="ISO 8601: the meeting at which or to which it was made")
    made_at: Place = Field(description="where it is printed first")
    addressee: str | None = None
    status: ResponseStatus = Field(default="none", description="none: not accepted or refused, as far as the packs say")
    answer: Answer | None = Field(default=None, description="the last answer, or what a tracker told last; null: not answered")
    due: str | None = Field(default=None, description="ISO 8601: when its answer is due, or once it is accepted its action")
    due_for: Literal["answer", "action"] | None = None
    due_instead_of: str | None = Field(
        default=None, description="ISO 8601: the day printed for it, which the period that the paper gives contradicts"
    )
    due_at: Place | None = Field(default=None, description="where that day is printed, or what it is reckoned from")
    overdue: bool = Field(default=False, description="that day has passed, and no pack says that it was answered or done")
    closed: bool = Field(default=False, description="nothing more is to come: it was refused, or a pack says that it is done")
    similarity: float = Field(default=1.0, description="the least of its mentions")
    mentions: tuple[Mention, ...] = Field(default=(), description="every place in which it is printed, in the order of the packs")


_Names = dict[tuple[str, str], str]


def track(packs: Iterable[AgendaPack], as_of: date) -> tuple[Tracked, ...]:
    """Each recommendation of scrutiny in the packs once: the unanswered first, of these what is overdue, then by date.

    The packs are gone through once, and nothing is kept of a pack but what it says of recommendations. A pack given twice counts
    once.
    """
    seen: dict[tuple[object, ...], Sighting] = {}
    for pack in packs:
        here: Counter[object] = Counter()
        for sighting in sightings(pack, len(seen)):
            here[sighting.key] += 1
            seen.setdefault((sighting.key, here[sighting.key]), sighting)
    found = groups(tuple(seen.values()))
    names = _names(seen.values())
    tracked = [_tracked(group, as_of, names) for group in found]
    return tuple(sorted(_with_own_ids(tracked), key=_urgency))


def _tracked(group: Group, as_of: date, names: _Names) -> Tracked:
    made = sorted((each for each in group.members if each.made), key=_age)
    first = made[0] if made else min(group.members, key=_age)
    answers = sorted((each for each in group.members if each.response), key=_age)
    given = next((each for each in reversed(answers) if each.answers), None)
    due = _due(group, given, names, first.made_on)
    mentions = tuple(_mention(each, group, first, names) for each in sorted(group.members, key=lambda each: each.number))
    return Tracked(
        id=hashlib.sha256(f"{first.council_key}\n{first.text.letters}".encode()).hexdigest()[:12],
        text=first.words,
        label=first.label,
        group=first.group,
        council=next((each.council for each in (first, *group.members) if each.council), None),
        made_by=tuple(dict.fromkeys(each.made_by for each in (made or group.members) if each.made_by)),
        made_on=next((each.made_on for each in (first, *made, *answers) if each.made_on), None),
        made_at=_place(first, names),
        addressee=next((each.addressee for each in (first, *made) if each.addressee), None),
        status=given.status if given else "none",
        answer=_answer(given, names) if given else None,
        due=due.day,
        due_for=due.what,
        due_instead_of=due.printed,
        due_at=due.place,
        overdue=due.day is not None and due.day < as_of.isoformat(),
        closed=given is not None and given.closes,
        similarity=min(mention.similarity for mention in mentions),
        mentions=mentions,
    )


def _age(sighting: Sighting) -> tuple[str, int]:
    return (sighting.said_on or "9999", sighting.number)


class _Due(NamedTuple):
    """What is due: the day, for what, the printed day that it stands instead of, and where it is said."""

    day: str | None = None
    what: Literal["answer", "action"] | None = None
    printed: str | None = None
    place: Place | None = None


def _due(group: Group, given: Sighting | None, names: _Names, made_on: str | None) -> _Due:
    """By when something is still to come: the answer, or after it the action. No answer is due before the question."""
    if given is None:
        asked = [(due, sheet, each) for each in group.members for due, sheet in each.answer_due if due.day >= (made_on or "")]
        if asked:
            due, sheet, each = min(asked, key=lambda one: (one[0].day, one[0].printed is None, one[2].number))
            return _Due(due.day, "answer", due.printed, Place(file=names[each.file], sheet=sheet))
    followed = [each for each in group.members if each.response and each.response.due_date]
    last = given if given in followed else max(followed, key=_age, default=None)
    if last and last.response and not (given and given.closes):
        return _Due(last.response.due_date, "action", None, _place(last, names))
    return _Due()


def _answer(sighting: Sighting, names: _Names) -> Answer:
    response = sighting.response
    assert response is not None
    return Answer(
        status=response.status,
        words=response.status_text,
        date=sighting.said_on,
        action=response.action,
        update=response.update,
        state=response.state,
        owner=response.owner,
        due=response.due,
        due_date=response.due_date,
        place=_place(sighting, names),
    )


def _mention(each: Sighting, group: Group, first: Sighting, names: _Names) -> Mention:
    match = group.likeness(first, each)
    return Mention(
        role="recommendation" if each.made else "answer",
        record=each.record,
        label=each.label,
        text=each.words,
        body=each.body,
        meeting_date=each.meeting_date,
        place=_place(each, names),
        similarity=match.likeness,
        part=match.part,
    )


def _place(sighting: Sighting, names: _Names) -> Place:
    return Place(file=names[sighting.file], sheet=sighting.sheet, printed_page=sighting.printed_page)


def _names(sightings: Iterable[Sighting]) -> dict[tuple[str, str], str]:
    """What to call each file: by its name, and where two have the same with the beginning of its checksum."""
    files = {sighting.file for sighting in sightings}
    taken = Counter(name for name, _ in files)
    return {(name, digest): name if taken[name] == 1 else f"{name} ({digest[:8]})" for name, digest in files}


def _with_own_ids(tracked: Sequence[Tracked]) -> list[Tracked]:
    """With a number behind the ids of recommendations that have all words in common: a report may make one twice."""
    seen: Counter[str] = Counter()
    found = []
    for each in tracked:
        seen[each.id] += 1
        found.append(each if seen[each.id] == 1 else each.model_copy(update={"id": f"{each.id}-{seen[each.id]}"}))
    return found


def _urgency(tracked: Tracked) -> tuple[object, ...]:
    return (tracked.answer is not None, tracked.closed, not tracked.overdue, tracked.due or "9999", tracked.made_on or "9999")
