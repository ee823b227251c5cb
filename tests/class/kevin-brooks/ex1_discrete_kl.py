# Kevin Brooks
import numpy as np

def entropy(p, *, axis=-1, base=None):
    p = np.array(p)
    h = -np.sum(p * np.log(p), axis=axis)
    print("The entropy is", h)

def cross_entropy(p, q, *, axis=-1, base=None):
    p = np.array(p)
    q = np.array(q)
    h = -np.sum(p * np.log(q), axis=axis)
    print("The cross entropy is", h)

def kl_divergence(p, q, *, axis=-1, base=None):
    p = np.array(p)
    q = np.array(q)
    d = np.sum(p * np.log(p / q), axis=axis)
    print("The KL divergence is", d)

entropy([0.5, 0.5])
kl_divergence([0.5, 0.5], [0.25, 0.75])
