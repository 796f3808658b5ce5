"""Rows that name the recommendation which they answer by nothing but its number: which recommendation of the pack that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.prepared import pattern
from agendapack.records import Item, Recommendation, Report, Response
from agendapack.rules import InForce

_RULES = InForce("respond")
_NUMBER = pattern(r"0?(?P<number>\d{1,2})(?P<letter>[a-z]?)\b", re.IGNORECASE)
_TO = pattern(r"-|–|\bto\b")


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of the recommendations that a text names, if it says nothing else: "Recs 2 to 4" names three."""
    if _RULES.first("row.number", text.strip()) is None:
        return ()
    found: list[str] = []
    end = 0
    for hit in _NUMBER.finditer(text):
        if found and found[-1].isdigit() and _TO.search(text[end : hit.start()]):
            found += [str(number) for number in range(int(found[-1]) + 1, int(hit["number"]))]
        found.append(hit["number"] + hit["letter"].lower())
        end = hit.end()
    return tuple(dict.fromkeys(found))


def linked(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with the ids of those recommendations of scrutiny that rows name by their number.

    A number is that of a recommendation of the same paper, else of the other papers under the item, else of the pack; where the
    nearest of these have none of it, or more than one, the row answers nobody knows what.
    """
    return tuple(_item(item, items) for item in items)


def _item(item: Item, items: Sequence[Item]) -> Item:
    if not any(numbers(each.recommendation) for report in item.reports for each in report.responses):
        return item
    return item.model_copy(update={"reports": tuple(_report(report, item, items) for report in item.reports)})


def _report(report: Report, item: Item, items: Sequence[Item]) -> Report:
    near = [(report,), item.reports, tuple(each for other in items for each in other.reports)]
    found = [each.model_copy(update={"answers": _answers(each, near)}) for each in report.responses]
    return report.model_copy(update={"responses": tuple(found)})


def _answers(row: Response, near: Sequence[Sequence[Report]]) -> tuple[str, ...]:
    named = [_named(number, near) for number in numbers(row.recommendation)]
    return tuple(each for each in named if each) if all(named) else ()


def _named(number: str, near: Sequence[Sequence[Report]]) -> str | None:
    """The id of the only recommendation with a number in the nearest papers that have one."""
    for reports in near:
        if found := [each.id for report in reports for each in _made(report) if _bare(each.label) == number]:
            return found[0] if len(found) == 1 else None
    return None


def _made(report: Report) -> Iterator[Recommendation]:
    """What scrutiny recommends in a paper: a response to scrutiny prints nothing else under such numbers."""
    return (each for each in report.recommendations if each.strand == "scrutiny" or report.kind == "scrutiny_response")


def _bare(label: str | None) -> str:
    """A label as a number: "R3" and "03" are 3."""
    hit = re.fullmatch(r"[A-Za-z.\s]*?0*(\d{1,2}[a-z]?)", label or "")
    return hit[1].lower() if hit else (label or "")
