#!/usr/bin/env python3
"""What agendapack costs, beside tools that only take the text out: `python tests/benchmarks/run.py` writes results.md.

Whole processes are measured, with the children that they wait for: processor time, time on the clock, and the memory of the
largest process. Times depend on the machine and on what else it does, so only ratios within one run say something; beside them
stands what came out, so that fast and wrong shows. The packs are those of a corpus where `AGENDAPACK_CORPUS` names one, and
drawn ones of invented councils where it does not. `--quick` leaves out the slowest reference and the longest packs.

This process stays small, because the system counts what a process had before it became another program.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results.md"

SIZES = (2, 20, 100, 270, 480)
"""Sheets of the packs that are held against other tools, about."""

GROWTH = (50, 100, 200, 500, 1000, 2000)
"""Sheets of one pack that is made ever longer."""

RUNS, STARTS = 7, 15
"""How often a pack is parsed, of which the best counts (what else the machine does only adds), and how often a start is timed."""

LONG_FOR_PDFPLUMBER = 50
"""Sheets from which pdfplumber runs once only: it takes half a minute."""

PDFIUM = "import pypdfium2, sys; print(*(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(sys.argv[1])))"
PDFPLUMBER = """
import pdfplumber, sys
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        print(page.extract_text())
        page.close()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and on the clock, and megabytes of the largest process."""

    cpu: float
    wall: float
    memory: float
    output: str = ""


def measured(command: Sequence[str], environment: dict[str, str], runs: int = RUNS) -> Cost:
    """The least that a command takes in some runs.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return min((_once(command, environment) for _ in range(runs)), key=lambda cost: cost.cpu)


def _once(command: Sequence[str], environment: dict[str, str]) -> Cost:
    with tempfile.TemporaryFile() as output:
        begun = datetime.now(UTC)
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = (datetime.now(UTC) - begun).total_seconds()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit, output.read().decode("utf-8", "replace"))


