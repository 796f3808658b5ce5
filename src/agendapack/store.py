"""Records on disk: writing one whole or not at all, and keeping the last one."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.errors import CannotWrite, NoPack, WritingFailed
from agendapack.interrupts import held

if TYPE_CHECKING:
    from agendapack.records import AgendaPack

LAST = "last.json"


def check_target(path: Path) -> None:
    """Finds out before the work, not after it, that a file cannot be written there.

    Raises:
        CannotWrite: it is a folder, its folder is missing, or neither may be written.
    """
    if path.is_dir():
        raise CannotWrite(f"{path} is a folder.", f"Name a file in it, for example: -o {path / 'record.json'}")
    if not path.parent.is_dir():
        raise CannotWrite(f"There is no folder {path.parent}.", f"Make it first: mkdir -p {path.parent}")
    if not os.access(path if _is_special(path) else path.resolve().parent, os.W_OK):
        raise CannotWrite(f"{path} may not be written.", "Check the permissions of its folder, or choose another.")


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or, if anything fails, as it was before.

    A link is followed. A device or a pipe (`/dev/stdout`) is written to, not replaced.

    Raises:
        WritingFailed: the system refused.
    """
    try:
        if _is_special(path):
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise WritingFailed(f"{path} cannot be written: {error.strerror or error}.") from error


def _is_special(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _replace(path: Path, data: bytes) -> None:
    """Beside its place first, then into it in one step: two programs that write at once cannot mix what they write."""
    with held() as released:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        try:
            with released(), os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_mode(path))
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise


def _mode(path: Path) -> int:
    """The permissions of the file that is there, else those that a new file gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def folder() -> Path:
    """Where the last record is kept: the user's own state folder, as the system defines it."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only needed here, and not quick

    return user_state_path("agendapack", appauthor=False)


def keep(pack: AgendaPack) -> None:
    """Keeps a record as the last one.

    Raises:
        CannotWrite: the user's state folder cannot be written.
    """
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotWrite(f"{place} cannot be made: {error.strerror or error}.") from error
    write_whole(place / LAST, pack.model_dump_json().encode())


def last() -> bytes:
    """The record kept last, as it is on disk.

    Raises:
        NoPack: there is none, or it cannot be read.
    """
    try:
        return (folder() / LAST).read_bytes()
    except OSError as error:
        raise NoPack from error
