"""How the front sheets look: who meets, when and where, the numbered business, and whom to ask."""

from __future__ import annotations

from datetime import date

from generator.content import spoken
from generator.pack import Contact, Item, Pack
from generator.styles import Style
from generator.typeset import Cell, Press, Text

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBER, SIDE = 40.0, 70.0


def clock(hour: int, minute: int, form: str) -> str:
    """A time as agendas print it."""
    half = "am" if hour < 12 else "pm"
    return form.format(h=(hour - 1) % 12 + 1, H=hour, m=minute, half=half, dotted=f"{half[0]}.m.")


def front(press: Press, style: Style, pack: Pack) -> None:
    """The front sheets."""
    pack.contacts = []
    press.sheet()
    day = date(*pack.date)
    if pack.issue == "supplement":
        _supplement(press, style, pack, f"{DAYS[day.weekday()]}, {spoken(pack.date)}")
        return
    when = style.date.format(day=DAYS[day.weekday()], date=spoken(pack.date, ordinal="{th}" in style.date), th="")
    FRONT[style.front](press, pack, when, clock(*pack.time, style.clock))
    if style.clerk != "foot":
        _clerk(press, style, pack)
    press.para("Membership: Councillors Ada Finch (Chair), Ben Orr, Carla Dunn, Dev Patel and Elin Rees", after=12)
    press.para("A G E N D A" if style.shout else "AGENDA", bold=True, align="centre", after=10)
    _business(press, style, pack)
    press.space(16)
    press.need(120)
    if style.clerk == "foot":
        _clerk(press, style, pack)
    elif style.kind != "parish":
        press.para(f"{pack.signatory.name}\n{pack.signatory.role}")
        pack.contacts.append(Contact(pack.signatory.name, pack.signatory.role, kind="signatory"))


def heading_of_minutes(style: Style, pack: Pack) -> str:
    """The sentence with which minutes open."""
    when = f"{DAYS[date(*pack.date).weekday()]}, {spoken(pack.date)} at {clock(*pack.time, style.clock)}"
    return f"**MINUTES** of a meeting of the {pack.body} held at {pack.venue} on {when}."


def _supplement(press: Press, style: Style, pack: Pack, when: str) -> None:
    """The letter that sends papers after an agenda."""
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
    for item in pack.items:
        _listed(press, style, item)
    press.para("Yours sincerely", after=30)
    press.para(f"{pack.signatory.name}\n{pack.signatory.role}")
    pack.contacts.append(Contact(pack.signatory.name, pack.signatory.role, kind="signatory"))


def _clerk(press: Press, style: Style, pack: Pack) -> None:
    who = pack.officer
    if style.clerk == "ask":
        press.para(f"Please ask for: {who.name}\nTelephone: {who.phone}\nEmail: {who.email}")
        pack.contacts.append(Contact(who.name, None, who.email, who.phone, "committee_contact"))
    elif style.clerk == "line":
        press.para(f"Contact: {who.name}, {who.role} – Tel {who.phone} – {who.email}")
        pack.contacts.append(Contact(who.name, who.role, who.email, who.phone, "committee_contact"))
    elif style.clerk == "card":
        press.para(f"**{who.role}:** {who.name}\nTel: {who.phone}\nE-mail: {who.email}")
        pack.contacts.append(Contact(who.name, who.role, who.email, who.phone, "committee_contact"))
    else:
        press.para(
            f"For further information about this meeting please contact {who.name}, {who.role}, on {who.phone} or at {who.email}."
        )
        pack.contacts.append(Contact(who.name, who.role, who.email, who.phone, "committee_contact"))


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


def _business(press: Press, style: Style, pack: Pack) -> None:
    if style.agenda in ("table", "lead"):
        _as_table(press, style, pack)
        return
    closed = False
    if style.parts in ("parts", "letters"):
        press.para(
            "PART I – OPEN BUSINESS" if style.parts == "parts" else "PART A – OPEN TO THE PUBLIC", bold=True, align="centre"
        )
    for item in pack.items:
        if item.exempt and not closed and style.parts in ("parts", "letters"):
            closed = True
            press.para(
                "PART II – EXEMPT BUSINESS" if style.parts == "parts" else "PART B – CLOSED TO THE PUBLIC",
                bold=True,
                align="centre",
            )
        press.need(60)
        _listed(press, style, item)


def _title(style: Style, item: Item) -> str:
    title = item.title.upper() if style.shout else item.title
    if item.to_follow:
        title += " (TO FOLLOW)" if style.pages != "line" else " – To follow"
    if item.exempt and style.parts == "mark":
        title += " (Exempt)"
    return title


def _listed(press: Press, style: Style, item: Item) -> None:
    title = _title(style, item)
    pages = f"(Pages {item.pages[0]} - {item.pages[1]})" if item.pages else ""
    time = item.start_time and clock(int(item.start_time[:2]), int(item.start_time[3:]), style.clock)
    number = (item.number or "") + "." * (style.numbers == "1.")
    indent = 0.0
    if style.agenda == "above" and time:
        press.para(time, after=2)
    if style.agenda == "timed" and time:
        indent = SIDE
        press.here.steps.append(Text(press.look.margin, press.y + press.look.size, time, press.look.size, False))
    right = SIDE if style.pages == "column" else 0.0
    top = press.y
    if pages and style.pages == "end":
        title += f" {pages}" if not style.strong else f" **{pages}**"
    if pages and style.pages == "wrap":
        head, _, tail = pages.partition(" ")
        title += f" {head}\n{tail}"
    press.para(title, label=number, bold=style.strong, indent=indent, hang=NUMBER, right=right, after=3)
    if pages and style.pages == "line":
        press.para(pages, indent=indent + NUMBER, after=3)
    if pages and style.pages == "column":
        words = pages.strip("()").removeprefix("Pages ")
        press.here.steps.append(
            Text(press.here.width - press.look.margin - SIDE + 14, top + press.look.size, words, press.look.size, False)
        )
    for note in item.notes:
        press.para(note, indent=indent + NUMBER, right=right, after=3)
    press.space(6)


def _as_table(press: Press, style: Style, pack: Pack) -> None:
    last = "Pages" if style.agenda == "table" else "Lead"
    rows = [[Cell("No.", bold=True), Cell("Item", bold=True), Cell(last, bold=True)]]
    widths = (44.0, 0.0, 60.0 if style.agenda == "table" else 120.0)
    for item in pack.items:
        title = f"**{_title(style, item)}**" if style.strong else _title(style, item)
        words = "\n".join([title, *item.notes])
        side = f"{item.pages[0]} - {item.pages[1]}" if item.pages else ""
        if style.agenda == "lead":
            side = item.paper.author if item.paper and item.paper.author else ""
        rows.append([Cell((item.number or "") + "." * (style.numbers == "1.")), Cell(words), Cell(side)])
    press.table(widths, rows, head=True)
