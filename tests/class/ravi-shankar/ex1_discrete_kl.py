import numpy as np

# Ravi Shankar
# work in place as far as possible, saves memory for large arrays


def _a(x, name):
    try:
        x = np.asarray(x, dtype=np.float64) if np.asarray(x).dtype.kind in "fiub" else None
    except ValueError:
        raise ValueError("%s: ragged" % name)
    if x is None:
        raise TypeError("%s: not numeric" % name)
    if x.ndim == 0 or x.size == 0:
        raise ValueError("%s: 0-d or empty" % name)
    return x


def _c(x, axis, name):
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError("%s: invalid" % name)
    if (np.abs(x.sum(axis=axis) - 1) > 1e-6).any():
        raise ValueError("%s: not normalised" % name)


def _pq(p, q, axis):
    p, q = _a(p, "p"), _a(q, "q")
    n = max(p.ndim, q.ndim)
    p = p.reshape((1,) * (n - p.ndim) + p.shape)
    q = q.reshape((1,) * (n - q.ndim) + q.shape)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: lengths")
    _c(p, axis, "p")
    _c(q, axis, "q")
    try:
        np.broadcast_shapes(p.shape, q.shape)
    except ValueError:
        raise ValueError("p and q: shapes")
    return p, q


def _lb(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base: not numeric")
    if not base > 0 or base == 1:
        raise ValueError("base: invalid")
    return np.log(float(base))


def entropy(p, *, axis=-1, base=None):
    b = _lb(base)
    p = _a(p, "p")
    _c(p, axis, "p")
    logs = np.zeros_like(p)
    np.log(p, where=p > 0, out=logs)
    logs *= p
    return logs.sum(axis=axis) / -b


def cross_entropy(p, q, *, axis=-1, base=None):
    b = _lb(base)
    p, q = _pq(p, q, axis)
    logs = np.full(q.shape, -np.inf)
    np.log(q, where=q > 0, out=logs)
    logs = np.where(p > 0, logs, 0.0)
    return (p * logs).sum(axis=axis) / -b


def kl_divergence(p, q, *, axis=-1, base=None):
    b = _lb(base)
    p, q = _pq(p, q, axis)
    if not q.flags.writeable:
        q = q.copy()
    zero = q == 0
    q[zero] = 1.0
    np.log(q, out=q)              # q is now log q
    q[zero] = -np.inf
    logp = np.log(np.where(p > 0, p, 1.0))
    return (p * np.where(p > 0, logp - q, 0.0)).sum(axis=axis) / b
