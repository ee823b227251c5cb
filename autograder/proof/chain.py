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
from dataclasses import dataclass
from fractions import Fraction

from .evaluate import UndefinedError, Value, evaluate
from .exact import ProofError
from .expression import Node, parse
from .goals import Goal, Route, same, values_at
from .latex import RELATIONS, to_latex
from .lemmas import LEMMAS, Arguments, RefusalError
from .reading import MAX_PIECES, Chain, Step, pieces, read_chain, texts
from .setting import Point, Setting, draw_points

IDENTITIES = ("algebra", "definition", "normalisation")
_UNREADABLE = r"\text{(not readable)}"


@dataclass(frozen=True)
class Counterexample:
    """A point at which a step fails.

    Attributes
    ----------
    distributions : dict
        Name to exact entries, for example {"p": (1/2, 1/2), "q": (1/4, 3/4)}.
    weights : dict
        Name to exact value.
    left, right : float or None
        The step's two sides there, rounded for display; None where a side has no value.
    text : str
        All of it in words.
    """

    distributions: dict[str, tuple[Fraction, ...]]
    weights: dict[str, Fraction]
    left: float | None
    right: float | None
    text: str


@dataclass(frozen=True)
class StepVerdict:
    """One step's verdict: number (from 1), reason in words, LaTeX of relation and expression."""

    number: int
    accepted: bool
    reason: str
    counterexample: Counterexample | None
    latex: str


@dataclass(frozen=True)
class ChainVerdict:
    """The verdict on a chain.

    Attributes
    ----------
    steps : tuple of StepVerdict
        Every step is judged, also after a refused one.
    complete : bool
        Starts right, ends right, one direction, every step accepted.
    credit : Fraction
        0, 1/4, 1/2, 3/4 or 1 (see the module's text).
    fault : int or None
        0 for the start, k for step k, number of steps + 1 for the end; None if complete.
    message : str
        One sentence or two on the first fault, or on what has been shown.
    start_latex : str
    """

    steps: tuple[StepVerdict, ...]
    complete: bool
    credit: Fraction
    fault: int | None
    message: str
    start_latex: str = ""


@dataclass(frozen=True)
class _Side:
    node: Node | None
    values: list[Value] | None
    problem: str = ""
    point: Point | None = None


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
        return ChainVerdict((), False, Fraction(0), 0, message, _UNREADABLE)
    points = draw_points(goal.setting, _digest(chain, seed))
    sides = [_side(chain.start, goal.setting, points)]
    sides += [_side(s.expression, goal.setting, points) for s in chain.steps]
    start = sides[0].node
    route = next(
        (r for r in goal.routes if start and r.start.matches(start, points, goal.setting)), None
    )
    relations = [s.relation for s in chain.steps if s.relation in ("<=", ">=")]
    direction = route.relation if route else relations[0] if relations else "="
    steps = tuple(
        _judge(k + 1, step, sides[k], sides[k + 1], direction, goal.setting, points)
        for k, step in enumerate(chain.steps)
    )
    fault, message = _first_fault(sides, steps, route, goal, points)
    credit = Fraction(1)
    if fault is not None:
        credit = _credit(sides, steps, route, goal, points)
    latex = to_latex(start, goal.setting) if start else _UNREADABLE
    return ChainVerdict(steps, fault is None, credit, fault, message, latex)


def _digest(chain: Chain, seed: int | str) -> str:
    # the seed's points depend on the chain, so a chain cannot be built to fit known points
    whole = "\0".join([str(seed), *texts(chain)])
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else text + "."


def _side(text: object, setting: Setting, points: Sequence[Point]) -> _Side:
    try:
        node = parse(text, setting)
    except ProofError as error:
        return _Side(None, None, str(error))
    values: list[Value] = []
    for point in points:
        try:
            values.append(evaluate(node, point))
        except UndefinedError as error:
            return _Side(node, None, str(error), point)
    return _Side(node, values)


def _first_fault(
    sides: Sequence[_Side],
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
            f"Every step stands, but the chain ends before it is done: "
            f"its last expression has to be {route.target.words}."
        )
    return None, "Every step stands, and the chain leads from its start to its end."


# One step


def _judge(
    number: int,
    step: Step,
    left: _Side,
    right: _Side,
    direction: str,
    setting: Setting,
    points: Sequence[Point],
) -> StepVerdict:
    latex = _step_latex(step, right, setting)
    try:
        _check_step(step, left, right, direction, setting, points)
    except RefusalError as refusal:
        reason, example = _sentence(str(refusal)), None
        if refusal.point:
            example = _counterexample(refusal.point, left, right, points, refusal.detail)
            reason += f" Take {example.text}."
        return StepVerdict(number, False, reason, example, latex)
    if step.rule in LEMMAS:
        reason = f"An instance of {step.rule} with these arguments."
    else:
        reason = f"An identity: both sides are equal at {len(points)} points."
    return StepVerdict(number, True, reason, None, latex)


