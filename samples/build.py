#!/usr/bin/env python3
"""Typeset the sample packs: `python samples/build.py [SLUG ...]` makes `samples/SLUG/pack.pdf` of `source.txt`.

The packs are invented, so they may be published, and each trap in them stands in a source that a person can read
and change. The same source gives the same bytes: no clock is read. The markup is described in `README.md`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from typeset.house import House
from typeset.markup import blocks
from typeset.sheets import typeset

SAMPLES = Path(__file__).resolve().parent


def build(source: Path) -> int:
    """Typeset one source beside itself and say how many sheets it took."""
    settings, _, body = source.read_text(encoding="utf-8").partition("\n---\n")
    house, facts = House.read(settings)
    return typeset(blocks(body), house, facts, source.with_name("pack.pdf"))


def chosen(slugs: list[str]) -> Iterator[Path]:
    """The sources asked for, or all of them."""
    for slug in slugs or sorted(path.parent.name for path in SAMPLES.glob("*/source.txt")):
        yield SAMPLES / slug / "source.txt"


def main() -> int:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="a folder of samples/ (all of them where none is named)")
    for source in chosen(parser.parse_args().slugs):
        if not source.is_file():
            parser.error(f"no sample {source.parent.name!r}: {source} is missing")
        print(f"{source.parent.name}: {build(source)} sheets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
