"""What a line needs for a pattern to match it, told from the pattern: how it begins, and words that it has.

The stages try hundreds of patterns on tens of thousands of lines. Most patterns begin in one of a few ways, or name a word
outright ("recommended", "asked"), so that a look at a line's first letters, or for a word in it, spares it nearly all of them,
and spares half of the patterns being compiled at all. It is the pattern's own text that is read here, since that takes a
fifth of the time of `re`'s own parser: what is not understood makes no demand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from agendapack.prepared import pattern

REACH = 2
"""Letters of a line's beginning that are looked at: a third one would spare few more patterns."""

SHORTEST = 3
"""Letters below which a word is no help, since every line has it. A figure or a sign is a help alone."""

MOST, MOST_TOGETHER = 80, 120
"""Words beyond which looking for them costs more than a pattern would, or than several would."""

WIDEST = 16
"""Characters beyond which a set of them says nothing of a line."""

_TOKENS = pattern(
    r"(\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|.)"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?(?:P<\w+>|P=\w+|<?[=!]|[a-zA-Z]*(?:-[a-zA-Z]+)?:|[a-zA-Z]+\)|>|\#[^)]*|\(\w+\))|\("
    r"|[)|.^$]|[^\\\[\](){}|*+?.^$]+(?![*+?{])|.)"
    r"(\{\d*,?\d*\}|[*+?])?[+?]?",
    re.DOTALL,
)
"""Tokens, each with how often it is repeated. The last letter before a repeat is a token of its own."""

_IN_A_SET = pattern(r"(\w)-(\w)|(\\.|.)", re.DOTALL)
_ENDS = frozenset(("", "|", ")"))
_LOOKS = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
_SEEN = frozenset(("(?=", "(?<="))
"""Looks that ask for what they see, so that its words are needed too."""
_ZERO_WIDTH = frozenset(("\\b", "\\B", "\\A", "\\Z", "^", "$"))
_ANYTHING = frozenset(("\\w", "\\W", "\\s", "\\S", "\\D", "."))
_DIGITS = frozenset("0123456789")  # those of other scripts are in no pack
_EMPTY: frozenset[str] = frozenset()
_START = frozenset({""})


class Needs(Struct, frozen=True):
    """What a line needs, all in the letters of `str.casefold`.

    `starts` are beginnings, one of which it has; `words` stand in it, at least one of them. Empty: there is no telling.
    `anchored` says that the pattern matches at the start of a line or not at all.
    """

    starts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    anchored: bool = False

    def meets(self, start: str) -> bool:
        """Whether a line may begin like this, in its own letters."""
        return not self.starts or not start.isascii() or start.casefold().startswith(self.starts)


def needs(source: str) -> Needs:
    """What a line needs for a pattern to be found in it."""
    reader = _Reader(_TOKENS.findall(source))
    found = reader.whole()
    if not reader.understood:
        return Needs()
    starts = found.open | found.closed if found.anchored else _EMPTY
    words = _shortest(found.words)
    return Needs(
        () if "" in starts else tuple(sorted(starts)), tuple(sorted(words)) if len(words) <= MOST else (), found.anchored
    )


def together(each: Iterable[Needs]) -> tuple[str, ...]:
    """Words, one of which a line needs for any of some patterns to be found in it."""
    words: set[str] = set()
    for one in each:
        if not one.words:
            return ()
        words.update(one.words)
    shortest = _shortest(words)
    return tuple(sorted(shortest)) if len(shortest) <= MOST_TOGETHER else ()


def has_any(words: tuple[str, ...], folded: str) -> bool:
    """Whether one of some words stands in a text, which is in the letters of `str.casefold`; True where there are none."""
    for word in words:  # `any` takes twice as long, and this runs for most lines and patterns
        if word in folded:
            return True
    return not words


def _shortest(words: Iterable[str]) -> set[str]:
    """Words without those that hold another of them."""
    every = set(words)
    return {word for word in every if not any(other != word and other in word for other in every)}


class _Part(Struct):
    """A part of a pattern: how what it matches begins, and words one of which is in that.

    `open` are beginnings that are all of it, so that what follows goes on from there; `closed` ones are not, or long enough.
    """

    open: frozenset[str] = _EMPTY
    closed: frozenset[str] = _EMPTY
    words: frozenset[str] = _EMPTY
    anchored: bool = False

    def then(self, after: _Part) -> None:
        """Goes on with another part."""
        joined = {(start + more)[:REACH] for start in self.open for more in after.open}
        self.closed |= {start for start in joined if len(start) == REACH}
        self.closed |= {(start + more)[:REACH] for start in self.open for more in after.closed}
        self.open = frozenset(start for start in joined if len(start) < REACH)

    def repeated(self, least: int, most: int) -> _Part:
        """The same, some number of times."""
        opened = self.open if most == 1 else frozenset()
        closed = self.closed if most == 1 else self.closed | self.open
        return _Part(opened | {""} if least == 0 else opened, closed, self.words if least else frozenset())


