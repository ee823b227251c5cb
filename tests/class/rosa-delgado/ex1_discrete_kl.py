"""Rosa Delgado. Assertions are the simplest way to check input."""
import numpy as np
from scipy.special import entr, rel_entr


def prepare(x, axis):
    x = np.asarray(x, dtype=np.float64)
    assert x.ndim > 0, "no axis"
    assert x.size > 0, "empty"
    assert np.all(x >= 0), "negative or nan"
    assert np.allclose(x.sum(axis=axis), 1.0, rtol=0, atol=1e-6), "not normalised"
    return x


def log_base(base):
    if base is None:
        return 1.0
    assert base > 0 and base != 1, "impossible base"
    return np.log(base)


def entropy(p, *, axis=-1, base=None):
    return entr(prepare(p, axis)).sum(axis=axis) / log_base(base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = prepare(p, axis), prepare(q, axis)
    assert p.shape[axis] == q.shape[axis], "different lengths"
    return (entr(p) + rel_entr(p, q)).sum(axis=axis) / log_base(base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = prepare(p, axis), prepare(q, axis)
    assert p.shape[axis] == q.shape[axis], "different lengths"
    return rel_entr(p, q).sum(axis=axis) / log_base(base)
