"""What else front sheets tell: members and quorum, how to attend and to leave, and notes after the list of business."""

from __future__ import annotations

from generator.styles import Style
from generator.typeset import Cell, Press

MEMBERS = ("Ada Finch", "Ben Orr", "Carla Dunn", "Dev Patel", "Elin Rees", "Femi Ojo", "Grace Holt", "Hugh Penn", "Isla Moor")
WELCOME = (
    "Members of the public are welcome to attend this meeting. Questions and requests to speak should reach Democratic Services "
    "by 12 noon three working days before the meeting. Copies of the agenda in large print can be provided on request."
)
FILMING = (
    "This meeting may be filmed for live or subsequent broadcast on the Council's website. By entering the meeting room you are "
    "consenting to being filmed. Please switch mobile telephones to silent."
)
EVACUATION = (
    "If the alarm sounds, leave the building by the nearest exit.",
    "Do not use the lifts and do not stop to collect belongings.",
    "Assemble on the far side of the car park.",
)
NOTES = (
    "Any person may record the proceedings of this meeting.",
    "Background papers may be inspected at the Civic Centre during office hours.",
    "Questions from the public are taken at the beginning of the meeting for no more than 15 minutes.",
)
INTERESTS = (
    "A Member with a disclosable pecuniary interest in any business must disclose it and leave the room while that business is "
    "considered. Members who are unsure should seek the advice of the Monitoring Officer before the meeting."
)
ACCESS = "The nearest railway station is ten minutes' walk away. There is step-free access from the car park in Mill Lane."


def before(press: Press, style: Style) -> None:
    """What stands between the head of the front sheet and the list of business."""
    told = style.notices
    if "members" in told:
        _members(press, columns="columns" in told)
    if "quorum" in told:
        top = press.y
        press.para("Quorum: 4 Members", bold=True, indent=6)
        press.frame(press.look.margin, top - 3, press.look.margin + 160, press.y)
        press.space(10)
    if "welcome" in told:
        press.para(WELCOME, after=10)
    if "filming" in told:
        press.para(FILMING, after=10)
    if "evacuation" in told:
        press.para("EMERGENCY EVACUATION PROCEDURE", bold=True)
        for n, words in enumerate(EVACUATION, 1):
            press.para(words, label=f"{n}.", after=2)
        press.space(10)


def after(press: Press, style: Style) -> None:
    """What stands behind the list of business."""
    for name, heading, words in (("interests", "DECLARATIONS OF INTEREST", INTERESTS), ("access", "GETTING HERE", ACCESS)):
        if name in style.tail:
            press.need(110)
            press.para(heading, bold=True)
            press.para(words)
    if "notes" in style.tail:
        press.need(110)
        press.para("NOTES FOR MEMBERS OF THE PUBLIC", bold=True)
        for n, note in enumerate(NOTES, 1):
            press.para(note, label=f"{n}.")


def _members(press: Press, *, columns: bool) -> None:
    chair, *others = MEMBERS
    if not columns:
        press.para(f"Membership: Councillors {chair} (Chair), {', '.join(others[:4])} and {others[4]}", after=12)
        return
    names = [
        f"Councillor {chair} (Chair)",
        f"Councillor {others[0]} (Vice-Chair)",
        *(f"Councillor {name}" for name in others[1:]),
    ]
    press.para("Membership", bold=True)
    half = (len(names) + 1) // 2
    rows = [[Cell(left), Cell(right)] for left, right in zip(names[:half], [*names[half:], ""], strict=False)]
    press.table((230, 0), rows, ruled=False)
    press.space(8)
