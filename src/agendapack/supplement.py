"""A pack and its supplements as one record: the papers of the meeting as they stand.

A supplement brings what was to follow, puts a revised paper in the place of one that was sent out, adds papers, adds business.
What it brings keeps its own sheets and says in which file they are; what it supersedes is left out and named in a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from agendapack import words
from agendapack.errors import AnotherMeeting
from agendapack.matching import folded
from agendapack.numbered import linked
from agendapack.records import (
    AgendaPack,
    Contact,
    Evidence,
    Finding,
    Item,
    PackKind,
    Recommendation,
    Record,
    Report,
    Source,
    Supplied,
)
from agendapack.supplement_titles import alike, annex, is_further, is_revised, plain, plain_title, rank, same_business, same_paper

R = TypeVar("R", bound=Record)

BASES: frozenset[PackKind] = frozenset({"agenda_pack", "agenda"})
"""What supplements are supplements to."""


def in_order(packs: Sequence[AgendaPack]) -> tuple[AgendaPack, ...]:
    """The packs with the agenda in front, where the first is a supplement and just one of the others is an agenda.

    In the order of their names "...-supplement.pdf" stands before ".pdf".
    """
    agendas = [pack for pack in packs if pack.pack_kind in BASES]
    if packs and packs[0].pack_kind not in BASES and len(agendas) == 1:
        return (agendas[0], *(pack for pack in packs if pack is not agendas[0]))
    return tuple(packs)


def merge(pack: AgendaPack, supplements: Sequence[AgendaPack]) -> AgendaPack:
    """The record of a meeting as it stands after its supplements, in their order. It is a pack like any other.

    Items keep their ids and their place; whatever comes from a supplement has its number in its id, and the name of its file.

    Raises:
        AnotherMeeting: a supplement is known to be another council's, another body's or another day's.
    """
    merged = pack
    for supplement in supplements:
        merged = _merged(merged, supplement)
    return merged.model_copy(update={"items": linked(merged.items)}) if supplements else merged


def _merged(pack: AgendaPack, supplement: AgendaPack) -> AgendaPack:
    _refuse_another_meeting(pack, supplement)
    files = (pack.source, *pack.source.supplements)
    if supplement.source.sha256 in {file.sha256 for file in files}:
        said = Finding(code="supplement-repeated", level="info", message=f"{supplement.source.file} was given twice.")
        return pack.model_copy(update={"findings": (*pack.findings, said)})
    number = len(files)
    named = _with_file(supplement, _unused_name(supplement.source, files), f"supplement-{number}")
    meeting = _Meeting(number, named.source.file, list(pack.items), [*_doubts(pack, named)])
    for item in named.items:
        meeting.take(item)
    return _record(pack, named, meeting)


def _record(pack: AgendaPack, supplement: AgendaPack, meeting: _Meeting) -> AgendaPack:
    filled = {item.number for old, item in zip(pack.items, meeting.items, strict=False) if not old.reports and item.reports}
    settled = tuple(f"Item {number} (" for number in filled)
    kept = [each for each in pack.findings if not (each.code in RESOLVED and each.message.startswith(settled))]
    findings = (*kept, *meeting.findings, *supplement.findings)
    sources = (supplement.source.model_copy(update={"supplements": ()}), *supplement.source.supplements)
    return pack.model_copy(
        update={
            "source": pack.source.model_copy(update={"supplements": (*pack.source.supplements, *sources)}),
            "rules": tuple(dict.fromkeys((*pack.rules, *supplement.rules))),
            "status": "partial" if any(finding.level != "info" for finding in findings) else "complete",
            "council": pack.council or supplement.council,
            "nation": pack.nation or supplement.nation,
            "body": pack.body or supplement.body,
            "meeting_date": pack.meeting_date or supplement.meeting_date,
            "meeting_time": pack.meeting_time or supplement.meeting_time,
            "venue": pack.venue or supplement.venue,
            "items": tuple(meeting.items),
            "contacts": (*pack.contacts, *_new_contacts(pack.contacts, supplement.contacts)),
            "findings": findings,
        }
    )


TOLD = frozenset(
    {
        *("item-added", "item-title-differs", "papers-supplied", "paper-superseded", "paper-uncertain"),
        *("recommendations-superseded", "supplement-repeated", "meeting-uncertain", "time-differs"),
    }
)
"""Findings that say what a supplement changed, or that it may not be one."""

RESOLVED = frozenset({"item-to-follow", "item-not-found"})
"""Findings on an item without papers, which say no more once a supplement has brought them."""


# The meeting


def _refuse_another_meeting(pack: AgendaPack, supplement: AgendaPack) -> None:
    known = (
        ("council", folded(pack.council or ""), folded(supplement.council or "")),
        ("body", _body(pack), _body(supplement)),
        ("day", pack.meeting_date, supplement.meeting_date),
    )
    if differ := [what for what, mine, other in known if mine and other and mine != other]:
        raise AnotherMeeting(
            f"{supplement.source.file} is of another {' and '.join(differ)} than {pack.source.file}: "
            f"{_called(supplement)}, not {_called(pack)}."
        )


def _body(pack: AgendaPack) -> str:
    """The words that tell one body of a council from another: "Wendlemere Cabinet" is the Cabinet of Wendlemere."""
    if not pack.body:
        return ""
    other = {*_words(pack.council or ""), "the", "meeting", "of"}
    return " ".join(word for word in _words(pack.body) if word not in other) or "council"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("&", " and "))


def _called(pack: AgendaPack) -> str:
    council = pack.council if pack.council != pack.body else None
    return ", ".join(filter(None, (council, pack.body, words.day(pack.meeting_date)))) or "of a meeting that it does not name"


def _doubts(pack: AgendaPack, supplement: AgendaPack) -> Iterator[Finding]:
    """What keeps it from being certain that both are of one meeting."""
    file = supplement.source.file
    unknown = [
        name
        for name, mine, other in (
            ("council", pack.council, supplement.council),
            ("body", pack.body, supplement.body),
            ("date", pack.meeting_date, supplement.meeting_date),
        )
        if not (mine and other)
    ]
    if unknown:
        yield Finding(
            code="meeting-uncertain",
            level="warning" if "date" in unknown or len(unknown) > 1 else "info",
            message=f"That {file} is of the same meeting was taken as given: the {' and the '.join(unknown)} cannot be compared.",
            file=file,
        )
    if pack.meeting_time and supplement.meeting_time and pack.meeting_time != supplement.meeting_time:
        yield Finding(
            code="time-differs",
            level="warning",
            message=f"The meeting is at {pack.meeting_time}; {file} says {supplement.meeting_time}.",
            file=file,
        )


def _new_contacts(known: Sequence[Contact], contacts: Sequence[Contact]) -> Iterator[Contact]:
    """The contacts that say something which those known do not."""
    for each in contacts:
        same = (other for other in known if folded(other.name or "") == folded(each.name or ""))
        if not any(each.email in (None, other.email) and each.phone in (None, other.phone) for other in same):
            yield each


# The items


class _Meeting(Struct):
    """The items as far as they have been put together with those of the supplement of a number, and what there is to say."""

    number: int
    file: str
    items: list[Item]
    findings: list[Finding]

    def say(self, code: str, message: str, *, warning: bool = False, sheet: int | None = None, file: str | None = None) -> None:
        """A finding on this supplement."""
        level = "warning" if warning else "info"
        self.findings.append(
            Finding.model_validate({"code": code, "level": level, "message": message, "sheet": sheet, "file": file})
        )

    def take(self, item: Item) -> None:
        """Puts an item of the supplement where it belongs."""
        at = self._where(item)
        if at is None:
            self._add(item)
            return
        old = self.items[at]
        if item.number and not same_business(old.title, item.title):
            self.say(
                "item-title-differs",
                f"Item {old.number} is {_quoted(old.title)}; {self.file} calls it {_quoted(item.title)}.",
                warning=True,
                file=self.file,
                sheet=_first_sheet(item),
            )
        self.items[at] = self._joined(old, item)

    def _where(self, item: Item) -> int | None:
        """Its place among the items: that of its number, unless its title is another's; without a number, that of its title or,
        for a lone paper, of the paper with its title."""
        numbered = [at for at, old in enumerate(self.items) if item.number and plain(old.number) == plain(item.number)]
        agreeing = [at for at in numbered if same_business(self.items[at].title, item.title)]
        titled = [at for at, old in enumerate(self.items) if alike(old.title, item.title)]
        if agreeing or len(titled) == 1:
            return (agreeing or titled)[0]
        if numbered:
            return numbered[0]
        filed = [
            at
            for at, old in enumerate(self.items)
            if not item.number and any(alike(paper.title, item.title) for paper in old.reports)
        ]
        return filed[0] if len(filed) == 1 else None

    def _add(self, item: Item) -> None:
        taken = {old.id for old in self.items}
        stem = item.id if item.id not in taken else f"{item.id}-supplement-{self.number}"
        elsewhere = {"supplied": _supplied(item, self.file), "pdf_pages": None, "printed_pages": None}
        added = _renamed(item, item.id, stem).model_copy(update=elsewhere)
        at = max((n + 1 for n, old in enumerate(self.items) if rank(old.number) <= rank(item.number)), default=0)
        self.items.insert(at, added)
        self.say("item-added", f"{_called_item(item)} is added.", file=self.file, sheet=_first_sheet(item))

    def _joined(self, old: Item, item: Item) -> Item:
        papers = [*old.reports]
        brought = _renamed(item, item.id, f"{old.id}/supplement-{self.number}")
        replaced: set[int] = set()
        added: list[Report] = []
        for paper in brought.reports:
            at = self._superseded(papers, paper, replaced, old)
            if at is None:
                added.append(paper)
                if old.reports:
                    self.say(
                        "paper-added",
                        f"{_quoted(paper.title)} is added to {_called_item(old)}.",
                        file=self.file,
                        sheet=paper.pdf_pages[0],
                    )
            else:
                self._say_superseded(papers[at], paper, old)
                papers[at] = paper
                replaced.add(at)
        reports = (*papers, *added)
        if reports and not old.reports:
            follows = "was to follow; its papers are" if old.to_follow else "had no papers; they are"
            self.say(
                "papers-supplied", f"{_called_item(old)} {follows} in {self.file}.", file=self.file, sheet=_first_sheet(item)
            )
        return old.model_copy(
            update={
                **_filled(old, brought),
                "kind": item.kind if not old.reports and item.kind != "unknown" else old.kind,
                "to_follow": old.to_follow and not brought.reports,
                "exempt": old.exempt or item.exempt,
                "pdf_pages": old.pdf_pages if any(paper.file is None for paper in reports) or not reports else None,
                "supplied": (*old.supplied, *_supplied(item, self.file)),
                "reports": reports,
                "recommendations": self._recommendations(old, brought),
                "contacts": (*old.contacts, *_new_contacts(old.contacts, brought.contacts)),
            }
        )

    def _superseded(self, papers: Sequence[Report], paper: Report, replaced: set[int], item: Item) -> int | None:
        """Which of an item's papers one of a supplement takes the place of; None where it is a further one."""
        open_ = [at for at in range(len(papers)) if at not in replaced]
        same = [at for at in open_ if plain_title(papers[at].title) == plain_title(paper.title)]
        if same:
            return same[0]
        if is_further(paper.title):
            return None
        alike = [at for at in open_ if same_paper(papers[at].title, paper.title)]
        label = annex(paper.title)
        labelled = [at for at in open_ if label and annex(papers[at].title) == label]
        if len(alike) == 1:
            return alike[0]
        if len(labelled) == 1 and is_revised(paper.title):
            return labelled[0]
        if alike or labelled:
            self.say(
                "paper-uncertain",
                f"{_quoted(paper.title)} is kept beside {_quoted(papers[(alike or labelled)[0]].title)} in {_called_item(item)}: "
                "whether it takes its place is not said.",
                warning=True,
                file=self.file,
                sheet=paper.pdf_pages[0],
            )
        return None

    def _say_superseded(self, old: Report, new: Report, item: Item) -> None:
        where = f"sheets {words.span(old.pdf_pages)}" if old.pdf_pages[0] != old.pdf_pages[1] else f"sheet {old.pdf_pages[0]}"
        self.say(
            "paper-superseded",
            f"{_quoted(old.title)} in {_called_item(item)} ({where}{f' of {old.file}' if old.file else ''}) is superseded by "
            f"sheets {words.span(new.pdf_pages)} of {new.file}.",
            sheet=old.pdf_pages[0],
            file=old.file,
        )

    def _recommendations(self, old: Item, item: Item) -> tuple[Recommendation, ...]:
        """What the agenda itself recommends: the supplement's where it prints any."""
        if not item.recommendations or [_said(each) for each in item.recommendations] == [
            _said(each) for each in old.recommendations
        ]:
            return old.recommendations
        if old.recommendations:
            self.say(
                "recommendations-superseded",
                f"What the agenda recommends under {_called_item(old)} is superseded by what {self.file} prints.",
                sheet=old.recommendations[0].evidence[0].sheet if old.recommendations[0].evidence else None,
                file=old.recommendations[0].evidence[0].file if old.recommendations[0].evidence else None,
            )
        return item.recommendations


