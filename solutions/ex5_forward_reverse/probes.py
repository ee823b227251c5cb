"""Inputs on which mistakes show themselves, how answers are read, and what a wrong divergence can be made of.

READINGS say what counts as the same answer: a fit in D(q || p) is read as the divergence it achieves (any optimum will do),
a figure as the curves that are found in it.
"""

import math
import sys

import numpy as np

from autograder.checking import signature
from autograder.diagnose import MESSAGES, ORDINARY, Basis

NAMES = ("weights", "means", "sigmas")
three, five = signature(*NAMES), signature("mu", "sigma", *NAMES)
NAN = float("nan")


def _mixtures(count, seed, reach=6.0):
    """Mixtures of 2 to 4 components, not sorted and not symmetric."""
    rng = np.random.default_rng(seed)
    for n in range(count):
        size = 2 + n % 3
        weights = rng.integers(1, 10, size)
        means = np.round(rng.uniform(-reach, reach, size), 1)
        sigmas = np.round(rng.uniform(0.4, 2.0, size), 2)
        yield (weights / weights.sum()).tolist(), means.tolist(), sigmas.tolist()


def bumps(a, s=1.0):
    """Two equal bumps at -a and a."""
    return [0.5, 0.5], [-a, a], [s, s]


CHAPTER = bumps(2.0, 0.7)
PLAIN, SINGLE = ([0.25, 0.75], [0.0, 4.0], [1.0, 1.0]), ([1.0], [3.0], [2.0])
ZEROS = [([0.0, 1.0, 0.0], [-7.0, 3.0, 200.0], [1.0, 2.0, 0.5]), ([0.75, 0.0, 0.25], [4.0, 9.0, 0.0], [1.0, 1.0, 1.0])]
SINGLES = [SINGLE, ([0.25, 0.75], [-5.0, -5.0], [0.5, 0.5])]
ROUNDED = [([0.3333333] * 3, [0.0, 1.0, 4.0], [1.0, 2.0, 1.0]), ([0.6666671, 0.3333333], [1.0, 3.0], [2.0, 1.0])]
KINDS = [
    ((0.25, 0.75), (0, 4), (1, 1)),
    ([1], [3], [2]),
    (np.array([0.25, 0.75], dtype=np.float32), np.array([0, 4]), np.array([1.0, 1.0], dtype=np.float32)),
]
ARRAYS = [tuple(map(np.array, PLAIN)), (np.array([0.5, 0.0, 0.5]), np.array([3.0, 1.0, 2.0]), np.array([1.0, 2.0, 0.5]))]
NO_MIXTURES = [
    ([1.5, -0.5], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.4], [0.0, 4.0], [1.0, 1.0]),
    ([2.0, 3.0], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, NAN], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, NAN], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0], [1.0, 0.0]),
    ([0.5, 0.5], [0.0, 4.0], [-1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0, 5.0], [1.0, 1.0]),
    ([1.0], [0.0, 4.0], [1.0, 1.0]),
    ([], [], []),
]
NO_NUMBERS = [PLAIN[:place] + (bad,) + PLAIN[place + 1 :] for place in range(3) for bad in (None, "half")]
FAULTS = [
    ([0.5, 0.4], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0], [1.0, -1.0]),
    ([0.5, 0.5], [NAN, 4.0], [1.0, 1.0]),
]
FAR = [([0.5, 0.5], [1e9 - 2, 1e9 + 2], [0.5, 0.5]), ([0.25, 0.75], [1e9, 1e9 + 4], [1.0, 1.0])]

FORWARD = {
    ORDINARY: [three(*mixture) for mixture in _mixtures(18, 1)],
    "two equal bumps": [three(*CHAPTER), three(*bumps(3.0))],
    "one component": [three(*mixture) for mixture in SINGLES],
    "components of weight 0": [three(*mixture) for mixture in ZEROS],
    "rounded weights": [three(*mixture) for mixture in ROUNDED],
    "lists and small types": [three(*mixture) for mixture in KINDS],
    "arrays": [three(*mixture) for mixture in ARRAYS],
    "means far from 0": [three([0.25, 0.75], [40.0, 44.0], [1.0, 1.0]), three([0.5, 0.5], [-90.0, -80.0], [2.0, 5.0])],
    "bad input": [three(*mixture) for mixture in NO_MIXTURES],
    "wrong types": [three(*mixture) for mixture in NO_NUMBERS],
    MESSAGES: [three(*mixture) for mixture in FAULTS],
    "means near 1e9": [three(*mixture) for mixture in FAR],
}

