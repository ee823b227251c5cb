"""Checks of cross_entropy."""

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
from common import (
    BAD_BASES,
    BATCH_P,
    BATCH_Q,
    HALVES,
    NOT_DISTRIBUTIONS,
    NOT_NUMBERS,
    PLAIN_TWO,
    SKEW,
    batch_rows,
    surprises,
    two,
)

LOG2 = float(np.log(2))
LOG10 = float(np.log(10))
LOG3 = float(np.log(3))
HALVES_SKEW = 2 * LOG2 - 0.5 * LOG3  # -(1/2) ln(1/4) - (1/2) ln(3/4)


def is_right(p, q, right):
    """The cross-entropy is off."""
    (answer,) = yield [two(p, q)]
    agree(answer, right, "")


@test_case(name="value: small distributions", points=1.5, hidden=False)
def value_small(cross_entropy):
    """The cross-entropy of a few small pairs, in nats."""
    for_all(cross_entropy, bank("cross_shown"), is_right)


@test_case(name="value: many distributions", points=1.5, hidden=True)
def value_many(cross_entropy):
    """The cross-entropy of many random pairs."""
    for_all(cross_entropy, bank("cross_values"), is_right)


@test_case(name="value: batches, axes and broadcasting", points=1, hidden=True)
def value_batches(cross_entropy):
    """A batch gives one number a pair, along the axis asked for; shapes broadcast."""
    expect(cross_entropy, batch_rows(two, bank("cross_batches")), "The cross-entropies of this batch are off.")


@test_case(name="property: a certain outcome costs its surprise", points=0.5, hidden=False)
def property_point(cross_entropy):
    """If outcome k is certain, the cross-entropy is the surprise -log q_k."""

    def surprise(q):
        """If an outcome is certain, the cross-entropy is that outcome's surprise."""
        yield from surprises(q)

    for_all(cross_entropy, bank("cross_point"), surprise)


@test_case(name="property: a mixture of truths costs the mixture", points=1, hidden=True)
def property_linear(cross_entropy):
    """Cross-entropy is linear in its first argument."""

    def linear(p, q, right):
        """The cost under a mixture of two truths has to be the mixture of the costs."""
        n = len(p)
        middle = [(a + 1 / n) / 2 for a in p]
        mixed, first, second = yield [two(middle, q), two(p, q), two([1 / n] * n, q)]
        agree(mixed, (first + second) / 2, "", shown=False)
        # The least cost is the entropy; a formula that ignores one argument passes the line above.
        positive = np.array([a for a in p if a > 0])
        agree(
            first + float(positive @ np.log(positive)), right, "The cost over and above the entropy is off.", about=1, shown=False
        )

    for_all(cross_entropy, bank("cross_gap"), linear)


@test_case(name="property: independent pairs add up", points=0.5, hidden=True)
def property_products(cross_entropy):
    """For independent variables the cross-entropies add up."""

    def additive(p1, q1, p2, q2):
        """The cross-entropy of independent variables is the sum of theirs."""
        whole, first, second = yield [two(np.outer(p1, p2).ravel(), np.outer(q1, q2).ravel()), two(p1, q1), two(p2, q2)]
        agree(whole, first + second, "", shown=False)
        holds(whole > 0, "This cross-entropy is positive.")

    for_all(cross_entropy, bank("cross_products"), additive)


@test_case(name="property: base of the logarithm", points=0.5, hidden=True)
def property_base(cross_entropy):
    """In base b the cross-entropy is divided by log b."""
    rows = [
        (two(HALVES, SKEW, base=2), HALVES_SKEW / LOG2),
        (two(HALVES, SKEW, base=10.0), HALVES_SKEW / LOG10),
        (two(HALVES, SKEW, base=0.5), -HALVES_SKEW / LOG2),
        (two(SKEW, HALVES, base=2), 1.0),
        (two(SKEW, HALVES, base=4), 0.5),
        (two(HALVES, SKEW, base=None), HALVES_SKEW),
        (two([HALVES, SKEW], [SKEW, HALVES], base=2), np.array([HALVES_SKEW / LOG2, 1.0])),
    ]
    expect(cross_entropy, rows, "The cross-entropy in this base is off.")


@test_case(name="property: a batch is its rows", points=0.5, hidden=True)
def property_batch(cross_entropy):
    """A batch gives what its rows give one by one."""

    def rows_alone(p, q):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [two(p, q), *[two(a, b) for a, b in zip(p, q)]]
        agree(together, np.array(alone), "", shown=False)
        holds(min(alone) > 0.1, "These cross-entropies are positive.", about=1 + int(np.argmin(alone)))

    for_all(cross_entropy, [(BATCH_P, BATCH_Q), (BATCH_P[:2], BATCH_Q[:2]), (BATCH_P[:1], BATCH_Q[:1])], rows_alone)


