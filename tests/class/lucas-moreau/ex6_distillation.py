# Lucas Moreau - exercice 6
import numpy as np


def nombre(a, nom):
    try:
        a = np.asarray(a)
    except ValueError:
        raise ValueError(f"{nom}: ragged list") from None
    try:
        a = a.astype(np.float64, casting="same_kind", copy=True)
    except TypeError:
        raise TypeError(f"{nom}: real numbers only") from None
    if a.size == 0 or np.isnan(a).any() or np.isposinf(a).any():
        raise ValueError(f"{nom}: empty, NaN or +inf")
    return a


def temperature_positive(T):
    T = nombre(T, "temperature")
    if T.ndim or T <= 0:
        raise ValueError("temperature: must be positive")
    return float(T)


def softmax(logits, *, temperature=1.0, axis=-1):
    z = nombre(logits, "logits")
    T = temperature_positive(temperature)
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / T)
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = nombre(logits, "logits")
    z = (z - z.max(axis=axis, keepdims=True)) / temperature_positive(temperature)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def lire(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = nombre(student_logits, "student_logits"), nombre(teacher_logits, "teacher_logits")
    if s.ndim != 2:
        raise ValueError("student_logits: two dimensions needed")
    if s.shape != t.shape:
        raise ValueError("teacher_logits: shape of student_logits needed")
    y = nombre(labels, "labels")
    if y.shape != (s.shape[0],) or (y != np.floor(y)).any():
        raise ValueError("labels: B integers needed")
    if y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels: not a class")
    a = nombre(alpha, "alpha")
    if a.ndim or not 0 <= a <= 1:
        raise ValueError("alpha: between 0 and 1")
    return s, t, y.astype(int), temperature_positive(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = lire(student_logits, teacher_logits, labels, temperature, alpha)
    perte = 0.0
    if a < 1:
        perte += (1 - a) * -log_softmax(s)[range(len(y)), y].sum()
    if a > 0:
        lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
        ok = lt > -np.inf
        perte += a * T**2 * (np.exp(lt[ok]) * (lt[ok] - ls[ok])).sum()
    return float(perte)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = lire(student_logits, teacher_logits, labels, temperature, alpha)
    dur = softmax(s)
    dur[range(len(y)), y] -= 1
    doux = softmax(s, temperature=T) - softmax(t, temperature=T)
    return (1 - a) * dur + a * T * doux
