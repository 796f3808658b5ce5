"""CSV as RFC 4180 has it: a header line, then one flat row on each line. Cells that a spreadsheet would run are made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from agendapack.exports import View
from agendapack.exports.rows import COLUMNS, Value, rows
from agendapack.printable import printable

if TYPE_CHECKING:
    from agendapack.records import AgendaPack

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets read a cell that starts with one of these (or its full-width form) as a formula, and run it."""


def write(pack: AgendaPack, view: View) -> str:
    """The rows of one view."""
    return table(COLUMNS[view], rows(pack, view))


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """Rows under a head that names their columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row[column]) for column in columns])
    return out.getvalue()


def cell(value: Value) -> str:
    """A value as the text of a cell; an apostrophe in front keeps a spreadsheet from running it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    safe = printable(value)
    return f"'{safe}" if value.startswith(_STARTS_A_FORMULA) or safe.lstrip().startswith(_STARTS_A_FORMULA) else safe
