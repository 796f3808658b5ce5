"""What papers say: their prose, their recommendations, their tables."""

from __future__ import annotations

from generator import content
from generator.content import Matter
from generator.muse import Muse, spoken
from generator.pack import Answer, Limb, Paper, Recommendations
from generator.phrases import NESTED, STEMS, family, label
from generator.styles import Style

TABLES = ("work_programme", "tracker")
"""Kinds of paper that are a table and nothing else."""
LISTS_ONLY = ("to-council", "resolved", "recommended-council")
"""Stems that are printed before lists, not before one sentence."""


class Drafter:
    """Drafts the papers of one meeting."""

    def __init__(self, style: Style, muse: Muse, council: str, body: str, short: str) -> None:
        self.style, self.muse, self.rng = style, muse, muse.rng
        self.council, self.body, self.short = council, body, short

    def minutes(self, date: tuple[int, int, int]) -> Paper:
        """The minutes of an earlier meeting."""
        title = self.muse.pick(content.MINUTES_OF).format(body=self.body, when=spoken(date))
        paper = Paper(title, "minutes", "minutes")
        for heading in ("Apologies", "Declarations of Interest", "Winter Maintenance", "Review of Car Parking"):
            paper.sections.append((heading, [self.muse.paragraph(), self.muse.pick(content.RESOLVED)]))
        return paper

    def paper(self, matter: Matter) -> Paper:
        """A paper on a matter."""
        muse, rng = self.muse, self.rng
        if matter.kind in TABLES:
            return self._table(matter)
        paper = Paper(matter.title, matter.kind, "report", muse.director(), muse.person(), muse.person(muse.director()))
        paper.ward = muse.pick(content.WARDS)
        headings = rng.sample(content.SECTIONS, rng.randrange(3, 7))
        if matter.kind == "scrutiny_response":
            paper.answers = [self._answer(n) for n in range(rng.randrange(2, 7))]
        paper.sections = [(heading, [muse.paragraph() for _ in range(rng.randrange(1, 5))]) for heading in headings]
        if self.style.checked:
            paper.checkers = [muse.person("Senior Accountant"), muse.person("Principal Solicitor")]
        called_in = matter.title in content.CALLED_IN
        if matter.kind == "scrutiny_report" and not called_in:
            paper.urges = self._urges()
        paper.annexes = [self._annex(n) for n in range(rng.choice((0, 0, 1, 2)))]
        if called_in:
            paper.sections.insert(0, ("Grounds for the Call-in", [muse.sentence(), muse.sentence()]))
            paper.asks = self._asks(content.CALL_IN_VERBS)
        elif rng.random() < 0.9:
            paper.asks = self._decision() if matter.kind == "planning_application" else self._asks()
        return paper

    def site(self) -> str:
        """An application by its number and its site."""
        reference = f"31/{self.rng.randrange(100, 2999):05d}/{self.rng.choice(('FUL', 'OUT', 'HOU'))}"
        return f"{reference} - {self.rng.randrange(2, 90)} {self.muse.pick(content.STREETS)}, {self.muse.pick(content.PLACES)}"

    def schedule(self) -> list[Paper]:
        """Several applications, each a paper of its own."""
        return [self._application() for _ in range(self.rng.randrange(2, 5))]

    def _application(self) -> Paper:
        muse, rng = self.muse, self.rng
        title = self.site()
        reference, _, site = title.partition(" - ")
        paper = Paper(title, "planning_application", "application", person=muse.person("Planning Officer"))
        words = rng.choice(("GRANT planning permission subject to conditions.", "REFUSE planning permission."))
        paper.asks = Recommendations("", [Limb("", words)], None)
        paper.rows = [
            ("Application No:", reference),
            ("Location:", site),
            ("Proposal:", rng.choice(content.PROPOSALS)),
            ("Ward:", muse.pick(content.WARDS)),
            ("Applicant:", f"{rng.choice('ABCD')} {muse.pick(content.LAST)} Limited"),
        ]
        headings = ("Site Description", "Planning History", "Consultation", "Assessment")
        paper.sections = [(heading, [muse.paragraph()]) for heading in headings]
        return paper

    def _table(self, matter: Matter) -> Paper:
        """A tracker or a work programme."""
        muse, rng = self.muse, self.rng
        paper = Paper(matter.title, matter.kind, "table")
        if matter.kind == "tracker":
            paper.rows = [("Ref", "Recommendation", "Lead", "Progress", "Status")]
            for n, words in enumerate(content.URGED[: rng.randrange(3, 7)]):
                answer = Answer(f"That {words}", "none", rng.choice(("Complete", "In progress", "Open")), muse.sentence())
                paper.answers.append(answer)
                paper.rows.append((str(n + 1), answer.recommendation, muse.director(), answer.action, answer.shown))
            return paper
        paper.rows = [("Meeting", "Item", "Purpose", "Lead")]
        for n in range(rng.randrange(5, 16)):
            when = spoken((2031, n % 12 + 1, rng.randrange(1, 28)))
            purpose = rng.choice(content.PROGRAMMED)
            paper.rows.append((when, muse.pick(content.MATTERS["report"]), purpose, muse.director()))
        return paper

    def _answer(self, n: int) -> Answer:
        status, shown = self.rng.choice(content.ANSWERS)
        return Answer(f"{n + 1}. That {content.URGED[n]}", status, shown, self.muse.sentence())

    def _urges(self) -> Recommendations:
        """What a scrutiny body recommends in its report."""
        to = self.rng.choice(("Cabinet", "Executive"))
        lead = self.rng.choice(content.URGING)
        shape = self.rng.choice(("1.", "(a)", "named"))
        limbs = [Limb(label(shape, n), content.URGED[n]) for n in range(self.rng.randrange(2, 6))]
        return Recommendations(lead.format(to), limbs, to, "scrutiny")

    def _annex(self, n: int) -> Paper:
        word, _, first = self.style.annex.partition(" ")
        number = f"{word} {chr(ord('A') + n) if first == 'A' else n + 1}"
        subject = content.ANNEXES[(n + len(self.council)) % len(content.ANNEXES)]
        return Paper(f"{number}{self.rng.choice((' - ', ': ', ' – '))}{subject}", "annex")

    def _decision(self) -> Recommendations:
        """What an officer recommends on an application."""
        address = self.short if (form := self.rng.randrange(4)) == 2 else None
        words, stem = (
            ("That planning permission be GRANTED subject to the conditions set out at the end of this report.", ""),
            ("REFUSE planning permission for the reasons given in section 6.", ""),
            ("GRANT planning permission subject to conditions and to a legal agreement.", f"The {self.short} is recommended to"),
            ("Approval subject to the conditions listed below.", ""),
        )[form]
        return Recommendations(stem, [Limb("", words)], address)

    def _asks(self, verbs: tuple[tuple[str, str, str, tuple[str, ...]], ...] = content.VERBS) -> Recommendations:
        rng, style = self.rng, self.style
        stem, form, whom = STEMS[style.stem]
        names = {"body": self.body, "short": self.short}
        count = 1 if rng.random() < 0.25 and style.stem not in LISTS_ONLY else rng.randrange(2, 6)
        kinds = [rng.choice(verbs) for _ in range(count)]
        limbs = []
        for n in range(count):
            printed = label(style.labels, n) if count > 1 else ""
            closing = "." if n == count - 1 else rng.choice((";", "; and", ".", ";"))
            limbs.append(self._limb(form, kinds[n], printed, closing, may_nest=count > 2 and n == count - 2))
        lead = stem.format(end=style.ending if count > 1 else "", **names)
        if count == 1 and form == "that" and stem:
            lead, limbs[0].words = f"{lead}: That", limbs[0].words.removeprefix("That ")
        return Recommendations(lead, limbs, whom.format(**names) or None)

    def _limb(
        self, form: str, verb: tuple[str, str, str, tuple[str, ...]], printed: str, closing: str, *, may_nest: bool
    ) -> Limb:
        muse, rng = self.muse, self.rng
        act, does, done, things = verb
        annex = self.style.annex
        thing = rng.choice(things).format(annex=annex, n=rng.randrange(40, 900), place=muse.pick(content.PLACES))
        tail = ""
        below: list[Limb] = []
        if rng.random() < 0.3 or may_nest:
            act, does, done, thing = "delegate", "delegates", "delegated", "authority"
            tail = " " + rng.choice(content.DELEGATIONS).format(role=muse.director(), member=rng.choice(content.CABINET_MEMBERS))
            if may_nest and rng.random() < 0.6 and (kind := family(self.style.labels)):
                shape = rng.choice(NESTED[kind])
                below = [Limb(label(shape, n), words) for n, words in enumerate(content.DUTIES)]
                tail, closing = f" to the {muse.director()} to", ":"
        body = {
            "act": f"{act} {thing}{tail}{closing}",
            "does": f"{does} {thing}{tail}{closing}",
            "be": f"{thing} be {done}{tail}{closing}",
            "that": f"That {thing} be {done}{tail}{closing}",
            "names": f"{does} {thing}{tail}{closing}",
        }[form]
        return Limb(printed, body, below, before=f"That the {self.short} " if form == "names" else "")
