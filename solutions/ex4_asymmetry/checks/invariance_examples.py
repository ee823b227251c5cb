"""Checks of invariance_examples."""

from fractions import Fraction

from otter.test_files import test_case

from autograder.proof.certificate import sign
from autograder.proof.claims import lossless_example, lossy_example, relabel_example
from autograder.proof.exact import ProofError, scaled
from common import as_claim, certify, finite, read


def parts(answer):
    """P, Q and the map, with exact distributions and a finite divergence; a ProofError otherwise."""
    if type(answer) not in (list, tuple) or len(answer) != 3:
        raise ProofError("each example has to be a tuple (P, Q, map).")
    p, q = read(answer[:2], ("P", "Q"))
    finite(p, q, "P||Q")
    targets = answer[2]
    if type(targets) not in (list, tuple) or len(targets) != len(p):
        raise ProofError("the map has to be a list with one entry for each outcome.")
    if not all(type(target) is int and 0 <= target < 64 for target in targets):
        raise ProofError("the map's entries have to be whole numbers from 0 to 63.")
    return p, q, targets


readable = as_claim(parts)


def merged(p, targets):
    image = [Fraction(0)] * (max(targets) + 1)
    for share, target in zip(p, targets):
        image[target] += share
    return image


def loses_little(answer):
    """The map merges outcomes of different P and Q and keeps 99 % of the divergence."""
    p, q, targets = parts(answer)
    if p == q:
        raise ProofError("P and Q are the same distribution.")
    if len(set(targets)) == len(targets):
        raise ProofError("the map merges no outcomes.")
    before = finite(p, q, "P||Q")
    after = finite(merged(p, targets), merged(q, targets), "P||Q after the map")
    if sign(after + scaled(before, Fraction(-99, 100))) < 0:
        raise ProofError("the map loses more than a hundredth of the divergence.")


@test_case(name="edge: three examples that can be read", points=1, hidden=False)
def edge_readable(invariance_examples):
    """Under each of the three keys stands (P, Q, map) with exact distributions and a finite divergence."""
    for key in ("relabel", "lossy", "lossless"):
        certify(invariance_examples, readable, key=key)


@test_case(name="property: a relabelling changes nothing", points=2, hidden=False)
def property_relabel(invariance_examples):
    """`relabel` is a permutation of the outcomes other than the identity; the divergence stays exactly the same."""
    certify(invariance_examples, relabel_example, key="relabel")


@test_case(name="value: a map that loses", points=2, hidden=False)
def value_lossy(invariance_examples):
    """`lossy` makes the divergence strictly smaller."""
    certify(invariance_examples, lossy_example, key="lossy")


@test_case(name="value: a merge that loses nothing", points=4, hidden=False)
def value_lossless(invariance_examples):
    """`lossless` merges outcomes of different distributions, and the divergence stays exactly the same."""
    certify(invariance_examples, lossless_example, key="lossless")


@test_case(name="property: a merge that loses little", points=1, hidden=True)
def property_little(invariance_examples):
    """Partial credit: `lossless` merges outcomes of different distributions and keeps 99 % of the divergence."""
    certify(invariance_examples, as_claim(loses_little), key="lossless")
