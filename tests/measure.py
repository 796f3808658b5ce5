"""How near a record comes to what a careful reader found: the project's measure, in one place.

Records are paired by their key texts, most alike first, each at most once. What is paired is *found*; precision and recall of
what was found give F1. On what is paired the fields are then *right* or wrong. Case, dashes, quotes and spaces do not count in
texts. Numbers of several packs are added up before any share is taken, so that a long pack weighs more than a short one.

The records are the JSON that `agendapack.parse` gives, and gold records of the same form.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

Json = Mapping[str, Any]

_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None})

WORTH_COMPARING = 0.9
"""Texts whose letters differ more than this are not compared further: they count as unlike."""

PAIRED_FROM = {
    "items": 0.9,
    "reports": 0.85,
    "recommendations": 0.97,
    "responses": 0.95,
    "contacts": 0.95,
    "decisions": 0.97,
    "deadlines": 0.9,
}
"""Likeness of the key texts from which two records are the same thing. Long texts have to be nearly the same."""


@dataclass(slots=True)
class Found:
    """How many records were found, of how many there are, by how many answers."""

    hits: int = 0
    gold: int = 0
    given: int = 0

    @property
    def precision(self) -> float:
        """The share of the answers that are right; where none was given, whether none was asked for."""
        return self.hits / self.given if self.given else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """The share found of what there is."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def value(self) -> float:
        """F1: the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Right:
    """How often a field was right, of how many times it was asked for."""

    right: int = 0
    asked: int = 0

    @property
    def value(self) -> float:
        """The share that was right."""
        return self.right / self.asked


@dataclass(slots=True)
class Measure:
    """The counts for each kind of record and each field, and in words what was missed."""

    found: dict[str, Found] = field(default_factory=dict)
    fields: dict[str, Right] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def __iadd__(self, other: Measure) -> Measure:
        for name, found in other.found.items():
            self._found(name, found.hits, found.gold, found.given)
        for name, asked in other.fields.items():
            self._asked(name, asked.right, asked.asked)
        self.misses += other.misses
        return self

    def table(self) -> dict[str, float]:
        """Each name with its value from 0 to 1: F1 of the records, the share right of the fields."""
        shares = {name: counts.value for name, counts in self.found.items()}
        return shares | {name: counts.value for name, counts in self.fields.items()}

    def pairs(self, name: str, gold: Sequence[Json], given: Sequence[Json], key: Callable[[Json], str]) -> list[tuple[int, int]]:
        """Pairs two lists of records by their key texts and counts them; the positions of the pairs."""
        pairs = paired([key(each) for each in gold], [key(each) for each in given], PAIRED_FROM[name])
        self._found(name, len(pairs), len(gold), len(given))
        self.misses += [f"missed {name}: {key(each)[:110]}" for i, each in enumerate(gold) if i not in {g for g, _ in pairs}]
        self.misses += [f"extra {name}: {key(each)[:110]}" for j, each in enumerate(given) if j not in {t for _, t in pairs}]
        return pairs

    def right(self, name: str, gold: object, given: object, *, same: bool | None = None) -> None:
        """Counts whether a field is right; `same` where more than equality is asked for."""
        ok = gold == given if same is None else same
        self._asked(name, int(ok), 1)
        if not ok:
            self.misses.append(f"wrong {name}: {gold!r} got {given!r}")

    def _found(self, name: str, hits: int, gold: int, given: int) -> None:
        counts = self.found.setdefault(name, Found())
        counts.hits, counts.gold, counts.given = counts.hits + hits, counts.gold + gold, counts.given + given

    def _asked(self, name: str, right: int, asked: int) -> None:
        counts = self.fields.setdefault(name, Right())
        counts.right, counts.asked = counts.right + right, counts.asked + asked


def plain(text: str | None) -> str:
    """A text without what does not count: case, kinds of dashes and quotes, spaces, the stops around it."""
    same = unicodedata.normalize("NFKC", text or "").translate(_SAME).casefold()
    return re.sub(r"[\s\-]+", "", same).strip(" .;:,")


@lru_cache(maxsize=100_000)
def alike(a: str, b: str) -> float:
    """How alike two plain texts are, from 0 to 1; 0 as soon as they cannot be nearly the same."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    hopeful = matcher.real_quick_ratio() > WORTH_COMPARING and matcher.quick_ratio() > WORTH_COMPARING
    return matcher.ratio() if hopeful else 0.0


def paired(gold: Sequence[str], given: Sequence[str], least: float) -> list[tuple[int, int]]:
    """Positions that belong together: the most alike first (of equals the later), each position once, none below `least`."""
    a, b = [plain(text) for text in gold], [plain(text) for text in given]
    ranked = sorted(((alike(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)), reverse=True)
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(a))), set(range(len(b)))
    for likeness, i, j in ranked:
        if likeness >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return pairs


def measure(gold: Json, record: Json) -> Measure:
    """The measure of one record against the gold record of its pack."""
    found = Measure()
    for name in ("council", "body", "meeting_date", "meeting_time", "pack_kind"):
        _same_text(found, f"pack.{name}", gold.get(name), record.get(name))
    wanted, items = gold["items"], record.get("items") or ()
    pairs = found.pairs("items", wanted, items, lambda item: f"{item.get('number') or ''}|{item.get('title') or ''}")
    matched, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        _item(found, wanted[i], items[j])
    both = [(wanted[i], items[j]) for i, j in pairs]
    both += [(item, {}) for i, item in enumerate(wanted) if i not in matched]
    both += [({}, item) for j, item in enumerate(items) if j not in taken]
    decided = _tells_of_decisions(wanted)
    for one, other in both:
        _inside(found, one, other)
        if decided:
            _decisions(found, limbs(_under(one, "decisions")), limbs(_under(other, "decisions")))
    _contacts(found, gold.get("contacts") or (), record.get("contacts") or ())
    if "deadlines" in gold:
        _deadlines(found, gold["deadlines"], record.get("deadlines") or ())
        for one, other in both:
            _deadlines(found, _under(one, "deadlines"), _under(other, "deadlines"))
    return found


