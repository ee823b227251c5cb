"""Inputs on which mistakes show themselves, and what a wrong formula can be made of."""

import numpy as np

from autograder.checking import signature
from autograder.diagnose import MESSAGES, ORDINARY, TINY, Basis

normal = signature("mu1", "sigma1", "mu2", "sigma2")
mvn = signature("mu1", "cov1", "mu2", "cov2")
NAN, INF = float("nan"), float("inf")
WORDS = [None, "half", ["a", "b"]]


def _pairs(count, seed):
    """Means and standard deviations of `count` pairs of Gaussians."""
    rng = np.random.default_rng(seed)
    columns = rng.normal(0, 2, count), rng.uniform(0.6, 2.5, count), rng.normal(0, 2, count), rng.uniform(0.6, 2.5, count)
    return [tuple(map(float, row)) for row in zip(*(c.round(3) for c in columns))]


def _lists(count, seed):
    """The same with 1 to 4 coordinates."""
    return [tuple(map(list, zip(*_pairs(1 + n % 4, seed + n)))) for n in range(count)]


def _covariance(rng, d):
    factor = np.tril(rng.uniform(-1, 1, (d, d)), -1) + np.diag(rng.uniform(0.5, 2, d))
    return (factor @ factor.T).round(3)


def _correlated(count, seed):
    """Means and covariances in 1 to 3 dimensions."""
    rng = np.random.default_rng(seed)
    made = []
    for n in range(count):
        d = (2, 3, 2, 3, 1)[n % 5]
        arrays = (rng.normal(0, 1.5, d).round(3), _covariance(rng, d)) + (rng.normal(0, 1.5, d).round(3), _covariance(rng, d))
        made.append(tuple(a.tolist() for a in arrays))
    return made


def _stacked(cases):
    return tuple(np.array(column) for column in zip(*cases))


def _single(arrays):
    return [np.array(a, dtype=np.float32) for a in arrays]


THREE = _stacked(_pairs(3, 21))
SIX = tuple(a.reshape(2, 3) for a in _stacked(_pairs(6, 22)))
ROW, COLUMN = np.array([0.5, 1.5, 2.5]), np.array([[1.0], [2.0]])
A, B = (0.5, 1.5), (2.0, 0.75)
# For the first three the plain formula keeps some digits of 1e-10, for the others almost none of 1e-14.
NEAR = [
    (0.3, 1.1, 0.3, 1.10001),
    (0.7, 2.3, 0.7, 2.29998),
    (0.0, 0.7, 5e-6, 0.700004),
    (0.0, 1.3, 0.0, 1.3000002),
    (1.0, 0.9, 1.0, 0.8999999),
]

BAD_WIDTHS = [0.0, -1.5, INF]

NORMAL = {
    ORDINARY: [normal(*pair) for pair in _pairs(20, 11)],
    "equal widths": [normal(0.5, 2.0, 1.5, 2.0), normal(1.5, 0.75, -1.0, 0.75)],
    "equal Gaussians": [normal(1.5, 2.0, 1.5, 2.0), normal(0.0, 1.0, 0.0, 1.0)],
    "a very narrow or wide model": [normal(0.0, 2.0, 5.0, 0.001), normal(0.5, 1.5, 1.0, 1e5)],
    "arrays of one shape": [normal(*THREE), normal(*(a.tolist() for a in THREE))],
    "arrays with two axes": [normal(*SIX)],
    "broadcasting": [normal(0.5, 1.5, ROW, 2.0), normal(ROW, 1.5, 0.5, COLUMN), normal(COLUMN, ROW, 0.25, 2.0)],
    "small scales": [normal(0.0, 1e-200, 1e-200, 2e-200), normal(1e-180, 3e-180, 0.0, 2e-180)],
    "large scales": [normal(0.0, 1e200, 1e200, 2e200), normal(-1e180, 3e180, 0.0, 2e180)],
    "integers": [normal(0, 1, 1, 2), normal(3, 2, 1, 5)],
    "float32": [normal(*_single(THREE)), normal(*(a[0] for a in _single(THREE)))],
    "arrays": [normal(*(np.array([a]) for a in (*A, *B)))],
    "bad input": [normal(0.5, bad, *B) for bad in BAD_WIDTHS]
    + [normal(*A, 2.0, bad) for bad in BAD_WIDTHS]
    + [normal(0.5, -1.5, 2.0, -0.75)]
    + [normal(0.5, [1.5, -1.0], *B), normal(*A, 2.0, [1.0, 2.0, 0.0])],
    "NaN": [normal(*[NAN if k == n else 1.5 for k in range(4)]) for n in range(4)],
    "shapes that do not fit": [normal([0.5, 1.0], 1.5, [0.5, 1.0, 2.0], 1.0), normal([[0.5, 1.0], [2.0]], 1.5, *B)],
    "wrong types": [normal(*[word if k == n else 1.5 for k in range(4)]) for n in range(4) for word in WORDS],
    MESSAGES: [normal(0.5, -1.5, *B), normal(*A, 2.0, -0.75), normal(NAN, 1.5, *B), normal(*A, NAN, 0.75)],
    TINY: [normal(*near) for near in NEAR],
}

