"""What opens a list in running text: a stem, an announcement, a label that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from agendapack.candidates import candidates_in_pieces, may_match_together
from agendapack.prepared import pattern
from agendapack.records import Strand
from agendapack.rules import Hit
from agendapack.stages.recommend_labels import Reading, may_be_named, may_have_label, split
from agendapack.stages.recommend_rows import Passage, Row, Rows, paragraph
from agendapack.stages.recommend_words import bare, decides, first_sentence, is_body, named_body, reads_like, rules

_STEM_ROWS = 3
"""Rows over which a stem runs at most before its verb."""
_PARAGRAPH_ROWS = 10
"""Rows in which a paragraph has all the words of its stem."""
_CAPITALS = pattern(r"(?i:it is )?(?:RECOMMENDED|RESOLVED)\b")
_QUOTES = "“\"‘'"
"""What a motion's words may stand in."""
_KINDS = ("motion", "amends", "stem", "lead", "impersonal", "that", "proposal", "bare")
_ANYWHERE = ("stem", "lead", "impersonal")
"""The kinds that open a list outside a section of recommendations too."""
_VERBS = 3
"""Words of a stem's verb at the most ("That the Cabinet approves:", "... notes and approves:")."""
_MOVED = ("motion", "amends")
"""The kinds that open a list only in a motion or an amendment."""
_NEEDS_BODY = frozenset({"motion", "stem", "that", "proposal"})


class Place(Struct, frozen=True):
    """Where a paragraph stands, as far as it matters to what it can open."""

    agenda: bool = False
    """Among the businesses listed in an agenda."""
    section: bool = False
    """In a section of recommendations."""
    procedural: bool = False
    """In a business that only opens or closes the meeting."""
    scrutiny: bool = False
    """In the report of a scrutiny body."""
    response: bool = False
    """In an answer to a scrutiny body, which repeats what it answers."""
    pending: bool = False
    """In a form of a decision still to be taken."""
    motion: bool = False
    """In a motion: what its movers would have the body resolve."""
    alone: bool = False
    """In a report that recommends nothing in any other way: a paragraph of one sentence is enough."""
    number: tuple[Reading, ...] = ()
    """The label of the section's heading."""


class Opening(Struct, frozen=True):
    """What opened a list: by which rule, and who is addressed. `passage` starts at row `start`; its text from `offset` on is
    what follows the stem."""

    rule: str
    start: int
    passage: Passage
    offset: int
    addressee: str | None = None
    strand: Strand = "formal"
    verb: str | None = None
    number: tuple[Reading, ...] = ()
    """The label of the paragraph, or of the heading above it: the one after it is no limb."""

    @property
    def said(self) -> str:
        """The rest of the paragraph after the stem."""
        return self.passage.text[self.offset :]

    @property
    def end(self) -> int:
        """The row after the paragraph."""
        return self.start + len(self.passage.rows)


def find_opening(rows: Rows, at: int, place: Place) -> Opening | None:
    """The list that the paragraph at a row opens; None where it opens none."""
    row = rows[at]
    if row.label is not None and row.label.named:
        return _named(rows, at, place)
    if row.rest is None or not (place.section or _may_open(rows, at, row.rest.text, place)):
        return None
    passage = paragraph(rows, at)
    number = row.label.readings if row.label else place.number
    text = passage.text.lstrip(_QUOTES) if place.motion else passage.text
    start = Opening("", at, passage, len(passage.text) - len(text), number=number)
    for kind in _KINDS:
        if not _allowed(kind, place):
            continue
        for hit in rules().all(kind, text):
            opening = _opened(kind, hit, replace(start, rule=hit.rule), place)
            if opening is not None and _borne_out(kind, opening, rows, place):
                return opening
    return None


def openings(rows: Rows, place: Place) -> set[int]:
    """The places of the lines at which a list may be opened where there is no section of recommendations around it."""
    texts, means = [line.text for line in rows.lines], _anywhere(place)
    below = candidates_in_pieces(rules(), means, texts)
    near = {max(n - above, 0) for n in below for above in range(_STEM_ROWS)}
    named = {n for n, text in enumerate(texts) if may_be_named(text)}
    return named | {
        n for n in near if may_have_label(texts[n]) or may_match_together(rules(), means, texts[n : n + _PARAGRAPH_ROWS])
    }


