"""Checks of kl_diag_normal."""

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
from common import CLOSE, CLOSE_TINY, INF, LOG2, NAN, NOT_NUMBERS, average_log_ratio, normal

GOOD = normal([0.0, 1.0], [1.0, 2.0], [1.0, 1.0], [2.0, 1.0])
GOOD_ANSWER = 1.25  # (log 2 - 1/4) + (3/2 - log 2)
ROWS = (
    np.array([[0.0, 1.0, -2.0], [3.0, 0.5, 1.0]]),
    np.array([[1.0, 2.0, 0.5], [0.25, 1.0, 3.0]]),
    np.array([[1.0, 1.0, 0.0], [2.5, -0.5, 1.0]]),
    np.array([[2.0, 3.0, 1.5], [0.5, 0.75, 2.0]]),
)


def is_right(mu1, sigma1, mu2, sigma2, right):
    """The divergence is off."""
    (answer,) = yield [normal(mu1, sigma1, mu2, sigma2)]
    agree(answer, right, "", **CLOSE)


@test_case(name="value: a few pairs", points=1.5, hidden=False)
def value_few(kl_diag_normal):
    """The divergence of a few pairs in two or three independent coordinates, in nats."""
    for_all(kl_diag_normal, bank("diag_shown"), is_right)


@test_case(name="value: many pairs", points=1, hidden=True)
def value_many(kl_diag_normal):
    """The divergence of many random pairs."""
    for_all(kl_diag_normal, bank("diag_values"), is_right)


@test_case(name="value: batches and axes", points=0.8, hidden=True)
def value_axes(kl_diag_normal):
    """A batch gives one number a pair, with the coordinates along the axis asked for."""
    rows = [(normal(*case, axis=axis), right) for *case, axis, right in bank("diag_axes")]
    expect(kl_diag_normal, rows, "The divergences of this batch are off.", **CLOSE)


@test_case(name="value: broadcasting", points=0.7, hidden=True)
def value_broadcast(kl_diag_normal):
    """All four arguments broadcast fully, and `axis` counts on the broadcast shape."""
    rows = [(normal(*case, axis=axis), right) for *case, axis, right in bank("diag_broadcast")]
    expect(kl_diag_normal, rows, "Every coordinate of the broadcast shape counts once.", **CLOSE)


@test_case(name="property: zero for equal Gaussians only", points=0.3, hidden=False)
def property_zero(kl_diag_normal):
    """The divergence is zero for p = q and positive if a single coordinate differs."""

    def zero_only_there(mu, sigma, k):
        """The divergence is 0 for equal Gaussians and positive if one coordinate differs."""
        moved = [m + 0.5 * (i == k) for i, m in enumerate(mu)]
        wider = [s * (1 + (i == k)) for i, s in enumerate(sigma)]
        same, shifted, widened = yield [
            normal(mu, sigma, mu, sigma),
            normal(mu, sigma, moved, sigma),
            normal(mu, sigma, mu, wider),
        ]
        agree(same, 0.0, "", **CLOSE)
        holds(shifted > 1e-4, "", about=1)
        holds(widened > 1e-4, "", about=2)

    for_all(
        kl_diag_normal,
        [([0.0, 0.0], [1.0, 1.0], 0), ([1.0, -1.0, 2.0], [0.5, 2.0, 3.0], 2), ([0.0, 3.0], [1.0, 2.0], 1)],
        zero_only_there,
    )


@test_case(name="property: coordinates add up", points=0.6, hidden=False)
def property_sums(kl_diag_normal):
    """The divergence is the sum of those of the coordinates by themselves."""

    def adds_up(*lists):
        """The divergence has to be the sum of those of the single coordinates."""
        whole, *single = yield [normal(*lists), *[normal(*([v] for v in entry)) for entry in zip(*lists)]]
        agree(whole, float(np.sum(single)), "", **CLOSE, shown=False)
        holds(min(single) > 1e-3, "Each of these coordinates differs between the two Gaussians.", about=1)

    for_all(kl_diag_normal, bank("diag_sums"), adds_up)


@test_case(name="property: it is the average of log p/q", points=0.6, hidden=True)
def property_average(kl_diag_normal):
    """The divergence is the average over p of log p(x) - log q(x), by numerical integration of each coordinate."""

    def averages(*lists):
        """Integrating p(x) (log p(x) - log q(x)) numerically gives another number."""
        (answer,) = yield [normal(*lists)]
        agree(answer, float(sum(average_log_ratio(*entry) for entry in zip(*lists))), "", **CLOSE, shown=False)

    for_all(kl_diag_normal, bank("diag_average"), averages)


