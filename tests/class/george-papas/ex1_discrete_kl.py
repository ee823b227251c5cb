# George P.
import numpy as np


def test_input(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("ragged " + name)
    if x.dtype.kind not in "fiub":
        raise TypeError("type of " + name)
    if x.ndim == 0 or x.size == 0:
        raise ValueError("shape of " + name)
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any() or (abs(x.sum(axis) - 1) > 1e-6).any():
        raise ValueError("values of " + name)
    return x


def in_units(v, base):
    if base is None:
        return v
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("type of base")
    if not base > 0 or base == 1:
        raise ValueError("value of base")
    return v / np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    p = test_input(p, "p", axis)
    return in_units(-np.sum(p * np.log(p), axis=axis), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p = test_input(p, "p", axis)
    q = test_input(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("length of p and q")
    return in_units(-np.sum(p * np.log(q), axis=axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p = test_input(p, "p", axis)
    q = test_input(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("length of p and q")
    return in_units(np.sum(p * np.log(p / q), axis=axis), base)
