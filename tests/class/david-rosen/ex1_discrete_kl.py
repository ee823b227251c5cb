import math
import numpy as np

# David Rosen
# sum over axis 0: numpy adds up columns first, like in the linear algebra course


def as_floats(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: not a matrix")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name}: not real")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name}: no data")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or x.min() < 0:
        raise ValueError(f"{name}: not probabilities")
    return x


def normalised(x, name, axis):
    if np.max(np.abs(x.sum(axis=axis) - 1)) > 1e-6:
        raise ValueError(f"{name}: not normalised")


def base_factor(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base: not a number")
    if not base > 0 or base == 1:
        raise ValueError("base: out of range")
    return 1 / math.log(base)


def entropy(p, *, axis=-1, base=None):
    f = base_factor(base)
    p = as_floats(p, "p")
    normalised(p, "p", axis)
    logp = np.log(np.where(p > 0, p, 1))
    return -(p * logp).sum(axis=axis) * f


def cross_entropy(p, q, *, axis=-1, base=None):
    f = base_factor(base)
    p, q = as_floats(p, "p"), as_floats(q, "q")
    normalised(p, "p", axis)
    normalised(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p, q: lengths")
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, -p * np.log(q), 0).sum(axis=0) * f


def kl_divergence(p, q, *, axis=-1, base=None):
    f = base_factor(base)
    p, q = as_floats(p, "p"), as_floats(q, "q")
    normalised(p, "p", axis)
    normalised(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p, q: lengths")
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, p * (np.log(p) - np.log(q)), 0).sum(axis=0) * f
