"""What a person looks like in print: names, job titles, e-mail addresses and telephone numbers.

The vocabulary is in `rules/common/people.toml`. Nothing here knows of labels or of places on a sheet: it is given a piece of text
and says whether that text is a name, a job title, or a name with its job title, however the two are joined.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from agendapack import rules
from agendapack.prepared import pattern

_WORD = pattern(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_PARTICLES = frozenset(
    {"de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ap", "ó", "o", "mac", "st"}
)
_GIVEN = frozenset({"Mac", "Al", "Van"})
"""Particles that are given names where they come first."""
_BETWEEN = pattern(r"\s*[,;|:]\s*|\s+[-–—]+\s*|\s*[–—]+\s+|\.\s+(?=[A-Z])|\s*(?=\()|\s+(?:in|from|at|of)\s+(?:the\s+)?(?=[A-Z])")
"""What stands between a name and a job title."""
_SETS_OFF = (",", "-", "–", "—", ":")
_SEVERAL = pattern(r"\s*;\s*|,?\s+(?:&|and|or)\s+|,\s+with\s+(?=[A-Z])|\s*/\s*|\s*,\s*(?=(?:and\s)?[A-Z])")
_OFFICES = pattern(r"\s*;\s*|,?\s+(?:&|and)\s+(?:the\s+)?(?=[A-Z])")
"""What stands between persons who are each named behind their office."""
_EITHER = pattern(r",?\s+or\s+(?=[A-Z])")
"""What leads to somebody else to be asked, whether or not each is named with a job title."""
_OPEN_END = pattern(r"(?:\b(?:and|of|for|the|in|with)|[,&/(–-])$")
"""How a title ends that goes on."""
_BEFORE_BUILDING = 3
"""Pieces between commas, with the one before it, behind a name and a job title of which a building may be one."""
_EDGES = " \t,;:|-–—/*•▪."
_AROUND = _EDGES + "("


class Named(Struct, frozen=True):
    """A name and the job title printed with it. `role_first` tells that the title stands before the name."""

    name: str
    role: str | None = None
    role_first: bool = False


def bare(text: str) -> str:
    """The text without its date and without the punctuation at its edges."""
    text = text.strip(_EDGES)
    if found := rules.load("people").first("dated", text):
        text = text[: found.match.start()].rstrip(_EDGES + "([")
    return _unbracketed(text.strip(_EDGES))


def dated(text: str) -> bool:
    """Whether the text ends with a date."""
    return rules.load("people").first("dated", text) is not None


def is_role(text: str) -> bool:
    """Whether the text reads as a job title: short, and with a word that makes it one."""
    return len(text) <= 140 and rules.load("people").first("role", text) is not None and not text.rstrip().endswith("?")


def is_addressed(text: str) -> bool:
    """Whether a text begins with a form of address ("Cllr", "Mrs")."""
    return rules.load("people").first("title", text) is not None


def breaks_off(text: str) -> bool:
    """Whether a title or a job title ends openly, so that it goes on in the next line."""
    return _OPEN_END.search(text) is not None


def begins_anew(above: str, text: str) -> bool:
    """Whether a text names somebody else than the one beneath whom it stands: a person where one with his office or an office
    alone stands above, a member by the title, an office beneath an office."""
    if breaks_off(above) or text[:1].islower():
        return False
    named, other = person(above), person(text)
    if other is not None and (other.role is not None or is_addressed(text)):
        return True
    if named is None:
        return is_role(above) and (other is not None or is_role(text))
    return named.role is not None and (other is not None or is_role(text))


def is_place(text: str) -> bool:
    """Whether the text reads as a line of an address."""
    return rules.load("people").first("place", text) is not None


def person_name(text: str) -> str | None:
    """The name, without forms of address and without what stands after it; None where the text is no name."""
    vocabulary = rules.load("people")
    text = text.strip(_EDGES)
    addressed = vocabulary.first("title", text)
    if addressed:
        text = text[addressed.match.end() :]
    if after := vocabulary.first("post-nominal", text):
        text = text[: after.match.start()]
    text = text.strip(_EDGES)
    words = text.split()
    fewest = 1 if addressed else 2
    if not fewest <= len(words) <= 5 or not all(_is_name_word(word) for word in words):
        return None
    proper = [word for at, word in enumerate(words) if word.lower() not in _PARTICLES or (at == 0 and word in _GIVEN)]
    if len(proper) < fewest or len(proper) > 4 or max(len(word.strip(".")) for word in words) < 2:
        return None
    if vocabulary.first("not-a-name", _without_surname(text, addressed=addressed is not None)) or vocabulary.first(
        "role-start", text
    ):
        return None
    return text if vocabulary.first("surname", text) or not vocabulary.first("role", text) else None


def _without_surname(text: str, *, addressed: bool) -> str:
    """A name without its last word where that is a surname, though it is a word of buildings' and councils' names as well.

    A form of address makes it one; without, only what is a given name and no more may stand before it ("Simon House").
    """
    vocabulary = rules.load("people")
    hit = vocabulary.first("surname-word", text)
    return text[: hit.match.start()].rstrip() if hit and (addressed or vocabulary.first("given-name", text)) else text


def is_ward(text: str) -> bool:
    """Whether a piece of text is the name of a ward, which has the look of a person's."""
    return rules.load("people").first("ward", text) is not None


