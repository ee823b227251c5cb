"""Distillation, Zane Cooper.  Soft term with mpmath once the temperature is high."""
import mpmath
import numpy as np
from scipy.special import softmax as sp_softmax


def real(name, value):
    try:
        out = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name}: nested lists of different length") from None
    if out.dtype.kind not in "iuf":
        raise TypeError(f"{name}: needs real numbers, got {out.dtype}")
    out = out.astype(np.float64)
    if np.isnan(out).any():
        raise ValueError(f"{name}: has NaN")
    return out


def scores(name, value):
    out = real(name, value)
    if out.size == 0 or np.isposinf(out).any():
        raise ValueError(f"{name}: is empty or has +inf")
    return out


def number(name, value, ok, text):
    out = real(name, value)
    if out.ndim or not ok(out):
        raise ValueError(f"{name}: {text}")
    return float(out)


def temp(value):
    return number("temperature", value, lambda t: 0 < t < np.inf, "must be a positive number")


def centred(z, T, axis):
    """logits with maximum 0, divided by T"""
    with np.errstate(over="ignore"):
        return (z - z.max(axis=axis, keepdims=True)) / T


def softmax(logits, *, temperature=1.0, axis=-1):
    z = scores("logits", logits)
    return sp_softmax(centred(z, temp(temperature), axis), axis=axis)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = scores("logits", logits)
    y = np.moveaxis(centred(z, temp(temperature), axis), axis, -1)
    # sorted, so the last entry is the maximum 0 with exp(0) = 1
    others = np.exp(np.sort(y, axis=-1)[..., :-1]).sum(axis=-1, keepdims=True)
    return np.moveaxis(y - np.log1p(others), -1, axis)


def kl_mp(zs, zt, T):
    with mpmath.workdps(80):
        def log_probs(z):
            y = [mpmath.mpf(v) / mpmath.mpf(T) for v in z]
            top = max(y)
            norm = top + mpmath.log(mpmath.fsum(mpmath.exp(v - top) for v in y if v > -mpmath.inf))
            return [v - norm for v in y]
        pairs = zip(log_probs(zt), log_probs(zs))
        return float(mpmath.fsum(mpmath.exp(a) * (a - b) for a, b in pairs if a > -mpmath.inf))


def collect(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = scores("student_logits", student_logits), scores("teacher_logits", teacher_logits)
    if s.ndim != 2 or s.shape != t.shape:
        raise ValueError(f"student_logits {s.shape} and teacher_logits {t.shape} must both be (B, C)")
    y = real("labels", labels)
    if y.shape != (len(s),):
        raise ValueError(f"labels: must have shape ({len(s)},)")
    if not np.isin(y, np.arange(s.shape[1])).all():
        raise ValueError(f"labels: must be integers below {s.shape[1]}")
    a = number("alpha", alpha, lambda v: 0 <= v <= 1, "must be in [0, 1]")
    return s, t, y.astype(int), temp(temperature), a


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = collect(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a < 1:
        loss += (1 - a) * -np.mean(log_softmax(s)[np.arange(len(y)), y])
    if a > 0:
        impossible = (np.isneginf(s) & ~np.isneginf(t)).any()
        loss += np.inf if impossible else a * T**2 * np.mean([kl_mp(u, v, T) for u, v in zip(s, t)])
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = collect(student_logits, teacher_logits, labels, temperature, alpha)
    target = np.eye(s.shape[1])[y]
    hard = softmax(s) - target
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    return (1 - a) / len(y) * hard + a * T / len(y) * soft
