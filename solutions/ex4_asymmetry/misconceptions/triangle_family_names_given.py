"""distributions are best returned with their names

Which form does the docstring ask for?
"""


def triangle_family(factor):
    return dict(zip(("P", "Q", "R"), reference.triangle_family(factor)))
