"""Exercise 6 by Wanjiru Kamau.

The soft term is multiplied by T^2, so for a high temperature a tiny KL is needed with many digits.
I use the decimal module (60 digits) for it, all the rest is numpy.
"""
from decimal import Decimal, localcontext

import numpy as np


def as_float(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is not a regular array")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be numbers, not {a.dtype}")     # TypeError, not ValueError!
    return a.astype(np.float64)


def as_logits(x, name):
    a = as_float(x, name)
    if a.size == 0:
        raise ValueError(f"{name} must not be empty")
    if not np.all(a < np.inf):
        raise ValueError(f"{name} must not contain NaN or +inf")
    return a


def as_temperature(x):
    t = as_float(x, "temperature")
    if t.shape != () or not np.isfinite(t) or t <= 0:
        raise ValueError("temperature must be a finite number > 0")
    return float(t)


def parts(z, T, axis):
    with np.errstate(over="ignore"):
        y = (z - np.max(z, axis=axis, keepdims=True)) / T
    return y, np.exp(y)


def softmax(logits, *, temperature=1.0, axis=-1):
    z, T = as_logits(logits, "logits"), as_temperature(temperature)
    _, e = parts(z, T, axis)
    return e / np.sum(e, axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = as_logits(logits, "logits"), as_temperature(temperature)
    y, e = parts(z, T, axis)
    # sum - 1 without the biggest entry, so that log1p keeps the small ones
    biggest = np.expand_dims(np.argmax(z, axis=axis), axis)
    np.put_along_axis(e, biggest, 0.0, axis=axis)
    return y - np.log1p(np.sum(e, axis=axis, keepdims=True))


def exact_kl(s, t, T):
    """KL(softmax(t/T) || softmax(s/T)) for two lists of floats"""
    if any(a == -np.inf < b for a, b in zip(s, t)):
        return np.inf
    with localcontext() as ctx:
        ctx.prec = 60
        T = Decimal(T)

        def logs(z):
            y = [None if v == -np.inf else (Decimal(v) - Decimal(max(z))) / T for v in z]
            norm = sum(v.exp() for v in y if v is not None).ln()
            return [None if v is None else v - norm for v in y]

        return float(sum(b.exp() * (b - a) for a, b in zip(logs(s), logs(t)) if b is not None))


def check_all(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = as_logits(student_logits, "student_logits"), as_logits(teacher_logits, "teacher_logits")
    if s.ndim != 2:
        raise ValueError("student_logits must be two-dimensional")
    if t.shape != s.shape:
        raise ValueError("teacher_logits must have the same shape as student_logits")
    y = as_float(labels, "labels")
    if y.shape != (s.shape[0],):
        raise ValueError("labels must be one per sample")
    if np.any(y != np.round(y)) or y.min() < 0 or y.max() > s.shape[1] - 1:
        raise ValueError("labels must be integers from 0 to C-1")
    a = as_float(alpha, "alpha")
    if a.shape != () or not (a >= 0 and a <= 1):
        raise ValueError("alpha must be between 0 and 1")
    return s, t, y.astype(int), as_temperature(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = check_all(student_logits, teacher_logits, labels, temperature, alpha)
    rows = range(len(y))
    hard = soft = 0.0
    if a != 1:
        hard = (1 - a) * -log_softmax(s)[rows, y].mean()
    if a != 0:
        soft = a * T**2 * np.mean([exact_kl(s[i].tolist(), t[i].tolist(), T) for i in rows])
    return float(hard + soft)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = check_all(student_logits, teacher_logits, labels, temperature, alpha)
    onehot = np.zeros(s.shape)
    onehot[range(len(y)), y] = 1
    grad = (1 - a) * (softmax(s) - onehot)
    grad += a * T * (softmax(s, temperature=T) - softmax(t, temperature=T))
    return grad / len(y)
