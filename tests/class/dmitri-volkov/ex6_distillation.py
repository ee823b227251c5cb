import numpy as np


def arr(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + " is not a rectangular array")
    if a.dtype.kind not in ("i", "u", "f", "b"):
        raise TypeError(name + " must be numeric")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(name + " must not be empty")
    if np.isnan(a).any() or (a == np.inf).any():
        raise ValueError(name + " must not contain NaN or +inf")
    return a


def temp(T):
    T = arr(T, "temperature")
    if T.ndim or T <= 0:
        raise ValueError("temperature must be positive")
    return float(T)


def softmax(logits, *, temperature=1.0, axis=-1):
    z = arr(logits, "logits")
    e = np.exp((z - z.max(axis=axis, keepdims=True)) / temp(temperature))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = arr(logits, "logits")
    y = (z - z.max(axis=axis, keepdims=True)) / temp(temperature)
    return y - np.log(np.exp(y).sum(axis=axis, keepdims=True))


def data(student_logits, teacher_logits, labels, temperature, alpha):
    s, t, y = arr(student_logits, "student_logits"), arr(teacher_logits, "teacher_logits"), arr(labels, "labels")
    if s.ndim != 2:
        raise ValueError("student_logits must be 2-d")
    if t.shape != s.shape:
        raise ValueError("teacher_logits must have the same shape")
    if y.shape != (s.shape[0],):
        raise ValueError("labels must be 1-d")
    if np.any(y != np.floor(y)) or np.any(y < 0) or np.any(y >= s.shape[1]):
        raise ValueError("labels must be classes")
    a = arr(alpha, "alpha")
    if a.ndim or not 0 <= a <= 1:
        raise ValueError("alpha must be in [0, 1]")
    return s, t, y.astype(int), temp(temperature), float(a)


def kl(log_p, log_q):
    possible = log_p > -np.inf
    d = np.where(possible, log_p, 0) - np.where(possible, log_q, 0)
    return np.where(possible, np.exp(log_p) * d, 0).sum(axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = data(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a < 1:
        loss += (1 - a) * -log_softmax(s)[np.arange(len(y)), y].mean()
    if a > 0:
        # how far is the student from the teacher
        loss += a * T**2 * kl(log_softmax(s, temperature=T), log_softmax(t, temperature=T)).mean()
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = data(student_logits, teacher_logits, labels, temperature, alpha)
    grad = np.zeros_like(s)
    h = 1e-5
    for i in np.ndindex(s.shape):
        up, down = s.copy(), s.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (distillation_loss(up, t, y, temperature=T, alpha=a)
                   - distillation_loss(down, t, y, temperature=T, alpha=a)) / (2 * h)
    return grad
