"""Cases for the checks: strategies, and right answers by a second route.

Forward fits: raw moments in exact rational arithmetic.  Divergences: Gauss-Legendre panels over the
definition in x for drawn cases, mpmath with 30 digits for fixed ones.  Reverse fits: a search over a
grid that holds every candidate, polished, with the optimum's divergence from mpmath.
"""

from fractions import Fraction
from functools import cache
from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from mpmath import mp, mpf
from scipy.optimize import minimize

from autograder.banks import Bank


def forward_exact(weights, means, sigmas):
    """Mean and deviation of the mixture from its raw moments, as rationals up to the last root."""
    w, m, s = ([Fraction(value) for value in values] for values in (weights, means, sigmas))
    first = sum(a * b for a, b in zip(w, m)) / sum(w)
    second = sum(a * (b * b + c * c) for a, b, c in zip(w, m, s)) / sum(w)
    variance = second - first * first
    with mp.workdps(50):
        return float(first), float(mp.sqrt(mpf(variance.numerator) / variance.denominator))


def kl_mp(mu, sigma, weights, means, sigmas):
    """D(q || p) with 30 digits: Gauss-Legendre rules between half-deviations of q and around the kinks of log p."""
    with mp.workdps(30):
        mu, sigma, total = mpf(mu), mpf(sigma), mp.fsum(map(mpf, weights))
        parts = [
            (mp.log(mpf(w) / total * sigma / mpf(s)), (mu - mpf(m)) / mpf(s), sigma / mpf(s))
            for w, m, s in zip(weights, means, sigmas)
            if w > 0
        ]

        def integrand(z):
            exponents = [shift - (offset + ratio * z) ** 2 / 2 for shift, offset, ratio in parts]
            top = max(exponents)
            return mp.exp(-z * z / 2) * (top + mp.log(mp.fsum(mp.exp(e - top) for e in exponents)))

        points = {mpf(n) / 2 for n in range(-28, 29)}
        for (shift1, offset1, ratio1), (shift2, offset2, ratio2) in combinations(parts, 2):
            # log p has a kink where two components are equal: a quadratic in z, or a line for equal deviations.
            a, b = (ratio1**2 - ratio2**2) / 2, offset1 * ratio1 - offset2 * ratio2
            c = (offset1**2 - offset2**2) / 2 - shift1 + shift2
            roots = [-c / b] if a == 0 and b != 0 else mp.polyroots([c, b, a], asc=True) if a != 0 else []
            points |= {mp.re(z) + d for z in roots for d in map(mpf, ("-0.1", "-0.02", "0", "0.02", "0.1")) if abs(mp.re(z)) < 13}
        value, error = mp.quadgl(integrand, sorted(points), error=True, maxdegree=5)
        assert error < 1e-12, (mu, sigma, weights, means, sigmas, error)
        return float(-mpf(1) / 2 - value / mp.sqrt(2 * mp.pi))


NODES, NODE_WEIGHTS = np.polynomial.legendre.leggauss(16)


def kl_by_panels(mu, sigma, weights, means, sigmas):
    """D(q || p) as the integral of q log(q/p) over x, with 16 Gauss-Legendre nodes on each of 560 panels."""
    edges = mu + sigma * np.linspace(-14, 14, 561)
    middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
    x = (middle[:, None] + half[:, None] * NODES).ravel()
    dx = (half[:, None] * NODE_WEIGHTS).ravel()
    log_q = -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma * np.sqrt(2 * np.pi))
    parts = [
        np.log(w) - 0.5 * ((x - m) / s) ** 2 - np.log(s * np.sqrt(2 * np.pi)) for w, m, s in zip(weights, means, sigmas) if w > 0
    ]
    return float(np.sum(dx * np.exp(log_q) * (log_q - np.logaddexp.reduce(parts))))


Z = np.linspace(-13, 13, 6001)


def _kl_on(z, mu, log_sigma, w, m, s):
    """D(q || p) by the trapezoid rule on the points `z`, for an array of means of q."""
    phi = np.exp(-0.5 * z**2)
    sigma = np.exp(log_sigma)
    x = np.asarray(mu)[..., None] + sigma * z
    log_p = np.logaddexp.reduce([np.log(a / c) - 0.5 * ((x - b) / c) ** 2 for a, b, c in zip(w, m, s)])
    return -0.5 - log_sigma - (log_p @ phi) / phi.sum()


