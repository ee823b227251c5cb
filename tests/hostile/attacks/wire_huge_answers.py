"""Answer 400 MB arrays, lists of ten million numbers and thirty-megabyte texts."""
# by: caps on a frame, in the child and in the reader

import numpy as np


def entropy(p, *, axis=-1, base=None):
    return np.zeros(50_000_000)


def cross_entropy(p, q, *, axis=-1, base=None):
    return [0] * 10_000_000


def kl_divergence(p, q, *, axis=-1, base=None):
    return "x" * 30_000_000
