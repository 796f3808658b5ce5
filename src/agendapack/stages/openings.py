"""What the top of a sheet says it is: the opening of a paper, with its title, or nothing of the kind.

A paper opens with a form, with a title block ("CABINET - 17 October 2030", title, "Report by ..."), with a heading that says
what it is ("MINUTES of ...", "Appendix A", an impact assessment) or just with a heading in larger type. `opening` reads the
first lines of a sheet and says which, how strongly that speaks for a new paper, and what its title is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from agendapack import rules
from agendapack.candidates import candidates
from agendapack.layout import Line, Page, join
from agendapack.rules import InForce
from agendapack.stages import people, tongues
from agendapack.stages.annexes import annex_of, is_annex_list
from agendapack.stages.forms import BESIDE, STACKED, UNLISTED, Field, read_form
from agendapack.stages.headings import by_columns, first_block, heading_like, letterhead, scattered, section_number, table_start
from agendapack.stages.title_blocks import (
    FLUSH,
    HEADING_LINES,
    OPEN_END,
    TITLE_CHARS,
    begins_with_author,
    other_field,
    title_block,
    without_label,
    without_marks,
)
from agendapack.stages.title_fields import labelled_row, strange_form, told_apart

RULES = InForce("openings")


TOP_LINES = 45
"""Lines of a sheet that may belong to a form at its head: the longest forms seen take two thirds of a sheet."""

COVER_LINES = 8
"""A sheet with no more lines than this is a cover."""

_TITLE_ROWS = 3
"""Rows beneath a form without a title in which the title's field may stand, past one that no rule knows."""

_STRANGE_ROWS = 14
"""Rows at the head of a sheet that are looked at for a form of which nothing is known."""

_TITLE_WORDS = 5
"""Words from which a heading that is set as those of the sections are may yet be the title."""

ATTENDED = 15
"""Lines of a sheet within which minutes name those who were present."""

_MINUTES_HEAD = 5
"""Lines from the word "Minutes" to the day of the meeting at most."""

FORM_FIELDS = 3
"""Different fields that make a form. Two happen by chance ("Date:" and "Summary:" in a letter)."""


class Opening(Struct, frozen=True):
    """How a sheet opens. `strength` is how much that speaks for a new paper: 2 settles it, 1 supports it, 0 says nothing.

    `annex` is the annex label in a form that compares ("appendix a"), None where the sheet has none.
    """

    title: str
    lines: tuple[Line, ...]
    rule: str
    strength: float
    annex: str | None = None
    named: bool = False
    """Whether a field of the sheet's own says that this is the title."""


def opening(page: Page, body_size: float) -> Opening:
    """How a sheet opens. `body_size` is the size of the document's running text, in points."""
    lines = _upright(page)
    if not lines:
        return _from_furniture(page) or Opening("", (), "", 0.0)
    annex = annex_of(page)
    label = annex[0] if annex else None
    above = lines[: table_start(lines)]
    headed = [*_running_heads(page, lines[0]), *lines]
    for read, read_in in ((_known, lines), (_proceedings, headed), (_form, lines), (title_block, above)):
        found = read(read_in)
        if found is not None:
            looked = found.rule in ("openings.form", "openings.title-block")
            named = without_label(without_marks(found.lines) if looked else found.lines)
            text = found.title if named == found.lines else join(named)
            labelled = (isinstance(found, Opening) and found.named) or named != found.lines
            return Opening(text, named, found.rule, found.strength, label, labelled)
    if strange := strange_form(lines[:_STRANGE_ROWS]):
        return Opening(join(strange), strange, "openings.form", 0.0, label)
    cover = len(lines) <= COVER_LINES
    if annex is not None:
        return _annex_opening(page, above if annex[1] in above else lines, body_size, *annex, cover=cover)
    title = without_label(without_marks(_heading(above, body_size, cover=cover)))
    prominent = bool(title) and title[0].size >= 1.15 * body_size and title[0].box.top < 0.3 * page.height
    return Opening(join(title), title, "openings.heading" if title else "", 1.0 if prominent else 0.0, None)


def _upright(page: Page) -> list[Line]:
    return [line for line in page.lines if line.turned == 0] or list(page.lines)


