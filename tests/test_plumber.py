"""The second reading of a PDF: what it must say as PDFium says it, and that it is there where PDFium fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import hostile
import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs import Sheet, pdf, rule, ruled, text
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from sample_records import PACK
from typer.testing import CliRunner

import agendapack
from agendapack import saved, store
from agendapack.cli import app
from agendapack.errors import AgendaPackError, EncryptedPdf, NotAPdf
from agendapack.layout import Document, Line, Page
from agendapack.reading import batches, drawn, guard, pdfium, plumber, tables
from agendapack.reading.readers import reader
from agendapack.records import AgendaPack

CLOSE = 4.0
"""Points by which the sides of a line may differ: PDFium knows the shapes of letters, pdfminer the room that they take."""

SHORT = 30
"""Sheets of the longest pack of a corpus that is read twice here."""

AGREED = 0.99
"""Share of the lines that both read alike, letter by letter, with size, weight, direction and columns. They differ where letters
are drawn one by one, on whether a raised figure stands apart, and on columns an em apart, as some letterheads have them."""


def shape(line: Line) -> tuple[object, ...]:
    """All that is read of a line but its place: words, size, weight, face, direction, whether it can be seen, columns."""
    cells = tuple(cell.text for cell in line.cells)
    return line.text, line.size, line.bold, line.font, line.turned, line.hidden, cells


def lines(page: Page) -> list[tuple[object, ...]]:
    return [shape(line) for line in page.lines]


def around(page: Page) -> tuple[object, ...]:
    """What is read of a sheet beside its lines."""
    targets = [(link.target, *(round(side, 2) for side in _sides(link.box))) for link in page.links]
    return page.sheet, round(page.width, 2), round(page.height, 2), page.images, page.paths, page.unreadable, targets


def _sides(box: Any) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def about(document: Document) -> tuple[object, ...]:
    return document.bookmarks, document.title, document.producer, document.left_out


# --- any sheet ----------------------------------------------------------------------------------------------------------------

UPRIGHT = {0: "1 0 0 1 100 700", 90: "0 1 -1 0 142 100", 180: "-1 0 0 -1 495 142", 270: "0 -1 1 0 453 742"}
"""The matrices with which a producer sets text that stands upright on a sheet turned by so much."""

PICTURE = "q 200 0 0 200 72 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q "
SCAN = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q "
BLUE, WHITE, CELL = "0 0 0.4 rg ", "1 1 1 rg ", "60 690 300 30 re f "
BESIDE = (160.0, 695.0, 400.0, 715.0)
LABEL = text(72, 700, "Decision maker:")

CASES: dict[str, Sheet] = {
    "a size of one, scaled": Sheet("BT /F1 1 Tf 11.5 0 0 11.5 72 700 Tm (Council) Tj ET"),
    "scaled from around it": Sheet("q 2 0 0 2 0 0 cm BT /F1 6 Tf 36 350 Td (Council) Tj ET Q"),
    "bold by name": Sheet(text(72, 700, "RECOMMENDATION", font="F2")),
    "bold by stroke": Sheet("BT /F1 12 Tf 2 Tr 0.3 w 72 700 Td (RECOMMENDATION) Tj ET"),
    "bold drawn twice": Sheet(text(72, 700, "RECOMMENDATION") + text(72.3, 700, "RECOMMENDATION")),
    "a light label": Sheet(text(72, 700, "From:") + text(130, 700, "The Director of Parks", font="F2")),
    "a hyphen at the end": Sheet(text(72, 700, "a plan for low-") + text(72, 686, "carbon heating")),
    "drawn out of order": Sheet(text(72, 100, "third") + text(72, 700, "first") + text(72, 400, "second")),
    "columns": Sheet(text(300, 700, "Response") + text(72, 700, "Recommendation")),
    "pieces of a word": Sheet(text(72, 700, "Com") + text(94.1, 700, "mittee") + text(132, 700, "meets")),
    "moved apart": Sheet("BT /F1 12 Tf 72 700 Td [(Item) -400 (title)] TJ ET"),
    "moved closer": Sheet("BT /F1 12 Tf 72 700 Td [(A) 80 (V) 60 (ENUE) -20 (S)] TJ ET"),
    "spaced by hand": Sheet(text(72, 700, "A G E N D A")),
    "spaced by the font": Sheet("BT /F1 12 Tf 1 Tc 72 700 Td (AGENDA) Tj ET"),
    "words spaced by the font": Sheet("BT /F1 12 Tf 5 Tw 72 700 Td (The Cabinet meets) Tj ET"),
    "narrowed": Sheet("BT /F1 12 Tf 70 Tz 72 700 Td (The Cabinet meets) Tj ET"),
    "raised": Sheet("BT /F1 12 Tf 72 700 Td (Council) Tj 5 Ts /F1 7 Tf (1) Tj ET"),
    "a bullet that no code is for": Sheet("BT /F1 12 Tf 72 700 Td (\x7f that it be agreed) Tj ET"),
    "cropped": Sheet(text(72, 700, "Council") + text(72, 50, "cut off"), crop=(50, 100, 550, 800)),
    "a media box elsewhere": Sheet(text(72, 700, "Council"), media=(-20.0, 10.0, 575.0, 852.0)),
    "outside the sheet": Sheet(text(72, 900, "above") + text(700, 400, "beside") + text(72, 700, "inside")),
    "upwards": Sheet("BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Children and) Tj ET BT /F1 12 Tf 0 1 -1 0 114 100 Tm (families) Tj ET"),
    "a form": Sheet("q 0.5 0 0 0.5 100 300 cm /Fm Do Q", forms={"Fm": text(40, 600, "Council", size=24)}),
    "rules and pictures": Sheet(PICTURE + rule(72, 500, 500, 500) + "/Fm Do", forms={"Fm": rule(72, 400, 500, 400) + PICTURE}),
    "unpainted": Sheet("3 Tr " + text(72, 700, "scanned words")),
    "unpainted over a scan": Sheet(SCAN + "3 Tr " + text(72, 700, "scanned words")),
    "unpainted beside a picture": Sheet(PICTURE + "3 Tr " + text(72, 700, "beside") + text(80, 500, "on it")),
    "white": Sheet(WHITE + text(72, 700, "white") + "0 g " + text(72, 600, "black")),
    "white by ink": Sheet("0 0 0 0 k " + text(72, 700, "white") + "0 0 0 1 k " + text(72, 600, "black")),
    "white on a dark cell": Sheet(BLUE + CELL + WHITE + text(72, 700, "Recommendation")),
    "white on a picture": Sheet(PICTURE + WHITE + text(100, 500, "Our plan")),
    "white on a cell painted over": Sheet(BLUE + CELL + WHITE + CELL + text(72, 700, "white")),
    "typed into a field": Sheet(LABEL, typed=[("Widget", BESIDE, "Director of Place", 4)]),
    "stamped": Sheet(LABEL, typed=[("Stamp", BESIDE, "Director of Place", 4)]),
    "a hidden field": Sheet(LABEL, typed=[("Widget", BESIDE, "nobody sees this", 2)]),
    "a note behind a mark": Sheet(LABEL, typed=[("Popup", BESIDE, "nobody sees this", 4)]),
    "a link beside a field": Sheet(LABEL, links=[((72, 690, 120, 710), 2)], typed=[("Widget", BESIDE, "to follow", 4)]),
    "contents cut off": Sheet(text(72, 700, "Council") + "BT /F1 12 Tf 72 600 Td (cut"),
    "nothing": Sheet(),
    **{f"turned by {by}": Sheet(f"BT /F1 12 Tf {matrix} Tm (Council) Tj ET", rotate=by) for by, matrix in UPRIGHT.items()},
}


@pytest.mark.parametrize("what", CASES)
def test_a_sheet_is_read_as_pdfium_reads_it(what: str) -> None:
    source = pdf(CASES[what], Sheet())
    ours, theirs = plumber.read(source).page(1), pdfium.read(source).page(1)
    assert lines(ours) == lines(theirs)
    assert around(ours) == around(theirs)
    for line, twin in zip(ours.lines, theirs.lines, strict=True):
        assert _sides(line.box) == pytest.approx(_sides(twin.box), abs=CLOSE)


def test_bold_is_known_by_the_weight_of_a_font_that_does_not_say_how_wide_its_letters_are() -> None:
    source = pdf(Sheet(text(72, 700, "RECOMMENDATION", font="F4")))
    assert lines(plumber.read(source).page(1)) == lines(pdfium.read(source).page(1))


@pytest.mark.parametrize("char", ["\ufb01", "\u00a0", "\u2019", "\u0001", "\u00ad"])
def test_a_character_is_read_as_pdfium_reads_it(char: str) -> None:
    source = pdf(Sheet(text(72, 700, "Coun~cil", font="F3")), unicode={letter: letter for letter in "Council"} | {"~": char})
    assert [line.text for line in plumber.read(source).page(1).lines] == [line.text for line in pdfium.read(source).page(1).lines]


def test_a_letter_that_the_font_does_not_know_is_told_as_unknown() -> None:
    source = hostile.CASES["letters without their characters"]()
    assert [set(line.text) for line in plumber.read(source).page(1).lines] == [{"\ufffd"}]


WORDS = (
    "The",
    "Cabinet",
    "is",
    "RECOMMENDED",
    "to:",
    "agree",
    "(a)",
    "£1,250.00",
    "Ward(s):",
    "low-",
    "All",
    "–",
    "’s",
    "6.30",
    "pm",
)
FACES = ("Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Italic", "Courier")


@st.composite
def typeset(draw: st.DrawFn) -> bytes:
    """A PDF of one sheet, with rows of words in columns, in some faces and sizes."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    row = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3)
    for number, cells in enumerate(draw(st.lists(row, min_size=1, max_size=8))):
        x, face, size = 72.0, draw(st.sampled_from(FACES)), draw(st.sampled_from((8, 11, 12, 16)))
        canvas.setFont(face, size)
        for cell in cells:
            canvas.drawString(x, 780 - 30 * number, cell)
            x += stringWidth(cell, face, size) + draw(st.sampled_from((0.4, 3, 8))) * size
    canvas.save()
    return out.getvalue()


