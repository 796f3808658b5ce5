"""Tables that make no rows: nothing of them is dropped."""

from __future__ import annotations

from builders import line, paper, ruled, section

from agendapack.stages.plan import planned
from agendapack.stages.respond import respond
from agendapack.stages.unresolved import unresolved

HEADS = "Recommendation              Response              Lead"


def test_lines_beneath_heads_that_fit_no_column_are_kept_as_they_stand() -> None:
    text = f"""
{HEADS}
      That trees are planted across    Agreed, in part, next      spring
                in all wards       by the Head of Parks
**Next steps**
The Committee will return to this.
"""
    form = section(text)
    assert respond(form) == ()
    (kept,) = unresolved(form)
    assert kept.text.startswith("Recommendation Response Lead That trees are planted across")
    assert "Next steps" not in kept.text


def test_a_part_overleaf_whose_columns_fit_none_is_kept_as_it_stands() -> None:
    first = ruled(f"{HEADS}\nThat trees are planted      Agreed                Parks", 0, 28, 50, 75, rows=[1, 1])
    second = ruled("Benches     are     mended     Agreed     Parks", 0, 12, 20, 31, 42, 60, rows=[1], sheet=2)
    both = paper(first, second)
    assert [each.recommendation for each in respond(both)] == ["That trees are planted"]
    assert " ".join(each.text for each in unresolved(both)) == "Benches are mended Agreed Parks"


def test_another_table_behind_a_heading_is_none_of_it() -> None:
    first = ruled(f"{HEADS}\nThat trees are planted      Agreed                Parks", 0, 28, 50, 75, rows=[1, 1])
    second = ruled("Benches     are     mended     Agreed     Parks", 0, 12, 20, 31, 42, 60, rows=[1], sheet=2)
    assert unresolved(paper(first, (line("Costs in detail", sheet=2, top=20),), second)) == ()


def test_a_table_with_rows_and_answers_told_by_labels_leave_nothing() -> None:
    assert unresolved(section(f"{HEADS}\nThat trees are planted      Agreed                Parks")) == ()
    labels = "Recommendation 1: That trees are planted.\nResponse: Agreed."
    assert unresolved(section(labels)) == ()


def test_a_row_of_a_form_that_looks_like_heads_and_has_nothing_beneath_is_no_table() -> None:
    form = """
Case officer        Petra Marsh
Recommendation      Approve subject to conditions

**RECOMMENDATION**
That permission be granted.
"""
    assert unresolved(section(form)) == ()


def test_a_field_with_its_colon_is_no_row_of_heads() -> None:
    form = """
Case officer:        Petra Marsh
Recommendation:      Approve, subject to conditions
The land is flat and lies beside the river, which floods in winter.
"""
    assert unresolved(section(form)) == ()


def test_minutes_have_none() -> None:
    assert unresolved(section(f"{HEADS}\n   That trees are planted across   Agreed", where="minutes")) == ()


# Plans

STRANGE = ruled(
    """
Wibble               Wobble                Wubble
Parking charges      4 March 2031          Cabinet
Street trees         5 May 2031            Cabinet
""",
    *(0, 21, 43, 60),
    rows=[1, 1, 1],
)


def test_a_table_of_a_plan_whose_heads_nobody_knows_is_kept_as_it_stands() -> None:
    plan = paper(STRANGE, title="Work programme", kind="work_programme")
    assert planned(plan) == ()
    words = " ".join(each.text for each in unresolved(plan))
    assert "Parking charges" in words
    assert {each.rule for each in unresolved(plan)} == {"plan.unresolved"}


def test_beside_lines_of_a_plan_another_table_is_no_plan() -> None:
    assert unresolved(paper(STRANGE, title="Work programme", kind="work_programme"), planned=True) == ()


def test_a_table_of_another_paper_is_no_plan() -> None:
    assert unresolved(paper(STRANGE, title="Street trees", kind="report")) == ()


def test_a_box_without_columns_is_no_table_of_a_plan() -> None:
    box = ruled("The Panel agreed its work programme in May.\nIt is reviewed each quarter.", 0, 60, rows=[1, 1])
    assert unresolved(paper(box, title="Work programme", kind="work_programme")) == ()