def _running_heads(page: Page, first: Line) -> list[Line]:
    """What a sheet prints above its text as others do, in type no smaller: minutes may open with their body's name there."""
    above = (line for line in page.furniture if line.turned == 0 and not line.hidden)
    return [line for line in above if line.box.bottom <= first.box.top and line.size >= first.size]


def _from_furniture(page: Page) -> Opening | None:
    annex = annex_of(page)
    return Opening(annex[1].text, (annex[1],), "openings.annex-heading", 2.0, annex[0]) if annex else None


# ---- openings that say what they are ---------------------------------------------------------------------------------


def _known(lines: Sequence[Line]) -> Opening | None:
    for index, line in enumerate(lines[:HEADING_LINES]):
        hit = RULES.first("known", line.text.strip("* "))
        if hit is None and (headed := _minutes_headed(lines[index : index + _MINUTES_HEAD])):
            return Opening(_to_date(join(headed)), headed, "openings.minutes", 2.0)
        if hit is None or is_annex_list(lines, line):
            above = (
                letterhead(line)
                or RULES.first("minutes_head", line.text)
                or (index < 2 and len(line.text) < 60 and not RULES.first("closing_contact", line.text))
            )
            if not above:
                break
            continue
        rule = hit.rule
        if rule == "openings.minutes":
            title = _minutes_title(lines[index:])
            return Opening(_to_date(join(title)), title, rule, 2.0)
        if rule in ("openings.proposed-decision", "openings.amendment-form"):
            field = _title_field(lines[index + 1 :])
            if field is not None:
                return Opening(field.text, field.value, rule, 2.0)
        return Opening(line.text.strip("* "), (line,), rule, 2.0)
    if lines and (hit := RULES.first("known_text", lines[0].text)):
        return Opening("", (), hit.rule, 2.0)
    return None


def _minutes_headed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines from the word "Minutes" alone to the date, where what met is named between; none where a sentence says more."""
    if len(lines) < 2 or not RULES.first("minutes_head", lines[0].text):
        return ()
    title = _minutes_title(lines)
    named = any(_names_body(line) or RULES.first("minutes_of", line.text) for line in title[1:2])
    return title if named and not any(RULES.first("known", line.text) for line in title[1:]) else ()


def _minutes_title(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The opening sentence of minutes, as far as the date of the meeting; the heading line alone where no date follows."""
    for end in range(1, 6):
        if RULES.first("minutes_date", join(lines[:end])):
            return tuple(lines[:end])
    return tuple(lines[:1])


def _proceedings(lines: Sequence[Line]) -> Opening | None:
    """Minutes that are not headed so: a body and the day on which it met, then who was there."""
    texts = [line.text for line in lines[:ATTENDED]]
    there = sorted(candidates(rules.load(RULES.stage), ("present",), texts))
    present = next((n for n in there if RULES.first("present", texts[n])), 0)
    named = [n for n, line in enumerate(lines[:present]) if _names_body(line)]
    start = next((n for n in named if n + 1 not in named), present)
    for end in range(start + 1, present + 1):
        if RULES.first("minutes_date", join(lines[start:end])):
            label, _, value = lines[end - 1].text.partition(":")
            if value and RULES.first("form_label", label) and RULES.first("minutes_date", value.strip()):
                return Opening(_to_date(value.strip()), (lines[end - 1],), "openings.minutes", 2.0)
            return Opening(_to_date(join(lines[start:end])), tuple(lines[start:end]), "openings.minutes", 2.0)
    return None


def _names_body(line: Line) -> bool:
    """Whether a line is the name of a body, with or without a date."""
    return not RULES.first("date_line", line.text) and any(RULES.first(means, line.text) for means in ("body_name", "body_date"))


def _to_date(text: str) -> str:
    hit = RULES.first("minutes_date", text)
    return text[: hit.match.end()] if hit else text.rstrip(".")


def _title_field(lines: Sequence[Line]) -> Field | None:
    """The title field of a form: at its head, or further down, since a decision form prints its criteria first."""
    for index, line in enumerate(lines[:TOP_LINES]):
        label, colon, _ = line.text.partition(":")
        if colon and (hit := RULES.first("form_label", label.strip(" *"))) and hit.rule == "openings.title":
            return _wrapped_inline(lines[index:])
        found = next(iter(read_form(lines[index : index + 4], RULES)), None)
        if found is not None and found.name == "title" and found.value and found.label.box.top == line.box.top:
            return found
    return None


