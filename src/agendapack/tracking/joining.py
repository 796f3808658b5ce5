"""Which sightings are of the same recommendation.

The likest are joined first. Two recommendations of one paper are never one, nor are those of two councils, nor two that were made
more than a year apart; and a group takes in another only where the fullest texts of both are the same recommendation, so that no
chain of small steps leads from one to another.

What is in general words ("That the Committee receive a report on progress in six months") is made again and again. It is joined
only where something beside the text speaks for it: a form that stands under the same item as the report, or two papers that have
another recommendation in common.

No text is compared with every other, only with those that share some of its rarest words: the work grows with the number of
recommendations and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import nsmallest
from itertools import combinations, product
from operator import attrgetter

from msgspec import Struct

from agendapack.tracking.sameness import FLOOR, Match, match, within
from agendapack.tracking.sightings import Sighting
from agendapack.tracking.vocabulary import specific

KEYS = 12
"""Rarest words of a text by which others like it are looked up: OCR spoils some words of a text, and not so many."""

COMMON = 60
"""Texts that are looked up by a word at most."""

CANDIDATES = 15
"""Texts with which one is compared at most: those that share most of its rare words, and more than one of them."""

SHORTEST = 5
"""Letters of a word, as it is compared, by which anything is looked up."""

COPIES = 4
"""Sightings with which one is paired of those that have the same text: the nearest in time."""

COPY = 0.5
"""Share of the recommendations of a report that another makes too where it is a copy, and not merely on the same matter."""

SHARE = 0.75
"""Part of a text that one recommendation of two, or one limb of two, takes at most."""

APART = 366
"""Days between two meetings from which on the same words are another recommendation: it was made again."""


class _Pair(Struct, frozen=True):
    """Two sightings that may be joined; those of the least rank are joined first."""

    rank: tuple[bool, float, int, int, int, int]
    a: Sighting
    b: Sighting
    near: bool


class Group(Struct, eq=False):
    """All sightings of one recommendation."""

    members: list[Sighting]

    @property
    def first(self) -> int:
        """Where it is seen first."""
        return min(each.number for each in self.members)

    @property
    def fullest(self) -> Sighting:
        """The sighting with the longest text."""
        return max(self.members, key=lambda each: (len(each.text.letters), -each.number))

    def likeness(self, a: Sighting, b: Sighting) -> Match:
        """How alike two of its members are; where both are abridged, the second and the one it was joined by."""
        if a is b:
            return Match(1.0)
        others = (a, self.fullest, *self.members)
        found = (match(one.text, b.text, near=True) or within(one.text, b.text, near=True) for one in others if one is not b)
        return next((each for each in found if each), Match(FLOOR, part=True))


def groups(sightings: Sequence[Sighting]) -> list[Group]:
    """The recommendations, each with all its sightings, in the order in which they are first seen."""
    groups = _Groups(sightings)
    groups.join(_alike(sightings))
    groups.link(sightings)
    groups.join(groups.near())
    groups.share_answers()
    return groups.found()


# --- what may be the same -------------------------------------------------------------------------------------------------


def _number(sighting: Sighting) -> int:
    return sighting.number


def _pair(a: Sighting, b: Sighting, *, near: bool) -> _Pair | None:
    if a.paper == b.paper or _other_councils(a, b) or _too_far_apart(a, b):
        return None
    if a.text.letters == b.text.letters:
        found: Match | None = Match(1.0)
    else:
        found = match(a.text, b.text, near=near)
    return (
        _Pair((found.part, -found.likeness, _days(a, b), abs(a.position - b.position), a.number, b.number), a, b, near)
        if found
        else None
    )


def _other_councils(a: Sighting, b: Sighting) -> bool:
    return bool(a.council_key and b.council_key) and a.council_key != b.council_key


def _too_far_apart(a: Sighting, b: Sighting) -> bool:
    """Whether the same words were another recommendation: made again, or answered long before they were made."""
    if a.made and b.made:
        return _days(a, b) > APART
    made, answered = (a, b) if a.made else (b, a)
    if not made.made:
        return False
    if answered.made_on:
        return abs(_between(answered.made_on, made.made_on)) > APART
    return _between(answered.said_on, made.made_on) > APART


def _days(a: Sighting, b: Sighting) -> int:
    return abs(_between(a.said_on, b.said_on))


def _between(first: str | None, second: str | None) -> int:
    """Days from the first to the second day; 0 where one is not known."""
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return 0


def _alike(sightings: Sequence[Sighting]) -> Iterator[_Pair]:
    """Pairs that the text alone makes the same."""
    copies: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for each in sightings:
        if specific(each.text.words):
            copies[each.council_key, each.text.letters].append(each)
    for same in copies.values():
        same.sort(key=lambda each: (each.said_on or "", each.number))
        for at, each in enumerate(same):
            yield from filter(None, (_pair(each, other, near=False) for other in same[at + 1 : at + 1 + COPIES]))
    for a, b in _candidates([same[0] for same in copies.values()]):
        if a.text.shares_words(b.text) and match(a.text, b.text):
            both = product(copies[a.council_key, a.text.letters], copies[b.council_key, b.text.letters])
            closest = sorted(both, key=lambda pair: _days(*pair))[: COPIES * COPIES]
            yield from filter(None, (_pair(one, two, near=False) for one, two in closest))


def _candidates(sightings: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Pairs of texts that share rare words. What names no council is looked up among all councils' texts."""
    by_word: dict[tuple[str | None, str], list[Sighting]] = defaultdict(list)
    keys = {each: {word.folded for word in each.text.words if len(word.folded) >= SHORTEST} for each in sightings}
    for each, words in keys.items():
        for word in words:
            by_word[each.council_key, word].append(each)
            by_word[None, word].append(each)
    seen: set[tuple[int, int]] = set()
    for each, words in keys.items():
        shared: Counter[Sighting] = Counter()
        for council in (each.council_key, "") if each.council_key else (None,):
            lists = [by_word[council, word] for word in words if (council, word) in by_word]
            for others in sorted(lists, key=len)[:KEYS]:
                shared.update(others[:COMMON])
        del shared[each]
        enough = (other for other, count in shared.items() if count > 1)
        for other in nsmallest(CANDIDATES, enough, key=lambda other: (-shared[other], other.number)):
            a, b = sorted((each, other), key=lambda one: one.number)
            if (a.number, b.number) not in seen:
                seen.add((a.number, b.number))
                yield a, b