@test_case(name="property: means and widths add up", points=0.4, hidden=True)
def property_means(kl_diag_normal):
    """Moving the means apart adds half the squared distance, each coordinate in widths of the second Gaussian."""

    def adds(m1, s1, m2, s2):
        """Moving the means apart adds half their squared distance, measured in the right widths."""
        apart, level = yield [normal(m1, s1, m2, s2), normal(m2, s1, m2, s2)]
        gap = np.subtract(m1, m2) / np.array(s2)
        agree(apart - level, float(gap @ gap) / 2, "", **CLOSE, shown=False)
        holds(level > 1e-3, "Gaussians of unlike widths differ even if their means agree.", about=1)

    for_all(kl_diag_normal, bank("diag_means"), adds)


@test_case(name="property: every copy of a coordinate counts", points=0.3, hidden=True)
def property_copies(kl_diag_normal):
    """n copies of one coordinate cost n times as much, written out or by broadcasting."""

    def n_times(m1, s1, m2, s2, n):
        """n copies of a coordinate have to cost n times as much as one."""
        calls = [
            normal(*([v] for v in (m1, s1, m2, s2))),
            normal([m1] * n, [s1] * n, [m2] * n, [s2] * n),
            normal([m1] * n, s1, m2, s2),
        ]
        one, written, broadcast = yield calls
        holds(one > 1e-3, "This coordinate differs between the two Gaussians.")
        agree(written, n * one, "", **CLOSE, about=1, shown=False)
        agree(broadcast, n * one, "", **CLOSE, about=2, shown=False)

    for_all(kl_diag_normal, [(0.0, 1.0, 1.0, 2.0, 2), (1.0, 3.0, 1.0, 0.5, 5), (-1.0, 0.5, 2.0, 0.75, 40)], n_times)


@test_case(name="property: order and units of the coordinates do not matter", points=0.3, hidden=True)
def property_units(kl_diag_normal):
    """Reordering the coordinates, or measuring each in another unit, leaves the divergence as it is."""

    def invariant(*lists):
        """Reordering the coordinates or changing their units must not change the divergence."""
        units = 2.0 ** np.arange(-1, len(lists[0]) - 1)
        plain, turned, other = yield [
            normal(*lists),
            normal(*(v[::-1] for v in lists)),
            normal(*(np.array(v) * units for v in lists)),
        ]
        agree(turned, plain, "", **CLOSE, about=1, shown=False)
        agree(other, plain, "", **CLOSE, about=2, shown=False)
        holds(plain > 1e-3, "These Gaussians differ.")

    for_all(kl_diag_normal, bank("diag_units"), invariant)


@test_case(name="property: a batch is its rows", points=0.5, hidden=True)
def property_batch(kl_diag_normal):
    """A batch gives what its rows give one by one, and the same along the other axis when it is turned."""

    def rows_alone(*arrays):
        """A batch has to give what its rows give one by one."""
        calls = [normal(*arrays), normal(*(a.T for a in arrays), axis=0), *[normal(*row) for row in zip(*arrays)]]
        together, turned, *alone = yield calls
        agree(together, np.array(alone), "", **CLOSE, shown=False)
        agree(turned, np.array(alone), "", **CLOSE, about=1, shown=False)
        holds(min(alone) > 0.1, "These Gaussians differ.", about=2)

    for_all(kl_diag_normal, [ROWS, tuple(a[:1] for a in ROWS), tuple(a[:, :2] for a in ROWS)], rows_alone)


@test_case(name="edge: a standard deviation is positive", points=0.5, hidden=False)
def edge_sigma(kl_diag_normal):
    """A standard deviation of zero or below raises ValueError, also where two signs would cancel."""
    calls = [
        normal([0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]),
        normal([0.0, 1.0], [1.0, 1.0], [0.0, 1.0], [0.0, 1.0]),
        normal([0.0, 1.0], [-1.0, 1.0], [0.0, 1.0], [1.0, 1.0]),
        normal([0.0, 1.0], [1.0, -1.0], [0.0, 1.0], [1.0, -2.0]),
        normal([0.0, 1.0], 1.0, 0.0, -1.0),
        normal([0.0, 1.0], 0.0, 0.0, 1.0),
    ]
    refuses(kl_diag_normal, "ValueError", calls, GOOD, "A standard deviation has to be positive.")