# p stays a normal float over all of q, as plain formulas with densities need it.
GAUSSIANS = [(0.0, 1.0), (-1.5, 2.0), (2.0, 0.5), (1.0, 3.0), (-3.0, 1.5), (0.5, 0.25)]
DIVERGENCE = {
    ORDINARY: [five(*GAUSSIANS[n % 6], *mixture) for n, mixture in enumerate(_mixtures(18, 2, 4.0))],
    "one component": [five(0.0, 1.0, [1.0], [1.0], [2.0]), five(1.0, 2.0, [0.5, 0.5], [1.0, 1.0], [2.0, 2.0])],
    "components far apart": [
        five(1.0, 2.0, [0.5, 0.5], [1.0, 61.0], [2.0, 1.0]),
        five(60.5, 0.5, [0.25, 0.75], [1.0, 61.0], [2.0, 1.0]),
    ],
    "components of weight 0": [
        five(0.0, 1.0, [0.0, 1.0, 0.0], [1e3, 1.0, -50.0], [0.5, 2.0, 1.0]),
        five(1.0, 2.0, [0.5, 0.0, 0.5], [1.0, 7.0, 0.0], [2.0, 1.0, 2.0]),
    ],
    "rounded weights": [five(0.0, 1.0, *mixture) for mixture in ROUNDED],
    "lists and small types": [five(0, 1, *mixture) for mixture in KINDS],
    "arrays": [five(0.0, 1.0, *mixture) for mixture in ARRAYS],
    "bad input": [
        *[five(0.0, 1.0, *mixture) for mixture in NO_MIXTURES],
        *[five(0.0, sigma, *PLAIN) for sigma in (0.0, -1.0, NAN)],
        five(NAN, 1.0, *PLAIN),
    ],
    "wrong types": [five(0.0, 1.0, *mixture) for mixture in NO_NUMBERS] + [five(None, 1.0, *PLAIN), five(0.0, "wide", *PLAIN)],
    MESSAGES: [*[five(0.0, 1.0, *mixture) for mixture in FAULTS], five(0.0, -1.0, *PLAIN), five(NAN, 1.0, *PLAIN)],
    "far from the mixture": [
        five(0.0, 1.0, [0.5, 0.5], [50.0, 60.0], [1.0, 1.0]),
        five(100.0, 20.0, [0.5, 0.5], [-2.0, 2.0], [0.75, 0.75]),
    ],
    "sharp kinks": [five(0.0, 1.875, *CHAPTER), five(0.25, 4.0, [0.5, 0.5], [-5.0, 5.0], [0.5, 0.5])],
    "means near 1e9": [five(1e9, 2.0, [0.5, 0.5], [1e9 - 2, 1e9 + 2], [0.75, 0.75])],
}

# Few, as an optimiser may take a second for each.
REVERSE = {
    ORDINARY: [
        three(*mixture)
        for mixture in [
            ([0.25, 0.75], [2.0, -2.0], [0.75, 0.75]),
            ([0.375, 0.625], [-3.0, 2.0], [0.5, 1.5]),
            ([0.5, 0.5], [1.5, -1.5], [2.0, 0.5]),
            ([0.625, 0.25, 0.125], [0.0, 3.0, -5.0], [1.0, 0.5, 2.0]),
            ([0.5, 0.5], [0.0, 0.5], [0.5, 3.0]),
            ([0.3, 0.7], [-1.0, 1.5], [1.2, 0.8]),
        ]
    ],
    "bumps close together": [three(*bumps(0.5)), three(*bumps(2.5))],
    "bumps far apart": [three(*CHAPTER), three(*bumps(3.0))],
    "two lighter bumps close together": [three([0.4, 0.3, 0.3], [-6.0, 2.0, 4.0], [1.0, 1.0, 1.0])],
    "one component": [three(*mixture) for mixture in SINGLES],
    "components of weight 0": [three(*ZEROS[0])],
    "lists and small types": [three(*mixture) for mixture in KINDS[:2]],
    "arrays": [three(*ARRAYS[0])],
    "means far from 0": [three([0.25, 0.75], [42.0, 38.0], [0.75, 0.75])],
    "bad input": FORWARD["bad input"],
    "wrong types": FORWARD["wrong types"],
    MESSAGES: FORWARD[MESSAGES],
    "tiny and huge units": [
        three([0.25, 0.75], [2.0**-23, -(2.0**-23)], [0.75 * 2.0**-24] * 2),
        three([0.25, 0.75], [2.0**25, -(2.0**25)], [0.75 * 2.0**24] * 2),
    ],
}

