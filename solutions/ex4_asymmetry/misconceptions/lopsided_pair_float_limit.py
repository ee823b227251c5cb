"""no positive number is smaller than the smallest float

Where do fractions end?
"""


def lopsided_pair():
    tiny = Fraction(1, 10**308)
    return ["999/1000", "1/1000"], [1 - tiny, tiny]