@cache
def _reverse_optimum(w, m, s):
    """The least D(q || p) over all q.

    At a minimum sigma is at least the smallest component's deviation, because (log p)'' is nowhere
    below -1 / min(s)^2 and its mean under q is -1 / sigma^2.
    """
    spread = forward_exact(w, m, s)[1]
    mus = np.linspace(min(m) - max(s), max(m) + max(s), 97)
    log_sigmas = np.linspace(np.log(min(s)), np.log(2 * spread), 41)
    table = np.array([_kl_on(Z[::10], mus, log_sigma, w, m, s) for log_sigma in log_sigmas])
    around = np.pad(table, 1, constant_values=np.inf)
    neighbours = [around[1 + i : 1 + i + len(log_sigmas), 1 + j : 1 + j + len(mus)] for i in (-1, 0, 1) for j in (-1, 0, 1)]
    rows, columns = np.nonzero(table <= np.min(neighbours, axis=0))
    starts = [(mus[column], log_sigmas[row]) for row, column in zip(rows, columns)] + [(b, np.log(c)) for b, c in zip(m, s)]
    best = min(
        (
            minimize(
                lambda t: _kl_on(Z[::3], t[0], t[1], w, m, s),
                start,
                method="Nelder-Mead",
                options={"xatol": 1e-7, "fatol": 1e-13},
            )
            for start in starts
        ),
        key=lambda found: found.fun,
    )
    value = kl_mp(best.x[0], np.exp(best.x[1]), w, m, s)
    assert abs(value - _kl_on(Z, *best.x, w, m, s)) < 1e-11, (w, m, s, value, best.fun)
    return value


def reverse_optimum(weights, means, sigmas):
    """The least D(q || p), in units in which mixtures that differ by shift and scale are the same."""
    kept = [(w, m, s) for w, m, s in zip(weights, means, sigmas) if w > 0]
    _, origin, unit = kept[0]
    shape = [(w, (m - origin) / unit, s / unit) for w, m, s in kept]
    return _reverse_optimum(*(tuple(round(float(value), 12) for value in column) for column in zip(*shape)))


halves = st.integers(-12, 12).map(lambda n: n / 2)
widths = st.sampled_from([1.0, 0.5, 2.0, 0.75, 1.5, 0.25, 3.0])


@st.composite
def mixture(draw, low=2, high=4):
    """Weights, means and deviations of a mixture in small readable numbers."""
    n = draw(st.integers(low, high))
    parts = draw(st.lists(st.integers(1, 8), min_size=n, max_size=n))
    means = draw(st.lists(halves, min_size=n, max_size=n, unique=True))
    return [part / sum(parts) for part in parts], means, draw(st.lists(widths, min_size=n, max_size=n))


@st.composite
def gaussian(draw):
    return draw(halves), draw(widths)


def within_floats(case):
    """Whether p stays a normal float over 10 deviations of q, as plain formulas with densities need it."""
    mu, sigma, *columns = case
    x = mu + sigma * np.linspace(-10, 10, 81)
    return np.max([np.log(w / s) - 0.5 * ((x - m) / s) ** 2 for w, m, s in zip(*columns)], axis=0).min() > -680


def gaussian_and_mixture(low=2, high=4):
    """A Gaussian q and a mixture p; cases in which p underflows are for the numerics."""
    return st.tuples(gaussian(), mixture(low, high)).map(lambda pair: (*pair[0], *pair[1])).filter(within_floats)


@st.composite
def moved(draw, of):
    """A mixture, and a shift and a scale (negative: mirrored) to move it by."""
    return (*draw(of), draw(st.integers(-40, 40)) / 4, draw(st.sampled_from([2.0, 0.5, -1.0, -4.0, 8.0])))


@st.composite
def moved_shape(draw, shapes, scales=(1.0, 2.0, 0.25, 8.0, -1.0, -2.0, -0.5)):
    """One of `shapes`, shifted, scaled and perhaps mirrored by dyadic numbers."""
    weights, means, sigmas = draw(st.sampled_from(shapes))
    scale, shift = draw(st.sampled_from(scales)), draw(st.integers(-64, 64)) / 4
    return list(weights), [shift + scale * m for m in means], [abs(scale) * s for s in sigmas]


def bumps(a, s=1.0):
    """Two equal bumps at -a and a."""
    return [0.5, 0.5], [-a, a], [s, s]


CHAPTER = bumps(2.0, 0.7)

# The best q covers all of this one, but a search from a component stays there.
COVERED = bumps(2.625)
# The best q covers the two light components on the right, not the heaviest one.
GROUPED = ([0.4, 0.3, 0.3], [-6.0, 2.0, 4.0], [1.0, 1.0, 1.0])
# Here the two light ones lie on one side of the heaviest, and a search from it or from the forward fit misses them.
NEIGHBOURS = ([0.4, 0.3, 0.3], [0.0, -5.0, -6.0], [1.0, 0.8, 0.8])
SHAPES = [
    ([0.25, 0.75], [-2.0, 2.0], [0.75, 0.75]),
    ([0.375, 0.625], [-3.0, 2.0], [0.5, 1.5]),
    ([0.5, 0.5], [0.0, 0.5], [0.5, 3.0]),
    ([0.25, 0.25, 0.25, 0.25], [0.0, 2.0, 4.0, 6.0], [1.0, 1.0, 1.0, 1.0]),
    ([0.5, 0.5], [-1.5, 1.5], [0.5, 2.0]),
    ([0.625, 0.25, 0.125], [0.0, 3.0, -5.0], [1.0, 0.5, 2.0]),
]
MANY = [
    ([0.125, 0.25, 0.375, 0.25], [-9.0, -3.0, 3.0, 5.0], [1.0, 0.5, 1.0, 1.5]),
    ([0.25, 0.25, 0.5], [-1.0, 1.0, 7.0], [1.0, 1.0, 0.75]),
]
PLOTTED = [
    ([0.625, 0.125, 0.25], [-4.0, 0.0, 3.0], [1.0, 0.5, 0.75]),
    ([0.375, 0.625], [-3.0, 2.0], [0.5, 1.5]),
]

