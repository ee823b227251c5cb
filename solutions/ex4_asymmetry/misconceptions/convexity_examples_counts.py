"""weights need not add up to one

What do the entries of each of your distributions add up to?
"""


def convexity_examples():
    return {"strict": ([1, 1], [1, 3], [3, 1], [1, 1], "1/2"), "equal": ([1, 1, 0], [1, 3, 0], [0, 0, 1], [0, 0, 1], "1/2")}
