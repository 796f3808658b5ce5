"""Cards: the few lines, cells or columns that give one person's name, job title, e-mail address and telephone number.

A card may stand in a column beside another one, break an address over two lines, or print its parts in any order. `cut` takes
a column out of a row, `strands` joins what was broken, `read` makes persons of it. Others decide where a card begins and ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from agendapack import prepared, rules
from agendapack.layout import BULLETS, Line, Span
from agendapack.stages import people

_SLACK = 6.0
"""How far, in points, the starts of two pieces of one column may lie apart."""
_ABBREVIATION = 4
"""Letters of the longest abbreviation that may end a title in capitals ("Head of ICT"); more are a heading."""
_TRADE = 4
"""Words at most that say before a person what to ask him about."""
_OPEN_END = prepared.pattern(r"(?:\b(?:and|of|for|the|to|in|with)|[&/–-])$", re.IGNORECASE)
_PART_ADDRESS = prepared.pattern(r"[\w.+'’-]+@[\w.-]*$")
_WHOLE_ADDRESS = prepared.pattern(r"@[\w.-]+\.(?:uk|com|org|net|eu|info|wales|cymru|scot|london|coop|co|ie)\.?$", re.IGNORECASE)
_PART_LOCAL = prepared.pattern(r"(?:^|[\s:])[A-Za-z][\w.]*[._-]$")
_PART_PHONE = prepared.pattern(r"(?:\(?0\d{2,5}\)?|\+44[\d ()]*|\b0\d{2,4}[ -]\d{3,4})$")
_EXTENSION = prepared.pattern(r"\d{3,6}")
"""An internal extension: too few figures to be a telephone number without a label."""
_DIVIDED = prepared.pattern(r"\w\s+[–—-]\s+(?=[A-Z])|:\s")
"""What stands between an office and whoever holds it, and within no job title."""
_AROUND = " \t,;:|-–—/*•▪☎✆✉"
"""What stands around the parts of a card and belongs to none of them."""
_OR = prepared.pattern(r"^(?:or|and)\s+(?=[A-Z])")
"""What leads to the next person of a sentence."""
_LISTED = prepared.pattern(rf"^(?:\(?[a-z0-9]{{1,3}}[.)]\s|[{BULLETS}]|\d+\.\d)", re.IGNORECASE)


class Strand(Struct, frozen=True):
    """The text of one cell, with what was broken off it joined again. `rows` are places in the section's lines."""

    text: str
    lines: tuple[Line, ...]
    rows: tuple[int, ...]
    first: bool = True
    """Whether it is the first cell of its row."""


class Row(Struct, frozen=True):
    """A line, or the part of it that lies in a column, with its place in the section's lines."""

    at: int
    line: Line


class Person(Struct):
    """A person while being read; what is not printed stays None."""

    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    team: str | None = None
    role_first: bool = False
    lines: list[Line] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    @property
    def reachable(self) -> bool:
        """Whether an e-mail address or a telephone number is known."""
        return self.email is not None or self.phone is not None

    def use(self, strand: Strand) -> None:
        """Remember that the strand said something of this person."""
        if strand.lines[0] not in self.lines:
            self.lines.extend(strand.lines)
            self.rows.extend(strand.rows)


def cut(line: Line, left: float, right: float) -> Line | None:
    """The part of a line between two places on the sheet; None where nothing stands there.

    A span that runs over an edge because the gap was too narrow to be seen is divided at the blank nearest to that edge.
    """
    spans = [piece for span in line.spans for piece in _inside(span, left, right)]
    if not spans:
        return None
    return line if len(spans) == len(line.spans) and spans == list(line.spans) else line.part(spans)


def right_edge(lines: Iterable[Line], sheet: int) -> float:
    """Where the longest lines of a sheet end, in points."""
    return max((line.box.x1 for line in lines if line.sheet == sheet and not line.turned), default=0.0)


def wrapping_edge(lines: Sequence[Line], cell: Line) -> float | None:
    """Where the lines end of the column in which a cell stands, in points; None where nothing shows that text wraps in it."""
    column = [
        (at, other)
        for at, line in enumerate(lines)
        for other in line.cells
        if line.sheet == cell.sheet and abs(other.box.x0 - cell.box.x0) <= _SLACK
    ]
    wraps = any(at + 1 == below and goes_on.text[0].islower() for (at, _), (below, goes_on) in pairwise(column))
    return max(other.box.x1 for _, other in column) if wraps else None


