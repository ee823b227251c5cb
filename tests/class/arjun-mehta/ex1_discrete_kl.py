# Arjun Mehta, python 3.10+ because of match
import math

import numpy as np


def classify(value, name):
    match value:
        case None | str() | bytes() | dict() | set():
            raise TypeError(f"{name} cannot be {value!r}")
        case int() | float():
            raise ValueError(f"{name} is one number, I need a whole distribution")
        case [] | ():
            raise ValueError(f"{name} is empty")
    try:
        arr = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} is not rectangular") from None
    match arr.dtype.kind, arr.ndim:
        case "O" | "U" | "S" | "c" | "M" | "m" | "V" | "T", _:
            raise TypeError(f"{name} holds {arr.dtype} values, only real numbers work")
        case _, 0:
            raise ValueError(f"{name} is zero-dimensional")
    return arr.astype(float)


def certify(rows, name):
    """rows: outcomes last"""
    problem = None
    if rows.size == 0:
        problem = "empty"
    elif not np.isfinite(rows).all():
        problem = "not finite"
    elif (rows < 0).any():
        problem = "negative"
    elif not np.isclose(rows.sum(-1), 1.0, rtol=0.0, atol=1e-6).all():
        problem = "not normalised"
    match problem:
        case None:
            return rows
        case text:
            raise ValueError(f"{name} is {text}")


def divisor(base):
    match base:
        case None:
            return 1.0
        case int() | float() | np.integer() | np.floating():
            b = float(base)
        case _:
            raise TypeError(f"base {base!r} is not a number")
    match b:
        case _ if math.isnan(b) or b <= 0:
            raise ValueError(f"base {b} is not positive")
        case 1.0:
            raise ValueError("base 1 has no logarithm")
    return math.log(b)


def couple(p, q, axis):
    p, q = classify(p, "p"), classify(q, "q")
    match p.ndim - q.ndim:
        case d if d > 0:
            q = q[(np.newaxis,) * d]
        case d if d < 0:
            p = p[(np.newaxis,) * -d]
    p, q = np.moveaxis(p, axis, -1), np.moveaxis(q, axis, -1)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError(f"p has {p.shape[-1]} outcomes but q has {q.shape[-1]}")
    certify(p, "p")
    certify(q, "q")
    try:
        return np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p and q have batch shapes that do not go together") from None


def term(kind, a, b):
    match (kind, a, b):
        case (_, 0.0, _):
            return 0.0
        case ("entropy", a, _):
            return -a * math.log(a)
        case (_, _, 0.0):
            return math.inf
        case ("cross", a, b):
            return -a * math.log(b)
        case ("kl", a, b):
            return a * (math.log(a) - math.log(b))


def accumulate(kind, P, Q, d):
    out = np.array([sum(term(kind, float(a), float(b)) for a, b in zip(r, s))
                    for r, s in zip(P.reshape(-1, P.shape[-1]), Q.reshape(-1, Q.shape[-1]))])
    return out.reshape(P.shape[:-1]) / d


def entropy(p, *, axis=-1, base=None):
    d = divisor(base)
    P = certify(np.moveaxis(classify(p, "p"), axis, -1), "p")
    return accumulate("entropy", P, P, d)


def cross_entropy(p, q, *, axis=-1, base=None):
    d = divisor(base)
    return accumulate("cross", *couple(p, q, axis), d)


def kl_divergence(p, q, *, axis=-1, base=None):
    d = divisor(base)
    return accumulate("kl", *couple(p, q, axis), d)
