"""Who a paper is by, as it prints it: "Report by the Director of X", or the fields From, Responsible officer and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Line, Section, column_edge, join
from agendapack.prepared import pattern
from agendapack.stages import cards, people, tongues
from agendapack.stages.forms import Field, read_form
from agendapack.stages.plan_words import is_plan

_HEAD = 24
"""Rows of a paper among which a line says whose it is."""
_FORM = 45
"""Rows of a paper that a form at its head may take."""
_NARROWEST = 400.0
"""Right edge, in points, of the narrowest text that fills its line: a short item of an agenda does not show how far text runs."""
_GUTTER = 14.0
"""Points between a column and the one right of it."""
_SPACED = 0.75
"""Type sizes of room between two lines of one paragraph at the most."""
_LONGEST = 220
_MOST_WORDS = 24
_FLUSH = 4.0
"""Points by which the lines of one column may start apart."""
_LABEL = pattern(r"^[A-Z][\w ()/&'’-]{2,40}:(?:\s|$)")
_WHOLE = pattern(r"\b(?:committee|panel|board|group|council|authority|forum|commission|cabinet|executive)\W*$", re.IGNORECASE)
_RULES = rules.InForce("authors")
_FIELDS = ("author", "proposer", "writer")
"""Fields that name the author, the surest first."""
_TRAILING = pattern(r"[\s,;:–—-]+$")
_TO_WHOM = pattern(r"\s+to$", re.IGNORECASE)
"""What leads on to the body that a report is made to, on the next line."""
_CLOSED = pattern(r"^((?:[^()]|\([^()]*\)?)*).*$", re.DOTALL)
"""A text up to a bracket that was opened before it."""
_EDGES = " \t*,;.–—-"
_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,2})?[.:)]?\s+(?=\D)")
_LONGEST_LABEL = 60
"""Characters that the heading over the author at a report's end stays below."""
_OF_THE_MEETING = ("letterhead", "body_date", "body_name", "date_line", "minutes_date")
"""What stands between a title and its author and says for whom and when a paper is."""
_LETTERHEAD = 8
"""Rows at the top of a paper that its letterhead takes at most."""
_ABREAST = 3
"""Rows beneath a title among which its author may stand without a label."""
_CLOSING = 6
"""Rows beneath the heading under which a report names its author that may be his."""
Stated = tuple[str, tuple[Line, ...], str]
"""An author: the words, the lines that say so, and the rule."""
_ARTICLE = pattern(r"^the\s+", re.IGNORECASE)


def report_by(section: Section) -> Stated | None:
    """The author of a paper or of a business on the agenda: the words, the lines and the rule; None where none is printed.

    Persons and offices stay in their printed order, several are joined with "; ", a name and its title with ", ".
    """
    if "minutes" in (section.where, section.kind) or section.where == "front":
        return None
    if section.where == "agenda":
        return _stated(section, "agenda-report-by", section.lines)
    head = section.lines[: _head_end(section)]
    stated = _in_english(section, _stated(section, "report-by", head), head)
    if stated is not None and (named := people.person(stated[0])) is not None and named.role is None:
        fuller = _from_form(section)
        return fuller if fuller is not None and fuller[0].startswith(f"{stated[0]},") else stated
    return stated or _from_form(section) or _beneath_title(section, head) or _beside_the_day(head) or _at_the_close(section)


def _in_english(section: Section, stated: Stated | None, head: Sequence[Line]) -> Stated | None:
    """The author as the line beneath says it in English, where the first is in Welsh."""
    at = next((n for n, line in enumerate(head) if stated and line is stated[1][0]), None)
    twin = _stated(section, "report-by", head[at + 1 : at + 1 + _ABREAST]) if at is not None else None
    return twin if stated and twin and tongues.english_of(stated[0], twin[0]) == 1 else stated


def _head_end(section: Section) -> int:
    first = section.lines[0].sheet if section.lines else 1
    return next((n for n, line in enumerate(section.lines[:_HEAD]) if line.sheet > first + 1), min(_HEAD, len(section.lines)))


def _beside_the_day(head: Sequence[Line]) -> Stated | None:
    """The office in the letterhead from which a Scottish report comes, beside the day of the meeting."""
    for line in head[:_LETTERHEAD]:
        first, *others = line.cells
        office = _RULES.first("office-alone", first.text) if len(others) == 1 else None
        dated = office is not None and rules.load("openings").first("date_line", others[0].text) is not None
        if office and dated and not _RULES.first("member-title", first.text):
            return _printed(first.text), (line,), office.rule
    return None


