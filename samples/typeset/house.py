"""A council's house style: fonts, sizes and habits, as settings that a source may change from paper to paper."""

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from typeset.markup import Shape

FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
}


@dataclass(frozen=True, slots=True)
class House:
    """How a paper looks. Lengths are points; `bold` and `justify` are yes or no."""

    font: str = "Helvetica"
    size: float = 11.5
    cell: float = 9.5
    margin: float = 68
    gap: float = 7
    indent: float = 30
    bold: bool = True
    justify: bool = False
    tint: str = "#e4e8ec"

    @classmethod
    def read(cls, settings: str) -> tuple["House", dict[str, str]]:
        """Split `name: value` lines into a house style and the facts of the document (its title, its producer)."""
        pairs = dict(line.split(": ", 1) for line in settings.splitlines() if line.strip())
        own = {name: pairs.pop(name) for name in cls.__slots__ if name in pairs}
        return cls().changed(own), pairs

    def changed(self, settings: dict[str, str]) -> "House":
        """The same house with some settings of its own; an unknown name is an error."""
        values: dict[str, Any] = {}
        for name, value in settings.items():
            kind = type(getattr(self, name))
            values[name] = value == "yes" if kind is bool else kind(value)
        return replace(self, **values)

    def paragraph(self, shape: Shape, depth: int = 0, *, strong: bool = False) -> ParagraphStyle:
        """The paragraph style of a shape of text; `strong` is for the label of a bold list item."""
        regular, bold, slanted = FACES[self.font]
        bold = bold if self.bold else regular
        font, size, align, before = {
            Shape.HEADING: (bold, self.size + 1, TA_LEFT, self.gap),
            Shape.SUBHEADING: (bold, self.size, TA_LEFT, self.gap / 2),
            Shape.MINOR: (slanted, self.size, TA_LEFT, 0.0),
            Shape.CENTRED: (regular, self.size, TA_CENTER, 0.0),
            Shape.RIGHT: (regular, self.size, TA_RIGHT, 0.0),
        }.get(shape, (regular, self.size, TA_JUSTIFY if self.justify else TA_LEFT, 0.0))
        hang = self.indent * (depth + 1) if shape is Shape.ITEM else 0
        return ParagraphStyle(
            f"{shape.name} {depth}", fontName=font, fontSize=size, leading=size * 1.18, alignment=align,
            spaceBefore=before, spaceAfter=self.gap, leftIndent=hang, bulletIndent=max(hang - self.indent, 0),
            bulletFontName=bold if strong else regular, bulletFontSize=size, embeddedHyphenation=1,
            keepWithNext=shape in (Shape.HEADING, Shape.SUBHEADING, Shape.MINOR),
        )  # fmt: skip

    def cell_style(self, head: bool, small: float = 0) -> ParagraphStyle:
        """The paragraph style inside a table cell."""
        regular, bold, _ = FACES[self.font]
        size = self.cell - small
        return ParagraphStyle(
            "cell", fontName=bold if head and self.bold else regular, fontSize=size, leading=size * 1.2, embeddedHyphenation=1
        )