def _wrapped_inline(lines: Sequence[Line]) -> Field:
    """A field whose value starts behind its colon and wraps to the label's own margin in the label's style."""
    first = lines[0]
    rest = first.text.partition(":")[2].strip()
    value = [Line(first.sheet, rest, first.box, first.size, first.bold, first.spans, first.turned)] if rest else []
    for before, line in pairwise(lines[:5]):
        same_paragraph = line.box.top - before.box.bottom < 0.6 * line.size and line.bold == first.bold
        if not same_paragraph or RULES.first("form_label", line.text.partition(":")[0].strip()):
            break
        value.append(line)
        if not rest:
            rest = line.text
    return Field("title", first, tuple(value))


def _form(lines: Sequence[Line]) -> Opening | None:
    """A form near the top of the sheet, with a title field; letterhead may stand above it."""
    for start in range(min(len(lines), HEADING_LINES)):
        form = read_form(lines[start : start + TOP_LINES], RULES)
        if not any(each.name == "title" for each in form):
            form = tuple(takewhile(lambda each: each.name != STACKED, form))
        form, told = tuple(each for each in form if each.name != BESIDE), form
        fields = [each for each in form if each.name not in (UNLISTED, STACKED)]
        rows = Counter(field.label.box.top for field in fields)
        known = len({(field.name, field.label.text) for field in fields})
        title = _in_both([each for each in fields if each.name == "title" and each.value and rows[each.label.box.top] < 3])
        strange = len(form if title is None else told) - len(fields)
        if len(rows) > 1 and known > 1 and known + strange >= FORM_FIELDS:
            if title is not None and (heads := _heading_of_several(title, lines, start)):
                return Opening(join(heads), heads, "openings.heading", 1.0)
            if title is not None:
                more = takewhile(lambda line: not _ends_title(line), title.value[1:])
                value = (title.value[0], *more)
                return Opening(join(value)[:TITLE_CHARS].rstrip("* "), value, "openings.form", 2.0, named=True)
            table = {line.box.top for line in lines if len(line.cells) > 3}
            if named := _application([each for each in fields if each.label.box.top not in table]):
                return Opening(join(named), named, "openings.form", 2.0, named=True)
            strong = len({field.name for field in fields}) >= FORM_FIELDS
            above = title_block(lines[:start]) if begins_with_author(lines[:start]) else None
            last = form[-1].value[-1] if form[-1].value else form[-1].label
            if field := _title_field([line for line in lines[start:] if line.box.top > last.box.bottom][:_TITLE_ROWS]):
                return Opening(field.text[:TITLE_CHARS].rstrip("* "), field.value, "openings.form", 2.0, named=True)
            heading = (
                above.lines if above else _heading_above([x for x in lines[:start] if not (letterhead(x) or labelled_row(x))])
            )
            whole = strange_form(lines[:_STRANGE_ROWS]) if start else ()
            heading = heading or whole or told_apart(told, _heading_below(lines[start:], told))
            return Opening(join(heading), heading, "openings.form", 2.0 if strong else 1.0)
    return None


