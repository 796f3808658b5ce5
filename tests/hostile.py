"""PDFs that are damaged, that lie, or that are made to do harm, each built here from a few lines: no binary files.

`CASES` are functions by what is wrong with the file they give. What a reader does with them is for the tests to say.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Mapping

from pdfs import Sheet, pdf, text

GOOD = pdf(
    Sheet(text(72, 760, "Report of the Head of Parks") + text(72, 700, "The Cabinet is RECOMMENDED to agree the plan.")),
    Sheet(text(72, 760, "Appendix A") + text(72, 700, "What it costs.")),
    title="Parks",
    bookmarks=[("Report", 1), ("Appendix A", 2)],
)
"""A file with nothing wrong, to be damaged."""

PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
A4 = "[0 0 595 842]"
SHOWN = (
    "BT /F1 12 Tf 72 760 Td (Report of the Head of Parks) Tj ET\n"
    "BT /F1 12 Tf 72 700 Td (The Cabinet is RECOMMENDED to agree the plan.) Tj ET\n"
)


def built(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A file of these objects, with a true table of offsets."""
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    rows = [b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n" for number in range(size)]
    out += b"xref\n0 %d\n" % size + b"".join(rows)
    return bytes(out) + f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF".encode()


def stream(data: bytes, entries: str = "", *, length: int | None = None) -> bytes:
    """A stream object; `length` is what it claims."""
    return f"<< {entries} /Length {len(data) if length is None else length} >>\nstream\n".encode() + data + b"\nendstream"


def page(content: bytes = SHOWN.encode(), entries: str = "", box: str = A4, **extra: str | bytes) -> bytes:
    """A file of one sheet with this content stream. `extra` are further objects by "o" and their number (from 5)."""
    objects: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: PAGES,
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources << {FONT} {entries} >> /Contents 4 0 R >>",
        4: content if content.startswith(b"<<") else stream(content),
    }
    return built(objects | {int(name[1:]): body for name, body in extra.items()})


