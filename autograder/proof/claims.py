"""The claims of the exact questions: each returns None, or one sentence why an answer fails.

Every comparison is the certain sign of a form in logarithms (`certificate.sign`); no claim
compares floats. Where a claim compares divergences they have to be finite.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import wraps
from typing import ParamSpec

from .certificate import sign
from .exact import (
    FAMILY_BITS,
    MAX_OUTCOMES,
    SMALL_BITS,
    LogForm,
    ProofError,
    distribution,
    first_infinite,
    kl_form,
    rational,
    scaled,
    type_name,
)

Distribution = tuple[Fraction, ...]
Given = ParamSpec("Given")


def _claim(check: Callable[Given, None]) -> Callable[Given, str | None]:
    """Turn a check that raises into a predicate that returns the sentence."""

    @wraps(check)
    def predicate(*args: Given.args, **kwargs: Given.kwargs) -> str | None:
        try:
            check(*args, **kwargs)
        except ProofError as error:
            return str(error)
        return None

    return predicate


def _unpack(answer: object, names: str, what: str = "the answer") -> list[object]:
    wanted = names.split(", ")
    if type(answer) not in (list, tuple):
        raise ProofError(f"{what} is a value of type {type_name(answer)}: return a tuple ({names}).")
    assert isinstance(answer, (list, tuple))
    if len(answer) != len(wanted):
        raise ProofError(f"{what} has {len(answer)} parts: return a tuple ({names}).")
    return list(answer)


def _read(values: Sequence[object], names: Sequence[str], bits: int) -> list[Distribution]:
    found = [distribution(v, name=n, bits=bits) for v, n in zip(values, names, strict=True)]
    for name, one in zip(names, found, strict=True):
        if len(one) != len(found[0]):
            raise ProofError(
                f"{name} has {len(one)} entries and {names[0]} has {len(found[0])}: "
                "the distributions are about the same outcomes."
            )
    return found


def _pair(answer: object, bits: int, what: str = "the answer") -> tuple[Distribution, Distribution]:
    p, q = _read(_unpack(answer, "P, Q", what), ("P", "Q"), bits)
    return p, q


def _kl(p: Distribution, q: Distribution, names: str) -> LogForm:
    form = kl_form(p, q)
    if form is None:
        first, second = names.split("||")
        raise ProofError(f"KL({names}) is infinite: at outcome {first_infinite(p, q)} {first} is positive and {second} is 0.")
    return form


@_claim
def equal_pair(answer: object) -> None:
    """Claim: (P, Q) with P != Q and KL(P||Q) = KL(Q||P), exactly."""
    p, q = _pair(answer, SMALL_BITS)
    if p == q:
        raise ProofError("P and Q are the same distribution: find two different ones.")
    order = sign(_kl(p, q, "P||Q") + scaled(_kl(q, p, "Q||P"), -1))
    if order:
        relation = "larger" if order > 0 else "smaller"
        raise ProofError(f"KL(P||Q) is {relation} than KL(Q||P): the two have to be equal exactly.")


@_claim
def lopsided_pair(answer: object, factor: Fraction | int = 1000) -> None:
    """Claim: both KLs finite and positive, one at least `factor` times the other."""
    p, q = _pair(answer, SMALL_BITS)
    if p == q:
        raise ProofError("P and Q are the same distribution, so both divergences are 0.")
    there, back = _kl(p, q, "P||Q"), _kl(q, p, "Q||P")
    if sign(back + scaled(there, -factor)) < 0 and sign(there + scaled(back, -factor)) < 0:
        raise ProofError(f"neither divergence is at least {factor} times the other.")


@_claim
def asymmetric_instance(answer: object, eps: Fraction) -> None:
    """Claim: KL(P||Q) < eps and KL(Q||P) > 1/eps, both finite."""
    p, q = _pair(answer, FAMILY_BITS)
    there, back = _kl(p, q, "P||Q"), _kl(q, p, "Q||P")
    if sign(there, -eps) >= 0:
        raise ProofError(f"at eps = {eps}: KL(P||Q) is not below eps.")
    if sign(back, -1 / Fraction(eps)) <= 0:
        raise ProofError(f"at eps = {eps}: KL(Q||P) is not above 1/eps.")


@_claim
def triangle_instance(answer: object, factor: Fraction) -> None:
    """Claim: KL(P||R) > factor * (KL(P||Q) + KL(Q||R)), all finite."""
    values = _unpack(answer, "P, Q, R")
    p, q, r = _read(values, ("P", "Q", "R"), FAMILY_BITS)
    detour = _kl(p, q, "P||Q") + _kl(q, r, "Q||R")
    if sign(_kl(p, r, "P||R") + scaled(detour, -factor)) <= 0:
        raise ProofError(f"at factor = {factor}: KL(P||R) is not more than the factor times the detour over Q.")


@_claim
def zero_pair(answer: object) -> None:
    """Claim: KL(P||Q) = 0."""
    p, q = _pair(answer, SMALL_BITS, "zero")
    if sign(_kl(p, q, "P||Q")):
        raise ProofError("zero: KL(P||Q) is not 0.")


@_claim
def non_zero_pair(answer: object) -> None:
    """Claim: KL(P||Q) > 0, though P and Q agree in all but two outcomes."""
    p, q = _pair(answer, SMALL_BITS, "non_zero")
    different = sum(a != b for a, b in zip(p, q, strict=True))
    if different == 0:
        raise ProofError("non_zero: P and Q are the same distribution, so KL(P||Q) is 0.")
    if different != 2:
        raise ProofError(f"non_zero: P and Q differ in {different} outcomes, not in two.")
    # two different distributions: KL > 0, infinite or not, by Gibbs' inequality


def _mapped(answer: object, what: str) -> tuple[Distribution, Distribution, list[int]]:
    *values, targets = _unpack(answer, "P, Q, map", what)
    p, q = _read(values, ("P", "Q"), SMALL_BITS)
    if type(targets) not in (list, tuple):
        raise ProofError(f"{what}: the map is a list of integers, one an outcome.")
    assert isinstance(targets, (list, tuple))
    if len(targets) != len(p):
        raise ProofError(f"{what}: the map has {len(targets)} entries for {len(p)} outcomes.")
    if not all(type(t) is int and 0 <= t < MAX_OUTCOMES for t in targets):
        raise ProofError(f"{what}: the map's entries are ints from 0 to {MAX_OUTCOMES - 1}.")
    return p, q, list(targets)


def _pushed(p: Distribution, targets: Sequence[int]) -> Distribution:
    image = [Fraction(0)] * (max(targets) + 1)
    for entry, target in zip(p, targets, strict=True):
        image[target] += entry
    return tuple(image)


def _loss(p: Distribution, q: Distribution, targets: Sequence[int]) -> int:
    before = _kl(p, q, "P||Q")
    after = _kl(_pushed(p, targets), _pushed(q, targets), "P||Q")
    return sign(before + scaled(after, -1))


@_claim
def relabel_example(answer: object) -> None:
    """Claim: a permutation other than the identity, and KL(P||Q) unchanged."""
    p, q, targets = _mapped(answer, "relabel")
    if sorted(targets) != list(range(len(p))):
        raise ProofError("relabel: the map is not a permutation of the outcomes.")
    if targets == list(range(len(p))):
        raise ProofError("relabel: the map leaves every outcome where it is.")
    if _loss(p, q, targets):
        raise ProofError("relabel: KL(P||Q) changes.")


@_claim
def lossy_example(answer: object) -> None:
    """Claim: KL(P||Q) is strictly smaller after the map."""
    p, q, targets = _mapped(answer, "lossy")
    if _loss(p, q, targets) <= 0:
        raise ProofError("lossy: the map leaves KL(P||Q) exactly as it is.")


@_claim
def lossless_example(answer: object) -> None:
    """Claim: a map that is not injective, P != Q, and KL(P||Q) unchanged."""
    p, q, targets = _mapped(answer, "lossless")
    if len(set(targets)) == len(targets):
        raise ProofError("lossless: the map merges no outcomes.")
    if p == q:
        raise ProofError("lossless: P and Q are the same distribution.")
    if _loss(p, q, targets):
        raise ProofError("lossless: KL(P||Q) is smaller after the map.")


def _convexity(answer: object, what: str) -> tuple[list[Distribution], int]:
    names = ("P1", "Q1", "P2", "Q2")
    *values, weight = _unpack(answer, "P1, Q1, P2, Q2, weight", what)
    found = _read(values, names, SMALL_BITS)
    p1, q1, p2, q2 = found
    w = rational(weight, name="weight")
    if not 0 < w < 1:
        raise ProofError(f"{what}: the weight is not strictly between 0 and 1.")
    p, q = (tuple(w * a + (1 - w) * b for a, b in zip(one, two, strict=True)) for one, two in ((p1, p2), (q1, q2)))
    form = scaled(_kl(p1, q1, "P1||Q1"), w) + scaled(_kl(p2, q2, "P2||Q2"), 1 - w)
    return found, sign(form + scaled(_kl(p, q, "mixed P||mixed Q"), -1))


@_claim
def strict_convexity(answer: object) -> None:
    """Claim: the mixtures' KL is strictly below the mixture of the KLs."""
    if _convexity(answer, "strict")[1] <= 0:
        raise ProofError("strict: the two sides of the convexity inequality are equal here.")


@_claim
def equal_convexity(answer: object) -> None:
    """Claim: equality, with (P1, Q1) != (P2, Q2) and P1 != Q1."""
    (p1, q1, p2, q2), gap = _convexity(answer, "equal")
    if (p1, q1) == (p2, q2):
        raise ProofError("equal: the two pairs are the same.")
    if p1 == q1:
        raise ProofError("equal: P1 and Q1 are the same distribution.")
    if gap:
        raise ProofError("equal: the mixtures' KL is strictly smaller here.")
