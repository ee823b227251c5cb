"""a reordered distribution counts as the same one

Does the divergence compare outcome by outcome, or sorted lists?
"""


def equality_case():
    return {**reference.equality_case(), "zero": (["1/3", "2/3"], ["2/3", "1/3"])}
