"""Fiona MacLeod, exercise 6"""
import numpy as np

EPS = 1e-8


def validated(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} has ragged rows")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} is {x.dtype}, not real")
    x = x.astype(np.float64)
    if x.size == 0 or np.isnan(x).any() or np.isposinf(x).any():
        raise ValueError(f"{name} is empty, NaN or +inf")
    return x


def hot(t):
    t = validated("temperature", t)
    if t.ndim or t <= 0:
        raise ValueError("temperature is not positive")
    return float(t)


def softmax(logits, *, temperature=1.0, axis=-1):
    z, T = validated("logits", logits), hot(temperature)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / T)
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return np.log(softmax(logits, temperature=temperature, axis=axis) + EPS)     # never log(0)


def unpack(student_logits, teacher_logits, labels, temperature, alpha):
    s, t, y = (validated("student_logits", student_logits), validated("teacher_logits", teacher_logits),
               validated("labels", labels))
    if s.ndim != 2:
        raise ValueError("student_logits is not (B, C)")
    if t.shape != s.shape:
        raise ValueError("teacher_logits is not (B, C)")
    if y.shape != s.shape[:1] or (y != np.rint(y)).any() or y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels is not (B,) with classes")
    a = validated("alpha", alpha)
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha is not in [0, 1]")
    return s, t, y.astype(int), hot(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = unpack(student_logits, teacher_logits, labels, temperature, alpha)
    p, q = softmax(t, temperature=T), softmax(s, temperature=T)
    kl = np.sum(p * np.log((p + EPS) / (q + EPS)), axis=1)
    ce = -log_softmax(s)[np.arange(len(y)), y]
    return float((1 - a) * ce.mean() + a * T**2 * kl.mean())


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = unpack(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    return ((1 - a) * hard + a * T * soft) / len(y)
