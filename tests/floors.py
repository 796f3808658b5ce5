"""The score gate: floors under every field, which only rise.

`floors.json` holds for each set of packs what was measured last, and of which packs (by a digest of PDF and gold record, so that
a figure is never compared with that of other packs). A field below its floor fails; one that is clearly above it fails too,
until the floor is raised: `python tests/raise_floors.py`. Lowering a floor takes a flag that names the field.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from conftest import Parsed
from measure import Measure, measure

FLOORS = Path(__file__).with_name("floors.json")
RAISE = "python tests/raise_floors.py"

ABOVE = 0.005
"""How far a field may be above its floor. A step of one record in a few hundred is no progress worth a commit of its own."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The floors of a set of packs, and which packs they are."""

    packs: Mapping[str, str]
    floors: Mapping[str, float]


def read(name: str) -> Gate:
    """The gate of a set of packs ("samples", "corpus")."""
    entry = json.loads(FLOORS.read_text(encoding="utf-8")).get(name, {"packs": {}, "floors": {}})
    return Gate(entry["packs"], entry["floors"])


def write(gates: Mapping[str, Gate]) -> None:
    """Keeps the gates, in a form that a diff shows line by line."""
    entries = {name: {"packs": dict(gate.packs), "floors": dict(gate.floors)} for name, gate in sorted(gates.items())}
    FLOORS.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def digest(pack: Parsed) -> str:
    """What tells a pack with its gold record from any other."""
    gold = pack.gold.read_bytes() if pack.gold else b""
    return hashlib.sha256(hashlib.sha256(pack.pdf.read_bytes()).digest() + gold).hexdigest()[:16]


def measured(packs: Iterable[Parsed]) -> Measure:
    """The measure over the packs that a careful reader has read."""
    total = Measure()
    for pack in packs:
        if pack.gold is not None:
            total += measure(json.loads(pack.gold.read_text(encoding="utf-8")), pack.record.model_dump(mode="json"))
    return total


def figures(found: Measure) -> dict[str, float]:
    """The table with three decimals, rounded down so that a figure is never below itself."""
    return {name: int(value * 1000 + 1e-9) / 1000 for name, value in sorted(found.table().items())}


def faults(gate: Gate, found: Measure) -> list[str]:
    """What the gate has to say: fields below their floors, fields above them, fields without one."""
    said = []
    for name, value in found.table().items():
        floor = gate.floors.get(name)
        if floor is None:
            said.append(f"{name}: {value:.3f} has no floor yet; set it with: {RAISE}")
        elif value < floor:
            said.append(f"{name}: {value:.3f} is below its floor {floor:.3f}")
        elif value > floor + ABOVE:
            said.append(f"{name}: {value:.3f} is above its floor {floor:.3f}; raise it with: {RAISE}")
    said += [f"{name}: is no longer measured" for name in gate.floors if name not in found.table()]
    return said
