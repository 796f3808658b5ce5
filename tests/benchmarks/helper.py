"""What the measurements need the libraries for, in processes of their own: packs of a size, what a record holds, the stages."""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))


def packs(folder: str, *sizes: str) -> None:
    """For each size the pack of the corpus that is nearest to it; a drawn one where there is no corpus."""
    import pypdfium2  # noqa: PLC0415

    corpus = os.environ.get("AGENDAPACK_CORPUS")
    known = {path: len(pypdfium2.PdfDocument(path)) for path in sorted((Path(corpus) / "packs").glob("*.pdf"))} if corpus else {}
    for size in map(int, sizes):
        if known:
            path = min(known, key=lambda each: abs(known[each] - size))
            print(path.stem, path, known[path], sep="\t")
        else:
            path = Path(folder) / f"drawn-{size}.pdf"
            extend(str(path), str(size))
            print("drawn pack", path, size, sep="\t")


def extend(path: str, size: str) -> None:
    """A pack of as many sheets: the longest of the corpus again and again, else drawn packs one after the other."""
    import pypdfium2  # noqa: PLC0415

    made, wanted = pypdfium2.PdfDocument.new(), int(size)
    corpus, seed = os.environ.get("AGENDAPACK_CORPUS"), 9000
    known = sorted((Path(corpus) / "packs").glob("*.pdf")) if corpus else []
    longest = max(known, key=lambda each: len(pypdfium2.PdfDocument(each)), default=None)
    while len(made) < wanted:
        if longest:
            part = pypdfium2.PdfDocument(longest)
        else:
            from generator.build import make  # noqa: PLC0415

            part = pypdfium2.PdfDocument(make(seed).pdf)
            seed += 1
        made.import_pages(part, list(range(min(len(part), wanted - len(made)))))
    made.save(path)


def found(record: str) -> None:
    """How much a record holds."""
    from agendapack.records import AgendaPack  # noqa: PLC0415

    pack = AgendaPack.model_validate_json(Path(record).read_bytes())
    reports = [report for item in pack.items for report in item.reports]
    recommendations = sum(len(each.recommendations) for each in pack.items) + sum(len(each.recommendations) for each in reports)
    contacts = sum(len(each.contacts) for each in pack.items) + sum(len(each.contacts) for each in reports)
    print(f"{len(pack.items)} items, {len(reports)} papers, {recommendations} recommendations, {contacts} contacts")


def item(record: str) -> None:
    """The number of an item that has recommendations."""
    from agendapack.records import AgendaPack  # noqa: PLC0415

    pack = AgendaPack.model_validate_json(Path(record).read_bytes())
    print(next((one.number for one in pack.items if one.number and one.recommendations), pack.items[0].number))


def stages(path: str) -> None:
    """The seconds of processor time that each stage takes for a pack, as JSON; the second parse of this process counts."""
    from agendapack import assemble, pipeline  # noqa: PLC0415
    from agendapack.reading import pdfium, tables  # noqa: PLC0415

    spent: dict[str, float] = defaultdict(float)
    running: list[float] = []

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            begun = process_time()
            running.append(0.0)
            try:
                return work(*arguments, **named)
            finally:
                took = process_time() - begun
                spent[name] += took - running.pop()
                if running:
                    running[-1] += took

        return run

    pipeline.parse_pdf(Path(path))
    for module, name, title in (
        *((pdfium, "read", "read the sheets"), (tables, "find", "find tables"), (tables, "sheets_with_cells", "find tables")),
        *((pipeline, name, name) for name in ("publisher", "tidy", "front", "split", "check")),
        *((assemble, name, name) for name in STAGES),
    ):
        setattr(module, name, timed(title, getattr(module, name)))
    timed("put together", pipeline.parse_pdf)(Path(path))
    print(json.dumps(spent))


STAGES = (
    *("recommend", "contacts", "respond", "actions", "unresolved", "planned", "decide", "deadlines", "amendments", "movers"),
    *("report_by", "beside_tables", "pro_forma", "classify_item", "classify_paper"),
)
"""The stages that records are put together from."""

if __name__ == "__main__":
    {each.__name__: each for each in (packs, extend, found, item, stages)}[sys.argv[1]](*sys.argv[2:])
