"""What the front sheets say: the kind of pack, the council, the body, when and where it meets, and the numbered business."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Document, FrontSheet, Line, Page
from agendapack.matching import folded, item_number
from agendapack.prepared import pattern
from agendapack.stages import agenda, councils, dates, labels, meeting, venue
from agendapack.stages.agenda import Business
from agendapack.stages.facts import TABLE_ROW, TOP, Fact
from agendapack.stages.forms import read_form
from agendapack.stages.list_starts import Setting
from agendapack.stages.meeting import PdfTitle
from agendapack.stages.plan_words import heads_plan, when

_OPENINGS = rules.InForce("openings")
MOST = 40
"""How many sheets an agenda may take before its papers begin."""
_ITEM_WORD = pattern(r"\W*(?:agenda )?item", re.IGNORECASE)
_ITEM_MARK = pattern(r"[A-Z]?\d{1,4}[a-z]?\b")
_PIECES = pattern(r"\s+[-–—|]\s+")
"""What stands between the parts of a running head."""
HEADING = 60
"""How many characters a heading has at most."""
TITLE = 8
"""Letters above which a line that says the same as a title is no accident."""
PAPER_HEAD = 3
"""Lines at the head of a paper among which its title stands, where the agenda cannot stand above it."""
FORM = 3
"""A form with more fields than this above the first number is a report's, whatever its first paragraphs are about."""
OPENING = 25
"""How many lines of the first sheet say what a paper is."""


def front(document: Document) -> FrontSheet:
    """The front sheets of a pack.

    In minutes and notices of decisions every sheet lists business, so all of them count as front sheets.
    """
    title = meeting.pdf_title(document.title)
    first = next((page for page in document.pages if page.lines), None)
    if first is None:
        return FrontSheet(0, "unknown")
    kind = _kind_of_opening(first, title)
    if kind == "report":
        return _report(document, title)
    last = len(document.pages) if kind in ("minutes", "decisions") else _last_before_papers(document)
    lines = tuple(document.lines(1, last))
    setting = Setting(
        stamps=frozenset(item_number(page.item_stamp) for page in document.pages if page.item_stamp),
        openings=frozenset(line.text for page in document.pages[1:] for line in page.lines[:OPENING]),
        starts=title.time if title else None,
        width=first.width,
        minutes=kind in ("minutes", "decisions"),
        titled=title is not None,
        late=_is_addenda(lines, title),
        decides=not any(rules.load("front").first("applications", line.text) for line in lines[:OPENING]),
    )
    listed = agenda.business(lines, setting)
    if kind in ("minutes", "decisions") and _lists_limbs(listed, lines):
        listed = Business(outside=lines)
    if kind in ("minutes", "decisions"):
        return _settled(document, kind, last, listed=listed, lines=lines, title=title)
    if not listed.items or not (title or _is_of_a_meeting(listed)):
        return _without_list(document, last, lines, title)
    if titled := _first_titled_paper(document, listed, last):
        last = titled - 1
        listed = agenda.business(tuple(document.lines(1, last)), setting)
    last = _front_sheets(document, listed, last)
    papers = any(page.lines and not page.blank for page in document.pages[last:])
    late = _is_addenda(listed.outside, title)
    kind = "addenda" if late else "agenda_pack" if papers else "agenda"
    kept = tuple(document.lines(1, last))
    listed = replace(
        listed,
        items=tuple(replace(item, lines=_up_to(item.lines, last)) for item in listed.items),
        outside=_up_to(listed.outside, last),
    )
    return _settled(document, kind, last, listed=listed, lines=kept, title=title)


