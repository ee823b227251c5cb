# Carl Jensen
import numpy as np


def entropy(p, *, axis=-1, base=None):
    p = np.asarray(p, dtype=float)
    return -np.sum(p * np.log(p), axis=axis)


def cross_entropy(p, q, *, axis=-1, base=None):
    return -np.sum(np.asarray(p) * np.log(q), axis=axis)


def kl_divergence(p, q, *, axis=-1, base=None):
    return cross_entropy(p, q, axis=axis) - entropy(p, axis=axis)


# experiment: how small can eps get until KL is exactly zero?
eps = 0.1
while kl_divergence([0.5 + eps, 0.5 - eps], [0.5, 0.5]) != 0.001:
    eps = max(eps / 2, 1e-9)
print("eps =", eps)
