"""Records made by hand: a small pack with everything in it, for tests of what is done with records."""

from __future__ import annotations

from agendapack.records import (
    Action,
    AgendaPack,
    Contact,
    Deadline,
    Decision,
    Evidence,
    Finding,
    Item,
    Planned,
    ProForma,
    Recommendation,
    Report,
    Response,
    Source,
)


def seen(sheet: int, page: int | None = None, text: str = "as printed") -> tuple[Evidence, ...]:
    """Evidence on one sheet."""
    return (Evidence(sheet=sheet, printed_page=page, text=text),)


def source(file: str = "wendlemere.pdf", sheets: int = 48) -> Source:
    """A file that was read."""
    return Source(file=file, sha256="0" * 64, sheets=sheets)


LIMBS = (
    Recommendation(
        id="i6-p1-a",
        label="a",
        text="Agree the strategy for the reservoir; and",
        addressee="Cabinet",
        action="agree",
        evidence=seen(3, 1),
    ),
    Recommendation(
        id="i6-p1-b",
        label="b",
        text="Delegate authority to the Director of Water to",
        addressee="Cabinet",
        action="delegate",
        evidence=seen(3, 1),
        children=(
            Recommendation(
                id="i6-p1-b-i", label="i", text="let the contract; and", addressee="Cabinet", action="let", evidence=seen(3, 1)
            ),
            Recommendation(
                id="i6-p1-b-ii", label="ii", text="set the date.", addressee="Director", action="set", evidence=seen(4, 2)
            ),
        ),
    ),
)

ADVICE = Recommendation(
    id="i6-p2-1",
    label="1",
    text="That boats be counted each spring.",
    strand="scrutiny",
    group="Panel's advice",
    evidence=seen(7, 5),
)

REPORT = Report(
    id="i6-p1",
    title="The reservoir strategy",
    kind="plan_or_strategy",
    pdf_pages=(3, 6),
    recommendations=LIMBS,
    contacts=(
        Contact(
            id="i6-p1-c1",
            name="Orla Pennyfeather",
            role="Head of Water",
            email="orla.pennyfeather@wendlemere.example",
            phone="+44 1632 960001",
            evidence=seen(6, 4),
        ),
    ),
    evidence=seen(3, 1),
)

ADVICE_PAPER = Report(
    id="i6-p2",
    title="Advice of the panel",
    kind="scrutiny_report",
    pdf_pages=(7, 8),
    recommendations=(ADVICE,),
    contacts=(Contact(id="i6-p2-c1", name="Tam Oakshott", kind="signatory", evidence=seen(8, 6)),),
    responses=(
        Response(
            id="i6-p2-r1",
            recommendation="Count the boats.",
            status="accepted",
            action="From May.",
            owner="Clerk",
            due="May 2031",
            evidence=seen(8, 6),
        ),
        Response(id="i6-p2-r2", recommendation="Count the ducks.", status="rejected", evidence=seen(8, 6)),
    ),
    pro_forma=ProForma(issue="Boats", requested="2031-01-20", evidence=seen(8, 6)),
    actions=(
        Action(
            id="i6-p2-act1",
            text="Ask the Board.",
            status_text="Open",
            update="It meets in June.",
            owner="Clerk",
            meeting_date="2031-01-20",
            evidence=seen(8, 6),
        ),
    ),
    planned=(
        Planned(
            id="i6-p2-plan1",
            topic="Boats, again",
            date="June 2031",
            decision_maker="Cabinet",
            lead="Cllr Marsh",
            evidence=seen(8, 6),
        ),
    ),
    deadlines=(
        Deadline(
            id="i6-p2-due1",
            what="response",
            who="Cabinet",
            text="The Cabinet must answer within two months.",
            statute="section 9FE",
            period="two months",
            date="2030-05-18",
            computed="2031-05-18",
            evidence=seen(8, 6),
        ),
    ),
    decisions=(
        Decision(
            id="i6-p2-d1",
            label="1",
            text="the boats be counted by:",
            decided_by="Panel",
            proposer="Tam Oakshott",
            seconder="Ida Marsh",
            evidence=seen(8, 6),
            children=(
                Decision(id="i6-p2-d1-a", label="a", text="day", outcome="refused", decided_by="Panel", evidence=seen(8, 6)),
            ),
        ),
        Decision(id="i6-p2-d2", label=None, text="Count them.", outcome="action", owner="Clerk", evidence=seen(8, 6)),
    ),
    evidence=seen(7, 5),
)

