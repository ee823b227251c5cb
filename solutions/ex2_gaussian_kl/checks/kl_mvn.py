"""Checks of kl_mvn."""

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
from common import CLOSE_AFFINE, CLOSE_MVN, INF, LOG2, NAN, average_log_ratio, mvn

ZERO = [0.0, 0.0]
UNIT = [[1.0, 0.0], [0.0, 1.0]]
TIED = [[1.0, 0.75], [0.75, 1.0]]
TIED_ANSWER = -0.5 * float(np.log(0.4375))  # -(1/2) ln(1 - (3/4)^2), the mutual information
GOOD = mvn(ZERO, TIED, ZERO, UNIT)
MEANS_P = np.array([[0.0, 0.0], [1.0, -1.0], [0.5, 2.0]])
MEANS_Q = np.array([[1.0, 0.5], [0.0, 0.0], [-1.0, 1.0]])
COVS_P = np.array([TIED, [[2.0, 0.0], [0.0, 0.5]], [[1.25, -0.5], [-0.5, 1.0]]])
COVS_Q = np.array([UNIT, [[1.0, -0.5], [-0.5, 1.0]], [[4.0, 1.0], [1.0, 0.5]]])
BATCH = (MEANS_P, COVS_P, MEANS_Q, COVS_Q)


def cholesky_of_two(cov):
    (a, b), (_, c) = cov
    return np.array([[np.sqrt(a), 0.0], [b / np.sqrt(a), np.sqrt(c - b * b / a)]])


def log_density_of_two(x, mu, cov):
    """Log-density of a Gaussian in the plane at the columns of `x`, without log 2 pi."""
    (a, b), (_, c) = cov
    det = a * c - b * b
    u, v = x - np.array(mu)[:, None]
    return -(c * u * u - 2 * b * u * v + a * v * v) / (2 * det) - 0.5 * np.log(det)


def average_in_the_plane(mu1, cov1, mu2, cov2):
    """The definition in two dimensions, by the trapezoid rule (exact to rounding for a quadratic)."""
    z = np.arange(-20, 21) / 2
    weights = np.exp(-(z**2) / 2) / (2 * np.sqrt(2 * np.pi))
    grid = np.array(np.meshgrid(z, z, indexing="ij")).reshape(2, -1)
    x = np.array(mu1)[:, None] + cholesky_of_two(cov1) @ grid
    log_ratio = log_density_of_two(x, mu1, cov1) - log_density_of_two(x, mu2, cov2)
    return float(np.outer(weights, weights).ravel() @ log_ratio)


def chained(d, rho=0.5):
    """Correlations rho^|i-j|: determinant (1 - rho^2)^(d-1), and an inverse with three diagonals."""
    places = np.arange(d)
    return rho ** np.abs(places[:, None] - places)


def is_right(mu1, cov1, mu2, cov2, right):
    """The divergence is off."""
    (answer,) = yield [mvn(mu1, cov1, mu2, cov2)]
    agree(answer, right, "", **CLOSE_MVN)


@test_case(name="value: a few pairs", points=1.5, hidden=False)
def value_few(kl_mvn):
    """The divergence of a few pairs in the plane, in nats."""
    for_all(kl_mvn, bank("mvn_shown"), is_right)


@test_case(name="value: many pairs", points=1.5, hidden=True)
def value_many(kl_mvn):
    """The divergence of many random pairs in two and three dimensions."""
    for_all(kl_mvn, bank("mvn_values"), is_right)


@test_case(name="value: batches", points=1, hidden=True)
def value_batches(kl_mvn):
    """A batch gives one number a pair; the axes before the last one of a mean and the last two of a covariance broadcast."""
    rows = [(mvn(*case), right) for *case, right in bank("mvn_batches")]
    expect(kl_mvn, rows, "The divergences of this batch are off.", **CLOSE_MVN)


