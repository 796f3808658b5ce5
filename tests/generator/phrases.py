"""The words in which councils say the same thing: stems and labels of recommendations, parts of an agenda, marks on its items."""

from __future__ import annotations

STEMS = {
    "recommended": ("The {body} is RECOMMENDED to{end}", "act", "{body}"),
    "recommended-low": ("{body} is recommended to{end}", "act", "{body}"),
    "asked": ("The {short} is asked to{end}", "act", "{short}"),
    "invited": ("The {short} is invited to{end}", "act", "{short}"),
    "requested": ("The {short} is requested to{end}", "act", "{short}"),
    "members": ("Members are asked to{end}", "act", "Members"),
    "members-recommended": ("Members are recommended to{end}", "act", "Members"),
    "that": ("That the {short}{end}", "does", "{short}"),
    "it-is": ("It is recommended that{end}", "be", ""),
    "it-is-body": ("It is recommended that the {short}{end}", "does", "{short}"),
    "it-is-asked": ("It is recommended that Members{end}", "act", "Members"),
    "participle": ("RECOMMENDED{end}", "that", ""),
    "resolves": ("The {short} resolves to{end}", "act", "{short}"),
    "to-council": ("The {short} is asked to RECOMMEND to Council that{end}", "be", "{short}"),
    "resolved": ("RESOLVED to recommend to Council that{end}", "be", "Council"),
    "recommended-council": ("RECOMMENDED TO COUNCIL that{end}", "be", "Council"),
    "none": ("", "that", ""),
    "names": ("", "names", "{short}"),
}
"""Stems: the words (`{end}` is what closes them), the form of the limbs behind them, and who is addressed."""

HEADINGS = (
    "RECOMMENDATION",
    "Recommendations",
    "RECOMMENDATIONS",
    "Recommendation(s)",
    "Officer Recommendation",
    "Recommendations:",
    "Officer Recommendations",
)
LABELS = ("1.", "1)", "(1)", "a)", "(a)", "a.", "(i)", "i.", "2.1", "2.1.1", "A.", "(A)", "bullet", "dash", "R1", "named", "none")
"""Labels of limbs, as printed; below `NESTED` gives for each kind the labels that its limbs may have."""
NESTED = {"1": ("(a)", "a)", "i."), "a": ("(i)", "i."), "i": ("a)", "(a)")}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
_MARKS = {"bullet": "•", "dash": "–", "none": ""}
_FAMILIES = {
    "1": ("1.", "1)", "(1)", "A.", "(A)", "2.1"),
    "a": ("a)", "(a)", "a."),
    "i": ("(i)", "i."),
}

PARTS = {
    "parts": ("PART I – OPEN BUSINESS", "PART II – EXEMPT BUSINESS"),
    "letters": ("PART A – OPEN TO THE PUBLIC", "PART B – CLOSED TO THE PUBLIC"),
    "figures": ("Part 1 - Public items", "Part 2 - Items from which the public may be excluded"),
    "words": ("UNRESTRICTED ITEMS", "EXEMPT ITEMS"),
}
"""How agendas head their open and their closed business."""
EXEMPT = (" (Exempt)", " (Exempt - Paragraph 3)", " [Not for publication]", " - CONFIDENTIAL", " (EXEMPT)")
"""Marks of exempt business behind its title."""
SCHEDULE = (
    "Exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
    "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.",
    "The report contains exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the 1972 Act.",
)
"""What stands under the title of exempt business."""
PARTLY = "Appendix B is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972."
"""Of a report that is itself public."""
EXCLUDED = (
    "The press and public are likely to be excluded from the meeting during the items below, on the grounds that they involve "
    "the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act."
)
WITHDRAWN = {
    "mark": (" - WITHDRAWN", " - DEFERRED"),
    "brackets": (" (Withdrawn)", " (Item deferred)"),
    "line": ("This item has been withdrawn.", "This item has been deferred to the next meeting."),
}
"""How an agenda says that business will not be taken."""
ATTACHED = ("", "", "", " (report attached)", " (Copy attached)", " [report enclosed]")
"""What an agenda says behind a title whose paper comes with it."""
FOLLOW = {"brackets": " (TO FOLLOW)", "mark": " – To follow", "line": "Report to follow"}


def label(shape: str, n: int) -> str:
    """The label of limb `n`, counted from 0, in a list whose first label has this shape."""
    if shape in _MARKS:
        return _MARKS[shape]
    if shape == "named":
        return f"Recommendation {n + 1}:"
    if shape.startswith("2.1"):
        return f"{shape[:-1]}{n + 1}"
    letters = {"1": str(n + 1), "a": chr(ord("a") + n), "A": chr(ord("A") + n), "i": _ROMAN[n], "R1": f"R{n + 1}"}
    bare = shape.strip("().")
    return shape.replace(bare, letters[bare])


def family(shape: str) -> str:
    """The kind of a label, "" where none is set beneath it."""
    return next((kind for kind, shapes in _FAMILIES.items() if shape in shapes), "")
