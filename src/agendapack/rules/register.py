"""The list of principal councils (councils.csv): by name however it is printed, by e-mail domain."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from agendapack import prepared

_THE = prepared.pattern(r"^the\s+")
_NO_LETTERS = prepared.pattern(r"[^a-zâêîôûŵŷ]+")
_FIRST_WORD = prepared.pattern(r"\w+")
_NO_CORE = prepared.pattern(r"^(?:The |City of |County |Royal Borough of )|\s+(?:City|County|Council|CCA|MCA)$")


class Council(Struct, frozen=True):
    """A principal council of the list."""

    name: str
    core: str
    starts: str
    ends: str
    domain: str
    code: str = ""
    """The register's code of three letters."""
    nation: str = ""
    system: str = ""
    """What it publishes its packs with, as far as that is known."""

    def sat(self, day: str | None) -> bool:
        """Whether it may have met on a day (ISO); True where the day is not known."""
        return day is None or ((not self.ends or day <= self.ends) and (self.starts < "2006" or self.starts <= day))


def listed(name: str) -> Council | None:
    """The council of an official name, None where it is not on the list."""
    return next((council for council in _all() if council.name == name), None)


def named(printed: str) -> tuple[Council, ...]:
    """The councils that have a name in one of its forms."""
    return tuple(_all()[place] for place in _by_alias().get(key(printed), ()))


def of_domain(domain: str) -> tuple[Council, ...]:
    """The councils whose addresses end so."""
    return _by_domain().get(domain, ())


def printed_in(text: str) -> Iterator[re.Match[str]]:
    """The names of the list that are printed in a text, from left to right, the longest where several begin together."""
    end = 0
    for word in _FIRST_WORD.finditer(text):
        starting = _starting_with(word.group().lower()) if word.start() >= end else None
        if starting is not None and (match := starting.match(text, word.start())):
            end = match.end()
            yield match


def key(name: str) -> str:
    """A name without case, punctuation and the variants of "and"."""
    return _NO_LETTERS.sub("", _THE.sub("", name.lower().replace("&", " and "), count=1))


def prepare() -> None:
    """Works out now what is otherwise worked out when the list is asked first."""
    _all(), _by_alias(), _by_first_word()


@cache
def _all() -> tuple[Council, ...]:
    return tuple(Council(*row) for row in prepared.answer("councils", "rows", _read))


def _read() -> list[tuple[str, ...]]:
    source = files(__package__).joinpath("councils.csv").read_text(encoding="utf-8")
    columns = ("start_date", "end_date", "email_domain", "code", "nation", "publishing_system")
    return [
        (row["official_name"], _NO_CORE.sub("", row["short_name"]) or row["short_name"], *(row[column] for column in columns))
        for row in csv.DictReader(source.splitlines())
    ]


@cache
def _by_alias() -> dict[str, list[int]]:
    """The places in the list of the councils that have a name, by its key."""
    return prepared.answer("councils", "aliases", _read_aliases)


def _read_aliases() -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for place, council in enumerate(_all()):
        for alias in sorted({key(alias) for alias in _aliases(council)}):
            table.setdefault(alias, []).append(place)
    return table


def _aliases(council: Council) -> set[str]:
    found = {council.name, f"{council.core} Council"}
    if "Borough of" in council.name:
        found |= {f"London Borough of {council.core}", f"LB {council.core}", f"Royal Borough of {council.core}"}
    for kind in ("City", "Borough", "District", "County", "Metropolitan Borough", "County Borough"):
        if f"{kind} Council" in council.name or f"{kind} of" in council.name:
            found.add(f"{council.core} {kind} Council")
    if "City" in council.name:
        found |= {f"City of {council.core} Council", f"{council.core} City Council"}
    return found


@cache
def _starting_with(word: str) -> re.Pattern[str] | None:
    """A pattern of the names that begin with a word (one of all names would take a tenth of a second to build)."""
    aliases = _by_first_word().get(word)
    if not aliases:
        return None
    return prepared.pattern("(?:" + "|".join(map(_flexible, aliases)) + r")(?!\w)", re.IGNORECASE)


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The names of the list, the longest first, by their first word as it may be printed, with and without its apostrophe."""
    return prepared.answer("councils", "first words", _read_first_words)


def _read_first_words() -> dict[str, list[str]]:
    table: dict[str, set[str]] = {}
    for council in _all():
        for alias in _aliases(council):
            first = re.split(r"[\s-]", alias, maxsplit=1)[0].lower()
            for spelt in (first, first.replace("'", "")):
                if word := _FIRST_WORD.match(spelt):
                    table.setdefault(word.group(), set()).add(alias)
    return {word: sorted(aliases, key=lambda name: (-len(name), name)) for word, aliases in table.items()}


def _flexible(alias: str) -> str:
    """A pattern for a name however it is spaced, hyphenated and joined."""
    words = []
    for word in re.split(r"[\s-]+", alias):
        if word.lower() in ("and", "&"):
            words.append("(?:and|&)")
        else:
            words.append(re.escape(word).replace("'", "['’]?"))
    return r"[\s-]+".join(words)


@cache
def _by_domain() -> dict[str, tuple[Council, ...]]:
    """Domains of the list; a council without one there goes by its own name, where no other council has that name."""
    table: dict[str, tuple[Council, ...]] = {}
    for council in _all():
        if council.domain:
            table[council.domain] = (*table.get(council.domain, ()), council)
    plain: dict[str, list[Council]] = {}
    for council in _all():
        if not council.domain:
            plain.setdefault(f"{key(council.core)}.gov.uk", []).append(council)
    for domain, owners in plain.items():
        if len(owners) == 1 and domain not in table:
            table[domain] = tuple(owners)
    return table
