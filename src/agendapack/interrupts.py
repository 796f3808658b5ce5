"""Signals that end the program: an exception anywhere, so that everything is put away, and held back where that takes a moment.

Ctrl-C raises in Python what can be caught; a service manager that stops a job, or a terminal that is closed, would end the
process on the spot, and what it was writing would stay behind.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NoReturn

_RAISED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
ENDING = (signal.SIGINT, *_RAISED)
"""The signals by which somebody asks the program to end (SIGHUP not on Windows)."""

_ASKED: list[int] = []
"""The signals that have come while they were to raise an exception."""

Released = Callable[[], AbstractContextManager[None]]


class Ended(BaseException):
    """A signal asked this process to end. No `Exception`, so that nothing takes it for the failure of one pack."""

    def __init__(self, number: int) -> None:
        self.name = signal.Signals(number).name
        self.exit_status = 128 + number
        super().__init__(self.name)


@contextmanager
def raised() -> Iterator[None]:
    """While the block runs, SIGTERM and SIGHUP raise `Ended`, and Ctrl-C as ever. One that is ignored (`nohup`) stays ignored."""
    before = {each: signal.getsignal(each) for each in ENDING}
    for each, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(each, _end)
    try:
        yield
    finally:
        _ASKED.clear()
        for each, handler in before.items():
            signal.signal(each, handler)


def _end(number: int, _: object) -> NoReturn:
    _ASKED.append(number)
    raise _exception(number)


def _exception(number: int) -> KeyboardInterrupt | Ended:
    return KeyboardInterrupt() if number == signal.SIGINT else Ended(number)


@contextmanager
def not_swallowed() -> Iterator[None]:
    """What fails in the block after a signal came fails by that signal: a library may have taken the signal's exception for a
    failure of its own, as pydantic does while it makes what checks a model."""
    try:
        yield
    except Exception as error:
        if _ASKED:
            raise _exception(_ASKED[0]) from error
        raise


@contextmanager
def held() -> Iterator[Released]:
    """While the block runs, the signals wait; inside it, `with released():` lets them through.

    For the steps between making something that must not be left behind and being ready to put it away. Windows cannot hold them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield nullcontext
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)

    @contextmanager
    def released() -> Iterator[None]:
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)

    try:
        yield released
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def as_in_a_new_program() -> None:
    """For a child: what its parent does on these signals is not for it to do. Ctrl-C is for the parent, which then ends it."""
    for each in _RAISED:
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
