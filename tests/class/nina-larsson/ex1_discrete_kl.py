import numpy as np

# Nina Larsson
# base: log_b(x) = log(x)/log(b)


def check(x, name, axis):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is no array")
    if x.dtype.kind not in "fiub":
        raise TypeError(f"{name} is not numeric")
    if x.ndim == 0 or x.size == 0:
        raise ValueError(f"{name} is empty or 0-d")
    x = x.astype(np.float64)
    if not np.isfinite(x).all() or (x < 0).any():
        raise ValueError(f"{name} is negative or not finite")
    if (abs(x.sum(axis) - 1) > 1e-6).any():
        raise ValueError(f"{name} is not normalised")
    return x


def check2(p, q, axis):
    p, q = check(p, "p", axis), check(q, "q", axis)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p and q: length")
    return p, q


def check_base(base):
    if base is not None:
        if isinstance(base, str):
            raise TypeError("base is text")
        if not base > 0 or base == 1:
            raise ValueError("base is not allowed")


def entropy(p, *, axis=-1, base=None):
    check_base(base)
    p = check(p, "p", axis)
    return np.sum(np.where(p > 0, -p * np.log(np.where(p > 0, p, 1)), 0), axis=axis)


def cross_entropy(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = check2(p, q, axis)
    with np.errstate(divide="ignore", invalid="ignore"):
        h = np.sum(np.where(p > 0, -p * np.log(q), 0), axis=axis)
    if base is not None:
        h = h / base
    return h


def kl_divergence(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = check2(p, q, axis)
    with np.errstate(divide="ignore", invalid="ignore"):
        d = np.sum(np.where(p > 0, p * (np.log(p) - np.log(q)), 0), axis=axis)
    if base is not None:
        d = d * np.log(base)
    return d
