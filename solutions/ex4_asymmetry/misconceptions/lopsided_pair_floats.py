"""a float is good enough for a number as extreme as this

What is 1 - 1e-300 as a float?
"""


def lopsided_pair():
    return [0.999, 0.001], [1 - 1e-300, 1e-300]