@test_case(name="edge: zeros on either side", points=0.5, hidden=False)
def edge_zeros(cross_entropy):
    """Where p is 0 a term is 0, also if q is 0; where only q is 0 the answer is infinite."""
    rows = [
        (two([0.0, 1.0], HALVES), LOG2),
        (two([0.0, 1.0], [0.0, 1.0]), 0.0),
        (two([1.0], [1.0]), 0.0),
        (two([0.5, 0.5, 0.0], [0.25, 0.75, 0.0]), HALVES_SKEW),
        (two(HALVES, [1.0, 0.0]), float("inf")),
        (two([0.25, 0.25, 0.5], [0.5, 0.0, 0.5]), float("inf")),
    ]
    expect(cross_entropy, rows, "Think about what an outcome that never happens, or that was called impossible, costs.")


@test_case(name="edge: infinite rows of a batch", points=0.2, hidden=True)
def edge_infinite_rows(cross_entropy):
    """In a batch only the rows that deserve it are infinite."""
    right = np.array([float("inf"), LOG2, 0.0])
    rows = [(two([HALVES, [1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], HALVES, [0.0, 1.0]]), right)]
    expect(cross_entropy, rows, "Only the rows with an impossible outcome that happens are infinite.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(cross_entropy):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        (two((0.5, 0.5), (0.25, 0.75)), HALVES_SKEW),
        (two([1, 0], HALVES), LOG2),
        (two(np.array(HALVES, dtype=np.float32), np.array(SKEW, dtype=np.float32)), HALVES_SKEW),
        (two([HALVES, HALVES], [SKEW, HALVES]), np.array([HALVES_SKEW, LOG2])),
    ]
    expect(cross_entropy, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses what is no pair of distributions", points=0.4, hidden=True)
def edge_bad_values(cross_entropy):
    """Arguments that are not distributions, or do not fit together, raise ValueError."""
    calls = [two(bad, HALVES) for bad in NOT_DISTRIBUTIONS] + [two(HALVES, bad) for bad in NOT_DISTRIBUTIONS]
    calls += [two(HALVES, SKEW, base=base) for base in BAD_BASES]
    calls += [two(HALVES, [0.5, 0.25, 0.25]), two([1.0], HALVES), two(HALVES, [[0.5, 0.5], [0.5]])]
    calls += [two(HALVES, [HALVES, HALVES], axis=0)]
    refuses(
        cross_entropy, "ValueError", calls, two(HALVES, SKEW), "These are not two distributions that fit together (or no base)."
    )


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(cross_entropy):
    """Input that is not made of real numbers raises TypeError."""
    calls = [two(bad, HALVES) for bad in NOT_NUMBERS] + [two(HALVES, bad) for bad in NOT_NUMBERS]
    refuses(cross_entropy, "TypeError", calls, two(HALVES, SKEW), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(cross_entropy):
    """The message of an error names the argument that is at fault."""
    rows = [
        (two([0.5, 0.4], HALVES), ["p"]),
        (two(HALVES, [1.5, -0.5]), ["q"]),
        (two(HALVES, SKEW, base=-1), ["base"]),
        (two(HALVES, [0.5, 0.25, 0.25]), ["p", "q"]),
    ]
    names_argument(cross_entropy, rows, two(HALVES, SKEW), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(cross_entropy):
    """The caller's arrays are the same after the call."""
    leaves_arguments(cross_entropy, PLAIN_TWO, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(cross_entropy):
    """Nothing is printed."""
    prints_nothing(cross_entropy, PLAIN_TWO, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(cross_entropy):
    """Valid input with zeros raises no NumPy warning."""
    warns_nothing(cross_entropy, PLAIN_TWO, "Zeros are valid and must not raise warnings.")


@test_case(name="numerics: nearly certain outcomes", points=1, hidden=True)
def numerics_small(cross_entropy):
    """Tiny cross-entropies and tiny probabilities keep their digits."""
    rows = [(two(p, q), right) for p, q, right in bank("cross_tiny")]
    # The smallest positive float is a valid probability: its surprise is 744.44 nats.
    rows.append((two([0.0, 1.0], [1.0, 5e-324]), 744.4400719213812))
    expect(cross_entropy, rows, "A tiny cross-entropy or probability has lost its digits.", rtol=1e-6, atol=0.0)
