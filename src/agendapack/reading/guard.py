"""A child process for each pack, with limits, so that no PDF can hang, crash or exhaust the program that asks for it.

PDFium bounds neither its memory nor its time, and a damaged file can take the process down that it runs in. So a pack is parsed
in a child that its parent can kill. The child gets the bytes and gives back messages of JSON through a pipe: progress, and at the
end a record or an error. The parent takes no object from it, only a record that it has validated.

Where the system can fork and nothing else runs in this process, the child is a fork, ready in milliseconds; elsewhere it is a
fresh interpreter. Limits of address space, processor time and file size are the system's own (not on Windows; the address space
not on macOS); the time limit is kept by the parent and holds everywhere.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, Protocol, cast

import msgspec
from msgspec import Struct

from agendapack import errors, prepared
from agendapack.errors import AgendaPackError, LimitReached, ReaderCrashed, ReaderKilled
from agendapack.interrupts import as_in_a_new_program, held
from agendapack.layout import Scan
from agendapack.records import AgendaPack, Engine
from agendapack.workers import die_with

Progress = Callable[[int, int], None]

TIMEOUT = 300.0
"""Seconds that a pack may take: 2,000 sheets take a tenth of that on a slow machine."""

MEMORY = 2000
"""Megabytes that a pack may take: 2,000 sheets take a fifth of that."""

_GRACE = 5
"""Seconds of processor time beyond the time limit after which the system itself ends a child whose parent is gone."""

_LENGTH = struct.Struct("!Q")
_LARGEST = 1 << 30
"""Bytes of the longest message that is believed; the record of a 900-sheet pack has three million."""

_PACKS = count()
"""The packs that this process has had parsed."""

_REFUSED = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"),
        *("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile"),
        *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree"),
    }
)
"""What a child has no business with: other computers, other programs, other files."""


class Limits(Struct, frozen=True):
    """What a pack may take: seconds, and megabytes of address space beyond what the process has already."""

    seconds: float = TIMEOUT
    megabytes: int = MEMORY


class Job(Struct, frozen=True):
    """What a child is to do: the arguments of `pipeline.parse_pdf` or `without_text`, and its limits."""

    source: str | None
    """The path of a PDF; None where its bytes are handed over."""
    name: str
    password: str | None
    own_rules: str | None
    limits: Limits
    parent: int
    """The process that asks; a child does not outlive it."""
    jobs: int = 1
    told: bool = False
    """Somebody wants to know of each sheet that has been read."""
    scans: Sequence[tuple[Sequence[int], str]] = ()
    """Of each scan after OCR its sheets and its failure; their contents are handed over."""
    engine: Engine = "pdfium"
    for_ocr: bool = False
    """The sheets without text are asked for, not the record."""


def parse(
    source: Path | bytes,
    *,
    name: str = "",
    password: str | None = None,
    own_rules: Path | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    ocred: Sequence[Scan] = (),
    engine: Engine = "pdfium",
) -> AgendaPack:
    """As `pipeline.parse_pdf`, in a child process, which divides a long pack over as many as `jobs`.

    Raises:
        LimitReached: it took more time or memory than it may.
        ReaderCrashed: the PDF library took its process down.
        ReaderKilled: somebody else ended the process.
        AgendaPackError, OSError: as `parse_pdf`.
    """
    job = Job(
        source=None if isinstance(source, bytes) else str(source),
        name=name,
        password=password,
        own_rules=str(own_rules) if own_rules else None,
        limits=limits or Limits(),
        parent=os.getpid(),
        jobs=jobs,
        told=progress is not None,
        scans=[(scan.sheets, scan.failure) for scan in ocred],
        engine=engine,
    )
    if next(_PACKS):
        _warm()
    elif not prepared.kept():
        _warm()
        prepared.keep()
    with _child(job, (source if isinstance(source, bytes) else b"", *(scan.content for scan in ocred))) as child:
        for message in _messages(child.answers):
            match message.pop("kind"):
                case "progress" if progress:
                    progress(message["done"], message["total"])
                case "record":
                    return AgendaPack.model_validate_json(_next(child.answers) or b"")
                case "error":
                    raise _error(message)
        raise child.end(job)


def without_text(
    content: bytes, *, password: str | None = None, limits: Limits | None = None, engine: Engine = "pdfium"
) -> tuple[Scan, ...]:
    """As `pipeline.without_text`, in a child process. Raises as `parse`."""
    job = Job(
        source=None,
        name="",
        password=password,
        own_rules=None,
        limits=limits or Limits(),
        parent=os.getpid(),
        engine=engine,
        for_ocr=True,
    )
    found: list[Scan] = []
    with _child(job, (content,)) as child:
        for message in _messages(child.answers):
            match message.pop("kind"):
                case "scan":
                    found.append(Scan(tuple(message["sheets"]), _next(child.answers) or b"", message["stamped"]))
                case "done":
                    return tuple(found)
                case "error":
                    raise _error(message)
        raise child.end(job)


@cache
def _warm() -> None:
    """Loads here what every child would have to load: it pays from the second pack on, and a fork has what its parent has."""
    from agendapack import pipeline, rules  # noqa: F401, PLC0415

    rules.warm()


# --- the parent -----------------------------------------------------------------------------------------------------------


class _Process(Protocol):
    def kill(self) -> None: ...

    def wait(self) -> tuple[int, int]:
        """The exit status, negative for a signal, and the peak memory in kilobytes (0 where it is not known)."""


class _Child(Struct):
    process: _Process
    answers: BinaryIO
    late: bool = False

    def expire(self) -> None:
        """The time is up."""
        self.late = True
        self.process.kill()

    def end(self, job: Job) -> AgendaPackError:
        """What it means that the child ended without an answer."""
        status, peak = self.process.wait()
        exhausted = peak > job.limits.megabytes * 1024 // 2
        if self.late or -status == getattr(signal, "SIGXCPU", None):
            return LimitReached(next_step=LimitReached.slow_step if job.engine == "pdfplumber" else None)
        if exhausted:
            return LimitReached()
        if -status in (getattr(signal, "SIGKILL", None), signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", None)):
            return ReaderKilled()
        return ReaderCrashed(next_step=ReaderCrashed.last_step if job.engine == "pdfplumber" else None)


@contextlib.contextmanager
def _child(job: Job, contents: Sequence[bytes]) -> Iterator[_Child]:
    """A child at work. Whatever happens, it is gone at the end."""
    alone = hasattr(os, "fork") and threading.active_count() == 1
    with held() as released:
        child = _forked(job, contents) if alone else _executed(job, contents)
        clock = threading.Timer(job.limits.seconds, child.expire)
        clock.daemon = True
        try:
            clock.start()
            with released():
                yield child
        finally:
            clock.cancel()
            child.process.kill()
            child.process.wait()
            child.answers.close()
            if clock.ident is not None:
                clock.join()


class _Fork:
    """A child that was forked."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._ended: tuple[int, int] | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        with self._lock, contextlib.suppress(ProcessLookupError):
            if self._ended is None:
                os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> tuple[int, int]:
        if self._ended is None:
            _, status, usage = os.wait4(self._pid, 0)
            with self._lock:
                peak = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
                self._ended = (os.waitstatus_to_exitcode(status), peak)
        return self._ended


