# Bjorn Lindqvist, ex 6
import math
import numpy as np


def to_array(x, what):
    try:
        a = np.array(x)
    except ValueError as err:
        raise ValueError("%s: %s" % (what, err))
    if not (np.issubdtype(a.dtype, np.integer) or np.issubdtype(a.dtype, np.floating)):
        raise TypeError("%s is not made of real numbers" % what)
    a = a.astype(float)
    if np.isnan(a).any() or np.isposinf(a).any():
        raise ValueError("%s must not contain nan or +inf" % what)
    return a


def logits_array(x, what):
    a = to_array(x, what)
    if a.size < 1:
        raise ValueError("%s has no elements" % what)
    return a


def number(x, what, ok):
    a = to_array(x, what)
    if a.ndim or not ok(a):
        raise ValueError("%s has a bad value" % what)
    return float(a)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = logits_array(logits, "logits")
    T = number(temperature, "temperature", lambda t: t > 0)
    z = (z - z.max(axis=axis, keepdims=True)) / T
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def inputs(student_logits, teacher_logits, labels, temperature, alpha):
    zs, zt = logits_array(student_logits, "student_logits"), logits_array(teacher_logits, "teacher_logits")
    if zs.ndim != 2:
        raise ValueError("student_logits must be (B, C)")
    if zt.shape != zs.shape:
        raise ValueError("teacher_logits must be (B, C)")
    y = to_array(labels, "labels")
    if y.shape != (len(zs),):
        raise ValueError("labels must be (B,)")
    for k in y:
        if k < 0 or k >= zs.shape[1] or k != math.floor(k):
            raise ValueError("labels must be integers between 0 and C-1")
    T = number(temperature, "temperature", lambda t: t > 0)
    a = number(alpha, "alpha", lambda t: 0 <= t <= 1)
    return zs, zt, y.astype(int), T, a


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = inputs(student_logits, teacher_logits, labels, temperature, alpha)
    l1, ls, lt = log_softmax(zs), log_softmax(zs, temperature=T), log_softmax(zt, temperature=T)
    total = 0.0
    for b in range(len(y)):
        if a < 1:
            total += (1 - a) * -l1[b, y[b]]
        if a > 0:
            for c in range(zs.shape[1]):
                if lt[b, c] > -math.inf:
                    total += a * math.exp(lt[b, c]) * (lt[b, c] - ls[b, c])
    return total / len(y)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = inputs(student_logits, teacher_logits, labels, temperature, alpha)
    grad = a / T * (softmax(zs, temperature=T) - softmax(zt, temperature=T))
    grad += (1 - a) * softmax(zs)
    for b in range(len(y)):
        grad[b, y[b]] -= 1 - a
    return grad / len(y)
