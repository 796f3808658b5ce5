"""Records on disk: reading one that was written before, writing one whole or not at all, and keeping the last one."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from agendapack.errors import CannotWrite, NewerRecord, NoPack, NotARecord, WritingFailed
from agendapack.interrupts import held
from agendapack.records import SCHEMA_VERSION, AgendaPack
from agendapack.sniff import LARGEST_RECORD, too_large

LAST = "last.json"


class _Head(BaseModel):
    """What tells a record from other JSON."""

    schema_version: str
    source: dict[str, Any]


def load(data: bytes, name: str) -> AgendaPack:
    """The record that `data` holds. It may be anybody's: its size, its depth and every field are checked before it is used.

    Fields that this release does not know are left out: new fields alone do not change the schema version.

    Raises:
        NotARecord: it is no JSON, only part of a record, the JSON of something else, or larger or deeper than any record.
        NewerRecord: its schema version is later than this release's.
    """
    if len(data) > LARGEST_RECORD:
        raise too_large(name)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        version = _Head.model_validate_json(data).schema_version
    except ValidationError as error:
        raise NotARecord(f"{name} {_what_is_wrong(error)}") from error
    if version != SCHEMA_VERSION:
        if _number(version) > _number(SCHEMA_VERSION):
            raise NewerRecord(f"{name} was written by a newer agendapack (schema {version}; this one knows {SCHEMA_VERSION}).")
        raise NotARecord(f"{name} has the schema version {version[:20]!r}, which this agendapack does not know.")
    try:
        return AgendaPack.model_validate_json(data, extra="ignore")
    except ValidationError as error:
        raise NotARecord(f"{name} is not a record that agendapack wrote: {_where(error)}.") from error


def _what_is_wrong(error: ValidationError) -> str:
    (problem, *_) = error.errors(include_url=False, include_input=False)
    if problem["type"] != "json_invalid":
        return "is JSON, but not a record that agendapack wrote."
    if "recursion limit" in problem["msg"]:
        return "is not a record that agendapack wrote: it is nested deeper than any."
    return "is not a whole record: its JSON is broken off or damaged."


_FEW = 100
"""Wrong fields up to which the first is looked up: the library words them all, and in a file made for it there are millions."""


def _where(error: ValidationError) -> str:
    if error.error_count() > _FEW:
        return f"{error.error_count():,} of its fields are not as they should be"
    place = error.errors(include_url=False, include_input=False)[0]["loc"]
    return f"{'.'.join(map(str, place))} is not as it should be"


def _number(version: str) -> int:
    return int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0


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


def last() -> AgendaPack:
    """The record kept last.

    Raises:
        NoPack: there is none, or it can no longer be read.
    """
    try:
        data = (folder() / LAST).read_bytes()
    except OSError as error:
        raise NoPack from error
    try:
        return load(data, "it")
    except NotARecord as error:
        raise NoPack("The record of the pack parsed last can no longer be read.", "Parse the pack again.") from error
