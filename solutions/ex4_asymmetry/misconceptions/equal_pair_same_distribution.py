"""equal directions need equal distributions

Is a distribution another one when its fractions are written differently?
"""


def equal_pair():
    return ["1/2", "1/2"], ["2/4", "3/6"]
