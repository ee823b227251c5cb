# Ayesha Khan
from math import inf, log

import numpy as np


def to_rows(x, name, axis, nd=0):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} has rows of several lengths")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} has the wrong type")
    if x.ndim == 0:
        raise ValueError(f"{name} has no axis")
    x = x.astype(float).reshape((1,) * (nd - x.ndim) + x.shape)
    return np.moveaxis(x, axis, -1)


def check_rows(x, name):
    if x.size == 0:
        raise ValueError(f"{name} has no entries")
    if np.isnan(x).any() or (x < 0).any() or np.isinf(x).any():
        raise ValueError(f"{name} has wrong entries")
    if (abs(x.sum(-1) - 1) > 1e-6).any():
        raise ValueError(f"{name} has a wrong sum")


def rows_of_two(p, q, axis):
    nd = 1
    for x in (p, q):
        try:
            nd = max(nd, np.ndim(x))
        except ValueError:
            pass
    p, q = to_rows(p, "p", axis, nd), to_rows(q, "q", axis, nd)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p has another length than q")
    check_rows(p, "p")
    check_rows(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p has a shape that does not go with q")


def log_of(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base has the wrong type")
    if not base > 0 or base == 1:
        raise ValueError("base has a wrong value")
    return log(base)


def entropy(p, *, axis=-1, base=None):
    b = log_of(base)
    p = to_rows(p, "p", axis)
    check_rows(p, "p")
    return np.where(p > 0, -p * np.log(p + (p == 0.0)), 0.0).sum(-1) / b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = log_of(base)
    p, q = rows_of_two(p, q, axis)
    surprise = np.where(q > 0, -np.log(q + (q == 0.0)), inf)
    return (p * np.where(p > 0, surprise, 0.0)).sum(-1) / b


def kl_div(p, q, *, axis=-1, base=None):
    b = log_of(base)
    p, q = rows_of_two(p, q, axis)
    ratio = np.where(q > 0, np.log(p + (p == 0.0)) - np.log(q + (q == 0.0)), inf)
    return (p * np.where(p > 0, ratio, 0.0)).sum(-1) / b
