"""How reports open: free lines and forms. What a form says of a person is noted in the paper."""

from __future__ import annotations

from collections.abc import Callable

from generator.muse import spoken
from generator.pack import Contact, Item, Pack, Paper
from generator.typeset import Cell, Press


def _free(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    press.para(f"{pack.body.upper()} – {spoken(pack.date)}", bold=True, align="centre")
    press.para(paper.title, bold=True, align="centre")
    press.para(f"Report by the {paper.author}", align="centre", after=14)


def _from_to(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    assert paper.presenter
    rows = (
        ("From:", f"{paper.presenter.name}, {paper.presenter.role}"),
        ("To:", f"{pack.body} – {spoken(pack.date)}"),
        ("Subject:", paper.title),
        ("Classification:", "Unrestricted"),
        ("Electoral Division:", paper.ward),
    )
    press.table((110, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows], ruled=False)


def _committee_title(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    assert paper.presenter
    press.para("Committee Report", bold=True, size=16)
    for label, words in (
        ("COMMITTEE:", pack.body),
        ("DATE:", spoken(pack.date)),
        ("TITLE:", paper.title),
        ("Ward(s):", paper.ward),
    ):
        press.para(f"**{label}** {words}")
    press.para(f"**Officer presenting the report:** {paper.presenter.name}   **Job title:** {paper.presenter.role}", after=14)
    paper.contacts.append(Contact(paper.presenter.name, paper.presenter.role))


def _item_class(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    widths = (70.0, 110.0, 120.0, 0.0)
    press.table(
        widths,
        [
            [
                Cell(f"Item No.\n{item.number or 4}", bold=True),
                Cell("**Classification:**\nOpen"),
                Cell(f"**Date:**\n{spoken(pack.date)}"),
                Cell(f"**Meeting Name:**\n{pack.body}"),
            ]
        ],
        ruled=False,
    )
    rows = (("Report title:", paper.title), ("Ward(s) or groups affected:", paper.ward), ("From:", paper.author))
    press.table((150, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows])
    press.space(8)


def _report_to(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    rows = (
        ("REPORT TO:", pack.body.upper()),
        ("DATE:", spoken(pack.date).upper()),
        ("REPORT TITLE:", paper.title.upper()),
        ("RESPONSIBLE OFFICER:", paper.author.upper()),
    )
    press.table((130, 0), [[Cell(label, bold=True), Cell(words, bold=True)] for label, words in rows], ruled=False)


def _left(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    assert paper.presenter
    press.para(f"Report to {pack.body}", bold=True, size=14)
    rows = (
        ("Title of report", paper.title),
        ("Date of meeting", spoken(pack.date)),
        ("Lead officer", f"{paper.presenter.name}, {paper.presenter.role}"),
        ("Wards affected", paper.ward),
        ("Key decision", "No"),
    )
    press.table((130, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows])
    paper.contacts.append(Contact(paper.presenter.name, paper.presenter.role))


def _above(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    press.para(pack.council, bold=True, size=14)
    press.table((0, 160), [[Cell("Meeting", bold=True), Cell("Date", bold=True)], [Cell(pack.body), Cell(spoken(pack.date))]])
    press.table((0, 160), [[Cell("Report title", bold=True), Cell("Ward", bold=True)], [Cell(paper.title), Cell(paper.ward)]])


def _district(press: Press, pack: Pack, item: Item, paper: Paper) -> None:
    press.para(paper.title, bold=True, size=14)
    for label, words in (
        ("Meeting:", pack.body),
        ("Report of:", paper.author),
        ("Portfolio holder:", "Councillor Edith Marsh, Communities"),
        ("Date of meeting:", spoken(pack.date)),
        ("Ward(s) affected:", paper.ward),
    ):
        press.para(f"**{label}** {words}", after=2)
    press.space(10)


HEADS: dict[str, Callable[[Press, Pack, Item, Paper], None]] = {
    "free": _free,
    "from-to": _from_to,
    "committee-title": _committee_title,
    "item-class": _item_class,
    "report-to": _report_to,
    "left": _left,
    "above": _above,
    "district": _district,
}
