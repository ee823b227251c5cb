# Paolo Ricci
import numpy as np
from scipy.special import entr, rel_entr


def controlla(x, nome, axis, ndim=None):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{nome}: ragged")
    if x.dtype.kind not in "iufb":
        raise TypeError(f"{nome}: real numbers only")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{nome}: empty or scalar")
    x = x.astype(np.float64)
    if ndim:
        x = x.reshape((1,) * (ndim - x.ndim) + x.shape)
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{nome}: negative, nan or inf")
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError(f"{nome}: must sum to 1")
    return x


def coppia(p, q, axis):
    try:
        n = max(np.ndim(p), np.ndim(q))
    except ValueError:
        n = 1
    # axis refers to the broadcast array
    shapes = []
    for x, nome in ((p, "p"), (q, "q")):
        try:
            x = np.asarray(x)
        except ValueError:
            raise ValueError(f"{nome}: ragged")
        if x.ndim:
            shapes.append(((1,) * (n - x.ndim) + x.shape)[axis])
    if len(set(shapes)) > 1:
        controlla(p, "p", -1), controlla(q, "q", -1)
        raise ValueError("p and q have different lengths")
    P, Q = controlla(p, "p", axis, n), controlla(q, "q", axis, n)
    try:
        np.broadcast_shapes(P.shape, Q.shape)
    except ValueError:
        raise ValueError("p and q: shapes")
    return P, Q


def scala(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base: not a number")
    if not base > 0 or base == 1:
        raise ValueError("base: wrong value")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    s = scala(base)
    return entr(controlla(p, "p", axis)).sum(axis=axis) / s


def cross_entropy(p, q, *, axis=-1, base=None):
    s = scala(base)
    P, Q = coppia(p, q, axis)
    return (entr(P) + rel_entr(P, Q)).sum(axis=axis) / s


def kl_divergence(p, q, *, axis=-1, base=None):
    # how surprised is q about p
    s = scala(base)
    P, Q = coppia(p, q, axis)
    return rel_entr(Q, P).sum(axis=axis) / s
