"""The persons whom a section names to be asked, or who checked or signed it.

Four things lead to a contact: a label ("Contact Officer:"), a heading or sentence with cards beneath it ("Contact details",
"please contact"), a column of a table ("Contact") and a signature. Each yields the rows of one column, which `cards.read` makes
into persons; tables of persons are read by `rosters`, signatures by `signing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack import rules
from agendapack.candidates import candidates
from agendapack.layout import Line, Section
from agendapack.prepared import pattern
from agendapack.records import Contact, ContactKind
from agendapack.stages import abreast, cards, people, signing
from agendapack.stages.cards import Person, Row
from agendapack.stages.contact_labels import Label, cleared, listed, names_someone
from agendapack.stages.contact_records import Found, records
from agendapack.stages.rosters import roster

_FAR = 10_000.0
_CARD_ROWS, _BLOCK_ROWS = 14, 60
_LABEL_ROWS = 4
"""Rows over which a label wraps in a narrow cell at most."""
_NEAR = 25
"""Rows within which a contact section's heading or first label stands above a later label of it."""
_REGISTER = 8
"""A label that recurs more often than this in one paper is a field of a register (a forward plan), not its own contact."""
_PLANS = frozenset({"tracker", "work_programme"})
"""Papers whose tables name an officer for each row; the paper itself may have a contact all the same."""
_IN_PLANS = 2
"""A label that recurs more often than this in such a paper belongs to its rows."""
_ATTACHED = frozenset({"annex", "response_pro_forma"})
_IN_ATTACHED = frozenset({"contact-officer", "officer-contact", "report-author", "produced-by", "checked-by"})
_ITEM_START = pattern(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]\s|\d{1,2}\.\d{1,2}\s|\(?[a-z]{1,3}\)\s|[•▪●■○◦➢►\uf0b7])", re.IGNORECASE)
_BARE_NUMBER = pattern(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?")
_DIVIDER = pattern(r"\s*[:;–—-]+\s*|\s*$|\s+")
_ENDS_LABEL = pattern(r"\bby\W*$|:$", re.IGNORECASE)
"""How the last row of a label ends that says who checked a paper, and wraps in its cell."""


def contacts(section: Section) -> tuple[Contact, ...]:
    """The contacts of a section in reading order, each person once for each kind; `id` is left empty."""
    if "minutes" in (section.where, section.kind):
        return ()
    labelled = list(_labelled(section))
    used = frozenset(row for one in labelled for row in one.person.rows)
    found = _without_registers(labelled, _IN_PLANS if section.kind in _PLANS else _REGISTER)
    if section.where != "agenda":
        for signed in signing.signatures(section, used):
            kind = "checked_by" if signed.checked else _signing_kind(section, signed.person)
            found.append(Found(signed.person, kind, signed.rule, tuple(signed.person.lines)))
    return records(sorted(found, key=lambda one: min(one.person.rows)), section.lines)


def _labelled(section: Section) -> Iterator[Found]:
    """Persons under labels, headings, sentences and table columns."""
    used: set[int] = set()
    tabled: set[int] = set()
    rostered = section.where == "paper" and section.kind not in _ATTACHED | _PLANS
    for at in range(len(section.lines)):
        if at in tabled:
            continue
        if rostered and (table := roster(section, at)):
            for person in table.persons:
                tabled.update(person.rows)
                kind: ContactKind = "checked_by" if table.cleared else "contact_officer"
                yield Found(person, kind, "contacts.field-word", tuple(person.lines))
            continue
        for label in _labels(section, at):
            if label.means == "front-field" and at in used:
                continue
            kind = _kind(section, label)
            for group, persons in _groups(section, at, label):
                for person in _kept(group, persons):
                    if _admitted(section, group, person) and (person.name or not used.issuperset(person.rows)):
                        used.update(person.rows)
                        final = _signing_kind(section, person) if group is label and label.plural else kind
                        yield Found(person, final if section.where == "front" else kind, label.rule, (group.cell, *person.lines))


# --- labels ----------------------------------------------------------------------------------------------------------------


def _meanings(section: Section) -> tuple[str, ...]:
    if section.where == "front":
        return ("heading", "committee", "front-field")
    if section.where == "agenda":
        return ("contact",)
    return ("heading", "contact", "contact-team", "checked", "checked-office", "checked-comments")


def _labels(section: Section, at: int) -> Sequence[Label]:
    """The labels of a row, each with the column that belongs to it."""
    return section.kept(f"labels of contacts {section.kind}", lambda: _all_labels(section)).get(at, ())


def _all_labels(section: Section) -> dict[int, Sequence[Label]]:
    """The labels of each row that has one."""
    leading = candidates(rules.load("contacts"), (*_meanings(section), "ask", "column"), [line.text for line in section.lines])
    found: dict[int, Sequence[Label]] = {}
    for at, line in enumerate(section.lines):
        wrapped = _wrapped(section, at) if section.where == "paper" and len(line.cells) > 1 else None
        if wrapped:
            found[at] = [wrapped]
        elif at in leading:
            found[at] = _labels_in(section, at) or [label for label in (_sentence(section, at), *_columns(section, at)) if label]
    return found


def _labels_in(section: Section, at: int) -> list[Label]:
    """The labels that begin a cell of a row, or a part of one in a style of its own."""
    line = section.lines[at]
    hits: list[tuple[Line, tuple[str, str, int, str | None]]] = []
    places: set[int] = set()
    for place, cell in _starts(line):
        hit = None if place in places else _hit(section, cell.text)
        if hit and not (hits and hit[0] == "front-field") and not _is_value(line, cell):
            places.add(place)
            hits.append((cell, hit))
    found: list[Label] = []
    right = _FAR
    for number, (cell, hit) in reversed(list(enumerate(hits))):
        label = _label(line, cell, hit, right, first=number == 0)
        if _introduces(section, at, label):
            found.insert(0, label)
            right = cell.box.x0
    return found


def _wrapped(section: Section, at: int) -> Label | None:
    """A label of who checked a paper that wraps in its cell, so that the person stands beside its first row."""
    line = section.lines[at]
    label, value = line.cells[:2]
    text, above = label.text, label
    for below in section.lines[at + 1 : at + _LABEL_ROWS]:
        cell = below.cells[0]
        if abs(cell.box.x0 - label.box.x0) > 4 or cell.box.x1 > value.box.x0 or _apart(above, cell):
            return None
        text, above = f"{text} {cell.text}", cell
        hit = (_hit(section, text.rstrip(" :")) or _hit(section, text)) if _ENDS_LABEL.search(cell.text) else None
        if hit and hit[0].startswith("checked") and hit[2] >= len(text.rstrip(" :")) and names_someone(value.text):
            right = line.cells[2].box.x0 if len(line.cells) > 2 else _FAR
            return Label(hit[0], hit[1], value.box.x0, right, label, value, hit[3])
    return None


def _label(line: Line, cell: Line, hit: tuple[str, str, int, str | None], right: float, *, first: bool) -> Label:
    """The label that begins a cell. Its column reaches to the next label, and to the margin where nothing stands before it."""
    means, rule, end, role = hit
    before = [span for span in line.spans if span.x1 <= cell.box.x0 + 1 and not _BARE_NUMBER.fullmatch(span.text.strip())]
    left = 0.0 if first and not before else cell.box.x0
    right = min((right, *(other.box.x0 for other in line.cells if other.box.x0 > cell.box.x1 and _heads_column(other))))
    column = cards.cut(line, cell.box.x0, right) or cell
    divider = _DIVIDER.match(column.text, end) if end else None
    rest = cards.clip(column, divider.end() if divider else 0)
    return Label(means, rule, left, right, cards.clip(column, 0, end) or column, rest, role)


def _heads_column(cell: Line) -> bool:
    """Whether a cell holds nothing but the label of another field: it heads a column of its own and is no person's office."""
    hit = rules.load("contacts").first("boundary", cell.text)
    return hit is not None and hit.match.end() >= len(cell.text.rstrip(" :."))


def _introduces(section: Section, at: int, label: Label) -> bool:
    """Whether a label without a colon has somebody beside or beneath it; else it is the head of a table or a mere phrase."""
    if label.means == "checked-comments":
        return label.rest is not None and cards.opens_person(people.bare(label.rest.cells[0].text))
    if label.means in ("heading", "front-field") or _has_colon(section.lines[at], label):
        return True
    if label.rule == "contacts.relevant-director" and not _in_contacts(section, at, label):
        return False
    if label.rest is not None:
        return names_someone(label.rest.text) or names_someone(_with_rest_below(section, at, label.rest, label.right))
    return not (section.kind in _PLANS and len(section.lines[at].cells) > 1) and _stands_above(section, at, label)


def _stands_above(section: Section, at: int, label: Label) -> bool:
    """Whether somebody stands in the rows beneath a label without a colon."""
    cuts = (cards.cut(line, label.left, label.right) for line in section.lines[at + 1 : at + 4])
    below = next((cut for cut in cuts if cut and not rules.load("contacts").first("label-rest", cut.text)), None)
    if below is None or label.role:
        return below is not None and names_someone(below.text)
    tokens = [token for cell in below.cells for token in cards.tokens(cell.text)]
    return any(kind != "text" or people.persons(value) for kind, value in tokens)


def _with_rest_below(section: Section, at: int, rest: Line, right: float) -> str:
    """What stands beside a label with the line that goes on with it in a narrow column."""
    below = next((cut for line in section.lines[at + 1 : at + 2] if (cut := cards.cut(line, rest.box.x0, right))), None)
    reached = any(kind in ("email", "phone") for kind, _ in cards.tokens(rest.text))
    return f"{rest.text} {below.text}" if below is not None and below.box.x0 - rest.box.x0 < 6 and not reached else ""


def _in_contacts(section: Section, at: int, label: Label) -> bool:
    """Whether a contact section is near above: there "Director" is a label, elsewhere it is any column of any table."""
    vocabulary = rules.load("contacts")
    cells = [cell for line in section.lines[max(at - _NEAR, 0) : at + 1] for cell in line.cells if cell.box != label.cell.box]
    hits = [vocabulary.first(means, cell.text) for cell in cells for means in ("heading", "contact")]
    return any(hit is not None and hit.rule != "contacts.relevant-director" for hit in hits)


def _has_colon(line: Line, label: Label) -> bool:
    """Whether a colon or a dash follows the label, or ends the cell in which it stands."""
    cell = next((cell for cell in line.cells if cell.box.x0 - 1 <= label.cell.box.x0 < cell.box.x1), line)
    after = cell.text[cell.text.find(label.cell.text) + len(label.cell.text) :]
    return bool(re.match(r"\s*[:–—-]", after)) or cell.text.endswith(":")


def _starts(line: Line) -> Iterator[tuple[int, Line]]:
    """Each cell of a row with its place, and what it holds from each change of style on: a label may follow a date closely."""
    for place, cell in enumerate(line.cells):
        yield place, cell
        for number in range(1, len(cell.spans)):
            yield place, cell.part(cell.spans[number:])


def _is_value(line: Line, cell: Line) -> bool:
    """Whether what stands before a cell makes it the value of a field ("Post: Executive Director"), unless it is one itself."""
    if len(line.cells) > 1 and line.cells[-1].box != cell.box and cell.text.endswith(":"):
        return False
    before = next((span.text.strip() for span in reversed(line.spans) if span.x1 <= cell.box.x0 + 1), "")
    vocabulary = rules.load("contacts")
    return before.endswith(":") and any(vocabulary.first(means, before) for means in ("field-role", "field-name", "field-skip"))


def _hit(section: Section, text: str) -> tuple[str, str, int, str | None] | None:
    """What a label at the start of a text means, its rule, its end and the office it names."""
    vocabulary = rules.load("contacts")
    meanings = _meanings(section)
    if vocabulary.first_of(meanings, text) is None:
        return None
    for means in meanings:
        for hit in vocabulary.all(means, text):
            if section.kind in _ATTACHED and hit.rule.partition(".")[2] not in _IN_ATTACHED:
                continue
            rest = text[hit.match.end() :]
            if means in ("heading", "front-field") or not rest.strip() or re.match(r"\s*[:–—-]", rest) or names_someone(rest):
                end = 0 if means == "front-field" else hit.match.end()
                return means, hit.rule, end, hit["role"]
    return None


def _sentence(section: Section, at: int) -> Label | None:
    """A sentence that says whom to ask ("For further information please contact"); it may have begun on a line above."""
    if section.where == "agenda" or section.kind in _ATTACHED:
        return None
    vocabulary = rules.load("contacts")
    line = section.lines[at]
    hit = vocabulary.first("ask", line.text)
    if hit is None:
        return None
    before = " ".join(above.text for above in section.lines[max(at - 2, 0) : at])
    said = re.split(r"(?<=[a-z)])[.?]\s+(?=[A-Z])", before + " " + line.text[: hit.match.end()])[-1]
    if not vocabulary.first("about", said) or vocabulary.first("not-about", said):
        return None
    rest = cards.clip(line, hit.match.end())
    means = "heading" if rest is None else "sentence"
    return Label(means, hit.rule, 0.0, _FAR, cards.clip(line, 0, hit.match.end()) or line, rest)


def _columns(section: Section, at: int) -> Iterator[Label]:
    """The head of a table column that holds contacts."""
    if section.where != "paper" or section.kind in _ATTACHED | _PLANS:
        return
    vocabulary = rules.load("contacts")
    cells = section.lines[at].cells
    if len(cells) < 2:
        return
    for number, cell in enumerate(cells):
        if number and (hit := vocabulary.first("column", cell.text)):
            right = cells[number + 1].box.x0 if number + 1 < len(cells) else _FAR
            yield Label("column", hit.rule, cell.box.x0, right, cell, None)
            return


# --- the rows that belong to a label -----------------------------------------------------------------------------------------


def _groups(section: Section, at: int, label: Label) -> Iterator[tuple[Label, list[Person]]]:
    """The persons beneath a label, by the labels that stand in between ("Report author" under "Contact details")."""
    edge = cards.right_edge(section.lines, section.lines[at].sheet)
    if label.rest is not None and label.rest.box.x0 - label.cell.box.x1 > label.rest.size:
        edge = cards.wrapping_edge(section.lines, label.rest) or edge
    edge = min(label.right, edge)
    label = (label.rest and cleared(label, label.rest)) or label
    groups: list[tuple[Label, list[Row]]] = [(label, _first_rows(section, at, label))]
    limit = _BLOCK_ROWS if label.plural or label.means == "sentence" else _CARD_ROWS
    right = label.right
    for number in range(at + 1, min(at + 1 + limit, len(section.lines))):
        right = _narrowed(section.lines[number], label, right)
        row = cards.cut(section.lines[number], label.left, right)
        if roster(section, number) or _stops(section, number, label, row, len(groups[-1][1])):
            break
        inside = _inside(section, number, label)
        if row is None or (label.means == "front-field" and signing.ELECTED.search(row.text)):
            continue
        if label.means == "heading" and len(inside) > 1:
            break
        inner = inside[0] if inside else None
        if inner is None and (named := cleared(label, row)):
            groups.append((named, [Row(number, named.rest)] if named.rest else []))
        elif inner is None:
            groups[-1][1].append(Row(number, row))
        elif _is_mere_field(section, number, inner) or _awaited(section, groups[-1], edge):
            groups[-1][1].extend([Row(number, inner.rest)] if inner.rest else [])
        elif label.plural and not inner.means.startswith("checked"):
            groups.append((inner, [Row(number, inner.rest)] if inner.rest else []))
        else:
            break
    for group in groups:
        yield group[0], _read(group, edge)


def _narrowed(line: Line, label: Label, right: float) -> float:
    """Where a label's column ends, once a field that is no contact's begins beside it ("Ward affected:")."""
    boundary = rules.load("contacts")
    beside = (cell for cell in line.cells[1:] if cell.box.x0 > label.cell.box.x1 and cell.text.endswith(":"))
    return min((right, *(cell.box.x0 for cell in beside if boundary.first("boundary", cell.text))))


def _first_rows(section: Section, at: int, label: Label) -> list[Row]:
    """What stands beside a label; above a bare telephone label, a name right over it."""
    rows = [Row(at, label.rest)] if label.rest else []
    above = cards.cut(section.lines[at - 1], label.left, label.right) if label.means == "front-field" and at else None
    if above and people.person(above.text) and not people.is_place(above.text) and not _apart(above, section.lines[at]):
        rows.insert(0, Row(at - 1, above))
    return rows


def _inside(section: Section, at: int, outer: Label) -> list[Label]:
    """The labels of a row that stand in the column of another label."""
    return [one for one in _labels(section, at) if outer.left - 1 <= one.cell.box.x0 < outer.right - 6]


def _stops(section: Section, at: int, label: Label, row: Line | None, taken: int) -> bool:
    """Whether a row ends what stands beneath a label. A row without a word in the column ends it only as a heading does."""
    line = section.lines[at]
    if row is not None and _inside(section, at, label):
        return False
    if _next_row(line, label):
        return True
    apart = label.means == "front-field" and _apart(section.lines[at - 1], line)
    return _ends(section, row or line) or (row is not None and (apart or (label.means == "sentence" and taken > 5)))


def _next_row(line: Line, label: Label) -> bool:
    """Whether a row of a table is another one than its label's: somebody else beside other words in the column of the labels."""
    if label.rest is None or label.rest.box.x0 - label.cell.box.x1 < label.rest.size or len(line.cells) < 2:
        return False
    left, value = line.cells[:2]
    same = abs(left.box.x0 - label.cell.box.x0) <= 6 and abs(value.box.x0 - label.rest.box.x0) <= 6
    return same and people.person_name(value.text) is not None and rules.load("contacts").first("field-word", left.text) is None


def _awaited(section: Section, group: tuple[Label, Sequence[Row]], edge: float) -> bool:
    """Whether a front sheet's card has its telephone and address but still lacks its name."""
    return section.where == "front" and bool(group[1]) and not any(person.name for person in _read(group, edge))


def _apart(above: Line, below: Line) -> bool:
    return below.box.top - above.box.top > 2.2 * below.size or below.sheet != above.sheet


def _read(group: tuple[Label, Sequence[Row]], edge: float) -> list[Person]:
    return cards.read(abreast.strands(group[1], edge), role=group[0].role)


def _is_mere_field(section: Section, at: int, label: Label) -> bool:
    """Whether a label only introduces the telephone or the address of the person before it ("Contact details: 01234 567890")."""
    if label.means == "front-field":
        return True
    after = label.rest or next(iter(section.lines[at + 1 : at + 2]), None)
    return after is not None and next(iter(cards.tokens(after.text)), ("", ""))[0] in ("email", "phone")


def _ends(section: Section, line: Line) -> bool:
    """Whether a row cannot belong to a card: another label or heading, a list, or running text."""
    text = line.text
    if (
        rules.load("contacts").first("boundary", text)
        or _ITEM_START.match(text)
        or (line.cells[0].text != text and _numbered(line))
    ):
        return True
    words = max((cell.text.split() for cell in line.cells), key=len)
    tells = any(kind in ("email", "phone") for kind, _ in cards.tokens(text))
    return not tells and (len(words) > 14 or (len(words) > 8 and text.endswith(".") and people.person(text) is None))


def _numbered(line: Line) -> bool:
    return bool(_BARE_NUMBER.fullmatch(line.cells[0].text)) and not line.cells[0].text.isdigit()


# --- what is kept ------------------------------------------------------------------------------------------------------------


def _kept(label: Label, persons: list[Person]) -> list[Person]:
    """The persons a label vouches for: one for a single label, and those after him that stand in his line or can be reached."""
    if not persons:
        return []
    if label.means == "sentence":
        return [person for person in persons if person.reachable and not set(person.rows).isdisjoint(persons[0].rows)]
    if label.means in ("heading", "column"):
        return [person for person in persons if person.reachable or (person.role and people.is_role(person.role))]
    first = persons[0]
    beside = label.means == "checked" and label.rest is not None and names_someone(label.rest.text)
    more = [
        person
        for before, person in pairwise(persons)
        if label.plural
        or (person.reachable and not beside)
        or min(person.rows) in first.rows
        or listed(label, before, person)
        or (label.means == "checked" and rules.load("contacts").first("field-name", person.lines[0].text))
    ]
    return [first, *more] if first.name or first.reachable else more


def _admitted(section: Section, label: Label, person: Person) -> bool:
    if label.means.startswith("checked") or (label.means == "sentence" and section.where == "paper"):
        return person.name is not None
    if section.where == "paper" and not label.means.startswith("checked") and _is_elected(person):
        return False
    if label.means == "contact-team" or (section.kind in _ATTACHED and label.means == "contact"):
        return person.reachable
    if section.where == "front" and (label.means == "front-field" or (label.role or "").lower().startswith("chair")):
        return person.reachable and person.name is not None
    return True


def _is_elected(person: Person) -> bool:
    """Whether a person is printed as a councillor: members bring reports, but officers are to be asked about them."""
    surname = re.escape((person.name or "").split(" ")[-1])
    called = pattern(rf"\b(?:councillors?|cllrs?)\b[^,;]{{0,40}}\b{surname}\b", re.IGNORECASE)
    return person.name is not None and any(called.search(line.text) for line in person.lines)


def _kind(section: Section, label: Label) -> ContactKind:
    if label.means.startswith("checked"):
        return "checked_by"
    return "committee_contact" if section.where == "front" else "contact_officer"


def _signing_kind(section: Section, person: Person) -> ContactKind:
    """What a person is whom no label names: one to be asked where a telephone or an address stands with him, else a signatory."""
    if not person.reachable:
        return "signatory"
    return "committee_contact" if section.where == "front" else "contact_officer"


def _without_registers(found: list[Found], most: int) -> list[Found]:
    often = Counter(one.rule for one in found)
    return [one for one in found if often[one.rule] <= most or one.rule.endswith(("heading", "column"))]
