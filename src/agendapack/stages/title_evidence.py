"""What else says which line of a paper's first sheet is its title: the agenda, the outline, the PDF's own title, running heads.

A line that is set as a title may be a logo, a slogan or the name of a form. Where the sheet has no field for its title, and the
line taken for it says nothing that was said elsewhere, but another line of its head says just that, the other is the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.layout import Document, Line, Paper, join
from agendapack.matching import likeness
from agendapack.prepared import pattern
from agendapack.stages import people
from agendapack.stages.headings import RULES, first_block, letterhead
from agendapack.stages.labels import label_of
from agendapack.stages.title_blocks import OPEN_END

_ROWS = 20
"""Rows of a first sheet among which its title stands."""
_SAME, _RELATED = 0.88, 0.55
"""Likeness from which two titles are one, and from which one may be about what the other is."""
_SHORTEST = 10
"""Letters above which two texts that say the same are no accident."""
_WHOSE = ("letterhead", "body_name", "body_date", "date_line")
"""What says whose papers these are, on all sheets of all of them, and is the title of none."""
_LOGO = 5
"""Letters of the longest logo that is taken for one: NHS, a council's initials."""
_PIECES = pattern(r"\s+[-–—|]\s+")
_COUNTED = ("word", "figure", "sub")
"""Forms of the number before an item's title."""


def said_elsewhere(document: Document, paper: Paper, given: Sequence[str]) -> tuple[Line, ...]:
    """The lines of the paper's head that are its title by what is said elsewhere: what is `given` (the agenda's title of the
    item, the outline's of the sheet, the PDF's own), or runs above its later sheets. None where its title may stay."""
    said = (*map(_bare, given), *_running(document, paper))
    evidence = [text for text in said if len(text) > _SHORTEST and RULES.first_of(_WHOSE, text) is None]
    if not evidence or any(likeness(paper.title, text, _RELATED) >= _RELATED for text in evidence):
        return ()
    tried = [(max(likeness(join(lines), text, _SAME) for text in evidence), lines) for lines in _tried(document, paper)]
    best = max(tried, key=lambda one: one[0], default=(0.0, ()))
    return best[1] if best[0] >= _SAME else ()


def names_nothing(title: str) -> bool:
    """Whether what was taken for a title by its looks names no paper: a logo in a few capitals, the field of a form or its label,
    letterhead, a section, somebody, or a heading that breaks off."""
    text = title.strip("* ")
    if _labels_another(text.partition(":")[0]):
        return True
    named = people.person(text)
    somebody = named is not None and named.role is not None and people.is_role(named.role) and ":" not in text
    logo = text.isupper() and len(text) <= _LOGO and " " not in text
    return logo or somebody or RULES.first_of(("letterhead", "date_line", "section_heading"), text) is not None or _broken(text)


def _broken(text: str) -> bool:
    """Whether a heading ends in a word that needs another after it, or in a colon: a label whose field is blank is no title."""
    return text.endswith(":") or OPEN_END.search(text) is not None


def _bare(text: str) -> str:
    """A title without what a program or an agenda puts around it."""
    while hit := RULES.first("file_title", text):
        text = text[: hit.match.start()] + text[hit.match.end() :]
    label = label_of(text)
    return text[label.length :].strip() if label and label.family in _COUNTED else text.strip()


def _labels_another(label: str) -> bool:
    """Whether a label is that of another field than the title's."""
    label = label.strip(" *")
    field = RULES.first("form_label", label)
    return field is not None and field.match.group() == label and field.rule != "openings.title"


def _running(document: Document, paper: Paper) -> Iterator[str]:
    """What runs above or beneath the later sheets of a paper, whole and in its parts."""
    for sheet in range(paper.first + 1, paper.last + 1):
        for line in document.page(sheet).furniture:
            if line.turned == 0 and not line.hidden:
                yield from (line.text, *_PIECES.split(line.text))


def _tried(document: Document, paper: Paper) -> Iterator[tuple[Line, ...]]:
    """What may be the title of a paper: the headings, lines and cells above its first section that are no letterhead."""
    lines = [line for line in document.page(paper.first).lines if line.turned == 0][:_ROWS]
    for at, line in enumerate(lines):
        if at and RULES.first("section_heading", line.text.strip("* ")):
            return
        label, colon, _ = line.text.partition(":")
        if letterhead(line) or (colon and _labels_another(label)):
            continue
        yield first_block(lines[at : at + 4])
        if not OPEN_END.search(line.text.rstrip(": ")) and not line.text.endswith(":"):
            yield (line,)
        yield from ((cell,) for cell in line.cells if len(line.cells) > 1 and not letterhead(cell))
