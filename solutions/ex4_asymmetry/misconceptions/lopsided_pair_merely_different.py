"""two directions that differ are far apart

Divide the larger one by the smaller one: how far are you from the goal?
"""


def lopsided_pair():
    return ["1/2", "1/2"], ["1/10", "9/10"]
