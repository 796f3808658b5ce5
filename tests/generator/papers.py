"""How papers look: their heads, recommendations, sections, contacts and annexes. Who prints a person notes it in the paper."""

from __future__ import annotations

from collections.abc import Callable

from generator.answering import answers, tracked
from generator.cards import CARDS
from generator.fonts import spaced
from generator.heads import HEADS
from generator.pack import Contact, Item, Pack, Paper, Recommendations
from generator.styles import Style
from generator.typeset import Cell, Press


class Writer:
    """Sets the papers of one pack."""

    def __init__(self, press: Press, style: Style, pack: Pack) -> None:
        self.press, self.style, self.pack = press, style, pack
        self.section = 0
        self.count = 0

    def set(self, item: Item, paper: Paper) -> None:
        """A paper in its own layout, on the sheet under way and those after it."""
        paper.contacts = []
        self.section = self.count = 0
        match paper.layout:
            case "minutes":
                self.minutes(paper)
            case "table":
                self.table(paper)
            case "application":
                self.application(paper)
            case _:
                self.paper(item, paper)

    def minutes(self, paper: Paper) -> None:
        """The minutes of an earlier meeting."""
        press = self.press
        first = press.number
        press.para(self.pack.council.upper(), bold=True, align="centre")
        press.para(paper.title, bold=True)
        press.para("PRESENT: Councillors A Nwosu (Chair), B Gill, C Lathom and D Shah")
        press.para("IN ATTENDANCE: Una Vance (Director of Place) and Owen Gill (Democratic Services Officer)")
        for n, (heading, paragraphs) in enumerate(paper.sections, 1):
            press.para(heading.upper() if self.style.capitals else heading, label=f"{n}.", bold=True)
            for words in paragraphs:
                press.para(words, indent=28)
        press.para("The meeting closed at 12.15 pm.")
        paper.sheets = (first, press.number)

    def proceedings(self, sentence: Callable[[], str], title: str) -> None:
        """The minutes of a meeting, published alone: each business on the sheets on which it is minuted."""
        press, pack = self.press, self.pack
        press.sheet()
        press.para(pack.council.upper(), bold=True, align="centre")
        press.para(title)
        press.para("PRESENT: Councillors A Nwosu (Chair), B Gill, C Lathom and D Shah")
        for item in pack.items:
            press.need(60)
            first = press.number
            label = f"{item.number}."
            hang = max(28.0, press.measure(label, press.look.size, True) + 9)
            press.para(item.title.upper() if self.style.shout else item.title, label=label, bold=True, hang=hang)
            press.para(sentence(), indent=28)
            press.para("RESOLVED: That the report be noted and that the recommendations be approved.", indent=28)
            item.sheets = (first, press.number)

    def table(self, paper: Paper) -> None:
        """A tracker or a work programme: its title, and a table over some sheets."""
        first = self.press.number
        press = self.press
        press.para(paper.title, bold=True, size=14, after=12)
        head, *rows = tracked(paper) if paper.answers else paper.rows
        room = press.width / (len(head) + 1)
        widest = head.index("Recommendation") if "Recommendation" in head else 1
        widths = [0.0 if n == widest else 45.0 if name == "Ref" else min(room, 100.0) for n, name in enumerate(head)]
        press.table(
            widths, [[Cell(words, bold=True) for words in head], *([Cell(words) for words in row] for row in rows)], head=True
        )
        paper.sheets = (first, press.number)

    def application(self, paper: Paper) -> None:
        """One of a schedule's applications: its form, what the officer recommends, and the account of it."""
        press = self.press
        first = press.number
        press.para(paper.title, bold=True, size=13)
        assert paper.person and paper.asks
        rows = [*paper.rows, ("Case Officer:", paper.person.name), ("Recommendation:", paper.asks.limbs[0].words)]
        press.table((120, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows], ruled=self.style.place == "box")
        paper.contacts.append(Contact(paper.person.name))
        for heading, paragraphs in paper.sections:
            self._heading(heading)
            for words in paragraphs:
                self._numbered(words)
        paper.sheets = (first, press.number)

    def paper(self, item: Item, paper: Paper) -> None:
        """A report, on the sheet under way and those after it."""
        first = self.press.number
        HEADS[self.style.head](self.press, self.pack, item, paper)
        if paper.asks and self.style.place != "end":
            self._asks(paper.asks)
        for heading, paragraphs in paper.sections:
            self._heading(heading)
            for words in paragraphs:
                self._numbered(words)
        if paper.asks and self.style.place == "end":
            self._asks(paper.asks)
        if paper.answers:
            answers(self.press, paper)
        if paper.urges:
            self._heading("Findings and Recommendations")
            self._numbered(paper.urges.stem)
            wide = self._wide(paper.urges)
            for limb in paper.urges.limbs:
                self.press.para(limb.words, label=limb.printed, indent=32, hang=wide)
        if paper.annexes:
            self._heading("Appendices")
            for annex in paper.annexes:
                self.press.para(annex.title)
        for role, person in zip(
            ("Financial implications verified by", "Legal implications verified by"), paper.checkers, strict=False
        ):
            self.press.para(f"{role}: {person.name}, {person.role}")
            paper.contacts.append(Contact(person.name, person.role, kind="checked_by"))
        if paper.person:
            self.press.space(6)
            if self.style.contacts == "heading-card":
                self._heading("Contact details")
            CARDS[self.style.contacts](self.press, paper, paper.person)
        paper.sheets = (first, self.press.number)

    def annex(self, paper: Paper, n: int) -> None:
        """An annex: a table, upright, landscape or turned."""
        press, style = self.press, self.style
        press.sheet(landscape=style.annex_shape == "landscape", turned=style.annex_shape == "turned")
        first = press.number
        press.para(paper.title, bold=True, after=12)
        rows = [[Cell("Measure", bold=True), Cell("2030/31", bold=True), Cell("2031/32", bold=True), Cell("Comment", bold=True)]]
        for k in range(14 + 16 * n):
            rows.append(
                [
                    Cell(f"Measure {k + 1}: {100 + k}"),
                    Cell(f"{k * 37 % 91}"),
                    Cell(f"{k * 53 % 97}"),
                    Cell("As agreed with partners" if k % 3 else ""),
                ]
            )
        press.table((150, 80, 80, 0), rows, head=True)
        paper.sheets = (first, press.number)

    # --- parts ---------------------------------------------------------------------------------------------------------

    def _heading(self, words: str) -> None:
        self.press.need(60)
        self.section += 1
        words = words.upper() if self.style.capitals else words
        label = f"{self.section}." if self.style.numbering == "sections" else ""
        self.press.para(words, bold=True, label=label)
        self.sub = 0

    def _numbered(self, words: str) -> None:
        label = self._next()
        self.press.para(words, label=label, hang=32)

    def _next(self) -> str:
        if self.style.numbering == "sections":
            self.sub += 1
            return f"{self.section}.{self.sub}"
        self.count += 1
        return f"{self.count}." if self.style.numbering == "flat" else ""

    def _asks(self, asks: Recommendations) -> None:
        style, press = self.style, self.press
        if style.place == "row":
            words = (
                "\n".join([asks.stem, *self._limb_lines(asks)])
                if len(asks.limbs) > 1
                else f"{asks.stem} {asks.limbs[0].before}{asks.limbs[0].words}".strip()
            )
            rows = [
                [Cell("Purpose of report", bold=True), Cell("To seek a decision on the matters set out below.")],
                [Cell(style.heading, bold=True), Cell(words.strip("\n"))],
            ]
            words = max(style.heading.split(), key=len)
            press.table((max(120.0, press.measure(words, press.look.size, True) + 22), 0), rows)
            return
        press.need(140)
        if style.place == "box":
            press.space(8)
        top, sheet = press.y - 5, press.number
        self._heading(spaced(style.heading) if style.spaced else style.heading)
        self._list(asks)
        if style.place == "box" and press.number == sheet:
            press.frame(press.look.margin - 6, top, press.here.width - press.look.margin + 6, press.y)
            press.space(10)

    def _limb_lines(self, asks: Recommendations) -> list[str]:
        lines = []
        for limb in asks.limbs:
            lines.append(f"{limb.printed} {limb.before}{limb.words}")
            lines += [f"    {below.printed} {below.words}" for below in limb.below]
        return lines

    def _list(self, asks: Recommendations) -> None:
        press = self.press
        first = asks.limbs[0]
        self._number(asks)
        own = self._next_for(asks)
        if len(asks.limbs) == 1:
            if asks.stem.startswith("That") and own:
                first.printed = own
            press.para(f"{asks.stem} {first.before}{first.words}".strip(), label=own or first.printed, hang=32)
            return
        if asks.stem:
            press.para(asks.stem, label=own, hang=32)
        indent = 32 if own else 0
        wide = self._wide(asks)
        for limb in asks.limbs:
            press.para(f"{limb.before}{limb.words}", label=limb.printed, indent=indent, hang=wide)
            for below in limb.below:
                press.para(below.words, label=below.printed, indent=indent + 34, hang=28)

    def _wide(self, asks: Recommendations) -> float:
        """How far the words stand from the labels of a list, in points."""
        return max(34.0, *(self.press.measure(limb.printed, self.press.look.size, False) + 9 for limb in asks.limbs))

    def _number(self, asks: Recommendations) -> None:
        """Give limbs that are numbered as paragraphs the number of their section."""
        if self.style.numbering == "sections" and self.style.labels.startswith("2.1"):
            stem = f"{self.section}.1." if asks.stem else f"{self.section}."
            for n, limb in enumerate(asks.limbs, 1):
                limb.printed = f"{stem}{n}" if len(asks.limbs) > 1 or not asks.stem else ""

    def _next_for(self, asks: Recommendations) -> str:
        """The number of the paragraph that holds the stem; none where the limbs are numbered as paragraphs are."""
        clash = (self.style.labels == "1." and self.style.numbering == "flat") or not asks.stem
        return "" if clash else self._next()
