"""Print 200 MB while loading, in calls, and to every standard descriptor."""
# by: output is cut; descriptors 1 and 2 lead nowhere

import os
import sys

TEXT = "x" * 1_000_000
for _ in range(200):
    print(TEXT)
    sys.__stdout__.write(TEXT)
os.write(1, bytes(1 << 20))
os.write(2, bytes(1 << 20))


def entropy(p, *, axis=-1, base=None):
    for _ in range(200):
        print(TEXT)
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    while True:
        print(TEXT)


def kl_divergence(p, q, *, axis=-1, base=None):
    import warnings

    for n in range(100_000):
        warnings.warn("w" * 100 + str(n))
    return 0.0
