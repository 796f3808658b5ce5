"""The child that parses a pack: what it gives back, and what becomes of it when it hangs, crashes or is ended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, get_args

import pytest
from msgspec.structs import replace
from pdfs import Sheet, pdf, text

from agendapack import pipeline
from agendapack.errors import AgendaPackError, BadRules, EncryptedPdf, LimitReached, NotAPdf, ReaderCrashed, ReaderKilled
from agendapack.reading import guard
from agendapack.reading.guard import Limits
from agendapack.records import Engine

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="what the child is made to do here is handed to it by a fork")

PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
PACK = pdf(Sheet(text(72, 700, "Report of the Head of Parks")), Sheet(text(72, 700, "Appendix A")))


@pytest.fixture(params=["a fork", "an interpreter of its own"])
def _kind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test with both kinds of child: where another thread runs, the child is no fork."""
    if request.param == "a fork":
        yield
        return
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    yield
    waiting.set()
    thread.join()


def doing(monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
    """Lets the child do something else than to parse."""
    monkeypatch.setattr(pipeline, "parse_pdf", lambda *_, **__: what())


@pytest.fixture(autouse=True)
def _no_child_is_left() -> Iterator[None]:
    """After every test the processes that this one has started are those that it had before."""
    before = children()
    yield
    assert children() == before


def children() -> set[str]:
    """The processes that this one has started and that have not been waited for."""
    listed = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False)
    return {line for line in listed.stdout.splitlines() if not line.strip().endswith("ps")}


@pytest.mark.usefixtures("_kind")
class TestAnswers:
    def test_the_record_is_the_one_that_the_pipeline_gives(self) -> None:
        assert guard.parse(PACK, name="parks.pdf") == pipeline.parse_pdf(PACK, name="parks.pdf")

    def test_a_path_is_read_in_the_child(self, tmp_path: Path) -> None:
        (tmp_path / "parks.pdf").write_bytes(PACK)
        assert guard.parse(tmp_path / "parks.pdf") == pipeline.parse_pdf(tmp_path / "parks.pdf")

    def test_progress_is_told_sheet_by_sheet(self) -> None:
        told: list[tuple[int, int]] = []
        guard.parse(PACK, progress=lambda done, total: told.append((done, total)))
        assert told == [(1, 2), (2, 2)]

    def test_nothing_is_told_of_the_sheets_where_nobody_asks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        kinds: list[str] = []
        messages = guard._messages

        def noted(pipe: BinaryIO) -> Iterator[dict[str, Any]]:
            for message in messages(pipe):
                kinds.append(message["kind"])
                yield message

        monkeypatch.setattr(guard, "_messages", noted)
        guard.parse(PACK)
        assert kinds == ["record"]

    def test_sheets_without_text_come_out_and_go_back_in_with_what_ocr_read(self) -> None:
        content = pdf(Sheet(text(72, 700, "Report of the Head of Parks")), Sheet(PICTURE), Sheet(PICTURE))
        (scan,) = guard.without_text(content)
        assert (scan.sheets, scan.stamped) == ((2, 3), False)
        read = pdf(*[Sheet(f"{PICTURE} {text(72, 700, words)}") for words in ("Appendix A", "Appendix B")])
        pack = guard.parse(content, ocred=[replace(scan, content=read)])
        assert pack == pipeline.parse_pdf(content, ocred=[replace(scan, content=read)])
        assert pack.source.ocred == (2, 3)
        assert "OCR failed: because." in str(guard.parse(content, ocred=[replace(scan, failure="because")]).findings)

    def test_a_protected_file_is_shut_for_ocr_too(self) -> None:
        with pytest.raises(EncryptedPdf):
            guard.without_text(pdf(Sheet(PICTURE), password="secret"))

    @pytest.mark.parametrize(
        ("content", "kind"), [(b"no PDF", NotAPdf), (pdf(Sheet(), password="secret"), EncryptedPdf)], ids=["no PDF", "encrypted"]
    )
    def test_our_errors_come_back_as_they_are(self, content: bytes, kind: type[AgendaPackError]) -> None:
        with pytest.raises(kind) as error:
            guard.parse(content)
        assert (error.value.sentence, error.value.next_step) == (kind.sentence, kind.next_step)

    def test_bad_rules_come_back_with_their_reason(self, tmp_path: Path) -> None:
        (tmp_path / "mine.toml").write_text("[[rule]]\n", encoding="utf-8")
        with pytest.raises(BadRules, match="row 1"):
            guard.parse(PACK, own_rules=tmp_path / "mine.toml")

    def test_a_file_that_is_gone_is_told_as_the_system_does(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"gone\.pdf"):
            guard.parse(tmp_path / "gone.pdf")