def clip(line: Line, start: int, end: int | None = None) -> Line | None:
    """The line from one character of its text to another; None where nothing but blanks is left. Inside a span the place on the
    sheet is estimated from the share of its letters."""
    end = len(line.text) if end is None else end
    text = line.text[start:end].strip()
    if not text:
        return None
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        words = " ".join(span.text.split())
        first = max(line.text.find(words, at), at) if words else at
        at = first + len(words)
        low, high = max(start - first, 0), min(end - first, len(words))
        if low < high and words[low:high].strip():
            width = (span.x1 - span.x0) / len(words)
            spans.append(replace(span, text=words[low:high], x0=span.x0 + width * low, x1=span.x0 + width * high))
    return replace(line.part(spans), text=text) if spans else replace(line, text=text)


def _inside(span: Span, left: float, right: float) -> Iterator[Span]:
    if span.x0 >= left - _SLACK and span.x1 <= right + _SLACK:
        yield span
        return
    start = _blank_near(span, left) if span.x0 < left - _SLACK else 0
    end = _blank_near(span, right) if span.x1 > right + _SLACK else len(span.text)
    if start < end and span.text[start:end].strip():
        width = (span.x1 - span.x0) / max(len(span.text), 1)
        yield replace(span, text=span.text[start:end], x0=span.x0 + width * start, x1=span.x0 + width * end)


def _blank_near(span: Span, x: float) -> int:
    """The offset of the blank (or of an end of the span) that lies nearest to a place on the sheet."""
    width = (span.x1 - span.x0) / max(len(span.text), 1)
    places = [0, *(n for n, letter in enumerate(span.text) if letter == " "), len(span.text)]
    return min(places, key=lambda place: abs(span.x0 + width * place - x))


def strands(rows: Sequence[Row], edge: float) -> list[Strand]:
    """The cells of some rows in reading order, broken addresses, numbers and wrapped lines joined.

    `edge` is the right end of the column in points: a line that leaves no room for the next word runs on.
    """
    out: list[Strand] = []
    open_cells: list[tuple[int, float]] = []
    for row in rows:
        cells = row.line.cells
        now: list[tuple[int, float]] = []
        limits = [cell.box.x0 - _SLACK for cell in cells[1:]] + [edge]
        for number, (cell, limit) in enumerate(zip(cells, limits, strict=True)):
            piece = Strand(cell.text, (cell,), (row.at,), first=number == 0)
            target = _continued(out, open_cells, piece, fewer=len(cells) < max(len(open_cells), 2))
            if target is None:
                out.append(piece)
                now.append((len(out) - 1, limit))
            else:
                glue = "" if _glued(out[target].text, piece.text) else " "
                out[target] = Strand(
                    out[target].text + glue + piece.text,
                    (*out[target].lines, cell),
                    (*out[target].rows, row.at),
                    out[target].first,
                )
                now.append((target, limit))
        kept = [(n, limit) for n, limit in open_cells if len(cells) == 1 < len(open_cells) and n not in dict(now)]
        open_cells = now if not kept else [*kept, *now]
    return out


def _continued(out: list[Strand], open_cells: list[tuple[int, float]], piece: Strand, *, fewer: bool) -> int | None:
    """Which strand of the row above this piece continues."""
    start = piece.lines[0].box.x0
    for number, limit in reversed(open_cells):
        above = out[number]
        aligned = abs(above.lines[-1].box.x0 - start) <= _SLACK or (len(above.lines) == 1 and len(open_cells) == 1)
        if (_glued(above.text, piece.text) or _numbered(above.text, piece.text)) and (aligned or fewer):
            return number
        if aligned and fewer and _runs_on(above, piece, limit):
            return number
    return None


def _glued(above: str, below: str) -> bool:
    """Whether two pieces are halves of one e-mail address."""
    part = _PART_ADDRESS.search(above)
    if part and re.match(r"[\w-]*\.?\w[\w.-]*(?:\s|$)", below) and not re.match(r"(?:tel|phone|e-?mail)\b", below, re.IGNORECASE):
        return bool(re.match(r"\.[a-z]", below)) or not _WHOLE_ADDRESS.search(part.group())
    if below.startswith("@"):
        return bool(re.search(r"[\w.-]$", above))
    return bool(_PART_LOCAL.search(above) and re.match(r"[\w.'-]+@", below))


def _numbered(above: str, below: str) -> bool:
    """Whether two pieces are halves of one telephone number."""
    part = _PART_PHONE.search(above)
    wanted = 11 - sum(letter.isdigit() for letter in part.group()) if part else 0
    rest = re.match(r"[\d ]+", below)
    return bool(part and rest and 0 < wanted <= 8 and abs(sum(c.isdigit() for c in rest.group()) - wanted) <= 1)


