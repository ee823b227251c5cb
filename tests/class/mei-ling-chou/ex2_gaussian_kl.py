# mei-ling chou / ex2
# I collect all the (non-negative) pieces in a list and add them with fsum at the end.
from itertools import product
from math import fsum, isfinite, log, log1p

import numpy as np
from scipy.linalg import LinAlgError, solve_triangular
from scipy.linalg import cholesky as chol

ARGS_1D = ("mu1", "sigma1", "mu2", "sigma2")


def read(name, data):
    try:
        a = np.array(data)
    except ValueError:
        raise ValueError(f"{name!r} is not rectangular")
    if a.dtype.kind not in {"i", "u", "f"}:
        raise TypeError(f"{name!r} holds {a.dtype}, not numbers")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(f"{name!r} is empty")
    if not all(map(isfinite, a.ravel().tolist())):
        raise ValueError(f"{name!r} has a value that is not finite")
    return a


def gap(u):
    """u - log1p(u), by the series of log1p while |u| is below 0.25"""
    if abs(u) > 0.25:
        return u - log1p(u)
    return u * u * fsum((-u) ** k / (k + 2) for k in range(30))


def pieces(dm, s, t):
    """three numbers >= 0 whose sum is KL(N(dm, s^2) || N(0, t^2))"""
    dm, s, t = float(dm), float(s), float(t)
    u = (s - t) / t
    z = dm / t
    mean_part = 0.5 * z * z
    if -0.9 < u < 1e6:
        return (0.5 * u * u, gap(u), mean_part)
    r = s / t
    return (0.5 * (r - 1) * (r + 1) + (log(t) - log(s)), 0.0, mean_part)


def table(values):
    arrays = [read(n, v) for n, v in zip(ARGS_1D, values)]
    for n, a in zip(ARGS_1D, arrays):
        if n[0] == "s" and (a <= 0).any():
            raise ValueError(f"{n!r} must be positive")
    try:
        arrays = np.broadcast_arrays(*arrays)
    except ValueError:
        raise ValueError(f"shapes of {', '.join(ARGS_1D)} do not broadcast")
    return arrays


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = table((mu1, sigma1, mu2, sigma2))
    if m1.ndim == 0:
        return fsum(pieces(float(m1) - float(m2), s1, s2))
    out = np.zeros(m1.shape)
    for pos in product(*map(range, m1.shape)):
        out[pos] = fsum(pieces(float(m1[pos]) - float(m2[pos]), s1[pos], s2[pos]))
    return out


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    elementwise = np.atleast_1d(kl_normal(mu1, sigma1, mu2, sigma2))
    return np.apply_along_axis(fsum, axis, elementwise)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = read("mu1", mu1), read("mu2", mu2)
    S1, S2 = read("cov1", cov1), read("cov2", cov2)
    if m1.ndim == 0:
        raise ValueError("'mu1' must be a vector")
    d = m1.shape[-1]
    if m2.shape[-1:] != (d,):
        raise ValueError("'mu2' must be a vector as long as mu1")
    for name, S in (("cov1", S1), ("cov2", S2)):
        if S.shape[-2:] != (d, d):
            raise ValueError(f"{name!r} must be made of {d} x {d} matrices")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], S1.shape[:-2], S2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: the batches do not broadcast")
    low = {}
    for name, S in (("cov1", S1), ("cov2", S2)):
        L = np.zeros_like(S)
        for pos in product(*map(range, S.shape[:-2])):
            C = S[pos]
            if np.max(abs(C - C.T)) > 1e-8 * np.max(abs(C)):
                raise ValueError(f"{name!r} is not symmetric")
            try:
                L[pos] = chol(C, lower=True)
            except LinAlgError:
                raise ValueError(f"{name!r} is not positive definite")
        low[name] = np.broadcast_to(L, lead + (d, d))
    dm = np.broadcast_to(m2 - m1, lead + (d,))
    out = np.zeros(lead)
    for pos in product(*map(range, lead)):
        A, B = low["cov1"][pos], low["cov2"][pos]
        both = solve_triangular(B, np.column_stack([A, dm[pos]]), lower=True)
        bag = []
        for i in range(d):
            bag.extend(pieces(both[i, d] * B[i, i], A[i, i], B[i, i]))
            bag.extend(0.5 * both[i, :i] ** 2)
        out[pos] = fsum(bag)
    return out if lead else float(out)
