"""outcomes that are equally likely under P can be merged without loss

How much more does each of the merged outcomes speak for P than for Q?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossless": (["1/4", "1/4", "1/2"], ["1/8", "3/8", "1/2"], [0, 0, 1])}
