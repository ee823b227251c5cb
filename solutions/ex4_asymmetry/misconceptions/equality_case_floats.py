"""a float that looks exact is exact

Is 0.1 + 0.2 the same as 0.3, and what would that do to a proof?
"""


def equality_case():
    return {
        **reference.equality_case(),
        "zero": ([0.5, 0.25, 0.25], [0.5, 0.25, 0.25]),
        "non_zero": ([0.5, 0.25, 0.25], [0.25, 0.5, 0.25]),
    }