@settings(max_examples=60, derandomize=True, deadline=None)
@given(typeset())
def test_any_small_sheet_has_the_same_words_and_lines(source: bytes) -> None:
    assert lines(plumber.read(source).page(1)) == lines(pdfium.read(source).page(1))


# --- the document -------------------------------------------------------------------------------------------------------------


def test_outline_links_and_title_are_those_that_pdfium_finds() -> None:
    sheets = [Sheet(text(72, 700, "1. Apologies"), links=[((72, 690, 200, 710), 2)]), Sheet()]
    source = pdf(*sheets, title="Agenda for  Cabinet", bookmarks=[("Agenda", 1), ("1  Apologies", 2)])
    assert about(plumber.read(source)) == about(pdfium.read(source))
    assert around(plumber.read(source).page(1)) == around(pdfium.read(source).page(1))


@pytest.mark.parametrize("what", ["an outline in a ring", "an outline too deep"])
def test_an_outline_without_end_ends(what: str) -> None:
    source = hostile.CASES[what]()
    assert [mark.title for mark in plumber.read(source).bookmarks] == [mark.title for mark in pdfium.read(source).bookmarks]


def test_a_damaged_sheet_keeps_its_number_and_costs_no_other() -> None:
    source = pdf(Sheet(text(72, 700, "first")), Sheet(text(72, 700, "lost")), Sheet(text(72, 700, "third")))
    second = source.index(b"/Type /Page /Parent", source.index(b"/Type /Page /Parent") + 1)
    document = plumber.read(source[:second] + source[second:].replace(b"/Type /Page /Parent", b"/Type /Nope /Parent", 1))
    assert [[line.text for line in page.lines] for page in document.pages] == [["first"], [], ["third"]]
    assert [bool(page.unreadable) for page in document.pages] == [False, True, False]


