"""The command line: options in, one library call, output. The only place that exits.

What only some commands need is imported where it is used, so that `--version` and `--help` are quick and so that reading a
saved record loads no PDF library.
"""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_name
from typer.models import CommandInfo

from agendapack import __version__, given, terminal
from agendapack.as_given import AsGiven
from agendapack.errors import (
    AgendaPackError,
    CannotWrite,
    LimitReached,
)
from agendapack.interrupts import Ended, not_swallowed
from agendapack.options import (
    AsOfOption,
    CompactOption,
    DatedForm,
    DatedFormatOption,
    DebugOption,
    Form,
    FormatOption,
    ItemOption,
    JobsOption,
    Manner,
    OutputOption,
    PackArgument,
    PacksArgument,
    QuietOption,
    Strands,
    StrictOption,
    TrackedForm,
    TrackedFormatOption,
    examples,
    reads_packs,
)

if TYPE_CHECKING:
    from agendapack.exports import View
    from agendapack.records import AgendaPack

FAULT, USAGE, STRICT, SOME_FAILED, INTERRUPTED = 1, 2, 7, 8, 130


class Command(AsGiven, TyperCommand):
    """One command."""


class Commands(AsGiven, TyperGroup):
    """The commands, with one place in which every way to fail becomes an exit status and a sentence."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command and exits."""
        manner = Manner()
        extra |= {"standalone_mode": False, "obj": manner}
        try:
            with not_swallowed():
                status = super().main(*args, **extra)
        except AgendaPackError as error:
            status = _complain(error.sentence, error.next_step, error.exit_status)
        except MemoryError:
            status = _complain(LimitReached.sentence, LimitReached.next_step, LimitReached.exit_status)
        except (KeyboardInterrupt, typer.Abort):
            status = INTERRUPTED
        except Ended as ended:
            status = _complain(f"Ended by {ended.name}; nothing was left half-written.", "", ended.exit_status)
        except Exception as error:
            status = _misuse(error) if hasattr(error, "format_message") else _fault(error, debug=manner.debug)
        sys.exit(status if isinstance(status, int) else 0)


def _complain(sentence: str, next_step: str, status: int) -> int:
    terminal.say(f"agendapack: {sentence}")
    if next_step:
        terminal.say(next_step)
    return status


def _misuse(error: Any) -> int:
    """Of the errors that the parser of the options raises, whichever release of it is installed."""
    message = " ".join(error.format_message().split()).replace(": Value error, ", ": ")  # the converter's own words for it
    path = getattr(getattr(error, "ctx", None), "command_path", None) or "agendapack"
    return _complain(message, f"See: {path} --help", error.exit_code) if message else int(error.exit_code)


def _fault(error: Exception, *, debug: bool) -> int:
    if debug:
        terminal.say(traceback.format_exc(), raw=True)
    about = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    step = "" if debug else "For what to put into a report, run it again with --debug."
    return _complain(f"This is a fault of agendapack itself, not of yours ({about}).", step, FAULT)


