"""Signatures: the name at a report's end, under a letter, or under an agenda, and an adviser's name under his advice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from agendapack import rules
from agendapack.candidates import candidates_of
from agendapack.layout import BULLETS, Line, Section, join
from agendapack.prepared import pattern
from agendapack.stages import cards, people
from agendapack.stages.cards import Person, Row

_ATTACHED = frozenset({"annex", "response_pro_forma"})
_PLANS = frozenset({"tracker", "work_programme"})
"""Papers whose tables name officers: only who can be reached signs them."""
_HEAD = 14
"""Rows at a paper's start, among which only a name with title and date signs it as long as there is no running text."""
_PROSE = 6
"""Words from which a row with a full stop is running text."""
_NUMBER = pattern(r"^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+")
"""A paragraph's number."""
_LETTER = 7
"""Rows below the close of a letter among which its signature stands."""
_ADVICE = 60
"""Rows of advice above an adviser's name."""
_LONGEST = 120
_CALL = 3
"""Rows of the sentence that calls a meeting."""
_LISTED = 12
"""Rows that the values of one field take at most."""
_TITLE_ROWS = 4
"""Rows that a title in a narrow column takes at most."""
_FLUSH = 6.0
"""Points by which what stands in one column may be out of line."""
_CLOSE = 1.45
"""Type sizes from line to line of one title at most."""
_SENTENCE = 10
"""Words above which a row with a full stop is a sentence that happens to begin with a name."""
ELECTED = pattern(r"\b(?:councillors?|cllrs?|clir|alderman|mayor(?=:))\b", re.IGNORECASE)
"""What tells a councillor from an officer."""
_NEXT_FIELD = pattern(r"\.\s+[A-Z][\w &/-]{2,30}:\s")
"""Where another field begins behind a sentence: a row of advisers ("Finance: Jane Doe. Legal: John Roe") signs nothing."""
_ITEM_START = pattern(rf"^(?:\(?[a-z0-9]{{1,3}}[.)]\s|[A-Z]\)\s|\d+\.\d|[{BULLETS}])")
_RUNS_ON = pattern(r"(?:\b(?:and|of|for|the|by|with)|&)$", re.IGNORECASE)
"""A row that ends so goes on with the next one: whoever that names stands in a sentence or a list."""


class Signed(Struct, frozen=True):
    """A person who signed, the rule by which it was seen, and whether it was to clear the paper ("checked")."""

    person: Person
    rule: str
    checked: bool = False


def signatures(section: Section, used: frozenset[int]) -> Iterator[Signed]:
    """Whoever signs the section, in order; rows in `used` have been read as labelled contacts."""
    texts = [line.text for line in section.lines]
    marked = candidates_of(section, rules.load("contacts"), ("signed",))
    free = 0
    for at in (at for at, text in enumerate(texts) if at in marked or people.may_begin_with_name(text)):
        if at < free or at in used:
            continue
        signed = _signed(section, at, used)
        for one in [signed] if signed else _abreast(section, at, used):
            yield one
            free = max(one.person.rows) + 1


def _signed(section: Section, at: int, used: frozenset[int]) -> Signed | None:
    person = _signature(section, at, used)
    if person is None or _in_a_field(section, at):
        return None
    if rule := _closing(section, at, used):
        return Signed(person, rule)
    if section.kind in _ATTACHED or (section.kind in _PLANS and not person.reachable):
        return None
    first, last = section.lines[at], section.lines[max(person.rows)]
    if section.where == "paper" and people.dated(first.text) and (rule := _advice(section, at)):
        return Signed(person, rule, checked=True)
    if section.where == "front":
        signs = not ELECTED.search(first.text) and (_closes(section, max(person.rows), person) or _summons(section, at))
    else:
        ends = max(person.rows) + 1 == len(section.lines) and len(set(person.rows)) > 1 and person.reachable
        told = at >= _HEAD or any(map(_is_sentence, section.lines[:at]))
        closes = _closes(section, max(person.rows), person) or _stands_over(section, at, max(person.rows), used)
        signs = (closes or _is_its_own(section, at, person)) if told else people.dated(last.text) or ends
    signs = signs or _is_said(first, person)
    return Signed(person, "contacts.after-signature") if signs else None


def _summons(section: Section, at: int) -> bool:
    """Whether a signature stands right beneath the sentence that calls the meeting."""
    above = section.lines[max(at - _CALL, 0) : at]
    return bool(above) and _ends_text(above[-1]) and rules.load("front").first("summons", join(above)) is not None