JOINED = frozenset(
    {
        *("id", "number", "title", "kind", "to_follow", "exempt", "pdf_pages", "printed_pages", "supplied", "reports"),
        *("recommendations", "contacts", "placed_by", "evidence"),
    }
)
"""Fields of an item of which it is told one by one what becomes of them."""


def _filled(old: Item, item: Item) -> dict[str, object]:
    """The other fields: what the agenda left open the supplement may say, and lists are joined."""
    filled: dict[str, object] = {}
    for name in set(Item.model_fields) - JOINED:
        mine, other = getattr(old, name), getattr(item, name)
        if isinstance(mine, tuple) and mine and isinstance(mine[0], Record):
            filled[name] = (*mine, *other)
        else:
            filled[name] = mine or other
    return filled


def _said(recommendation: Recommendation) -> str:
    return folded(recommendation.text) + "".join(_said(child) for child in recommendation.children)


def _supplied(item: Item, file: str) -> tuple[Supplied, ...]:
    """Where the papers of a supplement's item are."""
    if not item.reports:
        return ()
    return (Supplied(file=file, pdf_pages=item.pdf_pages, printed_pages=item.printed_pages), *item.supplied)


def _first_sheet(item: Item) -> int | None:
    return item.pdf_pages[0] if item.pdf_pages else None


