"""weights need not add up to one

What do the entries of each of your distributions add up to?
"""


def lopsided_pair():
    p, q = reference.lopsided_pair()
    return p, [1, *q[1:]]
