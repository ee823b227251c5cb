"""Ejercicio 6 - Ximena Ortega"""
import numpy as np

BAD_TYPE = "the input must consist of real numbers"
BAD_VALUE = "the input has a bad value or a bad shape"


def numeros(x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(BAD_VALUE)
    if not np.can_cast(x.dtype, "f8", "same_kind"):
        raise TypeError(BAD_TYPE)
    x = x.astype("f8")
    if x.size == 0 or not (x < np.inf).all():
        raise ValueError(BAD_VALUE)
    return x


def must(condition):
    if not condition:
        raise ValueError(BAD_VALUE)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = numeros(logits), numeros(temperature)
    must(T.ndim == 0 and T > 0)
    y = (z - z.max(axis=axis, keepdims=True)) / T
    return y - np.log(np.exp(y).sum(axis=axis, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def datos(student_logits, teacher_logits, labels, temperature, alpha):
    s, t, y, T, a = map(numeros, (student_logits, teacher_logits, labels, temperature, alpha))
    must(s.ndim == 2 and t.shape == s.shape and y.shape == (len(s),))
    must(np.isin(y, np.arange(s.shape[1])).all())
    must(T.ndim == 0 and T > 0)
    must(a.ndim == 0 and 0 <= a <= 1)
    return s, t, y.astype(int), float(T), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = datos(student_logits, teacher_logits, labels, temperature, alpha)
    r = 0.0
    if a < 1:
        r += (1 - a) * -log_softmax(s)[np.arange(len(y)), y].mean()
    if a > 0:
        lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
        on = lt > -np.inf
        r += a * T**2 * np.sum(np.exp(lt[on]) * (lt[on] - ls[on])) / len(y)
    return float(r)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = datos(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    return ((1 - a) * hard + a * T * soft) / len(y)
