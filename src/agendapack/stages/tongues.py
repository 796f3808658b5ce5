"""Welsh and English: telling them apart, and finding the English of a list that is printed in both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from agendapack import rules
from agendapack.layout import Line
from agendapack.prepared import pattern
from agendapack.stages.labels import Row

_WELSH = pattern(
    r"\b(?:cofnodion|cyngor|pwyllgor|materion|brys|y|yr|ac|ar|gan|i'[rw]|o'r|a'r|am|eitemau|agored|rhaglen|waith|cynllun|buddiant|"
    r"ymddiheuriad\w*|datgan\w*|absenoldeb|derbyn|dyddiad|blaenorol|nesaf|cyhoedd\w*|cymun\w+|cyf(?:arfod|rif|ran|le)\w*|"
    r"adrodd\w+|swyddog\w*|pennaeth|cyfarwyddwr|rheolwr|arweinydd|polisi|teitl|cyng(?:horydd)?|"
    r"adolyg\w+|cyllid\w*|cynllun\w+|gweith\w+|blaenraglen|diweddariad|\w+(?:iadau|aethau|aeth|oedd|ydd)|"
    r"(?!bureau|plateau|tableau|chateau)\w{4,}au(?:'r)?)\b",
    re.IGNORECASE,
)
_STROKE = pattern(r"\s+[/|]\s+")
_TIGHT_STROKE = pattern(r"\s+[/|]\s+|(?<=[^\W\d_])/(?=[A-Z])")
_SAME = 8.0
"""Points within which lines of one column begin."""


def welsh(text: str) -> bool:
    """Whether a text is Welsh: at least a quarter of its words are common Welsh ones, or have endings that only Welsh has."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)
    return len(words) > 0 and len(_WELSH.findall(text.replace("’", "'"))) * 4 >= len(words)


def english(text: str, side: int | None = None) -> str:
    """The English half of a title in both: on the side on which the list has it, else the half that is not Welsh."""
    halves = (_TIGHT_STROKE if side is None else _STROKE).split(text)
    if len(halves) != 2:
        return text
    if side is None and welsh(halves[0]) == welsh(halves[1]):
        return text
    return halves[int(welsh(halves[0])) if side is None else side]


def english_of(left: str, right: str) -> int | None:
    """Which of two texts is English where the other is Welsh (0 or 1), else None. Words that both have are of neither tongue."""
    words = [text.split() for text in (left, right)]
    sides = [welsh(" ".join(word for word in own if word not in other)) for own, other in (words, words[::-1])]
    return None if sides[0] == sides[1] else int(sides[0])


def english_side(titles: Sequence[str]) -> int | None:
    """On which side of their strokes the titles of a list have the English (0 or 1); None where they are not in both."""
    halves = [parts for title in titles if len(parts := _STROKE.split(title)) == 2]
    if len(halves) < 2 or len(halves) * 2 < len(titles):
        return None
    left, right = (" ".join(parts[side] for parts in halves) for side in (0, 1))
    return english_of(left, right)


def english_beneath(lines: Sequence[Line], rows: Sequence[Row]) -> bool:
    """Whether the titles of a list are in Welsh, each with the English on the line beneath it."""
    pairs = [(row.title, lines[row.at + 1].text) for row in rows if row.at + 1 < len(lines) and twin(row, lines[row.at + 1])]
    if len(pairs) < 2 or len(pairs) * 2 < len(rows):
        return False
    return english_of(" ".join(title for title, _ in pairs), " ".join(below for _, below in pairs)) == 1


def twin(row: Row, below: Line) -> bool:
    """Whether the line beneath a title may be the same title in another language."""
    table = rules.load("agenda")
    other = any(table.first(means, below.text) for means in ("description", "pages"))
    return not other and abs(below.box.x0 - row.title_x) <= _SAME and abs(below.size - row.line.size) < 1


def without_welsh(own: tuple[Line, ...], at: int, row: Row) -> tuple[tuple[Line, ...], Row]:
    """The lines of a business whose title stands on line `at`, with the English title beneath instead of the Welsh one."""
    end = at + 1
    while end < len(own) - 1 and welsh(own[end].text):
        end += 1
    if end >= len(own) or not (welsh(row.title) or twin(row, own[end])):
        return own, row
    first = own[at].cells[0]
    label = (
        first if len(first.text) <= row.label.length else replace(first, text=first.text[: row.label.length].strip(), spans=())
    )
    return (*own[:at], label, *own[end:]), replace(row, title="", right=())
