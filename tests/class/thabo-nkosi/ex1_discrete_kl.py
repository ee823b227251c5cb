# Thabo Nkosi
import numpy as np
from scipy.special import entr, rel_entr, xlogy


def _array(x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("invalid input")
    if x.dtype.kind not in "fiub":
        raise TypeError("invalid type")
    if x.ndim == 0 or x.size == 0:
        raise ValueError("invalid input")
    return x.astype(np.float64)


def _check(x, axis):
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError("invalid input")
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError("invalid input")
    return x


def _pair(x, y, axis):
    x, y = _array(x), _array(y)
    n = max(x.ndim, y.ndim)
    x = x.reshape((1,) * (n - x.ndim) + x.shape)
    y = y.reshape((1,) * (n - y.ndim) + y.shape)
    if x.shape[axis] != y.shape[axis]:
        raise ValueError("invalid input")
    _check(x, axis)
    _check(y, axis)
    return np.broadcast_arrays(x, y)


def _log(b):
    if b is None:
        return 1.0
    if not isinstance(b, (int, float, np.number)):
        raise TypeError("invalid type")
    if not b > 0 or b == 1:
        raise ValueError("invalid input")
    return np.log(float(b))


def entropy(p, *, axis=-1, base=None):
    c = _log(base)
    return entr(_check(_array(p), axis)).sum(axis=axis) / c


def cross_entropy(p, q, *, axis=-1, base=None):
    c = _log(base)
    x, y = _pair(p, q, axis)
    return xlogy(x, y).sum(axis=axis) / -c


def kl_divergence(p, q, *, axis=-1, base=None):
    c = _log(base)
    x, y = _pair(p, q, axis)
    return rel_entr(x, y).sum(axis=axis) / c
