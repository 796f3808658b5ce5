"""The command line, run inside this process: options, formats, errors and their exit statuses."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_records import CALM, HOSTILE, PACK, STEERING
from typer.testing import CliRunner, Result

import agendapack
import agendapack.cli
from agendapack import store
from agendapack.__main__ import main as program
from agendapack.cli import app
from agendapack.errors import EXIT_STATUSES, EncryptedPdf, LimitReached, NotAPdf, NoText
from agendapack.records import AgendaPack, Evidence, Item

COMMANDS = (
    "parse",
    "show",
    "items",
    "recs",
    "contacts",
    "responses",
    "actions",
    "planned",
    "deadlines",
    "decisions",
    "explain",
    "merge",
    "track",
    "schema",
)
VIEWS = ("items", "recs", "contacts", "responses", "actions", "planned", "deadlines", "decisions", "explain")
PDF = b"%PDF-1.7\n"

Parse = Callable[..., AgendaPack]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in, and a home that holds no record yet."""
    monkeypatch.setattr(store, "folder", lambda: tmp_path / "state")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for name in ("AGENDAPACK_PASSWORD", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a PDF that parses to PACK."""
    Path("pack.pdf").write_bytes(PDF)
    parses_to(monkeypatch, PACK)
    return "pack.pdf"


@pytest.fixture
def record() -> str:
    """The name of a record."""
    Path("pack.json").write_text(PACK.model_dump_json(), encoding="utf-8")
    return "pack.json"


def parses_to(monkeypatch: pytest.MonkeyPatch, outcome: AgendaPack | BaseException) -> None:
    def parse(*_: object, **__: object) -> AgendaPack:
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    monkeypatch.setattr(agendapack, "parse", parse, raising=False)


def run(*args: str, piped: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, list(args), input=piped)


def lines(result: Result) -> list[str]:
    """What was said on standard error."""
    return result.stderr.splitlines()


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_every_command_has_help_with_an_example_and_the_exit_statuses(self, command: str, option: str) -> None:
        result = run(command, option)
        assert result.exit_code == 0
        assert f"\n    agendapack {command}" in result.stdout
        for status, meaning in EXIT_STATUSES:
            assert f"{status:>3}  {meaning}" in result.stdout

    def test_the_program_has_help_with_examples_too(self) -> None:
        result = run("--help")
        assert result.exit_code == 0
        assert "    agendapack parse pack.pdf -o pack.json" in result.stdout
        assert all(command in result.stdout for command in COMMANDS)

    @pytest.mark.parametrize("command", COMMANDS)
    def test_the_list_of_commands_cuts_none_of_their_summaries_short(self, command: str) -> None:
        summary = next(line for line in run("-h").stdout.splitlines() if line.strip().startswith(f"{command} "))
        assert summary.endswith(".")
        assert not summary.endswith("...")

    def test_without_a_command_the_help_is_told_as_usage(self) -> None:
        result = run()
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Usage:" in result.stderr

    def test_the_version(self) -> None:
        assert run("--version").stdout == f"agendapack {agendapack.__version__}\n"


class TestParse:
    def test_the_record_goes_to_standard_output_as_json(self, pdf: str) -> None:
        result = run("parse", pdf)
        assert result.exit_code == 0
        assert AgendaPack.model_validate_json(result.stdout) == PACK
        assert result.stdout.startswith("{\n  ")

    def test_compact_is_one_line(self, pdf: str) -> None:
        assert run("parse", pdf, "--compact").stdout.count("\n") == 1

    def test_the_record_goes_into_a_file(self, pdf: str) -> None:
        result = run("parse", pdf, "-o", "out.json")
        assert (result.exit_code, result.stdout) == (0, "")
        assert Path("out.json").read_text(encoding="utf-8") == run("parse", pdf).stdout
        assert "agendapack: Wrote out.json." in lines(result)

    def test_a_dash_as_output_is_standard_output(self, pdf: str) -> None:
        assert run("parse", pdf, "-o", "-").stdout == run("parse", pdf).stdout

    def test_a_pdf_and_a_record_can_be_piped_in(self, pdf: str) -> None:
        assert run("parse", piped=PDF).stdout == run("parse", pdf).stdout
        assert run("parse", "-", piped=PDF).stdout == run("parse", pdf).stdout
        assert run("parse", piped=PACK.model_dump_json()).stdout == run("parse", pdf).stdout

    def test_name_bytes_and_password_reach_the_library(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[object] = []

        def parse(source: object, *, name: str, password: str, **_: object) -> AgendaPack:
            asked.extend([source, name, password])
            return CALM

        monkeypatch.setattr(agendapack, "parse", parse, raising=False)
        Path("pack.pdf").write_bytes(PDF)
        assert run("parse", "./pack.pdf", "--password", "sesame").exit_code == 0
        assert run("parse", piped=PDF).exit_code == 0
        assert asked == [Path("pack.pdf"), "pack.pdf", "sesame", PDF, "standard input", None]

    def test_a_failure_leaves_no_output_and_no_file(self, monkeypatch: pytest.MonkeyPatch, pdf: str) -> None:
        Path("out.json").write_text("old", encoding="utf-8")
        parses_to(monkeypatch, NoText())
        result = run("parse", pdf, "-o", "out.json")
        assert (result.exit_code, result.stdout) == (5, "")
        assert Path("out.json").read_text(encoding="utf-8") == "old"

    @pytest.mark.parametrize(
        ("output", "sentence"),
        [
            (".", "is a folder"),
            ("none/out.json", "There is no folder none"),
            ("pack.pdf", "is the pack itself"),
            ("./pack.pdf", "is the pack itself"),
        ],
    )
    def test_an_output_that_cannot_be_is_told_before_the_work(
        self, monkeypatch: pytest.MonkeyPatch, pdf: str, output: str, sentence: str
    ) -> None:
        parses_to(monkeypatch, AssertionError("parsed for nothing"))
        result = run("parse", pdf, "-o", output)
        assert result.exit_code == 2
        assert sentence in lines(result)[0]
        assert Path("pack.pdf").read_bytes() == PDF

    def test_warnings_are_pointed_out_on_standard_error(self, pdf: str) -> None:
        assert lines(run("parse", pdf)) == ["agendapack: 1 thing to check in wendlemere.pdf: agendapack show tells more."]


class TestStrict:
    @pytest.mark.parametrize("command", ["parse", "show"])
    def test_warnings_make_the_status_7_and_the_output_is_there_all_the_same(self, pdf: str, command: str) -> None:
        result = run(command, pdf, "--strict")
        assert result.exit_code == 7
        assert result.stdout == run(command, pdf).stdout

    @pytest.mark.parametrize("command", ["parse", "show"])
    def test_notes_alone_do_not(self, monkeypatch: pytest.MonkeyPatch, pdf: str, command: str) -> None:
        parses_to(monkeypatch, PACK.model_copy(update={"findings": PACK.findings[1:]}))
        assert run(command, pdf, "--strict").exit_code == 0


class TestThePackParsedLast:
    def test_what_was_parsed_is_there_for_the_next_command(self, pdf: str) -> None:
        assert run("parse", pdf).exit_code == 0
        result = run("recs", "--item", "6")
        assert result.exit_code == 0
        assert [each["id"] for each in json.loads(result.stdout)] == ["i6-1", "i6-p1-a", "i6-p1-b", "i6-p2-1"]
        assert lines(result) == ["agendapack: Using the pack parsed last: wendlemere.pdf"]

    def test_what_another_command_parsed_counts_too(self, pdf: str) -> None:
        assert run("show", pdf).exit_code == 0
        assert run("items").exit_code == 0

    def test_what_is_piped_in_is_taken_instead(self, pdf: str) -> None:
        run("parse", pdf)
        other = PACK.model_copy(update={"items": PACK.items[:1]})
        result = run("items", piped=other.model_dump_json())
        assert len(json.loads(result.stdout)) == 1
        assert lines(result) == []

    def test_a_saved_record_does_not_become_the_last(self, record: str) -> None:
        assert run("show", record).exit_code == 0
        assert run("show").exit_code == 2

    def test_a_pack_that_failed_does_not_become_the_last(self, monkeypatch: pytest.MonkeyPatch, pdf: str) -> None:
        run("parse", pdf)
        parses_to(monkeypatch, NoText())
        run("parse", pdf)
        assert json.loads(run("items").stdout)[0]["pack"] == "wendlemere.pdf"

    def test_without_one_it_is_told_what_to_do(self) -> None:
        result = run("recs")
        assert result.exit_code == 2
        assert lines(result) == [
            "agendapack: No pack was named, and none has been parsed yet.",
            "Name one, for example: agendapack show pack.pdf",
        ]

    def test_where_it_cannot_be_kept_parsing_works_all_the_same(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pdf: str
    ) -> None:
        (tmp_path / "file").write_bytes(b"")
        monkeypatch.setattr(store, "folder", lambda: tmp_path / "file" / "state")
        result = run("parse", pdf)
        assert result.exit_code == 0
        assert AgendaPack.model_validate_json(result.stdout) == PACK
        assert "could not be kept" in result.stderr


class TestViews:
    @pytest.mark.parametrize("view", VIEWS)
    def test_piped_a_view_is_json(self, record: str, view: str) -> None:
        result = run(view, record)
        assert result.exit_code == 0
        assert isinstance(json.loads(result.stdout), list)
        assert result.stderr == ""

    def test_a_format_that_there_is_not_is_told_with_those_that_there_are(self, record: str) -> None:
        result = run("recs", record, "--format", "xls")
        assert (result.exit_code, result.stdout) == (2, "")
        sentence, step = result.stderr.splitlines()
        assert sentence == "agendapack: Invalid value for '--format': 'xls' is not one of 'table', 'json', 'jsonl', 'csv', 'md'."
        assert step == "See: agendapack recs --help"

    @pytest.mark.parametrize("view", VIEWS)
    @pytest.mark.parametrize(
        ("form", "start"), [("table", " "), ("json", "["), ("jsonl", '{"pack"'), ("csv", "pack,"), ("md", "# Cabinet")]
    )
    def test_the_format_can_be_chosen(self, record: str, view: str, form: str, start: str) -> None:
        assert run(view, record, "--format", form).stdout.startswith(start)

    def test_csv_has_the_line_breaks_of_csv(self, record: str) -> None:
        assert run("items", record, "--format", "csv").stdout_bytes.count(b"\r\n") == len(PACK.items) + 1

    def test_a_table_that_is_piped_has_no_colour(self, record: str) -> None:
        assert "\x1b" not in run("recs", record, "--format", "table").stdout

    def test_an_empty_view_is_said_on_standard_error_and_is_empty_data(self, record: str) -> None:
        table = run("recs", record, "--item", "1", "--format", "table")
        assert (table.exit_code, table.stdout) == (0, "")
        assert lines(table) == ["agendapack: No recommendations found in wendlemere.pdf."]
        assert run("recs", record, "--item", "1").stdout == "[]\n"

    def test_recommendations_of_one_strand(self, record: str) -> None:
        assert [each["strand"] for each in json.loads(run("recs", record, "--strand", "scrutiny").stdout)] == ["scrutiny"]

    @pytest.mark.parametrize("view", ["recs", "contacts", "responses", "actions", "planned", "deadlines", "decisions", "explain"])
    def test_one_item_alone(self, record: str, view: str) -> None:
        assert {each["item_number"] for each in json.loads(run(view, record, "--item", "6.").stdout)} == {"6"}

    @pytest.mark.parametrize("view", ["recs", "contacts", "responses", "actions", "planned", "deadlines", "decisions", "explain"])
    def test_an_item_that_is_not_there_is_told_with_those_that_are(self, record: str, view: str) -> None:
        result = run(view, record, "--item", "9")
        assert result.exit_code == 2
        assert lines(result) == ["agendapack: There is no item 9 in wendlemere.pdf.", "Its items are 1, 6, 6A."]

    def test_show_is_a_view_for_people_even_when_piped(self, record: str) -> None:
        assert run("show", record).stdout.startswith("Wendlemere District Council\nCabinet\n")

    def test_the_schema_is_json(self) -> None:
        assert json.loads(run("schema").stdout)["title"] == "AgendaPack"


class TestRules:
    ROW = """
[[rule]]
stage = "agenda"
id = "numbered-by-hand"
means = "pages"
pattern = '''by hand$'''
reason = "One council writes so."
yes = ["by hand"]
no = ["by machine"]
"""

    @pytest.fixture
    def mine(self) -> str:
        Path("mine.toml").write_text(self.ROW, encoding="utf-8")
        return "mine.toml"

    @pytest.mark.parametrize("command", [command for command in COMMANDS if command not in ("merge", "schema")])
    def test_a_pdf_is_read_with_the_rules_that_are_named(
        self, monkeypatch: pytest.MonkeyPatch, pdf: str, mine: str, command: str
    ) -> None:
        seen: list[object] = []

        def parse(*_: object, rules: object, **__: object) -> AgendaPack:
            seen.append(rules)
            return PACK

        monkeypatch.setattr(agendapack, "parse", parse)
        assert run(command, pdf, "--rules", mine).exit_code == 0
        assert seen == [Path(mine)]

    def test_a_saved_record_stays_as_it_was_read_and_this_is_said(self, record: str, mine: str) -> None:
        for option in (["--rules", mine], ["--ocr"]):
            result = run("recs", record, *option)
            assert result.exit_code == 0
            assert lines(result) == [f"agendapack: A saved record stays as it was read: {option[0]} changes nothing in it."]

    def test_rules_that_are_wrong_are_refused_before_anything_is_read(self, mine: str) -> None:
        Path("pack.pdf").write_bytes(PDF)
        Path(mine).write_text(self.ROW.replace("by hand$", "by foot$"), encoding="utf-8")
        result = run("parse", "pack.pdf", "--rules", mine)
        assert (result.exit_code, result.stdout) == (2, "")
        assert lines(result) == [
            "agendapack: mine.toml, row 1 (numbered-by-hand): its pattern does not match its own example 'by hand' (yes).",
            "Nothing was read with it. Mend the row and try again.",
        ]

    def test_explain_gives_the_reasons_of_those_rules_too(self, mine: str) -> None:
        seen = Evidence(sheet=1, text="by hand", rule="agenda.numbered-by-hand")
        item = Item(id="item-1", number="1", title="Parks", kind="report", evidence=(seen,))
        Path("pack.json").write_text(PACK.model_copy(update={"items": (item,)}).model_dump_json(), encoding="utf-8")
        reason = json.loads(run("explain", "pack.json", "--item", "1", "--rules", mine).stdout)[0]
        assert (reason["rule"], reason["why"]) == ("agenda.numbered-by-hand", "One council writes so.")


class TestMerge:
    SUPPLEMENT = PACK.model_copy(
        update={"source": PACK.source.model_copy(update={"file": "supplement.pdf", "sha256": "1" * 64}), "pack_kind": "addenda"}
    )

    @pytest.fixture
    def supplement(self) -> str:
        Path("supplement.json").write_text(self.SUPPLEMENT.model_dump_json(), encoding="utf-8")
        return "supplement.json"

    def test_the_record_of_the_meeting_goes_to_standard_output_and_what_changed_is_told(
        self, record: str, supplement: str
    ) -> None:
        result = run("merge", record, supplement)
        assert result.exit_code == 0
        merged = AgendaPack.model_validate_json(result.stdout)
        assert [file.file for file in merged.source.supplements] == ["supplement.pdf"]
        assert lines(result)[0].startswith("agendapack: “The reservoir strategy” in item 6 (sheets 3–6) is superseded by")

    def test_it_goes_into_a_file_that_is_none_of_its_own(self, record: str, supplement: str) -> None:
        assert run("merge", record, supplement, "-o", "meeting.json").stdout == ""
        assert AgendaPack.model_validate_json(Path("meeting.json").read_text(encoding="utf-8")).source.supplements
        assert run("merge", record, supplement, "-o", supplement).exit_code == 2

    def test_the_agenda_is_the_pack_wherever_it_is_named(self, record: str, supplement: str) -> None:
        result = run("merge", supplement, record)
        assert result.stdout == run("merge", record, supplement).stdout
        assert lines(result)[0] == "agendapack: Taking wendlemere.pdf as the pack: it is the agenda."

    def test_it_is_kept_for_the_next_command(self, record: str, supplement: str) -> None:
        run("merge", record, supplement)
        assert "supplement.pdf" in run("show").stdout

    def test_another_meeting_is_refused(self, record: str) -> None:
        other = self.SUPPLEMENT.model_copy(update={"meeting_date": "2031-04-18"})
        Path("other.json").write_text(other.model_dump_json(), encoding="utf-8")
        result = run("merge", record, "other.json")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "supplement.pdf is of another day than wendlemere.pdf" in lines(result)[0]

    def test_a_pack_alone_is_usage(self, record: str) -> None:
        assert run("merge", record).exit_code == 2

    def test_a_supplement_that_cannot_be_read_leaves_nothing_merged(self, record: str) -> None:
        Path("broken.pdf").write_bytes(b"<html>")
        assert run("merge", record, "broken.pdf").exit_code == 3


class TestTrack:
    @pytest.mark.parametrize(
        ("form", "start"), [("json", "[\n"), ("csv", "id,"), ("html", "<!DOCTYPE html>"), ("ics", "BEGIN:VCALENDAR")]
    )
    def test_it_is_written_in_the_format_that_was_asked_for(self, record: str, form: str, start: str) -> None:
        result = run("track", record, "--format", form, "--as-of", "2031-06-01")
        assert result.exit_code == 0
        assert result.stdout_bytes.decode().startswith(start)

    def test_piped_it_is_json_and_on_request_a_table(self, record: str) -> None:
        assert json.loads(run("track", record).stdout)[0]["text"] == "That boats be counted each spring."
        assert "That boats be counted" in run("track", record, "--format", "table").stdout

    def test_a_folder_is_all_packs_in_it(self, record: str, pdf: str) -> None:
        assert run("track", ".").stdout == run("track", record).stdout

    def test_one_that_fails_is_told_and_the_others_are_done(self, record: str) -> None:
        Path("broken.pdf").write_bytes(b"<html>")
        result = run("track", record, "broken.pdf", "missing.pdf")
        assert result.exit_code == 8
        assert result.stdout == run("track", record).stdout
        assert [line[:30] for line in lines(result)] == ["agendapack: broken.pdf is a we", "agendapack: There is no file m"]

    def test_a_fault_of_ours_stops_the_others_as_little(self, monkeypatch: pytest.MonkeyPatch, record: str, pdf: str) -> None:
        parses_to(monkeypatch, ZeroDivisionError("sheet 3"))
        result = run("track", pdf, record)
        assert result.exit_code == 8
        assert lines(result) == ["agendapack: pack.pdf: a fault of agendapack itself (ZeroDivisionError: sheet 3)."]
        assert "Traceback" in run("track", pdf, record, "--debug").stderr

    def test_one_pack_alone_fails_as_anywhere(self, monkeypatch: pytest.MonkeyPatch, pdf: str) -> None:
        parses_to(monkeypatch, NoText())
        assert run("track", pdf).exit_code == 5
        assert run("track", "missing.pdf").exit_code == 2

    def test_without_any_recommendation_it_is_said(self) -> None:
        Path("none.json").write_text(PACK.model_copy(update={"items": ()}).model_dump_json(), encoding="utf-8")
        result = run("track", "none.json", "--format", "table")
        assert (result.exit_code, result.stdout) == (0, "")
        assert lines(result) == ["agendapack: No recommendations of scrutiny found."]

    def test_the_day_is_a_day(self, record: str) -> None:
        assert run("track", record, "--as-of", "next week").exit_code == 2

    def test_a_record_can_be_piped_in(self, record: str) -> None:
        assert run("track", piped=PACK.model_dump_json()).stdout == run("track", record).stdout


class TestErrors:
    @pytest.mark.parametrize(
        ("error", "status", "sentence"),
        [
            (NotAPdf(), 3, "agendapack: pack.pdf: This is not a PDF that can be read."),
            (EncryptedPdf(), 4, "agendapack: pack.pdf: This PDF is protected with a password."),
            (NoText(), 5, "agendapack: pack.pdf: There is no text in this PDF: it looks like a scan."),
            (LimitReached(), 6, "agendapack: pack.pdf: Reading this PDF took more time or memory than it may."),
            (MemoryError(), 6, "agendapack: Reading this PDF took more time or memory than it may."),
            (KeyboardInterrupt(), 130, ""),
        ],
    )
    def test_each_cause_has_its_status_its_sentence_and_a_next_step(
        self, monkeypatch: pytest.MonkeyPatch, pdf: str, error: BaseException, status: int, sentence: str
    ) -> None:
        parses_to(monkeypatch, error)
        result = run("parse", pdf)
        assert (result.exit_code, result.stdout) == (status, "")
        assert result.stderr == "" if not sentence else lines(result)[0] == sentence
        assert len(lines(result)) == (2 if sentence else 0)

    def test_a_wrong_password_is_told_from_none(self, monkeypatch: pytest.MonkeyPatch, pdf: str) -> None:
        parses_to(monkeypatch, EncryptedPdf())
        result = run("parse", pdf, "--password", "wrong")
        assert result.exit_code == 4
        assert "this password does not open it" in lines(result)[0]

    @pytest.mark.parametrize(
        ("content", "status", "sentence"),
        [
            (b"", 3, "it is empty|is empty"),
            (b"<html>", 3, "web page"),
            (b"PK\x03\x04", 3, "neither a PDF nor a record"),
            (b"{}", 3, "not a record"),
            (PACK.model_dump_json().encode()[:-9], 3, "broken off"),
            (PACK.model_dump_json().replace('"schema_version":"1"', '"schema_version":"99"').encode(), 3, "newer agendapack"),
        ],
    )
    @pytest.mark.parametrize("command", ["parse", "recs"])
    def test_what_is_no_pack_is_told_as_what_it_is(self, content: bytes, status: int, sentence: str, command: str) -> None:
        Path("what").write_bytes(content)
        result = run(command, "what")
        assert (result.exit_code, result.stdout) == (status, "")
        assert any(part in lines(result)[0] for part in sentence.split("|"))
        assert len(lines(result)) == 2

    @pytest.mark.parametrize("argument", ["missing.pdf", ".", "https://wendlemere.example/a.pdf"])
    def test_what_cannot_be_opened_is_usage(self, argument: str) -> None:
        result = run("show", argument)
        assert (result.exit_code, result.stdout) == (2, "")
        assert lines(result)[0].startswith("agendapack: ")

    @pytest.mark.parametrize(
        "args", [("recs", "--itm"), ("recs", "--format", "xml"), ("recs", "a", "b"), ("recommend",), ("recs", "--item")]
    )
    def test_a_wrong_option_is_usage_and_points_to_the_help(self, args: tuple[str, ...]) -> None:
        result = run(*args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert lines(result)[0].startswith("agendapack: ")
        assert lines(result)[1].endswith("--help")
        assert len(lines(result)) == 2

    def test_a_fault_of_ours_is_one_sentence_and_how_to_report_it(self, monkeypatch: pytest.MonkeyPatch, pdf: str) -> None:
        parses_to(monkeypatch, ZeroDivisionError("sheet 3"))
        result = run("parse", pdf)
        assert result.exit_code == 1
        assert lines(result) == [
            "agendapack: This is a fault of agendapack itself, not of yours (ZeroDivisionError: sheet 3).",
            "For what to put into a report, run it again with --debug.",
        ]

    @pytest.mark.parametrize("args", [("--debug", "parse", "pack.pdf"), ("parse", "pack.pdf", "--debug")])
    def test_debug_shows_where_it_arose(self, monkeypatch: pytest.MonkeyPatch, pdf: str, args: tuple[str, ...]) -> None:
        parses_to(monkeypatch, ZeroDivisionError("sheet 3"))
        result = run(*args)
        assert result.exit_code == 1
        assert "Traceback" in result.stderr

    def test_an_interrupt_while_the_program_is_loaded_is_like_any_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt() -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(agendapack.cli, "main", interrupt)
        before = signal.getsignal(signal.SIGINT)
        try:
            with pytest.raises(SystemExit) as caught:
                program()
        finally:
            signal.signal(signal.SIGINT, before)  # a program that is done leaves an interrupt to the system; this one goes on
        assert caught.value.code == 130


class TestQuiet:
    @pytest.mark.parametrize("args", [("--quiet", "items"), ("items", "--quiet"), ("items", "-q")])
    def test_notices_are_left_out(self, pdf: str, args: tuple[str, ...]) -> None:
        run("parse", pdf)
        assert run(*args).stderr == ""

    def test_errors_are_still_told(self) -> None:
        assert run("items", "--quiet").stderr != ""


class TestHostileText:
    @pytest.mark.parametrize("command", [("parse",), ("show",), *((view,) for view in VIEWS)])
    def test_nothing_from_a_pdf_reaches_the_output_raw(self, command: tuple[str, ...]) -> None:
        Path("evil.json").write_text(HOSTILE.model_dump_json(), encoding="utf-8")
        for form in ("table", "json", "jsonl", "csv", "md") if command[0] in VIEWS else ("",):
            result = run(*command, "evil.json", *(("--format", form) if form else ()))
            assert result.exit_code == 0
            assert not [char for char in STEERING if char in result.output]

    def test_nor_does_the_name_of_a_file_or_the_text_of_a_fault(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("\x1b[31mpack.pdf").write_bytes(PDF)
        parses_to(monkeypatch, NoText())
        assert "\x1b" not in run("parse", "\x1b[31mpack.pdf").output
        parses_to(monkeypatch, ValueError("\x1b[31mred\u202e"))
        for options in ((), ("--debug",)):
            output = run("parse", "\x1b[31mpack.pdf", *options).output
            assert "\x1b" not in output
            assert "\u202e" not in output
