"""a high power of eps is as small as one could need

How fast does the logarithm of a power of eps grow when eps shrinks?
"""


def asymmetric_family(eps):
    a, q = eps**8 / 1000, eps / 2
    return [1 - a, a], [1 - q, q]
