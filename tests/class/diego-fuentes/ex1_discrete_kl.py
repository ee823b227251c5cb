import numpy as np

# Diego F. -- einsum version: every quantity here is <p, something>


def _load(thing, nm):
    if thing is None or isinstance(thing, (str, bytes, dict, set)):
        raise TypeError(nm + " must be an array of numbers, not " + type(thing).__name__)
    try:
        a = np.asarray(thing)
    except ValueError:
        raise ValueError(nm + " is a ragged list")
    if a.dtype.kind not in ("f", "i", "u", "b"):
        raise TypeError(nm + " contains something that is not a real number")
    if a.ndim == 0:
        raise ValueError(nm + " is a scalar")
    return a.astype("float64")


def _verify(a, nm):
    # here the outcomes are always on the last axis
    if a.shape[-1] == 0 or a.size == 0:
        raise ValueError(nm + " is empty")
    if not np.isfinite(a).all():
        raise ValueError(nm + " must be finite")
    if (a < 0).any():
        raise ValueError(nm + " must not be negative")
    total = np.einsum("...i->...", a)
    if (abs(total - 1) > 1e-6).any():
        raise ValueError(nm + " must sum to one")


def _divisor(base):
    if base is None:
        return 1.0
    try:
        base = np.float64(base + 0)
    except TypeError:
        raise TypeError("base must be a number")
    if np.isnan(base) or base <= 0.0 or base == 1.0:
        raise ValueError("base must be > 0 and != 1")
    return np.log(base)


def _safe_log(x, keep):
    """log(x) where keep, 0 elsewhere; log 0 is -inf and quiet about it"""
    out = np.zeros(np.broadcast_shapes(x.shape, keep.shape))
    with np.errstate(divide="ignore"):
        np.log(x, out=out, where=keep)
    return out


def _both(p, q, axis):
    p, q = _load(p, "p"), _load(q, "q")
    nd = max(p.ndim, q.ndim)
    p.shape = (1,) * (nd - p.ndim) + p.shape
    q.shape = (1,) * (nd - q.ndim) + q.shape
    p, q = np.moveaxis(p, axis, -1), np.moveaxis(q, axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p and q must have the same number of outcomes")
    _verify(p, "p")
    _verify(q, "q")
    try:
        np.broadcast_shapes(p.shape, q.shape)
    except ValueError:
        raise ValueError("p and q must have compatible shapes")
    return p, q


def entropy(p, *, axis=-1, base=None):
    d = _divisor(base)
    p = np.moveaxis(_load(p, "p"), axis, -1)
    _verify(p, "p")
    return -np.einsum("...i,...i->...", p, _safe_log(p, p > 0)) / d


def cross_entropy(p, q, *, axis=-1, base=None):
    d = _divisor(base)
    p, q = _both(p, q, axis)
    return -np.einsum("...i,...i->...", p, _safe_log(q, p > 0)) / d


def kl_divergence(p, q, *, axis=-1, base=None):
    d = _divisor(base)
    p, q = _both(p, q, axis)
    surplus = _safe_log(p, p > 0) - _safe_log(q, p > 0)
    return np.einsum("...i,...i->...", p, surplus) / d
