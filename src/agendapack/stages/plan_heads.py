"""The heads of forward plans and work programmes: which papers are plans, which columns their tables have."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.answers import has_words
from agendapack.candidates import candidates, candidates_of
from agendapack.drafts import Headed
from agendapack.headed import tables
from agendapack.heads import Heads, Subject, in_two_tongues
from agendapack.layout import Line, Section
from agendapack.rules import InForce, load
from agendapack.stages.plan_words import heads_plan, is_plan, when

RULES = InForce("plan")

HEADS = (
    "head.strange",
    "head.done",
    "head.when",
    "head.reference",
    "head.portfolio",
    "head.decision_maker",
    "head.date",
    "head.topic",
    "head.contributors",
    "head.lead",
    "head.purpose",
    "head.other",
)
"""What a column may hold, in the order in which its head is tried."""

HINTS = ("hint.purpose", "hint.lead", "hint.decision_maker", "hint.date")
"""What a column may hold whose head none of those rules knows, in the order in which its words are tried."""

BESIDE = ("date", "decision_maker", "lead", "contributors", "purpose", "portfolio")
"""The columns of which one stands beside what is planned."""

HEADING_LINES = 3
"""Lines at the head of a paper of which one may say that it is a plan."""

LONGEST_HEAD = 70
"""Characters of a line that may belong to heads."""


def is_plan_paper(section: Section) -> bool:
    """Whether a paper says at its head that it is a plan."""
    heading = section.lines[:HEADING_LINES]
    return section.kind == "work_programme" or is_plan(section.title) or any(map(heads_plan, heading))


def plan_tables(section: Section) -> list[Headed]:
    """The tables of the plans in a section, worked out once for all the stages that read them."""
    as_what = "plan" if section.kind == "work_programme" else "paper"
    return section.kept(f"planned as {as_what}", lambda: _tables(section))


def _tables(section: Section) -> list[Headed]:
    heads = plan_heads(section)
    return tables(section, heads) if heads else []


def plan_heads(section: Section) -> Heads | None:
    """The heads of the plans in a section; None where it has none, as minutes have."""
    plan = is_plan_paper(section)
    if section.where == "minutes" or not (plan or _names_plan(section)):
        return None

    def subject(roles: Sequence[str], above: Sequence[Line]) -> Subject | None:
        done = "done" in roles and not {"lead", "purpose"} <= set(roles)  # what came of a plan's own lines stands beside these
        if "strange" in roles or done or not (plan or any(map(heads_plan, above))):
            return None
        if roles.count("when") > 1 and all(each in ("when", "blank") for each in roles):
            return Subject("when")
        beside = roles.count("when") > 1 or any(each in roles for each in BESIDE)
        return Subject("topic") if "topic" in roles and beside else None

    return Heads(_role, subject, _certain, _worth, divides=lambda text: when(text) is not None, loose=True, hint=_hint)


def _names_plan(section: Section) -> bool:
    """Whether a line of a section says that what is beneath it is a plan."""
    return any(heads_plan(section.lines[n]) for n in candidates_of(section, load("plan"), ("above.plan",)))


def _role(head: str) -> str | None:
    if not has_words(head) and "#" not in head:
        return ""
    means = RULES.first_of(HEADS, head) or in_two_tongues(head, lambda part: RULES.first_of(HEADS, part))
    return means.removeprefix("head.") if means else None


def _hint(head: str) -> str | None:
    means = RULES.first_of(HINTS, head)
    return means.removeprefix("hint.") if means else None


def _certain(roles: Sequence[str]) -> bool:
    return "topic" in roles and sum(each in roles for each in BESIDE) > 1


def _worth(lines: Sequence[str]) -> set[int]:
    found = candidates(load("plan"), ("head.topic", "head.portfolio"), lines)
    return {n for n in found if len(lines[n]) <= LONGEST_HEAD}