class Bench:
    """One run of all measurements in a folder of its own. `short` is what the README tells of it."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self.folder, self.quick = folder, quick
        self.short: list[str] = []
        self.python = sys.executable
        places = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}
        self.environment = {**os.environ, **places, "PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"),)))}
        for unwanted in ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME"):
            self.environment.pop(unwanted, None)
        self.pdftotext = shutil.which("pdftotext")

    def helper(self, *arguments: str) -> str:
        """What a helper prints that needs the libraries: it runs in a process of its own."""
        command = [self.python, str(HERE / "helper.py"), *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    def parse(self, pack: Path, *options: str, runs: int = RUNS) -> Cost:
        """Parsing a pack."""
        return measured(
            [self.python, "-m", "agendapack", "parse", str(pack), "-o", str(self.folder / "record.json"), *options],
            self.environment,
            runs,
        )

    def found(self) -> str:
        """What the record parsed last holds."""
        return self.helper("found", str(self.folder / "record.json")).strip()

    # --- the tables -----------------------------------------------------------------------------------------------------------

    def beside_others(self) -> list[str]:
        """The same packs read by the others."""
        reference = "pdftotext" if self.pdftotext else "pypdfium2"
        rows = [
            f"| Pack | Tool | CPU s | × {reference} | Clock s | MB | What came out |",
            "|---|---|---|---|---|---|---|",
        ]
        self.short += [f"| Sheets | CPU, × {reference} | CPU, of pdfplumber's | Memory |", "|---|---|---|---|"]
        for name, path, sheets in self._packs(SIZES):
            others: list[tuple[str, list[str], int]] = []
            if self.pdftotext:
                others.append(("`pdftotext -layout`", [self.pdftotext, "-layout", str(path), "-"], RUNS))
            others.append(("pypdfium2, plain text", [self.python, "-c", PDFIUM, str(path)], RUNS))
            if not self.quick:
                runs = 1 if sheets > LONG_FOR_PDFPLUMBER else RUNS
                others.append(("pdfplumber `extract_text`", [self.python, "-c", PDFPLUMBER, str(path)], runs))
            others.append(("**agendapack parse**", self._parsing(path, 1), RUNS))
            costs = self._in_turns(others)
            base, last, cost = costs[0].cpu, costs[-2].cpu, costs[-1]
            for (tool, _, _), each in zip(others[:-1], costs, strict=False):
                rows.append(_row(f"{name}, {sheets} sheets", tool, each, base, f"{len(each.output.split()):,} words"))
            part = "" if self.quick else f"1/{last / cost.cpu:.1f}"
            self.short.append(f"| {sheets} | {cost.cpu / base:.1f} | {part} | {cost.memory:.0f} MB |")
            rows.append(_row(f"{name}, {sheets} sheets", "**agendapack parse**", cost, base, self.found()))
        return rows

    def _in_turns(self, tools: Sequence[tuple[str, list[str], int]]) -> list[Cost]:
        """The least that each tool takes. They take turns, so that a machine that slows down does so for all of them."""
        costs: list[list[Cost]] = [[] for _ in tools]
        for turn in range(RUNS):
            for (_, command, runs), found in zip(tools, costs, strict=True):
                if turn < runs:
                    found.append(_once(command, self.environment))
        return [min(found, key=lambda cost: cost.cpu) for found in costs]

    def by_stage(self) -> list[str]:
        """Where the time of a long pack goes."""
        rows = ["| Stage | ms a sheet | Share |", "|---|---|---|"]
        ((_, path, sheets),) = self._packs(SIZES[-2:-1])
        spent: dict[str, float] = json.loads(self.helper("stages", str(path)))
        total = sum(spent.values())
        ordered = sorted(spent.items(), key=lambda entry: -entry[1])
        return rows + [f"| {stage} | {1000 * took / sheets:.2f} | {took / total:.0%} |" for stage, took in ordered]

    def growth(self) -> list[str]:
        """How cost grows with a pack's length."""
        rows = ["| Sheets | CPU s | ms a sheet | MB | What came out |", "|---|---|---|---|---|"]
        sizes = GROWTH[:4] if self.quick else GROWTH
        costs: dict[int, Cost] = {}
        for size in sizes:
            path = self.folder / f"growth-{size}.pdf"
            self.helper("extend", str(path), str(size))
            costs[size] = cost = self.parse(path, runs=2)
            rows.append(f"| {size} | {cost.cpu:.2f} | {1000 * cost.cpu / size:.1f} | {cost.memory:.0f} | {self.found()} |")
            path.unlink()
        low, high = sizes[2], sizes[-1]
        each = (costs[high].cpu / high) / (costs[low].cpu / low)
        grown = (costs[high].memory - costs[low].memory) / (high - low)
        said = (
            f"A sheet of a pack of {high:,} costs {each:.2f} × one of a pack of {low}, and each sheet more takes {grown:.2f} MB."
        )
        self.short += ["", said]
        return [*rows, "", said]

    def starts(self) -> list[str]:
        """What a start costs."""
        pack = self._packs((20,))[0][1]
        self.parse(pack, runs=1)
        record = str(self.folder / "record.json")
        program = [self.python, "-m", "agendapack"]
        commands = {
            'python -c "import typer"': [self.python, "-c", "import typer"],
            "agendapack --version": [*program, "--version"],
            "agendapack --help": [*program, "--help"],
            "agendapack recs RECORD --item 6": [*program, "recs", record, "--item", self.helper("item", record).strip()],
        }
        rows = ["| Command | CPU ms | × `import typer` |", "|---|---|---|"]
        told: list[str] = []
        base = 0.0
        for name, command in commands.items():
            took = statistics.median(_once(command, self.environment).cpu for _ in range(STARTS))
            base = base or took
            rows.append(f"| `{name}` | {1000 * took:.0f} | {took / base:.1f} |")
            told.append(f"`{name}` {took / base:.1f} ×")
        self.short.append(f"Starts, of what Python takes to load typer: {', '.join(told[1:])}.")
        return rows

    def jobs(self) -> list[str]:
        """What a second process spares."""
        rows = ["| Processes | Clock s | CPU s |", "|---|---|---|"]
        ((_, path, sheets),) = self._packs(SIZES[-1:])
        walls = []
        for jobs in (1, 2):
            runs = [_once(self._parsing(path, jobs), self.environment) for _ in range(RUNS)]
            cost = min(runs, key=lambda each: each.wall)
            walls.append(cost.wall)
            rows.append(f"| {jobs} | {cost.wall:.2f} | {cost.cpu:.2f} |")
        self.short.append(f"With `--jobs 2` {sheets} sheets take {walls[1] / walls[0]:.2f} × the time on the clock.")
        return rows

    def _parsing(self, path: Path, jobs: int) -> list[str]:
        output = str(self.folder / "record.json")
        return [self.python, "-m", "agendapack", "parse", str(path), "-o", output, "--jobs", str(jobs)]

    def _packs(self, sizes: Sequence[int]) -> list[tuple[str, Path, int]]:
        """For each size the pack that is nearest to it: its name, the file and its sheets."""
        told = self.helper("packs", str(self.folder), *map(str, sizes))
        return [(name, Path(path), int(sheets)) for name, path, sheets in (line.split("\t") for line in told.splitlines())]

    def machine(self) -> list[str]:
        """What was measured with what."""
        poppler = ""
        if self.pdftotext:
            said = subprocess.run([self.pdftotext, "-v"], capture_output=True, text=True, check=False).stderr
            poppler = f", {said.splitlines()[0]}"
        libraries = ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "pydantic", "typer"))
        return [
            f"- {datetime.now(UTC):%Y-%m-%d}, `python tests/benchmarks/run.py{' --quick' if self.quick else ''}`",
            f"- {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
            f"- Python {' '.join(sys.version.split())}, {libraries}{poppler}",  # one version is built faster or slower
        ]


def _row(pack: str, tool: str, cost: Cost, base: float, came: str) -> str:
    return f"| {pack} | {tool} | {cost.cpu:.2f} | {cost.cpu / base:.1f} | {cost.wall:.2f} | {cost.memory:.0f} | {came} |"


def _processor() -> str:
    """The processor by its name."""
    if (facts := Path("/proc/cpuinfo")).exists():
        names = [line.partition(":")[2].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
        if names:
            return names[0]
    return platform.processor() or platform.machine()


def main() -> None:
    """Measure, and write the results."""
    with tempfile.TemporaryDirectory(prefix="agendapack-benchmarks-") as folder:
        bench = Bench(Path(folder), quick="--quick" in sys.argv[1:])
        bench.parse(bench._packs((2,))[0][1], runs=1)  # what is kept for later starts is there from now on
        parts = (
            ("Beside other tools", bench.beside_others),
            ("By stage", bench.by_stage),
            ("Growth", bench.growth),
            ("Starts", bench.starts),
            ("Two processes", bench.jobs),
        )
        text = ["# What agendapack costs", "", *bench.machine(), ""]
        for title, part in parts:
            print(f"{title} ...", file=sys.stderr)
            text += [f"## {title}", "", *part(), ""]
        text += ["## In short", "", *bench.short, ""]
    RESULTS.write_text("\n".join(text), encoding="utf-8")
    print(f"Wrote {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS}", file=sys.stderr)


if __name__ == "__main__":
    main()
