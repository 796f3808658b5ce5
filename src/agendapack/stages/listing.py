"""Where each business of an agenda begins: by the numbers before the titles, else as agendas without numbers have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from agendapack import prepared, rules
from agendapack.layout import Line
from agendapack.matching import folded, item_number
from agendapack.stages import dates, labels, left_out, titles, tongues
from agendapack.stages.labels import Row
from agendapack.stages.limbs import without_limbs
from agendapack.stages.list_starts import Setting, Start, closed_at, parts, strong
from agendapack.stages.unnumbered import timed, unnumbered

NEAR = 6
"""How many lines may stand between the head of a list and a lone business under it."""

_OPEN_BRACKET = prepared.pattern(r"[\[(][^\])]*$")
_FIELD = 12
"""Lines that the value of a form's field takes at most."""
_SHORT = 0.75
"""Share of the sheet's width that running text goes beyond."""
_LABEL = 20
"""Letters that a field's label or the end of a wrapped line may add to a title at the head of its paper."""
_TITLE = 8
"""Letters from which a title on a paper is no accident."""


_ROMAN_ROWS = 3
"""Rows from which Roman numbers in small letters are a list of business."""


class _Segment(Struct):
    """Rows among which numbers go on; `sure` is False where they may be notes or a paper's paragraphs."""

    rows: list[Row]
    sure: bool


def heads(lines: Sequence[Line]) -> list[int]:
    """The lines that head a list of business."""
    table = rules.load("agenda")
    return [at for at, line in enumerate(lines) if table.first("list_heading", line.text) and not _hangs(lines, at)]


def _hangs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the rest of a title in a column of a table ("Order of", beneath it "Business")."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or above.sheet != line.sheet or line.box.top - above.box.bottom > line.size or line.bold != above.bold:
        return False
    return any(abs(cell.box.x0 - line.box.x0) <= labels.COLUMN for cell in above.cells[1:])


def starts(lines: Sequence[Line], headed: Sequence[int], setting: Setting) -> list[Start]:
    """The beginnings of the items, in order; none where there is no list of business."""
    return (
        _numbered(lines, headed, setting)
        or timed(lines, headed)
        or _small_roman(lines, headed, setting)
        or unnumbered(lines, headed, setting)
    )


def _small_roman(lines: Sequence[Line], headed: Sequence[int], setting: Setting) -> list[Start]:
    """The business under "i.", "ii.": limbs of a business are numbered so too, so the first stands right under the list's head
    and one at least is usual."""
    if not headed or setting.minutes:
        return []
    rows = (
        row for at, line in enumerate(lines) if at > headed[0] and line.turned == 0 if (row := labels.small_roman_of(at, line))
    )
    found = list(rows)
    bonus = {row.at: _bonus(lines, row, setting) for row in found}
    run = labels.chain(found, bonus)
    opens = run and run[0].label.key == (1,) and any(0 < run[0].at - at <= NEAR for at in headed)
    if not opens or len(run) < _ROMAN_ROWS or not any(bonus[row.at] for row in run):
        return []
    marks = parts(lines)
    return [Start(row.at, row, closed_at(marks, row.at)) for row in labels.in_title_column(run)]


def _numbered(lines: Sequence[Line], headed: Sequence[int], setting: Setting) -> list[Start]:
    first = headed[0] + 1 if headed and not setting.minutes else 0
    rows = [row for at, line in enumerate(lines) if at >= first and line.turned == 0 for row in labels.rows_of(at, line)]
    if setting.minutes:
        rows = list(_without_paragraphs([row for row in rows if not _in_form(lines, row)], setting))
        rows = without_limbs(lines, rows)
    rows = _as_one_column(rows)
    bonus = {row.at: _bonus(lines, row, setting) for row in rows}
    runs: list[tuple[Row, ...]] = []
    sure = False
    for segment in _segments(lines, rows, headed, bonus):
        counted = left_out.uncounted(_run(segment.rows, bonus), segment.rows)
        run = _credible(counted, bonus, sorted({*headed, *(at for at, _ in parts(lines))}), setting)
        if not run or (runs and not segment.sure):
            continue
        run = left_out.slipped(run, segment.rows)
        runs = [*(runs if sure else ()), labels.in_title_column(run)]
        sure = sure or segment.sure
    found = _with_subordinate([row for run in _english(runs) for row in run], rows, lines, setting)
    if not setting.minutes:
        found = [*left_out.lettered(found, rows, first), *left_out.closing(lines, found)]
    marks = parts(lines)
    return [Start(row.at, row, closed_at(marks, row.at)) for row in found]


def _in_form(lines: Sequence[Line], row: Row) -> bool:
    """Whether a row goes on with the value of a form's field, which begins above it beside its label ("Decision: | 1. ...")."""
    above = (line for line in lines[max(0, row.at - _FIELD) : row.at] if line.sheet == row.line.sheet and len(line.cells) > 1)
    labels_ = [line for line in above if line.cells[0].text.endswith(":") and line.cells[0].box.x1 < row.label_x]
    return any(abs(line.cells[1].box.x0 - row.label_x) <= 4 for line in labels_[-1:])


