"""it does not matter which way round the ratio is put into the lemma

Write the lemma out with your x: is the logarithm on its left side the one in your chain?
"""


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(q) - S(p)", "log_le", "x = p/q", "w = p"),
        ("<=", "0", "extend_sum", "e = q"),
    ]