def may_begin_with_name(text: str) -> bool:
    """False where a text cannot begin with a name: the first word of one has a capital letter, and another of the first four.

    Cheap: most lines of running text are told by it.
    """
    first, *others = text.strip(_AROUND).split(None, 4)[:4] or ("",)
    return (first[:1].isupper() or first.lower() in _PARTICLES) and any(word[0].isupper() for word in others)


def may_be_name(text: str) -> bool:
    """Whether a text under the label "Name" can be one: a few capitalised words, even one alone."""
    words = text.split()
    strange = rules.load("people").first("not-a-name", text)
    return 0 < len(words) <= 4 and strange is None and all(word[0].isupper() for word in words)


def person(text: str) -> Named | None:
    """The name in a text that is a name alone or a name and a job title, in either order; None where it is neither."""
    return None if _is_building(text) else _person(text, rules.load("people"))


@lru_cache(maxsize=2048)
def _person(text: str, _in_force: rules.Rules) -> Named | None:
    """As `person`: a pack prints the same names and headings on many sheets, and several stages ask for them."""
    text = bare(without_address(text))
    if spoken := rules.load("people").first("pronouns", text):
        text = text[: spoken.match.start()] + text[spoken.match.end() :]
    if name := person_name(text):
        return Named(name)
    if named := _undivided(text) or _office_first(text) or _rank_first(text):
        return named
    for gap in _BETWEEN.finditer(text):
        left, right = text[: gap.start()], text[gap.end() :].strip()
        placed = gap.group().strip()[:1].isalpha()
        if name := person_name(left):
            return Named(name, None if placed and not is_role(right) else _role(right))
        if not placed and is_role(left) and len(left) <= 110 and (after := person(right)):
            if after.role_first:
                return Named(after.name, text[: text.rfind(after.name)].rstrip(_EDGES + "("), role_first=True)
            return Named(after.name, after.role or left.strip(), role_first=after.role is None)
    return None


def _is_building(text: str) -> bool:
    """Whether a text begins with what may be a name or a building ("Simon House"), and what stands behind it is no job title and
    no team: an address goes on so."""
    vocabulary = rules.load("people")
    gap = next((gap for gap in _BETWEEN.finditer(text) if text[: gap.start()].strip()), None)
    first, behind = (text[: gap.start()], text[gap.end() :].strip(_EDGES)) if gap else (text, "")
    if not behind or vocabulary.first("title", first.strip(_EDGES)) or not vocabulary.first("surname-word", first.strip(_EDGES)):
        return False
    return not is_role(behind) and vocabulary.first("team", behind) is None


def without_address(text: str) -> str:
    """The text as far as an address begins in it ("Jane Doe, 4 Mill Lane, Anytown")."""
    vocabulary = rules.load("people")
    ends = [0]
    for piece in text.split(","):
        if ends[-1] and vocabulary.first("address", piece.strip()) and not is_role(piece):
            named = len(ends) > _BEFORE_BUILDING or person_name(text[: ends[1]]) is not None
            building = len(ends) > 2 and named and vocabulary.first("building", text[ends[-2] + 1 : ends[-1]].strip())
            return text[: ends[-2] if building else ends[-1]]
        ends.append(ends[-1] + len(piece) + (1 if ends[-1] else 0))
    return text


