"""Pavel Novotny, exercise 6"""
import numpy as np


class Argument:
    def __init__(self, name, value):
        self.name = name
        try:
            a = np.asarray(value)
        except ValueError:
            self.fail("is not a proper array")
        if a.dtype.kind not in "iuf":
            raise TypeError(f"argument {name}: type {a.dtype} is not allowed")
        self.array = a if a.dtype == np.float64 else a.astype(np.float64)
        if a.size == 0 or np.isnan(self.array).any() or np.isposinf(self.array).any():
            self.fail("is empty, NaN or +inf")

    def fail(self, text):
        raise ValueError(f"argument {self.name}: {text}")


def temperature_value(t):
    t = Argument("temperature", t)
    if t.array.ndim or t.array <= 0:
        t.fail("must be positive")
    return float(t.array)


def stabilise(z, axis):
    z -= z.max(axis=axis, keepdims=True)      # does not change the softmax
    return z


def softmax(logits, *, temperature=1.0, axis=-1):
    z, T = Argument("logits", logits).array, temperature_value(temperature)
    e = np.exp(stabilise(z, axis) / T)
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = Argument("logits", logits).array, temperature_value(temperature)
    z = stabilise(z, axis)
    return z / T - np.log(np.exp(z / T).sum(axis=axis, keepdims=True))


def batch(student_logits, teacher_logits, labels, temperature, alpha):
    s, t = Argument("student_logits", student_logits), Argument("teacher_logits", teacher_logits)
    y, a = Argument("labels", labels), Argument("alpha", alpha)
    if s.array.ndim != 2:
        s.fail("must be (B, C)")
    if t.array.shape != s.array.shape:
        t.fail("must have the shape of student_logits")
    if y.array.shape != s.array.shape[:1] or (y.array % 1 != 0).any():
        y.fail("must be (B,) integers")
    if y.array.min() < 0 or y.array.max() >= s.array.shape[1]:
        y.fail("must be classes")
    if a.array.ndim or a.array < 0 or a.array > 1:
        a.fail("must be in [0, 1]")
    return s.array, t.array, y.array.astype(int), temperature_value(temperature), float(a.array)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = batch(student_logits, teacher_logits, labels, temperature, alpha)
    out = 0.0
    if a < 1:
        out -= (1 - a) * log_softmax(s)[np.arange(len(y)), y].mean()
    if a > 0:
        ls, lt = log_softmax(s, temperature=T), log_softmax(t, temperature=T)
        on = lt > -np.inf
        out += a * T**2 * np.sum(np.exp(lt[on]) * (lt[on] - ls[on])) / len(y)
    return float(out)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = batch(student_logits, teacher_logits, labels, temperature, alpha)
    soft = softmax(s, temperature=T) - softmax(t, temperature=T)
    hard = softmax(s)
    hard[np.arange(len(y)), y] -= 1
    return ((1 - a) * hard + a * T * soft) / len(y)
