"""Answer integers too long for a float, for printing and for the wire."""
# by: a cap on bits; the case fails

def entropy(p, *, axis=-1, base=None):
    return 10**400


def cross_entropy(p, q, *, axis=-1, base=None):
    return 1 << 1_050_000


def kl_divergence(p, q, *, axis=-1, base=None):
    return 1 << 60_000_000
