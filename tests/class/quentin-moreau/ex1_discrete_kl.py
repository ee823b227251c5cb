# Quentin Moreau
import numpy as np


def verify(x, name, axis=-1):
    try:
        x = np.asarray(x)
    except ValueError:
        raise Exception(f"{name} is ragged")
    if x.dtype.kind not in "fiu":
        raise TypeError(f"{name} is not made of real numbers")
    if x.size == 0 or x.ndim == 0:
        raise Exception(f"{name} is empty")
    if not np.isfinite(x).all():
        raise Exception(f"{name} is not finite")
    if (x < 0).any():
        raise Exception(f"{name} is negative")
    if (abs(x.sum(axis, dtype=float) - 1) > 1e-6).any():
        raise Exception(f"{name} is not normalised")
    return x.astype(float)


def same_shape(p, q):
    if np.shape(p) != np.shape(q):
        raise ValueError("p and q must have the same shape")


def unit(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base is not a number")
    if not base > 0 or base == 1:
        raise Exception("base is wrong")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    u = unit(base)
    p = verify(p, "p", axis)
    return -(p * np.log(np.where(p > 0, p, 1))).sum(axis) / u


def cross_entropy(p, q, *, axis=-1, base=None):
    u = unit(base)
    p, q = verify(p, "p", axis), verify(q, "q", axis)
    same_shape(p, q)
    out = np.zeros(p.shape)
    m = p > 0
    with np.errstate(divide="ignore"):
        out[m] = -p[m] * np.log(q[m])
    return out.sum(axis) / u


def kl_divergence(p, q, *, axis=-1, base=None):
    u = unit(base)
    p, q = verify(p, "p", axis), verify(q, "q", axis)
    same_shape(p, q)
    out = np.zeros(p.shape)
    m = p > 0
    with np.errstate(divide="ignore"):
        out[m] = p[m] * (np.log(p[m]) - np.log(q[m]))
    return out.sum(axis) / u