def _signature(section: Section, at: int, used: frozenset[int]) -> Person | None:
    """The person of a row that is nothing but a name and title, or a name with the title beneath it."""
    lines = section.lines
    line = lines[at]
    hit = rules.load("contacts").first("signed", line.text)
    beside = hit is not None and len(line.cells) == 2 and hit.match.end() >= len(line.cells[0].text)
    if (len(line.cells) > 1 and not beside) or len(line.text) > _LONGEST or _ITEM_START.match(line.text) or not _whole(line.text):
        return None
    if (at and _RUNS_ON.search(lines[at - 1].text)) or _NEXT_FIELD.search(line.text):
        return None
    start = (cards.clip(line, hit.match.end()) if hit else None) or line
    named = people.person(start.text) if people.may_begin_with_name(start.text) else None
    if named is None or named.role_first or (named.role and not people.is_role(named.role)):
        return None
    rows = [Row(at, start)]
    if named.role is None:
        title = lines[at + 1] if at + 1 < len(lines) and at + 1 not in used else None
        member = ELECTED.search(start.text) is not None or _closing(section, at, used) is not None
        if title is None or not _is_title(title, member=member):
            return None
        rows.append(Row(at + 1, title))
    rows += _following(section, rows[-1].at + 1, used)
    persons = cards.read(cards.strands(rows, cards.right_edge(lines, line.sheet)))
    if persons and persons[0].name and persons[0].role is None and len(rows) > 1:
        persons[0].role = people.bare(rows[1].line.text)
        persons[0].use(cards.Strand(rows[1].line.text, (rows[1].line,), (rows[1].at,)))
    return persons[0] if persons and persons[0].name and persons[0].role else None


def _in_a_field(section: Section, at: int) -> bool:
    """Whether a name is one of those listed beside or beneath a label ("Consultees:"), in the column of the first of them."""
    line = section.lines[at]
    for above in reversed(section.lines[max(at - _LISTED, 0) : at]):
        if above.sheet != line.sheet:
            return False
        label, indented = above.cells[0], line.box.x0 - above.box.x0 > _FLUSH
        if rules.load("contacts").first("listed-beneath", label.text) and (label is above or indented):
            return True
        if len(above.cells) > 1:
            label, value = above.cells[:2]
            return label.text.endswith(":") and abs(value.box.x0 - line.box.x0) <= _FLUSH
        if abs(above.box.x0 - line.box.x0) > _FLUSH:
            return False
    return False


def _stands_over(section: Section, at: int, last: int, used: frozenset[int]) -> bool:
    """Whether one of two signatures, which stands beneath running text, stands right over the other, which closes the paper."""
    below = _signature(section, last + 1, used) if last + 1 < len(section.lines) and last + 1 not in used else None
    return below is not None and bool(at) and _ends_text(section.lines[at - 1]) and _closes(section, max(below.rows), below)


def _is_its_own(section: Section, at: int, person: Person) -> bool:
    """Whether a paper that goes on with annexes of its own is signed in its midst: right beneath running text and over a
    heading or the end of a sheet, by somebody whom its head names."""
    lines, last = section.lines, max(person.rows)
    if not at or last + 1 >= len(lines) or not _ends_text(lines[at - 1]) or lines[at - 1].sheet != lines[at].sheet:
        return False
    below = lines[last + 1]
    heads = below.sheet != lines[last].sheet or (below.bold and not lines[last].bold)
    return heads and any((person.name or "").casefold() in line.text.casefold() for line in lines[: min(_HEAD, at)])


def _ends_text(line: Line) -> bool:
    """Whether running text ends with a row, which may be the last few words of it."""
    return line.text.endswith(".") and not line.bold


def _abreast(section: Section, at: int, used: frozenset[int]) -> list[Signed]:
    """Those who sign side by side at a paper's end: two or three names in a row, each with a title beneath it in its column."""
    lines, names = section.lines, section.lines[at].cells
    if section.where != "paper" or section.kind in _ATTACHED | _PLANS or not 2 <= len(names) <= 3:
        return []
    if (
        at
        and at - 1 not in used
        and any(rules.load("contacts").first(means, lines[at - 1].text) for means in ("heading", "contact", "ask"))
    ):
        return []
    if not all(people.person_name(cell.text) for cell in names) or not any(map(_is_sentence, lines[:at])):
        return []
    columns: list[list[Row]] = [[Row(at, cell)] for cell in names]
    last = at
    for number in range(at + 1, min(at + 1 + _TITLE_ROWS, len(lines))):
        placed = [(cell, column) for cell in lines[number].cells for column in columns if _beneath(column, cell)]
        whole = len(placed) == len(lines[number].cells) and number not in used
        first = number == at + 1
        if not whole or all(people.dated(cell.text) for cell, _ in placed) or (first and len(placed) < len(names)):
            break
        if not first and not all(_adds(column, cell) for cell, column in placed):
            break
        for cell, column in placed:
            column.append(Row(number, cell))
        last = number
    titles = [join(row.line for row in column[1:]) for column in columns]
    closed = (
        last + 1 >= len(lines)
        or people.dated(lines[last + 1].text)
        or rules.load("contacts").first("after-signature", lines[last + 1].text)
    )
    if not closed or not all(people.is_role(text) or rules.load("contacts").first("member-office", text) for text in titles):
        return []
    return [
        Signed(
            Person(
                name=people.person_name(column[0].line.text),
                role=people.bare(title),
                lines=[row.line for row in column],
                rows=[*(row.at for row in column), last],
            ),
            "contacts.after-signature",
        )
        for column, title in zip(columns, titles, strict=True)
    ]


