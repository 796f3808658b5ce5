"""What is a person in print: surnames that are words of buildings and councils as well."""

from __future__ import annotations

import pytest

from agendapack.stages.people import Named, person


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Simon House", Named("Simon House")),
        ("Councillor Simon House", Named("Simon House")),
        ("Cllr House", Named("House")),
        ("Cllr. S House", Named("S House")),
        ("Dr Jane England OBE", Named("Jane England")),
        ("Simon House, Head of Law", Named("Simon House", "Head of Law")),
        ("Simon House Head of Law", Named("Simon House", "Head of Law")),
        ("Simon House, Legal Services", Named("Simon House", "Legal Services")),
        ("Head of Law: Simon House", Named("Simon House", "Head of Law", role_first=True)),
    ],
)
def test_a_surname_that_is_a_word_of_buildings_behind_a_title_or_a_given_name(text: str, named: Named) -> None:
    assert person(text) == named


@pytest.mark.parametrize(
    "text",
    ["Shore House", "Civic House", "Victoria House", "Dean House", "John Doe House", "Jane Town Council", "Cllr Parish Council"],
)
def test_what_stands_before_a_building_s_or_a_council_s_word_is_no_given_name(text: str) -> None:
    assert person(text) is None


@pytest.mark.parametrize(
    "text", ["Simon House, High Street", "Simon House, 4 Mill Lane, Anytown", "Simon House, 2nd Floor", "Simon House, Room 12"]
)
def test_a_given_name_s_house_with_an_address_behind_it_is_a_building(text: str) -> None:
    assert person(text) is None


@pytest.mark.parametrize("surname", ["Hall", "Court", "Green", "Park", "Parks", "Lodge", "Church", "Bridge", "Marsh", "Wells"])
@pytest.mark.parametrize("address", ["", "Councillor ", "Mr "])
def test_surnames_that_need_no_more_than_a_name_before_them(surname: str, address: str) -> None:
    assert person(f"{address}Simon {surname}") == Named(f"Simon {surname}")
    assert person(f"{address}Simon {surname}, Head of Law") == Named(f"Simon {surname}", "Head of Law")


@pytest.mark.parametrize("surname", ["Street", "Lane", "Hill", "Field", "Banks", "Major", "Mayor", "Bishop", "Dean", "Constable"])
def test_surnames_that_are_streets_or_offices(surname: str) -> None:
    assert person(f"Simon {surname}") == Named(f"Simon {surname}")
    assert person(f"Councillor Simon {surname}, Leader of the Council") == Named(f"Simon {surname}", "Leader of the Council")


ADDRESSED = {
    "Jane Marsh, Head of Parks, Castle Court, High Street, Addle": ("Jane Marsh", "Head of Parks"),
    "Jane Marsh, Castle Court, High Street": ("Jane Marsh", None),
    "Head of Parks, Simon Hall, 4 Mill Lane": ("Simon Hall", "Head of Parks"),
    "Petra Marsh (she/her), Head of Sport": ("Petra Marsh", "Head of Sport"),
}


@pytest.mark.parametrize("text", ADDRESSED)
def test_the_building_of_an_address_and_how_somebody_is_spoken_of_are_no_job_title(text: str) -> None:
    found = person(text)
    assert found is not None
    assert (found.name, found.role) == ADDRESSED[text]
