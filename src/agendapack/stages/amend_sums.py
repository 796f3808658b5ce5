"""The sums of an amendment: in running text, and in tables with columns for what was, what is to be, or the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct, field

from agendapack.answers import has_words
from agendapack.evidence import evidence
from agendapack.grid import Columns, Row, stream
from agendapack.heads import LONGEST_HEADS, Heads, Subject, find_heads, worth_lines
from agendapack.layout import Line, Section, join
from agendapack.prepared import pattern
from agendapack.records import Amendment, Amount
from agendapack.rules import InForce

RULES = InForce("amend")

_SCALE = {"k": 1e3, "thousand": 1e3, "000": 1e3, "000s": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_CLAUSE = pattern(r"[.;:] |, ")
_FIGURE = pattern(r"(?P<minus>[-–−(])? ?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?\)?|\+ ?(?P<plus>\d[\d,.]*)")
_ABOVE = 3
"""Lines above a table of which one may give the unit of its figures."""
_STRAYS = 3
"""Lines in a row that fit no column and end a table."""

Change = Literal["from", "to", "by"]
COLUMNS: dict[str, Change] = {"from": "from", "to": "to", "by": "by", "less": "by"}
"""The columns that hold sums, and what the sums in them are."""

HEADS = (
    *("table.source", "table.number", "table.from", "table.to", "table.less", "table.by", "table.proposed", "table.what"),
    "table.other",
)
"""What a column may hold, in the order in which its head is tried."""


# ---- in running text -------------------------------------------------------------------------------------------------


def first_sum(text: str) -> tuple[Amount, int] | None:
    """The first sum or rate of a text, and where it ends."""
    hit = RULES.first("sum", text)
    if hit is None:
        return None
    printed = hit.match.group().strip()
    if rate := hit["rate"]:
        return Amount(text=printed, value=float(rate.replace("–", "-").replace("−", "-")), unit="%"), hit.match.end()
    value = float((hit["number"] or "0").replace(",", "")) * _SCALE.get((hit["scale"] or "").lower(), 1.0)
    return Amount(text=printed, value=-value if hit["minus"] or hit["minus2"] else value), hit.match.end()


def quoted_amounts(before: str | None, after: str | None) -> list[Amount]:
    """The sums where the words that go and the words that come are nothing but sums."""
    sums = [found[0] for words in (before, after) if words and (found := first_sum(words)) and found[0].text == words.strip()]
    if len(sums) < 2:
        return []
    return [sums[0].model_copy(update={"change": "from"}), sums[1].model_copy(update={"change": "to"})]


def prose_amounts(text: str) -> Iterator[Amount]:
    """Sums in running text: before and after, else the difference, with what they are for and where they come from."""
    pairs = list(RULES.all("amount.from-to", text))
    for hit in pairs[:1]:
        what = _named(hit["what"] or _CLAUSE.split(text[: hit.match.start()])[-1])
        for change in ("from", "to"):
            if found := first_sum(hit[change] or ""):
                yield found[0].model_copy(update={"change": change, "what": what})
    by = None if pairs else RULES.first("amount.by", text)
    if by and (found := first_sum(by["sum"] or "")):
        funded = RULES.first("funded", text)
        update = {
            "change": "by",
            "value": -found[0].value if by["less"] else found[0].value,
            "what": (by["what"] or "").strip(" ,") or None,
            "source": by["source"] or (funded["source"] if funded else None),
        }
        yield found[0].model_copy(update=update)


def _named(text: str) -> str | None:
    """What is changed, without the verb and whatever stands before it."""
    verb = RULES.first("amount.verb", text)
    return text[verb.match.end() if verb else 0 :].strip(" ,") or None


# ---- in a form with one sum ------------------------------------------------------------------------------------------


def form(section: Section) -> tuple[Amendment, ...]:
    """The sums of a form: a column for the amount and one for where the money comes from."""
    for at, line in enumerate(section.lines):
        cells = line.cells
        amount = next((cell for cell in cells if RULES.first("field.amount", cell.text)), None)
        source = next((cell for cell in cells if RULES.first("field.source", cell.text)), None)
        if amount is None or source is None or len(cells) > 2:
            continue
        below = [each for each in section.lines[at + 1 :] if each.sheet == line.sheet]
        middle = source.box.x0 - 1
        spent = [cell for each in below for cell in each.cells if cell.box.x0 < middle]
        funded = [cell for each in below for cell in each.cells if cell.box.x0 >= middle]
        sums = tuple(_column_amounts(join(spent), join(funded)))
        if sums:
            seen = evidence((amount, *spent, source, *funded), "amend.field-amount")
            return (Amendment(amounts=sums, evidence=seen),)
    return ()


def _column_amounts(spent: str, funded: str) -> Iterator[Amount]:
    source = funded.strip() or None
    if found := first_sum(spent):
        amount, end = found
        yield amount.model_copy(update={"change": "by", "what": spent[end:].strip(" .,;:–-") or None, "source": source})
    yield from prose_amounts(funded)


# ---- in tables -------------------------------------------------------------------------------------------------------


class _Unit(Struct, frozen=True):
    """What the figures of a column are in."""

    scale: float
    sign: Literal["£", "%"] = "£"


class _Table(Struct):
    columns: Columns
    units: tuple[_Unit | None, ...]
    heads: list[Line]
    rows: list[dict[int, list[Line]]] = field(default_factory=list)
    strays: int = 0


def tabled(section: Section) -> tuple[tuple[Amendment, ...], list[Line]]:
    """The sums of tables, one amendment for each row, and the lines of those tables: they are no running text."""
    found: list[Amendment] = []
    used: list[Line] = []
    for table in _tables(section):
        if made := [each for row in table.rows for each in _amendment(table, row)]:
            found += made
            used += (*table.heads, *(line for row in table.rows for cell in row.values() for line in cell))
    return tuple(found), used


def _tables(section: Section) -> list[_Table]:
    found: list[_Table] = []
    table: _Table | None = None
    entries = stream(section)
    heads = Heads(_role, lambda roles, _: _subject(roles), _certain, _worth)
    worth = worth_lines(entries, heads)
    at = 0
    while at < len(entries):
        entry = entries[at]
        columns, depth = find_heads(entries, at, worth, heads, ())
        if columns is not None and _subject(columns.roles):
            columns = _settled(columns)
            above = " ".join(each.text for each in entries[max(0, at - _ABOVE) : at] if isinstance(each, Line))
            units = tuple(_unit(name) or _unit(above) for name in columns.names)
            table = _Table(columns, units, [line for each in entries[at : at + depth] for line in _lines(each)])
            found.append(table)
        elif table is not None and not _takes(table, entry):
            table = None
        at += depth
    return found


def _lines(entry: Row | Line) -> Sequence[Line]:
    return (entry,) if isinstance(entry, Line) else [line for cell in entry.cells for line in cell.lines]


def _role(head: str) -> str | None:
    """What a column with this head holds, whatever its unit."""
    plain = RULES.first("unit", head)
    text = (head[: plain.match.start()] + head[plain.match.end() :]).strip(" ()") if plain else head.strip()
    if not has_words(text):
        return "by" if plain else ""
    return next((means.removeprefix("table.") for means in HEADS if RULES.first(means, text)), None)


def _subject(roles: Sequence[str]) -> Subject | None:
    sums = [role for role in roles if role in (*COLUMNS, "proposed")]
    return Subject("what") if "what" in roles and sums else None


def _certain(roles: Sequence[str]) -> bool:
    return _subject(roles) is not None


def _worth(lines: Sequence[str]) -> set[int]:
    return {n for n, line in enumerate(lines) if len(line) <= LONGEST_HEADS and RULES.first("sheet.sums", line)}


def _settled(columns: Columns) -> Columns:
    """The columns with what is proposed told from what is amended: it was before, where another column is what comes after."""
    roles = columns.roles
    proposed = "from" if "to" in roles else "to" if "from" in roles else "by"
    return Columns(tuple(proposed if role == "proposed" else role for role in roles), columns.sides, columns.table, columns.names)


def _unit(text: str) -> _Unit | None:
    hit = RULES.first("unit", text)
    if hit is None:
        return None
    return _Unit(1.0, "%") if hit["rate"] else _Unit(_SCALE.get((hit["scale"] or "").lower().strip("'’ "), 1.0))


def _takes(table: _Table, entry: Row | Line) -> bool:
    """Put a row or a line into the table. False where the table is over."""
    placed = table.columns.place(entry) if isinstance(entry, Row) else table.columns.place_line(entry)
    if placed is None:
        table.strays += 1
        return table.strays < _STRAYS and isinstance(entry, Line)
    table.strays = 0
    sums = [n for n, lines in placed.items() if table.columns.roles[n] in COLUMNS and _figure(join(lines), table.units[n])]
    if sums or (isinstance(entry, Row) and any(placed.values())):
        table.rows.append({n: list(lines) for n, lines in placed.items()})
    elif table.rows and isinstance(entry, Line):
        last = max((line for cell in table.rows[-1].values() for line in cell), key=lambda line: (line.sheet, line.box.top))
        if entry.sheet != last.sheet or entry.box.top - last.box.top > 1.7 * max(entry.size, 1.0) or entry.bold != last.bold:
            return False
        for n, lines in placed.items():
            table.rows[-1].setdefault(n, []).extend(lines)
    return True


def _amendment(table: _Table, row: dict[int, list[Line]]) -> Iterator[Amendment]:
    said = {role: join(row.get(n, [])) for n, role in reversed(list(enumerate(table.columns.roles)))}
    what, source = said["what"], said.get("source") or None
    if not has_words(what) or RULES.first("table.total", what):
        return
    amounts = [
        amount.model_copy(update={"change": COLUMNS[role], "what": what, "source": source, "year": _year(table.columns.names[n])})
        for n, role in enumerate(table.columns.roles)
        if role in COLUMNS and (amount := _figure(join(row.get(n, [])), table.units[n], less=role == "less"))
    ]
    if amounts:
        lines = sorted((line for cell in row.values() for line in cell), key=lambda line: line.sheet)
        yield Amendment(amounts=tuple(amounts), evidence=evidence(lines, "amend.table"))


def _year(head: str) -> str | None:
    hit = RULES.first("year", head)
    return hit.match.group() if hit else None


def _figure(text: str, unit: _Unit | None, *, less: bool = False) -> Amount | None:
    """The sum of a cell: with its own unit, else in that of its column. None where there is no sum, or its unit is not known."""
    own = first_sum(text)
    if own is not None and own[0].text == text.strip():
        found = own[0]
    else:
        hit = _FIGURE.fullmatch(text.strip())
        if hit is None or unit is None:
            return None
        value = float((hit["number"] or hit["plus"]).replace(",", "")) * unit.scale
        found = Amount(text=text.strip(), value=-value if hit["minus"] else value, unit=unit.sign)
    return found.model_copy(update={"value": -abs(found.value)}) if less else found