@test_case(name="edge: refuses what is not finite or does not fit", points=0.4, hidden=True)
def edge_bad_values(kl_diag_normal):
    """NaN, infinite widths, ragged lists and shapes that do not broadcast raise ValueError."""
    zeros, ones = [0.0, 0.0], [1.0, 1.0]
    calls = [
        normal([0.0, NAN], ones, zeros, ones),
        normal(zeros, [NAN, 1.0], zeros, ones),
        normal(zeros, ones, [0.0, NAN], ones),
        normal(zeros, ones, zeros, NAN),
        normal(zeros, [1.0, INF], zeros, ones),
        normal(zeros, ones, zeros, INF),
        normal(zeros, ones, [0.0, 1.0, 2.0], ones),
        normal(zeros, [[1.0, 1.0], [1.0]], zeros, ones),
    ]
    refuses(kl_diag_normal, "ValueError", calls, GOOD, "These are no Gaussians, or their shapes do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(kl_diag_normal):
    """Input that is not made of real numbers raises TypeError."""
    zeros, ones = [0.0, 0.0], [1.0, 1.0]
    calls = [normal(bad, ones, zeros, ones) for bad in NOT_NUMBERS] + [normal(zeros, ones, zeros, bad) for bad in NOT_NUMBERS[:2]]
    calls += [normal(zeros, NOT_NUMBERS[1], zeros, ones), normal(zeros, ones, NOT_NUMBERS[2], ones)]
    refuses(kl_diag_normal, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(kl_diag_normal):
    """The message of an error names the argument that is at fault."""
    zeros, ones = [0.0, 0.0], [1.0, 1.0]
    rows = [
        (normal(zeros, [1.0, -1.0], zeros, ones), ["sigma1"]),
        (normal(zeros, ones, zeros, 0.0), ["sigma2"]),
        (normal([0.0, NAN], ones, zeros, ones), ["mu1"]),
        (normal(zeros, ones, "half", ones), ["mu2"]),
    ]
    names_argument(kl_diag_normal, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(kl_diag_normal):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    as32 = [np.array(v, dtype=np.float32) for v in ([0, 1], [1, 2], [1, 1], [2, 1])]
    rows = [
        (normal([0, 1], (1, 2), [1, 1], (2, 1)), GOOD_ANSWER),
        (normal([0, 0, 0], 1, 1, 2), 3 * (LOG2 - 0.25)),
        (normal(*as32), GOOD_ANSWER),
        (normal([[0, 1], [0, 1]], [[1, 2]], np.array([1, 1]), [[2, 1]]), np.array([GOOD_ANSWER, GOOD_ANSWER])),
        (normal([0], [1], [1], [2]), LOG2 - 0.25),
    ]
    expect(kl_diag_normal, rows, "This kind of input has to be accepted.", **CLOSE)


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(kl_diag_normal):
    """The caller's arrays are the same after the call."""
    calls = [normal(*ROWS), normal(*(a[0] for a in ROWS)), normal(ROWS[0][0], *ROWS[1:]), GOOD]
    leaves_arguments(kl_diag_normal, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(kl_diag_normal):
    """Nothing is printed."""
    prints_nothing(
        kl_diag_normal, [GOOD, normal(*ROWS), normal(*ROWS, axis=0)], "A function that returns its answer need not print."
    )


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(kl_diag_normal):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, normal([0.0, 1.0], 1.0, [0.0, 1.0], 1.0), normal(*ROWS), normal(*ROWS, axis=0)]
    warns_nothing(kl_diag_normal, calls, "Valid input must not raise warnings.")


@test_case(name="numerics: very small and very large scales", points=0.5, hidden=True)
def numerics_scales(kl_diag_normal):
    """Widths of 1e-200 and 1e200 are as good as any, side by side too."""
    rows = [(normal(*case), right) for *case, right in bank("diag_scales")]
    expect(kl_diag_normal, rows, "The units of the coordinates must not matter, however small or large.", **CLOSE)


@test_case(name="numerics: nearly equal Gaussians", points=0.5, hidden=True)
def numerics_tiny(kl_diag_normal):
    """For nearly equal Gaussians the tiny divergence keeps its digits."""
    rows = [(normal(*case), right) for *case, right in bank("diag_tiny")]
    expect(kl_diag_normal, rows, "A tiny divergence has lost its digits to cancellation.", **CLOSE_TINY)
