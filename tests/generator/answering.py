"""Forms on which scrutiny is answered, trackers and programmes, in the styles that councils draw them in.

Each paper chooses its form by its own words, so that a new form changes the papers that take it and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from generator.pack import Answer, Paper
from generator.typeset import Cell, Press

OFFICERS = ("Head of Parks", "Director of Place", "Head of Transport", "Una Vance", "Cllr Nia Green")
DATES = ("June 2032", "By March 2032", "30 September 2031", "Ongoing", "")
DAYS = ("14 January 2031", "11 February 2031", "18 March 2031")
UPDATES = ("The survey began in March.", "A first draft is with the group.", "Partners met twice.", "")


def _cells(row: Sequence[str], *, bold: bool = False) -> list[Cell]:
    return [Cell(words, bold=bold) for words in row]


def _told(answer: Answer) -> str:
    """The answer with what is to be done behind it, as in a column for both."""
    return f"{answer.shown}. {answer.action}" if answer.shown else answer.action


# ---- answers -------------------------------------------------------------------------------------------------------------


def _columns(press: Press, answers: Sequence[Answer], rng: Random) -> None:
    heads = ("Recommendation", "Accepted, rejected or partially accepted", "Proposed action")
    rows = [_cells(heads, bold=True), *(_cells((each.recommendation, each.shown, each.action)) for each in answers)]
    press.table((180, 90, 0), rows, head=True)


def _owned(press: Press, answers: Sequence[Answer], rng: Random) -> None:
    heads = (
        rng.choice(("Scrutiny recommendation", "Recommendation of the Committee")),
        rng.choice(("Cabinet response", "Executive Response", "Response")),
        rng.choice(("Lead officer", "Responsible officer", "By whom")),
        rng.choice(("Timescale", "Target date", "By when")),
    )
    rows = [_cells(heads, bold=True)]
    rows += [_cells((each.recommendation, _told(each), rng.choice(OFFICERS), rng.choice(DATES))) for each in answers]
    press.table((150, 0, 80, 70), rows, head=True)


def _graded(press: Press, answers: Sequence[Answer], rng: Random) -> None:
    rows = [_cells(("No.", "Recommendation", "Priority", "Agreed", "Comments"), bold=True)]
    for n, each in enumerate(answers, 1):
        rows.append(_cells((str(n), _bare(each), rng.choice("123"), each.shown, each.action)))
    press.table((30, 160, 60, 80, 0), rows, head=True)


def _cards(press: Press, answers: Sequence[Answer], rng: Random) -> None:
    decision = rng.choice(("Cabinet decision", "Cabinet response", "Response"))
    for n, each in enumerate(answers, 1):
        rows = [(f"Recommendation {n}", _bare(each)), (decision, each.shown), ("Commentary", each.action)]
        rows += [("Lead officer", rng.choice(OFFICERS)), ("Timescale", rng.choice(DATES))]
        press.need(120)
        press.table((130, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows])
        press.space(8)


def _labels(press: Press, answers: Sequence[Answer], rng: Random) -> None:
    who = rng.choice(("Cabinet response", "Executive response", "Response"))
    for n, each in enumerate(answers, 1):
        press.need(90)
        press.para(f"Recommendation {n}: {_bare(each)}", bold=True)
        press.para(f"{who}: {_told(each)}")


def _bare(answer: Answer) -> str:
    """The recommendation without its number."""
    return answer.recommendation.partition(". ")[2]


FORMS: tuple[Callable[[Press, Sequence[Answer], Random], None], ...] = (_columns, _columns, _owned, _graded, _cards, _labels)


def answers(press: Press, paper: Paper) -> None:
    """The answers of a paper, in one of the forms."""
    rng = Random(f"{paper.title} {[each.shown for each in paper.answers]}")
    press.space(10)
    rng.choice(FORMS)(press, paper.answers, rng)


# ---- trackers and programmes ---------------------------------------------------------------------------------------------


def tracked(paper: Paper) -> list[tuple[str, ...]]:
    """The rows of a tracker, its head first: as drafted, or with other columns."""
    rng = Random(f"{paper.title} {[each.action for each in paper.answers]}")
    own = [(each, n) for n, each in enumerate(paper.answers, 1)]
    forms: tuple[list[tuple[str, ...]], ...] = (
        paper.rows,
        [
            ("Date of meeting", "Recommendation", "Response received", "Latest position", "Status"),
            *((rng.choice(DAYS), each.recommendation, each.action, rng.choice(UPDATES), each.shown) for each, _ in own),
        ],
        [
            ("Reference", "Origin", "Date", "Recommendation", "Lead Officer", "Action taken", "Status"),
            *(
                (f"SR {n:02d}", "CRP", rng.choice(DAYS), each.recommendation, rng.choice(OFFICERS), each.action, each.shown)
                for each, n in own
            ),
        ],
        [
            ("Recommendation", "Update", "RAG", "Due date"),
            *((each.recommendation, each.action, rng.choice(("Green", "Amber")), rng.choice(DATES)) for each, _ in own),
        ],
    )
    return rng.choice(forms)
