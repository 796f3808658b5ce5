"""The heads of response pro formas and trackers: which columns they have, and which of the tables under them are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from agendapack.answers import Answer, answer_in, worded
from agendapack.candidates import candidates, candidates_of
from agendapack.drafts import Draft, Headed
from agendapack.headed import tables
from agendapack.heads import Heads, Subject, in_two_tongues
from agendapack.layout import Line, Section
from agendapack.rules import InForce, load
from agendapack.stages.dates import dates, only_day

RULES = InForce("respond")

HEADS = (
    "head.strange",
    "head.grade",
    "head.either",
    "head.resolution",
    "head.number",
    "head.action",
    "head.comment",
    "head.status",
    "head.answer",
    "head.recommendation",
    "head.meeting",
    "head.date",
    "head.reviewed",
    "head.due",
    "head.owner",
    "head.state",
    "head.progress",
    "head.item",
    "head.other",
)
"""What a column may hold, in the order in which its head is tried: "Response to recommendation" is an answer."""

NAMED = ("head.recommendation", "head.action", "head.either", "head.resolution", "head.answer")
"""The heads of which one stands over every table that is wanted."""

TRACKED = ("head.progress",)
"""The same where something says that what was asked for is tracked: then how far it has come is enough."""

HINTS = (
    "hint.other",
    "hint.comment",
    "hint.due",
    "hint.progress",
    "hint.action",
    "hint.state",
    "hint.owner",
    "hint.meeting",
    "hint.further",
)
"""What a column may hold whose head none of those rules knows, in the order in which its words are tried."""

TOLD = ("status", "answer", "progress", "state")
"""The columns that say what became of a recommendation or an action, the surest first."""

MIXED = ("either", "resolution")
"""What may be recommendations and actions in one column: each row shows which."""

FOLLOWED = ("owner", "due", "reviewed", *TOLD)
"""The columns of which one stands beside what is followed up."""

ASKED = ("meeting", "reviewed")
"""The columns by which a table is a tracker wherever it stands: nothing else says when something was asked for."""

LONGEST_STATE = 30
"""Characters of the words for a status ("Complete", "In progress - on track"): longer is an update."""

_EDGES = " ,;:–—-()/"
"""What stands between an owner and a day."""

ANSWERING = ("tracker", "response_pro_forma", "scrutiny_response")
"""The kinds of papers whose tables of recommendations say what became of them."""


def followed(section: Section) -> list[Headed]:
    """The response tables and trackers of a section, worked out once for all the stages that read them."""
    as_what = section.kind if section.kind in ANSWERING else "paper"
    return section.kept(
        f"followed as {as_what}", lambda: [table for table in tables(section, heads(section)) if _has_subject(table)]
    )


def _has_subject(table: Headed) -> bool:
    """Whether rows that stand under banners have one to stand under."""
    return table.subject.role != "banner" or any(draft.banner for draft in table.rows)


def heads(section: Section) -> Heads:
    """The heads of response tables and trackers in a section."""
    headed = section.kind == "tracker" or _names_tracker(section.title)

    def subject(roles: Sequence[str], above: Sequence[Line]) -> Subject | None:
        tracked = headed or any(_names_tracker(line.text) for line in above)
        banded = any(_names_recommendation(line.text) for line in above[:1])
        return subject_of(roles, tracked=tracked, answering=section.kind in ANSWERING, banded=banded)

    tracks = headed or any(
        _names_tracker(section.lines[n].text) for n in candidates_of(section, load("respond"), ("above.tracker",))
    )
    named = (*NAMED, *TRACKED) if tracks else NAMED
    return Heads(
        role, subject, _certain, lambda lines: candidates(load("respond"), named, lines), hint=_hint, band=_names_recommendation
    )


def _names_recommendation(text: str) -> bool:
    """Whether a text begins with the label of a recommendation and its number."""
    hit = RULES.first("label.recommendation", text)
    return hit is not None and bool(hit["label"])


def _names_tracker(text: str) -> bool:
    return RULES.first("above.tracker", text) is not None


def role(head: str) -> str | None:
    """What a column with this head holds; "" where the head is blank, None where it is no head that is known."""
    if not any(letter.isalnum() or letter in "#№" for letter in head):
        return ""
    means = RULES.first_of(HEADS, head) or in_two_tongues(head, lambda part: RULES.first_of(HEADS, part))
    return means.removeprefix("head.") if means else None


def _hint(head: str) -> str | None:
    means = RULES.first_of(HINTS, head)
    return means.removeprefix("hint.") if means else None


def subject_of(roles: Sequence[str], *, tracked: bool, answering: bool = False, banded: bool = False) -> Subject | None:
    """What the rows of a table are about: a recommendation, its number, an action, one of both ("either", "resolution"), or
    the row over all columns above them ("banner"); None where it is no table of answers.

    `tracked`: the paper or a heading says that it follows up what was asked for; `answering`: it is a paper that may. `banded`:
    above the heads stands a recommendation; what is done about it makes no sure answer, where others are told by labels.
    """
    if "strange" in roles or ("grade" in roles and not answering):
        return None
    tracker = tracked or any(each in roles for each in ASKED)
    followed = any(each in roles for each in FOLLOWED)
    if roles.count("recommendation") == 1:
        return _of_recommendations(roles, tracker=tracker, answering=answering)
    wanted = {
        "either": followed,
        "resolution": tracker and followed,
        "number": answering and "action" not in roles and _answers(roles),
        "action": tracker and followed,
        "item": tracked and "action" not in roles and "progress" in roles and "owner" in roles,
    }
    found = next((role for role, holds in wanted.items() if holds and roles.count(role) == 1), None)
    banner = answering and not tracker and "item" not in roles and _answers(roles)
    if found or banner:
        return Subject(found or "banner")
    done = answering and banded and "action" in roles and any(each in roles for each in ("owner", "due", "date"))
    return Subject("banner", sure=False) if done else None


def _of_recommendations(roles: Sequence[str], *, tracker: bool, answering: bool) -> Subject | None:
    followed = any(each in roles for each in (*FOLLOWED, "action"))
    done = {"action", "progress"} <= set(roles) and not {"owner", "due"}.isdisjoint(roles)
    if _answers(roles) or any(each in roles for each in MIXED) or (tracker and followed) or done:
        return Subject("recommendation")
    told = any(each in roles for each in TOLD)
    return Subject("recommendation", sure=answering) if told or (answering and "action" in roles) else None


def _answers(roles: Sequence[str]) -> bool:
    """Whether there is a column for answers."""
    return any(each in roles for each in ("status", "answer"))


def _certain(roles: Sequence[str]) -> bool:
    """Whether beside what is followed up there is a column that says what became of it, or when it was asked for."""
    if "recommendation" in roles:
        told = {"action", "progress", "state", "owner", "due"} & set(roles)
        return any(each in roles for each in ("status", "answer", *ASKED)) or len(told) > 1
    return any(each in roles for each in ("action", "either")) and any(each in roles for each in (*FOLLOWED, *ASKED))


# --- the fields that all such rows have -----------------------------------------------------------------------------------


class Asked(TypedDict):
    """Fields of a row, as `Response` and `Action` have them."""

    owner: str | None
    due: str | None
    due_date: str | None
    meeting_date: str | None
    item: str | None
    reviewed: str | None


def asked(table: Headed, draft: Draft) -> Asked:
    """When and under which business something was asked for, who is to do it and by when, and when that was last reviewed."""
    subject = table.column(table.subject.role) or 0
    dated = [(n, text) for n, role in enumerate(table.columns.roles) if role == "date" and (text := draft.text(n))]
    due = table.text(draft, "due") or next((text for n, text in dated if n > subject), "")
    owner = table.text(draft, "owner")
    if parted := _owner_and_due(table, draft):
        owner, due = parted
    meeting = table.text(draft, "meeting") or next((text for n, text in dated if n < subject), "")
    return {
        "owner": worded(owner) or None,
        "due": worded(due) or None,
        "due_date": only_day(due),
        "meeting_date": only_day(meeting) or only_day(" ".join(line.text for line in draft.banner)),
        "item": worded(_item(table, draft)) or None,
        "reviewed": only_day(table.text(draft, "reviewed")),
    }


def _item(table: Headed, draft: Draft) -> str:
    """The business under which something was asked for: the words of the columns for it, without the number that one of several
    gives alone; else what stands beside the day in a column that says both."""
    texts = table.texts(draft, "item")
    if table.subject.role == "item":
        return ""
    if texts:
        return " ".join([text for text in texts if any(letter.isalpha() for letter in text)] or texts)
    column = table.column("meeting")
    if column is None or not RULES.first("both.meeting-and-item", table.columns.names[column]):
        return ""
    text = draft.text(column)
    found = dates(text)
    if len(found) != 1:
        return ""
    beside = [words for words in (text[: found[0].start].strip(_EDGES), text[found[0].end :].strip(_EDGES)) if words]
    return beside[0] if len(beside) == 1 else ""


def _owner_and_due(table: Headed, draft: Draft) -> tuple[str, str] | None:
    """Who is to do something and by when, where one column says both and there is no doubt of the day; None where it does not."""
    columns = list(zip(table.columns.roles, table.columns.names, strict=True))
    told = [n for n, (role, _) in enumerate(columns) if role in ("owner", "due")]
    if len(told) != 1 or not RULES.first("both.owner-and-due", columns[told[0]][1]):
        return None
    text = draft.text(told[0])
    days, months = dates(text), list(RULES.all("cell.month", text))
    if len(days) == 1 and days[0].iso is not None:
        first, last = days[0].start, days[0].end
    elif not days and len(months) == 1:
        first, last = months[0].match.span()
    else:
        return None
    by = RULES.first("cell.by", text[:first])
    start = by.match.start() if by else first
    owners = [words for words in (text[:start].strip(_EDGES), text[last:].strip(_EDGES)) if words]
    return (" ".join(owners), text[start:last]) if len(owners) < 2 else None


def said(table: Headed, draft: Draft) -> tuple[Answer, str | None]:
    """What a row says became of its matter: the first of its columns that begins with an answer, and the role of that column;
    else the words of its status."""
    if ticked := _ticked(table, draft):
        return ticked, "status"
    for each in (*TOLD, *(role for role in MIXED if role != table.subject.role)):
        if (text := _filled(table, draft, each)) and not (each == "state" and _ticks(text)) and (told := answer_in(text)):
            return told, each
    return Answer("none", state(table, draft)), None


def state(table: Headed, draft: Draft) -> str | None:
    """The word of a row for how far its matter has come."""
    return _states(table, draft)[0]


def update(table: Headed, draft: Draft) -> str:
    """The words of what became of a matter: a column for them, or one for the status that says more than a word."""
    return _filled(table, draft, "progress") or _states(table, draft)[1]


def _filled(table: Headed, draft: Draft, role: str) -> str:
    """The words of a row in the columns of a role, without what only says that a cell is blank."""
    return " ".join(filter(None, map(worded, table.texts(draft, role))))


def _ticked(table: Headed, draft: Draft) -> Answer | None:
    """The answer that heads the one column that is ticked, in a table with a column for each answer ("Accept", "Reject")."""
    answers = {
        n: told for n, name in enumerate(table.columns.names) if (told := answer_in(name)) and told.words and not told.rest
    }
    if len({told.status for told in answers.values()}) < 2:
        return None
    ticked = [n for n in range(len(table.columns.names)) if RULES.first("cell.ticked", draft.text(n).strip())]
    return answers.get(ticked[0]) if len(ticked) == 1 else None


def _ticks(text: str) -> bool:
    """Whether a text is the answer to the question at the head of its column, such as "Complete?", and says nothing alone."""
    return RULES.first("cell.tick", text.strip()) is not None


def _states(table: Headed, draft: Draft) -> tuple[str | None, str]:
    """The word for the status, the last of several, and what else the columns for it say. A mere "Y" has the head before it."""
    cells = (
        (name, draft.text(n))
        for n, (role, name) in enumerate(zip(table.columns.roles, table.columns.names, strict=True))
        if role == "state"
    )
    texts = [f"{name}: {text}" if _ticks(text) else text for name, text in cells if _ticks(text) or worded(text)]
    last = texts[-1] if texts else ""
    if (first := RULES.first("cell.state", last)) and len(last) > LONGEST_STATE:
        return first["state"], " ".join((*texts[:-1], str(first["rest"])))
    word = texts.pop() if texts and len(last) <= LONGEST_STATE else None
    return word, " ".join(texts)


def is_recommendation(text: str) -> bool:
    """Whether a row of a table of recommendations and actions is a recommendation."""
    return RULES.first("row.recommendation", text) is not None
