"""Blocks onto sheets: reportlab does the setting, this module does what a publishing system does to papers.

The publishing system's stamps (`Page 7`, `Agenda Item 4`) are drawn after everything else on a sheet, as they are in real
packs, and on a landscape sheet they run up its left side.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.flowables import CallerMacro

from typeset.house import House
from typeset.markup import Block, Box, Command, Grid, Shape, Text

SHORT, LONG = A4
BLANK = "This page is intentionally left blank"


@dataclass(slots=True)
class Stamps:
    """What is printed on the sheet under way besides its text."""

    printed: int | None = None
    item: str | None = None
    footer: str = ""
    of_paper: int = 0
    sheets: int = 0
    outline: bool = True


def typeset(body: list[Block], house: House, facts: dict[str, str], out: Path) -> int:
    """Write the pack and return its number of sheets; `facts` are its title, author, producer and habits."""
    stamps = Stamps(1 if facts.get("front") == "counted" else None, outline=facts.get("outline") != "no")
    pack = BaseDocTemplate(str(out), pagesize=A4, invariant=1, title=facts["title"], author=facts.get("author", ""))
    pack.addPageTemplates([
        _sheet("portrait", house, stamps),
        _sheet("landscape", house, stamps, wide=True),
        _sheet("turned", house, stamps, wide=True, turned=True),
    ])  # fmt: skip
    producer = facts.get("producer", "")
    pack.build([CallerMacro(lambda it: it.canv.setProducer(producer)), *_Flow(house, stamps).of(body)])
    return stamps.sheets


def _sheet(name: str, house: House, stamps: Stamps, *, wide: bool = False, turned: bool = False) -> Any:
    """A kind of sheet: upright, landscape, or landscape by /Rotate on an upright page as scanners and printers make it."""
    width, height = (LONG, SHORT) if wide else (SHORT, LONG)
    edge = house.margin - 18 if wide else house.margin
    frame = Frame(edge, edge, width - 2 * edge, height - 2 * edge, 0, 0, 0, 0)

    def begin(canvas: Any, _: Any) -> None:
        if turned:
            canvas.translate(SHORT, 0)
            canvas.rotate(90)

    def end(canvas: Any, _: Any) -> None:
        stamps.sheets += 1
        stamps.of_paper += 1
        canvas.setFillColor(black)
        if stamps.footer:
            canvas.setFont("Helvetica", 8.5)
            canvas.drawCentredString(width / 2, 46, stamps.footer.replace("{n}", str(stamps.of_paper)))
        if stamps.printed is None:
            return
        canvas.setFont("Helvetica", 9)
        if wide:
            canvas.saveState()
            canvas.rotate(90)
            canvas.drawCentredString(height / 2, -24, f"Page {stamps.printed}")
            canvas.restoreState()
        else:
            canvas.drawCentredString(width / 2, 24, f"Page {stamps.printed}")
        if stamps.item:
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawRightString(width - 28, height - 30, f"Agenda Item {stamps.item}")
        stamps.printed, stamps.item = stamps.printed + 1, None

    template = PageTemplate(name, [frame], onPage=begin, onPageEnd=end, pagesize=(width, height))
    template.rotation = 90 if turned else 0
    return template


class _Flow:
    """Turns blocks into reportlab's flowables, keeping the house style and the lie of the sheet as they stand."""

    def __init__(self, house: House, stamps: Stamps) -> None:
        self.house, self.stamps, self.lie = house, stamps, "portrait"

    def of(self, body: list[Block] | tuple[Block, ...]) -> Iterator[Any]:
        for block in body:
            match block:
                case Text():
                    yield self.text(block)
                case Grid():
                    yield self.grid(block)
                    yield Spacer(1, self.house.gap if "tight" not in block.options else 0)
                case Box():
                    yield from self.box(block)
                case Command():
                    yield from self.command(block)

    def text(self, text: Text) -> Any:
        style = self.house.paragraph(text.shape, text.depth, strong=text.words.startswith("**"))
        return Paragraph(_inline(text.words), style, bulletText=text.label or None)

    def box(self, box: Box) -> Iterator[Any]:
        """A frame that may break between its paragraphs: one row each, ruled only around all of them."""
        rows = [[flowable] for flowable in self.of(box.inside)]
        yield Table(rows, colWidths=["100%"], style=[("BOX", (0, 0), (-1, -1), 0.9, black), ("PADDING", (0, 0), (-1, -1), 5)])
        yield Spacer(1, self.house.gap)

    def grid(self, grid: Grid) -> Any:
        """A table: column widths in points or `*`, then `head` (repeat the first row), `open` (no rules), `tint` or `small`."""
        widths = [None if width == "*" else float(width) for width in grid.options if re.fullmatch(r"\*|[\d.]+", width)]
        looks = set(grid.options)
        across = LONG - 2 * (self.house.margin - 18) if self.lie != "portrait" else SHORT - 2 * self.house.margin
        spare = (across - sum(width or 0 for width in widths)) / max(widths.count(None), 1)
        style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
        if "open" not in looks:
            style.append(("GRID", (0, 0), (-1, -1), 0.6, black))
        if "tint" in looks:
            style.append(("BACKGROUND", (0, 0), (-1, 0), HexColor(self.house.tint)))
        rows = []
        for at, cells in enumerate(grid.rows):
            face = self.house.cell_style("head" in looks and at == 0, 1.5 if "small" in looks else 0)
            rows.append([Paragraph(_inline(cell), face) if cell else "" for cell in cells] + [""] * (len(widths) - len(cells)))
            if len(cells) < len(widths):
                style.append(("SPAN", (len(cells) - 1, at), (-1, at)))
        return Table(
            rows, colWidths=[width or spare for width in widths], style=style, hAlign="LEFT",
            repeatRows=int("head" in looks), spaceBefore=2,
        )  # fmt: skip

    def command(self, command: Command) -> Iterator[Any]:
        argument = command.argument
        match command.name:
            case "item" | "paper" | "blank" | "sheet":
                yield from self.turn(command.name, argument)
            case "portrait" | "landscape" | "turned":  # holds from the next sheet on
                self.lie = command.name
            case "style":
                self.house = self.house.changed(dict(pair.split("=") for pair in argument.split()))
            case "footer":  # the paper's own, with {n} for its own page number
                yield _call(partial(setattr, self.stamps, "footer", argument))
            case "front":
                yield self.bookmark(argument, 0)
            case "outline":
                yield self.bookmark(argument, 1)
            case name:
                yield ORNAMENTS[name](argument)

    def turn(self, to: str, title: str) -> Iterator[Any]:
        """Begin an item (stamped, with an outline entry), a further paper of it, a blank sheet, or merely the next sheet."""
        if to == "blank":
            self.lie = "portrait"
        yield NextPageTemplate(self.lie)
        yield PageBreak()
        if to == "item":
            yield _call(partial(self.open_item, title.partition(" ")[0]))
        elif to != "sheet":
            yield _call(self.open_paper)
        if to == "blank":
            yield Spacer(1, LONG / 2 - self.house.margin - 20)
            yield Paragraph(BLANK, replace(self.house, font="Helvetica", size=10).paragraph(Shape.CENTRED))
        elif title:
            yield self.bookmark(title, 0 if to == "item" else 1)

    def open_item(self, number: str) -> None:
        self.stamps.item = number
        self.stamps.printed = self.stamps.printed or 1
        self.open_paper()

    def open_paper(self) -> None:
        self.stamps.footer, self.stamps.of_paper = "", 0

    def bookmark(self, title: str, level: int) -> Any:
        def draw(macro: Any) -> None:
            if self.stamps.outline:
                key = f"{self.stamps.sheets}-{title}"
                macro.canv.bookmarkPage(key)
                macro.canv.addOutlineEntry(title, key, level)

        return CallerMacro(draw)


