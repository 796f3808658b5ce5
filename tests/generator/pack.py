"""A pack as its author knows it, and the record that a careful reader would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.content import Person

Range = tuple[int, int]


@dataclass
class Limb:
    """One recommendation: its label as printed, its words, and the limbs below it.

    `before` is printed in front of the words and belongs to the stem ("That the Cabinet").
    """

    printed: str
    words: str
    below: list[Limb] = field(default_factory=list)
    before: str = ""

    @property
    def label(self) -> str | None:
        """The label without brackets and stop; a bullet is none."""
        return None if self.printed in ("", "•", "–") else self.printed.removeprefix("Recommendation ").strip("().:")

    def record(self, addressee: str | None, strand: str) -> dict[str, Any]:
        """As the record has it."""
        below = [limb.record(addressee, strand) for limb in self.below]
        return {
            "label": self.label,
            "text": self.words,
            "addressee": addressee,
            "strand": strand,
            "group": None,
            "children": below,
        }


@dataclass
class Recommendations:
    """A list of recommendations behind a stem, or one that the stem leads straight into (`limbs` then has one without label)."""

    stem: str
    limbs: list[Limb]
    addressee: str | None
    strand: str = "formal"

    def records(self) -> list[dict[str, Any]]:
        """As the record has them."""
        return [limb.record(self.addressee, self.strand) for limb in self.limbs]


@dataclass(frozen=True)
class Contact:
    """What is printed of a person at one place."""

    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    kind: str = "contact_officer"

    def record(self) -> dict[str, Any]:
        """As the record has it."""
        return {"name": self.name, "role": self.role, "email": self.email, "phone": self.phone, "kind": self.kind}


@dataclass(frozen=True)
class Answer:
    """A row of a table that answers scrutiny's recommendations."""

    recommendation: str
    status: str
    shown: str
    action: str

    def record(self) -> dict[str, Any]:
        """As the record has it."""
        return {"recommendation": self.recommendation, "status": self.status, "action": self.action or None}


@dataclass
class Paper:
    """A paper filed under a business. `contacts` are filled in by whoever prints them."""

    title: str
    kind: str
    layout: str = "report"
    """report, minutes, table (a tracker or a work programme), application (in a schedule of several)"""
    author: str = ""
    person: Person | None = None
    presenter: Person | None = None
    checkers: list[Person] = field(default_factory=list)
    asks: Recommendations | None = None
    urges: Recommendations | None = None
    """What a scrutiny body recommends in the body of its report."""
    sections: list[tuple[str, list[str]]] = field(default_factory=list)
    annexes: list[Paper] = field(default_factory=list)
    ward: str = ""
    contacts: list[Contact] = field(default_factory=list)
    sheets: Range = (0, 0)
    answers: list[Answer] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    """Of a table, its head first; of an application, its fields."""

    def record(self) -> dict[str, Any]:
        """As the record has it."""
        return {
            "title": self.title,
            "kind": self.kind,
            "pdf_pages": list(self.sheets),
            "report_by": None,
            "recommendations": [each for asks in (self.asks, self.urges) if asks for each in asks.records()],
            "contacts": [contact.record() for contact in self.contacts],
            "responses": [answer.record() for answer in self.answers],
        }


@dataclass
class Item:
    """A numbered business. `notes` are printed under its title in the agenda."""

    number: str | None
    title: str
    kind: str
    paper: Paper | None = None
    further: list[Paper] = field(default_factory=list)
    """More papers of the same rank: the other applications of a schedule."""
    under: bool = False
    """Whether it stands under the business before it that is not."""
    notes: list[str] = field(default_factory=list)
    to_follow: bool = False
    exempt: bool = False
    withdrawn: bool = False
    portfolio: str | None = None
    plan: str | None = None
    """The number that the forward plan gives it."""
    start_time: str | None = None
    report_by: str | None = None
    contacts: list[Contact] = field(default_factory=list)
    asks: Recommendations | None = None
    pages: Range | None = None
    """The page numbers as the agenda prints them, where it does."""
    sheets: Range | None = None

    def record(self) -> dict[str, Any]:
        """As the record has it."""
        papers = [each for paper in (self.paper, *self.further) if paper for each in (paper, *paper.annexes)]
        return {
            "number": self.number,
            "title": self.title,
            "kind": self.kind,
            "to_follow": self.to_follow,
            "exempt": self.exempt,
            "printed_pages": list(self.pages) if self.pages else None,
            "pdf_pages": list(self.sheets) if self.sheets else None,
            "start_time": self.start_time,
            "portfolio": [self.portfolio] if self.portfolio else [],
            "forward_plan_ref": self.plan,
            "report_by": self.report_by,
            "recommendations": self.asks.records() if self.asks else [],
            "contacts": [contact.record() for contact in self.contacts],
            "reports": [paper.record() for paper in papers],
        }


@dataclass
class Pack:
    """A meeting's pack."""

    council: str
    body: str
    date: tuple[int, int, int]
    time: tuple[int, int]
    venue: str
    items: list[Item]
    officer: Person
    signatory: Person
    issue: str = "pack"
    timed: bool = False
    """Whether what is published says when the meeting begins, on a sheet or in the PDF's own title."""
    excluded: bool = False
    """Whether the agenda says in a sentence why the public may be excluded from its closed part."""
    welsh: tuple[str, str] = ("", "")
    """The names of the council and of the body in Welsh, where it publishes in Welsh too."""
    contacts: list[Contact] = field(default_factory=list)

    def _kind(self) -> str:
        if self.issue == "pack":
            return "agenda_pack" if any(item.paper for item in self.items) else "agenda"
        return {"supplement": "addenda"}.get(self.issue, self.issue)

    def record(self) -> Mapping[str, Any]:
        """As the record has it; a report alone does not say when the meeting begins."""
        return {
            "council": self.council,
            "body": self.body,
            "meeting_date": "{:04d}-{:02d}-{:02d}".format(*self.date),
            "meeting_time": "{:02d}:{:02d}".format(*self.time) if self.timed else None,
            "venue": self.venue,
            "pack_kind": self._kind(),
            "items": [item.record() for item in self.items],
            "contacts": [contact.record() for contact in self.contacts],
        }
