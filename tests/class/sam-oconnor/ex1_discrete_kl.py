# S. O'Connor. Everything in log space: a distribution is an array of log-probabilities.
import numpy as np

SLACK = 1e-6


def log_probs(x, name, axis, nd=None):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"'{name}' is ragged")
    if x.dtype.kind not in "fiu" and x.dtype != np.bool_:
        raise TypeError(f"'{name}' should contain real numbers, not {x.dtype}")
    if x.ndim == 0:
        raise ValueError(f"'{name}' should be at least 1-d")
    x = x.astype(np.float64)
    x = x[(None,) * ((nd or x.ndim) - x.ndim)]
    x = np.moveaxis(x, axis, -1)
    if x.size == 0:
        raise ValueError(f"'{name}' is empty")
    if not np.all((x >= 0) & (x < np.inf)):
        raise ValueError(f"'{name}' has entries outside [0, inf)")
    with np.errstate(divide="ignore"):
        lx = np.log(x)
    # log of the total mass must be log(1) = 0
    mass = np.exp(np.logaddexp.reduce(lx, axis=-1))
    if np.any(np.abs(mass - 1) > SLACK):
        raise ValueError(f"'{name}' has total mass different from 1")
    return lx


def number_of_dims(x):
    try:
        return np.asarray(x).ndim
    except ValueError:
        return 0


def log_pair(p, q, axis):
    nd = max(number_of_dims(p), number_of_dims(q), 1)
    lp = log_probs(p, "p", axis, nd)
    lq = log_probs(q, "q", axis, nd)
    if lp.shape[-1] != lq.shape[-1]:
        raise ValueError("'p' and 'q' disagree about the number of outcomes")
    try:
        return np.broadcast_arrays(lp, lq)
    except ValueError:
        raise ValueError("'p' and 'q' have shapes that do not broadcast")


def mean_under(lp, f):
    """E_p[f]; outcomes of probability zero do not count"""
    f = np.where(np.isneginf(lp), 0.0, f)
    return np.sum(np.exp(lp) * f, axis=-1)


def nats_per_unit(base):
    if base is None:
        return np.float64(1)
    if isinstance(base, (str, bytes)) or not np.isrealobj(base) or np.asarray(base).dtype.kind not in "fiu":
        raise TypeError("'base' should be a real number")
    if np.isnan(base) or base <= 0 or base == 1:
        raise ValueError("'base' should be > 0 and != 1")
    return np.log(np.float64(base))


def entropy(p, *, axis=-1, base=None):
    unit = nats_per_unit(base)
    lp = log_probs(p, "p", axis)
    return mean_under(lp, -lp) / unit


def cross_entropy(p, q, *, axis=-1, base=None):
    unit = nats_per_unit(base)
    lp, lq = log_pair(p, q, axis)
    return mean_under(lp, -lq) / unit


def kl_divergence(p, q, *, axis=-1, base=None):
    unit = nats_per_unit(base)
    lp, lq = log_pair(p, q, axis)
    with np.errstate(invalid="ignore"):    # -inf minus -inf, masked in mean_under
        return mean_under(lp, lp - lq) / unit
