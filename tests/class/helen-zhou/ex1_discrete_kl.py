# Helen Zhou
import numpy as np


def arr(x, name):
    try:
        x = np.array(x)
    except ValueError:
        raise ValueError(f"{name} must be rectangular")
    if x.dtype.kind not in "fiu":
        raise TypeError(f"{name} must contain real numbers")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} must have outcomes")
    return x


def dist(x, name):
    """x: outcomes last"""
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} must be non-negative and finite")
    if (np.abs(x.sum(axis=-1, dtype=float) - 1) > 1e-6).any():
        raise ValueError(f"{name} must sum to one")


def two(p, q, axis):
    p, q = arr(p, "p"), arr(q, "q")
    n = max(p.ndim, q.ndim)
    p = np.moveaxis(p.reshape((1,) * (n - p.ndim) + p.shape), axis, -1)
    q = np.moveaxis(q.reshape((1,) * (n - q.ndim) + q.shape), axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p and q must have equal length")
    dist(p, "p")
    dist(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q must have fitting shapes")


def lb(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base must be a number")
    if not base > 0 or base == 1:
        raise ValueError("base must be positive and not 1")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    b = lb(base)
    p = np.moveaxis(arr(p, "p"), axis, -1)
    dist(p, "p")
    p = p.astype(float)
    terms = np.zeros_like(p)
    terms[p > 0] = -p[p > 0] * np.log(p[p > 0])
    return terms.sum(axis=-1) / b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = lb(base)
    p, q = two(p, q, axis)
    terms = np.zeros_like(p)                # same shape as p
    on = p > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        terms[on] = -p[on] * np.log(q[on])
    return terms.sum(axis=-1) / b


def kl_divergence(p, q, *, axis=-1, base=None):
    b = lb(base)
    p, q = two(p, q, axis)
    terms = np.zeros_like(p)                # same shape as p
    on = p > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        terms[on] = p[on] * (np.log(p[on]) - np.log(q[on]))
    return terms.sum(axis=-1) / b
