# Elena Popova
import numpy as np


def entropy(p, *, axis=-1, base=None):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0):
        raise ValueError("p must not be negative")
    logs = np.log(np.where(p > 0, p, 1)
    return -np.sum(p * logs, axis=axis)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -np.sum(p * np.log(q), axis=axis)


def kl_divergence(p, q, *, axis=-1, base=None)
    return cross_entropy(p, q, axis=axis) - entropy(p, axis=axis)
