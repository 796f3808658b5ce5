"""Work divided over processes: the same answers in the same order, and nobody left behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES

import agendapack
from agendapack import assemble
from agendapack.errors import NoText, ReaderCrashed
from agendapack.reading import batches, pdfium
from agendapack.workers import share

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def counting(count: int) -> list[Callable[[], int]]:
    return [lambda number=number: number for number in range(count)]  # type: ignore[misc]


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_answers_come_in_the_order_of_the_tasks(count: int, jobs: int) -> None:
    assert share(counting(count), jobs) == list(range(count))


def test_heavy_tasks_are_dealt_out_first() -> None:
    assert share(counting(5), 2, [1, 9, 1, 1, 9]) == [0, 1, 2, 3, 4]


@forks
def test_each_process_does_its_part() -> None:
    assert len(set(share([os.getpid] * 4, 2))) == 2


def test_more_than_one_thread_works_alone() -> None:
    """A fork has only the thread that made it: what another one holds would stay held."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert set(share([os.getpid] * 4, 2)) == {os.getpid()}
    finally:
        done.set()
        other.join()


def wait() -> int:
    time.sleep(60)
    return 1


def fail() -> int:
    raise NoText("Nothing there.")


@pytest.mark.parametrize("tasks", [[fail, *counting(1)], [*counting(1), fail]], ids=["in this process", "in another"])
def test_what_a_task_raises_is_raised(tasks: list[Callable[[], int]]) -> None:
    with pytest.raises(NoText, match=r"Nothing there\."):
        share(tasks, 2)


@forks
def test_a_process_that_ends_without_an_answer_crashed() -> None:
    here = os.getpid()

    def crash() -> int:
        if os.getpid() != here:
            os._exit(1)
        return 1

    with pytest.raises(ReaderCrashed):
        share([crash, crash], 2)


@forks
def test_nobody_is_left_where_this_process_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    forks, fork = [], os.fork

    def counted() -> int:
        forks.append(fork())
        return forks[-1]

    monkeypatch.setattr(os, "fork", counted)
    begun = time.monotonic()
    with pytest.raises(NoText):
        share([fail, wait], 2)
    assert time.monotonic() - begun < 30
    (pid,) = forks
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@forks
@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "unguarded"])
@pytest.mark.parametrize("pack", SAMPLES, ids=lambda path: path.parent.name)
def test_a_divided_pack_gives_the_same_bytes(pack: Path, guarded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WORTH_SHARING", 2)
    monkeypatch.setattr(batches, "BATCH", 3)
    monkeypatch.setattr(assemble, "WORTH_SHARING", 1)
    alone, divided = (agendapack.parse(pack, guarded=guarded, jobs=jobs).model_dump_json() for jobs in (1, 3))
    assert alone == divided


def test_progress_goes_on_to_the_last_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WORTH_SHARING", 2)
    monkeypatch.setattr(batches, "BATCH", 2)
    told: list[tuple[int, int]] = []
    document = pdfium.read(SAMPLES[0], progress=lambda done, total: told.append((done, total)), jobs=2)
    count = len(document.pages)
    assert told == sorted(told)
    assert told[-1] == (count, count)
