"""The options that several commands share, and the examples and exit statuses that stand under their help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from agendapack.errors import EXIT_STATUSES

STATUSES = "\b\nExit status:\n" + "\n".join(f"  {status:>3}  {meaning}" for status, meaning in EXIT_STATUSES)


def examples(*lines: str) -> str:
    """The end of a command's help; the mark keeps its lines as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines) + "\n\n" + STATUSES


class Engine(StrEnum):
    """What can read a PDF."""

    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


class Manner(Struct):
    """How this run is to behave, whatever the command."""

    quiet: bool = False
    debug: bool = False
    password: str | None = None
    rules: Path | None = None
    timeout: float | None = None
    max_memory: int | None = None
    jobs: int = 1
    ocr: bool = False
    ocr_languages: str | None = None
    engine: Engine | None = None


class Form(StrEnum):
    """What a view can be written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class DatedForm(StrEnum):
    """What a view of things that fall on days can be written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    ICS = "ics"


class TrackedForm(StrEnum):
    """What the recommendations that were tracked can be written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    ICS = "ics"


class Strands(StrEnum):
    """The two strands of recommendations."""

    FORMAL = "formal"
    SCRUTINY = "scrutiny"


def _sets(name: str) -> Callable[[typer.Context, Any], Any]:
    """A callback that puts what an option is given into the manner of this run."""

    def put(ctx: typer.Context, given: Any) -> Any:
        if given and isinstance(ctx.obj, Manner):
            setattr(ctx.obj, name, given)
        return given

    return put


PackArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PACK",
        show_default=False,
        help="A PDF, a record that parse wrote, or - for what is piped in. Left out: what is piped in, or the pack parsed last.",
    ),
]
PacksArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PACK...",
        show_default=False,
        help="PDFs, records that parse wrote, folders of both, or - for what is piped in. Left out: what is piped in, or the pack"
        " parsed last.",
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", metavar="DATE", formats=["%Y-%m-%d"], show_default=False, help="The day on which it is asked. Left out: today."
    ),
]
TrackedFormatOption = Annotated[
    TrackedForm | None,
    typer.Option("--format", show_default=False, help="Left out: a table on a terminal, JSON where the output is piped."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Write to this file, whole or not at all."),
]
CompactOption = Annotated[bool, typer.Option("--compact", help="JSON on one line, without indentation.")]
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
    typer.Option(
        metavar="WORD",
        envvar="AGENDAPACK_PASSWORD",
        show_default=False,
        callback=_sets("password"),
        help="The password of a protected PDF. Left out: it is asked for on a terminal.",
    ),
]
DatedFormatOption = Annotated[
    DatedForm | None,
    typer.Option("--format", show_default=False, help="Left out: a table on a terminal, JSON where the output is piped."),
]
OcrOption = Annotated[
    bool,
    typer.Option("--ocr", callback=_sets("ocr"), help="Read sheets that are pictures by OCR, with OCRmyPDF and Tesseract."),
]
OcrLanguagesOption = Annotated[
    str | None,
    typer.Option(
        "--ocr-languages",
        metavar="NAMES",
        show_default="eng",
        callback=_sets("ocr_languages"),
        help="As --ocr, for sheets in these languages, as Tesseract names them: eng+cym for English and Welsh.",
    ),
]
RulesOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        callback=_sets("rules"),
        help="Read the PDF with rules of your own too, from this TOML file.",
    ),
]
EngineOption = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        show_default="pdfium",
        callback=_sets("engine"),
        help="What takes the text out of the PDF: PDFium, or pdfplumber, a second opinion that takes many times as long.",
    ),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        min=0.1,
        show_default="300",
        callback=_sets("timeout"),
        help="How long reading one PDF may take.",
    ),
]
MemoryOption = Annotated[
    int | None,
    typer.Option(
        "--max-memory",
        metavar="MEGABYTES",
        min=100,
        show_default="2000",
        callback=_sets("max_memory"),
        help="How much memory reading one PDF may take.",
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        max=64,
        show_default="1",
        callback=_sets("jobs"),
        help="Over how many processes a pack of 128 sheets or more is divided.",
    ),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 7 where there are warnings or errors among the findings.")
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", callback=_sets("quiet"), help="No notices and no progress; errors are still told.")
]
DebugOption = Annotated[bool, typer.Option("--debug", callback=_sets("debug"), help="Show where a fault of agendapack arose.")]


def _of_all(
    *,
    rules: RulesOption = None,
    password: PasswordOption = None,
    ocr: OcrOption = False,
    ocr_languages: OcrLanguagesOption = None,
    engine: EngineOption = None,
    timeout: TimeoutOption = None,
    max_memory: MemoryOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """The options of every command that reads packs. What they are given is found in the manner of the run."""


def reads_packs(command: Callable[..., None]) -> Callable[..., None]:
    """A command that reads packs: it has the options of all such, after its own."""
    own, shared = (signature(each, eval_str=True).parameters for each in (command, _of_all))

    @wraps(command)
    def run(**given: Any) -> None:
        command(**{name: value for name, value in given.items() if name in own})

    parameters = [*own.values(), *shared.values()]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    vars(run)["__signature__"] = Signature(parameters)
    return run
