"""all but two outcomes means at least two

In how many outcomes do your two distributions differ?
"""


def equality_case():
    return {**reference.equality_case(), "non_zero": (["1/2", "1/3", "1/6"], ["1/6", "1/2", "1/3"])}
