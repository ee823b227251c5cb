"""Cases for the checks: strategies, and right answers by a second route.

Divergences are averages of log q - log p under q, computed twice: by quadrature of that
definition, and in 40 digits from the entropy of q.  A bank whose two routes differ is refused.
"""

import numpy as np
from hypothesis import strategies as st
from mpmath import mp, mpf

from autograder.banks import Bank

NOISE = np.linspace(-13, 13, 521)
WEIGHT = np.exp(-(NOISE**2) / 2) / np.sum(np.exp(-(NOISE**2) / 2))
# The trapezoid rule is exact to rounding for polynomials under a Gaussian; 1e-12 leaves room for sums.


def same(first, second):
    """`first`, if it agrees with what the other route gives."""
    if not abs(first - second) <= 1e-12 * (1 + abs(first)):
        raise AssertionError(f"two routes give {first} and {second}")
    return float(first)


def kl_normals(m1, v1, m2, v2):
    """D(N(m1, v1) || N(m2, v2)); v are variances, which may be mpf."""
    with mp.workdps(40):
        m1, v1, m2, v2 = map(mpf, (m1, v1, m2, v2))
        cross = (mp.log(2 * mp.pi * v2) + (v1 + (m1 - m2) ** 2) / v2) / 2
        exact = cross - mp.log(2 * mp.pi * mp.e * v1) / 2
    m1, v1, m2, v2 = map(float, (m1, v1, m2, v2))
    z = m1 + np.sqrt(v1) * NOISE
    log_ratio = ((z - m2) ** 2 / v2 - NOISE**2 + np.log(v2 / v1)) / 2
    return same(exact, float(WEIGHT @ log_ratio))


def to_prior(mu, log_var):
    """The KL term of one sample."""
    with mp.workdps(40):
        return float(sum(kl_normals(a, mp.exp(mpf(b)), 0, 1) for a, b in zip(mu, log_var)))


def to_prior_tiny(mu, log_var):
    """The same near the prior, where quadrature has no digits: 60-digit arithmetic alone."""
    with mp.workdps(60):
        return float(sum((mp.exp(mpf(b)) - mpf(b) - 1 + mpf(a) ** 2) / 2 for a, b in zip(mu, log_var)))


def over_rows(mu, log_var):
    """The KL terms of a batch of any shape."""
    shape = mu.shape[:-1]
    return np.array([to_prior(mu[at].tolist(), log_var[at].tolist()) for at in np.ndindex(shape)]).reshape(shape)


def log_likelihood(x, logits):
    """Log-likelihood of Bernoulli pixels through their probabilities, in 40 digits."""
    with mp.workdps(40):
        white = [1 / (1 + mp.exp(-mpf(a))) for a in logits]
        return float(sum(mpf(b) * mp.log(p) + (1 - mpf(b)) * mp.log(1 - p) for b, p in zip(x, white)))


def elbo_rows(x, logits, mu, log_var, beta):
    """The bound of each image."""
    rows = zip(x, logits, mu, log_var)
    return np.array([log_likelihood(a, b) - beta * to_prior(c, d) for a, b, c, d in rows])


def parts(x, logits, mu, log_var):
    """Log-likelihood and KL term of one image."""
    return log_likelihood(x, logits), to_prior(mu, log_var)


def exact(x, w, s, m, v):
    """Evidence and gap: log p(x), and the divergence of N(m, v) from the posterior."""
    with mp.workdps(40):
        x, w, s, m, v = map(mpf, (x, w, s, m, v))
        total = w**2 + s**2
        evidence = -(mp.log(2 * mp.pi * total) + x**2 / total) / 2
        gap = kl_normals(m, v, w * x / total, s**2 / total)
    return float(evidence), gap


def gaussian_bound(x, w, s, m, v):
    """The bound as evidence minus gap, and as the average of log p(x, z) - log q(z)."""
    evidence, gap = exact(x, w, s, m, v)
    z = m + np.sqrt(v) * NOISE
    log_joint = -(((x - w * z) / s) ** 2 + z**2) / 2 - np.log(2 * np.pi * s)
    return same(evidence - gap, float(WEIGHT @ (log_joint + (NOISE**2 + np.log(2 * np.pi * v)) / 2)))


def far_scale(x, w, s, m, v):
    """The bound where a float's square is no float any more: 60-digit arithmetic alone."""
    with mp.workdps(60):
        x, w, s, m, v = map(mpf, (x, w, s, m, v))
        total = w**2 + s**2
        centre, width = w * x / total, s**2 / total
        gap = ((v + (m - centre) ** 2) / width - 1 - mp.log(v / width)) / 2
        return float(-(mp.log(2 * mp.pi * total) + x**2 / total) / 2 - gap)


