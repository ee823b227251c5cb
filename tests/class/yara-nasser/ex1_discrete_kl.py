# Yara Nasser
import numpy as np


def to_array(x, name):
    try:
        x = np.asarray(x)
    except ValueError as e:
        raise ValueError(f"{name} cannot be an array: {e}")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} cannot be of type {x.dtype}")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} cannot be empty or 0-d")
    return x.astype(np.float64)


def to_dist(x, name):
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} cannot have such entries")
    if (np.abs(x.sum(axis=-1) - 1) > 1e-6).any():
        raise ValueError(f"{name} cannot have this sum")
    return x


def to_pair(p, q, axis):
    p, q = to_array(p, "p"), to_array(q, "q")
    n = max(p.ndim, q.ndim)
    p = np.moveaxis(p[(None,) * (n - p.ndim)], axis, -1)
    q = np.moveaxis(q[(None,) * (n - q.ndim)], axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p cannot have another length than q")
    p, q = to_dist(p, "p"), to_dist(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p cannot be broadcast with q")


def to_unit(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base cannot be of this type")
    if not base > 0 or base == 1:
        raise ValueError("base cannot have this value")
    return np.log(float(base))


def weighted(w, x):
    """sum of w log x, 0 log 0 = 0"""
    logs = np.full(x.shape, -np.inf)
    np.log(x, out=logs, where=x > 0)
    return np.sum(w * np.where(w > 0, logs, 0.0), axis=-1)


def entropy(p, *, axis=-1, base=None):
    u = to_unit(base)
    p = to_dist(np.moveaxis(to_array(p, "p"), axis, -1), "p")
    return weighted(p, p) / u


def cross_entropy(p, q, *, axis=-1, base=None):
    u = to_unit(base)
    p, q = to_pair(p, q, axis)
    return -weighted(q, p) / u


def kl_divergence(p, q, *, axis=-1, base=None):
    u = to_unit(base)
    p, q = to_pair(p, q, axis)
    logs = np.full(q.shape, -np.inf)
    np.log(q, out=logs, where=q > 0)
    logp = np.log(np.where(p > 0, p, 1.0))
    return np.sum(p * np.where(p > 0, logp - logs, 0.0), axis=-1) / u