def _runs_on(above: Strand, below: Strand, limit: float) -> bool:
    """Whether a line of text continues on the next: it ends openly, or it had no room for the next word."""
    text = above.text.rstrip()
    if _tokens_start(below.text) or not text or _ends_in_contact(text) or _LISTED.match(below.text):
        return False
    if below.text.isupper() and not text.isupper() and len(below.text) > _ABBREVIATION:
        return False
    added = below.text.startswith("(") and people.is_role(below.text) and people.is_role(text)
    if added or below.text[0].islower() or _OPEN_END.search(text) or text.count("(") > text.count(")"):
        return True
    named = people.person(text)
    if text.endswith(",") and named:
        return not opens_person(below.text) and (named.role is None or not people.is_place(below.text))
    last, first = above.lines[-1], below.lines[0]
    apart = (first.bold and not last.bold) or first.box.top - last.box.bottom > last.size
    if named and named.role and len(below.text.split()) == 1 and below.text.istitle() and not (apart or text.endswith(")")):
        return True
    letter = (last.box.x1 - last.box.x0) / max(len(last.text), 1)
    full = last.box.x1 + letter * (1.5 + len(below.text.split()[0])) > limit
    address = "," in below.text and below.text[0].isupper() and people.is_place(below.text)
    return full and not apart and not address and not _stands_alone(text) and not opens_person(below.text)


def _stands_alone(text: str) -> bool:
    """Whether a line is whole: a name, or the label of a field."""
    return people.person_name(text) is not None or rules.load("contacts").first("field-word", text) is not None


def opens_person(text: str) -> bool:
    """Whether a piece is a name, alone or with its job title behind it: somebody else than in the line above."""
    named = people.person(text)
    if named is None or named.role is None or named.role_first:
        return named is not None and named.role is None
    return people.is_role(named.role) or text.endswith(f"({named.role})")


def _ends_in_contact(text: str) -> bool:
    return any(match.end() >= len(text) - 1 for _, match in _contact_tokens(text))


def _tokens_start(text: str) -> bool:
    vocabulary = rules.load("contacts")
    if any(match.start() <= 1 for _, match in _contact_tokens(text)):
        return True
    labelled = (vocabulary.first(means, text) for means in ("field-contact", "field-role", "field-name", "field-skip"))
    return vocabulary.first("field-word", text) is not None or any(hit and hit.match.start() == 0 for hit in labelled)


def _contact_tokens(text: str) -> list[tuple[str, re.Match[str]]]:
    vocabulary = rules.load("people")
    found: list[tuple[str, re.Match[str]]] = []
    for means in ("email", "phone"):
        for rule in vocabulary.rows:
            if rule.means == means:
                for match in rule.pattern.finditer(text):
                    if not any(match.start() < other.end() and other.start() < match.end() for _, other in found):
                        found.append((means, match))
    return sorted(found, key=lambda pair: pair[1].start())


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """What a piece of text holds, in order: ("email" | "phone" | "text" | "name" | "role" | "skip", value).

    One word between a telephone's label and its number is the exchange's town ("Telephone: Anytown (01234) 567890").
    """
    vocabulary = rules.load("contacts")
    marks = [(match.start(), match.end(), means, match.group()) for means, match in _contact_tokens(text)]
    for rule in vocabulary.rows:
        if rule.means.startswith("field-") and rule.means not in ("field-word", "field-tail"):
            for match in rule.pattern.finditer(text):
                if not any(start < match.end() and match.start() < end for start, end, _, _ in marks):
                    marks.append((match.start(), match.end(), rule.means, ""))
    at, now, labelled = 0, "text", False
    for start, end, means, value in [*sorted(marks), (len(text), len(text), "end", "")]:
        words = _trimmed(text[at:start])
        if words and not (means == "phone" and labelled and " " not in words):
            yield (now, words)
        if means in ("email", "phone"):
            if now != "skip" or means == "email":
                yield (means, value)
            now, labelled = "text", False
        elif means != "end":
            labelled = means == "field-contact"
            now = {"field-name": "name", "field-role": "role", "field-skip": "skip"}.get(means, "text")
        at = end


def _trimmed(text: str) -> str:
    vocabulary = rules.load("contacts")
    text = _OR.sub("", text.strip(_AROUND).removeprefix(")").lstrip(_AROUND))
    if vocabulary.first("field-word", text):
        return ""
    if tail := vocabulary.first("field-tail", text):
        text = text[: tail.match.start()]
    return text.strip(_AROUND).removesuffix("(").rstrip()


def read(parts: Iterable[Strand], *, role: str | None = None) -> list[Person]:
    """The persons of a run of strands, in order. `role` is the office that the label before them names."""
    found = [Person(role=None)]
    before = ""
    for strand in parts:
        if _EXTENSION.fullmatch(strand.text) and rules.load("contacts").first("extension", before):
            _take_phone(found, strand, strand.text)
        for kind, value in tokens(strand.text):
            _READERS[kind](found, strand, value)
        before = strand.text
    out = [person for person in found if person.name or person.reachable]
    if out and role and out[0].name and out[0].role is None:
        out[0].role = role
    return out