def _heading_of_several(title: Field, lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The heading above a form whose title has its label again further down: a sheet of several forms, as some plans are, has its
    title above them."""
    label = title.label
    again = (line.cells[0] for line in lines if line.box.top > label.box.top)
    if not any(each.text == label.text and abs(each.box.x0 - label.box.x0) <= FLUSH for each in again):
        return ()
    return _heading_above([line for line in lines[:start] if not (letterhead(line) or labelled_row(line))])


def _in_both(titles: Sequence[Field]) -> Field | None:
    """The first of a form's titles; of one in Welsh and the same in English in the field beneath it both, as a field with two
    lines prints them."""
    if len(titles) > 1 and tongues.english_of(titles[0].text, titles[1].text) == 1:
        return replace(titles[0], value=(*titles[0].value, *titles[1].value))
    return next(iter(titles), None)


def _ends_title(line: Line) -> bool:
    """Whether a line beneath a title field's first is no more of the title: a section's heading, or the author."""
    author = RULES.first("report_by", line.text)
    return RULES.first("section_heading", line.text.strip("* ")) is not None or (author is not None and not author.match.start())


def _heading_below(lines: Sequence[Line], form: Sequence[Field]) -> tuple[Line, ...]:
    """The bold heading beneath a form, before its paper's first section; what stands where its values do is one of them."""
    last = form[-1].label
    values = [value.box.x0 for value in form[-1].value[:1]]
    after = [line for line in lines if line.box.top > last.box.bottom and line.sheet == last.sheet]
    for n, line in enumerate(after[:HEADING_LINES]):
        if RULES.first("section_heading", line.text) or section_number(line):
            break
        if line.bold and len(line.cells) == 1 and not line.text.endswith(":") and line.box.x0 not in values:
            block = first_block(after[n : n + HEADING_LINES])
            return () if _heads_a_section(block, after[n + len(block) :]) else block
    return ()


def _heads_a_section(block: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a short heading is one of several: others set like it and at its margin stand over text further down the sheet."""
    first = block[0]
    alike = (line for line in after if line.bold and len(line.cells) == 1 and abs(line.size - first.size) < 1)
    others = sum(abs(line.box.x0 - first.box.x0) < 4 and not section_number(line) for line in alike)
    return len(block) == 1 and len(first.text.split()) < _TITLE_WORDS and others > 0


def _heading_above(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The title of a form that has no field for it: the heading in the largest type above it."""
    largest = max((line.size for line in lines), default=0.0)
    first = next((index for index, line in enumerate(lines) if line.size == largest), 0)
    return by_columns(first_block(lines[first:]))


def _application(fields: Sequence[Field]) -> tuple[Line, ...]:
    """What an application goes by: its reference, and its site where the form names it."""
    values = {field.name: field.value for field in reversed(fields)}
    return values["reference"] + values.get("site", ()) if values.get("reference") else ()


# ---- annexes and plain headings --------------------------------------------------------------------------------------


def _annex_opening(page: Page, lines: Sequence[Line], body_size: float, label: str, line: Line, *, cover: bool) -> Opening:
    """An annex's title is its heading with the label where both stand on one line, else the heading beneath the label. What says
    whose annex it is ("Appendix A to the Budget Report") is no title where there is another."""
    hit = RULES.first("annex", line.text)
    in_body = line in lines
    rest = [other for other in lines if other != line]
    title = _heading(rest, body_size, cover=cover) if rest else ()
    whose = hit is not None and title and RULES.first("annex_whose", (hit["title"] or "").strip()) is not None
    if hit is not None and not whose and ((hit["title"] or "").strip(" -–—:") or line.text[0].isdigit()):
        more = first_block([line, *lines[lines.index(line) + 1 :]]) if in_body else (line,)
        return Opening(join(more), more, "openings.annex-heading", 2.0, label)
    if title and in_body and line.text.endswith(":"):
        title = (line, *title)
    if title and (title[0].bold or title[0].size > body_size or title[0].box.top < 0.2 * page.height):
        return Opening(join(title), title, "openings.annex-heading", 2.0, label)
    return Opening(line.text, (line,), "openings.annex-heading", 2.0, label)


def _heading(lines: Sequence[Line], body_size: float, *, cover: bool) -> tuple[Line, ...]:
    """The heading that a sheet (a `cover`?) opens with: a letter's subject, else the first lines in one heading style."""
    for index, line in enumerate(lines[:12]):
        if RULES.first("dear", line.text) and index + 1 < len(lines):
            return tuple(lines[index + 1 : index + 2])
    start = 0
    while start < min(len(lines), 4) and (letterhead(lines[start]) or other_field(lines[start])):
        start += 1
    candidates = lines[start : start + HEADING_LINES]
    if not candidates:
        return ()
    first = candidates[0]
    if not heading_like(first, body_size):
        return ()
    return scattered(candidates) or _without_office(first_block(candidates, cover=cover))


def _without_office(title: tuple[Line, ...]) -> tuple[Line, ...]:
    """A heading without the office of its author, where that closes it on a line of its own."""
    closed = len(title) > 1 and people.is_role(title[-1].text) and not OPEN_END.search(title[-2].text)
    return title[:-1] if closed else title
