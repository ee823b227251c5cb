"""Answer with arrays whose shapes blow up when they meet: columns and rows, and empty ones with long sides."""
# earns: entropy=0.9 cross_entropy=0.9 kl_divergence=0.9
# by: answers of a law whose shapes do not go together are refused before anything is computed

import numpy as np

count = 0


def answer(*args, **kwargs):
    global count
    count += 1
    shapes = [(20_000, 1), (1, 20_000), (0, 30_000_000), (1,) * 8, (30_000_000, 0), (20_000, 1, 1), ()]
    return np.zeros(shapes[count % len(shapes)])


entropy = cross_entropy = kl_divergence = answer
