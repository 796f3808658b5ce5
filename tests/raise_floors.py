#!/usr/bin/env python3
"""Raises the floors of the score gate to what is measured now: `python tests/raise_floors.py [--lower FIELD ...]`.

The samples are measured always, the corpus where AGENDAPACK_CORPUS names one. A field that fell keeps its floor, and the exit
status is 1, unless `--lower` names it: give the reason in the commit.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import floors
from conftest import SAMPLES, Parsed, parse_all
from floors import Gate


def main() -> int:
    """Measure, raise, say what changed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="append", default=[], metavar="FIELD", help="a field whose floor may fall")
    lower = parser.parse_args().lower
    places = {"samples": [(pdf.parent.name, pdf, pdf.with_name("gold.json")) for pdf in SAMPLES]}
    if corpus := os.environ.get("AGENDAPACK_CORPUS"):
        gold = sorted((Path(corpus) / "eval" / "gold").glob("*.json"))
        places["corpus"] = [(path.stem, Path(corpus) / "packs" / f"{path.stem}.pdf", path) for path in gold]
    gates = {name: floors.read(name) for name in ("samples", "corpus")}
    fell = False
    for name, entries in places.items():
        records = parse_all(pdf for _, pdf, _ in entries)
        gates[name], low = raised(gates[name], [Parsed(slug, pdf, gold, records[pdf]) for slug, pdf, gold in entries], lower)
        fell = fell or low
    floors.write(gates)
    return int(fell)


def raised(gate: Gate, packs: Iterable[Parsed], lower: Collection[str]) -> tuple[Gate, bool]:
    """The gate with floors at what is measured, and whether a field fell below its floor without leave."""
    packs = list(packs)
    now = {pack.name: floors.digest(pack) for pack in packs}
    before = gate.floors if gate.packs == now else {}
    figures = floors.figures(floors.measured(packs))
    kept: dict[str, float] = {}
    fell = False
    for field, value in figures.items():
        floor = before.get(field, 0.0)
        if value < floor and field not in lower:
            fell = True
            print(f"{field}: {value:.3f} is below its floor {floor:.3f}; to lower it: --lower {field}", file=sys.stderr)
        kept[field] = value if value >= floor or field in lower else floor
        if kept[field] != floor:
            print(f"{field}: {floor:.3f} -> {kept[field]:.3f}")
    return Gate(now, kept), fell


if __name__ == "__main__":
    sys.exit(main())
