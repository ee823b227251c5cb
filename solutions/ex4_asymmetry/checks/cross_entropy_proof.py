"""Checks of cross_entropy_proof."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.goals import CROSS_ENTROPY_PROOF
from common import earns, starts


@test_case(name="edge: starts at one side", points=1.5, hidden=False)
def edge_start(cross_entropy_proof):
    """The chain can be read, and it starts at the divergence, one sum, or at the two entropies, two sums."""
    starts(cross_entropy_proof, CROSS_ENTROPY_PROOF)


@test_case(name="property: every logarithm holds one name", points=3, hidden=False)
def property_split(cross_entropy_proof):
    """Partial credit: justified steps lead to an expression in which every logarithm holds p or q alone."""
    earns(cross_entropy_proof, CROSS_ENTROPY_PROOF, Fraction(1, 2), "The logarithms are not taken apart by justified steps yet.")


@test_case(name="value: a complete proof", points=4.5, hidden=False)
def value_complete(cross_entropy_proof):
    """Every step is justified, and the chain ends at the other side."""
    earns(cross_entropy_proof, CROSS_ENTROPY_PROOF, 1, "The proof is not complete.")


@test_case(name="property: complete at other pairs", points=1, hidden=True)
def property_fresh(cross_entropy_proof):
    """The same verdict when the identities are tested at pairs drawn anew at each run."""
    for (seed,) in bank("cross_entropy_seed"):
        earns(cross_entropy_proof, CROSS_ENTROPY_PROOF, 1, "At pairs drawn anew, the proof is not complete.", seed=seed)
