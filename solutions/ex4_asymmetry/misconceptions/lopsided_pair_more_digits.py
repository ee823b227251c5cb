"""more digits are always better

The ratio grows like the number of digits: how many do you need, and how many are allowed?
"""


def lopsided_pair():
    tiny = Fraction(1, 10**5000)
    return ["999/1000", "1/1000"], [1 - tiny, tiny]
