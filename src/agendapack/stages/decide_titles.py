"""The title of a minute, and the rows that stand under it or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from agendapack.layout import Line, Section
from agendapack.prepared import pattern
from agendapack.stages import labels
from agendapack.stages.decide_margin import head_above
from agendapack.stages.decide_words import EDGES, rules, sentences, stem_of
from agendapack.stages.recommend_labels import tail
from agendapack.stages.recommend_rows import NEAR, Row, rows_of

_NUMBER = 10
"""Characters that the number before a title takes at most."""
_MINUTED = pattern(r"(?:[A-Z]{1,5} ?[./-]?)?\d{1,4}/\d{1,4}\s+(?=(?:it was )?(?:resolved|agreed|decided)\b)", re.IGNORECASE)
"""A year's or a body's running number, as minutes print it in the margin beside a resolution."""
_HEAD = 40
"""Characters of the head of a column at most."""
_ABBREVIATED = 5
"""Characters of a shortened word and its stop ("Ref.") at most."""
_TITLE_ROWS = 8
"""Rows over which the title of a minute may run."""


def without_number(line: Line, *, first: bool = False) -> Line:
    """A line without the number of the minute, where that stands beside its text and not before its title; in its `first` line
    also where it has a column of its own."""
    margin, *others = line.cells
    label = labels.label_of(margin.text) if first and others else None
    if label is not None and label.family == "minute" and label.length == len(margin.text):
        return line.part([span for cell in others for span in cell.spans])
    number = _MINUTED.match(line.text)
    return tail(line, number.end()) if number and number.end() < len(line.text) else line


def under_heads(lines: Sequence[Line], above: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of one business in a table of decisions: the head of their column, and what stands beneath it. All the lines
    where no row of heads `above` them says which column tells what was decided, as "Item | Decision | Reasons" does; behind the
    heads of a table of minutes where it stands in one ("Item | Discussion | Action")."""
    for head in reversed(above):
        cells = head.cells
        n = next((n for n, cell in enumerate(cells) if n and rules().first("heading", cell.text)), None)
        if n is None or any(_is_no_head(cell.text) for cell in cells):
            continue
        left, right = cells[n].box.x0 - NEAR, cells[n + 1].box.x0 - NEAR if n + 1 < len(cells) else float("inf")
        parts = ((line, [span for span in line.spans if left <= span.x0 < right]) for line in lines)
        column = [line.part(spans) for line, spans in parts if spans]
        begun = bool(column) and column[0].text[:1].islower()  # a business that was divided in mid-row has half of a cell
        return tuple(lines) if begun else (cells[n], *column)
    beside = head_above(above)
    return (beside, *lines) if beside else tuple(lines)


def _is_no_head(text: str) -> bool:
    """Whether a cell is too long for a head, or ends as a sentence or a label does; "No." is one."""
    return len(text) > _HEAD or text.endswith(":") or (text.endswith(".") and len(text) > _ABBREVIATED)


def heading_of(section: Section) -> str:
    """The title of one minute, without the decision that it ends with ("Minutes: Approved"); empty where its text has none."""
    if section.where == "paper" or section.kind == "minutes" or _decides(section.title):
        return ""
    heading, _, rest = section.title.rpartition(": ")
    return heading if heading and rules().first("participle", rest) else section.title


def rows_under(lines: Sequence[Line], heading: str) -> list[Row]:
    """The rows of a minute: those in the column beside its heading, else those that come after it."""
    beside = _beside_title(lines, heading)
    return list(rows_of(beside)) if beside else _after_title(list(rows_of(lines)), heading)


def _decides(title: str) -> bool:
    """Whether a title tells of a decision: a minute without a heading goes by its first sentence."""
    return any(stem_of(title[start:end]) is not None for start, end in sentences(title))


def _beside_title(lines: Sequence[Line], title: str) -> list[Line]:
    """The column to the right of a title, where a table sets what was decided beside it; none where none does."""
    wanted = _squeezed(title)
    for cell in lines[0].cells[1:] if wanted and lines else ():
        edge = cell.box.x0 - NEAR
        left = _squeezed("".join(span.text for line in lines for span in line.spans if span.x0 < edge))
        if left.endswith(wanted) and len(left) - len(wanted) <= _NUMBER:
            right = ((line, [span for span in line.spans if span.x0 >= edge]) for line in lines)
            return [line.part(spans) for line, spans in right if spans]
    return []


def _after_title(rows: list[Row], title: str) -> list[Row]:
    """The rows of a minute behind its title, which its text may run on from on the same row. Under a heading of what was decided
    the title's words are the decision's."""
    wanted, text = _squeezed(title), ""
    for n, row in enumerate(rows[:_TITLE_ROWS] if wanted else ()):
        if rules().first("heading", row.said):
            break
        before, text = len(text), text + _squeezed(row.text)
        if (at := text.find(wanted)) < 0:
            continue
        left = at + len(wanted) - before
        offset = next((m for m in range(len(row.text) + 1) if len(_squeezed(row.text[:m])) == left), len(row.text))
        rest = row.text[offset:].lstrip(EDGES)
        return [*([in_place_of(row, tail(row.line, len(row.text) - len(rest)))] if rest else []), *rows[n + 1 :]]
    return rows


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def in_place_of(row: Row, line: Line) -> Row:
    """A part of a row as a row of its own, with which a paragraph begins."""
    return replace(rows_of([line])[0], right=row.right, fresh=True)