LISTS = [list(a) for a in zip(*_pairs(2, 25))]
ROWS = [a[0].tolist() for a in SIX]
CUBE = tuple(a.reshape(2, 2, 3) for a in _stacked(_pairs(12, 24)))


def _in_place(n, bad):
    """`LISTS` with one argument's second entry replaced."""
    return normal(*[[values[0], bad] if k == n else values for k, values in enumerate(LISTS)])


DIAGONAL = {
    ORDINARY: [normal(*lists) for lists in _lists(20, 31)],
    "equal widths": [normal([0.5, 1.0], [2.0, 3.0], [1.5, 0.0], [2.0, 3.0])],
    "equal Gaussians": [normal([1.5, 0.5], [2.0, 0.75], [1.5, 0.5], [2.0, 0.75])],
    "a batch": [normal(*SIX), normal(*(a[:1] for a in SIX)), normal(*(a[:, :2] for a in SIX))],
    "a batch with two axes": [normal(*CUBE)],
    "axis 0": [normal(*SIX, axis=0), normal(*CUBE, axis=0)],
    "axis 1": [normal(*SIX, axis=1), normal(*CUBE, axis=1)],
    "axis -2": [normal(*SIX, axis=-2), normal(*CUBE, axis=-2)],
    "a number for all coordinates": [
        normal(ROWS[0], 1.5, 0.5, 2.0),
        normal(0.5, ROWS[1], 1.0, 0.75),
        normal(SIX[0], 1.5, 0.5, 2.0),
    ],
    "broadcasting": [normal(ROWS[0], SIX[1], ROWS[2], SIX[3]), normal(SIX[0], SIX[1], ROWS[2], ROWS[3])],
    "broadcasting along the axis": [normal(ROWS[0], ROWS[1], SIX[2][:, :1], SIX[3][:, :1], axis=1)],
    "broadcasting and axis 0": [normal(ROWS[0], 2.0, SIX[2], 0.5, axis=0), normal(0.5, ROWS[1], 1.0, 3.0, axis=0)],
    "small scales": [normal([0.0, 1e-200], [1e-200, 2e-200], [1e-200, 0.0], [3e-200, 1e-200])],
    "large scales": [normal([0.0, 1e200], [1e200, 2e200], [1e200, 0.0], [3e200, 1e200])],
    "integers": [normal([0, 1], (1, 2), [1, 1], (2, 1)), normal(np.array([3, 1]), np.array([1, 2]), 1, 3)],
    "float32": [normal(*_single(SIX)), normal(*_single(ROWS))],
    "arrays": [normal(*map(np.array, ROWS)), normal(*(a.copy() for a in SIX))],
    "bad input": [_in_place(n, bad) for n in (1, 3) for bad in BAD_WIDTHS]
    + [normal(LISTS[0], [1.5, -1.0], LISTS[2], [0.5, -2.0]), normal(LISTS[0], 1.5, 0.5, -1.0), normal(LISTS[0], 0.0, 0.5, 1.0)],
    "NaN": [_in_place(n, NAN) for n in range(4)],
    "shapes that do not fit": [
        normal(LISTS[0], LISTS[1], [0.5, 1.0, 2.0], LISTS[3]),
        normal(LISTS[0], [[1.5, 1.0], [2.0]], *LISTS[2:]),
    ],
    "wrong types": [normal(*[word if k == n else values for k, values in enumerate(LISTS)]) for n in range(4) for word in WORDS],
    MESSAGES: [_in_place(1, -1.5), _in_place(3, -0.75), _in_place(0, NAN), _in_place(2, NAN)],
    TINY: [normal(*([value] for value in near)) for near in NEAR[:2]]
    + [normal(*map(list, zip(NEAR[1], NEAR[2]))), normal(*map(list, zip(NEAR[3], NEAR[4])))],
}

