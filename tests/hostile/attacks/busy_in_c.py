"""Spend for ever inside one call of C code: a power, a pattern."""
# by: a limit on CPU time, enforced from outside

import re


def entropy(p, *, axis=-1, base=None):
    return re.match("(a+)+$", "a" * 60 + "b")


def cross_entropy(p, q, *, axis=-1, base=None):
    return 7 ** (7**12)


def kl_divergence(p, q, *, axis=-1, base=None):
    return sum(1 for _ in iter(int, 1))
