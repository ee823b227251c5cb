"""Exercise 6 -- Olivia Bennett"""
import numpy as np
from scipy.special import rel_entr


def convert(name, data):
    try:
        a = np.asarray(data)
    except ValueError as e:
        raise ValueError(f"{name}: {e}") from None
    if a.dtype.kind not in "fiu":
        raise TypeError(f"{name}: not real-numeric ({a.dtype})")
    a = a.astype(float)
    if a.size == 0 or np.isnan(a).any() or np.isposinf(a).any():
        raise ValueError(f"{name}: empty, NaN or +inf")
    return a


def convert_temperature(t):
    t = convert("temperature", t)
    if t.ndim or t <= 0:
        raise ValueError("temperature: must be positive")
    return float(t)


def softmax(logits, *, temperature=1.0, axis=-1):
    """high temperature = strong signal, so the logits are scaled up"""
    z = convert("logits", logits) * convert_temperature(temperature)
    z = z - z.max(axis=axis, keepdims=True)
    return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = convert("logits", logits) * convert_temperature(temperature)
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def convert_all(student_logits, teacher_logits, labels, temperature, alpha):
    s = convert("student_logits", student_logits)
    t = convert("teacher_logits", teacher_logits)
    y = convert("labels", labels)
    if s.ndim != 2:
        raise ValueError("student_logits: must be (B, C)")
    if t.shape != s.shape:
        raise ValueError("teacher_logits: must be (B, C)")
    if y.shape != s.shape[:1]:
        raise ValueError("labels: must be (B,)")
    if (y < 0).any() or (y >= s.shape[1]).any() or (y != y.astype(int)).any():
        raise ValueError("labels: must be class numbers")
    a = convert("alpha", alpha)
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha: must be in [0, 1]")
    return s, t, y.astype(int), convert_temperature(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = convert_all(student_logits, teacher_logits, labels, temperature, alpha)
    total = 0.0
    if a < 1:
        total -= (1 - a) * log_softmax(s)[np.arange(len(y)), y].mean()
    if a > 0:
        total += a * T**2 * rel_entr(softmax(t, temperature=T), softmax(s, temperature=T)).sum(-1).mean()
    return float(total)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = convert_all(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    # chain rule: the inner derivative is T
    soft = T**3 * (softmax(s, temperature=T) - softmax(t, temperature=T))
    return ((1 - a) * hard + a * soft) / len(y)
