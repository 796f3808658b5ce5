"""JSON: the records whole, as the schema has them, with their place in front; one array for a view."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from agendapack.exports import View
from agendapack.exports.rows import FLAT, Place, decision_lists, recommendation_lists, rows
from agendapack.printable import escape_json

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Record


def write(pack: AgendaPack, view: View) -> str:
    """The records of one view as an array."""
    return escape_json(json.dumps(list(_records(pack, view)), ensure_ascii=False, indent=2)) + "\n"


def record(pack: AgendaPack, *, compact: bool = False) -> str:
    """The whole record of a pack. `compact` leaves out line breaks and indentation."""
    return escape_json(pack.model_dump_json(indent=None if compact else 2)) + "\n"


def schema() -> str:
    """The JSON Schema of the record."""
    from agendapack.records import AgendaPack  # noqa: PLC0415 - to look at a record, the models are not loaded

    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **AgendaPack.model_json_schema(mode="serialization")}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _records(pack: AgendaPack, view: View) -> Iterator[dict[str, Any]]:
    if view == "items":
        yield from ({"pack": pack.source.file, **item.model_dump(mode="json")} for item in pack.items)
        return
    if view == "reasons":
        yield from rows(pack, view)
        return
    lists: Iterable[tuple[Place, tuple[Record, ...]]] = {
        "recs": recommendation_lists,
        "decisions": decision_lists,
        **FLAT,
    }[view](pack)
    for place, records in lists:
        yield from ({**place.columns(), **each.model_dump(mode="json")} for each in records)
