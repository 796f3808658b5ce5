"""What a record rests on: the rule, the sheet and why the rule holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType

from agendapack import words
from agendapack.exports.rows import Place
from agendapack.render.lists import Shape, headings
from agendapack.render.parts import QUIET, safe, safe_lines, under

if TYPE_CHECKING:
    from agendapack.explain import Reason
    from agendapack.records import AgendaPack

_RULE_WIDTH = 30
"""Columns that the ids of rules take at most."""

_SAID = 100
"""Letters of a text that show which one is meant."""


def why(pack: AgendaPack) -> Iterator[RenderableType]:
    """What the record says, with what each of it rests on."""
    from agendapack.explain import reasons  # noqa: PLC0415  (the rules are read for reasons alone)

    every = list(reasons(pack))
    if not every:
        return
    shape = Shape(
        columns=("", "", "Rule"),
        widths=(max(len(each.what) for each in every), None, min(max(len(each.rule) for each in every), _RULE_WIDTH)),
        paged=any(each.printed_page is not None for each in every),
    )
    yield shape.head()
    told: set[str] = set()
    places = [(Place(pack, each.item, each.report), each) for each in every]
    lists = [(place, [each for _, each in run]) for place, run in groupby(places, key=lambda pair: pair[0])]
    for heading, (_, run) in zip(headings(lists), lists, strict=True):
        yield heading
        table = shape.table()
        for each in run:
            says = _says(each, told=each.rule in told)
            told.add(each.rule)
            table.add_row(safe(each.what, QUIET), says, safe(each.rule, QUIET), *shape.cells(each.sheet, each.printed_page))
        yield under(table)


def _says(reason: Reason, *, told: bool) -> RenderableType:
    """What is said and why: a rule's reason once, not with each of the twenty recommendations that it found."""
    said = reason.value or reason.words
    value = words.kind(said) if reason.what == "kind" else said
    return safe_lines((value if len(value) <= _SAID else value[:_SAID].rstrip() + "…", ""), (None if told else reason.why, QUIET))
