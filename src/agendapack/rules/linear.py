"""Whether a pattern stays quick on any line: a line of a pack is whatever its PDF says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import process_time

LONGEST = 10_000
"""Characters of the longest line tried: a hundred times the longest seen in a pack."""

CAP = 0.1
"""Seconds of processor time that a pattern may take for one line. A linear one needs well under a millisecond; one that tries
every way to divide the line is above the cap at some thirty characters."""

_TRIALS = 3
"""How often a line above the cap is tried: a machine with other work to do may double the time of one trial."""

AWKWARD = (
    *(" ", "a", "1", "-", "(", ".", "1.", "a ", "A ", "(a", "a.b@", "a, "),
    *("COMMITTEE ", "report of the committee ", "Ann Marsh, ", "that the council "),
)
"""What an awkward line repeats: each of them is what some phrase may run over."""


def stumbles_on(pattern: re.Pattern[str], examples: tuple[str, ...] = ()) -> str | None:
    """The beginning of a line on which a pattern takes too long, None where there is none.

    The lines repeat something awkward, or one of the pattern's own `examples`, and end in what nothing expects. They grow by
    small steps, so that a pattern that explodes is found out before it takes minutes.
    """
    for piece in (*AWKWARD, *examples):
        for line in _growing(piece):
            if all(_takes(pattern, line) > CAP for _ in range(_TRIALS)):
                return line[:40]
    return None


def _takes(pattern: re.Pattern[str], line: str) -> float:
    started = process_time()
    pattern.search(line)
    return process_time() - started


def _growing(piece: str) -> Iterator[str]:
    length = 12
    while length < LONGEST:
        yield (piece * length)[:length] + "\x00"
        length = length * 5 // 4 + 1
    yield (piece * LONGEST)[:LONGEST] + "\x00"
