"""What stands in for the records: it is made from the schema, gives what the models give, and takes nothing that they refuse."""

from __future__ import annotations

import json
import os
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import EMPTY, PACK

from agendapack import exports, saved, selection, stand_ins
from agendapack.errors import NotARecord
from agendapack.exports.json import schema
from agendapack.records import AgendaPack

VIEWS: list[exports.View] = [view for view in get_args(exports.View) if view != "reasons"]
"""What is only looked at: the reasons of a record are put together from its models."""

MANY = int(os.environ.get("AGENDAPACK_EXAMPLES", "0"))


def seen(pack: AgendaPack) -> AgendaPack:
    stand_in = stand_ins.read(pack.model_dump_json().encode())
    assert stand_in is not None
    assert not isinstance(stand_in, AgendaPack)
    return stand_in


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, each in inner for place in places(each, (*path, name)))]


WHOLE = PACK.model_dump(mode="json")
PLACES = places(WHOLE)[1:]
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=3),
    st.sampled_from(["2031-02-30", "2032-02-29", "2031-02-29", "0000-01-01", "2031-1-1", "2031-04-30\n", "cabinet", "1", "none"]),
    st.lists(st.integers(0, 3), max_size=4),
    st.just({}),
)


def test_the_schema_that_is_shipped_is_that_of_the_models() -> None:
    """Where it is not: `agendapack schema > src/agendapack/record.schema.json`."""
    assert stand_ins.SCHEMA.read_text(encoding="utf-8") == schema()


@pytest.mark.parametrize("pack", [PACK, EMPTY])
def test_it_has_every_field_of_the_record(pack: AgendaPack) -> None:
    assert json.loads(json.dumps(seen(pack).model_dump(mode="json"))) == pack.model_dump(mode="json")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md"])
def test_every_view_of_it_is_that_of_the_record(view: exports.View, form: str) -> None:
    assert exports.write(seen(PACK), view, form) == exports.write(PACK, view, form)


@pytest.mark.parametrize(
    "part", [lambda pack: selection.only_items(pack, ["6"]), lambda pack: selection.only_strand(pack, "formal")]
)
def test_parts_of_it_are_those_of_the_record(part: Any) -> None:
    assert exports.write(part(seen(PACK)), "recs", "json") == exports.write(part(PACK), "recs", "json")


@given(place=st.sampled_from(PLACES), value=ANYTHING)
@settings(max_examples=MANY or 400, derandomize=not MANY, deadline=None)
def test_what_it_takes_the_models_take_and_mean_the_same(place: tuple[Any, ...], value: Any) -> None:
    raw = json.loads(json.dumps(WHOLE))
    holder = raw
    for name in place[:-1]:
        holder = holder[name]
    holder[place[-1]] = value
    data = json.dumps(raw).encode()
    if (stand_in := stand_ins.read(data)) is not None:
        assert json.loads(json.dumps(stand_in.model_dump(mode="json"))) == saved.load(data, "it").model_dump(mode="json")


@given(place=st.sampled_from(PLACES))
@settings(max_examples=MANY or 200, derandomize=not MANY, deadline=None)
def test_a_value_that_is_missing_is_missing_for_both(place: tuple[Any, ...]) -> None:
    raw = json.loads(json.dumps(WHOLE))
    holder = raw
    for name in place[:-1]:
        holder = holder[name]
    del holder[place[-1]]
    data = json.dumps(raw).encode()
    try:
        whole = saved.load(data, "it").model_dump(mode="json")
    except NotARecord:
        whole = None
    stand_in = stand_ins.read(data)
    assert (json.loads(json.dumps(stand_in.model_dump(mode="json"))) if stand_in else None) == whole


def test_of_the_29th_of_february_the_models_know_whether_there_is_one() -> None:
    leap, none = (
        PACK.model_dump_json().replace(f'"{PACK.meeting_date}"', f'"{day}"').encode() for day in ("2032-02-29", "2031-02-29")
    )
    assert stand_ins.read(leap) is None
    assert saved.look(leap, "it").meeting_date == "2032-02-29"
    with pytest.raises(NotARecord, match="meeting_date"):
        saved.look(none, "it")


def test_a_schema_that_says_more_than_is_understood_is_not_half_understood() -> None:
    with pytest.raises(KeyError):
        stand_ins._type({"type": "object", "additionalProperties": {"type": "string"}})
