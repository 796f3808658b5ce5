"""Records as JSON, JSON Lines, CSV and Markdown."""

from __future__ import annotations

import csv as csv_reader
import io
import json
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sample_records import EMPTY, HOSTILE, PACK, STEERING, source

from agendapack import exports
from agendapack.exports import Format, View, csv, md
from agendapack.exports import json as whole
from agendapack.exports.rows import COLUMNS, rows
from agendapack.records import AgendaPack, Item, Recommendation, Report
from agendapack.supplement import merge

VIEWS: tuple[View, ...] = get_args(View)
FORMATS: tuple[Format, ...] = get_args(Format)


def table(pack: AgendaPack, view: View) -> list[dict[str, str]]:
    return list(csv_reader.DictReader(io.StringIO(csv.write(pack, view), newline="")))


@pytest.mark.parametrize("view", ["items", "recs"])
def test_markdown_has_no_empty_heading_where_no_title_was_found(view: View) -> None:
    limb = Recommendation(label=None, text="agree the charter.")
    paper = Report(title="", kind="report", pdf_pages=(1, 1), recommendations=(limb,))
    pack = AgendaPack(source=source(), items=(Item(number=None, title="", kind="report", pdf_pages=(1, 1), reports=(paper,)),))
    lines = md.write(pack, view).splitlines()
    assert [line for line in lines if not line.strip("# ") and line] == []
    assert any("(no title found)" in line for line in lines)


class TestRows:
    def test_recommendations_stand_in_reading_order_a_limb_before_those_beneath_it(self) -> None:
        assert [row["id"] for row in rows(PACK, "recs")] == ["i6-1", "i6-p1-a", "i6-p1-b", "i6-p1-b-i", "i6-p1-b-ii", "i6-p2-1"]

    def test_a_limb_says_its_labels_from_the_top_and_what_it_stands_beneath(self) -> None:
        found = {row["id"]: (row["path"], row["parent_id"]) for row in rows(PACK, "recs")}
        assert found["i6-p1-b"] == ("b", None)
        assert found["i6-p1-b-i"] == ("b.i", "i6-p1-b")
        assert found["i6-1"] == (None, None)

    def test_a_row_says_where_it_stands(self) -> None:
        row = next(row for row in rows(PACK, "recs") if row["id"] == "i6-p1-b-ii")
        assert row == {
            "pack": "wendlemere.pdf",
            "item_number": "6",
            "item_title": "Reservoirs",
            "report_title": "The reservoir strategy",
            "id": "i6-p1-b-ii",
            "path": "b.ii",
            "parent_id": "i6-p1-b",
            "text": "set the date.",
            "addressee": "Director",
            "strand": "formal",
            "group": None,
            "action": "set",
            "file": "wendlemere.pdf",
            "sheet": 4,
            "printed_page": 2,
        }

    def test_what_is_printed_in_the_agenda_itself_has_no_report(self) -> None:
        assert next(rows(PACK, "recs"))["report_title"] is None

    def test_the_contacts_of_the_meeting_come_first_and_have_no_item(self) -> None:
        found = [(row["item_number"], row["name"]) for row in rows(PACK, "contacts")]
        assert found == [(None, "Ida Marsh"), ("6", "Orla Pennyfeather"), ("6", "Tam Oakshott")]

    def test_a_limb_of_a_decision_has_its_parent_and_what_is_its_own(self) -> None:
        row = next(row for row in rows(PACK, "decisions") if row["id"] == "i6-p2-d1-a")
        assert (row["path"], row["parent_id"], row["outcome"], row["proposer"]) == ("1.a", "i6-p2-d1", "refused", None)

    def test_items_count_what_is_filed_under_them(self) -> None:
        row = next(row for row in rows(PACK, "items") if row["number"] == "6")
        counts = ("reports", "recommendations", "contacts", "responses", "decisions", "actions", "planned")
        assert [row[name] for name in counts] == [2, 4, 2, 2, 2, 1, 1]
        assert (row["first_sheet"], row["last_sheet"]) == (3, 8)

    def test_a_response_says_what_the_head_of_its_form_says(self) -> None:
        row = next(rows(PACK, "responses"))
        assert (row["owner"], row["due"], row["issue"], row["requested"]) == ("Clerk", "May 2031", "Boats", "2031-01-20")

    @pytest.mark.parametrize("view", VIEWS)
    def test_all_rows_of_a_view_have_its_columns_in_order(self, view: View) -> None:
        found = list(rows(PACK, view))
        assert found
        assert all(tuple(row) == COLUMNS[view] for row in found)


