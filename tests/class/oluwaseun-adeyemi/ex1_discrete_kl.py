# scipy already knows x*log(x) at zero, so I only check the input myself
from math import isnan, log
from numbers import Real

import numpy as np
from scipy import special


def distribution(value, label, axis):
    """float64 copy of value, or an exception which says what is wrong with it"""
    try:
        raw = np.array(value)
    except (ValueError, TypeError):
        raise ValueError(f"argument {label} is not a rectangular array")
    if raw.dtype.kind in "OSUVMmc":
        raise TypeError(f"argument {label} must contain real numbers")
    if raw.ndim == 0 or raw.size == 0:
        raise ValueError(f"argument {label} must not be empty or a bare number")
    arr = raw.astype(np.float64)
    return arr


def assert_simplex(arr, label, axis):
    # min >= 0 is False for nan, which is what I want
    ok = arr.min() >= 0 and np.isfinite(arr).all()
    if not ok:
        raise ValueError(f"argument {label}: entries have to be finite and >= 0")
    if not np.allclose(arr.sum(axis=axis), 1, rtol=0, atol=1e-6):
        raise ValueError(f"argument {label}: entries have to sum to 1 along axis {axis}")


def two(p, q, axis):
    P, Q = distribution(p, "p", axis), distribution(q, "q", axis)
    d = max(P.ndim, Q.ndim)
    P = np.expand_dims(P, tuple(range(d - P.ndim)))
    Q = np.expand_dims(Q, tuple(range(d - Q.ndim)))
    if P.shape[axis] != Q.shape[axis]:
        raise ValueError("arguments p and q: number of outcomes differs")
    assert_simplex(P, "p", axis)
    assert_simplex(Q, "q", axis)
    for m, n in zip(P.shape, Q.shape):
        if m != n and 1 not in (m, n):
            raise ValueError(f"arguments p and q: shapes {P.shape} and {Q.shape} do not match")
    return P, Q


def log_base(base):
    if base is None:
        return 1.0
    if not isinstance(base, Real):
        raise TypeError("argument base must be a real number")
    if isnan(base) or base <= 0 or base == 1:
        raise ValueError("argument base must be > 0 and different from 1")
    return log(base)


def entropy(p, *, axis=-1, base=None):
    c = log_base(base)
    P = distribution(p, "p", axis)
    assert_simplex(P, "p", axis)
    return special.entr(P).sum(axis=axis) / c


def cross_entropy(p, q, *, axis=-1, base=None):
    c = log_base(base)
    P, Q = two(p, q, axis)
    return -special.xlogy(P, Q).sum(axis=axis) / c


def kl_divergence(p, q, *, axis=-1, base=None):
    c = log_base(base)
    P, Q = two(p, q, axis)
    return special.rel_entr(P, Q).sum(axis=axis) / c
