"""JSON Lines: one flat row on each line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendapack.exports import View
from agendapack.exports.rows import rows
from agendapack.printable import escape_json

if TYPE_CHECKING:
    from agendapack.records import AgendaPack


def write(pack: AgendaPack, view: View) -> str:
    """The rows of one view, one JSON object on each line."""
    return "".join(escape_json(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows(pack, view))
