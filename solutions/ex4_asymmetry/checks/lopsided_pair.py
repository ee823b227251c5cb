"""Checks of lopsided_pair."""

from otter.test_files import test_case

from autograder.proof.claims import lopsided_pair as is_lopsided
from autograder.proof.exact import ProofError
from common import as_claim, certify, finite, pair_of_distributions, read


def positive(answer):
    """Both divergences are finite and positive."""
    p, q = read(answer, ("P", "Q"))
    if p == q:
        raise ProofError("P and Q are the same distribution, so both divergences are 0.")
    finite(p, q, "P||Q")
    finite(q, p, "Q||P")


@test_case(name="edge: exact distributions", points=1, hidden=False)
def edge_exact(lopsided_pair):
    """P and Q are distributions of the same outcomes, made of fractions: no floats, sum exactly 1."""
    certify(lopsided_pair, as_claim(pair_of_distributions))


@test_case(name="property: both finite and positive", points=1, hidden=False)
def property_positive(lopsided_pair):
    """Neither divergence is infinite, and neither is 0."""
    certify(lopsided_pair, as_claim(positive))


@test_case(name="value: a thousand times", points=4, hidden=False)
def value_thousand(lopsided_pair):
    """One direction is at least 1000 times the other."""
    certify(lopsided_pair, is_lopsided)


@test_case(name="value: ten times", points=2, hidden=True)
def value_ten(lopsided_pair):
    """Partial credit: one direction is at least 10 times the other."""
    certify(lopsided_pair, lambda answer: is_lopsided(answer, 10))


# A hundred to one takes some 45 digits: fractions, but no more than a float could still hold.
@test_case(name="value: a hundred times", points=2, hidden=True)
def value_hundred(lopsided_pair):
    """Partial credit: one direction is at least 100 times the other."""
    certify(lopsided_pair, lambda answer: is_lopsided(answer, 100))
