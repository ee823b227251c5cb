"""any change of the outcomes loses something

Can your map be undone?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossy": (["1/2", "1/2"], ["1/4", "3/4"], [1, 0])}
