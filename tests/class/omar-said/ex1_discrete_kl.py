# omar said
import numpy as np


def entropy(p, *, axis=-1, base=2):
    p = np.asarray(p, dtype=float)
    if (p < 0).any() or not np.allclose(p.sum(axis), 1, atol=1e-6):
        raise ValueError("p should be probabilities")
    lp = np.log2(p, where=p > 0, out=np.zeros_like(p))
    return (-p * lp).mean(axis)


def cross_entropy(p, q, *, axis=-1, base=2):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    return entropy(p, axis=axis) + kl_divergence(p, q, axis=axis)


def kl_divergence(p, q, *, axis=-1, base=2):
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    if (p < 0).any() or not np.allclose(p.sum(axis), 1, atol=1e-6):
        raise ValueError("p should be probabilities")
    if (q < 0).any() or not np.allclose(q.sum(axis), 1, atol=1e-6):
        raise ValueError("q should be probabilities")
    lp = np.log2(p, where=p > 0, out=np.zeros_like(p))
    with np.errstate(divide="ignore"):
        lq = np.log2(q)
    d = np.where(p > 0, p, 1) * np.where(p > 0, lp - lq, 0)
    return d.mean(axis)
