"""Inputs on which mistakes show themselves, and what a wrong formula can be made of."""

import numpy as np

from autograder.checking import signature
from autograder.diagnose import MESSAGES, ORDINARY, TINY, Basis

latent = signature("mu", "log_var")
image = signature("x", "logits", "mu", "log_var")
linear = signature("x", "w", "s", "m", "v")
NAN, INF = float("nan"), float("inf")
WORDS = [None, "half", ["a", "b"]]
LOG_TWO_PI = float(np.log(2 * np.pi))


def _samples(count, seed):
    """Means and log-variances of 1 to 4 latents."""
    rng = np.random.default_rng(seed)
    sizes = [1 + n % 4 for n in range(count)]
    return [(rng.normal(0, 1.5, d).round(3).tolist(), rng.uniform(-3, 2.5, d).round(3).tolist()) for d in sizes]


def _pictures(count, seed):
    """One image of 1 to 5 black and white pixels, its logits, and a code."""
    rng = np.random.default_rng(seed)
    made = []
    for n, (mu, log_var) in enumerate(_samples(count, seed)):
        size = 1 + n % 5
        made.append(
            ([rng.integers(0, 2, size).astype(float).tolist()], [rng.normal(0, 1.5, size).round(3).tolist()], [mu], [log_var])
        )
    return made


def _models(count, seed):
    """Observation, slope, noise, and mean and variance of q."""
    rng = np.random.default_rng(seed)
    columns = rng.normal(0, 2, count), rng.normal(0, 2, count), rng.uniform(0.3, 3, count), rng.normal(0, 1.5, count)
    return [tuple(map(float, row)) for row in zip(*(c.round(3) for c in (*columns, rng.uniform(0.1, 4, count))))]


MU = np.array([[0.5, -1.0, 2.0], [0.25, 0.75, -0.5], [-0.25, 1.5, 1.0], [1.0, 1.25, -3.0]])
LOG_VAR = np.array([[-0.5, 0.25, 1.5], [0.5, -0.75, 1.0], [1.0, -2.0, 0.5], [-1.0, 0.75, 2.0]])
GOOD = [0.5, 1.0], [-0.5, 0.25]


def _single(array):
    return array.astype(np.float32)


VAE = {
    ORDINARY: [latent(*sample) for sample in _samples(20, 1)],
    "the prior": [latent([0.0], [0.0]), latent([0.0, 0.0, 0.0], [0.0, 0.0, 0.0])],
    "a batch": [latent(MU, LOG_VAR), latent(MU[:1], LOG_VAR[:1]), latent(MU[:3, :2], LOG_VAR[:3, :2])],
    "more axes": [latent(MU.reshape(2, 2, 3), LOG_VAR.reshape(2, 2, 3)), latent(MU[:, None, :2], LOG_VAR[:, None, :2])],
    "very narrow": [latent([0.5], [-50.0]), latent([0.5, 1.0], [-1000.0, 0.5])],
    "very wide": [latent([0.5], [30.0]), latent([0.5, 1.0], [0.5, 50.0])],
    "more than a float can hold": [latent([0.5], [720.0]), latent([[0.5], [0.5]], [[0.5], [2000.0]])],
    "integers": [latent([2, 1], [0, 1]), latent(np.array([3, 1]), np.array([1, -1]))],
    "huge integers": [latent([5_000_000_000], [0]), latent(np.array([7_000_000_000, 1]), np.array([1, 0]))],
    "float32": [latent(_single(MU[0]), _single(LOG_VAR[0])), latent(_single(MU), _single(LOG_VAR))],
    "arrays": [latent(MU[0], LOG_VAR[0]), latent(np.array([2.0]), np.array([-20.0]))],
    "bad input": [latent([0.5, bad], [0.5, 0.25]) for bad in (NAN, INF)]
    + [latent([0.5, 0.25], [bad, 0.25]) for bad in (NAN, INF, -INF)],
    "shapes that differ but broadcast": [
        latent([0.5, 1.0], [0.25]),
        latent([0.5], [0.5, 0.25]),
        latent(MU.tolist(), [0.5, 1.0, 0.25]),
    ],
    "shapes that do not fit": [latent([0.5, 1.0, 2.0], [0.5, 1.0]), latent([[0.5, 1.0], [0.5]], [[0.5, 1.0], [0.5]])],
    "wrong types": [latent(word, [0.5, 0.25]) for word in WORDS] + [latent([0.5, 0.25], word) for word in WORDS],
    MESSAGES: [latent([0.5, NAN], [0.5, 0.25]), latent([0.5, 0.25], [0.5, NAN])],
    # At these powers of 2 every order of the plain sum gives exactly 0, but for the last one.
    TINY: [latent([0.0], [sign * 2.0**-k]) for k, sign in ((29, 1), (30, -1), (34, 1), (40, -1), (25, 1))],
}

PIXELS = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
LOGITS = np.array([[0.5, -1.0], [2.0, 0.25], [-0.25, 3.0], [1.0, -2.0]])
X, L, M, V = PIXELS[:1].tolist(), LOGITS[:1].tolist(), MU[:1].tolist(), LOG_VAR[:1].tolist()

