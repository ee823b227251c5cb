"""What an answer shows of the belief behind it, in words: the sentences of the proof engine.

An answer of this exercise is a certificate or a chain, so two answers are compared by why they
are refused and not by their numbers.  ``VERDICTS`` turns an answer into such words.
"""

import re
import zlib
from fractions import Fraction

from scipy.special import rel_entr

from autograder.checking import signature
from autograder.diagnose import ORDINARY
from autograder.proof import (
    CONVEXITY_PROOF,
    CROSS_ENTROPY_PROOF,
    GIBBS_PROOF,
    SELF_PROOF,
    ProofError,
    check_chain,
    claims,
    distribution,
    kl_form,
    parse,
    sign,
)
from autograder.proof.evaluate import evaluate
from autograder.proof.exact import type_name
from autograder.proof.reading import read_chain
from autograder.proof.setting import draw_points

nothing, at_eps, at_factor = signature(), signature("eps"), signature("factor")
CLAIM, EXTREME = "what it shows", "extreme values"


def _once(*groups):
    """The one call of a function without arguments, looked at in several ways."""
    return {group: [nothing()] for group in (ORDINARY, *groups)}


PROBES = {
    "equal_pair": _once(CLAIM),
    "lopsided_pair": _once(CLAIM),
    "asymmetric_family": {
        ORDINARY: [at_eps(Fraction(eps)) for eps in ("1/2", "3/4", "1/5", "1/10", "1/20")],
        EXTREME: [at_eps(Fraction(eps)) for eps in ("19/20", "1/50", "7/1000")],
    },
    "triangle_family": {
        ORDINARY: [at_factor(Fraction(factor)) for factor in (1, 2, 5, 10, 20)],
        EXTREME: [at_factor(Fraction(factor)) for factor in ("7/2", 50, 100)],
    },
    "gibbs_proof": _once(CLAIM),
    "equality_case": _once("zero", "non_zero", "proof"),
    "invariance_examples": _once("relabel", "lossy", "lossless"),
    "convexity_examples": _once("strict", "equal"),
    "convexity_proof": _once(CLAIM),
    "cross_entropy_proof": _once(CLAIM),
}


# What a refusal is about, by the sentence it is told in; what comes first in the list counts.
_SORTS = [
    ("an entry that is rounded", r"is a float|NumPy value \(float|is a Decimal|type ndarray"),
    ("a string of another form", r"is a string of another form"),
    ("does not add up", r"does not add up to exactly"),
    ("an infinite divergence", r"^(?:\w+: |at \w+ = #: )?KL\(.*\) is infinite"),
    ("too many digits", r"has more than # bits"),
    ("unequal directions", r"is (?:larger|smaller) than KL\(.*equal exactly"),
    ("the logarithm of zero", r"takes the logarithm of #"),
    ("an unknown name, a logarithm", r"\((?:log#|ln|lb|lg)\): unknown name"),
    ("an unknown name, a quantity", r"\((?:KL|D|H|E)\): unknown name"),
    ("an unknown name, Python", r"\((?:sum|math|np|numpy|zip|for|range|len)\): unknown name"),
    ("a sign that is not certain", r"is not visibly non-negative"),
    ("the opposite inequality", r"gives the opposite inequality|made of '=' and"),
]


def words(sentence):
    """A sentence without its numbers, after what it is about; "stands" for None.

    Answers are alike when they are refused for the same sort of reason: what stands before the bar.
    """
    if sentence is None:
        return "stands"
    told = re.sub(r"[0-9][0-9,]*(/[0-9]+)?", "#", sentence)
    return next((f"{sort} | {told}" for sort, pattern in _SORTS if re.search(pattern, told)), told)


def _form(answer):
    """The outer form of an answer."""
    return "a collection" if type(answer) in (list, tuple, dict) else type_name(answer)


def _distance(p, q):
    """Sum of |p - q|; None unless both are exact distributions of the same outcomes."""
    try:
        p, q = distribution(p), distribution(q)
    except ProofError:
        return None
    return sum(abs(a - b) for a, b in zip(p, q)) if len(p) == len(q) else None


def _floats(*distributions):
    return [[float(entry) for entry in distribution(one)] for one in distributions]