class _Link(Struct, frozen=True):
    """The sightings of two papers that belong together: a report and a form under one item, a report and what answers it."""

    one: Sequence[Sighting]
    two: Sequence[Sighting]


# --- what is joined -------------------------------------------------------------------------------------------------------


class _Groups:
    """The sightings, each at first a group of its own."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._of = {each: Group([each]) for each in sightings}
        self._linked: set[frozenset[object]] = set()
        self.links: list[_Link] = []

    def found(self) -> list[Group]:
        """The groups as they are, in the order in which they are first seen."""
        return sorted(dict.fromkeys(self._of.values()), key=lambda group: group.first)

    def join(self, pairs: Iterable[_Pair]) -> None:
        """Joins what may be joined, the likest first."""
        for pair in sorted(pairs, key=attrgetter("rank")):
            a, b = self._of[pair.a], self._of[pair.b]
            if a is not b and _may_join(a, b, pair) and self._known(a, b):
                small, large = sorted((a, b), key=lambda group: len(group.members))
                large.members += small.members
                for each in small.members:
                    self._of[each] = large

    def _known(self, a: Group, b: Group) -> bool:
        """Whether the text says enough to be the same wherever it stands; else every two papers have to belong together."""
        if all(specific(each.text.words) for each in (*a.members, *b.members)):
            return True
        return all(frozenset((one.paper, two.paper)) in self._linked for one, two in product(a.members, b.members))

    def link(self, sightings: Iterable[Sighting]) -> None:
        """Finds the papers that belong together: a report and a form under one item, papers with recommendations in common."""
        papers: dict[object, list[Sighting]] = defaultdict(list)
        items: dict[object, dict[object, None]] = defaultdict(dict)
        for each in sightings:
            papers[each.paper].append(each)
            items[each.item][each.paper] = None
        linked: dict[frozenset[object], None] = {}
        for together in items.values():
            for a, b in combinations(together, 2):
                if papers[a][0].made != papers[b][0].made:
                    linked[frozenset((a, b))] = None
        in_common: Counter[tuple[object, object]] = Counter()
        for group in self.found():
            in_common.update(combinations(dict.fromkeys(each.paper for each in sorted(group.members, key=_number)), 2))
        for (a, b), count in in_common.items():
            reports = papers[a][0].made and papers[b][0].made
            if not reports or count >= COPY * min(len(papers[a]), len(papers[b])):
                linked[frozenset((a, b))] = None
        self._linked = set(linked)
        self.links = [_Link(*(papers[paper] for paper in sorted(pair, key=lambda one: papers[one][0].number))) for pair in linked]

    def near(self) -> Iterator[_Pair]:
        """Pairs for which something beside the text speaks, where neither has a partner in the other's paper yet."""
        for link in self.links:
            papers = {each: {one.paper for one in self._of[each].members} for each in (*link.one, *link.two)}
            for a, b in product(link.one, link.two):
                if a.paper not in papers[b] and b.paper not in papers[a] and a.text.shares_words(b.text):
                    yield from filter(None, (_pair(a, b, near=True),))

    def share_answers(self) -> None:
        """Gives a recommendation the answers that it shares with others of its report, or that answer it limb by limb."""
        for link in self.links:
            for a, b in product(link.one, link.two):
                if a.made != b.made:
                    self._share(*((a, b) if a.made else (b, a)))

    def _share(self, made: Sighting, row: Sighting) -> None:
        group, own = self._of[made], self._of[row]
        whole, part = sorted((len(made.text.letters), len(row.text.letters)), reverse=True)
        if group is own or row in group.members or _other_councils(made, row) or part > SHARE * whole:
            return
        if not within(made.text, row.text):
            return
        if part == len(made.text.letters):
            joint = any(each.paper == made.paper for each in own.members)
            if joint:
                group.members.append(row)
        elif len(own.members) == 1:
            group.members.append(row)
            self._of[row] = group


def _may_join(a: Group, b: Group, pair: _Pair) -> bool:
    if {each.paper for each in a.members} & {each.paper for each in b.members}:
        return False
    if any(_other_councils(one, two) or _too_far_apart(one, two) for one, two in product(a.members, b.members)):
        return False
    one, two = a.fullest, b.fullest
    return (
        {one, two} == {pair.a, pair.b} or one.text.letters == two.text.letters or bool(match(one.text, two.text, near=pair.near))
    )
