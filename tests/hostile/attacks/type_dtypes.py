"""Return object, structured, string, complex and masked arrays, and dates."""
# by: a dtype allow-list

import numpy as np


class Equal:
    def __eq__(self, other):
        return True


def entropy(p, *, axis=-1, base=None):
    return np.array([Equal()], dtype=object)


def cross_entropy(p, q, *, axis=-1, base=None):
    return np.ma.masked_all(3)


def kl_divergence(p, q, *, axis=-1, base=None):
    return np.zeros(2, dtype=[("a", "f8"), ("b", "O")])
