"""A progress bar on standard error, for packs that take a while."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING

from agendapack.printable import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds before the bar appears: most packs are read by then."""


class Bar:
    """Counts the sheets that are done. Shows nothing where it is not `shown`, and leaves nothing behind."""

    def __init__(self, name: str, *, shown: bool) -> None:
        self._name, self._shown = name, shown
        self._started = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def update(self, done: int, total: int) -> None:
        """Called with the sheets done so far and all sheets."""
        if not self._shown or time.monotonic() - self._started < PATIENCE:
            return
        if self._progress is None:
            self._progress = _progress()
            self._progress.start()
        if self._task is None:
            self._task = self._progress.add_task(printable(self._name), total=total)
        self._progress.update(self._task, completed=done, total=total)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()


def _progress() -> Progress:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sheets", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
