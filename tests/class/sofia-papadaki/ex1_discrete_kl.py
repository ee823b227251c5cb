"""Exact fractions as long as possible, 50-digit logarithms where not. Slow and proud of it. (Sofia P.)"""
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

ONE_MILLIONTH = Fraction(1, 10**6) + Fraction(1, 10**12)


def to_array(x, name):
    try:
        a = np.asarray(x)
    except ValueError as exc:
        raise ValueError(f"{name}: ragged") from exc
    if a.dtype.kind not in "iufb":
        raise TypeError(f"{name}: only real numbers please")
    if a.ndim == 0 or a.size == 0:
        raise ValueError(f"{name}: a non-empty vector is needed")
    return a.astype(np.float64)


def exact_rows(a, name):
    """{index: [Fraction, ...]} for an array with the outcomes last"""
    table = {}
    for idx in np.ndindex(a.shape[:-1]):
        values = [float(v) for v in a[idx]]
        if any(v != v or v in (float("inf"), float("-inf")) for v in values):
            raise ValueError(f"{name}: nan or infinity inside")
        row = [Fraction(v) for v in values]
        if min(row) < 0:
            raise ValueError(f"{name}: negative probability")
        if abs(sum(row) - 1) > ONE_MILLIONTH:
            raise ValueError(f"{name}: total probability is {float(sum(row))}")
        table[idx] = row
    return table


def dec(fr):
    return Decimal(fr.numerator) / Decimal(fr.denominator)


def check_base(base):
    if base is None:
        return None
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base: not a real number")
    if not (base > 0) or base == 1:
        raise ValueError("base: has to be positive and different from one")
    return Decimal(float(base))


def work(shape, row_formula, base):
    """row_formula(idx) -> Decimal, or None for infinity"""
    b = check_base(base)
    out = np.empty(shape)
    with localcontext() as ctx:
        ctx.prec = 50
        ctx.Emin, ctx.Emax = -10**6, 10**6
        for idx in np.ndindex(shape):
            value = row_formula(idx)
            if value is None:
                out[idx] = np.inf
            else:
                out[idx] = float(value if b is None else value / b.ln())
    return out if shape else float(out)


def load_two(p, q, axis):
    p, q = to_array(p, "p"), to_array(q, "q")
    d = max(p.ndim, q.ndim)
    p = np.moveaxis(p.reshape((1,) * (d - p.ndim) + p.shape), axis, -1)
    q = np.moveaxis(q.reshape((1,) * (d - q.ndim) + q.shape), axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError("p, q: not the same number of outcomes")
    exact_rows(p, "p"), exact_rows(q, "q")
    try:
        p, q = np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p, q: batch shapes cannot be combined") from None
    return p.shape[:-1], exact_rows(p, "p"), exact_rows(q, "q")


def entropy(p, *, axis=-1, base=None):
    check_base(base)
    a = np.moveaxis(to_array(p, "p"), axis, -1)
    rows = exact_rows(a, "p")
    return work(a.shape[:-1], lambda i: -sum(dec(x) * dec(x).ln() for x in rows[i] if x), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    check_base(base)
    shape, P, Q = load_two(p, q, axis)

    def row(i):
        if any(x and not y for x, y in zip(P[i], Q[i])):
            return None
        return -sum(dec(x) * dec(y).ln() for x, y in zip(P[i], Q[i]) if x)

    return work(shape, row, base)


def kl_divergence(p, q, *, axis=-1, base=None):
    check_base(base)
    shape, P, Q = load_two(p, q, axis)

    def row(i):
        if any(x and not y for x, y in zip(P[i], Q[i])):
            return None
        # the quotient is exact before it becomes a Decimal
        return sum((dec(x) * dec(x / y).ln() for x, y in zip(P[i], Q[i]) if x), Decimal(0))

    return work(shape, row, base)
