"""Who may know what: the libraries, the stages, the output, and no council by name."""

from __future__ import annotations

import ast
import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

PACKAGE = Path(str(files("agendapack")))
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

LIBRARIES: dict[str, set[str]] = {
    "pypdfium2": {"reading.edges", "reading.native", "reading.pdfium", "reading.sheet", "reading.tables"},
    # The reference: it takes as long to load as thirty sheets take to read, so that it is loaded for `--engine pdfplumber` alone.
    "pdfplumber": {"reading.plumber"},
    "pdfminer": {"reading.drawn", "reading.plumber"},
    "typer": {"as_given", "cli", "options", "terminal"},
    "rich": {
        "terminal",
        "render",
        "render.followed",
        "render.lists",
        "render.parts",
        "render.reasons",
        "render.tracked",
        "progress",
    },
    "rapidfuzz": {"tracking.sameness", "tracking.vocabulary"},
    "icalendar": {"exports.ics"},
    "dateutil": {"workdays"},
    # Values are structs: defining a hundred frozen dataclasses took a quarter of every start.
    "dataclasses": set(),
}
"""The modules that know a library; everything else is given what they make of it."""

STAGES = {
    *("tidy", "front", "split", "classify", "authors", "recommend", "contacts", "decide", "check"),
    *("respond", "actions", "pro_forma", "plan", "beside", "unresolved", "deadlines", "amend", "motions"),
}
"""What the pipeline and the assembly of records call. A stage may have helper modules; no stage calls another."""

SHARED = {
    "forms",
    "form_labels",
    "labels",
    "people",
    "tongues",
    "cards",
    "dates",
    "decide_words",
    "prose",
    "trackers",
    "plan_heads",
    "plan_words",
    "respond_labels",
    "respond_prose",
    "recommend_labels",
    "recommend_list",
    "recommend_rows",
    "recommend_words",
}
"""Helpers of more than one stage: they know a thing that several stages meet (a form, a person, an item's number), and no pack. A
resolution is drafted as it was recommended, in the same lists and with the same words; its stem tells its limbs from the
businesses of minutes."""

LONG = 450
"""Lines from which a file has to give a reason for its length here."""

LONG_BECAUSE = {
    "cli": "one function for each command, and its help is most of it",
}


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """The modules that a module imports anywhere in it, a name imported from a package as a module of that package."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def stage_modules() -> list[str]:
    return [module for module in MODULES if module.startswith("stages.")]


def helpers(module: str) -> frozenset[str]:
    """The modules among the stages that a module imports."""
    names = {f"agendapack.{other}" for other in stage_modules()} & imports(module)
    return frozenset(name.removeprefix("agendapack.stages.") for name in names)


def reach(stage: str) -> set[str]:
    """The helpers of a stage, and theirs."""
    found: set[str] = set()
    waiting = [stage]
    while waiting:
        for helper in helpers(f"stages.{waiting.pop()}") - found:
            found.add(helper)
            waiting.append(helper)
    return found


@pytest.mark.parametrize("library", LIBRARIES)
def test_only_its_own_modules_import_a_library(library: str) -> None:
    users = {module for module in MODULES if any(name.split(".")[0] == library for name in imports(module))}
    assert users == LIBRARIES[library]


def test_the_stages_are_all_there() -> None:
    assert {f"stages.{stage}" for stage in STAGES} <= set(MODULES)


@pytest.mark.parametrize("module", stage_modules())
def test_no_module_of_a_stage_calls_a_stage(module: str) -> None:
    assert helpers(module) & STAGES == set()


def test_helpers_of_two_stages_are_named_as_shared() -> None:
    users: dict[str, set[str]] = {}
    for stage in STAGES:
        for helper in reach(stage):
            users.setdefault(helper, set()).add(stage)
    assert {helper for helper, of in users.items() if len(of) > 1} == SHARED


@pytest.mark.parametrize("module", stage_modules())
def test_a_stage_knows_neither_the_reader_nor_the_program_around_it(module: str) -> None:
    outside = {"reading", "pipeline", "assemble", "render", "cli", "exports", "errors", "store", "source", "progress"}
    assert {name.split(".")[1] for name in imports(module) if name.startswith("agendapack.")} & outside == set()


@pytest.mark.parametrize("module", [*stage_modules(), "assemble", "evidence", "layout", "matching", "records"])
def test_what_is_pure_keeps_no_log_reads_no_clock_and_no_file(module: str) -> None:
    impure = {"logging", "time", "random", "os", "sys", "io", "socket", "subprocess", "pathlib", "tempfile", "warnings"}
    assert {name.split(".")[0] for name in imports(module)} & impure == set()


@pytest.mark.parametrize("module", [module for module in MODULES if module != "terminal"])
def test_one_module_alone_prints_and_none_asks_or_ends_the_program(module: str) -> None:
    names = {node.func.id for node in ast.walk(tree(module)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert names & {"print", "exit", "quit", "input"} == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_long_file_has_a_reason(module: str) -> None:
    length = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert length <= LONG or module in LONG_BECAUSE


def test_reasons_for_length_are_for_long_files() -> None:
    lengths = {module: len(MODULES[module].read_text(encoding="utf-8").splitlines()) for module in LONG_BECAUSE}
    assert {module for module, length in lengths.items() if length <= LONG} == set()


# ---- nobody by name --------------------------------------------------------------------------------------------------


def names_of_councils() -> list[re.Pattern[str]]:
    """Patterns of the councils' names, and of their short names ("Downshire") as they are printed."""
    with (PACKAGE / "rules" / "councils.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    whole, short = {row["official_name"] for row in rows}, {row["short_name"] for row in rows} - ALSO_WORDS
    return [_any_of(whole, re.IGNORECASE), _any_of(short, re.IGNORECASE)]


def _any_of(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in longest_first if name) + r")\b", flags)


ALSO_WORDS = {"Reading", "Hackney", "Down", "North East"}
"""Short names that are words of the language as well."""


def words_of_the_program() -> Iterator[tuple[str, str]]:
    """Every text in code and rules that could match something: string constants, patterns and their examples.

    The layers of single councils are left out: they are in force for no other council's packs.
    """
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{module} {node.lineno}", node.value
    for path in sorted(path for folder in ("common", "systems") for path in (PACKAGE / "rules" / folder).glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            for text in (row["pattern"], row["reason"], *row["yes"], *row["no"]):
                yield f"{path.name} {row['id']}", text


def test_no_council_is_singled_out() -> None:
    patterns = names_of_councils()
    found = [
        (where, match.group())
        for where, text in words_of_the_program()
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    assert found == []
