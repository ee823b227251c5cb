# Isabel Torres -- clip so that the logarithm never sees a zero
import numpy as np


def _clip(x):
    return np.clip(x, 1e-12, 1.0)


def _input(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: inhomogeneous")
    if x.dtype.kind not in "fiu":
        raise TypeError(f"{name}: not numeric")
    x = x.astype(float)
    if x.ndim == 0 or x.size == 0 or np.isnan(x).any() or (x < 0).any():
        raise ValueError(f"{name}: bad values")
    if (np.abs(x.sum(axis) - 1) > 1e-6).any():
        raise ValueError(f"{name}: bad sum")
    return x


def _div(base):
    if base is None:
        return 1
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base: not numeric")
    if not base > 0 or base == 1:
        raise ValueError("base: bad value")
    return np.log(base)


def entropy(p, *, axis=-1, base=None):
    p = _clip(_input(p, "p", axis))
    return -np.sum(p * np.log(p), axis=axis) / _div(base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = _clip(_input(p, "p", axis)), _clip(_input(q, "q", axis))
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: lengths")
    return -np.sum(p * np.log(q), axis=axis) / _div(base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = _clip(_input(p, "p", axis)), _clip(_input(q, "q", axis))
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: lengths")
    return np.sum(p * np.log(p / q), axis=axis) / _div(base)
