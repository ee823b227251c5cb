"""zero is a thousand times zero

Both directions have to be positive: when is a divergence zero?
"""


def lopsided_pair():
    return ["1/2", "1/2"], ["1/2", "1/2"]
