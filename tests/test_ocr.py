"""Scanned sheets: read by OCR where the user asks for it, and said to be; a stand-in for OCRmyPDF does what it seldom does."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from pdfs import Sheet, pdf, text

import agendapack
from agendapack import ocr
from agendapack.errors import NoText, OcrMissing
from agendapack.layout import Scan
from agendapack.matching import likeness
from agendapack.records import AgendaPack

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of POSIX")
REAL = pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")), reason="OCRmyPDF and Tesseract are not installed"
)
SAMPLES = Path(__file__).parent.parent / "samples"

SAID = "The Cabinet is RECOMMENDED to agree the plan."
PAPER = Sheet(text(72, 760, "Report of the Head of Parks", size=16) + text(72, 700, SAID))
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
"""A sheet that is all picture."""

STAND_IN = """#!{python}
import os, sys, time
sys.path[:0] = {path!r}
*options, source, target = sys.argv[1:]
open({log!r}, "a").write(" ".join(options) + "\\n")
how = os.environ.get("OCR", "reads")
if how == "hangs":
    os.fork() or time.sleep(600)
    time.sleep(600)
if how == "fails":
    print("Warming up", file=sys.stderr)
    print("\\x1b[31mPriorOcrFoundError: the page has been read before.", file=sys.stderr)
    sys.exit(6)
if how == "gives noise":
    open(target, "wb").write(b"%PDF-1.7 and nothing")
    sys.exit(0)
