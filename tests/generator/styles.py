"""What councils vary: how a pack is published, how its agenda is set out, how its papers open and what they recommend in."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TypeVar

from generator.typeset import Look

T = TypeVar("T")

BODIES = {
    "cabinet": ("Cabinet", "Executive", "Policy and Resources Committee"),
    "scrutiny": ("Overview and Scrutiny Committee", "Place Scrutiny Panel", "Children and Families Select Committee"),
    "planning": ("Planning Committee", "Development Control Committee", "Strategic Planning Committee"),
    "licensing": ("Licensing Committee", "Licensing Sub-Committee", "General Licensing Committee"),
    "council": ("Council", "Full Council"),
    "parish": (),
    "authority": ("Combined Authority Board", "Investment Board", "Transport Committee"),
    "health": ("Health and Wellbeing Board",),
}
"""Bodies by type. A parish council meets under its own name."""

COUNCILS = {
    "parish": ("{} Parish Council", "{} Town Council", "{} Community Council"),
    "authority": ("{} Combined Authority", "{} Mayoral Combined Authority"),
    "": (
        "{} Borough Council",
        "{} District Council",
        "{}shire County Council",
        "{} City Council",
        "London Borough of {}",
        "{} Metropolitan Borough Council",
    ),
}

STEMS = {
    "recommended": ("The {body} is RECOMMENDED to{end}", "act", "{body}"),
    "recommended-low": ("{body} is recommended to{end}", "act", "{body}"),
    "asked": ("The {short} is asked to{end}", "act", "{short}"),
    "invited": ("The {short} is invited to{end}", "act", "{short}"),
    "members": ("Members are asked to{end}", "act", "Members"),
    "members-recommended": ("Members are recommended to{end}", "act", "Members"),
    "that": ("That the {short}{end}", "does", "{short}"),
    "it-is": ("It is recommended that{end}", "be", ""),
    "it-is-body": ("It is recommended that the {short}{end}", "does", "{short}"),
    "participle": ("RECOMMENDED{end}", "that", ""),
    "resolves": ("The {short} resolves to{end}", "act", "{short}"),
    "none": ("", "that", ""),
    "names": ("", "names", "{short}"),
}
"""Stems: the words (`{end}` is what closes them), the form of the limbs behind them, and who is addressed."""

LABELS = ("1.", "1)", "(1)", "a)", "(a)", "(i)", "i.", "2.1", "2.1.1", "A.", "bullet", "R1")
NESTED = {"1": ("(a)", "a)", "i."), "a": ("(i)", "i."), "i": ("a)", "(a)")}
"""Labels of limbs, as printed; below each the labels of its limbs may have."""

CONTACTS = (
    "officer-line",
    "officer-lines",
    "author-fields",
    "two-columns",
    "further",
    "end-card",
    "table",
    "trail",
    "officer-dash",
    "heading-card",
)
HEADS = ("free", "from-to", "committee-title", "item-class", "report-to", "left", "above", "district")
AGENDAS = ("list", "list", "list", "table", "lead", "timed", "above")


@dataclass(frozen=True)
class Style:
    """How one council writes and publishes."""

    look: Look
    kind: str
    """The type of body that meets, a key of BODIES."""
    issue: str
    """What is published: pack, report (one alone), minutes (alone), supplement (by letter)."""
    system: str
    """stamped (as ModernGov stamps), cmis ("Page 3 of 120"), plain (nothing that speaks for the whole)."""
    counted: bool
    """Whether front sheets count in the numbering."""
    outline: bool
    padded: bool
    headed: bool
    """Whether papers without stamps say themselves which item they belong to."""
    agenda: str
    """list, table (No | Item | Pages), lead (No | Item | Lead), timed (the time beside), above (the time above)."""
    strong: bool
    """Whether the titles of the agenda are bold."""
    shout: bool
    """Whether they are in capitals."""
    numbers: str
    """1, 1., A1, or 31/04 as parishes number their minutes"""
    pages: str
    """Where the agenda prints pages: end, line, wrap, column, none."""
    parts: str
    """none, parts (I and II), letters (A and B), mark (behind the title)."""
    under: frozenset[str]
    """What stands under a title: purpose, report-of, contact, wards, recommendation."""
    front: str
    """How the front sheet says who, when and where: centred, table, letter, fields."""
    date: str
    """The day with `{day}` and `{date}`; `{th}` makes it 1st, 2nd."""
    clock: str
    """A time of 12 hours `{h}` or of 24 `{H}`, `{m}` minutes."""
    clerk: str
    """How it names the committee's officer: ask, line, card, foot."""
    head: str
    numbering: str
    """Paragraphs of papers: none, flat (1, 2, 3 throughout), sections (1.1, 1.2)."""
    capitals: bool
    stem: str
    labels: str
    place: str
    """Where the recommendations stand: top, box, row, end."""
    heading: str
    contacts: str
    checked: bool
    annex: str
    """Appendix A, Annex 1, APPENDIX 1, Appendix A -, Schedule 1"""
    annex_shape: str
    annex_running: bool
    annex_numbers: bool
    ending: str
    """What follows a stem: ":", " –", ":-", "" """