def _lists_limbs(listed: Business, lines: Sequence[Line]) -> bool:
    """Whether the numbered lines of a record of decisions are no businesses: one is the heading "Decision", all are drafted
    to be resolved, or they begin right beneath that heading, or beneath a line there that announces them."""
    decided = rules.load("decide")
    if any(decided.first("heading", item.title) for item in listed.items):
        return True
    if _are_drafted(listed):
        return True
    first = next((line for item in listed.items[:1] for line in item.lines[:1]), None)
    if first is None or first not in lines:
        return False
    at = list(lines).index(first)
    *further, above = (None, None, *lines[:at])[-2:]
    beneath = [line for line in (above, further[0] if above and above.text.endswith(":") else None) if line]
    return any(len(line.cells) == 1 and rules.load("decide").first("heading", line.text) for line in beneath)


def _are_drafted(listed: Business) -> bool:
    """Whether what is listed is drafted to be resolved ("That ..."), all of it."""
    return bool(listed.items) and all(rules.load("decide").first("drafted", item.title) for item in listed.items)


def _is_of_a_meeting(listed: Business) -> bool:
    """Whether a list is one of business: it says when, or has what meetings have. Books and contracts list chapters, papers what
    they recommend."""
    if _are_drafted(listed) or all(
        rules.load("front").first("recommendation_number", item.number or "") for item in listed.items
    ):
        return False
    usual = sum(rules.load("agenda").first("usual", item.title) is not None for item in listed.items)
    around = _up_to(listed.outside, listed.last_sheet)
    return usual > 1 or meeting.date(around, None) is not None


def _kind_of_opening(page: Page, title: PdfTitle | None) -> str:
    """ "minutes", "decisions" or "report" where the first sheet says so; else "agenda", which the list has to prove."""
    if title:
        return next((kind for kind in ("minutes", "decisions") if title.kind.startswith(kind[:-1])), "agenda")
    table, listing = rules.load("front"), rules.load("agenda")
    fields = shared = present = 0
    sectioned = False
    attended = any(table.first("attendance", line.text) for line in page.lines[: 2 * OPENING])
    for line in page.lines[:OPENING]:
        heads_list = listing.first("list_heading", line.text) and not _ITEM_WORD.match(line.text)
        sectioned = sectioned or (fields > 1 and _is_section(line))
        if (heads_list or (table.first("summons", line.text) and not present)) and not sectioned:
            return "report" if not heads_list and _is_form(page) else "agenda"
        if _is_usual(line) and not sectioned and not (fields > 1 and fields + shared > FORM):
            return "minutes" if present else "agenda"
        if kind := next((kind for kind in ("minutes", "decisions") if table.first(kind, line.text)), None):
            return kind
        if table.first("minutes_alone", line.text) and (attended or _tells_resolutions(page)):
            return "minutes"
        present += table.first("present", line.text) is not None
        fields += any(table.first("report_field", cell.text) for cell in (line, *line.cells))
        shared += any(table.first("paper_field", cell.text) for cell in line.cells)
    report = page.item_stamp or (fields and fields + shared >= 2) or _is_form(page)
    return "report" if report else "minutes" if present and not fields else "agenda"


def _tells_resolutions(page: Page) -> bool:
    """Whether a sheet prints what was resolved, more than once: a motion for the agenda may quote one resolution."""
    return sum(rules.load("front").first("settled", line.text) is not None for line in page.lines) > 1


def _is_usual(line: Line) -> bool:
    """Whether a line is a numbered piece of business that most meetings have: what a paper is stands above its first business."""
    label = labels.label_of(line.text)
    return label is not None and rules.load("agenda").first("usual", line.text[label.length :]) is not None


def _is_section(line: Line) -> bool:
    """Whether a line is a numbered heading that papers have and agendas have not: what a paper is for, what it recommends."""
    label = labels.label_of(line.text)
    return label is not None and rules.load("front").first("paper_section", line.text[label.length :].strip()) is not None


