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

from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import BULLETS, Line, Section, column_edge
from agendapack.prepared import pattern
from agendapack.records import Contact, ContactKind
from agendapack.stages import abreast, bracketed, cards, people, shared, signing
from agendapack.stages.cards import Person, Row
from agendapack.stages.contact_labels import Label, cleared, listed, names_someone
from agendapack.stages.contact_leads import ATTACHED, BARE_NUMBER, PLANS, TRADE, all_labels, apart, labels_of
from agendapack.stages.contact_records import Found, records
from agendapack.stages.rosters import may_head, roster

_CARD_ROWS, _BLOCK_ROWS = 14, 60
_REGISTER = 8
"""A label that recurs more often than this in one paper is a field of a register (a forward plan), not its own contact."""
_IN_PLANS = 2
"""A label that recurs more often than this in such a paper belongs to its rows."""
_ITEM_START = pattern(
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*[.)]\s|\d{{1,2}}\.\d{{1,2}}\s|\(?[a-z]{{1,3}}\)\s|[{BULLETS}])", re.IGNORECASE
)
_STRANGE_LABEL = pattern(r"(?P<label>[A-Z][\w /&’'()-]{2,40}):\s+(?=[A-Z])")
"""A label of some field, with a value that may be a name."""
_FIELDS = ("field-name", "field-role", "field-contact", "field-word", "field-skip")
"""What may stand before a colon in the card of one person."""
_LABELS = ("contact", "checked", "heading")
"""What begins a card of its own."""
_PARAGRAPH = pattern(rf"(?:\d{{1,2}}\.\d{{1,2}}[.)]?|[{BULLETS}])\s+")
"""What stands before a person in a list: the number of a paragraph, a bullet."""


def contacts(section: Section) -> tuple[Contact, ...]:
    """The contacts of a section in reading order, each person once for each kind; `id` is left empty."""
    if "minutes" in (section.where, section.kind):
        return ()
    labelled = list(_labelled(section))
    used = frozenset(row for one in labelled for row in one.person.rows)
    found = _without_registers(section, labelled)
    if section.where != "agenda":
        for signed in signing.signatures(section, used):
            kind = "checked_by" if signed.checked else _signing_kind(section, signed.person)
            found.append(Found(signed.person, kind, signed.rule, tuple(signed.person.lines)))
    if section.where == "paper" and section.kind not in ATTACHED | PLANS:
        found += [Found(one, "checked_by", rule, tuple(one.lines)) for one, rule in bracketed.advisers(section)]
    return records(sorted(found, key=lambda one: min(one.person.rows)), section.lines)


def _labelled(section: Section) -> Iterator[Found]:
    """Persons under labels, headings, sentences and table columns."""
    used: set[int] = set()
    tabled: set[int] = set()
    rostered = section.where == "paper" and section.kind not in ATTACHED | PLANS
    labels = all_labels(section)
    for at in sorted({*labels, *may_head(section)}):
        if at in tabled:
            continue
        if (rostered or _headed(section, at)) and (table := roster(section, at)):
            for person in table.persons:
                tabled.update(person.rows)
                if section.where == "front" and (_is_elected(person) or not person.reachable):
                    continue
                kind: ContactKind = "checked_by" if table.cleared else _asked(section)
                yield Found(person, kind, "contacts.field-word", tuple(person.lines))
            continue
        here: list[Found] = []
        for label in labels.get(at, ()):
            if label.means == "front-field" and at in used:
                continue
            kind = _kind(section, label)
            for group, persons in _groups(section, at, label):
                for person in _kept(group, persons):
                    told = used.issuperset(person.rows) and not _adds(person, here)
                    if _admitted(section, group, person) and (person.name or not told):
                        used.update(person.rows)
                        final = _signing_kind(section, person) if group is label and label.plural else kind
                        final = final if section.where == "front" else kind
                        here.append(Found(person, final, label.rule, (group.cell, *person.lines)))
        yield from _reached_beside(here)


def _adds(person: Person, found: list[Found]) -> bool:
    """Whether a person without a name has an address that nobody found in the same row has."""
    return person.email is not None and bool(found) and all(one.person.email != person.email for one in found)


def _reached_beside(found: list[Found]) -> list[Found]:
    """The persons under the labels of one row. Where an address stands without a name under the label beside theirs ("Author: |
    Contact details:"), it is that of whoever it names; a telephone alone, that of the only one."""
    named, nameless = ([one for one in found if bool(one.person.name) is told] for told in (True, False))
    if len(nameless) != 1:
        return found
    (reach,) = nameless
    email = reach.person.email
    his = [one for one in named if cards.holds(email, one.person)] if email else named
    if len(his) != 1 or his[0].person.reachable or his[0].kind != reach.kind:
        return found
    (him,) = his
    him.person.email, him.person.phone = email, reach.person.phone
    him.person.lines += reach.person.lines
    him.person.rows += reach.person.rows
    return [replace(one, lines=(*one.lines, *reach.lines)) if one is him else one for one in named]


