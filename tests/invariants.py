"""What holds for every record of every pack, told by the record and the sheets alone."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.layout import Document, Page
from agendapack.records import AgendaPack, Evidence, Record
from agendapack.stages.check import on_sheet


def all_evidence(record: Record) -> Iterator[Evidence]:
    """Every evidence in a record and in the records within it."""
    if isinstance(record, Evidence):
        yield record
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from all_evidence(each)


def out_of_place(record: AgendaPack, document: Document) -> list[Evidence]:
    """The evidence that does not stand on the sheet that it names: its words inside its box."""
    return [each for each in all_evidence(record) if not _stands(each, document)]


def _stands(each: Evidence, document: Document) -> bool:
    if each.sheet > len(document.pages):
        return False
    page: Page = document.page(each.sheet)
    return on_sheet(each, page)


def faults(record: AgendaPack) -> list[str]:
    """What is wrong with the shape of a record: ranges that run backwards or off the pack, ids that are not unique."""
    return [*_range_faults(record), *_id_faults(record)]


def _range_faults(record: AgendaPack) -> Iterator[str]:
    sheets = record.source.sheets
    for item in record.items:
        own = item.pdf_pages
        if own is not None and not 1 <= own[0] <= own[1] <= sheets:
            yield f"{item.id}: sheets {own} of {sheets}"
        if item.reports and own is None:
            yield f"{item.id}: has papers and no sheets"
        before = 0
        for report in item.reports:
            first, last = report.pdf_pages
            if not before <= first <= last:
                yield f"{report.id}: sheets {first} to {last} after {before}"
            if own is not None and not (own[0] <= first and last <= own[1]):
                yield f"{report.id}: sheets {first} to {last} outside its item's {own}"
            before = first
        if item.printed_pages is not None and not 1 <= item.printed_pages[0] <= item.printed_pages[1]:
            yield f"{item.id}: pages {item.printed_pages}"


def _id_faults(record: AgendaPack) -> Iterator[str]:
    seen: set[str] = set()
    for each in _records(record):
        found = getattr(each, "id", None)
        if found is None:
            continue
        if not found:
            yield f"{type(each).__name__} without an id"
        elif found in seen:
            yield f"id {found!r} twice"
        seen.add(found)


def _records(record: Record) -> Iterator[Record]:
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from _records(each)