def _is_form(page: Page) -> bool:
    """Whether a sheet opens with the form of a paper: it says from whom the paper comes, and of what meeting or about what it is.
    A form that gives time or place, or says who sits on the body, is an agenda's."""
    for start in range(min(len(page.lines), FORM)):
        form = read_form(page.lines[start : start + OPENING], _OPENINGS)
        names = {field.name for field in form if field.value}
        if ("from" in names and len(names & {"title", "to", "date"}) > 1) or {"title", "from", "to"} <= names:
            return not any(_OPENINGS.first("of_meeting", field.label.text) for field in form)
    return False


def _first_marked_paper(document: Document) -> int | None:
    """The first sheet after the first one that a stamp or the outline marks as an item's."""
    marked = [mark.sheet for mark in document.bookmarks if mark.level == 0 and mark.sheet and _ITEM_MARK.match(mark.title)]
    marked += [page.sheet for page in document.pages if page.item_stamp]
    return min((sheet for sheet in marked if sheet > 1), default=None)


def _last_before_papers(document: Document) -> int:
    """The last sheet that may belong to the agenda: before the first paper that is marked as one, or that opens like one."""
    table = rules.load("front")
    if marked := _first_marked_paper(document):
        return next((page.sheet for page in document.pages[1 : marked - 1] if _opens_minutes(page)), marked) - 1
    last = min(len(document.pages), MOST)
    listed = False
    for page in document.pages[:last]:
        marked = any(table.first("paper_mark", line.text) for line in (*page.furniture, *page.lines[:5]))
        starts = any(table.first("paper_start", line.text) for line in page.lines[:5]) or (listed and _opens_paper(page))
        if listed and (starts or marked) and not _has_page_column(page) and not _goes_on(document, page, at_once=marked):
            return page.sheet - 1
        listed = listed or _lists_business(page)
    return last


def _opens_paper(page: Page) -> bool:
    """Whether a sheet opens as papers do: with a form, or as minutes."""
    return _is_form(page) or _opens_minutes(page)


def _opens_minutes(page: Page) -> bool:
    """Whether a sheet opens as minutes do, which may be the only paper without a mark: with what met, perhaps only by its name
    and the day, then who was there."""
    table, head = rules.load("front"), page.lines[:PAPER_HEAD]
    named = any(table.first("body_name", line.text) for line in head) and any(dates.first_date(line.text) for line in head)
    headed = named or any(table.first("minutes", line.text) for line in head)
    return headed and any(table.first(means, line.text) for means in ("present", "attendance") for line in page.lines[:OPENING])


def _goes_on(document: Document, page: Page, *, at_once: bool) -> bool:
    """Whether a sheet opens with the number that is due after one on the sheet before: the list goes on over the sheets.

    `at_once`: its first number after the last one there, for a paper counts its paragraphs.
    """
    opening = [row.label for line in page.lines[:PAPER_HEAD] for row in labels.rows_of(0, line)]
    before = [row.label for line in document.lines(page.sheet - 1, page.sheet - 1) for row in labels.rows_of(0, line)]
    if at_once:
        opening, before = opening[:1], before[-1:]
    return any(labels.follows(label, first) for first in opening for label in before)


def _has_page_column(page: Page) -> bool:
    """Whether rows of a sheet end in page ranges, as those of a list of business do and no paper's."""
    table = rules.load("agenda")
    hits = (table.first("pages_cell", line.cells[-1].text) for line in page.lines if len(line.cells) > 1)
    return sum(hit is not None and hit["last"] is not None for hit in hits) > 1


def _lists_business(page: Page) -> bool:
    """Whether a sheet holds (part of) a list of business."""
    table = rules.load("agenda")
    return any(table.first(means, line.text) for line in page.lines for means in ("usual", "list_heading", "pages"))


