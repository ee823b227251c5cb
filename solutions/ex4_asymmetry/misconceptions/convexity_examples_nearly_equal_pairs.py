"""a gap that is too small to print is no gap

How do your two pairs differ, and can an exact comparison see it?
"""


def convexity_examples():
    return {
        **reference.convexity_examples(),
        "equal": (["1/2", "1/2"], ["1/4", "3/4"], ["5001/10000", "4999/10000"], ["1/4", "3/4"], "1/2"),
    }
