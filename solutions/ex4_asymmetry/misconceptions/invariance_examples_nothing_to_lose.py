"""equal distributions show that a merge is harmless

What was there to lose in your example?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossless": (["1/2", "1/2"], ["1/2", "1/2"], [0, 0])}
