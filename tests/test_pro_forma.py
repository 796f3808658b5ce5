"""The head of a response pro forma: what was recommended on, who answers, when it was asked for and given."""

from __future__ import annotations

import pytest
from builders import section

from agendapack.records import ProForma
from agendapack.stages.pro_forma import pro_forma

FORM = """
Scrutiny Recommendation Response Pro forma
**Issue: Street trees**

Lead Cabinet Member(s): Cllr Ann Green, Cabinet Member
for Parks and Open Spaces

**Date response requested: 4 May 2031**

Response to report:
Enter text here.
"""


def read(text: str, kind: str = "response_pro_forma") -> ProForma | None:
    return pro_forma(section(text, kind=kind))


def test_the_fields_of_the_form() -> None:
    form = read(FORM)
    assert form is not None
    assert (form.issue, form.requested) == ("Street trees", "2031-05-04")
    assert form.lead_member == "Cllr Ann Green, Cabinet Member for Parks and Open Spaces"
    assert (form.due_date, form.answered) == (None, None)
    assert "Street trees" in form.evidence[0].text
    assert "Enter text" not in form.evidence[-1].text


def test_a_value_may_stand_beneath_its_label() -> None:
    form = read(
        "Issue: Trees\n\nLead Cabinet Member(s) or Responsible Person:\n\nCabinet Member for Parks (Cllr Green)\nand the Leader"
        "\n\nTo respond for all partners.\n\nDeadline for response: Tuesday 6 May 2031"
    )
    assert form is not None
    assert form.lead_member == "Cabinet Member for Parks (Cllr Green) and the Leader"
    assert form.due_date == "2031-05-06"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("4 May 2031", "2031-05-04"),
        ("218 April 2031", "2031-04-18"),
        ("28 April 2031", "2031-04-28"),
        ("in the spring", None),
        ("", None),
    ],
)
def test_a_date_is_a_day_or_nothing(printed: str, day: str | None) -> None:
    """A note's mark that is glued to the date is none of its figures."""
    form = read(f"Issue: Trees\n\nDate response requested: {printed}")
    assert form is not None
    assert form.requested == day


def test_one_label_alone_is_no_form() -> None:
    assert read("Issue: Trees\n\nThe trees are old.") is None


def test_only_a_form_has_such_a_head() -> None:
    assert read(FORM, kind="report") is None
