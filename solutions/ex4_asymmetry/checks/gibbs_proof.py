"""Checks of gibbs_proof."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.goals import GIBBS_PROOF
from common import earns, starts


@test_case(name="edge: starts at the divergence", points=1, hidden=False)
def edge_start(gibbs_proof):
    """The chain can be read, and it starts at -KL(P||Q) or at KL(P||Q)."""
    starts(gibbs_proof, GIBBS_PROOF)


@test_case(name="property: a justified inequality", points=2, hidden=False)
def property_inequality(gibbs_proof):
    """Partial credit: a step with <= (or >=) is justified and brings the chain nearer to its end."""
    earns(gibbs_proof, GIBBS_PROOF, Fraction(1, 4), "No inequality that helps is justified yet.")


@test_case(name="value: arrives where P has no zeros", points=2, hidden=False)
def value_positive(gibbs_proof):
    """Partial credit: justified steps reach the value 0 at all pairs without zeros."""
    earns(gibbs_proof, GIBBS_PROOF, Fraction(1, 2), "The justified steps do not reach 0, not even where P has no zeros.")


@test_case(name="edge: arrives where P has zeros", points=2, hidden=False)
def edge_zeros(gibbs_proof):
    """Partial credit: justified steps reach the value 0 also where Q has outcomes that P has not."""
    earns(gibbs_proof, GIBBS_PROOF, Fraction(3, 4), "The justified steps do not reach 0 where P has zeros.")


@test_case(name="value: a complete proof", points=2, hidden=False)
def value_complete(gibbs_proof):
    """Every step is justified, and the chain ends at 0."""
    earns(gibbs_proof, GIBBS_PROOF, 1, "The proof is not complete.")


@test_case(name="property: complete at other pairs", points=1, hidden=True)
def property_fresh(gibbs_proof):
    """The same verdict when the identities are tested at pairs drawn anew at each run."""
    for (seed,) in bank("gibbs_seed"):
        earns(gibbs_proof, GIBBS_PROOF, 1, "At pairs drawn anew, the proof is not complete.", seed=seed)
