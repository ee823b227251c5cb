"""pairs with the same divergence mix without loss

Given the outcome, can one guess which of your two pairs was chosen?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "equal": (["1/2", "1/2"], ["1/4", "3/4"], ["1/2", "1/2"], ["3/4", "1/4"], "1/2")}
