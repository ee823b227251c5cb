"""decimal notation is as exact as a fraction

How would you write this number as a quotient of two whole numbers?
"""


def equal_pair():
    return ["0.5", "0.3", "0.2"], ["0.3", "0.5", "0.2"]
