"""Standard input is read where it is meant for us, and left alone where it is not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from agendapack import stdin
from agendapack.errors import NothingPiped
from agendapack.stdin import piped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, terminals and sockets of POSIX")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stdin, "PATIENCE", 0.05)


@pytest.fixture
def pipe() -> Iterator[tuple[TextIO, int]]:
    """A pipe: the end to read from, and the descriptor to write to (which the test closes)."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as stream:
        yield stream, writing


def test_what_a_pipe_brings_is_read_to_its_end(pipe: tuple[TextIO, int]) -> None:
    stream, writing = pipe
    os.write(writing, b"pack")
    os.close(writing)
    assert piped(stream) == b"pack"


def test_an_empty_pipe_is_an_error_so_that_a_failed_command_is_not_answered_with_another_pack(pipe: tuple[TextIO, int]) -> None:
    stream, writing = pipe
    os.close(writing)
    with pytest.raises(NothingPiped):
        piped(stream)


def test_a_silent_pipe_that_only_our_callers_hold_open_is_not_for_us(pipe: tuple[TextIO, int]) -> None:
    stream, writing = pipe
    assert piped(stream) is None
    os.close(writing)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_pipe_that_a_command_beside_us_will_write_to_is_waited_for(pipe: tuple[TextIO, int]) -> None:
    stream, writing = pipe
    command = subprocess.Popen(
        [sys.executable, "-c", "import time, sys; time.sleep(1); sys.stdout.write('late')"], stdout=writing
    )
    os.close(writing)
    assert piped(stream) == b"late"
    assert command.wait() == 0


def test_a_terminal_is_not_piped() -> None:
    leader, follower = os.openpty()
    with os.fdopen(follower) as stream:
        assert piped(stream) is None
    os.close(leader)


def test_the_null_device_is_nothing() -> None:
    with Path(os.devnull).open() as stream:
        assert piped(stream) is None


def test_no_standard_input_at_all_is_nothing() -> None:
    assert piped(None) is None


def test_a_closed_standard_input_is_nothing() -> None:
    with Path(os.devnull).open() as stream:
        pass
    assert piped(stream) is None


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "pack").write_bytes(b"pack")
    with (tmp_path / "pack").open() as stream:
        assert piped(stream) == b"pack"


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pack").write_bytes(b"")
    with (tmp_path / "pack").open() as stream, pytest.raises(NothingPiped):
        piped(stream)


def test_a_list_that_a_loop_is_reading_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"5\n6\n7\n")
    with (tmp_path / "list").open() as stream:
        os.read(stream.fileno(), 2)
        assert piped(stream) is None
        assert os.read(stream.fileno(), 9) == b"6\n7\n"


@pytest.mark.parametrize(("sent", "read"), [(b"pack", b"pack"), (b"", None)])
def test_a_socket_is_read_and_an_empty_one_is_nothing(sent: bytes, read: bytes | None) -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(sent)
    theirs.close()
    with os.fdopen(ours.detach()) as stream:
        assert piped(stream) == read


def test_a_silent_socket_is_nothing() -> None:
    ours, theirs = socket.socketpair()
    with os.fdopen(ours.detach()) as stream:
        assert piped(stream) is None
    theirs.close()
