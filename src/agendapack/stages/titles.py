"""The title of one business: how far it runs, and what is printed in it that is not title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agendapack import rules
from agendapack.layout import Line, join
from agendapack.prepared import pattern
from agendapack.stages import dates, tongues
from agendapack.stages.labels import Row, label_of

_OPEN_END = pattern(r"(?:\b(?:and|of|for|the|to|in|on|with|at|from|by|or|a|an|&)|[-–—,/&])$", re.IGNORECASE)
_SENTENCE_END = pattern(
    r"(?<!\b[A-Z])(?<!\b(?:No|St|Mr|Ms|Dr|Rd|Jr))(?<!\b(?:Mrs|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Ltd|Rev|inc|etc))"
    r"(?<!\b(?:Cllr|Sept))\.\s+(?=[A-Z])"
)
_COLON = pattern(r"\s*(?::[-–—]?|\s[-–—])\s+(?=\S)")
_LONGEST_RUN_IN = 80
"""Characters of a heading at most that its text runs on from."""
_LIST_OPENS = pattern(r":[-–—]?$")
_PURPOSE_AFTER = pattern(r"\s*(?::|\s[-–—])\s*(?=To\s[a-z]+\b)|\s{1,3}(?=To (?:approve|receive|consider|note|confirm|agree)\s)")
_REMARK = pattern(r"\s*[\[(](?!(?:[^\s()]+ ){5})")
"""A short remark in brackets behind a title is a part of it; one of six words or more tells something."""
_MARK_AHEAD = pattern(r"[\[(](?:pages?\b|(?:agenda )?item (?:no\.? ?)?\d|to follow|exempt|confidential)", re.IGNORECASE)


def title(own: Sequence[Line], row: Row | None, margin: float, *, minutes: bool = False) -> tuple[str, int]:
    """The title as printed, with its marks, and how many of the item's lines it takes."""
    if minutes and (cut := _run_in(own, row)):
        return cut
    text, x, end, bold = _opening(own[0], row)
    if row and not row.title and len(own) > 1:
        text, x, end, bold, taken = own[1].text, own[1].box.x0, own[1].box.x1, own[1].bold, 2
    else:
        taken = 1
    marks = _marks_beside(row)
    if _bold_cut(own[0], row) is not None:
        return " ".join([text, *marks]), taken
    column = [own[taken - 1]]
    while taken < len(own):
        cell = _cell_at(own[taken], x, row.label_x if row else x)
        if cell is not own[taken].cells[0] and label_of(own[taken].cells[0].text):
            break
        if cell is None or not continues(column[-1], cell, margin, text=text, end=end, bold=bold, numbered=row is not None):
            break
        if _opens_list(own[taken : taken + 2], end, margin):
            break
        text = join([column[-1].__class__(column[-1].sheet, text, column[-1].box, column[-1].size, bold), cell])
        end = cell.box.x1
        column.append(cell)
        taken += 1
    return " ".join([text, *marks]), taken


def continues(
    before: Line,
    line: Line,
    margin: float,
    *,
    text: str = "",
    end: float = 0.0,
    bold: bool | None = None,
    numbered: bool = True,
) -> bool:
    """Whether a line goes on with the title whose last line is `before`: by an open bracket, or because the line was full.

    Where titles are `numbered`, capitals under capitals are one title too.
    """
    text, end, bold = text or before.text, end or before.box.x1, before.bold if bold is None else bold
    if line.sheet != before.sheet or line.turned != before.turned:
        return False
    if _bracket_goes_on(text, before, line):
        return True
    full = _is_full(end, line, margin)
    if not _set_alike(text, bold, before, line) or (_LIST_OPENS.search(text) and not full):
        return False
    table = rules.load("agenda")
    opens_description = any(table.first(means, line.text) for means in ("description", "exempt_statement"))
    if _OPEN_END.search(text) or (line.text[:1].islower() and not opens_description):
        return True
    capitals = numbered and len(text) > 12 and _mostly_upper(text)
    return (full or capitals) and not opens_description and dates.only_time(line.text) is None and not _says_when(text, line)


