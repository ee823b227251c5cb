"""Signal a process that is none of its business."""
# by: signals to others are refused by the filter
# escapes: limits

import os
import signal

os.kill(int("@DECOY@"), signal.SIGKILL)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
