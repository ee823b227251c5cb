"""a map is a dict

In which form does the question ask for the map?
"""


def invariance_examples():
    return {**reference.invariance_examples(), "relabel": (["1/2", "1/2"], ["1/4", "3/4"], {0: 1, 1: 0})}
