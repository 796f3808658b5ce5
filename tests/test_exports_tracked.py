"""What became of each recommendation, as a table, JSON, CSV, a page and a calendar."""

from __future__ import annotations

import csv as csv_reader
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from icalendar import Calendar
from sample_records import HOSTILE_TEXT, STEERING
from test_render import shown

from agendapack.exports import tracked as exports
from agendapack.exports.tracked import COLUMNS, TrackedFormat
from agendapack.render import tracked as render
from agendapack.track import Answer, Mention, Place, Tracked

TODAY = date(2031, 6, 1)
MADE = Place(file="march.pdf", sheet=4, printed_page=2)
ANSWERED = Place(file="may.pdf", sheet=9)

OPEN = Tracked(
    id="1f",
    text="That boats be counted each spring.",
    label="3",
    council="Wendlemere District Council",
    made_by=("Waters Panel", "Wildlife Panel"),
    made_on="2031-03-18",
    made_at=MADE,
    addressee="Cabinet",
    due="2031-05-18",
    due_for="answer",
    overdue=True,
    similarity=0.93,
    mentions=(
        Mention(role="recommendation", record="r1", text="That boats be counted each spring.", place=MADE),
        Mention(role="answer", record="r2", text="That boats be counted.", place=ANSWERED, similarity=0.93, part=True),
    ),
)
DONE = Tracked(
    id="2f",
    text="That no ducks be fed.",
    made_at=MADE,
    status="accepted",
    answer=Answer(
        status="accepted", words="Agreed", date="2031-05-20", action="=Signs", owner="Warden", due="May", place=ANSWERED
    ),
    due="2031-07-01",
    due_for="action",
)
EVIL = Tracked(
    id="3f",
    text=f"{HOSTILE_TEXT}<script>alert(1)</script>&amp;\r\nBEGIN:VEVENT",
    label=HOSTILE_TEXT,
    made_by=(HOSTILE_TEXT,),
    addressee=HOSTILE_TEXT,
    made_at=Place(file=f"<b>{HOSTILE_TEXT}.pdf", sheet=1),
    due="2031-07-01",
    due_for="answer",
)
FORMATS: tuple[TrackedFormat, ...] = get_args(TrackedFormat)


class Tags(HTMLParser):
    """The tags of a page, and whether all are closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


class TestTable:
    def test_it_says_what_is_due_what_was_answered_and_where_it_stands(self) -> None:
        text = shown(render.table((OPEN, DONE)), 120)
        for said in (
            "overdue:",
            "2031-05-18",
            "3  That boats",
            "to Cabinet",
            "march.pdf 4",
            "may.pdf 9",
            "accepted",
            "→ =Signs",
            "by Warden",
        ):
            assert said in text

    def test_nothing_is_no_table(self) -> None:
        assert render.table(()) is None

    def test_nothing_steers_the_terminal(self) -> None:
        text = shown(render.table((EVIL,)), 200)
        assert not [char for char in STEERING if char in text]


class TestCsv:
    def test_every_cell_leads_back(self) -> None:
        found = list(csv_reader.DictReader(io.StringIO(exports.write((OPEN, DONE), "csv", TODAY), newline="")))
        assert [row["made_file"] + row["made_sheet"] for row in found] == ["march.pdf4", "march.pdf4"]
        assert [row["answer_file"] + row["answer_sheet"] for row in found] == ["", "may.pdf9"]
        assert (found[0]["overdue"], found[0]["mentions"]) == ("true", "march.pdf sheet 4; may.pdf sheet 9")

    def test_no_cell_is_a_formula(self) -> None:
        assert "'=Signs" in exports.write((DONE,), "csv", TODAY)

    def test_without_any_there_is_the_head(self) -> None:
        assert exports.write((), "csv", TODAY) == ",".join(COLUMNS) + "\r\n"


def test_json_holds_the_records_whole() -> None:
    found = json.loads(exports.write((OPEN, DONE), "json", TODAY))
    assert [Tracked.model_validate(each) for each in found] == [OPEN, DONE]


class TestPage:
    def test_it_is_whole_and_takes_nothing_from_elsewhere(self) -> None:
        page = exports.write((OPEN, DONE, EVIL), "html", TODAY)
        tags = Tags(page)
        assert tags.open == []
        assert not tags.seen & {"script", "link", "img", "iframe", "b" * 2}
        assert not tags.attributes & {"src", "href", "onclick", "style"}
        assert "http" not in page
        assert 'name="viewport"' in page

    def test_it_says_how_things_are(self) -> None:
        text = re.sub(r"<[^>]+>", " ", exports.write((OPEN, DONE), "html", TODAY))
        for said in (
            "2 recommendations, 1 unanswered, 1 overdue",
            "was due Sunday 18 May 2031",
            "march.pdf, sheet 4, page 2",
            "93% the same",
        ):
            assert said in text

    def test_text_stays_text(self) -> None:
        page = exports.write((EVIL,), "html", TODAY)
        assert "<script>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;" in page


class TestCalendar:
    def entries(self, *tracked: Tracked, day: date = TODAY) -> list[Any]:
        calendar: Any = Calendar.from_ical(exports.write(tracked, "ics", day))
        return list(calendar.walk("VEVENT"))

    def test_one_whole_day_for_each_due_date(self) -> None:
        first, second = self.entries(OPEN, DONE)
        assert (first["uid"], first["dtstart"].dt, first["dtend"].dt) == (
            "1f-answer@agendapack",
            date(2031, 5, 18),
            date(2031, 5, 19),
        )
        assert first["summary"] == "Overdue: answer: That boats be counted each spring."
        assert "march.pdf, sheet 4, page 2" in first["description"]
        assert second["summary"].startswith("Due: action: ")

    def test_what_has_no_day_is_not_in_it(self) -> None:
        assert self.entries(OPEN.model_copy(update={"due": None}), OPEN.model_copy(update={"due": "in the spring"})) == []

    def test_the_same_day_gives_the_same_bytes(self) -> None:
        assert exports.write((OPEN, DONE), "ics", TODAY) == exports.write((OPEN, DONE), "ics", TODAY)
        assert exports.write((OPEN,), "ics", TODAY).count("\r\n") == exports.write((OPEN,), "ics", TODAY).count("\n")

    def test_no_text_becomes_an_entry_of_its_own(self) -> None:
        assert len(self.entries(EVIL)) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_steers_a_terminal_gets_into_any_format(form: TrackedFormat) -> None:
    written = exports.write((EVIL,), form, TODAY)
    assert not [char for char in STEERING if char in written]
    assert written.endswith("\n")
