"""Where each business of an agenda without numbers begins: by the times before the titles, or by how they are set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from agendapack import rules
from agendapack.layout import Line
from agendapack.stages import first_titles, labels, titles
from agendapack.stages.list_starts import Setting, Start, closed_at, parts, strong


def timed(lines: Sequence[Line], headed: Sequence[int]) -> list[Start]:
    """Titles without numbers that have a time before them, where there are at least three such in the order of the day."""
    if not headed:
        return []
    rows = [row for at, line in enumerate(lines) if at > headed[0] and (row := labels.timed_row_of(at, line))]
    run = labels.chain(rows, {})
    marks = parts(lines)
    return [Start(row.at, row, closed_at(marks, row.at)) for row in run] if len(run) >= 3 else []


def unnumbered(lines: Sequence[Line], headed: Sequence[int], setting: Setting) -> list[Start]:
    """Titles without numbers under the head of a list: bold or capital lines in one column, or lines that a page range ends."""
    if not headed or setting.minutes:
        return _set_alike(lines, setting)
    table = rules.load("agenda")
    below = list(enumerate(lines))[headed[-1] + 1 :]
    marks = parts(lines)
    usual = next((at for at, line in below if strong(line) and table.first("usual", line.text)), headed[-1])
    stop = next(
        (at for at, line in below if at > usual and table.first("after_list", line.text) and not table.first("pages", line.text)),
        len(lines),
    )
    below = [(at, line) for at, line in below if at < stop and at not in {mark for mark, _ in marks}]
    below = [(at, line) for at, line in below if at >= usual or not first_titles.tells_of_the_house(line)]
    found = [(at, line) for at, line in below if strong(line) and not table.first("description", line.text)]
    if len(found) < 2 or not any(table.first("usual", line.text) or table.first("pages", line.text) for _, line in found):
        found = [(at, line) for at, line in below if table.first("pages", line.text)]
    starts: list[Start] = []
    for at, line in found:
        if abs(line.box.x0 - found[0][1].box.x0) > labels.COLUMN:
            continue
        if starts and titles.continues(lines[at - 1], line, setting.width - 72, numbered=False):
            continue
        starts.append(Start(at, None, closed_at(marks, at)))
    return starts


def _set_alike(lines: Sequence[Line], setting: Setting) -> list[Start]:
    """Titles without numbers and without a head of the list: lines that are set as at least two usual ones are ("Apologies")."""
    table = rules.load("agenda")
    heads = [
        (at, line)
        for at, line in enumerate(lines)
        if _opens_strong(line) and not any(table.first(means, line.text) for means in ("description", "aside"))
    ]
    usual = [(at, line) for at, line in heads if table.first("usual", line.text)]
    heads = [(at, line) for at, line in heads if (at, line) in usual or not table.first("after_list", line.text)]
    for first, pattern in usual:
        alike = [(at, line) for at, line in heads if at >= first and _same_setting(line, pattern)]
        if len(alike) > 2 and sum(_same_setting(line, pattern) for _, line in usual) > 1:
            marks = parts(lines)
            earlier = first_titles.above(lines, first, partial(_like, heads, pattern), strong)
            alike = [*((at, lines[at]) for at in earlier), *alike]
            kept = [(at, line) for at, line in alike if at == first or not _goes_on_with(lines[at - 1], line, setting)]
            return [Start(at, labels.unnumbered(at, line), closed_at(marks, at)) for at, line in kept]
    return []


def _like(heads: Sequence[tuple[int, Line]], pattern: Line, line: Line) -> bool:
    """Whether a line is one of the heads and set as another is."""
    return any(line is head for _, head in heads) and _same_setting(line, pattern)


def _goes_on_with(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a title goes on with the one above it: with a title, and not with the text of the business before."""
    return _opens_strong(before) and titles.continues(before, line, setting.width - 72, numbered=False)


def _opens_strong(line: Line) -> bool:
    """Set as a heading, or with bold words that its text runs on from."""
    return line.turned == 0 and (strong(line) or (bool(line.spans) and line.spans[0].bold and len(line.spans[0].text) > 3))


def _same_setting(line: Line, other: Line) -> bool:
    bold = [bool(each.spans) and each.spans[0].bold for each in (line, other)]
    capitals = [each.spans[0].text.isupper() if each.spans else each.text.isupper() for each in (line, other)]
    return (
        bold[0] == bold[1]
        and capitals[0] == capitals[1]
        and (abs(line.box.x0 - other.box.x0) <= 4 or abs(_middle(line) - _middle(other)) <= 4)
        and abs(line.size - other.size) <= 0.5
    )


def _middle(line: Line) -> float:
    return (line.box.x0 + line.box.x1) / 2
