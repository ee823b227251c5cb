"""Leave by SystemExit, KeyboardInterrupt and GeneratorExit."""
# by: they are failures of the call

def entropy(p, *, axis=-1, base=None):
    raise SystemExit(0)


def cross_entropy(p, q, *, axis=-1, base=None):
    raise KeyboardInterrupt


def kl_divergence(p, q, *, axis=-1, base=None):
    raise GeneratorExit
