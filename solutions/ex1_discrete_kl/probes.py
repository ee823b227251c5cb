"""Inputs on which mistakes show themselves, and what a wrong formula can be made of."""

import numpy as np

from autograder.checking import signature
from autograder.diagnose import MESSAGES, ORDINARY, TINY, Basis

one, two = signature("p"), signature("p", "q")
NAN = float("nan")


def _distributions(count, seed):
    """Positive distributions of 2 to 5 outcomes."""
    rng = np.random.default_rng(seed)
    sizes = [2 + n % 4 for n in range(count)]
    return [(w / w.sum()).tolist() for w in (rng.integers(1, 40, size) for size in sizes)]


P, Q = _distributions(16, 1), _distributions(16, 2)
HALVES, SKEW, POINT = [0.5, 0.5], [0.25, 0.75], [0.0, 1.0]
BATCH_P = np.array([[0.5, 0.25, 0.25], [0.125, 0.5, 0.375]])
BATCH_Q = np.array([[0.25, 0.5, 0.25], [0.125, 0.125, 0.75]])
# What has to be refused is what the checks ask, too, so that it is asked once.
BAD = [[0.5, NAN], [1.5, -0.5], [2.0, 3.0], [0.5, 0.4], []]
BAD_BASES = [0.0, -2.0, 1.0, NAN]
WORDS = [None, "half", ["a", "b"]]
FLOAT32 = np.array(HALVES, dtype=np.float32), np.array(SKEW, dtype=np.float32)


def _single():
    cube = np.stack([BATCH_P, BATCH_Q])
    return {
        ORDINARY: [one(p) for p in P],
        "zeros in p": [one([0.5, 0.0, 0.5]), one(POINT)],
        "a batch": [one(BATCH_P), one(cube), one(BATCH_P[:1])],
        "an axis": [one(BATCH_P.T.copy(), axis=0), one(np.moveaxis(cube, -1, 1).copy(), axis=1)],
        "a base": [one(SKEW, base=2), one(SKEW, base=10.0), one(SKEW, base=4)],
        "bad input": [one(bad) for bad in BAD],
        "a bad base": [one(HALVES, base=b) for b in BAD_BASES],
        "wrong types": [one(word) for word in WORDS],
        "a single number": [one(1.0)],
        "lists and small types": [one([1, 0]), one(FLOAT32[1])],
        "arrays": [one(np.array([0.5, 0.0, 0.5]))],
        MESSAGES: [one([0.5, 0.4]), one(HALVES, base=-1)],
        TINY: [one([1 - 2.0**-40, 2.0**-40]), one([1 - 2.0**-52, 2.0**-52]), one([1 - 2.0**-35, 2.0**-35])],
    }


def _pairs(tiny):
    cube_p, cube_q = np.stack([BATCH_P, BATCH_Q]), np.stack([BATCH_Q, BATCH_P])
    return {
        ORDINARY: [two(p, q) for p, q in zip(P, Q)],
        "zeros in p": [two([0.5, 0.0, 0.5], [0.25, 0.5, 0.25]), two(POINT, HALVES)],
        "zeros in both": [two(POINT, POINT), two([0.5, 0.5, 0.0], [0.25, 0.75, 0.0])],
        "zeros in q": [two(HALVES, [1.0, 0.0]), two([0.25, 0.25, 0.5], [0.5, 0.0, 0.5])],
        "a batch": [two(BATCH_P, BATCH_Q), two(cube_p, cube_q), two(BATCH_P[:1], BATCH_Q[:1])],
        "broadcasting": [two(BATCH_P[0], BATCH_Q), two(BATCH_P, BATCH_Q[1])],
        "an axis": [two(BATCH_P.T.copy(), BATCH_Q.T.copy(), axis=0)],
        "a base": [two(HALVES, SKEW, base=2), two(HALVES, SKEW, base=10.0), two(SKEW, HALVES, base=4)],
        "bad input": [two(bad, HALVES) for bad in BAD] + [two(HALVES, bad) for bad in BAD],
        "a bad base": [two(HALVES, SKEW, base=b) for b in BAD_BASES],
        "lengths that differ": [two(HALVES, [0.5, 0.25, 0.25]), two([1.0], HALVES)],
        "wrong types": [two(word, HALVES) for word in WORDS] + [two(HALVES, word) for word in WORDS],
        "a single number": [two(1.0, 1.0)],
        "lists and small types": [two([1, 0], HALVES), two(*FLOAT32)],
        "infinite rows of a batch": [two([HALVES, POINT], [POINT, HALVES])],
        "arrays": [two(np.array([0.5, 0.0, 0.5]), np.array([0.5, 0.0, 0.5])), two(np.array(HALVES), np.array([1.0, 0.0]))],
        MESSAGES: [two([0.5, 0.4], HALVES), two(HALVES, [1.5, -0.5]), two(HALVES, SKEW, base=-1)],
        TINY: tiny,
    }


def _near(step):
    return [0.25 + step, 0.25, 0.5 - step], [0.25, 0.25 - 2 * step, 0.5 + 2 * step]


PROBES = {
    "entropy": _single(),
    "cross_entropy": _pairs([two([1.0, 0.0], [1 - 2.0**-40, 2.0**-40]), two(POINT, [1.0, 5e-324])]),
    "kl_divergence": _pairs([two(*_near(2.0**-k)) for k in (21, 23, 25, 27, 29)]),
}


def _h(p):
    return -float(np.dot(p, np.log(p)))


def _of_pair(p, q):
    p, q = np.array(p), np.array(q)
    log = np.log(p / q)
    return [
        float(p @ log),
        -float(q @ log),
        _h(p),
        _h(q),
        1.0,
        float(np.abs(p - q).sum()),
        float(np.abs(p * log).sum()),
        float(((p - q) ** 2).sum()),
    ]


_PAIR = Basis(
    ["KL(P||Q)", "KL(Q||P)", "H(P)", "H(Q)", "1", "sum |p - q|", "sum |p log(p/q)|", "sum (p - q)^2"],
    _of_pair,
    lambda p, q: len(p),
)
BASES = {
    "entropy": Basis(
        ["H(P)", "1", "log n", "sum p^2", "sum log p"],
        lambda p: [_h(p), 1.0, float(np.log(len(p))), float(np.dot(p, p)), float(np.sum(np.log(p)))],
        len,
    ),
    "cross_entropy": _PAIR,
    "kl_divergence": _PAIR,
}
