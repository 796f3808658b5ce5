"""Packs that several tests look at are parsed once: the samples, and those of a corpus where there is one.

`AGENDAPACK_CORPUS` names a folder with `packs/` (PDFs) and `eval/` (`score.py`, and `gold/` with records of some of them).
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

import agendapack
from agendapack.records import AgendaPack

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="agendapack-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

# What a shell starts in the background ignores Ctrl-C, and so would the programs that the tests send one to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/pack.pdf"))
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pack with its record, and where a careful reader's record of it is (None where nobody has read it)."""

    name: str
    pdf: Path
    gold: Path | None
    record: AgendaPack


def parse_all(pdfs: Iterable[Path]) -> dict[Path, AgendaPack]:
    """The record of each PDF, parsed in processes of their own, the longest first."""
    ordered = sorted(pdfs, key=lambda pdf: pdf.stat().st_size, reverse=True)
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        return dict(zip(ordered, pool.map(agendapack.parse, ordered), strict=True))


@pytest.fixture(scope="session")
def samples() -> tuple[Parsed, ...]:
    """The sample packs, parsed in this process."""
    return tuple(Parsed(pdf.parent.name, pdf, pdf.with_name("gold.json"), agendapack.parse(pdf)) for pdf in SAMPLES)


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """The corpus; the test is skipped where there is none."""
    folder = os.environ.get("AGENDAPACK_CORPUS")
    if not folder:
        pytest.skip("AGENDAPACK_CORPUS names no corpus")
    return Path(folder)


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> tuple[Parsed, ...]:
    """The packs of the corpus."""
    records = parse_all(sorted((corpus_folder / "packs").glob("*.pdf")))
    gold = corpus_folder / "eval" / "gold"
    found = []
    for pdf, record in sorted(records.items()):
        read = gold / f"{pdf.stem}.json"
        found.append(Parsed(pdf.stem, pdf, read if read.is_file() else None, record))
    return tuple(found)
