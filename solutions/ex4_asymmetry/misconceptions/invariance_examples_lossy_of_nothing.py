"""whoever merges outcomes always loses

What is the divergence before your map?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossy": (["1/4", "1/4", "1/2"], ["1/8", "1/8", "3/4"], [0, 0, 1])}