PACK = AgendaPack(
    generator="agendapack test",
    source=source(),
    council="Wendlemere District Council",
    body="Cabinet",
    meeting_date="2031-03-18",
    meeting_time="14:00",
    venue="The Old Mill",
    pack_kind="agenda_pack",
    items=(
        Item(id="i1", number="1", title="Apologies", kind="procedural", evidence=seen(1)),
        Item(
            id="i6",
            number="6",
            title="Reservoirs",
            kind="plan_or_strategy",
            printed_pages=(1, 6),
            pdf_pages=(3, 8),
            recommendations=(
                Recommendation(
                    id="i6-1", label=None, text="note the strategy.", addressee="Cabinet", action="note", evidence=seen(2)
                ),
            ),
            reports=(REPORT, ADVICE_PAPER),
            evidence=seen(2),
        ),
        Item(id="i6A", number="6A", title="Boat licences", kind="licensing", to_follow=True, start_time="15:10"),
        Item(id="i7", number=None, title="Anything else", kind="unknown", exempt=True, evidence=seen(2)),
    ),
    contacts=(
        Contact(
            id="c1", name="Ida Marsh", role="Committee Officer", phone="01632 960002", kind="committee_contact", evidence=seen(1)
        ),
    ),
    findings=(
        Finding(code="pages", level="warning", message="Item 6 ends early.", hint="Look at its last sheet.", sheet=8),
        Finding(code="kind", level="info", message="One kind was not recognised."),
    ),
)

CALM = PACK.model_copy(update={"findings": ()})
EMPTY = AgendaPack(source=source("empty.pdf", 1))
HOSTILE_TEXT = "\x1b[31mred\x1b[0m \x9b2J \u202eesrever\u202c [bold]not markup[/bold] \u200bzero\nline"
HOSTILE = AgendaPack(
    source=source("evil\x1b]0;title\x07.pdf"),
    council=HOSTILE_TEXT,
    body=HOSTILE_TEXT,
    venue=HOSTILE_TEXT,
    items=(
        Item(
            number="1\x1b[2J",
            title=HOSTILE_TEXT,
            kind="report",
            start_time="\x1b[1m10:00",
            evidence=(Evidence(sheet=1, text=HOSTILE_TEXT, rule=f"agenda.{HOSTILE_TEXT}"),),
            reports=(
                Report(
                    title=f"{HOSTILE_TEXT}!",
                    kind="report",
                    pdf_pages=(1, 1),
                    recommendations=(
                        Recommendation(
                            label="a\x1b[5m",
                            text=HOSTILE_TEXT,
                            addressee=HOSTILE_TEXT,
                            group=HOSTILE_TEXT,
                            children=(Recommendation(label="\x1bi", text=HOSTILE_TEXT),),
                        ),
                    ),
                    contacts=(Contact(name=HOSTILE_TEXT, role=HOSTILE_TEXT, email=HOSTILE_TEXT, phone=HOSTILE_TEXT),),
                    responses=(Response(recommendation=HOSTILE_TEXT, action=HOSTILE_TEXT, owner=HOSTILE_TEXT, due=HOSTILE_TEXT),),
                    actions=(Action(text=HOSTILE_TEXT, status_text=HOSTILE_TEXT, update=HOSTILE_TEXT, owner=HOSTILE_TEXT),),
                    planned=(Planned(topic=HOSTILE_TEXT, date=HOSTILE_TEXT, lead=HOSTILE_TEXT, reference=HOSTILE_TEXT),),
                    deadlines=(Deadline(what="response", who=HOSTILE_TEXT, text=HOSTILE_TEXT, date="2031-05-18"),),
                    decisions=(Decision(label=HOSTILE_TEXT, text=HOSTILE_TEXT, decided_by=HOSTILE_TEXT, owner=HOSTILE_TEXT),),
                ),
            ),
        ),
    ),
    contacts=(Contact(name=HOSTILE_TEXT, role=HOSTILE_TEXT),),
    findings=(Finding(code="x", level="error", message=HOSTILE_TEXT, hint=HOSTILE_TEXT),),
)
"""Every text in it tries to steer the terminal."""

STEERING = ("\x1b", "\x9b", "\x07", "\u202e", "\u202c", "\u200b")
"""What must never come through raw."""