_UNKNOWN, _A_DIGIT = _Part(closed=_START), _Part(_DIGITS, words=_DIGITS)


class _Reader:
    """Reads the tokens of a pattern once, from left to right."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._at = [*tokens, ("", "")], 0
        self.understood = True

    def whole(self) -> _Part:
        """The pattern."""
        found = self._alternatives(begins=True)
        self.understood = self.understood and not self._tokens[self._at][0]
        return found

    def _alternatives(self, *, begins: bool) -> _Part:
        """The alternatives up to the end of their group. How they begin is told only where that matters."""
        branches = [self._branch(begins=begins)]
        while self._tokens[self._at][0] == "|":
            self._at += 1
            branches.append(self._branch(begins=begins))
        if len(branches) == 1:
            return branches[0]
        return _Part(
            _EMPTY.union(*[branch.open for branch in branches]),
            _EMPTY.union(*[branch.closed for branch in branches]),
            _EMPTY.union(*[branch.words for branch in branches]) if all(branch.words for branch in branches) else _EMPTY,
            all(branch.anchored for branch in branches),
        )

    def _branch(self, *, begins: bool) -> _Part:
        whole, run = _Part(_START if begins else _EMPTY), ""
        whole.anchored = self._tokens[self._at][0] in ("^", "\\A")
        while True:
            token, repeat = self._tokens[self._at]
            if token in _ENDS:
                break
            self._at += 1
            if token in _ZERO_WIDTH:
                continue
            text, part = "", None
            if token[0] == "(":
                part, repeat = self._group(token, begins=bool(whole.open))
                if token in _SEEN and not repeat:
                    whole.words = _better(whole.words, part.words)
                if token in _LOOKS or token.startswith("(?#"):
                    continue
            elif token[0] != "[" and token not in _ANYTHING and not (token[0] == "\\" and token[1].isalnum()):
                text = (token[1:] if token[0] == "\\" else token).casefold()
            if whole.open:
                begin = part or (_of_text(text) if text else _of_set(token))
                whole.then(begin.repeated(*_bounds(repeat)) if repeat else begin)
            if text and not repeat:
                run += text
                continue
            whole.words = _better(whole.words, _helpful(run))
            run = ""
            if not (repeat and _bounds(repeat)[0] == 0):
                words = part.words if part else _helpful(text) if text else _of_set(token).words
                whole.words = _better(whole.words, words)
        whole.words = _better(whole.words, _helpful(run))
        return whole

    def _group(self, token: str, *, begins: bool) -> tuple[_Part, str]:
        """What stands in the group that a token opens, and how often it is repeated."""
        if token.startswith("(?("):
            self.understood = False
        inside = self._alternatives(begins=begins and token not in _LOOKS) if not token.startswith(("(?#", "(?P=")) else _UNKNOWN
        closing, repeat = self._tokens[self._at]
        self.understood = self.understood and closing == ")" and not (token[-1] == ")" and token[1] == "?")
        self._at += bool(closing)
        return inside, repeat


def _bounds(repeat: str) -> tuple[int, int]:
    """The fewest and the most times that a repeat stands for; two for any number beyond one."""
    if repeat[0] != "{":
        return {"*": (0, 2), "+": (1, 2), "?": (0, 1)}[repeat[0]]
    least, comma, most = repeat[1:-1].partition(",")
    return int(least or 0), int((most or 2) if comma else least or 0)


def _helpful(text: str) -> frozenset[str]:
    """A text as a word to look for; nothing where that is no help."""
    return (
        frozenset((text,))
        if len(text) >= SHORTEST or not (text.isspace() or text.replace(" ", "").isalpha() or not text)
        else _EMPTY
    )


def _of_text(text: str) -> _Part:
    return _Part(frozenset({text})) if len(text) < REACH else _Part(closed=frozenset({text[:REACH]}))


def _of_set(token: str) -> _Part:
    """Any of a set of characters; unknown where they are too many to tell."""
    if token == "\\d":
        return _A_DIGIT
    if token[0] != "[" or token[1] == "^":
        return _UNKNOWN
    found: set[str] = set()
    for first, last, single in _IN_A_SET.findall(token[1:-1]):
        if first:
            found.update(chr(code).casefold() for code in range(ord(first), min(ord(last), ord(first) + WIDEST) + 1))
        elif single == "\\d":
            found |= _DIGITS
        elif single[0] == "\\" and single[1].isalnum():
            return _UNKNOWN
        else:
            found.add(single[-1].casefold())
    if len(found) > WIDEST:
        return _UNKNOWN
    every = frozenset(found)
    return _Part(every, words=every if all(map(_helpful, every)) else _EMPTY)


def _better(before: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Of two sets of words the one whose shortest is longer, then the smaller."""
    if not before or not other:
        return before or other
    return max(before, other, key=lambda each: (min(map(len, each)), -len(each)))
