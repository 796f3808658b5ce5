"""Evidence: the words, and where on which sheet they stand."""

from __future__ import annotations

from builders import line, lines

from agendapack.evidence import as_printed, evidence


def test_lines_on_one_sheet_are_one_evidence_with_their_common_box() -> None:
    (found,) = evidence(lines("Agree the plan\n  and its costs", sheet=4), "recommend.stem")
    assert (found.sheet, found.text, found.rule) == (4, "Agree the plan and its costs", "recommend.stem")
    assert found.bbox == (72.0, 72.0, 162.0, 99.0)
    assert found.printed_page is None


def test_each_sheet_has_its_own() -> None:
    found = evidence((line("Agree the", sheet=4, top=780), line("plan", sheet=5)), "r")
    assert [(each.sheet, each.text) for each in found] == [(4, "Agree the"), (5, "plan")]


def test_the_second_column_has_its_own() -> None:
    """Read down one column and then down the next, the box of both would hold words that nobody quoted."""
    found = evidence((line("name", top=300), line("role", top=315), line("address", top=200, x0=300)), "r")
    assert [each.text for each in found] == ["name role", "address"]


def test_parts_of_lines_give_boxes_of_just_those_parts() -> None:
    _, value = line("Ward:     All").cells
    (found,) = evidence((value,), "r")
    assert (found.text, found.bbox) == ("All", (132.0, 72.0, 150.0, 84.0))


def test_hyphens_at_line_ends_are_joined_as_in_the_record() -> None:
    (found,) = evidence(lines("a low-\ncarbon fleet"), "r")
    assert found.text == "a low-carbon fleet"


def test_nothing_is_evidence_of_nothing() -> None:
    assert evidence((), "r") == ()


def test_a_row_of_which_parts_were_read_is_quoted_as_printed() -> None:
    row = line("Contact Officer:  Ann Marsh   01632 960123")
    label, name = row.part(row.spans[:1]), row.part(row.spans[1:2])
    assert [each.text for each in as_printed((name, label), (row,))] == ["Contact Officer: Ann Marsh"]


def test_a_lone_part_is_quoted_alone() -> None:
    row = line("Ann Marsh          Tom Reed")
    assert [each.text for each in as_printed(row.cells[1:], (row,))] == ["Tom Reed"]