class TestMergedPacks:
    """What stands in a supplement says so in every format."""

    SUPPLEMENT = PACK.model_copy(update={"source": source("late.pdf", 9).model_copy(update={"sha256": "1" * 64})})
    MERGED = merge(PACK, [SUPPLEMENT])

    def test_a_row_says_in_which_file_its_sheet_is(self) -> None:
        found = [(row["id"], row["file"], row["sheet"]) for row in rows(self.MERGED, "recs")]
        assert found[:2] == [("i6-1", "wendlemere.pdf", 2), ("i6/supplement-1-p1-a", "late.pdf", 3)]

    def test_the_papers_of_an_item_are_where_they_are(self) -> None:
        row = next(row for row in rows(self.MERGED, "items") if row["number"] == "6")
        assert [row[name] for name in ("file", "sheet", "papers_file", "first_sheet", "last_sheet")] == [
            *("wendlemere.pdf", 2, "late.pdf", 3, 8)
        ]

    def test_markdown_names_the_file(self) -> None:
        assert "*(to Cabinet; sheet 3, page 1 of late.pdf)*" in exports.write(self.MERGED, "recs", "md")
        assert "| 3–8 of late.pdf | 1–6 |" in exports.write(self.MERGED, "items", "md")


class TestJson:
    def test_the_record_comes_back_as_it_was(self) -> None:
        assert AgendaPack.model_validate_json(whole.record(PACK)) == PACK
        assert AgendaPack.model_validate_json(whole.record(HOSTILE, compact=True)) == HOSTILE

    def test_compact_is_one_line(self) -> None:
        assert whole.record(PACK, compact=True).count("\n") == 1

    def test_letters_are_written_as_they_are(self) -> None:
        assert "Ó Briain – £5" in whole.record(PACK.model_copy(update={"venue": "Ó Briain – £5"}))

    def test_a_view_holds_whole_records_with_their_place_in_front(self) -> None:
        found = json.loads(exports.write(PACK, "recs", "json"))
        assert [each["id"] for each in found] == ["i6-1", "i6-p1-a", "i6-p1-b", "i6-p2-1"]
        assert found[2]["report_title"] == "The reservoir strategy"
        assert found[2]["children"][0]["evidence"][0]["sheet"] == 3

    def test_the_schema_accepts_what_is_written_and_says_what_it_is(self) -> None:
        schema = json.loads(whole.schema())
        assert schema["$schema"].startswith("https://json-schema.org/")
        assert set(schema["properties"]) == set(json.loads(whole.record(PACK)))
        assert schema["additionalProperties"] is False


class TestCsv:
    def test_the_rows_come_back(self) -> None:
        found = table(PACK, "recs")
        assert found[3]["text"] == "let the contract; and"
        assert found[3]["path"] == "b.i"
        assert found[0]["report_title"] == ""

    @pytest.mark.parametrize("view", VIEWS)
    def test_a_pack_with_nothing_in_it_still_has_the_head(self, view: View) -> None:
        assert csv.write(EMPTY, view) == ",".join(COLUMNS[view]) + "\r\n"

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+44 1632 960001", "'+44 1632 960001"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r=1", "' =1"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("\x00=1", "�=1"),
            ("a = 1", "a = 1"),
            ("'quoted'", "'quoted'"),
            (-1, "-1"),
            (True, "true"),
            (None, ""),
        ],
    )
    def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(self, text: Any, shown: str) -> None:
        assert csv.cell(text) == shown

    @given(st.text())
    def test_no_text_becomes_a_formula_or_a_second_line(self, text: str) -> None:
        shown = csv.cell(text)
        assert not shown.lstrip().startswith(("=", "+", "-", "@"))
        assert "\n" not in shown
        assert "\r" not in shown


class TestJsonLines:
    def test_each_line_is_a_row(self) -> None:
        found = [json.loads(line) for line in exports.write(PACK, "contacts", "jsonl").splitlines()]
        assert found == list(rows(PACK, "contacts"))

    def test_line_breaks_of_unicode_do_not_break_a_line(self) -> None:
        assert exports.write(HOSTILE, "recs", "jsonl").count("\n") == len(list(rows(HOSTILE, "recs")))


