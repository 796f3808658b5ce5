"""Small documents built in memory, so that a test shows the lines it is about and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from agendapack.layout import Bookmark, Box, Document, FrontSheet, Line, Link, Listed, Page, Section, Span, Table

SIZE = 12.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, LEADING = 72.0, 72.0, 15.0
EM = 6.0
"""Width given to each character, in points: a column position is LEFT + EM * column."""


def line(
    text: str, *, sheet: int = 1, top: float = TOP, x0: float = LEFT, size: float = SIZE, bold: bool = False, turned: int = 0
) -> Line:
    """One line. Two or more spaces, or a bar, open a gap between columns; `**words**` are bold."""
    spans: list[Span] = []
    for found in re.finditer(r"\S+(?: \S+)*", text):
        raw = found.group()
        if raw == "|":
            continue
        start = x0 + EM * found.start()
        strong = bold or (raw.startswith("**") and raw.endswith("**"))
        words = raw.strip("*") if strong else raw
        spans.append(Span(words, start, start + EM * len(words), size, strong))
    box = Box(spans[0].x0, top, spans[-1].x1, top + size) if spans else Box(x0, top, x0, top + size)
    return Line(
        sheet=sheet,
        text=" ".join(s.text for s in spans),
        box=box,
        size=size,
        bold=bool(spans) and all(s.bold for s in spans),
        spans=tuple(spans),
        turned=turned,
    )


def lines(text: str, *, sheet: int = 1, top: float = TOP, size: float = SIZE) -> tuple[Line, ...]:
    """The lines of a block of text. Indentation is kept, blank lines leave a gap, `=== N` starts sheet N."""
    out: list[Line] = []
    y = top
    for raw in text.strip("\n").splitlines():
        if found := re.fullmatch(r"\s*=== (\d+)\s*", raw):
            sheet, y = int(found.group(1)), top
            continue
        if raw.strip():
            out.append(line(raw, sheet=sheet, top=y, size=size))
        y += LEADING
    return tuple(out)


def section(text: str, *, where: str = "paper", title: str = "", kind: str = "", body: str | None = None) -> Section:
    """A section of the lines of a block of text."""
    return Section(where=where, title=title, lines=lines(text), kind=kind, body=body)


def ruled(text: str, *columns: int, rows: list[int], sheet: int = 1) -> tuple[tuple[Line, ...], Table]:
    """A block of lines and the table around it. `columns`: places of the rules in characters; `rows`: lines in each row."""
    sides = [LEFT + EM * column - 3 for column in columns]
    edges = [TOP - 2.0]
    for height in rows:
        edges.append(edges[-1] + height * LEADING)
    boxes = tuple(tuple(Box(x0, top, x1, bottom) for x0, x1 in pairwise(sides)) for top, bottom in pairwise(edges))
    return lines(text, sheet=sheet), Table(sheet, Box(sides[0], edges[0], sides[-1], edges[-1]), boxes)


def paper(
    *blocks: tuple[tuple[Line, ...], Table] | tuple[Line, ...], where: str = "paper", title: str = "", kind: str = ""
) -> Section:
    """A section of blocks, one on each sheet: lines with their table, or lines alone."""
    found: list[Line] = []
    tables: list[Table] = []
    for block in blocks:
        if isinstance(block[-1], Table):
            found += block[0]
            tables.append(block[-1])
        else:
            found += block
    return Section(where, title, tuple(found), kind=kind, tables=tuple(tables))


def document(*sheets: str, bookmarks: tuple[Bookmark, ...] = (), title: str | None = None) -> Document:
    """A document with one block of text for each sheet."""
    pages = tuple(Page(sheet=n, width=WIDTH, height=HEIGHT, lines=lines(text, sheet=n)) for n, text in enumerate(sheets, 1))
    return Document(pages=pages, bookmarks=bookmarks, title=title)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as a reader hands it on: its text, and in its margins what a bundle and a paper print around it.

    `number` and `item` are a publishing system's stamps (`Page N` at the foot, `Agenda Item N` top right); `head` and `foot` are
    the paper's own running lines. On a `landscape` sheet the stamps are turned with it. `text_at` is where the text begins, in
    points from the top.
    """

    text: str = ""
    number: int | str | None = None
    item: str | None = None
    head: str | None = None
    foot: str | None = None
    landscape: bool = False
    images: int = 0
    links: tuple[Link, ...] = ()
    text_at: float = 90.0
    size: float = SIZE
    bold: bool = False


def pack(*sheets: Sheet | str, bookmarks: tuple[Bookmark, ...] = (), title: str | None = None) -> Document:
    """A document of these sheets, not yet tidied."""
    each = [Sheet(sheet) if isinstance(sheet, str) else sheet for sheet in sheets]
    return Document(pages=tuple(_page(sheet, n) for n, sheet in enumerate(each, 1)), bookmarks=bookmarks, title=title)


def _page(sheet: Sheet, n: int) -> Page:
    width, height = (HEIGHT, WIDTH) if sheet.landscape else (WIDTH, HEIGHT)
    body = [
        replace(each, bold=True, spans=tuple(replace(span, bold=True) for span in each.spans)) if sheet.bold else each
        for each in lines(sheet.text, sheet=n, top=sheet.text_at, size=sheet.size)
    ]
    around: list[Line] = []
    if sheet.head is not None:
        around.append(line(sheet.head, sheet=n, top=30))
    if sheet.foot is not None:
        around.append(line(sheet.foot, sheet=n, top=height - 30))
    stamp = f"Page {sheet.number}" if isinstance(sheet.number, int) else sheet.number
    if stamp is not None:
        around.append(_stamp(stamp, n, width, height, turned=sheet.landscape))
    if sheet.item is not None:
        word = sheet.item if " " in sheet.item else f"Agenda Item {sheet.item}"
        around.append(_stamp(word, n, width, height, turned=sheet.landscape, top=True))
    return Page(sheet=n, width=width, height=height, lines=(*body, *around), links=sheet.links, images=sheet.images)


def _stamp(words: str, n: int, width: float, height: float, *, turned: bool, top: bool = False) -> Line:
    """A stamp: at the foot in the middle or top right; on a turned sheet at the side where foot and head were."""
    if not turned:
        return line(words, sheet=n, top=24 if top else height - 28, x0=width - 160 if top else width / 2 - 20)
    x0 = width - 36 if top else 20.0
    box = Box(x0, 20 if top else height / 2 - 20, x0 + SIZE, 20 + EM * len(words) if top else height / 2 - 20 + EM * len(words))
    span = Span(words, box.x0, box.x1, SIZE, False)
    return Line(sheet=n, text=words, box=box, size=SIZE, bold=False, spans=(span,), turned=90)


def listed(
    number: str | None,
    title: str,
    *,
    pages: tuple[int, int] | None = None,
    to_follow: bool = False,
    sheet: int = 1,
    top: float = TOP,
) -> Listed:
    """A business as the agenda on `sheet` lists it."""
    printed = f"{number}.  {title}" if number else title
    return Listed(
        number=number, title=title, lines=(line(printed, sheet=sheet, top=top),), to_follow=to_follow, printed_pages=pages
    )


def front_sheet(*items: Listed, sheets: int = 1, kind: str = "agenda_pack", body: str | None = "Cabinet") -> FrontSheet:
    """Front sheets that list these items."""
    return FrontSheet(sheets=sheets, pack_kind=kind, body=body, items=items)
