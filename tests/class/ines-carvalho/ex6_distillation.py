import numpy as np
from scipy.special import logsumexp

"""Ines Carvalho, ex 6"""


def number_array(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("ragged input for " + name) from None
    try:
        x = x.astype(np.float64, casting="same_kind")
    except TypeError:
        raise TypeError(name + " has to be numeric, but its dtype is " + str(x.dtype)) from None
    if x.size == 0 or np.isnan(x).any() or (x == np.inf).any():
        raise ValueError(name + " must not be empty, nan or +inf")
    return x


def tau(x):
    x = number_array(x, "temperature")
    if x.ndim > 0 or x <= 0:
        raise ValueError("temperature must be positive")
    return float(x)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = number_array(logits, "logits") / tau(temperature)
    return z - logsumexp(z, axis=axis, keepdims=True)


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def unpack(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = number_array(student_logits, "student_logits"), number_array(teacher_logits, "teacher_logits")
    if s.ndim != 2 or t.shape != s.shape:
        raise ValueError("student_logits and teacher_logits must be of the same shape (B, C)")
    y = number_array(labels, "labels")
    if y.shape != s.shape[:1]:
        raise ValueError("labels must be of shape (B,)")
    if not np.isin(y, np.arange(s.shape[1])).all():
        raise ValueError("labels must be classes")
    a = number_array(alpha, "alpha")
    if a.ndim > 0 or not 0 <= a <= 1:
        raise ValueError("alpha must be in [0, 1]")
    return s, t, y.astype(int), tau(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = unpack(student_logits, teacher_logits, labels, temperature, alpha)
    ls, lt = log_softmax(s, temperature=T), log_softmax(t, temperature=T)
    hard = soft = 0.0
    if a < 1:
        hard = (1 - a) * -ls[np.arange(len(y)), y].mean()
    if a > 0:
        on = np.isfinite(lt)
        soft = a * T**2 * np.sum(np.exp(lt[on]) * (lt[on] - ls[on])) / len(y)
    return float(hard + soft)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = unpack(student_logits, teacher_logits, labels, temperature, alpha)
    ps, pt = softmax(s, temperature=T), softmax(t, temperature=T)
    one_hot = np.eye(s.shape[1])[y]
    return ((1 - a) / T * (ps - one_hot) + a * T * (ps - pt)) / len(y)