def _front_sheets(document: Document, listed: Business, last: int) -> int:
    """How many sheets the agenda takes: up to the first printed page that it refers to, else as far as its own text goes.

    Where it promises pages and the PDF holds that many, papers follow, whatever they open with.
    """
    for item in listed.items:
        if item.printed_pages:
            sheet = next(
                (page.sheet for page in document.pages[listed.last_sheet :] if page.printed == item.printed_pages[0]), None
            )
            if sheet:
                return min(last, sheet - 1)
    promised = sum(item.printed_pages[1] - item.printed_pages[0] + 1 for item in listed.items if item.printed_pages)
    if promised and _first_marked_paper(document) is None and len(document.pages) - listed.last_sheet > promised / 2:
        return min(last, _last_of_guidance(document, listed.last_sheet))
    return last


def _first_titled_paper(document: Document, listed: Business, last: int) -> int | None:
    """The first sheet that opens with the title of a business listed on a sheet before, alone or beside a form's label, or with
    the word item and its number where the list has the number alone: its paper, whatever comes next on it."""
    table = rules.load("agenda")
    numbers = {item.number: item.lines[0].sheet for item in reversed(listed.items) if item.number}
    worded = any(_ITEM_WORD.match(item.lines[0].text) for item in listed.items)
    titles = {folded(item.title): item.lines[0].sheet for item in reversed(listed.items)}
    for page in document.pages[1:last]:
        for line in page.lines[:PAPER_HEAD]:
            title = folded(line.cells[-1].text if _labelled(line) else line.text)
            marks = () if worded else (labels.label_of(cell.text) for cell in line.cells)
            if any(mark and mark.family == "word" and numbers.get(mark.number, page.sheet) < page.sheet for mark in marks):
                return page.sheet
            notes = table.first("after_list", line.text) or table.first("guidance", line.text)
            if len(title) > TITLE and titles.get(title, page.sheet) < page.sheet and not notes:
                return page.sheet
    return None


def _labelled(line: Line) -> bool:
    """Whether a line is a row of a form with two columns: a label that is no number, and a value."""
    return len(line.cells) == 2 and labels.label_of(line.text) is None and len(line.cells[0].text) < HEADING / 2


def _last_of_guidance(document: Document, sheet: int) -> int:
    """The last of the sheets after the list that hold notes and guidance, where papers are known to follow."""
    table = rules.load("agenda")
    for page in document.pages[sheet:]:
        opening = [line.text for line in page.lines[:3]]
        if opening and not any(table.first("after_list", text) or table.first("guidance", text) for text in opening):
            return page.sheet - 1
    return sheet


def _up_to(lines: Sequence[Line], sheet: int) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.sheet <= sheet)


def _is_addenda(lines: Sequence[Line], title: PdfTitle | None) -> bool:
    table = rules.load("front")
    if title:
        return title.kind.startswith(("addend", "supplement")) or title.kind.endswith("supplement")
    top = lines[:TOP]
    headed = any(table.first("addenda", line.text) for line in top if len(line.text) < HEADING)
    return headed or any(table.first("addenda_letter", line.text) for line in top)


def _without_list(document: Document, last: int, lines: tuple[Line, ...], title: PdfTitle | None) -> FrontSheet:
    """A pack whose front sheets list nothing: a supplement with a covering letter, or a paper that is no agenda."""
    table = rules.load("front")
    if _is_addenda(lines, title):
        return _settled(
            document,
            "addenda",
            last if last < len(document.pages) else 1,
            listed=Business(outside=lines),
            lines=lines,
            title=title,
        )
    opening = [line for page in document.pages[:2] for line in page.lines]
    if title is None and any(table.first("report_field", line.text) for line in opening):
        return _report(document, title)
    if title or any(table.first("summons", line.text) for line in lines[:OPENING]):
        return _settled(document, "agenda", last, listed=Business(outside=lines), lines=lines, title=title)
    if any(table.first("other_document", line.text) for line in lines[:OPENING]):
        return FrontSheet(0, "unknown")
    return replace(_report(document, title), pack_kind="unknown")


def _report(document: Document, title: PdfTitle | None) -> FrontSheet:
    """A lone paper: its header tells the body and the day, all its sheets may tell the council."""
    first = next(page for page in document.pages if page.lines)
    return _settled(document, "report", 0, listed=Business(), lines=first.lines, title=title)


