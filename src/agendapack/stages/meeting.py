"""Which body meets and when, from the lines of a front sheet or the header of a lone report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from agendapack import prepared, rules
from agendapack.layout import Line, join
from agendapack.stages import councils, dates, tongues
from agendapack.stages.facts import OPEN, TABLE_ROW, TOP, Fact, around, field, of_another_meeting, row_of

_KIND_ALONE = prepared.pattern(r"(?:sub-? ?)?committee|board|panel|forum|commission|group|authority", re.IGNORECASE)
_EITHER_KIND = prepared.pattern(r"\s*/\s*|\s+(?:or|and)\s+")
"""What stands between the kinds of body in a label ("Committee or Board")."""
_MATTERS = 2
"""Columns beyond which a table with one for matters and one for days is of many meetings."""
_SMALLEST = prepared.pattern(r"(?:parish|town|community|village) council$", re.IGNORECASE)
_LOCAL = prepared.pattern(r"(?:parish|town|community|city|village) council$", re.IGNORECASE)


class PdfTitle(Struct, frozen=True):
    """What a publishing system's title of the PDF says."""

    kind: str
    body: str
    date: str | None
    time: str | None


def pdf_title(title: str | None) -> PdfTitle | None:
    """The parts of a PDF's title, None where it has no form that is known."""
    hit = rules.load("front").first("pdf_title", " ".join((title or "").split()))
    if hit is None:
        return None
    when = dates.first_date(hit["when"] or "")
    time = dates.times((hit["when"] or "")[when.end :]) if when else ()
    return PdfTitle((hit["kind"] or "").lower(), hit["body"] or "", when.iso if when else None, time[0].clock if time else None)


def is_small(council: str) -> bool:
    """Whether a council is a parish, town or community council: of those a principal council's papers name many."""
    return _SMALLEST.search(council) is not None


def body(lines: Sequence[Line], council: Fact | None, title: PdfTitle | None, *, lone: bool = False) -> Fact | None:
    """The body that meets. The name of a principal council at the head of a `lone` report says whose report it is, and not to
    whom it is made."""
    top = lines[:TOP]
    if title:
        printed = next((line for line in top if title.body.casefold() in line.text.casefold()), None)
        return Fact(councils.title_case(title.body), (printed,) if printed else (), "front.pdf-title")
    named = _field_body(top) or _titled_body(top) or _sentence_body(top, council) or _heading_body(top, council)
    small = council is not None and (_SMALLEST if lone else _LOCAL).search(council.value) is not None
    if lone and not small and named and council and named.rule == "front.body-name" and named.value == council.value:
        return None
    if named is None and council and small:
        return replace(council, rule="front.local-council")
    return replace(named, value=tongues.english(named.value)) if named else None


