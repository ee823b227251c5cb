"""two numbers are equal when all printed digits agree

Would a pair found by a search still agree in the hundredth digit?
"""

import numpy as np


def equal_pair():
    p = [Fraction(6, 10), Fraction(3, 10), Fraction(1, 10)]
    start, end = [Fraction(8, 100), Fraction(87, 100), Fraction(5, 100)], [Fraction(50, 100), Fraction(3, 100), Fraction(47, 100)]

    def at(t):
        return [a + t * (b - a) for a, b in zip(start, end)]

    def gap(q):
        return sum(float(a) * np.log(float(a / b)) - float(b) * np.log(float(b / a)) for a, b in zip(p, q))

    low, high = Fraction(3, 10), Fraction(8, 10)
    for _ in range(45):
        middle = (low + high) / 2
        low, high = (middle, high) if gap(at(middle)) > 0 else (low, middle)
    return p, at(low)
