"""leaving every outcome where it is counts as renaming

Which outcome gets another name?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "relabel": (["1/2", "1/2"], ["1/4", "3/4"], [0, 1])}
