"""Cases for the checks: strategies, and right answers by a second route (mpmath, 50 digits).

The second route is the definition, an average over p of log p - log q, and not the closed form:
in one dimension by the trapezoid rule, in d dimensions over 2d points.  Each answer is also held
against the closed form with explicit determinants and inverses; the two have to agree.
"""

import numpy as np
from hypothesis import strategies as st
from mpmath import mp, mpf

from autograder.banks import Bank

DIGITS = 50

with mp.workdps(DIGITS):
    # For a Gaussian times a quadratic the trapezoid rule with step 1/3 is off by less than 1e-70
    # (Trefethen and Weideman, SIAM Review 56, 2014), and what lies beyond 16 by less than 1e-50.
    NODES = [mpf(k) / 3 for k in range(-48, 49)]
    WEIGHTS = [mp.exp(-z * z / 2) / (3 * mp.sqrt(2 * mp.pi)) for z in NODES]


def same(quadrature, closed):
    """The answer as a float, provided that both routes agree to 40 digits of what cancels in it."""
    assert abs(quadrature - closed) <= mpf(10) ** -40 * (1 + abs(closed)), (quadrature, closed)
    return float(quadrature)


def kl_mp(mu1, sigma1, mu2, sigma2):
    with mp.workdps(DIGITS):
        m1, s1, m2, s2 = mpf(mu1), mpf(sigma1), mpf(mu2), mpf(sigma2)
        log_s1, log_s2 = mp.log(s1), mp.log(s2)
        log_p = [-z * z / 2 - log_s1 for z in NODES]
        log_q = [-(((m1 + s1 * z - m2) / s2) ** 2) / 2 - log_s2 for z in NODES]
        average = sum(w * (a - b) for w, a, b in zip(WEIGHTS, log_p, log_q))
        return same(average, mp.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - mpf(1) / 2)


def diag_mp(mu1, sigma1, mu2, sigma2):
    """The sum over coordinates; scalars stand for all of them."""
    arrays = np.broadcast_arrays(mu1, sigma1, mu2, sigma2)
    return sum(kl_mp(*case) for case in zip(*(a.tolist() for a in arrays)))


def mvn_mp(mu1, cov1, mu2, cov2):
    """The average of log p - log q over 2d points, exact because both are quadratic.

    The points mu1 +- sqrt(d) L1 e_i have mean mu1 and covariance cov1, which is all that the
    average of a quadratic depends on.
    """
    as_lists = [np.asarray(a, dtype=float).tolist() for a in (mu1, cov1, mu2, cov2)]
    # Condition numbers of 1e12 twice, and still the digits that `same` asks for.
    with mp.workdps(2 * DIGITS):
        m1, c1, m2, c2 = map(mp.matrix, as_lists)
        d = len(m1)
        inverse1, inverse2 = c1**-1, c2**-1
        gap_of_logs = mp.log(mp.det(c2) / mp.det(c1))
        root, lower = mp.sqrt(d), mp.cholesky(c1)
        total = mpf(0)
        for i in range(d):
            for sign in (-1, 1):
                x = m1 + sign * root * lower[:, i]
                from_p, from_q = x - m1, x - m2
                total += gap_of_logs - (from_p.T * inverse1 * from_p)[0] + (from_q.T * inverse2 * from_q)[0]
        ratio, gap = inverse2 * c1, m1 - m2
        closed = sum(ratio[i, i] for i in range(d)) - d + (gap.T * inverse2 * gap)[0] + gap_of_logs
        return same(total / (4 * d), closed / 2)


def elementwise(*arrays):
    arrays = np.broadcast_arrays(*map(np.asarray, arrays))
    return np.array([kl_mp(*case) for case in zip(*(a.ravel().tolist() for a in arrays))]).reshape(arrays[0].shape)


