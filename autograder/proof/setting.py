"""The variables of a chain's question, and the points at which its identities are tested.

A point is a choice of all distributions (and weights) with rational entries. The first points are
simple ones, so that a counterexample is readable; the others are random. Each list has points
with zeros in P (and Q there positive or zero), with P = Q, and with all P on one outcome, unless
the setting says that everything is positive.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Setting:
    """The names a chain may use.

    Attributes
    ----------
    pairs : tuple of tuples of str
        Names of distributions, each pair (P, Q) with Q > 0 on the support of P; a 1-tuple is a
        P alone.
    weights : tuple of str
        Names of numbers strictly between 0 and 1.
    zeros : bool
        Whether entries may be 0. If not, S and All mean the same.
    conditions : str
        The side conditions in words, for the student.
    """

    pairs: tuple[tuple[str, ...], ...]
    weights: tuple[str, ...]
    zeros: bool
    conditions: str

    @property
    def distributions(self) -> tuple[str, ...]:
        """Return the names that stand for one outcome's probability."""
        return tuple(name for pair in self.pairs for name in pair)


GIBBS = Setting((("p", "q"),), (), True, "P and Q are distributions, and Q > 0 wherever P > 0; both may have 0s")
SELF = Setting((("p",),), (), True, "P is a distribution and may have 0s")
CONVEXITY = Setting(
    (("p1", "q1"), ("p2", "q2")),
    ("lam",),
    False,
    "P1, Q1, P2, Q2 are distributions that are positive on every outcome, and 0 < lam < 1",
)


@dataclass(frozen=True)
class Point:
    """One choice of all variables; `support` lists the outcomes over which S runs."""

    distributions: dict[str, tuple[Fraction, ...]]
    weights: dict[str, Fraction]
    support: tuple[int, ...]
    size: int

    @property
    def full(self) -> bool:
        """Tell whether S runs over all outcomes."""
        return len(self.support) == self.size

    def describe(self) -> str:
        """Write the point as a sentence's part: P = (1/2, 1/2), Q = (1/4, 3/4)."""
        parts = [f"{name.upper()} = ({', '.join(map(str, entries))})" for name, entries in self.distributions.items()]
        return ", ".join(parts + [f"{name} = {value}" for name, value in self.weights.items()])


def point(setting: Setting, tables: Sequence[Sequence[Sequence[int]]], weight: Fraction) -> Point:
    """Build a point from integer tables, one a distribution in each pair, scaled to sum 1."""
    values: dict[str, tuple[Fraction, ...]] = {}
    for names, table in zip(setting.pairs, tables, strict=True):
        for name, row in zip(names, table, strict=False):
            total = sum(row)
            values[name] = tuple(Fraction(x, total) for x in row)
    first = values[setting.pairs[0][0]]
    support = tuple(i for i, x in enumerate(first) if x > 0)
    return Point(values, dict.fromkeys(setting.weights, weight), support, len(first))


# (P, Q) tables: readable, and each with another way to break a false identity
_SIMPLE = (
    ((1, 1), (1, 3)),
    ((1, 0), (1, 1)),
    ((1, 0, 1), (1, 1, 1)),
    ((1, 1), (1, 1)),
)
_SIMPLE_PAIRS = (
    (((1, 1), (1, 3)), ((1, 2), (1, 1))),
    (((1, 1), (1, 1)), ((1, 3), (1, 3))),
    (((1, 2), (1, 1)), ((1, 2), (1, 1))),
)
# one letter an outcome: + both positive, z only q positive, 0 neither; "=" asks for Q = P
_RANDOM = ("++", "+++", "z++++z", "z++", "+z0+", "+++=", "+0+=")
_RANDOM_PAIRS = ("++", "+++", "+++++", "+++=", "+++")


def draw_points(setting: Setting, seed: str) -> list[Point]:
    """Return the test points of a setting, the same for the same seed."""
    rng = random.Random(seed)
    if setting.zeros:
        points = [point(setting, [table], Fraction(1, 2)) for table in _SIMPLE]
    else:
        points = [point(setting, tables, Fraction(1, 2)) for tables in _SIMPLE_PAIRS]
    for pattern in _RANDOM if setting.zeros else _RANDOM_PAIRS:
        tables = [_draw(rng, pattern) for _ in setting.pairs]
        top = rng.randint(1, 96)
        points.append(point(setting, tables, Fraction(top, rng.randint(top + 1, 97))))
    return points


def _draw(rng: random.Random, pattern: str) -> tuple[list[int], list[int]]:
    letters = pattern.rstrip("=")
    p = [rng.randint(1, 97) if letter == "+" else 0 for letter in letters]
    q = [0 if letter == "0" else rng.randint(1, 97) for letter in letters]
    return (p, p) if pattern.endswith("=") else (p, q)
