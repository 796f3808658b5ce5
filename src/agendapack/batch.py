"""Many packs, one after the other: files and folders in, records and failures out. One pack is in memory at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from msgspec import Struct
from msgspec.structs import replace

from agendapack import saved, source
from agendapack.errors import CannotOpen, LimitReached
from agendapack.records import AgendaPack
from agendapack.sniff import HEAD, is_pdf
from agendapack.source import Last, Pdf, Saved

Parse = Callable[[Pdf], AgendaPack]


class Failure(Struct, frozen=True):
    """A pack that could not be read, and why. Any other exception than an `AgendaPackError` is a fault of agendapack."""

    name: str
    error: Exception


def read(arguments: Sequence[str], parse: Parse, stdin: TextIO | None = None) -> Iterator[AgendaPack | Failure]:
    """The record of each pack that is named, in that order; of a folder, those of all PDFs and records in it, in name order.

    No argument is what is piped in, else the pack parsed last; `-` is what is piped in. What two arguments lead to is read once,
    and so is a PDF whose record was read before it.
    """
    seen: set[Path | str] = set()
    for argument in arguments or (None,):
        for found in _files(argument):
            if isinstance(found, Failure):
                yield found
            elif found is None or found.at is None:
                yield _read(found, parse, stdin)
            elif not {(where := Path(found.at).resolve()), _digest(where)} & seen:
                pack = _read(found, parse, stdin)
                seen |= {where} if isinstance(pack, Failure) else {where, pack.source.sha256}
                yield pack


class _File(Struct, frozen=True):
    """A file to read, and the name to call it by. `at` is None for what is piped in."""

    argument: str
    name: str
    at: str | None


def _files(argument: str | None) -> Iterator[_File | Failure | None]:
    """The files that an argument stands for; None for no argument at all."""
    if argument is None or argument == "-":
        yield _File("-", source.STDIN, None) if argument else None
        return
    folder = Path(argument)
    if not folder.is_dir():
        yield _File(argument, Path(argument).name, argument)
        return
    paths = list(_packs_in(folder))
    yield from (_File(str(path), path.relative_to(folder).as_posix(), str(path)) for path in paths)
    if not paths:
        error = CannotOpen(f"There is no PDF and no record in the folder {argument}.", "Name another folder, or a file.")
        yield Failure(argument, error)


def _digest(path: Path) -> str:
    """The checksum of a PDF, by which a record names it; empty for any other file."""
    try:
        with path.open("rb") as file:
            if not is_pdf(file.read(HEAD)):
                return ""
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _packs_in(folder: Path) -> Iterator[Path]:
    """The PDFs and records in a folder and the folders within it, in name order. What is hidden is left alone."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            kind = path.suffix.casefold()
            if not name.startswith(".") and (kind == ".pdf" or (kind == ".json" and _may_be_record(path))):
                yield path


def _may_be_record(path: Path) -> bool:
    """Whether a JSON file begins as a record does: a folder may hold others, which are nobody's failure."""
    try:
        with path.open("rb") as file:
            return b'"schema_version"' in file.read(HEAD)
    except OSError:
        return True


def _read(file: _File | None, parse: Parse, stdin: TextIO | None) -> AgendaPack | Failure:
    try:
        given = source.find(file.argument if file else None, stdin)
        if isinstance(given, Pdf):
            return parse(replace(given, name=file.name) if file and file.at else given)
        if isinstance(given, Saved):
            return saved.load(given.data, given.name)
        assert isinstance(given, Last)
        return saved.last()
    except MemoryError:
        return Failure(file.name if file else "", LimitReached())
    except Exception as error:  # whatever it is, the other packs can still be read
        return Failure(file.name if file else "", error)


def is_single(arguments: Sequence[str]) -> bool:
    """Whether no more than one pack is meant, so that its failure is the failure of the whole."""
    return not arguments or (len(arguments) == 1 and not Path(arguments[0]).is_dir())
