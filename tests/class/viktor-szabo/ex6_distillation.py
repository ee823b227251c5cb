# Szabo Viktor, 6. feladat
import numpy as np


def input_array(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is not a regular array")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} has to hold real numbers")
    x = x.astype(np.float64)
    if x.size == 0 or np.isnan(x).any() or np.isposinf(x).any():
        raise ValueError(f"{name} is empty, NaN or +inf")
    return x


def kelvin(t):
    t = input_array(t, "temperature")
    if t.ndim or t <= 0:
        raise ValueError("temperature has to be positive")
    return float(t)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = input_array(logits, "logits")
    z = (z - np.max(z, axis=axis, keepdims=True)) / kelvin(temperature)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def gather(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = input_array(student_logits, "student_logits"), input_array(teacher_logits, "teacher_logits")
    if s.ndim != 2:
        raise ValueError("student_logits has to be (B, C)")
    if t.shape != s.shape:
        raise ValueError("teacher_logits has to be (B, C)")
    y = input_array(labels, "labels")
    if y.shape != (s.shape[0],) or np.any(y != np.floor(y)):
        raise ValueError("labels has to be B integers")
    if y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels has a class that is not there")
    a = input_array(alpha, "alpha")
    if a.ndim or a < 0 or a > 1:
        raise ValueError("alpha has to be in [0, 1]")
    return s, t, y.astype(int), kelvin(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = gather(student_logits, teacher_logits, labels, temperature, alpha)
    # one-hot labels and the teacher are treated in the same way: sum over the classes
    hard = -(np.eye(s.shape[1])[y] * log_softmax(s)).sum(axis=1).mean()
    lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
    soft = (np.exp(lt) * (lt - ls)).sum(axis=1).mean()
    return float((1 - a) * hard + a * T**2 * soft)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = gather(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(s) - np.eye(s.shape[1])[y]
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    return ((1 - a) * hard + a * T * soft) / s.shape[0]
