"""from infinite to finite is a loss like any other

Is the divergence before your map a number?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossy": (["1/2", "1/2"], [1, 0], [0, 0])}
