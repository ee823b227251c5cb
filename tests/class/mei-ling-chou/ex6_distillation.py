# mei-ling chou / ex6
import numpy as np


def read(name, data):
    try:
        a = np.array(data)
    except ValueError:
        raise ValueError(f"{name!r} is not rectangular")
    if a.dtype.kind not in {"i", "u", "f"}:
        raise TypeError(f"{name!r} holds {a.dtype}, not numbers")
    return a.astype(np.float64)


def read_logits(name, data):
    z = read(name, data)
    if z.size == 0:
        raise ValueError(f"{name!r} is empty")
    if np.isnan(z).any() or np.isposinf(z).any():
        raise ValueError(f"{name!r} has nan or +inf")
    return z


def read_number(name, data, low, high, low_ok):
    t = read(name, data)
    if t.ndim != 0:
        raise ValueError(f"{name!r} must be one number")
    t = float(t)
    if not (low < t <= high or (low_ok and t == low)):
        raise ValueError(f"{name!r} is out of range")
    return t


def _logp(z, T, axis=-1):
    top = z.max(axis=axis, keepdims=True)
    with np.errstate(over="ignore"):
        y = (z - top) / T
    # log(1 + rest): leave out one of the maxima, it contributes exactly 1
    e = np.exp(y)
    first = np.expand_dims(z.argmax(axis=axis), axis)
    np.put_along_axis(e, first, 0.0, axis)
    return y - np.log1p(e.sum(axis=axis, keepdims=True))


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = read_logits("logits", logits)
    return _logp(z, read_number("temperature", temperature, 0, np.finfo(float).max, False), axis)


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def read_all(student_logits, teacher_logits, labels, temperature, alpha):
    zs, zt = read_logits("student_logits", student_logits), read_logits("teacher_logits", teacher_logits)
    if zs.ndim != 2:
        raise ValueError("'student_logits' must be (B, C)")
    if zt.shape != zs.shape:
        raise ValueError("'teacher_logits' must have the shape of the student's")
    y = read("labels", labels)
    if y.shape != zs.shape[:1]:
        raise ValueError("'labels' must be (B,)")
    if not np.all(y == np.floor(y)):
        raise ValueError("'labels' must be integers")
    if y.min() < 0 or y.max() >= zs.shape[1]:
        raise ValueError("'labels' out of range")
    T = read_number("temperature", temperature, 0, np.finfo(float).max, False)
    a = read_number("alpha", alpha, 0, 1, True)
    return zs, zt, y.astype(int), T, a


def g(x):
    """exp(x) - 1 - x"""
    small = np.abs(x) < 0.3
    u = np.where(small, x, 0.0)
    s = np.zeros_like(u)
    for k in range(16, 1, -1):
        s = (1 + s * u) / k
    return np.where(small, s * u * u, np.expm1(x) - x)


def kl_row(zs, zt, T):
    on = zt > -np.inf
    if np.isneginf(zs[on]).any():
        return np.inf
    lt, ls = _logp(zt[on], T), _logp(zs[on], T)
    p = np.exp(lt)
    d = zs[on] - zt[on]
    d = (d - p @ d / p.sum()) / T
    # both restricted to the support of the teacher: log E exp(d) with E d = 0
    kl = np.log1p(p @ g(d)) if np.abs(d).max() < 30 else p @ (lt - ls)
    if (zs[~on] > -np.inf).any():        # the student puts mass where the teacher has none
        rest = _logp(zs, T)[on]
        kl -= rest.max() + np.log(np.exp(rest - rest.max()).sum())
    return kl


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = read_all(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a < 1:
        loss -= (1 - a) * _logp(zs, 1.0)[np.arange(len(y)), y].mean()
    if a > 0:
        loss += a * T * T * np.mean([kl_row(s, t, T) for s, t in zip(zs, zt)])
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = read_all(student_logits, teacher_logits, labels, temperature, alpha)
    hard = np.exp(_logp(zs, 1.0))
    hard[np.arange(len(y)), y] -= 1
    soft = np.exp(_logp(zs, T)) - np.exp(_logp(zt, T))      # p_s - p_t at temperature T
    return ((1 - a) * hard + a * T * soft) / len(y)
