"""What the checks of all three questions share: calls, bad input, and laws that two questions have in common."""

import numpy as np

from autograder.checking import agree, signature

one = signature("p")
two = signature("p", "q")
HALVES = [0.5, 0.5]
SKEW = [0.25, 0.75]

# Not a distribution in one way each; the contract leaves nothing of these to taste.
NOT_DISTRIBUTIONS = [
    [0.5, float("nan")],
    [1.5, -0.5],
    [1.0 + 1e-10, -1e-10],
    [2.0, 3.0],
    [0.5, 0.4],
    [0.5, 0.5000015],
    [float("inf"), 0.0],
    [],
    [[0.5, 0.5], [0.7, 0.2]],
    1.0,
]
NOT_NUMBERS = [None, "half", ["a", "b"], [None, 1.0], [0.5, object()]]
BAD_BASES = [0.0, -2.0, 1.0, float("nan")]

BATCH_P = np.array([[0.5, 0.25, 0.25], [0.125, 0.5, 0.375], [0.0, 1.0, 0.0], [0.25, 0.0, 0.75]])
BATCH_Q = np.array([[0.25, 0.5, 0.25], [0.125, 0.125, 0.75], [0.5, 0.25, 0.25], [0.5, 0.25, 0.25]])

# Calls that must leave no trace; the same for all three kinds, so that they are made once.
PLAIN_ONE = [one(np.array([0.5, 0.0, 0.5])), one(np.array(SKEW)), one(BATCH_P), one([0.0, 1.0])]
PLAIN_TWO = [
    two(np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.25, 0.5])),
    two(np.array(HALVES), np.array([1.0, 0.0])),
    two(BATCH_P, BATCH_Q),
    two([0.0, 1.0], [0.0, 1.0]),
]


def batch_rows(call, cases):
    """Calls of a bank's batches with their answers; the last axis is the one that need not be given."""
    return [(call(*arrays) if axis == -1 else call(*arrays, axis=axis), right) for *arrays, axis, right in cases]


def surprises(q):
    """The first and the last outcome, if certain, cost their surprise."""
    ends = (0, len(q) - 1)
    answers = yield [two([float(i == k) for i in range(len(q))], q) for k in ends]
    for about, (k, answer) in enumerate(zip(ends, answers)):
        agree(answer, -float(np.log(q[k])), "", about=about)
