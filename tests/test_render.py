"""Views for people: what they say, how wide they are, and that nothing steers the terminal."""

from __future__ import annotations

import io
import re
from typing import get_args

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType
from sample_records import EMPTY, HOSTILE, PACK, STEERING, source

from agendapack import render
from agendapack.exports import View
from agendapack.records import AgendaPack, Decision, Item, Recommendation, Report
from agendapack.supplement import merge

VIEWS: tuple[View, ...] = get_args(View)
CODES = re.compile(r"\x1b\[[0-9;]*m")


def shown(renderable: RenderableType | None, width: int = 80, *, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, markup=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def folded(text: str) -> str:
    """The text with the room between columns folded: how wide it is differs between releases of rich."""
    return re.sub(r"(?<=\S) {2,}", "  ", text)


def recommending(*recommendations: Recommendation) -> AgendaPack:
    item = Item(number="1", title="Ducks", kind="report", recommendations=recommendations)
    return AgendaPack(source=source(), items=(item,))


@pytest.mark.parametrize("view", ["items", "recs"])
def test_an_item_and_a_paper_whose_titles_were_not_found_say_so(view: View) -> None:
    limb = Recommendation(label=None, text="agree the charter.")
    paper = Report(title="", kind="report", pdf_pages=(1, 1), recommendations=(limb,))
    pack = AgendaPack(source=source(), items=(Item(number=None, title="", kind="report", pdf_pages=(1, 1), reports=(paper,)),))
    assert "(no title found)" in shown(render.view(pack, view))


def test_recommendations_stand_under_item_and_paper_with_addressee_sheet_and_page() -> None:
    assert folded(shown(render.view(PACK, "recs"), 80)).lstrip() == (
        "To  Sheet  Page\n"
        "6  Reservoirs\n"
        "    In the agenda\n"
        "    note the strategy.  Cabinet  2\n"
        "\n"
        "    The reservoir strategy  sheets 3–6\n"
        "    a  Agree the strategy for the reservoir; and  Cabinet  3  1\n"
        "\n"
        "    b  Delegate authority to the Director of Water to  Cabinet  3  1\n"
        "        i  let the contract; and  3  1\n"
        "        ii  set the date.  Director  4  2\n"
        "\n"
        "    Advice of the panel  sheets 7–8\n"
        "    Panel's advice  made by scrutiny\n"
        "    1  That boats be counted each spring.  7  5"
    )


def test_without_addressees_and_pages_their_columns_are_left_out() -> None:
    pack = recommending(Recommendation(label="1", text="Note the ducks."))
    assert shown(render.view(pack, "recs"), 60).splitlines()[0].split() == ["Sheet"]


def test_a_pack_at_a_glance() -> None:
    assert folded(shown(render.show(PACK), 72)) == (
        "Wendlemere District Council\n"
        "Cabinet\n"
        "Tuesday 18 March 2031, 14:00\n"
        "The Old Mill\n"
        "agenda pack · 48 sheets · wendlemere.pdf\n"
        "\n"
        "Ida Marsh, Committee Officer · 01632 960002\n"
        "\n"
        "    Business  Kind  Sheets  Pages\n"
        " 1  Apologies  procedural\n"
        "\n"
        " 6  Reservoirs  plan or strategy  3–8  1–6\n"
        "    1 recommendation in the agenda\n"
        "        The reservoir strategy  plan or strategy  3–6\n"
        "        2 recommendations, 1 contact\n"
        "        Advice of the panel  scrutiny report  7–8\n"
        "        1 recommendation, 2 responses,\n"
        "        1 action, 1 planned item, 2\n"
        "        decisions, 1 deadline, 1\n"
        "        contact\n"
        "\n"
        "6A  Boat licences  15:10, to follow  licensing\n"
        "    Anything else  exempt  not recognised\n"
        "\n"
        "Before you rely on this\n"
        "!  Item 6 ends early. (sheet 8)\n"
        "   Look at its last sheet.\n"
        "·  One kind was not recognised."
    )


def test_an_only_paper_that_bears_the_name_of_its_item_is_not_listed_again() -> None:
    paper = PACK.items[1].reports[0].model_copy(update={"title": "RESERVOIRS"})
    item = PACK.items[1].model_copy(update={"reports": (paper,), "recommendations": ()})
    text = shown(render.show(PACK.model_copy(update={"items": (item,)})))
    assert "RESERVOIRS" not in text
    assert "2 recommendations, 1 contact" in text


def test_a_report_that_bears_the_name_of_its_item_does_not_say_it_over_again() -> None:
    item = PACK.items[1].model_copy(update={"title": "31/007 - The reservoir strategy"})
    pack = PACK.model_copy(update={"items": (item,)})
    for text in (shown(render.show(pack)), shown(render.view(pack, "recs"))):
        assert text.count("The reservoir strategy") == 1
        assert "The report itself" in text


def test_a_long_title_of_an_item_hangs_under_itself() -> None:
    item = PACK.items[1].model_copy(update={"title": "Reservoirs and " * 6})
    text = shown(render.view(PACK.model_copy(update={"items": (item,)}), "recs"), 50)
    assert re.search(r"^6  Reservoirs and .*\n   Reservoirs and ", text, re.MULTILINE)


def test_the_sheet_of_a_finding_is_said_once() -> None:
    found = PACK.findings[0].model_copy(update={"message": "Sheet eight, that is sheet 8, is blank."})
    assert shown(render.show(PACK.model_copy(update={"findings": (found,)}))).count("sheet 8") == 1


def test_a_merged_pack_tells_the_sheets_of_its_supplements_from_its_own() -> None:
    file = source("late.pdf", 9).model_copy(update={"sha256": "1" * 64})
    merged = merge(PACK, [PACK.model_copy(update={"source": file})])
    text = folded(shown(render.show(merged), 90))
    assert "S1 supplement · 9 sheets · late.pdf" in text
    assert "6  Reservoirs  plan or strategy  S1 3–8  1–6\n    1 recommendation in the agenda  S1 1–6" in text
    assert "The reservoir strategy  plan or strategy  S1 3–6" in text
    assert "The reservoir strategy  sheets 3–6 of late.pdf" in shown(render.view(merged, "recs"))


def test_a_pack_that_was_read_in_part_says_so() -> None:
    assert "only partly read" in shown(render.show(PACK.model_copy(update={"status": "partial"})))


def test_a_pack_of_which_nothing_is_known_is_called_by_its_file() -> None:
    assert shown(render.show(EMPTY)) == "empty.pdf\nnot recognised · 1 sheet · empty.pdf"


def test_contacts_have_name_role_and_how_to_reach_them() -> None:
    text = shown(render.view(PACK, "contacts"))
    for said in ("The meeting", "Ida Marsh", "Officer", "contact", "orla.pennyfeather@wendlemere.example", "signatory"):
        assert said in text


def test_responses_say_what_was_answered() -> None:
    text = shown(render.view(PACK, "responses"))
    assert re.search(r"Count the boats\. +accepted +From May\. +8 +6", text)
    assert "Clerk, May 2031" in text
    assert re.search(r"Count the ducks\. +rejected +8 +6", text)


def test_actions_say_who_is_to_do_it_and_what_became_of_it() -> None:
    text = shown(render.view(PACK, "actions"))
    assert re.search(r"Ask the Board\. +Open +It meets in June\. +8 +6\n +Clerk", text)


def test_what_is_planned_says_when_and_who_decides() -> None:
    text = shown(render.view(PACK, "planned"))
    assert re.search(r"Boats, again +June 2031 +Cabinet +Cllr Marsh +8 +6", text)


def test_deadlines_say_when_what_and_from_whom() -> None:
    text = shown(render.view(PACK, "deadlines"), 120)
    assert re.search(
        r"The Cabinet must answer within two months\. +2031-05-18 +response +Cabinet +8 +6\n +section 9FE +2030", text
    )
    assert text.rstrip().endswith("two months")


def test_decisions_say_their_outcome_who_decided_and_who_is_to_act() -> None:
    text = shown(render.view(PACK, "decisions"))
    assert re.search(r"1  the boats be counted by: +agreed +Panel +8 +6", text)
    assert re.search(r"\n +a  day +refused +8 +6", text)
    assert re.search(r"Count them\. +action +Clerk +8 +6", text)


def test_decisions_have_no_column_for_what_none_of_them_says() -> None:
    item = Item(number="1", title="Ducks", kind="report", decisions=(Decision(label=None, text="Note the ducks."),))
    pack = AgendaPack(source=source(), items=(item,))
    assert shown(render.view(pack, "decisions"), 60).splitlines()[0].split() == ["Decision", "Outcome", "Sheet"]


def test_items_have_kind_sheets_pages_and_how_many_papers() -> None:
    assert re.search(r"^ 6  Reservoirs +plan or strategy +3–8 +1–6 +2$", shown(render.view(PACK, "items")), re.MULTILINE)


@pytest.mark.parametrize("what", VIEWS)
def test_a_pack_with_nothing_in_it_gives_no_view(what: View) -> None:
    assert render.view(EMPTY, what) is None


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("pack", [PACK, HOSTILE])
def test_no_line_is_wider_than_the_terminal(pack: AgendaPack, width: int) -> None:
    for renderable in (render.show(pack), *(render.view(pack, what) for what in VIEWS)):
        assert max(cell_len(line) for line in shown(renderable, width).splitlines()) <= width


@pytest.mark.parametrize("colour", [False, True])
def test_nothing_from_a_pdf_steers_the_terminal_or_counts_as_markup(colour: bool) -> None:
    for renderable in (render.show(HOSTILE), *(render.view(HOSTILE, what) for what in VIEWS)):
        text = CODES.sub("", shown(renderable, 200, colour=colour)) if colour else shown(renderable, 200)
        assert not [char for char in STEERING if char in text]
        assert "[bold]not markup[/bold]" in text


@pytest.mark.parametrize("number", ["1", "12", "999999"])
def test_what_is_bold_or_coloured_without_it_says_the_same(number: str) -> None:
    pack = PACK.model_copy(update={"items": (PACK.items[1].model_copy(update={"number": number}),)})
    for what in VIEWS:
        plain, styled = (shown(render.view(pack, what), colour=colour) for colour in (False, True))
        assert [line.rstrip() for line in CODES.sub("", styled).splitlines()] == plain.splitlines()
