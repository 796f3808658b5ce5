"""Small documents built in memory, so that a test shows the lines it is about and nothing else."""

from __future__ import annotations

import re

from agendapack.layout import Bookmark, Box, Document, Line, Page, Section, Span

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
    """The lines of a block of text: indentation is kept (one column is EM points), blank lines leave a gap, `=== N` starts sheet N."""
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


def document(*sheets: str, bookmarks: tuple[Bookmark, ...] = (), title: str | None = None) -> Document:
    """A document with one block of text for each sheet."""
    pages = tuple(Page(sheet=n, width=WIDTH, height=HEIGHT, lines=lines(text, sheet=n)) for n, text in enumerate(sheets, 1))
    return Document(pages=pages, bookmarks=bookmarks, title=title)
