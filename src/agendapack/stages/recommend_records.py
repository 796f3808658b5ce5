"""Limbs as records: who is addressed, what the text is without the words around it, and the tree of deeper limbs."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.evidence import evidence
from agendapack.layout import join
from agendapack.records import Recommendation
from agendapack.stages.recommend_list import Limb
from agendapack.stages.recommend_openings import Opening
from agendapack.stages.recommend_words import named_body, verb


def tree(limbs: Sequence[Limb], opening: Opening) -> list[Recommendation]:
    """The limbs as records, the deeper ones as children. A limb with no text of its own gives its place to its children."""
    out: list[Recommendation] = []
    at = 0
    while at < len(limbs):
        limb = limbs[at]
        end = at + 1
        while end < len(limbs) and limbs[end].depth > limb.depth:
            end += 1
        children = tree(limbs[at + 1 : end], opening)
        out += [_record(limb, opening, tuple(children))] if limb.lines else children
        at = end
    return out


def _record(limb: Limb, opening: Opening, children: tuple[Recommendation, ...]) -> Recommendation:
    text = _unquoted(join(limb.lines))
    addressee = opening.addressee
    if (named := named_body(text)) is not None and (rest := text[named[1] :].lstrip(" :–—-")):
        addressee, text = named[0], rest
    return Recommendation(
        label=limb.label,
        text=text,
        addressee=addressee,
        strand=opening.strand,
        group=limb.group,
        action=verb(text) or opening.verb,
        children=tuple(_addressed(child, addressee) for child in children),
        evidence=evidence(limb.places, opening.rule),
    )


def _unquoted(text: str) -> str:
    """The text without a quotation mark that closes what was opened before it, as at the end of a motion."""
    for opens, closes in (("“", "”"), ('"', '"')):
        if text.endswith(closes) and opens not in text[:-1]:
            return text[:-1].rstrip()
    return text


def _addressed(record: Recommendation, addressee: str | None) -> Recommendation:
    """A limb that names nobody itself is addressed to whom the limb above it is."""
    whom = record.addressee or addressee
    return record.model_copy(update={"addressee": whom, "children": tuple(_addressed(child, whom) for child in record.children)})


def plain_groups(found: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """The records, without their group where all lists stand under the same heading: it tells nothing apart."""
    if len({record.group for record in found}) > 1:
        return tuple(found)
    return tuple(_ungrouped(record) for record in found)


def _ungrouped(record: Recommendation) -> Recommendation:
    return record.model_copy(update={"group": None, "children": tuple(_ungrouped(child) for child in record.children)})
