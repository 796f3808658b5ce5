"""Prints how near agendapack comes to the records of generated packs, as a Markdown table.

python tests/score_generated.py                    # 300 seeds
python tests/score_generated.py 1000 1200 --miss   # these seeds, and what was missed in each
python tests/score_generated.py --noise            # how the scores fall as text is spoilt
python tests/score_generated.py 7 8 --write DIR    # leave the PDFs and their records in a folder
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from generator.build import Made, make
from measure import Measure, measure

import agendapack

FIRST, LAST = 1000, 1300
AMOUNTS = (0.0, 0.25, 0.5, 1.0)
FIELDS = {
    "items": "items of the agenda",
    "reports": "papers",
    "recommendations": "recommendations",
    "contacts": "contacts",
    "responses": "responses",
    "pack.council": "council",
    "pack.body": "body",
    "pack.meeting_date": "date",
    "pack.meeting_time": "time",
    "pack.pack_kind": "kind of pack",
    "item.kind": "kind of item",
    "item.exempt": "exempt",
    "item.printed_pages": "printed pages",
    "item.pdf_pages": "sheets of the item",
    "item.report_by": "author in the agenda",
    "report.kind": "kind of paper",
    "report.pdf_pages": "sheets of the paper",
    "rec.label": "label",
    "rec.addressee": "addressee",
    "rec.strand": "formal or scrutiny",
    "contact.email": "e-mail",
    "contact.phone": "telephone",
    "contact.role": "role",
    "response.status": "status of the answer",
}
"""What the table names, in its order."""


def score(seed: int, amount: float = 0.0) -> Measure:
    """The measure of one generated pack."""
    return compare(make(seed, amount))


def compare(made: Made) -> Measure:
    """The measure of what agendapack finds in a generated pack."""
    return measure(made.record, agendapack.parse(made.pdf).model_dump(mode="json"))


def total(measures: Iterable[Measure]) -> Measure:
    """All of them added up."""
    whole = Measure()
    for each in measures:
        whole += each
    return whole


def table(whole: Measure) -> str:
    """The score table in Markdown."""
    rows = ["| What | Score | Precision | Recall | Of |", "|---|---|---|---|---|"]
    for name, words in FIELDS.items():
        if found := whole.found.get(name):
            rows.append(f"| {words} | F1 {found.value:.3f} | {found.precision:.3f} | {found.recall:.3f} | {found.gold} |")
        elif right := whole.fields.get(name):
            rows.append(f"| {words} | {right.value:.3f} right | | | {right.asked} |")
    return "\n".join(rows)


def falling(wholes: dict[float, Measure]) -> str:
    """How the scores fall with noise, in Markdown."""
    rows = ["| What | " + " | ".join(f"noise {amount:g}" for amount in wholes) + " |", "|---|" + "---|" * len(wholes)]
    tables = [whole.table() for whole in wholes.values()]
    for name, words in FIELDS.items():
        if name in tables[0]:
            rows.append(f"| {words} | " + " | ".join(f"{each[name]:.3f}" for each in tables) + " |")
    return "\n".join(rows)


def write(folder: Path, seeds: Iterable[int]) -> None:
    """Leave generated packs and their records in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        made = make(seed)
        (folder / f"{seed}.pdf").write_bytes(made.pdf)
        (folder / f"{seed}.json").write_text(json.dumps(made.record, indent=1, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=int, nargs="?", default=FIRST)
    parser.add_argument("last", type=int, nargs="?", default=LAST, help="the seed after the last")
    parser.add_argument("--miss", action="store_true", help="list what was missed")
    parser.add_argument("--noise", action="store_true", help="compare amounts of noise")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write packs and records, score nothing")
    options = parser.parse_args()
    seeds = range(options.first, options.last)
    if options.write:
        write(options.write, seeds)
        return
    with ProcessPoolExecutor(2) as pool:
        if options.noise:
            print(falling({amount: total(pool.map(partial(score, amount=amount), seeds)) for amount in AMOUNTS}))
            return
        measures = list(pool.map(score, seeds))
    if options.miss:
        for seed, each in zip(seeds, measures, strict=True):
            print(f"{seed}\n" + "".join(f"    {words}\n" for words in each.misses), end="")
    print(table(total(measures)))


if __name__ == "__main__":
    main()
