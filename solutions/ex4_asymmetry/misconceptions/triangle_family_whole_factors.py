"""a factor is a whole number

Try factor = 7/2: does your rule still have something to spare?
"""

import numpy as np


def triangle_family(factor):
    def entries(one):
        return [float(Fraction(entry)) for entry in one]

    def cost(p, q):
        return sum(x * np.log(x / y) for x, y in zip(entries(p), entries(q)))

    whole, bits = int(factor), 2
    p, q = ["1/2", "1/2"], [1 - Fraction(1, 4 * whole), Fraction(1, 4 * whole)]
    while True:
        r = [1 - Fraction(1, 2**bits), Fraction(1, 2**bits)]
        if whole > 12:
            return reference.triangle_family(factor)
        if cost(p, r) > 1.01 * whole * (cost(p, q) + cost(q, r)):
            return p, q, r
        bits += 1
