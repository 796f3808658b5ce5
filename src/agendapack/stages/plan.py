"""Forward plans and work programmes: what a body means to deal with, when, who decides and who leads on it.

Only papers that say that they are plans are read, and in others only tables under a heading that does. A line of a plan is a row
of a table, a block of labels, or an entry of a list under a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from agendapack.answers import has_words, worded
from agendapack.drafts import Draft, Headed
from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Planned
from agendapack.rules import InForce
from agendapack.stages import people
from agendapack.stages.plan_blocks import from_labels, from_lists, from_rows
from agendapack.stages.plan_heads import is_plan_paper, plan_tables
from agendapack.stages.plan_words import BULLET, day, when

RULES = InForce("plan")

USED = ("reference", "date", "portfolio", "decision_maker")
"""The columns whose words are in the record beside the topic, with that for who leads and that for what it is about."""

FEWEST_PARTS = 2
"""Paragraphs of a cell that are several."""

PADDING = 8.0
"""Points between the side of a cell and its words, and a little for letters that are narrower than others."""


def planned(section: Section) -> tuple[Planned, ...]:
    """The lines of the plans in a section, in reading order. Minutes have none."""
    if section.where == "minutes":
        return ()
    found = tuple(each for table in plan_tables(section) for each in _of_table(table))
    if found or not is_plan_paper(section):
        return found
    return from_labels(section) or tuple(from_lists(section)) or tuple(from_rows(section))


# --- the rows of a table --------------------------------------------------------------------------------------------------


def _of_table(table: Headed) -> Iterator[Planned]:
    if table.subject.role == "when":
        yield from _by_date(table)
    elif "when" in table.columns.roles:
        yield from _marked(table)
    else:
        yield from _lines(table)


def _by_date(table: Headed) -> Iterator[Planned]:
    """A table whose columns are dates: the entries of each column, from the first date on."""
    for n, name in enumerate(table.columns.names):
        for draft in table.rows:
            for lines in _paragraphs(draft.cells.get(n, []), table.columns.sides[n][1]):
                yield from _on(join(lines), name, lines)


def _marked(table: Headed) -> Iterator[Planned]:
    """A table of topics and dates: each mark says that the topic is for that date."""
    for draft in table.rows:
        lead = _lead(table, draft)
        for n, role in enumerate(table.columns.roles):
            if role == "when" and draft.cells.get(n):
                lines = [*table.lines(draft, "topic"), *table.lines(draft, _leads(table)), *draft.cells[n]]
                yield from _on(table.about(draft), table.columns.names[n], lines, lead)


def _on(text: str, date: str, lines: Sequence[Line], lead: str | None = None) -> Iterator[Planned]:
    """What is planned for the date of a column."""
    topic = BULLET.sub("", text)
    if has_words(topic) and not RULES.first("row.none", topic):
        yield Planned(topic=topic, date=date, meeting_date=day(date), lead=lead, evidence=evidence(lines, "plan.table"))


def _paragraphs(lines: Sequence[Line], right: float) -> Iterator[list[Line]]:
    """The paragraphs of a cell: one ends where the first word of the next line would still have had room."""
    held: list[Line] = []
    for line in lines:
        if held and (BULLET.match(line.text) or held[-1].box.x1 + _first_word(line) < right - PADDING):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _first_word(line: Line) -> float:
    """The width of a line's first word and the blank before it, in points."""
    letters = len(line.text.split(maxsplit=1)[0]) + 1 if line.text else 0
    return (line.box.x1 - line.box.x0) / max(len(line.text), 1) * letters


def _lines(table: Headed) -> Iterator[Planned]:
    first = table.columns.roles.index("date") < (table.column("topic") or 0) if "date" in table.columns.roles else False
    dated = ""
    for draft in table.rows:
        own = table.text(draft, "date")
        dated = own or (dated if first else "")
        for part in _parted(table, draft):
            for lines in _entries(part.cells.get(table.column("topic") or 0, [])):
                topic, description = _described(table, lines)
                if has_words(topic) and not RULES.first("row.none", topic):
                    yield _planned(table, part, (topic, description), lines, dated)


def _parted(table: Headed, draft: Draft) -> Iterator[Draft]:
    """A row as it is; or one for each paragraph of its topic, where a head in the plural says that there may be several, and
    each other cell but the date has as many paragraphs or none."""
    parts: dict[int, list[list[Line]]] = {}
    topic = table.column("topic") or 0
    marked = any(BULLET.match(line.text) for line in draft.cells.get(topic, ()))
    if table.columns.table is not None and not marked and RULES.first("head.several", table.columns.names[topic]):
        dates = [n for n, role in enumerate(table.columns.roles) if role in ("date", "decision_maker", "reference")]
        parts = {n: list(_paragraphs(c, table.columns.sides[n][1])) for n, c in draft.cells.items() if c and n not in dates}
        for n in (n for n in parts if table.columns.roles[n] == _leads(table) and all(map(_leads_alone, draft.cells[n]))):
            parts[n] = [[line] for line in draft.cells[n]]
            if len(parts[n]) != len(parts.get(topic, ())):
                parts[topic] = _beside(draft.cells.get(topic, []), draft.cells[n])
    count = len(parts.get(topic, ()))
    if count < FEWEST_PARTS or any(len(each) != count for each in parts.values()):
        yield draft
        return
    for at in range(count):
        yield replace(draft, cells={**draft.cells, **{n: each[at] for n, each in parts.items()}})


