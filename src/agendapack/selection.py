"""Parts of a pack: the items of some numbers, the recommendations of one strand. Each is a pack again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agendapack.errors import NoSuchItem

if TYPE_CHECKING:
    from agendapack.records import AgendaPack, Item, Recommendation, Report, Strand


def only_items(pack: AgendaPack, numbers: Sequence[str]) -> AgendaPack:
    """The pack with the items of these printed numbers alone, and without what is the meeting's own: its contacts and evidence.

    Case and the full stop after a number do not matter; several items of the same number all count.

    Raises:
        NoSuchItem: one of the numbers is not in the pack.
    """
    wanted = {_plain(number): number for number in numbers}
    chosen = tuple(item for item in pack.items if item.number is not None and _plain(item.number) in wanted)
    missing = [number for plain, number in wanted.items() if plain not in {_plain(item.number or "") for item in chosen}]
    if missing:
        raise NoSuchItem(f"There is no item {' or '.join(missing)} in {pack.source.file}.", _which(pack.items))
    return pack.model_copy(update={"items": chosen, "contacts": (), "evidence": ()})


def _plain(number: str) -> str:
    return number.strip().strip("().").casefold()


def _which(items: Sequence[Item]) -> str:
    numbers = [item.number for item in items if item.number]
    if not numbers:
        return "Its items have no numbers: leave --item out."
    return f"Its items are {', '.join(dict.fromkeys(numbers))}."


def only_strand(pack: AgendaPack, strand: Strand) -> AgendaPack:
    """The pack with the recommendations of one strand alone."""

    def kept(recommendations: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
        return tuple(each for each in recommendations if each.strand == strand)

    def report(each: Report) -> Report:
        return each.model_copy(update={"recommendations": kept(each.recommendations)})

    def item(each: Item) -> Item:
        reports = tuple(report(paper) for paper in each.reports)
        return each.model_copy(update={"recommendations": kept(each.recommendations), "reports": reports})

    return pack.model_copy(update={"items": tuple(item(each) for each in pack.items)})
