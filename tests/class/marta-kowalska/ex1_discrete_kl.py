# Marta Kowalska. Uses scipy, sums with .sum()
import numpy as np
from scipy.special import entr, rel_entr, xlogy


def validate(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} must be rectangular")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} must be real")
    x = x.astype(np.float64)
    if x.ndim < 1 or x.size < 1:
        raise ValueError(f"{name} must not be empty")
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} must be >= 0 and finite")
    if not np.allclose(x.sum(axis=axis), 1.0, rtol=0, atol=1e-6):
        raise ValueError(f"{name} must sum to 1")
    return x


def validate_base(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.number)):
        raise TypeError("base must be a number")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base must be positive and not 1")
    return np.log(base)


def validate_pair(p, q, axis):
    p, q = validate(p, "p", axis), validate(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q must match")
    return p, q


def entropy(p, *, axis=-1, base=None):
    lb = validate_base(base)
    return entr(validate(p, "p", axis)).sum() / lb


def cross_entropy(p, q, *, axis=-1, base=None):
    lb = validate_base(base)
    p, q = validate_pair(p, q, axis)
    return -xlogy(p, q).sum() / lb


def kl_divergence(p, q, *, axis=-1, base=None):
    lb = validate_base(base)
    p, q = validate_pair(p, q, axis)
    return rel_entr(p, q).sum() / lb
