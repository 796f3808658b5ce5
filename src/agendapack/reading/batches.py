"""The sheets of a pack, read by the batch: in several processes where it is long, telling how far it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from agendapack.layout import Page
from agendapack.workers import share

Progress = Callable[[int, int], None]
"""Told how many sheets have been read, and how many there are."""

BATCH = 128
"""Sheets after which the file is opened anew: a library keeps what it has parsed (PDFium up to 80 kB a sheet) until it is closed,
and opening takes as long as a few sheets."""

WORTH_SHARING = 128
"""Sheets from which reading is divided over processes: starting one takes as long as reading a dozen sheets."""


def in_batches(
    read: Callable[[range, Callable[[], None]], list[Page]], count: int, progress: Progress | None, jobs: int
) -> tuple[Page, ...]:
    """All sheets of a pack of so many. `read` reads some of them, counted from 0, and calls what it is given after each."""
    jobs = jobs if count >= WORTH_SHARING else 1
    told = _Told(progress, count, jobs)
    step = min(BATCH, -(-count // jobs)) or 1
    batches = [range(first, min(first + step, count)) for first in range(0, count, step)]
    pages = share([partial(read, batch, told.one) for batch in batches], jobs)
    told.all()
    return tuple(page for batch in pages for page in batch)


class _Told:
    """What is told of the sheets that this process has read, and by that of those that the others are reading."""

    def __init__(self, progress: Progress | None, count: int, jobs: int) -> None:
        self._progress, self._count, self._jobs = progress, count, jobs
        self._done, self._owner = 0, os.getpid()

    def one(self) -> None:
        """One more sheet has been read; the other processes are silent."""
        self._done += self._jobs
        if self._progress is not None and os.getpid() == self._owner and self._done < self._count:
            self._progress(self._done, self._count)

    def all(self) -> None:
        """All have."""
        if self._progress is not None:
            self._progress(self._count, self._count)