def test_contents_that_are_lost_are_told_and_not_taken_for_an_empty_sheet() -> None:
    (page,) = plumber.read(hostile.CASES["a stream longer than it is"]()).pages
    assert page.unreadable


@pytest.mark.parametrize(
    ("limit", "flood"), [("MOST_OBJECTS", b"0 0 1 1 re f " * 300), ("MOST_CHARACTERS", b"BT /F1 9 Tf (a letter) Tj ET " * 50)]
)
def test_a_sheet_beyond_its_limits_is_unreadable_and_the_others_are_read(
    limit: str, flood: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, limit, 200)
    good, flooded = plumber.read(hostile.beside_a_good_sheet(hostile.packed(flood))).pages
    assert (good.unreadable, len(good.lines)) == (None, 2)
    assert (bool(flooded.unreadable), flooded.lines) == (True, ())


def test_more_sheets_than_any_pack_are_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plumber, "MOST_SHEETS", 2)
    document = plumber.read(pdf(Sheet(), Sheet(), Sheet()))
    assert (len(document.pages), document.left_out) == (2, 1)


def test_a_long_pack_is_divided_over_processes_and_comes_out_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = plumber.read(SAMPLES[0])
    monkeypatch.setattr(batches, "WORTH_SHARING", 2)
    monkeypatch.setattr(batches, "BATCH", 3)
    told: list[tuple[int, int]] = []
    assert plumber.read(SAMPLES[0], progress=lambda done, total: told.append((done, total)), jobs=2) == alone
    assert told[-1] == (len(alone.pages), len(alone.pages))


