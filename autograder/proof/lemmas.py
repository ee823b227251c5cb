"""The closed list of inequalities a chain may use, each re-derived from the student's arguments.

A lemma takes the student's own x, w, ... and returns, at every test point, how far its right side
lies above its left side. Its side conditions are read off the form of the arguments (visibly
non-negative, visibly positive), so they hold at all points, not only at the tested ones; the one
condition tested at points is that Jensen's weights sum to 1.

    log_le        S(w*log(x)) <= S(w*(x-1))             w >= 0, x > 0     (log x <= x - 1)
    jensen        S(w*log(x)) <= log(S(w*x))            w >= 0, S(w) = 1, x > 0
    extend_sum    S(e) <= All(e)                        e >= 0
    log_monotone  log(S(e)) <= log(All(e))              e >= 0, > 0 on the support
                  log(x) <= log(x + e)                  x > 0, e >= 0, no loose p or q
    log_sum       S(a)*log(S(a)/S(b)) <= S(a*log(a/b))  a >= 0, b > 0
                  with lists a, b of k terms: at each outcome
                  (a1+..+ak)*log((a1+..+ak)/(b1+..+bk)) <= a1*log(a1/b1)+..+ak*log(ak/bk), summed

The argument "over" ("S" or "All") says over which outcomes log_le, jensen and log_sum add; S is
the default. log_le and log_sum without a loose p or q and without "over" are read for single
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .evaluate import UndefinedError, Value, evaluate, log, outcomes
from .exact import ProofError
from .expression import Node, is_per_outcome
from .setting import Point, Setting
from .visible import visibly_nonnegative, visibly_positive

ONE = Value(Fraction(1))


class RefusalError(ProofError):
    """A step does not stand; `point` and `detail` say where that shows, and what, if it does."""

    def __init__(self, reason: str, point: Point | None = None, detail: str = "") -> None:
        super().__init__(reason)
        self.point = point
        self.detail = detail


@dataclass(frozen=True)
class Arguments:
    """A lemma's parsed arguments; each is a list of one expression but in log_sum."""

    nodes: Mapping[str, Sequence[Node]]
    over: str | None
    setting: Setting

    def one(self, name: str) -> Node:
        """Return an argument that is a single expression."""
        if len(self.nodes[name]) != 1:
            raise RefusalError(f"the argument {name} is one expression here, not a list.")
        return self.nodes[name][0]


@dataclass(frozen=True)
class Lemma:
    """A lemma: its arguments by name, and the gap between its sides at each point."""

    required: frozenset[str]
    allowed: frozenset[str]
    gaps: Callable[[Arguments, Sequence[Point]], list[Value]]


def _need_nonnegative(node: Node, name: str, setting: Setting, over: str) -> None:
    if not visibly_nonnegative(node, setting, over):
        raise RefusalError(f"{name} = {node.source} is not visibly non-negative{_where(over, setting)}: {_FORMS}.")


def _need_positive(node: Node, name: str, setting: Setting, over: str) -> None:
    if not visibly_positive(node, setting, over):
        raise RefusalError(f"{name} = {node.source} is not visibly positive{_where(over, setting)}: {_FORMS}.")


_FORMS = "only positive numbers, the names, and their sums, products and quotients count as such"


def _where(over: str, setting: Setting) -> str:
    return " on all outcomes (p and q may be 0 off the support)" * (over == "All" and setting.zeros)


def _at(points: Sequence[Point], gap: Callable[[Point], Value]) -> list[Value]:
    gaps = []
    for point in points:
        try:
            gaps.append(gap(point))
        except UndefinedError as error:
            raise RefusalError(f"in the lemma's instance, {error}", point) from None
    return gaps


