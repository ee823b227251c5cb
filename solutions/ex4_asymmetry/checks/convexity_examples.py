"""Checks of convexity_examples."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.certificate import sign
from autograder.proof.claims import equal_convexity, strict_convexity
from autograder.proof.exact import ProofError, rational, scaled
from common import as_claim, certify, finite, read

NAMES = ("P1", "Q1", "P2", "Q2")


def sides(answer):
    """The five parts, and both sides of the inequality as sums of logarithms; a ProofError otherwise."""
    if type(answer) not in (list, tuple) or len(answer) != 5:
        raise ProofError("each example has to be a tuple (P1, Q1, P2, Q2, weight).")
    p1, q1, p2, q2 = read(answer[:4], NAMES)
    weight = rational(answer[4], name="weight")
    if not 0 < weight < 1:
        raise ProofError("the weight has to lie strictly between 0 and 1.")
    mixed = [[weight * a + (1 - weight) * b for a, b in zip(one, two)] for one, two in ((p1, p2), (q1, q2))]
    right = scaled(finite(p1, q1, "P1||Q1"), weight) + scaled(finite(p2, q2, "P2||Q2"), 1 - weight)
    return (p1, q1, p2, q2), finite(*mixed, "mixed P||mixed Q"), right


readable = as_claim(sides)


def nearly_equal(answer):
    """Two different pairs, P1 != Q1, and a left side of at least 99 % of the right one."""
    (p1, q1, p2, q2), left, right = sides(answer)
    if (p1, q1) == (p2, q2):
        raise ProofError("the two pairs are the same.")
    if p1 == q1:
        raise ProofError("P1 and Q1 are the same distribution.")
    if sign(left + scaled(right, Fraction(-99, 100))) < 0:
        raise ProofError("the left side is more than a hundredth smaller than the right one.")


@test_case(name="edge: two examples that can be read", points=1, hidden=False)
def edge_readable(convexity_examples):
    """Under both keys stands (P1, Q1, P2, Q2, weight), all exact, 0 < weight < 1, all divergences finite."""
    for key in ("strict", "equal"):
        certify(convexity_examples, readable, key=key)


@test_case(name="value: strictly convex", points=3, hidden=False)
def value_strict(convexity_examples):
    """`strict`: the mixtures' divergence is strictly below the mixture of the divergences."""
    certify(convexity_examples, strict_convexity, key="strict")


@test_case(name="property: equality", points=5, hidden=False)
def property_equal(convexity_examples):
    """`equal`: both sides are equal exactly, for two different pairs, the first of two different distributions."""
    certify(convexity_examples, equal_convexity, key="equal")


@test_case(name="property: nearly equality", points=1, hidden=True)
def property_nearly(convexity_examples):
    """Partial credit: in `equal` the left side is at least 99 % of the right one."""
    certify(convexity_examples, as_claim(nearly_equal), key="equal")
