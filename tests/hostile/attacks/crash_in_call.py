"""Die in calls: exit, abort, segmentation fault."""
# by: the death of one process costs one question

import ctypes
import os


def entropy(p, *, axis=-1, base=None):
    os._exit(0)


def cross_entropy(p, q, *, axis=-1, base=None):
    os.abort()


def kl_divergence(p, q, *, axis=-1, base=None):
    ctypes.string_at(1)