@test_case(name="property: zero for equal Gaussians only", points=0.3, hidden=False)
def property_zero(kl_mvn):
    """The divergence is zero for p = q and positive if the means or only a correlation differ."""

    def zero_only_there(mu1, cov1, mu2, cov2):
        """The divergence is 0 for equal Gaussians and positive for others."""
        same, other = yield [mvn(mu1, cov1, mu1, cov1), mvn(mu1, cov1, mu2, cov2)]
        agree(same, 0.0, "", **CLOSE_MVN)
        holds(other > 1e-4, "", about=1)

    cases = [(ZERO, UNIT, ZERO, TIED), (ZERO, TIED, ZERO, UNIT), ([1.0, 2.0], TIED, [1.0, 2.25], TIED)]
    for_all(kl_mvn, cases, zero_only_there)


@test_case(name="property: it is the average of log p/q", points=0.5, hidden=False)
def property_average(kl_mvn):
    """The divergence is what the definition says: the average over p of log p(x) - log q(x), integrated over the plane."""

    def averages(mu1, cov1, mu2, cov2):
        """Integrating p(x) (log p(x) - log q(x)) numerically gives another number."""
        (answer,) = yield [mvn(mu1, cov1, mu2, cov2)]
        agree(answer, average_in_the_plane(mu1, cov1, mu2, cov2), "", **CLOSE_MVN)

    for_all(kl_mvn, bank("mvn_average"), averages)


@test_case(name="property: without correlations a sum over coordinates", points=0.4, hidden=True)
def property_diagonal(kl_mvn):
    """For diagonal covariances the divergence is the sum over the coordinates, and in one dimension there is one."""

    def adds_up(m1, s1, m2, s2):
        """Without correlations the divergence is the sum over the coordinates."""
        v1, v2 = np.array(s1) ** 2, np.array(s2) ** 2
        whole, first = yield [mvn(m1, np.diag(v1), m2, np.diag(v2)), mvn(m1[:1], [[v1[0]]], m2[:1], [[v2[0]]])]
        single = [average_log_ratio(*entry) for entry in zip(m1, s1, m2, s2)]
        agree(whole, float(np.sum(single)), "", **CLOSE_MVN, shown=False)
        agree(first, single[0], "In one dimension the variance is the covariance.", **CLOSE_MVN, about=1, shown=False)

    for_all(kl_mvn, bank("mvn_diagonal"), adds_up)


@test_case(name="property: correlation is information", points=0.4, hidden=True)
def property_marginals(kl_mvn):
    """Against its own marginals made independent, a Gaussian's divergence is the information its coordinates share."""

    def shared(mu, cov):
        """Against independent coordinates of the same widths only the correlations count."""
        c = np.array(cov)
        (answer,) = yield [mvn(mu, cov, mu, np.diag(np.diag(c)))]
        right = 0.5 * float(np.log(np.diag(c)).sum() - np.log(np.linalg.det(c)))
        agree(answer, right, "", **CLOSE_MVN, shown=False)

    for_all(kl_mvn, bank("mvn_marginals"), shared)


@test_case(name="property: equal covariances", points=0.3, hidden=True)
def property_means(kl_mvn):
    """For equal covariances the divergence is half the squared Mahalanobis distance of the means, in both directions."""

    def mahalanobis(w, cov):
        """For equal covariances only the distance of the means counts, measured by the covariance."""
        gap = np.array(cov) @ w  # so that gap^T cov^-1 gap = w^T cov w, without an inverse
        there, back = yield [mvn([0.0] * len(w), cov, gap, cov), mvn(gap + 1, cov, [1.0] * len(w), cov)]
        agree(there, 0.5 * float(gap @ w), "", **CLOSE_MVN, shown=False)
        agree(back, 0.5 * float(gap @ w), "", **CLOSE_MVN, about=1, shown=False)

    for_all(kl_mvn, bank("mvn_means"), mahalanobis)


@test_case(name="property: coordinates do not matter", points=0.3, hidden=True)
def property_affine(kl_mvn):
    """An invertible change of coordinates, the same for both Gaussians, leaves the divergence as it is."""

    def invariant(mu1, cov1, mu2, cov2):
        """A change of coordinates must not change the divergence."""
        d = len(mu1)
        turn = (np.eye(d)[::-1] + 0.3 * np.tri(d) + np.diag(np.arange(d))) / 1.7
        maps = (turn, np.eye(d)[::-1])
        calls = [mvn(mu1, cov1, mu2, cov2)]
        calls += [mvn(a @ mu1 + 1, a @ np.array(cov1) @ a.T, a @ mu2 + 1, a @ np.array(cov2) @ a.T) for a in maps]
        plain, *others = yield calls
        for about, other in enumerate(others, 1):
            agree(other, plain, "", **CLOSE_AFFINE, about=about, shown=False)
        holds(plain > 1e-3, "These Gaussians differ.")

    for_all(kl_mvn, bank("mvn_affine"), invariant)


