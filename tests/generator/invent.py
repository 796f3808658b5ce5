"""The business of a meeting: a style and a stream of chance in, a pack out."""

from __future__ import annotations

from random import Random

from generator import content
from generator.content import Matter, Muse
from generator.pack import Answer, Contact, Item, Limb, Pack, Paper, Recommendations
from generator.styles import BODIES, COUNCILS, NESTED, STEMS, Style

KINDS = {
    "cabinet": (
        "report",
        "budget",
        "performance",
        "plan_or_strategy",
        "procurement",
        "scrutiny_report",
        "scrutiny_response",
        "appointments",
        "inspection",
    ),
    "scrutiny": (
        "report",
        "performance",
        "budget",
        "plan_or_strategy",
        "inspection",
        "work_programme",
        "tracker",
        "annual_report",
    ),
    "planning": ("planning", "planning", "planning", "performance"),
    "licensing": ("licensing", "licensing", "traffic_order", "report"),
    "council": ("budget", "report", "motion", "motion", "appointments", "annual_report"),
    "parish": ("report", "budget", "planning"),
    "authority": ("report", "budget", "plan_or_strategy", "procurement", "work_programme"),
    "health": ("annual_report", "plan_or_strategy", "report", "work_programme", "inspection"),
}
PARISH = (
    ("To receive apologies for absence", "procedural"),
    ("To receive declarations of interest", "procedural"),
    ("Public participation", "public_participation"),
    ("To approve the minutes of the last meeting", "minutes"),
    ("Clerk's report", "report"),
    ("Accounts for payment", "budget"),
    ("To set the precept for 2032/33", "budget"),
    ("Planning applications", "planning_application"),
    ("Correspondence", "report"),
    ("Date of next meeting", "procedural"),
)
MOTIONS = ("Motion: Swifts and Bats in New Homes", "Motion on Rural Bus Services", "Notice of Motion: Fair Funding")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
DUTIES = (
    "enter into the contract and all related documents;",
    "agree the final terms of the lease; and",
    "report back on progress in twelve months.",
)


def invent(style: Style, rng: Random) -> Pack:
    """A pack in a style."""
    return _Inventor(style, rng).pack()


