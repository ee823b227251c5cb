"""the logarithm of information theory is to base 2

Which logarithm does the small language know, and does the proof need another one?
"""


def gibbs_proof():
    return [
        "-S(p*log2(p/q))",
        ("=", "S(p*log2(q/p))", "algebra"),
        ("<=", "S(q) - S(p)", "log_le", "x = q/p", "w = p"),
        ("<=", "0", "extend_sum", "e = q"),
    ]
