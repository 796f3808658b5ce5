"""The rules: every row carries its own proof, matches in linear time, and is used; the later layer wins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agendapack import rules
from agendapack.rules import Book, Layer, Rule
from agendapack.rules.layers import common, councils, meanings, systems
from agendapack.rules.linear import stumbles_on

SHIPPED = (common(), *systems().values(), *councils().values())
ROWS = [row for layer in SHIPPED for row in layer.rows]
IDS = [row.id for row in ROWS]
CLASS = r"\[(?:\\.|[^\]\\])*\]"
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(rules.__file__).parent.parent.rglob("*.py"))


# What comes with the program


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_matches_its_yes_lines_and_none_of_its_no_lines(row: Rule) -> None:
    assert row.yes, "a row without an example proves nothing"
    assert row.no, "a row without a counter-example may match anything"
    assert [line for line in row.yes if not row.find(line)] == []
    assert [line for line in row.no if row.find(line)] == []


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_takes_the_apostrophe_that_is_typed_and_the_one_that_is_set(row: Rule) -> None:
    """Word sets "Chair’s", a form's own field has "Chair's"."""
    typed = re.compile(r"(?<=[a-z])[’'](?=s\b|\s)")
    other = [typed.sub(mark, line) for line in row.yes for mark in "'’"]
    assert [line for line in other if not row.find(line)] == []
    classes = re.findall(CLASS, row.pattern.pattern)
    assert [each for each in classes if r"\w" in each and ("'" in each) != ("’" in each)] == []
    assert re.findall(r"\w['’]", re.sub(CLASS, "", row.pattern.pattern)) == []


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_row_gives_a_reason(row: Rule) -> None:
    assert len(row.reason.split()) >= 4


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_no_row_backtracks_on_an_awkward_line(row: Rule) -> None:
    assert stumbles_on(row.pattern, row.yes) is None


@pytest.mark.parametrize("layer", SHIPPED, ids=[layer.name for layer in SHIPPED])
def test_ids_are_unique_in_a_layer(layer: Layer) -> None:
    ids = [row.id for row in layer.rows]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("stage", rules.stages())
def test_every_meaning_is_asked_for_by_some_stage(stage: str) -> None:
    """A row whose meaning no code names is dead. Kinds are asked for all together."""
    if stage in ("classify", "classify_authors"):
        return
    assert {means for means in meanings()[stage] if not re.search(rf"[\"']{re.escape(means)}[\"']", SOURCES)} == set()


@pytest.mark.parametrize("layer", SHIPPED, ids=[layer.name for layer in SHIPPED])
def test_a_layer_takes_out_only_rows_that_there_are(layer: Layer) -> None:
    assert layer.off <= {row.id for row in common().rows}


def test_a_stage_that_asks_for_a_meaning_of_no_rules_is_told() -> None:
    with pytest.raises(KeyError):
        rules.load("recommend").first("no-such-meaning", "The Cabinet is RECOMMENDED to note the report")


# Layers


def row(id_: str, pattern: str, means: str = "stem") -> Rule:
    return Rule(id_, means, pattern, "for this test", ("yes",), ("no",))


def first(*layers: Layer, text: str, means: str = "stem") -> str | None:
    hit = Book(layers).stage("recommend").first(means, text)
    return hit.rule if hit else None


EARLY = Layer("early", (row("recommend.a", "^asked"), row("recommend.b", "^invited")))


def test_a_row_of_a_later_layer_is_tried_first() -> None:
    later = Layer("later", (row("recommend.c", "^asked to"),))
    assert first(EARLY, later, text="asked to note") == "recommend.c"
    assert first(EARLY, later, text="asked for a note") == "recommend.a"


def test_a_row_with_the_id_of_an_earlier_one_takes_its_place() -> None:
    later = Layer("later", (row("recommend.a", "^begged"),))
    assert first(EARLY, later, text="asked to note") is None
    assert first(EARLY, later, text="begged to note") == "recommend.a"


def test_a_layer_can_take_a_row_out() -> None:
    later = Layer("later", (), off=frozenset({"recommend.a"}))
    assert first(EARLY, later, text="asked to note") is None
    assert first(EARLY, later, text="invited to note") == "recommend.b"


def test_the_words_that_spare_a_closer_look_are_those_of_the_rows_in_force() -> None:
    book = Book((EARLY, Layer("later", (row("recommend.c", "^implored to"),))))
    assert not Book((EARLY,)).stage("recommend").may_match(("stem",), "The Cabinet is implored to note")
    assert book.stage("recommend").may_match(("stem",), "The Cabinet is implored to note")


def test_rules_are_in_force_while_their_block_runs_and_not_after() -> None:
    own = Layer("own", (row("recommend.c", "^implored"),))
    with rules.using(rules.book(own=own)):
        assert rules.load("recommend").first("stem", "implored")
    assert rules.load("recommend").first("stem", "implored") is None


def test_a_book_names_its_layers() -> None:
    assert rules.book().names == ("common",)
    assert rules.book("ModernGov", "SWK").names == ("common", "ModernGov", "Southwark")
    assert rules.book("no such system", "XXX").names == ("common",)


def test_a_system_or_council_of_a_layer_is_on_the_list_of_councils() -> None:
    listed = (Path(rules.__file__).parent / "councils.csv").read_text(encoding="utf-8")
    assert all(f",{name}\n" in listed for name in systems())
    assert all(f"\n{code}," in listed for code in councils())