def _anywhere(place: Place) -> tuple[str, ...]:
    """The kinds of openings that need no section of recommendations around them."""
    return (*_ANYWHERE, *_MOVED) if place.motion else _ANYWHERE


def _may_open(rows: Rows, at: int, said: str, place: Place) -> bool:
    """Whether the words of an opening stand at a row or close beneath it, behind what the row says first."""
    texts = [said, *(rows.line(n).text for n in range(at + 1, min(at + _PARAGRAPH_ROWS, len(rows))))]
    means = _anywhere(place)
    return rules().may_match(means, " ".join(texts[:_STEM_ROWS])) and may_match_together(rules(), means, texts)


def _named(rows: Sequence[Row], at: int, place: Place) -> Opening | None:
    """A list whose labels say what they are: "Recommendation 1: ...", or on a line of its own above the text."""
    after = at if rows[at].rest is not None else at + 1
    if place.response or after == len(rows) or (after > at and rows[after].label is not None):
        return None
    passage = paragraph(rows, after)
    if not (reads_like if place.scrutiny else decides)(passage.text):
        return None
    return Opening("recommend.named", at, passage, 0, strand="scrutiny" if place.scrutiny else "formal")


def _allowed(kind: str, place: Place) -> bool:
    if kind == "proposal":
        return place.pending and place.section
    if kind == "lead":
        return place.scrutiny or place.section
    if kind in _MOVED:
        return place.motion
    return kind in _ANYWHERE or place.section


def _opened(kind: str, hit: Hit, opening: Opening, place: Place) -> Opening | None:
    who = hit["who"] or hit["whom"]
    if kind in _NEEDS_BODY and not is_body(who):
        return None
    addressee = bare(who) if is_body(who) else None
    return _completed(kind, replace(_from(opening, opening.offset + hit.match.end()), addressee=addressee), place)


def _from(opening: Opening, offset: int) -> Opening:
    """The opening with its text starting at a place of the passage, past the punctuation that closes a stem."""
    text = opening.passage.text
    while offset < len(text) and text[offset] in " :–—-":
        offset += 1
    return replace(opening, offset=offset)


def _completed(kind: str, opening: Opening, place: Place) -> Opening:
    """The opening with what its kind adds: the body named after an impersonal stem, the strand of an announcement."""
    if kind == "impersonal" and (named := named_body("that " + opening.said)) is not None:
        return replace(_from(opening, opening.offset + named[1] - len("that ")), addressee=named[0])
    if kind == "impersonal" and opening.addressee is None:
        for hit in rules().all("that_asked", "that " + opening.said):
            if is_body(hit["who"]):
                return replace(_from(opening, opening.offset + hit.match.end() - len("that ")), addressee=bare(hit["who"]))
    if kind == "lead":
        return replace(opening, strand="scrutiny" if place.scrutiny else "formal")
    return opening


def _borne_out(kind: str, opening: Opening, rows: Sequence[Row], place: Place) -> bool:
    """Whether the place, or what is said and follows, bears out that a list opens here."""
    said = opening.said
    announced = (not said or said.endswith(":")) and _limbs_follow(opening, rows)
    standing = rules().first("housekeeping", said) is not None
    alone = place.alone and not standing and first_sentence(said) == len(said)
    match kind:
        case "stem":
            settles = decides(said) and not rules().first("aside", said)
            if place.procedural and not (announced or settles):
                return False
            return place.section or (not standing and (place.agenda or announced or settles))
        case "impersonal":
            names = opening.addressee is not None
            capitals = _CAPITALS.match(opening.passage.text) is not None
            in_agenda = place.agenda and (names or not standing)
            return place.section or announced or in_agenda or ((capitals or alone) and (names or decides(said)))
        case "that":
            announces = announced and rows[opening.start].label is None and len(said.split()) <= _VERBS and decides(said)
            return not said or said.startswith("(") or announces
        case "bare":
            return announced
        case _:
            return True


def _limbs_follow(opening: Opening, rows: Sequence[Row]) -> bool:
    """Whether what follows the paragraph can be the first limb of a list."""
    if opening.end >= len(rows):
        return False
    row = rows[opening.end]
    beside = len(row.line.cells) > 1 and split(row.line.cells[1]) is not None
    return row.label is not None or beside or reads_like(row.text)
