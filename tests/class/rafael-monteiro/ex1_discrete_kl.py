import mpmath
import numpy as np

# Rafael Monteiro. mpmath with 60 digits, rounded to double at the very end.
ctx = mpmath.mp.clone()
ctx.dps = 60


def _floats(v, who):
    try:
        arr = np.asarray(v)
    except Exception as oops:
        if isinstance(oops, ValueError):
            raise ValueError(f"{who} must be rectangular") from oops
        raise TypeError(f"{who} cannot be read as an array") from oops
    if arr.dtype.kind in "biuf":
        if arr.ndim:
            return arr.astype(np.float64)
        raise ValueError(f"{who} must have at least one axis")
    raise TypeError(f"{who} must contain real numbers")


def _guard(arr, who, axis):
    if arr.size == 0 or arr.shape[axis] == 0:
        raise ValueError(f"{who} must not be empty")
    if not np.all(arr >= 0):          # nan lands here too
        raise ValueError(f"{who} must be >= 0 everywhere")
    if np.any(np.abs(arr.sum(axis) - 1) > 1e-6):   # and inf here
        raise ValueError(f"{who} must sum to 1")


def _base(base):
    if base is None:
        return ctx.mpf(1)
    if isinstance(base, str):
        raise TypeError("base is a string")
    try:
        b = float(base)
    except (TypeError, ValueError):
        raise TypeError("base is not a number") from None
    if b > 0 and b != 1:
        return ctx.log(b)
    raise ValueError("base must satisfy base > 0, base != 1")


def _mp_sum(row, u):
    total = ctx.mpf(0)
    for term in row:
        total += term
    return float(total / u)


def _over_batch(fn, u, axis, *arrays):
    moved = [np.moveaxis(a, axis, -1) for a in arrays]
    flat = [m.reshape(-1, m.shape[-1]) for m in moved]
    res = np.array([_mp_sum(fn(*rows), u) for rows in zip(*flat)])
    return res.reshape(moved[0].shape[:-1])[()]


def _two(p, q, axis):
    p, q = _floats(p, "p"), _floats(q, "q")
    k = max(p.ndim, q.ndim)
    p = p.reshape((1,) * (k - p.ndim) + p.shape)
    q = q.reshape((1,) * (k - q.ndim) + q.shape)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q must be equally long")
    _guard(p, "p", axis)
    _guard(q, "q", axis)
    try:
        return np.broadcast_arrays(p, q)
    except ValueError as oops:
        raise ValueError(f"p and q do not fit: {oops}") from oops


def entropy(p, *, axis=-1, base=None):
    u = _base(base)
    p = _floats(p, "p")
    _guard(p, "p", axis)

    def terms(r):
        for a in map(ctx.mpf, r.tolist()):
            yield -a * ctx.log(a) if a else a

    return _over_batch(terms, u, axis, p)


def cross_entropy(p, q, *, axis=-1, base=None):
    u = _base(base)

    def terms(r, s):
        for a, b in zip(map(ctx.mpf, r.tolist()), map(ctx.mpf, s.tolist())):
            if a > 0:
                yield -a * ctx.log(b) if b else ctx.inf

    return _over_batch(terms, u, axis, *_two(p, q, axis))


def kl_divergence(p, q, *, axis=-1, base=None):
    u = _base(base)

    def terms(r, s):
        for a, b in zip(map(ctx.mpf, r.tolist()), map(ctx.mpf, s.tolist())):
            if a > 0:
                yield a * ctx.log(a / b) if b else ctx.inf

    return _over_batch(terms, u, axis, *_two(p, q, axis))
