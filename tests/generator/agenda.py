"""How agendas look: the front sheets, and the numbered business on them in the forms in which councils list it."""

from __future__ import annotations

from generator import fronts, notices, welsh
from generator.fonts import spaced
from generator.fronts import clock
from generator.pack import Contact, Item, Pack
from generator.phrases import ATTACHED, EXCLUDED, FOLLOW, PARTS, WITHDRAWN
from generator.styles import Style
from generator.typeset import Cell, Press, Text

NUMBER, SIDE = 40.0, 70.0


def front(press: Press, style: Style, pack: Pack) -> None:
    """The front sheets."""
    pack.contacts = []
    press.sheet()
    if pack.issue == "supplement" and style.letter:
        fronts.letter(press, pack)
        _business(press, style, pack)
        fronts.signed(press, pack)
        return
    fronts.head(press, style, pack)
    if style.clerk != "foot":
        fronts.clerk(press, style, pack)
    notices.before(press, style)
    _headed(press, style, "SUPPLEMENTARY AGENDA" if pack.issue == "supplement" else "AGENDA")
    _business(press, style, pack)
    press.space(16)
    press.need(120)
    if style.clerk == "foot":
        fronts.clerk(press, style, pack)
    elif style.kind != "parish" and pack.issue != "supplement":
        press.para(f"{pack.signatory.name}\n{pack.signatory.role}")
        pack.contacts.append(Contact(pack.signatory.name, pack.signatory.role, kind="signatory"))
    notices.after(press, style)


def heading_of_minutes(style: Style, pack: Pack) -> str:
    """The sentence with which minutes open."""
    when = f"{fronts.weekday(pack.date)} at {clock(*pack.time, style.clock)}"
    return f"**MINUTES** of a meeting of the {pack.body} held at {pack.venue} on {when}."


def _headed(press: Press, style: Style, words: str) -> None:
    press.need(90)
    other = "RHAGLEN" if words == "AGENDA" else "RHAGLEN ATODOL"
    if style.tongue == "slash":
        words = f"{other} / {words}"
    elif style.tongue:
        press.para(other, bold=True, align="centre", after=2)
    press.para(spaced(words) if style.spaced else words, bold=True, align="centre", after=10)


def _business(press: Press, style: Style, pack: Pack) -> None:
    if style.agenda in ("table", "lead"):
        _as_table(press, style, pack)
        return
    if style.agenda == "pair":
        _as_pair(press, style, pack)
        return
    opened, closed = PARTS.get(style.parts, ("", ""))
    if pack.issue == "supplement":
        opened = closed = ""
    if opened:
        press.para(opened, bold=True, align="centre")
    for item in pack.items:
        if item.exempt and closed:
            press.need(80)
            press.para(closed, bold=True, align="centre")
            if pack.excluded:
                press.para(EXCLUDED)
            closed = ""
        press.need(60)
        _listed(press, style, item)


def _title(style: Style, item: Item, words: str) -> str:
    """A title with the marks that are printed behind it."""
    title = words.upper() if style.shout else words
    if item.paper and not item.to_follow and not item.withdrawn:
        title += ATTACHED[len(style.heading + style.stem + style.annex) % len(ATTACHED)]
    if item.to_follow and style.follow != "line":
        title += FOLLOW[style.follow]
    if item.withdrawn and style.withdrawn != "line":
        title += WITHDRAWN[style.withdrawn][len(words) % 2]
    if item.exempt and style.parts == "mark":
        title += style.exempt
    return title


def _notes(style: Style, item: Item) -> list[str]:
    """What is printed beneath a title."""
    notes = list(item.notes)
    if item.to_follow and style.follow == "line":
        notes.insert(0, FOLLOW["line"])
    if item.withdrawn and style.withdrawn == "line":
        notes.insert(0, WITHDRAWN["line"][len(item.title) % 2])
    return notes


def _number(style: Style, item: Item) -> str:
    return (item.number or "") + "." * (style.numbers in ("1.", "again") and not item.under)


def _pages(item: Item) -> str:
    return f"(Pages {item.pages[0]} - {item.pages[1]})" if item.pages else ""