def _call(function: Callable[[], None]) -> Any:
    """A flowable that takes no room and acts when its sheet is reached."""
    return CallerMacro(lambda _: function())


def _inline(words: str) -> str:
    """The inline markup as reportlab's own."""
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(words), flags=re.DOTALL)
    return re.sub(r"__(.+?)__", r"<i>\1</i>", marked, flags=re.DOTALL).replace("\n", "<br/>")


def _crest(macro: Any, colour: str) -> None:
    """An invented council's device at the top right: a shield with a river in it, and no words."""
    canvas = macro.canv
    canvas.saveState()
    canvas.resetTransforms()
    canvas.translate(SHORT - 110, LONG - 104)
    canvas.setFillColor(HexColor(colour))
    canvas.setStrokeColor(HexColor(colour))
    canvas.roundRect(0, 0, 54, 62, 14, fill=1)
    canvas.setStrokeColor(HexColor("#ffffff"))
    canvas.setLineWidth(4)
    for height in (18, 31, 44):
        canvas.bezier(6, height, 22, height + 14, 32, height - 14, 48, height)
    canvas.restoreState()


ORNAMENTS: dict[str, Callable[[str], Any]] = {
    "space": lambda points: Spacer(1, float(points)),
    "need": lambda points: CondPageBreak(float(points)),
    "rule": lambda _: HRFlowable("100%", 0.8, color=black, spaceBefore=2, spaceAfter=7),
    "crest": lambda colour: CallerMacro(partial(_crest, colour=colour)),
}