def _equal_pair(answer):
    told = words(claims.equal_pair(answer))
    p, q = answer
    if _distance(p, q):
        p, q = _floats(p, q)
        there, back = float(rel_entr(p, q).sum()), float(rel_entr(q, p).sum())
        if told.startswith("unequal"):
            told = ("nearly " if abs(there - back) <= 1e-3 * there else "reordered, " * (sorted(p) == sorted(q))) + told
    return told


def _lopsided_pair(answer):
    reached = [factor for factor in (10, 100, 1000) if claims.lopsided_pair(answer, factor) is None]
    told = words(claims.lopsided_pair(answer))
    return f"{told} It reaches {max(reached, default=0)}." if told.startswith("neither") else told


def _asymmetric_family(answer, eps):
    found = words(claims.asymmetric_instance(answer, eps))
    if found != "stands" and _distance(*answer) is not None:
        p, q = (distribution(one) for one in answer)
        there, back = kl_form(p, q), kl_form(q, p)
        if there is not None and sign(there, -2 * eps) < 0:
            found += " | KL(P||Q) is below twice eps."
        if back is not None and sign(back, -1) > 0:
            found += " | KL(Q||P) is above 1."
    return found


def _triangle_family(answer, factor):
    found = words(claims.triangle_instance(answer, factor))
    if found != "stands":
        found += " | The triangle inequality fails." * (claims.triangle_instance(answer, Fraction(1)) is None)
        found += " | The numbers are short." * all(len(str(entry)) < 9 for one in answer for entry in one)
    return found


# What an expression may be by mistake, by the name a student would give it.
_KNOWN = {
    "KL(Q||P)": "S(q*log(q/p))",
    "-KL(Q||P)": "-S(q*log(q/p))",
    "KL(P||Q)": "S(p*log(p/q))",
    "-KL(P||Q)": "-S(p*log(p/q))",
    "0": "0",
    "H(P)": "-S(p*log(p))",
    "-H(P)": "S(p*log(p))",
    "H(P,Q)": "-S(p*log(q))",
    "H(Q) - H(P)": "S(p*log(p)) - S(q*log(q))",
    "the mixture of the divergences": "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
    "H(P,Q) - H(Q)": "S(q*log(q)) - S(p*log(q))",
    "H(P,Q) + H(P)": "-S(p*log(q)) - S(p*log(p))",
}


def _values(text, setting):
    """Values of an expression at a few points, rounded; None where it has none."""
    try:
        node = parse(text, setting)
        points = draw_points(setting, "probes")
        return [round(evaluate(node, point).approximate(), 9) for point in points if point.full]
    except ProofError:
        return None


def _name(text, setting):
    mine = _values(text, setting)
    names = [name for name, known in _KNOWN.items() if mine is not None and _values(known, setting) == mine]
    # Two expressions that nobody has a name for are alike only if they are equal.
    return names[0] if names else f"something else ({zlib.crc32(repr(mine).encode()):08x})"


def _unequal(left, right, setting):
    """How the two sides of a false '=' step are related."""
    one, other = _values(left, setting), _values(right, setting)
    if one is None or other is None:
        return "without a value"
    if one == other:
        return "true where P has no zeros"
    sign_only = one == [-value for value in other]
    return "true but for the sign" if sign_only else f"false, and the right side is {_name(right, setting)}"


def _chain(answer, goal):
    """Where a chain fails first and why."""
    verdict = check_chain(answer, goal)
    if verdict.complete:
        return "stands"
    try:
        chain = read_chain(answer)
    except ProofError as error:
        return f"unreadable: {words(str(error))}"
    if verdict.fault == 0:
        reason = words(re.sub(r" at P.*| at P1.*", "", verdict.message.partition(" Yours ")[2]))
        sort, bar, _ = reason.partition(" | ")
        start = f"starts at {_name(chain.start, goal.setting)}: {reason}"
        return f"{sort} | {start}" if bar else start
    if verdict.fault > len(verdict.steps):
        return f"ends {'early' if verdict.credit else 'at once'} | with credit {verdict.credit}"
    step = chain.steps[verdict.fault - 1]
    before = chain.steps[verdict.fault - 2].expression if verdict.fault > 1 else chain.start
    arguments = ", ".join(sorted(f"{name}={str(value).replace(' ', '')}" for name, value in step.arguments.items()))
    sort, bar, reason = words(verdict.steps[verdict.fault - 1].reason.partition(" Take ")[0]).partition(" | ")
    if step.relation == "=" and step.rule in ("algebra", "definition", "normalisation"):
        told = f"=: {reason or sort} {_unequal(before, step.expression, goal.setting)}"
        return f"{sort} | {told}" if bar else told
    if not bar and "with these arguments" in sort:
        return f"an inequality by {step.rule}({arguments}) | {step.relation}: {sort}"
    return f"{sort} by {step.rule.lower()} | {step.relation} with ({arguments}): {reason}"


