"""Checks of equal_pair."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.certificate import sign
from autograder.proof.claims import equal_pair as is_equal_pair
from autograder.proof.exact import ProofError, scaled
from common import as_claim, certify, finite, pair_of_distributions, read


def different(answer):
    """P and Q differ and both divergences are finite."""
    p, q = read(answer, ("P", "Q"))
    if p == q:
        raise ProofError("P and Q are the same distribution: find two different ones.")
    finite(p, q, "P||Q")
    finite(q, p, "Q||P")


def nearly_equal(answer):
    """The divergences agree to six digits although P and Q are clearly different."""
    p, q = read(answer, ("P", "Q"))
    there, back = finite(p, q, "P||Q"), finite(q, p, "Q||P")
    if sum(abs(a - b) for a, b in zip(p, q)) < Fraction(1, 50):
        raise ProofError("P and Q hardly differ: near each other all pairs have nearly equal directions.")
    # |there - back| <= there/10^6, as two signs.
    slack = scaled(there, Fraction(1, 10**6))
    if sign(there + scaled(back, -1) + scaled(slack, -1)) > 0 or sign(back + scaled(there, -1) + scaled(slack, -1)) > 0:
        raise ProofError("the two directions do not even agree to six digits.")


@test_case(name="edge: exact distributions", points=1, hidden=False)
def edge_exact(equal_pair):
    """P and Q are distributions of the same outcomes, made of fractions: no floats, sum exactly 1."""
    certify(equal_pair, as_claim(pair_of_distributions))


@test_case(name="property: two different distributions", points=1, hidden=False)
def property_different(equal_pair):
    """P is not Q, and both divergences are finite."""
    certify(equal_pair, as_claim(different))


@test_case(name="value: equal exactly", points=5, hidden=False)
def value_equal(equal_pair):
    """The two directions are equal, to all digits."""
    certify(equal_pair, is_equal_pair)


@test_case(name="value: equal to six digits", points=3, hidden=True)
def value_nearly(equal_pair):
    """Partial credit: the two directions agree to six digits, and P and Q are clearly different."""
    certify(equal_pair, as_claim(nearly_equal))
