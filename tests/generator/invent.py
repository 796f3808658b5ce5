"""The business of a meeting: a style and a stream of chance in, a pack out."""

from __future__ import annotations

from random import Random

from generator import bodies, content, phrases, welsh
from generator.content import Matter
from generator.drafting import Drafter
from generator.muse import Muse, spoken
from generator.pack import Contact, Item, Limb, Pack, Recommendations
from generator.styles import Style

MOTIONS = ("Motion: Swifts and Bats in New Homes", "Motion on Rural Bus Services", "Notice of Motion: Fair Funding")


def invent(style: Style, rng: Random) -> Pack:
    """A pack in a style."""
    return _Inventor(style, rng).pack()


class _Inventor:
    def __init__(self, style: Style, rng: Random) -> None:
        self.style, self.rng, self.muse = style, rng, Muse(rng)
        self.council, self.body, self.welsh = self._names()
        self.short = "Council" if style.kind == "parish" else self.body.rsplit(" ", 1)[-1]
        self.drafter = Drafter(style, self.muse, self.council, self.body, self.short)
        self.matters = {kind: self._known(titles) for kind, titles in content.MATTERS.items()}

    def _names(self) -> tuple[str, str, tuple[str, str]]:
        """The council and the body, and both in Welsh where the pack is in Welsh too."""
        kind, town, rng = self.style.kind, self.muse.town, self.rng
        if not self.style.tongue:
            council = rng.choice(bodies.COUNCILS.get(kind, bodies.COUNCILS[""])).format(town).replace("eshire", "shire")
            return council, rng.choice(bodies.BODIES[kind] or (council,)), ("", "")
        english, other = (name.format(town) for name in rng.choice(welsh.COUNCILS.get(kind, welsh.COUNCILS[""])))
        known = [body for body in bodies.BODIES[kind] if body in welsh.BODIES]
        body = known[0] if known else (bodies.BODIES[kind] or (english,))[0]
        return english, body, (other, other if body == english else welsh.BODIES.get(body, body))

    def _known(self, titles: tuple[str, ...]) -> list[str]:
        """The titles in any order; of a pack in Welsh too, those that have a name in Welsh."""
        mixed = self.rng.sample(titles, len(titles))
        return [title for title in mixed if title in welsh.TITLES] if self.style.tongue else mixed

    def _pick(self, titles: tuple[str, ...]) -> str:
        """A usual title."""
        return (self._known(titles) or list(titles))[0]

    def pack(self) -> Pack:
        """The whole."""
        muse, rng, style = self.muse, self.rng, self.style
        time = (rng.choice((9, 10, 14, 18, 19)), rng.choice((0, 0, 30)))
        items = self._numbered(self._parish() if style.kind == "parish" else self._items())
        if style.agenda in ("timed", "above"):
            self._timed(items, time)
        if style.kind == "parish":
            officer = signatory = muse.person(rng.choice(("Clerk", "Parish Clerk", "Clerk to the Council")))
        else:
            officer, signatory = muse.person(muse.pick(content.COMMITTEE_OFFICERS)), muse.person(muse.pick(content.SIGNATORIES))
        issue = "pack" if style.issue in ("report", "supplement") and not _with_reports(items) else style.issue
        told = issue in ("pack", "minutes") or (issue == "supplement" and (style.system == "stamped" or not style.letter))
        return Pack(
            council=self.council,
            body=self.body,
            date=muse.date(),
            time=time,
            venue=muse.venue(),
            items=self._issued(items, issue),
            officer=officer,
            signatory=signatory,
            issue=issue,
            timed=told,
            excluded=rng.random() < 0.4,
            welsh=self.welsh,
        )

    def _issued(self, items: list[Item], issue: str) -> list[Item]:
        """The items that what is published holds."""
        papers = _with_reports(items)
        if issue == "report" and papers[0].paper:
            paper = papers[0].paper
            return [Item(None, paper.title, paper.kind, paper)]
        if issue == "supplement":
            return [Item(item.number, item.title, item.kind, item.paper, item.further) for item in papers[-2:]]
        if issue == "minutes":
            return [Item(item.number, item.title, item.kind, exempt=item.exempt) for item in items]
        return items

    def _items(self) -> list[Item]:
        muse, rng = self.muse, self.rng
        items = [Item("", self._pick(titles), "procedural") for titles in content.OPENING]
        if rng.random() < 0.3:
            items.append(Item("", muse.pick(content.CHAIR), "procedural"))
        if rng.random() < 0.8:
            date = muse.date(2030)
            title = self._pick(content.MINUTES).format(spoken(date))
            items.append(Item("", title, "minutes", self.drafter.minutes(date)))
        if rng.random() < 0.4:
            items.append(Item("", self._pick(content.PUBLIC), "public_participation"))
        items += self._matters()
        if rng.random() < 0.5:
            items.append(Item("", self._pick(content.CLOSING), "procedural"))
        if self.style.parts != "none":
            items.append(Item("", self._pick(content.EXCLUSION), "procedural"))
            items += [self._closed() for _ in range(rng.choice((1, 1, 2)))]
        return items

    def _matters(self) -> list[Item]:
        """What the meeting is called for, some of it perhaps under a heading that is numbered too."""
        rng, kind = self.rng, self.style.kind
        kinds = list(bodies.MATTERS_OF[kind])
        rng.shuffle(kinds)
        items = self._some(kinds[: rng.randrange(3, 6)])
        if self.style.subs == "none":
            return items
        below = kind if kind in ("planning", "licensing") else "report"
        group = self._some([below] * rng.randrange(2, 4))
        for item in group:
            item.under = True
        head = Item("", *bodies.GROUPS.get(below, bodies.GROUPS[""]))
        at = rng.randrange(len(items) + 1)
        return [*items[:at], head, *group, *items[at:]] if group else items

    def _some(self, kinds: list[str]) -> list[Item]:
        """Business of these kinds, as far as there are titles left."""
        return [self._matter(kind) for kind in kinds if self.matters.get(kind, True)]

    def _parish(self) -> list[Item]:
        chosen = sorted(self.rng.sample(range(len(bodies.PARISH)), self.rng.randrange(6, len(bodies.PARISH) + 1)))
        return [Item("", *bodies.PARISH[n]) for n in chosen]

    def _closed(self) -> Item:
        title = self.rng.choice(("Acquisition of Property at {}", "Sale of Land at {}")).format(self.muse.pick(content.STREETS))
        item = Item("", title, "procurement", exempt=True)
        if self.style.parts == "line":
            item.notes.append(self.muse.pick(phrases.SCHEDULE))
        return item

    def _matter(self, kind: str) -> Item:
        muse, rng = self.muse, self.rng
        if kind == "motion":
            item = Item("", rng.choice(MOTIONS), "motion")
            movers = f"Proposed by Councillor {muse.person().name} and seconded by Councillor {muse.person().name}"
            item.notes = [movers, muse.paragraph()]
            return item
        if kind == "schedule":
            item = Item("", rng.choice(("Planning Applications", "Schedule of Planning Applications")), "planning_application")
            item.paper, *item.further = self.drafter.schedule()
            return item
        if kind == "planning":
            matter = Matter(self.drafter.site(), "planning_application")
        elif kind == "call_in":
            matter = Matter(rng.choice(content.CALLED_IN), "scrutiny_report")
        else:
            matter = Matter(self.matters[kind].pop(), kind)
        item = Item("", matter.title, matter.kind)
        chance = rng.random()
        item.to_follow, item.withdrawn = chance < 0.06, 0.06 <= chance < 0.11
        if chance >= 0.11:
            item.paper = self.drafter.paper(matter)
        self._under(item)
        return item

    def _under(self, item: Item) -> None:
        """What the agenda prints beneath a title."""
        muse, rng, under = self.muse, self.rng, self.style.under
        if "report-of" in under and self.style.agenda != "lead":
            item.report_by = item.paper.author if item.paper and item.paper.author else muse.director()
            item.notes.append(f"{'Report of' if len(self.council) % 2 else 'Report by'} the {item.report_by}")
        if "portfolio" in under and self.style.kind == "cabinet":
            item.portfolio = rng.choice(content.PORTFOLIOS)
            item.notes.append(f"Cabinet Member: {item.portfolio}")
        if "plan" in under and self.style.kind in ("cabinet", "authority"):
            label, item.plan = rng.choice(
                (("Forward Plan Ref", f"2031/{rng.randrange(100, 999)}"), ("Key Decision Ref", f"KD{rng.randrange(1000, 9999)}"))
            )
            item.notes.append(f"{label}: {item.plan}")
        if "wards" in under:
            item.notes.append(f"Wards affected: {muse.pick(content.WARDS) if rng.random() < 0.5 else 'All Wards'}")
        if "contact" in under and item.paper and item.paper.person:
            who = item.paper.person
            item.notes.append(f"Contact: {who.name}, {who.role}, Tel: {who.phone}")
            item.contacts.append(Contact(who.name, who.role, None, who.phone))
        if "recommendation" in under and item.kind != "planning_application" and not item.withdrawn:
            item.notes.append(f"The {self.short} is asked to consider the report and agree its proposals.")
            item.asks = Recommendations("", [Limb("", "consider the report and agree its proposals.")], self.short)
        elif "purpose" in under:
            item.notes.append(next(muse.pick(words) for start, words in content.PURPOSES.items() if item.title.startswith(start)))
        if "partly" in under and item.paper and item.paper.annexes:
            item.notes.append(phrases.PARTLY)

    def _numbered(self, items: list[Item]) -> list[Item]:
        first = self.rng.choice((1, 1, 1, 14)) if self.style.numbers in ("1", "1.") else 1
        part, n, below = "A", first - 1, 0
        for item in items:
            if item.under:
                below += 1
                item.number = _below(n, below, self.style.subs)
                continue
            n, below = n + 1, 0
            if item.exempt and part == "A":
                part = "B"
                n = 1 if self.style.numbers in ("A1", "again") else n
            item.number = {"A1": f"{part}{n}", "31/04": f"31/{40 + n}"}.get(self.style.numbers, str(n))
        return items

    def _timed(self, items: list[Item], start: tuple[int, int]) -> None:
        minutes = start[0] * 60 + start[1]
        for item in items:
            item.start_time = f"{minutes // 60:02d}:{minutes % 60:02d}"
            minutes += self.rng.choice((5, 10, 20, 30))


def _with_reports(items: list[Item]) -> list[Item]:
    return [item for item in items if item.paper and item.paper.layout == "report"]


def _below(n: int, below: int, shape: str) -> str:
    """The number of business under another: 5a, 5(a) or 5.1."""
    return f"{n}.{below}" if shape == "5.1" else shape.replace("5", str(n)).replace("a", chr(96 + below))
