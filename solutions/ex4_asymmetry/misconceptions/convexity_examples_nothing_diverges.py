"""zero on both sides is what equality means

Is there an example in which P1 and Q1 differ?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "equal": (["1/2", "1/2"], ["1/2", "1/2"], ["1/4", "3/4"], ["1/4", "3/4"], "1/2")}
