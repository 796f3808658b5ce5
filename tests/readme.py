#!/usr/bin/env python3
"""Keeps the README true: `python tests/readme.py` runs its console blocks, reads the floors and writes both back into it.

With `--generated` it also scores generated packs anew, by the commands that the README names; that takes some minutes.

`test_readme.py` fails where the README says anything else than what this would write.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import floors

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"(?<=```console\n)\$ (?P<command>[^\n]+)\n(?P<output>.*?)(?=```)", re.DOTALL)
SHELL = re.compile(r"(?<=```sh\n)(?P<lines>.*?)(?=```)", re.DOTALL)
PYTHON = re.compile(r"(?<=```python\n)(?P<code>.*?)(?=```)", re.DOTALL)
TOML = re.compile(r"(?<=```toml\n)(?P<text>.*?)(?=```)", re.DOTALL)
SPEED = re.compile(r"(?<=<!-- speed -->\n).*?(?=<!-- end of speed -->)", re.DOTALL)
SCORES = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end of scores -->)", re.DOTALL)

GENERATED = (
    ("generated", "score_generated.py", "7000", "7300"),
    ("tracked", "score_tracked.py"),
    ("noise", "score_generated.py", "7000", "7060", "--noise"),
)
"""The tables of drawn packs: the mark in the README, the script that prints it and its arguments."""

FIELDS = (
    ("items", "items found (F1)"),
    ("item.pdf_pages", "their sheets right"),
    ("item.kind", "their kind right"),
    ("reports", "papers found (F1)"),
    ("report.pdf_pages", "their sheets right"),
    ("recommendations", "recommendations found (F1)"),
    ("rec.label", "their label and place right"),
    ("rec.strand", "their strand right"),
    ("rec.addressee", "their addressee right"),
    ("contacts", "contacts found (F1)"),
    ("contact.email", "their e-mail right"),
    ("contact.phone", "their telephone right"),
    ("contact.role", "their role right"),
    ("responses", "responses to scrutiny found (F1)"),
    ("response.status", "their status right"),
    ("deadlines", "deadlines found (F1)"),
    ("deadline.who", "from whom right"),
    ("deadline.date", "printed day right"),
    ("deadline.computed", "computed day right"),
)


def blocks(text: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each console block: its command, what the README says it prints, and what it prints in a copy of the checkout."""
    for block in CONSOLE.finditer(text):
        yield block["command"], block["output"], run(block["command"], folder)


def run(command: str, folder: Path) -> str:
    """What a command prints on standard output, with this Python's scripts first on the path and a memory of its own."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "XDG_CACHE_HOME": str(folder / "cache")}
    environment |= {"XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder), "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout if done.returncode == 0 else f"exit status {done.returncode}\n{done.stderr}"


def workplace(folder: Path) -> Path:
    """A folder in which the README's paths lead to the samples."""
    (folder / "samples").symlink_to(ROOT / "samples")
    return folder


def scores() -> str:
    """The table of scores, from the floors that the score gate holds."""
    gates = [("samples", floors.read("samples")), ("corpus", floors.read("corpus"))]
    rows = ["", f"| | {len(gates[0][1].packs)} samples | {len(gates[1][1].packs)} real packs |", "|---|---|---|"]
    for name, meaning in FIELDS:
        values = [f"{gate.floors[name]:.3f}" if name in gate.floors else "" for _, gate in gates]
        rows.append(f"| {meaning} | {' | '.join(values)} |")
    return "\n".join([*rows, "", ""])


def speed() -> str:
    """What the last run of the benchmarks says in short."""
    results = (ROOT / "tests" / "benchmarks" / "results.md").read_text(encoding="utf-8")
    return f"\n{results.partition('## In short')[2].strip()}\n\n"


def written(text: str, folder: Path) -> str:
    """The README with its outputs and its table as they are now."""
    done = SPEED.sub(lambda _: speed(), SCORES.sub(lambda _: scores(), text))
    return CONSOLE.sub(lambda block: f"$ {block['command']}\n{run(block['command'], folder)}", done)


def rescored(text: str) -> str:
    """The README with the tables of generated packs as they are now."""
    for name, script, *arguments in GENERATED:
        command = [sys.executable, str(ROOT / "tests" / script), *arguments]
        table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        text = re.sub(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", f"{table}\n", text, flags=re.DOTALL)
    return text


def main() -> None:
    """Write the README anew."""
    if "--generated" in sys.argv[1:]:
        README.write_text(rescored(README.read_text(encoding="utf-8")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(written(README.read_text(encoding="utf-8"), workplace(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
