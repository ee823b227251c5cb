"""only an invertible map loses nothing

Can two outcomes be told apart usefully if both say the same about P and Q?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossless": (["1/2", "1/2"], ["1/4", "3/4"], [1, 0])}
