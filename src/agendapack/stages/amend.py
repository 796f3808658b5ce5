"""Amendments: what a paper changes in another one, in which words, and the sums that it moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, beside, join
from agendapack.prepared import pattern
from agendapack.records import Amendment
from agendapack.rules import Hit, InForce
from agendapack.stages.amend_sums import form, prose_amounts, quoted_amounts, tabled
from agendapack.stages.prose import Sentence, divided, paragraphs
from agendapack.stages.recommend_rows import Passage

_RULES = InForce("amend")
_AMENDS = frozenset({"budget_amendment"})
_WHERE = ("where.section", "where.paragraph", "where.recommendation")
_TOP = 20
"""Rows of a paper among which its heading names what it amends."""
_HEADING = 8
"""Words of a heading that is set like the text at most."""
_HEADINGS = 8
"""Rows at the top of a paper among which a heading says that it amends another one."""
_WORDLESS = frozenset({"amend.replaced", "amend.replacement-of", "amend.delete"})
"""Instructions that may be only to delete: what stands below belongs to them only where they lead to it."""
_LEADING = pattern(r"^[:–—-]+ ?")
_QUOTES = pattern(r"^[\"“'‘]|[\"”'’]$")
_QUOTED = pattern(r"[\"“‘]")
_QUOTATION = pattern(r"[\"“](?P<words>.+?)[\"”](?:$|[.;,]?\s+(?=[A-Z]))")


class _Parts(Struct, frozen=True):
    """The parts of a report that are changed, as printed."""

    section: str | None = None
    paragraph: str | None = None
    recommendation: str | None = None


def amendments(section: Section) -> tuple[Amendment, ...]:
    """What a paper changes in another one, in reading order."""
    if section.where != "paper" or (section.kind not in _AMENDS and not _is_amendment(section)):
        return ()
    target, seen = _target(section)
    sums = form(section)
    rows, used = ((), []) if sums else tabled(section)
    text = list(paragraphs(beside(section.lines, used)))
    found = _part(section) or (*_changes(text, sums=not sums), *sums, *rows)
    if not found and target and section.kind in _AMENDS:
        return (Amendment(target=target, evidence=evidence(seen, "amend.amendment-to")),)
    return tuple(each if each.target else each.model_copy(update={"target": target}) for each in found)


def _is_amendment(section: Section) -> bool:
    """Whether the title, or a heading near the top, says that the paper amends another one."""
    headings = (line.text for line in section.lines[:_HEADINGS] if line.bold or _stands_alone(line.text))
    return any(_RULES.first("amendment", text) for text in (section.title, *headings))


def _stands_alone(text: str) -> bool:
    return text.isupper() or (len(text.split()) <= _HEADING and not text.endswith((".", ",", ";", ":")))


def _target(section: Section) -> tuple[str | None, tuple[Line, ...]]:
    """The report or motion that the heading names, over as many lines as it takes."""
    for at, line in enumerate(section.lines[:_TOP]):
        if _RULES.first("target", line.text) is None:
            continue
        rows = [line]
        for below in section.lines[at + 1 : at + 4]:
            if below.bold != line.bold or abs(below.size - line.size) > 0.5 or below.box.top - rows[-1].box.bottom > line.size:
                break
            rows.append(below)
        hit = _RULES.first("target", join(rows))
        if hit and hit["target"]:
            return hit["target"].strip(), tuple(rows)
    return None, ()


def _part(section: Section) -> tuple[Amendment, ...]:
    """A paper that takes the place of one section of a report: it names the section, and the rest is its new text."""
    for at, line in enumerate(section.lines[:_TOP]):
        if _RULES.first("where.titled", line.text) and at + 1 < len(section.lines):
            named = section.lines[at + 1 : at + 3]
            paragraph = next((hit for each in named if (hit := _RULES.first("where.paragraph", each.text))), None)
            changed = Amendment(
                target=section.title or None,
                section=named[0].text,
                paragraph=paragraph["label"] if paragraph else None,
                evidence=evidence((line, *named), "amend.section-titled"),
            )
            return (changed,)
    return ()


# ---- words -----------------------------------------------------------------------------------------------------------


def _changes(passages: Sequence[Passage], *, sums: bool) -> Iterator[Amendment]:
    """Each instruction to replace, add or delete, with the words that it gives; and, where asked for, what moves a sum."""
    at, within = 0, _Parts()
    while at < len(passages):
        passage = passages[at]
        quoted = _RULES.first("change.quoted", passage.text) is not None
        taken = [] if quoted else _instructed(passages, at)
        for sentence in () if taken else divided(passage):
            changed = list(_quoted(sentence, within))
            within = _announced(sentence.text, within)
            tells = sums and sentence.opens and not changed and not _narrates(sentence.text)
            moved = tuple(prose_amounts(sentence.text)) if tells else ()
            yield from changed
            if moved:
                yield Amendment(amounts=moved, evidence=evidence(sentence.lines, "amend.sums"))
        yield from (made for made, _ in taken)
        at += taken[0][1] if taken else 1


def _narrates(text: str) -> bool:
    """Whether a text that gives sums before and after tells no one to change them."""
    return _RULES.first("amount.from-to", text) is not None and _RULES.first("amount.instruction", text) is None


def _instructed(passages: Sequence[Passage], at: int) -> list[tuple[Amendment, int]]:
    """What the instruction with which a paragraph begins changes, and how many paragraphs it takes; none where there is none."""
    text = passages[at].text
    if hit := _RULES.first("change.loose", text):
        return [(_changed(hit, _parts(hit["where"] or ""), (None, None), _lines(passages[at : at + 1])), 1)]
    hits = (hit for hit in _RULES.all("change", text) if _parts(hit["where"] or "") != _Parts())
    hit = _RULES.first("change.all-after", text) or next(hits, None) or _RULES.first("change.whole", text)
    if hit is None:
        return []
    said = hit["after"] or ""
    wordless = hit.rule in _WORDLESS and not text.endswith((":", "-"))
    given = [] if wordless else _given(passages, at, said)
    words = _unquoted(" ".join(filter(None, (said, *(each.text for each in given))))) or None
    used = [passages[at], *given]
    return [(_changed(hit, _parts(hit["where"] or ""), (None, words), _lines(used)), len(used))]


def _quoted(sentence: Sentence, within: _Parts) -> Iterator[Amendment]:
    """Words that go and words that come, in quotation marks; of the part that the sentence names, else of the announced one."""
    end = 0
    for hit in _each("change.quoted", sentence.text):
        if hit.match.start() >= end:
            parts = _parts(sentence.text[end : hit.match.start()])
            if parts == _Parts():
                parts = _parts(_QUOTED.split(sentence.text[hit.match.end() :])[0])
            end = hit.match.end()
            yield _changed(hit, within if parts == _Parts() else parts, (hit["before"], hit["after"]), sentence.lines)


def _each(means: str, text: str) -> list[Hit]:
    """All matches of the rows of a meaning, in the order of the text."""
    return sorted(_RULES.matches(means, text), key=lambda hit: hit.match.start())


def _announced(text: str, within: _Parts) -> _Parts:
    """The part to which what follows belongs, where a sentence only announces it ("In paragraph (ii):")."""
    parts = _parts(text) if text.endswith(":") and len(text.split()) <= _HEADING else _Parts()
    return within if parts == _Parts() else parts


def _lines(passages: Sequence[Passage]) -> list[Line]:
    return [line for passage in passages for line in passage.between(0, len(passage.text))]


def _given(passages: Sequence[Passage], at: int, said: str) -> list[Passage]:
    """The paragraphs below an instruction that belong to its words: the next one where it gives none itself, and the list that
    the words lead to."""
    taken = [] if said else list(passages[at + 1 : at + 2])
    leads = said or "".join(each.text for each in taken)
    for passage in passages[at + 1 + len(taken) :] if leads.endswith(":") else ():
        if passage.rows[0].label is None:
            break
        taken.append(passage)
    return taken


def _changed(hit: Hit, parts: _Parts, words: tuple[str | None, str | None], lines: Sequence[Line]) -> Amendment:
    before, after = words
    return Amendment(
        section=parts.section,
        paragraph=parts.paragraph,
        recommendation=parts.recommendation,
        before=before,
        after=after,
        amounts=tuple(quoted_amounts(before, after) or prose_amounts(after or "")),
        evidence=evidence(lines, hit.rule),
    )


def _parts(text: str) -> _Parts:
    """The parts of a report that a text names."""
    section, paragraph, recommendation = (_RULES.first(means, text) for means in _WHERE)
    return _Parts(
        section["label"] if section else None,
        _bare(paragraph["label"] or "") if paragraph else None,
        _bare(recommendation["label"] or "") if recommendation else None,
    )


def _bare(label: str) -> str:
    """A label without its brackets where it is nothing but a bracketed letter ("(d)")."""
    return label[1:-1] if re.fullmatch(r"\(\w+\)", label) else label


def _unquoted(text: str) -> str:
    """The words without the quotation marks around them, and without what follows the mark that closes them."""
    text = _LEADING.sub("", text.strip())
    if quoted := _QUOTATION.match(text):
        return quoted["words"]
    return _QUOTES.sub("", text)
