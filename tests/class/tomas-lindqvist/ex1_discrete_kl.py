"""Recursion over nested lists. NumPy only at the door (reading, broadcasting) and on the way out."""
import math
import numpy as np


def read(x, name):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError(f"{name} has rows of unequal length") from None
    if a.dtype.kind in "biuf":
        return np.array(a, dtype=float)
    raise TypeError(f"{name} must hold real numbers only")


def rows_last(a, axis, name):
    if a.ndim == 0:
        raise ValueError(f"{name} is 0-d")
    a = np.moveaxis(a, axis, -1)
    if 0 in a.shape:
        raise ValueError(f"{name} is empty")
    inspect(a.tolist(), name)
    return a


def inspect(nested, name):
    if isinstance(nested[0], list):
        for part in nested:
            inspect(part, name)
        return
    if any(math.isnan(v) or math.isinf(v) or v < 0 for v in nested):
        raise ValueError(f"{name} has an entry that is no probability")
    if abs(sum(nested) - 1) > 1e-6:
        raise ValueError(f"{name} does not add up to 1")


def descend(f, *nested):
    """Apply f to the innermost lists, keep the outer structure."""
    if isinstance(nested[0][0], list):
        return [descend(f, *parts) for parts in zip(*nested)]
    return f(*nested)


def answer(x):
    return np.array(x, dtype=float) if isinstance(x, list) else x


def pair(p, q, axis):
    p, q = read(p, "p"), read(q, "q")
    if p.ndim == 0 or q.ndim == 0:
        raise ValueError(f"{'p' if p.ndim == 0 else 'q'} is 0-d")
    nd = max(p.ndim, q.ndim)
    p = p.reshape([1] * (nd - p.ndim) + list(p.shape))
    q = q.reshape([1] * (nd - q.ndim) + list(q.shape))
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: different number of outcomes")
    p, q = rows_last(p, axis, "p"), rows_last(q, axis, "q")
    try:
        p, q = np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q: shapes do not broadcast") from None
    return p.tolist(), q.tolist()


def log_of(base):
    if base is None:
        return 1.0
    if isinstance(base, (int, float, np.integer, np.floating)):
        if base > 0 and base != 1:
            return math.log(base)
        raise ValueError("base must be positive, and not 1")
    raise TypeError("base must be a real number")


def entropy(p, *, axis=-1, base=None):
    unit = log_of(base)
    p = rows_last(read(p, "p"), axis, "p").tolist()
    return answer(descend(lambda r: sum((-v * math.log(v) for v in r if v), 0.0) / unit, p))


def cross_entropy(p, q, *, axis=-1, base=None):
    unit = log_of(base)

    def f(r, s):
        if any(a > 0 and b == 0 for a, b in zip(r, s)):
            return math.inf
        return sum((-a * math.log(b) for a, b in zip(r, s) if a), 0.0) / unit

    return answer(descend(f, *pair(p, q, axis)))


def atanh_minus_self(s):
    if abs(s) > 0.2:
        return math.atanh(s) - s
    # s^3/3 + s^5/5 + ...
    return sum(s ** k / k for k in range(27, 1, -2))


def contribution(a, b):
    """a*log(a/b) - a + b, written with s = (a-b)/(a+b): log(a/b) = 2 atanh(s)."""
    if a == 0.0:
        return b
    if b == 0.0:
        return math.inf
    if a > 4 * b or b > 4 * a:
        return a * (math.log(a) - math.log(b)) - a + b
    s = (a - b) / (a + b)
    return (a + b) * ((1 + s) * atanh_minus_self(s) + s * s)


def kl_divergence(p, q, *, axis=-1, base=None):
    unit = log_of(base)
    return answer(descend(lambda r, s: math.fsum(map(contribution, r, s)) / unit, *pair(p, q, axis)))