# Mixtures with their best fits in either direction.
PLOTTED = [
    (([0.625, 0.375], [-2.0, 2.0], [0.75, 0.75]), (-0.5, 2.076656), (-1.972944, 0.7865679)),
    (([0.3, 0.7], [1.5, -1.0], [0.5, 0.6]), (-0.25, 1.28043), (-0.3491087, 1.115642)),
    (([0.5, 0.25, 0.25], [-2.0, 0.5, 2.0], [0.5, 0.75, 0.5]), (-0.375, 1.802776), (-0.1048472, 1.477184)),
    (([0.75, 0.25], [0.5, -2.0], [0.75, 0.5]), (-0.125, 1.286954), (-0.02149291, 1.160417)),
    (([0.375, 0.625], [0.0, 1.5], [0.6, 0.4]), (0.9375, 0.873123), (0.8668079, 0.8033943)),
    (([0.25, 0.75], [2.0, -2.0], [0.5, 0.6]), (-1, 1.825514), (-1.99937, 0.6011901)),
    (([0.6, 0.4], [1.8, -1.6], [0.4, 0.5]), (0.44, 1.723485), (1.79973, 0.4005123)),
    (([0.25, 0.5, 0.25], [30.0, 42.0, 60.0], [1.0, 2.0, 4.0]), (43.5, 11), (42.01132, 2.020448)),
    (([0.375, 0.625], [-26.0, -21.0], [0.5, 1.5]), (-22.875, 2.712817), (-21.64731, 2.093058)),
    (([0.375, 0.625], [-3.0, 1.0], [0.025, 1.0]), (-0.5, 2.091706), (0.9990107, 1.001848)),
    (
        ([0.625, 0.125, 0.25], [-0.125, 0.0, 0.09375], [0.03125, 0.015625, 0.0234375]),
        (-0.0546875, 0.09874394),
        (-0.1238443, 0.03287966),
    ),
    (([0.375, 0.625], [-96.0, 64.0], [16.0, 48.0]), (4, 86.81014), (43.28619, 66.97784)),
]
PLOTS = {
    ORDINARY: [three(*mixture) for mixture, _, _ in PLOTTED[:7]],
    "means far from 0": [three(*mixture) for mixture, _, _ in PLOTTED[7:9]],
    "a narrow component": [three(*PLOTTED[9][0])],
    "other units": [three(*mixture) for mixture, _, _ in PLOTTED[10:]],
}


def _number(value):
    """`value` as a float if it is one real number, else None."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    return float(value) if isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool) else None


def _pair(value):
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim == 1):
        numbers = [_number(item) for item in value] if len(value) == 2 else [None]
        return None if None in numbers else numbers
    return None


def _log_density(x, weights, means, sigmas):
    """log p(x) + log(2 pi)/2 of a mixture."""
    parts = [math.log(w / s) - 0.5 * ((x - m) / s) ** 2 for w, m, s in zip(weights, means, sigmas) if w > 0]
    return np.logaddexp.reduce(parts)


Z = np.linspace(-13.0, 13.0, 6001)
PHI = np.exp(-0.5 * Z**2) / np.sum(np.exp(-0.5 * Z**2))


def _columns(call):
    return [np.asarray(column, dtype=float) for column in call.args[-3:]]


def read_forward(group, call, value):
    """A fit in D(p || q), in units of the mixture's own: the docstring promises 1e-6."""
    pair = _pair(value)
    if pair is None or group in ("bad input", "wrong types", MESSAGES):
        return None
    _, means, sigmas = _columns(call)
    unit = float(np.max(sigmas))
    return "a fit", ((pair[0] - float(means[0])) / unit, pair[1] / unit), 1e-6