def _take_email(found: list[Person], strand: Strand, value: str) -> None:
    value = "".join(value.split()).lower().replace("’", "'")
    free = [person for person in reversed(found) if person.email is None]
    target = next((person for person in free if holds(value, person)), next(iter(free), None))
    ours = target is found[-1] and not _named_together(found, strand)
    if target is not None and (ours or not found[-1].name or holds(value, target)):
        target.email = value
        target.use(strand)


def _named_together(found: Sequence[Person], strand: Strand) -> bool:
    """Whether the last person is named in one piece of text with another, and not in this one: what it tells is nobody's."""
    if len(found) < 2 or not (found[-1].name and found[-2].name and found[-1].lines):
        return False
    named = found[-1].lines[0]
    return named in found[-2].lines and named not in strand.lines


def holds(address: str, person: Person) -> bool:
    """Whether an address is a person's by its words."""
    surname = re.sub(r"[^a-z]", "", (person.name or "").split(" ")[-1].lower())
    return len(surname) > 1 and surname in re.sub(r"[^a-z]", "", address.partition("@")[0])


def _take_phone(found: list[Person], strand: Strand, value: str) -> None:
    """The first number counts, but a whole number is better than a mere extension."""
    now = found[-1]
    if _named_together(found, strand):
        return
    if now.phone is None or (now.phone[0].isalpha() and not value[0].isalpha()):
        value = " ".join(value.split())
        now.phone = value.lstrip("( ") if value.count("(") > value.count(")") else value
        now.use(strand)


def _take_name(found: list[Person], strand: Strand, value: str) -> None:
    named = people.person(value)
    name = named.name if named else value if people.may_be_name(value) else None
    if name is None:
        return
    if found[-1].name:
        found.append(Person())
    found[-1].name = name
    found[-1].role = found[-1].role or (named.role if named else None)
    found[-1].use(strand)


def _take_role(found: list[Person], strand: Strand, value: str) -> None:
    found[-1].role = people.bare(value)
    found[-1].use(strand)


def _take_text(found: list[Person], strand: Strand, value: str) -> None:
    if said := rules.load("contacts").first("by-telephone", value):
        value = value[: said.match.start()]
    if not any(letter.isalpha() for letter in value):
        return
    persons = people.persons(value) or _behind_trade(value)
    now = found[-1]
    if persons and now.name and persons[0].role is None and (people.is_place(value) or _is_ward_of(now, strand, value)):
        return
    if persons and not (now.name and now.role is None and persons[0].role_first and not _DIVIDED.search(value)):
        for named in persons:
            if now.name:
                now = Person()
                found.append(now)
            now.name = named.name
            now.role = named.role or now.role
            now.role_first = now.role is not None and named.role is None
            now.use(strand)
    elif now.name is None:
        if people.is_role(value) and (now.role is None or value.startswith(now.role)):
            now.role = people.bare(value)
            now.use(strand)
        elif now.team is None and len(value.split()) <= 6 and value[0].isupper() and not people.is_place(value):
            now.team = value
            now.use(strand)
    elif _named_together(found, strand) and found[-2].role is None:
        return
    elif now.role is None and (people.is_role(value) or (_inline(now, strand) and _may_be_role(value))):
        now.role = people.bare(value)
        now.use(strand)
    elif now.role_first and now.reachable and strand.first and people.is_role(value):
        found.append(Person(role=people.bare(value)))
        found[-1].use(strand)


def _behind_trade(value: str) -> tuple[people.Named, ...]:
    """The persons whom a word or two before a colon say to ask about what ("Events: Jane Doe")."""
    trade, _, names = value.partition(":")
    named = people.persons(names) if names and len(trade.split()) <= _TRADE and not people.is_role(trade) else ()
    return named if not any(one.role for one in named) else ()


def _is_ward_of(person: Person, strand: Strand, value: str) -> bool:
    """Whether a cell beside a lone name is the ward it stands for and no second person ("Jane Doe | Castle Ward | 01234 ...")."""
    beside = not strand.first and strand.rows[0] in person.rows and not person.reachable
    return beside and person.role is None and people.is_ward(value)


def _may_be_role(value: str) -> bool:
    """Whether what stands beside a name can be a job title at all: neither the rest of a sentence, a place nor another label."""
    label = rules.load("contacts").first("boundary", value)
    return value[0].isupper() and label is None and not people.is_place(value)


def _inline(person: Person, strand: Strand) -> bool:
    """Whether a strand stands in the row that gave the person's name, or is the strand that gave it."""
    return strand.rows[0] in person.rows and (not strand.first or person.lines[-1] is strand.lines[-1])


def _take_nothing(found: list[Person], strand: Strand, value: str) -> None:
    """A field that says nothing of the person."""


_READERS = {
    "email": _take_email,
    "phone": _take_phone,
    "name": _take_name,
    "role": _take_role,
    "text": _take_text,
    "skip": _take_nothing,
}
