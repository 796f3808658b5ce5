"""Signals that end the program: an exception wherever they come, and not before a step is done that must not be broken off."""

from __future__ import annotations

import os
import signal
import sys

import pytest
import typer.core

from agendapack.cli import Commands
from agendapack.interrupts import ENDING, Ended, held, not_swallowed, raised

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def tell_myself(how: signal.Signals) -> None:
    os.kill(os.getpid(), how)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_the_program_is_an_exception_with_its_exit_status(how: signal.Signals) -> None:
    with pytest.raises(Ended) as ended, raised():
        tell_myself(how)
    assert (ended.value.name, ended.value.exit_status) == (how.name, 128 + how)


@pytest.mark.parametrize("how", ENDING)
def test_a_signal_whose_exception_a_library_takes_for_its_own_failure_ends_the_program(
    how: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    # pydantic, while it makes what checks a model: "SchemaError: Error building ... Ended: SIGTERM".
    def swallow(*_: object, **__: object) -> None:
        try:
            tell_myself(how)
        except (KeyboardInterrupt, Ended) as error:
            raise RuntimeError("Error building a validator") from error

    monkeypatch.setattr(typer.core.TyperGroup, "main", swallow)
    with pytest.raises(SystemExit) as left, raised():
        Commands(name="agendapack").main([])
    assert left.value.code == 128 + how


def test_no_signal_of_an_earlier_run_is_remembered() -> None:
    with pytest.raises(Ended), raised():
        tell_myself(signal.SIGTERM)
    with pytest.raises(RuntimeError), not_swallowed():
        raise RuntimeError


def test_afterwards_the_signals_do_what_they_did_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with raised():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with raised():
            tell_myself(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_is_held_comes_at_the_end_of_the_step(how: signal.Signals) -> None:
    done = []
    with pytest.raises((KeyboardInterrupt, Ended)), raised(), held():
        tell_myself(how)
        done.append("the step")
    assert done == ["the step"]


def test_within_a_held_step_signals_can_be_let_through_for_a_while() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), held() as released:
        try:
            with released():
                tell_myself(signal.SIGINT)
                done.append("not reached")
        finally:
            tell_myself(signal.SIGINT)
            done.append("put away")
    assert done == ["put away"]
