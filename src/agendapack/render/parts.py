"""What all views are made of: styles, texts made safe, tables without lines, and how a paper is named beneath its item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agendapack import words
from agendapack.printable import printable

if TYPE_CHECKING:
    from agendapack.records import Item, Report

INDENT = 4
"""Columns by which what belongs to something stands to the right of it."""

STRONG, QUIET, NOTICE, GOOD, BAD = "bold", "dim", "yellow", "green", "red"


def safe(value: str | None, style: str = "") -> Text:
    """A text from a PDF: what steers a terminal is made visible."""
    return Text(printable(value or ""), style)


def plain_table(*, show_header: bool) -> Table:
    """A table without lines that takes the whole width."""
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=QUIET, show_header=show_header)


def kind_of(kind: str) -> Text:
    """The kind of an item or a paper in words; one that was not recognised stands out."""
    return safe(words.kind(kind), NOTICE if kind == "unknown" else QUIET)


def safe_lines(*lines: tuple[str | None, str]) -> RenderableType:
    """Texts from a PDF beneath each other, each with its style; without those that are empty."""
    return Group(*(safe(text, style) for text, style in lines if text))


def stacked(*lines: Text | None) -> RenderableType:
    """Lines beneath each other, without those that are none."""
    return Group(*(line for line in lines if line))


def same_paper(item: Item) -> Report | None:
    """An item's only paper, where it bears the item's own name: to list it again beneath would say nothing new."""
    same = len(item.reports) == 1 and item.reports[0].title.casefold() == item.title.casefold()
    return item.reports[0] if same else None


def paper_title(report: Report, item: Item) -> str:
    """Its title, but not the item's over again: most reports bear the name of their item."""
    same = item.title.casefold().endswith(report.title.casefold()) and 2 * len(report.title) > len(item.title)
    return "The report itself" if same else words.title(report.title)


def under(renderable: RenderableType) -> Padding:
    """What belongs to what stands above it."""
    return Padding(renderable, (0, 0, 0, INDENT))
