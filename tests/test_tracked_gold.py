"""What is the same recommendation: in the samples, in real packs where there is a folder of them, and in drawn packs."""

from __future__ import annotations

from pathlib import Path

import pytest
import tracked_gold
from conftest import Parsed
from generator.followed import Drawing, draw
from tracked_gold import Pairs, compared

from agendapack.records import AgendaPack

SAMPLES = Path(__file__).parent.parent / "samples" / "same.json"
REAL = Path(__file__).with_name("same.json")
SEEDS = range(3000, 3008)

PRECISION, RECALL = 0.99, 0.95


def named(pack: Parsed) -> AgendaPack:
    """The record with the name of its sample or pack for its file."""
    return pack.record.model_copy(update={"source": pack.record.source.model_copy(update={"file": pack.name})})


def test_in_the_samples_all_is_joined_that_is_the_same_and_nothing_else(samples: tuple[Parsed, ...]) -> None:
    (same,) = tracked_gold.groups(SAMPLES).values()
    found = compared([named(pack) for pack in samples], same)
    assert (found.wrong, found.missed) == (frozenset(), frozenset())
    assert found.right


def test_so_it_is_in_real_packs(corpus: tuple[Parsed, ...]) -> None:
    packs = {pack.name: pack for pack in corpus}
    for same in tracked_gold.groups(REAL).values():
        names = {name for group in same for name, _ in group}
        if not names <= set(packs):
            pytest.skip("not the packs of the gold")
        found = compared([named(packs[name]) for name in sorted(names)], same)
        assert found.right
        assert (found.wrong, found.missed) == (frozenset(), frozenset())


def scored(drawing: Drawing) -> Pairs:
    """How well a drawing's recommendations are told from each other."""
    keys = {key for keys in drawing.truth.values() for key in keys}
    return compared(drawing.packs, [{mention for mention, of in drawing.truth.items() if key in of} for key in keys])


@pytest.mark.parametrize("amount", [0.0, 0.5])
def test_in_drawn_packs_twins_stay_two_and_copies_are_one(amount: float) -> None:
    found = [scored(draw(seed, amount)) for seed in SEEDS]
    right, wrong, missed = (sum(len(getattr(each, part)) for each in found) for part in ("right", "wrong", "missed"))
    assert right > 500
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL
