"""an entry that is a billion times smaller makes the ratio a billion times larger

Make the small entry ten times smaller once more: by how much does the ratio grow?
"""


def lopsided_pair():
    tiny = Fraction(1, 10**12)
    return ["999/1000", "1/1000"], [1 - tiny, tiny]
