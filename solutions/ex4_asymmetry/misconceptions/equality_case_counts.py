"""weights need not add up to one

What do the entries of each of your distributions add up to?
"""


def equality_case():
    return {**reference.equality_case(), "zero": ([1, 2, 1], [1, 2, 1]), "non_zero": ([1, 2, 1], [2, 1, 1])}
