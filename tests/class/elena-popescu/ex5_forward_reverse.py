"""Elena Popescu - exam week again"""
import numpy as np


def fit_forward_kl(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in (("weights", w), ("means", m), ("sigmas", s)):
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name} must be numeric")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name} must be a finite vector")
    if not w.size == m.size == s.size:
        raise ValueError("weights, means, sigmas must have one length")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights or sigmas are not allowed")
    start = m[0].astype(float)
    mu = np.sum(w * (m - start))
    return start + mu, np.sqrt(np.sum(w * (s**2.0 + (m - start - mu) ** 2)))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    raise NotImplementedError("kl_gauss_to_mixture is not written yet: put your code here and remove this line.")


def fit_reverse_kl(weights, means, sigmas):
    raise NotImplementedError("fit_reverse_kl is not written yet: put your code here and remove this line.")


explanation = ""
