"""Checks of entropy."""

import numpy as np
from otter.test_files import test_case

from autograder.checking import (
    agree,
    expect,
    for_all,
    holds,
    leaves_arguments,
    names_argument,
    prints_nothing,
    refuses,
    warns_nothing,
)
from common import BAD_BASES, BATCH_P, HALVES, NOT_DISTRIBUTIONS, NOT_NUMBERS, PLAIN_ONE, SKEW, batch_rows, one

LOG2 = float(np.log(2))
LOG10 = float(np.log(10))
SKEW_ENTROPY = 2 * LOG2 - 0.75 * float(np.log(3))  # -(1/4) ln(1/4) - (3/4) ln(3/4)


def is_right(p, right):
    """The entropy is off."""
    (answer,) = yield [one(p)]
    agree(answer, right, "")


@test_case(name="value: small distributions", points=1.5, hidden=False)
def value_small(entropy):
    """The entropy of a few small distributions, in nats."""
    for_all(entropy, bank("entropy_shown"), is_right)


@test_case(name="value: many distributions", points=1.5, hidden=True)
def value_many(entropy):
    """The entropy of many random distributions."""
    for_all(entropy, bank("entropy_values"), is_right)


@test_case(name="value: batches and axes", points=1, hidden=True)
def value_batches(entropy):
    """A batch gives one number a distribution, along the axis asked for."""
    expect(entropy, batch_rows(one, bank("entropy_batches")), "The entropies of this batch are off.")


@test_case(name="property: between zero and log n", points=0.5, hidden=False)
def property_bounds(entropy):
    """Entropy is 0 for a certain outcome, log n for n equal chances, and between them otherwise."""

    def bounded(n):
        """Entropy has to lie between 0 and log n."""
        certain, equal, other = [1.0] + [0.0] * (n - 1), [1.0 / n] * n, [0.5] + [0.5 / (n - 1)] * (n - 1)
        zero, top, between = yield [one(certain), one(equal), one(other)]
        agree(zero, 0.0, "A certain outcome has no entropy.", about=0)
        agree(top, float(np.log(n)), "Equal chances have entropy log n.", about=1)
        holds(0 < between <= np.log(n) + 1e-12, "Entropy has to lie between 0 and log n.", about=2)

    for_all(entropy, [(n,) for n in (2, 3, 7)], bounded)


@test_case(name="property: chain rule", points=1, hidden=True)
def property_chain(entropy):
    """Entropy of a pair is that of the first plus the average entropy of the second given the first."""

    def chain(joint, _):
        """The entropies of a joint distribution, its marginal and its conditionals do not fit together."""
        rows = np.array(joint)
        marginal = rows.sum(axis=1)
        whole, first, *given = yield [one(rows.ravel()), one(marginal), *[one(r / r.sum()) for r in rows]]
        agree(whole, first + float(np.dot(marginal, given)), "", shown=False)

    for_all(entropy, bank("entropy_joint"), chain)


@test_case(name="property: order and impossible outcomes do not matter", points=0.5, hidden=True)
def property_order(entropy):
    """Renaming outcomes or adding an impossible one leaves the entropy as it is."""

    def same(p):
        """Renaming the outcomes and adding an impossible one must not change the entropy."""
        plain, changed = yield [one(p), one([*p[::-1], 0.0])]
        agree(changed, plain, "", about=1, shown=False)
        holds(plain > 1e-3 or max(p) == 1.0, "Only a certain outcome has no entropy.")

    for_all(entropy, bank("entropy_padded"), same)


@test_case(name="property: base of the logarithm", points=0.5, hidden=True)
def property_base(entropy):
    """In base b the entropy is divided by log b: bits for 2, bans for 10."""
    rows = [
        (one([0.5, 0.25, 0.25], base=2), 1.5),
        (one([0.5, 0.25, 0.25], base=4), 0.75),
        (one([0.5, 0.25, 0.25], base=0.5), -1.5),
        (one(HALVES, base=10.0), LOG2 / LOG10),
        (one(SKEW, base=2.0), SKEW_ENTROPY / LOG2),
        (one(SKEW, base=None), SKEW_ENTROPY),
        (one(BATCH_P[::2], base=2), np.array([1.5, 0.0])),
    ]
    expect(entropy, rows, "The entropy in this base is off.")


@test_case(name="property: a batch is its rows", points=0.5, hidden=True)
def property_batch(entropy):
    """A batch gives what its rows give one by one."""

    def rows_alone(rows):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [one(rows), *[one(row) for row in rows]]
        agree(together, np.array(alone), "", shown=False)
        holds(np.any(np.array(alone) > 0.1), "Entropies of uncertain outcomes are positive.", about=1)

    for_all(entropy, [(BATCH_P,), (BATCH_P[:1],), (BATCH_P[:2],)], rows_alone)


@test_case(name="edge: impossible and certain outcomes", points=0.5, hidden=False)
def edge_zeros(entropy):
    """An outcome of probability 0 adds nothing; it never makes the answer nan."""
    sure = [(one([0.0, 1.0]), 0.0), (one([1.0]), 0.0)]
    rows = [(one([0.5, 0.5, 0.0]), LOG2), (one([0.0, 0.25, 0.75]), SKEW_ENTROPY), *sure]
    expect(entropy, rows, "A probability of 0 adds nothing to the entropy.")


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(entropy):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        (one((0.25, 0.75)), SKEW_ENTROPY),
        (one([1, 0]), 0.0),
        (one(np.array([0.25, 0.75], dtype=np.float32)), SKEW_ENTROPY),
        (one(np.array([[0, 1], [1, 0]])), np.array([0.0, 0.0])),
        (one([HALVES, SKEW]), np.array([LOG2, SKEW_ENTROPY])),
    ]
    expect(entropy, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses what is no distribution", points=0.4, hidden=True)
def edge_bad_values(entropy):
    """Input that is not a distribution raises ValueError instead of being repaired."""
    calls = [one(bad) for bad in NOT_DISTRIBUTIONS] + [one(HALVES, base=base) for base in BAD_BASES]
    calls.append(one([[0.5, 0.5], [0.5]]))
    refuses(entropy, "ValueError", calls, one(HALVES), "This is no distribution (or no base of a logarithm).")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(entropy):
    """Input that is not made of real numbers raises TypeError."""
    refuses(entropy, "TypeError", [one(bad) for bad in NOT_NUMBERS], one(HALVES), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(entropy):
    """The message of an error names the argument that is at fault."""
    rows = [(one([0.5, 0.4]), ["p"]), (one([1.5, -0.5]), ["p"]), (one(HALVES, base=-1), ["base"])]
    names_argument(entropy, rows, one(HALVES), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its argument alone", points=0.2, hidden=True)
def edge_unchanged(entropy):
    """The caller's array is the same after the call."""
    leaves_arguments(entropy, PLAIN_ONE, "The caller's array must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(entropy):
    """Nothing is printed."""
    prints_nothing(entropy, PLAIN_ONE, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(entropy):
    """Valid input with zeros raises no NumPy warning."""
    warns_nothing(entropy, PLAIN_ONE, "Zeros are valid and must not raise warnings.")


@test_case(name="numerics: nearly certain outcomes", points=1, hidden=True)
def numerics_small(entropy):
    """Tiny entropies and tiny probabilities keep their digits."""
    rows = [(one(p), right) for p, right in bank("entropy_tiny")]
    expect(entropy, rows, "A tiny entropy has lost its digits.", rtol=1e-6, atol=0.0)
