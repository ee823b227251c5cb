"""decimal notation is as exact as a fraction

How would you write this number as a quotient of two whole numbers?
"""


def convexity_examples():
    strict = ["0.5", "0.5"], ["0.25", "0.75"], ["0.75", "0.25"], ["0.5", "0.5"], "1/2"
    equal = ["0.5", "0.5", "0"], ["0.25", "0.75", "0"], ["0", "0", "1"], ["0", "0", "1"], "1/2"
    return {"strict": strict, "equal": equal}
