# Thandi Mokoena
import numpy as np
from scipy import special


def check(x, label):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError(f"'{label}' is ragged")
    if not (np.issubdtype(a.dtype, np.floating) or np.issubdtype(a.dtype, np.integer)):
        raise TypeError(f"'{label}' must contain real numbers")
    a = a.astype(np.float64)
    if a.size < 1:
        raise ValueError(f"'{label}' must not be empty")
    if not np.isfinite(a).all():
        raise ValueError(f"'{label}' must be finite")
    return a


def check_temperature(t):
    t = check(t, "temperature")
    if t.ndim or t <= 0:
        raise ValueError("'temperature' must be positive")
    return float(t)


def softmax(logits, *, temperature=1.0, axis=-1):
    return special.softmax(check(logits, "logits") / check_temperature(temperature), axis=axis)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return special.log_softmax(check(logits, "logits") / check_temperature(temperature), axis=axis)


def check_rest(student_logits, teacher_logits, labels, temperature, alpha):
    s, t, y = check(student_logits, "student_logits"), check(teacher_logits, "teacher_logits"), check(labels, "labels")
    if s.ndim != 2:
        raise ValueError("'student_logits' must be (B, C)")
    if t.shape != s.shape:
        raise ValueError("'teacher_logits' must be (B, C)")
    if y.shape != s.shape[:1] or (y % 1 != 0).any() or (y < 0).any() or (y >= s.shape[1]).any():
        raise ValueError("'labels' must be (B,) integers in range")
    a = check(alpha, "alpha")
    if a.ndim or not 0 <= a <= 1:
        raise ValueError("'alpha' must be in [0, 1]")
    return s, t, y.astype(int), check_temperature(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = check_rest(student_logits, teacher_logits, labels, temperature, alpha)
    ce = -special.log_softmax(s, axis=1)[np.arange(len(y)), y].mean()
    lt, ls = special.log_softmax(t / T, axis=1), special.log_softmax(s / T, axis=1)
    return float((1 - a) * ce + a * T**2 * np.sum(np.exp(lt) * (lt - ls), axis=1).mean())


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = check_rest(student_logits, teacher_logits, labels, temperature, alpha)
    onehot = np.zeros_like(s)
    np.put_along_axis(onehot, y[:, None], 1.0, axis=1)
    soft = special.softmax(s / T, axis=1) - special.softmax(t / T, axis=1)
    return ((1 - a) * (special.softmax(s, axis=1) - onehot) + a * T * soft) / len(y)