def _same_text(found: Measure, name: str, gold: str | None, given: str | None) -> None:
    found.right(name, gold, given, same=plain(gold) == plain(given))


def _item(found: Measure, gold: Json, item: Json) -> None:
    if not gold.get("title"):
        return
    for name in ("kind", "to_follow", "exempt", "printed_pages", "pdf_pages", "forward_plan_ref"):
        found.right(f"item.{name}", gold.get(name) or None, item.get(name) or None)
    _same_text(found, "item.report_by", gold.get("report_by"), item.get("report_by"))


def _inside(found: Measure, gold: Json, item: Json) -> None:
    """What stands under an item; one of the two is empty where the item itself was missed or made up."""
    wanted, reports = gold.get("reports") or (), item.get("reports") or ()
    for i, j in found.pairs("reports", wanted, reports, lambda report: report.get("title") or ""):
        found.right("report.kind", wanted[i].get("kind"), reports[j].get("kind"))
        found.right("report.pdf_pages", wanted[i].get("pdf_pages"), reports[j].get("pdf_pages"))
    _recommendations(found, limbs(_under(gold, "recommendations")), limbs(_under(item, "recommendations")))
    _responses(found, _under(gold, "responses"), _under(item, "responses"))
    _contacts(found, _under(gold, "contacts"), _under(item, "contacts"))


def _under(item: Json, name: str) -> list[Json]:
    """What an item and its papers hold of one kind: under which of them it stands is measured by no field."""
    holders = [item, *(item.get("reports") or ())]
    return [each for holder in holders for each in holder.get(name) or ()]


def limbs(records: Iterable[Json], above: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Recommendations or decisions and their limbs in one row, each with the labels that lead to it."""
    row: list[dict[str, Any]] = []
    for each in records:
        path = (*above, str(each.get("label") or "-").strip("().").lower())
        row.append({**each, "path": path})
        row += limbs(each.get("children") or (), path)
    return row


def _recommendations(found: Measure, gold: Sequence[Json], given: Sequence[Json]) -> None:
    for i, j in found.pairs("recommendations", gold, given, lambda each: each.get("text") or ""):
        found.right("rec.label", gold[i]["path"], given[j]["path"])
        found.right("rec.strand", gold[i].get("strand"), given[j].get("strand"))
        _same_text(found, "rec.addressee", gold[i].get("addressee"), given[j].get("addressee"))


def _responses(found: Measure, gold: Sequence[Json], given: Sequence[Json]) -> None:
    if gold or given:
        for i, j in found.pairs("responses", gold, given, lambda each: each.get("recommendation") or ""):
            found.right("response.status", gold[i]["status"], given[j].get("status"))


def _tells_of_decisions(items: Iterable[Json]) -> bool:
    """Whether whoever read a pack looked for decisions: a gold record without the word says nothing of them."""
    return any("decisions" in holder for item in items for holder in (item, *(item.get("reports") or ())))


def _decisions(found: Measure, gold: Sequence[Json], given: Sequence[Json]) -> None:
    if gold or given:
        for i, j in found.pairs("decisions", gold, given, lambda each: each.get("text") or ""):
            found.right("decision.label", gold[i]["path"], given[j]["path"])
            found.right("decision.outcome", gold[i].get("outcome"), given[j].get("outcome"))
            for name in ("decided_by", "owner"):
                _same_text(found, f"decision.{name}", gold[i].get(name), given[j].get(name))


def _deadlines(found: Measure, gold: Sequence[Json], given: Sequence[Json]) -> None:
    if gold or given:
        for i, j in found.pairs("deadlines", gold, given, lambda each: f"{each['what']}|{each['text']}"):
            for name in ("who", "period", "statute"):
                _same_text(found, f"deadline.{name}", gold[i].get(name), given[j].get(name))
            for name in ("date", "computed", "nation"):
                found.right(f"deadline.{name}", gold[i].get(name), given[j].get(name))


def _contacts(found: Measure, gold: Sequence[Json], given: Sequence[Json]) -> None:
    """A person who is named twice under one item counts once: the place that is read last stands."""
    wanted, cards = _persons(gold), _persons(given)
    if not wanted and not cards:
        return
    for i, j in found.pairs("contacts", wanted, cards, _person):
        a, b = wanted[i], cards[j]
        found.right("contact.email", a.get("email"), b.get("email"), same=_lower(a.get("email")) == _lower(b.get("email")))
        found.right("contact.phone", a.get("phone"), b.get("phone"), same=_digits(a.get("phone")) == _digits(b.get("phone")))
        _same_text(found, "contact.role", a.get("role"), b.get("role"))


def _person(contact: Json) -> str:
    return f"{contact.get('kind')}|{contact.get('name') or contact.get('email') or ''}"


def _persons(contacts: Iterable[Json]) -> list[Json]:
    return list({plain(_person(each)): each for each in contacts}.values())


def _lower(text: str | None) -> str:
    return (text or "").lower()


def _digits(text: str | None) -> str:
    return re.sub(r"\D", "", text or "")
