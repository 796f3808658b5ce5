"""Words onto sheets: a small setter of lines, paragraphs and tables over reportlab's canvas.

Sheets are kept as drawing steps until the end, so that stamps and footers can be drawn last and can say how many sheets
there are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from generator.fonts import face_of, lettered, syllables, width_of

SHORT, LONG = 595.0, 842.0
Spoil = Callable[[str], str]
"""What a scanner or a careless producer does to a piece of text on its way onto the sheet."""


@dataclass(frozen=True)
class Look:
    """The typography of a pack."""

    font: str = "Helvetica"
    size: float = 11.0
    margin: float = 64.0
    bold: bool = True
    open: float = 6.0
    """Points between paragraphs."""
    letters: str = "plain"
    """plain, ligatures, bound (spaces that do not break between a number and its word)"""
    hyphens: bool = False
    """Whether long words are broken at the end of a line, by soft hyphens."""


@dataclass(frozen=True)
class Text:
    """A piece of text in one font at a place, in points from the top left corner."""

    x: float
    y: float
    words: str
    size: float
    bold: bool


@dataclass(frozen=True)
class Rule:
    """A thin line."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Sheet:
    """One sheet while it is set. `turned` sheets are landscape by /Rotate on an upright page."""

    width: float = SHORT
    height: float = LONG
    turned: bool = False
    steps: list[Text | Rule] = field(default_factory=list)
    furniture: list[Text] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[float, float, float, float, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Cell:
    """The words of a table's cell; a line break is "\\n"."""

    words: str
    bold: bool = False


class Press:
    """Sets text downwards on the sheet under way and goes on to a new sheet where there is no room."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.sheets: list[Sheet] = []
        self.y = 0.0

    @property
    def number(self) -> int:
        """The number of the sheet under way."""
        return len(self.sheets)

    @property
    def here(self) -> Sheet:
        """The sheet under way."""
        return self.sheets[-1]

    @property
    def width(self) -> float:
        """The width of the text, in points."""
        return self.here.width - 2 * self.look.margin

    def sheet(self, *, landscape: bool = False, turned: bool = False) -> None:
        """Begin a new sheet."""
        wide = landscape or turned
        self.sheets.append(Sheet(LONG if wide else SHORT, SHORT if wide else LONG, turned))
        self.y = self.look.margin

    def need(self, height: float) -> bool:
        """Begin a new sheet of the same kind where less than this height is left; whether it did."""
        if self.y + height <= self.here.height - self.look.margin:
            return False
        self.sheet(landscape=self.here.width > self.here.height and not self.here.turned, turned=self.here.turned)
        return True

    def space(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def measure(self, words: str, size: float, bold: bool) -> float:
        """The width of words, in points."""
        return width_of(words, self.look.font, bold and self.look.bold, size)

    def para(
        self,
        words: str,
        *,
        indent: float = 0.0,
        label: str = "",
        hang: float = 28.0,
        bold: bool = False,
        size: float = 0.0,
        align: str = "left",
        after: float | None = None,
        right: float = 0.0,
    ) -> None:
        """A paragraph. `**bold**` words are bold, "\\n" breaks a line; a label hangs to the left of it by `hang` points."""
        size = size or self.look.size
        x = self.look.margin + indent + (hang if label else 0.0)
        lines = self._wrap(words, self.here.width - self.look.margin - right - x, size, bold)
        for n, line in enumerate(lines):
            self.need(size * 1.3)
            base = self.y + size
            if label and n == 0:
                self.here.steps.append(Text(self.look.margin + indent, base, label, size, bold))
            self._line(line, (x, base), size, align, self.here.width - self.look.margin - right - x)
            self.y += size * 1.25
        self.y += self.look.open if after is None else after

    def _line(self, line: list[tuple[str, bool]], at: tuple[float, float], size: float, align: str, room: float) -> None:
        x, base = at
        width = sum(self.measure(words, size, bold) for words, bold in line)
        x += {"left": 0.0, "centre": (room - width) / 2, "right": room - width}[align]
        for words, bold in line:
            if words.strip():
                self.here.steps.append(Text(x, base, words, size, bold))
            x += self.measure(words, size, bold)

    def _wrap(self, words: str, room: float, size: float, bold: bool) -> list[list[tuple[str, bool]]]:
        out: list[list[tuple[str, bool]]] = []
        for part in lettered(words, self.look.letters).split("\n"):
            line: list[tuple[str, bool]] = []
            used = 0.0
            for run, strong in _runs(part, bold):
                for word in re.findall(r" *[^ ]+| +$", run):
                    wide = self.measure(word, size, strong)
                    if line and used + wide > room and word.strip():
                        head, word = self._broken(word, room - used, size, strong)  # noqa: PLW2901
                        out.append(_with(line, head, strong) if head else line)
                        line, used = [], 0.0
                        wide = self.measure(word, size, strong)
                    line = _with(line, word, strong)
                    used += wide
            out.append(line)
        return out

    def _broken(self, word: str, room: float, size: float, bold: bool) -> tuple[str, str]:
        """What of a word, with a hyphen, still finds room on a line, and what goes to the next."""
        bare = word.lstrip(" ")
        for at in reversed(syllables(bare)) if self.look.hyphens and not bold else ():
            head = f" {bare[:at]}\u00ad"
            if self.measure(head, size, bold) <= room:
                return head, bare[at:]
        return "", bare

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[Cell]],
        *,
        ruled: bool = True,
        head: bool = False,
        indent: float = 0.0,
    ) -> None:
        """A table; a width of 0 takes what is left. A row that has no room goes to the next sheet, with the head above it."""
        left = self.width - indent - sum(widths)
        columns = [width or left for width in widths]
        for n, row in enumerate(rows):
            height = self._height(columns, row)
            if self.need(height) and head and n:
                self._row(columns, rows[0], ruled, indent, self._height(columns, rows[0]))
            self._row(columns, row, ruled, indent, height)
        self.y += self.look.open

    def _height(self, columns: Sequence[float], row: Sequence[Cell]) -> float:
        size = self.look.size
        return (
            max(len(self._wrap(cell.words, width - 8, size, cell.bold)) for cell, width in zip(row, columns, strict=True))
            * size
            * 1.2
            + 7
        )

    def _row(self, columns: Sequence[float], row: Sequence[Cell], ruled: bool, indent: float, height: float) -> None:
        size = self.look.size
        x = self.look.margin + indent
        top = self.y
        for cell, width in zip(row, columns, strict=True):
            for n, line in enumerate(self._wrap(cell.words, width - 8, size, cell.bold)):
                self._line(line, (x + 4, top + 2 + size * (1 + 1.2 * n)), size, "left", width - 8)
            if ruled:
                self.frame(x, top, x + width, top + height)
            x += width
        self.y = top + height

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A ruled frame."""
        for a, b, c, d in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.here.steps.append(Rule(a, b, c, d))

    def finish(self, title: str = "", producer: str = "", spoil: Spoil | None = None) -> bytes:
        """The PDF. The same sheets give the same bytes."""
        out = io.BytesIO()
        canvas = Canvas(out, invariant=1)
        canvas.setTitle(title)
        canvas.setProducer(producer)
        for number, sheet in enumerate(self.sheets, 1):
            canvas.bookmarkPage(f"s{number}")
            self._draw(canvas, sheet, spoil)
            for level, entry in sheet.outline:
                canvas.addOutlineEntry(entry, f"s{number}", level)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _draw(self, canvas: Canvas, sheet: Sheet, spoil: Spoil | None) -> None:
        canvas.setPageSize((sheet.height, sheet.width) if sheet.turned else (sheet.width, sheet.height))
        if sheet.turned:
            canvas.setPageRotation(90)
            canvas.translate(sheet.height, 0)
            canvas.rotate(90)
        else:
            canvas.setPageRotation(0)
        canvas.setLineWidth(0.5)
        for step in [*sheet.steps, *sheet.furniture]:
            if isinstance(step, Rule):
                canvas.line(step.x0, sheet.height - step.y0, step.x1, sheet.height - step.y1)
                continue
            canvas.setFont(face_of(self.look.font, step.bold and self.look.bold), step.size)
            canvas.drawString(step.x, sheet.height - step.y, spoil(step.words) if spoil else step.words)
        for x0, y0, x1, y1, target in sheet.links:
            canvas.linkRect("", f"s{target}", (x0, sheet.height - y1, x1, sheet.height - y0), relative=0)


def _with(line: list[tuple[str, bool]], word: str, strong: bool) -> list[tuple[str, bool]]:
    """A line with a word more, in one stretch with words of its weight."""
    if line and line[-1][1] == strong:
        return [*line[:-1], (line[-1][0] + word, strong)]
    return [*line, (word, strong)]


def _runs(words: str, bold: bool) -> list[tuple[str, bool]]:
    """The stretches of one weight; an unpaired mark is a pair of asterisks."""
    return [(part, bold != bool(n % 2)) for n, part in enumerate(words.split("**")) if part]
