"""From the argument of a command to the record that is meant: parsed now, saved before, piped in, or the last one."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING

from agendapack.errors import (
    AgendaPackError,
    BadRules,
    CannotOpen,
    CannotWrite,
    EncryptedPdf,
    InputChanged,
    OcrMissing,
)
from agendapack.interrupts import not_swallowed
from agendapack.options import Manner
from agendapack.printable import printable
from agendapack.terminal import note, say

if TYPE_CHECKING:
    from agendapack.batch import Failure
    from agendapack.records import AgendaPack
    from agendapack.source import Pdf


def record(manner: Manner, argument: str | None, *, keep: bool = True, whole: bool = False) -> AgendaPack:
    """The record of the pack that is meant: parsed now, and kept as the last one; read from a file; or the last one.

    Unless it is wanted `whole`, one that was saved is read as far as looking at it needs.
    """
    from agendapack import saved, source  # noqa: PLC0415

    given = source.find(argument, sys.stdin)
    if isinstance(given, source.Pdf):
        record = _parsed(manner, given)
        return kept(manner, record) if keep else record
    for option, given_too in (("--rules", manner.rules), ("--ocr", manner.ocr or manner.ocr_languages)):
        if given_too:
            note(manner, f"A saved record stays as it was read: {option} changes nothing in it.")
    read = saved.load if whole else saved.look
    if isinstance(given, source.Saved):
        return _as_read(manner, read(given.data, given.name))
    record = _as_read(manner, saved.last(read))
    note(manner, f"Using the pack parsed last: {record.source.file}")
    return record


def many(manner: Manner, arguments: list[str], failed: list[str]) -> Iterator[AgendaPack]:
    """The records of many packs, one after the other. A pack that fails is told and left out, and its name is put with those
    that failed; where just one pack is meant, its failure is that of the whole."""
    from agendapack import batch  # noqa: PLC0415

    for each in batch.read(arguments, lambda pdf: _parsed(manner, pdf), sys.stdin):
        if isinstance(each, batch.Failure):
            if batch.is_single(arguments) or isinstance(each.error, (BadRules, OcrMissing)):
                raise each.error
            failed.append(each.name)
            _tell_failure(manner, each)
        else:
            yield _as_read(manner, each)


def _as_read(manner: Manner, record: AgendaPack) -> AgendaPack:
    """A record, which may have been saved; told where another engine was asked for than read it."""
    if manner.engine and record.source.engine != manner.engine.value:
        note(manner, f"{record.source.file} stays as {record.source.engine} read it: it is a saved record.")
    return record


def _tell_failure(manner: Manner, failure: Failure) -> None:
    error = failure.error
    if isinstance(error, AgendaPackError):
        say(f"agendapack: {_named(failure.name, error).sentence}")
        return
    if manner.debug:
        say("".join(traceback.format_exception(error)), raw=True)
    say(f"agendapack: {failure.name}: a fault of agendapack itself ({type(error).__name__}: {error}).")


def kept(manner: Manner, record: AgendaPack) -> AgendaPack:
    """The record, kept as the last one."""
    from agendapack import store  # noqa: PLC0415

    try:
        store.keep(record)
    except CannotWrite as error:
        note(manner, f"The record could not be kept for the next command. {error.sentence}")
    return record


def _parsed(manner: Manner, pdf: Pdf) -> AgendaPack:
    """The record of a PDF, with the password that was given, else with one that is asked for where somebody can be asked."""
    try:
        return _parsed_with(manner, pdf, manner.password)
    except EncryptedPdf as error:
        if manner.password:
            raise EncryptedPdf(f"{pdf.name}: this password does not open it.") from error
        if not _can_ask():
            raise
    for _ in range(ASKED):
        if not (password := _asked(pdf.name)):
            raise EncryptedPdf(f"{pdf.name}: without its password it stays shut.")
        try:
            return _parsed_with(manner, pdf, password)
        except EncryptedPdf:
            say("This password does not open it.")
    raise EncryptedPdf(f"{pdf.name}: none of these passwords opens it.")


ASKED = 3
"""How often a password is asked for."""


def _can_ask() -> bool:
    """Whether somebody sits there who can see the question and answer it."""
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _asked(name: str) -> str:
    """A password, not shown while it is typed; empty where it is not given."""
    from getpass import getpass  # noqa: PLC0415

    try:
        return getpass(f"Password of {printable(name)}: ", stream=sys.stderr)
    except EOFError:
        return ""


def _parsed_with(manner: Manner, pdf: Pdf, password: str | None) -> AgendaPack:
    import agendapack  # noqa: PLC0415
    from agendapack.progress import Bar  # noqa: PLC0415

    shown = not manner.quiet and sys.stderr is not None and sys.stderr.isatty()
    try:
        with not_swallowed(), Bar(pdf.name, shown=shown) as bar:
            return agendapack.parse(
                pdf.content,
                name=pdf.name,
                password=password,
                rules=manner.rules,
                timeout=manner.timeout,
                max_memory=manner.max_memory,
                progress=bar.update if shown else None,
                jobs=manner.jobs,
                ocr=manner.ocr or manner.ocr_languages is not None,
                ocr_languages="eng" if manner.ocr_languages is None else manner.ocr_languages,
                engine=manner.engine.value if manner.engine else "pdfium",
            )
    except (BadRules, OcrMissing):
        raise
    except AgendaPackError as error:
        raise _named(pdf.name, error) from error
    except FileNotFoundError as error:
        raise InputChanged(f"{pdf.name} vanished before it was read.", "See who moved or deleted it.") from error
    except OSError as error:
        if error.errno is None:  # no refusal of the system
            raise
        raise CannotOpen(
            f"{pdf.name} cannot be read: {error.strerror or error}.", "See whether its disk or share is there."
        ) from error


def _named(name: str, error: AgendaPackError) -> AgendaPackError:
    """The same error, its sentence with the name of the file in front."""
    return type(error)(error.sentence if name in error.sentence else f"{name}: {error.sentence}", error.next_step)