def _without_paragraphs(rows: Sequence[Row], setting: Setting) -> Sequence[Row]:
    """The rows of minutes without the "(1)", "(2)" that number their paragraphs: most of those are not set as headings are."""
    bracketed = [row for row in rows if row.label.family == "brackets"]
    headed = sum(_heads(row, setting) for row in bracketed)
    return rows if 2 * headed > len(bracketed) else [row for row in rows if row.label.family != "brackets"]


def _as_one_column(rows: Sequence[Row]) -> list[Row]:
    """The rows with the numbers of a second column, which begins higher on the same sheet, in the place of those of the first."""
    found: list[Row] = []
    shift = 0.0
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None or before.line.sheet != row.line.sheet:
            shift = 0.0
        elif row.line.box.top < before.line.box.top - row.line.size:
            shift = row.label_x - before.label_x
        found.append(replace(row, label_x=row.label_x - shift))
    return found


def _segments(
    lines: Sequence[Line], rows: Sequence[Row], headed: Sequence[int], bonus: Mapping[int, float]
) -> Iterator[_Segment]:
    """Runs of rows among which numbering may begin anew.

    It surely does after the head of a part or of another list. After notes, or on a new sheet, it may be another list
    altogether, unless what is plainly business goes on from the earlier numbers there.
    """
    table = rules.load("agenda")
    sure = {*headed, *(at for at, _ in parts(lines))}
    notes = {at for at, line in enumerate(lines) if table.first("after_list", line.text) or table.first("guidance", line.text)}
    above = range(headed[0] if headed else 0, rows[0].at if rows else 0)
    opened, noted = (max((at for at in above if at in marked), default=-1) for marked in (sure, notes))
    current = _Segment([], sure=noted <= opened)
    for n, row in enumerate(rows):
        same = next((earlier for earlier in reversed(current.rows) if earlier.label.family == row.label.family), None)
        below = row.label.family == "sub" and any(earlier.label.key == row.label.key[:1] for earlier in current.rows[-2:])
        anew = row.label.key[-1] == 1 and not below and not (same and labels.follows(same.label, row.label))
        if current.rows and (anew or not current.sure):
            before = current.rows[-1]
            between = range(before.at + 1, row.at)
            last_sure = max((at for at in between if at in sure), default=None)
            if last_sure is None and anew and left_out.begins_anew(lines, current.rows, row):
                last_sure = row.at - 1
            last_note = max((at for at in between if at in notes), default=None)
            if last_sure is not None:
                yield current
                opens = row.at - last_sure <= NEAR
                current = _Segment([], sure=opens or last_note is None or last_note < last_sure)
            elif (
                anew
                and (last_note is not None or row.line.sheet != before.line.sheet)
                and not _goes_on(current.rows, rows[n:], bonus)
            ):
                yield current
                current = _Segment([], sure=False)
        current.rows.append(row)
    if current.rows:
        yield current


def _goes_on(earlier: Sequence[Row], later: Sequence[Row], bonus: Mapping[int, float]) -> bool:
    """Whether later rows go on from the earlier run with what looks like business."""
    run = _run(earlier, bonus)
    if not run:
        return True
    last, bold = run[-1], all(row.bold for row in run)
    return any(
        labels.follows(last.label, row.label)
        and not (before and labels.follows(before.label, row.label))
        and abs(row.label_x - last.label_x) <= labels.COLUMN
        and (bonus[row.at] > 0 or (bold and row.bold))
        for before, row in zip([None, *later], later, strict=False)
    )


def _english(runs: Sequence[tuple[Row, ...]]) -> Sequence[tuple[Row, ...]]:
    """The runs without those in Welsh, where there are others: an agenda may be printed in both languages."""
    others = [run for run in runs if not tongues.welsh(" ".join(row.title for row in run))]
    return others or runs


def _run(rows: Sequence[Row], bonus: Mapping[int, float]) -> tuple[Row, ...]:
    """The best run; not that of the "1.1" where a run of "1." or of "1.0" holds their sections."""
    best = labels.chain(rows, bonus)
    if best and best[0].label.family == "sub":
        if len(heads := [row for row in rows if row.label.family == "sub" and row.label.key[-1] == 0]) > 1:
            return labels.chain(heads, bonus)
        plain = labels.chain([row for row in rows if row.label.family != "sub"], bonus)
        if {row.label.key[0] for row in best} <= {row.label.key[0] for row in plain}:
            return plain
    return best


def _credible(run: tuple[Row, ...], bonus: dict[int, float], headed: Sequence[int], setting: Setting) -> tuple[Row, ...]:
    """The run if it can be an agenda's list: long enough, under a head or with signs of business."""
    if not run:
        return ()
    signs = sum(bonus[row.at] > 0 for row in run)
    under = any(0 < run[0].at - at <= NEAR for at in headed)
    enough = len(run) >= 2 if headed else len(run) >= 3 and signs >= (1 if setting.titled else 2)
    alone = len(run) == 1 and (under or setting.stamps) and (signs or under)
    if run[0].label.family == "sub" and len({row.label.key[0] for row in run}) == 1 and not signs:
        return ()
    if run[0].label.family in ("sub", "minute") and not (_counts(run) if len(run) > 1 else signs):
        return ()
    late = setting.late and signs == len(run)
    return run if enough or alone or late or setting.minutes else ()


