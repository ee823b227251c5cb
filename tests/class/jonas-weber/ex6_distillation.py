"""Übung 6 (Jonas Weber)"""
import numpy as np


def real(x, name):
    try:
        arr = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: rows must have equal length")
    if arr.dtype.kind not in "iuf":
        raise TypeError(f"{name}: only real numbers, please")
    arr = arr.astype(np.float64)
    if arr.size == 0:
        raise ValueError(f"{name}: empty")
    if np.isnan(arr).any() or np.isposinf(arr).any():
        raise ValueError(f"{name}: NaN or +infinity found")
    return arr


class Softmax:
    def __init__(self, temperature=1.0):
        t = real(temperature, "temperature")
        if t.ndim or t <= 0:
            raise ValueError("temperature: must be positive")
        self.T = float(t)

    def log(self, z, axis=-1):
        z = (z - z.max(axis=axis, keepdims=True)) / self.T
        return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))

    def __call__(self, z, axis=-1):
        return np.exp(self.log(z, axis))


def softmax(logits, *, temperature=1.0, axis=-1):
    return Softmax(temperature)(real(logits, "logits"), axis)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return Softmax(temperature).log(real(logits, "logits"), axis)


class Distillation:
    def __init__(self, student_logits, teacher_logits, labels, temperature, alpha):
        self.s = real(student_logits, "student_logits")
        self.t = real(teacher_logits, "teacher_logits")
        if self.s.ndim != 2:
            raise ValueError("student_logits: (B, C) expected")
        if self.t.shape != self.s.shape:
            raise ValueError("teacher_logits: (B, C) expected")
        self.B, self.C = self.s.shape
        y = real(labels, "labels")
        if y.shape != (self.B,):
            raise ValueError("labels: (B,) expected")
        if (y != np.trunc(y)).any() or y.min() < 0 or y.max() >= self.C:
            raise ValueError("labels: classes expected")
        self.y = y.astype(int)
        a = real(alpha, "alpha")
        if a.ndim or a < 0 or a > 1:
            raise ValueError("alpha: must be in [0, 1]")
        self.alpha = float(a)
        self.hard, self.soft = Softmax(), Softmax(temperature)

    def loss(self):
        out = 0.0
        if self.alpha < 1:
            out += (1 - self.alpha) * -self.hard.log(self.s)[np.arange(self.B), self.y].mean()
        if self.alpha > 0:
            # the teacher is already trained, only the student is softened
            lt, ls = self.hard.log(self.t), self.soft.log(self.s)
            on = lt > -np.inf
            kl = np.sum(np.exp(lt[on]) * (lt[on] - ls[on])) / self.B
            out += self.alpha * self.soft.T ** 2 * kl
        return float(out)

    def gradient(self):
        one_hot = np.eye(self.C)[self.y]
        g = (1 - self.alpha) * (self.hard(self.s) - one_hot)
        g += self.alpha * self.soft.T * (self.soft(self.s) - self.hard(self.t))
        return g / self.B


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    return Distillation(student_logits, teacher_logits, labels, temperature, alpha).loss()


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return Distillation(student_logits, teacher_logits, labels, temperature, alpha).gradient()
