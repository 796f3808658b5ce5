"""Why a record says what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from sample_records import PACK

import agendapack
from agendapack import explain, rules
from agendapack.explain import Reason, reasons
from agendapack.records import AgendaPack, Evidence, Item, Signal
from agendapack.rules.layers import shapes

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(agendapack.__file__).parent.rglob("*.py"))
NAMED = "|".join((*rules.stages(), "papers", "place", "split"))
QUOTED = frozenset(re.findall(rf'"((?:{NAMED})\.(?!csv\b)[a-z][a-z-]*)"', SOURCES))


def seen(rule: str, text: str = "as printed") -> Evidence:
    return Evidence(sheet=3, printed_page=1, text=text, rule=rule)


def pack(item: Item) -> AgendaPack:
    return PACK.model_copy(update={"items": (item,), "contacts": (), "evidence": ()})


def of(item: Item) -> list[Reason]:
    return list(reasons(pack(item)))


def test_an_item_is_listed_by_a_rule_with_its_reason() -> None:
    (reason,) = of(Item(id="item-6", number="6", title="Parks", kind="report", evidence=(seen("agenda.numbered", "6. Parks"),)))
    assert (reason.record, reason.what, reason.value, reason.sheet, reason.printed_page) == ("item-6", "item", "Parks", 3, 1)
    assert (reason.rule, reason.words) == ("agenda.numbered", "6. Parks")
    assert reason.why == shapes()["agenda.numbered"]


def test_an_item_is_placed_by_what_agrees_on_its_first_sheet() -> None:
    (reason,) = of(Item(number="6", title="Parks", kind="report", pdf_pages=(3, 8), placed_by=("stamp", "outline")))
    assert (reason.what, reason.value, reason.sheet, reason.rule) == ("place", "sheets 3 to 8", 3, "stamp, outline")
    assert reason.why == f"{explain.SIGNALS['stamp']}; {explain.SIGNALS['outline']}"


def test_a_kind_rests_on_what_settled_it() -> None:
    (reason,) = of(Item(number="6", title="Parks", kind="budget", kind_evidence=seen("classify.any-other")))
    assert (reason.what, reason.value, reason.rule) == ("kind", "budget", "classify.any-other")


def test_every_record_of_a_pack_has_its_reason_under_its_item_and_paper() -> None:
    found = {each.record: each for each in reasons(PACK)}
    limb = found["i6-p1-b-ii"]
    assert (limb.what, limb.value, limb.sheet) == ("recommendation", "set the date.", 4)
    assert limb.item is not None
    assert limb.report is not None
    assert (limb.item.number, limb.report.title) == ("6", "The reservoir strategy")
    assert {each.what for each in found.values()} >= {"recommendation", "contact", "response"}


def test_what_runs_over_a_sheet_s_end_has_one_reason() -> None:
    both = (seen("agenda.numbered"), Evidence(sheet=4, text="goes on", rule="agenda.numbered"))
    assert len(of(Item(number="6", title="Parks", kind="report", evidence=both))) == 1


def test_a_rule_that_no_layer_in_force_has_is_named_without_a_reason() -> None:
    (reason,) = of(Item(number="6", title="Parks", kind="report", evidence=(seen("agenda.of-another-s-file"),)))
    assert (reason.rule, reason.why) == ("agenda.of-another-s-file", "")


def test_every_signal_is_put_into_words() -> None:
    assert set(explain.SIGNALS) == set(get_args(Signal))


@pytest.mark.parametrize("id_", sorted(QUOTED))
def test_every_rule_that_a_stage_names_itself_has_a_reason(id_: str) -> None:
    with rules.using(rules.every()):
        assert rules.why(id_)


@pytest.mark.parametrize("id_", sorted(shapes()))
def test_every_shape_is_named_by_a_stage_and_gives_a_reason_of_its_own(id_: str) -> None:
    assert id_ in QUOTED
    assert id_ not in rules.every().rows
    assert len(shapes()[id_].split()) >= 5
