"""Where a label leads to persons: the labels of a section's rows, the sentences that say whom to ask, and columns of contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agendapack import rules
from agendapack.candidates import candidates_of
from agendapack.layout import Line, Section
from agendapack.prepared import pattern
from agendapack.stages import cards, people
from agendapack.stages.contact_labels import Label, names_someone

PLANS = frozenset({"tracker", "work_programme"})
"""Papers whose tables name an officer for each row; the paper itself may have a contact all the same."""
ATTACHED = frozenset({"annex", "response_pro_forma"})
"""Papers that come with another one, whose contacts they may repeat."""
TRADE = "contacts.checked-trade"
"""The rule of a trade before whoever checked the paper for it: beneath or beside a label of its own it is no label."""
BARE_NUMBER = pattern(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?")
"""The number of a paragraph, alone in its cell."""
_FAR = 10_000.0
_ANYWHERE = frozenset({"contacts.relevant-director", "contacts.officer-alone"})
"""Labels that are also heads of columns and parts of sentences: only a form or a section of contacts has them as labels."""
_SECTION = pattern(r"^\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=[A-Z])")
"""The number of the section that a label heads."""
_LABEL_ROWS = 4
"""Rows over which a label wraps in a narrow cell at most."""
_NEAR = 25
"""Rows within which a contact section's heading or first label stands above a later label of it."""
_IN_ATTACHED = frozenset({"contact-officer", "officer-contact", "report-author", "produced-by", "checked-by"})
_DIVIDER = pattern(r"\s*[:;–—-]+\s*|\s*$|\s+")
_OF_A_PERSON = ("field-contact", "field-name", "field-role", "field-skip", "field-word", "heading", "contact", "checked")
"""Labels that end in a colon and may stand beside a person without heading another column."""
_ENDS_LABEL = pattern(r"\bby\W*$|:$", re.IGNORECASE)
"""How the last row of a label ends that says who checked a paper, and wraps in its cell."""


_FIELD = 2
"""Cells of a row that is a label and its value."""


def labels_of(section: Section, at: int) -> Sequence[Label]:
    """The labels of a row, each with the column that belongs to it."""
    return all_labels(section).get(at, ())


def all_labels(section: Section) -> Mapping[int, Sequence[Label]]:
    """The labels of each row that has one, by its place."""
    return section.kept(f"labels of contacts {section.kind}", lambda: _all_labels(section))


def _all_labels(section: Section) -> dict[int, Sequence[Label]]:
    leading = candidates_of(section, rules.load("contacts"), (*_meanings(section), "ask", "column"))
    found: dict[int, Sequence[Label]] = {}
    for at, line in enumerate(section.lines):
        wrapped = _wrapped(section, at) if section.where == "paper" and len(line.cells) > 1 else None
        if wrapped:
            found[at] = [wrapped]
        elif at in leading:
            found[at] = _labels_in(section, at) or [label for label in (_sentence(section, at), *_columns(section, at)) if label]
    return found


def _meanings(section: Section) -> tuple[str, ...]:
    if section.where == "front":
        return ("heading", "committee", "front-field")
    if section.where == "agenda":
        return ("contact",)
    return ("heading", "contact", "contact-team", "checked", "checked-office", "checked-comments")


def _labels_in(section: Section, at: int) -> list[Label]:
    """The labels that begin a cell of a row, or a part of one in a style of its own."""
    line = section.lines[at]
    hits: list[tuple[Line, tuple[str, str, int, str | None]]] = []
    places: set[int] = set()
    for place, cell in _starts(line):
        hit = None if place in places else _hit(section, cell.text)
        within = hits and hit and (hit[0] == "front-field" or hit[1] == TRADE)
        if hit and not within and not _is_value(line, cell):
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
        if abs(cell.box.x0 - label.box.x0) > 4 or cell.box.x1 > value.box.x0 or apart(above, cell):
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
    before = [span for span in line.spans if span.x1 <= cell.box.x0 + 1 and not BARE_NUMBER.fullmatch(span.text.strip())]
    left = 0.0 if first and not before else cell.box.x0
    right = min((right, *(other.box.x0 for other in line.cells if other.box.x0 > cell.box.x1 and _heads_column(other))))
    column = cards.cut(line, cell.box.x0, right) or cell
    divider = _DIVIDER.match(column.text, end) if end else None
    rest = cards.clip(column, divider.end() if divider else 0)
    return Label(means, rule, left, right, cards.clip(column, 0, end) or column, rest, role)


