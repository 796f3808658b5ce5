"""A file is read as it was at one moment, or not at all."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from agendapack.errors import InputChanged
from agendapack.reading.whole import read_whole


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"words")
    assert read_whole(tmp_path / "pack.pdf") == b"words"


def test_a_file_that_is_gone_is_told_as_the_system_does(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_whole(tmp_path / "pack.pdf")


@pytest.mark.parametrize("change", [b"words and more", b"swords", b""], ids=["longer", "as long", "shorter"])
def test_a_file_that_is_written_to_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: bytes
) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"words.")
    real = Path.open

    class Slow(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            content = super().read(size)
            with real(path, "wb") as file:
                file.write(change)
            return content

    def slowly(self: Path, *_: Any) -> io.FileIO:
        return Slow(self)

    monkeypatch.setattr(Path, "open", slowly)
    with pytest.raises(InputChanged, match=r"pack\.pdf changed while it was read"):
        read_whole(path)
