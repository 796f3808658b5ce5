"""What the head of a response pro forma says: what was recommended on, who answers, when that was asked for and given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.answers import worded
from agendapack.evidence import evidence
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import ProForma
from agendapack.rules import InForce
from agendapack.stages.dates import only_day

RULES = InForce("respond")

FORMS = ("response_pro_forma", "scrutiny_response")
"""The kinds of papers that open with such a head."""

FIELDS = {
    "form.issue": "issue",
    "form.lead_member": "lead_member",
    "form.requested": "requested",
    "form.due_date": "due_date",
    "form.answered": "answered",
}
"""What a label announces, and the field of the record for it."""

DATES = ("requested", "due_date", "answered")

FEWEST = 2
"""Fields that make a head: one label alone may stand anywhere."""

PITCH = 1.7
"""Ems from row to row inside a field, at most."""

NOTE_MARK = pattern(r"(?<!\d)\d(?=(?:[12]\d|3[01])\s?(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+\d{4})")
"""A note's mark that is glued to a date ("218 April 2031"): no day has three figures."""


def pro_forma(section: Section) -> ProForma | None:
    """What the head of a pro forma says; None where the section has none. Of several the first."""
    if section.kind not in FORMS:
        return None
    found: dict[str, tuple[str, list[Line]]] = {}
    for name, value, used in _fields(section.lines):
        if name in found:
            break
        found[name] = (value, used)
    said = {name: told for name, (text, _) in found.items() if (told := _value(name, text))}
    if len(found) < FEWEST or not said:
        return None
    quoted = [line for name in found if name in said for line in found[name][1]]
    return ProForma(evidence=evidence(quoted, "respond.form"), **said)


def _value(name: str, text: str) -> str | None:
    """A field as the record has it: a date as a day, words as printed; None where the form is blank there."""
    return only_day(NOTE_MARK.sub("", text)) if name in DATES else worded(text) or None


def _fields(lines: Sequence[Line]) -> Iterator[tuple[str, str, list[Line]]]:
    """The labelled fields: name, value and lines, in the order in which they stand."""
    for at, line in enumerate(lines):
        if (opened := _label(line.text)) is None:
            continue
        name, cut = opened
        value, used = line.text[cut:].strip(), [line]
        for after in lines[at + 1 :]:
            apart = after.sheet != used[-1].sheet or after.box.top - used[-1].box.top > PITCH * max(after.size, 1.0)
            if RULES.first("form.end", after.text) or _label(after.text) or (apart and value) or after.bold != line.bold:
                break
            value = join((*used[1:], after)) if not line.text[cut:].strip() else f"{join((*used, after))[cut:].strip()}"
            used.append(after)
        yield name, value, used


def _label(text: str) -> tuple[str, int] | None:
    """The field whose label a line begins with, and the length of the label."""
    for means, name in FIELDS.items():
        if hit := RULES.first(means, text):
            return name, hit.match.end()
    return None