def _heads_column(cell: Line) -> bool:
    """Whether a cell holds nothing but the label of another field: it heads a column of its own and is no person's office."""
    vocabulary = rules.load("contacts")
    if cell.text.endswith(":"):
        return not any(vocabulary.first(means, cell.text) for means in _OF_A_PERSON)
    hits = (hit for means in ("boundary", "contact") for hit in vocabulary.all(means, cell.text))
    return any(hit.match.end() >= len(cell.text.rstrip(" :.")) for hit in hits)


def _introduces(section: Section, at: int, label: Label) -> bool:
    """Whether a label without a colon has somebody beside or beneath it; else it is the head of a table or a mere phrase."""
    if label.means == "checked-comments":
        return label.rest is not None and cards.opens_person(people.bare(label.rest.cells[0].text))
    if label.rule == "contacts.relevant-director" and _is_title(section, at, label):
        return False
    if label.means in ("heading", "front-field") or _has_colon(section.lines[at], label):
        return True
    if label.rule in _ANYWHERE and not (_is_field(section, label) or _in_contacts(section, at, label)):
        return False
    if label.rest is not None:
        beside = names_someone(label.rest.text) or names_someone(_with_rest_below(section, at, label.rest, label.right))
        return beside or (label.means == "checked" and _in_the_cell_below(section, at, label.rest, label.right))
    return not (section.kind in PLANS and len(section.lines[at].cells) > 1) and _stands_above(section, at, label)


def _in_the_cell_below(section: Section, at: int, rest: Line, right: float) -> bool:
    """Whether somebody with a title is named beneath the first row beside a label, which may only say what is asked for
    ("Legal sign-off | Officer consulted and date / Jane Doe (Solicitor)")."""
    cuts = (cards.cut(line, rest.box.x0, right) for line in section.lines[at + 1 : at + _LABEL_ROWS])
    return any(cut is not None and cards.opens_person(people.bare(cut.text)) and people.persons(cut.text)[0].role for cut in cuts)


def _is_title(section: Section, at: int, label: Label) -> bool:
    """Whether what stands behind "Director" is the rest of a job title ("Assistant Director: Leisure"), and tells nobody."""
    if label.rest is None:
        return False
    told = any(kind in ("email", "phone", "name") for kind, _ in cards.tokens(label.rest.text))
    return not (told or names_someone(label.rest.text) or names_someone(_with_rest_below(section, at, label.rest, label.right)))


def _is_field(section: Section, label: Label) -> bool:
    """Whether "Lead Director" is a field of the form at a paper's head: a cell of its own, and persons with titles beside it."""
    fields = [line.cells[0] for line in section.lines[:_NEAR] if len(line.cells) == _FIELD]
    if label.rest is None or not any(each.box == label.cell.box for each in fields):
        return False
    named = people.persons(label.rest.text)
    director = rules.load("contacts").first("director-field", label.cell.text)
    return director is not None and bool(named) and all(one.role for one in named)


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
    hits = [vocabulary.first(means, _SECTION.sub("", cell.text, 1)) for cell in cells for means in ("heading", "contact")]
    return any(hit is not None and hit.rule != "contacts.relevant-director" for hit in hits)


def _has_colon(line: Line, label: Label) -> bool:
    """Whether a colon or a dash follows the label, or ends the cell in which it stands."""
    cell = next((cell for cell in line.cells if cell.box.x0 - 1 <= label.cell.box.x0 < cell.box.x1), line)
    after = cell.text[cell.text.find(label.cell.text) + len(label.cell.text) :]
    return bool(re.match(r"\s*[:–—-]", after)) or cell.text.endswith(":")


def _starts(line: Line) -> Iterator[tuple[int, Line]]:
    """Each cell of a row with its place, without the number of a section, and what it holds from each change of style on: a label
    may follow a date closely."""
    for place, cell in enumerate(line.cells):
        section = _SECTION.match(cell.text) if not place else None
        yield place, (cards.clip(cell, section.end()) if section else None) or cell
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
            if section.kind in ATTACHED and hit.rule.partition(".")[2] not in _IN_ATTACHED:
                continue
            rest = text[hit.match.end() :]
            if means in ("heading", "front-field") or not rest.strip() or re.match(r"\s*[:–—-]", rest) or names_someone(rest):
                end = 0 if means == "front-field" else hit.match.end()
                return means, hit.rule, end, hit["role"]
    return None


def _sentence(section: Section, at: int) -> Label | None:
    """A sentence that says whom to ask ("For further information please contact"); it may have begun on a line above."""
    if section.where == "agenda" or section.kind in ATTACHED:
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
    if section.where != "paper" or section.kind in ATTACHED | PLANS:
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


def apart(above: Line, below: Line) -> bool:
    """Whether two rows do not follow each other closely."""
    return below.box.top - above.box.top > 2.2 * below.size or below.sheet != above.sheet
