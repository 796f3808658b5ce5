"""Any bytes as the lines of a pack through every stage that reads text, for hours if need be.

    pip install atheris
    PYTHONPATH=src:tests python tests/fuzz_text.py -max_total_time=1200 -len_control=0 -max_len=2000 FOLDER

Atheris is no part of the development extra: it has wheels for few systems. The bytes choose lines among those that packs
print and words of their own, with places, sizes and weights; what comes of them must be a sound record, whose evidence stands
where it says, in five seconds. In half an hour (60,000 packs) it found one fault, and in the last 13 minutes of it (10,790
packs), when that was mended, none. `test_properties.py` draws from the same words; coverage leads this one into what chance
does not find.
"""

from __future__ import annotations

import sys
from time import process_time

import atheris

with atheris.instrument_imports(include=["agendapack"]):
    from builders import EM, HEIGHT, LEADING
    from invariants import faults, out_of_place
    from test_properties import PHRASES, parsed

    from agendapack.layout import Bookmark, Box, Document, Line, Page, Span
    from agendapack.records import AgendaPack

PATIENCE = 5.0
"""Seconds of processor time for a few sheets, several times slowed by the instruments."""


def document(data: atheris.FuzzedDataProvider) -> Document:
    """The sheets, lines and outline that the bytes choose."""
    pages = []
    for sheet in range(1, data.ConsumeIntInRange(1, 4) + 1):
        lines = [_line(data, sheet) for _ in range(data.ConsumeIntInRange(0, 14))]
        told = sorted((line for line in lines if line.text), key=lambda line: (line.box.top, line.box.x0))
        pages.append(Page(sheet, 595.0, HEIGHT, tuple(told), images=data.ConsumeIntInRange(0, 1)))
    marks = [Bookmark(0, _words(data), data.ConsumeIntInRange(1, len(pages))) for _ in range(data.ConsumeIntInRange(0, 2))]
    return Document(tuple(pages), tuple(marks))


def _words(data: atheris.FuzzedDataProvider) -> str:
    if data.ConsumeBool():
        phrase = PHRASES[data.ConsumeIntInRange(0, len(PHRASES) - 1)]
        return phrase if data.ConsumeBool() else phrase + data.ConsumeUnicodeNoSurrogates(12)
    return str(data.ConsumeUnicodeNoSurrogates(data.ConsumeIntInRange(0, 60)))


def _line(data: atheris.FuzzedDataProvider, sheet: int) -> Line:
    text = " ".join(_words(data).split())
    x = data.PickValueInList([36.0, 72.0, 72.0, 90.0, 108.0, 300.0, 440.0])
    top = 20.0 + LEADING * data.ConsumeIntInRange(0, 55)
    size, bold = data.PickValueInList([9.0, 12.0, 12.0, 16.0]), data.ConsumeBool()
    box = Box(x, top, x + EM * len(text), top + size)
    return Line(sheet, text, box, size, bold, (Span(text, x, box.x1, size, bold),), hidden=data.ConsumeIntInRange(0, 9) == 9)


def one(data: bytes) -> None:
    """One document, held to what holds for any."""
    started = process_time()
    read, record = parsed(document(atheris.FuzzedDataProvider(data)))
    assert faults(record) == []
    assert out_of_place(record, read) == []
    assert AgendaPack.model_validate_json(record.model_dump_json()) == record
    assert process_time() - started < PATIENCE


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
