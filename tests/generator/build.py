"""A seed in, a pack out: the PDF and the record it should give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from generator.agenda import front, heading_of_minutes
from generator.invent import invent
from generator.muse import Muse
from generator.noise import loses_bold, noise
from generator.pack import Item, Pack, Paper
from generator.papers import Writer
from generator.styles import Style, draw
from generator.typeset import Press, Sheet, Text


@dataclass(frozen=True)
class Made:
    """A generated pack."""

    seed: int
    style: Style
    pdf: bytes
    record: Mapping[str, Any]


def make(seed: int, amount: float = 0.0) -> Made:
    """The pack of a seed, spoilt by an amount of noise from 0 to 1. The same seed and amount give the same bytes."""
    rng = Random(seed)
    style = draw(rng)
    pack = invent(style, rng)
    if loses_bold(amount, seed):
        style = replace(style, look=replace(style.look, bold=False))
    for _ in range(3):
        press = _set(style, pack)
    year, month, day = pack.date
    when = f"{day:02d}/{month:02d}/{year} {pack.time[0]:02d}:{pack.time[1]:02d}"
    what = "Agenda Supplement" if pack.issue == "supplement" else "Agenda Document"
    title = f"(Public Pack){what} for {pack.body}, {when}" if style.system == "stamped" else ""
    pdf = press.finish(title, "", noise(amount, seed) if amount else None)
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
    _furnish(press, style, pack, stamps, fronts)
    return press


def _papers(press: Press, style: Style, pack: Pack, item: Item, before: int) -> None:
    """The papers of one business, each from a new sheet on."""
    assert item.paper
    writer = Writer(press, style, pack)
    first = press.number + 1
    for n, paper in enumerate([item.paper, *item.further]):
        wide = paper.layout == "table" and style.tables == "landscape"
        press.sheet(landscape=wide)
        if pack.issue == "report":
            press.para(pack.council, bold=True, size=14)
        elif not n and style.system != "stamped" and style.headed:
            press.para(f"AGENDA ITEM {item.number}", bold=True, align="right")
        writer.set(item, paper)
        _running(press, style, pack, paper)
        if style.padded and press.number % 2:
            _blank(press)
        for k, annex in enumerate(paper.annexes):
            writer.annex(annex, k)
            _of_annex(press, style, annex)
            if style.padded and press.number % 2:
                _blank(press)
    if style.outline:
        press.sheets[first - 1].outline.insert(0, (0, f"{item.number} {item.title}"))
    item.sheets = (first, press.number)
    item.pages = (first - before, press.number - before) if style.pages != "none" and pack.issue != "report" else None


def _of_annex(press: Press, style: Style, annex: Paper) -> None:
    """The annex in the outline, at the head of its further sheets, and its own page numbers."""
    if style.outline:
        press.sheets[annex.sheets[0] - 1].outline.append((1, annex.title))
    label = " ".join(annex.title.split()[:2]).strip(":")
    for k, sheet in enumerate(press.sheets[annex.sheets[0] - 1 : annex.sheets[1]]):
        if style.annex_running and k:
            sheet.furniture.append(Text(sheet.width - 140, 36, label, 9, False))
        if style.annex_numbers:
            sheet.furniture.append(Text(sheet.width / 2 + 60, sheet.height - 40, str(k + 1), 9, False))


def _running(press: Press, style: Style, pack: Pack, paper: Paper) -> None:
    """What a template prints at the head of a paper's further sheets."""
    words = {"body": f"{pack.council} - {pack.body}", "title": paper.title}.get(style.running)
    if words:
        for sheet in press.sheets[paper.sheets[0] : paper.sheets[1]]:
            sheet.furniture.append(Text(press.look.margin, 34, words, 8, False))


def _blank(press: Press) -> None:
    press.sheet()
    press.here.steps.append(Text(200, 400, "This page is intentionally left blank", 11, False))


def _furnish(press: Press, style: Style, pack: Pack, stamps: dict[int, str], fronts: int) -> None:
    """What the publishing system prints on each sheet, last of all, and the foot that an office leaves there."""
    total = press.number
    for n, sheet in enumerate(press.sheets, 1):
        if style.footer != "none" and sheet.steps:
            sheet.furniture.append(_foot(style, pack, sheet))
        if style.system == "cmis":
            sheet.furniture.append(Text(sheet.width / 2 - 30, sheet.height - 24, f"Page {n} of {total}", 9, False))
        if style.system == "stamped" and (style.counted or n > fronts):
            page = n if style.counted else n - fronts
            sheet.furniture.append(Text(sheet.width / 2 - 20, sheet.height - 22, f"Page {page}", 10, False))
            if n in stamps:
                sheet.furniture.append(Text(sheet.width - 130, 26, f"Agenda Item {stamps[n]}", 12, False))


def _foot(style: Style, pack: Pack, sheet: Sheet) -> Text:
    year, month, _ = pack.date
    path = f"S:\\Committees\\{year}\\{pack.body.replace(' ', '_')}\\{month:02d}\\agenda_v3.doc"
    words = {"path": path, "date": f"Printed on 02/{month:02d}/{year - 1}"}[style.footer]
    return Text(0.07 * sheet.width, sheet.height - 34, words, 7, False)
