import numpy as np
from scipy.special import rel_entr

# Ivan Petrov.  Probabilities first, then the definitions.


def checked(x, name):
    try:
        a = np.asarray(x)
    except ValueError as err:
        raise ValueError(f"{name}: {err}")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be numeric")
    a = a.astype(float)
    if np.isnan(a).any() or (a == np.inf).any():
        raise ValueError(f"{name} must not be NaN or +inf")
    return a


def checked_logits(x, name):
    a = checked(x, name)
    if a.size == 0:
        raise ValueError(f"{name} must not be empty")
    return a


def checked_temperature(t):
    t = checked(t, "temperature")
    if t.ndim > 0 or t <= 0:
        raise ValueError("temperature must be positive")
    return float(t)


def probabilities(z, T, axis):
    e = np.exp(z / T)
    return e / e.sum(axis=axis, keepdims=True)


def softmax(logits, *, temperature=1.0, axis=-1):
    return probabilities(checked_logits(logits, "logits"), checked_temperature(temperature), axis)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = checked_logits(logits, "logits"), checked_temperature(temperature)
    return z / T - np.log(np.exp(z / T).sum(axis=axis, keepdims=True))


def checked_batch(student_logits, teacher_logits, labels, temperature, alpha):
    s = checked_logits(student_logits, "student_logits")
    t = checked_logits(teacher_logits, "teacher_logits")
    if s.ndim != 2:
        raise ValueError("student_logits must be a matrix")
    if t.shape != s.shape:
        raise ValueError("teacher_logits must be a matrix like student_logits")
    y = checked(labels, "labels")
    if y.ndim != 1 or len(y) != len(s):
        raise ValueError("labels must be a vector, one per row")
    if (y % 1 != 0).any():
        raise ValueError("labels must be integers")
    if y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("labels must be valid classes")
    a = checked(alpha, "alpha")
    if a.ndim > 0 or a < 0 or a > 1:
        raise ValueError("alpha must be in [0, 1]")
    return s, t, y.astype(int), checked_temperature(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = checked_batch(student_logits, teacher_logits, labels, temperature, alpha)
    total = 0.0
    if a != 1:
        p_label = probabilities(s, 1.0, 1)[np.arange(len(y)), y]
        total += (1 - a) * np.mean([-np.log(p) if p > 0 else np.inf for p in p_label])
    if a != 0:
        total += a * T**2 * rel_entr(probabilities(t, T, 1), probabilities(s, T, 1)).sum(axis=1).mean()
    return float(total)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = checked_batch(student_logits, teacher_logits, labels, temperature, alpha)
    B, C = s.shape
    grad = np.zeros((B, C))
    for b in range(B):
        p1, ps, pt = (probabilities(z, tau, 0) for z, tau in ((s[b], 1.0), (s[b], T), (t[b], T)))
        for c in range(C):
            hard = p1[c] - (1.0 if c == y[b] else 0.0)
            grad[b, c] = ((1 - a) * hard + a * T * (ps[c] - pt[c])) / B
    return grad
