"""Tiny PDFs written by hand, so that a test shows the very operators it is about and the repository holds no binary files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

A4 = (0.0, 0.0, 595.0, 842.0)
FONTS = {
    "F1": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    "F2": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding",
    "F3": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {unicode} 0 R",
    "F4": "/Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Plain /Encoding /WinAnsiEncoding /FontDescriptor "
    "<< /Type /FontDescriptor /FontName /ABCDEF+Plain /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
    "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 160 >>",
}
"""F1 is light, F2 bold by its name; F3 shows its letters as F1 does but says that they are other characters (`pdf(unicode=...)`);
F4 is bold by the weight of its stems alone."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its content stream, and what its dictionary says of it.

    `forms` are form XObjects by name, drawn with "/NAME Do"; `links` are boxes in page space and the sheets to which they lead;
    `typed` are annotations by their kind ("Widget": the field of a form), with box, words and flags.
    """

    content: str = ""
    media: tuple[float, ...] = A4
    crop: tuple[float, ...] | None = None
    rotate: int = 0
    forms: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[tuple[tuple[float, ...], int]] = ()
    typed: Sequence[tuple[str, tuple[float, ...], str, int]] = ()


def text(x: float, y: float, words: str, *, size: float = 12, font: str = "F1") -> str:
    """Operators that show words at a point of page space (from the bottom left)."""
    return f"BT /{font} {size:g} Tf {x:g} {y:g} Td ({_escaped(words)}) Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Operators that draw a thin line."""
    return f"0.5 w {x0:g} {y0:g} m {x1:g} {y1:g} l S\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Operators that draw the rules of a table whose columns and rows meet at these places."""
    across = "".join(rule(xs[0], y, xs[-1], y) for y in ys)
    return across + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


