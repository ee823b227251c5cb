import numpy as np


def numeric(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(name + " is ragged")
    if x.dtype.kind not in "iuf":
        raise TypeError(name + " must be numbers")
    x = x.astype(float)
    if x.size == 0 or np.isnan(x).any() or np.isposinf(x).any():
        raise ValueError(name + " must not be empty, NaN or +inf")
    return x


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = numeric("logits", logits)
    T = numeric("temperature", temperature)
    if T.ndim or T <= 0:
        raise ValueError("temperature must be positive")
    # classes are always the last axis
    z = (z - z.max(axis=-1, keepdims=True)) / T
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature))


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, a = check(student_logits, teacher_logits, labels, alpha)
    T = float(numeric("temperature", temperature))
    hard = -log_softmax(s)[np.arange(len(y)), y]
    lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
    on = lt > -np.inf
    soft = np.where(on, np.exp(lt) * (np.where(on, lt, 0) - np.where(on, ls, 0)), 0).sum(axis=-1)
    return (1 - a) * hard + a * T ** 2 * soft      # one loss per sample


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, a = check(student_logits, teacher_logits, labels, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    soft = softmax(s, temperature=temperature) - softmax(t, temperature=temperature)
    return (1 - a) * hard + a * float(temperature) * soft


def check(student_logits, teacher_logits, labels, alpha):
    s, t, y, a = (numeric("student_logits", student_logits), numeric("teacher_logits", teacher_logits),
                  numeric("labels", labels), numeric("alpha", alpha))
    if s.ndim != 2 or s.shape != t.shape:
        raise ValueError("student_logits and teacher_logits must be matrices of one shape")
    if y.shape != (len(s),) or np.any(y % 1) or y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels must be classes")
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha must be in [0, 1]")
    return s, t, y.astype(int), float(a)