ELBO = {
    ORDINARY: [image(*picture) for picture in _pictures(20, 3)],
    "a batch": [image(PIXELS, LOGITS, MU, LOG_VAR), image(PIXELS[1:3], LOGITS[1:3], MU[:2, :2], LOG_VAR[:2, :2])],
    "beta above 1": [image(X, L, M, V, beta=b) for b in (2, 4.0)],
    "beta below 1": [image(X, L, M, V, beta=0.5), image(X, L, M, V, beta=0.25)],
    "beta of 0": [image(X, L, M, V, beta=0), image(PIXELS, LOGITS, MU, LOG_VAR, beta=0.0)],
    "grey pixels": [image([[0.25, 0.5]], L, M, V), image([[0.0, 0.75], [1.0, 0.375]], LOGITS[:2], MU[:2], LOG_VAR[:2])],
    "confident pixels": [image([[0.0, 1.0]], [[40.0, 40.0]], M, V), image([[0.0, 1.0]], [[45.0, -50.0]], M, V)],
    "very confident pixels": [
        image([[0.0, 1.0]], [[-1000.0, 1000.0]], M, V),
        image([[0.0], [1.0]], [[1000.0], [-1e4]], MU[:2], LOG_VAR[:2]),
    ],
    "very narrow and very wide": [image(X, L, [[0.5]], [[-50.0]]), image(X, L, [[0.5, 1.0]], [[-1000.0, 30.0]])],
    "integers": [image([[1, 0]], [[1, -2]], [[1, 2]], [[0, 1]]), image(np.array([[1, 0]]), np.array([[1, 2]]), M, V)],
    "float32": [image(*map(_single, (PIXELS, LOGITS, MU, LOG_VAR)))],
    "arrays": [image(*map(np.array, (X, L, M, V))), image(np.array([[0.0]]), np.array([[2.0]]), MU[1:2], LOG_VAR[1:2])],
    "bad input": [image(X, [[0.5, NAN]], M, V), image([[NAN, 1.0]], L, M, V)]
    + [image(X, L, [[0.5, bad, 0.25]], V) for bad in (NAN, INF)]
    + [image(X, L, M, [[0.5, bad, 0.25]]) for bad in (NAN, -INF)],
    "shapes that differ but broadcast": [
        image(X, L, M, [[0.5]]),
        image(X, L, [[0.5]], V),
        image([[1.0]], L, M, V),
        image(PIXELS.tolist(), LOGITS.tolist(), M, V),
    ],
    "shapes that do not fit": [
        image([[1.0, 0.0, 1.0]], L, M, V),
        image(PIXELS[:2], LOGITS[:2], MU[:3], LOG_VAR[:3]),
        image(X, L, [[0.5, 1.0]], V),
    ],
    "wrong types": [
        image(*[word if k == n else good for k, good in enumerate((X, L, M, V))]) for n in range(4) for word in WORDS
    ],
    MESSAGES: [image(X, [[0.5, NAN]], M, V), image(X, L, [[0.5, NAN, 0.5]], V), image(X, L, M, [[0.5, NAN, 0.5]])],
}

ROW, COLUMN = np.array([0.5, 1.5, 2.5]), np.array([[1.0], [-2.0]])

GAUSSIAN = {
    ORDINARY: [linear(*model) for model in _models(20, 5)],
    "arrays of one shape": [
        linear(*(np.array(a) for a in zip(*_models(3, 6)))),
        linear(*(np.array(a).reshape(2, 2) for a in zip(*_models(4, 7)))),
        linear([3.0, 1.0], [1.0, 2.0], [1.0, 0.5], [1.5, 0.25], [0.5, 0.25]),
    ],
    "broadcasting": [
        linear(3.0, 1.5, 0.75, ROW, 0.5),
        linear(1.0, COLUMN, 0.5, ROW, 0.25),
        linear(ROW, 2.0, 0.5, 0.25, COLUMN**2),
    ],
    "a decoder that ignores the code": [linear(2.0, 0.0, 2.0, 1.5, 0.5), linear(0.0, 0.0, 0.5, 0.5, 2.0)],
    "very narrow": [linear(0.5, 1.5, 2.0, 0.5, 1e-12), linear(0.0, 1.5, 1.0, 0.5, 1e-9)],
    "very wide": [linear(0.5, 1.5, 2.0, 0.5, 1e6)],
    "small units": [linear(3e-200, 1e-200, 1e-200, 1.5, 0.5), linear(-1e-170, 3e-170, 2e-170, 0.25, 2.0)],
    "large units": [linear(3e200, 1e200, 1e200, 1.0, 0.5), linear(1e180, -2e180, 5e179, 0.5, 0.25)],
    "integers": [linear(3, 1, 2, 1, 2), linear([3], [1], [2], [1], [2])],
    "float32": [linear(*(np.array([a], dtype=np.float32) for a in (3.0, 1.0, 2.0, 1.5, 0.5)))],
    "bad input": [linear(3.0, 1.5, 2.0, 1.5, bad) for bad in (0.0, -0.5, [0.5, -2.0])]
    + [linear(3.0, 1.5, bad, 1.5, 0.5) for bad in (0.0, -2.0, [2.0, -1.0])],
    "NaN": [linear(*[NAN if k == n else 1.5 for k in range(5)]) for n in range(5)],
    "shapes that do not fit": [
        linear([1.0, 2.0], [1.0, 2.0, 3.0], 1.0, 1.5, 0.5),
        linear([[3.0, 1.0], [1.0]], 1.0, 1.0, 1.5, 0.5),
        linear(ROW, 1.0, [1.0, 2.0], 1.5, 0.5),
    ],
    "wrong types": [linear(*[word if k == n else 1.5 for k in range(5)]) for n in range(5) for word in WORDS],
    MESSAGES: [linear(3.0, 1.0, -1.0, 1.5, 0.5), linear(3.0, 1.0, 1.0, 1.5, -0.5), linear(3.0, NAN, 1.0, 1.5, 0.5)],
}

