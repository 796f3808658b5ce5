"""Plans without tables of many columns: one block of labels for each decision, or lists of what is planned under a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from agendapack.answers import has_words, worded
from agendapack.evidence import evidence
from agendapack.grid import Row, stream
from agendapack.layout import BULLETS, Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import Planned
from agendapack.rules import InForce
from agendapack.stages import people
from agendapack.stages.plan_words import BULLET, day, is_plan, when

RULES = InForce("plan")

LABELS = {
    "label.reference": "reference",
    "label.decision_maker": "decision_maker",
    "label.date": "date",
    "label.lead": "lead",
    "label.topic": "topic",
    "label.asked": "asked",
    "label.next": "next",
}
"""What a label announces, in the order in which it is tried."""

_TOPIC_AND_LEAD = 2
"""Cells of a row that says what is planned and who leads on it."""
_TWO_FIELDS = 4
"""Cells of a row with two labels."""
PITCH = 1.7
"""Ems from row to row inside a field or an entry, at most."""

ENTRY = pattern(rf"^(?:[{BULLETS}*–-]|\(?\d{{1,2}}[.)]|\([a-z]\))\s+(?=\S)")
"""How an entry of a list begins: a line that begins with neither may be the rest of the entry before it."""


class _Field(Struct):
    name: str
    lines: list[Line]
    cut: int

    @property
    def label(self) -> str:
        return join(self.lines)[: self.cut].strip()

    @property
    def text(self) -> str:
        return join(self.lines)[self.cut :].strip()


class _Block(Struct):
    """The fields of one decision, by name."""

    fields: dict[str, _Field] = field(default_factory=dict)
    leads: list[_Field] = field(default_factory=list)
    """Those who lead: the member and the officer may each have a label."""

    def text(self, name: str) -> str | None:
        """The words of a field."""
        return worded(self.fields[name].text) or None if name in self.fields else None


def from_labels(section: Section) -> tuple[Planned, ...]:
    """Blocks of labels: "Title of decision: ...", "Decision maker: ...", "Date of decision: ...".

    One block that names nobody who decides may be the head of a report: it plans nothing.
    """
    blocks = tuple(_blocks(section))
    questions = [block for block in blocks if "asked" in block.fields and "topic" not in block.fields]
    titled = len(questions) > 1 and all("heading" in block.fields for block in questions)
    found = tuple(each for block in blocks for each in _decision(block, titled=titled))
    return found if len(found) > 1 or any(each.decision_maker for each in found) else ()


def _blocks(section: Section) -> Iterator[_Block]:
    block, heading = _Block(), None
    for one in _fields(section):
        if one.name == "heading":
            if "heading" in block.fields and len(block.fields) > 1:
                yield block
                block = _Block()
            heading = one
            continue
        again = any(each.label == one.label for each in block.leads) if one.name == "lead" else one.name in block.fields
        if again:
            yield block
            block = _Block()
        if not block.fields and heading:
            block.fields["heading"], heading = heading, None
        if one.name == "lead":
            block.leads.append(one)
        else:
            block.fields[one.name] = one
    yield block


def _decision(block: _Block, *, titled: bool) -> Iterator[Planned]:
    """What a block plans, if it says what, and by whom or when.

    `titled`: each block that asks what is decided stands beneath a title, so that the answer is what that is about.
    """
    wanted = ("topic", "heading", "asked") if titled else ("topic", "asked", "heading")
    named = next((name for name in wanted if name in block.fields), "heading")
    topic = block.text(named)
    if topic is None or (named == "heading" and is_plan(topic)):  # the plan's own name is none of its lines
        return
    if not has_words(topic) or not any(name in block.fields for name in ("date", "decision_maker")):
        return
    date = block.text("date") or (block.text("decision_maker") if when(block.text("decision_maker") or "") else None)
    maker, told = when(date or "") or (None, date)
    names = (named, *(name for name in LABELS.values() if name not in ("next", "topic", *(() if titled else ("asked",)))))
    fields = [*(block.fields[name] for name in names if name in block.fields), *block.leads]
    used = [line for each in fields for line in each.lines]
    yield Planned(
        topic=topic,
        description=block.text("asked") if titled and named == "heading" else None,
        date=told,
        meeting_date=day(date or ""),
        decision_maker=maker or block.text("decision_maker"),
        reference=block.text("reference"),
        lead="; ".join(filter(None, (worded(each.text) for each in block.leads))) or None,
        evidence=evidence(sorted(used, key=lambda line: (line.sheet, line.box.top)), "plan.label"),
    )


def _fields(section: Section) -> Iterator[_Field]:
    """The labelled fields in the order in which they stand. Any other label ends the field before it."""
    current: _Field | None = None
    entries = [part for each in stream(section) for part in _halves(each)]
    for entry, below in zip_longest(entries, entries[1:]):
        opened = _opened(entry)
        if opened is not None and opened.name == "next" and _is_title(entry, below):
            opened = None
        if opened is not None or isinstance(entry, Row):
            if current is not None and current.name != "next":
                yield current
            current = opened
        elif current is not None and _runs_on(current, entry):
            current.lines.append(entry)
        elif current is not None:
            if current.name != "next":
                yield current
            current = None
        if opened is None and current is None and (heading := _heading(entry)):
            current = heading
    if current is not None and current.name != "next":
        yield current


def _heading(entry: Row | Line) -> _Field | None:
    """A title over a block: a bold line, or a row of a table that holds nothing else, without its number."""
    lines = (entry,) if isinstance(entry, Line) else [line for cell in entry.cells for line in cell.lines]
    alone = isinstance(entry, Line) or sum(bool(cell.lines) for cell in entry.cells) == 1
    number = ENTRY.match(lines[0].text) if lines else None
    bold = bool(lines) and (lines[0].bold or (number is not None and lines[0].spans[-1].bold))
    if not alone or not bold or when(join(lines)) is not None:
        return None
    return _Field("heading", list(lines), number.end() if number else 0)


def _opened(entry: Row | Line) -> _Field | None:
    """The field that begins with an entry."""
    return _of_row(entry) if isinstance(entry, Row) else _of_line(entry)


def _is_title(entry: Row | Line, below: Row | Line | None) -> bool:
    """Whether a line that looks like a label and its value is a title ("Local Plan: Draft"): bold throughout, right above the
    question what is decided."""
    if not isinstance(entry, Line) or below is None or not all(span.bold for span in entry.spans):
        return False
    asked = _opened(below)
    return asked is not None and asked.name == "asked"


def _halves(entry: Row | Line) -> Sequence[Row | Line]:
    """A ruled row with two labels, each beside its value, as two rows; anything else as it is."""
    cells = entry.cells if isinstance(entry, Row) else ()
    if isinstance(entry, Row) and len(cells) == _TWO_FIELDS and all(_label(cell.text) for cell in cells[::2]):
        return [replace(entry, cells=(cells[n], cells[n + 1])) for n in range(0, _TWO_FIELDS, 2)]
    return [entry]


def _of_row(row: Row) -> _Field | None:
    """A ruled row with a label in its first cell and the value in its second."""
    cells = [cell for cell in row.cells if cell.lines]
    if len(cells) not in (1, 2) or (opened := _label(cells[0].text)) is None:
        return None
    lines = [line for cell in cells for line in cell.lines]
    return _Field(opened[0], lines, opened[1] if len(cells) == 1 else len(join(cells[0].lines)))


def _of_line(line: Line) -> _Field | None:
    """A line that begins with a label, perhaps in a column of its own."""
    for text in dict.fromkeys((line.text, line.cells[0].text)):
        if (opened := _label(text)) is not None:
            return _Field(opened[0], [line], opened[1])
    return None


def _label(text: str) -> tuple[str, int] | None:
    means = RULES.first_of(tuple(LABELS), text)
    hit = RULES.first(means, text) if means else None
    return (LABELS[means], hit.match.end()) if means and hit else None


def _runs_on(current: _Field, line: Line) -> bool:
    last = current.lines[-1]
    close = line.sheet == last.sheet and line.box.top - last.box.top <= PITCH * max(line.size, 1.0)
    empty = not current.text
    return (close or (empty and line.sheet == last.sheet)) and (empty or line.bold == last.bold)


# --- lists under a date -----------------------------------------------------------------------------------------------------


def from_lists(section: Section) -> Iterator[Planned]:
    """Marked entries under a line that is a date: "• Parking charges" beneath "Cabinet, 4 March 2031"."""
    division: Line | None = None
    entry: list[Line] = []
    for line in section.lines:
        divides = when(line.text) is not None
        if not divides and entry and division is not None and _goes_on(entry, line):
            entry.append(line)
            continue
        if division is not None and entry:
            yield from _entry(entry, division)
        entry = []
        if divides:
            division = line
        elif division is not None and ENTRY.match(line.text):
            entry = [line]
        elif division is not None and line.bold and not division.bold:
            division = None
    if division is not None and entry:
        yield from _entry(entry, division)


def from_rows(section: Section) -> Iterator[Planned]:
    """Rows of a ruled table without heads beneath a line that is a date: what is planned for it, and beside that who leads."""
    division: Line | None = None
    for entry in stream(section):
        if isinstance(entry, Line):
            division = entry if when(entry.text) is not None else division if entry.text.endswith(":") else None
            continue
        cells = [cell for cell in entry.cells if cell.lines]
        led = len(cells) == len(entry.cells) == _TOPIC_AND_LEAD and _is_lead(cells[1].text)
        if division is None or not led:
            continue
        topic, (maker, date) = cells[0].text, when(division.text) or (None, None)
        if has_words(topic) and not RULES.first("row.none", topic):
            yield Planned(
                topic=topic,
                date=date,
                meeting_date=day(date or ""),
                decision_maker=maker,
                lead=cells[1].text,
                evidence=evidence([division, *cells[0].lines, *cells[1].lines], "plan.row"),
            )


def _is_lead(text: str) -> bool:
    """Whether a cell names nobody but a person or an office."""
    return people.is_role(text) or people.person(text) is not None


def _goes_on(entry: Sequence[Line], line: Line) -> bool:
    last = entry[-1]
    close = line.sheet == last.sheet and line.box.top - last.box.top <= PITCH * max(line.size, 1.0)
    return close and not ENTRY.match(line.text) and line.box.x0 > entry[0].box.x0 + 2 and line.bold == last.bold


def _entry(lines: Sequence[Line], division: Line) -> Iterator[Planned]:
    topic = ENTRY.sub("", BULLET.sub("", join(lines)))
    if not has_words(topic) or RULES.first("row.none", topic):
        return
    maker, date = when(division.text) or (None, None)
    yield Planned(
        topic=topic,
        date=date,
        meeting_date=day(date or ""),
        decision_maker=maker,
        evidence=evidence([*lines, division], "plan.list"),
    )
