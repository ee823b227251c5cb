import numpy as np

"""Thandi Mokoena. I only managed the first part."""


def kl_normal(mu1, sigma1, mu2, sigma2):
    cleaned = {}
    for name, x in {"mu1": mu1, "sigma1": sigma1, "mu2": mu2, "sigma2": sigma2}.items():
        try:
            a = np.asarray(x)
        except ValueError:
            raise ValueError(f"{name}: inhomogeneous list")
        if not (np.issubdtype(a.dtype, np.integer) or np.issubdtype(a.dtype, np.floating)):
            raise TypeError(f"{name}: numbers please")
        a = a.astype(float)
        if a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name}: empty, nan or inf")
        if name.startswith("sigma") and (a <= 0).any():
            raise ValueError(f"{name}: must be positive")
        cleaned[name] = a
    m1, s1, m2, s2 = cleaned.values()
    try:
        np.broadcast_arrays(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes")
    return (s1 / s2) ** 2 / 2 + ((m1 - m2) / s2) ** 2 / 2 - np.log(s1 / s2) - 1 / 2


def kl_diagonal_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)