def _says_when(text: str, line: Line) -> bool:
    """Whether a line tells the day of what the title names ("Date of next meeting", beneath it "Monday 7 April 2031"); of minutes
    the day is a part of the title."""
    day = dates.first_date(line.text)
    told = day is not None and day.start == 0 and day.weekday is not None
    return told and rules.load("agenda").first("of_minutes", text) is None


def _is_full(end: float, line: Line, margin: float) -> bool:
    """Whether a line that ends at `end` left no room for the first word of the line beneath it."""
    letter = max(0.5 * line.size, (line.box.x1 - line.box.x0) / max(len(line.text), 1))
    return end + len(line.text.split(" ")[0]) * letter + line.size * 0.5 > margin


def _opens_list(below: Sequence[Line], end: float, margin: float) -> bool:
    """Whether short lines in small letters beneath a title are points of a list: a title that wraps fills all but its last."""
    if len(below) < 2 or _is_full(end, below[0], margin) or _is_full(below[0].box.x1, below[1], margin):
        return False
    return all(line.text[:1].islower() and not _OPEN_END.search(line.text) for line in below)


def _tight(before: Line, line: Line) -> bool:
    return line.box.top - before.box.top <= 1.75 * max(before.size, line.size)


def _bracket_goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether a bracket stays open at the title's end, or a bracketed mark follows beneath it."""
    opened = max(text.rfind("("), text.rfind("["))
    if opened >= 0 and not re.search(r"[\])]", text[opened:]) and len(text) - opened < 40:
        return line.box.top - before.box.top <= 2.4 * before.size
    return _tight(before, line) and _MARK_AHEAD.match(line.text) is not None


def _set_alike(text: str, bold: bool, before: Line, line: Line) -> bool:
    """Whether a line is set so that it may be of the same title: close beneath it, in its size, weight and case."""
    if not _tight(before, line) or abs(line.size - before.size) > 0.8 or (bold and not _starts_bold(line)):
        return False
    if rules.load("agenda").first("pages", text):
        return False
    return _mostly_upper(line.text) or not _mostly_upper(text) or not any(letter.isalpha() for letter in line.text)


def margin(rows: Sequence[Row], lines: Sequence[Line], width: float) -> float:
    """Where the titles' column ends on the right, in points: at the next column, or as far in as the text is on the left."""
    left = min((line.box.x0 for line in lines), default=72.0)
    page = max(width - left, max((line.box.x1 for line in lines if line.turned == 0), default=0.0) - 1)
    columns = [row.right[0].box.x0 for row in rows if row.right]
    if len(columns) * 3 < len(rows) or not columns:
        return min(page, width - 30, _before_pages(rows, lines))
    title_x, right, listed = rows[0].title_x, min(columns), lines[rows[0].at : rows[-1].at + 1]
    column = [cell.box.x1 for line in listed for cell in line.cells if abs(cell.box.x0 - title_x) <= 8 and cell.box.x1 <= right]
    return min(page, max((*column, *(row.title_end for row in rows))) + 2)


def _before_pages(rows: Sequence[Row], lines: Sequence[Line]) -> float:
    """Where the column of page numbers lets the titles end, by its head or by the few numbers in it; without end where there is
    none, or where text runs across its edge."""
    if not rows:
        return float("inf")
    table = rules.load("agenda")
    first, last = rows[0].at, rows[-1].at
    heads = [cell for line in lines[:first] for cell in line.cells[1:] if table.first("pages_head", cell.text)]
    beside = [row.right[0] for row in rows if len(row.right) == 1]
    numbers = [cell for cell in beside if any(table.first(means, cell.text) for means in ("pages_cell", "pages"))]
    edge = min((cell.box.x0 for cell in (*heads[-1:], *numbers)), default=float("inf"))
    across = any(line.runs_across(edge) for line in lines[first : last + 1])
    return float("inf") if across else edge - rows[0].line.size