def _headed(section: Section, at: int) -> bool:
    """Whether a row of a front sheet stands right beneath a heading of contacts: elsewhere tables there list the members."""
    return section.where == "front" and at > 0 and rules.load("contacts").first("heading", section.lines[at - 1].text) is not None


# --- the rows that belong to a label -----------------------------------------------------------------------------------------


def _groups(section: Section, at: int, label: Label) -> Iterator[tuple[Label, list[Person]]]:
    """The persons beneath a label, by the labels that stand in between ("Report author" under "Contact details")."""
    edge = cards.right_edge(section.lines, section.lines[at].sheet)
    if label.rest is not None and label.rest.box.x0 - label.cell.box.x1 > label.rest.size:
        edge = cards.wrapping_edge(section.lines, label.rest) or edge
    elif label.rest is not None:
        edge = column_edge(section.lines, label.rest) or edge
    edge = min(label.right, edge)
    label = (label.rest and cleared(label, label.rest)) or label
    groups: list[tuple[Label, list[Row]]] = [(label, _first_rows(section, at, label))]
    limit = _BLOCK_ROWS if label.plural or label.means == "sentence" else _CARD_ROWS
    right = label.right
    for number in range(at + 1, min(at + 1 + limit, len(section.lines))):
        right = _narrowed(section.lines[number], label, right)
        row = cards.cut(_unnumbered(section.lines[number], label), label.left, right)
        if roster(section, number) or _stops(section, number, label, row, len(groups[-1][1])):
            break
        inside = _inside(section, number, label)
        if row is None or (label.means == "front-field" and signing.ELECTED.search(row.text)):
            continue
        if label.means == "heading" and len(inside) > 1:
            break
        inner = inside[0] if inside else None
        if (inner is None or inner.rule == TRADE) and (named := cleared(label, row)):
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


def _unnumbered(line: Line, label: Label) -> Line:
    """A person's line without the number of its paragraph, or its bullet ("14.1 Jane Doe, Planner"); any other as it is."""
    number = _PARAGRAPH.match(line.text)
    rest = cards.clip(line, number.end()) if number else None
    value = next(iter(cards.tokens(rest.text)), ("", "")) if rest else ("", "")
    names = value[0] == "text" and cards.opens_person(value[1])
    return rest if rest is not None and (names or cleared(label, rest)) else line


def _narrowed(line: Line, label: Label, right: float) -> float:
    """Where a label's column ends, once a field that is no contact's begins beside it ("Ward affected:")."""
    boundary = rules.load("contacts")
    beside = (cell for cell in line.cells[1:] if cell.box.x0 > label.cell.box.x1 and cell.text.endswith(":"))
    return min((right, *(cell.box.x0 for cell in beside if boundary.first("boundary", cell.text))))


def _first_rows(section: Section, at: int, label: Label) -> list[Row]:
    """What stands beside a label; above a bare telephone label, a name right over it."""
    rows = [Row(at, label.rest)] if label.rest else []
    above = cards.cut(section.lines[at - 1], label.left, label.right) if label.means == "front-field" and at else None
    if above and people.person(above.text) and not people.is_place(above.text) and not apart(above, section.lines[at]):
        rows.insert(0, Row(at - 1, above))
    return rows


def _inside(section: Section, at: int, outer: Label) -> list[Label]:
    """The labels of a row that stand in the column of another label."""
    return [one for one in labels_of(section, at) if outer.left - 1 <= one.cell.box.x0 < outer.right - 6]


def _stops(section: Section, at: int, label: Label, row: Line | None, taken: int) -> bool:
    """Whether a row ends what stands beneath a label. A row without a word in the column ends it only as a heading does."""
    line = section.lines[at]
    if row is not None and _inside(section, at, label):
        return False
    if _next_row(line, label) or _runs_into(line, label) or (taken and row is not None and _names_another(row.text)):
        return True
    if row is not None and _is_members_office(section, at):
        return False
    set_off = label.means == "front-field" and apart(section.lines[at - 1], line)
    return _ends(section, row or line) or (row is not None and (set_off or (label.means == "sentence" and taken > 5)))