def _log_le(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    x, w, setting = arguments.one("x"), arguments.one("w"), arguments.setting
    loose = is_per_outcome(x, setting) or is_per_outcome(w, setting)
    single = arguments.over is None and not loose
    over = arguments.over or "S"
    _need_positive(x, "x", setting, over)
    _need_nonnegative(w, "w", setting, over)

    def gap(point: Point) -> Value:
        total, sums = Value(), dict[int, Value]()
        for i in [None] if single else outcomes(point, over):
            ratio = evaluate(x, point, i, sums)
            weight = evaluate(w, point, i, sums).rational
            total += (ratio - ONE - log(ratio)).times(weight)
        return total

    return _at(points, gap)


def _jensen(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    x, w, setting = arguments.one("x"), arguments.one("w"), arguments.setting
    over = arguments.over or "S"
    _need_positive(x, "x", setting, over)
    _need_nonnegative(w, "w", setting, over)

    def gap(point: Point) -> Value:
        mean, mean_log, total, sums = Value(), Value(), Value(), dict[int, Value]()
        for i in outcomes(point, over):
            ratio = evaluate(x, point, i, sums)
            weight = evaluate(w, point, i, sums)
            mean += ratio.times(weight.rational)
            mean_log += log(ratio).times(weight.rational)
            total += weight
        if total.rational != 1:
            raise RefusalError(
                f"Jensen's weights must sum to 1, and those of w = {w.source} do not.",
                point,
                f"the weights sum to {total.approximate():.6g}",
            )
        return log(mean) - mean_log

    return _at(points, gap)


def _extend_sum(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    e = arguments.one("e")
    _need_nonnegative(e, "e", arguments.setting, "All")

    def gap(point: Point) -> Value:
        rest, sums = Value(), dict[int, Value]()
        for i in set(range(point.size)) - set(point.support):
            rest += evaluate(e, point, i, sums)
        return rest

    return _at(points, gap)


def _log_monotone(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    e, setting = arguments.one("e"), arguments.setting
    if "x" in arguments.nodes:
        x = arguments.one("x")
        if is_per_outcome(x, setting) or is_per_outcome(e, setting):
            raise RefusalError("with x, log_monotone compares two numbers: sum over outcomes in x and e.")
        _need_positive(x, "x", setting, "S")
        _need_nonnegative(e, "e", setting, "S")

        def gap(point: Point) -> Value:
            low = evaluate(x, point)
            return log(low + evaluate(e, point)) - log(low)

        return _at(points, gap)
    _need_nonnegative(e, "e", setting, "All")
    _need_positive(e, "e", setting, "S")

    def extended(point: Point) -> Value:
        sums: dict[int, Value] = {}
        low, high = Value(), Value()
        for i in range(point.size):
            term = evaluate(e, point, i, sums)
            high += term
            if i in point.support:
                low += term
        return log(high) - log(low)

    return _at(points, extended)


def _log_sum(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    a, b, setting = arguments.nodes["a"], arguments.nodes["b"], arguments.setting
    over = arguments.over or "S"
    if len(a) != len(b):
        raise RefusalError(f"a has {len(a)} terms and b has {len(b)}: each a needs its own b.")
    pairs = list(zip(a, b, strict=True))
    single = arguments.over is None and not any(is_per_outcome(n, setting) for n in (*a, *b))
    for name, nodes in (("a", a), ("b", b)):
        for node in nodes:
            _need_nonnegative(node, name, setting, over)
    for node in b:
        _need_positive(node, "b", setting, over)

    def gap(point: Point) -> Value:
        sums: dict[int, Value] = {}
        rows = [
            [(evaluate(m, point, i, sums), evaluate(n, point, i, sums)) for m, n in pairs]
            for i in ([None] if single else outcomes(point, over))
        ]
        if len(a) == 1:  # one inequality over the outcomes, instead of one at each outcome
            rows = [[row[0] for row in rows]]
        total = Value()
        for row in rows:
            parts = [_entropy_term(top, bottom) for top, bottom in row]
            whole = _entropy_term(_total(m for m, _ in row), _total(n for _, n in row))
            total += _total(parts) - whole
        return total

    return _at(points, gap)


def _total(values: Iterable[Value]) -> Value:
    total = Value()
    for value in values:
        total += value
    return total


def _entropy_term(a: Value, b: Value) -> Value:
    # a log(a/b) with 0 log 0 = 0
    if a.rational == 0:
        return Value()
    return log(Value(a.rational / b.rational)).times(a.rational)


LEMMAS: dict[str, Lemma] = {
    "log_le": Lemma(frozenset("xw"), frozenset({"x", "w", "over"}), _log_le),
    "jensen": Lemma(frozenset("xw"), frozenset({"x", "w", "over"}), _jensen),
    "extend_sum": Lemma(frozenset("e"), frozenset("e"), _extend_sum),
    "log_monotone": Lemma(frozenset("e"), frozenset("ex"), _log_monotone),
    "log_sum": Lemma(frozenset("ab"), frozenset({"a", "b", "over"}), _log_sum),
}
