"""Floors: figures that were once reached and must not be lost.

What belongs here: reading, comparing and raising the file of floors. What does not: measuring.
A floor is raised to what is measured, rounded down, and never lowered here: that takes a hand and a reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

HEADER = """\
# What was once measured on each set of reports, and must not be lost. `sitrep evaluate --floors FILE --set NAME`
# compares with it; `--raise-floors` lifts what has become better. Lower a floor by hand alone, with the reason beside.
"""

#: Floors keep three decimals, so that a raise does not fail on its own rounding.
DECIMALS = 3

#: Figures that differ by less are the same figure: sums of shares do not end on the last bit.
TOLERANCE = 1e-9

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure that fell under its floor; no figure at all where `measured` is None."""

    name: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        return f"{self.name}: {'not measured' if self.measured is None else f'{self.measured:.3f}'}, floor {self.floor}"


def read_floors(path: Path) -> Floors:
    """The floors of each set of reports; none where there is no file."""
    if not path.exists():
        return {}
    return {name: dict(floors or {}) for name, floors in (yaml.safe_load(path.read_text()) or {}).items()}


def shortfalls(figures: Mapping[str, float], floors: Mapping[str, float]) -> tuple[Shortfall, ...]:
    """The measures that are under their floors, or gone."""
    return tuple(
        Shortfall(name, floor, figures.get(name))
        for name, floor in sorted(floors.items())
        if figures.get(name, -1.0) < floor - TOLERANCE
    )


def raise_floors(path: Path, set_name: str, figures: Mapping[str, float]) -> Floors:
    """Lift the floors of one set to the figures where these are higher, and write the file; the floors after it.

    What stands at the head of the file stays, and the reason beside a floor that stays as it is.
    """
    floors = read_floors(path)
    before = path.read_text() if path.exists() else HEADER
    known = floors.get(set_name, {})
    names = sorted({*known, *figures})
    floors[set_name] = {name: max(known.get(name, 0.0), rounded_down(figures.get(name, 0.0))) for name in names}
    head = "".join(line for line in before.splitlines(keepends=True) if line.startswith("#"))
    reasons = _reasons(before)
    dumped = yaml.safe_dump(floors, sort_keys=True, allow_unicode=True)
    lines = (f"{line}{reasons.get((owner, line), '')}\n" for owner, line in _owned(dumped))
    path.write_text(head + "".join(lines))
    return floors


def _reasons(text: str) -> dict[tuple[str, str], str]:
    """The remark behind each floor, by its set and its line."""
    parted = ((owner, *line.partition("  #")) for owner, line in _owned(text))
    return {(owner, floor): f"{mark}{remark}" for owner, floor, mark, remark in parted if mark and floor.strip()}


def _owned(text: str) -> Iterator[tuple[str, str]]:
    """Each line of a file of floors with the set that it belongs to."""
    owner = ""
    for line in text.splitlines():
        owner = owner if line.startswith((" ", "#")) else line
        yield owner, line


def rounded_down(figure: float) -> float:
    """The figure cut to the decimals that floors keep."""
    scale = float(f"1e{DECIMALS}")
    return math.floor((figure + TOLERANCE) * scale) / scale