def _is_members_office(section: Section, at: int) -> bool:
    """Whether a row of cards abreast begins with the office of the councillor named above it, which elsewhere is a label."""
    office, above = section.lines[at].cells[0], section.lines[at - 1].cells
    if len(above) < 2 or ":" in office.text or not rules.load("contacts").first("member-office", office.text):
        return False
    member = signing.ELECTED.search(above[0].text) and people.person_name(above[0].text)
    return member is not None and abs(office.box.x0 - above[0].box.x0) <= 6


def _next_row(line: Line, label: Label) -> bool:
    """Whether a row of a table is another one than its label's: somebody else beside other words in the column of the labels, or
    another label, in capitals or bold as this one is."""
    if label.rest is None or label.rest.box.x0 - label.cell.box.x1 < label.rest.size or len(line.cells) < 2:
        return False
    left, value = line.cells[:2]
    same = abs(left.box.x0 - label.cell.box.x0) <= 6 and abs(value.box.x0 - label.rest.box.x0) <= 6
    book = rules.load("contacts")
    if not same or book.first("field-word", left.text) is not None:
        return False
    titled = (named := people.person(value.text)) is not None and named.role is not None and people.is_role(named.role)
    if titled or people.person_name(value.text) is not None:
        return True
    loud = label.cell.text.isupper() and left.text.isupper() and not label.rest.text.isupper()
    strong = label.cell.bold and left.bold and not (label.rest.bold or value.bold)
    return (loud or strong) and not any(book.first(means, left.text) for means in (*_FIELDS, *_LABELS))


def _names_another(text: str) -> bool:
    """Whether a row has a label that no rule knows, and behind it somebody else ("Scheme designer: Jane Doe, jane.doe@...")."""
    strange = _STRANGE_LABEL.match(text)
    if strange is None or people.is_role(label := strange["label"]):
        return False
    book = rules.load("contacts")
    if any(book.first(means, text) or book.first(means, label) for means in _FIELDS):
        return False
    return people.person_name(people.without_address(text[strange.end() :]).partition(",")[0]) is not None


def _runs_into(line: Line, label: Label) -> bool:
    """Whether a line with a label of its own begins left of a column and runs into it: beneath a table the text goes on."""
    first = line.cells[0]
    crosses = first.box.x0 < label.left - 6 and first.box.x1 > label.left + 6
    book = rules.load("contacts")
    return crosses and any(book.first(means, first.text) for means in ("contact", "checked", "heading", "boundary"))


def _awaited(section: Section, group: tuple[Label, Sequence[Row]], edge: float) -> bool:
    """Whether a front sheet's card has its telephone and address but still lacks its name."""
    return section.where == "front" and bool(group[1]) and not any(person.name for person in _read(group, edge))


def _read(group: tuple[Label, Sequence[Row]], edge: float) -> list[Person]:
    strands = abreast.strands(group[1], edge)
    return shared.share(cards.read(strands, role=group[0].role), strands)


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
    return bool(BARE_NUMBER.fullmatch(line.cells[0].text)) and not line.cells[0].text.isdigit()


# --- what is kept ------------------------------------------------------------------------------------------------------------


def _kept(label: Label, persons: list[Person]) -> list[Person]:
    """The persons a label vouches for: one for a single label, and those after him that stand in his line or can be reached."""
    if not persons:
        return []
    if label.means == "sentence":
        said = [person for person in persons if not set(person.rows).isdisjoint(persons[0].rows)]
        told = any(person.reachable for person in said)
        return [person for person in said if person.reachable or (told and person.role and people.is_role(person.role))]
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
    if label.means == "contact-team" and section.where == "paper" and section.kind not in ATTACHED:
        return person.reachable or (person.name is not None and person.role is not None and people.is_role(person.role))
    if label.means == "contact-team" or (section.kind in ATTACHED and label.means == "contact"):
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
    return "checked_by" if label.means.startswith("checked") else _asked(section)


def _asked(section: Section) -> ContactKind:
    return "committee_contact" if section.where == "front" else "contact_officer"


def _signing_kind(section: Section, person: Person) -> ContactKind:
    """What a person is whom no label names: one to be asked where a telephone or an address stands with him, else a signatory."""
    if not person.reachable:
        return "signatory"
    return _asked(section)


def _without_registers(section: Section, found: list[Found]) -> list[Found]:
    if section.kind in PLANS:
        often = Counter(label.rule for labels in all_labels(section).values() for label in labels)
        most = _IN_PLANS
    else:
        often, most = Counter(one.rule for one in found), _REGISTER
    return [one for one in found if often[one.rule] <= most or one.rule.endswith(("heading", "column"))]