app = typer.Typer(
    name="agendapack",
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


command = partial(app.command, cls=Command)


def main() -> None:
    """The entry point of the command line."""
    app.registered_commands = _chosen_command(sys.argv[1:2]) or app.registered_commands
    app()


def _chosen_command(arguments: list[str]) -> list[CommandInfo]:
    """The command that the first argument names: to work out the options of all of them takes longer than reading ten sheets."""
    return [each for each in app.registered_commands if each.callback and get_command_name(each.callback.__name__) in arguments]


def _version(wanted: bool) -> None:
    if wanted:
        terminal.write(f"agendapack {__version__}\n")
        raise typer.Exit


@app.callback(
    epilog=examples(
        "agendapack parse pack.pdf -o pack.json    the whole record, as JSON",
        "agendapack show                           the pack parsed last, at a glance",
        "agendapack recs --item 6                  what item 6 recommends",
        "agendapack parse pack.pdf | agendapack contacts --format csv",
    )
)
def agendapack(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Turns a UK council's agenda pack (PDF) into records: items, papers, recommendations and contacts, each with its sheet."""
    if ctx.invoked_subcommand is None:
        terminal.say(ctx.get_help(), raw=True)
        raise typer.Exit(USAGE)


# The commands


@command(
    epilog=examples(
        "agendapack parse pack.pdf                 the record on standard output",
        "agendapack parse pack.pdf -o pack.json    the record in a file",
        "curl -s https://.../pack.pdf | agendapack parse --compact",
    )
)
@reads_packs
def parse(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    output: OutputOption = None,
    compact: CompactOption = False,
    strict: StrictOption = False,
    jobs: JobsOption = None,
) -> None:
    """Parse a pack and write its record as JSON.

    The record is also kept as the last one, so that the other commands can be used without naming the pack again.
    """
    target = _target(output, [pack] if pack else [])
    record = given.record(ctx.obj, pack, whole=True)
    _deliver(ctx.obj, record, target, compact=compact)
    _judge(ctx.obj, record, strict=strict, hint=True)


@command(
    epilog=examples(
        "agendapack show pack.pdf",
        "agendapack show                 the pack parsed last",
        "agendapack show pack.pdf --strict && echo nothing to check",
    )
)
@reads_packs
def show(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    strict: StrictOption = False,
) -> None:
    """Show a pack at a glance.

    The meeting, its items with their papers, how many recommendations and contacts each has, and what to know before
    relying on it. Sheets are counted as a PDF viewer counts them; pages are the numbers printed on the paper.
    """
    record = given.record(ctx.obj, pack)
    from agendapack import render  # noqa: PLC0415

    terminal.show(render.show(record))
    _judge(ctx.obj, record, strict=strict, hint=False)


@command(epilog=examples("agendapack items pack.pdf", "agendapack items --format csv > items.csv"))
@reads_packs
def items(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    form: FormatOption = None,
) -> None:
    """List the items of business.

    Each with its number, title, kind, sheets (as a PDF viewer counts them) and pages (as printed in the agenda).
    """
    _view(ctx.obj, given.record(ctx.obj, pack), "items", form)


@command(
    epilog=examples(
        "agendapack recs --item 6",
        "agendapack recs pack.pdf --strand scrutiny",
        "agendapack parse pack.pdf | agendapack recs --format csv > recommendations.csv",
    )
)
@reads_packs
def recs(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    strand: Annotated[
        Strands | None,
        typer.Option(show_default=False, help="Only what the meeting is asked to resolve, or only what scrutiny recommends."),
    ] = None,
    form: FormatOption = None,
) -> None:
    """List the recommendations.

    Each with its label, whom it is made to, and where it stands: the sheet (as a PDF viewer counts them) and the page (as
    printed on it).
    """
    record = _chosen(given.record(ctx.obj, pack), item)
    if strand:
        from agendapack import selection  # noqa: PLC0415

        record = selection.only_strand(record, strand.value)
    _view(ctx.obj, record, "recs", form)


@command(epilog=examples("agendapack contacts --item 6", "agendapack contacts pack.pdf --format csv > contacts.csv"))
@reads_packs
def contacts(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """List the people to contact.

    Whom the pack names to be asked, and who checked or signed its papers.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "contacts", form)


@command(epilog=examples("agendapack responses --item 6", "agendapack responses pack.pdf --format jsonl"))
@reads_packs
def responses(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """List the answers to scrutiny.

    The rows of the forms on which recommendations of scrutiny are answered.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "responses", form)


@command(epilog=examples("agendapack actions --item 10", "agendapack actions pack.pdf --format csv > actions.csv"))
@reads_packs
def actions(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """List the actions that are followed up.

    The rows of action logs and trackers: what a meeting asked for, who is to do it and by when, and what became of it.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "actions", form)


@command(epilog=examples("agendapack planned --item 11", "agendapack planned pack.pdf --format csv > plan.csv"))
@reads_packs
def planned(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """List the business that is planned.

    The lines of forward plans and work programmes: what a body means to deal with and when, who decides and who leads on it.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "planned", form)


@command(
    epilog=examples(
        "agendapack deadlines pack.pdf",
        "agendapack deadlines --format ics > due.ics",
        "agendapack deadlines pack.pdf --format jsonl | jq -r '[.due, .who, .text] | @tsv'",
    )
)
@reads_packs
def deadlines(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: DatedFormatOption = None,
) -> None:
    """List by when something is due.

    Answers to recommendations, reports that are to come back, the end of a call-in: from whom, the words, the law, and the day,
    as printed or computed from the period. A printed day that its own period contradicts is told.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "deadlines", form)


@command(epilog=examples("agendapack decisions --item 6", "agendapack decisions minutes.pdf --format csv > decisions.csv"))
@reads_packs
def decisions(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """List the decisions.

    What minutes and notices of decisions tell was resolved, with its outcome, and who decided, moved it or is to act, where
    they name them.
    """
    _view(ctx.obj, _chosen(given.record(ctx.obj, pack), item), "decisions", form)


@command(
    epilog=examples(
        "agendapack explain --item 6                 why item 6 and its papers are recorded as they are",
        "agendapack explain pack.pdf --rules my-council.toml",
        "agendapack explain --format csv > reasons.csv",
    )
)
@reads_packs
def explain(
    ctx: typer.Context,
    pack: PackArgument = None,
    *,
    item: ItemOption = None,
    form: FormatOption = None,
) -> None:
    """Say why the record is as it is.

    For each item what placed it on its sheets, and for everything that was taken from the pack the rule that recognised it,
    the sheet, and why that rule holds.
    """
    from agendapack.rules import every, using  # noqa: PLC0415
    from agendapack.rules.own import read  # noqa: PLC0415

    with using(every(read(ctx.obj.rules) if ctx.obj.rules else None)):
        _view(ctx.obj, _chosen(given.record(ctx.obj, pack, whole=True), item), "reasons", form)


@command(
    epilog=examples(
        "agendapack merge pack.pdf supplement-1.pdf supplement-2.pdf -o meeting.json",
        "agendapack merge cabinet-2031-03-18*.pdf | agendapack recs --item 7",
    )
)
@reads_packs
def merge(
    ctx: typer.Context,
    packs: PacksArgument = None,
    *,
    output: OutputOption = None,
    compact: CompactOption = False,
    strict: StrictOption = False,
) -> None:
    """Merge supplements into their pack.

    The first PACK is the agenda, the others are its supplements, in their order; the record is that of the meeting as it
    stands. Papers that were to follow are filled in, revised papers take the place of those that were sent out, others are
    added; what was superseded is told. A supplement to another meeting is refused.
    """
    named = packs or []
    if len(named) < 2:
        raise typer.BadParameter("a pack and at least one supplement are needed", param_hint="PACK...")
    target = _target(output, named)
    from agendapack import supplement  # noqa: PLC0415

    records = [given.record(ctx.obj, each, keep=False, whole=True) for each in named]
    pack, *others = supplement.in_order(records)
    if pack is not records[0]:
        terminal.note(ctx.obj, f"Taking {pack.source.file} as the pack: it is the agenda.")
    record = supplement.merge(pack, others)
    for finding in record.findings:
        if finding.code in supplement.TOLD:
            terminal.note(ctx.obj, finding.message)
    given.kept(ctx.obj, record)
    _deliver(ctx.obj, record, target, compact=compact)
    _judge(ctx.obj, record, strict=strict, hint=True)


@command(
    epilog=examples(
        "agendapack track cabinet.pdf scrutiny.pdf       what became of each recommendation, the unanswered first",
        "agendapack track packs/ --as-of 2031-06-01 --format html > recommendations.html",
        "agendapack track packs/ --format ics > due.ics",
    )
)
@reads_packs
def track(
    ctx: typer.Context,
    packs: PacksArgument = None,
    *,
    as_of: AsOfOption = None,
    form: TrackedFormatOption = None,
) -> None:
    """Track what became of the recommendations of scrutiny.

    Each once, in however many packs it is printed: made where, by whom, to whom, due when, answered how, overdue or not; the
    unanswered first. One pack that cannot be read does not stop the others.
    """
    from agendapack import track as tracking  # noqa: PLC0415

    day = (as_of or datetime.now()).date()
    failed: list[str] = []
    tracked = tracking.track(given.many(ctx.obj, packs or [], failed), day)
    form = form or (TrackedForm.TABLE if terminal.on_terminal() else TrackedForm.JSON)
    if form is TrackedForm.TABLE:
        from agendapack.render import tracked as rendered  # noqa: PLC0415

        renderable = rendered.table(tracked)
        if renderable is None:
            terminal.note(ctx.obj, "No recommendations of scrutiny found.")
        else:
            terminal.show(renderable)
    else:
        from agendapack.exports import tracked as written  # noqa: PLC0415

        terminal.write(written.write(tracked, form.value, day))
    if failed:
        raise typer.Exit(SOME_FAILED)


@command(epilog=examples("agendapack schema > agendapack.schema.json"))
def schema(*, quiet: QuietOption = False, debug: DebugOption = False) -> None:
    """Write the JSON Schema of the record."""
    from agendapack.exports import json  # noqa: PLC0415

    terminal.write(json.schema())


# From the record to the answer


def _chosen(record: AgendaPack, numbers: list[str] | None) -> AgendaPack:
    if not numbers:
        return record
    from agendapack import selection  # noqa: PLC0415

    return selection.only_items(record, numbers)


def _target(output: Path | None, packs: list[str]) -> Path | None:
    """The file to write to, found fit for it before the work; None is standard output."""
    if output is None or str(output) == "-":
        return None
    from agendapack import store  # noqa: PLC0415

    store.check_target(output)
    if output.exists() and any(Path(pack).exists() and output.samefile(pack) for pack in packs):
        raise CannotWrite(f"{output} is the pack itself; it would be overwritten.", "Choose another name for the record.")
    return output


def _deliver(manner: Manner, record: AgendaPack, target: Path | None, *, compact: bool) -> None:
    """Writes a whole record to a file, or to standard output."""
    from agendapack.exports import json  # noqa: PLC0415

    text = json.record(record, compact=compact)
    if target is None:
        terminal.write(text)
        return
    from agendapack import store  # noqa: PLC0415

    store.write_whole(target, text.encode())
    terminal.note(manner, f"Wrote {target}.")


def _judge(manner: Manner, record: AgendaPack, *, strict: bool, hint: bool) -> None:
    serious = [finding for finding in record.findings if finding.level != "info"]
    if serious and hint:
        some = "1 thing" if len(serious) == 1 else f"{len(serious)} things"
        terminal.note(manner, f"{some} to check in {record.source.file}: agendapack show tells more.")
    if serious and strict:
        raise typer.Exit(STRICT)


def _view(manner: Manner, record: AgendaPack, what: View, form: Form | DatedForm | None) -> None:
    """Writes one view of a record in the format that was asked for, or that suits where it goes."""
    form = form or (Form.TABLE if terminal.on_terminal() else Form.JSON)
    if form.value == Form.TABLE:
        from agendapack import render  # noqa: PLC0415

        renderable = render.view(record, what)
        if renderable is None:
            terminal.note(manner, f"No {NOUNS[what]} found in {record.source.file}.")
        else:
            terminal.show(renderable)
        return
    from agendapack import exports  # noqa: PLC0415

    terminal.write(exports.write(record, what, form.value))


NOUNS: dict[View, str] = {
    "items": "items",
    "recs": "recommendations",
    "contacts": "contacts",
    "responses": "responses",
    "actions": "actions",
    "planned": "planned business",
    "deadlines": "deadlines",
    "reasons": "reasons",
    "decisions": "decisions",
}
