"""the average in the divergence may be taken over Q

What stands before the logarithm in your chain, and what is w?
"""


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(q) - S(p)", "log_le", "x = q/p", "w = q"),
        ("<=", "0", "extend_sum", "e = q"),
    ]