def _beneath_title(section: Section, lines: Sequence[Line]) -> Stated | None:
    """The author who stands right beneath the title with no word before him, and in other type: an office, or a name and its
    office. Above the first section nobody else does without a label; what tells of a member's portfolio is passed over."""
    title = section.title.casefold()
    ends = (at for at, line in enumerate(lines) if len(line.text) > 3 and title.endswith(line.text.strip(_EDGES).casefold()))
    at = next(ends, None) if title and section.kind != "annex" else None
    if at is None:
        return None
    heading = lines[at]
    for line in lines[at + 1 : at + 1 + _ABREAST]:
        printed = line.text.strip(" *")
        by = _RULES.first("lead-by", printed)
        lead = by or _RULES.first("lead-to", printed)
        text = printed[lead.match.end() :] if lead else printed
        text = text[_office_before(text) :].strip()
        set_apart = (line.bold, line.size) != (heading.bold, heading.size)
        if line.sheet != heading.sheet or len(line.cells) > 1 or not set_apart:
            return None
        named = people.person(text)
        office = named.role if named is not None and named.role is not None else text
        led = by is not None and named is not None and named.role is None
        if led or (_RULES.first("office-alone", office) and not _RULES.first("member-title", office)):
            return _printed(text), (line,), "authors.office-alone"
        if not _RULES.first("member-title", office) and not rules.load("openings").first_of(_OF_THE_MEETING, text.rstrip(")")):
            return None
    return None


def _stated(section: Section, means: str, lines: Sequence[Line]) -> Stated | None:
    """The author of a line "Report by X", which may follow the title on its line and may wrap."""
    for at, line in enumerate(lines):
        hit = _RULES.first(means, line.text)
        if hit is None and (beneath := _author_beneath(section, lines[at : at + 1 + _CLOSING])) is not None:
            return beneath
        if hit is None or _heads_row(lines[at : at + 2]) or _RULES.first("no-author", line.text[hit.match.end() :]):
            continue
        if _RULES.first("another-report", line.text[: hit.match.start()]):
            continue
        own = cards.clip(line, hit.match.end(), _field_beside(line, hit.match.end()) or _cell_end(line, hit.match.end()))
        own = cards.clip(own, _office_before(own.text)) if own else None
        if own is None and _field_beside(line, hit.match.end()) is not None:
            continue
        used = [own] if own else []
        edge = _edge(section, line)
        while used and at + len(used) < len(lines) and _wraps(used[-1], lines[at + len(used)], edge):
            used.append(lines[at + len(used)])
        if office := _office_beneath(used, lines[at + len(used) : at + len(used) + 1]):
            used = [replace(used[0], text=f"{used[0].text},"), office]
        text = join(used)
        while end := _RULES.first("author-ends", text):
            text = text[: end.match.start()]
        text = _TO_WHOM.sub("", _CLOSED.sub(r"\1", text).strip(_EDGES))
        text = "; ".join(_printed(piece) for piece in people.pieces(text))
        if text and len(text) <= _LONGEST:
            more = _beside_him(section, used[0] if used else line, lines[at + max(len(used), 1) :], line)
            return (
                "; ".join((text, *(named for named, _ in more))),
                (line, *used[1:], *(one for _, own in more for one in own)),
                hit.rule,
            )
    return None


def _beside_him(section: Section, own: Line, below: Sequence[Line], line: Line) -> list[tuple[str, list[Line]]]:
    """Those who report with the author: each named with his office beneath the author's line and in its style, bold on a head, or
    beneath him in the column right of his label."""
    found: list[tuple[str, list[Line]]] = []
    at = 0
    apart = own.box.x0 > line.box.x1 or (len(line.cells) == 2 and abs(own.box.x0 - line.cells[1].box.x0) <= _FLUSH)
    while at < len(below) and below[at].sheet == line.sheet:
        column = apart and abs(below[at].box.x0 - own.box.x0) <= _FLUSH
        if not (column or (line.bold and below[at].bold)):
            break
        used, edge = [below[at]], _edge(section, line)
        while at + len(used) < len(below) and _wraps(used[-1], rest := below[at + len(used)], edge):
            if column and rest.box.x0 < own.box.x0 - _FLUSH:
                break
            used.append(below[at + len(used)])
        named = people.person(join(used))
        if named is None or named.role is None or named.role_first or not _of_office(named.role) or _LABEL.match(used[0].text):
            break
        found.append((_printed(join(used)), used))
        at += len(used)
    return found


