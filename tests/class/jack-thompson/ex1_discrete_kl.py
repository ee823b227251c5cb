# Jack Thompson
import numpy as np
from scipy.special import rel_entr, xlogy

# scipy deals with the zeros so there's nothing left to do really


def entropy(p, *, axis=-1, base=None):
    p = np.asarray(p, dtype=float)
    h = -xlogy(p, p).sum(axis=axis)
    return h if base is None else h / np.log(base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    h = -xlogy(p, q).sum(axis=axis)
    return h if base is None else h / np.log(base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    d = rel_entr(p, q).sum(axis=axis)
    return d if base is None else d / np.log(base)