def _zero(pair):
    distance = _distance(*pair)
    return words(claims.zero_pair(pair)) + " (hardly different)" * (distance is not None and 0 < distance < Fraction(1, 10**6))


def _lossy(example):
    told = words(claims.lossy_example(example))
    return told + " It merges outcomes." * (len(set(example[2])) < len(example[2]))


def _lossless(example):
    told = words(claims.lossless_example(example))
    p, q, targets = example
    if told != "stands" and _distance(p, q):
        one, other = _floats(p, q)
        images = [[sum(v for v, t in zip(values, targets) if t == k) for k in set(targets)] for values in (one, other)]
        told += " It keeps 99 %." * (float(rel_entr(*images).sum()) > 0.99 * float(rel_entr(one, other).sum()))
    return told


def _equal_convexity(example):
    told = words(claims.equal_convexity(example))
    p1, q1, p2, q2, _ = example
    if told != "stands" and _distance(q1, q2) == 0:
        told += " There is one Q." + " The Ps hardly differ." * (_distance(p1, p2) < Fraction(1, 100))
    return told


def _on(key, judge):
    """A verdict on one entry of an answer that is a dict."""
    return lambda answer: judge(answer[key]) if type(answer) is dict and key in answer else f"has no {key}"


def _safe(judge):
    """A verdict that also has a word for what no claim is about."""

    def verdict(answer, *arguments):
        try:
            return judge(answer, *arguments)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return f"something of another form ({type_name(answer)})"

    return verdict


_JUDGES = {
    "equal_pair": {CLAIM: _equal_pair},
    "lopsided_pair": {CLAIM: _lopsided_pair},
    "asymmetric_family": {ORDINARY: _asymmetric_family, EXTREME: _asymmetric_family},
    "triangle_family": {ORDINARY: _triangle_family, EXTREME: _triangle_family},
    "gibbs_proof": {CLAIM: lambda answer: _chain(answer, GIBBS_PROOF)},
    "equality_case": {
        "zero": _on("zero", _zero),
        "non_zero": _on("non_zero", lambda pair: words(claims.non_zero_pair(pair))),
        "proof": _on("proof", lambda chain: _chain(chain, SELF_PROOF)),
    },
    "invariance_examples": {
        "relabel": _on("relabel", lambda example: words(claims.relabel_example(example))),
        "lossy": _on("lossy", _lossy),
        "lossless": _on("lossless", _lossless),
    },
    "convexity_examples": {
        "strict": _on("strict", lambda example: words(claims.strict_convexity(example))),
        "equal": _on("equal", _equal_convexity),
    },
    "convexity_proof": {CLAIM: lambda answer: _chain(answer, CONVEXITY_PROOF)},
    "cross_entropy_proof": {CLAIM: lambda answer: _chain(answer, CROSS_ENTROPY_PROOF)},
}

# For each question and group of probes, what an answer (and its arguments) comes to in words. Where
# one call is looked at in several ways, its ordinary way is the answer's outer form.
VERDICTS = {
    question: {group: _safe(judge) for group, judge in {ORDINARY: _form, **judges}.items()}
    for question, judges in _JUDGES.items()
}


def _reading(question):
    """Compare answers by their verdicts: two are alike when they fail in the same words."""

    def reading(group, call, value):
        verdict = VERDICTS[question].get(group)
        return (verdict(value, *call.args), (), 0.0) if verdict else None

    return reading


READINGS = {question: _reading(question) for question in VERDICTS}
