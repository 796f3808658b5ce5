"""Which of many texts the rows of some meanings may match, told of all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import SAMPLES
from msgspec.structs import replace

import agendapack
from agendapack import rules
from agendapack.candidates import candidates, candidates_in_pieces, candidates_of, may_match_together
from agendapack.layout import Box, Line, Section
from agendapack.rules import Layer, Rules

BOOK = rules.book()
MEANINGS = [(stage, means) for stage in rules.stages() for means in sorted({row.means for row in BOOK.stage(stage).rows})]


def examples(stage: str) -> list[str]:
    """The lines with which the rows of a stage prove themselves."""
    return [line for row in BOOK.stage(stage).rows for line in (*row.yes, *row.no)]


def own(**patterns: str) -> Rules:
    """The rules for recommendations, of which only these rows are in force: a pattern by what it means."""
    model = BOOK.rows["recommend.stem"]
    rows = tuple(replace(model, id=f"recommend.own-{means}", means=means, source=each) for means, each in patterns.items())
    return rules.Book((Layer("own", rows),)).stage("recommend")


def test_no_stage_tries_every_line_because_one_row_names_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    # One such row among those for contacts had every line of a pack tried for its labels.
    asked: dict[tuple[str, ...], tuple[str, ...]] = {}
    words = Rules.words

    def noted(phrases: Rules, means: tuple[str, ...]) -> tuple[str, ...]:
        return asked.setdefault(means, words(phrases, means))

    monkeypatch.setattr(Rules, "words", noted)
    agendapack.parse(max(SAMPLES, key=lambda pack: pack.stat().st_size), guarded=False)
    assert len(asked) > 20
    assert not [means for means, told in asked.items() if not told]


@pytest.mark.parametrize(("stage", "means"), MEANINGS)
def test_it_is_asked_once_what_would_be_asked_of_each(stage: str, means: str) -> None:
    phrases, lines = BOOK.stage(stage), examples(stage)
    assert candidates(phrases, (means,), lines) == {n for n, line in enumerate(lines) if phrases.may_match((means,), line)}


@pytest.mark.parametrize(("stage", "means"), MEANINGS)
def test_the_lines_of_a_section_are_asked_as_texts_are(stage: str, means: str) -> None:
    lines = examples(stage)
    section = Section("paper", "", tuple(Line(1, text, Box(0, 0, 0, 0), 11, False) for text in lines))
    assert candidates_of(section, BOOK.stage(stage), (means,)) == candidates(BOOK.stage(stage), (means,), lines)


@pytest.mark.parametrize("texts", [["", "Strasse 1", "the straße", "STRASSE"], ["ﬁle", "file", ""]])
def test_letters_that_fold_into_several_shift_no_place(texts: Sequence[str]) -> None:
    found = {n for n, text in enumerate(texts) if {"strasse", "file"} & set(text.casefold().split())}
    assert candidates(own(stem="strasse|file"), ("stem",), texts) == found


def test_the_words_are_those_of_the_rules_in_force() -> None:
    texts = ["Officers were implored to", "The Cabinet is asked to"]
    assert candidates(own(stem="implored to"), ("stem",), texts) == {0}


def test_where_a_row_needs_no_word_every_text_may_be_matched() -> None:
    assert candidates(own(stem="implored", heading=r"\w"), ("stem", "heading"), ["One", "Two"]) == {0, 1}


@pytest.mark.parametrize("texts", [["Advice", "of officers"], ["Advice of", "officers"], ["Advice of officers"]])
def test_of_words_that_are_divided_at_a_blank_a_piece_tells(texts: Sequence[str]) -> None:
    found = candidates_in_pieces(own(heading="^advice of officers$"), ("heading",), ["Introduction", *texts, "The road"])
    assert found and found <= {1, 2}


TOGETHER = {
    "in one of them": (["The Cabinet is", "implored to"], True),
    "over the end of one": (["The Cabinet is implored", "to agree"], True),
    "over a hyphen at the end of one": (["The Cabinet is im-", "plored to"], True),
    "in none": (["The Cabinet is", "asked to"], False),
    "behind another beginning": (["Whether Cabinet is", "implored to"], False),
}


@pytest.mark.parametrize("texts,expected", TOGETHER.values(), ids=TOGETHER)
def test_texts_one_behind_the_other_are_told_by_their_words_and_how_they_begin(texts: list[str], expected: bool) -> None:
    phrases = own(stem="^the cabinet is im-?plored to|^the cabinet is implored to")
    assert may_match_together(phrases, ("stem",), texts) is expected


@pytest.mark.parametrize(("stage", "means"), MEANINGS)
def test_what_a_row_matches_is_never_ruled_out(stage: str, means: str) -> None:
    phrases = BOOK.stage(stage)
    for line in examples(stage):
        if phrases.first(means, line):
            words = line.split(" ")
            assert may_match_together(phrases, (means,), words), line
            assert candidates_in_pieces(phrases, (means,), words), line
