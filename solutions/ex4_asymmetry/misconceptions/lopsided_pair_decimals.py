"""decimal notation is as exact as a fraction

How would you write this number as a quotient of two whole numbers?
"""


def lopsided_pair():
    return ["0.999", "0.001"], ["1", "1e-450"]
