# Ibrahim Touré
import numpy as np
from scipy.special import xlogy


def prepared(axis, **given):
    out = {}
    for name, x in given.items():
        try:
            x = np.asarray(x)
        except ValueError:
            raise ValueError(f"{name} is ragged")
        if x.dtype.kind not in "fiub":
            raise TypeError(f"{name} is not real")
        if x.ndim == 0 or x.size == 0:
            raise ValueError(f"{name} is empty or a scalar")
        out[name] = x.astype(np.float64)
    n = max(x.ndim for x in out.values())
    for name, x in out.items():
        x = np.moveaxis(x.reshape((1,) * (n - x.ndim) + x.shape), axis, -1)
        out[name] = x
        if x.shape[-1] != out["p"].shape[-1]:
            raise ValueError("p and q differ in length")
        if not np.isfinite(x).all() or (x < 0).any() or (abs(x.sum(-1) - 1) > 1e-6).any():
            raise ValueError(f"{name} is not a distribution")
    try:
        return np.broadcast_arrays(*out.values())
    except ValueError:
        raise ValueError("p and q have different batch shapes")


def per_unit(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base is not a number")
    if not base > 0 or base == 1:
        raise ValueError("base is not possible")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    u = per_unit(base)
    (p,) = prepared(axis, p=p)
    return -xlogy(p, p).sum(-1) / u


def cross_entropy(p, q, *, axis=-1, base=None):
    u = per_unit(base)
    p, q = prepared(axis, p=p, q=q)
    return -xlogy(p, q).sum(-1) / u


def kl_divergence(p, q, *, axis=-1, base=None):
    u = per_unit(base)
    p, q = prepared(axis, p=p, q=q)
    flat_p, flat_q = p.reshape(-1, p.shape[-1]), q.reshape(-1, p.shape[-1])
    out = np.zeros(len(flat_p))
    i = 0
    while i < len(flat_p):
        j = 0
        while j < p.shape[-1]:
            if flat_p[i, j] == 0:
                j += 1
                continue
            if flat_q[i, j] == 0:
                out[i] = np.inf
                break
            out[i] += flat_p[i, j] * np.log(flat_p[i, j] / flat_q[i, j])
        i += 1
    return out.reshape(p.shape[:-1]) / u
