"""Answers told by labels in running text, or in a table of labels and values: "Recommendation 1: ...", "Response: ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.answers import Answer, answer_in, worded
from agendapack.candidates import candidates, candidates_of
from agendapack.evidence import evidence
from agendapack.grid import Row, stream
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import Action, Response
from agendapack.stages.dates import only_day
from agendapack.stages.trackers import ANSWERING

LABELS = (
    "label.strange",
    "label.recommendation",
    "label.answer",
    "label.action",
    "label.comment",
    "label.owner",
    "label.due",
    "label.state",
    "label.progress",
    "label.other",
)
"""What a label in running text may announce, in the order in which it is tried."""

FIELD_GAP = 3.0
"""Ems from row to row from which a labelled field is over: a paragraph's space after it makes two at most."""


SENTENCE = 4
"""Words of an answer from which it says what is answered ("We accept this recommendation")."""

_NUMBER = pattern(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_HEADING_LINES = 4
"""Lines that a recommendation takes at most which is printed as the heading of its answer."""

MOST_COLUMNS = 2
"""Columns in which a labelled field may stand: beside its label. More are a table."""


class _Field(Struct):
    """A label and the lines that stand under it. The first `cut` characters of their text are the label itself."""

    kind: str
    lines: list[Line]
    cut: int
    numbered: bool = False
    label: str = ""
    """The label as printed, without what sets it off."""

    @property
    def text(self) -> str:
        return join(self.lines)[self.cut :].strip()


def from_labels(section: Section) -> Iterator[Response]:
    """Answers told by labels: "Recommendation 1: ...", below it "Response: ...", below that perhaps "Action: ..."."""
    return (_response(told) for told in _answered(section))


def answer_lines(section: Section) -> Iterator[Line]:
    """The lines of those answers. In a paper that holds answers the recommendations above them were made elsewhere too, and so
    they were where every answer is still blank: that is a form for them, whatever the paper is."""
    answered = tuple(_answered(section))
    elsewhere = section.kind in ANSWERING or all(_is_blank(told) for told in answered)
    fields = (one for told in answered for one in told if elsewhere or one.kind != "recommendation")
    return (line for one in fields for line in one.lines)


def _is_blank(told: Sequence[_Field]) -> bool:
    response = _response(told)
    return response.status == "none" and response.action is None


def _answered(section: Section) -> Iterator[Sequence[_Field]]:
    """Each recommendation with the fields that answer it."""
    block: list[_Field] = []
    for one in (
        *section.kept(f"labels, {section.kind in ANSWERING}", lambda: tuple(_fields(section))),
        _Field("recommendation", [], 0),
    ):
        if one.kind == "recommendation":
            yield from filter(None, (_told(_with_answer(block) if section.kind in ANSWERING else block),))
            block = []
        block.append(one)


def _told(block: Sequence[_Field]) -> Sequence[_Field]:
    """The fields of a recommendation and of what is told of it; none where they hold no answer."""
    kinds = [one.kind for one in block]
    if kinds[:1] != ["recommendation"] or "strange" in kinds:
        return ()
    if "answer" not in kinds:
        return _followed(block)
    if "comment" in kinds[: kinds.index("answer")]:  # "Reasons" above any answer is the heading of something else
        return ()
    told = [one for one in block[: kinds.index("end") if "end" in kinds else None] if one.kind != "other"]
    first = {one.kind: one for one in reversed(told)}
    asked = first["recommendation"]
    if "answer" not in first or not (asked.text or asked.numbered):
        return ()
    answer = answer_in(first["answer"].text)
    return told if asked.numbered or (answer and answer.words is not None) else ()


def _followed(block: Sequence[_Field]) -> Sequence[_Field]:
    """The fields of a recommendation that say how far it has come, where none answers it: two of them at least, so that they are
    no words of a report's own ("Recommendation: ...", beneath it "Update: ...")."""
    kinds = [one.kind for one in block]
    told = [one for one in block[: kinds.index("end") if "end" in kinds else None] if one.kind != "other"]
    following = {one.kind for one in told[1:] if one.text}
    both = ("progress" in following or (kinds[0] == "action" and "answer" in following)) and bool(
        {"state", "owner", "due"} & following
    )
    asked = block[0]
    return told if (asked.text or asked.numbered) and (both or {"state", "owner"} <= following) else ()


def _response(told: Sequence[_Field]) -> Response:
    first = {one.kind: one for one in reversed(told)}
    words = first["answer"].text if "answer" in first else ""
    answer = answer_in(words) or Answer("none", None, worded(words))
    action = _value(first, "action") or answer.rest or _value(first, "comment")
    return Response(
        recommendation=first["recommendation"].text or first["recommendation"].label,
        status=answer.status,
        status_text=answer.words,
        action=action,
        update=_value(first, "progress"),
        state=_value(first, "state"),
        owner=_value(first, "owner"),
        due=_value(first, "due"),
        due_date=only_day(_value(first, "due") or ""),
        evidence=evidence(list(dict.fromkeys(line for one in told for line in one.lines)), "respond.label"),
    )


def _with_answer(block: Sequence[_Field]) -> Sequence[_Field]:
    """The fields with an answer of its own where it stands behind the number: "Recommendation 3: Accepted. Work begins".

    Only in papers that hold answers is that no recommendation.
    """
    first = block[0] if block else None
    if first is None or first.kind != "recommendation" or not first.numbered or any(one.kind == "answer" for one in block):
        return block
    told = answer_in(first.text)
    if told is None or told.words is None or told.rest == first.text:
        return block
    return (
        _Field("recommendation", first.lines, len(join(first.lines)), numbered=True, label=first.label),
        replace(first, kind="answer"),
        *block[1:],
    )


def _value(fields: Mapping[str, _Field], kind: str) -> str | None:
    """The words of a field; None where the form is blank there."""
    return worded(fields[kind].text) or None if kind in fields else None


def followed_actions(section: Section) -> Iterator[Action]:
    """Actions told by labels: "Action: ...", below it "Lead: ..." and "Progress: ...", where no recommendation is told so. One
    such block alone may be anything."""
    if (
        sum(_begins(section.lines[n], "label.action") for n in candidates_of(section, rules.load("respond"), ("label.action",)))
        < 2
    ):
        return
    fields = section.kept("labels of actions", lambda: tuple(_fields(section, "label.action")))
    blocks: list[list[_Field]] = []
    for one in fields if not any(one.kind == "recommendation" for one in fields) else ():
        if one.kind == "action":
            blocks.append([])
        if blocks:
            blocks[-1].append(one)
    told = [_followed(block) for block in blocks]
    yield from (_action(each) for each in told if each and len([one for one in told if one]) > 1)


def _begins(line: Line, means: str) -> bool:
    """Whether a cell of a line begins with such a label."""
    return any(rules.load("respond").first(means, cell.text) for cell in line.cells)


def _action(told: Sequence[_Field]) -> Action:
    first = {one.kind: one for one in reversed(told)}
    return Action(
        text=first["action"].text,
        status_text=_value(first, "state"),
        update=_value(first, "progress") or _value(first, "answer"),
        owner=_value(first, "owner"),
        due=_value(first, "due"),
        due_date=only_day(_value(first, "due") or ""),
        evidence=evidence(list(dict.fromkeys(line for one in told for line in one.lines)), "respond.label"),
    )


def _fields(section: Section, opens: str = "label.recommendation") -> Iterator[_Field]:
    """The labelled fields in the order in which they stand; "end" where something else begins."""
    current: _Field | None = None
    book = rules.load("respond")
    answering = section.kind in ANSWERING
    numbered = _numbered(section) if answering and opens == "label.recommendation" else {}
    for n, entry in enumerate(stream(section)):
        if current is None and n not in numbered and not book.may_begin(opens, _opening(entry)):
            continue  # nothing else is looked for before one opens
        if n in numbered and isinstance(entry, Line):
            opened: _Field | None = _Field("recommendation", [entry], numbered[n], numbered=True, label=entry.text[: numbered[n]])
        else:
            opened = _field_of_row(entry) if isinstance(entry, Row) else _field_of_line(entry, current, answering=answering)
        if opened is None and isinstance(entry, Line) and current is not None and _runs_on(current, entry):
            current.lines.append(entry)
            continue
        if current is not None:
            yield current
            yield from () if opened else (_Field("end", [], 0),)
        current = opened
    if current is not None:
        yield current


def _numbered(section: Section) -> dict[int, int]:
    """The places of the bold lines with a number that stand right above an answer ("1. Plant trees", beneath it "Response:
    ..."), and how long their numbers are: recommendations, where they are counted from 1 and no label says so."""
    entries = stream(section)
    book = rules.load("respond")
    places = candidates(book, ("label.answer",), [entry.text if isinstance(entry, Line) else "" for entry in entries])
    found: dict[int, tuple[int, int]] = {}
    for place in sorted(place for place in places if book.first("label.answer", _opening(entries[place]))):
        for n in range(place - 1, max(-1, place - 1 - _HEADING_LINES), -1):
            entry = entries[n]
            if isinstance(entry, Row) or not entry.bold:
                break
            if hit := _NUMBER.match(entry.text):
                found[n] = int(hit["number"]), hit.end()
                break
    counted = [number for number, _ in found.values()] == list(range(1, len(found) + 1))
    return {n: length for n, (_, length) in found.items()} if counted and len(found) > 1 else {}


def _opening(entry: Row | Line) -> str:
    """The words of an entry among which a label may stand."""
    return entry.text if isinstance(entry, Line) else entry.cells[0].text if entry.cells else ""


def _field_of_row(row: Row) -> _Field | None:
    """A ruled row with a label in its first cell and the value in its second."""
    cells = [cell for cell in row.cells if cell.lines]
    if not cells or len(cells) > 2:
        return None
    opened = _label(cells[0].text)
    if opened is None:
        return None
    kind, cut, numbered = opened
    end = cut if len(cells) == 1 else len(cells[0].text)
    return _Field(kind, [line for cell in cells for line in cell.lines], end, numbered, _bare(cells[0].text[:cut]))


def _field_of_line(line: Line, current: _Field | None, *, answering: bool) -> _Field | None:
    """A line that opens with a label, or with the answer to the recommendation above it: nothing but the word, a sentence that
    says what is answered, or in a paper that holds answers the word with a stop behind it."""
    for text in dict.fromkeys((line.text, line.cells[0].text)):
        if (opened := _label(text)) is not None:
            return _Field(opened[0], [line], opened[1], opened[2], _bare(text[: opened[1]]))
    if current is not None and current.kind != "recommendation" and rules.load("respond").first("label.next", line.text):
        return _Field("other", [line], 0)
    if current is not None and current.kind == "recommendation" and not _in_sentence(current, line):
        told = answer_in(line.text)
        if told is not None and told.words is not None and (not told.rest or _opens_answer(current, line, told, answering)):
            return _Field("answer", [line], 0)
    return None


def _opens_answer(current: _Field, line: Line, told: Answer, answering: bool) -> bool:
    """Whether a line behind a recommendation's last sentence begins its answer."""
    ended = current.text.rstrip().endswith((".", ";", "?", "!", "”"))
    sentence = len((told.words or "").split()) >= SENTENCE
    return ended and (sentence or (answering and told.rest != line.text.strip()))


def _bare(label: str) -> str:
    return label.rstrip(" :.–—-)")


def _in_sentence(current: _Field, line: Line) -> bool:
    """Whether a line ends the sentence of the line above it ("That the report be / noted.") and answers nothing."""
    return line.text[:1].islower() and not current.lines[-1].text.rstrip().endswith((".", ";", ":", "?", "!"))


def _label(text: str) -> tuple[str, int, bool] | None:
    """The kind of label with which a text begins, the length of the label, and whether it has a number of its own."""
    phrases = rules.load("respond")
    means = phrases.first_of(LABELS, text)
    hit = phrases.first(means, text) if means else None
    return (means.removeprefix("label."), hit.match.end(), bool(hit["label"])) if means and hit else None


def _runs_on(current: _Field, line: Line) -> bool:
    """Whether a line belongs to the field above it: no heading, and no wide gap before it."""
    last = current.lines[-1]
    heading = line.bold and not last.bold
    apart = line.sheet == last.sheet and line.box.top - last.box.top > FIELD_GAP * max(line.size, 1.0)
    table = len(line.cells) > MOST_COLUMNS
    return not heading and not apart and not table and not line.turned
