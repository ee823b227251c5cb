"""Exact values of expressions at a rational point.

At a rational point every expression of the language, as long as no logarithm is multiplied by,
divided by or put inside another logarithm, is a rational number plus rational multiples of
logarithms of rationals. Such values are added, scaled and compared exactly: two of them are equal
or not for certain (`certificate.is_zero`), with no tolerance. The three exceptions are refused.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .certificate import is_zero, sign
from .exact import ProofError
from .expression import Node
from .setting import Point

# far above what honest chains need (hundreds), far below what would take time
MAX_BITS = 4_000
MAX_LOGS = 500


class UndefinedError(ProofError):
    """An expression has no value at a legal point, or none this checker can compare."""


@dataclass(frozen=True, slots=True)
class Value:
    """The number rational + sum of coefficient * log(argument), no coefficient being 0."""

    rational: Fraction = Fraction(0)
    logs: Mapping[Fraction, Fraction] = field(default_factory=dict)

    def __add__(self, other: Value) -> Value:
        logs = self.logs or other.logs
        if self.logs and other.logs:
            merged = dict(self.logs)
            for argument, c in other.logs.items():
                total = merged.pop(argument, 0) + c
                if total:
                    merged[argument] = total
            logs = merged
            if len(logs) > MAX_LOGS:
                raise UndefinedError("the expression grows too large to compare: shorten it.")
        return Value(_capped(self.rational + other.rational), logs)

    def __neg__(self) -> Value:
        return self.times(Fraction(-1))

    def __sub__(self, other: Value) -> Value:
        return self + -other

    def times(self, factor: Fraction) -> Value:
        """Return the value times a rational number."""
        if not self.logs or factor == 0:
            return Value(_capped(self.rational * factor))
        logs = {argument: _capped(c * factor) for argument, c in self.logs.items()}
        return Value(_capped(self.rational * factor), logs)

    def is_zero(self) -> bool:
        """Decide exactly whether the value is 0."""
        return is_zero(self._form(), self.rational)

    def sign(self) -> int:
        """Decide the sign of the value for certain."""
        return sign(self._form(), self.rational)

    def approximate(self) -> float:
        """Return a nearby float, to be shown and for nothing else."""
        try:
            logs = (float(c) * log_float(argument) for argument, c in self.logs.items())
            return float(self.rational) + sum(logs)
        except OverflowError:
            return math.nan

    def _form(self) -> list[tuple[Fraction, Fraction]]:
        return [(c, argument) for argument, c in self.logs.items()]


def log_float(x: Fraction) -> float:
    """Return log(x) as a float, for x > 0 of any size."""
    return math.log(x.numerator) - math.log(x.denominator)


def _capped(x: Fraction) -> Fraction:
    if x.numerator.bit_length() + x.denominator.bit_length() > MAX_BITS:
        raise UndefinedError("the expression grows too large to compare: shorten it.")
    return x


def log(x: Value, source: str = "log") -> Value:
    """Return log(x) for a rational x > 0."""
    if x.logs:
        raise UndefinedError(f"{source} takes the logarithm of a logarithm: write it without.")
    if x.rational <= 0:
        what = "0" if x.rational == 0 else "a negative number"
        raise UndefinedError(f"{source} takes the logarithm of {what}")
    return Value() if x.rational == 1 else Value(logs={x.rational: Fraction(1)})


def evaluate(node: Node, point: Point, outcome: int | None = None, sums: dict[int, Value] | None = None) -> Value:
    """Return the exact value of an expression at a point.

    Parameters
    ----------
    node : Node
    point : Point
    outcome : int, optional
        The outcome at which names such as p are read; None outside of sums.
    sums : dict, optional
        Values of sums already known at this point, by the node's id: a sum inside a sum is
        worked out once.

    Returns
    -------
    Value

    Raises
    ------
    UndefinedError
        For log(0), a division by 0, a product of logarithms, or numbers beyond the caps.
    """
    if sums is None:
        sums = {}
    kind = node.kind
    if kind == "number":
        return Value(node.number)
    if kind == "name":
        if node.name in point.weights:
            return Value(point.weights[node.name])
        assert outcome is not None  # the parser keeps such names inside sums
        return Value(point.distributions[node.name][outcome])
    if kind in ("S", "All"):
        if id(node) not in sums:
            total = Value()
            for i in outcomes(point, kind):
                total += evaluate(node.args[0], point, i, sums)
            sums[id(node)] = total
        return sums[id(node)]
    values = [evaluate(arg, point, outcome, sums) for arg in node.args]
    if kind == "log":
        return log(values[0], node.source)
    if kind == "negative":
        return -values[0]
    a, b = values
    if kind == "+":
        return a + b
    if kind == "-":
        return a - b
    if kind == "/":
        if b.logs:
            raise UndefinedError(f"{node.source} divides by a logarithm: write it without.")
        if b.rational == 0:
            raise UndefinedError(f"{node.source} divides by 0")
        return a.times(1 / b.rational)
    if a.logs and b.logs:
        raise UndefinedError(f"{node.source} multiplies two logarithms: write it without.")
    return a.times(b.rational) if not b.logs else b.times(a.rational)


def outcomes(point: Point, over: str) -> Sequence[int]:
    """Return the outcomes over which S or All adds."""
    return point.support if over == "S" else range(point.size)
