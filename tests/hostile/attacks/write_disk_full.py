"""Fill the disk."""
# by: a small file system (full), a count of what is written (kernel, limits)

import os

written = 0
try:
    for n in range(10_000):
        with open(f"big{n}", "wb") as file:
            for _ in range(15):
                written += file.write(bytes(1 << 20))
        if written > 3 << 30:
            break
except OSError as error:
    print(error)
if written > 2 << 30:
    print("BREACH wrote", written >> 20, "MB")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
