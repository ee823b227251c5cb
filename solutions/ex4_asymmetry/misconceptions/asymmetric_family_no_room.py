"""moving a share eps costs a divergence of eps

Compare -log(1 - eps) with eps: which is larger?
"""


def asymmetric_family(eps):
    a = Fraction(1, 2 ** ceil(3 / eps**2 + 2 / eps))
    return [1 - a, a], [1 - eps, eps]