def draw(rng: Random) -> Style:
    """A style. Combinations that no council would print are avoided."""

    def one(*things: T) -> T:
        return rng.choice(things)

    kind = one("cabinet", "cabinet", "scrutiny", "scrutiny", "planning", "licensing", "council", "parish", "authority", "health")
    issue = "pack" if kind == "parish" else one(*["pack"] * 8, "report", "report", "minutes", "supplement")
    system = (
        "plain" if kind == "parish" or issue in ("report", "minutes") else one("stamped", "stamped", "stamped", "cmis", "plain")
    )
    agenda = one("list", "list", "table") if kind == "parish" else one(*AGENDAS)
    counted = system == "cmis" or one(True, False, False)
    pages = one("end", "line", "wrap", "column", "none")
    if agenda in ("table", "lead"):
        pages = "column" if agenda == "table" else "none"
    if issue == "supplement":
        agenda, pages = "list", one("end", "line")
    if system == "plain" or kind == "parish":
        pages = "none"
    under = frozenset(
        name
        for name, often in (("purpose", 0.5), ("report-of", 0.4), ("contact", 0.2), ("wards", 0.2), ("recommendation", 0.15))
        if rng.random() < often
    )
    stem = one(*STEMS)
    labels = one("1.", "a)", "(a)", "(1)", "(i)", "1)", "2.1", "2.1.1") if stem == "names" else one(*LABELS)
    return Style(
        look=Look(
            font=one("Helvetica", "Helvetica", "Times", "Courier"),
            size=one(10.0, 11.0, 11.0, 12.0),
            margin=one(56.0, 64.0, 72.0),
            open=one(4.0, 6.0, 9.0),
        ),
        kind=kind,
        issue=issue,
        system=system,
        counted=counted,
        outline=system == "stamped" and one(True, True, False),
        padded=system == "stamped" and one(True, False),
        headed=one(True, False),
        agenda=agenda,
        strong=one(True, True, False),
        shout=one(True, False, False),
        numbers=one("1", "1.", "1.", "1.", "A1", "1") if kind != "parish" else one("1", "1.", "31/04"),
        pages=pages,
        parts=one("none", "none", "parts", "letters", "mark"),
        under=under,
        front=one("centred", "table", "letter", "fields"),
        date=one("{day}, {date}", "{day} {date}", "{day} {date}{th}", "{date}"),
        clock=one("{h}.{m:02d} {half}", "{h}.{m:02d}{half}", "{h}:{m:02d} {half}", "{H:02d}:{m:02d}", "{h}.{m:02d} {dotted}"),
        clerk=one("ask", "line", "card", "foot"),
        head=one(*HEADS),
        numbering=one("none", "flat", "sections", "sections"),
        capitals=one(True, False),
        stem=stem,
        labels=labels,
        place=one("top", "top", "box", "row", "end"),
        heading=one(
            "RECOMMENDATION",
            "Recommendations",
            "RECOMMENDATIONS",
            "Recommendation(s)",
            "Officer Recommendation",
            "Recommendations:",
        ),
        contacts=one(*CONTACTS),
        checked=rng.random() < 0.25,
        annex=one("Appendix A", "Annex 1", "APPENDIX 1", "Annex A", "Appendix 1"),
        annex_shape=one("portrait", "portrait", "landscape", "turned"),
        annex_running=one(True, False),
        annex_numbers=one(True, False),
        ending=one(":", ":", " –", ":-", ""),
    )
