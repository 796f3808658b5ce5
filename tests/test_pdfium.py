"""What PDFium says of a sheet, put right: each trap as the few operators that spring it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfs import A4, Sheet, pdf, rule, text

from agendapack.errors import EncryptedPdf, NotAPdf
from agendapack.layout import Line, Page
from agendapack.reading import pdfium
from agendapack.reading.sheet import clean


def read(content: str, **sheet: object) -> Page:
    """The page of a single sheet."""
    unicode = sheet.pop("unicode", None)
    return pdfium.read(pdf(Sheet(content, **sheet), unicode=unicode)).page(1)  # type: ignore[arg-type]


def lines(content: str, **sheet: object) -> list[str]:
    return [line.text for line in read(content, **sheet).lines]


def only(content: str, **sheet: object) -> Line:
    (line,) = read(content, **sheet).lines
    return line


# --- size and weight ----------------------------------------------------------------------------------------------------------


def test_a_font_size_of_one_is_scaled_by_the_matrix() -> None:
    assert only("BT /F1 1 Tf 11.5 0 0 11.5 72 700 Tm (Council) Tj ET").size == 11.5


def test_a_size_is_scaled_by_the_matrix_around_the_text_too() -> None:
    assert only("q 2 0 0 2 0 0 cm BT /F1 6 Tf 36 350 Td (Council) Tj ET Q").size == 12


def test_bold_is_known_by_the_name_of_the_font() -> None:
    assert only(text(72, 700, "RECOMMENDATION", font="F2")).bold
    assert not only(text(72, 700, "RECOMMENDATION", font="F1")).bold


def test_bold_is_known_by_the_weight_of_the_font() -> None:
    line = only(text(72, 700, "RECOMMENDATION", font="F4"))
    assert line.bold
    assert line.font == "Plain"


def test_bold_is_known_by_the_stroke_of_the_letters() -> None:
    assert only("BT /F1 12 Tf 2 Tr 0.3 w 72 700 Td (RECOMMENDATION) Tj ET").bold


def test_a_line_with_a_light_label_before_bold_words_is_told_by_its_spans() -> None:
    line = only(text(72, 700, "From:") + text(130, 700, "The Director of Parks", font="F2"))
    assert [(span.text.strip(), span.bold) for span in line.spans] == [("From:", False), ("The Director of Parks", True)]
    assert not line.bold


def test_bold_drawn_twice_comes_once() -> None:
    assert lines(text(72, 700, "RECOMMENDATION") + text(72.3, 700, "RECOMMENDATION")) == ["RECOMMENDATION"]


# --- characters ---------------------------------------------------------------------------------------------------------------


def test_hyphens_at_the_end_of_a_line_are_hyphens() -> None:
    assert lines(text(72, 700, "a plan for low-") + text(72, 686, "carbon heating")) == ["a plan for low-", "carbon heating"]


@pytest.mark.parametrize(("code", "seen"), [("\uf0b7", "•"), ("\uf0a7", "▪"), ("\uf0d8", "➢"), ("\uf0fc", "✓"), ("\uf02d", "-")])
def test_the_marks_of_a_word_processor_s_lists_are_the_signs_that_are_seen(code: str, seen: str) -> None:
    assert clean(f"{code} note") == f"{seen} note"


@pytest.mark.parametrize("hyphen", ["\u00ad", "\ufffe", "\u0002"])
def test_other_codes_for_a_hyphen_are_hyphens(hyphen: str) -> None:
    source = text(72, 700, "low~carbon", font="F3")
    assert lines(source, unicode={letter: letter for letter in "lowcarbn"} | {"~": hyphen}) in (["low-carbon"], ["lowcarbon"])


def test_unusual_spaces_are_spaces() -> None:
    letters = {letter: letter for letter in "Item7"} | {"~": "\u00a0"}
    assert lines(text(72, 700, "Item~7", font="F3"), unicode=letters) == ["Item 7"]


def test_ligatures_are_spelt_out() -> None:
    letters = {letter: letter for letter in "Ofcer"} | {"~": "\ufb01"}
    assert lines(text(72, 700, "Of~cer", font="F3"), unicode=letters) == ["Officer"]


def test_control_characters_are_dropped() -> None:
    letters = {letter: letter for letter in "Council"} | {"~": "\u0001"}
    assert lines(text(72, 700, "Coun~cil", font="F3"), unicode=letters) == ["Council"]


# --- order and gaps -----------------------------------------------------------------------------------------------------------


def test_lines_are_read_from_the_top_whatever_was_drawn_first() -> None:
    drawn = text(72, 100, "third") + text(72, 700, "first") + text(72, 400, "second")
    assert lines(drawn) == ["first", "second", "third"]


def test_a_row_is_read_from_the_left_whatever_was_drawn_first() -> None:
    row = only(text(300, 700, "Response") + text(72, 700, "Recommendation"))
    assert row.text == "Recommendation Response"
    assert [cell.text for cell in row.cells] == ["Recommendation", "Response"]


def test_raised_figures_stay_in_their_row() -> None:
    assert lines(text(72, 700, "Council") + text(115, 704, "1", size=7)) in (["Council1"], ["Council 1"])


def test_pieces_of_a_word_are_joined_and_words_are_not() -> None:
    """Helvetica at 12 points: "Com" ends at 72 + 22.0, "mittee" would follow at 94."""
    assert lines(text(72, 700, "Com") + text(94.1, 700, "mittee") + text(132, 700, "meets")) == ["Committee meets"]


def test_words_moved_apart_without_a_space_are_two() -> None:
    assert lines("BT /F1 12 Tf 72 700 Td [(Item) -400 (title)] TJ ET") == ["Item title"]


def test_what_is_raised_behind_a_figure_belongs_to_its_word() -> None:
    # The ink of a "1" ends well before its slot does.
    day = text(72, 700, "Closes on 31", size=12) + text(142.4, 703.6, "st ", size=8) + text(148.6, 700, " March", size=12)
    assert lines(day) == ["Closes on 31st March"]


def test_what_stands_apart_behind_a_figure_is_a_word_of_its_own() -> None:
    assert lines(text(72, 700, "Table 1", size=12) + text(116, 703.6, "note", size=8)) == ["Table 1 note"]


def test_figures_drawn_one_by_one_are_one_number() -> None:
    drawn, x = "", 72.0
    for figure in "471105":
        drawn += text(x, 700, figure)
        x += 6.67 if figure.isdigit() else 3.34
    assert lines(drawn) == ["471105"]


def test_letters_spaced_out_by_hand_keep_their_spaces() -> None:
    assert lines(text(72, 700, "A G E N D A")) == ["A G E N D A"]


def test_letters_spaced_a_little_by_the_font_are_one_word() -> None:
    assert lines("BT /F1 12 Tf 1 Tc 72 700 Td (AGENDA) Tj ET") == ["AGENDA"]


# --- the sheet ----------------------------------------------------------------------------------------------------------------


def test_boxes_are_measured_from_the_top_left() -> None:
    box = only(text(72, 700, "Council")).box
    assert box.x0 == pytest.approx(72, abs=1.5)
    assert box.top < 842 - 700 < box.bottom + 1
    assert box.bottom - box.top < 12


def test_boxes_are_measured_from_the_crop_box() -> None:
    box = only(text(72, 700, "Council"), crop=(50, 100, 550, 800)).box
    assert box.x0 == pytest.approx(22, abs=1.5)
    assert box.bottom == pytest.approx(100, abs=1.5)


def test_the_size_of_the_sheet_is_that_of_its_crop_box() -> None:
    page = read(text(72, 700, "Council"), crop=(50, 100, 550, 800))
    assert (page.width, page.height) == (500, 700)


def test_text_outside_the_sheet_is_dropped() -> None:
    outside = text(72, 900, "above") + text(700, 400, "beside") + text(72, -40, "below")
    assert lines(outside + text(72, 700, "inside")) == ["inside"]
    assert lines(text(72, 700, "cut off") + text(72, 400, "inside"), crop=(0, 0, 595, 600)) == ["inside"]


UPRIGHT = {
    0: "1 0 0 1 100 700",
    90: "0 1 -1 0 142 100",
    180: "-1 0 0 -1 495 142",
    270: "0 -1 1 0 453 742",
}
"""The matrices with which a producer sets text that stands upright on a sheet turned by so much, 100 from the left, 142 down."""


@pytest.mark.parametrize("rotate", UPRIGHT)
def test_text_set_for_a_turned_sheet_is_upright(rotate: int) -> None:
    line = only(f"BT /F1 12 Tf {UPRIGHT[rotate]} Tm (Council) Tj ET", rotate=rotate)
    assert line.turned == 0
    assert line.box.x0 == pytest.approx(100, abs=1.5)
    assert line.box.bottom == pytest.approx(142, abs=1.5)


@pytest.mark.parametrize("rotate", [90, 270])
def test_a_turned_sheet_is_as_wide_as_it_is_shown(rotate: int) -> None:
    page = read(text(72, 700, "Council"), rotate=rotate)
    assert (page.width, page.height) == (A4[3], A4[2])


def test_a_stamp_that_is_turned_with_the_sheet_comes_after_the_text_and_says_so() -> None:
    """A landscape paper on a portrait sheet, turned for the screen; the stamp was set for the portrait sheet."""
    table = f"BT /F1 12 Tf {UPRIGHT[90]} Tm (Work programme) Tj ET "
    page = read(text(280, 20, "Page 7") + table, rotate=90)
    assert [(line.text, line.turned) for line in page.lines] == [("Work programme", 0), ("Page 7", 90)]
    stamp = page.lines[1].box
    assert stamp.bottom - stamp.top > stamp.x1 - stamp.x0
    assert stamp.x0 == pytest.approx(20, abs=3)


def test_rows_of_turned_text_are_read_along_their_direction() -> None:
    up = "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Children and) Tj ET BT /F1 12 Tf 0 1 -1 0 114 100 Tm (families) Tj ET"
    assert [(line.text, line.turned) for line in read(up).lines] == [("Children and", 270), ("families", 270)]


# --- forms, pictures, rules ---------------------------------------------------------------------------------------------------


def test_text_in_a_form_stands_where_the_form_is_drawn() -> None:
    line = only("q 0.5 0 0 0.5 100 300 cm /Fm Do Q", forms={"Fm": text(40, 600, "Council", size=24)})
    assert line.size == 12
    assert line.box.x0 == pytest.approx(120, abs=1.5)
    assert line.box.bottom == pytest.approx(842 - 600, abs=1.5)


def test_text_in_a_form_joins_the_row_of_the_text_beside_it() -> None:
    content = text(72, 700, "Contact Officer:") + "q 1 0 0 1 100 100 cm /Fm Do Q"
    assert lines(content, forms={"Fm": text(70, 600, "A. Green")}) == ["Contact Officer: A. Green"]


BESIDE = (160.0, 695.0, 400.0, 715.0)


@pytest.mark.parametrize("kind", ["Widget", "FreeText", "Stamp"])
def test_what_was_typed_into_a_field_or_onto_the_sheet_is_part_of_it(kind: str) -> None:
    label = text(72, 700, "Decision maker:")
    assert lines(label, typed=[(kind, BESIDE, "Director of Place", 4)]) == ["Decision maker: Director of Place"]


def test_what_was_typed_stands_where_it_is_shown() -> None:
    page = read("", typed=[("Widget", BESIDE, "Director of Place", 4)])
    (line,) = page.lines
    assert (line.box.x0, line.box.bottom) == pytest.approx((162, 142), abs=3)


@pytest.mark.parametrize(("kind", "flags"), [("Widget", 2), ("FreeText", 32), ("Text", 4), ("Popup", 4)])
def test_a_hidden_field_and_the_note_behind_a_mark_are_no_part_of_it(kind: str, flags: int) -> None:
    unseen, seen = (kind, BESIDE, "nobody sees this", flags), ("Widget", (72.0, 600.0, 300.0, 620.0), "Place", 4)
    assert lines(text(72, 700, "Decision maker:"), typed=[unseen]) == ["Decision maker:"]
    assert lines(text(72, 700, "Decision maker:"), typed=[unseen, seen]) == ["Decision maker:", "Place"]


def test_the_links_of_a_sheet_with_fields_are_still_links() -> None:
    sheet = Sheet(text(72, 700, "3. Parks"), links=[((72, 690, 120, 710), 2)], typed=[("Widget", BESIDE, "to follow", 4)])
    page = pdfium.read(pdf(sheet, Sheet())).page(1)
    assert [(link.target, [line.text for line in page.lines]) for link in page.links] == [(2, ["3. Parks to follow"])]


PICTURE = "q 200 0 0 200 72 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q "


def test_a_sheet_with_a_picture_only_has_no_lines() -> None:
    page = read(PICTURE)
    assert (page.lines, page.images, page.unreadable) == ((), 1, None)


def test_rules_and_pictures_are_counted_in_forms_too() -> None:
    page = read(PICTURE + rule(72, 500, 500, 500) + "/Fm Do", forms={"Fm": rule(72, 400, 500, 400) + PICTURE})
    assert (page.images, page.paths) == (2, 2)


# --- what nobody can see ------------------------------------------------------------------------------------------------------


def hidden(content: str, **sheet: object) -> dict[str, bool]:
    return {line.text: line.hidden for line in read(content, **sheet).lines}


BLUE, WHITE, BLACK = "0 0 0.4 rg ", "1 1 1 rg ", "0 g "
CELL = "60 690 300 30 re f "


@pytest.mark.parametrize("mode", [3, 7])
def test_text_that_is_not_painted_is_hidden(mode: int) -> None:
    assert hidden(f"{mode} Tr " + text(72, 700, "scanned words")) == {"scanned words": True}


SCAN = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q "


def test_words_recognised_on_a_scan_are_seen_whether_they_lie_over_the_picture_or_under_it() -> None:
    words = "q 3 Tr " + text(72, 700, "scanned words") + " Q "
    assert hidden(SCAN + words) == hidden(words + SCAN) == {"scanned words": False}


def test_unpainted_text_beside_or_on_a_small_picture_is_hidden() -> None:
    assert hidden(PICTURE + "3 Tr " + text(72, 700, "beside") + text(80, 500, "on it")) == {"beside": True, "on it": True}


def test_white_text_on_paper_is_hidden() -> None:
    assert hidden(WHITE + text(72, 700, "white") + BLACK + text(72, 600, "black")) == {"white": True, "black": False}


def test_white_heads_on_a_dark_cell_are_seen() -> None:
    assert hidden(BLUE + CELL + WHITE + text(72, 700, "Recommendation")) == {"Recommendation": False}


def test_white_text_on_a_dark_cell_in_a_form_is_seen() -> None:
    form = BLUE + "60 90 300 30 re f " + WHITE + text(72, 100, "Recommendation")
    assert hidden("q 1 0 0 1 0 600 cm /Fm Do Q", forms={"Fm": form}) == {"Recommendation": False}


def test_white_text_on_a_picture_is_seen() -> None:
    assert hidden(PICTURE + WHITE + text(100, 500, "Our plan")) == {"Our plan": False}


def test_white_text_is_hidden_where_the_dark_cell_is_painted_over_or_elsewhere() -> None:
    over = BLUE + CELL + WHITE + CELL + text(72, 700, "white")
    beside = BLUE + CELL + WHITE + text(72, 500, "white")
    after = WHITE + text(72, 700, "white") + "q " + "0.9 g 60 400 300 30 re f Q "
    for content in (over, beside, after):
        assert hidden(content) == {"white": True}


def test_an_outlined_cell_is_no_dark_ground() -> None:
    assert hidden(BLUE + "60 690 300 30 re S " + WHITE + text(72, 700, "white")) == {"white": True}


def test_a_line_is_hidden_only_where_all_of_it_is() -> None:
    assert hidden(text(72, 700, "Council") + WHITE + text(200, 700, "white")) == {"Council white": False}


# --- outline, links, title ----------------------------------------------------------------------------------------------------


def test_the_outline_names_the_sheets() -> None:
    document = pdfium.read(pdf(Sheet(), Sheet(), bookmarks=[("Agenda", 1), ("1 Apologies", 2)]))
    assert [(mark.level, mark.title, mark.sheet) for mark in document.bookmarks] == [(0, "Agenda", 1), (0, "1 Apologies", 2)]


def test_an_outline_that_runs_in_a_circle_ends() -> None:
    document = pdfium.read(pdf(Sheet(), bookmarks=[("Agenda", 1), ("1 Apologies", 1)], bookmarks_loop=True))
    assert [mark.title for mark in document.bookmarks] == ["Agenda", "1 Apologies"]


def test_links_name_the_sheet_to_which_they_lead() -> None:
    document = pdfium.read(pdf(Sheet(links=[((72, 690, 200, 710), 2)]), Sheet()))
    (link,) = document.page(1).links
    assert link.target == 2
    assert (link.box.x0, link.box.top, link.box.x1, link.box.bottom) == pytest.approx((72, 132, 200, 152))


def test_the_title_is_the_pdfs_own() -> None:
    assert pdfium.read(pdf(Sheet(), title="Agenda for  Cabinet")).title == "Agenda for Cabinet"
    assert pdfium.read(pdf(Sheet())).title is None


# --- files that cannot be read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", [b"", b"   ", b"<html>Sign in</html>", pdf(Sheet(text(72, 700, "Council")))[:200], pdf()])
def test_what_is_no_pdf_says_so(source: bytes) -> None:
    with pytest.raises(NotAPdf):
        pdfium.read(source)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pdfium.read(tmp_path / "pack.pdf")


def test_an_encrypted_file_needs_its_password() -> None:
    source = pdf(Sheet(text(72, 700, "Council")), password="plane tree")
    for password in (None, "oak"):
        with pytest.raises(EncryptedPdf):
            pdfium.read(source, password)
    assert [line.text for line in pdfium.read(source, "plane tree").page(1).lines] == ["Council"]


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    source = pdf(Sheet(text(72, 700, "Council")))
    (tmp_path / "pack.pdf").write_bytes(source)
    assert pdfium.read(tmp_path / "pack.pdf") == pdfium.read(source)


def test_a_damaged_sheet_keeps_its_number_and_costs_no_other() -> None:
    source = pdf(Sheet(text(72, 700, "first")), Sheet(text(72, 700, "lost")), Sheet(text(72, 700, "third")))
    second = source.index(b"/Type /Page /Parent", source.index(b"/Type /Page /Parent") + 1)
    damaged = source[:second] + source[second:].replace(b"/Type /Page /Parent", b"/Type /Nope /Parent", 1)
    document = pdfium.read(damaged)
    assert [page.sheet for page in document.pages] == [1, 2, 3]
    assert [line.text for line in document.page(1).lines] == ["first"]
    assert [line.text for line in document.page(3).lines] == ["third"]


def test_damaged_contents_leave_what_could_be_read() -> None:
    assert lines(text(72, 700, "Council") + "BT /F1 12 Tf 72 600 Td (cut")[0] == "Council"


def test_progress_is_told_after_each_sheet() -> None:
    told: list[tuple[int, int]] = []
    pdfium.read(pdf(Sheet(), Sheet()), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


# --- whose characters are whose -----------------------------------------------------------------------------------------------


def test_each_object_has_its_own_words_on_a_sheet_of_long_and_short_ones() -> None:
    """Characters are told apart by object in strides; objects of one letter between long ones must not be stepped over."""
    content = "".join(
        text(72 + 7 * place, 760 - 14 * row, "o" * (1 if place % 2 else 1 + row % 3)) + text(300, 760 - 14 * row, "a longer cell")
        for row in range(20)
        for place in range(0, 12, 3)
    )
    found = read(content + text(72, 300, "and the last line, which is the longest of them all"))
    assert [line.cells[-1].text for line in found.lines[:-1]] == ["a longer cell"] * 20
    assert found.lines[-1].text == "and the last line, which is the longest of them all"


def test_a_sheet_drawn_letter_by_letter_is_read_like_any_other() -> None:
    words = "The Cabinet meets in the Council Chamber"
    widths = {" ": 3.34, "T": 7.33, "C": 8.67, "m": 10.0, "i": 2.67, "l": 2.67, "t": 3.34, "r": 4.0, "c": 6.0, "s": 6.0}
    drawn = ""
    for row in range(30):
        x = 72.0
        for letter in words:
            drawn += text(x, 780 - 20 * row, letter)
            x += widths.get(letter, 6.67)
    assert lines(drawn) == [words] * 30


def test_an_object_that_holds_no_characters_gives_nothing() -> None:
    assert lines(text(72, 700, "") + text(72, 700, "   ") + text(72, 650, "Council")) == ["Council"]
