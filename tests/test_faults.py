"""What goes wrong around the program, tried on the program itself: disks that are full or shut, files that change or vanish,
signals at any moment, two runs at once. Nothing is lost, half-written or left behind, and the words say what happened."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hostile
import pytest
from pdfs import Sheet, pdf, text

from agendapack.records import AgendaPack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, devices and permissions of POSIX")

PROGRAM = [sys.executable, "-m", "agendapack"]
AMENDED = """
import os, sys, time
real = os.fsync
def slow(number):
    print("writing", file=sys.stderr, flush=True)
    time.sleep(60)
def full(number):
    raise OSError(28, "No space left on device")
os.fsync = {"slow": slow, "full": full}[os.environ["DISK"]]
from agendapack.__main__ import main
main()
"""
"""The program on a disk that takes its time, or that is full once everything is written."""

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
MOMENTS = int(os.environ.get("AGENDAPACK_MOMENTS", "8"))
"""Moments at which a run is ended, for each signal; the README says how many were tried at most."""

PACK = pdf(Sheet(text(72, 700, "Report of the Head of Parks")), Sheet(text(72, 700, "Appendix A")))
SLOW = hostile.many_sheets(4_900)
"""Some seconds of reading."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a quick pack and a slow one, and a home of its own for every process started in it."""
    work = tmp_path / "work"
    (work / "packs").mkdir(parents=True)
    (work / "pack.pdf").write_bytes(PACK)
    (work / "slow.pdf").write_bytes(SLOW)
    for name in "ab":
        (work / "packs" / f"{name}.pdf").write_bytes(SLOW)
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / "state"))
    return work


def here(place: Path) -> set[str]:
    """What is in the folder beside what was put there."""
    return {path.name for path in place.iterdir()} - {"pack.pdf", "slow.pdf", "packs"}


def kept(place: Path) -> list[Path]:
    """What is kept from run to run: the last record. (What Python and the program keep of their own text is none of it.)"""
    return sorted(path for path in (place.parent / "home" / "state").rglob("*") if path.is_file())


def started(*args: str, program: list[str] = PROGRAM, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*program, *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
        start_new_session=True,
    )


