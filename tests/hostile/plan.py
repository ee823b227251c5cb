"""The attacks: a file each in ``attacks/``, and those of :mod:`tests.hostile.make`, made when they run."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "attacks"
EXERCISE = "ex1_discrete_kl"
_HEADER = re.compile(r"^# (earns|by|escapes|skip): (.*)$", re.MULTILINE)

Place = Callable[[Path, Mapping[str, str]], None]
"""Puts an attack's files into a class folder, given the words that stand for this machine."""


@dataclass(frozen=True)
class Attack:
    """One attack.

    Attributes
    ----------
    says : str
        What it tries.
    by : str
        What contains it.
    earns : dict of str to float
        The most that each question may score; where nothing is said, what always answering 0 does.
    escapes : tuple of str
        The levels of isolation that are known not to contain it.
    skip : tuple of str
        The levels at which it would harm the machine that it is tried on.
    """

    name: str
    says: str
    by: str
    place: Place
    earns: dict[str, float] = field(default_factory=dict)
    escapes: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


def _of_file(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    told = dict(_HEADER.findall(text))

    def place(folder: Path, words: Mapping[str, str]) -> None:
        made = text
        for word, meaning in words.items():
            made = made.replace(f"@{word}@", meaning)
        target = folder / "eve" / f"{EXERCISE}{path.suffix}"
        target.parent.mkdir()
        target.write_text(made, encoding="utf-8")

    earns = {name: float(points) for name, _, points in (item.partition("=") for item in told.get("earns", "").split())}
    says = text.removeprefix('"""').split('"""')[0].split("\n")[0]
    skip = (told["skip"].partition(":")[0],) if "skip" in told else ()
    return Attack(path.stem, says, told["by"], place, earns, tuple(told.get("escapes", "").split()), skip)


def all_attacks() -> dict[str, Attack]:
    """Every attack by its name."""
    from tests.hostile.make import MADE

    found = [*map(_of_file, sorted(FOLDER.glob("*.py"))), *MADE]
    return {attack.name: attack for attack in sorted(found, key=lambda attack: attack.name)}
