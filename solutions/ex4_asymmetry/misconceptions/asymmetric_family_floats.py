"""a float that underflows is still a small number

What is 2.0 ** -2000?
"""


def asymmetric_family(eps):
    a, q = 2.0 ** -float(3 / eps**2), float(eps) / 2
    return [1 - a, a], [1 - q, q]
