"""Work divided over processes: forks of this one that each take some of the tasks and send back what they found.

A fork has everything that this process has, so that only answers are sent. Where the system cannot fork, or more than one thread
runs here, this process does all of it itself: the answers are the same.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

from agendapack.errors import ReaderCrashed

T = TypeVar("T")


def share(tasks: Sequence[Callable[[], T]], jobs: int, weights: Sequence[int] | None = None) -> list[T]:
    """The answers of some tasks in their order, worked out by up to `jobs` processes, this one among them.

    `weights` say how much work each task is; without them all are alike.

    Raises:
        ReaderCrashed: a process ended without an answer.
        OSError: the system has no room for another process.
        Exception: what a task raised.
    """
    hands = _dealt(weights or [1] * len(tasks), min(jobs, len(tasks)) if _can_fork() else 1)
    workers: list[_Worker] = []
    found: dict[int, T] = {}
    try:
        for hand in hands[1:]:
            workers.append(_Worker([tasks[number] for number in hand]))
        for number in hands[0]:
            found[number] = tasks[number]()
        for hand, worker in zip(hands[1:], workers, strict=True):
            found.update(zip(hand, worker.answers(), strict=True))
    finally:
        for worker in workers:
            worker.end()
    return [found[number] for number in range(len(tasks))]


def _dealt(weights: Sequence[int], jobs: int) -> list[list[int]]:
    """The numbers of the tasks of each process: the heaviest first, each to whoever has least to do."""
    hands: list[list[int]] = [[] for _ in range(max(jobs, 1))]
    loads = [0] * len(hands)
    for number in sorted(range(len(weights)), key=lambda each: -weights[each]):
        least = loads.index(min(loads))
        hands[least].append(number)
        loads[least] += weights[number]
    return hands


def _can_fork() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


class _Worker:
    """A fork at work."""

    def __init__(self, tasks: Sequence[Callable[[], Any]]) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(reading)
            _work(tasks, writing, parent)
        os.close(writing)
        self._answers = os.fdopen(reading, "rb")

    def answers(self) -> list[Any]:
        """What the tasks found."""
        with contextlib.suppress(EOFError, pickle.UnpicklingError):
            found, error = pickle.load(self._answers)
            if error is not None:
                raise error
            answers: list[Any] = found
            return answers
        raise ReaderCrashed

    def end(self) -> None:
        """Whatever it does, it does no more."""
        self._answers.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _work(tasks: Sequence[Callable[[], Any]], writing: int, parent: int) -> NoReturn:
    """Does the tasks in a fork, and ends it without running what this program has to do at its end."""
    try:
        die_with(parent)
        try:
            message = pickle.dumps(([task() for task in tasks], None), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            message = pickle.dumps((None, error))
        rest = memoryview(message)
        while rest:
            rest = rest[os.write(writing, rest) :]
    finally:
        os._exit(0)


def die_with(parent: int) -> None:
    """A parent that is killed cannot kill its child: the system does it, or, where it is gone already, the child itself."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415

    set_death_signal = 1
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
