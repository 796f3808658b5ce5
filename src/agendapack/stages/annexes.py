"""Annexes as their sheets head them, and a report's own list of them."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.layout import Line, Page
from agendapack.rules import Hit, InForce

RULES = InForce("openings")


def annex_label(hit: Hit) -> str:
    """The word and label of an annex heading in a form that compares."""
    return " ".join(part.lower() for part in (hit["word"], hit["label"], hit["sub"]) if part)


def annex_of(page: Page) -> tuple[str, Line] | None:
    """The annex label that a sheet prints at its top, in a running head or as its first lines."""
    heads = [line for line in page.furniture if line.box.top < page.height / 4 and not line.hidden]
    for line in [*heads, *page.lines[:3]]:
        if (hit := RULES.first("annex", line.text)) and _is_annex_heading(hit, line) and not is_annex_list(page.lines, line):
            return annex_label(hit), line
    return None


def is_annex_list(lines: Sequence[Line], line: Line) -> bool:
    """Whether an annex line stands in a report's list of annexes: another one near it, or the report's last lines around it."""
    if line not in lines:
        return False
    at = lines.index(line)
    if not RULES.first("annex", line.text):
        return False
    near = [other for other in lines[max(0, at - 3) : at + 4] if other is not line]
    if any(RULES.first("annex_list", other.text) for other in lines[max(0, at - 3) : at]):
        return True
    listed = any((hit := RULES.first("annex", other.text)) and hit["label"] for other in near)
    return listed or any(RULES.first("closing_contact", other.text) for other in near if not RULES.first("annex", other.text))


def _is_annex_heading(hit: Hit, line: Line) -> bool:
    """A heading names its annex; a sentence that starts with one runs on in small letters or to a full stop."""
    title = (hit["title"] or "").strip()
    if not hit["label"] and (hit["sep"] or "").strip() not in ("-", "–", "—", ":"):
        return not title and line.text.isupper()
    if not title or RULES.first("annex_whose", title):
        return True
    spaced = (hit["sep"] or "").strip() != ""
    return (title[0].isupper() or title[0].isdigit() or not title[0].isalpha()) and (spaced or line.bold or _title_like(title))


def _title_like(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return not text.endswith(".") and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
