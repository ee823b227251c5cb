"""One step of a chain: is it an identity, or an instance of a lemma?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .evaluate import UndefinedError, Value, evaluate
from .exact import ProofError
from .expression import Node, parse
from .goals import same
from .latex import RELATION_SIGNS, UNREADABLE, to_latex
from .lemmas import LEMMAS, Arguments, RefusalError
from .reading import MAX_PIECES, Step, pieces
from .setting import Point, Setting
from .verdict import Counterexample, StepVerdict

IDENTITIES = ("algebra", "definition", "normalisation")


@dataclass(frozen=True)
class Side:
    """An expression of the chain: parsed, its value at each point, or why it has none."""

    node: Node | None
    values: list[Value] | None
    problem: str = ""
    point: Point | None = None


def read_side(text: object, setting: Setting, points: Sequence[Point]) -> Side:
    try:
        node = parse(text, setting)
    except ProofError as error:
        return Side(None, None, str(error))
    values: list[Value] = []
    for point in points:
        try:
            values.append(evaluate(node, point))
        except UndefinedError as error:
            return Side(node, None, str(error), point)
    return Side(node, values)


def judge(
    number: int,
    step: Step,
    left: Side,
    right: Side,
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
    left: Side,
    right: Side,
    direction: str,
    setting: Setting,
    points: Sequence[Point],
) -> None:
    if step.problem:
        raise RefusalError(step.problem)
    if right.values is None:
        raise RefusalError(right.problem, right.point)
    if left.values is None:
        raise RefusalError(f"the expression before this step cannot be used: {left.problem}", left.point)
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
        raise RefusalError(f"this chain, from where it starts, is made of {going}.", _false_at(differences, points))
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


def _check_lemma(step: Step, differences: Sequence[Value], setting: Setting, points: Sequence[Point]) -> None:
    if step.rule in IDENTITIES:
        raise RefusalError(f"{step.rule} justifies '=' only: an inequality needs one of {_names()}.")
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


def _counterexample(point: Point, left: Side, right: Side, points: Sequence[Point], detail: str) -> Counterexample:
    at = points.index(point)
    a = left.values[at].approximate() if left.values else None
    b = right.values[at].approximate() if right.values else None
    facts = [] if a is None or b is None else [f"the left side is {a:.6g}, the right {b:.6g}"]
    facts += [detail] if detail else []
    text = point.describe() + (f": {'; '.join(facts)}" if facts else "")
    return Counterexample(point.distributions, point.weights, a, b, text)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else text + "."


def _step_latex(step: Step, right: Side, setting: Setting) -> str:
    relation = RELATION_SIGNS.get(step.relation, "?")
    if right.node is None:
        return f"{relation} {UNREADABLE}"
    return f"{relation} {to_latex(right.node, setting)}"