def along(mu1, sigma1, mu2, sigma2, axis):
    return elementwise(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def stacked(mu1, cov1, mu2, cov2):
    shape = np.broadcast_shapes(mu1.shape[:-1], cov1.shape[:-2], mu2.shape[:-1], cov2.shape[:-2])
    d = mu1.shape[-1]
    parts = [np.broadcast_to(a, shape + a.shape[-k:]) for a, k in ((mu1, 1), (cov1, 2), (mu2, 1), (cov2, 2))]
    assert parts[0].shape[-1] == d
    return np.array([mvn_mp(*(part[at] for part in parts)) for at in np.ndindex(shape)]).reshape(shape)


mean = st.integers(-6, 6).map(lambda n: n / 2)
sigma = st.sampled_from([1.0, 2.0, 0.5, 3.0, 0.25, 1.5, 4.0, 0.75, 5.0, 2.5])


def unlike(widths):
    return widths[0] != widths[1]


@st.composite
def gaussian_pair(draw):
    """Means and standard deviations; the widths differ, or no direction could be told."""
    s1, s2 = draw(st.tuples(sigma, sigma).filter(unlike))
    return draw(mean), s1, draw(mean), s2


@st.composite
def apart(draw):
    """As gaussian_pair, with different means."""
    m1, m2 = draw(st.tuples(mean, mean).filter(unlike))
    s1, s2 = draw(st.tuples(sigma, sigma).filter(unlike))
    return m1, s1, m2, s2


@st.composite
def diagonal_pair(draw, low=2, high=4):
    """Two Gaussians with independent coordinates as four lists."""
    pairs = draw(st.lists(apart(), min_size=low, max_size=high))
    return tuple(map(list, zip(*pairs)))


@st.composite
def covariance(draw, d):
    """L L^T for a lower triangle of halves: exact in floating point, well conditioned, correlated."""
    lower = np.zeros((d, d))
    for i in range(d):
        lower[i, i] = draw(st.sampled_from([1.0, 2.0, 1.5, 0.5]))
        for j in range(i):
            lower[i, j] = draw(st.sampled_from([0.5, -0.5, 1.0, -1.0] + [0.0] * (i > 1)))
    return lower @ lower.T


@st.composite
def mvn_pair(draw, sizes=(2, 3)):
    """Two Gaussians with correlated coordinates and different covariances, as plain lists."""
    d = draw(st.sampled_from(sizes))
    c1, c2 = draw(st.tuples(covariance(d), covariance(d)).filter(lambda c: (c[0] != c[1]).any()))
    m1, m2 = draw(st.tuples(*[st.lists(mean, min_size=d, max_size=d)] * 2).filter(unlike))
    return m1, c1.tolist(), m2, c2.tolist()


@st.composite
def one_covariance(draw, sizes=(2, 3)):
    """One correlated covariance, and a vector that is not zero."""
    d = draw(st.sampled_from(sizes))
    c = draw(covariance(d))
    return draw(st.lists(mean, min_size=d, max_size=d).filter(any)), c.tolist()


@st.composite
def two_blocks(draw):
    return (*draw(mvn_pair((2,))), *draw(mvn_pair((1, 2))))


M = np.array([[0.0, 1.0, -2.0], [0.5, -1.0, 3.0]])
S = np.array([[1.0, 2.0, 0.5], [3.0, 0.25, 1.5]])
N = np.array([[1.0, -1.0, 0.0], [2.0, 0.0, -0.5]])
T = np.array([[2.0, 1.0, 0.75], [0.5, 4.0, 1.0]])

elementwise_cases = [
    (M, S, N, T),
    (0.0, 1.0, M[0], 2.0),
    (M[:, :1], S[0], 1.0, T[:, :1]),
    (1.0, S[:, :1], N[0], 0.5),
    (M[0], 2.0, M[0], S),
    (M[:, None, :], S[0], N, 4.0),
]
axis_cases = [
    (M, S, N, T, -1),
    (M, S, N, T, 0),
    (M, S, N, T, 1),
    (M, S, N, T, -2),
    (M.reshape(2, 3, 1), S.reshape(2, 3, 1), N.reshape(2, 3, 1), T.reshape(2, 3, 1), 1),
    (np.stack([M, N]), np.stack([S, T]), np.stack([N, M]), np.stack([T, S]), -1),
    (np.stack([M, N, M + 1]), np.stack([S, T, 2 * S]), np.stack([N, M, M]), np.stack([T, S, T]), 0),
]
broadcast_cases = [
    (M, 1.0, 0.0, 2.0, -1),
    (M[0], S, 0.5, T[1], -1),
    (M[0], 2.0, N, 0.5, 0),
    (M[0], S[0], N[:, :1], T[:, :1], 1),
    (0.0, S[0], 1.0, 3.0, 0),
    (M[:, None, :], S[0], N, 4.0, 1),
]


def tied(rho):
    return np.array([[1.0, rho], [rho, 1.0]])


C = np.stack([tied(0.75), np.diag([2.0, 0.5]), np.array([[1.25, -0.5], [-0.5, 1.0]])])
D = np.stack([np.eye(2), tied(-0.5), np.array([[4.0, 1.0], [1.0, 0.5]])])
A = np.array([[0.0, 0.0], [1.0, -1.0], [0.5, 2.0]])
B = np.array([[1.0, 0.5], [0.0, 0.0], [-1.0, 1.0]])
mvn_batches = [
    (A, C, B, D),
    (A[1], C, B[0], D[2]),
    (A, C[0], B[2], D[1]),
    (A[:2, None], C, B[0], D[:2, None]),
    (A[:1], C[:1], B[:1], D[:1]),
    (A[None], C[1], B, D[:, None][:2]),
]

BIG, SMALL = 1e200, 1e-200
scale_cases = [
    (SMALL, SMALL, 0.0, SMALL),
    (0.0, BIG, BIG, BIG),
    (0.0, SMALL, 0.0, 3 * SMALL),
    (-BIG, 2 * BIG, BIG, BIG),
    (0.0, 1e-150, 0.0, 1.0),
    (0.0, 1.0, 0.0, 1e-100),
]
tiny_cases = [
    (0.0, 1.0, 0.0, 1 + 2.0**-30),
    (0.0, 1 + 2.0**-20, 0.0, 1.0),
    (0.0, 3.0, 3e-9, 3.0 + 2.0**-28),
    (0.1, 0.1, 0.1, 0.1 + 1e-10),
    (1.0, 1e6, 1.0, 1e6 * (1 - 1e-7)),
    (0.0, 1.0, 0.0, 1 - 6.25e-10),
]
diag_scale_cases = [
    ([SMALL, 0.0], [SMALL, 2 * SMALL], [0.0, SMALL], [SMALL, SMALL]),
    ([0.0, BIG], [BIG, 3 * BIG], [BIG, -BIG], [2 * BIG, BIG]),
    ([0.0, SMALL, BIG], [1.0, SMALL, BIG], [1.0, 0.0, 0.0], [2.0, 2 * SMALL, BIG]),
]
diag_tiny_cases = [
    ([0.0, 0.0], [1.0, 2.0], [0.0, 0.0], [1 + 2.0**-30, 2.0]),
    ([0.0, 1.0, 2.0], [1.0, 0.5, 3.0], [0.0, 1.0, 2.0], [1 + 2.0**-28, 0.5 - 2.0**-29, 3.0]),
    ([0.1, 5.0], [0.1, 7.0], [0.1, 5.0 + 7e-9], [0.1 + 1e-10, 7.0 - 7e-9]),
]
BASE = np.array([[2.0, 0.5, 0.25], [0.5, 1.0, 0.125], [0.25, 0.125, 0.5]])
NUDGE = np.array([[1.0, -2.0, 0.5], [-2.0, 1.5, 1.0], [0.5, 1.0, -0.75]])
mvn_tiny_cases = [
    (np.zeros(3), BASE, np.zeros(3), BASE + 3e-7 * NUDGE),
    (np.zeros(3), BASE + 2e-7 * NUDGE, np.array([5e-7, 0.0, -1e-6]), BASE),
    (np.zeros(2), tied(0.3), np.zeros(2), tied(0.3 + 1e-6)),
    (np.ones(2), 1e-4 * tied(-0.6), np.ones(2) * (1 + 5e-9), 1e-4 * tied(-0.6 - 1e-6)),
]
HILBERT = np.array([[1 / (i + j + 1) for j in range(9)] for i in range(9)])


def squeezed(seed):
    """A 4 x 4 covariance with eigenvalues from 1 down to 1e-12 in no particular directions."""
    turn = np.linalg.qr(np.random.default_rng(seed).normal(size=(4, 4)))[0]
    c = (turn * np.geomspace(1.0, 1e-12, 4)) @ turn.T
    return (c + c.T) / 2


ill_cases = [
    (np.zeros(9), HILBERT, 0.01 * HILBERT.sum(axis=1), HILBERT),
    (np.zeros(9), HILBERT, 0.25 * HILBERT.sum(axis=1), 2 * HILBERT),
    (np.zeros(9), np.eye(9), np.zeros(9), HILBERT),
    *[(np.zeros(4), c, 0.05 * c.sum(axis=1), c) for c in (squeezed(0), squeezed(1))],
]

# Widths that differ by a few per cent: between what is nearly equal and what is not.
ALIKE = [(0.3, 1.0, 0.3, 1.02), (1.0, 2.0, 1.5, 1.9), (0.0, 1.0, 0.0, 1.1), (2.0, 1.64, 2.0, 1.5), (0.5, 2.28, 0.5, 2.1)]
DIAG_ALIKE = [([0.1, -2.0], [0.3, 2.5], [-0.7, 1.0], [0.3, 2.5]), ([0.5, 1.0], [0.3, 2.0], [0.5, 1.0], [1.1, 0.7])]

BANKS = {
    "normal_shown": Bank(gaussian_pair(), 5, [(0, 1, 1, 2), (0, 1, 2, 0.5), (1.0, 2.0, 0.0, 3.0)], expected=kl_mp),
    "normal_values": Bank(gaussian_pair(), 10, [(0.1, 0.3, -0.7, 1.1), (12.3, 4.56, 7.89, 2.1), *ALIKE], expected=kl_mp),
    "normal_arrays": Bank(fixed=elementwise_cases, expected=elementwise),
    "normal_average": Bank(apart(), 5),
    "normal_jeffreys": Bank(apart(), 4),
    "normal_means": Bank(apart(), 3),
    "normal_units": Bank(apart(), 3),
    "normal_scales": Bank(fixed=scale_cases, expected=kl_mp),
    "normal_tiny": Bank(fixed=tiny_cases, expected=kl_mp),
    "diag_shown": Bank(diagonal_pair(2, 3), 4, [([0, 0], [1, 2], [1, 0], [2, 1])], expected=diag_mp),
    "diag_values": Bank(
        diagonal_pair(), 9, [([0.1, 12.3], [0.3, 4.56], [-0.7, 7.89], [1.1, 2.1]), *DIAG_ALIKE], expected=diag_mp
    ),
    "diag_axes": Bank(fixed=axis_cases, expected=along),
    "diag_broadcast": Bank(fixed=broadcast_cases, expected=along),
    "diag_sums": Bank(diagonal_pair(2, 3), 4),
    "diag_average": Bank(diagonal_pair(2, 3), 5),
    "diag_means": Bank(diagonal_pair(2, 3), 4),
    "diag_units": Bank(diagonal_pair(2, 3), 4),
    "diag_scales": Bank(fixed=diag_scale_cases, expected=diag_mp),
    "diag_tiny": Bank(fixed=diag_tiny_cases, expected=diag_mp),
    "mvn_shown": Bank(mvn_pair((2,)), 4, [([0, 0], [[1, 0], [0, 1]], [1, 1], [[2, 0.8], [0.8, 0.5]])], expected=mvn_mp),
    "mvn_values": Bank(mvn_pair(), 9, expected=mvn_mp),
    "mvn_batches": Bank(fixed=mvn_batches, expected=stacked),
    "mvn_average": Bank(mvn_pair((2,)), 4),
    "mvn_diagonal": Bank(diagonal_pair(2, 3), 3),
    "mvn_marginals": Bank(one_covariance(), 4),
    "mvn_means": Bank(one_covariance(), 4),
    "mvn_affine": Bank(mvn_pair(), 3),
    "mvn_chain": Bank(mvn_pair((2,)), 3),
    "mvn_blocks": Bank(two_blocks(), 3),
    "mvn_tiny": Bank(fixed=mvn_tiny_cases, expected=mvn_mp),
    "mvn_ill": Bank(fixed=ill_cases, expected=mvn_mp),
}
