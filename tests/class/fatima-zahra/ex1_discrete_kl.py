# Fatima-Zahra B.
#
# KL(p||q) = sum_{p>0} p*(v - log(1+v)) + sum_{p=0} q   with v = (q-p)/p
# because sum(q-p) = 0. Each bracket is >= 0 so there is no cancellation left,
# except inside the bracket itself: there I use a continued series for small v.
import warnings

import numpy as np


def psi(v):
    """v - log1p(v) for |v| < 1/3; with s = v/(2+v): log1p(v) = 2 atanh(s), v = 2s/(1-s)"""
    s = v / (2.0 + v)
    s2 = s * s
    tail = np.zeros_like(s)
    for k in range(31, 1, -2):
        tail = tail * s2 + 1.0 / k
    # v - 2s = v*s
    return v * s - 2.0 * s * s2 * tail


def _as_float(x, tag):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            arr = np.asarray(x)
    except (ValueError, Warning):
        raise ValueError(f"({tag}) the rows do not have the same length")
    if arr.dtype.kind not in "fiub":
        raise TypeError(f"({tag}) is not numeric")
    if arr.ndim == 0:
        raise ValueError(f"({tag}) is a scalar, expected an array")
    return arr.astype(np.float64)


def _valid(arr, tag):
    if arr.size == 0:
        raise ValueError(f"({tag}) is empty")
    if not np.isfinite(arr).all():
        raise ValueError(f"({tag}) has nan/inf")
    if (arr < 0).any():
        raise ValueError(f"({tag}) has negative values")
    if not (np.abs(arr.sum(axis=-1) - 1) <= 1e-6).all():
        raise ValueError(f"({tag}) is not normalised")


def _factor(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("(base) has to be a real number")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("(base) has to be > 0 and not 1")
    return 1.0 / float(np.log(np.float64(base)))


def _together(p, q, axis):
    p, q = _as_float(p, "p"), _as_float(q, "q")
    nd = max(p.ndim, q.ndim)
    p = np.moveaxis(p.reshape((1,) * (nd - p.ndim) + p.shape), axis, -1)
    q = np.moveaxis(q.reshape((1,) * (nd - q.ndim) + q.shape), axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("(p) and (q) do not have the same length")
    _valid(p, "p")
    _valid(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("(p) and (q) do not broadcast")


def entropy(p, *, axis=-1, base=None):
    f = _factor(base)
    p = np.moveaxis(_as_float(p, "p"), axis, -1)
    _valid(p, "p")
    return -np.sum(p * np.log(np.where(p > 0, p, 1.0)), axis=-1) * f


def cross_entropy(p, q, *, axis=-1, base=None):
    f = _factor(base)
    p, q = _together(p, q, axis)
    finite = -np.sum(p * np.log(np.where((p > 0) & (q > 0), q, 1.0)), axis=-1)
    return np.where(((p > 0) & (q == 0)).any(axis=-1), np.inf, finite * f)


def kl_divergence(p, q, *, axis=-1, base=None):
    f = _factor(base)
    p, q = _together(p, q, axis)
    terms = np.where(p > 0, np.inf, q)
    close = (np.abs(q - p) < p / 3) & (p > 0)
    terms[close] = p[close] * psi((q[close] - p[close]) / p[close])
    far = (p > 0) & (q > 0) & ~close
    terms[far] = p[far] * (np.log(p[far]) - np.log(q[far])) + (q[far] - p[far])
    return terms.sum(axis=-1) * f
