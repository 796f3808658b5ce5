"""The bytes of a file as they were at one moment."""

from __future__ import annotations

import os
from pathlib import Path

from agendapack.errors import InputChanged


def read_whole(path: Path) -> bytes:
    """All bytes of a file.

    Raises:
        InputChanged: it was written to meanwhile (a download, a copy), so that its beginning may not go with its end.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        content = file.read()
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InputChanged(f"{path.name} changed while it was read.")
    return content
