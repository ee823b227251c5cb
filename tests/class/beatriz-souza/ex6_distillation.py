"""Beatriz Souza, lista 6"""
import numpy as np


def prepare(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: not an array")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: should be real numbers")
    x = x.astype(np.float64)
    if np.isnan(x).any():
        raise ValueError(f"{name}: NaN inside")
    return x


def prepare_logits(name, x):
    x = prepare(name, x)
    if x.size == 0:
        raise ValueError(f"{name}: empty")
    if np.any(x == np.inf):
        raise ValueError(f"{name}: +inf inside")
    return x


def prepare_scalar(name, x, ok):
    x = prepare(name, x)
    if x.shape != () or not ok(x):
        raise ValueError(f"{name}: not allowed ({x})")
    return float(x)


def positive(t):
    return 0 < t < np.inf


def exps(z, T, axis=-1):
    with np.errstate(over="ignore"):
        y = (z - z.max(axis=axis, keepdims=True)) / T
    return y, np.exp(y)


def softmax(logits, *, temperature=1.0, axis=-1):
    z = prepare_logits("logits", logits)
    _, e = exps(z, prepare_scalar("temperature", temperature, positive), axis)
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z = prepare_logits("logits", logits)
    y, e = exps(z, prepare_scalar("temperature", temperature, positive), axis)
    n = (e == 1.0).sum(axis=axis, keepdims=True)               # number of maxima
    small = np.where(e == 1.0, 0.0, e).sum(axis=axis, keepdims=True)
    return y - np.log(n) - np.log1p(small / n)


def shape_check(student_logits, teacher_logits, labels, temperature, alpha):
    zs = prepare_logits("student_logits", student_logits)
    zt = prepare_logits("teacher_logits", teacher_logits)
    if zs.ndim != 2:
        raise ValueError("student_logits: two axes expected")
    if zt.shape != zs.shape:
        raise ValueError("teacher_logits: same shape as student_logits expected")
    y = prepare("labels", labels)
    if y.shape != (zs.shape[0],) or np.any(y != np.rint(y)):
        raise ValueError("labels: a vector of integers expected")
    if np.any((y < 0) | (y > zs.shape[1] - 1)):
        raise ValueError("labels: outside the classes")
    T = prepare_scalar("temperature", temperature, positive)
    return zs, zt, y.astype(int), T, prepare_scalar("alpha", alpha, lambda a: 0 <= a <= 1)


def phi(x):
    """(e^x - 1 - x) / x^2 by its series"""
    return np.polynomial.polynomial.polyval(x, 1 / np.cumprod(np.arange(1.0, 20.0))[1:])


def soft_term(zs, zt, T):
    """T^2 KL per row.

    With d = (z_s - z_t) minus its teacher mean, KL = log(1 + sum p_t (e^(d/T) - 1 - d/T)) and
    e^x - 1 - x = x^2 phi(x), so T^2 cancels against the x^2 when d/T is small.
    """
    support = ~np.isneginf(zt)
    if np.any(support & np.isneginf(zs)):
        return np.full(len(zs), np.inf)
    lt, ls = log_softmax(zt, temperature=T), log_softmax(zs, temperature=T)
    pt = np.exp(lt)
    plain = T * T * np.einsum("bc,bc->b", pt, np.where(support, lt, 0) - np.where(support, ls, 0))
    d = np.where(support, zs, 0) - np.where(support, zt, 0)
    d = np.where(support, d - np.einsum("bc,bc->b", pt, d)[:, None], 0.0)
    usable = (np.abs(d).max(axis=1) < T) & (support | np.isneginf(zs)).all(axis=1)
    d = np.where(usable[:, None], d, 0.0)
    s2 = np.einsum("bc,bc,bc->b", pt, d * d, phi(d / T))       # T^2 times the sum above
    s = s2 / T / T
    ratio = np.where(s > 1e-12, np.log1p(s) / np.where(s > 1e-12, s, 1.0), 1.0 - s / 2)
    return np.where(usable, s2 * ratio, plain)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = shape_check(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if a < 1.0:
        loss = loss - (1.0 - a) * log_softmax(zs)[np.arange(len(y)), y].mean()
    if a > 0.0:
        loss = loss + a * soft_term(zs, zt, T).mean()
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = shape_check(student_logits, teacher_logits, labels, temperature, alpha)
    hard = softmax(zs) - (y[:, None] == np.arange(zs.shape[1]))
    soft = T * (softmax(zs, temperature=T) - softmax(zt, temperature=T))
    return np.average([hard, soft], axis=0, weights=[1 - a, a]) / len(y)