def date(lines: Sequence[Line], title: PdfTitle | None, *, past: bool = False, held: bool = False) -> Fact | None:
    """The day of the meeting (ISO): as printed, else as in the PDF's title. Minutes speak of it as `past`; a notice of decisions
    says on what day it was `held`, which elsewhere is that of an earlier one."""
    table = rules.load("front")
    found: list[tuple[float, int, str, tuple[Line, ...]]] = []
    greeting = next((at for at, line in enumerate(lines) if table.first("greeting", line.text)), 0)
    plan = next((at for at, line in enumerate(lines) if _heads_plan(line)), len(lines))
    rows = (row for row in range(len(lines)) if len(lines[row].cells) < (TABLE_ROW if row < plan else 2))
    for at, pair in ((row, pair) for row in rows for pair in _on_two_rows(lines, row)):
        line = pair[0]
        hits = dates.dates(join(pair))
        for hit in hits:
            iso = hit.iso or _year_elsewhere(hit, lines, title)
            if iso is None or hit.start >= len(line.text) or _of_a_period(hit, hits, join(pair)):
                continue
            source = tuple(pair[: 1 + (hit.end > len(line.text))])
            printed = join(source)
            timed = dates.times(printed[hit.end :]) or dates.times(printed[: hit.start])
            timed = timed or (_clock_above(lines, at) if printed[: hit.start].strip().casefold() == "on" else ())
            score = 2.0 * (hit.weekday is not None) + 2.0 * bool(timed)
            heads = (
                line,
                *line.cells,
                *(lines[at - 1].cells if at and line.box.top - lines[at - 1].box.bottom < line.size else ()),
            )
            score += 2.0 * any(table.first("date_field", cell.text) for cell in heads) + 1.0 * (at < TOP // 2)
            calls = bool(table.first("summons", around(lines, at)))
            told = not past and not (calls and timed)
            score += 3.0 * bool(title and iso == title.date) + 1.0 * calls + 1.0 * _time_beneath(lines, at)
            score += 1.0 * bool(_body_before(printed[: hit.start]))
            before = f"{lines[at - 1].text.split(' ')[-1] if at else ''} {printed[: hit.start]}"[-40:]
            its_own = held and table.first("held", before) is not None
            score += 2.0 * its_own - 5.0 * (not past and not its_own and bool(table.first("other_date", before)))
            score -= 5.0 * bool(at and table.first("signed_above", lines[at - 1].text))
            score -= 2.0 * (told and len(printed) - (hit.end - hit.start) > 60 and hit.weekday is None)
            score -= 2.0 * (told and len(printed) > 90) + 4.0 * (at < greeting)
            found.append((score, -at, iso, source))
    best = max(found, key=lambda entry: entry[:2], default=None)
    if best and best[0] >= 1 and not (title and title.date and title.date not in {entry[2] for entry in found} and best[0] < 3):
        return Fact(best[2], best[3], "front.date")
    return Fact(title.date, (), "front.pdf-title") if title and title.date else None


def _heads_plan(line: Line) -> bool:
    """Whether a row heads a table of many matters and their days ("Meeting date | Item | Purpose"): none of these is of the
    meeting."""
    means = [rules.load("plan").first_of(("head.topic", "head.date"), cell.text) for cell in line.cells]
    return len(means) > _MATTERS and {"head.topic", "head.date"} <= set(means)


def _time_beneath(lines: Sequence[Line], at: int) -> bool:
    """Whether the field right beneath a row is the meeting's time: a letter's own date has none."""
    return any(rules.load("front").first("time_field", line.text) is not None for line in lines[at + 1 : at + 2])


def _clock_above(lines: Sequence[Line], at: int) -> tuple[dates.TimeFound, ...]:
    """The time with which the line above ends, where a sentence goes on with the day ("... at 10.00 am | on Monday, ...")."""
    text = lines[at - 1].text if at else ""
    return tuple(clock for clock in dates.times(text) if clock.end >= len(text.rstrip(" .")))


def began(lines: Sequence[Line]) -> Fact | None:
    """The time at which a meeting began, where its minutes say so in their text."""
    for line in lines:
        hit = rules.load("front").first("began", line.text)
        if hit and (clock := dates.first_time(hit["when"] or "")):
            return Fact(clock, (line,), hit.rule)
    return None


def _of_a_period(day: dates.DateFound, days: Sequence[dates.DateFound], text: str) -> bool:
    """Whether a day begins or ends a period ("1 April 2031 to 31 July 2031"): nobody meets so long."""
    between = [text[one.end : other.start].strip() for one, other in pairwise(days) if day in (one, other)]
    return any(rules.load("front").first("through", words) for words in between)


def _on_two_rows(lines: Sequence[Line], at: int) -> Iterator[Sequence[Line]]:
    """A line with the one below it, and in a form with columns each cell without a whole date with the one that goes on below."""
    yield lines[at : at + 2]
    if at + 1 < len(lines) and len(lines[at].cells) > 1:
        for cell in lines[at].cells:
            if any(day.iso for day in dates.dates(cell.text)):
                continue
            for below in lines[at + 1].cells:
                if abs(below.box.x0 - cell.box.x0) < 4 and below.box.top - cell.box.bottom < cell.size:
                    yield cell, below


def time(lines: Sequence[Line], day: Fact | None, title: PdfTitle | None) -> Fact | None:
    """The time of the meeting (HH:MM): beside its date, as a field, else as in the PDF's title."""
    if day and day.lines:
        at, text = row_of(lines, day.lines[-1]), join(day.lines)
        hit = next((hit for hit in dates.dates(text) if hit.iso == day.value or hit.iso is None), None)
        start, end = (hit.start, hit.end) if hit else (0, len(text))
        behind = _with_rest_of_time(text[end:], lines[at + 1 : at + 2])
        beside = ((behind, day.lines), (text[:start], day.lines), *((near.text, (near,)) for near in _near(lines, at)))
        for text, source in beside:
            if clock := _stated(text):
                return Fact(clock, source, "front.time")
    for line in lines[:TOP]:
        if rules.load("front").first("time_field", line.text) and (clock := dates.first_time(line.text)):
            return Fact(clock, (line,), "front.time-field")
    return Fact(title.time, (), "front.pdf-title") if title and title.time else None


def _field_body(lines: Sequence[Line]) -> Fact | None:
    """The value of a form's field, which may stand in its own column and run over several lines, or under its head."""
    table = rules.load("front")
    for at, line in enumerate(lines):
        cells = line.cells if len(line.cells) < TABLE_ROW else ()
        for n, cell in enumerate(cells):
            hit = table.first("body_field", cell.text)
            if hit is None:
                continue
            if hit["value"] is None and n + 1 == len(cells):
                continue
            text, value = field(lines, at, n, hit["value"] or "")
            text = _without(text, "members_of")
            if hit["value"] and _name(text) is None:
                whole, both = field(lines, at, n, hit["value"], wraps=True)
                if name := _name(_without(whole, "members_of")):
                    return Fact(name, both, hit.rule)
            if value and _name(text) is None and (first := _name(value[0].text)) and not OPEN.search(value[0].text):
                return Fact(first, value[:1], hit.rule)
            if member := table.first("one_member", text):
                return Fact(str(member["office"]), value, hit.rule)
            if name := _name(text):
                return Fact(name, value, hit.rule)
            loose = (hit["field"] or "").lower() not in ("to", "report to", "meeting")
            if loose and text and len(text) < 100 and not dates.dates(text) and not dates.times(text):
                return Fact(councils.title_case(text), value, hit.rule)
    return None


def _titled_body(lines: Sequence[Line]) -> Fact | None:
    """The body that the field "Title" of an agenda's front sheet names, which tells the time of a meeting as no paper does."""
    table = rules.load("front")
    for at, line in enumerate(lines):
        hit = table.first("title_field", line.cells[0].text)
        if hit is None or not any(table.first("time_field", other.text) for other in lines):
            continue
        text, value = field(lines, at, 0, hit["value"] or "")
        if name := _name(text):
            return Fact(name, value, hit.rule)
    return None


def _sentence_body(lines: Sequence[Line], council: Fact | None) -> Fact | None:
    table = rules.load("front")
    for at, line in enumerate(lines):
        near = lines[at : at + 2]
        hit = table.first("body_sentence", join(near))
        if hit is None or hit.match.start() > len(line.text):
            continue
        text = (hit["body"] or "").strip()
        if re.match(r"above\b", text, re.IGNORECASE):
            return Fact(council.value, tuple(near), hit.rule) if council else None
        another = of_another_meeting(join(near)[: hit.match.start()])
        if (name := _name(text)) and not another and not _KIND_ALONE.fullmatch(name):
            return Fact(_without_council(_whole_council(name, council), council), tuple(near), hit.rule)
    return None


def _heading_body(lines: Sequence[Line], council: Fact | None) -> Fact | None:
    """The first line that is a body's name, with or without a date; the council's own name only where there is no other."""
    own: Fact | None = None
    for at, line in enumerate(lines[: TOP // 2]):
        for cell in _tries(line) if rules.load("front").first("date_label", line.text) is None else ():
            text = _with_row_below(cell, lines[at + 1 : at + 2]) if OPEN.search(cell.text) else cell.text
            text = _without(text, "made_to", "its_report")
            name = _name(_body_before(text) or text)
            if name is None:
                continue
            name, source = _with_rows_above(name, lines, at, cell)
            if name[0].islower():  # the end of a sentence
                continue
            name = _whole_council(name, council)
            fact = Fact(_without(_without_council(name, council), "made_to"), source, "front.body-name")
            if council and (_is_short(name, council.value) or any(_ends_with(name, one) for one in councils.names(name))):
                own = own or replace(fact, value=council.value)
                continue
            return fact
    return own


def _tries(line: Line) -> tuple[Line, ...]:
    """The parts of a line that may name a body: of a label and a name beside it ("Board or Panel | Pension Board") the name."""
    if len(line.cells) >= TABLE_ROW:
        return ()
    cells = tuple(cell for cell in line.cells if not cell.text.strip(".").isdigit()) or line.cells
    if len(cells) < len(line.cells):
        return cells
    value = _name(cells[1].text) if len(cells) == 2 else None
    label = all(_KIND_ALONE.fullmatch(kind) or _name(kind) is None for kind in _EITHER_KIND.split(cells[0].text))
    labelled = value is not None and not _KIND_ALONE.fullmatch(value) and label
    return cells[1:] if labelled else (line, *cells) if len(cells) == 2 else cells


def _without(text: str, *meanings: str) -> str:
    """A text without what rows of some meanings match in it."""
    for means in meanings:
        if hit := rules.load("front").first(means, text):
            text = text[: hit.match.start()] + text[hit.match.end() :]
    return text


def _with_row_below(cell: Line, below: Sequence[Line]) -> str:
    """The words of a cell that goes on in its column, with those of the row beneath."""
    rest = next((other for line in below for other in line.cells if abs(other.box.x0 - cell.box.x0) <= 6), None)
    return f"{cell.text} {rest.text}" if rest is not None else cell.text


def _with_rows_above(name: str, lines: Sequence[Line], at: int, cell: Line) -> tuple[str, tuple[Line, ...]]:
    """A body's name with the rows above in its column that it goes on from, where it is a mere kind or begins in mid-name."""
    rows, text = [cell if cell is not lines[at] else lines[at]], cell.text
    while len(rows) < 4 and at >= len(rows) and (_KIND_ALONE.fullmatch(name) or name[0].islower()):
        above = _above(lines[at - len(rows)], cell)
        text = f"{above.text} {text}"
        rows.insert(0, above)
        if whole := _name(text):
            name = whole
        elif not text[0].isupper():
            break
    return name, tuple(rows) if name != _name(cell.text) else (lines[at],)


def _above(line: Line, cell: Line) -> Line:
    """The cell of the line above that stands in the same column; the whole line where none does."""
    return next((one for one in line.cells if abs(one.box.x0 - cell.box.x0) <= 6), line)


def _ends_with(name: str, found: tuple[str, str]) -> bool:
    """Whether a name is a council's and nothing more behind it."""
    return name.casefold().endswith(found[1].casefold())


def _is_short(name: str, council: str) -> bool:
    """Whether a name is the council's own, perhaps with a word of it shortened or left out ("East Downs Council" for "East
    Downshire District Council")."""
    words, whole = name.casefold().split(), council.casefold().split()
    if len(words) > len(whole) or len(words) < 2 or words[-1] != "council" or words[0] != whole[0]:
        return name == council
    rest = iter(whole)
    return all(any(other.startswith((word, word.removesuffix("s"))) for other in rest) for word in words)


def _whole_council(name: str, council: Fact | None) -> str:
    """The council's name for "the Parish Council" and the like, where that is what it is."""
    if council and _LOCAL.search(council.value) and council.value.casefold().endswith(name.casefold()):
        return council.value
    return name


def _body_before(text: str) -> str | None:
    """What stands before the date (and time) of a line."""
    hits = dates.dates(text)
    before = text[: hits[0].start].strip(" ,-–—:") if hits else ""
    return before if before and _name(before) else None


def _name(text: str) -> str | None:
    text = _without(" ".join(text.split()), "next_field").strip(" ,-–—:.")
    hits = dates.dates(text)
    if hits:
        text = text[: hits[0].start].strip(" ,-–—:.")
    text = tongues.english(text)
    text = _without(re.sub(r",?\s+(?:on|at|to be)$", "", text, flags=re.IGNORECASE), "what_it_is")
    hit = rules.load("front").first("body_name", text)
    return councils.title_case(" ".join((hit["body"] or "").split())) if hit else None


def _without_council(name: str, council: Fact | None) -> str:
    """A committee's name without the council's in front of it ("X Town Council Planning Committee")."""
    if council and name.casefold().startswith(council.value.casefold()) and len(name) > len(council.value) + 3:
        rest = re.sub(r"^(?:['’]s)?\s*", "", name[len(council.value) :])
        return rest if _name(rest) and not _KIND_ALONE.fullmatch(rest.strip()) else name
    if council and (behind := re.search(rf"(?: of (?:the )?| [–—-] ){re.escape(council.value)}$", name, re.IGNORECASE)):
        return name[: behind.start()] if not _KIND_ALONE.fullmatch(name[: behind.start()]) else name
    return name


def _near(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines beside a date that may hold its time: the next three and the one before, where they speak of the same meeting."""
    beside = [*lines[at + 1 : at + 4], *lines[max(0, at - 1) : at]]
    return [line for line in beside if not of_another_meeting(line.text)]


def _with_rest_of_time(text: str, below: Sequence[Line]) -> str:
    """What stands behind a date, with the half of the day where that begins the next line."""
    half = re.match(r"[ap]\.?m\b\.?|noon\b", below[0].text, re.IGNORECASE) if below else None
    return f"{text} {half.group()}" if half and re.search(r"\d$", text) else text


def _stated(text: str) -> str | None:
    """The time of a text that is about when it begins."""
    if len(text) > 90 and not re.match(r"\s*(?:at|@|,)", text):
        return None
    return None if rules.load("front").first("not_the_start", text) else dates.first_time(text)


def _year_elsewhere(hit: dates.DateFound, lines: Sequence[Line], title: PdfTitle | None) -> str | None:
    others = [title.date] if title and title.date else []
    others += [found.iso for line in lines for found in dates.dates(line.text) if found.iso]
    return next((iso for other in others if other and (iso := dates.with_year_from(hit, other))), None)
