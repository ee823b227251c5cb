"""What the checks of all four questions share: calls, pairs, bad mixtures, and divergences of their own."""

import math
from fractions import Fraction

import numpy as np

from autograder.checking import Call, Mismatch, Reply, batch, signature, told

NAMES = ("weights", "means", "sigmas")
three = signature(*NAMES)
five = signature("mu", "sigma", *NAMES)

PLAIN = ([0.25, 0.75], [0.0, 4.0], [1.0, 1.0])
SINGLE = ([1.0], [3.0], [2.0])
NAN = float("nan")

# No mixture in one way each; the contract leaves nothing of these to taste.
NO_MIXTURES = [
    ([1.5, -0.5], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.4], [0.0, 4.0], [1.0, 1.0]),
    ([2.0, 3.0], [0.0, 4.0], [1.0, 1.0]),
    ([0.0, 0.0], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, NAN], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, NAN], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0], [1.0, NAN]),
    ([0.5, 0.5], [0.0, 4.0], [1.0, 0.0]),
    ([0.5, 0.5], [0.0, 4.0], [-1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0, 5.0], [1.0, 1.0]),
    ([0.5, 0.5], [0.0, 4.0], [1.0]),
    ([1.0], [0.0, 4.0], [1.0, 1.0]),
    ([0.5, 0.25, 0.25], [0.0, 4.0], [1.0, 1.0]),
    ([], [], []),
]
NOT_NUMBERS = [None, "half", ["a", "b"], [None, 1.0]]
NO_NUMBERS = [PLAIN[:place] + (bad,) + PLAIN[place + 1 :] for place in range(3) for bad in NOT_NUMBERS]
NAMED_FAULTS = [
    (([0.5, 0.4], [0.0, 4.0], [1.0, 1.0]), ["weights"]),
    (([1.5, -0.5], [0.0, 4.0], [1.0, 1.0]), ["weights"]),
    (([0.5, 0.5], [0.0, 4.0], [1.0, -1.0]), ["sigmas"]),
    (([0.5, 0.5], [NAN, 4.0], [1.0, 1.0]), ["means"]),
    (([0.5, 0.5], [0.0, 4.0], [1.0]), ["weights", "means", "sigmas"]),
]

# Calls that must leave no trace; the same for all three kinds, so that they are made once.
TRACELESS = [
    three(*map(np.array, PLAIN)),
    three(np.array([0.0, 0.75, 0.25]), np.array([9.0, 4.0, 0.0]), np.array([1.0, 1.0, 2.0])),
]


def real_number(value):
    """`value` as a float if it is one real number, else None."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, (int, float, Fraction, np.integer, np.floating)) and not isinstance(value, bool):
        return float(value)
    return None


def pair_of(value):
    """A fit as a float64 array of two, whatever pair of real numbers it is; None if it is none."""
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim == 1):
        numbers = [real_number(item) for item in value] if len(value) == 2 else [None]
        if None not in numbers:
            return np.array(numbers)
    return None


class Pairs:
    """A fit function whose answers are read as pairs; anything else ends the case (unless not `strict`).

    With `alone` each call is a message, so that a slow optimiser has the whole time limit for each mixture.
    """

    def __init__(self, function, strict=True, alone=False):
        self.function, self.strict, self.alone = function, strict, alone

    def call_batch(self, pairs, watch=False):
        calls = [Call(args, kwargs, NAMES) for args, kwargs in pairs]
        messages = [[call] for call in calls] if self.alone else [calls]
        replies = [reply for message in messages for reply in batch(self.function, message, watch)]
        return [self._read(reply, call) for reply, call in zip(replies, calls)]

    def _read(self, reply, call):
        pair = pair_of(reply.value)
        if pair is None and reply.failure is None and self.strict:
            raise Mismatch("The fit has to be a pair (mu, sigma) of real numbers.", call.shown(), told(reply))
        return reply if pair is None else Reply(pair, None, reply.mutated, reply.printed, reply.warned)


Z = np.linspace(-13.0, 13.0, 6001)
PHI = np.exp(-0.5 * Z**2) / np.sum(np.exp(-0.5 * Z**2))


def log_density(x, weights, means, sigmas):
    """log p(x) + log(2 pi)/2 of a mixture, stable where p underflows."""
    parts = [math.log(w / s) - 0.5 * ((x - m) / s) ** 2 for w, m, s in zip(weights, means, sigmas) if w > 0]
    top = np.max(parts, axis=0)
    return top + np.log(np.sum(np.exp(np.array(parts) - top), axis=0))


def reverse_kl(mu, sigma, weights, means, sigmas):
    """D(q || p) by the trapezoid rule; agrees with 30 digits to 1e-12 on all mixtures used here."""
    if not (sigma > 0 and math.isfinite(sigma) and math.isfinite(mu)):
        return math.inf
    with np.errstate(all="ignore"):
        return float(-0.5 - math.log(sigma) - PHI @ log_density(mu + sigma * Z, weights, means, sigmas))


def forward_kl(mu, sigma, weights, means, sigmas):
    """D(p || q): the definition, component by component."""
    total = 0.0
    for w, m, s in zip(weights, means, sigmas):
        x = m + s * Z
        log_q = -math.log(sigma) - 0.5 * ((x - mu) / sigma) ** 2
        total += w * float(PHI @ (log_density(x, weights, means, sigmas) - log_q))
    return total


def kl_normal(mu1, sigma1, mu2, sigma2):
    """D(N(mu1, sigma1^2) || N(mu2, sigma2^2)) in closed form."""
    ratio = sigma1 / sigma2
    return 0.5 * (ratio**2 - 1 + ((mu1 - mu2) / sigma2) ** 2) - math.log(ratio)
