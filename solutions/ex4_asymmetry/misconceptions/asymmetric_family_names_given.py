"""distributions are best returned with their names

Which form does the docstring ask for?
"""


def asymmetric_family(eps):
    return dict(zip(("P", "Q"), reference.asymmetric_family(eps)))
