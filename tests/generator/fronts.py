"""How front sheets open: who meets, when and where, and whom to ask; and the letter that sends papers after an agenda."""

from __future__ import annotations

from datetime import date

from generator import welsh
from generator.muse import spoken
from generator.pack import Contact, Pack
from generator.styles import Style
from generator.typeset import Cell, Press

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def clock(hour: int, minute: int, form: str) -> str:
    """A time as agendas print it."""
    half = "am" if hour < 12 else "pm"
    return form.format(h=(hour - 1) % 12 + 1, H=hour, m=minute, half=half, dotted=f"{half[0]}.m.")


def weekday(day: tuple[int, int, int]) -> str:
    """A day with its weekday."""
    return f"{DAYS[date(*day).weekday()]}, {spoken(day)}"


def head(press: Press, style: Style, pack: Pack) -> None:
    """Who meets, when and where."""
    day = date(*pack.date)
    when = style.date.format(day=DAYS[day.weekday()], date=spoken(pack.date, ordinal="{th}" in style.date), th="")
    time = clock(*pack.time, style.clock)
    if style.tongue:
        there = f"{welsh.DAYS[day.weekday()]}, {day.day} {welsh.MONTHS[day.month - 1]} {day.year}"
        _bilingual(press, style, pack, (f"{there} / {when}", time))
        return
    FRONT[style.front](press, pack, when, time)


def clerk(press: Press, style: Style, pack: Pack) -> None:
    """The committee's officer."""
    who = pack.officer
    role = None if style.clerk == "ask" else who.role
    if style.clerk == "ask":
        press.para(f"Please ask for: {who.name}\nTelephone: {who.phone}\nEmail: {who.email}")
    elif style.clerk == "line":
        press.para(f"Contact: {who.name}, {who.role} – Tel {who.phone} – {who.email}")
    elif style.clerk == "card":
        press.para(f"**{who.role}:** {who.name}\nTel: {who.phone}\nE-mail: {who.email}")
    else:
        press.para(
            f"For further information about this meeting please contact {who.name}, {who.role}, on {who.phone} or at {who.email}."
        )
    pack.contacts.append(Contact(who.name, role, who.email, who.phone, "committee_contact"))


def letter(press: Press, pack: Pack) -> None:
    """The letter that sends papers after an agenda; the list of business stands in it."""
    when = weekday(pack.date)
    press.para(pack.council, bold=True, size=16, after=20)
    who = pack.officer
    press.para(f"Ask for: {who.name}\nTelephone: {who.phone}\nEmail: {who.email}", after=14)
    pack.contacts.append(Contact(who.name, None, who.email, who.phone, "committee_contact"))
    press.para("Dear Member")
    press.para(f"{pack.body.upper()} - {when.upper()}", bold=True)
    press.para(
        f"I am now able to enclose, for consideration at the {when} meeting of the {pack.body}, "
        "the following reports that were unavailable when the agenda was printed."
    )
    press.para("Agenda Item No", bold=True, after=10)


def signed(press: Press, pack: Pack) -> None:
    """The signature under that letter."""
    press.space(20)
    press.para("Yours sincerely", after=30)
    press.para(f"{pack.signatory.name}\n{pack.signatory.role}")
    pack.contacts.append(Contact(pack.signatory.name, pack.signatory.role, kind="signatory"))


def _centred(press: Press, pack: Pack, when: str, time: str) -> None:
    for words in (pack.council, pack.body) if pack.body != pack.council else (pack.council,):
        press.para(words.upper(), bold=True, align="centre", size=14)
    press.para(f"{when} at {time}\n{pack.venue}", align="centre", after=14)


def _table(press: Press, pack: Pack, when: str, time: str) -> None:
    press.para(pack.council, bold=True, size=16)
    rows = (("Meeting:", pack.body), ("Date:", when), ("Time:", time), ("Venue:", pack.venue))
    press.table((80, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows], ruled=False)


def _letter(press: Press, pack: Pack, when: str, time: str) -> None:
    press.para(pack.council, bold=True, size=16)
    press.para("Dear Councillor,")
    what = "the Council" if pack.body == pack.council else f"the {pack.body}"
    press.para(
        f"You are summoned to attend a meeting of {what} to be held in {pack.venue} on {when} at {time} "
        "for the transaction of the business set out below.",
        after=12,
    )


def _fields(press: Press, pack: Pack, when: str, time: str) -> None:
    press.para(pack.council, bold=True, size=14)
    press.para(f"{pack.body}" if pack.body != pack.council else "Meeting of the Council", bold=True, size=18)
    for label, words in (("Date", when), ("Time", time), ("Place", pack.venue)):
        press.para(f"**{label}:** {words}", after=2)
    press.space(12)


FRONT = {"centred": _centred, "table": _table, "letter": _letter, "fields": _fields}


def _bilingual(press: Press, style: Style, pack: Pack, when: tuple[str, str]) -> None:
    """The Welsh before the English, in two lines or two sides of a stroke."""
    council, body = pack.welsh
    names = [(council, pack.council)] if pack.body == pack.council else [(council, pack.council), (body, pack.body)]
    for other, english in names:
        press.para(other if style.tongue != "slash" else f"{other} / {english}", bold=True, size=14, after=2)
        if style.tongue != "slash":
            press.para(english, bold=True, size=14)
    rows = [
        (f"{welsh.FIELDS[name]} / {name}:", words)
        for name, words in zip(("Date", "Time", "Venue"), (*when, pack.venue), strict=True)
    ]
    if style.front == "table":
        press.table((130, 0), [[Cell(label, bold=True), Cell(words)] for label, words in rows], ruled=False)
        return
    for label, words in rows:
        press.para(f"**{label}** {words}", after=2)
    press.space(12)