def pdf(
    *sheets: Sheet,
    title: str | None = None,
    bookmarks: Sequence[tuple[str, int]] = (),
    bookmarks_loop: bool = False,
    unicode: Mapping[str, str] | None = None,
    password: str | None = None,
    owner: str | None = None,
) -> bytes:
    """A PDF of these sheets.

    `bookmarks` are (title, sheet), in one level; with `bookmarks_loop` the last is followed by the first again. `unicode` says
    for letters of F3 which characters they stand for. With a `password` the file is encrypted; with that of an `owner` and
    an empty one it opens for everybody and forbids to print, change or copy.
    """
    writer = _Writer(password, owner)
    fonts = " ".join(f"/{name} {number} 0 R" for name, number in _fonts(writer, unicode or {}).items())
    tree = writer.reserve()
    pages = [writer.reserve() for _ in sheets]
    for number, sheet in zip(pages, sheets, strict=True):
        forms = "".join(f"/{name} {writer.stream(_FORM % fonts, body)} 0 R " for name, body in sheet.forms.items())
        links = "".join(
            f"<< /Type /Annot /Subtype /Link /Rect {_array(box)} /Dest [{pages[target - 1]} 0 R /Fit] >> "
            for box, target in sheet.links
        )
        typed = "".join(
            f"<< /Type /Annot /Subtype /{kind} /FT /Tx /F {flags} /Rect {_array(box)} "
            f"/AP << /N {writer.stream(_LOOK % (box[2] - box[0], box[3] - box[1], fonts), text(2, 5, words))} 0 R >> >> "
            for kind, box, words, flags in sheet.typed
        )
        crop = f"/CropBox {_array(sheet.crop)} " if sheet.crop else ""
        writer.put(
            number,
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox {_array(sheet.media)} {crop}/Rotate {sheet.rotate} "
            f"/Resources << /Font << {fonts} >> /XObject << {forms}>> >> "
            f"/Contents {writer.stream('', sheet.content)} 0 R /Annots [{links}{typed}] >>",
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    writer.put(tree, f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    outline = _outline(writer, [(words, pages[sheet - 1]) for words, sheet in bookmarks], loop=bookmarks_loop)
    root = writer.add(f"<< /Type /Catalog /Pages {tree} 0 R {outline}>>")
    info = writer.add(f"<< /Title ({_escaped(title)}) >>") if title else None
    return writer.finish(root, info)


_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << %s >> >> "
_LOOK = "/Type /XObject /Subtype /Form /BBox [0 0 %g %g] /Resources << /Font << %s >> >> "


def _fonts(writer: _Writer, unicode: Mapping[str, str]) -> dict[str, int]:
    rows = "".join(f"<{ord(code):02x}> <{char.encode('utf-16-be').hex()}>\n" for code, char in unicode.items())
    cmap = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(unicode)} beginbfchar\n{rows}endbfchar endcmap"
    number = writer.stream("", cmap)
    return {name: writer.add(f"<< {entry.format(unicode=number)} >>") for name, entry in FONTS.items()}


def _outline(writer: _Writer, entries: Sequence[tuple[str, int]], *, loop: bool) -> str:
    if not entries:
        return ""
    root = writer.reserve()
    numbers = [writer.reserve() for _ in entries]
    for n, (words, page) in enumerate(entries):
        after = numbers[n + 1] if n + 1 < len(numbers) else numbers[0] if loop else None
        following = f"/Next {after} 0 R " if after else ""
        writer.put(numbers[n], f"<< /Title ({_escaped(words)}) /Parent {root} 0 R {following}/Dest [{page} 0 R /Fit] >>")
    writer.put(root, f"<< /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(numbers)} >>")
    return f"/Outlines {root} 0 R "


def _array(numbers: Sequence[float]) -> str:
    return "[" + " ".join(f"{number:g}" for number in numbers) + "]"


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


class _Writer:
    """Numbers objects, writes them with their table of offsets, and encrypts their streams where there is a password."""

    def __init__(self, password: str | None, owner: str | None) -> None:
        self.objects: dict[int, bytes] = {}
        self.last = 0
        self.key, self.encrypt = _encryption(password, owner) if password is not None else (b"", "")

    def reserve(self) -> int:
        self.last += 1
        return self.last

    def put(self, number: int, body: str) -> None:
        self.objects[number] = body.encode("latin-1")

    def add(self, body: str) -> int:
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, entries: str, body: str) -> int:
        number, data = self.reserve(), body.encode("latin-1")
        if self.key:
            data = _rc4(hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)
        self.objects[number] = f"<< {entries}/Length {len(data)} >>\nstream\n".encode("latin-1") + data + b"\nendstream"
        return number

    def finish(self, root: int, info: int | None) -> bytes:
        out, offsets = bytearray(b"%PDF-1.4\n"), {}
        for number, body in sorted(self.objects.items()):
            offsets[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (self.last + 1)
        out += b"".join(b"%010d 00000 n \n" % offsets[number] for number in range(1, self.last + 1))
        extra = (f"/Info {info} 0 R " if info else "") + (f"/Encrypt {self.encrypt} /ID [<00> <00>] " if self.encrypt else "")
        out += f"trailer\n<< /Size {self.last + 1} /Root {root} 0 R {extra}>>\nstartxref\n{start}\n%%EOF".encode("latin-1")
        return bytes(out)


_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


_NOTHING_ALLOWED = -64
"""The permissions of a file that may be looked at and no more."""


def _encryption(password: str, owner: str | None) -> tuple[bytes, str]:
    """The key and the entry of the oldest standard encryption (40 bits). Without an owner's password it is the user's."""
    padded, allowed = _padded(password), -4 if owner is None else _NOTHING_ALLOWED
    owned = _rc4(hashlib.md5(_padded(owner or password)).digest()[:5], padded)
    key = hashlib.md5(padded + owned + allowed.to_bytes(4, "little", signed=True) + b"\0").digest()[:5]
    user = _rc4(key, _PAD)
    return key, f"<< /Filter /Standard /V 1 /R 2 /P {allowed} /O <{owned.hex()}> /U <{user.hex()}> >>"


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PAD)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