def _listed(press: Press, style: Style, item: Item) -> None:
    pages = _pages(item)
    time = item.start_time and clock(int(item.start_time[:2]), int(item.start_time[3:]), style.clock)
    indent = NUMBER / 2 if item.under and style.subs == "5(a)" else 0.0
    if style.agenda == "above" and time:
        press.para(time, after=2)
    if style.agenda == "timed" and time:
        indent = SIDE
        press.here.steps.append(Text(press.look.margin, press.y + press.look.size, time, press.look.size, False))
    right = SIDE if style.pages == "column" else 0.0
    top, sheet = press.y, press.here
    if style.tongue == "beside":
        _in_two_tongues(press, style, item, pages)
    else:
        _set_title(press, style, item, (indent, right))
    if style.links and item.sheets:
        sheet.links.append((press.look.margin, top, sheet.width - press.look.margin, top + press.look.size * 1.2, item.sheets[0]))
    if pages and style.pages == "line" and style.tongue != "beside":
        press.para(pages, indent=indent + NUMBER, after=3)
    if pages and style.pages == "column" and style.tongue != "beside":
        words = pages.strip("()").removeprefix("Pages ")
        sheet.steps.append(
            Text(sheet.width - press.look.margin - SIDE + 14, top + press.look.size, words, press.look.size, False)
        )
    beneath = press.width / 2 if style.tongue == "beside" else indent
    for note in _notes(style, item):
        press.para(note, indent=beneath + NUMBER, right=right, after=3)
    press.space(6)


def _set_title(press: Press, style: Style, item: Item, room: tuple[float, float]) -> None:
    """Number and title, and the pages that end it; the Welsh before the English, where there is Welsh.

    `room` is what stays free on the left and on the right.
    """
    indent, right = room
    pages = _pages(item)
    number, other = _number(style, item), welsh.title(item.title)
    words = item.title
    if style.tongue == "slash" and other != words:
        words = f"{other} / {words}"
    title = _title(style, item, words)
    if pages and style.pages == "end":
        title += f" {pages}" if not style.strong else f" **{pages}**"
    if pages and style.pages == "wrap":
        head, _, tail = pages.partition(" ")
        title += f" {head}\n{tail}"
    if style.tongue == "above" and other != words:
        press.para(other, label=number, bold=style.strong, indent=indent, hang=NUMBER, right=right, after=2)
        press.para(title, bold=style.strong, indent=indent + NUMBER, right=right, after=3)
        return
    press.para(title, label=number, bold=style.strong, indent=indent, hang=NUMBER, right=right, after=3)


def _in_two_tongues(press: Press, style: Style, item: Item, pages: str) -> None:
    """Welsh on the left, English on the right, both with the number."""
    middle, top, number = press.width / 2, press.y, _number(style, item)
    there = pages.replace("Pages", "Tudalennau")
    hang = max(30.0, press.measure(number, press.look.size, True) + 9)
    press.para(
        f"{welsh.title(item.title)} {there}".strip(), label=number, bold=style.strong, hang=hang, right=middle + 10, after=3
    )
    low, press.y = press.y, top
    words = f"{_title(style, item, item.title)} {pages}".strip()
    press.para(words, label=number, bold=style.strong, indent=middle, hang=hang, after=3)
    press.y = max(press.y, low)


def _as_table(press: Press, style: Style, pack: Pack) -> None:
    last = "Pages" if style.agenda == "table" else "Lead"
    rows = [[Cell("No.", bold=True), Cell("Item", bold=True), Cell(last, bold=True)]]
    widths = (44.0, 0.0, 60.0 if style.agenda == "table" else 120.0)
    for item in pack.items:
        title = _title(style, item, item.title)
        words = "\n".join([f"**{title}**" if style.strong else title, *_notes(style, item)])
        side = f"{item.pages[0]} - {item.pages[1]}" if item.pages else ""
        if style.agenda == "lead":
            side = item.paper.author if item.paper and item.paper.author else ""
        rows.append([Cell(_number(style, item)), Cell(words), Cell(side)])
    press.table(widths, rows, head=True)


def _as_pair(press: Press, style: Style, pack: Pack) -> None:
    """The list in two columns, read down the left and then down the right."""
    press.need(30 * len(pack.items))
    middle, top, low = press.width / 2, press.y, press.y
    half = (len(pack.items) + 1) // 2
    for n, item in enumerate(pack.items):
        if n == half:
            low, press.y = press.y, top
        indent, right = (0.0, middle + 14) if n < half else (middle, 0.0)
        title = _title(style, item, item.title)
        press.para(title, label=_number(style, item), bold=style.strong, indent=indent, hang=NUMBER, right=right, after=8)
    press.y = max(press.y, low)
