"""Layers of rules: what comes with the program, and how layers lie on each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from msgspec import Struct

from agendapack import prepared
from agendapack.rules.rows import Rule, Rules


class Layer(Struct, frozen=True):
    """Rows that belong together.

    `off` are the ids of earlier layers' rows that it takes out. `signatures` are what only this publishing system prints: in the
    PDF's title or producer, or as a line of its own.
    """

    name: str
    rows: tuple[Rule, ...]
    off: frozenset[str] = frozenset()
    signatures: tuple[re.Pattern[str], ...] = ()


class Book(Struct, frozen=True, dict=True):
    """All the rules of one parse: layers, the earliest first. The later wins: its rows are tried first, and a row with the id of
    an earlier one takes its place."""

    layers: tuple[Layer, ...]

    @cached_property
    def stages(self) -> dict[str, Rules]:
        """The rules of the stages that have been asked for."""
        return {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the layers."""
        return tuple(layer.name for layer in self.layers)

    def stage(self, name: str) -> Rules:
        """The rules of a stage."""
        if name not in self.stages:
            self.stages[name] = Rules(tuple(self._rows_by_stage.get(name, ())), meanings()[name])
        return self.stages[name]

    @cached_property
    def _rows_by_stage(self) -> Mapping[str, list[Rule]]:
        found: dict[str, list[Rule]] = {}
        for row in self.rows.values():
            found.setdefault(row.stage, []).append(row)
        return found

    @cached_property
    def rows(self) -> Mapping[str, Rule]:
        """Every row in force by its id, in the order in which they are tried."""
        stacked: dict[str, Rule] = {}
        for layer in self.layers:
            fresh = {row.id: row for row in layer.rows}
            kept = {id_: fresh.pop(id_, row) for id_, row in stacked.items() if id_ not in layer.off}
            stacked = fresh | kept
        return stacked


@cache
def common() -> Layer:
    """What any council may print: one file for each stage."""
    return Layer("common", tuple(row for name, table in _tables("common") for row in rows_of(table, name)))


@cache
def systems() -> Mapping[str, Layer]:
    """What a publishing system prints, by the name that the list of councils has for it."""
    return {layer.name: layer for layer in (_layer(table) for _, table in _tables("systems"))}


@cache
def councils() -> Mapping[str, Layer]:
    """What one council alone prints, by its code in the list of councils."""
    return {code: _layer(table) for code, table in _tables("councils")}


@cache
def meanings() -> Mapping[str, frozenset[str]]:
    """The meanings that each stage asks for."""
    found: dict[str, set[str]] = {}
    for layer in (common(), *systems().values(), *councils().values()):
        for row in layer.rows:
            found.setdefault(row.stage, set()).add(row.means)
    return {stage: frozenset(means) for stage, means in found.items()}


@cache
def shapes() -> Mapping[str, str]:
    """What stages tell by position and form, for which there is no phrase: why it holds, by the id that evidence names."""
    table = _loaded(files(__package__).joinpath("shapes.toml"))
    return {row["id"]: row["reason"] for row in table["shape"]}


def rows_of(table: Mapping[str, Any], stage: str | None = None) -> Iterable[Rule]:
    """The rows of a file; each says its `stage` where the file as a whole does not."""
    return (_rule(stage or row["stage"], row) for row in table.get("rule", ()) if not row.get("off"))


def off(table: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the rows that a file takes out."""
    return frozenset(f"{row['stage']}.{row['id']}" for row in table.get("rule", ()) if row.get("off"))


def _tables(folder: str) -> list[tuple[str, dict[str, Any]]]:
    """The files of a folder beside this module, by name."""
    return prepared.answer("tables", folder, lambda: _read(files(__package__).joinpath(folder)))


def _read(folder: Traversable) -> list[tuple[str, dict[str, Any]]]:
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return [(entry.name.removesuffix(".toml"), _loaded(entry)) for entry in entries]


def _loaded(file: Traversable) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  (what the files hold is kept from start to start)

    return tomllib.loads(file.read_text(encoding="utf-8"))


def _layer(table: Mapping[str, Any]) -> Layer:
    signatures = tuple(prepared.pattern(pattern, re.IGNORECASE) for pattern in table.get("signatures", ()))
    return Layer(table["name"], tuple(rows_of(table)), off(table), signatures)


def _rule(stage: str, row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=f"{stage}.{row['id']}",
        means=row["means"],
        source=row["pattern"],
        reason=row["reason"],
        yes=tuple(row["yes"]),
        no=tuple(row["no"]),
        case=bool(row.get("case")),
    )
