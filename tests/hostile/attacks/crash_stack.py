"""Overflow the stack of C and of Python."""
# by: the death of one process

import sys


def entropy(p, *, axis=-1, base=None):
    return entropy(p)


def cross_entropy(p, q, *, axis=-1, base=None):
    sys.setrecursionlimit(10**9)

    def deep(n):
        return deep(n + 1)

    return deep(0)


def kl_divergence(p, q, *, axis=-1, base=None):
    thing = None
    for _ in range(10**6):
        thing = (thing,)
    return repr(thing)