def _check_step(
    step: Step,
    left: _Side,
    right: _Side,
    direction: str,
    setting: Setting,
    points: Sequence[Point],
) -> None:
    if step.problem:
        raise RefusalError(step.problem)
    if right.values is None:
        raise RefusalError(right.problem, right.point)
    if left.values is None:
        raise RefusalError(
            f"the expression before this step cannot be used: {left.problem}", left.point
        )
    if step.rule not in LEMMAS and step.rule not in IDENTITIES:
        raise RefusalError(_unknown_rule(step.rule))
    differences = [b - a for a, b in zip(left.values, right.values, strict=True)]
    if step.relation == "=":
        wrong = next((p for p, d in zip(points, differences, strict=True) if not d.is_zero()), None)
        if wrong is not None:
            raise RefusalError("the two sides are not equal.", wrong)
        if step.rule in LEMMAS:
            raise RefusalError(f"{step.rule} is an inequality, and this step says '='.")
        if step.arguments:
            raise RefusalError(f"{step.rule} takes no arguments.")
        return
    if step.relation == "<=":
        differences = [-d for d in differences]
    # from here on, positive means that the inequality is false
    if step.relation != direction:
        going = "only '=' steps" if direction == "=" else f"'=' and '{direction}' steps only"
        raise RefusalError(
            f"this chain, from where it starts, is made of {going}.", _false_at(differences, points)
        )
    try:
        _check_lemma(step, differences, setting, points)
    except RefusalError as refusal:
        false_at = _false_at(differences, points)
        if false_at is None:
            raise
        raise RefusalError(f"{refusal} What it says is not even true.", false_at) from None


def _false_at(differences: Sequence[Value], points: Sequence[Point]) -> Point | None:
    for point, difference in zip(points, differences, strict=True):
        try:
            if difference.sign() > 0:
                return point
        except ProofError:
            continue
    return None


def _check_lemma(
    step: Step, differences: Sequence[Value], setting: Setting, points: Sequence[Point]
) -> None:
    if step.rule in IDENTITIES:
        raise RefusalError(
            f"{step.rule} justifies '=' only: an inequality needs one of {_names()}."
        )
    gaps = LEMMAS[step.rule].gaps(_arguments(step, setting), points)
    wrong = [
        (point, gap, difference)
        for point, gap, difference in zip(points, gaps, differences, strict=True)
        if not (gap + difference).is_zero()
    ]
    if not wrong:
        return
    if same(gaps, differences):
        raise RefusalError(f"{step.rule} with these arguments gives the opposite inequality.")
    point, gap, difference = wrong[0]
    raise RefusalError(
        f"{step.rule} with these arguments does not give this step.",
        point,
        f"the lemma's two sides differ by {_shown(gap)} and the step's by {_shown(-difference)}",
    )


def _shown(value: Value) -> str:
    return f"{value.approximate():.6g}"


def _names() -> str:
    return ", ".join(LEMMAS)


def _unknown_rule(rule: str) -> str:
    known = f"the rules are {', '.join(IDENTITIES)}, {_names()}."
    if "gibbs" in rule.lower():
        return f"Gibbs' inequality is what such a chain proves, so it cannot be a reason; {known}"
    return f"there is no such rule; {known}"


def _arguments(step: Step, setting: Setting) -> Arguments:
    lemma = LEMMAS[step.rule]
    missing = sorted(lemma.required - set(step.arguments))
    unknown = sorted(set(step.arguments) - lemma.allowed)
    if missing:
        raise RefusalError(f"{step.rule} needs the argument {missing[0]}.")
    if unknown:
        raise RefusalError(f"{step.rule} takes the arguments {', '.join(sorted(lemma.allowed))}.")
    over = step.arguments.get("over")
    if over is not None:
        over = over.strip() if isinstance(over, str) else over
        if over not in ("S", "All"):
            raise RefusalError('the argument over is "S" or "All".')
    nodes: dict[str, list[Node]] = {}
    for name, argument in step.arguments.items():
        if name == "over":
            continue
        parts = pieces(argument)
        if not 1 <= len(parts) <= MAX_PIECES:
            raise RefusalError(f"the argument {name} is a list of 1 to {MAX_PIECES} expressions.")
        try:
            nodes[name] = [parse(part, setting, per_outcome=True) for part in parts]
        except ProofError as error:
            raise RefusalError(f"the argument {name}: {error}") from None
    return Arguments(nodes, over if isinstance(over, str) else None, setting)


def _counterexample(
    point: Point, left: _Side, right: _Side, points: Sequence[Point], detail: str
) -> Counterexample:
    at = points.index(point)
    a = left.values[at].approximate() if left.values else None
    b = right.values[at].approximate() if right.values else None
    facts = [] if a is None or b is None else [f"the left side is {a:.6g}, the right {b:.6g}"]
    facts += [detail] if detail else []
    text = point.describe() + (f": {'; '.join(facts)}" if facts else "")
    return Counterexample(point.distributions, point.weights, a, b, text)


# Credit and rendering


def _credit(
    sides: Sequence[_Side],
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
        begun = goal.halfway is not None and any(
            goal.halfway(node) for side in sides[1 : good + 1] if (node := side.node)
        )
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


def _step_latex(step: Step, right: _Side, setting: Setting) -> str:
    relation = RELATIONS.get(step.relation, "?")
    if right.node is None:
        return f"{relation} {_UNREADABLE}"
    return f"{relation} {to_latex(right.node, setting)}"


def chain_to_latex(verdict: ChainVerdict) -> str:
    """Render a checked chain as an aligned LaTeX block with a tick or a cross a step."""
    rows = [f"& {verdict.start_latex}"]
    for step in verdict.steps:
        mark = r"\checkmark" if step.accepted else r"\boldsymbol{\times}"
        rows.append(rf"& {step.latex} && {mark}\ \text{{({step.number})}}")
    body = " \\\\\n".join(rows)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"