# Groups of inputs that a right formula may get wrong in the computer.
NUMERIC = {
    "small units",
    "large units",
    "very narrow",
    "very wide",
    "more than a float can hold",
    "very narrow and very wide",
    "very confident pixels",
}
PROBES = {"vae_kl": VAE, "elbo_bernoulli": ELBO, "gaussian_elbo": GAUSSIAN}


def _sums(mu, log_var):
    """The KL term, and the sums that it or a slip of it consists of."""
    mu, log_var = np.array(mu), np.array(log_var)
    wide = np.exp(log_var)
    terms = [
        (mu**2 + wide - log_var - 1) / 2,
        mu**2,
        wide,
        log_var,
        np.ones(mu.shape),
        mu,
        abs(mu),
        wide**2,
        1 / wide,
        mu**2 / wide,
        np.sqrt(wide),
        log_var**2,
    ]
    return [*(float(np.sum(term)) for term in terms), 1.0]


def _of_image(x, logits, mu, log_var):
    x, logits = np.array(x), np.array(logits)
    black, white = np.logaddexp(0, logits), np.logaddexp(0, -logits)
    kl, squares, wide, lam, latents, *_ = _sums(mu, log_var)
    log_likelihood = -float(np.sum(x * white + (1 - x) * black))
    others = [np.sum(x * white), np.sum((1 - x) * black), np.sum(x * logits), np.sum(black), np.sum((x - np.exp(-white)) ** 2)]
    return [log_likelihood, kl, *map(float, others), squares, wide, lam, latents, float(x.size)]


def _of_model(x, w, s, m, v):
    total = w * w + s * s
    kl = (m * m + v - np.log(v) - 1) / 2
    misfit, spread = (x - w * m) ** 2, w * w * v
    likelihood = -(LOG_TWO_PI + (misfit + spread) / s**2) / 2 - np.log(s)
    evidence = -(LOG_TWO_PI + np.log(total) + x * x / total) / 2
    reverse = ((m * m + 1) / v - 1 + np.log(v)) / 2
    return [
        likelihood - kl,
        likelihood,
        kl,
        evidence,
        LOG_TWO_PI,
        np.log(s),
        np.log(v),
        misfit / s**2,
        spread / s**2,
        v,
        m * m,
        misfit,
        spread,
        reverse,
        1.0,
    ]


BASES = {
    "vae_kl": Basis(
        [
            "KL",
            "sum mu^2",
            "sum exp(log_var)",
            "sum log_var",
            "d",
            "sum mu",
            "sum |mu|",
            "sum exp(2 log_var)",
            "sum exp(-log_var)",
            "sum mu^2 exp(-log_var)",
            "sum exp(log_var/2)",
            "sum log_var^2",
            "1",
        ],
        _sums,
        lambda mu, log_var: len(mu),
        "the number of latents",
    ),
    "elbo_bernoulli": Basis(
        [
            "log p(x|z)",
            "KL",
            "sum x log(1 + exp(-logits))",
            "sum (1 - x) log(1 + exp(logits))",
            "sum x logits",
            "sum log(1 + exp(logits))",
            "sum (x - sigmoid(logits))^2",
            "sum mu^2",
            "sum exp(log_var)",
            "sum log_var",
            "d",
            "the number of pixels",
        ],
        _of_image,
        lambda x, logits, mu, log_var: len(x[0]),
        "the number of pixels",
    ),
    "gaussian_elbo": Basis(
        [
            "ELBO",
            "E_q log p(x|z)",
            "KL(q||prior)",
            "log p(x)",
            "log(2 pi)",
            "log s",
            "log v",
            "((x - w m)/s)^2",
            "(w/s)^2 v",
            "v",
            "m^2",
            "(x - w m)^2",
            "w^2 v",
            "KL(prior||q)",
            "1",
        ],
        _of_model,
        None,
    ),
}
