"""Where something of its own begins in a minute or a record of decisions: the heading of a decision, its stem, who is to act."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.stages.decide_words import rules
from agendapack.stages.recommend_rows import Row, finished, unfinished
from agendapack.stages.recommend_words import rules as recommended

_DASHES = ("–", "—", " -")


def is_apart(rows: Sequence[Row], at: int) -> bool:
    """Whether a row says who is to act, or is the heading of a decision, behind a sentence that is at its end."""
    text = rows[at].text
    own = text[:1].isupper() and finished(rows[at - 1].text)
    return own and any(rules().first(means, text) for means in ("action", "heading"))


def resolves_under(rows: Sequence[Row], at: int) -> bool:
    """Whether a row opens with the stem of a resolution right beneath a title as bold as it, words that end in a dash, or, with
    its colon, beneath a line that ends before its column does."""
    above, row = rows[at - 1], rows[at]
    hit = rules().first("resolved", row.text) if row.text[:1].isupper() else None
    if hit is None or above.text.endswith(_DASHES):
        return hit is not None
    short = not above.full and not unfinished(above.text)
    return short and (":" in hit.match.group() or (above.line.bold and above.text[:1] not in "(“"))


def heads(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is the heading of a decision in bold, stands beside one, or opens with the label of a field."""
    row = rows[at]
    if rules().first("papers", row.text) or _has_label(rows, at):
        return True
    cells = row.line.cells
    beside = len(cells) > 1 and cells[0].text.endswith(":") and rules().first("beside", cells[0].text) is not None
    return beside or (row.line.bold and rules().first("heading", row.text) is not None)


def _has_label(rows: Sequence[Row], at: int) -> bool:
    """Whether a row opens with a field's label and its value ("Reasons: ..."), and not in mid-sentence."""
    text = rows[at].text
    own = at > 0 and text[:1].isupper() and not unfinished(rows[at - 1].text)
    return own and any(rules().first(means, text) is not None for means in ("inline", "next-field"))


def drafted_under(rows: Sequence[Row], at: int) -> bool:
    """Whether a resolution stands right beneath the bold title of its matter, in a record of decisions; beneath
    "Recommendation" or "Motion" nothing is decided yet."""
    row, above = rows[at], rows[at - 1] if at else None
    if above is None or not above.line.bold or above.full or row.line.bold:
        return False
    other = rules().first("undecided", above.text) or recommended().first("section", above.text.strip(" -–—:"))
    return other is None and rules().first("drafted", row.said) is not None
