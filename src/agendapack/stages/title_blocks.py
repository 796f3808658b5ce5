"""Title blocks: body and date, title, author, in whatever order a council prints them at the head of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from agendapack.layout import Line, join
from agendapack.prepared import pattern
from agendapack.rules import load
from agendapack.stages import people
from agendapack.stages.headings import RULES, first_block, letterhead, section_number

OPEN_END = pattern(r"(?:\b(?:and|of|for|the|to|with)|[,&–-])$", re.IGNORECASE)
_FIELD = pattern(r"[A-Z][^:.?!]{2,40}: ?\S")
"""A line that opens with the label of some field."""
_LARGER = 1.15
"""How much larger type is that sets a title off from what stands above it."""
_SAME_SIZE = 0.6
"""Points by which the type of the lines of one heading may differ."""
_FIELDS = 20
"""Lines beneath an author among which the fields of a report's head end."""
HEADING_LINES = 6
"""Lines within which a title block has to start, and the most that a title may have."""
TITLE_CHARS = 260
"""The longest title: the longest in the packs read has 200 characters."""
FLUSH = 6.0
"""Points by which the lines of one column may start apart."""


class Block(Struct, frozen=True):
    """A title block: its title, the lines of that, the rule that saw it, and how much it speaks for a new paper."""

    title: str
    lines: tuple[Line, ...]
    rule: str
    strength: float


def title_block(lines: Sequence[Line]) -> Block | None:
    """Body and date, title, author. The title is what stands between the letterhead and the author or the first section."""
    start, dated = _letterhead_end(lines)
    block: list[Line] = []
    authored = False
    for line in lines[start : start + HEADING_LINES]:
        if RULES.first("section_heading", line.text.strip("* ")) or (block and section_number(line)):
            break
        if authored and not (_titled_author(block) and _close(block[-1], line)):
            break
        block.append(line)
        authored = authored or RULES.first("report_by", line.text) is not None
    pair = join(block)
    hit = RULES.first("report_of_title", pair)
    if hit is not None and people.person(hit["title"] or "") is None:
        author_lines = [line for line in block if RULES.first("report_by", line.text)]
        title = _cut_title(pair, hit["title"] or "", block)
        return Block((hit["title"] or "").strip("* "), title or tuple(author_lines), hit.rule, 2.0)
    author = RULES.first("report_by", pair)
    if (author is None and not dated) or (not start and not begins_with_author(block)):
        return None
    title_lines, text = _title_before_author(block)
    if author is not None and (value := without_label(title_lines)) != title_lines:
        title_lines, text = value, join(value)
    if author is not None and _only_fields(title_lines):
        title_lines, text = (), ""
    if author is None:
        title_lines = _in_larger_type(title_lines, lines[start : start + 2 * HEADING_LINES]) or first_block(title_lines)
        text = join(title_lines)
    if author is None and title_lines and RULES.first("form_label", title_lines[0].cells[0].text.rstrip(": ")):
        return None
    if author and not text:
        title_lines = _title_after_author(lines[start:], block)
        text = join(title_lines)
    if not text or len(text) > TITLE_CHARS:
        return Block("", (), "openings.title-block", 2.0) if author and start else None
    return Block(text.strip("* "), title_lines, "openings.title-block", 2.0 if author or dated else 1.0)


def _letterhead_end(lines: Sequence[Line]) -> tuple[int, bool]:
    """How many lines of letterhead a sheet opens with, and whether they name a day."""
    start, dated = 0, False
    while start < min(len(lines), HEADING_LINES):
        text = lines[start].text.strip("*–— ")
        if _wraps_beside_date(lines[start:]):
            dated, start = True, start + 2
        elif _labels_over_values(lines[start]):
            start += 2
        elif letterhead(lines[start]):
            dated = dated or any(RULES.first(means, text) for means in ("body_date", "date_line"))
            start += 1
        elif (rows := _wrapped_letterhead(lines[start:])) is not None:
            dated, start = True, start + rows
        else:
            break
    return start, dated


