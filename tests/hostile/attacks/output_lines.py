"""Print a hundred thousand lines while loading."""
# by: output is cut in the child

for n in range(100_000):
    print("line", n, "of many")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
