"""Amendments: what a paper changes in another one, in which words, and the sums that it moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Amendment, Amount
from agendapack.rules import Hit, InForce
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
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_CLAUSE = re.compile(r"[.;:] |, ")
_LEADING = re.compile(r"^[:–—-]+ ?")
_QUOTES = re.compile(r"^[\"“'‘]|[\"”'’]$")
_QUOTED = re.compile(r"[\"“‘]")
_QUOTATION = re.compile(r"[\"“](?P<words>.+?)[\"”](?:$|[.;,]?\s+(?=[A-Z]))")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a report that are changed, as printed."""

    section: str | None = None
    paragraph: str | None = None
    recommendation: str | None = None


def amendments(section: Section) -> tuple[Amendment, ...]:
    """What a paper changes in another one, in reading order."""
    if section.where != "paper" or (section.kind not in _AMENDS and not _is_amendment(section)):
        return ()
    target, seen = _target(section)
    sums = _form(section)
    found = _part(section) or (*_changes(list(paragraphs(section.lines)), sums=not sums), *sums)
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
            moved = tuple(_prose_amounts(sentence.text)) if tells else ()
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
    hits = [Hit(hit.rule, match) for hit in _RULES.all(means, text) for match in hit.match.re.finditer(text)]
    return sorted(hits, key=lambda hit: hit.match.start())


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
        amounts=tuple(_quoted_amounts(before, after) or _prose_amounts(after or "")),
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


# ---- sums ------------------------------------------------------------------------------------------------------------


def _form(section: Section) -> tuple[Amendment, ...]:
    """The sums of a form: a column for the amount and one for where the money comes from."""
    for at, line in enumerate(section.lines):
        cells = line.cells
        amount = next((cell for cell in cells if _RULES.first("field.amount", cell.text)), None)
        source = next((cell for cell in cells if _RULES.first("field.source", cell.text)), None)
        if amount is None or source is None:
            continue
        below = [each for each in section.lines[at + 1 :] if each.sheet == line.sheet]
        middle = source.box.x0 - 1
        spent = [cell for each in below for cell in each.cells if cell.box.x0 < middle]
        funded = [cell for each in below for cell in each.cells if cell.box.x0 >= middle]
        sums = tuple(_column_amounts(join(spent), join(funded)))
        if sums:
            seen = evidence((amount, *spent, source, *funded), "amend.field-amount")
            return (Amendment(amounts=sums, evidence=seen),)
    return ()


def _column_amounts(spent: str, funded: str) -> Iterator[Amount]:
    source = funded.strip() or None
    if found := _sum(spent):
        amount, end = found
        yield amount.model_copy(update={"change": "by", "what": spent[end:].strip(" .,;:–-") or None, "source": source})
    yield from _prose_amounts(funded)


def _quoted_amounts(before: str | None, after: str | None) -> list[Amount]:
    """The sums where the words that go and the words that come are nothing but sums."""
    sums = [found[0] for words in (before, after) if words and (found := _sum(words)) and found[0].text == words.strip()]
    if len(sums) < 2:
        return []
    return [sums[0].model_copy(update={"change": "from"}), sums[1].model_copy(update={"change": "to"})]


def _prose_amounts(text: str) -> Iterator[Amount]:
    """Sums in running text: before and after, else the difference, with what they are for and where they come from."""
    pairs = list(_RULES.all("amount.from-to", text))
    for hit in pairs[:1]:
        what = _named(hit["what"] or _CLAUSE.split(text[: hit.match.start()])[-1])
        for change in ("from", "to"):
            if found := _sum(hit[change] or ""):
                yield found[0].model_copy(update={"change": change, "what": what})
    by = None if pairs else _RULES.first("amount.by", text)
    if by and (found := _sum(by["sum"] or "")):
        funded = _RULES.first("funded", text)
        update = {
            "change": "by",
            "value": -found[0].value if by["less"] else found[0].value,
            "what": (by["what"] or "").strip(" ,") or None,
            "source": by["source"] or (funded["source"] if funded else None),
        }
        yield found[0].model_copy(update=update)


def _named(text: str) -> str | None:
    """What is changed, without the verb and whatever stands before it."""
    verb = _RULES.first("amount.verb", text)
    return text[verb.match.end() if verb else 0 :].strip(" ,") or None


def _sum(text: str) -> tuple[Amount, int] | None:
    """The first sum or rate of a text, and where it ends."""
    hit = _RULES.first("sum", text)
    if hit is None:
        return None
    printed = hit.match.group().strip()
    if rate := hit["rate"]:
        return Amount(text=printed, value=float(rate.replace("–", "-").replace("−", "-")), unit="%"), hit.match.end()
    value = float((hit["number"] or "0").replace(",", "")) * _SCALE.get((hit["scale"] or "").lower(), 1.0)
    return Amount(text=printed, value=-value if hit["minus"] or hit["minus2"] else value), hit.match.end()
