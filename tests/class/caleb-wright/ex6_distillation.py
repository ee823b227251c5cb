"""Caleb Wright, ex 6. One row at a time, then np.apply_along_axis."""
import numpy as np


def to_np(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"bad {name}: ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"bad type for {name}: {a.dtype}")
    a = a.astype(float)
    if np.isnan(a).any() or (a == np.inf).any():
        raise ValueError(f"bad value in {name}")
    return a


def logits_from(x, name):
    z = to_np(x, name)
    if z.size == 0:
        raise ValueError(f"bad {name}: nothing there")
    return z


def temperature_from(x):
    T = to_np(x, "temperature")
    if T.size != 1 or T <= 0:
        raise ValueError("bad temperature: has to be > 0")
    return T.item()


def row_softmax(row, T):
    w = np.exp((row - row.max()) / T)
    return w / w.sum()


def row_log_softmax(row, T):
    row = (row - row.max()) / T
    return row - np.log(np.exp(row).sum())


def row_kl(log_p, log_q):
    """sum of p (log p - log q), the classes with p = 0 do not count"""
    keep = log_p > -np.inf
    return np.sum(np.exp(log_p[keep]) * (log_p[keep] - log_q[keep]))


def softmax(logits, *, temperature=1.0, axis=-1):
    z, T = logits_from(logits, "logits"), temperature_from(temperature)
    return np.apply_along_axis(row_softmax, axis, z, T)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = logits_from(logits, "logits"), temperature_from(temperature)
    return np.apply_along_axis(row_log_softmax, axis, z, T)


def everything(student_logits, teacher_logits, labels, temperature, alpha):
    s = logits_from(student_logits, "student_logits")
    t = logits_from(teacher_logits, "teacher_logits")
    if s.ndim != 2:
        raise ValueError("bad shape of student_logits")
    if t.shape != s.shape:
        raise ValueError("bad shape of teacher_logits")
    y = to_np(labels, "labels")
    if y.ndim != 1 or y.size != s.shape[0]:
        raise ValueError("bad shape of labels")
    if any(k != int(k) for k in y if k > -np.inf) or y.min() < 0 or y.max() >= s.shape[1]:
        raise ValueError("bad class in labels")
    a = to_np(alpha, "alpha")
    if a.size != 1 or a < 0 or a > 1:
        raise ValueError("bad alpha: not in [0, 1]")
    return s, t, [int(k) for k in y], temperature_from(temperature), a.item()


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = everything(student_logits, teacher_logits, labels, temperature, alpha)
    losses = []
    for row_s, row_t, k in zip(s, t, y):
        loss = 0.0
        if a < 1:
            loss += (1 - a) * -row_log_softmax(row_s, 1.0)[k]
        if a > 0:
            loss += a * T**2 * row_kl(row_log_softmax(row_t, T), row_log_softmax(row_s, T))
        losses.append(loss)
    return float(np.mean(losses))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t, y, T, a = everything(student_logits, teacher_logits, labels, temperature, alpha)
    rows = []
    for row_s, row_t, k in zip(s, t, y):
        hard = row_softmax(row_s, 1.0)
        hard[k] -= 1.0
        rows.append((1 - a) * hard + a * T * (row_softmax(row_s, T) - row_softmax(row_t, T)))
    return np.array(rows) / len(rows)
