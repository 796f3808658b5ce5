"""A seed in, a pack out: the PDF and the record it should give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from generator.agenda import front, heading_of_minutes
from generator.content import Muse
from generator.invent import invent
from generator.pack import Item, Pack
from generator.papers import Writer
from generator.styles import Style, draw
from generator.typeset import Press, Spoil, Text


@dataclass(frozen=True)
class Made:
    """A generated pack."""

    seed: int
    style: Style
    pdf: bytes
    record: Mapping[str, Any]


def make(seed: int, spoil: Spoil | None = None) -> Made:
    """The pack of a seed. The same seed gives the same bytes."""
    rng = Random(seed)
    style = draw(rng)
    pack = invent(style, rng)
    for _ in range(3):
        press = _set(style, pack)
    year, month, day = pack.date
    when = f"{day:02d}/{month:02d}/{year} {pack.time[0]:02d}:{pack.time[1]:02d}"
    what = "Agenda Supplement" if pack.issue == "supplement" else "Agenda Document"
    title = f"(Public Pack){what} for {pack.body}, {when}" if style.system == "stamped" else ""
    pdf = press.finish(title, "", spoil)
    return Made(seed, style, pdf, pack.record())


def _set(style: Style, pack: Pack) -> Press:
    """Set the whole pack with the page numbers found by the setting before."""
    press = Press(style.look)
    if pack.issue == "minutes":
        muse = Muse(Random(pack.council))
        Writer(press, style, pack).proceedings(muse.paragraph, heading_of_minutes(style, pack))
        return press
    if pack.issue == "report":
        _papers(press, style, pack, pack.items[0], 0)
        return press
    front(press, style, pack)
    if style.outline:
        press.sheets[0].outline.append((0, "Agenda"))
    if style.padded and press.number % 2:
        _blank(press)
    fronts = press.number
    stamps: dict[int, str] = {}
    for item in pack.items:
        if item.paper:
            stamps[press.number + 1] = item.number or ""
            _papers(press, style, pack, item, 0 if style.counted else fronts)
    _furnish(press, style, stamps, fronts)
    return press


def _papers(press: Press, style: Style, pack: Pack, item: Item, before: int) -> None:
    paper = item.paper
    assert paper
    writer = Writer(press, style, pack)
    press.sheet()
    first = press.number
    if pack.issue == "report":
        press.para(pack.council, bold=True, size=14)
    elif style.system != "stamped" and style.headed:
        press.para(f"AGENDA ITEM {item.number}", bold=True, align="right")
    writer.minutes(paper) if paper.kind == "minutes" else writer.paper(item, paper)
    if style.padded and press.number % 2:
        _blank(press)
    for n, annex in enumerate(paper.annexes):
        writer.annex(annex, n)
        if style.outline:
            press.sheets[annex.sheets[0] - 1].outline.append((1, annex.title))
        label = " ".join(annex.title.split()[:2]).strip(":")
        for k, sheet in enumerate(press.sheets[annex.sheets[0] - 1 : annex.sheets[1]]):
            if style.annex_running and k:
                sheet.furniture.append(Text(sheet.width - 140, 36, label, 9, False))
            if style.annex_numbers:
                sheet.furniture.append(Text(sheet.width / 2 + 60, sheet.height - 40, str(k + 1), 9, False))
        if style.padded and press.number % 2:
            _blank(press)
    if style.outline:
        sheet = press.sheets[first - 1]
        sheet.outline.insert(0, (0, f"{item.number} {item.title}"))
    item.sheets = (first, press.number)
    item.pages = (first - before, press.number - before) if style.pages != "none" and pack.issue != "report" else None


def _blank(press: Press) -> None:
    press.sheet()
    press.here.steps.append(Text(200, 400, "This page is intentionally left blank", 11, False))


def _furnish(press: Press, style: Style, stamps: dict[int, str], fronts: int) -> None:
    """What the publishing system prints on each sheet, last of all."""
    total = press.number
    for n, sheet in enumerate(press.sheets, 1):
        if style.system == "cmis":
            sheet.furniture.append(Text(sheet.width / 2 - 30, sheet.height - 24, f"Page {n} of {total}", 9, False))
        if style.system == "stamped" and (style.counted or n > fronts):
            page = n if style.counted else n - fronts
            sheet.furniture.append(Text(sheet.width / 2 - 20, sheet.height - 22, f"Page {page}", 10, False))
            if n in stamps:
                sheet.furniture.append(Text(sheet.width - 130, 26, f"Agenda Item {stamps[n]}", 12, False))
