"""Parameters that need no conversion: what a command is given is the same as without the shortcut."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.core import TyperCommand
from typer.testing import CliRunner

from agendapack.as_given import AsGiven


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Command(AsGiven, TyperCommand):
    """With the shortcut."""


def noted(ctx: typer.Context, value: str | None) -> str | None:
    return f"noted {value}" if value else value


def given(cls: type[TyperCommand], *args: str, **environment: str) -> tuple[int, Any]:
    app, got = typer.Typer(), []

    @app.command(cls=cls)
    def command(
        pack: Annotated[str | None, typer.Argument()] = None,
        *,
        word: Annotated[str | None, typer.Option(callback=noted, envvar="WORD")] = None,
        many: Annotated[list[str] | None, typer.Option()] = None,
        colour: Annotated[Colour | None, typer.Option()] = None,
        least: Annotated[int | None, typer.Option(min=3)] = None,
        output: Annotated[Path | None, typer.Option()] = None,
        plain: Annotated[bool, typer.Option("--plain")] = False,
    ) -> None:
        got.append((pack, word, many or None, colour, type(colour), least, output, plain))

    result = CliRunner().invoke(app, list(args), env=environment)
    return result.exit_code, got or result.output.partition("Error")[2]


@pytest.mark.parametrize(
    "args",
    [
        "",
        "a.pdf",
        "- --word x",
        "a.pdf --many 6 --many 7a",
        "--colour red",
        "--colour RED",
        "--colour mauve",
        "--least 3 --output a/b.json --plain",
        "--least 2",
        "--least three",
        "a.pdf b.pdf",
        "--word",
    ],
)
def test_a_command_is_given_the_same(args: str) -> None:
    assert given(Command, *args.split()) == given(TyperCommand, *args.split())


def test_a_value_from_the_environment_is_given_the_same() -> None:
    assert given(Command, WORD="x") == given(TyperCommand, WORD="x")
    assert given(Command, WORD="x")[1][0][1] == "noted x"


def test_a_parameter_that_must_be_given_is_still_missed() -> None:
    app = typer.Typer()

    @app.command(cls=Command)
    def command(pack: str) -> None:
        raise AssertionError(pack)

    assert CliRunner().invoke(app, []).exit_code == 2
