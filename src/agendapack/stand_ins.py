"""What stands in for the records where they are only looked at: the same fields, and no less strict about their values.

Loading pydantic and making the models takes longer than all the rest of answering `recs` from a saved record. So the stand-ins
are made from the JSON Schema that is shipped with the program, which a test holds to the models. What they do not take is left to
the models, which know best what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, cast

import msgspec
from msgspec import Meta, Struct

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Decision, Item, Recommendation, Report

SCHEMA = Path(__file__).with_name("record.schema.json")
"""What `agendapack schema` writes."""

_DAY = (
    r"\A(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\Z"
)
"""The days that every year has: whether one has a 29th of February is left to the models."""

_DEEPEST = 80
"""Limbs of limbs: of deeper ones the models know whether they take them. None was ever printed beyond five."""

_PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool, "null": None}


class StandIn(Struct, frozen=True, kw_only=True):
    """Base of all stand-ins, with the methods of the models that those call who look."""

    def model_copy(self, *, update: dict[str, Any]) -> Any:
        """The same with other values in some fields."""
        return msgspec.structs.replace(self, **update)

    def model_dump(self, *, mode: Literal["json"]) -> Any:
        """As dictionaries and lists."""
        return msgspec.to_builtins(self)


def read(data: bytes) -> AgendaPack | None:
    """What stands in for the record that `data` holds as JSON, if it is one of this release's schema version."""
    kind, version = _made()
    try:
        pack = cast("AgendaPack", msgspec.json.decode(data, type=kind))
        deepest = max((_depth(limbs) for item in pack.items for limbs in _limbs(item)), default=0)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return pack if pack.schema_version == version and deepest <= _DEEPEST else None


def _limbs(item: Item) -> Iterator[Sequence[Recommendation | Decision]]:
    """The lists whose limbs may have limbs of their own."""
    holders: tuple[Item | Report, ...] = (item, *item.reports)
    for holder in holders:
        yield holder.recommendations
        yield holder.decisions


def _depth(limbs: Sequence[Recommendation | Decision]) -> int:
    return 1 + max(_depth(limb.children) for limb in limbs) if limbs else 0


@cache
def _made() -> tuple[type[StandIn], str]:
    """What stands in for `AgendaPack`, and the schema version; the others are found in this module, where each names them."""
    schema = msgspec.json.decode(SCHEMA.read_bytes())
    for name, record in {**schema["$defs"], schema["title"]: schema}.items():
        fields = [_field(each, of) for each, of in record["properties"].items()]
        globals()[name] = msgspec.defstruct(name, fields, bases=(StandIn,), module=__name__, frozen=True, kw_only=True)
    return globals()[schema["title"]], schema["properties"]["schema_version"]["default"]


def _field(name: str, schema: dict[str, Any]) -> tuple[str, Any] | tuple[str, Any, Any]:
    """A field; every record says its version, though the models have a default for it."""
    if "default" not in schema or name == "schema_version":
        return name, _type(schema)
    default = schema["default"]
    return name, _type(schema), tuple(default) if isinstance(default, list) else default


def _type(schema: dict[str, Any]) -> Any:
    """The type of a value, from as much of JSON Schema as the models use.

    Raises:
        KeyError: they use more.
    """
    match schema:
        case {"$ref": place}:
            found: Any = place.removeprefix("#/$defs/")
        case {"anyOf": [{"enum": these}, {"enum": those}]}:
            found = Literal[*these, *those]
        case {"anyOf": [one, {"type": "null"}]}:
            found = Union[_type(one), None]  # noqa: UP007 - a name as text has no `|`
        case {"enum": words}:
            found = Literal[*words]
        case {"type": "array", "prefixItems": parts}:
            found = GenericAlias(tuple, tuple(map(_type, parts)))
        case {"type": "array", "items": part}:
            found = GenericAlias(tuple, (_type(part), ...))
        case {"type": "string", "format": "date"}:
            found = Annotated[str, Meta(pattern=_DAY)]
        case {"type": "integer", "minimum": least}:
            found = Annotated[int, Meta(ge=least)]
        case _:
            found = _PLAIN[schema["type"]]
    return found
