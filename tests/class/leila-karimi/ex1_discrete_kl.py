# Leila Karimi (written in Notepad)
# cross entropy and entropy first, KL is the difference of the two
import numpy as np


def as_distribution(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(name + ": lists inside have different lengths")
    if x.dtype.kind not in "iufb":
        raise TypeError(name + ": please pass real numbers")
    if x.ndim == 0:
        raise ValueError(name + ": please pass an array, not a number")
    if x.size == 0:
        raise ValueError(name + ": please pass a non-empty array")
    x = x.astype(np.float64)
    if not np.all(np.isfinite(x)):
        raise ValueError(name + ": nan or inf")
    if np.any(x < 0):
        raise ValueError(name + ": negative probability")
    return x


def must_sum_to_one(x, axis, name):
    s = np.sum(x, axis=axis)
    if np.any(np.abs(s - 1.0) > 1e-6):
        raise ValueError(name + ": sum is not 1")


def convert(nats, base):
    if base is None:
        return nats
    return nats / np.log(float(base))


def check_base(base):
    if base is None:
        return
    if type(base) not in (int, float) and not isinstance(base, np.number):
        raise TypeError("base: please pass a number")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base: please pass a positive number other than 1")


def same_ndim(p, q):
    extra = q.ndim - p.ndim
    if extra > 0:
        p = np.expand_dims(p, tuple(range(extra)))
    if extra < 0:
        q = np.expand_dims(q, tuple(range(-extra)))
    return p, q


def xlogy(x, y):
    logs = np.where(y > 0, np.log(np.where(y > 0, y, 1)), -np.inf)
    return np.where(x > 0, x * np.where(x > 0, logs, 0), 0.0)


def nats_of(p, q, axis):
    return -np.sum(xlogy(p, q), axis=axis)


def prepare(p, q, axis):
    p, q = as_distribution(p, "p"), as_distribution(q, "q")
    p, q = same_ndim(p, q)
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p, q: not the same number of outcomes")
    must_sum_to_one(p, axis, "p")
    must_sum_to_one(q, axis, "q")
    try:
        p + q
    except ValueError:
        raise ValueError("p, q: shapes do not match")
    return p, q


def entropy(p, *, axis=-1, base=None):
    check_base(base)
    p = as_distribution(p, "p")
    must_sum_to_one(p, axis, "p")
    return convert(nats_of(p, p, axis), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = prepare(p, q, axis)
    return convert(nats_of(p, q, axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    check_base(base)
    p, q = prepare(p, q, axis)
    return convert(nats_of(p, q, axis) - nats_of(p, p, axis), base)
