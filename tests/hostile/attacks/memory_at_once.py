"""Ask for ten gigabytes at once, as bytes, as an array and as a mapping."""
# by: a limit on address space

import mmap

import numpy as np

for ask in (lambda: bytearray(10 << 30), lambda: np.ones(10 << 27), lambda: mmap.mmap(-1, 10 << 30)):
    try:
        ask()
        print("BREACH got ten gigabytes")
    except (MemoryError, OSError) as error:
        print(type(error).__name__)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
