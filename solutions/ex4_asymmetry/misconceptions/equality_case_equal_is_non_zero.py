"""entropy that is left over makes the divergence of equal distributions positive

What is the logarithm of a ratio of equal numbers?
"""


def equality_case():
    return {**reference.equality_case(), "non_zero": (["1/2", "1/2"], ["1/2", "1/2"])}
