# Wilma Andersson: numpy broadcasting does the rest
import numpy as np
from scipy.special import entr, rel_entr, xlogy


def dist(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} must not be ragged")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} must be numeric")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} must be a non-empty array")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} must be finite and >= 0")
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError(f"{name} must sum to 1")
    return x


def divide(x, base):
    if base is None:
        return x
    return x / np.log(float(base))


def check(base):
    if base is None:
        return
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base must be a number")
    if not base > 0 or base == 1:
        raise ValueError("base must be > 0 and not 1")


def entropy(p, *, axis=-1, base=None):
    check(base)
    return divide(entr(dist(p, "p", axis)).sum(axis=axis), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    check(base)
    return divide(-xlogy(dist(p, "p", axis), dist(q, "q", axis)).sum(axis=axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    check(base)
    return divide(rel_entr(dist(p, "p", axis), dist(q, "q", axis)).sum(axis=axis), base)