def over_elements(*arrays):
    """The bounds of arrays that broadcast."""
    fitted = np.broadcast_arrays(*map(np.asarray, arrays))
    shape = fitted[0].shape
    return np.array([gaussian_bound(*(float(a[at]) for a in fitted)) for at in np.ndindex(shape)]).reshape(shape)


def quarters(low, high):
    """Multiples of 1/4, the simplest first."""
    return st.integers(4 * low, 4 * high).map(lambda n: n / 4)


@st.composite
def sample(draw, least=1, most=4):
    """Means and log-variances of one sample."""
    d = draw(st.integers(least, most))
    return draw(st.lists(quarters(-3, 3), min_size=d, max_size=d)), draw(st.lists(quarters(-4, 3), min_size=d, max_size=d))


@st.composite
def sample_and_place(draw):
    """One sample, and the index of one of its latents."""
    mu, log_var = draw(sample(1, 3))
    return mu, log_var, draw(st.integers(0, len(mu) - 1))


@st.composite
def deviations(draw):
    """Means and standard deviations, these as powers of 2 or small fractions."""
    d = draw(st.integers(1, 3))
    return (
        draw(st.lists(quarters(-2, 2), min_size=d, max_size=d)),
        draw(st.lists(st.sampled_from([1.0, 2.0, 0.5, 3.0, 0.25, 1.5, 0.125]), min_size=d, max_size=d)),
    )


@st.composite
def two_samples(draw):
    return (*draw(sample(1, 2)), *draw(sample(1, 3)))


def pixels(count, grey=True):
    shades = [0.0, 1.0, 0.5, 0.25, 0.75] if grey else [0.0, 1.0]
    return st.lists(st.sampled_from(shades), min_size=count, max_size=count)


@st.composite
def image(draw):
    """Pixels, logits, means and log-variances of one image."""
    n = draw(st.integers(1, 4))
    return (draw(pixels(n)), draw(st.lists(quarters(-4, 4), min_size=n, max_size=n)), *draw(sample(1, 3)))


@st.composite
def images(draw, prices=(1.0,)):
    """A small batch of images, and the weight of the KL term."""
    n, d, count = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(1, 3))

    def table(width, entry):
        return draw(st.lists(st.lists(entry, min_size=width, max_size=width), min_size=count, max_size=count))

    x, logits = table(n, st.sampled_from([0.0, 1.0, 0.5, 0.25])), table(n, quarters(-4, 4))
    return x, logits, table(d, quarters(-3, 3)), table(d, quarters(-4, 3)), draw(st.sampled_from(prices))


@st.composite
def decoder_logits(draw):
    n = draw(st.integers(1, 3))
    return (draw(st.lists(quarters(-4, 4), min_size=n, max_size=n)),)


@st.composite
def linear(draw):
    """Observation, slope, noise, and mean and variance of q; the variances no special ones."""
    deviation = st.sampled_from([1.0, 2.0, 0.5, 0.25, 3.0, 1.5])
    variance = st.sampled_from([1.0, 2.0, 0.5, 0.25, 3.0, 0.125, 5.0])
    return draw(quarters(-4, 4)), draw(quarters(-3, 3)), draw(deviation), draw(quarters(-2, 2)), draw(variance)


@st.composite
def coded(draw):
    """The same with a code that matters: w and x are not 0."""
    return draw(linear().filter(lambda case: case[0] != 0 and case[1] != 0))


def reconstruction(x, w, s, m, v):
    """What is left of the bound without its KL term: the average log-likelihood."""
    z = m + np.sqrt(v) * NOISE
    average = float(WEIGHT @ (-(((x - w * z) / s) ** 2) / 2)) - float(np.log(s)) - float(np.log(2 * np.pi)) / 2
    return (average, *exact(x, w, s, m, v))


