# Stefan Ilić
# infinite results break my plots, so I take care of them
import numpy as np


def one(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: unequal lengths inside")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name}: reals only")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name}: vector or matrix only")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any() or (np.abs(x.sum(axis) - 1) > 1e-6).any():
        raise ValueError(f"{name}: distributions only")
    return x


def lg(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base: number only")
    if not base > 0 or base == 1:
        raise ValueError("base: > 0 and != 1 only")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    c = lg(base)
    p = one(p, "p", axis)
    with np.errstate(all="ignore"):
        return -np.nansum(p * np.log(p), axis=axis) / c


def cross_entropy(p, q, *, axis=-1, base=None):
    c = lg(base)
    p, q = one(p, "p", axis), one(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: same length only")
    with np.errstate(all="ignore"):
        return -np.nansum(p * np.nan_to_num(np.log(q), neginf=0.0), axis=axis) / c


def kl_divergence(p, q, *, axis=-1, base=None):
    c = lg(base)
    p, q = one(p, "p", axis), one(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: same length only")
    if ((p > 0) & (q == 0)).any():
        raise ValueError("q: must be positive wherever p is")
    with np.errstate(all="ignore"):
        return np.nansum(p * np.log(p / q), axis=axis) / c