def _title_after_author(lines: Sequence[Line], block: Sequence[Line]) -> tuple[Line, ...]:
    """The heading that follows the author where none stands before him: bold or in capitals, past his own further lines."""
    rest = list(lines[len(block) :])
    before = block[-1] if block else None
    width = max((line.box.x1 - line.box.x0 for line in lines), default=0.0)
    while rest and before and _close(before, rest[0]) and (_goes_on(before, rest[0]) or _had_no_room(before, rest[0], width)):
        before = rest.pop(0)
    while rest and (letterhead(rest[0]) or _of_a_member(rest[0])):
        rest.pop(0)
    first = rest[0] if rest else None
    if first is None or RULES.first("section_heading", first.text.strip("* ")):
        return ()
    if not (first.bold or first.text.isupper()):
        return _past_fields(rest[:_FIELDS])
    heading = tuple(map(_past_letterhead, first_block(rest[:HEADING_LINES])))
    first = heading[0]
    return without_label(tuple(takewhile(lambda line: line is first or not RULES.first("remark", line.text), heading)))


def _past_fields(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The heading among plain fields beneath an author, above the paper's first section: of what is bold there the one that is in
    larger type, or that is alone."""
    head = tuple(takewhile(lambda line: not RULES.first("section_heading", line.text.strip("* ")), lines))
    bold = [line for line in head if line.bold]
    largest = max((line.size for line in bold), default=0.0)
    first = next((n for n, line in enumerate(head) if line.bold and largest - line.size <= _SAME_SIZE), None)
    if len(head) == len(lines) or first is None:
        return ()
    block = first_block(head[first:])
    label = block[-1].text.endswith(":") or any(RULES.first("form_label", line.text.rstrip(": ")) for line in block)
    alike = [line for line in bold if largest - line.size <= _SAME_SIZE]
    return () if label or len(block) < len(alike) or letterhead(block[0]) else block


def _of_a_member(line: Line) -> bool:
    """Whether a line says in whose portfolio a paper falls ("Lead Member – Cabinet Member for Housing", "(Councillor Doe)")."""
    return any(load(table).first(means, line.text) for table, means in (("authors", "member-title"), ("openings", "remark")))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether an author's line goes on with the next one: in mid-phrase, or with an office."""
    office = people.is_role(line.text) or load("authors").first("member-title", line.text) is not None
    return line.text[0].islower() or OPEN_END.search(before.text) is not None or office


def _had_no_room(before: Line, line: Line, width: float) -> bool:
    """Whether an author's line is as long as lines are there, so that one in its style beneath it goes on with it."""
    letter = (before.box.x1 - before.box.x0) / max(len(before.text), 1)
    full = before.box.x1 - before.box.x0 + letter * (1 + len(line.text.split()[0])) > width
    alike = before.bold == line.bold and abs(before.size - line.size) <= _SAME_SIZE
    return full and alike and before.text.isupper() == line.text.isupper() and RULES.first("report_by", before.text) is not None


def _only_fields(lines: Sequence[Line]) -> bool:
    """Whether lines above an author are all fields that say for whom a paper is and what it touches, and none its title."""
    fields = [line for line in lines if other_field(line) or _FIELD.match(line.text)]
    return len(fields) == len(lines) and (len(fields) > 1 or any(map(other_field, fields)))


def begins_with_author(block: Sequence[Line]) -> bool:
    """Whether "Report by" starts a line of its own: without letterhead above, a mention within a row proves nothing."""
    return any((hit := RULES.first("report_by", line.text)) and hit.match.start() == 0 for line in block)


def _titled_author(block: Sequence[Line]) -> bool:
    """Whether a block so far reads "Report of the X: Title", so that the title may go on."""
    return RULES.first("report_of_title", join(block)) is not None


def _close(before: Line, line: Line) -> bool:
    return line.box.top - before.box.bottom <= 0.75 * line.size


def _labels_over_values(line: Line) -> bool:
    """Whether a line is the labels of two fields whose values stand beneath them ("Report to: | Wards:")."""
    labels = [cell.text.rstrip(": ") for cell in line.cells if cell.text.endswith(":")]
    return 1 < len(labels) == len(line.cells) and all(RULES.first("form_label", label) for label in labels)


def _wraps_beside_date(lines: Sequence[Line]) -> bool:
    """Whether a body's name begins here that goes on in its column on the next line, with the date beside it."""
    if len(lines) < 2 or len(lines[0].cells) != 2 or len(lines[1].cells) > 1:
        return False
    first, date = lines[0].cells
    whole = replace(first, text=f"{first.text} {lines[1].text}", spans=())
    beneath = abs(lines[1].box.x0 - first.box.x0) <= FLUSH and OPEN_END.search(first.text) is not None
    return beneath and RULES.first("date_line", date.text) is not None and letterhead(whole)


def _wrapped_letterhead(lines: Sequence[Line]) -> int | None:
    """How many lines a body-and-date line takes where it wraps; None where there is none. A title in larger type is no part."""
    for count in (2, 3, 4):
        if len(lines) < count or abs(lines[count - 1].size - lines[0].size) > _SAME_SIZE:
            return None
        text = " ".join(line.text.strip("* ") for line in lines[:count])
        if RULES.first("body_date", text) and not RULES.first("report_by", text):
            return count
    return None


def _title_before_author(block: Sequence[Line]) -> tuple[tuple[Line, ...], str]:
    """The lines before "Report by", which may begin in mid-line in packs re-typeset from text."""
    title: list[Line] = []
    parts: list[str] = []
    for line in block:
        hit = RULES.first("report_by", line.text)
        if hit is None:
            if not (title and letterhead(line)):
                title.append(own := _past_letterhead(line))
                parts.append(own.text)
            continue
        before = line.text[: hit.match.start()].strip("* ")
        if before:
            title.append(line)
            parts.append(before)
        break
    if (first := _larger_below(title)) is not None:
        return tuple(title[first:]), " ".join(parts[first:]).strip("* ")
    return tuple(title), " ".join(parts).strip("* ")


def _past_letterhead(line: Line) -> Line:
    """A line without the number of the item that stands in a cell before its words ("ITEM 8 | Parking")."""
    first, *rest = line.cells
    return line.part([span for cell in rest for span in cell.spans]) if rest and letterhead(first) else line


def _larger_below(title: Sequence[Line]) -> int | None:
    """Where the lines in the largest type begin, if they close a block in smaller type: what stands above the title is no
    part of it."""
    largest = max((line.size for line in title), default=0.0)
    first = next((n for n, line in enumerate(title) if largest - line.size <= _SAME_SIZE), 0)
    alike = all(largest - line.size <= _SAME_SIZE for line in title[first:])
    smaller = all(line.size * _LARGER <= largest for line in title[:first])
    return first if first and alike and smaller else None


def _in_larger_type(title: Sequence[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The heading in larger type that stands beneath what seemed a title and is set like any text: a question, a form's row."""
    if not title or title[0].bold:
        return ()
    larger = _LARGER * title[0].size
    return first_block(lines[next((n for n, line in enumerate(lines) if line.bold and line.size >= larger), len(lines)) :])


def _cut_title(text: str, title: str, block: Sequence[Line]) -> tuple[Line, ...]:
    words = set(title.split())
    return tuple(line for line in block if words & set(line.text.split()))


def without_label(title: tuple[Line, ...]) -> tuple[Line, ...]:
    """A heading without the label of the field that it is ("Report Title: Rural Strategy"), as far as that field goes."""
    if title and (numbered := RULES.first("item_before", title[0].text)):
        title = (replace(title[0], text=title[0].text[numbered.match.end() :], spans=()), *title[1:])
    label, colon, value = title[0].text.partition(":") if title else ("", "", "")
    hit = RULES.first("form_label", label.strip(" *")) if colon and value.strip() else None
    called = RULES.first("heading_label", label.strip(" *")) if colon and value.strip() else None
    if called is None and (hit is None or hit.rule != "openings.title"):
        return title
    more = takewhile(lambda line: ":" not in line.text, title[1:])
    return (replace(title[0], text=value.strip(), spans=()), *more)


def without_marks(title: tuple[Line, ...]) -> tuple[Line, ...]:
    """A heading without what stands in cells beside it and names no paper ("Parking | Item no: 6")."""
    kept = tuple(_unmarked(line) if len(line.cells) > 1 else line for line in title)
    beside = {line.box.top for line in kept if sum(line.box.top == other.box.top for other in kept) > 1}
    return tuple(line for line in kept if line.box.top not in beside or not letterhead(line)) or kept


def _unmarked(line: Line) -> Line:
    kept = [cell for cell in line.cells if not letterhead(cell)]
    return line.part([span for cell in kept for span in cell.spans]) if 0 < len(kept) < len(line.cells) else line


def other_field(line: Line) -> bool:
    """Whether a line is a field above a title that says for whom, from whom and when a paper is ("To: Schools Forum")."""
    label, colon, value = line.text.partition(":")
    hit = RULES.first("form_label", label.strip(" *")) if colon and value.strip() else None
    return hit is not None and hit.rule in ("openings.to", "openings.from", "openings.date")
