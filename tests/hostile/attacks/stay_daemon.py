"""Fork away from the parent and stay."""
# by: fork is refused; what stays is killed with its parent (limits)

import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for n in range(3, 64):
            try:
                os.close(n)
            except OSError:
                pass
        time.sleep(60)
    os._exit(0)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
