"""Packs in which recommendations are made, copied, scanned again, abridged, answered and followed, with what is the same as what.

Each drawing is a handful of packs of one council: reports of scrutiny, the forms bound with them, copies of reports, later packs
with answers, a tracker. Among the recommendations are twins, which differ in a number, a day, a place, a "not" or the one of two
that is meant, and such as are in general words. What is known of a mention is the recommendation that it was drawn from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from agendapack.records import AgendaPack, Evidence, Item, Recommendation, Report, ReportKind, Response, Source
from generator.noise import noise

WHO = ("the Council", "the Cabinet", "officers", "the Cabinet Member", "the Director", "the partnership", "the service")
VERBS = (
    *("publishes", "doubles the grant for", "draws up a register of", "appoints a champion for", "trains its staff in", "mends"),
    *("surveys the users of", "sets aside a sum for", "opens to the public", "maps", "brings back", "tests with residents"),
    *("writes to every household about", "shares the costs of", "puts out to tender", "simplifies the forms for", "inspects"),
)
THINGS = (
    *(
        "the riverside footpaths",
        "the night bus",
        "allotment waiting lists",
        "dropped kerbs",
        "the mobile library",
        "school crossings",
    ),
    *("the flood sirens", "empty shops", "young carers' breaks", "foster placements", "the leisure card", "food waste caddies"),
    *("cycle lockers", "the market hall roof", "home adaptations", "dementia cafés", "the archive's parish maps", "street trees"),
    *("play areas", "the customer helpline", "hedgehog crossings", "apprenticeships", "taxi ranks", "breakfast clubs"),
)
WHERE = (
    "in Ashmarsh",
    "in Brindleford",
    "in Dunmere",
    "in every ward",
    "along the canal",
    "near the hospital",
    "in Fennaby",
    "on the estate",
)
HOW = (
    *(
        "with the help of volunteers from the parishes",
        "at no cost to those who receive benefits",
        "as the pilot in the north showed",
    ),
    *(
        "and lists the sites by condition, use and cost",
        "so that nobody has to telephone more than once",
        "in plain words and large print",
    ),
    *(
        "after hearing from those who gave evidence to the group",
        "with the savings shown beside the costs",
        "and names who is responsible",
    ),
    *("so that lessons can be learnt before contracts are renewed", "with measures that were agreed beforehand"),
)
WHEN = (
    "by March 2032",
    "by September 2032",
    "within six months",
    "before the winter",
    "each quarter",
    "from 2033",
    "for three years",
    "",
)
GENERAL = (
    "That the Committee receive a report on progress in six months.",
    "That an update be brought to a future meeting.",
    "That the Cabinet note the report and respond to its recommendations.",
    "That officers continue to work with partners.",
)
SWAPS = (
    *(
        ("2032", "2033"),
        ("six", "twelve"),
        ("three", "two"),
        ("March", "June"),
        ("before", "after"),
        ("each quarter", "each month"),
    ),
    *(
        ("Ashmarsh", "Isbourne"),
        ("Brindleford", "Quarnley"),
        ("Dunmere", "Elmscar"),
        ("Fennaby", "Larkhaven"),
        ("north", "south"),
    ),
    *(
        ("opens", "closes"),
        ("That officers", "That officers no longer"),
        ("That the service", "That the service never"),
        ("volunteers", "contractors"),
        ("plain", "formal"),
    ),
    *(("hospital", "station"), ("canal", "bypass"), ("ward", "village"), ("residents", "landlords"), ("costs", "risks")),
)
Rows = Sequence[tuple[tuple[str, ...], str]]
"""What a paper prints: for each row the recommendations that it was drawn from, and its text."""

DATES = ("2031-01-14", "2031-03-18", "2031-05-20", "2031-07-15", "2031-09-16", "2031-11-18")


@dataclass(slots=True)
class Drawing:
    """Packs, and for each mention (its file and record id) the recommendation that it was drawn from."""

    packs: list[AgendaPack] = field(default_factory=list)
    truth: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Made:
    key: str
    text: str


def draw(seed: int, amount: float = 0.5) -> Drawing:
    """Packs of one council; `amount` is how badly scanned copies are read (0 to 1)."""
    rng = Random(seed)
    drawing = Drawing()
    reports = [_report(rng, number) for number in range(rng.randint(2, 5))]
    for number, made in enumerate(reports):
        _publish(drawing, rng, number, made, amount)
    if rng.random() < 0.6:
        _joint(drawing, rng, reports, amount)
    _answers(drawing, rng, reports, amount)
    return drawing


def _report(rng: Random, number: int) -> list[_Made]:
    """The recommendations of a report, twins among them."""
    made: list[_Made] = []
    for at in range(rng.randint(3, 9)):
        key = f"{number}.{at}"
        if made and rng.random() < 0.25 and (twin := _twin(rng, rng.choice(made).text)):
            made.append(_Made(key, twin))
        elif rng.random() < 0.12:
            made.append(_Made(key, rng.choice(GENERAL)))
        else:
            made.append(_Made(key, _sentence(rng)))
    unique = {each.text: each for each in reversed(made)}
    return [each for each in made if unique[each.text] is each]


def _sentence(rng: Random) -> str:
    parts = [
        f"That {rng.choice(WHO)} {rng.choice(VERBS)} {rng.choice(THINGS)}",
        rng.choice(WHERE),
        rng.choice(HOW),
        rng.choice(WHEN),
    ]
    text = " ".join(filter(None, parts))
    if rng.random() < 0.4:
        text += f", and {rng.choice(VERBS)} {rng.choice(THINGS)} {rng.choice(HOW)}"
    return text + "."


def _twin(rng: Random, text: str) -> str | None:
    swaps = [(rf"\b{old}\b", new) for old, new in SWAPS if re.search(rf"\b{old}\b", text)]
    return re.sub(*rng.choice(swaps), text, count=1) if swaps else None


# --- how it is printed ----------------------------------------------------------------------------------------------------


def _scanned(rng: Random, text: str, amount: float) -> str:
    """As a scanner and its OCR give it back."""
    letters = []
    spoilt = noise(3 * amount, rng.randrange(10**6))(text)
    for char in spoilt:
        if char.isalpha() and rng.random() < 0.015 * amount:
            letters.append(rng.choice("aceimnorstu"))
        elif char == " " and rng.random() < 0.03 * amount:
            continue
        else:
            letters.append(char)
            if char.isalpha() and rng.random() < 0.01 * amount:
                letters.append(rng.choice((" ", "- ", "-")))
    return "".join(letters)


def _retyped(rng: Random, text: str) -> str:
    """As a clerk copies it into a form: verbatim, with a remark, or cut short."""
    chance = rng.random()
    if chance < 0.6:
        return text
    if chance < 0.75:
        return f"{text} (made by {rng.choice(('the Panel', 'the Committee jointly with its health colleagues', 'HOSC'))})"
    if chance < 0.9:
        head = text.rstrip(".").split(", and ")[0]
        return head + "."
    return text.replace("That the Council", "That Council").replace(" and ", " & ")


def _pack(file: str, day: str, reports: tuple[Report, ...], body: str = "Cabinet") -> AgendaPack:
    item = Item(id="item-5", number="5", title="Reports of scrutiny", kind="scrutiny_report", reports=reports)
    digest = hashlib.sha256(file.encode()).hexdigest()
    return AgendaPack(
        source=Source(file=file, sha256=digest, sheets=90),
        council="Ashmarsh City Council",
        body=body,
        meeting_date=day,
        items=(item,),
    )


def _printed(drawing: Drawing, file: str, first: int, rows: Rows) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    for number, (keys, text) in enumerate(rows, 1):
        id_ = f"item-5/{first}-{number}"
        drawing.truth[file, id_] = keys
        yield id_, text, (Evidence(sheet=first + number // 5, bbox=(72.0, 60.0 * number, 500.0, 60.0 * number + 50), text=text),)


def _paper(drawing: Drawing, file: str, first: int, made: Rows, by: str) -> Report:
    limbs = tuple(
        Recommendation(id=id_, label=str(n), text=text, strand="scrutiny", evidence=evidence)
        for n, (id_, text, evidence) in enumerate(_printed(drawing, file, first, made), 1)
    )
    return Report(
        title=f"Report {first}", kind="scrutiny_report", pdf_pages=(first, first + 3), report_by=by, recommendations=limbs
    )


def _form(drawing: Drawing, file: str, first: int, rows: Rows, *, tracker: bool = False) -> Report:
    responses = tuple(
        Response(id=id_, recommendation=text, evidence=evidence) for id_, text, evidence in _printed(drawing, file, first, rows)
    )
    kind: ReportKind = "tracker" if tracker else "response_pro_forma"
    return Report(title="Response form", kind=kind, pdf_pages=(first, first + 3), responses=responses)


def _publish(drawing: Drawing, rng: Random, number: int, made: list[_Made], amount: float) -> None:
    """The report in its pack, with its form, and perhaps again in a scanned copy."""
    file, day = f"report-{number}.pdf", DATES[number % 2]
    papers = [_paper(drawing, file, 3, [((each.key,), each.text) for each in made], "Scrutiny Panel")]
    if rng.random() < 0.6:
        papers.append(_form(drawing, file, 7, [((each.key,), _retyped(rng, each.text)) for each in made]))
    drawing.packs.append(_pack(file, day, tuple(papers)))
    if rng.random() < 0.6:
        copy = f"copy-{number}.pdf"
        scanned = [((each.key,), _scanned(rng, each.text, amount)) for each in made]
        drawing.packs.append(_pack(copy, day, (_paper(drawing, copy, 1, scanned, "Scrutiny Panel"),)))


def _joint(drawing: Drawing, rng: Random, reports: list[list[_Made]], amount: float) -> None:
    """Another committee's report, which makes some recommendations of the others again."""
    some = [each for made in reports for each in made if each.text not in GENERAL and rng.random() < 0.4]
    own = [_Made(f"joint.{n}", _sentence(rng)) for n in range(3)]
    rows = [((each.key,), each.text if rng.random() < 0.5 else _scanned(rng, each.text, amount)) for each in [*some, *own]]
    drawing.packs.append(_pack("joint.pdf", DATES[2], (_paper(drawing, "joint.pdf", 3, rows, "Joint Committee"),)))


def _answers(drawing: Drawing, rng: Random, reports: list[list[_Made]], amount: float) -> None:
    """Later packs: the forms filled in, some rows answering two recommendations at once, and a tracker."""
    for number, made in enumerate(reports):
        if rng.random() < 0.7:
            rows: list[tuple[tuple[str, ...], str]] = [((each.key,), _retyped(rng, each.text)) for each in made]
            if len(rows) > 3 and rng.random() < 0.3:
                (one, a), (two, b) = rows[:2]
                rows[:2] = [((*one, *two), f"1. {a} 2. {b}")]
            file = f"answer-{number}.pdf"
            drawing.packs.append(_pack(file, DATES[3], (_form(drawing, file, 3, rows),)))
    chosen = [each for made in reports for each in made if each.text not in GENERAL and rng.random() < 0.5]
    followed = [((each.key,), _scanned(rng, each.text, amount / 2)) for each in chosen]
    if followed:
        drawing.packs.append(
            _pack("tracker.pdf", DATES[5], (_form(drawing, "tracker.pdf", 3, followed, tracker=True),), "Scrutiny Panel")
        )
