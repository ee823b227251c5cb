"""Wei Chen - extended precision (np.longdouble) inside, float64 outside."""
import numpy as np

LD = np.longdouble


def real_array(x, n):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(n + ": array must be rectangular")
    if not any(np.issubdtype(a.dtype, t) for t in (np.integer, np.floating, np.bool_)):
        raise TypeError(n + ": real numbers required, got " + str(a.dtype))
    if a.ndim == 0:
        raise ValueError(n + ": scalar given")
    # first to double: everybody computes on the same numbers
    return a.astype(np.float64).astype(LD)


def check_prob(a, ax, n):
    if a.size == 0:
        raise ValueError(n + ": empty")
    bad = ~np.isfinite(a) | (a < 0)
    if bad.any():
        raise ValueError(n + ": %d invalid entries" % bad.sum())
    if (abs(a.sum(axis=ax) - 1) > LD("1.000000001e-6")).any():
        raise ValueError(n + ": does not sum to 1")


def match(p, q, ax):
    p, q = real_array(p, "p"), real_array(q, "q")
    dims = max(p.ndim, q.ndim)
    p = p.reshape((1,) * (dims - p.ndim) + p.shape)
    q = q.reshape((1,) * (dims - q.ndim) + q.shape)
    if p.shape[ax] != q.shape[ax]:
        raise ValueError("p: length differs from q")
    check_prob(p, ax, "p")
    check_prob(q, ax, "q")
    try:
        np.broadcast_shapes(p.shape, q.shape)
    except ValueError:
        raise ValueError("p: shape does not go with the shape of q")
    return p, q


def finish(terms, ax, base):
    total = terms.sum(axis=ax)
    if base is not None:
        total = total / np.log(LD(base))
    return np.float64(total) if np.ndim(total) == 0 else total.astype(np.float64)


def check_base(base):
    if base is None:
        return
    if isinstance(base, str) or np.ndim(base) or np.asarray(base).dtype.kind not in "fiu":
        raise TypeError("base: real number required")
    if not (base > 0) or base == 1:
        raise ValueError("base: must be > 0 and not 1")


def entropy(p, *, axis=-1, base=None):
    check_base(base)
    p = real_array(p, "p")
    check_prob(p, axis, "p")
    return finish(-p * np.log(np.where(p > 0, p, LD(1))), axis, base)


def cross_entropy(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = match(p, q, axis)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = -p * np.log(q)
    return finish(np.where(p > 0, t, LD(0)), axis, base)


def kl_divergence(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = match(p, q, axis)
    with np.errstate(all="ignore"):
        u = (p - q) / q
        exact = (1 + u) * np.log1p(u) - u
        direct = p * (np.log(p) - np.log(q)) + (q - p)
        # below 2**-10 even 64 bits of mantissa lose digits in exact -> Taylor
        taylor = u * u * (LD(1) / 2 - u * (LD(1) / 6 - u * (LD(1) / 12 - u * (LD(1) / 20 - u / 30))))
        phi = np.where(abs(u) < LD(2) ** -10, taylor, exact)
        t = np.where(abs(u) < 0.5, q * phi, direct)
        t = np.where(q > 0, t, np.where(p > 0, LD(np.inf), LD(0)))
    t = np.where(p > 0, t, q)
    return finish(t, axis, base)
