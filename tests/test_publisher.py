"""Whose pack it is: the publishing system by its marks, the council by its name."""

from __future__ import annotations

import pytest
from builders import document

from agendapack.stages.publisher import Publisher, publisher


@pytest.mark.parametrize(
    "title",
    [
        "(Public Pack)Agenda Document for Cabinet, 30/01/2031 10:00",
        "Agenda Supplement for Council, 13/02/2031 09:30",
        "Printed minutes Thursday 09-Jan-2031 10.00 Audit Committee",
    ],
)
def test_a_system_is_known_by_the_title_that_it_gives(title: str) -> None:
    assert publisher(document("Cabinet", title=title)).system == "ModernGov"


@pytest.mark.parametrize("stamp", ["Agenda Item 7", "Page 3 Agenda Item 7a"])
def test_a_system_is_known_by_its_stamps(stamp: str) -> None:
    assert publisher(document(f"Report of the Head of Parks\n{stamp}")).system == "ModernGov"


@pytest.mark.parametrize("text", ["Agenda", "Agenda item 7 was deferred", "Microsoft Word - agenda.docx"])
def test_other_text_names_no_system(text: str) -> None:
    assert publisher(document(text, title=text)) == Publisher()


def test_without_marks_the_system_is_the_one_that_the_council_is_known_to_use() -> None:
    assert publisher(document("Kent County Council\nCabinet")) == Publisher("ModernGov", "KEN")


def test_a_council_that_is_not_on_the_list_has_no_layer() -> None:
    assert publisher(document("Mill Addle Parish Council\nNotice of meeting")) == Publisher()
