"""the order of the examples tells which is which

How does a reader know which of your examples is the strict one?
"""


def convexity_examples():
    return list(reference.convexity_examples().values())