@test_case(name="property: chain rule", points=0.4, hidden=True)
def property_chain(kl_mvn):
    """The divergence is that of the first coordinate plus the average one of the second given the first."""

    def chain(mu1, cov1, mu2, cov2):
        """The divergences of the whole and of its first coordinate do not fit together."""
        first1, first2 = cov1[0][0], cov2[0][0]
        slope1, slope2 = cov1[0][1] / first1, cov2[0][1] / first2
        rest1, rest2 = cov1[1][1] - slope1 * cov1[0][1], cov2[1][1] - slope2 * cov2[0][1]
        # The second coordinate's two conditional means differ by a line in the first one.
        gap = mu1[1] - mu2[1] - slope2 * (mu1[0] - mu2[0])
        given = 0.5 * (rest1 / rest2 - 1 - float(np.log(rest1 / rest2)) + ((slope1 - slope2) ** 2 * first1 + gap**2) / rest2)
        whole, first = yield [mvn(mu1, cov1, mu2, cov2), mvn(mu1[:1], [[first1]], mu2[:1], [[first2]])]
        agree(whole, first + given, "", **CLOSE_MVN, shown=False)
        holds(first <= whole + 1e-12, "Leaving a coordinate out must not raise the divergence.", about=1)

    for_all(kl_mvn, bank("mvn_chain"), chain)


@test_case(name="property: independent blocks add up", points=0.2, hidden=True)
def property_blocks(kl_mvn):
    """For independent groups of coordinates the divergences add up."""

    def additive(mu1, cov1, mu2, cov2, mu3, cov3, mu4, cov4):
        """The divergence of independent groups of coordinates is the sum of theirs."""

        def joined(one, other):
            n, k = len(one), len(other)
            return np.block([[np.array(one), np.zeros((n, k))], [np.zeros((k, n)), np.array(other)]])

        calls = [
            mvn(mu1 + mu3, joined(cov1, cov3), mu2 + mu4, joined(cov2, cov4)),
            mvn(mu1, cov1, mu2, cov2),
            mvn(mu3, cov3, mu4, cov4),
        ]
        whole, first, second = yield calls
        agree(whole, first + second, "", **CLOSE_MVN, shown=False)
        holds(min(first, second) > 1e-3, "These Gaussians differ.", about=1)

    for_all(kl_mvn, bank("mvn_blocks"), additive)


@test_case(name="property: a batch is its members", points=0.2, hidden=True)
def property_batch(kl_mvn):
    """A batch gives what its members give one by one."""

    def one_by_one(*arrays):
        """A batch has to give what its members give one by one."""
        together, *alone = yield [mvn(*arrays), *[mvn(*entry) for entry in zip(*arrays)]]
        agree(together, np.array(alone), "", **CLOSE_MVN, shown=False)
        holds(min(alone) > 0.1, "These Gaussians differ.", about=1)

    for_all(kl_mvn, [BATCH, tuple(a[:1] for a in BATCH)], one_by_one)


@test_case(name="edge: not every matrix is a covariance", points=0.5, hidden=False)
def edge_covariance(kl_mvn):
    """A matrix that is not symmetric or not positive definite raises ValueError, alone or in a batch."""
    bad = [
        [[1.0, 0.5], [0.25, 1.0]],
        [[1.0, 0.0], [0.5, 1.0]],
        [[1.0, 0.5], [0.5001, 1.0]],
        [[1.0, 0.5], [0.500000015, 1.0]],
        [[1.0, 2.0], [2.0, 1.0]],
        [[-1.0, 0.0], [0.0, -1.0]],
        [[1.0, 0.0], [0.0, 0.0]],
        [UNIT, [[1.0, -3.0], [-3.0, 1.0]]],
        [TIED, [[1.0, 0.5], [-0.5, 1.0]]],
    ]
    calls = [mvn(ZERO, cov, ZERO, UNIT) for cov in bad] + [mvn(ZERO, UNIT, ZERO, cov) for cov in bad[:6:2] + bad[5:]]
    refuses(kl_mvn, "ValueError", calls, GOOD, "A covariance is symmetric and positive definite.")


