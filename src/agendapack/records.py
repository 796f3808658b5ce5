"""The records that agendapack gives: its JSON contract. The docstrings are the glossary.

Sheets are counted from 1, as a PDF viewer counts them; the number printed on a sheet (its printed page) is usually another
one. Boxes are in points from the top left corner of the sheet as shown. Texts are verbatim: white space folded, line-end
hyphens resolved, page furniture (stamps, running heads, footers) left out, nothing else changed. Lists keep reading order.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

SCHEMA_VERSION = "1"
"""Changes when a field is renamed, removed or means something else; new fields alone do not change it."""

PackKind = Literal["agenda_pack", "agenda", "addenda", "report", "minutes", "decisions", "unknown"]
"""What the PDF is: an agenda with its papers, an agenda alone, addenda or a supplement to an agenda published before, one
paper alone, the minutes of a meeting, or a notice of decisions."""

Kind = Literal[
    "procedural",
    "minutes",
    "public_participation",
    "motion",
    "scrutiny_report",
    "scrutiny_response",
    "annual_report",
    "budget_amendment",
    "budget",
    "performance",
    "inspection",
    "plan_or_strategy",
    "work_programme",
    "tracker",
    "planning_application",
    "licensing",
    "traffic_order",
    "procurement",
    "appointments",
    "report",
    "unknown",
]
"""What an agenda item is about. `report` is any other paper or update; `unknown` is text that could not be told."""

ReportKind = Kind | Literal["annex", "response_pro_forma"]
"""A paper has a kind of its own, or is an annex, or a pro forma for answers to scrutiny recommendations."""

Strand = Literal["formal", "scrutiny"]
"""`formal`: what the meeting is recommended to resolve. `scrutiny`: what a scrutiny body recommends to a decision-maker."""

ContactKind = Literal["contact_officer", "committee_contact", "checked_by", "signatory"]
Outcome = Literal["lost", "refused", "deferred", "withdrawn", "referred", "appointed", "noted", "agreed", "action"]
"""What became of a matter. `agreed`: approved, adopted, granted, or anything else that was resolved; `noted`: taken note of,
received; `refused`: an application or a request turned down; `lost`: a motion or an amendment without a majority; `referred`:
recommended or passed on to another body; `appointed`: elected, nominated; `action`: somebody is to do something."""

ResponseStatus = Literal["accepted", "partially_accepted", "rejected", "already_actioned", "none"]
Level = Literal["info", "warning", "error"]
Engine = Literal["pdfium", "pdfplumber"]
"""The library that took the text out of the PDF: PDFium, or pdfplumber, a slower one of other making."""

Nation = Literal["England", "Wales", "Scotland", "Northern Ireland"]

Signal = Literal["stamp", "outline", "printed pages", "link", "title", "minuted", "all sheets"]
"""What puts an item on its first sheet: the stamp there, the PDF's outline, the page numbers that the agenda prints, a link of
the agenda, the title of a paper; in minutes, that it is minuted there; in a pack without a list, that there is nothing else."""

Sheet = Annotated[int, Field(ge=1)]
Range = tuple[int, int]


def _a_day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("not written as ISO 8601 has it")
    return text


Day = Annotated[str, AfterValidator(_a_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day that there is, as ISO 8601 writes it ("2031-03-18")."""


