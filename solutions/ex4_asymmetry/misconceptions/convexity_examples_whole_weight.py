"""a weight of one is a mixture

How much of the second pair is in your mixture?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "equal": (["1/2", "1/2"], ["1/4", "3/4"], ["1/3", "2/3"], ["3/4", "1/4"], 1)}
