"""Forms at the head of a report, in the layouts that councils use."""

from __future__ import annotations

import pytest
from builders import line, lines
from msgspec.structs import replace

from agendapack.rules import InForce
from agendapack.stages.forms import read_form

RULES = InForce("openings")

LAYOUTS: dict[str, tuple[str, dict[str, str]]] = {
    "values that wrap to the margin of their bold labels": (
        """
        **Report title:**  The supply of mini-
        buses to the county's schools
        **Report to:**  Executive
        **Date:**  4 June 2031
        """,
        {"title": "The supply of mini-buses to the county's schools", "to": "Executive", "date": "4 June 2031"},
    ),
    "values that wrap in a cell, where another begins to its right in some row": (
        """
        Forward Plan reference number: FP/41
        Report title: Extra Care Housing: Award
        of Contract
        Report to: Executive
        Date: 4 June 2031                        For: Decision

        1. Purpose
        The contract for the homes ends within the year and a new one has to be let before the winter begins.
        """,
        {"other": "FP/41", "title": "Extra Care Housing: Award of Contract", "to": "Executive", "date": "4 June 2031"},
    ),
    "labels that are counted": (
        """
        1. Report to: Executive
        2. Date: 4 June 2031
        3.       Title: Traffic Order
        """,
        {"to": "Executive", "date": "4 June 2031", "title": "Traffic Order"},
    ),
    "a label that leaves open how many there are": (
        """
        Report title:           Leisure Centres
        Cabinet Member(s):      Petra Marsh
        Contact Officer(s)      Noel Fenn
        """,
        {"title": "Leisure Centres", "from": "Petra Marsh"},
    ),
    "labels that no rule knows, printed like the one above": (
        """
        Report to: Executive
        Report title: Leisure Centres
        Nearest bus stop: Quay Road
        Date: 4 June 2031
        """,
        {"to": "Executive", "title": "Leisure Centres", "unlisted": "Quay Road", "date": "4 June 2031"},
    ),
    "a label that no rule knows, over two rows of its column": (
        """
        Application no:      31/0042
        Full application     Six houses and a barn
        description:
        Address:             Mill Lane
        """,
        {"reference": "31/0042", "unlisted": "Six houses and a barn", "site": "Mill Lane"},
    ),
    "two fields in each row, some that no rule knows": (
        """
        Application no: 31/0042              Officer: Petra Marsh
        First seen: 4 June 2031              Ends: 5 July 2031
        Location:                            Mill Lane
        """,
        {"reference": "31/0042", "other": "Petra Marsh", "unlisted": "4 June 2031", "site": "Mill Lane"},
    ),
    "label and value in two columns": (
        """
        Report to:      Executive
        Date:           4 June 2031
        Report title:   Leisure Centres
        """,
        {"to": "Executive", "date": "4 June 2031", "title": "Leisure Centres"},
    ),
    "values beneath a row of labels, a heading right after them": (
        """
        **Meeting**                          **Date**
        Place Committee                      4 June 2031
        **Report title**                     **Ward**
        Leisure Centres                      Castle

        **Background**
        The centres were built in 1974.
        """,
        {"to": "Place Committee", "date": "4 June 2031", "title": "Leisure Centres", "other": "Castle"},
    ),
    "labels without colons": (
        """
        REPORT TO         Executive
        DATE              4 June 2031
        SUBJECT           Leisure Centres
        """,
        {"to": "Executive", "date": "4 June 2031", "title": "Leisure Centres"},
    ),
    "value behind the colon": (
        """
        Committee: Executive
        Subject: Leisure Centres
        Wards affected: All
        """,
        {"to": "Executive", "title": "Leisure Centres", "other": "All"},
    ),
    "value wraps in its column": (
        """
        Report to:      Executive
        Subject:        Leisure centres: the outcome of the
                        consultation and next steps
        Ward(s):        All
        """,
        {"to": "Executive", "title": "Leisure centres: the outcome of the consultation and next steps", "other": "All"},
    ),
    "value beneath its label": (
        """
        Report to:
            Executive
        Subject:
            Leisure Centres
        Date:
            4 June 2031
        """,
        {"to": "Executive", "title": "Leisure Centres", "date": "4 June 2031"},
    ),
    "label wraps in its column": (
        """
        Report to:        Executive
        Ward(s)           All
        affected:
        Subject:          Leisure Centres
        """,
        {"to": "Executive", "other": "All", "title": "Leisure Centres"},
    ),
    "several fields in a row, values beneath": (
        """
        Item No.          Classification:     Date:
        9                 Open                4 June 2031
        Report title:     Leisure Centres
        From:             Strategic Director of Place
        """,
        {"other": "9", "date": "4 June 2031", "title": "Leisure Centres", "from": "Strategic Director of Place"},
    ),
    "labels in bold": (
        """
        **TO:**  Executive
        **DATE:**  4 June 2031
        **TITLE OF REPORT:**  Leisure Centres
        """,
        {"to": "Executive", "date": "4 June 2031", "title": "Leisure Centres"},
    ),
    "labels in Welsh": (
        """
        Adroddiad i:         Cabinet
        Dyddiad:             4 June 2031
        Teitl yr adroddiad:  Leisure Centres
        """,
        {"to": "Cabinet", "date": "4 June 2031", "title": "Leisure Centres"},
    ),
    "values that could be labels": (
        """
        Report to:      Cabinet
        Status:         Exempt
        Subject:        Parks
        Date:           4 June 2031
        """,
        {"to": "Cabinet", "other": "Exempt", "title": "Parks", "date": "4 June 2031"},
    ),
    "values that could be labels, without colons": (
        """
        COMMITTEE       COUNCIL
        DATE            4 June 2031
        SUBJECT         Parks
        """,
        {"to": "COUNCIL", "date": "4 June 2031", "title": "Parks"},
    ),
    "a strange label in plain type, told by its column": (
        """
        Report to         Executive
        Subject           Leisure Centres:
                          what comes next
        Policy links      Healthy lives
        Wards             All
        """,
        {"to": "Executive", "title": "Leisure Centres: what comes next", "other": "All"},
    ),
    "a label without a colon that wraps in its column": (
        """
        Subject             Leisure Centres
        Decision maker      Cabinet Member for
        under the           Leisure
        scheme
        Date                4 June 2031
        """,
        {"title": "Leisure Centres", "date": "4 June 2031"},
    ),
    "what is to be filled in, in brackets": (
        """
        Report title                         Leisure Centres
        Report by (name and job title)       Petra Marsh
        """,
        {"title": "Leisure Centres", "from": "Petra Marsh"},
    ),
    "two languages without a colon": (
        """
        Pwnc / Subject              Leisure Centres
        Dyddiad / Date              4 June 2031
        """,
        {"title": "Leisure Centres", "date": "4 June 2031"},
    ),
    "bold labels over plain values, one of them strange": (
        """
        **Report of**               **Champion**
        Director of Place           Councillor Fenn
        **Report title**            **Ward**
        Leisure Centres             Castle
        """,
        {"from": "Director of Place", "title": "Leisure Centres", "other": "Castle"},
    ),
    "a remark in the column right of label and value": (
        """
        Committee:            Date:
        Executive             4 June 2031
        Subject: Leisure      Public
        Report of: Place      For decision
        """,
        {"title": "Leisure", "from": "Place"},
    ),
    "small bold labels over plain values set in a little": (
        """
        **REPORT TITLE**
          Leisure Centres
        **MEETING**
          Executive
        """,
        {"title": "Leisure Centres", "to": "Executive"},
    ),
    "a strange label with a colon behind a value": (
        """
        Report by:     Petra Marsh     Job title:      Treasurer
        Subject:       Parks
        """,
        {"from": "Petra Marsh", "unlisted": "Treasurer", "title": "Parks"},
    ),
    "words for title joined as templates do": (
        """
        Meeting date       4 June 2031
        Paper title        Leisure Centres
        Presented by       Petra Marsh
        """,
        {"title": "Leisure Centres", "date": "4 June 2031"},
    ),
    "a colon within the value": (
        """
        Report to:     Executive
        Subject:       Parks: a new charter
        Date:          4 June 2031
        """,
        {"to": "Executive", "title": "Parks: a new charter", "date": "4 June 2031"},
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_fields_of_a_form(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    found: dict[str, str] = {}
    for each in read_form(lines(text), RULES):
        found.setdefault(each.name, each.text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_form_ends_at_the_first_line_that_is_neither_field_nor_value() -> None:
    text = """
    Report to:      Executive
    Subject:        Parks

    1. Purpose
    The service has been reviewed.
    """
    assert [each.text for each in read_form(lines(text), RULES)] == ["Executive", "Parks"]


def test_a_heading_in_larger_type_is_no_field_and_no_value() -> None:
    form = lines("Meeting:       Executive\nDate:          4 June 2031")
    heading = line("Winter care: whom we missed", top=110, size=18.0)
    assert [each.name for each in read_form((*form, heading), RULES)] == ["to", "date"]


def test_lines_that_open_with_no_field_are_no_form() -> None:
    assert read_form(lines("The date: a matter of some debate\nReport to: Executive"), RULES) == ()
    assert read_form((), RULES) == ()


def test_a_value_beneath_a_wide_gap_is_not_the_label_s() -> None:
    rows = (line("Report to:      Executive"), line("Subject:", top=90), line("                Something else", top=190))
    assert [each.text for each in read_form(rows, RULES)] == ["Executive", ""]


def test_the_box_of_a_value_leaves_its_label_out() -> None:
    (found,) = read_form(lines("**Subject:**  Parks"), RULES)
    (value,) = found.value
    assert (value.text, value.box.x0) == ("Parks", 72 + 6 * 14)


def test_a_centred_heading_beneath_a_form_is_no_more_of_its_last_value() -> None:
    rows = (
        line("From:", top=72),
        line("Petra Marsh", top=72, x0=150),
        line("COMPLAINTS", top=110, x0=240, bold=True),
    )
    joined = replace(rows[0], text="From: Petra Marsh", spans=(*rows[0].spans, *rows[1].spans))
    assert [each.text for each in read_form((joined, rows[2]), RULES)] == ["Petra Marsh"]


def test_the_label_of_the_next_row_is_not_the_tail_of_one_without_a_colon() -> None:
    text = "Report author       Petra Marsh\n\nDeadline:           21 July 2031"
    assert read_form(lines(text), RULES)[0].text == "Petra Marsh"


def test_rows_of_a_table_of_five_columns_are_no_fields() -> None:
    table = """
Topic           Aims                Type          Leads         When
Bus lanes       To look ahead       Overview      P Marsh       May
Tree felling    To check progress   Scrutiny      T Boyd        June
Street lights   To hear residents   Scrutiny      T Boyd        July
"""
    assert [each.label.text for each in read_form(lines(table), RULES)] == ["Topic", "Type"]


def test_the_last_word_of_a_paragraph_is_no_label() -> None:
    text = "officers.\n**Updated spend and allocations**"
    assert read_form(lines(text), InForce("authors")) == ()
    assert read_form(lines(text.capitalize()), InForce("authors")) != ()
