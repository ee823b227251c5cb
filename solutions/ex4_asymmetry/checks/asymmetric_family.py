"""Checks of asymmetric_family."""

from otter.test_files import test_case

from autograder.checking import signature
from autograder.proof.certificate import sign
from autograder.proof.claims import asymmetric_instance
from autograder.proof.exact import FAMILY_BITS, ProofError
from common import as_claim, certify, family_pair, finite, read

at = signature("eps")


def one_way(answer, eps):
    """One direction is below eps while the other stays above 1."""
    p, q = read(answer, ("P", "Q"), FAMILY_BITS)
    there, back = finite(p, q, "P||Q"), finite(q, p, "Q||P")
    if sign(there, -eps) >= 0:
        raise ProofError("KL(P||Q) is not below eps.")
    if sign(back, -1) <= 0:
        raise ProofError("KL(Q||P) is not even above 1.")


def at_each(function, cases, claim):
    # One message a value: the numbers may be very long.
    for (eps,) in cases:
        certify(function, lambda answer, eps=eps: claim(answer, eps), call=at(eps))


@test_case(name="edge: exact distributions", points=1, hidden=False)
def edge_exact(asymmetric_family):
    """For each eps, P and Q are distributions made of fractions, and both divergences are finite."""
    at_each(asymmetric_family, bank("family_shown"), lambda answer, eps: as_claim(family_pair)(answer))


@test_case(name="value: a few eps", points=2.5, hidden=False)
def value_few(asymmetric_family):
    """KL(P||Q) < eps and KL(Q||P) > 1/eps for a few large eps."""
    at_each(asymmetric_family, bank("family_shown"), asymmetric_instance)


@test_case(name="property: one direction cheap, the other not", points=1, hidden=False)
def property_one_way(asymmetric_family):
    """Partial credit: KL(P||Q) < eps, and KL(Q||P) > 1, for a few eps."""
    at_each(asymmetric_family, bank("family_shown"), as_claim(one_way))


@test_case(name="value: other eps", points=1.5, hidden=True)
def value_fresh(asymmetric_family):
    """Both inequalities at values of eps between 1/20 and 19/20, drawn anew at each run."""
    at_each(asymmetric_family, bank("family_fresh"), asymmetric_instance)


@test_case(name="edge: eps close to 1", points=0.5, hidden=True)
def edge_large(asymmetric_family):
    """Both inequalities at values of eps close to 1."""
    at_each(asymmetric_family, bank("family_large"), asymmetric_instance)


@test_case(name="property: no eps is too small", points=2.5, hidden=True)
def property_every(asymmetric_family):
    """Both inequalities at eps between 1/60 and 1/20: one pair for all eps is not enough."""
    at_each(asymmetric_family, bank("family_small"), asymmetric_instance)


@test_case(name="property: tiny entries", points=1, hidden=True)
def numerics_tiny(asymmetric_family):
    """Both inequalities at eps down to 7/1000, where no float could hold the entries."""
    at_each(asymmetric_family, bank("family_tiny"), asymmetric_instance)