PLANE = _stacked(_correlated(20, 41)[:20:5])
GRID = tuple(a.reshape(2, 2, *a.shape[1:]) for a in PLANE)
M1, C1, M2, C2 = (a[0].tolist() for a in PLANE)
UNIT = [[1.0, 0.0], [0.0, 1.0]]
NO_COVARIANCES = [
    [[1.0, 0.5], [0.25, 1.0]],
    [[1.0, 0.0], [0.5, 1.0]],
    [[1.0, 0.5], [0.5001, 1.0]],
    [[1.0, 2.0], [2.0, 1.0]],
    [[-1.0, 0.0], [0.0, -1.0]],
    [[1.0, 1.0], [1.0, 1.0]],
    [UNIT, [[1.0, -3.0], [-3.0, 1.0]]],
]
TURN = np.array([[0.6, -0.8], [0.8, 0.6]])
SQUEEZED = TURN @ np.diag([1.0, 1e-12]) @ TURN.T
SQUEEZED = (SQUEEZED + SQUEEZED.T) / 2
HILBERT = np.array([[1 / (i + j + 1) for j in range(9)] for i in range(9)])
NUDGE = np.array([[1.0, -2.0, 0.5], [-2.0, 1.5, 1.0], [0.5, 1.0, -0.75]])
WIDE3 = np.array([[2.0, 0.5, 0.25], [0.5, 1.0, 0.125], [0.25, 0.125, 0.5]])


def _without(n, bad):
    return mvn(*[bad if k == n else good for k, good in enumerate((M1, C1, M2, C2))])


FULL = {
    ORDINARY: [mvn(*case) for case in _correlated(20, 41)],
    "equal covariances": [mvn(M1, C1, M2, C1)],
    "equal Gaussians": [mvn(M1, C1, M1, C1)],
    "without correlations": [mvn(M1, [[2.0, 0.0], [0.0, 0.5]], M2, [[1.5, 0.0], [0.0, 3.0]])],
    "a batch": [mvn(*PLANE), mvn(*(a[:2] for a in PLANE))],
    "a batch of one": [mvn(*(a[:1] for a in PLANE))],
    "a batch with two axes": [mvn(*GRID)],
    "a batch that broadcasts": [mvn(M1, PLANE[1], M2, C2), mvn(PLANE[0], C1, PLANE[2], PLANE[3]), mvn([M1, M2], C1, M2, C2)],
    "many dimensions": [
        mvn(np.zeros(120), np.eye(120) / 1000, np.full(120, 0.01), np.eye(120) / 500),
        mvn(np.zeros(70), np.eye(70) * 1e5, np.zeros(70), np.eye(70) * 2e5),
    ],
    "ill-conditioned": [
        mvn(np.zeros(9), HILBERT, HILBERT.sum(axis=1) / 100, HILBERT),
        mvn(np.zeros(9), HILBERT, HILBERT.sum(axis=1) / 4, 2 * HILBERT),
        mvn(np.zeros(2), SQUEEZED, SQUEEZED.sum(axis=1) / 20, SQUEEZED),
    ],
    "symmetric up to rounding": [
        mvn(M1, [[1.0, 0.75], [0.75 + 1e-12, 1.0]], M2, UNIT),
        mvn(M1, UNIT, M2, [[1.0, 1e-12], [0.0, 1.0]]),
    ],
    "integers": [mvn([0, 1], [[2, 1], [1, 3]], [1, 1], [[4, 1], [1, 2]]), mvn([0], [[1]], [1], [[4]])],
    "float32": [mvn(*_single((M1, [[1.0, 0.75], [0.75, 1.0]], M2, UNIT)))],
    "arrays": [mvn(*(np.array(a) for a in (M1, C1, M2, C2))), mvn(*(a.copy() for a in PLANE))],
    "bad input": [_without(n, bad) for n in (1, 3) for bad in NO_COVARIANCES],
    "NaN": [_without(n, [0.5, NAN]) for n in (0, 2)] + [_without(n, [[1.0, NAN], [NAN, 1.0]]) for n in (1, 3)],
    "infinite entries": [_without(n, [[INF, 0.0], [0.0, 1.0]]) for n in (1, 3)],
    "shapes that stretch": [
        mvn([0.5], UNIT, M2, UNIT),
        mvn(M1, UNIT, [0.5], UNIT),
        mvn(0.5, UNIT, M2, UNIT),
        mvn(M1, UNIT, M2, 1.0),
        mvn(M1, UNIT, M2, [[1.5]]),
    ],
    "shapes that do not fit": [
        mvn([0.5] * 3, UNIT, M2, UNIT),
        mvn(M1, UNIT, M2, np.eye(3)),
        mvn(M1, UNIT, M2, np.eye(3)[:2]),
        mvn([M1] * 2, UNIT, [M2] * 3, UNIT),
        mvn(M1, [UNIT] * 2, M2, [UNIT] * 3),
        mvn(M1, [[1.0, 0.0], [1.0]], M2, UNIT),
    ],
    "variances instead of a matrix": [mvn(M1, [2.0, 0.5], M2, UNIT), mvn(M1, UNIT, M2, [2.0, 0.5])],
    "wrong types": [_without(n, word) for n in range(4) for word in WORDS],
    MESSAGES: [
        _without(1, NO_COVARIANCES[0]),
        _without(3, NO_COVARIANCES[3]),
        mvn([0.5, NAN], C1, M2, C2),
        mvn(M1, C1, [0.5, NAN], C2),
    ],
    TINY: [
        mvn(np.zeros(3), WIDE3, np.zeros(3), WIDE3 + 1e-5 * NUDGE),
        mvn(np.zeros(3), WIDE3 + 2e-5 * NUDGE, np.array([5e-6, 0.0, -1e-5]), WIDE3),
        mvn(np.zeros(2), [[1.0, 0.3], [0.3, 1.0]], np.zeros(2), [[1.0, 0.30001], [0.30001, 1.0]]),
        mvn(np.zeros(3), WIDE3, np.zeros(3), WIDE3 + 3e-7 * NUDGE),
        mvn(np.zeros(2), [[1.0, 0.3], [0.3, 1.0]], np.zeros(2), [[1.0, 0.3 + 3e-7], [0.3 + 3e-7, 1.0]]),
    ],
}

