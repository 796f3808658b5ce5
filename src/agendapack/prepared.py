"""What is worked out from the program's own text, and is the same at every start: kept in a file, as Python keeps bytecode.

Compiling the patterns and reading the files of rules takes longer than reading a hundred sheets. So it is done once for a
release, and the next start finds it in the user's cache folder. Where there is no such file, or none can be written, all is
worked out anew: slower, and the same.
"""

from __future__ import annotations

import contextlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from agendapack import __version__
from agendapack.errors import CannotWrite

T = TypeVar("T")

NAME = "prepared.bin"


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`.

    Raises:
        re.error: the pattern is none.
    """
    machine, flags = _machine(), int(flags)
    if machine is None:
        return re.compile(source, flags)
    compiled: re.Pattern[str] = machine.build(
        source, answer("pattern", (source, flags), lambda: machine.translate(source, flags))
    )
    return compiled


def answer(kind: str, key: Any, work: Callable[[], T]) -> T:
    """What is known under a key, else what `work` finds out.

    Both are of the types that `marshal` writes: numbers, text, bytes, and tuples, lists and dictionaries of them.
    """
    known: dict[Any, T] = _kept().setdefault(kind, {})
    if key not in known:
        known[key] = work()
    return known[key]


def kept() -> bool:
    """Whether there is a file of this release, or none is wanted: who tells Python to write no bytecode wants none."""
    return bool(_file()) or sys.dont_write_bytecode


def keep() -> None:
    """Writes what this process knows for the next one. Where that cannot be, the next one works it out again."""
    from agendapack.store import write_whole  # noqa: PLC0415  (only the first start of a release writes)

    place = _place()
    with contextlib.suppress(OSError, CannotWrite):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(place, marshal.dumps({"release": _release(), **_kept()}))


@cache
def _kept() -> dict[str, dict[Any, Any]]:
    """What is known by now: from the file, and worked out since."""
    return {kind: dict(answers) for kind, answers in _file().items()}


@cache
def _file() -> dict[str, dict[Any, Any]]:
    """What the file holds; nothing where there is none of this release."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        found = marshal.loads(_place().read_bytes())
        if isinstance(found, dict) and found.pop("release", None) == _release():
            return found
    return {}


@cache
def _place() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("agendapack", appauthor=False) / NAME


@cache
def _release() -> tuple[Any, ...]:
    """What the answers depend on: Python, the release, and the files of the rules as they are now."""
    here = Path(__file__).parent / "rules"
    found = [(str(path.relative_to(here)), path.stat()) for path in here.rglob("*") if path.suffix in (".py", ".toml", ".csv")]
    return sys.version, __version__, tuple(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in found))


class _Machine:
    """Python's own two steps of compiling a pattern, so that the result of the first can be kept.

    They are not part of its documented interface: where they are not as they are expected, `re.compile` does both.
    """

    def __init__(self) -> None:
        self._parser, self._compiler, self._native = (import_module(name) for name in ("re._parser", "re._compiler", "_sre"))
        self.build("a(?P<b>.)", self.translate("a(?P<b>.)", re.IGNORECASE))

    def translate(self, source: str, flags: int) -> tuple[Any, ...]:
        """A pattern as instructions for the matcher."""
        tree = self._parser.parse(source, flags)
        names = dict(tree.state.groupdict)
        by_number = [None] * tree.state.groups
        for name, number in names.items():
            by_number[number] = name
        code = array("I", self._compiler._code(tree, flags)).tobytes()
        return flags | tree.state.flags, code, tree.state.groups - 1, names, tuple(by_number)

    def build(self, source: str, translated: tuple[Any, ...]) -> re.Pattern[str]:
        """The pattern of such instructions. The matcher checks them: wrong ones are refused."""
        flags, code, *groups = translated
        made: re.Pattern[str] = self._native.compile(source, flags, array("I", code).tolist(), *groups)
        return made


@cache
def _machine() -> _Machine | None:
    with contextlib.suppress(Exception):
        return _Machine()
    return None