def packed(data: bytes, times: int = 1) -> bytes:
    """A stream that is compressed so many times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{'/FlateDecode ' * times}]")


def zeros(megabytes: int, times: int) -> bytes:
    """A sheet whose content is some kilobytes of file and so many megabytes of spaces."""
    return page(packed(b" " * (megabytes << 20), times))


def flood(operators: int) -> bytes:
    """A sheet that shows a letter so many times."""
    return page(packed(b"BT /F1 9 Tf 72 700 Td " + b"(a) Tj " * operators + b"ET"))


def flood_of_paths(operators: int) -> bytes:
    """The content of a sheet that draws so many rectangles."""
    return packed(b"0 0 1 1 re f " * operators)


def beside_a_good_sheet(content: bytes) -> bytes:
    """A file of a good sheet and one with this content."""
    kids = PAGES.replace("[3 0 R]", "[3 0 R 5 0 R]").replace("/Count 1", "/Count 2")
    sheet = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {FONT} >> /Contents 6 0 R >>"
    return page(o5=sheet, o6=content).replace(PAGES.encode(), kids.encode())


def form(number: int, content: str) -> bytes:
    """A form that may draw the forms of the next two numbers, and itself."""
    names = " ".join(f"/X{n} {n} 0 R" for n in (number, number + 1, number + 2))
    entries = f"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << {FONT} /XObject << {names} >> >>"
    return stream(content.encode(), entries)


def recursive_form() -> bytes:
    """A form that draws itself."""
    return page(b"/X5 Do", entries="/XObject << /X5 5 0 R >>", o5=form(5, SHOWN + "/X5 Do"))


def forms_in_a_ring() -> bytes:
    """Two forms that draw each other."""
    ring: dict[str, str | bytes] = {
        "o5": form(5, "/X6 Do"),
        "o6": stream(b"/X5 Do", "/Subtype /Form /Resources << /XObject << /X5 5 0 R >> >>"),
    }
    return page(b"/X5 Do", "/XObject << /X5 5 0 R >>", A4, **ring)


def fan_of_forms(depth: int) -> bytes:
    """Forms each of which draws the next one twice: two to the power of `depth` in all."""
    fan: dict[str, str | bytes] = {f"o{n}": form(n, f"/X{n + 1} Do /X{n + 1} Do") for n in range(5, 5 + depth)}
    fan[f"o{5 + depth}"] = form(5 + depth, SHOWN)
    return page(b"/X5 Do", "/XObject << /X5 5 0 R >>", A4, **fan)


def tables_in_a_ring() -> bytes:
    """A table of offsets that names itself as the one before it."""
    content = page()
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def pages_in_a_ring() -> bytes:
    """A tree of pages with itself as a branch."""
    return built(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        }
    )


def pages_too_deep(depth: int) -> bytes:
    """A tree of pages as deep as this, with one sheet at its end."""
    chain = {n: f"<< /Type /Pages /Parent {n - 1} 0 R /Kids [{n + 1} 0 R] /Count 1 >>" for n in range(2, 2 + depth)}
    last = f"<< /Type /Page /Parent {1 + depth} 0 R /MediaBox [0 0 595 842] >>"
    return built({1: "<< /Type /Catalog /Pages 2 0 R >>", **chain, 2 + depth: last})


def counting(claimed: int) -> bytes:
    """A tree of pages that claims another number of sheets than it has."""
    return page().replace(b"/Count 1", b"/Count %d" % claimed)


def outline(entries: Mapping[int, str]) -> bytes:
    """A sheet with an outline of these entries, from number 6 on."""
    root: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
        2: PAGES,
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + FONT + " >> >>",
        4: stream(SHOWN.encode()),
        5: "<< /First 6 0 R /Last 6 0 R /Count 9 >>",
    }
    return built({**root, **entries})


def outline_too_deep(depth: int) -> bytes:
    """An outline of one entry on each of so many levels."""
    return outline(
        {n: f"<< /Title (Level) /Parent {n - 1} 0 R /First {n + 1} 0 R /Last {n + 1} 0 R >>" for n in range(6, 6 + depth)}
    )


def linked(links: int) -> bytes:
    """A sheet with so many links."""
    annotations = " ".join(["<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [3 0 R /Fit] >>"] * links)
    return page().replace(b"/Contents 4 0 R", f"/Contents 4 0 R /Annots [{annotations}]".encode())


def many_sheets(sheets: int) -> bytes:
    """So many sheets, all the same object."""
    kids = "3 0 R " * sheets
    return page().replace(PAGES.encode(), f"<< /Type /Pages /Kids [{kids}] /Count {sheets} >>".encode())


def unicode_of(characters: str) -> bytes:
    """A sheet whose font says that its letters are these characters."""
    letters = {chr(97 + n): char for n, char in enumerate(characters)}
    return pdf(Sheet(text(72, 700, "".join(letters), font="F3")), unicode=letters)


def surrogates() -> bytes:
    """A font whose letters are halves of characters."""
    return unicode_of("xy").replace(b"<0078>", b"<d800>").replace(b"<0079>", b"<dc00>")


def without_unicode() -> bytes:
    """Letters by their numbers in a font that does not say what they are."""
    composite = "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [5 0 R] >> >>"
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>"
    )
    return page(b"BT /F1 12 Tf 72 700 Td <001200340056007800120034> Tj ET", o5=descendant).replace(
        FONT.encode(), composite.encode()
    )


def encrypted_by(entries: str) -> bytes:
    """A file that says that it is encrypted, in a way that it is not."""
    return page().replace(b"/Root 1 0 R", f"/Root 1 0 R /Encrypt << {entries} >> /ID [<00> <00>]".encode())


def with_action() -> bytes:
    """A file that wants to run a script and carries another file."""
    extra = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>"
    carried = "<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>"
    return page(o5=carried, o6=stream(b"MZ")).replace(b"/Pages 2 0 R", f"/Pages 2 0 R {extra}".encode())


def hidden(operators: str) -> bytes:
    """A sheet that recommends something in text that nobody can see."""
    unseen = f"q {operators} BT /F1 12 Tf 72 600 Td (The Cabinet is RECOMMENDED to give it all away.) Tj ET Q\n"
    return page((SHOWN + unseen).encode())


def shuffled(seed: int) -> bytes:
    """The good file with its objects in another order, and the old table of offsets."""
    head, *objects = GOOD.split(b"endobj\n")[:-1]
    rest = GOOD.split(b"endobj\n")[-1]
    random.Random(seed).shuffle(objects)
    return b"endobj\n".join([head, *objects, b""]) + rest


def truncated() -> Iterator[bytes]:
    """The good file cut off at each hundredth of its length."""
    return (GOOD[: len(GOOD) * share // 100] for share in range(1, 100))


def flipped(seed: int) -> bytes:
    """The good file with some of its bytes changed."""
    draw, content = random.Random(seed), bytearray(GOOD)
    for _ in range(draw.choice((1, 2, 5, 20, 100))):
        content[draw.randrange(len(content))] = draw.randrange(256)
    return bytes(content)


CASES: dict[str, Callable[[], bytes]] = {
    "a bomb": lambda: zeros(400, 1),
    "a bomb in a bomb": lambda: zeros(400, 2),
    "a flood of operators": lambda: flood(1_500_000),
    "a form that draws itself": recursive_form,
    "forms in a ring": forms_in_a_ring,
    "a fan of forms": lambda: fan_of_forms(20),
    "tables of offsets in a ring": tables_in_a_ring,
    "pages in a ring": pages_in_a_ring,
    "pages too deep": lambda: pages_too_deep(5000),
    "a thousand million sheets claimed": lambda: counting(10**9),
    "a negative number of sheets": lambda: counting(-1),
    "no sheets": lambda: counting(0).replace(b"[3 0 R]", b"[]"),
    "an outline in a ring": lambda: outline({6: "<< /Title (A) /Parent 5 0 R /Next 6 0 R /First 6 0 R >>"}),
    "an outline too deep": lambda: outline_too_deep(5000),
    "links without number": lambda: linked(50_000),
    "a stream longer than it is": lambda: page(stream(SHOWN.encode(), length=10**9)),
    "a stream of negative length": lambda: page(stream(SHOWN.encode(), length=-1)),
    "arrays in arrays": lambda: page(b"[" * 100_000 + b"]" * 100_000),
    "dictionaries in dictionaries": lambda: page(o5="<< /A " * 50_000 + ">> " * 50_000),
    "saved states without end": lambda: page(b"q " * 200_000 + SHOWN.encode()),
    "a huge sheet": lambda: page(box="[0 0 1000000000 1000000000]"),
    "a tiny sheet": lambda: page(box="[0 0 0.0001 0.0001]"),
    "a sheet of no size": lambda: page(box="[0 0 0 0]"),
    "a sheet turned inside out": lambda: page(box="[595 842 0 0]"),
    "a box of no numbers": lambda: page(box="[nan inf -inf nan]"),
    "a matrix of huge numbers": lambda: page(b"1e38 0 0 1e38 1e38 1e38 cm " + SHOWN.encode()),
    "letters of no size": lambda: page(SHOWN.replace("12 Tf", "0 Tf").encode()),
    "letters of all size": lambda: page(SHOWN.replace("12 Tf", "1e30 Tf").encode()),
    "letters without their characters": without_unicode,
    "halves of characters": surrogates,
    "text that is turned and steered": lambda: unicode_of("\u202eabc\u202c\u200f\x07\x1b"),
    "a font that lies": lambda: unicode_of("\ufffd\ue000\ufffe"),
    "encrypted with nothing": lambda: encrypted_by(""),
    "encrypted by nobody knows what": lambda: encrypted_by("/Filter /Standard /V 9 /R 9 /O (a) /U (b) /P -1"),
    "encrypted with keys of no length": lambda: encrypted_by("/Filter /Standard /V 2 /R 3 /Length -8 /O () /U () /P -4"),
    "a script and a file within": with_action,
    "invisible text": lambda: hidden("3 Tr"),
    "white text": lambda: hidden("1 g"),
    "no objects": lambda: b"%PDF-1.7\n%%EOF",
    "only a head": lambda: b"%PDF-1.7",
    "a head and noise": lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(20_000),
    "objects in another order": lambda: shuffled(7),
    "the same object twice": lambda: GOOD.replace(b"endobj\n", b"endobj\n1 0 obj\n<< >>\nendobj\n", 1),
}
