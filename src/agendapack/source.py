"""Where a pack comes from: the file that is named, what is piped in, or the pack parsed last."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from agendapack.errors import CannotOpen, NotAPdf, NothingPiped
from agendapack.sniff import HEAD, is_json, is_pdf, read, rest
from agendapack.stdin import piped

STDIN = "standard input"

_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class Pdf(Struct, frozen=True):
    """A PDF that has to be parsed: its file or its bytes, and the name to call it by."""

    name: str
    content: Path | bytes


class Saved(Struct, frozen=True):
    """A record that was written before, as bytes, and the name to call it by."""

    name: str
    data: bytes


class Last(Struct, frozen=True):
    """The pack parsed last."""


Given = Pdf | Saved | Last


def find(argument: str | None, stdin: TextIO | None) -> Given:
    """What PACK stands for: a file, `-` for what is piped in, None for what is piped in or else the pack parsed last.

    Raises:
        CannotOpen: no such file, a folder, a web address, or a file that may not be read.
        NothingPiped: a pipe was given, and nothing came through it.
        NotAPdf: it is neither a PDF nor JSON.
        LimitReached, NotARecord: it is larger than any pack, or than any record.
    """
    if argument is None:
        data = piped(stdin)
        return Last() if data is None else _of_bytes(data, STDIN)
    if argument == "-":
        if stdin is None or stdin.closed or stdin.isatty():
            raise NothingPiped("Nothing is piped in.", "Send a PDF or a record: agendapack show - < pack.pdf")
        data = read(stdin.buffer, "What is piped in")
        if not data:
            raise NothingPiped
        return _of_bytes(data, STDIN)
    return _of_file(argument)


def _of_file(argument: str) -> Given:
    if _WEB_ADDRESS.match(argument):
        raise CannotOpen(f"{argument} is a web address, not a file.", f"Download it first: curl -LO '{argument}'")
    path, name = Path(argument), os.fsencode(argument).decode("utf-8", errors="replace")
    try:
        if path.is_dir():
            raise CannotOpen(f"{name} is a folder.", "Name a PDF, or a record that agendapack parse wrote.")
        with path.open("rb") as file:
            head = file.read(HEAD)
            if is_pdf(head):
                return Pdf(Path(name).name, path if path.is_file() else head + rest(head, file, name))
            if is_json(head):
                return Saved(name, head + rest(head, file, name))
    except FileNotFoundError as error:
        raise CannotOpen(f"There is no file {name}.") from error
    except PermissionError as error:
        raise CannotOpen(f"{name} may not be read.", "Check its permissions.") from error
    except (OSError, ValueError) as error:
        raise CannotOpen(f"{name} cannot be opened: {getattr(error, 'strerror', None) or error}.") from error
    raise _neither(name, head)


def _of_bytes(data: bytes, name: str) -> Given:
    if is_pdf(data):
        return Pdf(name, data)
    if is_json(data):
        return Saved(name, data)
    raise _neither(name, data)


def _neither(name: str, head: bytes) -> NotAPdf:
    if not head:
        return NotAPdf(f"{name} is empty.", "Download it again.")
    if head.lstrip()[:1] == b"<":
        return NotAPdf(
            f"{name} is a web page, not a PDF.", "Open it in a browser: the site may have answered with an error or a notice."
        )
    return NotAPdf(
        f"{name} is neither a PDF nor a record that agendapack wrote.", "Name a PDF, or a record from: agendapack parse"
    )
