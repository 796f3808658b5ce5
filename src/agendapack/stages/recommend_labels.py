"""Labels of list limbs: what "a)", "(iv)", "2.1", "R3" or a bullet are, and which one follows which.

Word processors number lists in a handful of schemes. A letter such as "i" or "v" is read in every scheme it fits (a Roman
numeral and a letter of the alphabet), and the list in which it stands decides.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from agendapack.layout import BULLETS, Line, Span
from agendapack.prepared import pattern

_NUMERAL = r"\d{1,3}|[a-z]{1,2}|[ivx]{1,5}"
_MARKED = pattern(
    rf"""(?P<bullet>[{BULLETS}]|(?:[-–—*]|o)(?=\s))\s*
    |(?:recommendation|rec\.?)(?:\s+(?:no\.?\s*)?|(?=\d))(?P<named>\d{{1,2}}[a-z]?|[A-Z](?=\s*[:.–—-]))\s*[:.)–—-]*(?:\s+|$)
    |(?P<r>R\d{{1,2}})\s*[.):–—-]*\s+
    |(?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}|\d{{3}}\.\d{{1,2}}(?=[.):]?\s+(?-i:[A-Z][a-z])))\s*[.):]?(?:\s+|(?=\())
    |[(\[](?P<inside>{_NUMERAL})[)\]]\.?\s*
    |(?P<after>{_NUMERAL})(?P<mark>[.):])(?:\s+|(?=[A-Z(]))
    |(?P<lost>[.)])\s+(?=[A-Z])""",
    re.IGNORECASE | re.VERBOSE,
)
_BARE = pattern(r"\d{1,3}|[a-z]|[ivx]{1,5}", re.IGNORECASE)
_UNMARKED = pattern(r"(?P<printed>\d{1,2})\s+(?=[A-Za-z])")
_ALONE = pattern(
    rf"(?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.)]?|(?P<open>\(?)(?P<printed>{_NUMERAL})(?P<mark>[.)])|(?P<bullet>[{BULLETS}])",
    re.IGNORECASE,
)
_NAMED = "rec"
"""How every label begins that says what it is, in any letters."""
_COLUMN = pattern(r"recommendations?:?", re.IGNORECASE)
"""A heading beside its list: the number after the gap is the list's."""
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NUMERALS = "".join(_ROMAN)


class Reading(Struct, frozen=True):
    """One way to read a label: its scheme ("1.", "a)", "i(", "2.#", "bullet •", ...) and its place in it, counted from 1."""

    scheme: str
    ordinal: int


class Label(Struct, frozen=True):
    """The label of a limb. `text` is None for a bullet and for a label that was lost in scanning."""

    text: str | None
    readings: tuple[Reading, ...]
    named: bool = False
    """Whether the label itself says that a recommendation follows ("Recommendation 3:")."""

    @property
    def bullet(self) -> bool:
        """Whether the label is a mere mark, in no order."""
        return self.text is None

    @property
    def first(self) -> bool:
        """Whether a list can begin with it."""
        return self.bullet or any(reading.ordinal == 1 for reading in self.readings)

    def follows(self, earlier: tuple[Reading, ...]) -> bool:
        """Whether it is the next label after one with those readings."""
        return any(Reading(reading.scheme, reading.ordinal - 1) in earlier for reading in self.readings)


def may_be_named(text: str) -> bool:
    """Whether a line may begin with a label that says what it is ("Recommendation 3:"). Cheap: it is asked of every line."""
    return text[: len(_NAMED)].lower() == _NAMED


def may_have_label(text: str) -> bool:
    """Whether a line may begin with a label at all. Cheap: most lines begin with a word of three letters or more."""
    start = text[:3]
    return not start.isalpha() or not start.lower().strip(_NUMERALS) or may_be_named(text)


