"""The measure: its arithmetic on cases that can be counted by hand, and that it agrees with the corpus's own."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import floors
import pytest
import raise_floors
from conftest import Parsed
from floors import Gate
from measure import Found, Measure, alike, limbs, measure, paired, plain


def record(*items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"council": "Downshire County Council", "body": "Cabinet", "items": list(items), **fields}


def item(number: str, title: str, **fields: Any) -> dict[str, Any]:
    return {"number": number, "title": title, "kind": "report", **fields}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cabinet Member’s Update", "cabinet member's update"),
        ("Budget 2031–32", "Budget 2031-32"),
        ("Low-carbon homes", "Low carbon homes"),
        ("  Net\u00a0zero.", "net zero"),
        ("ﬁnance", "finance"),
    ],
)
def test_case_dashes_quotes_and_spaces_do_not_count(a: str, b: str) -> None:
    assert plain(a) == plain(b)


@pytest.mark.parametrize(
    ("a", "b", "nearly"),
    [
        ("the same", "the same", 1.0),
        ("abcdefghij", "abcdefghiX", 0.0),
        ("abcdefghijabcdefghij", "abcdefghijabcdefghiX", 0.95),
        ("parking", "libraries", 0.0),
        ("", "", 1.0),
        ("", "text", 0.0),
    ],
)
def test_texts_that_cannot_be_nearly_the_same_are_unlike(a: str, b: str, nearly: float) -> None:
    assert alike(a, b) == pytest.approx(nearly)


def test_pairs_are_the_most_alike_first_and_each_only_once() -> None:
    title = "Strategy for the county's libraries 2031"
    assert sorted(paired([title, title + "x"], [title + "x", title], 0.9)) == [(0, 1), (1, 0)]
    assert paired([title], [title, title], 0.9) == [(0, 1)]
    assert paired(["Parking"], ["Libraries"], 0.9) == []


@pytest.mark.parametrize(
    ("hits", "gold", "given", "f1"),
    [(2, 2, 2, 1.0), (1, 2, 1, 2 / 3), (1, 1, 2, 2 / 3), (0, 3, 0, 0.0), (0, 0, 0, 1.0), (0, 0, 1, 0.0), (0, 2, 2, 0.0)],
)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(hits: int, gold: int, given: int, f1: float) -> None:
    assert Found(hits, gold, given).value == pytest.approx(f1)


def test_a_record_is_wholly_right_against_itself() -> None:
    contact = {"name": "Ann Marsh", "kind": "contact_officer", "role": "Head of Parks"}
    limb = {"label": "a", "text": "Note the report", "strand": "formal", "addressee": "Cabinet"}
    whole = record(item("5", "Parks", recommendations=[limb], contacts=[contact]), contacts=[contact])
    assert set(measure(whole, whole).table().values()) == {1.0}


def test_decisions_are_measured_where_the_gold_record_tells_of_them() -> None:
    decision = {"label": "a", "text": "That the report be noted", "outcome": "noted", "decided_by": None, "owner": "Clerk"}
    told, silent = record(item("5", "Parks", decisions=[decision])), record(item("5", "Parks"))
    assert "decisions" not in measure(silent, told).table()
    found = measure(told, record(item("5", "Parks", decisions=[{**decision, "outcome": "agreed"}]))).table()
    assert (found["decisions"], found["decision.outcome"], found["decision.owner"]) == (1.0, 0.0, 1.0)


def test_what_stands_under_a_missed_item_is_missed_too() -> None:
    paper = {"title": "Parks report", "kind": "report", "pdf_pages": [3, 4]}
    found = measure(record(item("5", "Parks", reports=[paper])), record())
    assert (found.found["items"].recall, found.found["reports"].gold, found.found["reports"].hits) == (0.0, 1, 0)
    assert "item.kind" not in found.fields


def test_what_stands_under_an_invented_item_lowers_precision() -> None:
    paper = {"title": "Parks report", "kind": "report", "pdf_pages": [3, 4]}
    found = measure(record(), record(item("5", "Parks", reports=[paper])))
    assert found.found["reports"].precision == 0.0


def test_no_value_and_an_empty_one_are_the_same() -> None:
    found = measure(record(item("5", "Parks", to_follow=False, printed_pages=None)), record(item("5", "Parks")))
    assert found.fields["item.to_follow"].value == found.fields["item.printed_pages"].value == 1.0


def test_papers_pair_by_title_and_are_then_right_or_wrong() -> None:
    gold = record(item("5", "Parks", reports=[{"title": "Parks report", "kind": "report", "pdf_pages": [3, 4]}]))
    given = record(item("5", "Parks", reports=[{"title": "PARKS REPORT", "kind": "annex", "pdf_pages": [3, 4]}]))
    found = measure(gold, given)
    assert (found.found["reports"].value, found.fields["report.kind"].value, found.fields["report.pdf_pages"].value) == (1, 0, 1)


def test_recommendations_are_measured_by_item_wherever_under_it_they_stand() -> None:
    limb = {"label": "1", "text": "Agree the plan for the county's parks", "strand": "formal"}
    gold = record(item("5", "Parks", recommendations=[limb]))
    given = record(item("5", "Parks", reports=[{"title": "Parks", "recommendations": [limb]}]))
    assert measure(gold, given).found["recommendations"].value == 1.0


def test_a_limb_is_labelled_by_the_labels_that_lead_to_it() -> None:
    nested: list[dict[str, Any]] = [
        {"label": "(a)", "text": "Agree", "children": [{"label": "i.", "text": "the plan"}]},
        {"label": None, "text": "Note"},
    ]
    assert [limb["path"] for limb in limbs(nested)] == [("a",), ("a", "i"), ("-",)]


def test_a_person_named_twice_under_an_item_counts_once() -> None:
    person = {"name": "Ann Marsh", "kind": "contact_officer", "email": "ann.marsh@downshire.example"}
    twice = record(item("5", "Parks", contacts=[person, {**person, "phone": "01632 960001"}]))
    found = measure(twice, record(item("5", "Parks", contacts=[{**person, "phone": "(01632) 960001"}])))
    assert found.found["contacts"].value == found.fields["contact.phone"].value == 1.0


def test_a_person_of_another_kind_is_another_contact() -> None:
    gold = record(item("5", "Parks", contacts=[{"name": "Ann Marsh", "kind": "checked_by"}]))
    given = record(item("5", "Parks", contacts=[{"name": "Ann Marsh", "kind": "contact_officer"}]))
    assert measure(gold, given).found["contacts"].value == 0.0


def test_deadlines_are_measured_where_whoever_read_the_pack_looked_for_them() -> None:
    due = {"what": "response", "text": "The Cabinet must respond by 5 May.", "who": "Cabinet", "date": "2031-05-05"}
    paper = {"title": "Parks", "kind": "report", "deadlines": [due, {**due, "text": "The Board must respond within two months."}]}
    gold = {**record(item("5", "Parks", reports=[paper])), "deadlines": []}
    given = record(item("5", "Parks", reports=[{**paper, "deadlines": [{**due, "date": "2031-05-06"}]}]))
    found = measure(gold, given)
    assert (found.found["deadlines"].precision, found.found["deadlines"].recall) == (1.0, 0.5)
    assert (found.fields["deadline.who"].value, found.fields["deadline.date"].value) == (1.0, 0.0)
    assert "deadlines" not in measure(record(item("5", "Parks", reports=[paper])), given).found


def test_packs_are_added_up_before_shares_are_taken() -> None:
    long = record(*(item(str(n), f"Business number {n} of the county") for n in range(1, 10)))
    total = measure(long, long)
    total += measure(record(item("1", "Parks")), record())
    assert total.found["items"].recall == pytest.approx(0.9)


# ---- the gate --------------------------------------------------------------------------------------------------------


def found(value: float) -> Measure:
    measured = Measure()
    for n in range(1000):
        measured.right("report.kind", "report", "report" if n < value * 1000 else "annex")
    return measured


@pytest.mark.parametrize(
    ("floor", "value", "said"),
    [
        (0.9, 0.9, ""),
        (0.9, 0.904, ""),
        (0.9, 0.899, "below its floor"),
        (0.9, 0.92, "above its floor"),
        (None, 0.9, "no floor yet"),
    ],
)
def test_the_gate_holds_a_field_to_its_floor_from_both_sides(floor: float | None, value: float, said: str) -> None:
    gate = Gate({}, {} if floor is None else {"report.kind": floor})
    faults = floors.faults(gate, found(value))
    assert len(faults) == bool(said)
    assert not said or said in faults[0]


def test_a_field_that_is_no_longer_measured_is_a_fault() -> None:
    assert floors.faults(Gate({}, {"report.kind": 0.9}), Measure()) == ["report.kind: is no longer measured"]


def test_a_floor_falls_only_where_its_field_is_named(samples: tuple[Parsed, ...], capsys: pytest.CaptureFixture[str]) -> None:
    gate = Gate({pack.name: floors.digest(pack) for pack in samples}, {"pack.council": 1.5})
    kept, fell = raise_floors.raised(gate, samples, [])
    assert fell
    assert kept.floors["pack.council"] == 1.5
    assert "--lower pack.council" in capsys.readouterr().err
    lowered, fell = raise_floors.raised(gate, samples, ["pack.council"])
    assert not fell
    assert lowered.floors["pack.council"] <= 1.0


# ---- agreement -------------------------------------------------------------------------------------------------------


def test_the_corpus_measures_the_same(corpus: tuple[Parsed, ...], corpus_folder: Path, tmp_path: Path) -> None:
    """The corpus brings a measure of its own, which runs a command for each pack: here one that prints the record we have."""
    script = corpus_folder / "eval" / "score.py"
    if not script.is_file():
        pytest.skip("the corpus has no measure of its own")
    for pack in corpus:
        (tmp_path / f"{pack.name}.json").write_text(pack.record.model_dump_json(), encoding="utf-8")
    printer = tmp_path / "print_record.py"
    printer.write_text(
        "import sys, pathlib\n"
        "found = pathlib.Path(__file__).with_name(pathlib.Path(sys.argv[1]).stem + '.json')\n"
        "sys.stdout.buffer.write(found.read_bytes())\n"
    )
    command = shlex.join([sys.executable, str(printer)])
    run = subprocess.run([sys.executable, str(script), "--json", "--cmd", command], capture_output=True, text=True, check=True)
    theirs = {name: values.get("f1", values.get("accuracy")) for name, values in json.loads(run.stdout).items()}
    assert floors.measured(corpus).table() == pytest.approx(theirs)
