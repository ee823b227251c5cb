# Lars Eriksen
# returns 0 / nan for bad input instead of raising, so a long run does not stop
import numpy as np
from scipy.special import entr, rel_entr


def usable(x, axis):
    try:
        x = np.asarray(x, dtype=float)
    except (TypeError, ValueError):
        return None
    if x.ndim == 0 or x.size == 0 or not np.all(x >= 0) or not np.allclose(x.sum(axis), 1, rtol=0, atol=1e-6):
        return None
    return x


def scale(base):
    if base is None:
        return 1.0
    return np.log(base)


def entropy(p, *, axis=-1, base=None):
    p = usable(p, axis)
    if p is None:
        return np.nan
    return entr(p).sum(axis) / scale(base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = usable(p, axis), usable(q, axis)
    if p is None or q is None:
        return np.nan
    return (entr(p) + rel_entr(p, q)).sum(axis) / scale(base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = usable(p, axis), usable(q, axis)
    if p is None or q is None:
        return np.nan
    return rel_entr(p, q).sum(axis) / scale(base)
