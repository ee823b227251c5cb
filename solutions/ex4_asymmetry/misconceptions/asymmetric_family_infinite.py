"""infinity is above every bound, so it may stand for a large number

Which entry makes the dear direction infinite, and what could stand there instead?
"""


def asymmetric_family(eps):
    return [1, 0], [1 - eps / 2, eps / 2]
