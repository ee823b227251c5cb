"""What a chain has to show: where it may start, which way it goes, where it has to end.

An end is matched by value: the student's expression must equal the goal's at every test point.
Where values alone would let a chain start at its own end (in an '=' chain all expressions have
one value), the written form counts too: term by term, or with P written for Q.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from .evaluate import UndefinedError, Value, evaluate
from .expression import Node, constant, parse, terms
from .setting import CONVEXITY, GIBBS, SELF, Point, Setting, draw_points

Match = Callable[[Node, Sequence[Point], Setting], bool]


@dataclass(frozen=True)
class End:
    """One end of a chain: in words, as an expression, and the test of a student's expression."""

    words: str
    text: str
    matches: Match


@dataclass(frozen=True)
class Route:
    """One way to write the proof: from start by = and `relation` to target."""

    start: End
    relation: str
    target: End


@dataclass(frozen=True)
class Goal:
    """A proof question.

    Attributes
    ----------
    setting : Setting
    routes : tuple of Route
    halfway : callable or None
        For '=' goals: recognises the expression that earns half.
    """

    setting: Setting
    routes: tuple[Route, ...]
    halfway: Callable[[Node], bool] | None = None


def values_at(node: Node, points: Sequence[Point]) -> list[Value]:
    """Evaluate an expression without loose names at every point."""
    return [evaluate(node, point) for point in points]


def same(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Decide whether two expressions agree at every point."""
    return all((a - b).is_zero() for a, b in zip(left, right, strict=True))


def _value(words: str, text: str) -> End:
    def matches(node: Node, points: Sequence[Point], setting: Setting) -> bool:
        try:
            return same(values_at(node, points), values_at(parse(text, setting), points))
        except UndefinedError:
            return False

    return End(words, text, matches)


def _zero() -> End:
    # All(q) - 1 is 0 as well, but saying so is the chain's last step.
    return End("0", "0", lambda node, points, setting: constant(node) == 0)


def _terms(words: str, *texts: str) -> End:
    def matches(node: Node, points: Sequence[Point], setting: Setting) -> bool:
        found = terms(node)
        if len(found) != len(texts):
            return False
        try:
            mine = [[v if added else -v for v in values_at(n, points)] for added, n in found]
        except UndefinedError:
            return False
        wanted = [values_at(parse(text, setting), points) for text in texts]
        return any(all(same(a, b) for a, b in zip(order, wanted, strict=True)) for order in permutations(mine))

    return End(words, " + ".join(texts), matches)


def _kl_with_p_for_q() -> End:
    """Recognise KL(P||Q) in any form after Q was replaced by P."""

    def matches(node: Node, points: Sequence[Point], setting: Setting) -> bool:
        places = [n for n in node.walk() if n.kind == "name"]
        if len(places) > 6:
            return False
        trial = draw_points(GIBBS, "two distributions")[:5]
        wanted = values_at(parse("S(p*log(p/q))", GIBBS), trial)
        for names in product("pq", repeat=len(places)):
            renamed = _renamed(node, iter(names))
            try:
                pairs = zip(trial, wanted, strict=True)
                if all((evaluate(renamed, at) - value).is_zero() for at, value in pairs):
                    return True
            except UndefinedError:
                continue
        return False

    return End("KL(P||P), written as the definition says", "S(p*log(p/p))", matches)


def _renamed(node: Node, names: Iterator[str]) -> Node:
    if node.kind == "name":
        return Node("name", name=next(names))
    return Node(node.kind, tuple(_renamed(arg, names) for arg in node.args), number=node.number)


def _logs_are_split(node: Node) -> bool:
    names = [{n.name for n in log.walk() if n.kind == "name"} for log in node.walk() if log.kind == "log"]
    return len(terms(node)) == 1 and bool(names) and all(len(found) == 1 for found in names)


_KL = _value("KL(P||Q)", "S(p*log(p/q))")
_MINUS_KL = _value("-KL(P||Q)", "-S(p*log(p/q))")
_WRITTEN_KL = _terms("KL(P||Q), one sum", "S(p*log(p/q))")
_ENTROPIES = _terms("H(P,Q) - H(P), two sums", "-S(p*log(q))", "S(p*log(p))")
_MIXED = _value(
    "KL of the mixtures",
    "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
)
_MIXTURE = _value("the mixture of the two KLs", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))")

GIBBS_PROOF = Goal(GIBBS, (Route(_MINUS_KL, "<=", _zero()), Route(_KL, ">=", _zero())))
SELF_PROOF = Goal(SELF, (Route(_kl_with_p_for_q(), "=", _zero()),))
CROSS_ENTROPY_PROOF = Goal(
    GIBBS,
    (Route(_WRITTEN_KL, "=", _ENTROPIES), Route(_ENTROPIES, "=", _WRITTEN_KL)),
    _logs_are_split,
)
CONVEXITY_PROOF = Goal(CONVEXITY, (Route(_MIXED, "<=", _MIXTURE), Route(_MIXTURE, ">=", _MIXED)))
