"""Checks of equality_case."""

from otter.test_files import test_case

from autograder.proof.claims import non_zero_pair, zero_pair
from autograder.proof.goals import SELF_PROOF
from common import certify, earns, starts


@test_case(name="value: divergence zero", points=1.5, hidden=False)
def value_zero(equality_case):
    """`zero` is a pair of exact distributions with divergence 0."""
    certify(equality_case, zero_pair, key="zero")


@test_case(name="value: divergence not zero", points=2.5, hidden=False)
def value_non_zero(equality_case):
    """`non_zero` is a pair with positive divergence whose members agree in all but two outcomes."""
    certify(equality_case, non_zero_pair, key="non_zero")


@test_case(name="edge: the proof starts at KL(P||P)", points=1, hidden=False)
def edge_start(equality_case):
    """`proof` can be read, and it starts at KL(P||P), written as the definition says."""
    starts(equality_case, SELF_PROOF, key="proof")


@test_case(name="property: zero for every P", points=4, hidden=False)
def property_complete(equality_case):
    """Every step of `proof` is justified, and it ends at 0."""
    earns(equality_case, SELF_PROOF, 1, "The proof is not complete.", key="proof")


@test_case(name="property: zero at other P", points=1, hidden=True)
def property_fresh(equality_case):
    """The same verdict when the identities are tested at distributions drawn anew at each run."""
    for (seed,) in bank("equality_seed"):
        earns(equality_case, SELF_PROOF, 1, "At distributions drawn anew, the proof is not complete.", seed=seed, key="proof")
