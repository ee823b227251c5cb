# Zeynep Yılmaz
# zeros are left out of the sum, as we said in the tutorial
import math

import numpy as np


def vectors(x, name, axis):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: every row needs the same length")
    if a.dtype.kind not in "fiub":
        raise TypeError(f"{name}: real numbers needed")
    if a.ndim == 0 or a.size == 0:
        raise ValueError(f"{name}: at least one number on an axis needed")
    return a.astype(np.float64)


def sane(a, name):
    if not np.isfinite(a).all() or (a < 0).any():
        raise ValueError(f"{name}: probabilities needed")
    if (np.abs(np.sum(a, -1) - 1) > 1e-6).any():
        raise ValueError(f"{name}: probabilities with sum 1 needed")


def lined(p, q, axis):
    p, q = vectors(p, "p", axis), vectors(q, "q", axis)
    k = max(p.ndim, q.ndim)
    p = np.moveaxis(p.reshape((1,) * (k - p.ndim) + p.shape), axis, -1)
    q = np.moveaxis(q.reshape((1,) * (k - q.ndim) + q.shape), axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p and q: equal lengths needed")
    sane(p, "p")
    sane(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q: matching shapes needed")


def unit_of(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base: number needed")
    if math.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base: positive number other than 1 needed")
    return math.log(base)


def masked_sum(keep, values):
    out = np.zeros(keep.shape)
    out[keep] = values
    return out.sum(axis=-1)


def entropy(p, *, axis=-1, base=None):
    u = unit_of(base)
    p = np.moveaxis(vectors(p, "p", axis), axis, -1)
    sane(p, "p")
    keep = p > 0
    return masked_sum(keep, -p[keep] * np.log(p[keep])) / u


def cross_entropy(p, q, *, axis=-1, base=None):
    u = unit_of(base)
    p, q = lined(p, q, axis)
    keep = (p > 0) & (q > 0)
    return masked_sum(keep, -p[keep] * np.log(q[keep])) / u


def kl_divergence(p, q, *, axis=-1, base=None):
    u = unit_of(base)
    p, q = lined(p, q, axis)
    keep = (p > 0) & (q > 0)
    return masked_sum(keep, p[keep] * np.log(p[keep] / q[keep])) / u
