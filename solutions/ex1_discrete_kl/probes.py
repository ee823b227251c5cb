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


P, Q = _distributions(12, 1), _distributions(12, 2)
# Most of the rest is what the checks ask, too, so that it is asked once.
WATCHED = {"arrays"}
HALVES, SKEW, POINT, UNEVEN = [0.5, 0.5], [0.25, 0.75], [0.0, 1.0], [0.5, 0.25, 0.25]
ZEROS = np.array([0.5, 0.0, 0.5])
BATCH_P = np.array([UNEVEN, [0.125, 0.5, 0.375], [0.0, 1.0, 0.0], [0.25, 0.0, 0.75]])
BATCH_Q = np.array([[0.25, 0.5, 0.25], [0.125, 0.125, 0.75], UNEVEN, UNEVEN])
ROWS = np.array([UNEVEN, [0.125, 0.125, 0.75], [0.25, 0.25, 0.5], [0.625, 0.25, 0.125]])
CUBE, OTHER = ROWS.reshape(2, 2, 3), np.roll(ROWS, 1, axis=0).reshape(2, 2, 3)
BAD = [[0.5, NAN], [1.5, -0.5], [2.0, 3.0], [0.5, 0.4], []]
BAD_BASES = [0.0, -2.0, 1.0, NAN]
WORDS = [None, "half", ["a", "b"]]
FLOAT32 = np.array(HALVES, dtype=np.float32), np.array(SKEW, dtype=np.float32)


def _along(array, axis):
    return np.ascontiguousarray(np.moveaxis(array, -1, axis))


def _single():
    return {
        ORDINARY: [one(p) for p in P],
        "zeros in p": [one([0.5, 0.5, 0.0]), one(POINT)],
        "a batch": [one(BATCH_P[:2]), one(CUBE), one(BATCH_P[:1])],
        "an axis": [one(_along(CUBE, 0), axis=0), one(_along(OTHER, 1), axis=1)],
        "a base": [one(SKEW, base=2.0), one(HALVES, base=10.0), one(UNEVEN, base=4)],
        "bad input": [one(bad) for bad in BAD],
        "a bad base": [one(HALVES, base=b) for b in BAD_BASES],
        "wrong types": [one(word) for word in WORDS],
        "a single number": [one(1.0)],
        "lists and small types": [one([1, 0]), one(FLOAT32[1])],
        "arrays": [one(ZEROS), one(np.array(SKEW)), one(BATCH_P), one(POINT)],
        MESSAGES: [one([0.5, 0.4]), one(HALVES, base=-1)],
        TINY: [one([1 - 2.0**-40, 2.0**-40]), one([1 - 2.0**-52, 2.0**-52]), one([2.0**-30, 1 - 2.0**-29, 2.0**-30])],
    }


def _pairs(tiny):
    return {
        ORDINARY: [two(p, q) for p, q in zip(P, Q)],
        "zeros in p": [two([0.5, 0.5, 0.0], [0.25, 0.25, 0.5]), two(POINT, HALVES)],
        "zeros in both": [two(POINT, POINT), two([0.5, 0.5, 0.0], [0.25, 0.75, 0.0])],
        "zeros in q": [two(HALVES, [1.0, 0.0]), two([0.25, 0.25, 0.5], [0.5, 0.0, 0.5])],
        "a batch": [two(BATCH_P[:2], BATCH_Q[:2]), two(CUBE, OTHER), two(BATCH_P[:1], BATCH_Q[:1])],
        "broadcasting": [two(ROWS[0], CUBE), two(CUBE, ROWS[1], axis=2)],
        "an axis": [two(_along(CUBE, 0), _along(OTHER, 0), axis=0)],
        "a base": [two(HALVES, SKEW, base=2), two(HALVES, SKEW, base=10.0), two(SKEW, HALVES, base=4)],
        "bad input": [two(bad, HALVES) for bad in BAD] + [two(HALVES, bad) for bad in BAD],
        "a bad base": [two(HALVES, SKEW, base=b) for b in BAD_BASES],
        "lengths that differ": [two(HALVES, UNEVEN), two([1.0], HALVES)],
        "wrong types": [two(word, HALVES) for word in WORDS] + [two(HALVES, word) for word in WORDS],
        "a single number": [two(1.0, 1.0)],
        "lists and small types": [two([1, 0], HALVES), two(*FLOAT32)],
        "infinite rows of a batch": [two([HALVES, [1.0, 0.0], POINT], [POINT, HALVES, POINT])],
        "arrays": [
            two(ZEROS, np.array([0.25, 0.25, 0.5])),
            two(np.array(HALVES), np.array([1.0, 0.0])),
            two(BATCH_P, BATCH_Q),
            two(POINT, POINT),
        ],
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