# Groups of inputs that a right formula may get wrong in the computer.
NUMERIC = {"small scales", "large scales", "many dimensions", "ill-conditioned"}
PROBES = {"kl_normal": NORMAL, "kl_diag_normal": DIAGONAL, "kl_mvn": FULL}


def _elementwise(mu1, sigma1, mu2, sigma2):
    """Both divergences, and what a slip of them consists of."""
    gap, ratio = mu1 - mu2, sigma1 / sigma2
    log = np.log(sigma2 / sigma1)
    return [
        (ratio**2 - 1) / 2 + log + (gap / sigma2) ** 2 / 2,
        (ratio**-2 - 1) / 2 - log + (gap / sigma1) ** 2 / 2,
        log,
        ratio**2,
        (gap / sigma2) ** 2,
        np.ones(np.shape(gap)),
        ratio**-2,
        (gap / sigma1) ** 2,
        ratio,
        1 / ratio,
        gap**2 / sigma2,
        abs(gap) / sigma2,
        gap**2,
        np.log(sigma2),
    ]


def _of_numbers(*args):
    return list(map(float, _elementwise(*args)))


def _of_lists(*args):
    return [*(float(np.sum(term)) for term in _elementwise(*map(np.array, args))), 1.0]


def _of_matrices(*args):
    mu1, cov1, mu2, cov2 = map(np.array, args)
    gap, d = mu1 - mu2, len(mu1)
    inverse1, inverse2 = np.linalg.inv(cov1), np.linalg.inv(cov2)
    log1, log2 = np.log(np.linalg.det(cov1)), np.log(np.linalg.det(cov2))
    trace, trace_back = np.trace(inverse2 @ cov1), np.trace(inverse1 @ cov2)
    square, square_back = gap @ inverse2 @ gap, gap @ inverse1 @ gap
    forward = (trace - d + log2 - log1 + square) / 2
    back = (trace_back - d + log1 - log2 + square_back) / 2
    others = [trace, trace_back, square, square_back, gap @ gap, np.trace(cov1 @ cov2)]
    return [float(v) for v in (forward, back, log2 - log1, d, 1.0, *others, np.sum(np.diag(cov1) / np.diag(cov2)))]


_NAMES = [
    "KL(P||Q)",
    "KL(Q||P)",
    "log(sigma2/sigma1)",
    "(sigma1/sigma2)^2",
    "((mu1 - mu2)/sigma2)^2",
    "1",
    "(sigma2/sigma1)^2",
    "((mu1 - mu2)/sigma1)^2",
    "sigma1/sigma2",
    "sigma2/sigma1",
    "(mu1 - mu2)^2/sigma2",
    "|mu1 - mu2|/sigma2",
    "(mu1 - mu2)^2",
    "log sigma2",
]
BASES = {
    "kl_normal": Basis(_NAMES, _of_numbers, None),
    "kl_diag_normal": Basis(
        [*_NAMES[:2], *("d" if name == "1" else f"sum {name}" for name in _NAMES[2:]), "1"],
        _of_lists,
        lambda mu1, *others: len(mu1),
        "the number of coordinates",
    ),
    "kl_mvn": Basis(
        [
            "KL(P||Q)",
            "KL(Q||P)",
            "log(det cov2/det cov1)",
            "d",
            "1",
            "tr(cov2^-1 cov1)",
            "tr(cov1^-1 cov2)",
            "gap^T cov2^-1 gap",
            "gap^T cov1^-1 gap",
            "|gap|^2",
            "tr(cov1 cov2)",
            "sum of the variances' ratios",
        ],
        _of_matrices,
        lambda mu1, *others: len(mu1),
        "the number of dimensions",
    ),
}
