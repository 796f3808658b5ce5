"""A saved record, read again: as the models, or only to be looked at, without loading them."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import TYPE_CHECKING

from agendapack import stand_ins, store
from agendapack.errors import NewerRecord, NoPack, NotARecord
from agendapack.sniff import LARGEST_RECORD, too_large

if TYPE_CHECKING:
    from pydantic import ValidationError

    from agendapack.records import AgendaPack

Reader = Callable[[bytes, str], "AgendaPack"]
"""`load` or `look`."""


def load(data: bytes, name: str) -> AgendaPack:
    """The record that `data` holds. It may be anybody's: its size, its depth and every field are checked before it is used.

    Fields that this release does not know are left out: new fields alone do not change the schema version.

    Raises:
        NotARecord: it is no JSON, only part of a record, the JSON of something else, or larger or deeper than any record.
        NewerRecord: its schema version is later than this release's.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - to look at a record, neither is loaded

    from agendapack.records import SCHEMA_VERSION, AgendaPack, Head  # noqa: PLC0415

    if len(data) > LARGEST_RECORD:
        raise too_large(name)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        version = Head.model_validate_json(data).schema_version
    except ValidationError as error:
        raise NotARecord(f"{name} {_what_is_wrong(error)}") from error
    if version != SCHEMA_VERSION:
        if _number(version) > _number(SCHEMA_VERSION):
            raise NewerRecord(f"{name} was written by a newer agendapack (schema {version}; this one knows {SCHEMA_VERSION}).")
        raise NotARecord(f"{name} has the schema version {version[:20]!r}, which this agendapack does not know.")
    try:
        return AgendaPack.model_validate_json(data, extra="ignore")
    except ValidationError as error:
        raise NotARecord(f"{name} is not a record that agendapack wrote: {_where(error)}.") from error


def look(data: bytes, name: str) -> AgendaPack:
    """As `load`, for those who only look: what comes back has the fields of the record, `model_copy` and `model_dump`.

    Raises:
        NotARecord, NewerRecord: as `load`.
    """
    seen = stand_ins.read(data.removeprefix(codecs.BOM_UTF8)) if len(data) <= LARGEST_RECORD else None
    return seen or load(data, name)


def last(read: Reader = load) -> AgendaPack:
    """The record kept last.

    Raises:
        NoPack: there is none, or it can no longer be read.
    """
    try:
        return read(store.last(), "it")
    except NotARecord as error:
        raise NoPack("The record of the pack parsed last can no longer be read.", "Parse the pack again.") from error


# What is wrong with a record


def _what_is_wrong(error: ValidationError) -> str:
    (problem, *_) = error.errors(include_url=False, include_input=False)
    if problem["type"] != "json_invalid":
        return "is JSON, but not a record that agendapack wrote."
    if "recursion limit" in problem["msg"]:
        return "is not a record that agendapack wrote: it is nested deeper than any."
    return "is not a whole record: its JSON is broken off or damaged."


_FEW = 100
"""Wrong fields up to which the first is looked up: the library words them all, and in a file made for it there are millions."""


def _where(error: ValidationError) -> str:
    if error.error_count() > _FEW:
        return f"{error.error_count():,} of its fields are not as they should be"
    place = error.errors(include_url=False, include_input=False)[0]["loc"]
    return f"{'.'.join(map(str, place))} is not as it should be"


def _number(version: str) -> int:
    return int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0
