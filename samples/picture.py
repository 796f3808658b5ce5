#!/usr/bin/env python3
"""Draw the README's picture: `python samples/picture.py` writes `samples/show.svg`, what `agendapack show` prints of a sample."""

import io
import re
from pathlib import Path

from rich.console import Console

import agendapack
from agendapack import render

SAMPLES = Path(__file__).resolve().parent
PACK = SAMPLES / "wendlemere-cabinet-2031-03-18-addenda" / "pack.pdf"
COLUMNS = 104


def draw() -> str:
    """The picture as SVG. The font is left to the viewer: the picture fetches nothing from elsewhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(render.show(agendapack.parse(PACK)))
    svg = console.export_svg(title="agendapack show pack.pdf", unique_id="agendapack")
    return re.sub(r"@font-face \{.*?\}\s*|<!-- .*? -->", "", svg, flags=re.DOTALL)


def words(svg: str) -> str:
    """What a picture says, without how."""
    return " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", svg, flags=re.DOTALL).split())


if __name__ == "__main__":
    (SAMPLES / "show.svg").write_text(draw(), encoding="utf-8")
