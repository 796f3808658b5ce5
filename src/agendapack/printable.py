"""Makes text from a PDF safe to show: what steers a terminal or reorders a line never gets through raw."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was taken out, so that it is seen that something was there."""

_STEERING = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; ESC and the one-byte CSI among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible: zero width, annotation
    "\U000e0000-\U000e007f"  # invisible tags
    "\ud800-\udfff"  # half a character: no encoding can write it
    "]"
)
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")
_RAW_IN_JSON = re.compile(f"{_STEERING.pattern[:-1]}\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text on one line, with every character that could steer a terminal replaced."""
    return _STEERING.sub(REPLACEMENT, _BREAKS.sub(" ", text))


def escape_json(document: str) -> str:
    """A JSON document in which such characters are written as `\\uXXXX`: nothing is lost, and nothing gets through raw.

    Outside strings JSON knows none of them, so that they can be replaced wherever they stand.
    """
    return _RAW_IN_JSON.sub(_escaped, document)


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", errors="surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
