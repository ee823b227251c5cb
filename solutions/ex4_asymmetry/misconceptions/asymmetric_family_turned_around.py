"""it does not matter which direction is the cheap one

Work both divergences out for your pair at eps = 1/2: which of them is small?
"""


def asymmetric_family(eps):
    p, q = reference.asymmetric_family(eps)
    return q, p
