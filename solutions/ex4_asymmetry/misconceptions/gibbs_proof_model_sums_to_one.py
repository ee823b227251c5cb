"""the probabilities of Q add up to one on the support of P

Try P = (1, 0) and Q = (1/2, 1/2): over which outcomes does S run?
"""


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("=", "1 - 1", "normalisation"),
        ("=", "0", "algebra"),
    ]