@pytest.mark.parametrize("source", [b"", b"<html>Sign in</html>", pdf(Sheet(text(72, 700, "Council")))[:200], pdf()])
def test_what_is_no_pdf_says_so_and_names_no_other_engine(source: bytes) -> None:
    with pytest.raises(NotAPdf) as error:
        plumber.read(source)
    assert "--engine" not in error.value.next_step


def test_an_encrypted_file_needs_its_password() -> None:
    source = pdf(Sheet(text(72, 700, "Council")), password="plane tree")
    for password in (None, "oak"):
        with pytest.raises(EncryptedPdf):
            plumber.read(source, password)
    assert [line.text for line in plumber.read(source, "plane tree").page(1).lines] == ["Council"]


SLOW = {"a bomb", "a bomb in a bomb", "a flood of operators", "a fan of forms", "links without number"}
"""Files that keep pdfminer busy for up to half a minute before it comes to an end; tried where `AGENDAPACK_EXAMPLES` is set."""


@pytest.mark.parametrize("what", [what for what in hostile.CASES if what not in SLOW or "AGENDAPACK_EXAMPLES" in os.environ])
def test_a_file_made_to_do_harm_ends_in_a_record_or_an_error_of_ours(what: str) -> None:
    try:
        record = guard.parse(hostile.CASES[what](), limits=guard.Limits(seconds=60, megabytes=700), engine="pdfplumber")
    except AgendaPackError as error:
        assert "--engine" not in error.next_step
    else:
        assert AgendaPack.model_validate_json(record.model_dump_json()) == record


# --- tables -------------------------------------------------------------------------------------------------------------------

GRID = ruled((100, 250, 400), (700, 660, 600)) + text(110, 675, "Recommendation") + text(260, 675, "Response")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50.0, 200.0, 500.0, 800.0)])
@pytest.mark.parametrize("media", [(0.0, 0.0, 595.0, 842.0), (-20.0, 10.0, 575.0, 852.0)])
def test_cells_lie_where_the_other_finds_them(rotate: int, crop: tuple[float, ...] | None, media: tuple[float, ...]) -> None:
    source = pdf(Sheet(), Sheet(GRID, rotate=rotate, crop=crop, media=media))
    ours, theirs = plumber.find(source, [2, 1]), tables.find(source, [2, 1])
    assert list(ours) == [1, 2]
    assert [len(found) for found in ours.values()] == [0, 1]
    for row, twin in zip(ours[2][0].rows, theirs[2][0].rows, strict=True):
        assert [_sides(cell) for cell in row] == [pytest.approx(_sides(cell), abs=1.5) for cell in twin]


def test_tables_of_sheets_that_cannot_be_read_are_none() -> None:
    assert plumber.find(hostile.CASES["a box of no numbers"](), [1]) == {1: ()}


# --- records ------------------------------------------------------------------------------------------------------------------