def run(*args: str, program: list[str] = PROGRAM, **environment: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    process = started(*args, program=program, **environment)
    output, errors = process.communicate(timeout=120)
    assert_nobody_left(process.pid)
    return process.returncode, output, errors


def session(leader: int) -> set[int]:
    """The processes of a session that run; those that have ended and wait to be noticed do not."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=", "-s", str(leader)], capture_output=True, text=True, check=False).stdout
    return {int(line.split()[0]) for line in listed.splitlines() if "Z" not in line.split()[1]}


def assert_nobody_left(leader: int) -> None:
    deadline = time.monotonic() + 10
    while left := session(leader):
        assert time.monotonic() < deadline, f"still running: {left}"
        time.sleep(0.05)


def until_reading(process: subprocess.Popen[str], processes: int = 2) -> None:
    """Waits for the child that reads."""
    deadline = time.monotonic() + 60
    while len(session(process.pid)) < processes:
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)


def said_of(how: signal.Signals) -> str:
    """What standard error says of the end: nothing where the user ended it, who knows."""
    return "" if how is signal.SIGINT else f"agendapack: Ended by {how.name}; nothing was left half-written.\n"


class TestSignals:
    @pytest.mark.parametrize("how", SIGNALS)
    def test_while_it_reads(self, place: Path, how: signal.Signals) -> None:
        (place / "out.json").write_text("old", encoding="utf-8")
        process = started("parse", "slow.pdf", "-o", "out.json")
        until_reading(process)
        process.send_signal(how)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (128 + how, "", said_of(how))
        assert_nobody_left(process.pid)
        assert here(place) == {"out.json"}
        assert (place / "out.json").read_text(encoding="utf-8") == "old"

    @pytest.mark.parametrize("how", SIGNALS)
    def test_while_several_processes_read(self, place: Path, how: signal.Signals) -> None:
        process = started("parse", "slow.pdf", "-o", "out.json", "--jobs", "2")
        until_reading(process, 3)
        process.send_signal(how)
        process.communicate(timeout=30)
        assert process.returncode == 128 + how
        assert_nobody_left(process.pid)
        assert here(place) == set()

    @pytest.mark.parametrize("how", SIGNALS)
    def test_while_it_writes(self, place: Path, how: signal.Signals) -> None:
        process = started("parse", "pack.pdf", "-o", "out.json", program=[sys.executable, "-c", AMENDED], DISK="slow")
        assert process.stderr is not None
        assert process.stderr.readline() == "writing\n"
        process.send_signal(how)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (128 + how, "", said_of(how))
        assert_nobody_left(process.pid)
        assert here(place) == set()
        assert kept(place) == []

    @pytest.mark.parametrize("how", SIGNALS)
    def test_while_it_waits_for_somebody_to_take_what_it_writes(self, place: Path, how: signal.Signals) -> None:
        os.mkfifo(place / "pipe")
        process = started("parse", "pack.pdf", "-o", "pipe")
        deadline = time.monotonic() + 60
        while not kept(place) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(how)
        process.communicate(timeout=30)
        assert process.returncode == 128 + how
        assert here(place) == {"pipe"}

    @pytest.mark.parametrize("how", SIGNALS)
    def test_in_the_midst_of_many_packs_it_ends_them_all(self, place: Path, how: signal.Signals) -> None:
        process = started("track", "packs")
        until_reading(process)
        process.send_signal(how)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (128 + how, "", said_of(how))
        assert_nobody_left(process.pid)

    @pytest.mark.parametrize("how", SIGNALS)
    def test_to_the_whole_group_as_a_terminal_sends_it(self, place: Path, how: signal.Signals) -> None:
        process = started("parse", "slow.pdf", "-o", "out.json")
        until_reading(process)
        os.killpg(process.pid, how)
        _, errors = process.communicate(timeout=30)
        assert (process.returncode, errors) == (128 + how, said_of(how))
        assert_nobody_left(process.pid)
        assert here(place) == set()

    @pytest.mark.parametrize("how", SIGNALS)
    def test_at_any_moment_the_output_is_whole_or_as_it_was(self, place: Path, how: signal.Signals) -> None:
        (place / "out.json").write_text("old", encoding="utf-8")
        began = time.monotonic()
        assert run("parse", "pack.pdf", "-o", "out.json")[0] == 0
        length = 1.2 * (time.monotonic() - began)
        whole = (place / "out.json").read_text(encoding="utf-8")
        for moment in range(MOMENTS):
            (place / "out.json").write_text("old", encoding="utf-8")
            process = started("parse", "pack.pdf", "-o", "out.json")
            time.sleep(length * (moment + 1) / MOMENTS)
            os.killpg(process.pid, how)
            _, errors = process.communicate(timeout=30)
            assert_nobody_left(process.pid)
            assert process.returncode in (0, 128 + how) or _python_was_starting(process.returncode, how, errors)
            assert here(place) == {"out.json"}
            assert (place / "out.json").read_text(encoding="utf-8") in ("old", whole)
            assert [path.name for path in kept(place)] == ["last.json"]
            assert json.loads(kept(place)[0].read_bytes())["source"]["file"] == "pack.pdf"

    def test_one_that_is_started_to_survive_its_terminal_does(self, place: Path) -> None:
        command = 'trap "" HUP; exec "$0" -m agendapack parse slow.pdf -o out.json'
        process = started(sys.executable, program=["sh", "-c", command])
        until_reading(process)
        process.send_signal(signal.SIGHUP)
        process.communicate(timeout=120)
        assert process.returncode == 0
        assert here(place) == {"out.json"}


def _python_was_starting(status: int, how: signal.Signals, errors: str) -> bool:
    """Whether a run was ended before it was ours."""
    return status == -how or (status == 1 and how is signal.SIGINT and "agendapack: " not in errors)


@contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    """A disk of a few pages, where this user may make one."""
    at.mkdir()
    options = ["-t", "tmpfs", "-o", "size=16k"]
    if subprocess.run(["mount", *options, "tmpfs", str(at)], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


class TestDisks:
    def test_a_disk_that_is_full_keeps_what_was_there(self, place: Path) -> None:
        with small_disk(place / "disk") as disk:
            (disk / "out.json").write_text("old", encoding="utf-8")
            (disk / "other").write_bytes(b"x" * 8192)
            status, output, errors = run("parse", "pack.pdf", "-o", "disk/out.json")
            assert (status, output) == (11, "")
            assert errors.startswith("agendapack: disk/out.json cannot be written: No space left on device.")
            assert sorted(path.name for path in disk.iterdir()) == ["other", "out.json"]
            assert (disk / "out.json").read_text(encoding="utf-8") == "old"

    def test_a_disk_that_turns_out_full_at_the_last_moment_leaves_nothing(self, place: Path) -> None:
        (place / "out.json").write_text("old", encoding="utf-8")
        status, output, errors = run("parse", "pack.pdf", "-o", "out.json", program=[sys.executable, "-c", AMENDED], DISK="full")
        assert (status, output) == (11, "")
        assert "The record could not be kept for the next command." in errors
        assert "out.json cannot be written: No space left on device." in errors
        assert here(place) == {"out.json"}
        assert (place / "out.json").read_text(encoding="utf-8") == "old"
        assert kept(place) == []

    def test_a_disk_without_room_for_the_last_record_does_not_cost_the_answer(self, place: Path) -> None:
        with small_disk(place.parent / "home") as disk:
            (disk / "other").write_bytes(b"x" * 16384)
            status, output, errors = run("parse", "pack.pdf")
        assert status == 0
        assert AgendaPack.model_validate_json(output)
        assert "The record could not be kept for the next command." in errors

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize(
        "command", ["parse pack.pdf", "parse pack.pdf -o /dev/full", "items pack.pdf --format csv", "schema"]
    )
    def test_standard_output_that_takes_nothing(self, place: Path, command: str) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*PROGRAM, *command.split()],
                stdin=subprocess.DEVNULL,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 11
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr

    def test_a_target_that_may_only_be_read_is_refused_before_the_work(self, place: Path) -> None:
        with small_disk(place / "disk") as disk:
            (disk / "out.json").write_text("old", encoding="utf-8")
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            status, output, errors = run("parse", "slow.pdf", "-o", "disk/out.json")
            assert (status, output) == (2, "")
            assert errors.startswith("agendapack: disk/out.json may not be written.")
            assert kept(place) == []

    def test_a_folder_that_vanishes_meanwhile_is_told(self, place: Path) -> None:
        (place / "out").mkdir()
        process = started("parse", "slow.pdf", "-o", "out/out.json")
        until_reading(process)
        (place / "out").rmdir()
        output, errors = process.communicate(timeout=120)
        assert (process.returncode, output) == (11, "")
        assert "out/out.json cannot be written: No such file or directory." in errors


class TestInput:
    def test_a_file_that_is_written_to_while_it_is_read_is_no_pack_yet(self, place: Path) -> None:
        path = place / "growing.pdf"
        path.write_bytes(PACK + b" " * 64_000_000)
        done = threading.Event()

        def grow() -> None:
            with path.open("ab", buffering=0) as file:
                while not done.is_set():
                    file.write(b" " * 1000)

        writer = threading.Thread(target=grow)
        writer.start()
        try:
            status, output, errors = run("parse", "growing.pdf", "-o", "out.json")
        finally:
            done.set()
            writer.join()
        assert (status, output) == (12, "")
        assert errors.startswith("agendapack: growing.pdf changed while it was read.\nWait until it is complete")
        assert here(place) == {"growing.pdf"}

    def test_a_file_that_vanishes_before_it_is_read_is_told(self, place: Path) -> None:
        program = (
            "import sys\nfrom pathlib import Path\nfrom agendapack.reading import guard\nreal = guard.parse\n"
            "def parse(source, **rest):\n    Path(source).unlink()\n    return real(source, **rest)\n"
            "guard.parse = parse\nfrom agendapack.__main__ import main\nmain()\n"
        )
        status, output, errors = run("parse", "pack.pdf", program=[sys.executable, "-c", program])
        assert (status, output) == (12, "")
        assert errors.startswith("agendapack: pack.pdf vanished before it was read.")

    def test_one_of_many_that_vanishes_is_one_failure(self, place: Path) -> None:
        program = (
            "import sys\nfrom pathlib import Path\nfrom agendapack.reading import guard\nreal = guard.parse\n"
            "def parse(source, **rest):\n    Path(source).name == 'b.pdf' and Path(source).unlink()\n"
            "    return real(source, **rest)\n"
            "guard.parse = parse\nfrom agendapack.__main__ import main\nmain()\n"
        )
        (place / "packs" / "a.pdf").write_bytes(PACK)
        status, output, errors = run("track", "packs", program=[sys.executable, "-c", program])
        assert (status, json.loads(output)) == (8, [])
        assert errors == "agendapack: b.pdf vanished before it was read.\n"

    def test_a_file_that_is_replaced_is_the_old_one_or_the_new_one(self, place: Path) -> None:
        done = threading.Event()

        def replace() -> None:
            while not done.is_set():
                for name, content in (("old", PACK), ("new", SLOW[:-1] + b"F")):
                    (place / name).write_bytes(content)
                    (place / name).replace(place / "pack.pdf")

        writer = threading.Thread(target=replace)
        writer.start()
        try:
            status, output, errors = run("parse", "pack.pdf", "--quiet")
        finally:
            done.set()
            writer.join()
        assert (status, errors) == (0, "")
        assert AgendaPack.model_validate_json(output).source.sheets in (2, 4_900)


class TestTwoAtOnce:
    def test_on_one_output_one_of_them_is_there_whole(self, place: Path) -> None:
        (place / "other.pdf").write_bytes(PACK.replace(b"Parks", b"Roads"))
        runs = [started("parse", name, "-o", "out.json", "--quiet") for name in ("pack.pdf", "other.pdf") * 3]
        assert [(process.communicate(timeout=120), process.returncode) for process in runs] == [(("", ""), 0)] * 6
        assert AgendaPack.model_validate_json((place / "out.json").read_bytes()).source.file in ("pack.pdf", "other.pdf")
        assert here(place) == {"other.pdf", "out.json"}
        assert [path.name for path in kept(place)] == ["last.json"]
        assert run("show", "--quiet")[0] == 0
