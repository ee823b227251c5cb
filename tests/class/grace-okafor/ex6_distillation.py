"""G. Okafor, exercise 6"""
import numpy as np


def _get(x, name, finite=False):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} is not real-numeric")
    a = a.astype(np.float64)
    if a.size == 0 or np.isnan(a).any() or np.isposinf(a).any():
        raise ValueError(f"{name} is empty, NaN or +inf")
    return a


def _temperature(t):
    t = _get(t, "temperature")
    if t.ndim or t <= 0:
        raise ValueError("temperature is not positive")
    return float(t)


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = _get(logits, "logits")
    z = (z - z.max(axis=axis, keepdims=True)) / _temperature(temperature)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


def _check(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = _get(student_logits, "student_logits"), _get(teacher_logits, "teacher_logits")
    if s.ndim != 2 or s.shape != t.shape:
        raise ValueError("student_logits and teacher_logits must be (B, C)")
    y = _get(labels, "labels")
    if y.shape != (len(s),) or np.any(y != y.round()) or y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels must be (B,) with classes")
    a = _get(alpha, "alpha")
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha must be in [0, 1]")
    return s, t, y.astype(int), _temperature(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = _check(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a > 0:           # weight of the labels
        loss += a * -log_softmax(s)[np.arange(len(y)), y].mean()
    if a < 1:           # weight of the teacher
        lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
        on = lt > -np.inf
        terms = np.exp(lt[on]) * (lt[on] - ls[on])
        loss += (1 - a) * T**2 * terms.sum() / len(y)
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = _check(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    return (a * hard + (1 - a) * T * soft) / len(y)
