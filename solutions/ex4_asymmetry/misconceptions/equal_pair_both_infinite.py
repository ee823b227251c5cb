"""two infinite directions are equal directions

Which theorem would a pair refute whose divergences are no numbers?
"""


def equal_pair():
    return [1, 0], [0, 1]