def placeless(value: Any) -> Any:
    """A record without the boxes, which differ by a point or two, and without the name of the engine."""
    if isinstance(value, dict):
        return {name: placeless(each) for name, each in value.items() if name not in ("bbox", "engine")}
    return [placeless(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("pack", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_gives_the_same_record_but_for_boxes(pack: Path) -> None:
    assert said(pack, "pdfplumber") == said(pack, "pdfium")


def said(pack: Path, engine: Any) -> Any:
    """The record that an engine gives of a pack, as far as both have to give the same."""
    record = agendapack.parse(pack, engine=engine)
    assert record.source.engine == engine
    return placeless(record.model_dump(mode="json"))


def test_short_packs_of_a_corpus_are_read_alike(corpus_folder: Path) -> None:
    alike = of = 0
    differ = []
    for pack in sorted((corpus_folder / "packs").glob("*.pdf")):
        theirs = pdfium.read(pack)
        if len(theirs.pages) <= SHORT:
            ours = plumber.read(pack)
            for page, twin in zip(ours.pages, theirs.pages, strict=True):
                alike += (Counter(lines(page)) & Counter(lines(twin))).total()
                of += len(twin.lines)
            if about(ours) != about(theirs) or said(pack, "pdfplumber") != said(pack, "pdfium"):
                differ.append(pack.name)
    assert alike >= AGREED * of > 0
    assert differ == []


@pytest.mark.parametrize("read", [saved.load, saved.look])
def test_a_record_of_an_earlier_release_was_read_by_pdfium(read: saved.Reader) -> None:
    raw = PACK.model_dump(mode="json")
    del raw["source"]["engine"]
    assert read(json.dumps(raw).encode(), "it").source.engine == "pdfium"


def test_sheets_for_ocr_are_those_that_this_engine_finds_without_text() -> None:
    source = pdf(Sheet(text(72, 700, "Report of the Head of Parks")), Sheet(SCAN))
    (scan,) = guard.without_text(source, engine="pdfplumber")
    assert scan.sheets == (2,)


# --- which engine -------------------------------------------------------------------------------------------------------------


def test_an_engine_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no engine 'poppler'"):
        agendapack.parse(SAMPLES[0], engine="poppler")  # type: ignore[arg-type]


def test_the_default_reads_without_loading_the_other() -> None:
    program = (
        "import sys, agendapack\n"
        "agendapack.parse(sys.argv[1], guarded=False)\n"
        "from agendapack.reading.readers import reader\n"
        "reader('pdfium')\n"
        "assert not {'pdfplumber', 'pdfminer'} & set(sys.modules)\n"
        "reader('pdfplumber')\n"
        "assert {'pdfplumber', 'pdfminer'} <= set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(SAMPLES[0])], check=True)


def test_the_two_readers_are_two() -> None:
    assert reader("pdfium").read is pdfium.read
    assert reader("pdfplumber").read is plumber.read
    assert reader("pdfplumber").find is plumber.find


# --- the command line ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "folder", lambda: tmp_path / "state")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, arguments)


FAILING: dict[str, tuple[bytes, Sequence[str]]] = {
    "cut off": (pdf(Sheet(text(72, 700, "Council")))[:200], ()),
    "encrypted": (pdf(Sheet(text(72, 700, "Council")), password="plane tree"), ()),
    "a wrong password": (pdf(Sheet(text(72, 700, "Council")), password="plane tree"), ("--password", "oak")),
    "no text": (pdf(Sheet(SCAN)), ()),
    "blank": (pdf(Sheet()), ()),
}


@pytest.mark.parametrize("what", FAILING)
def test_both_engines_fail_with_the_same_exit_status(what: str, home: Path) -> None:
    content, options = FAILING[what]
    (home / "pack.pdf").write_bytes(content)
    statuses = [run("parse", "pack.pdf", "--engine", engine, *options).exit_code for engine in ("pdfium", "pdfplumber")]
    assert statuses[0] == statuses[1] != 0


def test_a_file_that_pdfium_cannot_open_is_told_to_be_tried_with_the_other(home: Path) -> None:
    (home / "pack.pdf").write_bytes(hostile.CASES["no sheets"]())
    refused = run("parse", "pack.pdf")
    assert refused.exit_code == 3
    assert "--engine pdfplumber" in refused.stderr
    read = run("parse", "pack.pdf", "--engine", "pdfplumber", "--compact")
    assert read.exit_code == 0
    assert AgendaPack.model_validate_json(read.stdout).source.engine == "pdfplumber"


def test_the_pack_parsed_last_is_remembered_with_its_engine(home: Path) -> None:
    assert run("parse", str(SAMPLES[0]), "--engine", "pdfplumber", "-o", "record.json").exit_code == 0
    assert AgendaPack.model_validate_json((home / "record.json").read_bytes()).source.engine == "pdfplumber"
    assert saved.last().source.engine == "pdfplumber"
    assert "stays as" not in run("recs", "--engine", "pdfplumber").stderr


@pytest.mark.parametrize("command", ["recs", "track"])
def test_a_saved_record_is_not_passed_off_as_read_by_the_engine_that_is_asked_for(command: str, home: Path) -> None:
    (home / "pack.json").write_text(PACK.model_dump_json(), encoding="utf-8")
    result = run(command, "pack.json", "--engine", "pdfplumber")
    assert result.exit_code == 0
    assert f"{PACK.source.file} stays as pdfium read it: it is a saved record." in result.stderr
    assert "stays as" not in run(command, "pack.json").stderr
