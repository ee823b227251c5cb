# G. Papadakis, distillation with plain Python lists inside
import math

import numpy as np

NEG = -math.inf


def get(name, x, integer=False):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError("%s is ragged" % name)
    if a.dtype.kind not in "iuf":
        raise TypeError("%s must be real" % name)
    if integer and a.dtype.kind == "f" and not np.array_equal(a, np.trunc(a)):
        raise ValueError("%s must be integers" % name)
    return a.astype(np.int64) if integer else a.astype(np.float64)


def get_logits(name, x):
    a = get(name, x)
    if a.size == 0:
        raise ValueError("%s must not be empty" % name)
    if any(math.isnan(v) or v == math.inf for v in a.flat):
        raise ValueError("%s must be finite or -inf" % name)
    return a


def get_T(x):
    a = get("temperature", x)
    if a.ndim or not (0 < a < math.inf):
        raise ValueError("temperature must be a positive number")
    return float(a)


def row_log_softmax(z, T):
    i = z.index(max(z))
    y = [(v - z[i]) / T for v in z]
    norm = math.log1p(math.fsum(math.exp(v) for j, v in enumerate(y) if j != i))
    return [v - norm for v in y]


def over_axis(f, a, axis):
    a = np.moveaxis(a, axis, -1)
    out = np.empty_like(a)
    for i in np.ndindex(a.shape[:-1]):
        out[i] = f(a[i].tolist())
    return np.moveaxis(out, -1, axis)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    z, T = get_logits("logits", logits), get_T(temperature)
    return over_axis(lambda row: row_log_softmax(row, T), z, axis)


def softmax(logits, *, temperature=1.0, axis=-1):
    z, T = get_logits("logits", logits), get_T(temperature)
    return over_axis(lambda row: [math.exp(v) for v in row_log_softmax(row, T)], z, axis)


def bump(x):
    """exp(x) - 1 - x >= 0"""
    if abs(x) > 0.5:
        return math.expm1(x) - x
    total, term, k = 0.0, x * x / 2, 2
    while total + term != total:
        total += term
        k += 1
        term *= x / k
    return total


def row_kl(zs, zt, T):
    lt, ls = row_log_softmax(zt, T), row_log_softmax(zs, T)
    pt = [math.exp(v) for v in lt]
    on = [k for k, p in enumerate(pt) if p > 0]
    if any(ls[k] == NEG for k in on):
        return math.inf
    outside = math.fsum(math.exp(ls[k]) for k in range(len(ls)) if pt[k] == 0)
    # D_k = log ps_k - log pt_k, from the differences of the logits
    d = {k: zs[k] - zt[k] for k in on}
    centre = math.fsum(pt[k] * d[k] for k in on) / math.fsum(pt[k] for k in on)
    d = {k: (d[k] - centre) / T for k in on}
    if max(map(abs, d.values())) > 20 or outside > 0:
        D = {k: ls[k] - lt[k] for k in on}
    else:
        shift = math.log1p(math.fsum(pt[k] * bump(d[k]) for k in on))
        D = {k: d[k] - shift for k in on}
    return math.fsum([pt[k] * bump(D[k]) for k in on] + [outside])


def arguments(student_logits, teacher_logits, labels, temperature, alpha):
    zs, zt = get_logits("student_logits", student_logits), get_logits("teacher_logits", teacher_logits)
    if zs.ndim != 2 or zt.ndim != 2 or zs.shape != zt.shape:
        raise ValueError("student_logits and teacher_logits must be (B, C), both the same")
    y = get("labels", labels, integer=True)
    if y.shape != (len(zs),):
        raise ValueError("labels must have one entry per row")
    if any(not 0 <= k < zs.shape[1] for k in y):
        raise ValueError("labels must be class numbers")
    a = get("alpha", alpha)
    if a.ndim or not 0 <= a <= 1:
        raise ValueError("alpha must be in [0, 1]")
    return zs.tolist(), zt.tolist(), y.tolist(), get_T(temperature), float(a)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = arguments(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    for s, t, k in zip(zs, zt, y):
        if a < 1:
            loss += (1 - a) * -row_log_softmax(s, 1.0)[k]
        if a > 0:
            loss += a * T * T * row_kl(s, t, T)
    return loss / len(y)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    zs, zt, y, T, a = arguments(student_logits, teacher_logits, labels, temperature, alpha)
    out = []
    for s, t, k in zip(zs, zt, y):
        row = zip(row_log_softmax(s, 1.0), row_log_softmax(s, T), row_log_softmax(t, T))
        out.append([((1 - a) * (math.exp(h) - (j == k)) + a * T * (math.exp(u) - math.exp(v))) / len(y)
                    for j, (h, u, v) in enumerate(row)])
    return np.array(out)
