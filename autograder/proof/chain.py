"""Check a proof chain: start R e1 R e2 ..., each step justified by a rule.

Guaranteed, for a chain found complete:

- it starts and ends where the question says, uses '=' and one direction only, and
- every inequality step is an instance of a lemma from the closed list (`lemmas`), worked out anew
  from the student's own arguments, whose side conditions hold at all points.

Not guaranteed: identities ('=' steps, and that a step's two sides differ by exactly what the
lemma's do) are decided exactly, but at eleven points (eight for convexity), some simple, the rest
random. An identity that is false can pass only if it happens to hold at all of them; the points
are drawn from the seed and the chain's own text, so nobody can choose a chain for known points.
The rules algebra, definition and normalisation are three names for an identity: which one is
named is not judged. That Gibbs' inequality is strict unless P = Q is not part of a chain.

Partial credit looks at the steps from the start up to the first refused one, and only at how far
the best of them got, so padding earns nothing:

    0     another start, or no inequality justified that brings the chain nearer its end
    1/4   at least one justified step up (or down), without passing the end at any point
    1/2   the end's value is reached at all points where P and Q are positive everywhere
    3/4   the end's value is reached at all points, but the chain is not finished
    1     complete

In a question with '=' alone every step has the end's value: there an intermediate form that the
goal names (`Goal.halfway`) earns 1/2, and completion 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction

from .evaluate import Value
from .exact import ProofError
from .expression import parse
from .goals import Goal, Route, same, values_at
from .latex import UNREADABLE, to_latex
from .reading import Chain, read_chain, texts
from .setting import Point, draw_points
from .step import Side, judge, read_side
from .verdict import ChainVerdict, StepVerdict


def check_chain(data: object, goal: Goal, *, seed: int | str = 0) -> ChainVerdict:
    """Check a student's chain against a goal.

    Parameters
    ----------
    data : list or dict
        See `reading`.
    goal : Goal
        See `goals`.
    seed : int or str
        Draws the random points; the same seed and chain give the same verdict.

    Returns
    -------
    ChainVerdict
        Never raises for anything a student wrote as plain data.
    """
    try:
        chain = read_chain(data)
    except ProofError as error:
        message = f"The chain cannot be read: {error}"
        return ChainVerdict((), False, Fraction(0), 0, message, UNREADABLE)
    points = draw_points(goal.setting, _digest(chain, seed))
    sides = [read_side(chain.start, goal.setting, points)]
    sides += [read_side(s.expression, goal.setting, points) for s in chain.steps]
    start = sides[0].node
    route = next((r for r in goal.routes if start and r.start.matches(start, points, goal.setting)), None)
    relations = [s.relation for s in chain.steps if s.relation in ("<=", ">=")]
    direction = route.relation if route else relations[0] if relations else "="
    steps = tuple(
        judge(k + 1, step, sides[k], sides[k + 1], direction, goal.setting, points) for k, step in enumerate(chain.steps)
    )
    fault, message = _first_fault(sides, steps, route, goal, points)
    credit = Fraction(1)
    if fault is not None:
        credit = _credit(sides, steps, route, goal, points)
    latex = to_latex(start, goal.setting) if start else UNREADABLE
    return ChainVerdict(steps, fault is None, credit, fault, message, latex)


def _digest(chain: Chain, seed: int | str) -> str:
    # the seed's points depend on the chain, so a chain cannot be built to fit known points
    whole = "\0".join([str(seed), *texts(chain)])
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()


def _first_fault(
    sides: Sequence[Side],
    steps: Sequence[StepVerdict],
    route: Route | None,
    goal: Goal,
    points: Sequence[Point],
) -> tuple[int | None, str]:
    if route is None:
        words = " or ".join(dict.fromkeys(r.start.words for r in goal.routes))
        why = f" Yours cannot be used: {sides[0].problem}" if sides[0].problem else ""
        if sides[0].point:
            why += f" at {sides[0].point.describe()}."
        return 0, f"The chain has to start at {words}.{why}"
    for step in steps:
        if not step.accepted:
            return step.number, f"Step {step.number}: {step.reason}"
    last = sides[-1].node
    assert last is not None  # all steps are accepted
    if not route.target.matches(last, points, goal.setting):
        return len(steps) + 1, (
            f"Every step stands, but the chain ends before it is done: its last expression has to be {route.target.words}."
        )
    return None, "Every step stands, and the chain leads from its start to its end."


def _credit(
    sides: Sequence[Side],
    steps: Sequence[StepVerdict],
    route: Route | None,
    goal: Goal,
    points: Sequence[Point],
) -> Fraction:
    good = 0
    while good < len(steps) and steps[good].accepted:
        good += 1
    if route is None or good == 0:
        return Fraction(0)
    if route.relation == "=":
        begun = goal.halfway is not None and any(goal.halfway(node) for side in sides[1 : good + 1] if (node := side.node))
        return Fraction(1, 2) if begun else Fraction(0)
    start = sides[0].values
    target = values_at(parse(route.target.text, goal.setting), points)
    assert start is not None
    credit = Fraction(0)
    for side in sides[1 : good + 1]:
        assert side.values is not None  # the step to it is accepted
        missing = [t - r for t, r in zip(target, side.values, strict=True)]
        if route.relation == ">=":
            missing = [-m for m in missing]
        if not same(start, side.values):
            credit = max(credit, _progress(missing, points))
    return credit


def _progress(missing: Sequence[Value], points: Sequence[Point]) -> Fraction:
    if all(m.is_zero() for m in missing):
        return Fraction(3, 4)
    if any(m.sign() < 0 for m in missing):
        return Fraction(0)
    if all(m.is_zero() for m, p in zip(missing, points, strict=True) if p.full):
        return Fraction(1, 2)
    return Fraction(1, 4)
