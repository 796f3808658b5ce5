"""A user's own layer of rules: used where it is sound, refused with file, row and reason where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import section

from agendapack.errors import BadRules
from agendapack.rules import book, using
from agendapack.rules.own import LARGEST, read
from agendapack.stages.decide import decide
from agendapack.stages.respond import respond

GOOD = {
    "stage": '"recommend"',
    "id": '"stem-implored"',
    "means": '"stem"',
    "pattern": "'''^(?:the )?(?P<who>.{3,60}) is implored to'''",
    "reason": '"One council writes so."',
    "yes": '["The Cabinet is implored to agree"]',
    "no": '["The Cabinet agreed"]',
}


def rule(**changes: str | None) -> str:
    """A row; a change of None leaves a field out."""
    fields = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return "[[rule]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items()) + "\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_row_is_tried_before_those_that_come_with_the_program(tmp_path: Path) -> None:
    layer = read(written(tmp_path, rule()))
    hit = book(own=layer).stage("recommend").first("stem", "The Cabinet is implored to agree the plan")
    assert hit is not None
    assert (layer.name, hit.rule, hit["who"]) == ("mine.toml", "recommend.stem-implored", "Cabinet")


def test_a_row_can_be_taken_out(tmp_path: Path) -> None:
    layer = read(written(tmp_path, '[[rule]]\nstage = "recommend"\nid = "stem"\noff = true\nreason = "Never here."\n'))
    assert layer.off == {"recommend.stem"}
    assert "recommend.stem" not in book(own=layer).rows


TABLE = """
Plea                          Accepted?     Owner
That the gate be mended       Yes           Clerk
"""


def test_a_row_for_the_head_of_a_column_finds_the_tables_that_it_heads(tmp_path: Path) -> None:
    head = rule(
        stage='"respond"',
        id='"head-plea"',
        means='"head.recommendation"',
        pattern="'''^pleas?$'''",
        yes='["Plea"]',
        no='["Please"]',
    )
    assert respond(section(TABLE, kind="tracker")) == ()
    with using(book(own=read(written(tmp_path, head)))):
        (found,) = respond(section(TABLE, kind="tracker"))
    assert (found.recommendation, found.owner) == ("That the gate be mended", "Clerk")


def test_a_row_for_what_another_authority_decides_is_heard(tmp_path: Path) -> None:
    lead = rule(
        stage='"decide"',
        id='"forest"',
        means='"abroad"',
        pattern="'''^rulings of the forest court'''",
        yes='["Rulings of the Forest Court"]',
        no='["Rulings"]',
    )
    minute = section("Rulings of the Forest Court\n\nThe application was refused.", where="minutes", title="Trees")
    assert len(decide(minute)) == 1
    with using(book(own=read(written(tmp_path, lead)))):
        assert decide(minute) == ()


BAD = {
    "a field is missing": (rule(reason=None), "row 1 (stem-implored): reason is missing"),
    "a field is not known": (rule(colour='"red"'), "row 1 (stem-implored): colour: extra inputs are not permitted"),
    "a field is of another type": (rule(yes='"a line"'), "row 1 (stem-implored): yes: input should be a valid list"),
    "no example": (rule(no="[]"), "row 1 (stem-implored): no: list should have at least 1 item"),
    "no such stage": (rule(stage='"recomend"'), "there is no stage 'recomend' (perhaps recommend)"),
    "no such meaning": (rule(means='"stems"'), "recommend does not ask for rows that mean 'stems' (perhaps stem)"),
    "no regular expression": (rule(pattern="'(implored'"), "its pattern is not a regular expression: missing )"),
    "an example not matched": (
        rule(yes='["The Cabinet is begged to"]'),
        "does not match its own example 'The Cabinet is begged to'",
    ),
    "a counter-example matched": (rule(no='["The Panel is implored to"]'), "its pattern matches 'The Panel is implored to'"),
    "an id of another form": (rule(id='"Stem Implored"'), "row 1 (Stem Implored): id: string should match pattern"),
    "a repeat in a repeat": (rule(pattern="'^(?:[a-z]+ ?)+ implored to'", yes='["is implored to"]'), "takes too long on a line"),
    "the same row twice": (rule() + rule(), "row 2 (stem-implored): recommend.stem-implored is in the file twice"),
    "a row taken out that is not there": (
        '[[rule]]\nstage = "recommend"\nid = "stemm"\noff = true\nreason = "Never here."\n',
        "row 1 (stemm): there is no row of the id 'recommend.stemm' (perhaps recommend.stem)",
    ),
    "no rows": ("# nothing\n", "it has no rows"),
    "something beside the rows": ('colour = "red"\n' + rule(), "it has 'colour' beside its rows"),
    "rows of another form": ('rule = "one"\n', "it has no rows"),
    "no TOML": ("[[rule]\n", "(at line 1"),
    "too many rows": ("".join(rule(id=f'"own-{n}"') for n in range(501)), "it has 501 rows; no more than 500"),
    "a pattern longer than any": (rule(pattern=f"'{'a' * 5_001}'"), "pattern: string should have at most 5000"),
    "a pattern nested without end": (rule(pattern=f"'{'(' * 2_000}a{')' * 2_000}'"), "is not a regular expression"),
    "a repeat beyond all numbers": (rule(pattern="'a{99999999999}'"), "is not a regular expression"),
    "an example longer than any line": (rule(yes=f'["{"a" * 1_001}"]'), "yes.0: string should have at most 1000"),
    "tables in tables": ("a = " + "[" * 9_000, "recursion depth"),
    "a name of parts without end": ("a." * 100_000 + "b = 1\n", "a line of more than 10,000 letters"),
    "names of many parts": (("a." * 4_000 + "b = 1\n") * 100, "cannot"),
    "too large": ("#" * (LARGEST + 1), "it is larger than"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_with_file_row_and_reason(tmp_path: Path, what: str) -> None:
    text, said = BAD[what]
    path = written(tmp_path, text)
    with pytest.raises(BadRules) as error:
        read(path)
    assert str(path) in error.value.sentence
    assert said.lower() in error.value.sentence.lower()


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRules, match="No such file"):
        read(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadRules, match="codec"):
        read(tmp_path / "bytes.toml")
