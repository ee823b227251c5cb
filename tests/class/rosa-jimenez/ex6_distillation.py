"""Rosa Jimenez, ex6"""
import sys
from functools import reduce

import numpy as np

sys.setrecursionlimit(10**9)


def check(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} must be a regular array") from None
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be real, not {x.dtype.name}")
    x = x.astype("f8")
    if x.size == 0 or not np.all(x < np.inf):
        raise ValueError(f"{name} must not be empty, NaN or +inf")
    return x


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = check("logits", logits), check("temperature", temperature)
    if T.ndim or T <= 0:
        raise ValueError("temperature must be positive")
    z = (z - z.max(axis=axis, keepdims=True)) / T
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def lse(values):
    """log-sum-exp by divide and conquer"""
    half = len(values) // 2
    parts = values[:half], values[half:]
    return reduce(np.logaddexp, map(lse, parts))       # a list of one splits into [] and itself


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t = check("student_logits", student_logits), check("teacher_logits", teacher_logits)
    y, T, a = check("labels", labels), float(check("temperature", temperature)), float(check("alpha", alpha))
    total = 0.0
    for zs, zt, k in zip(s.tolist(), t.tolist(), y.astype(int)):
        norm = lse(zs)
        ls, lt = lse([v / T for v in zs]), lse([v / T for v in zt])
        total += (1 - a) * (norm - zs[k])
        for u, v in zip(zs, zt):
            total += a * T**2 * np.exp(v / T - lt) * ((v - u) / T + ls - lt)
    return total / len(y)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t = check("student_logits", student_logits), check("teacher_logits", teacher_logits)
    if s.ndim != 2:
        raise ValueError("student_logits must have the shape (B, C)")
    if t.shape != s.shape:
        raise ValueError("teacher_logits must have the shape of student_logits")
    y, a = check("labels", labels), check("alpha", alpha)
    if y.shape != s.shape[:1] or (y != y.round()).any() or y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels must be B classes")
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha must be in [0, 1]")
    soft = softmax(s, temperature=temperature) - softmax(t, temperature=temperature)
    hard = softmax(s) - np.eye(s.shape[1])[y.astype(int)]
    return ((1 - a) * hard + a * float(temperature) * soft) / len(y)
