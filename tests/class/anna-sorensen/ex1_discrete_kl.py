# Anna Sørensen
# To be safe everything is normalised first, then it does not matter whether
# somebody passes counts or probabilities.
import numpy as np
import scipy.stats
from scipy.special import entr, xlogy


def norm(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} contains no numbers")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} is empty or a scalar")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} contains nan, inf or negative values")
    total = x.sum(axis=axis, keepdims=True)
    if (total == 0).any():
        raise ValueError(f"{name} is all zero")
    return x / total


def norm2(p, q, axis):
    dims = []
    for n, x in (("p", p), ("q", q)):
        try:
            dims.append(np.ndim(x))
        except ValueError:
            raise ValueError(f"{n} is ragged")
    if dims[0] < dims[1] and dims[0]:
        p = np.expand_dims(p, tuple(range(dims[1] - dims[0])))
    if dims[1] < dims[0] and dims[1]:
        q = np.expand_dims(q, tuple(range(dims[0] - dims[1])))
    p, q = norm(p, "p", axis), norm(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q have different lengths")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q cannot be combined")


def logb(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base is not a number")
    if not base > 0 or base == 1:
        raise ValueError("base is not allowed")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    b = logb(base)
    return entr(norm(p, "p", axis)).sum(axis=axis) / b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = logb(base)
    p, q = norm2(p, q, axis)
    return -xlogy(p, q).sum(axis=axis) / b


def kl_divergence(p, q, *, axis=-1, base=None):
    b = logb(base)
    p, q = norm2(p, q, axis)
    return scipy.stats.entropy(p, q, axis=axis) / b