def _head_of_minutes(outside: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of minutes that say whose they are.

    What was told and resolved names neighbours and upper tiers as often as the council itself, so it says nothing of whose it is.
    """
    decided = rules.load("decide")
    stems = (
        at for at, line in enumerate(outside) if any(decided.first(means, line.text) for means in ("resolved", "impersonal"))
    )
    return tuple(outside[: next(stems, len(outside))])


def _above_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a lone paper above its first table, and those of a plan above the first of the dates or labels that come again
    and again: from there on it tells of other meetings than the one to which it goes."""
    wide = [at for at, line in enumerate(lines) if len(line.cells) >= TABLE_ROW]
    if any(heads_plan(line) for line in lines[:PAPER_HEAD]):
        dated = [at for at, line in enumerate(lines) if when(line.text) is not None]
        heads = [line.cells[0].text.partition(":") for line in lines]
        often = Counter(label for label, colon, _ in heads if colon)
        wide += dated if len(dated) > 1 else []
        wide += [at for at, (label, _, _) in enumerate(heads) if often[label] > 1]
    return lines[: min(wide, default=len(lines))]


def _running_head(furniture: Sequence[Line], council: Fact | None) -> tuple[Fact | None, Fact | None]:
    """The body and the day that the running head of a lone paper names together ("Marsh Council – Cabinet – 5 May 2031")."""
    for line in furniture:
        pieces = [replace(line, text=piece, spans=()) for piece in _PIECES.split(line.text)]
        day, body = meeting.date(pieces, None), meeting.body(pieces, council, None)
        if len(pieces) > 1 and day is not None and body is not None:
            return body, day
    return None, None


def _settled(
    document: Document, kind: str, sheets: int, *, listed: Business, lines: tuple[Line, ...], title: PdfTitle | None
) -> FrontSheet:
    """The record of the front sheets, once their kind, their number and their `lines` are known."""
    around = _above_rows(lines[:OPENING]) if kind == "report" else listed.outside
    day = meeting.date(around, title, past=kind == "minutes", held=kind == "decisions")
    speaking = lines if kind in ("report", "minutes", "decisions") else around
    rest = tuple(line for page in document.pages[:MOST] for line in page.lines if page.sheet > max(sheets, 1))
    furniture = tuple(line for page in document.pages[: max(sheets, 1)] for line in page.furniture)
    if kind == "minutes":
        speaking, rest = _head_of_minutes(around), ()
    found = councils.find((*speaking, *furniture), rest, document.title, day.value if day else None)
    if kind == "report" and found and found.mentioned and meeting.is_small(found.name):  # one that was asked, or that objects
        found = None
    council = Fact(found.name, found.lines, found.rule) if found else None
    body = meeting.body(around, council, title, lone=kind == "report") or (
        meeting.body(furniture, council, None) if kind != "report" else None
    )
    if found and not found.heads and body and rules.load("front").first("of_several_councils", body.value):
        council = None
    if kind == "report" and body is None and day is None:
        body, day = _running_head(furniture, council)
    clock = meeting.time(around, day, title) if kind != "report" else None
    clock = clock or (meeting.began(lines) if kind == "minutes" else None)
    place = venue.venue(around, day, body) if kind != "report" else None
    facts = {"council": council, "body": body, "meeting_date": day, "meeting_time": clock, "venue": place}
    return FrontSheet(
        sheets=sheets,
        pack_kind=kind,
        council=council.value if council else None,
        body=body.value if body else None,
        meeting_date=day.value if day else None,
        meeting_time=clock.value if clock else None,
        venue=place.value if place else None,
        items=listed.items,
        lines=listed.outside,
        sources=tuple((name, fact.lines, fact.rule) for name, fact in facts.items() if fact),
        passed=listed.passed,
    )