def _of_office(role: str) -> bool:
    """Whether a text is a job title or a member's office."""
    return people.is_role(role) or _RULES.first("member-title", role) is not None


def _author_beneath(section: Section, lines: Sequence[Line]) -> Stated | None:
    """The office beneath a line that says no more than "REPORT OF"; None where it says more, or nobody stands there."""
    hit = _RULES.first("author-beneath", lines[0].text)
    if hit is None or len(lines) < 2:
        return None
    used, edge = [lines[1]], _edge(section, lines[1])
    while len(used) + 1 < len(lines) and _wraps(used[-1], lines[len(used) + 1], edge):
        used.append(lines[len(used) + 1])
    text = _ARTICLE.sub("", join(used).strip(_EDGES))
    told = people.is_role(text) or people.person(text) or _RULES.first("member-title", text)
    below = lines[1 + len(used) :]
    others = list(takewhile(lambda line: _reports_too(used[0], text, line), below))
    named = "; ".join([_printed(text), *(_printed(line.text) for line in others)])
    return (named, (lines[0], *used, *others), hit.rule) if told else None


def _reports_too(first: Line, text: str, line: Line) -> bool:
    """Whether a line beneath an author names another one as he is named, a person with an office, and in his style."""
    mine, theirs = people.person(text), people.person(line.text)
    alike = line.bold == first.bold and abs(line.box.x0 - first.box.x0) <= _FLUSH and not _LABEL.match(line.text)
    return alike and all(one is not None and one.role is not None and _of_office(one.role) for one in (mine, theirs))


def _cell_end(line: Line, start: int) -> int | None:
    """Where a line's first cell ends, if label and author both stand in it ("Report of: the Clerk | For decision")."""
    first = line.cells[0].text
    own = first[start:].strip()
    whole = ":" in first[:start] or people.is_role(own) or people.person(own) is not None
    return len(first) if len(line.cells) > 1 and own and whole else None


def _office_before(text: str) -> int:
    """How much of a text is the office of a person behind a colon ("Cabinet Member: Councillor Doe, Cabinet Member for Homes");
    what stands behind a colon may be the title as well."""
    office, colon, holder = text.partition(":")
    named = people.person(holder) if colon and people.person(office) is None else None
    return len(office) + 1 if named is not None and not named.role_first else 0


def _field_beside(line: Line, start: int) -> int | None:
    """Where another field begins in a cell further right ("Report of: the Director | Status: Open"); None where none does."""
    at = 0
    for cell in line.cells:
        at = max(line.text.find(cell.text, at), at)
        hit = _RULES.first("form_label", cell.text) if at >= start else None
        if (at >= start and _LABEL.match(cell.text)) or (hit and hit.match.group() == cell.text):
            return at
        at += len(cell.text)
    return None


def _heads_row(lines: Sequence[Line]) -> bool:
    """Whether a line is labels alone whose values stand beneath them ("Report of | Lead member | Wards"): three that are known,
    or all of them bold over plain words."""
    cells = lines[0].cells
    labels = [hit for cell in cells if (hit := _form_label(cell.text)) and hit.match.group() == cell.text]
    bold = all(cell.bold and ":" not in cell.text for cell in cells)
    below = lines[1].cells if len(lines) > 1 else ()
    plain = len(below) == len(cells) and not any(cell.bold for cell in below)
    beneath = all(abs(one.box.x0 - two.box.x0) <= _FLUSH for one, two in zip(cells, below, strict=False))
    return len(cells) > 1 and (2 < len(labels) == len(cells) or (bold and plain and beneath))


def _form_label(text: str) -> rules.Hit | None:
    """The label of a form's field that a text is, of those of an author or of any."""
    return _RULES.first("form_label", text) or rules.load("openings").first("form_label", text)


def _office_beneath(used: Sequence[Line], below: Sequence[Line]) -> Line | None:
    """The office that stands beneath a lone name in its column, None where nothing of the kind does."""
    if len(used) != 1 or not below or (named := people.person(used[0].text)) is None or named.role:
        return None
    cell = next((cell for cell in below[0].cells if abs(cell.box.x0 - used[0].box.x0) <= _FLUSH), None)
    office = cell is not None and (people.is_role(cell.text) or _RULES.first("member-title", cell.text))
    return cell if office and not _LABEL.match(below[0].text) else None