def _forked(job: Job, contents: Sequence[bytes]) -> _Child:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _leave(job, contents, os.fdopen(writing, "wb"))
    os.close(writing)
    return _Child(_Fork(pid), os.fdopen(reading, "rb"))


class _Executed:
    """A child that is an interpreter of its own."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> tuple[int, int]:
        return self._process.wait(), 0


def _executed(job: Job, contents: Sequence[bytes]) -> _Child:
    process = subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    threading.Thread(target=_hand_over, args=(process.stdin, job, contents), daemon=True).start()
    return _Child(_Executed(process), cast(BinaryIO, process.stdout))


def _hand_over(pipe: BinaryIO, job: Job, contents: Sequence[bytes]) -> None:
    with contextlib.suppress(OSError), pipe:
        for data in (msgspec.json.encode(job), *contents):
            _send(pipe, data)


def _messages(answers: BinaryIO) -> Iterator[dict[str, Any]]:
    while (data := _next(answers)) is not None:
        yield json.loads(data)


def _next(pipe: BinaryIO) -> bytes | None:
    """The next message whole; None where the pipe ends before or within it."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size or (length := _LENGTH.unpack(head)[0]) > _LARGEST:
        return None
    data = pipe.read(length)
    return data if len(data) == length else None


def _error(message: dict[str, Any]) -> Exception:
    """The error that a child reports: one of ours by its name, an OSError by its number, else a fault."""
    if message["name"] == "OSError":
        return OSError(message["number"], message["sentence"], message["file"])
    if message["name"] == "MemoryError":
        return LimitReached()
    kind = getattr(errors, message["name"], None)
    if isinstance(kind, type) and issubclass(kind, AgendaPackError):
        return kind(message["sentence"], message["next_step"])
    return RuntimeError(f"{message['name']}: {message['sentence']}\n{message['next_step']}".strip())


