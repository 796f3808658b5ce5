"""What is written to a terminal, a file or a pipe: the answer on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from agendapack.errors import CannotWrite, WritingFailed
from agendapack.printable import printable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from agendapack.options import Manner

WIDEST = 120
"""Columns beyond which lines of prose become hard to read, however wide the terminal."""


def say(text: str, *, raw: bool = False) -> None:
    """A line on standard error; `raw` keeps its line breaks."""
    if sys.stderr is not None:
        shown = "\n".join(map(printable, text.splitlines())) if raw else printable(text)
        with contextlib.suppress(OSError):
            print(shown, file=sys.stderr, flush=True)


def note(manner: Manner, text: str) -> None:
    """What somebody who sits there may like to know, unless this run is to be quiet."""
    if not manner.quiet:
        say(f"agendapack: {text}")


def on_terminal() -> bool:
    """Whether somebody reads what is written to standard output as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def show(renderable: RenderableType) -> None:
    """Writes what rich lays out, as wide as the terminal is, without spaces at line ends."""
    console = _console()
    with console.capture() as captured:
        console.print(renderable)
    write("".join(line.rstrip(" ") + "\n" for line in captured.get().splitlines()))


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    plain = bool(os.environ.get("NO_COLOR")) or not on_terminal()
    console = Console(color_system=None if plain else "auto", markup=False, highlight=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console


def write(text: str) -> None:
    """Writes to standard output, and quietly stops where nobody reads any more.

    It is UTF-8 with its own line breaks wherever it goes; on a terminal it is in the terminal's encoding.
    """
    if sys.stdout is None:
        raise CannotWrite("Standard output is closed.", "Send it somewhere, for example: > record.json")
    try:
        reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
        if reconfigure and on_terminal():
            reconfigure(errors="replace")
        elif reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _silence_stdout()
        if error.errno in (errno.EPIPE, errno.EINVAL):
            raise typer.Exit(0) from error
        raise WritingFailed(f"The output cannot be written: {error.strerror or error}.", WRITTEN_IN_PART) from error


WRITTEN_IN_PART = "What came out so far is not the whole: make room and run it again."


def _silence_stdout() -> None:
    """Lets what is still in the buffer go nowhere, so that Python does not fail on it again when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