import pypdfium2
from pdfs import Sheet, pdf, text
sheets = pypdfium2.PdfDocument(source)
read = " 3 Tr " + text(72, 760, "Report of the Head of Parks", size=16) + text(72, 700, {said!r})
words = {picture!r} + ("" if how == "finds nothing" else read)
box = (0.0, 0.0, 595.0, 300.0) if how == "cuts" else (0.0, 0.0, 595.0, 842.0)
count = len(sheets) - (how == "loses one")
open(target, "wb").write(pdf(*[Sheet(words, media=box)] * count))
"""


def scanned(content: bytes, sheets: Sequence[int] | None = None, *, dpi: int = 60, stamp: str = "") -> bytes:
    """A PDF with some of its sheets (all, without a list) as pictures of themselves, perhaps with a text drawn over them."""
    before, out = pypdfium2.PdfDocument(content), io.BytesIO()
    after = pypdfium2.PdfDocument.new()
    for index, page in enumerate(before):
        if sheets is not None and index + 1 not in sheets:
            after.import_pages(before, [index])
            continue
        width, height = page.get_size()
        picture = pypdfium2.PdfImage.new(after)
        picture.set_bitmap(page.render(scale=dpi / 72))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        sheet = after.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    after.save(out)
    return out.getvalue()


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program that stands in for OCRmyPDF: environment variable OCR says what it does. Gives where it notes its options."""
    place, told = tmp_path / "bin", tmp_path / "log"
    place.mkdir()
    script = STAND_IN.format(python=sys.executable, path=[str(Path(__file__).parent)], log=str(told), said=SAID, picture=PICTURE)
    for name, content in (("ocrmypdf", script), ("tesseract", "#!/bin/sh\necho eng\necho cym\n")):
        (place / name).write_text(content, encoding="utf-8")
        (place / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield told
    assert list((tmp_path / "tmp").iterdir()) == []


def said(pack: AgendaPack) -> list[str]:
    return [each.text for item in pack.items for paper in item.reports for each in paper.recommendations]


def findings(pack: AgendaPack) -> dict[str, str]:
    return {each.code: each.message for each in pack.findings if each.code in ("sheet-ocred", "sheet-without-text")}


@POSIX
class TestReading:
    def test_a_scan_is_read_and_said_to_be(self, log: Path) -> None:
        content = scanned(pdf(PAPER))
        with pytest.raises(NoText) as without:
            agendapack.parse(content)
        assert "--ocr" in without.value.next_step
        pack = agendapack.parse(content, ocr=True)
        assert said(pack) == ["agree the plan."]
        assert pack.source.ocred == (1,)
        assert pack.status == "partial"
        assert findings(pack) == {"sheet-ocred": "Sheet 1 is a scan: the words are what OCR read, and some may be misread."}

    def test_a_mixed_pack_keeps_its_good_sheets_as_they_are(self, log: Path) -> None:
        content = scanned(pdf(PAPER, Sheet(text(72, 700, "Appendix A")), Sheet(text(72, 700, "Appendix B"))), [2, 3])
        before, after = agendapack.parse(content), agendapack.parse(content, ocr=True)
        assert findings(before) == {"sheet-without-text": "Sheets 2 to 3 have a picture and no text."}
        assert said(before) == ["agree the plan."]
        assert before.source.ocred == ()
        assert after.source.ocred == (2, 3)
        assert after.items[0].reports[0].recommendations[0].evidence == before.items[0].reports[0].recommendations[0].evidence
        assert after.source.sha256 == before.source.sha256

    def test_only_sheets_without_text_go_to_ocr_and_none_where_there_is_none(self, log: Path) -> None:
        agendapack.parse(pdf(PAPER), ocr=True)
        assert not log.exists()
        agendapack.parse(scanned(pdf(*[PAPER] * 20), range(2, 12)), ocr=True)
        assert len(log.read_text(encoding="utf-8").splitlines()) == 2  # ten sheets, eight at a time

    def test_a_stamp_does_not_keep_a_scan_from_being_read(self, log: Path) -> None:
        ocr.read([Scan((1,), scanned(pdf(PAPER)), stamped=True), Scan((2,), scanned(pdf(PAPER)))], megabytes=2000)
        first, second = log.read_text(encoding="utf-8").splitlines()
        assert "--redo-ocr" in first
        assert "--skip-text" in second

    def test_the_languages_of_the_scans_are_handed_on(self, log: Path, tmp_path: Path) -> None:
        (tmp_path / "scan.pdf").write_bytes(scanned(pdf(PAPER)))
        command = [sys.executable, "-m", "agendapack", "parse", str(tmp_path / "scan.pdf")]
        for options, languages in ((["--ocr"], "eng"), (["--ocr-languages", "eng+cym"], "eng+cym")):
            subprocess.run([*command, *options], stdin=subprocess.DEVNULL, capture_output=True, check=True)
            assert f"--language {languages} " in log.read_text(encoding="utf-8").splitlines()[-1]

    def test_progress_is_told(self, log: Path) -> None:
        told: list[tuple[int, int]] = []
        scans = [Scan((1, 2), scanned(pdf(PAPER, PAPER))), Scan((3,), scanned(pdf(PAPER)))]
        ocr.read(scans, megabytes=2000, progress=lambda done, total: told.append((done, total)))
        assert told == [(2, 3), (3, 3)]

    def test_a_protected_pack_is_read_with_its_password(self, log: Path) -> None:
        content = pdf(Sheet(PICTURE), password="plane tree")
        assert said(agendapack.parse(content, ocr=True, password="plane tree")) == ["agree the plan."]


@POSIX
class TestFailures:
    @pytest.mark.parametrize(
        ("how", "why"),
        [
            ("fails", "OCR failed: \ufffd[31mPriorOcrFoundError: the page has been read before."),
            ("gives noise", "OCR failed: what it gave back are not these sheets."),
            ("loses one", "OCR failed: what it gave back are not these sheets."),
            ("cuts", "OCR failed: what it gave back are not these sheets."),
            ("finds nothing", "no text."),
        ],
    )
    def test_what_goes_wrong_is_told_and_the_good_sheets_are_kept(
        self, log: Path, monkeypatch: pytest.MonkeyPatch, how: str, why: str
    ) -> None:
        monkeypatch.setenv("OCR", how)
        pack = agendapack.parse(scanned(pdf(PAPER, PAPER), [2]), ocr=True)
        assert findings(pack)["sheet-without-text"].endswith(why)
        assert said(pack) == ["agree the plan."]
        assert pack.source.ocred == ()

    def test_a_pack_of_scans_alone_that_ocr_cannot_read_is_an_error_with_the_reason(
        self, log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OCR", "fails")
        with pytest.raises(NoText, match=r"OCR failed: .*PriorOcrFoundError"):
            agendapack.parse(scanned(pdf(PAPER)), ocr=True)

    def test_what_hangs_is_ended_with_all_that_it_started(self, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("OCR", "hangs")
        (scan,) = ocr.read([Scan((4,), scanned(pdf(PAPER)))], megabytes=2000, seconds=1)
        assert scan.failure == "it took more than 1 seconds"
        assert_nothing_hangs(log)

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_it_and_leaves_nothing(
        self, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
    ) -> None:
        monkeypatch.setenv("OCR", "hangs")
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        (tmp_path / "scan.pdf").write_bytes(scanned(pdf(PAPER)))
        command = [sys.executable, "-m", "agendapack", "parse", str(tmp_path / "scan.pdf"), "--ocr"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while not log.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(how)
        process.communicate(timeout=30)
        assert process.returncode == 128 + how
        assert_nothing_hangs(log)

    @pytest.mark.parametrize("gone", ["ocrmypdf", "tesseract"])
    def test_without_the_programs_it_is_told_before_anything_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
    ) -> None:
        monkeypatch.setattr(ocr, "find_spec", lambda _: None)
        monkeypatch.setattr(shutil, "which", lambda name: None if name == gone else f"/usr/bin/{name}")
        with pytest.raises(OcrMissing) as error:
            agendapack.parse(b"no PDF", ocr=True)
        assert "not installed" in error.value.sentence
        assert "apt install ocrmypdf tesseract-ocr" in error.value.next_step
        assert error.value.exit_status == 13

    def test_a_language_that_tesseract_does_not_know_is_told_before_anything_is_read(self, log: Path) -> None:
        for languages in ("eng+tlh", "tlh", "", "eng+", "../eng"):
            with pytest.raises(OcrMissing) as error:
                agendapack.parse(b"no PDF", ocr=True, ocr_languages=languages)
            assert "no data for the language" in error.value.sentence
            assert "--list-langs" in error.value.next_step

    def test_the_command_says_so_once_even_of_many_packs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("a.pdf", "b.pdf"):
            (tmp_path / name).write_bytes(scanned(pdf(PAPER)))
        for args in (["parse", str(tmp_path / "a.pdf")], ["track", str(tmp_path)]):
            command = [sys.executable, "-m", "agendapack", *args, "--ocr"]
            empty = {**os.environ, "PATH": str(tmp_path)}
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=empty)
            assert (done.returncode, done.stdout) == (13, "")
            assert done.stderr.count("not installed") == 1


def assert_nothing_hangs(log: Path) -> None:
    """No process of the stand-in runs any more."""
    deadline = time.monotonic() + 10
    program = str(log.parent / "bin" / "ocrmypdf")
    while program in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False).stdout:
        assert time.monotonic() < deadline
        time.sleep(0.1)


@REAL
class TestTheRealOne:
    def test_a_sample_that_was_printed_and_scanned_says_what_the_sample_says(self) -> None:
        sample = (SAMPLES / "brackwater-committee-2031-05-08-supplement" / "pack.pdf").read_bytes()
        true, pack = agendapack.parse(sample), agendapack.parse(scanned(sample, dpi=200), ocr=True)
        assert pack.source.ocred == tuple(range(1, true.source.sheets + 1))
        assert (pack.council, pack.body, pack.meeting_date) == (true.council, true.body, true.meeting_date)
        assert [item.number for item in pack.items] == [item.number for item in true.items]
        papers, trues = ([paper.title for item in each.items for paper in item.reports] for each in (pack, true))
        assert all(max(likeness(title, other) for other in papers) > 0.8 for title in trues)
        assert said(pack)
        assert all(max(likeness(text, other) for other in said(true)) > 0.9 for text in said(pack))

    def test_a_mixed_pack_with_one_sheet_scanned(self) -> None:
        content = scanned(pdf(PAPER, PAPER), [2], dpi=200)
        pack = agendapack.parse(content, ocr=True)
        assert list(findings(pack)) == ["sheet-ocred"], findings(pack)
        assert pack.source.ocred == (2,)
        assert json.loads(pack.model_dump_json())["source"]["ocred"] == [2]