SIX = np.array([[0.5, -1.0, 2.0], [0.0, 0.25, -0.75], [1.0, 1.0, 0.0], [-2.0, 0.5, 0.0], [0.0, 0.0, 0.0], [3.0, -0.5, 0.25]])
WIDTHS = np.array([[-0.5, 0.25, 1.5], [0.0, -2.0, 1.0], [0.5, -0.25, -3.0], [1.0, 0.0, 0.75], [0.0, 0.0, 0.0], [-1.0, 2.0, 0.25]])
batches = [
    (SIX[:2], WIDTHS[:2]),
    (SIX.reshape(2, 3, 3), WIDTHS.reshape(2, 3, 3)),
    (SIX[:1], WIDTHS[:1]),
    (SIX[:, :1], WIDTHS[:, :1]),
    (SIX[3:, 1:].reshape(3, 1, 2), WIDTHS[3:, 1:].reshape(3, 1, 2)),
]
COLUMN = np.array([[1.0], [-2.0]])
broadcasts = [
    (np.array([1.0, 3.0, -0.5]), 2.0, 0.5, 0.25, 0.25),
    (3.0, 1.0, 1.0, np.array([0.5, 1.5, 2.5]), 0.5),
    (COLUMN, np.array([1.0, 2.0, 0.5]), 1.5, 0.25, 2.0),
    (1.0, 0.5, np.array([0.5, 1.0, 3.0]), COLUMN / 4, np.array([2.0, 0.5, 0.25])),
    (np.array([2.0]), 1.0, 0.5, 0.75, 0.125),
]
near_prior = [
    ([0.0], [1e-9]),
    ([0.0], [-1e-9]),
    ([1e-9], [-2e-9]),
    ([0.0, 0.0], [1e-8, -1e-7]),
    ([1e-7, 0.0, -2e-7], [3e-7, -1e-6, 0.0]),
    ([0.0], [1e-6]),
]
odd_units = [
    (3e-200, 1e-200, 1e-200, 1.5, 0.5),
    (-1e-170, 3e-170, 2e-170, 0.25, 2.0),
    (3e200, 1e200, 1e200, 1.0, 0.5),
    (1e180, -2e180, 5e179, 0.5, 0.25),
]

BANKS = {
    "vae_shown": Bank(sample(), 4, [([0.5], [-0.5]), ([0.0], [1.0]), ([0.5, -1.0, 2.0], [-0.5, 0.25, 1.5])], expected=to_prior),
    "vae_values": Bank(sample(), 12, expected=to_prior),
    "vae_batches": Bank(fixed=batches, expected=over_rows),
    "vae_deviations": Bank(deviations(), 5, [([1.0], [2.0])]),
    "vae_slopes": Bank(sample_and_place(), 4, [([0.5, -1.0], [0.5, -2.0], 1)]),
    "vae_pulls": Bank(sample_and_place(), 4, [([0.5, -1.0], [0.5, -2.0], 1)]),
    "vae_blocks": Bank(two_samples(), 4, [([0.5], [-0.5], [1.0, 0.0], [0.0, 1.0])]),
    "vae_gaps": Bank(coded(), 5, [(1.0, 2.0, 0.5, 0.25, 0.25)], expected=reconstruction),
    "vae_tiny": Bank(fixed=near_prior, expected=to_prior_tiny),
    "elbo_shown": Bank(images(), 5, [([[1.0, 0.0]], [[0.5, -1.0]], [[0.5]], [[-0.5]], 1.0)], expected=elbo_rows),
    "elbo_values": Bank(images(), 10, expected=elbo_rows),
    "elbo_prices": Bank(
        images((0.5, 2.0, 4.0, 0.0)), 6, [([[1.0, 0.0]], [[0.5, -1.0]], [[0.5, 1.0]], [[-0.5, 0.0]], 4.0)], expected=elbo_rows
    ),
    "elbo_logits": Bank(decoder_logits(), 4, [([0.5, -1.0],)]),
    "elbo_parts": Bank(image(), 5, [([1.0, 0.0], [0.5, -1.0], [0.5, 1.0], [-0.5, 0.75])], expected=parts),
    "elbo_slopes": Bank(image(), 4, [([1.0, 0.25], [0.5, -1.0], [0.5, 1.0], [-0.5, 0.75])]),
    "elbo_mirrors": Bank(image(), 4, [([1.0, 0.0], [0.5, -1.0], [0.5, 1.0], [-0.5, 0.75])]),
    "gaussian_shown": Bank(linear(), 4, [(3.0, 1.0, 1.0, 1.5, 0.5), (1.0, 2.0, 0.5, 0.25, 0.25)], expected=gaussian_bound),
    "gaussian_values": Bank(linear(), 12, expected=gaussian_bound),
    "gaussian_arrays": Bank(fixed=broadcasts, expected=over_elements),
    "gaussian_gaps": Bank(coded(), 5, [(1.0, 2.0, 0.5, 0.25, 0.25)], expected=exact),
    "gaussian_tight": Bank(coded(), 5, [(3.0, 1.0, 1.0, 1.5, 0.5)], expected=exact),
    "gaussian_slopes": Bank(coded(), 4, [(1.0, 2.0, 0.5, 0.25, 0.25)]),
    "gaussian_units": Bank(coded(), 5, [(3.0, 1.0, 1.0, 1.5, 0.5)]),
    "gaussian_far": Bank(fixed=odd_units, expected=far_scale),
}
