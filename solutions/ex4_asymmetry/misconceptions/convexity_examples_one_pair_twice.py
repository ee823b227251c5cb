"""a pair mixed with itself is an example of equality

Are your two pairs two pairs?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "equal": (["1/2", "1/2"], ["1/4", "3/4"], ["1/2", "1/2"], ["1/4", "3/4"], "1/2")}
