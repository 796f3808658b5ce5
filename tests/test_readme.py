"""The README says what is so: its commands run as written and print what it says, its tables are those of the program."""

from __future__ import annotations

import importlib
import shlex
import shutil
from pathlib import Path

import pytest
import readme
from typer.main import get_command

from agendapack.cli import app
from agendapack.errors import EXIT_STATUSES
from agendapack.rules.own import read

TEXT = readme.README.read_text(encoding="utf-8")
WRITE = "the README is not what the program prints: python tests/readme.py"


def test_the_first_two_shell_blocks_are_one_command_line_each() -> None:
    first, second = [block["lines"] for block in readme.SHELL.finditer(TEXT)][:2]
    assert first.count("\n") == second.count("\n") == 1
    assert "agendapack parse samples/" in first
    assert "pytest" in second


@pytest.mark.skipif(shutil.which("bash") is None, reason="the README's commands are for a Unix shell")
def test_every_console_block_prints_what_the_readme_says(tmp_path: Path) -> None:
    folder = readme.workplace(tmp_path)
    for command, said, prints in readme.blocks(TEXT, folder):
        if "jq" in shlex.split(command) and shutil.which("jq") is None:
            continue
        assert said == prints, f"{command}\n{WRITE}"


def test_the_picture_shows_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(readme.ROOT / "samples"))
    picture = importlib.import_module("picture")
    drawn = (readme.ROOT / "samples" / "show.svg").read_text(encoding="utf-8")
    assert picture.words(drawn) == picture.words(picture.draw()), "draw it again: python samples/picture.py"


def test_the_costs_are_those_of_the_last_run_of_the_benchmarks() -> None:
    told = readme.SPEED.search(TEXT)
    assert told is not None
    assert told.group() == readme.speed(), WRITE


def test_the_scores_are_those_that_the_score_gate_holds() -> None:
    table = readme.SCORES.search(TEXT)
    assert table is not None
    assert table.group() == readme.scores(), WRITE


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(readme.ROOT)
    for block in readme.PYTHON.finditer(TEXT):
        exec(compile(block["code"], "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 10


def test_every_example_of_rules_is_a_layer_that_is_accepted(tmp_path: Path) -> None:
    for number, block in enumerate(readme.TOML.finditer(TEXT), 1):
        (tmp_path / f"{number}.toml").write_text(block["text"], encoding="utf-8")
        assert read(tmp_path / f"{number}.toml").rows
    assert list(tmp_path.iterdir())


def test_every_command_and_every_exit_status_is_documented() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009  (typer's type says less than it gives)
    assert [name for name in commands if f"`{name}`" not in TEXT] == []
    assert [status for status, _ in EXIT_STATUSES if f"| {status} |" not in TEXT] == []
