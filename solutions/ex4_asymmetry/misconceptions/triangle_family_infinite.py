"""an infinite direct way is the dearest of all

All divergences have to be numbers, and what does the detour cost when R rules an outcome out?
"""


def triangle_family(factor):
    return ["1/2", "1/2"], [1 - 1 / (4 * factor), 1 / (4 * factor)], [1, 0]
