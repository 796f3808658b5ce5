"""A record from somebody else: whatever is in it, nothing of it steers a terminal, a spreadsheet or a browser."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, get_args

import pytest
from rich.console import Console, RenderableType
from sample_records import PACK

from agendapack import exports, render, saved, selection, supplement, track
from agendapack.errors import AgendaPackError, NotARecord
from agendapack.exports import json as whole
from agendapack.exports import tracked as followed
from agendapack.records import AgendaPack
from agendapack.render import tracked as rendered

TEXTS = {
    "nothing": "",
    "a title for the terminal": "\x1b]0;owned\x07\x1b[31m",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula behind a space": " \t+1+1",
    "a script": "</style><script>alert(1)</script><img src=x onerror=alert(1)>",
    "a link": "[x](javascript:alert(1)) <javascript:alert(1)> ![x](http://x.example)",
    "markup of rich": "[/nope][bold red]hi[/] [link=file:///etc/passwd]x[/link]",
    "text that turns": "\u202eabc\u2066",
    "line breaks of all kinds": "a\nb\r\nc\x85d\u2028e\u2029# f",
    "a null": "\x00",
    "no date": "2031-99-99",
    "digits without end": "9" * 5000,
    "a way out of the folder": "../../etc/passwd",
    "cells and code": "|a|b|`c`\\",
    "a calendar": "x\r\nEND:VCALENDAR\r\nBEGIN:VALARM",
}
AS_OF = date(2031, 6, 1)
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
STYLED = re.compile(r"\x1b\[[0-9;]*m")


def spoiled(value: Any, bad: str, *, keep: frozenset[str] = frozenset({"schema_version"})) -> Any:
    """A record as JSON with this in place of each text. Where a field takes only some words, the reader says so."""
    if isinstance(value, dict):
        return {name: each if name in keep else spoiled(each, bad, keep=keep) for name, each in value.items()}
    if isinstance(value, list):
        return [spoiled(each, bad, keep=keep) for each in value]
    return bad if isinstance(value, str) else value


def read(raw: Any) -> AgendaPack:
    return saved.load(json.dumps(raw).encode(), "theirs.json")


CHOICES = frozenset(
    {
        *("schema_version", "status", "pack_kind", "kind", "strand", "level", "outcome", "nation", "placed_by", "what", "engine"),
        *("meeting_date", "due_date", "reviewed", "requested", "answered", "computed", "date", "unit", "change"),
    }
)
"""Fields that take certain words or days alone."""


def shown(renderable: RenderableType | None) -> str:
    out = io.StringIO()
    if renderable is not None:
        Console(file=out, width=100, markup=False, highlight=False, emoji=False, force_terminal=True).print(renderable)
    return STYLED.sub("", out.getvalue())


def uses(pack: AgendaPack) -> Iterator[tuple[str, Callable[[], str]]]:
    """Everything that can be made of a record, by its name."""
    for view in get_args(exports.View):
        yield f"{view} table", lambda view=view: shown(render.view(pack, view))  # type: ignore[misc]
        for form in get_args(exports.Format):
            yield f"{view} {form}", lambda view=view, form=form: exports.write(pack, view, form)  # type: ignore[misc]
    yield "show", lambda: shown(render.show(pack))
    yield "record", lambda: whole.record(pack, compact=False)
    tracked = list(track.track([pack, PACK], AS_OF))
    yield "tracked table", lambda: shown(rendered.table(tracked))
    for form in get_args(followed.TrackedFormat):
        yield f"tracked {form}", lambda form=form: followed.write(tracked, form, AS_OF)  # type: ignore[misc]


@pytest.mark.parametrize("what", TEXTS)
def test_no_text_of_a_record_steers_what_shows_it(what: str) -> None:
    pack = read(spoiled(PACK.model_dump(mode="json"), TEXTS[what], keep=CHOICES))
    for name, use in uses(pack):
        out = use()
        assert not STEERS.search(out), name
        if name.endswith("csv"):
            assert not re.search(r"""(?:^|,)"?\s*[=+@]""", out, re.MULTILINE), name
        if name.endswith(("html", " md")):
            assert not re.search(r"(?<!\\)<(?:script|img|/style><|javascript)", out), name
        if name.endswith(" md"):
            assert not re.search(r"(?<!\\)\]\(", out), name
        if name.endswith("ics"):
            assert out.count("END:VCALENDAR") == out.count("\r\nEND:VCALENDAR\r\n") == 1


@pytest.mark.parametrize("number", [0, -1, 10**30, 10**4000, 1.5, True, None, [], {}], ids=lambda n: repr(n)[:12])
def test_no_number_of_a_record_is_a_fault(number: Any) -> None:
    """Each number is put into each field in turn that holds one: the record is refused, or all can be made of it that is made."""
    raw = PACK.model_dump(mode="json")
    for holder, key in list(_numbers(raw)):
        before, holder[key] = holder[key], number
        try:
            pack = read(raw)
        except AgendaPackError:
            continue
        finally:
            holder[key] = before
        for _, use in uses(pack):
            use()


def _numbers(value: Any, seen: set[str] | None = None, name: str = "") -> Iterator[tuple[Any, Any]]:
    """Where in a record a number may stand: each field once."""
    seen = set() if seen is None else seen
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        path = f"{name}.{key}" if isinstance(value, dict) else f"{name}[]"
        if isinstance(each, dict | list):
            yield from _numbers(each, seen, path)
        elif isinstance(each, int) and not isinstance(each, bool) and path not in seen:
            seen.add(path)
            yield value, key


@pytest.mark.parametrize("day", ["2031-99-99", "2031-02-29", "20310604", "2031-W01-1", "4 June 2031", "", "\x1b[31m"])
def test_a_day_that_there_is_not_is_refused(day: str) -> None:
    with pytest.raises(NotARecord, match="meeting_date is not as it should be"):
        read(PACK.model_dump(mode="json") | {"meeting_date": day})


def test_merging_and_choosing_take_any_record_or_refuse_it() -> None:
    for bad in TEXTS.values():
        pack = read(spoiled(PACK.model_dump(mode="json"), bad, keep=CHOICES))
        with pytest.raises(AgendaPackError):
            selection.only_items(pack, ["no such item"])
        try:
            supplement.merge(PACK, [pack])
        except AgendaPackError as error:
            assert error.exit_status == 2
