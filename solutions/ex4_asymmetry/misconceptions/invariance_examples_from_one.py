"""outcomes are counted from one

What is the index of the first entry of a Python list?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "relabel": (["1/2", "1/2"], ["1/4", "3/4"], [2, 1])}
