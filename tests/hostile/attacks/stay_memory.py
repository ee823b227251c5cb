"""Poison NumPy, the interned strings and the import system for whoever comes next."""
# by: a fork's memory is its own

import atexit
import builtins
import ctypes
import signal
import sys

import numpy as np

np.log = np.sum = np.asarray = lambda *args, **kwargs: 0.0
np.random.seed(0)
builtins.float = builtins.range = None
sys.setrecursionlimit(50)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
atexit.register(lambda: open("klhostile-@TOKEN@.txt", "w"))
ctypes.memset(id(2) + 24, 3, 1)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