# In words


def _called_item(item: Item) -> str:
    return f"item {item.number}" if item.number else _quoted(item.title)


def _quoted(title: str) -> str:
    return f"“{title if len(title) <= 60 else title[:57].rstrip() + '...'}”"


# Files and ids


def _unused_name(source: Source, files: Sequence[Source]) -> str:
    """Its file's name; where another file has the same, with the beginning of its checksum."""
    return source.file if source.file not in {file.file for file in files} else f"{source.file} ({source.sha256[:8]})"


def _with_file(supplement: AgendaPack, file: str, mark: str) -> AgendaPack:
    """The supplement with its file's name in all that stands in it, and its mark on the ids of its contacts."""
    stamped = _stamped(supplement, file)
    contacts = tuple(each.model_copy(update={"id": f"{mark}/{each.id}"}) for each in stamped.contacts)
    return stamped.model_copy(update={"contacts": contacts, "source": supplement.source.model_copy(update={"file": file})})


def _stamped(record: R, file: str) -> R:
    """The record with the file in everything that stands on a sheet; what names a file already keeps it."""
    update: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            update[name] = _stamped(value, file)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            update[name] = tuple(_stamped(each, file) for each in value)
    if isinstance(record, Evidence | Report | Finding) and record.file is None:
        update["file"] = file
    return record.model_copy(update=update) if update else record


def _renamed(record: R, old: str, new: str) -> R:
    """The record and all within it with `new` for `old` at the beginning of their ids."""
    update: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "id" and isinstance(value, str) and value.startswith(old):
            update[name] = new + value.removeprefix(old)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            update[name] = tuple(_renamed(each, old, new) for each in value)
    return record.model_copy(update=update) if update else record
