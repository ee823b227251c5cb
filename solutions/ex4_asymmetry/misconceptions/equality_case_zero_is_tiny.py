"""distributions that hardly differ have divergence zero

Is there a distance so small that the divergence does not notice it?
"""


def equality_case():
    return {
        **reference.equality_case(),
        "zero": (["1/2", "1/2"], [Fraction(1, 2) + Fraction(1, 10**30), Fraction(1, 2) - Fraction(1, 10**30)]),
    }