@test_case(name="edge: refuses what is not finite", points=0.2, hidden=True)
def edge_finite(kl_mvn):
    """NaN and infinite covariances raise ValueError."""
    calls = [
        mvn([0.0, NAN], UNIT, ZERO, UNIT),
        mvn(ZERO, [[1.0, NAN], [NAN, 1.0]], ZERO, UNIT),
        mvn(ZERO, UNIT, [NAN, 0.0], UNIT),
        mvn(ZERO, UNIT, ZERO, [[NAN, 0.0], [0.0, 1.0]]),
        mvn(ZERO, [[INF, 0.0], [0.0, 1.0]], ZERO, UNIT),
        mvn(ZERO, UNIT, ZERO, [[1.0, 0.0], [0.0, INF]]),
    ]
    refuses(kl_mvn, "ValueError", calls, GOOD, "These are no Gaussians.")


@test_case(name="edge: refuses shapes that do not fit", points=0.3, hidden=True)
def edge_shapes(kl_mvn):
    """Means and covariances of different dimensions, and batches that do not broadcast, raise ValueError."""
    three = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    calls = [
        mvn([0.0] * 3, UNIT, ZERO, UNIT),
        mvn(ZERO, UNIT, [0.0], UNIT),
        mvn(0.0, UNIT, ZERO, UNIT),
        mvn(ZERO, UNIT, ZERO, three),
        mvn(ZERO, [1.0, 1.0], ZERO, UNIT),
        mvn(ZERO, UNIT, ZERO, 1.0),
        mvn(ZERO, UNIT, ZERO, three[:2]),
        mvn([ZERO] * 2, UNIT, [ZERO] * 3, UNIT),
        mvn(ZERO, [UNIT] * 2, ZERO, [UNIT] * 3),
        mvn(ZERO, [[1.0, 0.0], [1.0]], ZERO, UNIT),
    ]
    refuses(kl_mvn, "ValueError", calls, GOOD, "These shapes do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(kl_mvn):
    """Input that is not made of real numbers raises TypeError."""
    matrix = [[None, 0.0], [0.0, 1.0]]
    calls = [
        mvn(None, UNIT, ZERO, UNIT),
        mvn(["a", "b"], UNIT, ZERO, UNIT),
        mvn(ZERO, UNIT, [0.0, object()], UNIT),
        mvn(ZERO, None, ZERO, UNIT),
        mvn(ZERO, matrix, ZERO, UNIT),
        mvn(ZERO, UNIT, ZERO, matrix),
        mvn(ZERO, UNIT, ZERO, [["a", "b"], ["c", "d"]]),
    ]
    refuses(kl_mvn, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(kl_mvn):
    """The message of an error names the argument that is at fault."""
    rows = [
        (mvn(ZERO, [[1.0, 0.5], [0.25, 1.0]], ZERO, UNIT), ["cov1"]),
        (mvn(ZERO, UNIT, ZERO, [[1.0, 2.0], [2.0, 1.0]]), ["cov2"]),
        (mvn([0.0, NAN], UNIT, ZERO, UNIT), ["mu1"]),
        (mvn(ZERO, UNIT, ["a", "b"], UNIT), ["mu2"]),
        (mvn(ZERO, UNIT, [0.0] * 3, UNIT), ["mu2", "mu1", "cov1", "cov2"]),
    ]
    names_argument(kl_mvn, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(kl_mvn):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64; one dimension is a dimension."""
    as32 = [np.array(v, dtype=np.float32) for v in (ZERO, TIED, ZERO, UNIT)]
    rows = [
        (mvn((0, 0), ((1, 0), (0, 1)), (1, 1), ((4, 0), (0, 4))), 2 * (LOG2 - 0.25)),
        (mvn(*as32), TIED_ANSWER),
        (mvn(np.array([0, 0]), np.array([[1, 0], [0, 1]]), np.array([3, 4]), np.array([[1, 0], [0, 1]])), 12.5),
        (mvn([ZERO, ZERO], TIED, ZERO, UNIT), np.array([TIED_ANSWER, TIED_ANSWER])),
        (mvn([0], [[1]], [1], [[4]]), LOG2 - 0.25),
    ]
    expect(kl_mvn, rows, "This kind of input has to be accepted.", **CLOSE_MVN)


@test_case(name="edge: symmetric up to rounding", points=0.1, hidden=True)
def edge_rounding(kl_mvn):
    """A covariance may differ from its transpose by rounding: by up to 1e-8 of its largest entry."""
    rows = [
        (mvn(ZERO, [[1.0, 0.75], [0.75 + 1e-12, 1.0]], ZERO, UNIT), TIED_ANSWER),
        (mvn(ZERO, [[40000.0, 30000.0 + 1e-7], [30000.0, 40000.0]], ZERO, [[4e4, 0.0], [0.0, 4e4]]), TIED_ANSWER),
        (mvn(ZERO, UNIT, [1.0, 0.0], [[1.0, 1e-12], [0.0, 1.0]]), 0.5),
    ]
    expect(kl_mvn, rows, "A covariance may differ from its transpose by rounding.", **CLOSE_MVN)


@test_case(name="edge: leaves its arguments alone", points=0.1, hidden=True)
def edge_unchanged(kl_mvn):
    """The caller's arrays are the same after the call."""
    calls = [mvn(*BATCH), mvn(*(a[0] for a in BATCH)), mvn(*(a[2] for a in BATCH)), mvn(ZERO, COVS_P[1], ZERO, UNIT)]
    leaves_arguments(kl_mvn, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(kl_mvn):
    """Nothing is printed."""
    prints_nothing(kl_mvn, [GOOD, mvn(*BATCH), mvn(ZERO, UNIT, ZERO, UNIT)], "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(kl_mvn):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, mvn(ZERO, UNIT, ZERO, UNIT), mvn(*BATCH), mvn(ZERO, UNIT, [5.0, 1.0], [[1e-4, 0.0], [0.0, 1.0]])]
    warns_nothing(kl_mvn, calls, "Valid input must not raise warnings.")


@test_case(name="numerics: many dimensions", points=0.4, hidden=True)
def numerics_dimensions(kl_mvn):
    """In 100 and 300 dimensions a determinant is out of reach for floating point; the divergence is not."""
    big, d = 300, 100
    scale = np.eye(big) / 1000
    tied, apart = chained(d), np.eye(d)
    log_det = (d - 1) * float(np.log(0.75))  # (1 - rho^2)^(d-1)
    trace_of_inverse = (2 + (d - 2) * 1.25) / 0.75  # (2 + (d-2)(1 + rho^2)) / (1 - rho^2)
    rows = [
        (mvn(np.zeros(big), scale, np.full(big, 0.01), 2 * scale), big / 2 * (LOG2 - 0.5) + 7.5),
        (mvn(np.zeros(d), 1e-5 * tied, np.zeros(d), 1e-5 * apart), -log_det / 2),
        (mvn(np.zeros(d), 1e5 * apart, np.zeros(d), 1e5 * tied), (trace_of_inverse - d + log_det) / 2),
    ]
    expect(kl_mvn, rows, "This is an ordinary pair of Gaussians in many dimensions.", **CLOSE_MVN)


@test_case(name="numerics: ill-conditioned covariances", points=0.2, hidden=True)
def numerics_ill(kl_mvn):
    """Covariances with a condition number of 1e12 leave four digits of the divergence."""
    rows = [(mvn(*case), right) for *case, right in bank("mvn_ill")]
    # The input's own rounding, 1e-16 of the largest entry, is 1e-4 of the smallest eigenvalue.
    expect(kl_mvn, rows, "An ill-conditioned covariance has cost more digits than it must.", rtol=1e-4, atol=0.0)


@test_case(name="numerics: nearly equal Gaussians", points=0.4, hidden=True)
def numerics_tiny(kl_mvn):
    """For nearly equal Gaussians the tiny divergence keeps its digits."""
    rows = [(mvn(*case), right) for *case, right in bank("mvn_tiny")]
    # Factors are right to 1e-16 and differ from each other by 1e-6: 1e-10 of the answer.
    expect(kl_mvn, rows, "A tiny divergence has lost its digits to cancellation.", rtol=1e-6, atol=0.0)
