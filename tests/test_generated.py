"""Packs of councils that do not exist, drawn by chance: what is found in them may not fall below these floors.

The styles differ in everything that councils are known to vary (see `generator/styles.py`). `python tests/score_generated.py`
prints the scores over hundreds of seeds.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from random import Random

import pytest
from generator.build import make
from generator.styles import draw
from measure import Measure
from score_generated import score, table, total

import agendapack

SEEDS = range(40)
FLOORS = {
    "items": 0.975,
    "reports": 0.97,
    "recommendations": 0.97,
    "contacts": 0.98,
    "responses": 0.9,
    "pack.council": 0.98,
    "pack.body": 0.98,
    "pack.meeting_date": 0.98,
    "pack.meeting_time": 0.98,
    "pack.pack_kind": 0.98,
    "item.kind": 0.98,
    "item.to_follow": 0.98,
    "item.exempt": 0.98,
    "item.printed_pages": 0.98,
    "item.pdf_pages": 0.98,
    "item.report_by": 0.98,
    "report.kind": 0.98,
    "report.pdf_pages": 0.98,
    "rec.label": 0.98,
    "rec.strand": 0.98,
    "rec.addressee": 0.98,
    "contact.email": 0.98,
    "contact.phone": 0.98,
    "contact.role": 0.98,
}


@pytest.fixture(scope="module")
def whole() -> Measure:
    """The measure over all seeds."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return total(pool.map(score, SEEDS))


@pytest.mark.parametrize("name", FLOORS)
def test_scores_hold_on_packs_nobody_has_seen(whole: Measure, name: str) -> None:
    assert whole.table()[name] >= FLOORS[name], table(whole) + "\n" + "\n".join(whole.misses)


def test_a_seed_always_gives_the_same_pack() -> None:
    assert make(3).pdf == make(3).pdf
    assert make(3).record == make(3).record


def test_seeds_differ_in_style() -> None:
    styles = [draw(Random(seed)) for seed in range(100)]
    for name in ("kind", "issue", "system", "agenda", "pages", "head", "stem", "labels", "place", "contacts", "annex"):
        assert len({getattr(style, name) for style in styles}) > 2, name


@pytest.mark.parametrize("seed", range(3))
def test_spoilt_text_is_read_to_the_end(seed: int) -> None:
    record = agendapack.parse(make(seed, 1.0).pdf)
    assert record.source.sheets > 0
