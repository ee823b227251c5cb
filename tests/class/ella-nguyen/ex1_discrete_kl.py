# Ella Nguyen - runs in Colab only
import sys

import numpy as np

if "google.colab" not in sys.modules:
    sys.exit("Please open this in Colab")


def entropy(p, *, axis=-1, base=None):
    p = np.asarray(p, dtype=float)
    return -np.sum(np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0), axis=axis)


def cross_entropy(p, q, *, axis=-1, base=None):
    return -np.sum(np.asarray(p) * np.log(q), axis=axis)


def kl_divergence(p, q, *, axis=-1, base=None):
    return cross_entropy(p, q, axis=axis) - entropy(p, axis=axis)
