# Viktor. On my calculator "log" is base ten.
from math import log10, inf
import numpy as np


def arr(x, name):
    try:
        x = np.array(x)
        if x.dtype.kind not in "iuf":
            raise TypeError(name + " wrong type")
        x = x.astype(float)
    except ValueError:
        raise ValueError(name + " wrong shape")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(name + " wrong shape")
    return x


def dist(x, axis, name):
    x = np.moveaxis(x, axis, -1)
    if not np.isfinite(x).all() or x.min() < 0 or np.abs(x.sum(-1) - 1).max() > 1e-6:
        raise ValueError(name + " is no distribution")
    return x


def two(p, q, axis):
    p, q = arr(p, "p"), arr(q, "q")
    n = max(p.ndim, q.ndim)
    p = p.reshape((1,) * (n - p.ndim) + p.shape)
    q = q.reshape((1,) * (n - q.ndim) + q.shape)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: lengths")
    p, q = dist(p, axis, "p"), dist(q, axis, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q: shapes")


def run(f, p, q, base):
    if base is not None:
        if not isinstance(base, (int, float, np.number)):
            raise TypeError("base wrong type")
        if not base > 0 or base == 1:
            raise ValueError("base wrong value")
    d = 1 if base is None else log10(base)
    out = np.zeros(p.shape[:-1])
    for i in np.ndindex(*p.shape[:-1]):
        out[i] = sum(f(a, b) for a, b in zip(p[i], q[i]) if a > 0) / d
    return out if out.ndim else float(out)


def entropy(p, *, axis=-1, base=None):
    p = dist(arr(p, "p"), axis, "p")
    return run(lambda a, b: -a * log10(a), p, p, base)


def cross_entropy(p, q, *, axis=-1, base=None):
    return run(lambda a, b: -a * log10(b) if b else inf, *two(p, q, axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    return run(lambda a, b: a * log10(a / b) if b else inf, *two(p, q, axis), base)