class TestMarkdown:
    def test_recommendations_are_nested_lists_under_their_item_and_paper(self) -> None:
        assert exports.write(PACK, "recs", "md") == (
            "# Cabinet, Tuesday 18 March 2031, 14:00\n"
            "\n"
            "## 6\\. Reservoirs\n"
            "\n"
            "### In the agenda\n"
            "\n"
            "- note the strategy. *(to Cabinet; sheet 2)*\n"
            "\n"
            "### The reservoir strategy\n"
            "\n"
            "- **a)** Agree the strategy for the reservoir; and *(to Cabinet; sheet 3, page 1)*\n"
            "- **b)** Delegate authority to the Director of Water to *(to Cabinet; sheet 3, page 1)*\n"
            "    - **i)** let the contract; and *(sheet 3, page 1)*\n"
            "    - **ii)** set the date. *(to Director; sheet 4, page 2)*\n"
            "\n"
            "### Advice of the panel\n"
            "\n"
            "#### Panel's advice\n"
            "\n"
            "- **1)** That boats be counted each spring. *(sheet 7, page 5)*\n"
        )

    def test_actions_and_what_is_planned_are_tables(self) -> None:
        action = "| 6 | 2031-01-20 | Ask the Board. | Clerk |  | Open | It meets in June. | sheet 8, page 6 |\n"
        assert exports.write(PACK, "actions", "md").endswith(action)
        line = "| 6 | June 2031 | Boats, again | Cabinet | Cllr Marsh |  | sheet 8, page 6 |\n"
        assert exports.write(PACK, "planned", "md").endswith(line)

    def test_deadlines_say_which_day_counts_where_two_contradict_each_other(self) -> None:
        line = (
            "| 6 | 2031-05-18 (2030-05-18 is printed) | response | Cabinet | two months |"
            " The Cabinet must answer within two months. | sheet 8, page 6 |\n"
        )
        assert exports.write(PACK, "deadlines", "md").endswith(line)
        (row,) = rows(PACK, "deadlines")
        assert (row["due"], row["date"], row["computed"], row["contradicted"]) == ("2031-05-18", "2030-05-18", "2031-05-18", True)

    def test_decisions_say_in_brackets_what_became_of_them(self) -> None:
        assert exports.write(PACK, "decisions", "md").endswith(
            "### Advice of the panel\n"
            "\n"
            "- **1)** the boats be counted by:"
            " *(agreed; by Panel; proposed by Tam Oakshott; seconded by Ida Marsh; sheet 8, page 6)*\n"
            "    - **a)** day *(refused; by Panel; sheet 8, page 6)*\n"
            "- Count them. *(action; to act: Clerk; sheet 8, page 6)*\n"
        )

    @pytest.mark.parametrize("view", ["items", "contacts", "responses"])
    def test_the_rest_are_tables_with_as_many_cells_in_each_row(self, view: View) -> None:
        lines = [line for line in exports.write(PACK, view, "md").splitlines() if line.startswith("|")]
        assert len(lines) > 3
        assert len({line.count(" | ") for line in lines if "---" not in line}) == 1

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a | b", "a \\| b"),
            ("*bold* and _slanted_", "\\*bold\\* and \\_slanted\\_"),
            ("[a](b)", "\\[a\\](b)"),
            ("<script>", "\\<script\\>"),
            ("Smith & Co &amp;", "Smith \\& Co \\&amp;"),
            ("`code` C:\\path", "\\`code\\` C:\\\\path"),
            ("# heading", "\\# heading"),
            ("- list", "\\- list"),
            ("1. list", "1\\. list"),
            ("2) list", "2\\) list"),
            ("low-carbon, no. 5", "low-carbon, no. 5"),
            ("one\ntwo", "one two"),
            (None, ""),
        ],
    )
    def test_text_stays_text(self, text: str | None, shown: str) -> None:
        assert md.escape(text) == shown


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_that_steers_a_terminal_gets_into_any_format(view: View, form: Format) -> None:
    written = exports.write(HOSTILE, view, form)
    assert not [char for char in STEERING if char in written]
    assert written.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_the_same_pack_gives_the_same_text(view: View, form: Format) -> None:
    assert exports.write(PACK, view, form) == exports.write(PACK.model_copy(deep=True), view, form)


@pytest.mark.parametrize("form", ["rows", "ics"])
def test_a_format_that_is_none_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=form):
        exports.write(PACK, "recs", form)


class TestCalendarOfDeadlines:
    def entries(self, pack: AgendaPack) -> list[Any]:
        calendar: Any = Calendar.from_ical(exports.write(pack, "deadlines", "ics"))
        return list(calendar.walk("VEVENT"))

    def test_one_whole_day_for_each_deadline(self) -> None:
        (entry,) = self.entries(PACK)
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2031, 5, 18), date(2031, 5, 19))
        assert entry["summary"] == "Due: response from Cabinet: Advice of the panel"
        for said in (
            "answer within two months",
            "Saturday 18 May 2030 is printed",
            "section 9FE",
            "wendlemere.pdf, sheet 8, page 6",
        ):
            assert said in entry["description"]

    def test_the_same_pack_gives_the_same_bytes(self) -> None:
        assert exports.write(PACK, "deadlines", "ics") == exports.write(PACK, "deadlines", "ics")

    def test_nothing_in_it_steers_a_terminal_or_becomes_an_entry(self) -> None:
        assert not [char for char in STEERING if char in exports.write(HOSTILE, "deadlines", "ics")]
        assert len(self.entries(HOSTILE)) == 1

    def test_without_deadlines_it_is_empty(self) -> None:
        assert self.entries(EMPTY) == []
