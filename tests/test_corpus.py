"""Real packs, where there is a folder of them: floors under every field, and what holds for each record.

`AGENDAPACK_CORPUS` names a folder with `packs/*.pdf`, `eval/gold/*.json` for some of them, and `eval/score.py`.
"""

from __future__ import annotations

import floors
import pytest
from conftest import Parsed, parse_all
from invariants import faults, out_of_place

from agendapack.reading import pdfium
from agendapack.records import AgendaPack
from agendapack.stages.tidy import tidy

TWICE = 6
"""So many packs, the smallest, are parsed twice."""


def test_no_field_falls_below_its_floor_or_outgrows_it(corpus: tuple[Parsed, ...]) -> None:
    gate = floors.read("corpus")
    present = {pack.name: pack for pack in corpus if pack.gold is not None}
    gated = [present[name] for name, digest in gate.packs.items() if name in present and floors.digest(present[name]) == digest]
    if len(gated) < len(gate.packs):
        pytest.skip(f"not the packs that were measured last; to measure these: {floors.RAISE}")
    found = floors.measured(gated)
    assert floors.faults(gate, found) == [], "\n".join(found.misses)


def test_every_record_is_sound(corpus: tuple[Parsed, ...]) -> None:
    assert {pack.name: found for pack in corpus if (found := faults(pack.record))} == {}


def test_every_record_survives_json(corpus: tuple[Parsed, ...]) -> None:
    changed = [pack.name for pack in corpus if AgendaPack.model_validate_json(pack.record.model_dump_json()) != pack.record]
    assert changed == []


def test_every_evidence_stands_on_the_sheet_that_it_names(corpus: tuple[Parsed, ...]) -> None:
    lost = {pack.name: found for pack in corpus if (found := out_of_place(pack.record, tidy(pdfium.read(pack.pdf.read_bytes()))))}
    assert lost == {}


def test_no_pack_is_unrecognised(corpus: tuple[Parsed, ...]) -> None:
    lost = [pack.name for pack in corpus if any(finding.code == "nothing-recognised" for finding in pack.record.findings)]
    assert lost == []


def test_the_same_bytes_give_the_same_record_in_another_process(corpus: tuple[Parsed, ...]) -> None:
    small = sorted(corpus, key=lambda pack: pack.record.source.sheets)[:TWICE]
    again = parse_all(pack.pdf for pack in small)
    assert [pack.name for pack in small if again[pack.pdf].model_dump_json() != pack.record.model_dump_json()] == []
