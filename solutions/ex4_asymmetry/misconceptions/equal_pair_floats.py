"""a float that looks exact is exact

What does 0.6 + 0.3 + 0.1 give, and can a rounded number prove an equality?
"""


def equal_pair():
    return [0.6, 0.3, 0.1], [0.1, 0.3, 0.6]
