# Tariq Aziz
import numpy as np
from scipy.special import entr, rel_entr

DEBUG = True


def dbg(*a):
    if DEBUG:
        print("[ex1]", *a)


def load(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: all rows need the same length")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name}: cannot compute with {x.dtype}")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name}: need at least one probability, on an axis")
    dbg(name, "has shape", x.shape)
    return x.astype(np.float64)


def verify(x, axis, name):
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name}: some entries are no probabilities")
    s = x.sum(axis)
    dbg("sums of", name, s)
    if (np.abs(s - 1) > 1e-6).any():
        raise ValueError(f"{name}: sums differ from one")


def load_two(p, q, axis):
    p, q = load(p, "p"), load(q, "q")
    n = max(p.ndim, q.ndim)
    p, q = p[(None,) * (n - p.ndim)], q[(None,) * (n - q.ndim)]
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p, q: lengths along axis differ")
    verify(p, axis, "p")
    verify(q, axis, "q")
    try:
        np.broadcast_shapes(p.shape, q.shape)
    except ValueError:
        raise ValueError("p, q: shapes cannot be broadcast")
    return p, q


def in_base(x, base):
    dbg("result in nats", x)
    return x if base is None else x / np.log(float(base))


def test_base(base):
    if base is None:
        return
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base: has to be a number")
    if not base > 0 or base == 1:
        raise ValueError("base: has to be > 0 and != 1")


def entropy(p, *, axis=-1, base=None):
    test_base(base)
    p = load(p, "p")
    verify(p, axis, "p")
    return in_base(entr(p).sum(axis), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    test_base(base)
    p, q = load_two(p, q, axis)
    return in_base((entr(p) + rel_entr(p, q)).sum(axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    test_base(base)
    p, q = load_two(p, q, axis)
    return in_base(rel_entr(p, q).sum(axis), base)