def persons(text: str) -> tuple[Named, ...]:
    """All the persons of a text that names several ("A - X & B - Y"), else the one, else none."""
    return tuple(one for piece in pieces(text) if (one := person(piece)))


def pieces(text: str) -> tuple[str, ...]:
    """A text divided into one piece for each of its persons where it names nothing but persons; else the text itself.

    Either each of them has a job title or none has: "Jane Doe, Senior Planner" is one person.
    """
    text = _without_team(text)
    offices = _OFFICES.split(text)
    if len(offices) > 1 and all((one := person(piece)) is not None and one.role_first for piece in offices):
        return tuple(offices)
    parts = [part for part in _SEVERAL.split(without_address(text)) if part.strip(_EDGES)]
    found = _regrouped(parts, text)
    named = [person(piece) for piece in found]
    alike = len({one is not None and one.role is not None for one in named}) == 1
    if not (len(found) > 1 and all(named) and alike) and len(either := _EITHER.split(text)) > 1:
        return tuple(either) if all(person(piece) for piece in either) else (text,)
    return tuple(found) if len(found) > 1 and all(named) and alike else (text,)


def _without_team(text: str) -> str:
    """Names alone without the team behind them in which they work ("Jane Doe and John Roe, Elections Team")."""
    bracket = text.endswith(")") and "(" in text
    before, mark, behind = text.rpartition("(" if bracket else ",")
    team = bool(mark) and (
        not is_role(behind) if bracket else rules.load("people").first("team", behind.strip(_EDGES)) is not None
    )
    names = [person_name(piece) for piece in _SEVERAL.split(before)] if team else []
    return before if len(names) > 1 and all(names) else text


def _regrouped(pieces: list[str], text: str) -> list[str]:
    """The pieces that begin with a name, each with the pieces after it that do not."""
    groups: list[list[int]] = []
    starts: list[int] = []
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        if not groups or _opens_with_name(piece):
            groups.append([at, at + len(piece)])
        else:
            groups[-1][1] = at + len(piece)
        starts.append(at)
        at += len(piece)
    return [text[first:last] for first, last in groups]


def _opens_with_name(piece: str) -> bool:
    return person(piece) is not None


def _office_first(text: str) -> Named | None:
    """An office that ends with a rank, and behind a comma or a dash the name and nothing more ("Parks Manager, Jane Doe").

    Without the comma the trade would pass for a name and the rest for its job title.
    """
    gap = next((gap for gap in _BETWEEN.finditer(text) if gap.group().strip() in _SETS_OFF), None)
    if gap is None:
        return None
    office, name = text[: gap.start()], person_name(text[gap.end() :])
    return Named(name, office, role_first=True) if name and rules.load("people").first("rank", office) else None


def _undivided(text: str) -> Named | None:
    """A name and a job title with nothing but a blank between them ("Jane Doe Head of Housing")."""
    words = text.split()
    vocabulary = rules.load("people")
    for count in (2, 3, 4):
        rest = " ".join(words[count:])
        if rules.load("people").first("trade", rest.partition(",")[0]):
            return None
        if rest and vocabulary.first("role-start", rest) and is_role(rest) and (name := person_name(" ".join(words[:count]))):
            first = rest.partition(",")[0]
            if " " in name or "," not in rest or " " in first or is_role(first):
                return Named(name, _role(rest))
    return None


def _rank_first(text: str) -> Named | None:
    """A job title that ends with a rank, and a name behind it with nothing but a blank between ("Area Manager Jane Doe")."""
    vocabulary = rules.load("people")
    words = text.split()
    for count in (2, 3):
        rank, rest = " ".join(words[:-count]), " ".join(words[-count:])
        hit = vocabulary.first("rank", rank) if rank else None
        if hit and (hit["sure"] or vocabulary.first("role-start", rank)) and (name := person_name(rest)):
            return Named(name, rank, role_first=True)
    return None


def _role(text: str) -> str | None:
    text = bare(text)
    return text if text and any(letter.isalpha() for letter in text) else None


def _unbracketed(text: str) -> str:
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        return text[1:-1].strip()
    if text.count("(") < text.count(")"):
        return text.rstrip(") ")
    return text


def _is_name_word(word: str) -> bool:
    plain = word.rstrip(",.")
    if plain.lower() in _PARTICLES:
        return True
    return bool(_WORD.fullmatch(word)) and plain[0].isupper() and (len(plain) > 1 or word[0].isupper())
