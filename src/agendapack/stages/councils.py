"""Which council a paper is of: names as printed, e-mail domains, and the list of the principal councils.

The list gives the official form of a name and settles domains; councils that are not on it (parishes, joint authorities) are
known by how such names are built. Other councils are mentioned in every pack, so a name is weighed by where it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct, field

from agendapack import prepared
from agendapack.layout import Line
from agendapack.rules import InForce, load, register
from agendapack.rules.needs import has_any

RULES = InForce("councils")

_SMALL = frozenset(re.findall(r"\w+", "a an and at by for from in le of on or the to under upon with y yr cum"))
_SHORT = frozenset({"ST", "MR", "MRS", "DR"})
"""Shortened words without a vowel; others are initials and keep their capitals."""
_TOGETHER = prepared.pattern(r"(?<=council)\s+(?:and|&|with)\s+", re.IGNORECASE)
"""What stands between two councils that are named together."""
_NAME_GOES_ON = prepared.pattern(r"(?:^|\s)(?:[A-Z][\w'’-]*|and|of|the|&)$")
_NAMED_BY = ("council", "authority", "borough of", "city of", "comhairle", "cyngor")
"""Words one of which every name of a council has."""
_LAST_WORD = "council"
"""How a name ends that says no more than whose council it is."""
_EMAIL = prepared.pattern(r"[\w.'’+-]+@(?:[\w-]+\.)*?([\w-]+\.gov\.(?:uk|wales|scot)|[\w-]+\.llyw\.cymru)\b", re.IGNORECASE)

_WEIGHTS = {"heading": (8, 1), "title": (6, 1), "address": (5, 1), "mention": (2, 3), "elsewhere": (1, 6)}
"""What a name weighs and how often it counts, by where it stands: alone on a line, in the PDF's title, as an e-mail domain,
in running text of the lines that speak for the meeting, in the papers."""


class _Tally(Struct):
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: dict[str, Line] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)

    def add(self, name: str, place: str, line: Line | None, *, named: bool = True) -> None:
        self.counts[name, place] += 1
        if line is not None and named:
            self.lines.setdefault(name, line)
        if named:
            self.named[name] = None

    def weight(self, name: str) -> int:
        return sum(weight * min(self.counts[name, place], most) for place, (weight, most) in _WEIGHTS.items())


class Found(Struct, frozen=True):
    """The council of a paper and the lines that name it (none where only the PDF's own title does)."""

    name: str
    lines: tuple[Line, ...]
    rule: str
    heads: bool = False
    """Whether the name heads the paper, and is not only mentioned or part of an address."""
    mentioned: bool = False
    """Whether it does no more than stand in running text."""


def find(front: Iterable[Line], rest: Iterable[Line], title: str | None, day: str | None) -> Found | None:
    """The council that a pack is of, None where nothing says so.

    `front` are the lines that speak for the meeting (front sheets, or the first sheet of a lone paper), `rest` the papers.
    An address in the papers supports a council that is also named, but says nothing alone: anybody may write to anybody.
    """
    tally = _Tally()
    for name, _ in names(title or "", day):
        tally.add(name, "title", None)
    rows, papers = tuple(line for line in front if not RULES.first("of_a_parish", line.text)), tuple(rest)
    for text, line in _running(rows):
        for name, printed in names(text, day):
            heads = any(_heads(cell.text, printed) for cell in (line, *line.cells))
            tally.add(name, "heading" if heads else "mention", line)
        for cell in line.cells:
            if (area := _area(cell.text, day)) is not None:
                tally.add(area, "heading", line)
        if (plain := _plain(line.text)) is not None:
            tally.add(plain, "mention", line)
    for name, line in _addresses(rows, day):
        tally.add(name, "address", line)
    for text, line in _running(papers):
        for name, _ in names(text, day):
            tally.add(name, "elsewhere", line)
    for name, line in _addresses(papers, day):
        tally.add(name, "elsewhere", line, named=False)
    if not tally.named:
        _add_unusual(tally, rows)
    chosen = _heaviest(tally, rows)
    if chosen is None:
        return None
    source = tally.lines.get(chosen)
    return Found(
        chosen,
        (source,) if source else (),
        "front.council-named" if source else "front.council-title",
        tally.counts[chosen, "heading"] > 0,
        not any(tally.counts[chosen, place] for place in ("heading", "title", "address")),
    )


def _plain(text: str) -> str | None:
    """The council of a line that says "X Council" and no more."""
    if text[-len(_LAST_WORD) :].lower() != _LAST_WORD:
        return None
    printed = _without_lead(text)
    plain = RULES.first("plain", printed)
    whole = plain is not None and plain.match.group() == printed
    return title_case(printed) if whole and printed[1] != " " and not _is_generic(printed) and not any(names(text)) else None


def _without_lead(text: str) -> str:
    """A name without what stands before it in a heading."""
    lead = RULES.first("lead", text)
    return text[lead.match.end() :] if lead else text


def _is_generic(name: str) -> bool:
    """Whether a name begins with a word that begins none."""
    return RULES.first("generic", name) is not None


def _area(text: str, day: str | None) -> str | None:
    """The council that a heading names by its area ("Borough of Addle"): by the list's form, if it is there."""
    area = RULES.first("area_heading", text.strip(" .,–—-"))
    if area is None or not text.strip()[0].isupper() or any(names(text, day)):
        return None
    kind = str(area["kind"]).rpartition(" ")[2]
    sat = [council for council in register.named(f"{area['place']} {kind} Council") if council.sat(day)]
    return sat[0].name if len(sat) == 1 else title_case(area.match.group().removeprefix("The ")) if not sat else None


def _heads(text: str, printed: str) -> bool:
    """Whether a cell is a heading that names a council: its name alone, or with the body or the kind of paper beside it."""
    if register.key(text) == register.key(printed) or RULES.first("before_name", text.partition(printed)[0]):
        return True
    start = re.match(r"(?:The\s+)?", text)
    if start is None or not text.startswith(printed, start.end()):
        return False
    rest = text[start.end() + len(printed) :]
    words = re.findall(r"[^\W\d_][\w'’-]*", rest)
    return RULES.first("behind_name", rest) is not None and all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _add_unusual(tally: _Tally, rows: tuple[Line, ...]) -> None:
    """Names in a form that says little alone: "X Council" in a sentence, or in Welsh."""
    for line in rows:
        for plain in RULES.matches("plain", line.text):
            printed = _without_lead(plain.match.group())
            if len(printed.split()) > 1 and printed[0].isupper() and printed[1] != " " and not _is_generic(printed):
                tally.add(title_case(printed), "mention", line)
        if (welsh := RULES.first("welsh", line.text)) and welsh.match.group()[0].isupper():
            tally.add(title_case(welsh.match.group()), "mention", line)


def _heaviest(tally: _Tally, rows: tuple[Line, ...]) -> str | None:
    """The name that weighs most; of several that weigh the same the one that heads the paper above the others, if one does."""
    most = max(map(tally.weight, tally.named), default=0)
    best = [name for name in tally.named if tally.weight(name) == most]
    if len(best) < 2:
        return next(iter(best), None)
    first = next((line for line in rows if line in [tally.lines.get(name) for name in best]), None)
    named = [name for name in best if tally.lines.get(name) == first]
    return named[0] if len(named) == 1 and tally.counts[named[0], "heading"] else None


def names(text: str, day: str | None = None) -> Iterator[tuple[str, str]]:
    """The councils named in a text: the official form (or the printed one where it is not on the list) and the words printed."""
    if not has_any(_NAMED_BY, text.casefold()):
        return
    taken: list[tuple[int, int]] = []
    for match in register.printed_in(text):
        if not re.sub(r"^the\s+", "", match.group())[0].isupper():
            continue
        sat = [council for council in register.named(match.group()) if council.sat(day)]
        taken.append(match.span())
        if len(sat) == 1:
            yield sat[0].name, match.group()
    for means in ("built", "borough"):
        for hit in RULES.matches(means, _without(text, taken)):
            taken.append(hit.match.span())
            for whole in _TOGETHER.split(hit.match.group()):
                printed = _without_lead(whole) if means == "built" else whole
                words = printed.split()
                if len(words) < 2 or _is_generic(printed) or not words[0][0].isupper():
                    continue
                if load("front").first("area_body", printed):
                    continue
                yield title_case(_without_year(" ".join(words))), printed


def _without_year(name: str) -> str:
    """A name without what is said of the meeting in the midst of it."""
    said = RULES.first("of_the_year", name)
    return f"{name[: said.match.start()]} {name[said.match.end() :]}" if said else name


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with spans of it blotted out."""
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def title_case(text: str) -> str:
    """Text printed in capitals as it is written in a sentence; other text as it is."""
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) < 0.9 * len(letters):
        return text
    words = text.split()
    return " ".join(_word_case(word, first=at == 0) for at, word in enumerate(words))


def _word_case(word: str, *, first: bool) -> str:
    bare = word.strip("(),.:;")
    if not first and bare.lower() in _SMALL:
        return word.lower()
    if bare and bare not in _SHORT and not re.search("[AEIOUYW]", bare):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part.group().capitalize(), word)


def _addresses(lines: tuple[Line, ...], day: str | None) -> Iterator[tuple[str, Line]]:
    """The council of each e-mail domain, once, with the line that prints the address first."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        text = line.text + after.split(" ")[0] if after.startswith(".") or line.text.endswith((".", "@")) else line.text
        for match in _EMAIL.finditer(text) if "@" in text else ():
            owners = [council for council in register.of_domain(match[1].lower()) if council.sat(day)]
            if len(owners) == 1 and owners[0].name not in seen:
                seen.add(owners[0].name)
                yield owners[0].name, line


def _running(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """Each cell, and each line of one cell with the start of the next where a name runs over its end: read once and whole."""
    read = 0
    for line, after in pairwise((*lines, None)):
        if line is None:
            return
        if len(line.cells) > 1:
            yield from ((cell.text, line) for cell in line.cells)
            read = 0
            continue
        text, read = line.text[read:].lstrip(), 0
        if after is not None and _NAME_GOES_ON.search(text) and not _ends_name(text) and (opening := _opening(after.text)):
            whole = f"{text} {opening}"
            read = len(opening) if any(found.start() < len(text) < found.end() for found in register.printed_in(whole)) else 0
            text = whole if read or _crosses(text, opening) else text
        yield text, line


def _crosses(text: str, opening: str) -> bool:
    """Whether a name runs over a line's end; it does not where the next line begins with one that the list has whole."""
    if not any(found.start() == 0 for found in register.printed_in(opening)):
        return True
    return any(found.start() < len(text) < found.end() for found in register.printed_in(f"{text} {opening}"))


def _opening(text: str) -> str | None:
    match = re.match(r"(?:[\w'’&-]+\s+){0,3}?(?:Council|Authority)\b", text, re.IGNORECASE)
    return match.group() if match else None


def _ends_name(text: str) -> bool:
    return re.search(r"(?:council|authority)\W*$", text, re.IGNORECASE) is not None
