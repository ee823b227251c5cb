# masked arrays: outcomes with p = 0 are simply hidden
import numpy as np
import numpy.ma as ma


def _array(obj, argname):
    try:
        arr = np.array(obj, copy=True)
    except ValueError:
        raise ValueError("%s: inhomogeneous shape" % argname)
    if arr.dtype.kind not in "uifb":
        raise TypeError("%s: dtype %s is not supported" % (argname, arr.dtype))
    if arr.ndim == 0:
        raise ValueError("%s: zero-dimensional" % argname)
    return arr.astype(np.float64)


def _test(arr, axis, argname):
    if arr.size == 0:
        raise ValueError("%s: empty" % argname)
    if not np.isfinite(arr).all() or np.less(arr, 0).any():
        raise ValueError("%s: not all entries are finite and >= 0" % argname)
    deviation = np.abs(np.sum(arr, axis=axis) - 1)
    if np.greater(deviation, 1e-6).any():
        raise ValueError("%s: not normalised (off by %g)" % (argname, deviation.max()))


def _joint(p, q, axis):
    p, q = _array(p, "p"), _array(q, "q")
    if p.ndim < q.ndim:
        p = p[(None,) * (q.ndim - p.ndim)]
    elif q.ndim < p.ndim:
        q = q[(None,) * (p.ndim - q.ndim)]
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p has %d outcomes, q has %d" % (p.shape[axis], q.shape[axis]))
    _test(p, axis, "p")
    _test(q, axis, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q: shapes %s and %s" % (p.shape, q.shape))


def _ln(base):
    if base is None:
        return 1.0
    try:
        value = np.float64(base) if not isinstance(base, (str, bytes)) else None
    except (TypeError, ValueError):
        value = None
    if value is None or value.ndim:
        raise TypeError("base: number expected")
    if not value > 0 or value == 1:
        raise ValueError("base: > 0 and != 1 expected")
    return np.log(value)


def _total(masked, axis, c):
    # back to an ordinary array BEFORE dividing: ma hides every infinite quotient
    s = ma.filled(ma.sum(masked, axis=axis), 0.0)
    return np.asarray(s, dtype=np.float64) / c


def _log(x, hidden):
    with np.errstate(divide="ignore"):
        return ma.array(np.log(x), mask=hidden)


def entropy(p, *, axis=-1, base=None):
    c = _ln(base)
    p = _array(p, "p")
    _test(p, axis, "p")
    zero = p == 0
    return _total(-ma.array(p, mask=zero) * _log(p, zero), axis, c)


def cross_entropy(p, q, *, axis=-1, base=None):
    c = _ln(base)
    p, q = _joint(p, q, axis)
    zero = p == 0
    return _total(-ma.array(p, mask=zero) * _log(q, zero), axis, c)


def kl_divergence(p, q, *, axis=-1, base=None):
    c = _ln(base)
    p, q = _joint(p, q, axis)
    zero = p == 0
    return _total(ma.array(p, mask=zero) * (_log(p, zero) - _log(q, zero)), axis, c)
