"""Fatou Diallo - exercise 1"""
import numpy as np


class Distribution:
    def __init__(self, data, name):
        self.name = name
        try:
            a = np.asarray(data)
        except ValueError:
            raise ValueError(f"argument {name}: rows of different length")
        if a.dtype.kind not in "fiub":
            raise TypeError(f"argument {name}: {a.dtype} instead of real numbers")
        if a.ndim == 0 or a.size == 0:
            raise ValueError(f"argument {name}: nothing to sum over")
        self.a = a.astype(np.float64)

    def at_least(self, ndim):
        self.a = self.a.reshape((1,) * (ndim - self.a.ndim) + self.a.shape)
        return self

    def last(self, axis):
        self.a = np.moveaxis(self.a, axis, -1)
        return self

    def proper(self):
        if not np.isfinite(self.a).all() or (self.a < 0).any():
            raise ValueError(f"argument {self.name}: impossible probability")
        if (np.abs(self.a.sum(-1) - 1) > 1e-6).any():
            raise ValueError(f"argument {self.name}: total is not 1")
        return self.a


def _unit(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("argument base: number needed")
    if not base > 0 or base == 1:
        raise ValueError("argument base: positive, but not 1")
    return np.log(float(base))


def _pair(p, q, axis):
    p, q = Distribution(p, "p"), Distribution(q, "q")
    n = max(p.a.ndim, q.a.ndim)
    p.at_least(n).last(axis)
    q.at_least(n).last(axis)
    if p.a.shape[-1] != q.a.shape[-1]:
        raise ValueError("arguments p and q: different number of outcomes")
    P, Q = p.proper(), q.proper()
    try:
        return np.broadcast_arrays(P, Q)
    except ValueError:
        raise ValueError("arguments p and q: shapes do not fit")


def _expected_surprise(p, q):
    s = np.full(q.shape, np.inf)
    np.negative(np.log(q, where=q > 0, out=np.zeros(q.shape)), where=q > 0, out=s)
    s[p == 0] = 0
    return np.sum(p * s, axis=-1)


def entropy(p, *, axis=-1, base=None):
    u = _unit(base)
    p = Distribution(p, "p").last(axis).proper()
    return _expected_surprise(p, p) / u


def cross_entropy(p, q, *, axis=-1, base=None):
    u = _unit(base)
    return _expected_surprise(*_pair(p, q, axis)) / u


def kl_divergence(p, q, *, axis=-1, base=None):
    """the expected surprise of someone who believes in q, while p is true"""
    u = _unit(base)
    return _expected_surprise(*_pair(p, q, axis)) / u