def _beneath(column: list[Row], cell: Line) -> bool:
    """Whether a cell stands in a column: it begins where that does, or has its middle under that of the name."""
    name = column[0].line.box
    return abs(cell.box.x0 - name.x0) <= _FLUSH or abs(cell.box.x0 + cell.box.x1 - name.x0 - name.x1) <= 2 * _FLUSH


def _adds(column: list[Row], cell: Line) -> bool:
    """Whether a cell goes on with the title above it, close beneath it."""
    above = column[-1].line
    if any(kind in ("email", "phone") for kind, _ in cards.tokens(cell.text)):
        return False
    near = cell.sheet == above.sheet and cell.box.top - above.box.top < _CLOSE * cell.size
    return near and cell.bold == above.bold and not people.person(cell.text) and not cell.text.endswith(".")


def _is_said(line: Line, person: Person) -> bool:
    """Whether the word "signature" stands before an officer's name: then nothing around it need show that it is one."""
    hit = rules.load("contacts").first("signed", line.text)
    return hit is not None and hit.rule == "contacts.signed" and not ELECTED.search(line.text) and person.role is not None


def _is_sentence(line: Line) -> bool:
    """Whether a row is running text, which the head of a paper does not have: whoever stands beneath it signs it."""
    text = _NUMBER.sub("", line.text)
    return text.endswith(".") and len(text.split()) >= _PROSE and text[:1].isupper()


def _whole(text: str) -> bool:
    """Whether a row is no piece of a longer text: its brackets close, it is not one of a list and no sentence."""
    return text.count("(") == text.count(")") and ";" not in text and not (text.endswith(".") and len(text.split()) > _SENTENCE)


def _is_title(line: Line, *, member: bool = False) -> bool:
    """Whether a row is a job title, or a member's office where a member stands above it."""
    text = people.bare(line.text)
    office = people.is_role(text) or (member and rules.load("contacts").first("member-office", text) is not None)
    return (
        len(line.cells) == 1
        and len(text) <= 100
        and office
        and not text.endswith(".")
        and people.person(text) is None
        and not _ITEM_START.match(text)
        and len(text.split()) <= 14
        and ":" not in text
    )


def _following(section: Section, at: int, used: frozenset[int]) -> list[Row]:
    """The rows below a signature that go on with the title or give a telephone or an address."""
    rows: list[Row] = []
    for number in range(at, min(at + 4, len(section.lines))):
        line = section.lines[number]
        if number in used or rules.load("contacts").first("after-signature", line.text):
            break
        kinds = [kind for kind, value in cards.tokens(line.text) if kind != "text" or people.person(value.rpartition(":")[2])]
        if "text" in kinds and len(kinds) > 1:
            break
        if not set(kinds) & {"email", "phone"} and (len(line.text) > 60 or people.person(line.text) or line.text.endswith(".")):
            break
        if len(line.text) > _LONGEST:
            break
        rows.append(Row(number, line))
    reach = [n for n, row in enumerate(rows) if {kind for kind, _ in cards.tokens(row.line.text)} & {"email", "phone"}]
    return rows[: reach[-1] + 1] if reach else rows[:1] if rows and _goes_on(section.lines[at - 1], rows[0].line) else []


def _goes_on(above: Line, below: Line) -> bool:
    bracketed = below.text.startswith("(") and below.text.endswith(")") and people.is_role(below.text)
    return bool(re.search(r"(?:\b(?:and|of|for|the)|[,&–-])$", above.text)) or below.text[:1].islower() or bracketed


def _closing(section: Section, at: int, used: frozenset[int]) -> str | None:
    for above in range(at - 1, max(at - 1 - _LETTER, -1), -1):
        if hit := rules.load("contacts").first("closing", section.lines[above].text):
            return hit.rule
        if above in used or people.person_name(section.lines[above].text):
            return None
    return None


def _advice(section: Section, at: int) -> str | None:
    """The heading of professional advice above a row, where no other heading of a contact section has come since."""
    for above in range(at - 1, max(at - 1 - _ADVICE, -1), -1):
        if hit := rules.load("contacts").first("zone", section.lines[above].text):
            return hit.rule
    return None


def _closes(section: Section, last: int, person: Person) -> bool:
    """Whether what comes after a signature shows that it is one: the end, a date, annexes, a contact or an address."""
    if last + 1 >= len(section.lines) or people.dated(section.lines[last].text):
        return True
    after = section.lines[last + 1].text
    if rules.load("contacts").first("after-signature", after) or (section.where == "front" and people.is_place(after)):
        return True
    return section.where == "front" and (person.reachable or (section.kind == "below" and _heads(section.lines[last + 1])))


def _heads(line: Line) -> bool:
    return line.bold or line.text.isupper()