# --- the child ------------------------------------------------------------------------------------------------------------


def _leave(job: Job, contents: Sequence[bytes], answers: BinaryIO) -> NoReturn:
    """Does the job in a fork, and ends it without running what the parent has to do at its end."""
    status = 1
    try:
        faulthandler.disable()
        as_in_a_new_program()
        _work(job, contents, answers)
        status = 0
    finally:
        os._exit(status)


def _work(job: Job, contents: Sequence[bytes], answers: BinaryIO) -> None:
    """Parses the pack within its limits and reports. Nobody listens any more where the pipe breaks."""
    from agendapack.pipeline import parse_pdf, without_text  # noqa: PLC0415  (the PDF libraries load in the child alone)

    _confine(job)
    gc.disable()  # it looks for values that refer to each other in circles; there are none, and this process ends with its pack
    content, *read = contents
    try:
        if job.for_ocr:
            for scan in without_text(content, job.password, job.engine):
                _report(answers, kind="scan", sheets=scan.sheets, stamped=scan.stamped)
                _send(answers, scan.content)
            _report(answers, kind="done")
            return
        record = parse_pdf(
            content if job.source is None else Path(job.source),
            name=job.name,
            password=job.password,
            own_rules=Path(job.own_rules) if job.own_rules else None,
            progress=partial(_tell, answers) if job.told else None,
            jobs=job.jobs,
            ocred=[Scan(tuple(of[0]), content, failure=of[1]) for of, content in zip(job.scans, read, strict=True)],
            engine=job.engine,
        )
        data = record.model_dump_json().encode()
    except AgendaPackError as error:
        _report(answers, kind="error", name=type(error).__name__, sentence=error.sentence, next_step=error.next_step)
    except OSError as error:
        _report(
            answers, kind="error", name="OSError", number=error.errno, sentence=error.strerror or str(error), file=error.filename
        )
    except MemoryError:
        _report(answers, kind="error", name="MemoryError")
    except Exception as error:
        import traceback  # noqa: PLC0415

        _report(answers, kind="error", name=type(error).__name__, sentence=str(error), next_step=traceback.format_exc())
    else:
        _report(answers, kind="record")
        _send(answers, data)


def _tell(answers: BinaryIO, done: int, total: int) -> None:
    _report(answers, kind="progress", done=done, total=total)


def _report(answers: BinaryIO, **message: object) -> None:
    _send(answers, json.dumps(message).encode())


def _send(pipe: BinaryIO, data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _confine(job: Job) -> None:
    """Sets what the system can enforce, as far as this one can; a limit that is lower already stays."""
    sys.addaudithook(partial(_refuse, _REFUSED - {"os.fork"} if job.jobs > 1 else _REFUSED))
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CPU, int(job.limits.seconds) + _GRACE)
    die_with(job.parent)
    if sys.platform.startswith("linux"):
        _lower(resource.RLIMIT_AS, _address_space() + job.limits.megabytes * 1024 * 1024)


def _lower(what: int, limit: int) -> None:
    import resource  # noqa: PLC0415

    soft, hard = resource.getrlimit(what)
    lowest = min((each for each in (limit, soft, hard) if each != resource.RLIM_INFINITY), default=limit)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (lowest, hard))


def _address_space() -> int:
    """Bytes of address space that this process has: a fork has all that its parent had."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _refuse(refused: frozenset[str], event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(arguments[1], str) and not {"w", "a", "x", "+"}.isdisjoint(arguments[1])
    if writes or event in refused:
        raise PermissionError(f"Reading a PDF has no business with {event}.")


def _main() -> None:
    """The child as an interpreter of its own: the job on standard input, the answers on standard output."""
    as_in_a_new_program()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    parts = list(iter(lambda: _next(sys.stdin.buffer), None))
    if not parts or len(parts) < 2 + len((job := msgspec.json.decode(parts[0], type=Job)).scans):
        return  # the parent is gone
    with contextlib.suppress(BrokenPipeError):
        _work(job, parts[1:], answers)


if __name__ == "__main__":
    _main()
