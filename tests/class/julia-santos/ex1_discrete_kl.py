# Júlia Santos: plain python, no numpy needed (except moving the axis)
import math

import numpy as np


def fix(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} has a strange shape")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} has a strange type")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} has nothing to sum")
    return x.astype(float)


def good(row, name):
    if any(v < 0 or math.isnan(v) or math.isinf(v) for v in row) or abs(sum(row) - 1) > 1e-6:
        raise ValueError(f"{name} has a row which is not a distribution")
    return row


def walk(f, *xs):
    if isinstance(xs[0][0], list):
        return [walk(f, *parts) for parts in zip(*xs)]
    return f(*xs)


def pq(p, q, axis):
    p, q = fix(p, "p"), fix(q, "q")
    n = max(p.ndim, q.ndim)
    p = p.reshape((1,) * (n - p.ndim) + p.shape)
    q = q.reshape((1,) * (n - q.ndim) + q.shape)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p has not the length of q")
    try:
        p, q = np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p has not a shape that fits q")
    return np.moveaxis(p, axis, -1).tolist(), np.moveaxis(q, axis, -1).tolist()


def unit(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base is no number")
    if not base > 0 or base == 1:
        raise ValueError("base is no base")
    return math.log(base)


def entropy(p, *, axis=-1, base=None):
    u = unit(base)
    return walk(lambda r: -sum(v * math.log(v) for v in good(r, "p") if v > 0) / u,
                np.moveaxis(fix(p, "p"), axis, -1).tolist())


def cross_entropy(p, q, *, axis=-1, base=None):
    u = unit(base)

    def f(r, s):
        good(r, "p"), good(s, "q")
        return -sum(a * (math.log(b) if b else -math.inf) for a, b in zip(r, s) if a > 0) / u

    return walk(f, *pq(p, q, axis))


def kl_divergence(p, q, *, axis=-1, base=None):
    u = unit(base)

    def f(r, s):
        good(r, "p"), good(s, "q")
        return sum(a * (math.log(a / b) if b else math.inf) for a, b in zip(r, s) if a > 0) / u

    return walk(f, *pq(p, q, axis))
