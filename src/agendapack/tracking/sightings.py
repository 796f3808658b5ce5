"""Every place in a pack where a recommendation of scrutiny is made, answered or followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from agendapack.due import Due, due
from agendapack.matching import folded
from agendapack.records import AgendaPack, Evidence, Item, Recommendation, Report, Response, ResponseStatus
from agendapack.rules import InForce
from agendapack.stages.recommend_words import is_body, is_office
from agendapack.tracking.folding import Text, ready

_RULES = InForce("track")
_AUTHORS = InForce("classify_authors")

RESPONSE = "response"
"""What is due, in the words of `Deadline.what`, where it is the answer to recommendations."""


class Sighting(Struct, frozen=True, eq=False):
    """A recommendation as it is printed in one place."""

    number: int
    """Its place in the order in which the packs print them."""
    position: int
    """Its place among those of its paper."""
    made: bool
    """Whether it is made there; else it is answered or followed there."""
    record: str
    label: str | None
    words: str
    """Its own text, verbatim."""
    text: Text
    """That text with its limbs, as it is compared."""
    limbs: tuple[Text, ...]
    group: str | None
    addressee: str | None
    council: str | None
    council_key: str
    """The council, as it is compared; empty where it is not known."""
    body: str | None
    meeting_date: str | None
    made_by: str | None
    made_on: str | None
    said_on: str | None
    """The day to which what is said here belongs: of the meeting, or of the answer."""
    response: Response | None
    answer_due: tuple[tuple[Due, int | None], ...]
    """The days on which the paper says that an answer is due, each with its sheet."""
    file: tuple[str, str]
    """Name and checksum."""
    sheet: int | None
    printed_page: int | None
    item: tuple[str, str]
    """The pack and the item: what stands under one item belongs together."""
    paper: tuple[str, tuple[int, int], bool]
    """The file and the sheets of the paper, and `made`: no two recommendations that a paper makes are the same, nor are two that
    it answers; but it may answer what it makes, or prints once more."""
    title: str
    """The paper's title."""
    box: tuple[float, ...] | None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from every other place: the same file may be given twice, alone and merged into a pack."""
        return (self.file[1], self.sheet, self.box, self.made, self.text.letters)

    @property
    def answers(self) -> bool:
        """Whether something is answered there, or told of what became of it; a blank form tells nothing."""
        return self.response is not None and (self.response.status != "none" or bool(self.response.status_text))

    @property
    def closes(self) -> bool:
        """Whether it says that nothing more is to come: it was refused, or is done."""
        if self.response is None:
            return False
        told = (self.response.status_text or self.response.action, self.response.state, self.response.update)
        done = any(_RULES.first("done", text.strip()) for text in told if text)
        return self.response.status in ("rejected", "already_actioned") or done

    @property
    def status(self) -> ResponseStatus:
        """What is answered there."""
        return self.response.status if self.response else "none"


class _At(Struct, frozen=True):
    """Where in a pack."""

    pack: AgendaPack
    item: Item
    report: Report


def sightings(pack: AgendaPack, number: int = 0) -> Iterator[Sighting]:
    """The recommendations of scrutiny that a pack prints, and the rows that answer or follow one, in reading order.

    The first gets the number that is given, and each further one the next.
    """
    named = {each.id: each for item in pack.items for report in item.reports for each in report.recommendations}
    for item in pack.items:
        for report in item.reports:
            at = _At(pack, item, report)
            scrutiny = (each for each in report.recommendations if each.strand == "scrutiny")
            made = (_made(at, each, position) for position, each in enumerate(scrutiny))
            answered = (_answered(at, each, position, named) for position, each in enumerate(report.responses))
            for sighting in (*made, *answered):
                yield replace(sighting, number=number)
                number += 1


def _made(at: _At, recommendation: Recommendation, position: int) -> Sighting:
    maker = _maker(at)
    return _sighting(
        at,
        position,
        recommendation.evidence,
        made=True,
        record=recommendation.id,
        label=recommendation.label,
        words=recommendation.text,
        text=ready(_whole(recommendation)),
        limbs=tuple(map(ready, _limbs(recommendation))),
        group=recommendation.group,
        addressee=recommendation.addressee or _asked(at.report) or (at.pack.body if maker and maker != at.pack.body else None),
        made_by=maker,
        made_on=at.pack.meeting_date,
        said_on=at.pack.meeting_date,
        response=None,
    )


def _maker(at: _At) -> str | None:
    """The body that makes the recommendations of a paper: the one that reports, else the one that meets, where it is of scrutiny.

    An officer who writes a paper makes none of them.
    """
    for body in (at.report.report_by, at.pack.body):
        if body and _AUTHORS.first("scrutiny_report", body):
            return body
    author = at.report.report_by
    return author if is_body(author) and not is_office(author or "") else None


def _whole(recommendation: Recommendation) -> str:
    """A recommendation with its limbs as one text."""
    return " ".join((recommendation.text, *_limbs(recommendation)))


def _limbs(recommendation: Recommendation) -> Iterator[str]:
    for child in recommendation.children:
        yield child.text
        yield from _limbs(child)


def _asked(report: Report) -> str | None:
    """Whom the report asks to respond: what it recommends formally is to take note of what it recommends."""
    return next((each.addressee for each in report.recommendations if each.strand == "formal" and each.addressee), None)


def _answered(at: _At, response: Response, position: int, named: Mapping[str, Recommendation]) -> Sighting:
    """A row that answers; where it names recommendations by their numbers, its words are theirs."""
    meant = [named[id_] for id_ in response.answers if id_ in named]
    tracker = at.report.kind == "tracker"
    form = at.report.pro_forma
    return _sighting(
        at,
        position,
        response.evidence,
        made=False,
        record=response.id,
        label=response.recommendation if meant else None,
        words=" ".join(each.text for each in meant) or response.recommendation,
        text=ready(" ".join(map(_whole, meant)) or response.recommendation),
        limbs=(),
        group=None,
        addressee=None,
        made_by=at.pack.body if tracker else None,
        made_on=response.meeting_date,
        said_on=response.reviewed or (form.answered if form else None) or at.pack.meeting_date,
        response=response.model_copy(update={"evidence": ()}),
    )


def _sighting(
    at: _At,
    position: int,
    evidence: tuple[Evidence, ...],
    *,
    made: bool,
    record: str,
    label: str | None,
    words: str,
    text: Text,
    limbs: tuple[Text, ...],
    group: str | None,
    addressee: str | None,
    made_by: str | None,
    made_on: str | None,
    said_on: str | None,
    response: Response | None,
) -> Sighting:
    first = evidence[0] if evidence else None
    sources = {source.file: source for source in at.pack.source.supplements}
    source = sources.get(at.report.file or "", at.pack.source)
    return Sighting(
        number=0,
        position=position,
        made=made,
        record=record,
        label=label,
        words=words,
        text=text,
        limbs=limbs,
        group=group,
        addressee=addressee,
        council=at.pack.council,
        council_key=folded(at.pack.council or ""),
        body=at.pack.body,
        meeting_date=at.pack.meeting_date,
        made_by=made_by,
        made_on=made_on,
        said_on=said_on,
        response=response,
        answer_due=tuple(_answer_due(at.report, at.pack.meeting_date)),
        file=(source.file, source.sha256),
        sheet=first.sheet if first else at.report.pdf_pages[0],
        printed_page=first.printed_page if first else None,
        item=(at.pack.source.sha256, at.item.id),
        paper=(source.sha256, at.report.pdf_pages, made),
        title=at.report.title,
        box=first.bbox if first else None,
    )


def _answer_due(report: Report, meeting: str | None) -> Iterator[tuple[Due, int | None]]:
    """The days on which the paper says that answers are due, each with its sheet; first those of sentences, which may show that
    the day which the form prints is none."""
    instead = {}
    for deadline in report.deadlines:
        if deadline.what == RESPONSE and (day := due(deadline, meeting)):
            instead[day.printed] = day
            yield day, deadline.evidence[0].sheet if deadline.evidence else None
    form = report.pro_forma
    if form and form.due_date:
        yield instead.get(form.due_date, Due(form.due_date)), form.evidence[0].sheet if form.evidence else None
