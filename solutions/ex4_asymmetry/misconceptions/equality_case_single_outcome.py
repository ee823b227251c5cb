"""a single probability can change alone

What do the entries of your second distribution add up to?
"""


def equality_case():
    return {**reference.equality_case(), "non_zero": (["1/2", "1/2"], ["1/2", "1/3"])}
