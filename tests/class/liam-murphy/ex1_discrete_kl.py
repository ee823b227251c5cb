import numpy as np

EPS = 1e-10  # against log(0)

# Liam Murphy


def _valid(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} must be a proper array")
    if x.dtype.kind not in "fiu":
        raise TypeError(f"{name} must be numeric")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} must be at least 1-d and not empty")
    x = x.astype(np.float64)
    if not (np.isfinite(x) & (x >= 0)).all():
        raise ValueError(f"{name} must be finite and non-negative")
    return x


def _sums(x, axis, name):
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError(f"{name} must sum to one")


def _b(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base must be a number")
    if not base > 0 or base == 1:
        raise ValueError("base must be positive and not one")
    return np.log(float(base))


def _pq(p, q, axis):
    p, q = _valid(p, "p"), _valid(q, "q")
    nd = max(p.ndim, q.ndim)
    p = p[(None,) * (nd - p.ndim)]
    q = q[(None,) * (nd - q.ndim)]
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q must have equal lengths")
    _sums(p, axis, "p")
    _sums(q, axis, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q must broadcast")


def entropy(p, *, axis=-1, base=None):
    b = _b(base)
    p = _valid(p, "p")
    _sums(p, axis, "p")
    return -np.sum(p * np.log(np.where(p > 0, p, 1)), axis=axis) / b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = _b(base)
    p, q = _pq(p, q, axis)
    q = np.maximum(q, EPS)
    return -np.sum(p * np.log(q), axis=axis) / b


def kl_divergence(p, q, *, axis=-1, base=None):
    b = _b(base)
    p, q = _pq(p, q, axis)
    q = np.maximum(q, EPS)
    return np.sum(p * np.log(np.where(p > 0, p, 1) / q) * (p > 0), axis=axis) / b