class _Inventor:
    def __init__(self, style: Style, rng: Random) -> None:
        self.style, self.rng, self.muse = style, rng, Muse(rng)
        self.council = rng.choice(COUNCILS.get(style.kind, COUNCILS[""])).format(self.muse.town).replace("eshire", "shire")
        self.body = rng.choice(BODIES[style.kind] or (self.council,))
        self.short = "Council" if style.kind == "parish" else self.body.rsplit(" ", 1)[-1]
        self.matters = {kind: rng.sample(titles, len(titles)) for kind, titles in content.MATTERS.items()}

    def pack(self) -> Pack:
        """The whole."""
        muse, rng = self.muse, self.rng
        time = (rng.choice((9, 10, 14, 18, 19)), rng.choice((0, 0, 30)))
        items = self._numbered(self._parish() if self.style.kind == "parish" else self._items())
        if self.style.agenda in ("timed", "above"):
            self._timed(items, time)
        if self.style.kind == "parish":
            officer = signatory = muse.person(rng.choice(("Clerk", "Parish Clerk", "Clerk to the Council")))
        else:
            officer, signatory = muse.person(muse.pick(content.COMMITTEE_OFFICERS)), muse.person(muse.pick(content.SIGNATORIES))
        alone = self.style.issue in ("report", "supplement")
        issue = "pack" if alone and not _with_reports(items) else self.style.issue
        return Pack(
            self.council,
            self.body,
            muse.date(),
            time,
            muse.venue(),
            self._issued(items, issue),
            officer,
            signatory,
            issue,
            self.style.system == "stamped",
        )

    def _issued(self, items: list[Item], issue: str) -> list[Item]:
        """The items that what is published holds."""
        papers = _with_reports(items)
        if issue == "report" and papers[0].paper:
            paper = papers[0].paper
            return [Item(None, paper.title, paper.kind, paper)]
        if issue == "supplement":
            return [Item(item.number, item.title, item.kind, item.paper) for item in papers[-2:]]
        if issue == "minutes":
            return [Item(item.number, item.title, item.kind, exempt=item.exempt) for item in items]
        return items

    def _items(self) -> list[Item]:
        muse, rng = self.muse, self.rng
        items = [Item("", muse.pick(content.OPENING[0]), "procedural"), Item("", muse.pick(content.OPENING[1]), "procedural")]
        if rng.random() < 0.3:
            items.append(Item("", muse.pick(content.CHAIR), "procedural"))
        if rng.random() < 0.8:
            date = muse.date(2030)
            items.append(Item("", muse.pick(content.MINUTES).format(content.spoken(date)), "minutes", self._minutes(date)))
        if rng.random() < 0.4:
            items.append(Item("", muse.pick(content.PUBLIC), "public_participation"))
        kinds = list(KINDS[self.style.kind])
        rng.shuffle(kinds)
        items += [self._matter(kind) for kind in kinds[: rng.randrange(3, 6)]]
        if rng.random() < 0.5:
            items.append(Item("", muse.pick(content.CLOSING), "procedural"))
        if self.style.parts != "none":
            items += [Item("", muse.pick(content.EXCLUSION), "procedural"), self._closed()]
        return items

    def _parish(self) -> list[Item]:
        chosen = sorted(self.rng.sample(range(len(PARISH)), self.rng.randrange(6, len(PARISH) + 1)))
        return [Item("", *PARISH[n]) for n in chosen]

    def _closed(self) -> Item:
        title = self.rng.choice(("Acquisition of Property at {}", "Sale of Land at {}")).format(self.muse.pick(content.STREETS))
        return Item("", title, "procurement", exempt=True)

    def _matter(self, kind: str) -> Item:
        muse, rng = self.muse, self.rng
        if kind == "planning":
            reference = f"31/{rng.randrange(100, 2999):05d}/{rng.choice(('FUL', 'OUT', 'HOU'))}"
            matter = Matter(
                f"{reference} - {rng.randrange(2, 90)} {muse.pick(content.STREETS)}, {muse.pick(content.PLACES)}",
                "planning_application",
            )
        elif kind == "motion":
            item = Item("", rng.choice(MOTIONS), "motion")
            item.notes = [
                f"Proposed by Councillor {muse.person().name} and seconded by Councillor {muse.person().name}",
                muse.paragraph(),
            ]
            return item
        else:
            matter = Matter(self.matters[kind].pop(), kind)
        item = Item("", matter.title, matter.kind)
        if rng.random() < 0.06:
            item.to_follow = True
        else:
            item.paper = self._paper(matter)
        self._under(item)
        return item

    def _under(self, item: Item) -> None:
        """What the agenda prints beneath a title."""
        muse, under = self.muse, self.style.under
        if "report-of" in under and self.style.agenda != "lead":
            item.report_by = item.paper.author if item.paper else muse.director()
            item.notes.append(f"{'Report of' if len(self.council) % 2 else 'Report by'} the {item.report_by}")
        if "wards" in under:
            item.notes.append(
                f"Wards affected: {muse.pick(content.WARDS)}" if self.rng.random() < 0.5 else "Wards affected: All Wards"
            )
        if "contact" in under and item.paper and item.paper.person:
            who = item.paper.person
            item.notes.append(f"Contact: {who.name}, {who.role}, Tel: {who.phone}")
            item.contacts.append(Contact(who.name, who.role, None, who.phone))
        if "recommendation" in under and item.kind != "planning_application":
            item.notes.append(f"The {self.short} is asked to consider the report and agree its proposals.")
            item.asks = Recommendations("", [Limb("", "consider the report and agree its proposals.")], self.short)
        elif "purpose" in under:
            item.notes.append(next(muse.pick(words) for start, words in content.PURPOSES.items() if item.title.startswith(start)))

    def _numbered(self, items: list[Item]) -> list[Item]:
        first = self.rng.choice((1, 1, 1, 14)) if self.style.numbers in ("1", "1.") else 1
        part, n = "A", first - 1
        for item in items:
            n += 1
            if self.style.numbers == "A1":
                if item.exempt and part == "A":
                    part, n = "B", 1
                item.number = f"{part}{n}"
            elif self.style.numbers == "31/04":
                item.number = f"31/{40 + n}"
            else:
                item.number = str(n)
        return items

    def _timed(self, items: list[Item], start: tuple[int, int]) -> None:
        minutes = start[0] * 60 + start[1]
        for item in items:
            item.start_time = f"{minutes // 60:02d}:{minutes % 60:02d}"
            minutes += self.rng.choice((5, 10, 20, 30))

    def _minutes(self, date: tuple[int, int, int]) -> Paper:
        when = content.spoken(date)
        title = self.rng.choice(
            (
                "MINUTES of a meeting of the {body} held on {when}",
                "Minutes of the Meeting of the {body} held on {when}",
                "Minutes of the {body} meeting held on {when}",
            )
        )
        paper = Paper(title.format(body=self.body, when=when), "minutes")
        resolved = (
            "RESOLVED: That the report be noted.",
            "RESOLVED – That the minutes be approved as a correct record.",
            "Resolved that the recommendations be approved.",
        )
        for heading in ("Apologies", "Declarations of Interest", "Winter Maintenance", "Review of Car Parking"):
            paper.sections.append((heading, [self.muse.paragraph(), self.rng.choice(resolved)]))
        return paper

    def _paper(self, matter: Matter) -> Paper:
        muse, rng = self.muse, self.rng
        paper = Paper(matter.title, matter.kind, muse.director(), muse.person(), muse.person(muse.director()))
        paper.ward = muse.pick(content.WARDS)
        headings = rng.sample(content.SECTIONS, rng.randrange(3, 7))
        if matter.kind == "scrutiny_response":
            paper.answers = [self._answer(n) for n in range(rng.randrange(2, 7))]
        paper.sections = [(heading, [muse.paragraph() for _ in range(rng.randrange(1, 5))]) for heading in headings]
        if self.style.checked:
            paper.checkers = [muse.person("Senior Accountant"), muse.person("Principal Solicitor")]
        if matter.kind == "scrutiny_report":
            paper.urges = self._urges()
        for n in range(rng.choice((0, 0, 1, 2)) if matter.kind not in ("work_programme", "tracker") else 0):
            paper.annexes.append(self._annex(n))
        if matter.kind not in ("work_programme", "tracker") and rng.random() < 0.9:
            paper.asks = self._decision(matter) if matter.kind == "planning_application" else self._asks(matter)
        return paper

    def _answer(self, n: int) -> Answer:
        status, shown = self.rng.choice(
            (
                ("accepted", "Accepted"),
                ("accepted", "Agreed"),
                ("partially_accepted", "Partially accepted"),
                ("rejected", "Rejected"),
                ("rejected", "Not accepted"),
            )
        )
        return Answer(f"{n + 1}. That {content.URGED[n]}", status, shown, self.muse.sentence())

    def _urges(self) -> Recommendations:
        """What a scrutiny body recommends in its report."""
        to = self.rng.choice(("Cabinet", "Executive"))
        lead = self.rng.choice(
            ("The Group makes the following recommendations to the {}:", "The Committee recommends to the {} that:")
        )
        shape = self.rng.choice(("1.", "(a)", "Recommendation 1:"))
        count = self.rng.randrange(2, 6)
        labels = [f"Recommendation {n + 1}:" if shape.startswith("Rec") else _label(shape, n) for n in range(count)]
        limbs = [Limb(label, content.URGED[n]) for n, label in enumerate(labels)]
        return Recommendations(lead.format(to), limbs, to, "scrutiny")

    def _annex(self, n: int) -> Paper:
        word, _, first = self.style.annex.partition(" ")
        label = f"{word} {chr(ord('A') + n) if first == 'A' else n + 1}"
        subject = ("Breakdown of Costs by Ward", "Delivery Timetable", "Summary of Replies", "Key Indicators")[
            (n + len(self.council)) % 4
        ]
        return Paper(f"{label}{self.rng.choice((' - ', ': ', ' – '))}{subject}", "annex")

    def _decision(self, matter: Matter) -> Recommendations:
        """What an officer recommends on an application."""
        address = self.short if (form := self.rng.randrange(4)) == 2 else None
        words, stem = (
            ("That planning permission be GRANTED subject to the conditions set out at the end of this report.", ""),
            ("REFUSE planning permission for the reasons given in section 6.", ""),
            ("GRANT planning permission subject to conditions and to a legal agreement.", f"The {self.short} is recommended to"),
            ("Approval subject to the conditions listed below.", ""),
        )[form]
        return Recommendations(stem, [Limb("", words)], address)

    def _asks(self, matter: Matter) -> Recommendations:
        rng, style = self.rng, self.style
        stem, form, whom = STEMS[style.stem]
        names = {"body": self.body, "short": self.short}
        count = 1 if rng.random() < 0.25 else rng.randrange(2, 6)
        kinds = [rng.choice(content.VERBS) for _ in range(count)]
        limbs = []
        for n, label in enumerate(self._labels(count)):
            closing = "." if n == count - 1 else rng.choice((";", "; and", ".", ";"))
            limbs.append(self._limb(form, kinds[n], label, closing, may_nest=count > 2 and n == count - 2))
        lead = stem.format(end=style.ending if count > 1 else "", **names)
        if count == 1 and form == "that" and stem:
            lead, limbs[0].words = f"{lead}: That", limbs[0].words.removeprefix("That ")
        return Recommendations(lead, limbs, whom.format(**names) or None)

    def _limb(self, form: str, verb: tuple[str, str, str, tuple[str, ...]], label: str, closing: str, *, may_nest: bool) -> Limb:
        muse, rng = self.muse, self.rng
        act, does, done, things = verb
        annex = self.style.annex
        thing = rng.choice(things).format(annex=annex, n=rng.randrange(40, 900), place=muse.pick(content.PLACES))
        tail = ""
        below: list[Limb] = []
        if rng.random() < 0.3 or may_nest:
            act, does, done, thing = "delegate", "delegates", "delegated", "authority"
            tail = " " + rng.choice(content.DELEGATIONS).format(role=muse.director(), member=rng.choice(content.CABINET_MEMBERS))
            if may_nest and rng.random() < 0.6 and (kind := _family(self.style.labels)) in NESTED:
                shape = rng.choice(NESTED[kind])
                below = [Limb(_label(shape, n), words) for n, words in enumerate(DUTIES)]
                tail, closing = f" to the {muse.director()} to", ":"
        body = {
            "act": f"{act} {thing}{tail}{closing}",
            "does": f"{does} {thing}{tail}{closing}",
            "be": f"{thing} be {done}{tail}{closing}",
            "that": f"That {thing} be {done}{tail}{closing}",
            "names": f"{does} {thing}{tail}{closing}",
        }[form]
        return Limb(label, body, below, before=f"That the {self.short} " if form == "names" else "")

    def _labels(self, count: int) -> list[str]:
        """The labels of a list; none for a single sentence."""
        if count == 1:
            return [""]
        return [_label(self.style.labels, n) for n in range(count)]


def _with_reports(items: list[Item]) -> list[Item]:
    return [item for item in items if item.paper and item.kind != "minutes"]


def _family(shape: str) -> str:
    return {"1.": "1", "1)": "1", "(1)": "1", "a)": "a", "(a)": "a", "A.": "1", "(i)": "i", "i.": "i", "2.1": "1"}.get(shape, "")


def _label(shape: str, n: int) -> str:
    if shape == "bullet":
        return "•"
    if shape.startswith("2.1"):
        return f"{shape[:-1]}{n + 1}"
    letters = {"1": str(n + 1), "a": chr(ord("a") + n), "A": chr(ord("A") + n), "i": ROMAN[n], "R1": f"R{n + 1}"}
    bare = shape.strip("().")
    return shape.replace(bare, letters[bare])