def _edge(section: Section, line: Line) -> float:
    """Where the column of a line ends: in an agenda set as a table by what else stands in it, else by the sheet's text, or where
    a column begins right of it."""
    beneath = [other for other in section.lines if other is not line and abs(other.box.x0 - line.box.x0) <= _FLUSH]
    if section.where == "agenda" and len(beneath) > 1:
        return cards.right_edge((line, *beneath), line.sheet)
    text, column = max(cards.right_edge(section.lines, line.sheet), _NARROWEST), column_edge(section.lines, line)
    return text if column is None else min(text, column - _GUTTER)


def _wraps(above: Line, below: Line, edge: float) -> bool:
    """Whether an author's line goes on: it ends openly, or had no room for the next word; a closed or bold line does not. Cells
    side by side are the next row of a table, for all that there was no room."""
    text = above.text.rstrip()
    if (
        not below.text
        or below.bold != above.bold
        or below.text.isupper() != text.isupper()
        or _RULES.first("author-ends", text)
        or _RULES.first("purpose", below.text)
        or rules.load("agenda").first("description", below.text)
        or _LABEL.match(below.text)
        or rules.load("openings").first("section_heading", below.text)
        or below.sheet != above.sheet
    ):
        return False
    letter = (above.box.x1 - above.box.x0) / max(len(text), 1)
    near = below.box.top - above.box.bottom <= _SPACED * below.size
    full = near and len(below.cells) == 1 and above.box.x1 + letter * (1 + len(below.text.split()[0])) > edge
    short = len(below.text.split()) <= 3 and not people.is_role(text) and not people.person(text) and not _WHOLE.search(text)
    return (
        full
        or (below.text.startswith("(") and below.text.endswith(")"))
        or (short and bool(_WHOLE.search(below.text)))
        or below.text[0].islower()
        or bool(re.search(r"(?:\b(?:and|of|for|the|&)|,|\s[-–—])$", text))
    )


def _from_form(section: Section) -> Stated | None:
    """The author of the form at a paper's head: its surest kind of field that is filled in; all proposers together."""
    starts = range(min(_FORM, len(section.lines)))
    forms = [form for start in starts if (form := read_form(section.lines[start : start + _FORM], _RULES))]
    for kind in _FIELDS:
        found: list[tuple[str, Field]] = []
        for form in forms:
            fields = [each for each in form if each.name == kind and each.value and not _of_rows(section, each)]
            found = [(text + _title_after(form, field), field) for field in fields if (text := _entries(section, field))]
            if found:
                break
        if found:
            text = "; ".join(dict.fromkeys(text for text, _ in found))
            return text, tuple(line for _, field in found for line in (field.label, *field.value)), f"authors.{kind}"
    return _proposed(section)


def _of_rows(section: Section, field: Field) -> bool:
    """Whether a field of a plan is one of its lines': its label stands there again and again."""
    label = field.label.text.partition(":")[0]
    return is_plan(section.title) and sum(line.text.startswith(label) for line in section.lines) > 1


def _title_after(form: Sequence[Field], field: Field) -> str:
    """The job title of a lone name that stands in the field after it ("Author: Jane Doe", "Role: Planner"), behind a comma."""
    after = next((below for above, below in pairwise(form) if above is field), None)
    named = people.person(field.text)
    if after is None or named is None or named.role is not None:
        return ""
    label = rules.load("contacts").first("field-role", f"{after.label.text.rstrip(': ')}:")
    titled = label is not None and not label.match.start()
    return f", {after.text.removeprefix(label.match.group()).strip()}" if label and titled else ""


def _at_the_close(section: Section) -> Stated | None:
    """The author whom a report names in its last sections, under a heading that may be numbered ("11. AUTHOR:")."""
    for at, line in enumerate(section.lines if section.kind != "annex" else ()):
        start = number.end() if (number := _NUMBER.match(line.text)) else 0
        label = line.text[start : start + _LONGEST_LABEL].partition(":")[0]
        hit = _RULES.first("form_label", label) if label[:1].isupper() and len(label) < _LONGEST_LABEL else None
        heading = cards.clip(line, start) if hit and hit.rule == "authors.writer" else None
        if heading is None or hit is None:
            continue
        field = next(iter(read_form((heading, *section.lines[at + 1 : at + 1 + _CLOSING]), _RULES)), None)
        text = _entries(section, field) if field and field.value else ""
        if field is not None and people.persons(text):
            return text, (line, *field.value), hit.rule
    return None