# Means near 1e9, where raw second moments have no digits left; dyadic, so that sums are exact.
FAR = [
    ([0.5, 0.5], [1e9 - 2, 1e9 + 2], [0.5, 0.5]),
    ([0.25, 0.75], [1e9, 1e9 + 4], [1.0, 1.0]),
    ([0.5, 0.25, 0.25], [-1e9, -1e9 + 1, 3 - 1e9], [0.5, 0.25, 1.0]),
    ([0.5, 0.5], [1e9, 1e9], [3.0, 4.0]),
]
# p underflows to 0 over all of q, by far in some.
UNDERFLOW = [
    (0.0, 1.0, [0.5, 0.5], [50.0, 60.0], [1.0, 1.0]),
    (-2.0, 0.125, [0.25, 0.75], [3.0, 5.0], [0.0625, 0.125]),
    (100.0, 20.0, [0.5, 0.5], [-2.0, 2.0], [0.75, 0.75]),
    (3.0, 2.0**-30, [0.5, 0.5], [0.0, 4.0], [0.25, 0.25]),
]
SHARP = [
    (0.0, 1.875, *CHAPTER),
    (0.5, 1.5, *CHAPTER),
    (0.25, 4.0, [0.5, 0.5], [-5.0, 5.0], [0.5, 0.5]),
    (-1.0, 3.0, [0.25, 0.5, 0.25], [-6.0, 0.0, 4.0], [0.25, 1.0, 0.5]),
    (1e9, 2.0, [0.5, 0.5], [1e9 - 2, 1e9 + 2], [0.75, 0.75]),
]

BANKS = {
    "forward_shown": Bank(
        mixture(2, 3), 5, [([0.25, 0.75], [0.0, 4.0], [1.0, 1.0]), CHAPTER, ([1.0], [3.0], [2.0])], expected=forward_exact
    ),
    "forward_values": Bank(mixture(), 14, expected=forward_exact),
    "forward_best": Bank(mixture(2, 3), 6, [CHAPTER]),
    "forward_triangle": Bank(gaussian_and_mixture(), 8),
    "forward_moved": Bank(moved(mixture()), 7),
    "forward_split": Bank(mixture(), 6),
    "forward_far": Bank(fixed=FAR, expected=forward_exact),
    "kl_shown": Bank(
        gaussian_and_mixture(2, 2), 5, [(-2.0, 0.7, *CHAPTER), (0.0, 1.0, [1.0], [1.0], [2.0])], expected=kl_by_panels
    ),
    "kl_values": Bank(gaussian_and_mixture(), 14, expected=kl_by_panels),
    "kl_stationary": Bank(
        fixed=[(-1.981754, 0.725771, *CHAPTER), (0.0, 1.849377, *CHAPTER), (2.0, 0.7, *CHAPTER), (0.0, 2.5, *CHAPTER)],
        expected=kl_mp,
    ),
    "kl_single": Bank(
        gaussian_and_mixture(1, 1).map(lambda case: (*case[:2], case[3][0], case[4][0])), 8, [(0.0, 1.0, 1.0, 2.0)]
    ),
    "kl_bounds": Bank(gaussian_and_mixture(), 8),
    "kl_moved": Bank(moved(gaussian_and_mixture()), 6),
    "kl_underflow": Bank(fixed=UNDERFLOW, expected=kl_mp),
    "kl_sharp": Bank(fixed=SHARP, expected=kl_mp),
    "reverse_shown": Bank(fixed=[bumps(0.5), bumps(2.5), bumps(3.0)], expected=reverse_optimum),
    "reverse_covered": Bank(moved_shape([COVERED]), 2, expected=reverse_optimum),
    "reverse_chapter": Bank(moved_shape([CHAPTER]), 2, expected=reverse_optimum),
    "reverse_grouped": Bank(moved_shape([GROUPED]), 2, expected=reverse_optimum),
    "reverse_neighbours": Bank(fixed=[NEIGHBOURS], expected=reverse_optimum),
    "reverse_values": Bank(moved_shape(SHAPES), 4, expected=reverse_optimum),
    "reverse_many": Bank(moved_shape(MANY), 2),
    "reverse_mirrored": Bank(moved_shape([SHAPES[0], SHAPES[5]]), 2),
    "reverse_units": Bank(moved_shape([SHAPES[0], CHAPTER], (2.0**-24, -(2.0**24))), 2, expected=reverse_optimum),
    "plot_shown": Bank(fixed=[([0.625, 0.375], [-2.0, 2.0], [0.75, 0.75])]),
    "plot_values": Bank(moved_shape(PLOTTED, (1.0, -1.0)), 2),
    "plot_far": Bank(fixed=[([0.25, 0.5, 0.25], [30.0, 42.0, 60.0], [1.0, 2.0, 4.0])]),
    "plot_units": Bank(moved_shape(PLOTTED, (0.03125, -0.03125, 32.0, -32.0)), 2),
}
