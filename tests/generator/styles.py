"""What councils vary: how a pack is published, how its agenda is set out, how its papers open and what they recommend in."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TypeVar

from generator.cards import CARDS
from generator.heads import HEADS
from generator.phrases import EXEMPT, FOLLOW, HEADINGS, LABELS, PARTS, STEMS, WITHDRAWN
from generator.typeset import Look

T = TypeVar("T")

KINDS = (
    "cabinet",
    "cabinet",
    "scrutiny",
    "scrutiny",
    "planning",
    "planning",
    "licensing",
    "council",
    "parish",
    "authority",
    "health",
)


@dataclass(frozen=True)
class Style:
    """How one council writes and publishes."""

    look: Look
    kind: str
    """The type of body that meets, a key of `bodies.BODIES`."""
    tongue: str
    """English alone (""), or Welsh too: slash (on one line), above (on the line before), beside (in a column of its own)."""
    spaced: bool
    """Whether A G E N D A and other headings are set in letters that stand apart."""

    # Publishing
    issue: str
    """What is published: pack, report (one alone), minutes (alone), supplement."""
    letter: bool
    """Whether a supplement is a letter; else it is a short agenda of its own."""
    system: str
    """stamped (as ModernGov stamps), cmis ("Page 3 of 120"), plain (nothing that speaks for the whole)."""
    counted: bool
    """Whether front sheets count in the numbering."""
    outline: bool
    links: bool
    """Whether the agenda links to its papers."""
    padded: bool
    headed: bool
    """Whether papers without stamps say themselves which item they belong to."""
    footer: str
    """What stands at the foot of the sheets: none, path (of the file), date (of printing)."""
    running: str
    """What stands at the head of a paper's further sheets: none, body, title."""

    # Front sheets
    front: str
    """How the front sheet says who, when and where: centred, table, letter, fields."""
    date: str
    """The day with `{day}` and `{date}`; `{th}` makes it 1st, 2nd."""
    clock: str
    """A time of 12 hours `{h}` or of 24 `{H}`, `{m}` minutes."""
    clerk: str
    """How it names the committee's officer: ask, line, card, foot."""
    notices: frozenset[str]
    """What else the front sheet tells: members, columns (of members), quorum, welcome, evacuation, filming."""
    tail: frozenset[str]
    """What follows the list of business: notes, interests, access."""

    # The list of business
    agenda: str
    """list, table (No | Item | Pages), lead (No | Item | Lead), timed (the time beside), above (the time above), pair (in two
    columns)."""
    strong: bool
    """Whether the titles of the agenda are bold."""
    shout: bool
    """Whether they are in capitals."""
    numbers: str
    """1, 1., A1, again (1. again in the closed part), or 31/04 as parishes number their minutes"""
    subs: str
    """How business under another is numbered: none, 5a, 5(a), 5.1."""
    pages: str
    """Where the agenda prints pages: end, line, wrap, column, none."""
    parts: str
    """none, mark (behind the title), line (beneath it), or how open and closed business are headed (a key of PARTS)."""
    exempt: str
    """The mark behind a title."""
    follow: str
    withdrawn: str
    under: frozenset[str]
    """What stands under a title: purpose, report-of, contact, wards, recommendation, portfolio, plan, partly (exempt)."""

    # Papers
    head: str
    numbering: str
    """Paragraphs of papers: none, flat (1, 2, 3 throughout), sections (1.1, 1.2)."""
    capitals: bool
    contacts: str
    checked: bool
    annex: str
    """Appendix A, Annex 1, APPENDIX 1, ..."""
    annex_shape: str
    annex_running: bool
    annex_numbers: bool
    tables: str
    """How work programmes and trackers are set: upright, landscape."""

    # Recommendations
    stem: str
    ending: str
    """What follows a stem: ":", " –", ":-", "" """
    labels: str
    place: str
    """Where the recommendations stand: top, box, row, end."""
    heading: str


