"""Answer generators, coroutines, iterators and functions."""
# by: unknown types cross as their name

def entropy(p, *, axis=-1, base=None):
    yield 0.0


async def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return kl_divergence
