"""What is drawn anew for each pack: persons, places, days, sentences."""

from __future__ import annotations

from random import Random

from generator.content import (
    BUILDINGS,
    DIRECTORS,
    FIRST,
    LAST,
    MONTHS,
    OFFICERS,
    PLACES,
    ROOMS,
    SENTENCES,
    SERVICES,
    STREETS,
    Person,
)


def spoken(date: tuple[int, int, int], *, ordinal: bool = False) -> str:
    """A date as papers print it."""
    year, month, day = date
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending if ordinal else ''} {MONTHS[month - 1]} {year}"


class Muse:
    """Draws invented things from one stream of chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.town = rng.choice(PLACES)
        self.domain = self.town.lower().replace(" ", "") + rng.choice((".gov.uk", "-council.gov.uk", "bc.gov.uk"))
        self._names = [f"{first} {last}" for first in FIRST for last in LAST]
        rng.shuffle(self._names)

    def pick(self, things: tuple[str, ...]) -> str:
        """One of these."""
        return self.rng.choice(things)

    def director(self) -> str:
        """An office that answers for papers."""
        return self.pick(DIRECTORS).format(self.pick(SERVICES))

    def venue(self) -> str:
        """Where a meeting is held."""
        room, building = self.pick(ROOMS), self.pick(BUILDINGS)
        return f"{room}, {building}, {self.pick(STREETS)}, {self.town}"

    def phone(self) -> str:
        """A telephone number for drama."""
        tail = f"{self.rng.randrange(1000):03d}"
        return self.rng.choice(
            (f"01632 960{tail}", f"01632 960 {tail}", f"(01632) 960{tail}", f"020 7946 0{tail}", f"0113 496 0{tail}")
        )

    def person(self, role: str = "") -> Person:
        """A new person."""
        name = self._names.pop()
        local = name.lower().replace("'", "").replace(" ", ".")
        return Person(name, role or self.pick(OFFICERS), f"{local}@{self.domain}", self.phone())

    def sentence(self) -> str:
        """A sentence of a report's prose, some of it about persons and recommendations that are none of this paper's."""
        return self.pick(SENTENCES).format(
            n=self.rng.randrange(12, 900),
            p=self.rng.randrange(2, 40),
            place=self.pick(PLACES),
            street=self.pick(STREETS),
            name=f"{self.pick(FIRST)} {self.pick(LAST)}",
            last=self.pick(LAST),
            role=self.pick(OFFICERS),
        )

    def paragraph(self) -> str:
        """Two to five sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randrange(2, 6)))

    def date(self, year: int = 2031) -> tuple[int, int, int]:
        """A day that every month has."""
        return year, self.rng.randrange(1, 13), self.rng.randrange(1, 29)
