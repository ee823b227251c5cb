"""infinite against finite is the most lopsided pair of all

Both directions have to be numbers: what is the smallest entry that still counts as positive?
"""


def lopsided_pair():
    return ["1/2", "1/2"], [1, 0]