def _counts(run: Sequence[Row]) -> bool:
    """Whether numbers mostly go up by one, as those of minutes do; times ("9.30") and references to applications do not."""
    times = all(dates.only_time(row.label.number) for row in run)
    steps = [
        labels.follows(before.label, row.label) and (not times or row.label.key[-1] - before.label.key[-1] == 1)
        for before, row in pairwise(run)
    ]
    return sum(steps) * 2 >= len(steps)


def _bonus(lines: Sequence[Line], row: Row, setting: Setting) -> float:
    table = rules.load("agenda")
    text = " ".join(line.text for line in lines[row.at : row.at + 3])
    return (
        0.6 * bool(table.first("usual", row.title))
        + 0.6 * bool(table.first("pages", text) or table.first("to_follow", text))
        + 1.0 * (item_number(row.label.number) in setting.stamps)
    )


def _with_subordinate(run: Sequence[Row], rows: Sequence[Row], lines: Sequence[Line], setting: Setting) -> list[Row]:
    """The run with its "5a" or "5.1", where these have papers of their own (a page range, a stamp, a title on a paper, a
    mark such as "to follow"), or minutes of their own: then all are set as headings."""
    if not run or run[0].label.family not in ("figure", "word", "sub"):
        return list(run)
    if run[0].label.family == "sub":
        plain = [row for row in rows if setting.late and row.label.family in ("figure", "word")]
        papered = _papered(plain, rows, lines, setting)
        return sorted([*run, *(row for row in plain if row.at in papered)], key=lambda row: row.at)
    subs = [row for row in rows if row.label.family == "sub" and _is_due(row, run)]
    papered = _papered(subs, rows, lines, setting)
    own = {row.label.key[0] for row in subs if row.at in papered}
    if setting.minutes and all(_heads(each, setting) for each in (*run, *subs)):
        own |= {row.label.key[0] for row in subs}
    titled = [row for row in subs if row.at in papered or _heads(row, setting)] if own else ()
    own |= left_out.under_heads(run, titled)
    subs = [row for row in subs if row.label.key[0] in own]
    points = [] if subs else _stamped_points(run, lines, setting)
    return sorted([*run, *subs, *points], key=lambda row: row.at)


def _papered(some: Sequence[Row], rows: Sequence[Row], lines: Sequence[Line], setting: Setting) -> set[int]:
    """The lines of some rows that have papers of their own, by any of the rows that begin on them."""
    table, places = rules.load("agenda"), {row.at for row in some}
    there = (row for row in rows if row.at in places)
    return {row.at for row in there if _has_paper(row, setting) or _has_pages(lines, row, table) or _is_marked(row, table)}


def _is_due(sub: Row, run: Sequence[Row]) -> bool:
    """Whether a "5a" stands below the 5, or, in a list that has none, after the 4 and before the 6."""
    before = [row.label.key[0] for row in run if row.at < sub.at]
    after = [row.label.key[0] for row in run if row.at > sub.at]
    return (not before or before[-1] <= sub.label.key[0]) and (not after or sub.label.key[0] < after[0])


def _heads(row: Row, setting: Setting) -> bool:
    """Whether a row is set as a heading: in bold or capitals, or a few words that neither fill the line nor end as text does."""
    short = row.title_end < _SHORT * setting.width and row.title[:1].isupper() and not row.title.endswith((".", ";", ":"))
    return strong(row.line) or short


def _has_paper(row: Row, setting: Setting) -> bool:
    """Whether a paper is stamped with the number of a row, or opens with its title."""
    if item_number(row.label.number) in setting.stamps:
        return True
    title = folded(titles.clean(_OPEN_BRACKET.sub("", row.title))[0])
    return len(title) >= _TITLE and any(title in line and len(line) <= len(title) + _LABEL for line in setting.folded_openings)


def _stamped_points(run: Sequence[Row], lines: Sequence[Line], setting: Setting) -> list[Row]:
    """The "a)" under an item whose papers are stamped with its number and that letter."""
    found = []
    for row, end in zip(run, [*(row.at for row in run[1:]), len(lines)], strict=True):
        for at in range(row.at + 1, end):
            if (point := labels.point_of(at, lines[at], row.label)) and item_number(point.label.number) in setting.stamps:
                found.append(point)
    return found


def _is_marked(row: Row, table: rules.Rules) -> bool:
    """Whether a row says that its paper will follow, or that it will not be taken: it has one of its own."""
    return any(table.first(means, row.line.text) for means in ("to_follow", "not_taken"))


def _has_pages(lines: Sequence[Line], row: Row, table: rules.Rules) -> bool:
    return table.first("pages", " ".join(line.text for line in lines[row.at : row.at + 3])) is not None or any(
        table.first("pages_cell", cell.text) for cell in row.right
    )
