"""Checks of kl_divergence."""

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
HALVES_SKEW = 0.5 * LOG2 - 0.5 * float(np.log(1.5))  # (1/2) ln 2 + (1/2) ln(2/3)
SKEW_HALVES = 0.75 * float(np.log(3)) - LOG2  # (1/4) ln(1/2) + (3/4) ln(3/2)


def is_right(p, q, right):
    """The divergence is off."""
    (answer,) = yield [two(p, q)]
    agree(answer, right, "")


@test_case(name="value: small distributions", points=1.5, hidden=False)
def value_small(kl_divergence):
    """The divergence of a few small pairs, in nats."""
    for_all(kl_divergence, bank("kl_shown"), is_right)


@test_case(name="value: many distributions", points=1.5, hidden=True)
def value_many(kl_divergence):
    """The divergence of many random pairs."""
    for_all(kl_divergence, bank("kl_values"), is_right)


@test_case(name="value: batches, axes and broadcasting", points=1, hidden=True)
def value_batches(kl_divergence):
    """A batch gives one number a pair, along the axis asked for; shapes broadcast."""
    expect(kl_divergence, batch_rows(two, bank("kl_batches")), "The divergences of this batch are off.")


@test_case(name="property: zero for equal distributions only", points=0.3, hidden=False)
def property_zero(kl_divergence):
    """The divergence is never negative, zero for p = q, and positive otherwise."""

    def zero_only_there(p, q):
        """The divergence is 0 for equal distributions and positive for others."""
        same, other = yield [two(p, p), two(p, q)]
        agree(same, 0.0, "", about=0)
        holds(other > 1e-4, "", about=1)

    cases = [
        (HALVES, SKEW),
        (SKEW, HALVES),
        ([0.1, 0.2, 0.7], [0.3, 0.3, 0.4]),
        ([0.0, 1.0], HALVES),
        ([0.125] * 8, [0.25] * 2 + [1 / 12] * 6),
    ]
    for_all(kl_divergence, cases, zero_only_there)


@test_case(name="property: a certain outcome costs its surprise", points=0.4, hidden=True)
def property_point(kl_divergence):
    """If outcome k is certain, the divergence is the surprise -log q_k."""

    def surprise(q):
        """If an outcome is certain, the divergence is that outcome's surprise."""
        yield from surprises(q)

    for_all(kl_divergence, bank("kl_point"), surprise)


@test_case(name="property: cross-entropy minus entropy", points=0.5, hidden=True)
def property_gap(kl_divergence):
    """The divergence is cross-entropy minus entropy; against equal chances it is log n - H(p)."""

    def gap(p, q, of_p_and_cross):
        """The divergence has to be cross-entropy minus entropy."""
        own, cross = of_p_and_cross
        n = len(p)
        answer, uniform = yield [two(p, q), two(p, [1 / n] * n)]
        agree(answer, cross - own, "", shown=False)
        agree(
            uniform,
            float(np.log(n)) - own,
            "Against equal chances the divergence is log n minus the entropy.",
            about=1,
            shown=False,
        )

    for_all(kl_divergence, bank("kl_gap"), gap)


@test_case(name="property: chain rule", points=0.6, hidden=True)
def property_chain(kl_divergence):
    """The divergence of a joint is that of the marginals plus the average one of the conditionals."""

    def chain(p, q):
        """The divergences of joint, marginal and conditional distributions do not fit together."""
        p, q = np.array(p), np.array(q)
        mp, mq = p.sum(axis=1), q.sum(axis=1)
        given = [two(a / a.sum(), b / b.sum()) for a, b in zip(p, q)]
        whole, first, *rest = yield [two(p.ravel(), q.ravel()), two(mp, mq), *given]
        agree(whole, first + float(np.dot(mp, rest)), "", shown=False)
        # Merging outcomes can only lose (data processing).
        holds(first <= whole + 1e-12, "Merging outcomes must not raise the divergence.", about=1)

    for_all(kl_divergence, bank("kl_joint"), chain)


@test_case(name="property: second order near p", points=0.4, hidden=True)
def property_second_order(kl_divergence):
    """For q close to p the divergence is half the squared relative distance (Fisher information)."""

    def quadratic(p, direction):
        """Close to p the divergence behaves like half a squared distance."""
        p, d = np.array(p), np.array(direction)
        eps = 2.0**-8
        (answer,) = yield [two(p, p + eps * d)]
        bound = eps**2 / 2 * float(np.sum(d**2 / p))
        # The next term is eps^3/3 sum |d|^3/p^2; twice that covers all later ones.
        slack = eps**3 * float(np.sum(np.abs(d) ** 3 / p**2))
        holds(abs(answer - bound) <= slack, "")

    for_all(kl_divergence, bank("kl_perturbed"), quadratic)


@test_case(name="property: compensation identity", points=0.4, hidden=True)
def property_compensation(kl_divergence):
    """The average divergence of two truths to q is that to their middle plus the middle's to q."""

    def compensation(p1, p2, q):
        """The divergences of two distributions and of their middle do not fit together."""
        middle = [(a + b) / 2 for a, b in zip(p1, p2)]
        calls = [two(middle, q), two(p1, q), two(p2, q), two(p1, middle), two(p2, middle)]
        centre, first, second, one, other = yield calls
        agree(first + second, 2 * centre + one + other, "", about=1, shown=False)
        holds(centre <= (first + second) / 2 + 1e-12, "The divergence is convex in its first argument.")

    for_all(kl_divergence, bank("kl_triples"), compensation)