class TestEnds:
    @pytest.mark.parametrize(
        ("engine", "next_step"), [("pdfium", "one by one"), ("pdfplumber", "try PDFium, or give it more")], ids=["quick", "slow"]
    )
    def test_a_child_that_hangs_is_ended_when_its_time_is_up(
        self, monkeypatch: pytest.MonkeyPatch, engine: Engine, next_step: str
    ) -> None:
        doing(monkeypatch, lambda: time.sleep(60))
        started = time.monotonic()
        with pytest.raises(LimitReached) as error:
            guard.parse(PACK, limits=Limits(seconds=0.3), engine=engine)
        assert next_step in error.value.next_step
        assert time.monotonic() - started < 30

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the address space")
    def test_a_child_that_takes_too_much_memory_is_told_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doing(monkeypatch, lambda: bytearray(1 << 40))
        with pytest.raises(LimitReached):
            guard.parse(PACK, limits=Limits(megabytes=200))

    @pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL])
    def test_a_child_that_crashes_is_an_error_and_nothing_else_suffers(
        self, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
    ) -> None:
        doing(monkeypatch, lambda: os.kill(os.getpid(), how))
        with pytest.raises(ReaderCrashed):
            guard.parse(PACK)

    def test_the_next_step_after_a_crash_is_the_other_engine_until_that_has_crashed_too(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        doing(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGABRT))
        steps = []
        for engine in get_args(Engine):
            with pytest.raises(ReaderCrashed) as error:
                guard.parse(PACK, engine=engine)
            steps.append(error.value.next_step)
        assert steps == [ReaderCrashed.next_step, ReaderCrashed.last_step]

    @pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
    def test_a_child_that_somebody_ends_is_told_from_one_that_crashes(
        self, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
    ) -> None:
        doing(monkeypatch, lambda: os.kill(os.getpid(), how))
        with pytest.raises(ReaderKilled):
            guard.parse(PACK)

    def test_an_answer_that_breaks_off_is_no_record(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doing(monkeypatch, lambda: os._exit(0))
        with pytest.raises(ReaderCrashed):
            guard.parse(PACK)

    def test_a_fault_in_the_child_is_a_fault_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doing(monkeypatch, lambda: 1 // 0)
        with pytest.raises(RuntimeError, match="ZeroDivisionError"):
            guard.parse(PACK)

    def test_an_interrupt_here_ends_the_child(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            guard.parse(PACK, progress=interrupt)

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ends a child whose parent is gone at once")
    def test_a_child_does_not_outlive_a_parent_that_is_killed(self, tmp_path: Path) -> None:
        program = (
            "import os, sys, time\n"
            "from pathlib import Path\n"
            "from agendapack import pipeline\n"
            "from agendapack.reading import guard\n"
            "def hang(*_, **__):\n"
            "    Path(sys.argv[1]).exists() or print(os.getpid(), flush=True)\n"
            "    time.sleep(60)\n"
            "pipeline.parse_pdf = hang\n"
            "guard.parse(b'')\n"
        )
        with subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "none")], stdout=subprocess.PIPE) as parent:
            assert parent.stdout
            child = int(parent.stdout.readline())
            parent.kill()
        deadline = time.monotonic() + 30
        while Path(f"/proc/{child}").exists() and "Z" not in _state(child):
            assert time.monotonic() < deadline
            time.sleep(0.05)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2]
    except OSError:
        return "Z"


class TestConfinement:
    """What the child may not do, even if a file made it try."""

    def test_it_writes_no_file(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        doing(monkeypatch, lambda: (tmp_path / "left.txt").write_text("words", encoding="utf-8"))
        with pytest.raises(OSError, match="no business"):
            guard.parse(PACK)
        assert list(tmp_path.iterdir()) == []

    def test_it_talks_to_no_other_computer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doing(monkeypatch, lambda: socket.create_connection(("127.0.0.1", 9)))
        with pytest.raises(OSError, match="no business"):
            guard.parse(PACK)

    def test_it_starts_no_program(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doing(monkeypatch, lambda: subprocess.run(["true"], check=True))
        with pytest.raises(OSError, match="no business"):
            guard.parse(PACK)

    def test_this_process_is_not_confined_with_it(self, tmp_path: Path) -> None:
        guard.parse(PACK)
        (tmp_path / "free.txt").write_text("words", encoding="utf-8")