def split(line: Line) -> tuple[Label, Line | None] | None:
    """The label at the start of a line and the rest of that line (None where nothing follows); None where there is no label."""
    if not may_have_label(line.text):
        return None
    cells = line.cells
    if len(cells) > 1 and _BARE.fullmatch(cells[0].text):
        label = _label(cells[0].text, ".")
        return (label, tail(line, line.text.find(cells[1].text, len(cells[0].text)))) if label else None
    if len(cells) > 1 and _COLUMN.fullmatch(cells[0].text):
        return None
    if alone := _ALONE.fullmatch(line.text):
        printed = alone["dotted"] or alone["printed"]
        label = _label(printed, alone["open"] or alone["mark"] or ".") if printed else _bullet(alone["bullet"])
        return (label, None) if label else None
    found = _MARKED.match(line.text)
    label = _read(found) if found else None
    if found is None or label is None:
        return None
    return label, tail(line, found.end()) if found.end() < len(line.text) else None


def bare(line: Line) -> tuple[Label, Line] | None:
    """The number without a mark that a line begins with ("1 Approve the plan"), and the rest; None where it begins with none.

    A figure of running text looks the same: only others in their order, at one left edge, tell that it counts.
    """
    found = _UNMARKED.match(line.text)
    label = _label(found["printed"], ".") if found else None
    return (label, tail(line, found.end())) if found and label else None


def _read(found: re.Match[str]) -> Label | None:
    if named := found["named"]:
        digits = re.sub(r"\D", "", named)
        return Label(named, (Reading("named", int(digits) if digits else ord(named.lower()) - 96),), named=True)
    if mark := found["bullet"] or found["lost"]:
        return _bullet(mark)
    if found["r"]:
        return Label(found["r"], (Reading("R#", int(found["r"][1:])),))
    return _label(found["dotted"] or found["inside"] or found["after"], "(" if found["inside"] else found["mark"] or ".")


def _bullet(mark: str) -> Label:
    return Label(None, (Reading("bullet " + mark, 1),))


def _label(printed: str, mark: str) -> Label | None:
    """A label as printed in every scheme it fits; None where it fits none ("No.", "To:")."""
    if "." in printed:
        stem, _, last = printed.rpartition(".")
        return Label(printed, (Reading(stem + ".#", int(last)),))
    if printed.isdigit():
        return Label(printed, (Reading("1" + mark, int(printed)),))
    letter, numeral = ("A", "I") if printed[0].isupper() else ("a", "i")
    readings = []
    if len(set(printed)) == 1 and len(printed) <= 2:
        readings.append(Reading(letter + mark, ord(printed[0].lower()) - 96 + 26 * (len(printed) - 1)))
    if (value := _roman(printed.lower())) is not None:
        readings.append(Reading(numeral + mark, value))
    return Label(printed, tuple(sorted(readings, key=lambda reading: reading.ordinal))) if readings else None


def _roman(text: str) -> int | None:
    if set(text) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if any(later > value for later in values[n + 1 : n + 2]) else value for n, value in enumerate(values))


def tail(line: Line, offset: int) -> Line:
    """The line from a character of its text on."""
    return line if offset <= 0 else _cut(line, offset, len(line.text))


def head(line: Line, end: int) -> Line:
    """The line up to a character of its text."""
    return line if end >= len(line.text) else _cut(line, 0, end)


def _cut(line: Line, start: int, end: int) -> Line:
    """The line between two characters of its text. Inside a span the place is estimated from the share of its letters."""
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        words = " ".join(span.text.split())
        first = max(line.text.find(words, at), at)
        at = first + len(words)
        low, high = max(start, first), min(end, at)
        if low >= high:
            continue
        width = (span.x1 - span.x0) / len(words)
        x0, x1 = span.x0 + width * (low - first), span.x0 + width * (high - first)
        spans.append(replace(span, text=words[low - first : high - first].strip(), x0=x0, x1=x1))
    text = line.text[start:end].strip()
    return replace(line.part(spans), text=text) if spans else replace(line, text=text)
