"""How records are put into words for people, wherever they are shown: dates, ranges, counts, names of kinds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from agendapack.due import due as due_day

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Deadline, Evidence, Item, Range

_OWN_NAMES = {
    "contact_officer": "contact",
    "committee_contact": "committee contact",
    "response_pro_forma": "response form",
    "plan_or_strategy": "plan or strategy",
    "agenda_pack": "agenda pack",
    "unknown": "not recognised",
    "none": "no answer",
}


def kind(value: str) -> str:
    """The value of a record's `kind`, `pack_kind` or `status` in words."""
    return _OWN_NAMES.get(value) or value.replace("_", " ")


def title(printed: str) -> str:
    """The title of an item or a paper, or that none was found: a heading is never empty."""
    return printed or "(no title found)"


def span(pages: Range | None) -> str:
    """A range of sheets or pages ("3–48", "7"); empty where there is none."""
    if pages is None:
        return ""
    return str(pages[0]) if pages[0] == pages[1] else f"{pages[0]}–{pages[1]}"


def count(number: int, noun: str) -> str:
    """A number with its noun ("1 contact", "4 recommendations")."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def day(iso: str | None) -> str:
    """A date as people write it ("Tuesday 18 March 2031"); as it is where it is no date."""
    try:
        when = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{when:%A} {when.day} {when:%B} {when.year}"


def meeting(pack: AgendaPack) -> str:
    """Which body meets and when, as a heading; the name of the file where the pack does not say."""
    when = ", ".join(filter(None, (day(pack.meeting_date), pack.meeting_time)))
    return ", ".join(filter(None, (pack.body or pack.council, when))) or pack.source.file


def place(evidence: tuple[Evidence, ...]) -> str:
    """Where something stands ("sheet 3, page 1", "sheet 3 of supplement.pdf"); empty where that is not known."""
    if not evidence:
        return ""
    first = evidence[0]
    page = f", page {first.printed_page}" if first.printed_page is not None else ""
    return f"sheet {first.sheet}{page}" + (f" of {first.file}" if first.file else "")


def mark(pack: AgendaPack, file: str | None) -> str:
    """What stands before a sheet of a supplement: "S1 " for the first that was merged into the pack."""
    names = [source.file for source in pack.source.supplements]
    return f"S{names.index(file) + 1} " if file in names else ""


def sheets(pack: AgendaPack, item: Item) -> list[str]:
    """The sheets of an item's papers, in the pack and in each of its supplements."""
    return _spans(pack, item.pdf_pages, ((each.file, each.pdf_pages) for each in item.supplied))


def pages(pack: AgendaPack, item: Item) -> list[str]:
    """The page numbers that the agenda prints for an item, and those that its supplements print."""
    return _spans(pack, item.printed_pages, ((each.file, each.printed_pages) for each in item.supplied))


def _spans(pack: AgendaPack, own: Range | None, elsewhere: Iterable[tuple[str, Range | None]]) -> list[str]:
    return [span(own)] * bool(own) + [mark(pack, file) + span(pages) for file, pages in elsewhere if pages]


def where(file: str, sheet: int | None, page: int | None) -> str:
    """A place in one of several files ("cabinet.pdf, sheet 3, page 1")."""
    return ", ".join([file, *([f"sheet {sheet}"] if sheet else []), *([f"page {page}"] if page is not None else [])])


def due(deadline: Deadline, meeting: str | None) -> tuple[str, str]:
    """When something is due, and what to know of that day ("computed", "2030-05-18 is printed"); empty where it is not known."""
    found = due_day(deadline, meeting)
    if found is None:
        return "", ""
    return found.day, f"{found.printed} is printed" if found.printed else "" if deadline.date else "computed"


def instead(printed: str | None) -> str:
    """That the period which a paper gives contradicts the day which it prints; nothing where it does not."""
    return f"{day(printed)} is printed, which the period contradicts" if printed else ""


def since(state: str | None, update: str | None) -> str:
    """How far something has come, and what was done since ("On track: 200 were planted.")."""
    return ": ".join(filter(None, (state, update)))


def answer(status: str, said: str | None) -> str:
    """What was answered, in a word; where that is neither yes nor no, as printed ("In progress")."""
    return said if status == "none" and said else kind(status)
