"""Checks of convexity_proof."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.goals import CONVEXITY_PROOF
from common import earns, starts


@test_case(name="edge: starts at one side", points=1.5, hidden=False)
def edge_start(convexity_proof):
    """The chain can be read, and it starts at one side of the inequality."""
    starts(convexity_proof, CONVEXITY_PROOF)


@test_case(name="property: a justified inequality", points=3, hidden=False)
def property_inequality(convexity_proof):
    """Partial credit: a step with <= (or >=) is justified and brings the chain nearer to its end."""
    earns(convexity_proof, CONVEXITY_PROOF, Fraction(1, 4), "No inequality that helps is justified yet.")


@test_case(name="value: a complete proof", points=4.5, hidden=False)
def value_complete(convexity_proof):
    """Every step is justified, and the chain ends at the other side."""
    earns(convexity_proof, CONVEXITY_PROOF, 1, "The proof is not complete.")


@test_case(name="property: complete at other pairs", points=1, hidden=True)
def property_fresh(convexity_proof):
    """The same verdict when the identities are tested at pairs drawn anew at each run."""
    for (seed,) in bank("convexity_seed"):
        earns(convexity_proof, CONVEXITY_PROOF, 1, "At pairs drawn anew, the proof is not complete.", seed=seed)