def pages(head: Sequence[Line], below: Sequence[Line]) -> tuple[int, int] | None:
    """The page range printed in a title's lines, else what the ranges in brackets that close lines beneath it span."""
    table = rules.load("agenda")
    if hit := table.first("pages", join(head)):
        return span(hit)
    found = []
    for line in below:
        hit, text = table.first("pages", line.text), line.text.rstrip(" .")
        closes = hit is not None and hit.match.end() >= len(text) and (text.endswith((")", "]")) or not hit.match.start())
        if hit and closes and (one := span(hit)):
            found.append(one)
    if not found:
        return None
    return (found[0][0], found[-1][1]) if found == sorted(found) else found[0]


def span(hit: rules.Hit) -> tuple[int, int] | None:
    """First and last page of a match; None where they do not ascend."""
    first = int(hit["first"] or hit["only"] or 0)
    last = int(hit["last"] or first)
    return (first, last) if 0 < first <= last else None


def clock(text: str) -> str | None:
    """A time at the beginning or the end of a title, where its half of the day is printed."""
    found = dates.times(text)
    for hit in found:
        before, after = text[: hit.start].strip(" ([-–—0123456789."), text[hit.end :].strip(" )]-–—:")
        if hit.sure and re.search(r"[ap]\.?m", text[hit.start : hit.end], re.IGNORECASE) and (not before or not after):
            return hit.clock
    return None


def clean(text: str, *, minutes: bool = False, english: int | None = None) -> tuple[str, bool]:
    """A title without page range, "to follow", "attached", time, exempt mark and stop; and whether it was marked exempt."""
    table = rules.load("agenda")
    if hit := table.first("pages", text):
        text = text[: hit.match.start()] + " " + text[hit.match.end() :]
    if hit := table.first("to_follow", text):
        text = text[: hit.match.start()] + " " + text[hit.match.end() :]
    if (hit := table.first("paper_mark", text)) and hit.match.start() > 3:
        text = text[: hit.match.start()] + " " + text[hit.match.end() :]
    for means in ("not_taken", "author_mark"):
        if (hit := table.first(means, text)) and hit.match.start() > 3:
            text = text[: hit.match.start()]
    exempt = False
    if (hit := table.first("exempt_mark", text)) and re.search(r"\w", text[: hit.match.start()] + text[hit.match.end() :]):
        exempt = True
        text = text[: hit.match.start()] + " " + text[hit.match.end() :]
    text = " ".join(text.split())
    if not minutes:
        text = _before_purpose(_without_time(text))
    text = tongues.english(text, english)
    return re.sub(r"(?:\s*[:;.,*]+[-–—]*|\s+[-–—]+|\s*\*)+$", "", text.strip()) or text.strip(), exempt


def _without_time(text: str) -> str:
    for hit in dates.times(text):
        half = re.search(r"[ap]\.?\s?m|noon", text[hit.start : hit.end], re.IGNORECASE)
        before, after = text[: hit.start].strip(" (["), text[hit.end :].strip(" )]-–—:")
        if half and (not before or not after) and (before or after):
            return re.sub(r"(?:\s(?:at|from|@))?[\s:–—-]*$", "", before) or after
    return text


def _before_purpose(text: str) -> str:
    """A title without the purpose that runs on behind it ("Apologies: To receive ..."), or the sentences that follow it."""
    if (match := _PURPOSE_AFTER.search(text)) and match.start() > 3:
        text = text[: match.start()]
    if (match := _SENTENCE_END.search(text)) and match.start() > 3 and len(text) - match.end() > 20:
        text = text[: match.start()]
        if (opened := text.rfind("(")) > 3 and ")" not in text[opened:]:
            text = text[:opened].rstrip()
    return text


def _opening(line: Line, row: Row | None) -> tuple[str, float, float, bool]:
    if row is None:
        first = line.cells[0]
        return first.text, first.box.x0, first.box.x1, first.bold
    cut = _bold_cut(line, row)
    return row.title if cut is None else cut, row.title_x, row.title_end, row.bold


