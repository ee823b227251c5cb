"""Answer a list ten thousand deep, a cyclic list and a cyclic dictionary."""
# by: a cap on depth, in the child and in the reader

def entropy(p, *, axis=-1, base=None):
    deep = []
    for _ in range(10_000):
        deep = [deep]
    return deep


def cross_entropy(p, q, *, axis=-1, base=None):
    circle = []
    circle.append(circle)
    return circle


def kl_divergence(p, q, *, axis=-1, base=None):
    circle = {}
    circle["x"] = [circle, circle]
    return circle
