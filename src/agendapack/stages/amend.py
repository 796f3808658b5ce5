"""Amendments: what a paper changes in another one, in which words, and the sums that it moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.records import Amendment, Amount
from agendapack.rules import Hit, InForce
from agendapack.stages.prose import paragraphs
from agendapack.stages.recommend_rows import Passage

_RULES = InForce("amend")
_AMENDS = frozenset({"budget_amendment"})
_PARTS = {"recommendation": "where.recommendation", "paragraph": "where.paragraph", "section": "where.section"}
_TOP = 20
"""Rows of a paper among which its heading names what it amends."""
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_QUOTES = re.compile(r"^[\"“'‘]|[\"”'’]$")


def amendments(section: Section) -> tuple[Amendment, ...]:
    """What a paper changes in another one, in reading order."""
    if section.where != "paper" or (section.kind not in _AMENDS and not _is_amendment(section)):
        return ()
    target, seen = _target(section)
    found = (*_changes(list(paragraphs(section.lines))), *_form(section)) or _part(section)
    if not found and target:
        return (Amendment(target=target, evidence=evidence(seen, "amend.amendment-to")),)
    return tuple(each if each.target else each.model_copy(update={"target": target}) for each in found)


def _is_amendment(section: Section) -> bool:
    return any(_RULES.first("target", text) for text in (section.title, *(line.text for line in section.lines[:3])))


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


def _changes(passages: Sequence[Passage]) -> Iterator[Amendment]:
    """Each instruction to replace, add or delete, with the words that it gives."""
    for at, passage in enumerate(passages):
        text = passage.text
        if hit := _RULES.first("change.quoted", text):
            yield _changed(hit, hit.match.group(), hit["before"], hit["after"], [passage])
        elif hit := _RULES.first("change.loose", text):
            yield _changed(hit, hit["where"] or "", None, None, [passage])
        elif (hit := _RULES.first("change", text)) and _where(hit["where"] or ""):
            given = _given(passages, at, hit["after"] or "")
            words = " ".join(filter(None, (hit["after"], *(each.text for each in given))))
            yield _changed(hit, hit["where"] or "", None, _unquoted(words) or None, [passage, *given])


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


def _changed(hit: Hit, where: str, before: str | None, after: str | None, used: Sequence[Passage]) -> Amendment:
    found = _where(where)
    lines = [line for passage in used for line in passage.between(0, len(passage.text))]
    return Amendment(
        section=found.get("section"),
        paragraph=found.get("paragraph"),
        recommendation=found.get("recommendation"),
        before=before,
        after=after,
        amounts=tuple(_prose_amounts(" ".join(passage.text for passage in used))),
        evidence=evidence(lines, hit.rule),
    )


def _where(text: str) -> dict[str, str]:
    """The parts that a text names: a recommendation, a paragraph, a section."""
    found = {}
    for part, means in _PARTS.items():
        if (hit := _RULES.first(means, text)) and (label := hit["label"]):
            found[part] = label if part == "section" else _bare(label)
    return found


def _bare(label: str) -> str:
    """A label without its brackets where it is nothing but a bracketed letter ("(d)")."""
    return label[1:-1] if re.fullmatch(r"\(\w+\)", label) else label


def _unquoted(text: str) -> str:
    return _QUOTES.sub("", text.strip())


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


def _prose_amounts(text: str) -> Iterator[Amount]:
    """Sums before and after in running text."""
    for hit in _RULES.all("amount.from-to", text):
        what = (hit["what"] or "").strip(" ,") or None
        for change in ("from", "to"):
            if found := _sum(hit[change] or ""):
                yield found[0].model_copy(update={"change": change, "what": what})


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
