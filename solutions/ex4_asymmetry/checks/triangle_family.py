"""Checks of triangle_family."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.checking import signature
from autograder.proof.claims import triangle_instance
from autograder.proof.exact import FAMILY_BITS
from common import as_claim, certify, finite, read

at = signature("factor")


def exact_and_finite(answer):
    """Three exact distributions whose divergences are finite."""
    p, q, r = read(answer, ("P", "Q", "R"), FAMILY_BITS)
    finite(p, r, "P||R")
    finite(p, q, "P||Q")
    finite(q, r, "Q||R")


def at_each(function, cases, claim):
    # One message a value: the numbers may be very long.
    for (factor,) in cases:
        certify(function, lambda answer, factor=factor: claim(answer, factor), call=at(factor))


@test_case(name="edge: exact distributions", points=1, hidden=False)
def edge_exact(triangle_family):
    """For each factor, P, Q and R are distributions made of fractions, and all three divergences are finite."""
    at_each(triangle_family, bank("triangle_shown"), lambda answer, factor: as_claim(exact_and_finite)(answer))


@test_case(name="value: a few factors", points=2.5, hidden=False)
def value_few(triangle_family):
    """KL(P||R) > factor * (KL(P||Q) + KL(Q||R)) for a few factors."""
    at_each(triangle_family, bank("triangle_shown"), triangle_instance)


@test_case(name="property: the detour is shorter", points=1, hidden=False)
def property_shorter(triangle_family):
    """Partial credit: for a few factors the triangle inequality fails at all."""
    at_each(triangle_family, bank("triangle_shown"), lambda answer, factor: triangle_instance(answer, Fraction(1)))


@test_case(name="value: other factors", points=1.5, hidden=True)
def value_fresh(triangle_family):
    """The inequality at whole factors up to 30, drawn anew at each run."""
    at_each(triangle_family, bank("triangle_fresh"), triangle_instance)


@test_case(name="edge: factors that are not whole", points=0.5, hidden=True)
def edge_fractions(triangle_family):
    """The inequality at factors such as 7/2, and just above 1."""
    at_each(triangle_family, bank("triangle_fractions"), triangle_instance)


@test_case(name="property: no factor is too large", points=2.5, hidden=True)
def property_every(triangle_family):
    """The inequality at factors from 31 to 80: one triple for all factors is not enough."""
    at_each(triangle_family, bank("triangle_large"), triangle_instance)


@test_case(name="property: long numbers", points=1, hidden=True)
def numerics_long(triangle_family):
    """The inequality at factors up to 100, where no float could hold the entries."""
    at_each(triangle_family, bank("triangle_huge"), triangle_instance)