class Record(BaseModel):
    """Base of all records: immutable, and strict about the names of its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Head(BaseModel):
    """What tells a record from other JSON."""

    schema_version: str
    source: dict[str, Any]


class Evidence(Record):
    """Where a record stands in the PDF: the words themselves and the place, so that it can be checked by eye."""

    sheet: Sheet = Field(description="1-based sheet of the PDF")
    printed_page: int | None = Field(default=None, description="the page number stamped on that sheet")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="x0, top, x1, bottom in points from the sheet's top left"
    )
    text: str = Field(description="the words on that sheet, verbatim")
    rule: str = Field(default="", description="the id of the rule that recognised it")
    file: str | None = Field(default=None, description="the supplement whose sheet it is; null: the pack's own")


class Recommendation(Record):
    """One limb of a list of recommendations. Deeper limbs are its children."""

    id: str = Field(default="", description="stable within the pack")
    label: str | None = Field(description='the printed label without brackets or stop ("a", "1", "ii")')
    text: str = Field(description="the recommendation without its label and without the stem that introduces the list")
    addressee: str | None = Field(default=None, description='who is recommended to act ("Cabinet")')
    strand: Strand = "formal"
    group: str | None = Field(default=None, description="the heading of the list where a paper has several lists")
    action: str | None = Field(
        default=None, description='the verb it starts with, as a lower-case word ("note", "agree", "approve")'
    )
    children: tuple[Recommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Contact(Record):
    """A person whom the pack names to be asked, or who checked or signed a paper."""

    id: str = ""
    name: str | None = Field(description='without titles such as "Dr", "Cllr", "Councillor"')
    role: str | None = Field(default=None, description="the job title printed with the name")
    email: str | None = Field(default=None, description="in lower case")
    phone: str | None = Field(default=None, description="as printed")
    kind: ContactKind = "contact_officer"
    evidence: tuple[Evidence, ...] = ()


class Response(Record):
    """One answer to one recommendation: a row of a response pro forma, or of a tracker of recommendations."""

    id: str = ""
    recommendation: str = Field(description="the recommendation as the row prints it, be it only by its number")
    answers: tuple[str, ...] = Field(
        default=(), description="the ids of the recommendations of this pack that the row names by nothing but their numbers"
    )
    status: ResponseStatus = "none"
    status_text: str | None = Field(default=None, description="the words as printed")
    action: str | None = Field(default=None, description="what is to be done, in a tracker that says nothing else the update")
    update: str | None = Field(default=None, description="what became of it, where a tracker says so beside the answer or action")
    state: str | None = Field(
        default=None,
        description='how far it has come ("Complete", a colour), where a tracker has a word for that beside the answer',
    )
    owner: str | None = Field(default=None, description="who is to do it, as printed")
    due: str | None = Field(default=None, description="by when, as printed")
    due_date: Day | None = Field(default=None, description="ISO 8601, where `due` is a day")
    meeting_date: Day | None = Field(default=None, description="ISO 8601: the meeting at which the recommendation was made")
    item: str | None = Field(default=None, description="the business under which it was made, as printed")
    reviewed: Day | None = Field(default=None, description="ISO 8601: when the tracker was last brought up to date on it")
    evidence: tuple[Evidence, ...] = ()


class Action(Record):
    """An action that a body asked for, as its tracker follows it: no recommendation, but a row of the same columns."""

    id: str = ""
    text: str
    status: ResponseStatus = "none"
    status_text: str | None = Field(default=None, description="the words as printed")
    update: str | None = None
    owner: str | None = Field(default=None, description="who is to do it, as printed")
    due: str | None = Field(default=None, description="by when, as printed")
    due_date: Day | None = Field(default=None, description="ISO 8601, where `due` is a day")
    meeting_date: Day | None = Field(default=None, description="ISO 8601: the meeting that asked for it")
    item: str | None = Field(default=None, description="the business under which it was asked for, as printed")
    reviewed: Day | None = Field(default=None, description="ISO 8601: when the tracker was last brought up to date on it")
    evidence: tuple[Evidence, ...] = ()


class ProForma(Record):
    """What the head of a response pro forma says of the answers in it."""

    issue: str | None = Field(default=None, description="the subject on which the recommendations were made")
    lead_member: str | None = Field(default=None, description="the portfolio holder who answers")
    requested: Day | None = Field(default=None, description="ISO 8601: when the answer was asked for")
    due_date: Day | None = Field(default=None, description="ISO 8601: by when it was asked for")
    answered: Day | None = Field(default=None, description="ISO 8601: when it was given")
    evidence: tuple[Evidence, ...] = ()


class Planned(Record):
    """One line of a forward plan or work programme: what a body means to deal with, and when."""

    id: str = ""
    topic: str
    description: str | None = Field(
        default=None, description="what it is about, where the plan says that beneath the topic or beside it"
    )
    date: str | None = Field(default=None, description="when, as printed")
    meeting_date: Day | None = Field(default=None, description="ISO 8601, where `date` is a day")
    decision_maker: str | None = None
    reference: str | None = None
    lead: str | None = Field(
        default=None, description='the members and officers who lead on it, as printed, several joined with "; "'
    )
    evidence: tuple[Evidence, ...] = ()


class Deadline(Record):
    """By when somebody has to answer what a paper asks, to report back on it, or to object to it.

    `what` is "response" (to recommendations, to a report of scrutiny), "consideration" (of an auditor's recommendations),
    "reconsideration" (of a decision that was called in), "call-in" (until when a decision can be called in) or "report"
    (somebody is recommended to come back with a report). The day by which a recommendation is to be carried out is no deadline:
    it is part of what is recommended.
    """

    id: str = ""
    what: Literal["response", "consideration", "reconsideration", "call-in", "report"]
    who: str | None = Field(default=None, description="from whom, as printed")
    text: str = Field(description="the words that say so, verbatim; where two places do, those of both in reading order")
    statute: str | None = Field(default=None, description="the provision that sets the period, as the paper names it")
    nation: Nation | None = Field(default=None, description="where that provision holds, if not everywhere")
    period: str | None = Field(
        default=None, description='as printed ("two months", "the end of March"); it runs from the request or the meeting'
    )
    date: Day | None = Field(default=None, description="ISO 8601: the day as printed")
    computed: Day | None = Field(
        default=None,
        description="ISO 8601: the last day of the period, computed from the day of the request where that is printed,"
        " else from the meeting; working days are Mondays to Fridays that are no bank holiday of the nation; null where it is"
        " not certain what the period runs from, and for days whose count is not (clear days, any working days in Scotland)",
    )
    evidence: tuple[Evidence, ...] = ()


class Amount(Record):
    """A sum that an amendment moves, or a rate that it changes."""

    text: str = Field(description='as printed ("£1.2m", "4.99%")')
    value: float = Field(description="in the unit: £1.2m is 1200000.0; negative where it is taken away")
    unit: Literal["£", "%"] = "£"
    change: Literal["from", "to", "by"] | None = Field(
        default=None, description="the sum before, the sum after, or the difference"
    )
    what: str | None = Field(default=None, description="what it is for, as printed")
    source: str | None = Field(default=None, description="where the money is taken from, as printed")
    year: str | None = Field(default=None, description="the year for which, as printed at the head of its column")


class Amendment(Record):
    """What a paper changes in another one."""

    id: str = ""
    target: str | None = Field(default=None, description="the report or motion that is amended, as printed")
    section: str | None = Field(default=None, description="its section or appendix, as printed")
    paragraph: str | None = Field(default=None, description="the number of the paragraph, as printed")
    recommendation: str | None = Field(default=None, description="the label of the recommendation, as printed")
    before: str | None = Field(default=None, description="the words that go")
    after: str | None = Field(default=None, description="the words that come")
    amounts: tuple[Amount, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Mover(Record):
    """Who brings a motion or an amendment. Titles such as "Cllr" are left out; several persons are joined with "; "."""

    motion: str | None = Field(default=None, description="the heading of the motion as printed, where it has one of its own")
    proposer: str | None = None
    seconder: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Decision(Record):
    """What a meeting, or somebody in its name, decided. Deeper limbs are its children.

    `text` is what follows the stem that introduces it ("RESOLVED that", "It was agreed to", "Decision:"). Where none does, it is
    the sentence that tells of the decision ("The report was noted"), from its verb on where it names who decided ("The Board
    noted the report" gives "noted the report"). Who moved it and how the vote went are no part of it.
    """

    id: str = ""
    label: str | None = Field(description='the printed label without brackets or stop ("a", "1", "ii")')
    text: str = Field(description='the decision without its label and without the stem that introduces it ("RESOLVED that")')
    outcome: Outcome = "agreed"
    decided_by: str | None = Field(default=None, description='who decided, where the decision names it ("Cabinet")')
    owner: str | None = Field(default=None, description='who is to act, where an action line or column says so ("Clerk")')
    proposer: str | None = Field(default=None, description='who proposed it, without titles such as "Cllr"')
    seconder: str | None = Field(default=None, description='who seconded it, without titles such as "Cllr"')
    children: tuple[Decision, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Report(Record):
    """One separate paper filed under an item: a report, an annex, a pro forma."""

    id: str = ""
    title: str
    kind: ReportKind
    pdf_pages: Range = Field(description="first and last sheet, both included; without the blank sheets that only pad the paper")
    printed_pages: Range | None = Field(default=None, description="the page numbers stamped on those sheets")
    report_by: str | None = None
    recommendations: tuple[Recommendation, ...] = ()
    contacts: tuple[Contact, ...] = ()
    responses: tuple[Response, ...] = ()
    pro_forma: ProForma | None = None
    actions: tuple[Action, ...] = ()
    planned: tuple[Planned, ...] = ()
    unresolved: tuple[Evidence, ...] = Field(
        default=(),
        description="words of tables of responses, actions or plans that could not be placed in their rows, as they stand",
    )
    deadlines: tuple[Deadline, ...] = ()
    amends: tuple[Amendment, ...] = ()
    moved_by: tuple[Mover, ...] = ()
    decisions: tuple[Decision, ...] = Field(default=(), description="in minutes and in records of decisions already taken")
    kind_evidence: Evidence | None = Field(default=None, description="what settled the kind")
    file: str | None = Field(default=None, description="the supplement in whose sheets it stands; null: in the pack's own")
    evidence: tuple[Evidence, ...] = ()


class Supplied(Record):
    """Where in a supplement the papers of an item stand."""

    file: str
    pdf_pages: Range | None = Field(default=None, description="first and last sheet of that file")
    printed_pages: Range | None = Field(default=None, description="the page numbers printed in the supplement's agenda")


class Item(Record):
    """One numbered business of the meeting, with the papers that are filed under it."""

    id: str = ""
    number: str | None = Field(description="as printed, without the full stop")
    title: str
    kind: Kind
    to_follow: bool = False
    exempt: bool = Field(default=False, description="the agenda marks it exempt, confidential or in the closed part")
    printed_pages: Range | None = Field(default=None, description="the page numbers printed in the agenda")
    pdf_pages: Range | None = Field(default=None, description="first and last sheet of its papers, padding included")
    start_time: str | None = Field(default=None, description="HH:MM, where the agenda times its items")
    portfolio: tuple[str, ...] = ()
    forward_plan_ref: str | None = None
    report_by: str | None = None
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="printed under the item in the agenda itself")
    contacts: tuple[Contact, ...] = Field(default=(), description="printed under the item in the agenda itself")
    moved_by: tuple[Mover, ...] = ()
    reports: tuple[Report, ...] = ()
    supplied: tuple[Supplied, ...] = Field(default=(), description="its papers in supplements that were merged into the pack")
    placed_by: tuple[Signal, ...] = Field(default=(), description="what put it on its first sheet, and agrees on it")
    decisions: tuple[Decision, ...] = Field(default=(), description="in minutes and in notices of decisions")
    kind_evidence: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()


class Finding(Record):
    """Something that a reader should know before relying on the record."""

    code: str = Field(description='a stable word for programs ("item-not-found")')
    level: Level
    message: str
    hint: str | None = Field(default=None, description="what to do about it")
    sheet: int | None = None
    file: str | None = Field(default=None, description="the supplement whose sheet it is; null: the pack's own")


class Source(Record):
    """The file that was read."""

    file: str
    sha256: str
    sheets: int
    title: str | None = None
    producer: str | None = None
    engine: Engine = Field(default="pdfium", description="what read it")
    ocred: tuple[Sheet, ...] = Field(
        default=(), description="the sheets without text whose words are what OCR took their pictures to say; they may be misread"
    )
    supplements: tuple[Source, ...] = Field(default=(), description="the files that were merged into it, in that order")


class AgendaPack(Record):
    """Everything that was found in one PDF, and in the supplements that were merged into it."""

    schema_version: str = SCHEMA_VERSION
    generator: str = ""
    source: Source
    rules: tuple[str, ...] = Field(default=(), description="the layers of rules that read it; the later wins")
    status: Literal["complete", "partial"] = "complete"
    council: str | None = None
    nation: Nation | None = Field(default=None, description="the nation of a council that is on the list of principal councils")
    body: str | None = Field(default=None, description="the body that meets")
    meeting_date: Day | None = Field(default=None, description="ISO 8601")
    meeting_time: str | None = Field(default=None, description="HH:MM")
    venue: str | None = None
    pack_kind: PackKind = "unknown"
    items: tuple[Item, ...] = ()
    contacts: tuple[Contact, ...] = Field(default=(), description="of the meeting itself, from the front sheets")
    deadlines: tuple[Deadline, ...] = Field(
        default=(), description="of the meeting itself, from the front sheets: until when its decisions can be called in"
    )
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
