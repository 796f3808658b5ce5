"""The samples' markup, read into blocks. It knows lines and nothing of fonts or sheets.

A source is read line by line, so that what a council printed line by line (an address, a list, a form) looks the same here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """What a block of text is set as."""

    PLAIN = ""
    HEADING = "# "
    SUBHEADING = "## "
    MINOR = "### "
    CENTRED = ">< "
    RIGHT = ">> "
    ITEM = "label"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, heading or list item; `words` may hold `**bold**`, `__italic__` and line breaks."""

    shape: Shape
    words: str
    label: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `options` are its column widths and looks, a row with too few cells spans with its last."""

    options: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks with a ruled frame around them."""

    inside: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A `::name argument` line that turns a sheet or changes the look."""

    name: str
    argument: str


Block = Text | Grid | Box | Command

LABELLED = re.compile(r"(?P<indent> *)(?P<label>•|\(?[0-9A-Za-z.]{1,7}[.)]?|Recommendation \d+:)  +(?P<words>\S.*)")


def blocks(source: str) -> list[Block]:
    """Read a source's body into blocks; a line that begins with `//` is a note to the reader of the source."""
    lines = [line.rstrip() for line in source.splitlines() if not line.startswith("//")]
    return _read(iter(lines))


def _read(source: Iterator[str]) -> list[Block]:
    """Read blocks up to `::end` or the last line; a frame's inside is read by the same reader from the same lines."""
    read: list[Block] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            read.append(_text(paragraph))
            paragraph.clear()

    for line in source:
        if not line:
            close()
        elif line.startswith("::"):
            close()
            name, _, argument = line[2:].partition(" ")
            if name == "end":
                return read
            if name == "box":
                read.append(Box(tuple(_read(source))))
            elif name == "table":
                read.append(Grid(tuple(argument.split()), tuple(_rows(source))))
            else:
                read.append(Command(name, argument.strip()))
        else:
            if LABELLED.fullmatch(line) or line.startswith(("#", ">")):
                close()
            paragraph.append(line)
    close()
    return read


def _text(lines: list[str]) -> Text:
    """One paragraph of its lines; a line that ends in a backslash is broken there, the others are joined."""
    words = " ".join(line.strip() for line in lines).replace("\\ ", "\n").removesuffix("\\")
    if match := LABELLED.fullmatch(lines[0]):
        depth = len(match["indent"]) // 4
        return Text(Shape.ITEM, words.removeprefix(match["label"]).lstrip(), match["label"], depth)
    for shape in (Shape.MINOR, Shape.SUBHEADING, Shape.HEADING, Shape.CENTRED, Shape.RIGHT):
        if words.startswith(shape.value):
            return Text(shape, words.removeprefix(shape.value).strip())
    return Text(Shape.PLAIN, words)


def _rows(source: Iterator[str]) -> Iterator[tuple[str, ...]]:
    """The rows of a table up to `::end`; a row begins with `|` and goes on over the lines that do not."""
    row = ""
    for line in source:
        if line.startswith("|") or line == "::end":
            if row:
                yield tuple(cell.strip().replace("\\ ", "\n") for cell in row.split("|"))
            row = line[1:]
            if line == "::end":
                return
        elif line:
            row += f" {line.strip()}"
