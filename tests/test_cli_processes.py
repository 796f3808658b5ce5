"""The command line as a process of its own: pipes, terminals, signals, what is imported."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pdfs import Sheet, pdf, text
from sample_records import CALM, PACK

from agendapack.records import AgendaPack, Item

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, terminals and signals of POSIX")

PROGRAM = [sys.executable, "-m", "agendapack"]
STAND_IN = """
import os, sys, time, agendapack
from pathlib import Path

def parse(source, *, name, progress, **options):
    from agendapack.records import AgendaPack
    wait = float(os.environ.get("WAIT", "0"))
    print("started", file=sys.stderr, flush=True)
    for done in range(20):
        if progress is not None:
            progress(done, 20)
        time.sleep(wait / 20)
    if os.environ.get("FAIL"):
        raise agendapack.errors.NoText
    return AgendaPack.model_validate_json(Path(os.environ["RECORD"]).read_bytes())

agendapack.parse = parse
import agendapack.errors
from agendapack.cli import main
main()
"""
PDF_LIBRARIES = {"pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer"}
PARSER = [sys.executable, "-c", STAND_IN]
"""The command line with a stand-in for the parser: it waits WAIT seconds, then fails or gives RECORD."""


COUNTER = [
    sys.executable,
    "-c",
    "import contextlib; from agendapack import cli\nwith contextlib.suppress(SystemExit): cli.main()\n"
    "print(len(cli.app.registered_commands))",
]
"""The command line, and at its end how many commands were worked out."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a PDF and a record, and a home of its own for every process started in it."""
    (tmp_path / "pack.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "pack.json").write_text(CALM.model_dump_json(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / "state"))
    monkeypatch.setenv("RECORD", str(tmp_path / "pack.json"))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*args: str, program: list[str] = PROGRAM, stdin: int = subprocess.DEVNULL) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*program, *args], stdin=stdin, capture_output=True, encoding="utf-8", timeout=60, check=False)


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A shell line, in which `agendapack` is the program and `parser` the one with the stand-in."""
    functions = 'agendapack() { "$PYTHON" -m agendapack "$@"; }; parser() { "$PYTHON" -c "$STAND_IN" "$@"; }; '
    everything = {**os.environ, "PYTHON": sys.executable, "STAND_IN": STAND_IN, **environment}
    return subprocess.run(
        ["sh", "-c", functions + command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=everything,
    )


def on_terminal(
    *args: str, columns: int = 80, program: list[str] = PROGRAM, environment: dict[str, str] | None = None
) -> tuple[int, str]:
    """Runs the program on a terminal of its own: its exit status and all that the terminal was sent."""
    leader, follower = os.openpty()
    process = subprocess.Popen(
        [*program, *args],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **(environment or {})},
    )
    os.close(follower)
    sent = b""
    try:
        while data := os.read(leader, 65536):
            sent += data
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(leader)
    return process.wait(timeout=60), sent.decode().replace("\r\n", "\n")


def imported(*args: str) -> set[str]:
    """The modules that a run imports."""
    result = run(*args, program=[sys.executable, "-X", "importtime", "-m", "agendapack"])
    assert result.returncode == 0
    return set(re.findall(r"^import time:.*\| +(\S+)$", result.stderr, re.MULTILINE))


class TestPipes:
    def test_a_record_can_be_piped_from_command_to_command(self, place: Path) -> None:
        result = shell("parser parse pack.pdf | agendapack recs --item 6")
        assert result.returncode == 0
        assert {each["item_number"] for each in json.loads(result.stdout)} == {"6"}

    def test_the_second_command_waits_for_the_first(self, place: Path) -> None:
        result = shell("parser parse pack.pdf | agendapack items", WAIT="2")
        assert (result.returncode, len(json.loads(result.stdout))) == (0, 4)

    def test_the_pack_parsed_last_is_not_given_out_for_one_that_failed(self, place: Path) -> None:
        assert shell("parser parse pack.pdf").returncode == 0
        result = shell("parser parse pack.pdf | agendapack recs", FAIL="1")
        assert (result.returncode, result.stdout) == (2, "")
        assert "Nothing came through the pipe." in result.stderr

    def test_parse_and_then_another_command(self, place: Path) -> None:
        result = shell("parser parse pack.pdf > /dev/null && agendapack recs --item 6")
        assert result.returncode == 0
        assert {each["item_number"] for each in json.loads(result.stdout)} == {"6"}
        assert "Using the pack parsed last: wendlemere.pdf" in result.stderr

    def test_a_loop_over_a_list_is_not_robbed_of_it(self, place: Path) -> None:
        Path("numbers").write_text("1\n6\n6A\n", encoding="utf-8")
        shell("parser parse pack.pdf")
        result = shell('while read number; do agendapack recs --item "$number" --format csv | wc -l; done < numbers')
        assert [line.strip() for line in result.stdout.split()] == ["1", "7", "1"]

    def test_a_file_can_be_sent_in(self, place: Path) -> None:
        assert shell("agendapack items < pack.json").returncode == 0

    def test_an_endless_input_that_is_no_pack_is_not_read_to_its_end(self, place: Path) -> None:
        result = shell("yes | agendapack items")
        assert result.returncode == 3
        assert "neither a PDF nor a record" in result.stderr

    def test_closed_input_is_no_input(self, place: Path) -> None:
        shell("parser parse pack.pdf")
        assert shell("agendapack items <&-").returncode == 0

    def test_a_silent_input_that_nobody_will_write_to_does_not_hold_it_up(self, place: Path) -> None:
        shell("parser parse pack.pdf")
        reading, writing = os.pipe()
        started = time.monotonic()
        result = run("items", stdin=reading)
        os.close(reading)
        os.close(writing)
        assert result.returncode == 0
        assert time.monotonic() - started < 20

    def test_a_reader_that_stops_reading_ends_it_quietly(self, place: Path) -> None:
        many = tuple(Item(number=str(n), title="Ducks" * 50, kind="report") for n in range(3000))
        Path("big.json").write_text(AgendaPack(source=PACK.source, items=many).model_dump_json(), encoding="utf-8")
        for command in ("items big.json --format jsonl", "parse big.json", "show big.json"):
            result = shell(f"(agendapack {command}; echo status $? >&2) | head -n 1 > /dev/null")
            assert result.stderr == "status 0\n"

    def test_closed_output_is_told(self, place: Path) -> None:
        result = shell("agendapack items pack.json >&-")
        assert result.returncode == 2
        assert "agendapack: " in result.stderr
        assert "Traceback" not in result.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_full_disk_is_told(self, place: Path) -> None:
        result = shell("agendapack items pack.json > /dev/full")
        assert result.returncode == 11
        assert result.stderr.startswith("agendapack: The output cannot be written: ")
        assert "Exception ignored" not in result.stderr

    def test_output_is_utf_8_whatever_the_locale(self, place: Path) -> None:
        Path("pack.json").write_text(CALM.model_copy(update={"venue": "Ynys Môn – Ó"}).model_dump_json(), encoding="utf-8")
        for command in ("parse pack.json", "show pack.json"):
            result = shell(f"agendapack {command}", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
            assert result.returncode == 0
            assert "Ynys Môn – Ó" in result.stdout


class TestSignals:
    def test_ctrl_c_ends_it_at_once_without_a_traceback(self, place: Path) -> None:
        process = subprocess.Popen(
            [*PARSER, "parse", "pack.pdf", "-o", "out.json"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "WAIT": "60"},
            encoding="utf-8",
        )
        assert process.stderr is not None
        assert process.stderr.readline() == "started\n"
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (130, "", "")
        assert time.monotonic() - started < 5
        assert sorted(path.name for path in place.iterdir()) == ["pack.json", "pack.pdf"]


class TestTerminal:
    def test_on_a_terminal_a_view_is_a_table_in_colour(self, place: Path) -> None:
        status, sent = on_terminal("recs", "pack.json")
        assert status == 0
        assert "\x1b[1m6\x1b[0m  \x1b[1mReservoirs" in sent

    def test_the_record_is_json_on_a_terminal_too(self, place: Path) -> None:
        assert json.loads(on_terminal("parse", "pack.json")[1])["body"] == "Cabinet"

    @pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_where_no_colour_is_wanted_there_is_none(self, place: Path, environment: dict[str, str]) -> None:
        for command in ("show", "recs", "contacts"):
            assert "\x1b" not in on_terminal(command, "pack.json", environment=environment)[1]

    @pytest.mark.parametrize("columns", [40, 80, 120, 300])
    def test_it_fits_the_terminal_and_stays_readable_on_a_wide_one(self, place: Path, columns: int) -> None:
        sent = on_terminal("show", "pack.json", columns=columns, environment={"NO_COLOR": "1"})[1]
        assert max(len(line) for line in sent.splitlines()) <= min(columns, 120)

    def test_a_terminal_without_unicode_is_no_fault(self, place: Path) -> None:
        status, sent = on_terminal("show", "pack.json", environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
        assert status == 0
        assert "Reservoirs" in sent

    def test_without_a_pack_on_a_terminal_it_does_not_wait_for_input(self, place: Path) -> None:
        status, sent = on_terminal("recs")
        assert status == 2
        assert "none has been parsed yet" in sent

    def test_a_pack_that_takes_a_while_shows_a_bar_and_one_that_does_not_shows_none(self, place: Path) -> None:
        slow, quick = (on_terminal("items", "pack.pdf", program=PARSER, environment={"WAIT": wait})[1] for wait in ("1.5", "0"))
        assert "sheets" in slow
        assert "sheets" not in quick
        assert "sheets" not in on_terminal("items", "pack.pdf", "--quiet", program=PARSER, environment={"WAIT": "1.5"})[1]

    def test_no_bar_is_shown_where_standard_error_is_no_terminal(self, place: Path) -> None:
        assert shell("parser parse pack.pdf", WAIT="1.5").stderr == "started\n"


INTERRUPT = "Ctrl-C"


def answering(*args: str, typed: tuple[str, ...]) -> tuple[int, str]:
    """Runs the program on a terminal where somebody answers each question: its exit status and all that the terminal shows."""
    leader, follower = os.openpty()
    process = subprocess.Popen([*PROGRAM, *args], stdin=follower, stdout=follower, stderr=follower, start_new_session=True)
    os.close(follower)
    shown, answers = b"", list(typed)
    try:
        while data := os.read(leader, 65536):
            shown += data
            if shown.endswith(b": ") and answers:
                time.sleep(0.1)  # a terminal stops showing what is typed when the question stands
                if (answer := answers.pop(0)) == INTERRUPT:
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(leader, answer.encode() + b"\n")
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(leader)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


class TestPassword:
    @pytest.fixture(autouse=True)
    def _shut(self, place: Path) -> None:
        Path("shut.pdf").write_bytes(pdf(Sheet(text(72, 700, "Report of the Head of Parks")), password="plane tree"))

    def test_on_a_terminal_it_is_asked_for_and_not_shown(self) -> None:
        status, shown = answering("items", "shut.pdf", "--format", "csv", typed=("plane tree",))
        assert status == 0
        assert shown.startswith("Password of shut.pdf: \n")
        assert "Report of the Head of Parks" in shown
        assert "plane tree" not in shown

    def test_a_wrong_one_is_asked_for_again_three_times_in_all(self) -> None:
        assert answering("items", "shut.pdf", typed=("oak", "ash", "plane tree"))[0] == 0
        status, shown = answering("items", "shut.pdf", typed=("oak", "ash", "elm", "plane tree"))
        assert status == 4
        assert shown.count("Password of shut.pdf: ") == shown.count("This password does not open it.") == 3
        assert "none of these passwords opens it" in shown

    @pytest.mark.parametrize("answer", ["", "\x04"], ids=["an empty line", "the end of input"])
    def test_who_does_not_know_it_can_say_so(self, answer: str) -> None:
        status, shown = answering("items", "shut.pdf", typed=(answer,))
        assert status == 4
        assert "without its password it stays shut" in shown
        assert shown.count("Password of") == 1

    def test_ctrl_c_at_the_question_ends_it(self) -> None:
        status, shown = answering("items", "shut.pdf", typed=(INTERRUPT,))
        assert status == 130
        assert "Traceback" not in shown

    def test_a_password_that_was_given_is_not_asked_for(self) -> None:
        assert answering("items", "shut.pdf", "--password", "plane tree", typed=())[0] == 0
        status, shown = answering("items", "shut.pdf", "--password", "oak", typed=())
        assert (status, "Password of" in shown) == (4, False)
        assert "this password does not open it" in shown

    def test_in_a_pipe_nobody_is_asked(self) -> None:
        result = run("items", "shut.pdf")
        assert (result.returncode, result.stdout) == (4, "")
        assert "Give it with --password" in result.stderr

    def test_the_environment_may_hold_it(self) -> None:
        assert shell("agendapack items shut.pdf", AGENDAPACK_PASSWORD="plane tree").returncode == 0

    def test_a_file_that_only_forbids_things_is_read_without_one(self) -> None:
        lines = text(72, 700, "Report of the Head of Parks") + text(72, 660, "The Cabinet is RECOMMENDED to agree the plan.")
        Path("restricted.pdf").write_bytes(pdf(Sheet(lines), password="", owner="oak"))
        Path("open.pdf").write_bytes(pdf(Sheet(lines)))
        restricted, free = (json.loads(run("recs", name, "--format", "json").stdout) for name in ("restricted.pdf", "open.pdf"))
        assert [each["text"] for each in restricted] == [each["text"] for each in free] != []


class TestCommands:
    def test_the_command_that_is_named_is_worked_out_alone(self) -> None:
        assert run("items", "--help", program=COUNTER).stdout.splitlines()[-1] == "1"

    @pytest.mark.parametrize("args", [("--help",), ("--quiet", "items", "--help"), ("itmes", "parse"), ()])
    def test_all_are_where_none_is_named_first(self, args: tuple[str, ...]) -> None:
        assert int(run(*args, program=COUNTER).stdout.splitlines()[-1]) > 10

    def test_its_help_is_the_same_as_among_all_the_others(self) -> None:
        assert run("items", "--help").stdout == run("--quiet", "items", "--help").stdout


class TestImports:
    def test_the_version_is_told_without_loading_what_it_does_not_need(self) -> None:
        names = imported("--version")
        assert not PDF_LIBRARIES & names
        assert not {"pydantic", "agendapack.records", "rich.table", "platformdirs"} & names

    @pytest.mark.parametrize("args", [("--help",), ("recs", "--help")])
    def test_help_loads_neither_records_nor_pdf_libraries(self, args: tuple[str, ...]) -> None:
        assert not (PDF_LIBRARIES | {"agendapack.records"}) & imported(*args)

    @pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
    def test_a_saved_record_is_read_without_a_pdf_library(self, place: Path, form: str) -> None:
        names = imported("recs", "pack.json", "--item", "6", "--format", form)
        assert not PDF_LIBRARIES & names
        assert not {"pydantic", "agendapack.records"} & names
        assert ("rich.table" in names) == (form == "table")
