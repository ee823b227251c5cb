"""Exercise 1 - Amira Haddad

Plain loops, because I want to see every term. fsum does the additions.
"""
import math

import numpy as np

TOL = 1e-6


def to_floats(x, who):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError(f"{who}: rows have different lengths")
    if a.dtype.kind not in "biuf":
        raise TypeError(f"{who}: expected real numbers, got {a.dtype}")
    if a.ndim == 0:
        raise ValueError(f"{who}: a single number is not a distribution")
    return a.astype(float)


def check_slices(a, axis, who):
    """a is any array; look at it one distribution at a time."""
    rows = np.moveaxis(a, axis, -1)
    if rows.shape[-1] == 0:
        raise ValueError(f"{who}: empty distribution")
    for where in np.ndindex(rows.shape[:-1]):
        row = rows[where].tolist()
        for v in row:
            if not math.isfinite(v) or v < 0:
                raise ValueError(f"{who}: {v} is not a probability")
        if abs(math.fsum(row) - 1) > TOL:
            raise ValueError(f"{who}: sums to {math.fsum(row)}, not to 1")
    return rows


def unit(base):
    if base is None:
        return 1.0
    if isinstance(base, (str, bytes)) or not hasattr(base, "__float__"):
        raise TypeError(f"base: must be a number, not a {type(base).__name__}")
    b = float(base)
    if math.isnan(b) or b <= 0 or b == 1:
        raise ValueError(f"base: {base} cannot be the base of a logarithm")
    return math.log(b)


def line_up(p, q, axis):
    p, q = to_floats(p, "p"), to_floats(q, "q")
    while p.ndim < q.ndim:
        p = p[np.newaxis]
    while q.ndim < p.ndim:
        q = q[np.newaxis]
    if p.shape[axis] != q.shape[axis]:
        raise ValueError(f"p and q: {p.shape[axis]} outcomes against {q.shape[axis]}")
    p = check_slices(p, axis, "p")
    q = check_slices(q, axis, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q: batch shapes do not fit together")


def fill(shape, fun):
    if shape == ():
        return float(fun(()))
    out = np.zeros(shape)
    for where in np.ndindex(shape):
        out[where] = fun(where)
    return out


def entropy(p, *, axis=-1, base=None):
    u = unit(base)
    rows = check_slices(to_floats(p, "p"), axis, "p")
    return fill(rows.shape[:-1],
                lambda w: math.fsum(-v * math.log(v) for v in rows[w].tolist() if v > 0) / u)


def cross_entropy(p, q, *, axis=-1, base=None):
    u = unit(base)
    P, Q = line_up(p, q, axis)

    def one(w):
        total = []
        for a, b in zip(P[w].tolist(), Q[w].tolist()):
            if a == 0:
                continue
            if b == 0:
                return math.inf
            total.append(-a * math.log(b))
        return math.fsum(total) / u

    return fill(P.shape[:-1], one)


def _term(a, b):
    # a log(a/b) - a + b, which is never negative (the extra parts cancel in the sum)
    if a == 0:
        return b
    if b == 0:
        return math.inf
    if abs(a - b) < 0.3 * b:
        x = (a - b) / b
        s, power, k = 0.0, x * x, 2
        while abs(power) > 1e-18 * x * x and k < 60:
            s += power / (k * (k - 1))
            power *= -x
            k += 1
        return b * s
    return a * (math.log(a) - math.log(b)) - a + b


def kl_divergence(p, q, *, axis=-1, base=None):
    u = unit(base)
    P, Q = line_up(p, q, axis)
    return fill(P.shape[:-1],
                lambda w: math.fsum(map(_term, P[w].tolist(), Q[w].tolist())) / u)