def draw(rng: Random) -> Style:
    """A style. Combinations that no council would print are avoided."""

    def one(*things: T) -> T:
        return rng.choice(things)

    def some(**often: float) -> frozenset[str]:
        return frozenset(name.replace("_", "-") for name, share in often.items() if rng.random() < share)

    kind = one(*KINDS)
    local = kind == "parish"
    issue = "pack" if local else one(*["pack"] * 9, "report", "report", "minutes", "supplement", "supplement")
    alone = issue in ("report", "minutes")
    tongue = one("slash", "above", "beside") if kind not in ("authority", "health") and not alone and rng.random() < 0.09 else ""
    system = "plain" if local or alone else one("stamped", "stamped", "stamped", "cmis", "plain")
    agenda = _agenda(rng, local=local, plain=bool(tongue) or issue == "supplement", system=system)
    numbers = one("1", "1.", "1.", "1.", "A1", "1", "again") if not local else one("1", "1.", "31/04")
    parts = one("none", "none", "mark", "line", *PARTS)
    if agenda in ("table", "lead", "pair") and parts in PARTS:
        parts = "mark"
    if numbers == "again" and parts not in PARTS:
        parts = "parts"
    if numbers == "again" and (issue != "pack" or agenda in ("table", "lead", "pair")):
        numbers = "1."
    stem = one(*STEMS)
    return Style(
        look=_look(rng),
        kind=kind,
        tongue=tongue,
        spaced=rng.random() < 0.12,
        issue=issue,
        letter=one(True, False) and not tongue,
        system=system,
        counted=system == "cmis" or one(True, False, False),
        outline=system == "stamped" and one(True, True, False),
        links=rng.random() < (0.2 if system == "stamped" else 0.35),
        padded=system == "stamped" and one(True, False),
        headed=one(True, False),
        footer=one("none", "none", "none", "path", "date"),
        running=one("none", "none", "none", "body", "title"),
        front=one("table", "fields") if tongue else one("centred", "table", "letter", "fields"),
        date=one("{day}, {date}", "{day} {date}", "{day} {date}{th}", "{date}"),
        clock=one("{h}.{m:02d} {half}", "{h}.{m:02d}{half}", "{h}:{m:02d} {half}", "{H:02d}:{m:02d}", "{h}.{m:02d} {dotted}"),
        clerk=one("ask", "line", "card", "foot"),
        notices=some(members=0.6, columns=0.4, quorum=0.25, welcome=0.25, evacuation=0.15, filming=0.15),
        tail=some(notes=0.2, interests=0.12, access=0.15),
        agenda=agenda,
        strong=one(True, True, False),
        shout=agenda != "pair" and one(True, False, False),
        numbers=numbers,
        subs="none" if numbers in ("A1", "31/04") or agenda == "pair" else one("none", "none", "5a", "5(a)", "5.1"),
        pages=_pages(rng, agenda, issue, system),
        parts=parts,
        exempt=one(*EXEMPT),
        follow=one(*FOLLOW),
        withdrawn=one(*WITHDRAWN),
        under=frozenset()
        if agenda == "pair"
        else some(
            purpose=0.5, report_of=0.4, contact=0.2, wards=0.2, recommendation=0.15, portfolio=0.15, plan=0.12, partly=0.15
        ),
        head=one(*HEADS),
        numbering=one("none", "flat", "sections", "sections"),
        capitals=one(True, False),
        contacts=one(*CARDS),
        checked=rng.random() < 0.25,
        annex=one("Appendix A", "Annex 1", "APPENDIX 1", "Annex A", "Appendix 1"),
        annex_shape=one("portrait", "portrait", "landscape", "turned"),
        annex_running=one(True, False),
        annex_numbers=one(True, False),
        tables=one("upright", "landscape"),
        stem=stem,
        ending=one(":", ":", " –", ":-", ""),
        labels=_labels(rng, stem),
        place=one("top", "top", "box", "row", "end"),
        heading=one(*HEADINGS),
    )


def _look(rng: Random) -> Look:
    font = rng.choice(("Helvetica", "Helvetica", "Times", "Courier", "Vera"))
    return Look(
        font=font,
        size=rng.choice((10.0, 11.0, 11.0, 12.0)),
        margin=rng.choice((56.0, 64.0, 72.0)),
        bold=rng.random() > 0.1,
        open=rng.choice((4.0, 6.0, 9.0)),
        letters=rng.choice(("ligatures", "plain") if font == "Vera" else ("bound", "plain", "plain", "plain")),
        hyphens=rng.random() < 0.12,
    )


def _agenda(rng: Random, *, local: bool, plain: bool, system: str) -> str:
    if plain:
        return "list"
    if local:
        return rng.choice(("list", "list", "list", "table", "pair"))
    return rng.choice(("list", "list", "list", "table", "lead", "timed", "above"))


def _pages(rng: Random, agenda: str, issue: str, system: str) -> str:
    """Where page numbers are printed; nowhere in packs that number no sheets."""
    if system == "plain" or agenda in ("lead", "pair"):
        return "none"
    if agenda == "table":
        return "column"
    return rng.choice(("end", "line") if issue == "supplement" else ("end", "line", "wrap", "column", "none"))


def _labels(rng: Random, stem: str) -> str:
    """Labels that go with a stem: limbs that are no sentences of their own need one."""
    if stem == "names":
        return rng.choice(("1.", "a)", "(a)", "(1)", "(i)", "1)", "2.1", "2.1.1", "none"))
    shapes = LABELS if STEMS[stem][1] == "that" else tuple(shape for shape in LABELS if shape not in ("none", "named"))
    return rng.choice(shapes)
