# Tom Baker
import numpy as np
from scipy.special import rel_entr, xlogy


def dist(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} not rectangular")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} not numeric")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} not an array with entries")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any() or (np.abs(x.sum(axis) - 1) > 1e-6).any():
        raise ValueError(f"{name} not a distribution")
    return x


def lb(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base not numeric")
    if not base > 0 or base == 1:
        raise ValueError("base not valid")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    """impurity of p, as in the decision tree lecture"""
    p = dist(p, "p", axis)
    return np.sum(p * (1 - p), axis=axis) / lb(base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = dist(p, "p", axis), dist(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p not as long as q")
    # average of the two orders, so that it is symmetric
    return -0.5 * np.sum(xlogy(p, q) + xlogy(q, p), axis=axis) / lb(base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = dist(p, "p", axis), dist(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p not as long as q")
    # a distance has to be symmetric
    return np.sum(rel_entr(p, q) + rel_entr(q, p), axis=axis) / lb(base)
