"""What is piped in, if anything is: without waiting for what never comes and without taking what is not ours.

Standard input is often not a terminal and still not meant for us: a job of cron or of a build server, a loop that reads a
list, a shell that gets its script through a pipe.
"""

from __future__ import annotations

import os
import select
import stat
from pathlib import Path
from typing import TextIO

from agendapack.errors import NothingPiped
from agendapack.sniff import read

PATIENCE = 1.0
"""Seconds after which a silent input is looked at more closely."""


def piped(stdin: TextIO | None) -> bytes | None:
    """What is piped in, or None where nothing is: on a terminal, with `/dev/null`, with an input that others read.

    What does not begin as a pack does is read no further.

    Raises:
        NothingPiped: there is a pipe or a file, and it is empty. It would be wrong to take another pack instead of the one
            that a failed command should have sent.
    """
    if stdin is None or stdin.closed:
        return None
    try:
        number = stdin.fileno()
        mode = os.fstat(number).st_mode
    except (OSError, ValueError):  # a stand-in without a file beneath it
        return read(stdin.buffer, "What is piped in") or None
    if stat.S_ISREG(mode):
        if os.lseek(number, 0, os.SEEK_CUR) > 0:  # others are reading it: a loop over a list, a shell at its script
            return None
    elif stat.S_ISSOCK(mode):  # no shell makes one for a pipeline; programs that start programs do
        return (read(stdin.buffer, "What is piped in") or None) if _speaks(number) else None
    elif not stat.S_ISFIFO(mode) or not (_speaks(number) or _fed_by_pipeline(number)):
        return None
    data = read(stdin.buffer, "What is piped in")
    if not data:
        raise NothingPiped
    return data


def _speaks(number: int) -> bool:
    """Whether the input has something to read, or has ended, before our patience has."""
    try:
        return bool(select.select([number], [], [], PATIENCE)[0])
    except (OSError, ValueError):  # Windows can wait for sockets only
        return True


def _fed_by_pipeline(number: int, processes: Path = Path("/proc")) -> bool:
    """Whether a command beside us can still write into the pipe. One that only our callers hold open is not for us.

    Where the system does not show who holds it, it is taken for a pipeline: better to wait than to miss a pack.
    """
    try:
        pipe = Path(f"/proc/self/fd/{number}").readlink()
    except OSError:
        return True
    callers = _callers()
    for process in processes.iterdir():
        if process.name.isdigit() and int(process.name) not in callers and _can_write(process, pipe):
            return True
    return False


def _callers() -> set[int]:
    """This process and all that started it."""
    found: set[int] = set()
    process = os.getpid()
    while process > 0 and process not in found:
        found.add(process)
        try:
            status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
            process = int(status.rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            break
    return found


def _can_write(process: Path, pipe: Path) -> bool:
    """Whether a process holds the pipe open for writing; no where it may not be looked at."""
    try:
        for entry in (process / "fd").iterdir():
            if entry.readlink() == pipe:
                flags = (process / "fdinfo" / entry.name).read_text(encoding="ascii").split("flags:")[1].split()[0]
                if int(flags, 8) & os.O_ACCMODE != os.O_RDONLY:
                    return True
    except (OSError, ValueError, IndexError):
        pass
    return False