@test_case(name="property: base of the logarithm", points=0.2, hidden=True)
def property_base(kl_divergence):
    """In base b the divergence is divided by log b."""
    rows = [
        (two(HALVES, SKEW, base=2), HALVES_SKEW / LOG2),
        (two(HALVES, SKEW, base=10.0), HALVES_SKEW / LOG10),
        (two(HALVES, SKEW, base=0.5), -HALVES_SKEW / LOG2),
        (two(SKEW, HALVES, base=4), SKEW_HALVES / (2 * LOG2)),
        (two(HALVES, SKEW, base=None), HALVES_SKEW),
        (two(HALVES, [1.0, 0.0], base=2), float("inf")),
    ]
    expect(kl_divergence, rows, "The divergence in this base is off.")


@test_case(name="property: a batch is its rows", points=0.2, hidden=True)
def property_batch(kl_divergence):
    """A batch gives what its rows give one by one."""

    def rows_alone(p, q):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [two(p, q), *[two(a, b) for a, b in zip(p, q)]]
        agree(together, np.array(alone), "", shown=False)
        holds(max(alone) > 0.1, "These divergences are positive.", about=1)

    for_all(kl_divergence, [(BATCH_P, BATCH_Q), (BATCH_P[:2], BATCH_Q[:2]), (BATCH_P[:1], BATCH_Q[:1])], rows_alone)


@test_case(name="edge: zeros on either side", points=0.5, hidden=False)
def edge_zeros(kl_divergence):
    """Where p is 0 a term is 0, also if q is 0; where only q is 0 the answer is infinite."""
    rows = [
        (two([0.0, 1.0], HALVES), LOG2),
        (two([0.0, 1.0], [0.0, 1.0]), 0.0),
        (two([1.0], [1.0]), 0.0),
        (two([0.5, 0.5, 0.0], [0.25, 0.75, 0.0]), HALVES_SKEW),
        (two([0.5, 0.5, 0.0], [0.25, 0.25, 0.5]), LOG2),
        (two(HALVES, [1.0, 0.0]), float("inf")),
        (two([1 / 6] * 6, [1 / 3] * 3 + [0.0] * 3), float("inf")),
        (two([1 / 3] * 3 + [0.0] * 3, [1 / 6] * 6), LOG2),
    ]
    expect(kl_divergence, rows, "Think about what an outcome that never happens, or that was called impossible, costs.")


@test_case(name="edge: infinite rows of a batch", points=0.2, hidden=True)
def edge_infinite_rows(kl_divergence):
    """In a batch only the rows that deserve it are infinite."""
    right = np.array([float("inf"), LOG2, 0.0])
    rows = [(two([HALVES, [1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], HALVES, [0.0, 1.0]]), right)]
    expect(kl_divergence, rows, "Only the rows with an impossible outcome that happens are infinite.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(kl_divergence):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        (two((0.5, 0.5), (0.25, 0.75)), HALVES_SKEW),
        (two([1, 0], HALVES), LOG2),
        (two(np.array(HALVES, dtype=np.float32), np.array(SKEW, dtype=np.float32)), HALVES_SKEW),
        (two([HALVES, HALVES], [SKEW, HALVES]), np.array([HALVES_SKEW, 0.0])),
    ]
    expect(kl_divergence, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses what is no pair of distributions", points=0.5, hidden=True)
def edge_bad_values(kl_divergence):
    """Arguments that are not distributions, or do not fit together, raise ValueError."""
    calls = [two(bad, HALVES) for bad in NOT_DISTRIBUTIONS] + [two(HALVES, bad) for bad in NOT_DISTRIBUTIONS]
    calls += [two(HALVES, SKEW, base=base) for base in BAD_BASES]
    calls += [two(HALVES, [0.5, 0.25, 0.25]), two([1.0], HALVES), two(HALVES, [[0.5, 0.5], [0.5]])]
    calls += [two([2.0, 3.0], [1.0, 1.0]), two(HALVES, [HALVES, HALVES], axis=0)]
    refuses(
        kl_divergence, "ValueError", calls, two(HALVES, SKEW), "These are not two distributions that fit together (or no base)."
    )


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(kl_divergence):
    """Input that is not made of real numbers raises TypeError."""
    calls = [two(bad, HALVES) for bad in NOT_NUMBERS] + [two(HALVES, bad) for bad in NOT_NUMBERS]
    refuses(kl_divergence, "TypeError", calls, two(HALVES, SKEW), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(kl_divergence):
    """The message of an error names the argument that is at fault."""
    rows = [
        (two([0.5, 0.4], HALVES), ["p"]),
        (two(HALVES, [1.5, -0.5]), ["q"]),
        (two(HALVES, SKEW, base=-1), ["base"]),
        (two(HALVES, [0.5, 0.25, 0.25]), ["p", "q"]),
    ]
    names_argument(kl_divergence, rows, two(HALVES, SKEW), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.1, hidden=True)
def edge_unchanged(kl_divergence):
    """The caller's arrays are the same after the call."""
    leaves_arguments(kl_divergence, PLAIN_TWO, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(kl_divergence):
    """Nothing is printed."""
    prints_nothing(kl_divergence, PLAIN_TWO, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(kl_divergence):
    """Valid input with zeros raises no NumPy warning."""
    warns_nothing(kl_divergence, PLAIN_TWO, "Zeros are valid and must not raise warnings.")


@test_case(name="numerics: nearly equal distributions", points=1, hidden=True)
def numerics_tiny(kl_divergence):
    """For nearly equal distributions the tiny divergence keeps its digits."""
    rows = [(two(p, q), right) for p, q, right in bank("kl_tiny")]
    expect(kl_divergence, rows, "A tiny divergence has lost its digits to cancellation.", rtol=1e-6, atol=0.0)