def read_divergence(group, call, value):
    """A divergence, with the absolute error that is allowed."""
    number = None if isinstance(value, np.floating) and not isinstance(value, float) else _number(value)
    if number is None or not math.isfinite(number):
        return None
    return "number", (number,), 1e-8 if group in ("far from the mixture", "sharp kinks", "means near 1e9") else 1e-6


def read_reverse(group, call, value):
    """A fit in D(q || p) by what it achieves; mirror images are alike."""
    pair = _pair(value)
    if pair is None or group in ("bad input", "wrong types", MESSAGES):
        return None
    mu, sigma = pair
    if not (math.isfinite(mu) and math.isfinite(sigma) and sigma > 0):
        return "no Gaussian", (), 0.0
    with np.errstate(all="ignore"):
        achieved = float(-0.5 - math.log(sigma) - PHI @ _log_density(mu + sigma * Z, *_columns(call)))
    return "a fit", (achieved,), 2e-5 * max(1.0, abs(achieved))


def _gaussian(mu, sigma):
    return lambda x: np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * math.sqrt(2 * math.pi))


def _summary(value):
    """The plain summary of a figure, wherever it was made; None for anything else."""
    found = getattr(value, "summary", None)
    if isinstance(found, dict):
        return found
    if any(base.__name__ == "Figure" for base in type(value).__mro__):
        from autograder.student.figure import summary

        sys.modules["matplotlib.pyplot"].close(value)
        return summary(value)
    return None


def _curves(axes):
    """(x, y, label) of the lines and of the filled areas' upper edges, areas of one label also as one."""
    for line in axes["lines"]:
        yield np.asarray(line["x"], dtype=float), np.asarray(line["y"], dtype=float), line["label"]
    for label in dict.fromkeys(area["label"] for area in axes["areas"]):
        mine = [[np.asarray(area[side], dtype=float) for side in "xy"] for area in axes["areas"] if area["label"] == label]
        for x, y in [*mine, tuple(map(np.concatenate, zip(*mine)))][: len(mine) + (len(mine) > 1)]:
            yield x[y > 0], y[y > 0], label


def _shape(x, y, densities):
    """Which density a curve is, and what is wrong with how it is drawn."""
    order = np.argsort(x, kind="stable")
    x, y = x[order], y[order]
    for name, density in densities.items():
        fine = np.linspace(x[0], x[-1], 4001)
        right, peak = density(x), float(np.max(density(fine)))
        if peak <= 0:
            continue
        whole = np.trapezoid(density(fine), fine) > (0.99 if name == "p" else 0.8)
        for scale, how in ((1.0, ""), (float(np.max(y)) / float(np.max(right)) if np.max(right) > 0 else 0.0, " rescaled")):
            if scale > 0 and np.max(np.abs(y - scale * right)) <= 0.02 * scale * peak:
                gaps = np.max(np.abs(np.interp(fine, x, y / scale) - density(fine))) > 0.08 * peak
                return f"{name}{how}{' with gaps' if gaps else ''}{'' if whole else ' cut off'}"
    if np.min(y) < -0.01 * np.max(np.abs(y)):
        return "something below 0"
    return "something that only rises" if np.all(np.diff(y) >= 0) else "something else"


