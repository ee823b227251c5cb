"""Read a wrong formula off its answers: regression on an exercise's small basis of quantities."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

TERMS = 4
DIGITS = 1e-8
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
_UNITS = {"": 1.0, "/ln 2": math.log(2), "/ln 10": math.log(10)}


@dataclass(frozen=True)
class Basis:
    """Quantities that a question's answer can be made of.

    Attributes
    ----------
    names : sequence of str
        How each quantity is written, such as ``KL(Q||P)``.
    values : callable
        ``values(*args)`` gives the quantities for one probe's arguments.
    size : callable or None
        ``size(*args)`` gives the number that an average would divide by.
    right : sequence of (int, float)
        The right formula: positions and coefficients.
    """

    names: Sequence[str]
    values: Callable[..., Sequence[float]]
    size: Callable[..., int] | None
    size_name: str = "the number of outcomes"


def _coefficient(value: float) -> str | None:
    """`value` as k/d or k/(d ln b) with small k and d, in words; None if it is none of these."""
    for unit, scale in _UNITS.items():
        fraction = Fraction(value * scale).limit_denominator(12)
        if (
            fraction
            and abs(float(fraction) - value * scale) <= 1e-7 * max(1.0, abs(value * scale))
            and abs(fraction.numerator) <= 12
        ):
            return f"{fraction}{unit}"
    return None


def _term(coefficient: str, name: str) -> str:
    number, _, unit = coefficient.partition("/ln")
    unit = f" / ln{unit}" if unit else ""
    if name == "1":
        return f"{number}{unit}"
    sign = "-" if number.startswith("-") else ""
    size = number.removeprefix("-")
    return f"{sign}{name}{unit}" if size == "1" else f"{sign}{size} {name}{unit}"


def _solve(matrix: Matrix, answers: Vector) -> dict[int, float] | None:
    """The sparsest combination of columns that gives `answers` to `DIGITS`, fewest terms first."""
    scale = float(np.max(np.abs(answers)))
    sizes = np.linalg.norm(matrix, axis=0)
    if scale == 0.0 or np.any(sizes == 0.0):
        return None
    for columns in _promising(matrix / sizes, answers / np.linalg.norm(answers)):
        part = matrix[:, columns]
        found, *_ = np.linalg.lstsq(part, answers, rcond=1e-12)
        if np.max(np.abs(part @ found - answers)) <= DIGITS * scale and np.min(np.abs(found)) > 1e-6:
            return dict(zip(columns, map(float, found)))
    return None


def _promising(matrix: Matrix, answers: Vector) -> Iterator[tuple[int, ...]]:
    """Choices of columns, few at first, that come near `answers` by the normal equations of all choices at once."""
    products, sides = matrix.T @ matrix, matrix.T @ answers
    for count in range(1, TERMS + 1):
        choices = np.array(list(itertools.combinations(range(matrix.shape[1]), count)))
        systems = products[choices[:, :, None], choices[:, None, :]] + 1e-13 * np.eye(count)
        found = np.linalg.solve(systems, sides[choices][:, :, None])[:, :, 0]
        missing = 1 - np.sum(found * sides[choices], axis=1)
        for n in np.flatnonzero(missing < 1e-6):
            yield tuple(map(int, choices[n]))


def read_off(basis: Basis, calls: Sequence[tuple[object, ...]], answers: Sequence[float]) -> str | None:
    """The formula that `answers` follow, in words; None when there is none that is sure.

    Probes of several sizes are solved for together, as they are and multiplied by the size.  The
    combination has to have at most `TERMS` terms, coefficients that people would write, and four
    more probes than unknowns, so that it cannot fit by chance.
    """
    told = np.asarray(answers, dtype=float)
    if np.all(told == told[0]) and len(told) >= len(basis.names) + 4:
        return _coefficient(float(told[0])) or ("0" if told[0] == 0 else None)
    matrix = np.array([basis.values(*args) for args in calls], dtype=float)
    if not np.all(np.isfinite(told)) or not np.all(np.isfinite(matrix)) or len(told) < len(basis.names) + 4:
        return None
    trials = [("", told)]
    if basis.size is not None:
        sizes = np.array([basis.size(*args) for args in calls], dtype=float)
        trials.append((f", divided by {basis.size_name}", told * sizes))
        trials.append((f", times {basis.size_name}", told / sizes))
    for suffix, wanted in trials:
        found = _solve(matrix, wanted)
        if found is None:
            continue
        terms = [(n, _coefficient(value)) for n, value in found.items()]
        if all(text is not None for _, text in terms):
            words = " + ".join(_term(text, basis.names[n]) for n, text in terms if text)
            return words.replace("+ -", "- ") + suffix
    return None
