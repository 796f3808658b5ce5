"""The sample packs: parsed, measured against their gold records, and the same as their sources."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import floors
import pytest
from conftest import SAMPLES, Parsed
from invariants import all_evidence, faults, out_of_place
from measure import limbs

import agendapack
from agendapack import records
from agendapack.reading import pdfium
from agendapack.records import AgendaPack
from agendapack.stages.tidy import tidy

FOLDER = Path(__file__).parent.parent / "samples"


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 3


def test_no_field_falls_below_its_floor_or_outgrows_it(samples: tuple[Parsed, ...]) -> None:
    gate = floors.read("samples")
    assert gate.packs == {pack.name: floors.digest(pack) for pack in samples}, (
        f"a sample changed since it was measured: {floors.RAISE}"
    )
    found = floors.measured(samples)
    assert floors.faults(gate, found) == [], "\n".join(found.misses)


def test_records_are_sound(samples: tuple[Parsed, ...]) -> None:
    assert {pack.name: faults(pack.record) for pack in samples} == {pack.name: [] for pack in samples}


def test_every_evidence_stands_on_the_sheet_that_it_names(samples: tuple[Parsed, ...]) -> None:
    for pack in samples:
        document = tidy(pdfium.read(pack.pdf.read_bytes()))
        assert out_of_place(pack.record, document) == [], pack.name
        assert next(all_evidence(pack.record), None) is not None, "a record without any evidence proves nothing"


def test_samples_have_no_finding_that_is_worse_than_an_information(samples: tuple[Parsed, ...]) -> None:
    found = {pack.name: [finding.code for finding in pack.record.findings if finding.level != "info"] for pack in samples}
    assert found == {pack.name: [] for pack in samples}


def test_the_same_bytes_give_the_same_json_whatever_the_process_hashes_by(samples: tuple[Parsed, ...]) -> None:
    pack = samples[-1]
    program = "import agendapack, sys; sys.stdout.write(agendapack.parse(sys.argv[1]).model_dump_json())"
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", program, str(pack.pdf)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        assert run.stdout.decode() == pack.record.model_dump_json()


def test_bytes_and_path_give_the_same_record(samples: tuple[Parsed, ...]) -> None:
    pack = min(samples, key=lambda each: each.record.source.sheets)
    assert agendapack.parse(pack.pdf.read_bytes(), name=pack.pdf.name) == pack.record


def test_a_record_survives_json(samples: tuple[Parsed, ...]) -> None:
    for pack in samples:
        assert AgendaPack.model_validate_json(pack.record.model_dump_json()) == pack.record


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda pdf: pdf.parent.name)
def test_gold_has_the_form_of_the_records(pdf: Path) -> None:
    """Gold is written by hand: a misspelt field would be measured as absent from both sides."""
    gold = json.loads(pdf.with_name("gold.json").read_text(encoding="utf-8"))
    known = {"pack", *AgendaPack.model_fields}
    assert set(gold) <= known
    for item in gold["items"]:
        assert set(item) <= _fields("Item"), item["title"]
        _check_decisions(item)
        for report in item.get("reports", []):
            assert set(report) <= _fields("Report"), report["title"]
            _check_decisions(report)


def _check_decisions(holder: dict[str, Any]) -> None:
    for each in limbs(holder.get("decisions", [])):
        assert set(each) <= _fields("Decision") | {"path"}, each["text"]
        assert each["outcome"] in get_args(records.Outcome), each["text"]


def _fields(name: str) -> set[str]:
    return set(getattr(records, name).model_fields)


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda pdf: pdf.parent.name)
def test_pack_is_what_its_source_builds(pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compared by the text of each sheet: another release of the typesetter may give other bytes."""
    pytest.importorskip("reportlab", reason="building the samples needs reportlab")
    monkeypatch.syspath_prepend(str(FOLDER))
    build = importlib.import_module("build")
    source = tmp_path / "source.txt"
    source.write_bytes(pdf.with_name("source.txt").read_bytes())
    build.build(source)
    assert _texts(tmp_path / "pack.pdf") == _texts(pdf)


def _texts(pdf: Path) -> list[str]:
    return [" ".join(line.text for line in page.lines) for page in pdfium.read(pdf.read_bytes()).pages]