def _marks_beside(row: Row | None) -> list[str]:
    """What stands in columns to the right of a title and says where its papers are: the title goes on beneath it all the same."""
    table = rules.load("agenda")
    cells = row.right if row else ()
    return [cell.text for cell in cells if table.first("pages", cell.text) or table.first("to_follow", cell.text)]


def _bold_cut(line: Line, row: Row | None) -> str | None:
    """The bold words of a title with plain words running on behind it in the same cell; None where it is not so."""
    if row is None or not row.bold:
        return None
    spans = [span for span in line.spans if span.x1 > row.title_x + 1 and span.x0 < row.title_end]
    cut = next((at for at, (a, b) in enumerate(pairwise(spans)) if a.bold and not b.bold and len(b.text.strip()) > 3), None)
    if cut is None:
        return None
    after = line.part(spans[cut + 1 :]).text
    table = rules.load("agenda")
    if table.first("pages", after) or table.first("to_follow", after) or _REMARK.match(after):
        return None
    return _without_label(line.part(spans[: cut + 1]).text, row)


def _runs_over(own: Sequence[Line]) -> bool:
    """Whether a bold line was full, so that the bold words beneath it go on with it, and does not end as a heading does."""
    first, word = own[0], own[1].text.split(" ")[0]
    letter = (first.box.x1 - first.box.x0) / max(len(first.text), 1)
    full = first.box.x1 + letter * (len(word) + 1) > max(line.box.x1 for line in own)
    return full and _tight(first, own[1]) and not re.search(r"[:;.][-–—]?$|[-–—]$", first.text)


def _bold_opening(line: Line) -> str:
    """The bold words with which a line opens before its plain ones; empty where it has only the one or the other."""
    end = next((at for at, span in enumerate(line.spans) if not span.bold and len(span.text.strip()) > 3), 0)
    return line.part(line.spans[:end]).text if end and len(line.cells) == 1 else ""


def _without_label(text: str, row: Row) -> str:
    """The text of a cell without the number that it opens with, where it does."""
    return text[row.label.length :].strip() if text.startswith(row.line.cells[0].text[: row.label.length].strip()) else text


def _run_in(own: Sequence[Line], row: Row | None) -> tuple[str, int] | None:
    """In minutes: the bold words, or the words before the colon or the stop, of a heading that its text runs on from."""
    if row is None:
        return None
    cut = _bold_cut(own[0], row)
    if cut is not None:
        return cut, 1
    if row.bold and len(own) > 1 and _runs_over(own) and (rest := _bold_opening(own[1])):
        return f"{row.title} {rest}", 2
    prose = row.title.endswith((".", ";")) or (len(own) > 1 and _tight(own[0], own[1]))
    if row.bold or not prose:
        return None
    ends = [hit.start() for hit in (_COLON.search(row.title, 3), _SENTENCE_END.search(row.title, 3)) if hit]
    return (row.title[: min(ends)], 1) if ends and min(ends) <= _LONGEST_RUN_IN else None


def _cell_at(line: Line, x: float, label_x: float) -> Line | None:
    """The cell of a line that stands in the titles' column, or under the number where titles are not indented."""
    for cell in line.cells:
        if abs(cell.box.x0 - x) <= 8:
            return cell
    first = line.cells[0]
    return first if abs(first.box.x0 - label_x) <= 4 or (abs(first.box.x0 - x) <= 30 and len(line.cells) == 1) else None


def _starts_bold(line: Line) -> bool:
    return line.spans[0].bold if line.spans else line.bold


def _mostly_upper(text: str) -> bool:
    marks = rules.load("agenda")
    for means in ("pages", "to_follow", "paper_mark", "not_taken", "exempt_mark"):
        if hit := marks.first(means, text):
            text = text[: hit.match.start()] + text[hit.match.end() :]
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)
