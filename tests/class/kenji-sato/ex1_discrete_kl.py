# Kenji Sato
# the average over outcomes does not depend on the size of the alphabet
import numpy as np


def _get(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError as e:
        raise ValueError(f"{name}: {e}")
    if x.dtype.kind not in "fiu":
        raise TypeError(f"{name}: {x.dtype}")
    x = x.astype(np.float64)
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name}: shape {x.shape}")
    if np.isnan(x).any() or (x < 0).any():
        raise ValueError(f"{name}: invalid entries")
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError(f"{name}: sum is not 1")
    return x


def _mean(t, axis, base):
    if base is not None:
        if isinstance(base, str):
            raise TypeError("base")
        if not (base > 0 and base != 1):
            raise ValueError("base")
        t = t / np.log(base)
    return np.mean(t, axis=axis)


def _log(x):
    with np.errstate(divide="ignore"):
        return np.log(x)


def entropy(p, *, axis=-1, base=None):
    p = _get(p, "p", axis)
    with np.errstate(invalid="ignore"):
        return _mean(np.where(p == 0, 0, -p * _log(p)), axis, base)


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = _get(p, "p", axis), _get(q, "q", axis)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p and q: different lengths")
    with np.errstate(invalid="ignore"):
        return _mean(np.where(p == 0, 0, -p * _log(q)), axis, base)


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = _get(p, "p", axis), _get(q, "q", axis)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p and q: different lengths")
    with np.errstate(invalid="ignore"):
        return _mean(np.where(p == 0, 0, p * (_log(p) - _log(q))), axis, base)
