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


def main() -> None:
    """Parse the sample and save its view. The font is left to the viewer: the picture fetches nothing from elsewhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(render.show(agendapack.parse(PACK)))
    svg = console.export_svg(title="agendapack show pack.pdf", unique_id="agendapack")
    svg = re.sub(r"@font-face \{.*?\}\s*|<!-- .*? -->", "", svg, flags=re.DOTALL)
    (SAMPLES / "show.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
