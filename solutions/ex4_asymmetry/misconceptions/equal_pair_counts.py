"""weights need not add up to one

How likely is it that something happens at all?
"""


def equal_pair():
    return [1, 2], [2, 1]
