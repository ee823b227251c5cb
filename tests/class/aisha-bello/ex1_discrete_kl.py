import numpy as np

# Aisha Bello, ex 1


def _dist(x, what):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{what}: unequal rows")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{what}: numbers, please")
    if x.ndim == 0:
        raise ValueError(f"{what}: vector, please")
    return x.astype(np.float64)


def _simplex(x, what):
    if x.size == 0:
        raise ValueError(f"{what}: empty")
    if np.isnan(x).any() or np.isinf(x).any() or (x < 0).any():
        raise ValueError(f"{what}: entries")
    if (np.abs(x.sum(-1) - 1) > 1e-6).any():
        raise ValueError(f"{what}: sum")


def _prep(p, q, axis):
    p, q = _dist(p, "p"), _dist(q, "q")
    n = max(p.ndim, q.ndim)
    p = np.moveaxis(p[(None,) * (n - p.ndim)], axis, -1)
    q = np.moveaxis(q[(None,) * (n - q.ndim)], axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p, q: lengths")
    _simplex(p, "p")
    _simplex(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p, q: shapes")


def _log_base(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base: number, please")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base: value")
    return np.log(np.float64(base))


def _plogx(p, x):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, p * np.log(x), 0.0)


def entropy(p, *, axis=-1, base=None):
    b = _log_base(base)
    p = np.moveaxis(_dist(p, "p"), axis, -1)
    _simplex(p, "p")
    return -_plogx(p, p).sum(-1) / b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = _log_base(base)
    p, q = _prep(p, q, axis)
    return -_plogx(p, q).sum(-1) / b


def kl_divergence(p, q, *, axis=-1, base=None):
    # all of these have a minus in front
    b = _log_base(base)
    p, q = _prep(p, q, axis)
    return -(_plogx(p, p) - _plogx(p, q)).sum(-1) / b
