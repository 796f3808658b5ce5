"""Headings and words set in letters that stand apart ("A G E N D A", "RESOLVED - T H A T"): as the words that they spell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from agendapack.layout import Line
from agendapack.noise import TOKEN
from agendapack.prepared import pattern

_NUMBER = pattern(r"\(?\d{1,3}[.):]{0,2}\s+")
"""The number of a piece of business, which stands before its letters and not among them."""
_APART = pattern(rf"(?:{_NUMBER.pattern})?[^\s\d](?: [^\s\d])+")
"""Single letters with a space between each two."""
_INSIDE = pattern(r"(?<!\S)[A-Z](?: [A-Z]){3,}(?!\S)")
"""The same within a line, in capitals, from which a run is a word if the document has it."""
_WORD = 4
"""Letters from which a run of single letters is a word, and no row of marks in a table; different letters behind a number."""
_LONG = 13
"""Letters from which a run that is no word of the document is divided into its words: shorter ones may be compounds of them."""
_MEAN = 3
"""Letters that such words have on average at least: more words than that can be found in any run of letters."""


def apart(line: Line) -> bool:
    """Whether a line consists of letters that stand apart."""
    return _APART.fullmatch(line.text) is not None


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """The words of two letters and more that lines use, in lower case; not those set in letters that stand apart."""
    return frozenset(word for line in lines if not apart(line) for word in TOKEN.findall(line.text.casefold()) if len(word) > 1)


def closed_up(line: Line, known: Callable[[], frozenset[str]]) -> Line:
    """The line with its letters joined to words. Where no wider space shows where a word ends, the words `known` to the document
    do, as far as they make up the whole."""
    if not apart(line):
        return _closed_inside(line, known) if _INSIDE.search(line.text) else line
    counted = set if _NUMBER.match(line.text) else list
    longest = max(len(counted(letter for letter in span.text if letter.isalpha())) for span in line.spans)
    if longest < _WORD:
        return line
    spans = tuple(replace(span, text=_joined(span.text, known)) for span in line.spans)
    return replace(line, text=" ".join(span.text for span in spans), spans=spans)


def _closed_inside(line: Line, known: Callable[[], frozenset[str]]) -> Line:
    """A line of words with those closed up that are known to the document; marks in a row ("A B C D") are none of them."""

    def word(run: re.Match[str]) -> str:
        closed = run.group().replace(" ", "")
        return closed if closed.casefold() in known() else run.group()

    spans = tuple(replace(span, text=_INSIDE.sub(word, span.text)) for span in line.spans)
    return replace(line, text=_INSIDE.sub(word, line.text), spans=spans)


def _joined(text: str, known: Callable[[], frozenset[str]]) -> str:
    """Letters that stand apart as the words that they spell, behind the number before them."""
    number = _NUMBER.match(text)
    label, rest = (number.group(), text[number.end() :]) if number else ("", text)
    runs = ["".join(run.split()) for run in re.split(r"\s{2,}", rest.strip())]
    runs = runs if any(len(run) > 1 for run in runs) else ["".join(runs)]
    words = [word for run in runs for word in _divided(run, known)]
    return " ".join([label.strip(), *words]).strip()


def _divided(run: str, known: Callable[[], frozenset[str]]) -> list[str]:
    """A run of letters as the fewest words known that make it up; whole where none do. Signs stay with the word before them."""
    if sum(map(str.isalpha, run)) < _LONG:
        return [run]
    words = known()
    best: list[list[str] | None] = [[]]
    for end in range(1, len(run) + 1):
        found = [
            [*before, run[start:end]]
            for start in range(end)
            if (before := best[start]) is not None and run[start:end].casefold().rstrip(".,:;)(") in words
        ]
        best.append(min(found, key=len, default=None))
    divided = best[-1]
    return divided if divided and len(run) > _MEAN * len(divided) else [run]