def _leads_alone(line: Line) -> bool:
    """Whether a line of a cell names somebody and goes on with nobody: a person without his office, or an office."""
    return people.person_name(line.text) is not None or people.is_role(line.text)


def _beside(lines: Sequence[Line], leads: Sequence[Line]) -> list[list[Line]]:
    """The topics of a cell, of which each begins beside whoever leads on it."""
    starts = {line.box.top for line in lines for lead in leads if abs(line.box.top - lead.box.top) < line.size / 2}
    entries: list[list[Line]] = []
    for line in lines:
        if line.box.top in starts or not entries:
            entries.append([])
        entries[-1].append(line)
    return entries if all(entry[0].text[:1].isupper() and not people.breaks_off(entry[-1].text) for entry in entries) else []


def _described(table: Headed, lines: Sequence[Line]) -> tuple[str, str | None]:
    """The topic of an entry, and what is said beneath it in a column that has both by its head ("Title and description")."""
    column = table.column("topic") or 0
    parts = [list(lines)]
    if RULES.first("head.described", table.columns.names[column]):
        parts = list(_paragraphs(lines, table.columns.sides[column][1])) or parts
    return BULLET.sub("", join(parts[0])), join(line for part in parts[1:] for line in part) or None


def _entries(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The entries of a cell: one, or as many as it has bullets where it begins with one and has more."""
    marks = [n for n, line in enumerate(lines) if BULLET.match(line.text)]
    if len(marks) < 2 or marks[0]:
        yield list(lines)
        return
    for start, end in zip(marks, [*marks[1:], len(lines)], strict=True):
        yield list(lines[start:end])


def _planned(table: Headed, draft: Draft, about: tuple[str, str | None], lines: Sequence[Line], dated: str) -> Planned:
    topic, description = about
    division = when(" ".join(line.text for line in draft.banner))
    maker, date = when(dated) or (None, worded(dated))
    decides = worded(table.text(draft, "decision_maker"))
    if (parted := when(decides)) and parted[0]:
        decides, date = parted[0], date or ("" if division else parted[1])
    elif decides and not date:
        decides, date = _maker_and_date(draft.cells.get(table.column("decision_maker") or 0, []))
    portfolio = RULES.first("cell.portfolio", table.text(draft, "portfolio"))
    leads = _leads(table)
    about_it = _about(table) if description is None else None
    used = [n for n, role in enumerate(table.columns.roles) if n == about_it or role in (*USED, leads)]
    beside = sorted((line for n in used for line in draft.cells.get(n, ())), key=lambda line: line.sheet)
    return Planned(
        topic=topic,
        description=description or worded(draft.text(about_it)) or None,
        date=date or (division[1] if division else None),
        meeting_date=day(date or (division[1] if division else "")),
        decision_maker=decides or (portfolio["maker"] if portfolio else None) or maker or (division[0] if division else None),
        reference=table.text(draft, "reference") or (portfolio["ref"] if portfolio else None),
        lead=_lead(table, draft) or (portfolio["lead"] if portfolio else None),
        evidence=evidence([*lines, *beside, *(draft.banner if division else ())], "plan.table"),
    )


def _lead(table: Headed, draft: Draft) -> str | None:
    """Those who lead on a row, of all columns and paragraphs that name somebody, joined with "; "."""
    found: list[str] = []
    for n, role in enumerate(table.columns.roles):
        if role != _leads(table):
            continue
        ruled = draft.cells.get(n, []) if table.columns.table is not None else []
        entries: list[str] = []
        for text in map(join, _paragraphs(ruled, table.columns.sides[n][1])):
            goes_on = bool(entries) and not people.begins_anew(entries[-1], text)
            entries = [*entries[:-1], f"{entries[-1]} {text}"] if goes_on else [*entries, text]
        found += filter(worded, entries or [draft.text(n)])
    return "; ".join(found) or None


def _leads(table: Headed) -> str:
    """The role of the column for who leads: whoever contributes does where no column says more."""
    return "lead" if "lead" in table.columns.roles else "contributors"


def _about(table: Headed) -> int | None:
    """The first column that says what the topics are about."""
    columns = enumerate(zip(table.columns.roles, table.columns.names, strict=True))
    return next((n for n, (role, name) in columns if role == "purpose" and RULES.first("head.about", name)), None)


def _maker_and_date(lines: Sequence[Line]) -> tuple[str, str]:
    """Who decides, and when, of a cell that says both: the date stands on lines of its own."""
    at = next((n for n, line in enumerate(lines) if n and RULES.first("line.date", line.text)), len(lines))
    return worded(join(lines[:at])), worded(join(lines[at:]))