def _proposed(section: Section) -> Stated | None:
    """Who proposed and seconded, where each stands in a line of its own without a colon."""
    found: list[tuple[str, Line, str]] = []
    for line in section.lines[: _head_end(section)]:
        hit = _RULES.first("proposed", line.text)
        if hit and people.person(line.text[hit.match.end() :]):
            found.append((_printed(line.text[hit.match.end() :]), line, hit.rule))
    return ("; ".join(text for text, _, _ in found), tuple(line for _, line, _ in found), found[0][2]) if found else None


def _entries(section: Section, field: Field) -> str:
    """The persons and offices of a field's value: a line that begins another one after a whole one opens the next."""
    edge = cards.right_edge(section.lines, field.label.sheet)
    entries: list[list[Line]] = []
    for line in field.value:
        labelled = entries and _LABEL.match(line.text) and not _titles(entries[-1], line.text)
        words = len(line.text.split())
        if labelled or words > (_MOST_WORDS if not line.text.endswith(".") else _MOST_WORDS / 2):
            break
        if entries and _continues(entries[-1], line, edge):
            entries[-1].append(line)
        else:
            entries.append([line])
    pieces = [piece for entry in entries for piece in people.pieces(_bare(join(entry)))]
    if not all(_author(piece) for piece in pieces):
        return ""
    return "; ".join(dict.fromkeys(_printed(piece) for piece in pieces))


def _titles(entry: Sequence[Line], text: str) -> bool:
    """Whether a line with a colon is the job title of the lone name above it ("Assistant Director: Leisure"), not a label."""
    above, office = people.person(join(entry)), text.partition(":")
    return above is not None and above.role is None and people.is_role(office[0]) and people.person(office[2]) is None


def _author(text: str) -> bool:
    """Whether a piece of a field's value can be somebody: a person, an office, or a body in a few capitalised words."""
    if text.endswith("?") or _RULES.first("sentence", text):
        return False
    if people.person(text) or _of_office(text) or _WHOLE.search(text):
        return True
    return text[:1].isupper() and len(text.split()) <= 8 and not any(letter.isdigit() for letter in text)


def _continues(entry: Sequence[Line], line: Line, edge: float) -> bool:
    whole = join(entry)
    if re.search(r"(?:\b(?:and|of|for|the|in)|[&(–-])$", whole) or line.text[0].islower() or line.text.startswith("("):
        return True
    named, below = people.person(_bare(whole)), people.person(line.text)
    if named is not None and named.role is None and below is not None and below.role_first and ", " in line.text:
        return True
    if named is None:
        return not (people.is_role(whole) and (people.person(line.text) or people.is_role(line.text))) or whole.endswith(
            (",", ";")
        )
    if whole.endswith((",", ";")) and (named.role is None or people.person(line.text) is None):
        return True
    return people.person(line.text) is None and (
        named.role is None or not people.is_role(line.text) or _full(entry[-1], line, edge)
    )


def _full(above: Line, below: Line, edge: float) -> bool:
    letter = (above.box.x1 - above.box.x0) / max(len(above.text), 1)
    return above.box.x1 + letter * (1 + len(below.text.split()[0])) > edge


def _bare(text: str) -> str:
    """The persons of a value without telephone numbers and addresses; a job title in a field of its own follows its name."""
    values = [value for kind, value in cards.tokens(text) if kind in ("text", "name", "role") and re.search(r"\w", value)]
    return ", ".join(values) if values else ""


def _printed(piece: str) -> str:
    """A name and its title joined with a comma, whatever is printed between them."""
    piece = piece.strip(_EDGES)
    named = people.person(piece)
    if named is None or named.role is None:
        return piece
    at = piece.find(named.name)
    before, name, after = piece[:at].strip(), named.name, piece[at + len(named.name) :]
    if named.role_first:
        office, _, last = before.rpartition(" ")
        if people.is_addressed(f"{last} {name}"):
            before, name = office, f"{last} {name}"
        within = before.endswith("(") and after.startswith(")")
        return f"{_TRAILING.sub('', before.removesuffix('(') if within else before)}, {name}{after[within:]}"
    rest = after.strip(" ,;:.–—-|")
    rest = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
    return f"{before} {name}, {rest}".strip()
