"""Katarzyna Nowak: zadanie 1 (comments in English for the TA)."""
import numpy as np
import scipy.special as sc


class BadInput(ValueError):
    """Raised when an argument is numeric but not a distribution."""


def _require(condition, text):
    if not condition:
        raise BadInput(text)


def _numeric(x, arg):
    try:
        x = np.asarray(x)
    except ValueError:
        _require(False, f"`{arg}` is not rectangular")
    if x.dtype == object or not np.can_cast(x.dtype, np.longdouble):
        raise TypeError(f"`{arg}` is not made of real numbers")
    _require(x.ndim >= 1, f"`{arg}` is 0-dimensional")
    _require(x.size >= 1, f"`{arg}` has no entries")
    return x.astype(np.double)


def _simplex(x, axis, arg):
    _require(np.all(np.isfinite(x)), f"`{arg}` has non-finite entries")
    _require(not np.any(np.signbit(x) & (x != 0)), f"`{arg}` has negative entries")
    _require(np.max(np.abs(x.sum(axis) - 1)) <= 1e-6, f"`{arg}` is not normalised")


def _prepare(p, q, axis):
    p = _numeric(p, "p")
    q = _numeric(q, "q")
    n = max(p.ndim, q.ndim)
    # the axis is counted on the common shape, so make both n-dimensional first
    p = p[(None,) * (n - p.ndim)]
    q = q[(None,) * (n - q.ndim)]
    _require(p.shape[axis] == q.shape[axis], "`p` and `q` differ in length")
    _simplex(p, axis, "p")
    _simplex(q, axis, "q")
    _require(all(a == b or a == 1 or b == 1 for a, b in zip(p.shape, q.shape)),
             "`p` and `q` have incompatible shapes")
    return p, q


def _in_base(nats, base):
    return nats if base is None else nats / np.log(np.float64(base))


def _check_base(base):
    if base is None:
        return
    if isinstance(base, str) or np.asarray(base).dtype.kind not in "iuf":
        raise TypeError("`base` is not a number")
    _require(base > 0, "`base` must be positive")
    _require(base != 1, "`base` must not be 1, log(1) = 0")


def entropy(p, *, axis=-1, base=None):
    _check_base(base)
    p = _numeric(p, "p")
    _simplex(p, axis, "p")
    return _in_base(np.sum(sc.entr(p), axis=axis), base)


def cross_entropy(p, q, *, axis=-1, base=None):
    _check_base(base)
    p, q = _prepare(p, q, axis)
    # H(p) + KL; both parts are >= 0 so inf is no problem
    return _in_base(np.sum(sc.entr(p) + sc.rel_entr(p, q), axis=axis), base)


def kl_divergence(p, q, *, axis=-1, base=None):
    _check_base(base)
    p, q = _prepare(p, q, axis)
    # kl_div = rel_entr - p + q; the additional part sums to zero
    return _in_base(np.sum(sc.kl_div(p, q), axis=axis), base)
