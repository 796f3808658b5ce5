"""The options that several commands share, and the examples and exit statuses that stand under their help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from agendapack.errors import EXIT_STATUSES

STATUSES = "\b\nExit status:\n" + "\n".join(f"  {status:>3}  {meaning}" for status, meaning in EXIT_STATUSES)


def examples(*lines: str) -> str:
    """The end of a command's help; the mark keeps its lines as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines) + "\n\n" + STATUSES


@dataclass(slots=True)
class Manner:
    """How this run is to behave, whatever the command."""

    quiet: bool = False
    debug: bool = False


class Form(StrEnum):
    """What a view can be written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class Strands(StrEnum):
    """The two strands of recommendations."""

    FORMAL = "formal"
    SCRUTINY = "scrutiny"


def _set_quiet(ctx: typer.Context, wanted: bool) -> None:
    if wanted and isinstance(ctx.obj, Manner):
        ctx.obj.quiet = True


def _set_debug(ctx: typer.Context, wanted: bool) -> None:
    if wanted and isinstance(ctx.obj, Manner):
        ctx.obj.debug = True


PackArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PACK",
        show_default=False,
        help="A PDF, a record that parse wrote, or - for what is piped in. Left out: what is piped in, or the pack parsed last.",
    ),
]
ItemOption = Annotated[
    list[str] | None,
    typer.Option("--item", metavar="NUMBER", show_default=False, help="Only the item of this printed number; may be repeated."),
]
FormatOption = Annotated[
    Form | None,
    typer.Option("--format", show_default=False, help="Left out: a table on a terminal, JSON where the output is piped."),
]
PasswordOption = Annotated[
    str | None,
    typer.Option(metavar="WORD", envvar="AGENDAPACK_PASSWORD", show_default=False, help="The password of a protected PDF."),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 7 where there are warnings or errors among the findings.")
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", callback=_set_quiet, help="No notices and no progress; errors are still told.")
]
DebugOption = Annotated[bool, typer.Option("--debug", callback=_set_debug, help="Show where a fault of agendapack arose.")]
