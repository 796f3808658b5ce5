#!/usr/bin/env python3
"""How well tracking tells what is the same recommendation, on drawn packs: `python tests/score_tracked.py [FIRST LAST]`.

`--floors` shows what other floors of likeness would do, which is how the one in force was chosen.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from generator.followed import draw
from test_tracked_gold import scored

from agendapack.tracking import sameness

AMOUNTS = (0.0, 0.25, 0.5, 1.0, 2.0)
FLOORS = (0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)


def main() -> None:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", nargs="?", type=int, default=7000)
    parser.add_argument("last", nargs="?", type=int, default=7040)
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    seeds = range(options.first, options.last)
    print("| Misread letters | " + ("Floor | " if options.floors else "") + "Precision | Recall | Of |")
    print("|---|" + "---|" * (4 if options.floors else 3))
    for amount in AMOUNTS:
        for floor in FLOORS if options.floors else (sameness.FLOOR,):
            sameness.FLOOR = floor
            print(f"| noise {amount:g} | " + (f"{floor:g} | " if options.floors else "") + f"{row(seeds, amount)} |")


def row(seeds: Iterable[int], amount: float) -> str:
    """Precision, recall and the number of pairs that are the same, over all seeds."""
    right = wrong = missed = 0
    for seed in seeds:
        found = scored(draw(seed, amount))
        right, wrong, missed = right + len(found.right), wrong + len(found.wrong), missed + len(found.missed)
    return f"{right / (right + wrong):.3f} | {right / (right + missed):.3f} | {right + missed}"


if __name__ == "__main__":
    main()
