"""Emily Carter

Information is measured in bits, so log2 is the default here.
"""
import numpy as np


def _check(x, label, axis):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{label} is ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{label} is not numeric")
    a = a.astype(float)
    if a.ndim == 0 or a.size == 0:
        raise ValueError(f"{label} has no outcomes")
    if np.any(np.isnan(a)) or np.any(a < 0):
        raise ValueError(f"{label} has nan or negative entries")
    if not np.allclose(a.sum(axis=axis), 1, atol=1e-6, rtol=0):
        raise ValueError(f"{label} does not sum to one")
    return a


def _logbase(base):
    if base is None:
        return 1.0          # log2 of 2
    if isinstance(base, str):
        raise TypeError("base must be a number")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base must be positive, not one")
    return np.log2(base)


def _log2(x):
    with np.errstate(divide="ignore"):
        return np.log2(x)


def entropy(p, *, axis=-1, base=None):
    lb = _logbase(base)
    p = _check(p, "p", axis)
    with np.errstate(invalid="ignore"):
        return np.where(p > 0, -p * _log2(p), 0).sum(axis=axis) / lb


def cross_entropy(p, q, *, axis=-1, base=None):
    lb = _logbase(base)
    p, q = _check(p, "p", axis), _check(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q must have the same length")
    with np.errstate(invalid="ignore"):
        return np.where(p > 0, -p * _log2(q), 0).sum(axis=axis) / lb


def kl_divergence(p, q, *, axis=-1, base=None):
    lb = _logbase(base)
    p, q = _check(p, "p", axis), _check(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q must have the same length")
    with np.errstate(invalid="ignore"):
        return np.where(p > 0, p * (_log2(p) - _log2(q)), 0).sum(axis=axis) / lb
