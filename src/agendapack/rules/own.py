"""A layer of rules of the user's own, from a file: checked row by row before anything is read with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from time import process_time
from typing import Annotated, Any, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agendapack.errors import BadRules
from agendapack.rules.layers import Layer, common, councils, meanings, off, rows_of, systems
from agendapack.rules.linear import stumbles_on

LARGEST = 1_000_000
"""Bytes of the largest file: the common rules take a fifth of that."""

LONGEST_LINE = 10_000
"""Letters of the longest line: the reader of TOML takes minutes for a name of a hundred thousand parts."""

MOST_ROWS, LONGEST_PATTERN, MOST_EXAMPLES = 500, 5_000, 50
"""Rows of a file, letters of a pattern, and lines that it must or must not match: ours have some 640, 2,840 and 26 at most."""

PATIENCE = 60.0
"""Seconds of processor time that the rows of a file may take to prove themselves: one takes a fifth of a second at most."""

_Examples = Annotated[list[Annotated[str, Field(max_length=1_000)]], Field(min_length=1, max_length=MOST_EXAMPLES)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    stage: str
    id: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    means: str
    pattern: str = Field(min_length=1, max_length=LONGEST_PATTERN)
    reason: str = Field(min_length=1)
    yes: _Examples
    no: _Examples
    case: bool = False


class _Off(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    stage: str
    id: str
    off: bool
    reason: str = Field(min_length=1)


def read(path: Path) -> Layer:
    """The layer that a file holds. Its name is the file's.

    Raises:
        BadRules: the file cannot be read, is no TOML, or one of its rows is wrong; the sentence says which row, and why.
    """
    table = _table(path)
    seen: set[str] = set()
    started = process_time()
    for number, row in enumerate(table["rule"], 1):
        try:
            id_ = _checked(row)
            if process_time() - started > PATIENCE:
                raise ValueError(f"the rows up to here took more than {PATIENCE:.0f} seconds to prove themselves")
            if id_ in seen:
                raise ValueError(f"{id_} is in the file twice")
            seen.add(id_)
        except ValueError as error:
            _refuse(path, f"row {number}{_called(row)}", _words(error))
    return Layer(path.name, tuple(rows_of(table)), off(table))


def _table(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ValueError(f"it is larger than {LARGEST:,} bytes")
        text = data.decode()
        if any(len(line) > LONGEST_LINE for line in text.splitlines()):
            raise ValueError(f"it has a line of more than {LONGEST_LINE:,} letters")
        table = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        _refuse(path, "", getattr(error, "strerror", None) or str(error))
    rows = table.get("rule")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        _refuse(path, "", "it has no rows; each begins with a line [[rule]]")
    if len(rows) > MOST_ROWS:
        _refuse(path, "", f"it has {len(rows):,} rows; no more than {MOST_ROWS} are taken")
    if unknown := [key for key in table if key != "rule"]:
        _refuse(path, "", f"it has {unknown[0]!r} beside its rows")
    return table


def _checked(row: Mapping[str, Any]) -> str:
    """The id of a row that can be used. Raises ValueError with the reason why it cannot."""
    if row.get("off"):
        _Off.model_validate(row)
        id_ = f"{row['stage']}.{row['id']}"
        _known(id_, _ids(), "there is no row of the id")
        return id_
    _Row.model_validate(row)
    _known(row["stage"], tuple(meanings()), "there is no stage")
    _known(row["means"], tuple(meanings()[row["stage"]]), f"{row['stage']} does not ask for rows that mean")
    try:
        (rule,) = rows_of({"rule": [row]})
        pattern = rule.pattern
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"its pattern is not a regular expression: {error}") from error
    if missed := [line for line in rule.yes if not rule.find(line)]:
        raise ValueError(f"its pattern does not match its own example {missed[0]!r} (yes)")
    if wrong := [line for line in rule.no if rule.find(line)]:
        raise ValueError(f"its pattern matches {wrong[0]!r}, which it must not (no)")
    if slow := stumbles_on(pattern, rule.yes):
        raise ValueError(f"its pattern takes too long on a line that begins {slow!r}; avoid a repeat inside a repeat")
    return rule.id


def _ids() -> tuple[str, ...]:
    return tuple(row.id for layer in (common(), *systems().values(), *councils().values()) for row in layer.rows)


def _known(word: str, words: tuple[str, ...], else_: str) -> None:
    if word not in words:
        near = get_close_matches(word, words, n=1) or sorted(words)[:12]
        raise ValueError(f"{else_} {word!r} (perhaps {' or '.join(near)})")


def _called(row: Mapping[str, Any]) -> str:
    return f" ({row['id']})" if isinstance(row.get("id"), str) else ""


def _words(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(_problems(error))
    return str(error)


def _problems(error: ValidationError) -> Iterator[str]:
    for problem in error.errors():
        field = ".".join(map(str, problem["loc"]))
        yield f"{field} is missing" if problem["type"] == "missing" else f"{field}: {problem['msg'].lower()}"


def _refuse(path: Path, where: str, why: str) -> NoReturn:
    raise BadRules(f"{path}{', ' if where else ''}{where}: {why}.")