def read_plot(group, call, value):
    """A figure as the curves found in it and what names them; never by its style."""
    figure = _summary(value)
    if figure is None:
        return None
    mixture, forward, reverse = next(item for item in PLOTTED if item[0] == call.args)
    densities = {"p": lambda x: np.exp(_log_density(x, *mixture)) / math.sqrt(2 * math.pi)}
    densities |= {"forward fit": _gaussian(*forward), "reverse fit": _gaussian(*reverse)}
    fits = {"forward": forward, "reverse": reverse}
    slips = {f"something as wide as the {name} fit's variance": _gaussian(mu, sigma**2) for name, (mu, sigma) in fits.items()}
    found, swapped, told, outer = [], False, False, figure.get("legend", [])
    for axes in figure["axes"]:
        here = [curve for curve in _curves(axes) if len(curve[0]) >= 5]
        shapes = [_shape(x, y, densities | slips) for x, y, _ in here]
        for shape, (_, _, label) in zip(shapes, here):
            other = {"forward fit": "reverse", "reverse fit": "forward"}.get(shape[:11])
            swapped |= other is not None and other in label.lower() and shape[:7] not in label.lower()
        found += shapes
        told |= len({text.strip() for text in [*axes["legend"], *outer] if text.strip()}) >= min(3, max(2, len(here)))
    told |= len({axes["title"].strip() for axes in figure["axes"] if axes["title"].strip()}) >= 2
    # Of each density the best curve counts; other curves are helping lines unless one of the three is missing.
    words = [min((shape for shape in found if shape.startswith(name)), key=len, default="") for name in densities]
    if "" in words:
        words += sorted({shape for shape in found if shape.startswith("something")})
    words = [word for word in words if word] or ["nothing"]
    if "p with gaps" in words[0]:  # whether the wider curves have gaps too is an accident of the mixture
        words = [words[0], *[word.replace(" with gaps", "") for word in words[1:]]]
    for side in "xy":
        if not any(part.get(f"{side}label", "").strip() for part in (figure, *figure["axes"])):
            words.append(f"no {side} label")
    if swapped:
        words.append("names swapped")
    if not told:
        named = outer or any(axes["legend"] for axes in figure["axes"])
        words.append("one name for two curves" if named else "curves without names")
    return "a figure with " + ", ".join(words), (), 0.0


# Its reading is a plain number.
PLAIN_NUMBERS = {"kl_gauss_to_mixture"}
# Groups of inputs that a right formula may get wrong in the computer.
NUMERIC = {"means near 1e9", "far from the mixture", "sharp kinks"}
PROBES = {"fit_forward_kl": FORWARD, "kl_gauss_to_mixture": DIVERGENCE, "fit_reverse_kl": REVERSE, "plot_fits": PLOTS}
READINGS = {
    "fit_forward_kl": read_forward,
    "kl_gauss_to_mixture": read_divergence,
    "fit_reverse_kl": read_reverse,
    "plot_fits": read_plot,
}


def _kl_normal(mu1, sigma1, mu2, sigma2):
    ratio = sigma1 / sigma2
    return 0.5 * (ratio**2 - 1 + ((mu1 - mu2) / sigma2) ** 2) - math.log(ratio)


def _parts(mu, sigma, weights, means, sigmas):
    """Quantities that a wrong divergence of q from p can be made of, by the trapezoid rule."""
    half = 0.5 * math.log(2 * math.pi)
    log_q = -0.5 * Z**2 - math.log(sigma) - half
    cross = -float(PHI @ (_log_density(mu + sigma * Z, weights, means, sigmas) - half))
    entropy = -float(PHI @ log_q)
    there = 0.0
    for w, m, s in zip(weights, means, sigmas):
        x = m + s * Z
        own = -0.5 * ((x - mu) / sigma) ** 2 - math.log(sigma) - half
        there += w * float(PHI @ (_log_density(x, weights, means, sigmas) - half - own))
    each = [_kl_normal(mu, sigma, m, s) for m, s in zip(means, sigmas)]
    centre = sum(w * m for w, m in zip(weights, means))
    spread = math.sqrt(sum(w * (s**2 + (m - centre) ** 2) for w, m, s in zip(weights, means, sigmas)))
    return [
        cross - entropy,
        there,
        cross,
        entropy,
        1.0,
        sum(w * value for w, value in zip(weights, each)),
        min(value - math.log(w) for w, value in zip(weights, each)),
        min(each),
        _kl_normal(mu, sigma, centre, spread),
        math.log(sigma),
    ]


BASES = {
    "kl_gauss_to_mixture": Basis(
        [
            "D(q||p)",
            "D(p||q)",
            "-E_q log p",
            "H(q)",
            "1",
            "sum w_k D(q||p_k)",
            "min(D(q||p_k) - log w_k)",
            "min D(q||p_k)",
            "D(q||the Gaussian with the moments of p)",
            "log sigma",
        ],
        _parts,
        lambda mu, sigma, weights, means, sigmas: len(weights),
        "the number of components",
    )
}
