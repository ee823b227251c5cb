"""Uma Krishnan.

KL(p_t || p_s) with logits is  log E_t[exp(d)] for d = (z_s - z_t)/T minus its teacher mean.
I evaluate it in long double, as log1p of the mean of exp(d) - 1 - d.
"""
import numpy as np

LD = np.longdouble
KINDS = frozenset("iuf")


def as64(name, x):
    try:
        arr = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} could not be made into an array (ragged?)")
    if arr.dtype.kind not in KINDS:
        raise TypeError(f"{name} must be numeric, not {arr.dtype}")
    arr = np.array(arr, dtype=np.float64)
    if np.isnan(arr).any():
        raise ValueError(f"{name} has NaN")
    return arr


def scores(name, x):
    arr = as64(name, x)
    if arr.size == 0 or arr.max() == np.inf:
        raise ValueError(f"{name} is empty or has +inf")
    return arr


def scalar(name, x, inside):
    arr = as64(name, x)
    if arr.ndim or not inside(arr):
        raise ValueError(f"{name} is not in the allowed range")
    return arr.item()


def make_softmax(finish):
    """closure: softmax and log_softmax differ only in the last step"""
    def function(logits, *, temperature=1.0, axis=-1):
        z = scores("logits", logits)
        T = scalar("temperature", temperature, lambda t: 0 < t < np.inf)
        return finish(_scaled(z, T, axis), axis)
    return function


def _scaled(z, T, axis=-1):
    with np.errstate(over="ignore"):
        return (z - z.max(axis=axis, keepdims=True)) / T


def _normalise(y, axis=-1):
    e = np.exp(y)
    return e / e.sum(axis=axis, keepdims=True)


def _log_normalise(y, axis=-1):
    wide = y.astype(LD)
    return (wide - np.log(np.exp(wide).sum(axis=axis, keepdims=True))).astype(np.float64)


softmax = make_softmax(_normalise)
log_softmax = make_softmax(_log_normalise)


def _f(t):
    """exp(t) - 1 - t by halving (exercise 3), |t| <= 1"""
    if np.max(np.abs(t)) < 1e-3:
        return t * t * (LD(1) / 2 + t / 6 + t**2 / 24 + t**3 / 120 + t**4 / 720 + t**5 / 5040)
    half = _f(t / 2)
    return half * half + (2 + t) * half + t * t / 4


def row_kl(zs, zt, T):
    on = zt > -np.inf
    if np.isneginf(zs[on]).any():
        return np.inf
    p = _normalise(_scaled(zt[on].astype(LD), T))
    d = zs[on].astype(LD) - zt[on]
    d = (d - (p * d).sum()) / T
    if np.abs(d).max() <= 1:
        kl = np.log1p((p * _f(d)).sum())
    else:
        # sum of p_t (e^D - 1 - D) with D = log p_s - log p_t
        lt, ls = (y - np.log(np.exp(y).sum()) for y in (_scaled(z[on].astype(LD), T) for z in (zt, zs)))
        D = ls - lt
        low = np.minimum(D, 1)
        kl = np.where(D > 1, np.exp(ls) - p - p * D, p * (np.expm1(low) - low)).sum()
    extra = zs[~on]
    if (extra > -np.inf).any():
        # log of (all student mass / student mass on the support)
        y = _scaled(zs.astype(LD), T)
        top = y[on].max()
        kl += np.log(np.exp(y).sum()) - top - np.log(np.exp(y[on] - top).sum())
    return float(kl)


def _inputs(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = scores("student_logits", student_logits), scores("teacher_logits", teacher_logits)
    if s.ndim != 2 or t.shape != s.shape:
        raise ValueError(f"student_logits {s.shape} and teacher_logits {t.shape} must be equal (B, C)")
    y = as64("labels", labels)
    if y.shape != (s.shape[0],) or not np.all((y >= 0) & (y < s.shape[1]) & (y == y.round())):
        raise ValueError("labels must be B integers from 0 to C-1")
    T = scalar("temperature", temperature, lambda v: 0 < v < np.inf)
    return s, t, y.astype(int), T, scalar("alpha", alpha, lambda v: 0 <= v <= 1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = _inputs(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a != 1:
        loss += (1 - a) * -np.mean([row[k] for row, k in zip(log_softmax(s), y)])
    if a != 0:
        loss += a * T * T * np.mean([row_kl(u, v, T) for u, v in zip(s, t)])
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = _inputs(student_logits, teacher_logits, labels, temperature, alpha)
    grad = a * T * (_normalise(_scaled(s, T)) - _normalise(_scaled(t, T)))
    grad += (1 - a) * _normalise(_scaled(s, 1.0))
    np.subtract.at(grad, (np.arange(len(y)), y), 1 - a)
    return grad / len(y)
